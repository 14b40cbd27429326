"""Loose ends: clauses that answer nothing asked, and tell that some of it is not there yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.places import steps_towards
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.units import same_unit
from reportgen.records import OPEN, Aspect, Check, Milestone, Outcome, Requirement, Span


def loose_ends(told: Sequence[tuple[Case, Check]]) -> tuple[tuple[Requirement, Span], ...]:
    """Pair what stands, or will, by what answers it with the clauses beside that tell otherwise.

    Where only some of the things are asked for, those that are not there yet may be the others.
    """
    answers = [span for _, check in told for span in check.answers]
    sure = [(case, check) for case, check in told if check.outcome.holds and _asks_for_all(case)]
    loose = [(case.requirement, statement.span) for case, _ in sure for statement in _loose(case, answers)]
    there = (case for case, check in sure if check.outcome is Outcome.MET)
    open_ = ((case.requirement, s.span) for case in there for s in case.about if _some_open(s, case))
    return (*loose, *open_)


def _asks_for_all(case: Case) -> bool:
    whole = case.requirement.whole
    return case.requirement.quantity is None or whole is None or case.need >= whole.value


def _loose(case: Case, answers: Sequence[Span]) -> Iterator[Statement]:
    """Yield the clauses of the report that no answer stands in, and that the requirement is not met by."""
    late = {promise.span for promise in case.promises if promise.moment.day > case.requirement.due}
    for statement in case.report:
        if any(map(statement.span.overlaps, answers)) or case.lie_beyond(statement.milestones):
            continue
        if statement.aspect is None and any(_comes_before(statement.span, answer) for answer in answers):
            continue  # a bare step on the way to what is answered
        if statement.aspect is Aspect.NOT or statement.span in late or _far_behind(statement, case):
            yield statement


def _some_open(statement: Statement, case: Case) -> bool:
    """Tell whether a clause beside the report counts some of the things as not there yet (4间证照还在办理)."""
    unit = case.requirement.unit
    counted = any(same_unit(n.unit, unit, case.norms) and n.aspect in OPEN for n in statement.numbers)
    return bool(unit) and counted and not case.said.of_its_own(statement)


def _comes_before(one: Span, other: Span) -> bool:
    return one.address == other.address and one.start < other.start


def _far_behind(statement: Statement, case: Case) -> bool:
    """Tell whether a clause has works going on from which the step asked for takes more days than are left."""
    here = max(steps_towards(statement, case), key=lambda step: step.rank, default=None)
    if here is None or here.aspect is Aspect.REACHED:
        return False
    return case.ladder.paced and case.days_from(_standing(here)) > max(case.days_left, 0)


def _standing(step: Milestone) -> Milestone:
    """Take what is only intended as standing at the step before."""
    if step.aspect is Aspect.UNDER_WAY:
        return step
    return replace(step, rank=step.rank - 1, aspect=Aspect.REACHED)
