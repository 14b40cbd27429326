"""Differences: how many are new by a rise (由21家增至32家), or by what has come less what has gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.shortfall import hold
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.countable import answers
from reportgen.facts.words import numerals
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.records import NOT_YET, Check, Quantity, Scope

BEFORE = r"(?:年初|去年底|去年末|上年末|上年底|去年|上年)"
FROM = re.compile(rf"(?:[由从]|{BEFORE}|原有|原来)[^\d,。;]{{0,8}}$")
TO = re.compile(r"(?:增|扩|发展|提高|提升|上升|升|达|现|目前|如今)[^\d,。;]{0,6}$")
RISE = re.compile(
    rf"(?:[由从]|{BEFORE})[^\d,。;]{{0,8}}(?P<low>\d+(?:\.\d+)?)(?P<scale>万?)\w{{0,3}}?(?:增|扩|发展|提高|上升|升|达)[^\d,。;]{{0,6}}$"
)
MORE = re.compile(rf"[比较]{BEFORE}[^\d,。;]{{0,4}}(?:多|增)[^\d,。;]{{0,3}}$")
ADDED = re.compile("新增|净增|增加(?!至|到|为)|增设|新设|新建|新开")
NET, GONE = "净增", re.compile(r"(?:减少|核减|注销|退出|关停|流失)[^\d,。;]{0,4}$")


def by_difference(case: Case) -> Check | None:
    """Count what is there by a rise, where new ones are asked for."""
    told = _risen(case) or _net(case)
    return hold(case, told, told.quantity.value, case.need) if told is not None else None


def _risen(case: Case) -> Answer | None:
    """By how many there are more than before (年初16家，现36家; 比年初多26家)."""
    asked = case.requirement.quantity
    if asked is None or asked.unit == "%" or asked.scope is Scope.STOCK:
        return None
    if says(case.norms.matching.totals, case.requirement.words) or not ADDED.search(case.all_words):
        return None
    told = list(_in_order(case))
    if any(ADDED.search(s.near(q.span)) and not MORE.search(s.before(q.span)) for _, s, q in told):
        return None  # 增至6800个，其中新增1600个
    for before, statement, quantity in told:
        own = statement.before(quantity.span)
        if MORE.search(own):
            return Answer(quantity, statement, 1.0)
        if (rise := RISE.search(own)) is not None:
            low = Decimal(rise["low"]) * numerals.scale(rise["scale"])
            return _risen_by(quantity.value - low, quantity, statement) if low < quantity.value else None
        if before is None or before.unit != quantity.unit or before.value >= quantity.value:
            continue
        text, at = statement.source.text, statement.source.at
        lead, between = text[statement.sentence.start : at(before.span)], text[: at(quantity.span)]
        if FROM.search(lead) and TO.search(between[statement.source.past(before.span) :]):
            return _risen_by(quantity.value - before.value, quantity, statement)
    return None


def _risen_by(more: Decimal, told: Quantity, statement: Statement) -> Answer:
    """Answer with a rise, in the words of the number that it came to."""
    return Answer(replace(told, value=more), statement, 1.0)


def _net(case: Case) -> Answer | None:
    """What has come less what has gone (新增1420个，因歇业减少310个), where what has come on the whole is asked for."""
    if NET not in case.requirement.words + case.requirement.number_of:
        return None
    gone = [(s, q) for s in case.report for q in s.counted if GONE.search(s.before(q.span))]
    lost = [q for _, q in gone if answers(q, case.requirement, case.said)]
    come = next((a for a in case.counts if not any(a.quantity is q for _, q in gone)), None)
    if come is None or not lost or NET in come.near:
        return None
    net = come.quantity.value - sum(q.value for q in lost)
    return replace(come, quantity=replace(come.quantity, value=net))


def _in_order(case: Case) -> Iterator[tuple[Quantity | None, Statement, Quantity]]:
    """Yield the numbers of the thing with the one told before each in its sentence."""
    told = [
        (statement, quantity)
        for statement in case.report
        for quantity, aspect in statement.quantities
        if aspect not in NOT_YET and answers(_of_scope(quantity), case.requirement, case.said)
        if not case.said.counts_several or case.said.is_named(case.requirement, _first_of(statement, case))
    ]
    for at, (statement, quantity) in enumerate(told):
        last = told[at - 1] if at else None
        same = last is not None and last[0].sentence is statement.sentence
        yield (last[1] if last and same else None), statement, quantity


def _first_of(statement: Statement, case: Case) -> Statement:
    """The clause with which the sentence of a statement begins, which names what the others go on about."""
    return next(s for s in case.said.own if s.sentence is statement.sentence)


def _of_scope(told: Quantity) -> Quantity:
    """A number as one of this year: also what is told of all there are (达71家) may tell a rise."""
    return replace(told, scope=Scope.PLAIN) if told.scope is Scope.STOCK else told
