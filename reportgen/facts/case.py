"""One requirement with all that it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts.answers import Answer, Progress
from reportgen.facts.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Bound, Check, Outcome, Period, Requirement

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Case:
    """One requirement with all that it is held against."""

    requirement: Requirement
    said: Progress
    period: Period
    norms: Norms
    skipped: frozenset[str]  # steps that this kind of work does not go through
    target_words: str  # the whole target, folded
    planless: bool  # nothing but the calendar tells how far it should be

    @property
    def overdue(self) -> bool:
        return self.requirement.due < self.period.as_of

    @property
    def days_left(self) -> int:
        return (self.requirement.due - self.period.as_of).days

    def outcome(
        self,
        outcome: Outcome,
        text: str,
        *answers: Statement | Answer,
        have: Decimal | None = None,
        forecast: Decimal | None = None,
        doubtful: bool = False,
    ) -> Check:
        """Answer the requirement; a number is quoted with the stretch of words in which it stands."""
        spans = tuple(a.statement.piece_at(a.quantity.span) if isinstance(a, Answer) else a.span for a in answers)
        return Check(self.requirement, outcome, spans, text, have=have, forecast=forecast, doubtful=doubtful)


def needed(requirement: Requirement, norms: Norms) -> Decimal:
    """The number asked for: a share of the annual number is worked out, an estimate (约) allowed for."""
    quantity = requirement.quantity
    if quantity is None:
        return Decimal(0)
    value = quantity.value
    if quantity.unit == "%" and requirement.whole is not None:
        value = requirement.whole.value * value / HUNDRED
    return value * norms.thresholds.about_met / HUNDRED if quantity.bound is Bound.ABOUT else value
