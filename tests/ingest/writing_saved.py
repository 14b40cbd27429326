"""Write a made table byte for byte as Chrome, Word and WPS save web archives, and as Excel saves binary workbooks."""

from __future__ import annotations

import base64
import itertools
import quopri
import struct

from tests.ingest import writing
from tests.ingest.writing import Made

NOTICE = "此文档为“单个文件网页”，也称为“Web 档案”文件。如果您看到此消息，但是您的浏览器不支持，请下载支持的浏览器。"


def mht_of_chrome(table: Made) -> bytes:
    """A part without a charset, which its meta element names; style sheets and pictures beside it."""
    page = writing.html(table)
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.example.cn/art_1.html\r\n"
        "Subject: =?utf-8?Q?8=E6=9C=88?=\r\nDate: Wed, 3 Sep 2025 09:12:44 +0800\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{mark}"\r\n\r\n\r\n'
    )
    where = "Content-Location: http://www.example.cn/art_1.html"
    parts = (
        ("text/html", "quoted-printable", f"Content-ID: <frame-5C0E2F6A@mhtml.blink>\r\n{where}", _quoted(page)),
        ("text/css", "quoted-printable", "Content-Location: cid:css-1@mhtml.blink", b'@charset "utf-8";'),
        (
            "image/png",
            "base64",
            "Content-Location: http://www.example.cn/a.png",
            base64.b64encode(b"\x89PNG\r\n\x1a\n"),
        ),
    )
    return _archive(head, "----MultipartBoundary--kQ9c3cVn0Yyq9rWfL1tZb8----", parts)


def mht_of_word(table: Made) -> bytes:
    """A notice in the charset of the system before the first part, which is quoted-printable GB2312."""
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{{mark}}"\r\n\r\n{NOTICE}\r\n\r\n'
    files = b'<xml xmlns:o="urn:schemas-microsoft-com:office:office"><o:MainFile HRef="../a.htm"/></xml>'
    note = b"<html><body><div style='mso-element:footnote-separator'><p>-</p></div></body></html>"
    where = "Content-Location: file:///C:/C9F0A1B2/a"
    parts = (
        ('text/html; charset="gb2312"', "quoted-printable", f"{where}.htm", _quoted(writing.html(table, "gb2312"))),
        ('text/html; charset="gb2312"', "quoted-printable", f"{where}.files/header.htm", _quoted(note)),
        ('text/xml; charset="utf-8"', "quoted-printable", f"{where}.files/filelist.xml", _quoted(files)),
    )
    return _archive(head, "----=_NextPart_01DC1B2E.7A1B6F40", parts)


def mht_of_wps(table: Made) -> bytes:
    """One part, base64 GB2312."""
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="{mark}"\r\n\r\n'
    page = base64.encodebytes(writing.html(table, "gb2312"))
    where = "Content-Location: file:///C:/2F1D0E3A/a.htm"
    return _archive(head, "----=_NextPart.5C8B.63B1", (('text/html; charset="gb2312"', "base64", where, page),))


def _quoted(data: bytes) -> bytes:
    return quopri.encodestring(data).replace(b"\n", b"\r\n")


def _archive(head: str, mark: str, parts: tuple[tuple[str, str, str, bytes], ...]) -> bytes:
    written = head.format(mark=mark).encode("gb18030")
    for kind, coding, where, data in parts:
        lines = f"--{mark}\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n{where}\r\n\r\n"
        written += lines.encode() + data + b"\r\n"
    return written + f"--{mark}--\r\n".encode()


# --- binary workbooks (MS-XLSB) -----------------------------------------------------------------

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
)
ROW, CELL, SHEET, BOOK = b"\x00", b"\x06", (b"\x81\x01", b"\x82\x01"), (b"\x83\x01", b"\x84\x01")
BUNDLES, BUNDLE, ROWS = (b"\x8f\x01", b"\x90\x01"), b"\x9c\x01", (b"\x91\x01", b"\x92\x01")
MERGES, MERGE = (b"\xb1\x01", b"\xb2\x01"), b"\xb0\x01"


def xlsb(table: Made) -> bytes:
    """Write inline strings and merged ranges; only what LibreOffice asks for."""
    rows = b""
    for row, places in itertools.groupby(sorted(table.texts), key=lambda place: place[0]):
        rows += _record(ROW, struct.pack("<IIHHBI", row - 1, 0, 300, 0, 0, 0))
        for place in places:
            rows += _record(CELL, struct.pack("<II", place[1] - 1, 0) + _wide(table.texts[place]))
    ranges = (struct.pack("<IIII", m.top - 1, m.bottom - 1, m.left - 1, m.right - 1) for m in table.merges)
    merges = _record(MERGES[0], struct.pack("<I", len(table.merges)))
    merges += b"".join(_record(MERGE, one) for one in ranges) + _record(MERGES[1])
    sheet = _record(SHEET[0]) + _record(ROWS[0]) + rows + _record(ROWS[1]) + merges + _record(SHEET[1])
    bundle = _record(BUNDLE, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("台账"))
    book = _record(BOOK[0]) + _record(BUNDLES[0]) + bundle + _record(BUNDLES[1]) + _record(BOOK[1])
    return writing.zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": _relation("officeDocument", "xl/workbook.bin"),
            "xl/_rels/workbook.bin.rels": _relation("worksheet", "worksheets/sheet1.bin"),
            "xl/workbook.bin": book,
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def _relation(kind: str, target: str) -> str:
    to = f'Id="rId1" Type="{writing.OFFICE}/{kind}" Target="{target}"'
    return f'<Relationships xmlns="{writing.RELATIONS}"><Relationship {to}/></Relationships>'


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _record(kind: bytes, data: bytes = b"") -> bytes:
    size, left = b"", len(data)
    while left > 0x7F:
        size, left = size + bytes([left & 0x7F | 0x80]), left >> 7
    return kind + size + bytes([left]) + data
