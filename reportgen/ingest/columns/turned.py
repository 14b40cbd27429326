"""Lists on their side ▶ lists: labels in the first column, or in the second behind groups of them, and items beside."""

from __future__ import annotations

from dataclasses import replace

from reportgen.ingest.columns.headers import distinct
from reportgen.ingest.columns.meanings import THINGS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid

LEAST_LABELS = 3
LEAST_ITEMS = 2
MOST_ROWS = 60  # labels fill no more


def unfold(grid: Grid, words: Vocabulary) -> Grid:
    """Give a row for each column behind the labels; a grid that is no such list comes back as it is.

    Lines above and below it become titles and notes. A list whose merges are lost, or with hidden columns, whose items
    none might see, is not turned.
    """
    whole = len({len(row) for row in grid.rows}) == 1
    if not whole or grid.unseen or len(grid.rows) > MOST_ROWS:
        return grid
    return next((found for at in (0, 1) if (found := _turned(grid, at, words))), grid)


def _turned(grid: Grid, at: int, words: Vocabulary) -> Grid | None:
    """Turn a grid whose labels stand in a column, if there are enough and no other column holds any."""
    if len(grid.rows[0]) < at + 1 + LEAST_ITEMS:
        return None
    named = [place for place, row in enumerate(grid.rows) if len(distinct(row)) > 1 and words.name(row[at].text)]
    if len(named) < LEAST_LABELS:
        return None
    rows = grid.rows[named[0] : named[-1] + 1]
    labels, items = [row[at].text for row in rows], [row[at + 1 :] for row in rows]
    names = {words.name(label) for label in labels}
    sure = sum(map(words.exact, labels))
    alone = not any(words.exact(cell.text) for row in items for cell in row)
    if not alone or sure < LEAST_LABELS or 2 * sure < len(rows) or "progress" not in names or not THINGS & names:
        return None
    columns = tuple(dict.fromkeys(zip(*rows, strict=True)))
    if len(columns) < at + 1 + LEAST_ITEMS:
        return None
    above, below = (
        tuple(cell for row in part for cell in distinct(row))
        for part in (grid.rows[: named[0]], grid.rows[named[-1] + 1 :])
    )
    unseen = frozenset(place for place, row in enumerate(rows) if row[at].address.row in grid.hidden)
    return replace(
        grid,
        rows=columns,
        titles=(*grid.titles, *above),
        notes=(*below, *grid.notes),
        hidden=frozenset(),
        unseen=unseen,
        width=0,
    )
