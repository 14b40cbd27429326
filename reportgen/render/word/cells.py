"""Cells of tables, written as XML: their width, ground and paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from reportgen.render import blocks, rows
from reportgen.render.counting import even_room
from reportgen.render.theme_parts import TableStyle, Type
from reportgen.render.tree import Element
from reportgen.render.word.paragraphs import Look, runs
from reportgen.render.word.review import commented
from reportgen.render.word.styles import cell_id, cell_inset
from reportgen.render.word.wordml import properties, tag, twips, value

TOLERANCE = 0.25  # em that a line may be wider in Word than it was counted to be


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's class and geometry, its columns' widths in twips, and the height in pt from which a row may be cut.

    `paged` tells whether its rows were counted out on pages; `anchors` has the number of the item whose comment
    belongs to a cell, by the identity of the cell's node.
    """

    name: str
    geometry: rows.Grid
    widths: tuple[int, ...]
    tallest: float
    paged: bool
    anchors: Mapping[int, int]


def written(cell: rows.Cell, grid: Grid, look: Look, *placing: str) -> str:
    """Make the XML of a cell; `placing` tells where its paragraph may stand."""
    style = look.theme.tables[grid.name]
    head = cell.node.tag == "th"
    column = style.columns.get(grid.geometry.columns[cell.column]) if cell.columns == 1 else None
    letters = style.head if head else style.cell
    text = runs(_in_lines(cell) if head else cell.node, letters.face, look.fonts)
    no = grid.anchors.get(id(cell.node))
    if no is not None and no in look.commented:
        text = commented(text, no)
    width = sum(grid.widths[cell.column : cell.column + cell.columns])
    align = "center" if head else column.align if column else "left"
    name = cell_id(grid.name, align, head=head)
    if style.hang:
        hang = _hanging(cell.node, style, letters)
    else:
        hang = _evened(cell, letters) if align == "center" and not head and not cell.node.elements else ""
    merge = "restart" if cell.rows > 1 else ""
    mark = blocks.ground(cell.node, look.theme)
    colour = look.theme.marks[mark].ground if mark else ""
    return f"{_opening(width, cell.columns, merge, colour, name, *placing, hang)}{text}</w:p></w:tc>"


def _in_lines(cell: rows.Cell) -> Element:
    """Write out where the lines of a head end, so that no program parts its words (牵头区/领导)."""
    if cell.node.elements or len(cell.lines) < 2:
        return cell.node
    first, *others = (line.text for line in cell.lines)
    ends = (part for line in others for part in (Element("br"), line))
    return replace(cell.node, children=(first, *ends))


def _evened(cell: rows.Cell, letters: Type) -> str:
    """Narrow a centred text from both sides, so that no line is left with a single letter."""
    room = round(cell.width / letters.size, 4)
    spare = room - even_room(cell.node.text, room) - TOLERANCE
    inset = int(spare / 2 * twips(letters.size))
    return tag("ind", left=inset, right=inset) if inset > 0 else ""


def covered(column: int, columns: int, grid: Grid) -> str:
    """Make the rest of a cell that reaches down from a row above."""
    width = sum(grid.widths[column : column + columns])
    return f"{_opening(width, columns, 'continue', '', cell_id(grid.name, 'left'))}</w:p></w:tc>"


@lru_cache(maxsize=1024)
def _opening(width: int, columns: int, merge: str, ground: str, style: str, *placing: str) -> str:
    """Begin a cell and its paragraph; few cells of a table differ in this."""
    cell = properties(
        "tcPr",
        tag("tcW", w=width, type="dxa"),
        value("gridSpan", columns) if columns > 1 else "",
        value("vMerge", merge) if merge else "",
        tag("shd", val="clear", color="auto", fill=ground) if ground else "",
        value("vAlign", "center"),
    )
    return f"<w:tc>{cell}<w:p>{properties('pPr', value('pStyle', style), *placing)}"


def _hanging(node: Element, style: TableStyle, letters: Type) -> str:
    """Let the further lines of a labelled cell begin under the first letter after its label."""
    label = blocks.LABEL.match(node.text)
    if not label or not label[0]:
        return ""
    hang, inset = round(blocks.ems(label[0]) * twips(letters.size)), cell_inset(style)
    return tag("ind", left=inset + hang, right=inset, hanging=hang)
