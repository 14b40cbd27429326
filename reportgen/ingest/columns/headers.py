"""Header rows ▶ columns: found by vocabulary anywhere in the first rows, one to three levels."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.ingest.columns import naming, packed, periods
from reportgen.ingest.columns.contents import NUMBER
from reportgen.ingest.columns.header_words import DIGIT, HANZI
from reportgen.ingest.columns.naming import Path
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

FIRST_ROWS = 15
LEVELS = 3
LONGEST_WORD = 8  # letters, of a header that nobody knows
FIRST_NUMBERS = frozenset({"1", "01", "一", "1-1", "1.1"})
UNKNOWN = "unknown"  # a header that the norms do not know
MEASURED = re.compile(r"[(（][^()（）]{0,4}(?:元|米|里|亩|吨|%|人|户|个)[)）]\s*$")  # ends with its unit
COLUMN_NUMBER = re.compile(r"[甲乙丙丁戊己庚辛壬癸]|[\u2460-\u2473]|\(?\d{1,2}\)?(?:=[\d()/÷*×+\-%]+)?|栏次|[A-Z]")


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
    def title(self) -> str:
        """The header, with the one above it where only that tells the unit (资金情况（万元）: 年度安排、累计支付)."""
        above = next((text for text in self.texts[:-1] if MEASURED.search(text)), "")
        return f"{above}{self.header}" if above and not MEASURED.search(self.header) else self.header

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.path)

    @property
    def words(self) -> str:
        return "".join(self.texts)

    @property
    def yearly(self) -> bool:
        """Tell whether the header names the whole year."""
        return self.stretch is not None and self.stretch.whole_year

    @property
    def stretch(self) -> periods.Stretch | None:
        """Tell the stretch of time that the lowest header cell to name one names."""
        return naming.stretch(self.path)


def called(heads: Sequence[Head], *names: str) -> list[Head]:
    """List the columns that bear one of these names."""
    return [head for head in heads if head.name in names]


def indexes(heads: Sequence[Head], *names: str) -> list[int]:
    """List where the columns that bear one of these names stand."""
    return [head.index for head in heads if head.name in names]


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


def find(grid: Grid, words: Vocabulary, units: UnitNorms, month: str | None = None) -> Header | None:
    """Find the header by its words; None where no row speaks like one."""
    for start, row in itertools.islice(_of_several(grid), FIRST_ROWS):
        if not speaks(row, words) or not any(words.name(cell.text) for cell in distinct(row)):
            continue
        body = start + 1
        for ahead in range(start + 1, min(start + LEVELS, len(grid.rows))):
            between = grid.rows[start:ahead]
            if _again(grid.rows[ahead], between) or not (ahead == body or _shared(between)):
                break
            if numbered(grid.rows[ahead]):
                break
            if not grid.flattened and _complete(between[-1], grid.rows[ahead]):
                break
            lower = grid.rows[ahead]
            packed_below = _fills_up(between[-1], lower, grid) or _before_first(grid, start, ahead, words)
            if _reaches_down(between, lower) or speaks(lower, words) or packed_below:
                body = ahead + 1
        counted = body < len(grid.rows) and _numbers_columns(grid.rows[body])
        body += counted
        top = _top(grid, start)
        rows: Sequence[Sequence[Cell]] = grid.rows[top : body - counted]
        rows = packed.hung(rows) if grid.flattened else rows
        kept = _written_out(rows) or any(_left_out(row) for row in rows)
        flat = grid.flattened and len(rows) > 1 and not kept
        levels = [distinct(row) for row in rows]
        paths = packed.paths(levels, grid, body, words, units, month) if flat else _in_place(rows)
        return Header(top, body, _heads(paths, words))
    return None


def _of_several(grid: Grid) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Give the rows of several cells with their places; of lines above a table there may be any number."""
    return ((at, row) for at, row in enumerate(grid.rows) if len(distinct(row)) > 1)


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """Tell a row below the header that only numbers its columns: 甲 乙 1 2 3=2/1."""
    cells = distinct(row)
    return len(cells) > 2 and all(COLUMN_NUMBER.fullmatch(cell.text.strip()) for cell in cells)


def _complete(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Tell whether a row heads each column by a cell of its own, and the one below repeats none of them."""
    own = len(row) > 2 and len(distinct(row)) == len(row)
    return own and not {cell.text for cell in row} & {cell.text for cell in distinct(below)}


def numbered(row: Sequence[Cell]) -> bool:
    """Tell a row that begins with a number, as the items do."""
    cells = distinct(row)
    return bool(cells) and NUMBER.fullmatch(fold(cells[0].text)) is not None


def _top(grid: Grid, start: int) -> int:
    """Go up to the rows whose merged cells reach down into the header: 东区 and 西区 over their columns."""
    while start and _shared(grid.rows[start - 1 : start + 1]):
        start -= 1
    return start


def speaks(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Tell whether a row is made of header words: two or more, and half of its cells if 序号 is not the first."""
    cells = distinct(row)
    known = sum(words.speaks(cell.text) for cell in cells)
    return known >= 2 and (2 * known >= len(cells) or words.name(cells[0].text) == "no")


def _again(row: Sequence[Cell], above: Sequence[Sequence[Cell]]) -> bool:
    """Tell a header that is repeated from a further level of it."""
    texts = [cell.text for cell in distinct(row)]
    return any(texts == [cell.text for cell in distinct(other)] for other in above)


def _shared(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a merged cell of the first row reaches down to the last."""
    return bool(set(distinct(rows[0])) & set(distinct(rows[-1])))


def _reaches_down(rows: Sequence[Sequence[Cell]], below: Sequence[Cell]) -> bool:
    """Tell whether half and more of a row are merged cells that reach down from the header above it."""
    cells, above = distinct(below), {cell for row in rows for cell in distinct(row)}
    return bool(cells) and 2 * sum(cell in above for cell in cells) >= len(cells)


def _fills_up(row: Sequence[Cell], below: Sequence[Cell], grid: Grid) -> bool:
    """Tell a packed lower level of unknown words: with it the row above, one cell of it spanning, is whole."""
    cells, own = distinct(below), distinct(row)
    lacking = max(map(len, grid.rows)) - len(own)
    return grid.flattened and 1 < len(cells) < len(own) and len(cells) == lacking + 1 and _are_words(cells)


def _before_first(grid: Grid, start: int, at: int, words: Vocabulary) -> bool:
    """Tell a packed row with a header word (金额 | 占比) between 序号 and the first number: no item stands there."""
    cells = distinct(grid.rows[at])
    others = [cell for cell in cells if not words.speaks(cell.text)]
    numbered = words.name(distinct(grid.rows[start])[0].text) == "no"
    first = next(iter(distinct(grid.rows[at + 1]) if at + 1 < len(grid.rows) else ()), Cell())
    return (
        grid.flattened
        and numbered
        and fold(first.text) in FIRST_NUMBERS
        and len(others) < len(cells) > 1
        and _are_words(others)
    )


def _are_words(cells: Sequence[Cell]) -> bool:
    """Tell short words without a number in them: 中央, 省级."""
    texts = [fold(cell.text) for cell in cells]
    return all(len(text) <= LONGEST_WORD and HANZI.search(text) and not DIGIT.search(text) for text in texts)


def distinct(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """List the filled cells of a row, a merged one once."""
    # A list first: every row comes through here, and a generator takes twice the time.
    return tuple(
        [cell for cell, left in zip(row, (None, *row), strict=False) if cell is not left and cell.text.strip()]
    )


def lines_above(grid: Grid, start: int) -> tuple[Cell, ...]:
    """List the titles of a table: the text before it, and what its rows above `start` say."""
    return (*grid.titles, *(cell for row in grid.rows[:start] for cell in distinct(row)))


def _heads(paths: Sequence[Path], words: Vocabulary) -> tuple[Head, ...]:
    """Name the columns; one whose own word is unknown does not take the name that its neighbour bears by itself."""
    heads = tuple(Head(index, naming.named(path, words) or UNKNOWN, path) for index, path in enumerate(paths))
    own = {(head.path[0], head.name) for head in heads if len(head.path) > 1 and words.name(head.path[-1].text)}
    return tuple(
        replace(head, name=UNKNOWN)
        if len(head.path) > 1 and not words.name(head.path[-1].text) and (head.path[0], head.name) in own
        else head
        for head in heads
    )


def _left_out(row: Sequence[Cell]) -> bool:
    """Tell whether a row keeps the places of covered cells: an empty one stands before a filled one."""
    texts = [cell.text.strip() for cell in row]
    filled = [index for index, text in enumerate(texts) if text]
    return "" in texts[: filled[-1] if filled else 0]


def _written_out(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether merged cells were written out in each place they covered: a column repeats its upper cell below."""
    upper, lower = ([fold(cell.text) for cell in row] for row in (rows[0], rows[-1]))
    alike = (one == other != "" for one, other in zip(upper, lower, strict=False))
    return len(rows) > 1 and len(upper) == len(lower) and "" not in upper and any(alike)


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
                if cell.text not in (one.text for one in above[index]):
                    above[index] = (*above[index], cell)
            elif last and index < len(lower) and lower[index].text.strip():
                above[index] = (*above[index], last)
    return tuple(above)
