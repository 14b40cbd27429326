"""What the briefing states, computed once: the templates only place it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.history import Fulfilment, Pledge
from reportgen.records import Status


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of something stand where. `review` counts those to be verified, whatever their status."""

    done: int
    on_track: int
    behind: int
    review: int = 0

    @property
    def total(self) -> int:
        return self.done + self.on_track + self.behind


@dataclass(frozen=True, slots=True)
class Shares:
    """Percentages of the total that add up to 100 exactly."""

    done: Decimal
    on_track: Decimal
    behind: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a summary table."""

    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Items by lead unit or leader: the first named counts. `joint` items name several; `unnamed` name nobody."""

    lines: tuple[Line, ...]
    total: Tally
    joint: int
    unnamed: int

    def rows(self, total: str) -> tuple[tuple[str, Tally], ...]:
        """Give the table's rows, and last the sum under the name given."""
        return (*((line.name, line.tally) for line in self.lines), (total, self.total))


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in a list: its name, who leads it beside the first unit named, and the fact that decides."""

    no: int
    name: str
    partners: str
    fact: str
    review: bool


@dataclass(frozen=True, slots=True)
class Share:
    """The items of a list that one unit leads."""

    unit: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the last month on record: the numbers of the items, each in one group.

    `missing` names the months between that are not on record; `reopened` were done, and are not now. `left` names the
    items no longer in the table. `longest` is the most months in a row that items have been behind, and `lasting`
    are those items.
    """

    since: str
    missing: str
    done: tuple[int, ...]
    recovered: tuple[int, ...]
    reopened: tuple[int, ...]
    newly_behind: tuple[int, ...]
    still_behind: tuple[int, ...]
    same: tuple[int, ...]
    entered: tuple[int, ...]
    left: tuple[str, ...]
    longest: int
    lasting: tuple[int, ...]

    @property
    def comparable(self) -> bool:
        """Whether any item was in the table then."""
        return bool(self.done or self.recovered or self.reopened or self.newly_behind or self.still_behind or self.same)

    @property
    def moved(self) -> bool:
        """Whether any item that was in the table then has another status now."""
        return bool(self.done or self.recovered or self.reopened or self.newly_behind)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What became of an item that was behind last month, and of its promise; without a number it has left the table."""

    no: int | None
    name: str
    unit: str
    status: Status | None
    review: bool
    pledge: Pledge | None


@dataclass(frozen=True, slots=True)
class Followed:
    """The items that were behind in the month `since`."""

    since: str
    entries: tuple[FollowUp, ...]

    @property
    def results(self) -> dict[str, tuple[FollowUp, ...]]:
        """Group the items by their status now; `left` are those no longer in the table."""
        groups: dict[str, tuple[FollowUp, ...]] = {}
        for entry in self.entries:
            name = entry.status.value if entry.status else "left"
            groups[name] = (*groups.get(name, ()), entry)
        return groups

    @property
    def promised(self) -> dict[str, int]:
        """Count the promises by what became of them, all outcomes named."""
        counts = Counter(entry.pledge.outcome for entry in self.entries if entry.pledge)
        return {outcome.value: counts[outcome] for outcome in Fulfilment}


@dataclass(frozen=True, slots=True)
class Charge:
    """A lead unit and the numbers of its items."""

    unit: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of one status by lead unit: named in `shares`, or, where they are many, by number in `charges`."""

    status: Status
    count: int
    shares: tuple[Share, ...]
    charges: tuple[Charge, ...]


@dataclass(frozen=True, slots=True)
class BehindEntry:
    """An item that is behind. Texts are as the unit reported them, set for print; empty where it told nothing.

    `ground` tells why it counts as behind. `missed_days` is the days since `due`, if it has passed. `overdue` is the
    days from `due` to the as-of day, or to the day promised; `shortfall` the share that is missing. `months` counts
    the months in a row that it has been behind, and `before` names the earlier ones.
    """

    no: int
    name: str
    unit: str
    leader: str
    plan: str
    due: date
    standing: str
    ground: str
    cause: str
    promise: str
    promised: date | None
    review: bool
    missed_days: int
    overdue: int
    shortfall: Decimal
    months: int
    before: str


@dataclass(frozen=True, slots=True)
class Query:
    """An item whose report must be verified, and what to ask its unit."""

    no: int
    name: str
    unit: str
    status: Status
    question: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which plan or target falls due, and how many items are still open. `term` names the plan: 三季度计划."""

    day: date
    term: str
    count: int
    final: bool


@dataclass(frozen=True, slots=True)
class Demands:
    """What the units are asked to do. `clauses` names those that apply, in order."""

    clauses: tuple[str, ...]
    behind: tuple[Charge, ...]
    deadlines: tuple[Deadline, ...]
    review: tuple[Charge, ...]
    report_by: date
    report_to: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text: masthead, title, signature and closing block."""

    kind: str
    masthead: str
    issue: str
    issuer: str
    addressees: str
    title: tuple[str, ...]
    signature: str
    date: date
    recipients: tuple[tuple[str, str], ...]
    copies: int | None


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex's number and title, the same in the note and at its head."""

    name: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the annex table: its class in the theme and its printed head."""

    name: str
    header: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the annex table: the source's cells, then the verdict."""

    no: int
    cells: tuple[str, ...]
    status: Status
    review: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one project; `labels` are the cells that stand once beside all of them."""

    labels: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Annex 1: the source's table in its order. Columns of `labels` come first, then the rows' own.

    `numbered` tells whether the item's number has a column of its own.
    """

    labels: tuple[Column, ...]
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    numbered: bool
    status_header: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to draw as stacked bars: a value a category in each series. `alt` says it in words."""

    title: str
    alt: str
    categories: tuple[str, ...]
    series: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The month's briefing. `items` and `projects` tally the same list by item and by project.

    Where many items are behind, the text tells of the worst, and `behind_rest` names those left to the annex.
    `review_listed` tells that the text asks every question, and no annex does.
    """

    as_of: date
    subject: str
    scope: str
    frame: Frame
    items: Tally
    shares: Shares
    projects: Tally
    changes: Changes | None
    by_unit: Breakdown
    by_leader: Breakdown
    done: Listing
    on_track: Listing
    behind: tuple[BehindEntry, ...]
    behind_rest: tuple[Charge, ...]
    followed: Followed | None
    review: tuple[Query, ...]
    review_listed: bool
    demands: Demands
    annexes: tuple[Annex, ...]
    ledger: Ledger
    charts: Mapping[str, Chart]

    def annex(self, name: str) -> Annex:
        """Find an annex, to refer to it."""
        return next(annex for annex in self.annexes if annex.name == name)

    def has(self, section: str) -> bool:
        """Tell whether a section of the body has anything to say."""
        return {
            "progress": bool(self.done.count or self.on_track.count),
            "behind": bool(self.behind),
            "followed": bool(self.followed),
            "demands": bool(self.demands.clauses),
            "review": bool(self.review),
        }.get(section, True)
