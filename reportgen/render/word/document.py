"""The document's body: the page's sections in order, each kind of sheet closed by its properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.render.blocks import co_signer, keeps_previous
from reportgen.render.flow import Flow
from reportgen.render.theme_parts import Style
from reportgen.render.tree import Element, neighbours
from reportgen.render.typeset import Setter
from reportgen.render.word.charts import Figure
from reportgen.render.word.counting import counter
from reportgen.render.word.measures import pitch, text_height
from reportgen.render.word.paragraphs import Look, block
from reportgen.render.word.sections import Footers, Part, parts, section_properties
from reportgen.render.word.styles import ANCHOR
from reportgen.render.word.tables import Room, lay, table
from reportgen.render.word.wordml import TWIPS_PER_PT, paragraph, tag, twips_of_mm

GRID_ERROR = 10  # twips; smaller differences from the grid are rounding


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a document has besides its text: its footers' relationships by kind, its charts by name, its headers.

    `unnumbered` are the footers of a page without a number.
    """

    footers: Footers
    unnumbered: Mapping[str, str]
    figures: Mapping[str, Figure]
    headers: str = ""
    title_page: bool = False


def body(root: Element, look: Look, furniture: Furniture) -> Iterator[str]:
    """Yield the body's blocks, each part but the last closed by a paragraph that holds its sheet's properties."""
    pages, pending = 0, ""
    writer: _Writer | None = None
    for part in parts(root, look.theme):
        if writer is not None and part.even and _shares(part, writer, pages):
            yield from writer.blocks(part)
            continue
        if pending:
            yield f'<w:p><w:pPr><w:pStyle w:val="{ANCHOR}"/>{pending}</w:pPr></w:p>'
        # Where the part leaves an empty page before it, neither page is numbered (GB/T 9704 7.5).
        after_empty = part.even and pages > 0 and not pages % 2
        footers = furniture.unnumbered if after_empty else furniture.footers[part.landscape]
        writer = _Writer.of(look, part, furniture.figures)
        yield from writer.blocks(part)
        pages += writer.flow.pages + after_empty
        head = "" if pending else furniture.headers
        first = furniture.title_page and not pending
        pending = section_properties(part, look.theme, footers, head, title_page=first)
    # A table that ends a document needs a paragraph after it.
    yield paragraph(ANCHOR, "") + pending


def _shares(part: Part, before: _Writer, pages: int) -> bool:
    """Tell whether a part that must end an even page has its place on the last page as it was counted."""
    return not pages % 2 and before.part.landscape == part.landscape and before.holds(part)


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of a part, and keeps count of its pages in twips, as far as lines and rows tell."""

    look: Look
    setter: Setter
    part: Part
    figures: Mapping[str, Figure]
    flow: Flow
    below_table: bool = False
    rest: int = 0  # what is to stand below a section's table on its last page

    @classmethod
    def of(cls, look: Look, part: Part, figures: Mapping[str, Figure]) -> _Writer:
        sheet = look.theme.sheet
        setter = counter(look.theme, part.width(sheet) / TWIPS_PER_PT)
        return cls(look, setter, part, figures, Flow(text_height(sheet, landscape=part.landscape)))

    def holds(self, part: Part) -> bool:
        """Tell whether the last page has room for the tables of another part."""
        return self.flow.used + sum(map(self._tables, part.sections)) <= self.flow.height

    def _tables(self, section: Element) -> int:
        """Measure the tables of a section, each on one page."""
        room = Room(self.part.width(self.look.theme.sheet), round(self.flow.height))
        return sum(lay(node, self.look, self.setter, room).height for node in section.elements if node.tag == "table")

    def blocks(self, part: Part) -> Iterator[str]:
        for section, _, following in neighbours(part.sections):
            at_foot = following is not None and self.look.theme.sections[following.cls].foot
            self.rest = self._tables(following) if following is not None and at_foot else 0
            for node, before, after in neighbours(section.elements):
                other = co_signer(self.look.theme, node, before, after) if node.tag == "p" else None
                yield from self._block(section, node, other, kept=keeps_previous(self.look.theme, after))

    def _block(
        self, section: Element, node: Element, neighbour: Element | None = None, *, kept: bool = False
    ) -> Iterator[str]:
        if node.tag == "table":
            room = self._room(section)
            if self.below_table or (room.foot is not None and not self.flow.used):
                # Word would join a table to one right above it; LibreOffice hang a sheet's first on the sheet before.
                yield paragraph(ANCHOR, "")
            laid = lay(node, self.look, self.setter, room)
            if room.foot is None:
                laid.count(self.flow)
            yield from table(laid, self.look)
            self.below_table = True
        elif node.tag == "figure":
            figure = self.figures[node.get("data-chart")]
            self.flow.take([figure.height], keeps=True)
            self.below_table = False
            yield figure.paragraph
            for child in node.elements:
                yield from self._block(section, child)
            self.flow.off_grid = True
        else:
            width = self.part.width(self.look.theme.sheet)
            style = self.look.theme.styles[node.cls]
            grid = pitch(self.look.theme.sheet)
            lacking = 0.0 if style.line else self.flow.to_grid(grid, GRID_ERROR, (style.before + 1) * grid)
            self._take(node, style, lacking)
            rules = ("<w:keepNext/>" if kept else "", self._above(style, lacking))
            self.below_table = False
            yield block(node, self.look, width, *rules, neighbour=neighbour.text if neighbour else "")

    def _take(self, node: Element, style: Style, lacking: float) -> None:
        """Count a block's lines."""
        grid = self.look.theme.sheet.pitch * TWIPS_PER_PT
        lines = [self.look.theme.sheet.line(style) * TWIPS_PER_PT] * len(self.setter.block(node).lines)
        self.flow.take(lines, before=style.before * grid + lacking, after=style.after * grid, keeps=style.keep_next)

    def _above(self, style: Style, lacking: float) -> str:
        """Leave room above the first line after a table or chart, so that it stands on the grid of lines again."""
        before = style.before * pitch(self.look.theme.sheet) + lacking
        return tag("spacing", before=round(before)) if lacking else ""

    def _room(self, section: Element) -> Room:
        theme = self.look.theme
        kind = theme.sections[section.cls]
        foot = twips_of_mm(theme.sheet.left) if kind.foot else None
        width, height, used = self.part.width(theme.sheet), round(self.flow.height), round(self.flow.used)
        return Room(width, height, used, cut=kind.new_page, foot=foot, rest=self.rest)
