"""Owners: which of the topics that are asked for each statement of a report speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.topics import names, nearest, score, weights
from reportgen.facts.words.units import FLOOR
from reportgen.norms import Norms
from reportgen.records import Requirement, Scope
from reportgen.text import LISTED

LAST_STEPS = 2  # 验收 and 投用
WHOLES = re.compile("[均都]|全部|全面|已")  # begins what is told of all the things that stand before it


def owners(
    statements: Sequence[Statement],
    requirements: Sequence[Requirement],
    topics: Sequence[frozenset[str]],
    norms: Norms,
) -> tuple[frozenset[int], ...]:
    """Give for each statement the places of the topics that it speaks of.

    A statement that names none of them speaks of what the statement before it in the same sentence spoke of, and one
    about the rest (其余9月底前完成) of all that the sentence spoke of.
    """
    weight = weights(topics)
    found: list[frozenset[int]] = []
    for _, sentence in groupby(statements, key=lambda statement: statement.sentence):
        before: list[tuple[Statement, frozenset[int]]] = []
        for statement in sentence:
            owner = _owner(statement, before, topics, weight, norms)
            owner = owner or (frozenset() if before else _left_by_unit(statement, requirements, topics))
            before.append((statement, owner and owner | _counted_by_number(statement, requirements, topics)))
        found += [owner for _, owner in before]
    return tuple(found)


def _owner(
    statement: Statement,
    before: Sequence[tuple[Statement, frozenset[int]]],
    topics: Sequence[frozenset[str]],
    weight: dict[str, float],
    norms: Norms,
) -> frozenset[int]:
    """The topics that a statement speaks of, by its own words or by those before it in its sentence.

    A rest that is counted (其余3处) is of what was counted so before it, one that is not of all.
    """
    terms = (moment.span for moment in statement.moments if moment.runs)  # 3天铺完: a term names nothing
    own = names(statement.without(terms), norms.matching)
    scores = [score(own, topic, weight) for topic in topics]
    best = nearest(scores)
    if best is not None:
        return frozenset({_going_on(before, scores, best)}) | _listed(statement, topics, weight, norms)
    if says(norms.phrases.rest, statement.text) or _ends_all(statement, norms):
        left = {quantity.unit for quantity in statement.quantities if quantity.scope is Scope.REST}
        counted = [owner for earlier, owner in before if any(q.unit in left for q in earlier.quantities)]
        counted = counted or [owner for earlier, owner in before if left and earlier.counts][-1:]
        return counted[-1] if counted else frozenset().union(*(owner for _, owner in before))
    told = [(earlier, owner) for earlier, owner in reversed(before) if owner or (not own and earlier.counts)]
    if own and statement.counts and not _only_how_high(statement, norms):
        units = _units_by_name(statement)
        told = [
            (earlier, owner)
            for earlier, owner in told
            if units & {q.unit for q in earlier.counted} or _counts_some(statement, earlier)
        ]
    return next((owner for _, owner in told), frozenset())


def _counted_by_number(
    statement: Statement, requirements: Sequence[Requirement], topics: Sequence[frozenset[str]]
) -> frozenset[int]:
    """The topics of which a bare number tells just as many as are asked for, beside their size (12处共18万平方米)."""
    bare = {(q.value, q.unit) for q in statement.counted if not q.noun and len(statement.counted) > 1}
    same = (r.topic for r in requirements if r.quantity and (r.quantity.value, r.unit) in bare)
    return frozenset(topics.index(topic) for topic in same if topic)


def _left_by_unit(
    statement: Statement, requirements: Sequence[Requirement], topics: Sequence[frozenset[str]]
) -> frozenset[int]:
    """The one topic that is counted in the unit of a rest which begins a sentence (余下3处放在四季度)."""
    left = {quantity.unit for quantity in statement.quantities if quantity.scope is Scope.REST}
    asked = {r.topic for r in requirements if r.topic and r.unit in left}
    return frozenset(map(topics.index, asked)) if len(asked) == 1 else frozenset()


def _only_how_high(statement: Statement, norms: Norms) -> bool:
    """Tell whether a clause names no more than a step and the floor that it has come to (砌体做到三层)."""
    if any(quantity.unit != FLOOR for quantity in statement.counted):
        return False
    return not names(statement.without(step.span for step in statement.milestones), norms.matching)


def _counts_some(statement: Statement, earlier: Statement) -> bool:
    """Tell whether a clause counts only some of what was counted before it (14幢楼封顶，12幢外墙涂料做完)."""
    told = {quantity.unit: quantity.value for quantity in earlier.counted}
    return all(quantity.value < told.get(quantity.unit, 0) for quantity in statement.counted)


def _units_by_name(statement: Statement) -> frozenset[str]:
    """The units of numbers before which as many names are listed (甲村、乙村2个方案已定)."""
    told = ((number.quantity, LISTED.split(number.before)) for number in statement.numbers)
    counted = (quantity for quantity, names in told if 1 < len(names) == quantity.value)
    return frozenset(quantity.unit for quantity in counted if not quantity.is_share)


def _going_on(before: Sequence[tuple[Statement, frozenset[int]]], scores: Sequence[float], best: int) -> int:
    """The topic that the clause before spoke of, if a clause names it as well as the `best` (充电主机未到货)."""
    if not before:
        return best
    last = next((owner for _, owner in reversed(before) if owner), frozenset())
    return next((at for at in last if scores[at] == scores[best]), best)


def _listed(
    statement: Statement, topics: Sequence[frozenset[str]], weight: dict[str, float], norms: Norms
) -> frozenset[int]:
    """The topics of the things that a clause lists before it tells of all of them (健身房、足球场均已建成开放)."""
    whole = WHOLES.search(statement.text)
    listed = LISTED.split(statement.text[: whole.start()]) if whole else []
    if len(listed) < 2:
        return frozenset()  # the usual case
    things = [names(thing, norms.matching) for thing in listed]
    found = [nearest([score(thing, topic, weight) for topic in topics]) for thing in things]
    return frozenset(at for at in found if at is not None) if None not in found else frozenset()


def _ends_all(statement: Statement, norms: Norms) -> bool:
    """Tell whether a clause tells of a step with which all works end (通过验收), and counts nothing."""
    steps = () if statement.quantities else statement.milestones
    ladders = ((step, ladder_named(step.ladder, norms)) for step in steps)
    return any(ladder.paced and step.rank >= len(ladder.steps) - LAST_STEPS for step, ladder in ladders)
