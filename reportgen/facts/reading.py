"""The reading of an item: what is asked, what answers it, and what else the text says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reportgen.facts.answers import progress
from reportgen.facts.case import Case
from reportgen.facts.checks import check
from reportgen.facts.ladders import leaning
from reportgen.facts.pace import elapsed
from reportgen.facts.phrases import pattern, says
from reportgen.facts.promises import promises
from reportgen.facts.requirements import Asking, requirements
from reportgen.facts.statements import Statement, statements
from reportgen.norms import Norms
from reportgen.records import Check, Item, Outcome, Period, Promise, Requirement, Span
from reportgen.text import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the rules may look at for one item."""

    item: Item
    period: Period
    statements: tuple[Statement, ...]
    target: tuple[Check, ...]
    plan: tuple[Check, ...]
    promises: tuple[Promise, ...]
    due: date

    @property
    def elapsed(self) -> Decimal:
        """The share of the year that has passed, in %."""
        return elapsed(self.period.year_start, self.period.as_of, self.period.year_due) * 100

    @property
    def days_left(self) -> int:
        return (self.due - self.period.as_of).days

    @property
    def target_met(self) -> bool:
        """Whether all that the target measurably asks for stands."""
        hard = [check for check in self.target if measurable(check.requirement)]
        return bool(hard) and all(check.outcome is Outcome.MET for check in hard if counts_for(check))

    @property
    def plan_met(self) -> bool:
        hard = [check for check in self.plan if measurable(check.requirement)]
        return bool(hard) and all(check.outcome is Outcome.MET for check in hard)

    @property
    def has_plan(self) -> bool:
        return bool(self.plan)

    @property
    def plan_failed(self) -> bool:
        return any(check.outcome in (Outcome.SHORT, Outcome.MISSED) for check in self.plan)

    def unmet_plan(self) -> tuple[Check, ...]:
        return tuple(check for check in self.plan if check.outcome is not Outcome.MET)

    def saying(self, phrases: tuple[str, ...]) -> tuple[tuple[Statement, Span], ...]:
        """The statements in which one of the phrases stands, each with the words."""
        found = []
        for statement in self.statements:
            match = pattern(phrases).search(statement.text)
            if match and match.end() > match.start():
                source = statement.source
                found.append((statement, source.span(statement.start + match.start(), statement.start + match.end())))
        return tuple(found)


def measurable(requirement: Requirement) -> bool:
    """Tell whether a number or a step is asked for, not only that something goes on."""
    step = requirement.milestone
    return requirement.quantity is not None or (step is not None and not step.soft)


def counts_for(check: Check) -> bool:
    """Leave out a part's number (其中…) that nothing answers."""
    quantity = check.requirement.quantity
    return not (quantity and quantity.scope == "part" and check.outcome is Outcome.SILENT)


def read(item: Item, period: Period, norms: Norms) -> Reading:
    """Read one item: requirements of target and plan, and their checks against the progress."""
    said = [s for cell in (item.progress, item.rate, item.status) for s in statements(cell, period.as_of, norms)]
    told = said + [s for cell in (item.problem, item.next_step) for s in statements(cell, period.as_of, norms)]
    due = item.due or period.plan_due or period.year_due
    targets, plans = (statements(cell, period.as_of, norms) for cell in (item.target, item.plan))
    background = leaning((targets, plans, told), norms.ladders)
    asked = requirements(targets, Asking("target", period, period.year_due, background, norms))
    planned: tuple[Requirement, ...] = ()
    if not says(norms.phrases.not_due, fold(item.plan.text)):
        asking = Asking("plan", period, due, background, norms, asked)
        planned = requirements(plans, asking)
    skipped = _skipped(item, asked, norms)
    words, planless = fold(item.target.text), not planned
    target = tuple(check(case) for case in _cases(asked, said, (period, norms, skipped, words, planless)))
    cases = _cases(planned, told, (period, norms, skipped, words, False))
    plan = _on_schedule(tuple(check(case) for case in cases), period)
    hopes = cases or _cases(asked, told, (period, norms, skipped, words, planless))
    promised = tuple(dict.fromkeys(promise for case in hopes for promise in promises(case)))
    return Reading(item, period, tuple(told), target, plan, promised, due)


def _on_schedule(plan: tuple[Check, ...], period: Period) -> tuple[Check, ...]:
    """Trust the later steps of a plan in steps, of which all that were due have been reached."""
    due = [check for check in plan if check.requirement.due <= period.as_of]
    if not due or any(check.outcome is not Outcome.MET for check in due):
        return plan
    return tuple(
        replace(check, outcome=Outcome.LIKELY, doubtful=True)
        if check.outcome is Outcome.SHORT and check.have is None
        else check
        for check in plan
    )


def _many(asked: Sequence[Requirement], norms: Norms) -> bool:
    """Tell whether many things of a kind are asked for, so that each of them is small."""
    counted = (requirement.quantity for requirement in asked)
    return any(q and q.unit not in norms.matching.measures and q.value >= norms.thresholds.small_from for q in counted)


def _skipped(item: Item, asked: Sequence[Requirement], norms: Norms) -> frozenset[str]:
    asks = fold(item.target.text + item.plan.text)
    small = any(word in asks for word in norms.matching.renovation) or _many(asked, norms)
    return frozenset(norms.matching.renovation_skips) if small else frozenset()


def _cases(
    asked: Sequence[Requirement], said: Sequence[Statement], rest: tuple[Period, Norms, frozenset[str], str, bool]
) -> tuple[Case, ...]:
    against = progress(asked, said, rest[1])
    return tuple(Case(requirement, against, *rest) for requirement in asked)
