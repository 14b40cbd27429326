"""Lists printed side by side under the same header again ▶ one list, the left one first."""

from __future__ import annotations

from dataclasses import replace

from reportgen.ingest.columns.headers import Header
from reportgen.ingest.formats.grid import Grid
from reportgen.text import fold

LEAST_COLUMNS = 2


def unfold(grid: Grid, header: Header) -> Grid:
    """Give the lists one below the other; a grid whose header does not repeat itself comes back as it is.

    An empty column may part the lists.
    """
    words = [tuple(fold(cell.text) for cell in head.path) for head in header.heads]
    size = next((size for size in range(LEAST_COLUMNS, len(words)) if _repeats(words, size)), None)
    if size is None or any(len(row) != len(words) for row in grid.rows):
        return grid
    names = {head.name for head in header.heads[:size]}
    if "progress" not in names or len(names) < LEAST_COLUMNS:
        return grid
    width = size if words[size] == words[0] else size + 1
    starts = range(0, len(words), width)
    body = [row[at : at + size] for at in starts for row in grid.rows[header.body :]]
    filled = tuple(row for row in body if any(cell.text.strip() for cell in row))
    above = tuple(row[:size] for row in grid.rows[header.start : header.body])
    titles = tuple(dict.fromkeys(cell for row in grid.rows[: header.start] for cell in row if cell.text.strip()))
    return replace(grid, rows=(*above, *filled), titles=(*grid.titles, *titles))


def _repeats(words: list[tuple[str, ...]], size: int) -> bool:
    """Tell whether the header is its first columns again and again, perhaps with an empty column between."""
    pattern, gap = words[:size], 0 if words[size] == words[0] else 1
    if gap and any(words[size]):
        return False
    whole = (pattern + [()] * gap) * ((len(words) + gap) // (size + gap))
    return [tuple(filter(None, word)) for word in words] == whole[: len(whole) - gap or None]
