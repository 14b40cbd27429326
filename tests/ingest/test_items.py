"""Grid and columns ▶ Table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen import norms
from reportgen.ingest import delimited, items
from reportgen.ingest.grid import Grid
from reportgen.records import Address, Cell, Table

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
NORMS = norms.load(ROOT / "templates" / "norms.toml")


def typed(text: str, file: str = "2025-08.txt") -> Grid:
    """A flattened grid from pipe text, one row a line."""
    rows = []
    for number, line in enumerate(text.strip("\n").split("\n"), start=1):
        values = [value.strip() for value in line.split("|")[:-1]]
        rows.append(tuple(Cell(Address(file, "", number, at), value) for at, value in enumerate(values, start=1)))
    return Grid(file, "", tuple(rows), flattened=True)


def read(name: str) -> Table:
    path = DATA / name
    return items.table(delimited.read(path.read_bytes(), path.name), NORMS)


@pytest.fixture(scope="module")
def august() -> Table:
    return read("2025-08.txt")


def test_the_real_table_has_its_projects_and_items(august: Table) -> None:
    """The flattened table of August reads to 10 projects with 37 items."""
    assert [len(project.items) for project in august.projects] == [3, 4, 4, 5, 3, 3, 4, 3, 3, 5]
    assert [project.number for project in august.projects] == list(range(1, 11))
    assert [item.no for item in august.items] == list(range(1, 38))


def test_the_periods_come_from_the_headers(august: Table) -> None:
    """三季度 falls due on 30 September, 8月份 tells 31 August, the year stands in the file name."""
    assert august.period.as_of == date(2025, 8, 31)
    assert (august.period.plan_start, august.period.plan_due) == (date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize("name", ["2025-08.txt", "2025-05.txt"])
def test_every_typed_character_stands_in_its_column(name: str) -> None:
    """Every cell of every line comes back character for character, with its line and column as address."""
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")
    table = read(name)
    assert len(table.items) == len(lines) - 2
    for line, (item, text) in enumerate(zip(table.items, lines[2:], strict=True), start=3):
        values = [value.strip() for value in text.split("|")]
        values = values[2:] if values[0].isdigit() else values
        cells = (item.target, item.lead_leader, item.lead_unit, item.support_units, item.plan, item.progress)
        assert [cell.text for cell in cells] == values[:6]
        assert {cell.address.row for cell in cells} == {line}
        shift = 0 if item.project.address.row < line else 2
        assert [cell.address.column for cell in cells] == [column + shift for column in range(1, 7)]


def test_a_continued_row_takes_project_and_number_from_above(august: Table) -> None:
    """The third item belongs to project 1, whose name stands in line 3, column 2."""
    third = august.items[2]
    assert (third.project_no, third.project.text) == (1, "促进交通 便利畅行")
    assert (third.project.address.row, third.project.address.column) == (3, 2)
