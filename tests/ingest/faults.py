"""Files with one fault each: the name of the fault ▶ the file's bytes and words that its refusal must say."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Mapping

import msoffcrypto
import pikepdf

from reportgen.ingest.formats.legacy import PROGRAMS
from tests.ingest.writing import (
    LEFT,
    Made,
    csv,
    document,
    docx,
    html,
    made,
    ods,
    pipe,
    word_table,
    xlsx,
    zipped,
)
from tests.ingest.writing_pdf import pdf

CONVERTS = any(map(shutil.which, PROGRAMS))
ROWS = [
    ["序号", "项目名称", "主要内容", "牵头单位", "三季度工作计划", "8月份完成情况"],
    ["1", "交通", "改造农村公路20公里。", "区交通局", "完成15公里。", "已完成16公里。"],
    ["2", "教育", "新建小学一所。", "区教育局", "主体结顶。", "主体已结顶。"],
    ["3", "养老", "新建服务中心2家。", "区民政局", "进场施工。", "正在施工。"],
]
TABLE = made(ROWS)
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


# --- workbooks ----------------------------------------------------------------------------------


def _changed(data: bytes, part: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """Change one part of an archive, or leave it out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {}
        for name in archive.namelist():
            held = change(archive.read(name)) if name == part else archive.read(name)
            if held is not None:
                parts[name] = held
    return zipped(parts)


SHEET = "xl/worksheets/sheet1.xml"


def _sheet(old: str, new: str) -> bytes:
    def change(part: bytes) -> bytes:
        assert old.encode() in part
        return part.replace(old.encode(), new.encode(), 1)

    return _changed(xlsx(TABLE), SHEET, change)


def _book(sheets: str, relations: str) -> bytes:
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
    })  # fmt: skip


def _relation(kind: str) -> str:
    return f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="sheets/sheet1.xml"/>'


def _merged(*ranges: str) -> str:
    cells = "".join(f'<mergeCell ref="{reference}"/>' for reference in ranges)
    return f"<mergeCells>{cells}</mergeCells>"


def _repeated(kind: str, attribute: str) -> bytes:
    old, new = f"<table:{kind}".encode(), f'<table:{kind} table:{attribute}="1000000000"'.encode()
    return _changed(ods(TABLE), "content.xml", lambda part: part.replace(old, new, 1))


def _declared(data: bytes, part: str, declaration: str) -> bytes:
    def change(old: bytes) -> bytes:
        start = old.index(b"?>") + 2 if old.startswith(b"<?xml") else 0
        return old[:start] + declaration.encode() + old[start:]

    return _changed(data, part, change)


def _locked_xlsx() -> bytes:
    written = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(xlsx(TABLE))).encrypt("secret", written)
    return written.getvalue()


def _flagged() -> bytes:
    """Set the encryption flag of every member, as a zip program with a password does."""
    data = bytearray(xlsx(TABLE))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _bomb() -> bytes:
    return zipped({"xl/workbook.xml": "<workbook/>", "xl/media/image1.bmp": bytes(150_000_000)})


def _flipped(data: bytes) -> bytes:
    """Turn over some bits in the packed data of the sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo(SHEET).header_offset + 80
    return data[:start] + bytes(byte ^ 0x55 for byte in data[start : start + 40]) + data[start + 40 :]


def _ods(content: str, manifest: str = "<manifest/>") -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


# --- pages --------------------------------------------------------------------------------------


def _page(stream: bytes, change: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    with pikepdf.new() as made_pdf:
        page = made_pdf.add_blank_page(page_size=(600, 800))
        page.Contents = made_pdf.make_stream(stream)
        if change:
            change(made_pdf)
        written = io.BytesIO()
        made_pdf.save(written)
    return written.getvalue()


def _scan() -> bytes:
    def add(made_pdf: pikepdf.Pdf) -> None:
        image = made_pdf.make_stream(bytes(100), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=10,
                                     Height=10, BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceGray)  # fmt: skip
        made_pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))

    return _page(b"q 500 0 0 700 50 50 cm /I Do Q", add)


def _locked_pdf() -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(TABLE))) as opened:
        opened.save(written, encryption=pikepdf.Encryption(owner="owner", user="secret"))
    return written.getvalue()


def _unruled() -> bytes:
    return b"\n".join(line for line in pdf(TABLE).split(b"\n") if not line.endswith(b" l S"))


def _unmapped() -> bytes:
    return pdf(TABLE).replace(b"/ToUnicode 6 0 R", b"/ToUnicodes 6 0 R".replace(b"s ", b" ")[:-1] + b"x")


def _across() -> bytes:
    """Move a text so far to the right that it leaves the table's last column half."""
    return _remapped(pdf(TABLE), lambda stream: stream.replace(b" 677 ", b" 760 "))


def _remapped(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            page.Contents = opened.make_stream(change(page.Contents.read_bytes()))
        opened.save(written)
    return written.getvalue()


def _undecidable() -> bytes:
    """A table all of whose cells may go on overleaf: long lists in every column."""
    long = "\n".join(f"（{number}）完成" for number in range(9))
    return pdf(made([["主要内容", "8月份完成情况"], [long, long], [long, long]]), lines=12)


# --- the list -----------------------------------------------------------------------------------


def _text(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)


BIG5 = "項目名稱,主辦單位,完成情況\n改造農村公路二十公里並開工建設,區交通局,已經開工\n" * 3
CROSSTAB = [["地区", "就业工程", LEFT], ["全市", "27800", "52242"], ["东区", "1", "2"], ["西区", "1", "2"]]
REGIONS = [
    ["序号", "东区", LEFT, "西区", LEFT],
    ["↑", "目标任务", "完成数", "目标任务", "完成数"],
    ["1", *"1234"],
]
RUN_ON = "序号重点督办内容牵头单位8月份完成情况\n1建学校。区教育局教育中心已建成。\n"
LONE_QUOTE = '序号,项目,牵头单位\n1,"交通\n局,甲\n2,教育,乙,丙\n3,丁\n'


def _without(column: int) -> Made:
    return made([[value for at, value in enumerate(row) if at != column] for row in ROWS])


TURNED = """
项目名称|公园|路灯|
年度目标|新建公园10个|改造路灯300盏|
完成情况|已建成5个|已改造120盏|
责任单位|区住建局|
"""

FAULTS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    # no file of a table
    "nothing": (lambda: b"", "empty"),
    "blanks only": (lambda: b" \n\t\r\n", "empty"),
    "a byte order mark only": (lambda: b"\xef\xbb\xbf", "no cell with text"),
    "a picture (PNG)": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
    "a picture (JPEG)": (lambda: b"\xff\xd8\xff\xe0" + bytes(100), "a picture"),
    "a picture (GIF)": (lambda: b"GIF89a" + bytes(100), "a picture"),
    "a picture (TIFF)": (lambda: b"II*\x00" + bytes(100), "a picture"),
    "a picture (BMP)": (lambda: b"BM" + bytes(100), "a picture"),
    "a gzip archive": (lambda: b"\x1f\x8b\x08" + bytes(50), "gzip"),
    "a RAR archive": (lambda: b"Rar!\x1a\x07\x01\x00" + bytes(50), "RAR"),
    "a 7z archive": (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50), "7z"),
    "a program": (lambda: b"\x7fELF" + bytes(100), "a program"),
    "a program for Windows": (lambda: b"MZ" + bytes(100), "a program"),
    "a database": (lambda: b"SQLite format 3\x00" + bytes(100), "a database"),
    "bytes of no kind": (lambda: bytes(range(256)) * 4, "binary"),
    "control characters": (lambda: b"\x01\x02\x03\x04 1,2,3\n", "neither UTF-8 nor GB18030"),
    "a presentation": (lambda: zipped({"ppt/presentation.xml": "<p/>"}), "presentation"),
    # archives
    "a zip of tables": (lambda: zipped({"a.csv": csv(TABLE)}), "zip archive"),
    "an OFD document": (lambda: zipped({"OFD.xml": "<ofd:OFD/>"}), "OFD"),
    "an empty zip": (lambda: zipped({"a": ""}), "zip archive"),
    "a zip cut off": (lambda: xlsx(TABLE)[:900], "damaged"),
    "a zip with bits turned": (lambda: _flipped(xlsx(TABLE)), "damaged"),
    "a zip that swells": (_bomb, "would unpack to"),
    "a zip of too many parts": (lambda: zipped({f"xl/{n}": "" for n in range(10_001)}), "10001 parts"),
    "a zip with a password": (_flagged, "password"),
    # workbooks
    "a workbook with a password": (_locked_xlsx, "password"),
    "a workbook without workbook part": (lambda: zipped({"[Content_Types].xml": "<Types/>"}), "lacks its main part"),
    "a workbook without relations": (lambda: zipped({"xl/workbook.xml": "<workbook/>"}), "damaged at"),
    "a workbook without its sheet": (lambda: _changed(xlsx(TABLE), SHEET, lambda _: None), "damaged at"),
    "a workbook of macros only": (lambda: _book('<sheet name="M" r:id="r1"/>', _relation("macrosheet")), "macros"),
    "a workbook all hidden": (
        lambda: _book('<sheet name="M" state="hidden" r:id="r1"/>', _relation("worksheet")),
        "hidden",
    ),
    "an array of objects": (lambda: '[\n {"序号": "1", "年度目标": "建公园"}\n]'.encode(), "this is JSON"),
    "an object on one line": (lambda: '{"items": [["1", "建公园"]]}'.encode("gb18030"), "save it as xlsx or CSV"),
    "an empty workbook": (lambda: xlsx(Made(1, 1, {})), "no cell with text"),
    "a sheet broken off": (lambda: _changed(xlsx(TABLE), SHEET, lambda part: part[:500]), "damaged"),
    "a sheet of no XML": (lambda: _changed(xlsx(TABLE), SHEET, lambda _: b"hello"), "damaged"),
    "a text turned on its side": (lambda: TURNED.encode(), "exchange rows and columns"),
    "a formula never worked out": (lambda: _sheet("<v>5</v>", "<f>A1</f>"), "formula"),
    "a text that is not there": (lambda: _sheet("<v>5</v>", "<v>5000</v>"), "damaged"),
    "a number that is none": (lambda: _sheet('r="A2" t="s"><v>', 'r="A2" t="n"><v>x'), "damaged"),
    "a merge of nothing": (lambda: _sheet("</sheetData>", '</sheetData><mergeCells><mergeCell ref="?"/></mergeCells>'),
                           "damaged"),
    "merges that overlap": (
        lambda: _sheet("</sheetData>", f"</sheetData>{_merged('A1:C3', 'B2:D4')}"),
        "merged ranges that overlap at row 2, column 2",
    ),
    "a row beyond the last": (lambda: _sheet('<row r="2"', '<row r="99999999999999999999"'), "damaged at"),
    "a cell that no sheet has": (lambda: _sheet('r="A1"', 'r="1A"'), "damaged at"),
    "a column beyond the last": (lambda: _sheet('r="A1"', 'r="XFE1"'), "damaged at"),
    "a document type in a sheet": (lambda: _declared(xlsx(TABLE), SHEET, ENTITY), "declares a document type"),
    "entities that swell": (lambda: _declared(xlsx(TABLE), "xl/sharedStrings.xml", LAUGHS), "declares a document type"),
    "an old workbook cut off": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
    "an old office file's first bytes": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
    "an OpenDocument with a password": (lambda: _ods("<x/>", "<m><encryption-data/></m>"), "password"),
    "an OpenDocument without content": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<m/>"}),
        "damaged at content.xml",
    ),
    "an OpenDocument with entities": (lambda: _ods(ENTITY + "<x>&e;</x>"), "declares a document type"),
    "a cell repeated without end": (
        lambda: _repeated("table-cell", "number-columns-repeated"),
        "repeats a filled cell beyond",
    ),
    "a row repeated without end": (
        lambda: _repeated("table-row", "number-rows-repeated"),
        "repeats a filled cell beyond",
    ),
    "an OpenDocument without a table": (lambda: _ods("<x/>"), "shows no worksheet"),
    # documents and pages
    "a document without a table": (lambda: document("<w:p><w:r><w:t>进展顺利。</w:t></w:r></w:p>"), "no table"),
    "a document cut off": (lambda: docx(TABLE)[:700], "damaged"),
    "a document without its text": (lambda: zipped({"word/styles.xml": "<x/>", "_rels/.rels": "<x/>"}), "damaged at"),
    "a document with entities": (lambda: _declared(docx(TABLE), "word/document.xml", ENTITY), "document type"),
    "a document with a broken span": (
        lambda: document(word_table(TABLE).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="two"/>', 1)),
        "damaged",
    ),
    "a document with a span of millions": (
        lambda: document(word_table(TABLE).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="99999999"/>', 1)),
        "merges more cells",
    ),
    "a document of tables in tables without end": (
        lambda: document("<w:tbl><w:tr><w:tc>" * 400 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 400),
        "damaged",
    ),
    "a document of Word saved as XML": (
        lambda: b'<?xml version="1.0"?><p:package xmlns:p="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
        "save it as docx",
    ),
    "rich text that is none": (lambda: b"{\\rtf1 no table}", "table" if CONVERTS else "needs LibreOffice"),
    "a page without a table": (lambda: _text("<html><body><p>进展顺利。</p></body></html>"), "no table"),
    "a page of frames": (lambda: _text('<html><frameset><frame src="a.htm"></frameset></html>'), "no table"),
    "a page with an empty table": (lambda: _text("<html><table><tr><td> </td></tr></table></html>"), "no table"),
    "a page with entities": (lambda: _text(ENTITY) + html(TABLE), "declares"),
    "a web archive without a page": (
        lambda: b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nabc",
        "no table",
    ),
    # PDF
    "a PDF cut off": (lambda: pdf(TABLE)[:400], "damaged"),
    "a PDF of nothing": (lambda: b"%PDF-1.7\n", "damaged"),
    "a PDF with a password": (_locked_pdf, "password"),
    "a PDF that is a scan": (_scan, "page 1 is a picture"),
    "a PDF without lines": (lambda: _remapped(pdf(TABLE), lambda s: s.replace(b" l S", b" l n")), "no ruled table"),
    "a PDF with text across lines": (_across, "page 1"),
    "a PDF whose letters have no names": (_unmapped, "page 1"),
    "a PDF whose cuts cannot be told": (_undecidable, "page 1: whether its last row"),
    # text
    "UTF-8 broken in the middle": (lambda: csv(TABLE)[:60] + b"\xff\xfe\xff" + csv(TABLE)[60:], "line"),
    "GB18030 broken off": (lambda: csv(TABLE, "gb18030")[:-3], "line"),
    "Big5": (lambda: _text(BIG5, "big5"), ""),
    "UTF-16 broken off": (lambda: csv(TABLE, "utf-16")[:-1], "encoding that it announces"),
    "a false byte order mark": (lambda: b"\xef\xbb\xbf" + csv(TABLE, "gb18030"), "encoding that it announces"),
    "a quotation mark that never ends": (lambda: _text(LONE_QUOTE), ""),
    "a line of bars without end": (lambda: b"|" * 1_000_001, "line 1 has 1000001 characters"),
    "a cell as long as a book": (
        lambda: csv(made([*ROWS[:3], [*ROWS[3][:5], "已" * 100_001]])),
        "holds 100001 characters",
    ),
    "plain prose": (lambda: _text("本月各项工作进展顺利。\n下月继续推进。\n"), "copied from"),
    # tables that are no tables of projects
    "no progress column": (lambda: xlsx(_without(5)), "progress"),
    "no target column": (lambda: docx(made([["序号", "电话", "8月份完成情况"], ["1", "2", "3"]])), ""),
    "header only": (lambda: xlsx(made(ROWS[:1])), ""),
    "no header": (lambda: xlsx(made([["1", "2", "3"], ["4", "5", "6"]])), ""),
    "a cross-table": (lambda: xlsx(made(CROSSTAB)), ""),
    "regions as columns of nothing named": (lambda: xlsx(made(REGIONS)), "none sums them up"),
    "cells run together that can be cut in two ways": (lambda: _text(RUN_ON), "more than one way"),
    "a row too long": (lambda: pipe(TABLE) + "\n4 | 甲 | 乙 | 丙 | 丁 | 戊 | 己 | 庚 |".encode(), "line"),
}  # fmt: skip
