"""Word's sections and page numbers: paper, margins, grid of lines, and the footers of odd and even pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.render.theme import Theme
from reportgen.render.theme_parts import Sheet
from reportgen.render.tree import Element
from reportgen.render.word.measures import footer_distance, pitch, text_width
from reportgen.render.word.styles import ANCHOR, PAGE_NUMBER, PAGE_NUMBER_EVEN
from reportgen.render.word.wordml import (
    DECLARATION,
    NAMESPACES,
    field,
    paragraph,
    properties,
    run,
    tag,
    twips,
    twips_of_mm,
    value,
)

HEADER_DISTANCE = 850  # no header is printed; Word's own default for Chinese documents
FOOTERS = {"default": PAGE_NUMBER, "even": PAGE_NUMBER_EVEN, "first": PAGE_NUMBER}
USUAL = ("default", "even")
NUMBER_LENGTH = 60.0  # room for a turned page number, in mm

# The relationship of each kind of footer, of upright pages (False) and of turned ones (True).
Footers = Mapping[bool, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Part:
    """Sections of the page that lie on the same kind of sheet, without a new page between them.

    `even` is a part that must end an even page: it shares the one before, or begins one.
    """

    sections: tuple[Element, ...]
    landscape: bool
    even: bool = False

    def width(self, sheet: Sheet) -> int:
        """Width of the type area in twips."""
        return text_width(sheet, landscape=self.landscape)


def parts(root: Element, theme: Theme) -> Iterator[Part]:
    """Cut the page where a section begins a new page, or lies otherwise than the one before."""
    gathered: list[Element] = []
    for section in root.elements:
        kind = theme.sections[section.cls]
        turned = gathered and kind.landscape != theme.sections[gathered[-1].cls].landscape
        if gathered and (kind.new_page or kind.even or turned):
            yield _part(gathered, theme)
            gathered = []
        gathered.append(section)
    yield _part(gathered, theme)


def _part(sections: Sequence[Element], theme: Theme) -> Part:
    kind = theme.sections[sections[0].cls]
    return Part(tuple(sections), kind.landscape, kind.even)


def section_properties(
    part: Part, theme: Theme, footers: Mapping[str, str], headers: str = "", *, title_page: bool = False
) -> str:
    """Describe a part's sheet. `footers` has relationships by kind; `headers` refers to a letterhead's headers."""
    sheet = theme.sheet
    return "<w:sectPr>{}</w:sectPr>".format(
        "".join(
            [
                headers,
                *(f'<w:footerReference w:type="{kind}" r:id="{key}"/>' for kind, key in footers.items()),
                value("type", "evenPage" if part.even else "nextPage"),
                _paper(sheet, landscape=part.landscape),
                _margins(theme, landscape=part.landscape),
                tag("cols", space=425),
                "<w:titlePg/>" if title_page else "",
                _grid(sheet, landscape=part.landscape),
            ]
        )
    )


def _grid(sheet: Sheet, *, landscape: bool) -> str:
    """Set the grid of lines, which a turned sheet's tables do without.

    A grid of characters would make LibreOffice put a hanzi of 16 pt into two cells; a grid of lines that does not fill
    its sheet, begin lower.
    """
    return tag("docGrid", **({} if landscape else {"type": "lines"}), linePitch=pitch(sheet))


def _paper(sheet: Sheet, *, landscape: bool) -> str:
    width, height = twips_of_mm(sheet.width), twips_of_mm(sheet.height)
    return tag("pgSz", w=height, h=width, orient="landscape") if landscape else tag("pgSz", w=width, h=height)


def _margins(theme: Theme, *, landscape: bool) -> str:
    sheet = theme.sheet
    top, right, bottom, left = (twips_of_mm(edge) for edge in (sheet.top, sheet.right, sheet.bottom, sheet.left))
    if landscape:
        # The head of a turned table faces the left edge of the upright sheet.
        top, right, bottom, left = left, top, right, bottom
    distance = {"header": HEADER_DISTANCE, "footer": footer_distance(theme), "gutter": 0}
    return tag("pgMar", top=top, right=right, bottom=bottom, left=left, **distance)


def footer_xml(theme: Theme, kind: str, *, landscape: bool = False) -> str:
    """Make the footer of odd (default) or even pages."""
    number = theme.page_number
    line = paragraph(FOOTERS[kind], run(number.before) + field("PAGE", "1") + run(number.after))
    if landscape:
        line = _turned(theme, line, even=kind == "even") + paragraph(ANCHOR, "")
    return _footer(line)


def empty_footer_xml() -> str:
    """Make the footer of a page without a number; a section that names no footer has the one of the section before."""
    return _footer(paragraph(PAGE_NUMBER, ""))


def _footer(content: str) -> str:
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _turned(theme: Theme, line: str, *, even: bool) -> str:
    """Put a turned page's number where it stands on the upright pages it is bound with (GB/T 9704 8).

    The sheet's head is bound left, so the number reads downwards at the left edge: in the lower corner of odd pages,
    in the upper corner of even ones. A cell with turned text is the one form that Word, WPS and LibreOffice share.
    """
    sheet = theme.sheet
    top = sheet.left if even else sheet.width - sheet.right - NUMBER_LENGTH
    size = twips(theme.page_number.size)
    # Turned lines begin at a cell's right edge; a cell as narrow as one line would be clipped.
    width = 3 * size
    left = footer_distance(theme) + size - width
    place = tag("tblpPr", vertAnchor="page", horzAnchor="page", tblpX=left, tblpY=twips_of_mm(top))
    height = tag("trHeight", val=twips_of_mm(NUMBER_LENGTH), hRule="exact")
    cell = properties("tcPr", tag("tcW", w=width, type="dxa"), value("textDirection", "tbRl"))
    # LibreOffice does not take the default style's margins.
    margins = f"<w:tblCellMar>{tag('left', w=0, type='dxa')}{tag('right', w=0, type='dxa')}</w:tblCellMar>"
    look = properties("tblPr", place, tag("tblW", w=width, type="dxa"), tag("tblLayout", type="fixed"), margins)
    row = f"<w:tr><w:trPr>{height}</w:trPr><w:tc>{cell}{line}</w:tc></w:tr>"
    return f"<w:tbl>{look}<w:tblGrid>{tag('gridCol', w=width)}</w:tblGrid>{row}</w:tbl>"
