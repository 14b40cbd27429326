"""Of all: a plan that asks of all that the targets count, or of what it names of it (全部完成, 车辆采购到位)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.asked.asking import Asking
from reportgen.facts.asked.steps import (
    asks_another_step,
    piece_by_piece,
    step_of_all,
)
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import says, tells_all
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.topics import names
from reportgen.norms import Norms
from reportgen.records import HALF, Aspect, Milestone, Requirement
from reportgen.text import LISTED, fold

FIGURE = re.compile(r"\d")
DONE = re.compile("[拆装改修做办建换铺栽种搬清治]完(?![善整备成工毕结])")  # 9月底前拆完
SAME_NAMES = 0.6  # a plan that shares so much of its names with the targets asks of them


def of_all(
    base: Requirement, own: frozenset[str], before: frozenset[str], step: Milestone | None, asking: Asking
) -> list[Requirement]:
    """Ask of all that the targets count, or of what the plan names of it (车辆采购到位), what it asks of all.

    So is what its sentence names `before`, where it names nothing (3处中心完成装修，10月底前运营).
    """
    capacities = asking.norms.matching.capacities
    every = [t for t in asking.targets if t.quantity and not t.quantity.is_share and "/" not in t.quantity.unit]
    counted = [t for t in every if t.quantity and not t.quantity.noun.endswith(capacities)]
    paced = step is not None and ladder_named(step.ladder, asking.norms).paced
    if paced:
        served = {*asking.norms.matching.persons, *asking.norms.matching.occasions}  # 5月底前建成, of 活动200场
        counted = [t for t in counted if t.quantity and t.quantity.unit not in served]
    counted = _without_extents(counted, asking.norms) or ([] if paced else every)
    piecewise = piece_by_piece(step, asking)
    named = [t for t in counted if own & t.topic and not any(own & t.topic < own & other.topic for other in counted)]
    named = named or [
        t for t in counted if t.quantity and set(base.words) & set(t.quantity.noun[-1:] + t.quantity.unit)
    ]
    things = [t for t in counted if t.quantity and t.quantity.unit not in asking.norms.matching.measures]
    alone = len(things) == len(counted) == 1 and tells_all(base.words, asking.norms.matching)
    if step is not None and not ladder_named(step.ladder, asking.norms).steps[step.rank].event:
        named = named or [t for t in counted if fold(step.span.text) in t.words]  # 清淤全部完成
    named = named or [t for t in counted if before & t.topic]
    return [
        replace(
            base,
            quantity=target.quantity,
            topic=target.topic,
            number_of=target.words,
            **step_of_all(step, target, piecewise),
        )
        for target in named or counted
        if (alone or not asks_another_step(target, step)) and not _begins_at_once(step, target, asking.norms)
    ] or [base]


def _without_extents(counted: list[Requirement], norms: Norms) -> list[Requirement]:
    """Leave out how large or long the things are that are counted themselves (12处，面积18万平方米)."""
    words, told = norms.matching, [(t, t.quantity) for t in counted if t.quantity]
    things = [t for t, quantity in told if quantity.unit not in words.measures]
    sizes = [t for t, q in told if q.noun.endswith(words.extents)]
    return [t for t in counted if not (things and t in sizes)]


def asks_for_all(statement: Statement, step: Milestone | None, asking: Asking) -> bool:
    """Tell whether a plan asks for all that the target counts (全部整治完成), and names nothing else."""
    counted = [target for target in asking.targets if target.quantity and "/" not in target.quantity.unit]
    spelt = says(asking.norms.phrases.asks_for_all, statement.text) or piece_by_piece(step, asking)
    spelt = spelt and not named_by_step(statement, asking)
    if not counted or not (spelt or any(_ends(step, target, asking.norms) for target in counted)):
        return False
    own = own_names(statement, asking.norms)
    whole = tells_all(statement.text, asking.norms.matching)
    if not own or (whole and len(counted) == 1):
        return True
    ended = step is None or not ladder_named(step.ladder, asking.norms).paced  # 全部完成 ends whatever it is
    asked = [t for t in counted if ended or whole or (step and t.milestone and t.milestone.step == step.step)]
    if any(_names_some(own, target, asking.norms) for target in counted):
        return False
    topics = frozenset[str]().union(*(t.topic | names(t.words, asking.norms.matching) for t in asked))
    return len(own & topics) > len(own) * SAME_NAMES


def named_by_step(statement: Statement, asking: Asking) -> frozenset[str]:
    """The topic of the one target that a plan names by a step alone, where others are counted (布展, 修缮旧址3处)."""
    counted = {target.topic for target in asking.targets if target.quantity} if statement.milestones else ()
    if not counted or own_names(statement, asking.norms):
        return frozenset()  # the usual case
    steps = {fold(step.span.text) for step in statement.milestones}
    named = {target.topic for target in asking.targets if any(step in target.words for step in steps)}
    return named.pop() if len(named) == 1 and not named & counted else frozenset()


def _names_some(own: frozenset[str], target: Requirement, norms: Norms) -> bool:
    """Tell whether names are of some things that a target lists (甲林 of 甲林、乙河2个市场), not of all.

    What is counted by itself beside them (农村公墓20处、城市公墓1200穴) is none of the list.
    """
    number = fold(target.quantity.span.text) if target.quantity else ""
    pieces = LISTED.split(target.words)
    among = (names(piece, norms.matching) for piece in pieces if number in piece or not FIGURE.search(piece))
    listed = [named for named in among if named]
    told = [Decimal(len(own & named)) / min(len(own), len(named)) for named in listed if own]
    return len(told) > 1 and max(told) == 1 and min(told) < HALF


def own_names(statement: Statement, norms: Norms) -> frozenset[str]:
    """What a clause names, without its steps, its days with the brackets behind them, and words that ask for all."""
    own = statement.text
    for moment in statement.moments:
        own = re.sub(rf"{re.escape(fold(moment.span.text))}(\([^()]*\))?", " ", own, count=1)  # 11月10日前(入冬前)
    for step in statement.milestones:
        own = own.replace(fold(step.span.text), " ", 1)
    own = DONE.sub(" ", own)
    for whole in (word for word in norms.matching.wholes if len(word) > 1):
        own = own.replace(whole, " ")
    return names(own, norms.matching)


def _ends(step: Milestone | None, target: Requirement, norms: Norms) -> bool:
    """Tell whether a step is the one with which a target's things are done, or one beyond it; a length is one thing."""
    end = target.milestone
    if step is not None and step.aspect is Aspect.UNDER_WAY:
        return False  # 启动更换 asks only to begin
    if target.quantity is None or target.quantity.unit in norms.matching.measures:
        return False
    return step is not None and end is not None and step.ladder == end.ladder and step.rank >= end.rank


def _begins_at_once(step: Milestone | None, target: Requirement, norms: Norms) -> bool:
    """Tell whether a beginning is asked of a length, an area or people, which begin as one (全部开工 of 3万亩)."""
    as_one = (*norms.matching.measures, *norms.matching.persons, *norms.matching.at_once)
    measured = target.quantity is not None and target.quantity.unit in as_one
    return measured and step is not None and step.rank <= ladder_named(step.ladder, norms).begun
