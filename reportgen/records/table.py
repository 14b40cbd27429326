"""The table as it was read: every value with the cell it was typed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

FAILED = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}
)  # formulas that came to nothing
BLANKS = FAILED | {"", "/", "／", "-", "－", "–", "—", "——", "\\"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a cell stands. Rows and columns count from 1; 0 means that the table has no such cell.

    `part` is the sheet's name, or 第3张表 in a document with several tables, or empty.
    """

    file: str = ""
    part: str = ""
    row: int = 0
    column: int = 0
    style: Literal["text", "sheet"] = "text"

    @property
    def table(self) -> tuple[str, str]:
        """Name the table of the file."""
        return self.file, self.part

    def __str__(self) -> str:
        if not self.row:
            return self.part or self.file
        if not self.column:
            return f"{self.part}第{self.row}行"
        if self.style == "sheet":
            return f"{self.part}!{column_letters(self.column)}{self.row}"
        return f"{self.part}第{self.row}行第{self.column}列"


def column_letters(column: int) -> str:
    """Name a sheet's column as spreadsheets do: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, its text as typed."""

    address: Address = Address()
    text: str = ""

    @property
    def blank(self) -> bool:
        """Tell whether nothing was reported: empty, or one of the marks that offices put for it."""
        return self.text.strip() in BLANKS


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one cell as typed: `text == cell.text[start:end]`. Made by `text.Folded.span` only."""

    address: Address
    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Tell whether two stretches of one cell share some words."""
        return self.address == other.address and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Period:
    """What the table speaks of: the month, the day it tells, and when its plan falls due.

    `plan_due` is None where no plan period was named; the plan then falls due with the year. `year` is that of the
    targets where it is not that of the day.
    """

    as_of: date
    plan_start: date | None = None
    plan_due: date | None = None
    year: int | None = None

    @property
    def month(self) -> str:
        return f"{self.as_of:%Y-%m}"

    @property
    def year_start(self) -> date:
        return date(self.year or self.as_of.year, 1, 1)

    @property
    def year_due(self) -> date:
        return date(self.year or self.as_of.year, 12, 31)

    @property
    def read_on(self) -> date:
        """The day from which days without a year are understood that targets and plans name: none after the year."""
        return min(self.as_of, self.year_due)

    @property
    def in_last_month(self) -> bool:
        """Whether the year's last month has come, so that nothing more of it is waited for."""
        return self.as_of >= self.year_due.replace(day=1)

    def elapsed(self, due: date | None = None, *, since: date | None = None) -> Decimal:
        """The share of the time up to a due day (the year's end) that has passed by the end of `as_of`, 0 to 1."""
        start, end = since or self.year_start, due or self.year_due
        passed = Decimal((self.as_of - start).days + 1) / Decimal((end - start).days + 1)
        return min(max(passed, Decimal(0)), Decimal(1))


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Cells of a row without its merges that fit several of its columns: they are put in none, and those are empty.

    `units` and `texts` are the canonical names of these columns: those of leaders and units, and those that are judged.
    """

    cells: tuple[Cell, ...] = ()
    units: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()

    @property
    def columns(self) -> frozenset[str]:
        return self.units | self.texts


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the table (子项). A column that the table lacks gives an empty Cell.

    `no` counts the items from 1 in table order. `due` is the day of its plan where a column gives one; `deadline` the
    day by which a column beside the plan of a period asks for the whole target.
    `extra` keeps the columns that no canonical name fits, as (header as typed, cell). `serial` is the cell that numbers
    the item or its project.
    """

    no: int
    project_no: int | str | None = None
    project: Cell = Cell()
    target: Cell = Cell()
    plan: Cell = Cell()
    progress: Cell = Cell()
    rate: Cell = Cell()
    status: Cell = Cell()
    problem: Cell = Cell()
    next_step: Cell = Cell()
    note: Cell = Cell()
    lead_leader: Cell = Cell()
    lead_unit: Cell = Cell()
    support_units: Cell = Cell()
    due: date | None = None
    deadline: date | None = None
    extra: tuple[tuple[str, Cell], ...] = ()
    unplaced: Unplaced = Unplaced()
    serial: Cell = Cell()

    @property
    def unreported(self) -> bool:
        """Tell whether the unit told nothing: neither progress nor rate, nor cells that may be either."""
        return self.progress.blank and self.rate.blank and not self.unplaced.texts

    def holding(self, cells: Mapping[str, Cell]) -> Item:
        """Give the item with these cells in place of its own, each by the canonical name of its column."""
        return replace(self, **cells)  # type: ignore[arg-type]  # the names are those of Cell fields


# What the columns with a cell of their own in each item are called, wherever one speaks of them.
TITLES = {
    "project": "项目名称",
    "target": "目标",
    "plan": "计划",
    "progress": "完成情况",
    "rate": "完成率",
    "status": "进度状态",
    "problem": "存在问题",
    "next_step": "下步打算",
    "note": "备注",
    "lead_leader": "牵头领导",
    "lead_unit": "牵头单位",
    "support_units": "配合单位",
}


@dataclass(frozen=True, slots=True)
class Project:
    """One project (项目) with its items, in table order."""

    number: int | str | None
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its canonical name (an Item field, or `extra`) and its header as typed."""

    name: str
    header: str
    index: int


class Severity(StrEnum):
    """How grave an audit note is; the value is the word that is printed."""

    ERROR = "错误"
    QUERY = "疑问"
    HINT = "提示"


@dataclass(frozen=True, slots=True)
class AuditNote:
    """What a careful clerk would query in the source table.

    `kind` is a stable English code, such as `lead_also_supports`. `decisive` notes touch the verdict of item `no`.
    """

    kind: str
    severity: Severity
    where: Address
    no: int | None
    text: str
    decisive: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The table as ingest hands it on: its period, columns, projects in order, and the audit."""

    files: tuple[str, ...]
    period: Period
    columns: tuple[Column, ...]
    projects: tuple[Project, ...]
    audit: tuple[AuditNote, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for project in self.projects for item in project.items)

    @property
    def whole_projects(self) -> tuple[Project, ...]:
        """The projects, each once: rows that stand apart under one number and name are of one project."""
        held: dict[tuple[object, ...], Project] = {}
        for at, project in enumerate(self.projects):
            named = any(not item.project.blank for item in project.items)
            key = (project.number, project.name) if named else (at,)
            before = held[key].items if key in held else ()
            held[key] = replace(project, items=(*before, *project.items))
        return tuple(held.values())

    def place(self, address: Address) -> str:
        """Name a cell's place, with its file where the table was read from several."""
        if len(self.files) < 2 or not address.row:
            return str(address)
        return f"{address.file} {address}"
