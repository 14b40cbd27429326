"""The sheets of a workbook of any kind, those that it shows and those that it hides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from reportgen.errors import InputError
from reportgen.ingest.formats.grid import Grid

Sheet = TypeVar("Sheet")

NO_SHEET = "the workbook shows no worksheet (macros, charts or hidden ones only); unhide the sheet with the table."


def grids(sheets: Iterable[tuple[Sheet, bool]], read: Callable[[Sheet], Grid]) -> tuple[Grid, ...]:
    """Read the sheets that hold anything, and beside such those that are not shown: all their rows are hidden.

    A hidden one that cannot be read is passed over: nobody sees it, and nobody could mend it.
    """
    known = list(sheets)
    if not any(shown for _, shown in known):
        raise InputError(NO_SHEET)
    found: list[Grid] = []
    for sheet, shown in known:
        if shown:
            found.append(read(sheet))
        else:
            with suppress(InputError):
                found.append(_hidden(read(sheet)))
    filled = tuple(grid for grid in found if grid.rows)
    return filled if any(len(grid.hidden) < len(grid.rows) for grid in filled) else ()


def _hidden(grid: Grid) -> Grid:
    return replace(grid, hidden=frozenset(max(cell.address.row for cell in row) for row in grid.rows))
