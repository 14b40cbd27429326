"""Tables without a header that do not stand under the columns of the one before, though they go on with its items."""

from __future__ import annotations

from reportgen.errors import InputError
from reportgen.ingest.columns.headers import Header, distinct
from reportgen.ingest.formats.grid import Grid
from reportgen.text import fold

LEAST_CELLS, LEAST_TEXTS = 4, 2  # of the row of an item; lists of people, money or signatures have fewer texts
TEXT = 8  # characters from which a cell tells something


def check(grid: Grid, before: Header) -> None:
    """Refuse a table most of whose rows look like items: left out, they would be lost."""
    rows = [[fold(cell.text) for cell in cells] for row in grid.rows if (cells := distinct(row))]
    items = [row for row in rows if len(row) >= LEAST_CELLS and sum(len(text) >= TEXT for text in row) >= LEAST_TEXTS]
    if grid.flattened or 2 * len(items) <= len(rows):
        return
    raise InputError(
        f"{grid.file}{grid.in_part}: 「{items[0][0][:12]}」 and the rows below it have no header, and "
        f"{len(grid.rows[0])} columns where the table before has {before.width}; give them its header, or its columns."
    )
