"""Compositions: a part told as a share of a counted whole (736个，普惠托位占比64%), or asked for as one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.told.answers import MARK, Answer
from reportgen.facts.words.statements import Statement, numbers_before
from reportgen.records import HUNDRED, Quantity, Scope


def part_of_whole(case: Case) -> tuple[Answer, Decimal] | None:
    """The number of a part that only its share tells, with the words of the share."""
    asked = case.requirement.quantity
    if asked is None or asked.scope is not Scope.PART:
        return None
    for statement, share in _named(case):
        if share.unit == "%" and MARK in statement.before(share.span) and (whole := _whole(share, statement, case)):
            return Answer(share, statement, 1.0), whole * share.value / HUNDRED
    return None


def share_of_whole(case: Case) -> tuple[Answer, Decimal] | None:
    """The share of a part that only its number tells (512个，其中快充桩168个), with the words of the number."""
    asked = case.requirement.quantity
    if asked is None or asked.unit != "%" or MARK not in case.requirement.words:
        return None
    for statement, part in _named(case):
        if part.unit != "%" and part.scope is Scope.PART and (whole := _whole(part, statement, case)):
            return Answer(part, statement, 1.0), part.value * HUNDRED / whole
    return None


def _named(case: Case) -> Iterator[tuple[Statement, Quantity]]:
    """The numbers that name what sets the part apart from the other things asked for."""
    others = (other.topic for other in case.said.requirements if other is not case.requirement)
    own = case.requirement.topic.difference(*others) or case.requirement.topic
    for statement in case.said.statements:
        for quantity, _ in statement.quantities:
            if case.said.words(quantity.noun + quantity.of) & own:
                yield statement, quantity


def _whole(part: Quantity, statement: Statement, case: Case) -> Decimal | None:
    """The number that a part or share is of: the last before it in its sentence, in the unit that is counted."""
    units = {r.quantity.unit for r in case.said.requirements if r.quantity} - {"%"}
    before = numbers_before(part.span, statement, case.said.statements)
    wholes = [quantity.value for quantity in before if quantity.unit in ({part.unit} - {"%"} or units)]
    return wholes[-1] if wholes else None
