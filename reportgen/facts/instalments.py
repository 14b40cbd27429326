"""Instalments: a number that a plan asks for quarter by quarter."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from reportgen.facts.asking import Asking
from reportgen.facts.statements import Statement
from reportgen.records import Requirement, Scope

QUARTERS = 4
EACH_QUARTER = re.compile(r"每个?季度?")
LISTED = re.compile(rf"(?:\d+(?:\.\d+)?[、,/]){{{QUARTERS - 1}}}$")  # 每季度累计完成1、2、4、6个


def by_quarter(requirement: Requirement, statement: Statement, asking: Asking) -> list[Requirement]:
    """Ask by the end of the quarter that runs, and of the one before, for what each quarter asks adds up to."""
    quantity = requirement.quantity
    before = statement.before(quantity.span) if quantity else ""
    if asking.source != "plan" or requirement.due != asking.period.year_due or not EACH_QUARTER.search(before):
        return [requirement]
    if quantity is None or quantity.unit == "%":
        return [requirement]
    running = (asking.period.as_of.month - 1) // 3
    sums = _sums(before, quantity.value)
    return [
        replace(
            requirement,
            due=_end(asking.period.as_of.year, at),
            quantity=replace(quantity, value=sums[at], scope=Scope.CUMULATIVE),
        )
        for at in range(max(running - 1, 0), running + 1)
    ]


def _sums(before: str, last: Decimal) -> list[Decimal]:
    """What is asked for by the end of each quarter: a list that grows holds sums, another is added up."""
    listed = LISTED.search(before)
    if listed is None:
        return [last * number for number in range(1, QUARTERS + 1)]
    values = [*(Decimal(value) for value in re.findall(r"[\d.]+", listed[0])), last]
    if all(one < other for one, other in pairwise(values)):
        return values
    return [sum(values[: at + 1], Decimal(0)) for at in range(QUARTERS)]


def _end(year: int, quarter: int) -> date:
    month = 3 * (quarter + 1)
    return date(year, month, calendar.monthrange(year, month)[1])
