"""Quarters: a plan that gives the number of each quarter (每季度累计完成1、2、4、6个; 每季度建成2个)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise

from reportgen.facts.words.seasons import months
from reportgen.facts.words.statements import Statement
from reportgen.records import Requirement, Scope

QUARTER = "季"  # stands in all of the patterns
NUMBER = r"\d+(?:\.\d+)?[^\d、,。;/]{0,3}"
BY_QUARTER = re.compile(rf"季度?[^\d、,。;/]{{0,10}}(?P<list>{NUMBER}(?:[、/]{NUMBER}){{3}})")
FIGURE = re.compile(r"\d+(?:\.\d+)?")
EACH = re.compile("每个?季度?")
ENDS = (3, 6, 9, 12)  # the last month of each quarter


def by_quarters(requirement: Requirement, statement: Statement, year: int) -> list[Requirement]:
    """One requirement for each quarter that has a number, else the one as it is; numbers that do not rise add up."""
    quantity = requirement.quantity
    numbers = _listed(statement.text) or _repeated(requirement, statement)
    if quantity is None or not numbers:
        return [requirement]
    ends = (months(year, month, month)[1] for month in ENDS)
    asked = replace(quantity, scope=Scope.CUMULATIVE)
    return [
        replace(requirement, quantity=replace(asked, value=number), due=end)
        for number, end in zip(numbers, ends, strict=True)
        if number
    ]


def _listed(text: str) -> list[Decimal]:
    found = BY_QUARTER.search(text)
    told = [Decimal(number) for number in FIGURE.findall(found["list"])] if found else []
    rises = all(one < other for one, other in pairwise(told))
    return told if rises or "累计" in text else list(accumulate(told))


def _repeated(requirement: Requirement, statement: Statement) -> list[Decimal]:
    """What the same number each quarter comes to by the end of each, where the plan is that of the year."""
    quantity, of_year = requirement.quantity, requirement.due.month == ENDS[-1]
    if quantity is None or quantity.is_share or not of_year or not EACH.search(statement.before(quantity.span)):
        return []
    return [quantity.value * number for number in range(1, len(ENDS) + 1)]
