"""Differences: how many are new by a rise (由21家增至32家), or by what has come less what has gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.shortfall import hold
from reportgen.facts.told.answers import Answer
from reportgen.facts.words import numerals
from reportgen.facts.words.phrases import ends_with, mentions, says
from reportgen.facts.words.statements import Number, Statement, numbers_in, of_sentence
from reportgen.records import NOT_YET, Check, Quantity, Scope

NUMBER = re.compile(r"(?P<value>\d+(?:\.\d+)?)(?P<scale>万?)")


def check_difference(case: Case) -> Check | None:
    """Count what is there by a rise, where new ones are asked for."""
    told = difference(case)
    return hold(case, told, told.value, case.need) if told is not None else None


def difference(case: Case) -> Answer | None:
    """By how many there are more than before, or by how many more have come than gone."""
    return _risen(case) or _net(case)


def _risen(case: Case) -> Answer | None:
    """By how many there are more than before, where nothing tells outright how many are new (其中新增16个)."""
    asked, words = case.requirement.quantity, case.norms.matching
    if asked is None or asked.unit == "%" or asked.scope is Scope.STOCK:
        return None
    if says(words.totals, case.requirement.words) or not says(words.added, case.all_words):
        return None
    told = list(_of_the_thing(case))
    if any(says(words.added, number.near) and not ends_with(words.more_than, number.before) for number in told):
        return None
    return next((rise for number in told if (rise := _rise(number, case)) is not None), None)


def _rise(number: Number, case: Case) -> Answer | None:
    """The rise that a number tells by itself (比年初多26家), or by the lower one before it in its sentence."""
    words = case.norms.matching
    told = Answer.by(number, 1.0)
    if ends_with(words.more_than, number.before):
        return told
    rise = change(number, words.risen_to, case)
    return told.worth(rise) if rise > 0 else None


def change(number: Number, moved_to: tuple[str, ...], case: Case) -> Decimal:
    """By how much a number is more or less than the one before it (21家增至32家: 11); 0 where it did not move so."""
    source = number.statement.source
    before = source.text[number.sentence.start : source.at(number.span)]
    *_, last = (None, *NUMBER.finditer(before))
    if last is None or not ends_with(case.norms.matching.moved_from, before[: last.start()]):
        return Decimal(0)
    moved = ends_with(moved_to, before[last.end() :])
    return number.value - Decimal(last["value"]) * numerals.scale(last["scale"]) if moved else Decimal(0)


def _net(case: Case) -> Answer | None:
    """What has come less what has gone (新增1420个，因歇业减少310个), where what has come on the whole is asked for."""
    words = case.norms.matching
    if not mentions(words.net, case.requirement.all_words):
        return None
    counted = (number for number in numbers_in(case.report) if not number.is_share)
    gone = [number.quantity for number in counted if ends_with(words.gone, number.before)]
    lost = [q for q in gone if case.may_count(q)]
    come = next((a for a in case.counts if not any(a.quantity is q for q in gone)), None)
    if come is None or not lost or mentions(words.net, come.near):
        return None
    return come.worth(come.value - sum(q.value for q in lost))


def _of_the_thing(case: Case) -> Iterator[Number]:
    """The numbers of the thing asked for; where several are, of sentences that begin by its name."""
    for statement in case.report:
        if case.said.counts_several and not case.said.is_named(case.requirement, _first_of(statement, case)):
            continue
        for number in statement.numbers:
            if number.aspect not in NOT_YET and case.may_count(_of_scope(number.quantity)):
                yield number


def _first_of(statement: Statement, case: Case) -> Statement:
    """The clause with which the sentence of a statement begins, which names what the others go on about."""
    return of_sentence(statement.sentence, case.said.own)[0]


def _of_scope(told: Quantity) -> Quantity:
    """A number as one of this year: also what is told of all there are (达71家) may tell a rise."""
    return replace(told, scope=Scope.PLAIN) if told.scope is Scope.STOCK else told
