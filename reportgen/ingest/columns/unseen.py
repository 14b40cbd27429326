"""Tables of a file that nobody sees: hidden ones, and copies that a page lays over the table it scrolls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.ingest.columns.headers import speaks
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid

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
