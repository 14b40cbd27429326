"""Rows of pasted text that the lines within a cell have broken over several lines ▶ one row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.ingest.columns.headers import FIRST_ROWS
from reportgen.ingest.columns.pasted import LEAST_HEADERS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

LEAST_SHARE = 3  # one row in so many may be broken: else cells that merges have lost might look like it

Row = tuple[Cell, ...]


def mended(grid: Grid, words: Vocabulary) -> Grid:
    """Put broken rows together where each numbered row comes to just as many cells as the header has.

    The numbers are to follow one another without a row between them; else the grid comes back as it is.
    """
    if not grid.flattened:
        return grid
    start = next((at for at, row in enumerate(grid.rows[:FIRST_ROWS]) if _heads(row, words)), None)
    if start is None:
        return grid
    body, width = grid.rows[start + 1 :], len(grid.rows[start])
    rows: list[Row] = []
    at = broken = 0
    while at < len(body) and _numbered(body[at], len(rows) + 1):
        row, past = _whole(body, at, width, len(rows) + 2)
        if len(row) != width:
            return grid
        broken += past > at + 1
        rows.append(row)
        at = past
    alone = all(len(row) == 1 for row in body[at:])
    if not broken or not alone or len(rows) < LEAST_SHARE * broken:
        return grid
    return replace(grid, rows=(*grid.rows[: start + 1], *rows, *body[at:]))


def _heads(row: Row, words: Vocabulary) -> bool:
    names = [words.name(cell.text) for cell in row]
    return names[0] == "no" and sum(name is not None for name in names) >= LEAST_HEADERS


def _numbered(row: Row, number: int) -> bool:
    return fold(row[0].text) == str(number)


def _whole(body: Sequence[Row], at: int, width: int, following: int) -> tuple[Row, int]:
    """Put the lines behind a row to its last cell until it has all its cells or the next number follows."""
    row, past = body[at], at + 1
    while len(row) < width and past < len(body) and not _numbered(body[past], following):
        first, *others = body[past]
        last = Cell(row[-1].address, f"{row[-1].text}\n{first.text}")
        row, past = (*row[:-1], last, *others), past + 1
    return row, past
