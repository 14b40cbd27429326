"""The frozen records that pass between the stages.

Every value read from a table stays with the cell it was typed in, so that a verdict can quote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

# --- what stands in the table -------------------------------------------------------------------

BLANKS = frozenset({"", "/", "／", "-", "－", "–", "—", "——", "\\"})


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

    def __str__(self) -> str:
        if not self.row:
            return self.part or self.file
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


@dataclass(frozen=True, slots=True)
class Period:
    """What the table speaks of: the month, the day it tells, and when its plan falls due.

    `plan_due` is None where no plan period was named; the plan then falls due with the year.
    """

    as_of: date
    plan_start: date | None = None
    plan_due: date | None = None

    @property
    def month(self) -> str:
        return f"{self.as_of:%Y-%m}"

    @property
    def year_start(self) -> date:
        return date(self.as_of.year, 1, 1)

    @property
    def year_due(self) -> date:
        return date(self.as_of.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the table (子项). A column that the table lacks gives an empty Cell.

    `no` counts the items from 1 in table order. `due` is the item's own deadline where a column gives one.
    `extra` keeps the columns that no canonical name fits, as (header as typed, cell).
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
    extra: tuple[tuple[str, Cell], ...] = ()


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

    def place(self, address: Address) -> str:
        """Name a cell's place, with its file where the table was read from several."""
        if len(self.files) < 2 or not address.row:
            return str(address)
        return f"{address.file} {address}"


# --- facts --------------------------------------------------------------------------------------


class Bound(StrEnum):
    """What the words around a number make of it."""

    EXACT = "exact"
    ABOUT = "about"  # 约 左右
    AT_LEAST = "at_least"  # 以上 不少于 至少 ≥
    OVER = "over"  # 超 余 多
    NEAR = "near"  # 近
    AT_MOST = "at_most"  # 以下 不超过 ≤


class Scope(StrEnum):
    """What stretch or share of the whole a number speaks of."""

    PLAIN = "plain"
    CUMULATIVE = "cumulative"  # 累计 共 1-8月
    MONTH = "month"  # 本月 8月份
    PART = "part"  # 其中 含 包括
    REST = "rest"  # 剩余 其余 尚有
    STOCK = "stock"  # with, or of, what stood before this year


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: 1.5万人次以上 is 15000, 人次, AT_LEAST.

    Percentages and 成 have the unit `%` and a value of 0 to 100 and more (七成 is 70); `of` then says
    of what (总工程量, 年度目标, or empty). `noun` holds the folded words that name the thing counted, from before and
    after the number (公交线路4条 gives 公交线路; 4条公交线路 too).
    """

    value: Decimal
    unit: str
    noun: str
    span: Span
    bound: Bound = Bound.EXACT
    scope: Scope = Scope.PLAIN
    of: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or stretch of days that the text names: 9月底前 is start 09-21, end 09-30, `before`.

    `runs`: the day is not named, but reckoned from one that is (10月20日签订合同，供货期75天).
    """

    start: date
    end: date
    span: Span
    before: bool = False
    runs: bool = False

    @property
    def day(self) -> date:
        """The earliest day on which what is told of can be there: the first of a stretch, the last of one `before`."""
        return self.end if self.before else self.start


class Aspect(StrEnum):
    """How far a step is."""

    REACHED = "reached"  # 已完成
    UNDER_WAY = "under_way"  # 正在 施工中
    INTENDED = "intended"  # 拟 待 预计 力争 准备
    NOT = "not"  # 未 尚未


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of a ladder, and how far it is: 桩基施工完成 is (construction, pile, REACHED).

    `subject` holds the folded words that say of what, as far as the text says; `span` is the word of the step itself,
    `said` the stretch of words that it stands in.
    """

    ladder: str
    step: str
    rank: int
    aspect: Aspect
    subject: str
    span: Span
    said: Span
    soft: bool = False  # nothing that can be measured (开展, 宣传)
    made: bool = False  # the thing itself has begun, beyond preparing it


@dataclass(frozen=True, slots=True)
class Promise:
    """A day by which the progress says that a step will be reached (力争10月份开工)."""

    moment: Moment
    milestone: Milestone | None
    span: Span


# --- judgement ----------------------------------------------------------------------------------


class Status(StrEnum):
    """The three statuses that the office prints."""

    DONE = "done"
    ON_TRACK = "on_track"
    BEHIND = "behind"


class Outcome(StrEnum):
    """How a requirement stands."""

    MET = "met"
    LIKELY = "likely"
    SHORT = "short"  # not met, and cannot credibly be by its due day
    MISSED = "missed"  # the due day has passed, or the text says it will not be kept
    SILENT = "silent"  # nothing in the text answers


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a target or a plan asks for: a quantity, a step, or plain words.

    `source` is the cell that asks, `span` its words, `words` the same folded, `due` the day by which it asks. `topic`
    holds the pairs of letters that name the thing; `whole` is the annual quantity that a plan's quantity is a part of;
    `implied` says that the step is not in the words themselves, but follows from their verb (新建).
    """

    source: Literal["target", "plan"]
    span: Span
    words: str
    due: date
    topic: frozenset[str] = frozenset()
    quantity: Quantity | None = None
    milestone: Milestone | None = None
    whole: Quantity | None = None
    level: bool = False  # does not add up over time
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A requirement, the words that answer it, and how it stands, with a sentence fit to print.

    `have` is the number that answers a quantity, in its unit; `forecast` the share of what is asked (in %) that the
    present pace gives by the due day, where there is a pace; `promised` the late day that the text itself names;
    `doubtful` says that the outcome rests on little.
    """

    requirement: Requirement
    outcome: Outcome
    answers: tuple[Span, ...]
    text: str
    have: Decimal | None = None
    forecast: Decimal | None = None
    promised: date | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: its code, the words it rests on, and the sentence that explains it."""

    rule: str
    title: str
    status: Status | None  # None for a doubt
    spans: tuple[Span, ...]
    text: str
    question: str = ""  # what to ask the unit, of a doubt


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the office says of an item, with all findings and those that decided.

    `reason` is the printed 情况说明 (at most 60 hanzi); `question` is what to ask the unit where `needs_review`.
    `cause` is the cause of a delay as the unit reported it, `promise` the day it named, if any; `tells_why` and
    `tells_when` say whether the report gives a reason, or a day yet to come, in whatever words.
    """

    item: Item
    status: Status
    needs_review: bool
    findings: tuple[Finding, ...]
    deciding: tuple[Finding, ...]
    reason: str
    question: str = ""
    checks: tuple[Check, ...] = ()
    cause: Span | None = None
    promise: Promise | None = None
    standing: tuple[Span, ...] = ()
    tells_why: bool = False
    tells_when: bool = False
