"""Pace: what the present speed gives by the due day, and what the calendar asks for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.words.roles import a_day
from reportgen.facts.words.statements import Number, Statement, numbers_in
from reportgen.facts.words.units import metres
from reportgen.records import Period, Quantity, Requirement, Scope

# A plan's number that is at most this many times its even share of the year is taken as the plan period's own.
OWN_SHARE = Decimal("1.6")


def pro_rata_gap(percent: Decimal, period: Period, due: date | None = None) -> Decimal:
    """How many points a share of the whole lies below the calendar's share up to its due day; negative when ahead."""
    return period.elapsed(due) * 100 - percent


def forecast(
    have: Decimal, answer: Quantity, requirement: Requirement, period: Period, since: date | None = None
) -> Decimal:
    """What `have` grows to by the due day at the present pace.

    A month's number is taken as the pace of every month; `since` is the day from which the text says it counts. A
    number without 累计 counts from the beginning of the plan's period where the plan asks for about that period's share
    of the year, else from the beginning of the year.
    """
    start = _start(answer, requirement, period, since)
    if answer.scope is Scope.MONTH:
        return have * _months(start, requirement.due)
    past = period.elapsed(requirement.due, since=start)
    return have / past if past else have


def _start(answer: Quantity, requirement: Requirement, period: Period, since: date | None) -> date:
    asked, whole = requirement.quantity, requirement.whole
    if since is not None and period.year_start < since <= period.as_of:
        return since
    if period.plan_start is None or asked is None or whole is None or not whole.value:
        return period.year_start
    if Scope.CUMULATIVE in (asked.scope, answer.scope) or asked.unit == "%":
        return period.year_start
    share = Decimal(_months(period.plan_start, requirement.due)) / 12
    return period.plan_start if asked.value <= whole.value * share * OWN_SHARE else period.year_start


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month + 1


def by_stages(have: Decimal, case: Case) -> Decimal:
    """What `have` grows to at the pace that the plan's own stages set (8月底前6个，11月底前10个), the last one kept."""
    asked, as_of = case.requirement, case.period.as_of
    stages = [
        stage
        for stage in case.said.requirements
        if stage.of_plan and stage.quantity and stage.unit == asked.unit and stage.topic == asked.topic
        if stage.due <= as_of < asked.due and stage.quantity.value <= have < case.need
    ]
    if not stages:
        return have
    last = max(stages, key=lambda stage: stage.due)
    to_come = case.need - (last.quantity.value if last.quantity else Decimal(0))
    return have + to_come * (asked.due - as_of).days / (asked.due - last.due).days


def told_pace(case: Case) -> tuple[Decimal, tuple[Statement, ...]]:
    """What the number of a day, a week or a month that the progress tells adds up to by the due day; and its clause."""
    paces = [
        (pace, number.statement)
        for number in numbers_in(case.about)
        if (pace := a_day(_in_unit(number, case), case.norms))
    ]
    if not paces:
        return Decimal(0), ()
    pace, statement = max(paces, key=lambda told: told[0])
    return pace * max(case.days_left, 0), (statement,)


def _in_unit(number: Number, case: Case) -> Number:
    """A number in the unit that is asked for, as metres in kilometres; of nothing where it counts another thing."""
    if case.may_count(number.quantity):
        return number
    words = case.norms.matching
    one, told = metres(Decimal(1), case.requirement.unit, words), metres(number.value, number.unit, words)
    return number.worth(told / one if told and one else Decimal(0))
