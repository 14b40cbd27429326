"""Word's sections and page numbers: paper, margins, grid of lines, and the footers of odd and even pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.render.theme import Sheet, Theme
from reportgen.render.tree import Element
from reportgen.render.word.measures import footer_distance, pitch, text_width
from reportgen.render.word.styles import PAGE_NUMBER, PAGE_NUMBER_EVEN
from reportgen.render.word.wordml import DECLARATION, NAMESPACES, field, paragraph, run, tag, twips_of_mm, value

HEADER_DISTANCE = 850  # no header is printed; Word's own default for Chinese documents
FOOTERS = {"default": PAGE_NUMBER, "even": PAGE_NUMBER_EVEN, "first": PAGE_NUMBER}
USUAL = ("default", "even")


@dataclass(frozen=True, slots=True)
class Part:
    """Sections of the page that lie on the same kind of sheet, without a new page between them."""

    sections: tuple[Element, ...]
    landscape: bool

    def width(self, sheet: Sheet) -> int:
        """Width of the type area in twips."""
        return text_width(sheet, landscape=self.landscape)


def parts(root: Element, theme: Theme) -> Iterator[Part]:
    """Cut the page where a section begins a new page, or lies otherwise than the one before."""
    gathered: list[Element] = []
    for section in root.elements:
        kind = theme.sections[section.cls]
        if gathered and (kind.new_page or kind.landscape != theme.sections[gathered[-1].cls].landscape):
            yield _part(gathered, theme)
            gathered = []
        gathered.append(section)
    yield _part(gathered, theme)


def _part(sections: Sequence[Element], theme: Theme) -> Part:
    return Part(tuple(sections), theme.sections[sections[0].cls].landscape)


def section_properties(
    part: Part, theme: Theme, footers: Mapping[str, str], headers: str = "", *, title_page: bool = False
) -> str:
    """Describe a part's sheet. `footers` has the relationship of each kind of footer, `headers` refers to others."""
    sheet = theme.sheet
    return "<w:sectPr>{}</w:sectPr>".format(
        "".join(
            [
                headers,
                *(f'<w:footerReference w:type="{kind}" r:id="{key}"/>' for kind, key in footers.items()),
                value("type", "nextPage"),
                _paper(sheet, landscape=part.landscape),
                _margins(theme, landscape=part.landscape),
                tag("cols", space=425),
                "<w:titlePg/>" if title_page else "",
                # A grid of characters would make LibreOffice put a hanzi of 16 pt into two cells.
                tag("docGrid", type="lines", linePitch=pitch(sheet)),
            ]
        )
    )


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


def footer_xml(theme: Theme, kind: str) -> str:
    """Make the footer of odd (default) or even pages."""
    number = theme.page_number
    runs = run(number.before) + field("PAGE", "1") + run(number.after)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{paragraph(FOOTERS[kind], runs)}</w:ftr>"
