"""Quarters: a plan that gives the number of each quarter in one list (每季度累计完成1、2、4、6个)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise

from reportgen.facts.seasons import months
from reportgen.facts.statements import Statement
from reportgen.records import Requirement, Scope

NUMBER = r"\d+(?:\.\d+)?[^\d、,。;/]{0,3}"
LISTED = re.compile(rf"季度?[^\d、,。;/]{{0,10}}(?P<list>{NUMBER}(?:[、/]{NUMBER}){{3}})")
FIGURE = re.compile(r"\d+(?:\.\d+)?")


def by_quarters(requirement: Requirement, statement: Statement, year: int) -> list[Requirement]:
    """Ask for each quarter's number by its end, added up where the list does not rise; for one number as it is."""
    found, quantity = LISTED.search(statement.text), requirement.quantity
    if found is None or quantity is None:
        return [requirement]
    told = [Decimal(number) for number in FIGURE.findall(found["list"])]
    rises = all(one < other for one, other in pairwise(told))
    numbers = told if rises or "累计" in statement.text else list(accumulate(told))
    ends = (months(year, month, month)[1] for month in (3, 6, 9, 12))
    asked = replace(quantity, scope=Scope.CUMULATIVE)
    return [
        replace(requirement, quantity=replace(asked, value=number), due=end)
        for number, end in zip(numbers, ends, strict=True)
        if number
    ]
