"""Header rows packed to the left, their merges lost: every lower cell hung again under the one that spanned it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reportgen.errors import InputError
from reportgen.ingest.columns import hanging, periods
from reportgen.ingest.columns.contents import contents
from reportgen.ingest.columns.naming import Path
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.columns.weighing import FAULT, IN_TIME, Scales
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.sources import file_month
from reportgen.text import fold

MOST_READINGS = 20_000  # ways to put a packed header back that are tried
MOST_FAULTS = 1  # columns whose cells may not fit their names
ASIDE = frozenset({"extra", "rate", "status"})  # without which a table can be judged

Role = tuple[str | None, object]  # what a column is, and of what time where it has one


def paths(
    levels: Sequence[Sequence[Cell]],
    grid: Grid,
    body: int,
    words: Vocabulary,
    units: UnitNorms,
    month: str | None = None,
) -> tuple[Path, ...]:
    """Put the lower header cells back under the upper ones that spanned them, by the words and by what stands below.

    Raises InputError where several readings are as likely as each other, or where the likeliest does not fit.
    """
    held = contents(grid.rows[body:], words, units, flattened=True)
    scales = Scales(words, held, _month(grid.file, month))
    readings = (tree for width in _widths(grid) for tree in hanging.trees(levels, words, width))
    trees = tuple(itertools.islice(readings, MOST_READINGS))
    agreed = _agreed(_likely(trees, scales), scales)
    if agreed is None or not _fits(agreed, trees, scales) or len(trees) == MOST_READINGS:
        seen = "、".join(fold(cell.text) for level in levels for cell in level)
        raise InputError(
            f"{grid.file}, line {levels[0][0].address.row}: the merged cells of the header ({seen}) were lost and "
            "can be put back in more than one way; give the Word, Excel or web file that it was copied from."
        )
    return agreed


def _widths(grid: Grid) -> range:
    """Give how many columns there may be: as many as are filled, or more where rows end with empty places.

    Such a place may be that of a column in which nothing stands, or may have been written for none.
    """
    filled = (at for row in grid.rows for at, cell in enumerate(row, 1) if cell.text.strip())
    return range(max(filled), max(map(len, grid.rows)) + 1)


def _likely(trees: Sequence[tuple[Path, ...]], scales: Scales) -> list[tuple[Path, ...]]:
    """Choose the readings with the most points, and those for which the words of the header speak clearly more.

    What stands in a single column does not overrule such words.
    """
    weighed = {tree: scales.points(tree) for tree in trees}
    most = max(weighed.values(), default=0)
    best = [tree for tree, points in weighed.items() if points == most]
    spoken = max(map(scales.spoken, best), default=0)
    close = (tree for tree, points in weighed.items() if most - FAULT < points < most)
    return best + [tree for tree in close if scales.spoken(tree) >= spoken + FAULT]


def _agreed(trees: Sequence[tuple[Path, ...]], scales: Scales) -> tuple[Path, ...] | None:
    """Choose of readings that mean the same, but for rates and states that one of them keeps aside, the one that does.

    A 完成率 that may be that of the money is none to judge by.
    """
    if len(set(map(len, trees))) > 1:
        return None  # of several widths: each would put the cells under other words
    roles = {tree: _meaning(tree, scales) for tree in trees}
    doubtful = [
        len({name for name, _ in told} - ASIDE) > 0 and len(set(told)) > 1 for told in zip(*roles.values(), strict=True)
    ]
    if any(doubtful):
        return None
    return max(trees, key=lambda tree: sum(name == "extra" for name, _ in roles[tree]), default=None)


def _fits(chosen: tuple[Path, ...], trees: Sequence[tuple[Path, ...]], scales: Scales) -> bool:
    """Tell a reading with one misfit at most, which all others have too or the words outweigh."""
    faults = scales.faults(chosen)
    least = faults == min(map(scales.faults, trees))
    return faults <= MOST_FAULTS and (least or scales.points(chosen) >= 0)


def _month(file: str, asked: str | None) -> tuple[int, int] | None:
    """Tell the month of a table by what is asked for, else by the name of its file."""
    return (int(asked[:4]), int(asked[5:7])) if asked else file_month(file)


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


def _meaning(tree: Sequence[Path], scales: Scales) -> tuple[Role, ...]:
    """What a reading takes each column for, and of what time where it has one (problems and names have none).

    Two readings that differ only in what spans a column, or in what spends the money that it tells, mean the same.
    """
    return tuple(_role(path, scales) for path in tree)


def _role(path: Path, scales: Scales) -> Role:
    texts = [cell.text for cell in path]
    name = "extra" if scales.words.funded(*texts) else scales.name(path)
    return name, next(filter(None, map(periods.stretches, reversed(texts))), None) if name in IN_TIME else None
