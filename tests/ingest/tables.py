"""Grids for the tests of reading: ↑ goes on with the cell above, ← with that to the left, as in a file with merges."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen import norms
from reportgen.ingest import items
from reportgen.ingest.formats import merged
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Address, Cell, Table
from tests.ingest.writing import made

ROOT = Path(__file__).parents[2]
NORMS = norms.load(ROOT / "templates" / "norms.toml")


def ruled(text: str, file: str = "2025-08.xlsx", part: str = "Sheet1") -> Grid:
    """A grid with merges from lines of cells parted by bars."""
    table = made([[value.strip() for value in line.split("|")] for line in text.strip().split("\n")])
    return merged.grid(file, part, merged.Laid(table.texts, table.merges), "sheet")


def typed(text: str, file: str = "2025-08.txt") -> Grid:
    """A flattened grid from lines of cells, each closed by a bar."""
    lines = text.strip("\n").split("\n")
    rows = [tuple(_cells(file, number, line.split("|")[:-1])) for number, line in enumerate(lines, start=1)]
    return Grid(file, "", tuple(rows), flattened=True)


def _cells(file: str, row: int, values: Sequence[str]) -> list[Cell]:
    return [Cell(Address(file, "", row, column), value.strip()) for column, value in enumerate(values, start=1)]


def read(*grids: Grid, month: str | None = None, columns: dict[str, str] | None = None) -> Table:
    return items.table(grids, NORMS, month=month, columns=columns)


def named(table: Table) -> dict[str, str]:
    """Give the table's columns: canonical name to header as typed (the last of several)."""
    return {column.name: column.header for column in table.columns}
