"""Tables one below the other in one grid ▶ a grid for each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.ingest.columns import asides, captions
from reportgen.ingest.columns.headers import LEVELS, distinct, numbered, speaks
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
    titles = captions.others(grid, starts[0], words) if starts else grid.titles
    bounds = [0, *(with_lines_above(grid.rows, start, words) for start in starts[1:]), len(grid.rows)]
    if len(bounds) == 2:
        yield grid
        return
    for start, end in itertools.pairwise(bounds):
        yield replace(grid, rows=grid.rows[start:end], titles=titles if start else grid.titles)


def begins(grid: Grid, words: Vocabulary) -> bool:
    """Tell whether a grid begins with a header of its own, known by 序号: it goes on under no other."""
    rows = (cells for row in grid.rows if len(cells := distinct(row)) > 1)
    return any(_numbers(cells[0], words) for cells in itertools.islice(rows, 1))


def _starts(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> list[int]:
    """Find the rows with which headers begin; one said again, as on a further page, begins nothing.

    It does below a line that tells of another project; a row that 序号 reaches down into, be it an item's, never does.
    """
    starts: list[int] = []
    said: set[tuple[str, ...]] = set()
    for at, row in enumerate(rows):
        reaches_down = at > 0 and bool(cells := distinct(row)) and cells[0] in rows[at - 1]
        if reaches_down or not _is_header(row, words, rows[starts[-1]] if starts else ()):
            continue
        texts = asides.texts(row)
        lines = rows[with_lines_above(rows, at, words) : at]
        anew = not starts or any(captions.tells(line, words) for line in lines)
        if anew or (texts not in said and not _goes_on(rows[starts[-1] : at + 1], words)):
            starts.append(at)
            said = set()
        said.add(texts)
    return starts


def _goes_on(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> bool:
    """Tell whether the last row is a further level of the header that the first begins: no item stands between."""
    between = [row for row in rows[1:-1] if len(distinct(row)) > 1]
    return len(rows) <= LEVELS and all(speaks(row, words) and not numbered(row) for row in between)


def _is_header(row: Sequence[Cell], words: Vocabulary, above: Sequence[Cell]) -> bool:
    """Tell a header by its words, those of money too, or by 序号, where the header above it begins with that."""
    cells = distinct(row)
    if not cells or words.name(cells[0].text) is None:
        return False
    if len(cells) > 1 and above and _numbers(cells[0], words) and _numbers(distinct(above)[0], words):
        return True
    known = sum(words.exact(cell.text) or words.funded(cell.text) for cell in cells)
    return known >= LEAST_WORDS and len(cells) - known <= MOST_OTHERS * len(cells)


def _numbers(cell: Cell, words: Vocabulary) -> bool:
    return words.exact(cell.text) and words.name(cell.text) == "no"


def with_lines_above(rows: Sequence[Sequence[Cell]], start: int, words: Vocabulary) -> int:
    """Go up from a header to the first of the lines right above it, which are its own."""
    while start and (len(distinct(rows[start - 1])) <= 1 or captions.tells(rows[start - 1], words)):
        start -= 1
    return start
