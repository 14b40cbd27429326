"""Tell a file's kind by its first bytes and its parts, and refuse what is no table file."""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from typing import Literal

from reportgen import PROGRAM
from reportgen.errors import InputError
from reportgen.ingest.formats import guard, web

Kind = Literal["delimited", "excel", "opendocument", "xls", "word", "web", "pdf", "legacy"]

ZIP, COMPOUND, PDF, RICH_TEXT = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
PDF_HEAD = 1024  # bytes that may stand before a PDF's mark
SCRIPTS = 200_000  # bytes of scripts and styles that may stand before the first other tag of a page
PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta)(?=[\s>])", re.IGNORECASE)
FLAT_OPEN = "urn:oasis:names:tc:opendocument:xmlns:office"
FLAT_WORD = "schemas.microsoft.com/office/2006/xmlPackage"
OFFICE_2003 = re.compile(r"urn:schemas-microsoft-com:office:spreadsheet|schemas\.microsoft\.com/office/word/2003")
PROPERTIES = "docProps/core.xml"
OWN = re.compile(rf"keywords>[^<]*\b{PROGRAM}\b".encode())
OTHERS = {
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"BM": "a picture",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3": "a database",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
}


def kind(data: bytes) -> Kind:
    """Name the reader for these bytes."""
    if data.startswith(ZIP):
        return _zipped(data)
    if data.startswith(COMPOUND):
        return _compound(data)
    if PDF in data[:PDF_HEAD]:
        return "pdf"
    if data.startswith(RICH_TEXT):
        return "legacy"
    for mark, what in OTHERS.items():
        if data.startswith(mark) and (len(mark) > 2 or b"\0" in data[:200]):
            raise InputError(f"this is {what}, not a table; give the table itself (Word, Excel, CSV …).")
    head = re.sub(rb"\0", b"", data[:4000]).decode("latin-1")
    if OFFICE_2003.search(head):
        return "legacy"
    if FLAT_WORD in head:
        raise InputError("this is a Word document saved as XML; open it in Word and save it as docx.")
    if "<!ENTITY" in head.upper():
        raise InputError("the file declares XML entities, which no office program writes; save it again.")
    if FLAT_OPEN in head:
        return "legacy" if "opendocument.text" in head else "opendocument"
    return "web" if _page(data, head) or web.is_archive(data) else "delimited"


def _page(data: bytes, head: str) -> bool:
    """Tell a page by its tags; where the first thing is a tag, others may come late."""
    tagged = head.lstrip("\xef\xbb\xbf\xff\xfe \t\r\n").startswith("<")
    return PAGE.search(data[:SCRIPTS].replace(b"\0", b"").decode("latin-1") if tagged else head) is not None


def _zipped(data: bytes) -> Kind:
    with guard.archive(data) as archive:
        names = frozenset(archive.namelist())
        mimetype = guard.part(archive, "mimetype") if "mimetype" in names else b""
        if _made_here(archive):
            raise InputError(
                f"{PROGRAM} made this from a table and it is not one itself; give the departments' table, "
                "or copy the rows that you want into a new file."
            )
    if "xl/workbook.xml" in names:
        return "excel"
    if "word/document.xml" in names or any(name.startswith("word/") for name in names):
        return "word"
    if "opendocument.spreadsheet" in mimetype.decode("latin-1"):
        return "opendocument"
    if "opendocument.text" in mimetype.decode("latin-1") or "xl/workbook.bin" in names:
        return "legacy"
    if any(name.startswith("ppt/") for name in names):
        raise InputError("this is a presentation; give the table as Word, Excel, PDF or text.")
    if "[Content_Types].xml" in names or any(name.startswith("xl/") for name in names):
        raise InputError("the office file lacks its main part; save it again or ask for a new copy.")
    if "OFD.xml" in names:
        raise InputError(
            "this is an OFD document; give the Word or Excel file that it was made from, or save it as PDF."
        )
    raise InputError("this is a zip archive, not a table; unpack it and give the files or their folder.")


def _made_here(archive: zipfile.ZipFile) -> bool:
    """Tell the program's own briefing and ledger; properties that are damaged or not there tell nothing."""
    with suppress(InputError):
        return OWN.search(guard.part(archive, PROPERTIES)) is not None
    return False


def _compound(data: bytes) -> Kind:
    """Tell the old binary formats of Word, Excel and WPS apart."""
    streams = guard.streams(data)
    if streams & {"Workbook", "Book"}:
        return "xls"
    if streams & {"WordDocument"}:
        return "legacy"
    raise InputError("this old office file holds no document and no workbook; save the table as docx or xlsx.")
