"""Compositions: a part told as a share of a counted whole (736个，普惠托位占比64%), or asked for as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.told.answers import MARK, Answer
from reportgen.facts.words.phrases import pattern
from reportgen.facts.words.statements import Number, earlier, numbers_before, numbers_in
from reportgen.records import HUNDRED, Quantity, Scope


def _named_rest(case: Case) -> tuple[Answer, Decimal] | None:
    """The rest of a counted whole that a clause names (912处，其中换电柜365组，其余均为充电桩), with that clause."""
    own = _own_names(case)
    for statement in case.said.own:
        told = pattern(case.norms.phrases.rest_is).search(statement.text)
        if told is None or not case.said.words(told["kind"]) & own:
            continue
        before = [q for s in earlier(statement, case.said.own) for q in s.counted]
        whole, parts = before[0] if before else None, before[1:]
        parts = [q for q in parts if whole and (q.unit == whole.unit or q.scope is Scope.PART)]
        rest = whole.value - sum((part.value for part in parts), Decimal(0)) if whole and parts else Decimal(0)
        if whole is not None and rest > 0 and case.requirement.unit in {"%", whole.unit, *(q.unit for q in parts)}:
            left = replace(whole, value=rest, span=statement.span)
            return Answer(left, statement, statement.aspect, 1.0), whole.value
    return None


def part_of_whole(case: Case) -> tuple[Answer, Decimal] | None:
    """The number of a part that only its share tells, or that is named as the rest, with the words of it."""
    asked = case.requirement.quantity
    if asked is None or asked.unit == "%":
        return None
    if (told := _named_rest(case)) is not None:
        return told[0], told[0].value
    for share in _named(case):
        if not share.is_share or MARK not in share.before:
            continue
        whole, words, own = _whole(share, case), case.said.words, _own_names(case)
        named = words(share.noun + share.of)
        part = asked.scope is Scope.PART or named <= own  # 大学生占七成 is no part that is asked for
        if whole is not None and part and named & own - words(whole.noun):
            return Answer.by(share, 1.0), whole.value * share.value / HUNDRED
    return None


def share_of_whole(case: Case) -> tuple[Answer, Decimal] | None:
    """The share of a part that only its number tells (512个，其中快充桩168个), with the words of the number."""
    asked = case.requirement.quantity
    if asked is None or asked.unit != "%" or MARK not in case.requirement.words:
        return None
    for part in _named(case):
        if not part.is_share and part.is_part and (whole := _whole(part, case)):
            return Answer.by(part, 1.0), part.value * HUNDRED / whole.value
    if (told := _named_rest(case)) is not None:
        return told[0], told[0].value * HUNDRED / told[1]
    return None


def _named(case: Case) -> Iterator[Number]:
    """The numbers that name what sets the part apart from the other things asked for."""
    own = _own_names(case)
    told = numbers_in(case.said.statements)
    return (number for number in told if case.said.words(number.noun + number.of) & own)


def _own_names(case: Case) -> frozenset[str]:
    """What sets the thing asked for apart by name from the others."""
    others = (other.topic for other in case.said.requirements if other is not case.requirement)
    return case.requirement.topic.difference(*others) or case.requirement.topic


def _whole(part: Number, case: Case) -> Quantity | None:
    """The number that a part or share is of: the last before it in its sentence, in the unit that is counted."""
    units = {r.quantity.unit for r in case.said.requirements if r.quantity} - {"%"}
    before = numbers_before(part, case.said.statements)
    wholes = [quantity for quantity in before if quantity.unit in ({part.unit} - {"%"} or {*units, ""})]
    return wholes[-1] if wholes else None
