"""Rows that go on where the header and the other rows end: a cell in them, or one above, spans too much."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.errors import InputError
from reportgen.ingest.columns.headers import Header, distinct
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold


def check(grid: Grid, header: Header) -> None:
    """Refuse a table of which a few rows are longer than the header: nobody can tell which cell is in its place."""
    rows = [row for row in grid.rows[header.body :] if len(distinct(row)) > 1]
    longer = [row for row in rows if row[-1].text.strip() and row[-1].address.row not in grid.short]
    if not longer or 2 * len(longer) >= len(rows) or not _ends_whole(grid.rows[header.start : header.body], grid):
        return
    row = longer[0]
    raise InputError(
        f"{grid.file}{grid.in_part}, row {row[-1].address.row}: 「{fold(row[-1].text)[:12]}」 stands beyond the last "
        "column of the header, for a cell of this row, or one that reaches down into it, spans too much; mend that "
        "cell."
    )


def _ends_whole(header: Sequence[Sequence[Cell]], grid: Grid) -> bool:
    """Tell whether the rows of a header end together, before others do; they do not where merged cells were lost."""
    ends = {max(at for at, cell in enumerate(row) if cell.text.strip()) for row in header}
    return len(ends) == 1 and all(row[-1].address.row in grid.short for row in header)
