"""Every way to hang the cells of packed header rows, in order, under the ones that may have spanned them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.ingest.columns.header_words import BRACKETED
from reportgen.ingest.columns.naming import Path
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.records import Cell
from reportgen.text import fold

NEVER_SPANNING = frozenset({"no", "note", "rate", "status"})
SELDOM_SPANNING = frozenset({"lead_leader", "lead_unit", "support_units", "due"})  # 责任单位 over 牵头 and 配合
Used = tuple[int, ...]  # how many cells of each level are hung already, and how many more may span others


def trees(levels: Sequence[Sequence[Cell]], words: Vocabulary, width: int) -> Iterator[tuple[Path, ...]]:
    """Give every way to hang each lower level under the one above, in order, so that `width` columns come out."""
    used = (*(len(level) for level in levels), 0)
    for paths, end in _row(levels, words, 0, len(levels[0]), (*[0] * len(levels), sum(used) - width)):
        if end == used:
            yield paths


def _row(
    levels: Sequence[Sequence[Cell]], words: Vocabulary, level: int, count: int, at: Used
) -> Iterator[tuple[tuple[Path, ...], Used]]:
    """Hang what follows under the next `count` cells of a level."""
    if count == 0:
        yield (), at
        return
    for paths, after in _node(levels, words, level, at):
        for rest, end in _row(levels, words, level, count - 1, after):
            yield paths + rest, end


def _node(
    levels: Sequence[Sequence[Cell]], words: Vocabulary, level: int, at: Used
) -> Iterator[tuple[tuple[Path, ...], Used]]:
    """Hang nothing under the next cell of a level, or one cell and more of the level below."""
    if at[level] == len(levels[level]):
        return
    cell = levels[level][at[level]]
    after = (*at[:level], at[level] + 1, *at[level + 1 :])
    yield ((cell,),), after
    if level + 1 < len(levels) and after[-1] > 0 and _may_span(cell, words):
        spanning = (*after[:-1], after[-1] - 1)
        for count in range(1, len(levels[level + 1]) - at[level + 1] + 1):
            for paths, end in _row(levels, words, level + 1, count, spanning):
                yield tuple((cell, *path) for path in paths), end


def _may_span(cell: Cell, words: Vocabulary) -> bool:
    """Tell a cell that may span others; of rates only such as 进度(%), over 序时 and 实际."""
    return words.name(cell.text) not in NEVER_SPANNING or words.name(BRACKETED.sub("", fold(cell.text))) == "progress"
