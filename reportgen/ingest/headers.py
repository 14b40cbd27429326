"""Header rows ▶ columns: found by vocabulary anywhere in the first rows, one to three levels."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import InputError
from reportgen.ingest import periods
from reportgen.ingest.grid import Grid
from reportgen.ingest.vocabulary import EITHER, Vocabulary
from reportgen.records import Cell
from reportgen.text import fold

FIRST_ROWS = 15
LEVELS = 3
MOST_READINGS = 20_000  # ways to put a packed header back that are tried
UNKNOWN = "unknown"  # a header that the norms do not know
TIMES = re.compile(r"(?:时间|工期|时限|期限|年限|周期|起止)$")
ENDS = re.compile(r"完|竣|止|结束|终|建成")
COLUMN_NUMBER = re.compile(r"[甲乙丙丁戊己庚辛壬癸]|[\u2460-\u2473]|\(?\d{1,2}\)?(?:=[\d()/÷*×+\-%]+)?|栏次|[A-Z]")
NEVER_SPANNING = frozenset({"no", "lead_leader", "lead_unit", "support_units", "note", "rate", "status", "due"})

Path = tuple[Cell, ...]  # the header cells over one column, top to bottom


@dataclass(frozen=True, slots=True)
class Head:
    """One column as its header tells it; `index` counts from 0."""

    index: int
    name: str
    path: Path
    by_cells: bool = False  # named by what stands below, not by its words

    @property
    def header(self) -> str:
        return self.path[-1].text if self.path else ""

    @property
    def words(self) -> str:
        return "".join(cell.text for cell in self.path)

    @property
    def stretch(self) -> periods.Stretch | None:
        """Tell the stretch of time that the lowest header cell to name one names."""
        for cell in reversed(self.path):
            if found := periods.stretches(cell.text):
                return found[-1]
        return None


def rename(heads: Sequence[Head], changes: Mapping[int, str]) -> tuple[Head, ...]:
    """Give the columns at these indexes other names."""
    return tuple(replace(head, name=changes.get(head.index, head.name)) for head in heads)


def by_cells(heads: Sequence[Head], changes: Mapping[int, str]) -> tuple[Head, ...]:
    """Give columns names that their cells tell, and remember that."""
    return tuple(replace(head, by_cells=head.by_cells or head.index in changes) for head in rename(heads, changes))


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (`start` to `body` in Grid.rows) and its columns."""

    start: int
    body: int
    heads: tuple[Head, ...]

    @property
    def width(self) -> int:
        return len(self.heads)

    def named(self, name: str) -> tuple[Head, ...]:
        return tuple(head for head in self.heads if head.name == name)


def find(grid: Grid, words: Vocabulary) -> Header | None:
    """Find the header by its words; None where no row speaks like one."""
    for start, row in enumerate(grid.rows[:FIRST_ROWS]):
        if not speaks(row, words):
            continue
        body = start + 1
        for ahead in range(start + 1, min(start + LEVELS, len(grid.rows))):
            between = grid.rows[start:ahead]
            if _again(grid.rows[ahead], between) or not (ahead == body or _shared(between)):
                break
            if speaks(grid.rows[ahead], words):
                body = ahead + 1
        numbered = body < len(grid.rows) and _numbers_columns(grid.rows[body])
        body += numbered
        top = _top(grid, start)
        paths = _paths(grid, top, body - numbered, words)
        return Header(top, body, tuple(_head(index, path, words) for index, path in enumerate(paths)))
    return None


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """Tell a row below the header that only numbers its columns: 甲 乙 1 2 3=2/1."""
    cells = distinct(row)
    return len(cells) > 2 and all(COLUMN_NUMBER.fullmatch(cell.text.strip()) for cell in cells)


def _top(grid: Grid, start: int) -> int:
    """Go up to the rows whose merged cells reach down into the header: 东区 and 西区 over their columns."""
    while start and _shared(grid.rows[start - 1 : start + 1]):
        start -= 1
    return start


def speaks(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Tell whether a row is made of header words: two or more, and at least half of its cells."""
    cells = distinct(row)
    known = sum(words.speaks(cell.text) for cell in cells)
    return known >= 2 and 2 * known >= len(cells)


def _again(row: Sequence[Cell], above: Sequence[Sequence[Cell]]) -> bool:
    """Tell a header that is repeated from a further level of it."""
    texts = [cell.text for cell in distinct(row)]
    return any(texts == [cell.text for cell in distinct(other)] for other in above)


def _shared(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a merged cell of the first row reaches down to the last."""
    return bool(set(distinct(rows[0])) & set(distinct(rows[-1])))


def distinct(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """List the filled cells of a row, a merged one once."""
    beside = itertools.chain([None], row)
    return tuple(cell for cell, left in zip(row, beside, strict=False) if cell is not left and cell.text.strip())


def _head(index: int, path: Path, words: Vocabulary) -> Head:
    """Name a column by all its words where the norms list them, else by its lowest cell, all words, or one above.

    What stands under a time (工期: 开工, 竣工) is a day, what is asked under a part of the year (三季度: 目标) a plan.
    """
    texts = [cell.text for cell in path]
    joined = "".join(texts)
    tries = [*texts[-1:], joined, *reversed(texts[:-1])]
    if words.exact(joined):
        tries.insert(0, joined)
    if any(TIMES.search(fold(text)) for text in texts[:-1]):
        return Head(index, "due" if ENDS.search(fold(texts[-1])) else "extra", path)
    name = next((name for text in tries if (name := words.name(text))), UNKNOWN)
    head = Head(index, name, path)
    own_time = bool(path) and bool(periods.stretches(path[-1].text))
    return head if own_time else replace(head, name=words.timed(name, head.stretch))


def _paths(grid: Grid, start: int, body: int, words: Vocabulary) -> tuple[Path, ...]:
    rows = grid.rows[start:body]
    if not grid.flattened or len(rows) == 1 or any(_left_out(row) for row in rows):
        return _in_place(rows)
    return _packed(rows, grid, words)


def _left_out(row: Sequence[Cell]) -> bool:
    """Tell whether a row keeps the places of covered cells: an empty one stands before a filled one."""
    texts = [cell.text.strip() for cell in row]
    filled = [index for index, text in enumerate(texts) if text]
    return "" in texts[: filled[-1] if filled else 0]


def _in_place(rows: Sequence[Sequence[Cell]]) -> tuple[Path, ...]:
    """Read the header cells column by column; an empty cell above a filled one belongs to the one on its left."""
    width = max(len(row) for row in rows)
    above: list[Path] = [()] * width
    for level, row in enumerate(rows):
        lower = rows[level + 1] if level + 1 < len(rows) else ()
        last: Cell | None = None
        for index in range(width):
            cell = row[index] if index < len(row) else Cell()
            if cell.text.strip():
                last = cell
                if cell not in above[index]:
                    above[index] = (*above[index], cell)
            elif last and index < len(lower) and lower[index].text.strip():
                above[index] = (*above[index], last)
    return tuple(above)


# --- rows packed to the left, their merges lost --------------------------------------------------


def _packed(rows: Sequence[Sequence[Cell]], grid: Grid, words: Vocabulary) -> tuple[Path, ...]:
    """Put the lower header cells back under the upper ones that spanned them."""
    levels = [distinct(row) for row in rows]
    width = max(len(row) for row in grid.rows)
    trees = tuple(itertools.islice(_trees(levels, words), MOST_READINGS))
    readings = sorted(
        ((_fit(paths, words), paths) for paths in trees if len(paths) == width), key=lambda reading: -reading[0]
    )
    unsure = len(readings) > 1 and readings[0][0] == readings[1][0]
    if not readings or unsure or len(trees) == MOST_READINGS:
        seen = "、".join(fold(cell.text) for level in levels for cell in level)
        raise InputError(
            f"{grid.file}, line {rows[0][0].address.row}: the merged cells of the header ({seen}) were lost and "
            "can be put back in more than one way; give the Word, Excel or web file that it was copied from."
        )
    return readings[0][1]


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


def _fit(paths: tuple[Path, ...], words: Vocabulary) -> int:
    """Weigh a reading of a packed header: do the spanning cells announce what stands under them."""
    score = 0
    spans: dict[Cell, set[Cell]] = {}
    for path in paths:
        for upper, lower in itertools.pairwise(path):
            spans.setdefault(upper, set()).add(lower)
    for upper, lowers in spans.items():
        announced = words.names(upper.text)
        if len(lowers) == 1:
            score -= 1
        for lower in lowers:
            held = words.name(lower.text)
            wide = announced | ({"project", "target"} if EITHER in announced else set())
            score += 2 if held in wide else -1 if announced else 0
    return score
