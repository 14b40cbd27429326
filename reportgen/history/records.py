"""What is remembered of earlier months, and what it tells of this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import takewhile

from reportgen.records import Project, Status, Table, Verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """An item as one month's verdicts.json tells of it, under the names used there.

    What has a default is missing from the files of earlier versions.
    """

    no: int
    project: str
    target: str
    status: Status
    lead_unit: str = ""
    progress: str = ""
    promise: str = ""
    promised: date | None = None


def standing(verdict: Verdict, project: Project) -> Standing:
    """Give what is to be remembered of an item; one in a continued row bears its project's name."""
    item, promise = verdict.item, verdict.promise
    return Standing(
        no=item.no,
        project=item.project.text or project.name,
        target=item.target.text,
        status=verdict.status,
        lead_unit=item.lead_unit.text,
        progress=item.progress.text,
        promise=promise.span.text if promise else "",
        promised=promise.moment.end if promise else None,
    )


@dataclass(frozen=True, slots=True)
class Month:
    """One month's items, in the order of its table."""

    month: str
    as_of: date
    items: tuple[Standing, ...]


def month_of(table: Table, verdicts: Sequence[Verdict]) -> Month:
    """Give what is to be remembered of a month."""
    projects = {item.no: project for project in table.projects for item in project.items}
    items = (standing(verdict, projects[verdict.item.no]) for verdict in verdicts)
    return Month(table.period.month, table.period.as_of, tuple(items))


@dataclass(frozen=True, slots=True)
class Memory:
    """The earlier months of a year, the oldest first, and a sentence on each delivery that could not be read."""

    months: tuple[Month, ...] = ()
    faults: tuple[str, ...] = ()


class Fulfilment(StrEnum):
    """What became of a promise. OPEN: its day is still to come. UNTOLD: it has passed, and the report is silent."""

    KEPT = "kept"
    PUT_OFF = "put_off"
    BROKEN = "broken"
    UNTOLD = "untold"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Pledge:
    """The promise that stood over an item, in the unit's words, what became of it, and the words that put it off."""

    words: str
    outcome: Fulfilment
    later: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What earlier months tell of this month's items, by item number; all empty in the first month.

    `past` holds an item's standings by month, the oldest first. `pledges` are those of items behind last month.
    `left` holds last month's items that are no longer in the table. `faults` are those of the memory.
    """

    month: str = ""
    months: tuple[Month, ...] = ()
    faults: tuple[str, ...] = ()
    past: Mapping[int, Mapping[str, Standing]] = field(default_factory=dict)
    pledges: Mapping[int, Pledge] = field(default_factory=dict)
    left: tuple[Standing, ...] = ()

    @property
    def last(self) -> Month | None:
        """The newest earlier month on record."""
        return self.months[-1] if self.months else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The months between the last on record and this one."""
        return tuple(self._back(to=self.last.month)) if self.last else ()

    def previous(self, no: int) -> Standing | None:
        """Give an item as it stood in the last month on record."""
        return self.past.get(no, {}).get(self.last.month) if self.last else None

    def months_behind(self, verdict: Verdict) -> int:
        """Count the months in a row, up to this one, in which an item is behind; a month not on record ends the row."""
        if verdict.status is not Status.BEHIND:
            return 0
        past = self.past.get(verdict.item.no, {})
        row = takewhile(lambda month: month in past and past[month].status is Status.BEHIND, self._back())
        return 1 + sum(1 for _ in row)

    def behind_in(self, no: int) -> tuple[str, ...]:
        """List the earlier months in which an item was behind."""
        return tuple(month for month, held in self.past.get(no, {}).items() if held.status is Status.BEHIND)

    def _back(self, to: str = "") -> list[str]:
        """List the months of the year before this one, the newest first, down to the one after `to`."""
        year, number = self.month.split("-") if self.month else ("", "1")
        months = (f"{year}-{before:02}" for before in range(int(number) - 1, 0, -1))
        return [month for month in months if month > to]


FIRST = History()  # no month before is on record
