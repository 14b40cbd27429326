"""Draw a made table as a ruled PDF over several pages.

Every character is a number in one embedded font, in which all glyphs are boxes, and whose ToUnicode map tells which
character it is, as office programs do it. So no typeface need be installed, and rare hanzi work like all others.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from reportgen.ingest.formats.merged import Place
from tests.ingest.writing import Made

WIDTH, HEIGHT, EDGE = 842, 595, 40
SIZE, LEAD = 9, 12
BORDERS = ("closed", "open")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The table on an endless strip ruled in lines: where each row begins, and each cell's lines of text."""

    table: Made
    tops: tuple[int, ...]
    wrapped: dict[Place, list[str]]

    @property
    def header(self) -> int:
        return self.tops[self.table.header]


def pdf(
    table: Made,
    *,
    lines: int = 40,
    borders: str = "closed",
    whole_rows: bool = False,
    above: Sequence[str] = (),
    foot: str = "",
) -> bytes:
    """Draw with the header on every page; a page holds `lines` lines and cuts a row that does not fit it.

    With `open` borders a cut row has no line at the cut; with `whole_rows` no row is cut. `foot` stands under every
    page, with the page's number for an empty pair of braces.
    """
    drawn = _strip(table)
    pages = []
    start = 0
    while start < drawn.tops[-1]:
        head = 0 if start == 0 else drawn.header
        end = min(start + lines - head - (len(above) if start == 0 else 0), drawn.tops[-1])
        if whole_rows:  # but for a row that no page holds
            end = max((top for top in drawn.tops if start < top <= end), default=end)
        pages.append(_page(drawn, start, end, borders, above if start == 0 else ()))
        pages[-1].append(_text(EDGE, lines + 1, foot.format(len(pages))))
        start = end
    return _file(pages)


def _strip(table: Made) -> Drawn:
    columns = (WIDTH - 2 * EDGE) // table.columns
    fits = (columns - 4) // SIZE
    covering = table.covering()
    wrapped: dict[Place, list[str]] = {}
    needed = [1] * table.rows
    for place, text in table.texts.items():
        merge = covering[place]
        room = fits * (merge.right - merge.left + 1)
        pieces = [line[at : at + room] for line in text.split("\n") for at in range(0, max(len(line), 1), room)]
        wrapped[place] = pieces
    for place in sorted(wrapped, key=lambda place: covering[place].bottom):
        merge = covering[place]
        missing = len(wrapped[place]) - sum(needed[merge.top - 1 : merge.bottom])
        needed[merge.bottom - 1] += max(missing, 0)
    tops = [0]
    for lines in needed:
        tops.append(tops[-1] + lines)
    return Drawn(table, tuple(tops), wrapped)


def _page(drawn: Drawn, start: int, end: int, borders: str, above: Sequence[str]) -> list[str]:
    """Draw the lines from `start` to `end` of the strip, under the header where they do not hold it."""
    marks = [_text(EDGE, line, text) for line, text in enumerate(above)]
    down = len(above)
    if start:
        marks += _window(drawn, 0, drawn.header, down, "closed")
        down += drawn.header
    return marks + _window(drawn, start, end, down, borders)


def _window(drawn: Drawn, start: int, end: int, down: int, borders: str) -> list[str]:
    marks = []
    width = (WIDTH - 2 * EDGE) // drawn.table.columns
    for merge in sorted(set(drawn.table.covering().values()), key=lambda merge: (merge.top, merge.left)):
        top, bottom = drawn.tops[merge.top - 1], drawn.tops[merge.bottom]
        if bottom <= start or top >= end:
            continue
        left, right = EDGE + (merge.left - 1) * width, EDGE + merge.right * width
        upper, lower = max(top, start) - start + down, min(bottom, end) - start + down
        y = [HEIGHT - EDGE - line * LEAD for line in (upper, lower)]
        marks += [f"{x} {y[0]} m {x} {y[1]} l S" for x in (left, right)]
        cut = (top < start, bottom > end)
        marks += [f"{left} {at} m {right} {at} l S" for at, open_ in zip(y, cut, strict=True)
                  if borders == "closed" or not open_]  # fmt: skip
        for line, text in enumerate(drawn.wrapped.get((merge.top, merge.left), ()), top):
            if start <= line < end:
                marks.append(_text(left + 2, line - start + down, text))
    return marks


def _text(x: int, line: int, text: str) -> str:
    return f"T {x} {HEIGHT - EDGE - (line + 1) * LEAD + 3} {text}"


# --- the file -----------------------------------------------------------------------------------


def _file(pages: list[list[str]]) -> bytes:
    text = "".join(mark.split(" ", 3)[3] for page in pages for mark in page if mark.startswith("T "))
    numbers = {char: number for number, char in enumerate(sorted(set(text)), 1)}
    streams = ["\n".join(_operator(mark, numbers) for mark in page) for page in pages]
    kids = " ".join(f"{8 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/DW 1000/FontDescriptor 5 0 R/CIDToGIDMap/Identity"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        "<</Type/FontDescriptor/FontName/Made/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880"
        "/Descent -120/CapHeight 700/StemV 80/FontFile2 7 0 R>>",
        _stream(_to_unicode(numbers)),
        _stream(_boxes(len(numbers)).decode("latin-1")),
    ]
    for at, stream in enumerate(streams):
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {9 + 2 * at} 0 R"
                       "/Resources<</Font<</F 3 0 R>>>>>>")  # fmt: skip
        objects.append(_stream(stream))
    return _assembled(objects)


def _operator(mark: str, numbers: dict[str, int]) -> str:
    if not mark.startswith("T "):
        return mark
    _, x, y, text = mark.split(" ", 3)
    codes = "".join(f"{numbers[char]:04X}" for char in text)
    return f"BT /F {SIZE} Tf {x} {y} Td <{codes}> Tj ET"


def _to_unicode(numbers: dict[str, int]) -> str:
    entries = [f"<{number:04X}> <{char.encode('utf-16-be').hex().upper()}>" for char, number in numbers.items()]
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{maps}\nendcmap end end"
    )


def _boxes(count: int) -> bytes:
    """Make a font of equal boxes."""
    names = [".notdef", *(f"box{number}" for number in range(1, count + 1))]
    pen = TTGlyphPen(None)
    for at, point in enumerate([(50, -100), (50, 850), (950, 850), (950, -100)]):
        (pen.lineTo if at else pen.moveTo)(point)
    pen.closePath()
    glyph = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({})
    font.setupGlyf(dict.fromkeys(names, glyph))
    font.setupHorizontalMetrics(dict.fromkeys(names, (1000, 50)))
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": "Made", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _stream(text: str) -> str:
    return f"<</Length {len(text.encode('latin-1'))}>>\nstream\n{text}\nendstream"


def _assembled(objects: list[str]) -> bytes:
    written = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
