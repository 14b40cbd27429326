"""What is asked of an item, how it stands, and what the office says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from reportgen.records.facts import Bound, Milestone, Promise, Quantity
from reportgen.records.table import Item, Span


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

    @property
    def holds(self) -> bool:
        """Whether it is met, or will be."""
        return self in (Outcome.MET, Outcome.LIKELY)

    @property
    def failed(self) -> bool:
        """Whether it is not met, and will not be by its due day."""
        return self in (Outcome.SHORT, Outcome.MISSED)


class Ground(StrEnum):
    """What is said of an answer, as it is printed, where other judgements go by it."""

    GOING_ON = "正在开展"  # of what goes on and tells no end
    THERE = "已办到"  # of a service that its use tells
    HAPPENED = "似已办到"  # of what only seems to be there
    NEARLY = "略低于计划数"  # of what lacks so little that it may be there


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a target or a plan asks for: a quantity, a step, or plain words.

    `source` is the cell that asks, `span` its words, `words` the same folded, `due` the day by which it asks. `topic`
    holds the pairs of letters that name the thing; `whole` is the annual quantity that a plan's quantity is a part of;
    `implied` says that the step is not in the words themselves, but follows from their verb (新建); `number_of`
    holds the words of the target whose number a plan takes over that asks it of all (全部开放), `part_of` those of the
    target of whose number it asks a part (累计300个).
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
    number_of: str = ""
    part_of: str = ""

    @property
    def all_words(self) -> str:
        """The words that ask, with those of the target whose number they ask for, or a part of it."""
        return ",".join(filter(None, (self.words, self.number_of, self.part_of)))

    @property
    def of_plan(self) -> bool:
        """Whether a plan asks for it, not the target itself."""
        return self.source == "plan"

    @property
    def in_all(self) -> Quantity | None:
        """The number of all there is to be in the year, as far as target and plan tell."""
        return self.whole or self.quantity

    @property
    def counted(self) -> Quantity | None:
        """The number of things that is asked for: where a share is, the annual one that it is of, if there is one."""
        return self.whole if self.quantity is not None and self.quantity.unit == "%" else self.quantity

    @property
    def unit(self) -> str:
        """The unit in which things are counted; % where a share is asked for of nothing that is, empty of no number."""
        number = self.counted or self.quantity
        return number.unit if number else ""

    @property
    def measurable(self) -> bool:
        """Whether a number or a step is asked for, not only that something goes on."""
        step = self.milestone
        return self.quantity is not None or (step is not None and not step.soft)


@dataclass(frozen=True, slots=True)
class Check:
    """A requirement, the words that answer it, and how it stands, with a sentence fit to print.

    `have` is the number that answers a quantity, `need` the one that is enough, in the same unit; `forecast` the share
    of what is asked (in %) that the present pace gives by the due day, where there is a pace; `promised` the late day
    that the text itself names; `doubtful` says that the outcome rests on little.
    """

    requirement: Requirement
    outcome: Outcome
    answers: tuple[Span, ...]
    text: str
    have: Decimal | None = None
    need: Decimal | None = None
    forecast: Decimal | None = None
    promised: date | None = None
    doubtful: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is met, or will be by all that is told."""
        return self.outcome is Outcome.MET or (self.outcome is Outcome.LIKELY and not self.doubtful)

    @property
    def too_few(self) -> bool:
        """Whether a number is told that is below the one asked for; below a ceiling none is."""
        wanted = self.requirement.quantity
        if wanted is None or wanted.bound is Bound.AT_MOST or self.have is None or self.need is None:
            return False
        return self.have < self.need


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: its code, the words it rests on, and the sentence that explains it."""

    rule: str
    title: str
    status: Status | None  # None for a doubt
    spans: tuple[Span, ...]
    text: str
    question: str = ""  # what to ask the unit, of a doubt

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words it rests on, each with its place, for print."""
        return tuple(f"“{span.text}”（{span.address}）" for span in self.spans)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the office says of an item, with all findings and those that decided.

    `reason` is the printed 情况说明 (at most 60 hanzi); `question` is what to ask the unit where `needs_review`.
    `cause` is the cause of a delay as the unit reported it, `promise` the day it named, if any; of an item behind
    `coming` is a day named only for a step on the way to what is asked, which is no promise of it. `tells_why` and
    `tells_when` say whether the report gives a reason, or a day yet to come, of what is open, in whatever words.
    `probabilities` tell how likely each status is by rules and precedents together, if these were asked.
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
    coming: Promise | None = None
    standing: tuple[Span, ...] = ()
    tells_why: bool = False
    tells_when: bool = False
    probabilities: Mapping[Status, float] | None = None
