"""Which tables of a file tell of the works, and which of nothing but money or sums."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from reportgen.ingest.columns import contents, headers, reporting, stacked
from reportgen.ingest.columns.body import Sheet
from reportgen.ingest.columns.headers import called
from reportgen.ingest.columns.meanings import THINGS, UNITS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

OF_SUMS = "是分类汇总"
LEAST_COLUMNS = 3  # of a table of sums below the list
SUMMED = frozenset({"progress", "rate", "status", None})  # what its columns are called; those of items have targets
NAMING = THINGS | {"plan", "due"}  # what a list of projects has


def without_sums(grid: Grid, words: Vocabulary, units: UnitNorms) -> tuple[Grid, Sequence[Grid]]:
    """Part tables of sums from the list above them: 类别 | 项目数 | 正常推进 | 滞后 over nothing but figures."""
    heads = [at for at, row in enumerate(grid.rows) if _heads_sums(row, words)]
    header = headers.find(grid, words, units) if heads else None
    if header is None or header.start in heads:
        return grid, ()
    spans = [
        (stacked.with_lines_above(grid.rows, at, words), at + 1 + count)
        for at in heads
        if at > header.body and (count := _summed(grid.rows[at + 1 :]))
    ]
    kept = [row for at, row in enumerate(grid.rows) if not any(top <= at < end for top, end in spans)]
    return replace(grid, rows=tuple(kept)), [replace(grid, rows=grid.rows[top:end]) for top, end in spans]


def _heads_sums(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Tell the words over sums: how many there are, and how far they are, of each of what the first one names."""
    first, *others = headers.distinct(row) or (Cell(),)
    return (
        _of_classes(first, words)
        and len(others) >= LEAST_COLUMNS - 1
        and all(words.name(cell.text) in SUMMED and not _is_figure(cell) for cell in others)
    )


def counts_projects(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Tell a header over the number of projects of each class or unit, or over what states they are in.

    类别 | 项目数 | 已完成 | 滞后; where a column names the projects themselves, it heads a list.
    """
    cells = [cell for cell in headers.distinct(row) if words.name(cell.text) != "no"]
    others = [cell for cell in cells if not _of_classes(cell, words)]
    if not cells or cells[0] in others or len(others) < LEAST_COLUMNS - 1:
        return False
    sign = any(words.counted(cell.text) or words.plain(cell.text) in words.states for cell in others)
    return sign and not any(words.names(cell.text) & NAMING for cell in others if not words.counted(cell.text))


def _of_classes(cell: Cell, words: Vocabulary) -> bool:
    return words.group(cell.text) or words.name(cell.text) in UNITS


def _summed(rows: Sequence[Sequence[Cell]]) -> int:
    """Count the rows up to an empty one or a line, where each has but figures behind a name; else there are none."""
    sums = list(itertools.takewhile(lambda cells: len(cells) > 1, map(headers.distinct, rows)))
    bare = all(not _is_figure(name) and all(map(_is_figure, figures)) for name, *figures in sums)
    return len(sums) if bare else 0


def parted(found: Sequence[Sheet], words: Vocabulary) -> tuple[Sequence[Sheet], Sequence[tuple[Sheet, str]]]:
    """Keep the tables that tell of the works; those of money or of sums are passed over beside such only, and why."""
    passed: list[tuple[Sheet, str]] = []
    for beside, why in ((_of_money, "说的是资金"), (_of_sums, OF_SUMS)):
        others = [sheet for sheet in found if beside(sheet, words)]
        if len(others) < len(found):
            found = [sheet for sheet in found if sheet not in others]
            passed += [(sheet, why) for sheet in others]
    return found, passed


def _of_money(sheet: Sheet, words: Vocabulary) -> bool:
    """Tell a table that reports nothing but money, and what share of it is spent."""
    heads = sheet.layout.heads
    reports = called(heads, *reporting.TELLS)
    return any(words.funded(*head.texts) for head in heads) and all(
        words.funded(*head.texts) or words.of_path(head.texts) == "rate" for head in reports
    )


def _of_sums(sheet: Sheet, words: Vocabulary) -> bool:
    """Tell a table that only counts: 领域 | 项目数, 项目 | 子项数 | 完成率, or figures that no word names reports.

    How the projects that it counts go may be said in words.
    """
    named, *others = (head for head in sheet.layout.heads if head.name != "no")
    rows = [row for row in sheet.grid.rows[sheet.header.body :] if headers.distinct(row)]
    cells = (row[head.index] for row in rows for head in others if head.index < len(row))
    reports = called(others, "progress")
    told = all(head.by_cells or words.of_path(head.texts) == "rate" for head in reports)
    counts = [head.index for head in others if words.counted(head.header)]
    if counts and counts_projects(sheet.grid.rows[sheet.header.start], words):
        return all(_is_figure(row[at]) for row in rows for at in counts if len(headers.distinct(row)) > 1)
    sums = words.group(named.header) or told
    return sums and all(cell.blank or _is_figure(cell) for cell in cells)


def _is_figure(cell: Cell) -> bool:
    return contents.FIGURE.fullmatch(fold(cell.text)) is not None
