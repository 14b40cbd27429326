"""Text without a table ▶ a table: lines of labels and values (责任单位：…), each project perhaps below a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from reportgen.ingest.columns import forms, numbered
from reportgen.ingest.columns.forms import Pair
from reportgen.ingest.columns.headings import LONGEST_HEADING, MARK
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

COUNTED = re.compile(r"\(?\d{1,3}(?:[.、)](?!\d)|\ufe0f?\u20e3)|;")  # 1.公园, (1)公园, 1️⃣公园, ①公园


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
    heading = _headings(lines, told, named=named)
    begin -= not named and begin - 1 in heading
    pairs = list(_pairs(lines, told, begin, heading, named=named))
    if not forms.tells(pairs, words):
        return None
    return forms.listed(replace(grid, flattened=False, titles=(*grid.titles, *lines[:begin])), pairs, words)


def _headings(lines: Sequence[Cell], told: Sequence[Sequence[Pair]], *, named: bool) -> set[int]:
    """Find the headings: those with numbers, and what stands before each label of the words of the first one."""
    first = next((fold(pairs[0][0].text) for pairs in told if pairs), "")
    starts = [at for at, pairs in enumerate(told) if pairs and fold(pairs[0][0].text) == first]
    before = {at - 1 for at in starts if at and not told[at - 1] and _short(lines[at - 1])}
    numbered_ones = {at for at, line in enumerate(lines) if _heads(line)}
    return numbered_ones if named or len(before) < max(2, len(starts)) else numbered_ones | before


def _pairs(
    lines: Sequence[Cell], told: Sequence[Sequence[Pair]], begin: int, heading: Set[int], *, named: bool
) -> Iterator[Pair]:
    """Pair labels and values: a heading is the name of the project, unless a label is; a further line goes on with the
    value before it where a label follows, else it stands alone.
    """
    waiting: Pair | None = None
    for at, line in enumerate(lines[begin:], start=begin):
        follows = any(told[at + 1 : at + 2])
        if not told[at] and at not in heading and waiting and follows:
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
            yield (Cell(line.address, forms.NAME) if at in heading and follows and not named else Cell(), line)
    if waiting:
        yield waiting


def _heads(line: Cell) -> bool:
    """Tell a numbered heading from a sentence."""
    text = fold(line.text)
    return (MARK.match(text) or COUNTED.match(text)) is not None and _short(line)


def _short(line: Cell) -> bool:
    text = fold(line.text)
    return len(text) <= LONGEST_HEADING and not text.endswith(("。", ";"))
