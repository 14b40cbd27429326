"""Rows of one item, marked 计划 and 完成 in a column of their own ▶ one row, with columns for each mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.ingest.columns import periods
from reportgen.ingest.columns.headers import UNKNOWN, Head, Header, distinct
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

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column to come: where its cells stand, and in the rows of which mark; of all where it has none."""

    head: Head
    mark: str = ""


def unfold(grid: Grid, header: Header, words: Vocabulary) -> tuple[Grid, Header]:
    """Give one row for each item; a grid whose rows bear no such marks comes back as it is."""
    body = grid.rows[header.body :]
    in_place = all(len(row) == header.width for row in body)
    filled = [row for row in body if len(distinct(row)) > 1] if in_place else []
    at = next((head.index for head in header.heads if _marks(filled, head.index, words)), None)
    if at is None:
        return grid, header
    items = list(_items(body, at, words))
    marks = dict.fromkeys(fold(row[at].text) for rows in items for row in rows if len(rows) > 1)
    told = {head.index for head in header.heads if head.index > at and _told(head, items)}
    if not told:
        return grid, header
    columns = [
        Column(head, mark)
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
    own = [row[column.head.index] for row in rows if column.mark in ("", fold(row[at].text)) or len(rows) == 1]
    return joined(own) if own else Cell()


def _head(place: int, column: Column, words: Vocabulary) -> Head:
    """Head a column of one mark by its month and that: 7月计划."""
    head = column.head
    if not column.mark:
        return replace(head, index=place)
    time = head.stretch.words if head.stretch and head.path else ""
    lowest = Cell(head.path[-1].address if head.path else Cell().address, time + column.mark)
    return Head(place, words.of_path([lowest.text]) or UNKNOWN, (*head.path[:-1], lowest))
