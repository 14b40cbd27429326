"""The document's body: the page's sections in order, each kind of sheet closed by its properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.render.blocks import co_signer
from reportgen.render.theme import Style, Theme
from reportgen.render.tree import Element, neighbours
from reportgen.render.typeset import Setter
from reportgen.render.word.charts import Figure
from reportgen.render.word.counting import counter
from reportgen.render.word.measures import pitch, text_height
from reportgen.render.word.paragraphs import Look, block
from reportgen.render.word.sections import Footers, Part, parts, section_properties
from reportgen.render.word.styles import ANCHOR
from reportgen.render.word.tables import Room, lay, table
from reportgen.render.word.wordml import TWIPS_PER_PT, paragraph, tag, twips, twips_of_mm

GRID_ERROR = 10  # twips; smaller differences from the grid are rounding


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a document has besides its text: its footers' relationships by kind, its charts by name, its headers."""

    footers: Footers
    figures: Mapping[str, Figure]
    headers: str = ""
    title_page: bool = False


def body(root: Element, look: Look, furniture: Furniture) -> Iterator[str]:
    """Yield the body's blocks, each part but the last closed by a paragraph that holds its sheet's properties."""
    pending = ""
    for part in parts(root, look.theme):
        if pending:
            yield f'<w:p><w:pPr><w:pStyle w:val="{ANCHOR}"/>{pending}</w:pPr></w:p>'
        setter = counter(look.theme, part.width(look.theme.sheet) / TWIPS_PER_PT)
        yield from _Writer(look, setter, part, furniture.figures).blocks()
        head = "" if pending else furniture.headers
        first = furniture.title_page and not pending
        pending = section_properties(part, look.theme, furniture.footers, head, title_page=first)
    # A table that ends a document needs a paragraph after it.
    yield paragraph(ANCHOR, "") + pending


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of one part, keeping count of the twips used above each table."""

    look: Look
    setter: Setter
    part: Part
    figures: Mapping[str, Figure]
    used: int = 0
    off_grid: bool = False
    below_table: bool = False

    def blocks(self) -> Iterator[str]:
        for section in self.part.sections:
            for node, before, after in neighbours(section.elements):
                other = co_signer(self.look.theme, node, before, after) if node.tag == "p" else None
                yield from self._block(section, node, other, kept=_keeps_previous(self.look.theme, after))

    def _block(
        self, section: Element, node: Element, neighbour: Element | None = None, *, kept: bool = False
    ) -> Iterator[str]:
        if node.tag == "table":
            room = self._room(section)
            if self.below_table or (room.foot is not None and not self.used):
                # Word would join a table to one right above it; LibreOffice hang a sheet's first on the sheet before.
                yield paragraph(ANCHOR, "")
            laid = lay(node, self.look, self.setter, room)
            self._off_grid(laid.height)
            yield from table(laid, self.look)
            self.below_table = True
        elif node.tag == "figure":
            figure = self.figures[node.get("data-chart")]
            self._off_grid(figure.height)
            self.below_table = False
            yield figure.paragraph
            for child in node.elements:
                yield from self._block(section, child)
        else:
            width = self.part.width(self.look.theme.sheet)
            rules = ("<w:keepNext/>" if kept else "", self._back_to_grid(self.look.theme.styles[node.cls]))
            self.used += self._height(node)
            self.below_table = False
            yield block(node, self.look, width, *rules, neighbour=neighbour.text if neighbour else "")

    def _off_grid(self, height: int) -> None:
        self.used += height
        self.off_grid = True

    def _back_to_grid(self, style: Style) -> str:
        """Leave room above the first line after a table or chart, so that it stands on the grid of lines again."""
        if style.line is not None or not self.off_grid:
            return ""
        self.off_grid = False
        grid = pitch(self.look.theme.sheet)
        lacking = -self.used % grid
        self.used += lacking
        return tag("spacing", before=round(style.before * grid) + lacking) if lacking > GRID_ERROR else ""

    def _height(self, node: Element) -> int:
        sheet, style = self.look.theme.sheet, self.look.theme.styles[node.cls]
        lines = len(self.setter.block(node).lines)
        return twips(lines * self.look.theme.line(style) + (style.before + style.after) * sheet.pitch)

    def _room(self, section: Element) -> Room:
        theme = self.look.theme
        kind = theme.sections[section.cls]
        height = text_height(theme.sheet, landscape=self.part.landscape)
        foot = twips_of_mm(theme.sheet.left) if kind.foot else None
        return Room(self.part.width(theme.sheet), height, self.used, cut=kind.new_page, foot=foot)


def _keeps_previous(theme: Theme, node: Element | None) -> bool:
    return node is not None and node.cls in theme.styles and theme.styles[node.cls].keep_previous
