"""Rows of labelled cells below an item (4月份进展：… | 存在问题：…) ▶ columns of the item's own row."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from reportgen.ingest.columns import forms, headers, labelled
from reportgen.ingest.columns.forms import Pair
from reportgen.ingest.columns.headers import Header, called, distinct
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

Row = tuple[Cell, ...]
Told = dict[str, Cell]  # what stands behind each label below an item


def unfold(grid: Grid, header: Header, words: Vocabulary) -> Grid:
    """Give a column for each label of the rows below the items, one of which must report, as no other column does.

    A grid without such rows comes back as it is, and so does one where a row tells of no item, or twice of one.
    """
    if grid.flattened or grid.short or called(header.heads, "progress"):
        return grid
    rows = grid.rows[header.body :]
    pairs = [_pairs(row, above, words) for above, row in itertools.pairwise(grid.rows[header.body - 1 :])]
    labels: dict[str, Cell] = {}
    for label, _ in itertools.chain.from_iterable(pairs):
        labels.setdefault(fold(label.text), label)
    items = _items(rows, pairs)
    if items is None or "progress" not in {words.name(label.text) for label in labels.values()}:
        return grid
    above = [(*row, *labels.values()) for row in grid.rows[header.start : header.body]]
    body = [(*row, *(told.get(label, _beyond(row)) for label in labels)) for row, told in items]
    return replace(grid, rows=(*above, *body), titles=headers.lines_above(grid, header.start), width=0)


def _pairs(row: Row, above: Row, words: Vocabulary) -> list[Pair]:
    """Give the labels and values of a row of nothing else but cells that reach down into it, if one reports."""
    own = [forms.within(cell, words) for cell in distinct(row) if cell not in above]
    pairs = list(itertools.chain.from_iterable(own))
    reports = any(words.name(label.text) in labelled.INSIDE["progress"] for label, _ in pairs)
    return pairs if reports and all(own) else []


def _items(rows: Sequence[Row], pairs: Sequence[Sequence[Pair]]) -> list[tuple[Row, Told]] | None:
    """Put what is told under the items; None where a row tells of none, or says what was said of it already."""
    items: list[tuple[Row, Told]] = []
    for row, told in zip(rows, pairs, strict=True):
        values = {fold(label.text): value for label, value in told}
        if not told:
            items.append((row, {}))
        elif not items or len(distinct(items[-1][0])) < 2 or len(values) < len(told) or values.keys() & items[-1][1]:
            return None
        else:
            items[-1][1].update(values)
    return items


def _beyond(row: Row) -> Cell:
    """Give what a row says in a column behind its last: a line that is merged over it goes on."""
    return row[-1] if len(distinct(row)) == 1 else Cell()
