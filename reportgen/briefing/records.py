"""What the briefing states, computed once: the templates only place it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.briefing.since import Changes, Followed
from reportgen.briefing.tables import Breakdown, Chart, Ledger, Shares, Tally
from reportgen.records import Status


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in a list: its name, who leads it beside the first unit named, and the fact that decides.

    `begun` tells that it is done though works go on, for the year asks for their beginning only.
    """

    no: int
    name: str
    partners: str
    fact: str
    review: bool
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """The items of a list that one unit leads."""

    unit: str
    entries: tuple[Entry, ...]


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

    `plan` and `target` ask for what is not met: the target's words stand where there is no plan, or it counts nothing.
    `dated`: they say themselves by when.
    `ground` tells why it counts as behind. `no_cause` are the words of a column of problems that names none (无);
    `promise` names a day for what is asked for, `coming` one for a step on the way to it, early or late. `whole`:
    `standing` is all that was reported. `cause_untold`, `promise_untold`: no cell of the item can hold what is empty
    here. `year_at_risk`: the year's target takes more time than is left, too. `missed_days` is the days since `due`, if
    it has passed. `overdue` is the days from `due` to the as-of day, or to the day promised; `shortfall` the share that
    is missing. `months` counts the months in a row that it has been behind, and `before` names the earlier ones.
    """

    no: int
    name: str
    unit: str
    leader: str
    plan: str
    target: str
    due: date
    dated: bool
    standing: str
    ground: str
    cause: str
    no_cause: str
    promise: str
    promised: date | None
    coming: str
    whole: bool
    cause_untold: bool
    promise_untold: bool
    year_at_risk: bool
    review: bool
    missed_days: int
    overdue: int
    shortfall: Decimal
    months: int
    before: str


@dataclass(frozen=True, slots=True)
class SharedGround:
    """Why several items count as behind, in the same words, and their numbers; empty where few share a ground."""

    words: str = ""
    numbers: tuple[int, ...] = ()


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
    """A day on which plan or target falls due, and the items still open. `term` names the plan: 三季度计划.

    Of items open that have a last day of their own, `passed` counts those whose day has come, `sooner` holds the days
    before the year's end, the first first, and `later` counts those of later years.
    """

    day: date
    term: str
    open: Tally
    final: bool
    passed: int = 0
    sooner: tuple[date, ...] = ()
    later: int = 0

    @property
    def others(self) -> bool:
        """Whether any item open has a last day of its own."""
        return bool(self.passed or self.sooner or self.later)


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
    """An annex's number and title, the same in the note and at its head; there it may take several lines."""

    name: str
    label: str
    lines: tuple[str, ...]

    @property
    def title(self) -> str:
        return "".join(self.lines)


@dataclass(frozen=True, slots=True)
class Briefing:
    """The month's briefing, on the targets of a `year`.

    `items` and `projects` tally the same list by item and project. `unreported` counts the items on track for want of
    any report. Where many items are behind, the text tells of the worst, and `behind_rest` names those left to the
    annex. `shared_ground` is of those that the text tells of. `review_listed` tells that the text asks every question,
    and no annex does.
    """

    as_of: date
    year: int
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
    shared_ground: SharedGround
    unreported: int
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
