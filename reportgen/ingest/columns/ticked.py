"""Columns that are ticked, one for each state (已完成 | 按序时 | 滞后) ▶ one column that holds the state's word."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from reportgen.ingest.columns import header_words as said
from reportgen.ingest.columns.contents import FIGURE
from reportgen.ingest.columns.headers import Head, Header, distinct
from reportgen.ingest.columns.joining import joined
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

LEAST_STATES = 2
BETWEEN = "、"  # the states of a row that is ticked twice

Row = tuple[Cell, ...]


def unfold(grid: Grid, header: Header, words: Vocabulary) -> tuple[Grid, Header]:
    """Give the word over the tick of each row; a grid without such columns comes back as it is."""
    body = grid.rows[header.body :]
    run = _run(header.heads, words)
    cells = [[row[head.index] for head in run] for row in body if len(row) == header.width and len(distinct(row)) > 1]
    ticks = _ticks(cells, words) if all(len(row) == header.width for row in body) else frozenset()
    if len(run) < LEAST_STATES or not ticks:
        return grid, header
    first, *others = (head.index for head in run)
    kept = [head for head in header.heads if head.index not in others]
    places = [head.index for head in kept]
    padding = (Cell(),) * header.width
    above = [tuple((*row, *padding)[at] for at in places) for row in grid.rows[: header.body]]
    rows = (
        *above,
        *(tuple(_state(row, run, ticks, words) if at == first else row[at] for at in places) for row in body),
    )
    unseen = frozenset(place for place, head in enumerate(kept) if head.index in grid.unseen)
    heads = (_status(run) if head.index == first else head for head in kept)
    placed = tuple(replace(head, index=place) for place, head in enumerate(heads))
    return replace(grid, rows=rows, unseen=unseen, width=0), replace(header, heads=placed)


def _run(heads: Sequence[Head], words: Vocabulary) -> Sequence[Head]:
    """Find the first neighbouring columns that are headed by states."""
    runs = (list(run) for states, run in itertools.groupby(heads, lambda head: _of_state(head, words)) if states)
    return next((run for run in runs if len(run) >= LEAST_STATES), ())


def _of_state(head: Head, words: Vocabulary) -> bool:
    return said.BRACKETED.sub("", words.plain(head.header)) in words.states


def _ticks(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> frozenset[str]:
    """Give the marks that are ticks: all that stands there but figures of sums; ○ beside ● is none."""
    texts = [{fold(cell.text) for cell in row if not cell.blank} for row in rows]
    marked = [row for row in texts if row and not all(map(FIGURE.fullmatch, row))]
    marks = frozenset(itertools.chain.from_iterable(marked))
    ticks = (marks & words.ticks) - words.unticked or marks & words.ticks
    mostly = 2 * len(marked) > sum(map(bool, texts))
    return ticks if mostly and marks <= ticks | words.unticked else frozenset()


def _state(row: Row, run: Sequence[Head], ticks: frozenset[str], words: Vocabulary) -> Cell:
    """Give the word over a row's tick, at the place of the tick; what is no mark stays, be it a line or a sum."""
    ticked = (head for head in run if fold(row[head.index].text) in ticks)
    states = [Cell(row[head.index].address, fold(head.header)) for head in ticked]
    first = row[run[0].index]
    return joined(states, BETWEEN) if states else Cell(first.address) if fold(first.text) in words.unticked else first


def _status(run: Sequence[Head]) -> Head:
    """Head the one column by what spans the states, else by all of them."""
    first = run[0]
    over = first.path[:-1] if all(head.path[:-1] == first.path[:-1] for head in run) else ()
    named = Cell(first.path[-1].address, "/".join(fold(head.header) for head in run))
    return Head(first.index, "status", over or (named,))
