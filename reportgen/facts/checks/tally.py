"""Tally: what is there of a number asked for and falls short of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.pace import by_stages, forecast, told_pace
from reportgen.facts.checks.reach import reach
from reportgen.facts.checks.since import counted_since
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.statements import Statement
from reportgen.norms import Thresholds
from reportgen.records import HUNDRED, Check, Ground, Outcome, Scope


@dataclass(frozen=True)  # without slots, so that what is looked at often is worked out once
class Tally:
    """What is there of a number asked for and falls short of it, with the words that tell it best."""

    case: Case
    best: Answer
    have: Decimal
    need: Decimal

    @property
    def limits(self) -> Thresholds:
        return self.case.norms.thresholds

    @property
    def share(self) -> Decimal:
        """The share of what is asked for that is there, in %."""
        return self.have * HUNDRED / self.need

    @property
    def near(self) -> bool:
        """Tell whether it lacks no more than numbers vary by."""
        return self.share >= self.limits.near_plan

    @property
    def of_a_month(self) -> bool:
        """Tell whether it is told of a month alone."""
        return self.best.scope is Scope.MONTH

    @cached_property
    def told(self) -> tuple[Decimal, tuple[Statement, ...]]:
        """What the pace that the text tells adds by the due day, and the clause that tells it, if one does."""
        return told_pace(self.case)

    @cached_property
    def forecast(self) -> Decimal:
        """The share of what is asked for, in %, that the pace told or else the present one gives by the due day."""
        coming, told = self.told
        if told:
            return (self.have + coming) * HUNDRED / self.need
        grown = forecast(self.have, self.best.quantity, self.case.requirement, self.case.period, self.since)
        return max(grown, by_stages(self.have, self.case)) * HUNDRED / self.need

    @property
    def paced(self) -> bool:
        """Tell whether the pace bears it out; one that is told needs no allowance."""
        return self.forecast >= (self.limits.forecast_sure if self.told[1] else self.limits.forecast_likely)

    @cached_property
    def since(self) -> date | None:
        """The day from which the words say that it counts."""
        return counted_since(self.best, self.case)

    @cached_property
    def reach(self) -> tuple[Decimal, Decimal]:
        """How many can be there by the due day, and how many surely cannot."""
        return reach(self.case, self.have)

    def ends(self, outcome: Outcome, text: str, *more: Statement, doubtful: bool = False) -> Check:
        told = self.case.outcome(outcome, text, self.best, *more, have=self.have, doubtful=doubtful)
        return replace(told, need=self.need)

    def nearly_there(self) -> Check:
        """It lacks so little that it may be there, which nobody says."""
        return self.ends(Outcome.LIKELY, Ground.NEARLY, doubtful=True)

    def comes_late(self, promise: Check) -> Check:
        """The late day that is promised, beside the number that is there."""
        return replace(promise, answers=(*promise.answers, self.best.piece), have=self.have)

    def grows(self, outcome: Outcome, text: str, *, doubtful: bool) -> Check:
        """The same, with what the pace gives, and the words that tell it."""
        return replace(self.ends(outcome, text, *self.told[1], doubtful=doubtful), forecast=self.forecast)
