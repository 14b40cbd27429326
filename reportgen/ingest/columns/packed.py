"""Header rows packed to the left, their merges lost: every lower cell hung again under the one that spanned it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from reportgen.errors import InputError
from reportgen.ingest.columns import periods
from reportgen.ingest.columns.contents import MOSTLY, SELDOM, Contents, contents
from reportgen.ingest.columns.meanings import EITHER
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

SPEAKS = 3  # points of words by which one reading is clearly better than another
MOST_READINGS = 20_000  # ways to put a packed header back that are tried
NEVER_SPANNING = frozenset({"no", "lead_leader", "lead_unit", "support_units", "note", "rate", "status", "due"})
NEEDED = {  # what must stand in some cells at least of a column of this name
    **dict.fromkeys(("lead_unit", "support_units"), ("unit",)),
    **dict.fromkeys(("amount",), ("digit",)),
    "rate": ("figure",),
    "no": ("number",),
    "due": ("day", "steps"),
}
BARRED = {  # what cannot stand in most of them
    **dict.fromkeys(("target", "project", "plan", "progress", "problem", "next_step"), ("unit",)),
    **dict.fromkeys(("lead_leader", "lead_unit", "status"), ("counting", "report", "figure")),
    "measure": ("digit",),
}

IN_TIME = frozenset({"target", "amount", "plan", "progress", "rate", "status"})  # what stands under 8月

Path = tuple[Cell, ...]  # the header cells over one column, top to bottom


def paths(
    levels: Sequence[Sequence[Cell]], grid: Grid, body: int, words: Vocabulary, units: UnitNorms
) -> tuple[Path, ...]:
    """Put the lower header cells back under the upper ones that spanned them, by the words and by what stands below.

    Raises InputError where several readings are as likely as each other.
    """
    width = max(len(row) for row in grid.rows)
    held = contents(grid.rows[body:], words, units, flattened=True)
    trees = tuple(itertools.islice(_trees(levels, words), MOST_READINGS))
    weighed = ((_against(tree, held, words), -_fit(tree, words), tree) for tree in trees if len(tree) == width)
    readings = sorted(weighed, key=lambda reading: reading[:2])
    best = [tree for against, fit, tree in readings if (against, fit) == readings[0][:2]]
    unsure = len({_meaning(tree, words) for tree in best}) > 1
    # Where the words speak clearly for another reading than the cells below do, neither is to be trusted.
    unsure = unsure or any(other[1] + SPEAKS <= readings[0][1] for other in readings)
    if not readings or unsure or len(trees) == MOST_READINGS:
        seen = "、".join(fold(cell.text) for level in levels for cell in level)
        raise InputError(
            f"{grid.file}, line {levels[0][0].address.row}: the merged cells of the header ({seen}) were lost and "
            "can be put back in more than one way; give the Word, Excel or web file that it was copied from."
        )
    return readings[0][2]


def hung(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Put a lower row that alone was packed to the left back under the cells above it that keep the places they span.

    The upper row tells how many each one spans by the empty places behind it, as long as others follow.
    """
    if len(rows) != 2:
        return rows
    upper, lower = rows
    told = [cell for cell in lower if cell.text.strip()]
    under = _spanned(upper)
    if not told or told != list(lower[: len(told)]) or len(told) != len(under) or under[0] == 0:
        return rows
    placed = dict(zip(under, told, strict=True))
    return upper, tuple(placed.get(at, Cell()) for at in range(len(upper)))


def _spanned(row: Sequence[Cell]) -> list[int]:
    """The places of the cells of a row behind which empty ones stand, and of those, up to the last filled cell."""
    filled = [at for at, cell in enumerate(row) if cell.text.strip()]
    wide = ((at, after) for at, after in itertools.pairwise(filled) if after > at + 1)
    return [place for at, after in wide for place in range(at, after)]


def _meaning(tree: Sequence[Path], words: Vocabulary) -> tuple[object, ...]:
    """What a reading takes each column for, and of what time where it has one (problems and names have none).

    Two readings that differ only in what spans a column mean the same.
    """
    texts = [[cell.text for cell in path] for path in tree]
    names = [words.of_path(path) for path in texts]
    times = (next(filter(None, map(periods.stretches, reversed(path))), None) for path in texts)
    return tuple((name, time if name in IN_TIME else None) for name, time in zip(names, times, strict=True))


def _trees(levels: Sequence[Sequence[Cell]], words: Vocabulary) -> Iterator[tuple[Path, ...]]:
    """Give every way to hang each lower level under the one above, in order."""

    def row(level: int, count: int, at: tuple[int, ...]) -> Iterator[tuple[tuple[Path, ...], tuple[int, ...]]]:
        if count == 0:
            yield (), at
            return
        for paths, after in node(level, at):
            for rest, end in row(level, count - 1, after):
                yield paths + rest, end

    def node(level: int, at: tuple[int, ...]) -> Iterator[tuple[tuple[Path, ...], tuple[int, ...]]]:
        if at[level] == len(levels[level]):
            return
        cell = levels[level][at[level]]
        after = (*at[:level], at[level] + 1, *at[level + 1 :])
        yield ((cell,),), after
        if level + 1 < len(levels) and words.name(cell.text) not in NEVER_SPANNING:
            for count in range(1, len(levels[level + 1]) - at[level + 1] + 1):
                for paths, end in row(level + 1, count, after):
                    yield tuple((cell, *path) for path in paths), end

    used = tuple(len(level) for level in levels)
    for paths, end in row(0, len(levels[0]), (0,) * len(levels)):
        if end == used:
            yield paths


def _against(paths: Sequence[Path], held: Contents, words: Vocabulary) -> int:
    """Count the columns whose cells do not fit the name that a reading of the header gives them."""
    faults = 0
    for index, path in enumerate(paths):
        texts = [cell.text for cell in path]
        name = words.of_path(texts)
        faults += bool(held.cells.get(index)) and words.funded(*texts) and held.share(index, "figure") < SELDOM
        if name and held.cells.get(index):
            lacking = name in NEEDED and held.share(index, *NEEDED[name]) < SELDOM
            faults += lacking or (name in BARRED and held.share(index, *BARRED[name]) >= MOSTLY)
    return faults


def _fit(paths: tuple[Path, ...], words: Vocabulary) -> int:
    """Weigh a reading of a packed header: do the spanning cells announce what stands under them."""
    score = 0
    spans: dict[Cell, dict[Cell, None]] = {}  # in order
    for path in paths:
        for upper, lower in itertools.pairwise(path):
            spans.setdefault(upper, {})[lower] = None
    for upper, lowers in spans.items():
        announced = words.names(upper.text) if periods.without(upper.text) else IN_TIME
        if len(lowers) == 1:
            score -= 1
        for lower in lowers:
            held = words.name(lower.text)
            wide = announced | ({"project", "target"} if EITHER in announced else set())
            wide = wide | ({"plan"} if "progress" in announced else set())  # 推进情况 over 推进计划 and 进展
            score += 2 if held in wide else -1 if announced else 0
        score -= _out_of_order(tuple(lowers)) + _out_of_time(upper, tuple(lowers))
    return score


def _out_of_time(upper: Cell, lowers: Sequence[Cell]) -> int:
    """Count the times (一季度, 二季度) that do not lie in the one that the cell above them names (9月末)."""
    spanned = next(iter(periods.stretches(upper.text)), None)
    told = (found[-1] for cell in lowers if (found := periods.stretches(cell.text)))
    return sum(not spanned.first <= one.first <= one.last <= spanned.last for one in told) if spanned else 0


def _out_of_order(lowers: Sequence[Cell]) -> int:
    """Count the times (4月, 5月) under one cell that stand behind a later one."""
    ends = [found[-1].last for cell in lowers if (found := periods.stretches(cell.text))]
    return sum(after < before for before, after in itertools.pairwise(ends))
