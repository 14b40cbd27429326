"""Grid and columns ▶ Table: merges filled, flattened rows repaired, every cell with its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import InputError
from reportgen.ingest import columns as roles
from reportgen.ingest import headers, repair
from reportgen.ingest.columns import Layout
from reportgen.ingest.grid import Grid
from reportgen.ingest.headers import Head, Header
from reportgen.ingest.vocabulary import Vocabulary, vocabulary
from reportgen.norms import Norms
from reportgen.records import Cell, Column, Item, Project, Table
from reportgen.text import fold

ITEM_CELLS = (
    *("project", "target", "plan", "progress", "rate", "status", "problem", "next_step", "note"),
    *("lead_leader", "lead_unit", "support_units"),
)
NUMBER_IN_NAME = re.compile(r"(\d{1,3})[.、](?!\d)")
PLAIN_NUMBER = re.compile(r"[1-9]\d{0,3}")

Row = tuple[Cell, ...]  # one body row, a cell for every column


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid with its columns settled."""

    grid: Grid
    header: Header
    layout: Layout


def table(
    grids: Sequence[Grid], norms: Norms, *, month: str | None = None, columns: Mapping[str, str] | None = None
) -> Table:
    """Read the grids of one or more files as one table of projects; InputError says what stands in the way."""
    words = vocabulary(norms.columns, columns or {})
    sheets = [_sheet(grid, norms, words, month) for grid in grids]
    items: list[Item] = []
    for sheet in sheets:
        items += [_item(len(items) + n, row, sheet.layout) for n, row in enumerate(_rows(sheet, norms), start=1)]
    first = sheets[0].layout
    names = tuple(
        Column(head.name if head.name in (*ITEM_CELLS, "no", "due") else "extra", head.header, head.index + 1)
        for head in first.heads
    )
    files = tuple(dict.fromkeys(grid.file for grid in grids))
    return Table(files, first.period, names, projects(items))


def _sheet(grid: Grid, norms: Norms, words: Vocabulary, month: str | None) -> Sheet:
    header = headers.find(grid, words)
    if header is None:
        raise InputError(f"{grid.file}: no header row was found in the first {headers.FIRST_ROWS} rows.")
    offices = any(fold(cell.text).endswith(norms.units.endings) for row in grid.rows[header.body :] for cell in row)
    heads = roles.settle(header.heads, words, offices=offices)
    above = [*grid.titles, *(cell for row in grid.rows[: header.start] for cell in headers.distinct(row))]
    return Sheet(grid, header, roles.layout(heads, above, grid.file, month))


def _rows(sheet: Sheet, norms: Norms) -> Iterator[Row]:
    """Give the body rows, each with a cell for every column."""
    body = sheet.grid.rows[sheet.header.body :]
    known = repair.profile(sheet.layout.heads, body, norms.units)
    above: Row = ()
    for row in body:
        placed = repair.place(row, known, sheet.grid.file).cells
        above = tuple(cell if cell is not None else above[index] for index, cell in enumerate(placed))
        yield above


def _item(no: int, row: Row, layout: Layout) -> Item:
    cells: dict[str, Cell] = {}
    extra: list[tuple[str, Cell]] = []
    number = ""
    for head in layout.heads:
        cell = row[head.index]
        if head.name in ITEM_CELLS:
            cells[head.name] = cell
        elif head.name == "no":
            number = cell.text
        else:
            extra.append((head.header, cell))
    return Item(no=no, project_no=_number(number), extra=tuple(extra), **cells)


def _number(typed: str) -> int | str | None:
    text = typed.strip()
    return int(text) if PLAIN_NUMBER.fullmatch(text) else text or None


def projects(items: Sequence[Item]) -> tuple[Project, ...]:
    """Gather neighbouring items of the same number and name under their project."""
    gathered: list[Project] = []
    for item in items:
        name = item.project.text
        last = gathered[-1] if gathered else None
        if last and (last.number, last.name) == (item.project_no, name):
            gathered[-1] = replace(last, items=(*last.items, item))
        else:
            gathered.append(Project(item.project_no, name, (item,)))
    return tuple(gathered)
