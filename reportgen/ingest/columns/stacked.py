"""Tables one below the other in one grid ▶ a grid for each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.ingest.columns import asides
from reportgen.ingest.columns.headers import LEVELS, distinct, lines_above
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell

LEAST_WORDS = 3
MOST_OTHERS = 1 / 3  # share of a header's cells that may be other than plain words of the norms


def parts(grid: Grid, words: Vocabulary) -> Iterator[Grid]:
    """Give the tables; a grid with one header, or with the same one again, comes back as it is.

    Lines right above a header are its own; those above the first one are titles of all.
    """
    starts = _starts(grid.rows, words)
    titles = lines_above(grid, starts[0]) if starts else grid.titles
    bounds = [0, *(_with_lines_above(grid.rows, start) for start in starts[1:]), len(grid.rows)]
    if len(bounds) == 2:
        yield grid
        return
    for start, end in itertools.pairwise(bounds):
        yield replace(grid, rows=grid.rows[start:end], titles=titles if start else grid.titles)


def _starts(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> list[int]:
    """Find the rows with which headers begin that no header before them has said."""
    starts: list[int] = []
    said: set[tuple[str, ...]] = set()
    for at, row in enumerate(rows):
        if not _is_header(row, words):
            continue
        texts = asides.texts(row)
        if texts not in said and not (starts and at < starts[-1] + LEVELS):
            starts.append(at)
        said.add(texts)
    return starts


def _is_header(row: Sequence[Cell], words: Vocabulary) -> bool:
    first = next((cell for cell in row if cell.text.strip()), None)
    if first is None or words.name(first.text) is None:
        return False
    cells = distinct(row)
    known = sum(words.exact(cell.text) for cell in cells)
    return known >= LEAST_WORDS and len(cells) - known <= MOST_OTHERS * len(cells)


def _with_lines_above(rows: Sequence[Sequence[Cell]], start: int) -> int:
    while start and len(distinct(rows[start - 1])) <= 1:
        start -= 1
    return start
