"""Text without a table ▶ a table: lines of labels and values (责任单位：…), each project perhaps below a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.ingest.columns import forms, numbered
from reportgen.ingest.columns.forms import Pair
from reportgen.ingest.columns.headings import LONGEST_HEADING, MARK
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

COUNTED = re.compile(r"\(?\d{1,3}[.、)](?!\d)")


def unfold(grid: Grid, words: Vocabulary) -> Grid:
    """Give a row for each project that lines of labels tell of; other grids come back as they are."""
    if not grid.flattened or any(len(row) > 1 for row in grid.rows):
        return grid
    lines = [row[0] for row in grid.rows]
    return _listed(grid, lines, words) or _listed(grid, numbered.labelled(lines, words), words) or grid


def _listed(grid: Grid, lines: Sequence[Cell], words: Vocabulary) -> Grid | None:
    """Give a row for each project, if the labels of these lines tell of any."""
    told = [forms.within(line, words) for line in lines]
    named = any(words.name(label.text) == "project" for pairs in told for label, _ in pairs)
    begin = next((at for at, pairs in enumerate(told) if pairs), len(lines))
    begin -= not named and begin > 0 and _heads(lines[begin - 1])
    pairs = list(_pairs(lines[begin:], told[begin:], named=named))
    if not forms.tells(pairs, words):
        return None
    return forms.listed(replace(grid, flattened=False, titles=(*grid.titles, *lines[:begin])), pairs, words)


def _pairs(lines: Sequence[Cell], told: Sequence[Sequence[Pair]], *, named: bool) -> Iterator[Pair]:
    """Pair labels and values: a heading is the name of the project, unless a label is; a further line goes on with the
    value before it where a label follows, else it stands alone.
    """
    waiting: Pair | None = None
    for at, line in enumerate(lines):
        heads = _heads(line)
        follows = any(told[at + 1 : at + 2])
        if not told[at] and not heads and waiting and follows:
            label, value = waiting
            waiting = (label, replace(value, text=f"{value.text}\n{line.text}".strip()))
            continue
        if waiting:
            yield waiting
        waiting = None
        if told[at]:
            *before, waiting = told[at]
            yield from before
        else:
            yield (Cell(line.address, forms.NAME) if heads and follows and not named else Cell(), line)
    if waiting:
        yield waiting


def _heads(line: Cell) -> bool:
    """Tell a numbered heading from a sentence."""
    text = fold(line.text)
    marked = MARK.match(text) or COUNTED.match(text)
    return marked is not None and len(text) <= LONGEST_HEADING and not text.endswith(("。", ";"))
