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
from reportgen.render.word.tables import Laid, Room, lay, table
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
    pages, pending = 0, ""
    writer: _Writer | None = None
    for part in parts(root, look.theme):
        if writer is not None and part.even and _shares(part, writer, pages):
            yield from writer.blocks(part)
            continue
        if pending:
            yield f'<w:p><w:pPr><w:pStyle w:val="{ANCHOR}"/>{pending}</w:pPr></w:p>'
        writer = _Writer(
            look, counter(look.theme, part.width(look.theme.sheet) / TWIPS_PER_PT), part, furniture.figures
        )
        yield from writer.blocks(part)
        pages += writer.pages
        head = "" if pending else furniture.headers
        first = furniture.title_page and not pending
        pending = section_properties(part, look.theme, furniture.footers, head, title_page=first)
    # A table that ends a document needs a paragraph after it.
    yield paragraph(ANCHOR, "") + pending


def _shares(part: Part, before: _Writer, pages: int) -> bool:
    """Tell whether a part that must end an even page has its place on the last page as it was counted."""
    return not pages % 2 and before.part.landscape == part.landscape and before.holds(part)


@dataclass(slots=True)
class _Writer:
    """Writes the blocks of a part, and keeps count of its pages as far as lines and rows tell.

    `used` is what stands on the page so far in twips, `kept` how much of that goes along with the next block.
    """

    look: Look
    setter: Setter
    part: Part
    figures: Mapping[str, Figure]
    used: int = 0
    kept: int = 0
    pages: int = 1
    off_grid: bool = False
    below_table: bool = False

    @property
    def height(self) -> int:
        return text_height(self.look.theme.sheet, landscape=self.part.landscape)

    def holds(self, part: Part) -> bool:
        """Tell whether the last page has room for the tables of another part."""
        tables = [node for section in part.sections for node in section.elements if node.tag == "table"]
        room = Room(part.width(self.look.theme.sheet), self.height)
        taken = sum(lay(node, self.look, self.setter, room).height for node in tables)
        return self.used + taken <= self.height

    def blocks(self, part: Part) -> Iterator[str]:
        for section in part.sections:
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
            self._table(laid)
            yield from table(laid, self.look)
            self.below_table = True
        elif node.tag == "figure":
            figure = self.figures[node.get("data-chart")]
            self._take(figure.height, figure.height, keeps=True)
            self.off_grid = True
            self.below_table = False
            yield figure.paragraph
            for child in node.elements:
                yield from self._block(section, child)
        else:
            width = self.part.width(self.look.theme.sheet)
            rules = ("<w:keepNext/>" if kept else "", self._back_to_grid(self.look.theme.styles[node.cls]))
            style = self.look.theme.styles[node.cls]
            self._take(self._height(node), twips(self.look.theme.line(style)), keeps=style.keep_next)
            self.below_table = False
            yield block(node, self.look, width, *rules, neighbour=neighbour.text if neighbour else "")

    def _table(self, laid: Laid) -> None:
        """Count a table: one that is cut ends where its last page does."""
        if laid.turned:
            self.pages, self.used, self.kept = self.pages + laid.turned, laid.last, 0
        elif laid.room.foot is None:
            self._take(laid.height, laid.height if laid.together else laid.height // laid.rows, keeps=False)
        self.off_grid = True

    def _take(self, height: int, step: int, *, keeps: bool) -> None:
        """Count a block that may go on over the page, but not within a step."""
        if self.used + step > self.height and self.used > self.kept:
            self.pages, self.used = self.pages + 1, self.kept
        while height > (room := self.height - self.used):
            height -= max(room // step * step, room if not self.used else 0)
            self.pages, self.used = self.pages + 1, 0
        self.used += height
        self.kept = self.kept + height if keeps else 0

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
        foot = twips_of_mm(theme.sheet.left) if kind.foot else None
        return Room(self.part.width(theme.sheet), self.height, self.used, cut=kind.new_page, foot=foot)


def _keeps_previous(theme: Theme, node: Element | None) -> bool:
    return node is not None and node.cls in theme.styles and theme.styles[node.cls].keep_previous
