"""Tables measured row by row before anything is laid out: every line is broken beforehand. All lengths are in pt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.render import columns
from reportgen.render.theme_parts import PT_PER_MM, TableStyle, Type
from reportgen.render.tree import Element
from reportgen.render.typeset import SetLine, Setter


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is set: its node, the column and row where it begins, what it spans, its lines and width."""

    node: Element
    column: int
    rows: int
    columns: int
    width: float
    lines: tuple[SetLine, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of set cells, its height by the cells that end in it, and how much of that fills the page."""

    cells: tuple[Cell, ...]
    height: float
    air: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one group that stand on one page; `new_page` where a page begins with them."""

    rows: tuple[Row, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's geometry: the class and the width of each column, and its style."""

    style: TableStyle
    columns: tuple[str, ...]
    widths: tuple[float, ...]

    def width(self, column: int, span: int) -> float:
        """Tell the room for text in a cell."""
        return sum(self.widths[column : column + span]) - 2 * self.style.padding[1] * PT_PER_MM - self.style.rule

    def height(self, lines: int, letters: Type) -> float:
        """Tell the height of a cell of so many lines, with one of its two rules."""
        return lines * letters.line + 2 * self.style.padding[0] * PT_PER_MM + self.style.rule


def grid(table: Element, style: TableStyle, width: float) -> Grid:
    """Share a width out among a table's columns."""
    shares = columns.widths(table, style, width / PT_PER_MM)
    return Grid(style, columns.names(table, style), tuple(share * PT_PER_MM for share in shares))


def groups(table: Element, tag: str, geometry: Grid, setter: Setter) -> list[list[Row]]:
    """Set the rows of each thead or tbody, and measure them."""
    return [_set_rows(group, geometry, setter) for group in table.elements if group.tag == tag]


def _set_rows(group: Element, geometry: Grid, setter: Setter) -> list[Row]:
    rows = []
    for placed in columns.placed(group.elements):
        cells = tuple(_cell(node, column, geometry, setter) for column, node in placed)
        rows.append(Row(cells, 0.0))
    return measured(rows, geometry)


def _cell(node: Element, column: int, geometry: Grid, setter: Setter) -> Cell:
    width = geometry.width(column, node.colspan)
    return Cell(node, column, node.rowspan, node.colspan, width, set_lines(node, column, width, geometry, setter))


def set_lines(node: Element, column: int, width: float, geometry: Grid, setter: Setter) -> tuple[SetLine, ...]:
    letters = _letters(node, geometry)
    look = geometry.style.columns.get(geometry.columns[column])
    if geometry.style.hang:
        return tuple(setter.hung_cell(node, letters, width))
    if node.tag == "th":
        return tuple(setter.even_cell(node, letters, width, rising=True))
    # Words with a mark before them are better parted as late as they can be.
    if look is not None and look.align == "center" and not node.elements:
        return tuple(setter.even_cell(node, letters, width))
    return tuple(setter.cell(node, letters, width))


def _letters(node: Element, geometry: Grid) -> Type:
    return geometry.style.head if node.tag == "th" else geometry.style.cell


def measured(rows: Sequence[Row], geometry: Grid) -> list[Row]:
    """Give rows their heights; a spanning cell that needs more than its rows have stretches the last of them."""
    empty = geometry.height(0, geometry.style.cell)
    heights = [max((_need(cell, geometry) for cell in row.cells if cell.rows == 1), default=empty) for row in rows]
    for index, row in enumerate(rows):
        for cell in row.cells:
            last = min(index + cell.rows, len(rows))
            lacking = _need(cell, geometry) - sum(heights[index:last])
            heights[last - 1] += max(0.0, lacking)
    return [Row(row.cells, height) for row, height in zip(rows, heights, strict=True)]


def _need(cell: Cell, geometry: Grid) -> float:
    return geometry.height(len(cell.lines), _letters(cell.node, geometry))


def height(rows: Iterable[Row]) -> float:
    return sum(row.height for row in rows)
