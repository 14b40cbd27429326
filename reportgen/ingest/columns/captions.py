"""What stands above a table's header of the project that all its rows belong to: 项目名称：…, 责任领导：…."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.ingest.columns import asides
from reportgen.ingest.columns.headers import distinct, lines_above, speaks
from reportgen.ingest.columns.meanings import RESPONSIBLE, UNITS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

OF_ALL = RESPONSIBLE | {"no", "project"}
LABEL = r"(?:[^\s:：()（）]|[(（][^\s:：()（）]*[)）]){2,12}"  # not 一、公园（牵头领导
LABELLED = re.compile(rf"(?:^|(?<=\s))({LABEL})\s*[:：]\s*([^:：]*?)(?=\s+{LABEL}\s*[:：]|\s*$)")
SENTENCE = re.compile(r"[。；;]")
DUTY = re.compile(asides.DUTY)
SEAL = re.compile(r"\s*[（(](?:盖章|公章|印章|签章|签字|签名)[)）]$")


def told(lines: Sequence[Cell], words: Vocabulary) -> dict[str, Cell]:
    """Give what the lines above a header tell of all rows below it, by canonical name; of two the lower one tells."""
    found: dict[str, Cell] = {}
    for line in lines:
        found |= dict(_labelled(line, words))
    return found


def tells(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Tell a row that speaks of the project of the rows below: a line with labels, or labels beside their values."""
    cells = distinct(row)
    return _paired(row, words) or (len(cells) == 1 and any(_labelled(cells[0], words)))


def lifted(grid: Grid, words: Vocabulary) -> Grid:
    """Make the labels that stand beside their values above a header lines of the table's title."""
    above = list(itertools.takewhile(lambda row: len(distinct(row)) < 2 or _paired(row, words), grid.rows))
    below = grid.rows[len(above) :]
    if not any(_paired(row, words) for row in above) or not below or not speaks(below[0], words):
        return grid
    titles = (cell for row in above for cell in (_lines(row) if _paired(row, words) else distinct(row)))
    return replace(grid, rows=below, titles=(*grid.titles, *titles))


def others(grid: Grid, start: int, words: Vocabulary) -> tuple[Cell, ...]:
    """List the lines above a header that speak of more than the rows below it."""
    of_all = [row for row in grid.rows[:start] if not tells(row, words)]
    titles = tuple(cell for cell in grid.titles if not any(_labelled(cell, words)))
    return lines_above(replace(grid, rows=tuple(of_all), titles=titles), len(of_all))


def _labelled(line: Cell, words: Vocabulary) -> Iterator[tuple[str, Cell]]:
    """Give the values of the labels that speak of a project in a line of nothing but labels and values."""
    text = line.text.strip()
    if SENTENCE.search(text):
        return
    told = UNITS if DUTY.search(fold(text)) else OF_ALL  # a leader in such a line signs it
    for label, value in LABELLED.findall(text):
        name = words.name(label)
        if name in told and value and not DUTY.search(fold(label)):
            yield name, Cell(line.address, SEAL.sub("", value))


def _paired(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Tell a row of labels, of which one names or counts the project, each with a value beside it."""
    cells = distinct(row)
    labels, values = cells[::2], cells[1::2]
    names = {words.name(label.text) for label in labels if words.exact(label.text)}
    alone = len(labels) == len(values) and all(words.exact(label.text) for label in labels)
    return alone and bool(names & {"no", "project"}) and not any(words.name(value.text) for value in values)


def _lines(row: Sequence[Cell]) -> Iterator[Cell]:
    """Write each pair of a row as a line."""
    cells = distinct(row)
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        yield Cell(value.address, f"{label.text.strip()}：{value.text.strip()}")
