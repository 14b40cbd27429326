"""Rows of one item, marked 计划 and 完成, or each of a month ▶ one row, with columns for each mark or month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from reportgen.ingest.columns import periods
from reportgen.ingest.columns.headers import UNKNOWN, Head, Header, distinct, indexes
from reportgen.ingest.columns.joining import joined
from reportgen.ingest.columns.meanings import ASKING
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

INTENDED = frozenset({"plan", "amount", *ASKING})
REPORTED = frozenset({"progress"})
MARKS = INTENDED | REPORTED | {"problem", "next_step", "rate", "status"}
OPEN = frozenset({UNKNOWN, "extra", "plan", "progress"})  # what a mark may make of a column
NOW = frozenset({"problem", "next_step", "rate", "status"})  # what holds of the last month only
NAMES = frozenset({"project", *ASKING})  # of the columns by which the rows of an item are known
MONTHLY = re.compile(r"(?:填报|上报|报送|统计|进展|报告|所属)?(?:月份?|月度|期[次别]|报告期)")  # not 完成月份

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column to come: where its cells stand, and in the rows of which mark; of all where it has none.

    Where the marks are months, what all rows say again holds as the last of them says it.
    """

    head: Head
    mark: str = ""
    monthly: bool = False


def unfold(grid: Grid, header: Header, words: Vocabulary) -> tuple[Grid, Header]:
    """Give one row for each item; a grid whose rows bear no such marks comes back as it is."""
    body = grid.rows[header.body :]
    in_place = all(len(row) == header.width for row in body)
    filled = [row for row in body if len(distinct(row)) > 1] if in_place else []
    at = next((head.index for head in header.heads if _marks(filled, head.index, words)), None)
    month = next((head.index for head in header.heads if _months(filled, head)), None) if at is None else None
    if at is not None:
        items = list(_items(body, at, words))
    elif month is not None:
        at, items = month, _by_name(body, month, header)
    else:
        return grid, header
    marks = dict.fromkeys(fold(row[at].text) for rows in items for row in rows if len(rows) > 1)
    told = {head.index for head in header.heads if head.index > at and _told(head, items)}
    if month is not None:
        reports = set(indexes(header.heads, "progress")) & told or told
        items = [_reported(rows, reports) for rows in items]
    if not told:
        return grid, header
    columns = [
        Column(head, mark, monthly=month is not None)
        for head in header.heads
        if head.index != at
        for mark in (marks if head.index in told else [""])
    ]
    padding = (Cell(),) * header.width
    above = [tuple((*row, *padding)[column.head.index] for column in columns) for row in grid.rows[: header.body]]
    rows = (*above, *(tuple(_cell(column, rows, at) for column in columns) for rows in items))
    unseen = frozenset(place for place, column in enumerate(columns) if column.head.index in grid.unseen)
    heads = tuple(_head(place, column, words) for place, column in enumerate(columns))
    return replace(grid, rows=rows, unseen=unseen, width=0), replace(header, heads=heads)


def _marks(rows: Sequence[Row], at: int, words: Vocabulary) -> bool:
    """Tell a column that holds nothing but such marks, one of what is intended and one of what is reported."""
    said = {row[at].text for row in rows}
    if len(said) > len(MARKS):
        return False
    names = {words.name(text) for text in said}
    return bool(names & INTENDED) and bool(names & REPORTED) and names <= MARKS and all(map(words.exact, said))


def _months(rows: Sequence[Row], head: Head) -> bool:
    """Tell a column of the months that its rows report."""
    if head.name not in (UNKNOWN, "extra") or not MONTHLY.fullmatch(fold(head.header)):
        return False
    said = {row[head.index].text for row in rows}
    return len(said) > 1 and all(_month(text) for text in said)


def _month(text: str) -> tuple[int, int] | None:
    """Read a cell that names a month and nothing else: its year, 0 where it names none, and the month."""
    told = periods.stretches(text)
    alone = len(told) == 1 and told[0].first == told[0].last and not periods.without(text)
    return (told[0].year or 0, told[0].last) if alone else None


def _by_name(body: Sequence[Row], at: int, header: Header) -> list[list[Row]]:
    """Gather the rows of each item by what names it, wherever they stand, in order of their months.

    A row without a name is of the item above; a line of one cell stands alone.
    """
    names = [head.index for head in header.heads if head.name in NAMES]
    gathered: dict[tuple[str, ...], list[Row]] = {}
    name: tuple[str, ...] = ()
    for number, row in enumerate(body):
        if len(distinct(row)) < 2:
            gathered[f"{number}",] = [row]
            continue
        own = tuple(fold(row[index].text) for index in names)
        name = own if any(own) else name
        gathered.setdefault(name, []).append(row)
    return [sorted(rows, key=lambda row: _month(row[at].text) or (0, 0)) for rows in gathered.values()]


def _reported(rows: Sequence[Row], reports: Set[int]) -> list[Row]:
    """Leave out the months at the end of which nothing is reported yet."""
    filled = [at for at, row in enumerate(rows, start=1) if any(row[index].text.strip() for index in reports)]
    return list(rows[: max(filled, default=1)])


def _items(body: Sequence[Row], at: int, words: Vocabulary) -> Iterator[list[Row]]:
    """Gather the rows of each item: a mark that was said already begins another; a line of one cell stands alone."""
    rows: list[Row] = []
    for row in body:
        marked = words.name(row[at].text) is not None and len(distinct(row)) > 1
        if rows and (not marked or fold(row[at].text) in {fold(other[at].text) for other in rows}):
            yield rows
            rows = []
        if marked:
            rows.append(row)
        else:
            yield [row]
    if rows:
        yield rows


def _told(head: Head, items: Sequence[Sequence[Row]]) -> bool:
    """Tell a column in which the rows of an item say different things, or are to do so in months to come."""
    merged = any(row[head.index] is rows[0][head.index] for rows in items for row in rows[1:] if row[head.index].text)
    to_come = head.stretch is not None and not periods.without(head.header)
    filled = any(row[head.index].text.strip() for rows in items for row in rows[1:])
    return head.name in OPEN and not merged and (to_come or filled)


def _cell(column: Column, rows: Sequence[Row], at: int) -> Cell:
    """Give the cell of one mark; of a column that all rows share, what stands in any."""
    index = column.head.index
    own = [row[index] for row in rows if column.mark in ("", fold(row[at].text)) or len(rows) == 1]
    if column.monthly and not column.mark:
        filled = [cell for cell in own if cell.text.strip() or column.head.name in NOW]
        return filled[-1] if filled else own[0]
    return joined(own) if own else Cell()


def _head(place: int, column: Column, words: Vocabulary) -> Head:
    """Head a column of one mark by its month and that (7月计划), of a month by it and its own words (7月进展)."""
    head = column.head
    if not column.mark:
        return replace(head, index=place)
    time = head.stretch.words if head.stretch and head.path else ""
    text = column.mark + head.header if column.monthly else time + column.mark
    lowest = Cell(head.path[-1].address if head.path else Cell().address, text)
    return Head(place, words.of_path([lowest.text]) or UNKNOWN, (*head.path[:-1], lowest))
