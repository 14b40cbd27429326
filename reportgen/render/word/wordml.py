"""The few forms of WordprocessingML that the writer needs, as text that can be streamed (ISO/IEC 29500-1)."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TAG_NAME = re.compile(r"<w:(\w+)")
TWIPS_PER_PT = 20
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36_000


# The order of the schema; Word calls a file damaged whose properties stand in another.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs overflowPunct autoSpaceDE autoSpaceDN "
    "adjustRightInd snapToGrid spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs color spacing sz szCs vertAlign lang",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd textDirection vAlign",
}
RANK = {name: {tag: rank for rank, tag in enumerate(tags.split())} for name, tags in ORDER.items()}


def quoted(text: str) -> str:
    """Escape a text for an attribute."""
    return escape(text, {'"': "&quot;"})


def tag(element: str, /, **attributes: str | int) -> str:
    """Make an empty element of the main namespace."""
    listed = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<w:{element}{listed}/>"


def value(name: str, val: str | int) -> str:
    """Make an element that says one value."""
    return f'<w:{name} w:val="{val}"/>'


def properties(name: str, *parts: str) -> str:
    """Put properties into the schema's order inside their element; empty parts count for nothing."""
    rank = RANK[name]
    kept = sorted(filter(None, parts), key=lambda part: rank[_name(part)])
    return f"<w:{name}>{''.join(kept)}</w:{name}>" if kept else ""


def _name(element: str) -> str:
    found = TAG_NAME.match(element)
    assert found
    return found[1]


def twips(pt: float) -> int:
    return round(pt * TWIPS_PER_PT)


def twips_of_mm(mm: float) -> int:
    return round(mm * TWIPS_PER_MM)


def eighths(pt: float) -> int:
    """Give a border's width in eighths of a point."""
    return round(pt * 8)


def fonts(face: str) -> str:
    """Name a face for all scripts; themes' fonts would win over one that is left out."""
    name = quoted(face)
    return tag("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def paragraph(style: str, runs: str, *rules: str) -> str:
    """Make a paragraph of a named style, with such further properties as its text asks for."""
    return f"<w:p>{properties('pPr', value('pStyle', style), *rules)}{runs}</w:p>"


def run(text: str, style: str = "", face: str = "") -> str:
    """Make a run; `face` is given only where the paragraph's own face lacks its characters."""
    return f'<w:r>{_letters(style, face, text.isascii())}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


@lru_cache(maxsize=256)
def _letters(style: str, face: str, ascii_only: bool) -> str:
    # The hint tells Word that “ ” — … and · are Chinese here, in width and in line breaking.
    letters = fonts(face) if face else "" if ascii_only else HINT
    return properties("rPr", value("rStyle", style) if style else "", letters)


HINT = '<w:rFonts w:hint="eastAsia"/>'
BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"


def field(instruction: str, shown: str) -> str:
    """Make a field that Word fills in, such as PAGE."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{marks[0]}{code}{marks[1]}<w:r><w:t>{shown}</w:t></w:r>{marks[2]}"
