"""Worked off: a step that is counted piece by piece (设计412根，成桩138根，每天4根), held against the days left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import ends_with
from reportgen.facts.words.roles import a_day
from reportgen.facts.words.statements import Statement, numbers_in
from reportgen.records import NOT_YET, Aspect, Check, Outcome, Quantity, Scope

BY_EACH = re.compile(r"每([台组队艘套班])")  # 两台旋挖机每台每天成桩2根


def check_worked_off(case: Case) -> Check | None:
    """Say whether what is left of the pieces of a step can be done in time at the pace told; None without one."""
    goal = case.goal
    if goal is None or goal.aspect is not Aspect.REACHED or case.requirement.quantity is not None:
        return None
    for pace, day in _paces(case):
        left = _left(day.unit, case)
        if left is None:
            continue
        number, clause = left
        if case.time_is_up:
            return case.missed(clause)
        enough = number <= pace * case.days_left
        outcome, text = (Outcome.LIKELY, "按目前进度可达到") if enough else (Outcome.SHORT, "按目前进度难以达到")
        return case.outcome(outcome, text, clause)
    return None


def _paces(case: Case) -> Iterator[tuple[Decimal, Quantity]]:
    """Yield what is done a day, with the number that tells it; that of one machine is taken as often as there are."""
    for number in numbers_in(case.report):
        if pace := a_day(number, case.norms):
            each = BY_EACH.search(number.before)
            machines = (q.value for q in number.statement.quantities if each and q.unit == each[1])
            yield pace * next(machines, Decimal(1)), number.quantity


def _left(unit: str, case: Case) -> tuple[Decimal, Statement] | None:
    """How many pieces of a unit are left to do, with the clause that tells it; None where that is not told."""
    alike = (number for number in numbers_in(case.report) if number.unit == unit)
    told = [one for one in alike if one.aspect not in NOT_YET and not a_day(one, case.norms)]
    if not any(_of_the_step(one.statement, case) for one in told):
        return None
    if (rest := next((one for one in told if one.scope is Scope.REST), None)) is not None:
        return rest.value, rest.statement
    wholes = [one for one in told if ends_with(case.norms.matching.in_all, one.before)]
    done = [one for one in told if one not in wholes]
    if not wholes or not done:
        return None
    best = max(done, key=lambda one: one.value)
    left = wholes[0].value - best.value
    return (left, best.statement) if left > 0 else None


def _of_the_step(statement: Statement, case: Case) -> bool:
    """Tell whether a clause names the step that is asked for, or the thing."""
    at_step = case.goal is not None and any(step.is_at(case.goal) for step in statement.milestones)
    return at_step or bool(case.own_names & case.said.words(statement.text))
