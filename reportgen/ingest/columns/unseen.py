"""What nobody sees of a file: hidden tables, copies that a page lays over the table it scrolls, old states of rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from reportgen.ingest.columns.headers import speaks
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Item
from reportgen.text import fold

HIDDEN, COPY = "被隐藏", "与另一张表相同"


def tables(grids: Sequence[Grid], words: Vocabulary) -> Iterator[tuple[Grid, str]]:
    """Give the tables with the reason why each is left out, if any; where all are hidden, none is for that."""
    shown = [grid for grid in grids if grid.rows and not _hidden(grid)]
    for at, grid in enumerate(grids):
        if shown and grid.rows and _hidden(grid):
            yield grid, HIDDEN
        else:
            yield grid, COPY if any(_copies(grid, before, words) for before in grids[:at]) else ""


def _hidden(grid: Grid) -> bool:
    return all(max(cell.address.row for cell in row) in grid.hidden for row in grid.rows)


def _copies(grid: Grid, before: Grid, words: Vocabulary) -> bool:
    """Tell a copy, some of whose cells may be left empty; a header said again heads the rows behind it."""
    alike = bool(grid.rows) and len(grid.rows) == len(before.rows) and grid.rows[0][0].address.style == "text"
    return alike and not all(speaks(row, words) for row in grid.rows) and _said(grid) <= _said(before)


def _said(grid: Grid) -> frozenset[tuple[int, int, str]]:
    return frozenset(
        (cell.address.row, cell.address.column, cell.text) for row in grid.rows for cell in row if cell.text.strip()
    )


def copies(items: Sequence[Item], hidden: Set[int]) -> Mapping[int, Item]:
    """Give for the number of each hidden item that is but an old state of one that is shown that other one.

    Other hidden rows are items: a sheet hides them by a filter, a page until one asks for more.
    """
    rows = {item.target.address.row for item in items}
    shown = [item for item in items if item.target.address.row not in hidden]
    same = {_identity(item): item for item in shown}
    numbered = {_place(item): item for item in shown if item.project_no is not None}
    named = {(_place(item), fold(item.project.text)) for item in shown}
    found: dict[int, Item] = {}
    for item in (item for item in items if item.target.address.row in hidden and not item.target.blank):
        renamed = _names_itself(item) and (_place(item), fold(item.project.text)) not in named
        other = same.get(_identity(item)) or (numbered.get(_place(item)) if renamed else None)
        if other and not (other.project.address == item.project.address and item.project.address.row in rows):
            found[item.no] = other  # else they are two parts of one project, whose name is merged over both
    return found


def _identity(item: Item) -> tuple[object, ...]:
    """Know an item by all but what is planned, reported and noted of it."""
    cells = (("", item.project), ("", item.target), ("", item.lead_unit), *item.extra)
    return item.project_no, *((header, fold(cell.text)) for header, cell in cells)


def _names_itself(item: Item) -> bool:
    """Tell a row of a page or document, which no filter hides, that names a project by itself."""
    name = item.project
    return name.address.style == "text" and not name.blank and name.address.row == item.target.address.row


def _place(item: Item) -> tuple[object, ...]:
    """Give the number of an item's project with what stands before its name: numbers may begin anew in each class."""
    before = (cell for _, cell in item.extra if cell.address.column < item.project.address.column)
    return item.project_no, *(fold(cell.text) for cell in before)
