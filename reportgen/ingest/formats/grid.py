"""The grid: one table as any format gives it, before anybody has read its headers."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.records import Cell

Why = Literal["struck", "raised", "sign", "hidden"]


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that stand in a table and were not read: struck out, a note's number, an unknown sign, hidden.

    `words` has the address of the cell that they stand in.
    """

    why: Why
    words: Cell


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of one file.

    `rows` holds the cells in reading order. Where the format tells merges, every position that a merge covers holds
    the very same Cell (same address), and all rows are equally long. Where it does not (`flattened`: pipe text, pasted
    text), rows are as long as they were typed and merges are lost, to be put back by `items`.
    `titles` are the lines of text that stand before the table (in the document or above it), `notes` those after it;
    `hidden` holds the row numbers (as in Address.row) that the file hides, `unseen` the places of hidden columns in
    `rows`, from 0; `short` the numbers of rows that end before others do: cells were lost, or last ones left out.
    `width` counts the columns as laid out, those left out of `rows` as empty too (0 where the format tells none).
    `gaps` says that empty cells were not written at all (text divided by blanks or lines), so that a short row may
    lack any of them. `unread` holds what cells hold besides and was left out. `over_all` are the lines with which the
    file begins, which tell the time of tables without titles of their own; `year` is that of the file's other tables,
    for one that names none.
    """

    file: str
    part: str
    rows: tuple[tuple[Cell, ...], ...]
    flattened: bool = False
    titles: tuple[Cell, ...] = ()
    notes: tuple[Cell, ...] = ()
    hidden: frozenset[int] = frozenset()
    unseen: frozenset[int] = frozenset()
    short: frozenset[int] = frozenset()
    width: int = 0
    gaps: bool = False
    unread: tuple[Unread, ...] = ()
    over_all: tuple[Cell, ...] = ()
    year: int | None = None

    @property
    def in_part(self) -> str:
        """The part as a message names it behind the file, empty where the file has one table only."""
        return f" ({self.part})" if self.part else ""


def of_part(grid: Grid, part: str) -> Grid:
    """Give a grid as another part of its file, in the addresses of its cells too; a merged cell stays one."""
    moved: dict[int, Cell] = {}

    def placed(cell: Cell) -> Cell:
        if id(cell) not in moved:
            moved[id(cell)] = Cell(replace(cell.address, part=part), cell.text)
        return moved[id(cell)]

    rows = tuple(tuple(placed(cell) for cell in row) for row in grid.rows)
    titles, notes = (tuple(placed(cell) for cell in cells) for cells in (grid.titles, grid.notes))
    unread = tuple(replace(left, words=placed(left.words)) for left in grid.unread)
    return replace(grid, part=part, rows=rows, titles=titles, notes=notes, unread=unread)


def unmerged(grid: Grid) -> Grid:
    """Give the rows of a ruled grid as text has them: a merged cell once in each, short rows as long as they are."""
    rows = []
    for row in grid.rows:
        cells = [cell for cell, left in zip(row, itertools.chain([None], row), strict=False) if cell is not left]
        while row[-1].address.row in grid.short and cells and not cells[-1].text.strip():
            cells.pop()
        rows.append(tuple(cells))
    return replace(grid, rows=tuple(rows), flattened=True, short=frozenset())
