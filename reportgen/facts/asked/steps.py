"""Asked steps: which step of which ladder a clause of a target or plan asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from reportgen.facts.asked.asking import Asking
from reportgen.facts.words.ladders import ladder_named, step_named
from reportgen.facts.words.phrases import ends_with, pattern, says
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.topics import names
from reportgen.norms import Ladder, Norms
from reportgen.records import Aspect, Milestone, Requirement, Span
from reportgen.text import fold


def spelt_step(statement: Statement, ladder: Ladder, asking: Asking) -> Milestone | None:
    """The furthest step that the clause asks for."""
    steps = [step for step in statement.milestones if step.ladder == ladder.name]
    if asking.source == "target":
        # 新建管网16公里: a part of the works that is only named is no step.
        said = says(asking.norms.phrases.reached, statement.text)
        steps = [s for s in steps if not s.soft and (said or ladder.steps[s.rank].event or _counts_next(s, statement))]
    if not steps:
        return None
    # In a plan the last word is the head: 管网改造设计 asks for the design.
    step = max(steps, key=lambda step: step.rank if asking.source == "target" else step.span.start)
    if pattern(asking.norms.matching.preparing).match(statement.after(step.span)):
        return None  # 做好开工准备 asks for no beginning
    going = step.aspect is Aspect.UNDER_WAY and not statement.shares  # 装修完成90% asks for the step itself
    going = going or ends_with(asking.norms.phrases.beginning, statement.before(step.span))  # 启动安装
    asked = Aspect.UNDER_WAY if going else Aspect.REACHED
    return step if step.aspect is asked else replace(step, aspect=asked)


def _begins(after: str, norms: Norms) -> bool:
    """Tell whether the words behind a step ask no more than to begin it (外墙开始施工)."""
    begun = pattern(norms.phrases.beginning).match(after)
    return begun is not None and not names(after[begun.end() :], norms.matching)


def _counts_next(step: Milestone, statement: Statement) -> bool:
    """Tell whether a number follows a step's word at once (签约3100户), and so counts just that."""
    return statement.after(step.span)[:1].isdecimal()


def implied_step(statement: Statement, asking: Asking) -> Milestone | None:
    """The step that the verb of a target implies (新建, 配备)."""
    if asking.source == "target" and not _open_ended(statement, asking.norms):
        return _implied(statement, asking.norms)
    return None


def going_on(asked: Requirement, statement: Statement, ladder: Ladder, norms: Norms) -> Requirement:
    """For what a plan counts as under way without naming a step (在建30台): that its works have begun."""
    if not asked.of_plan or not ladder.paced:
        return asked
    same = (number for number in statement.numbers if asked.quantity and number.span == asked.quantity.span)
    aspect = next((number.aspect for number in same), None)
    own_step = any(asked.span.start <= step.span.start < asked.span.end for step in statement.milestones)
    shares = says(norms.phrases.share_of_works, asked.words)  # 2个工程量过半
    if aspect is not Aspect.UNDER_WAY or own_step or shares:
        return asked
    begun = step_named(ladder.works, ladder, asked.span, Aspect.UNDER_WAY, made=True)
    return replace(asked, milestone=begun, implied=False)


def _open_ended(statement: Statement, norms: Norms) -> bool:
    return says(norms.phrases.open_ended, statement.text) and not statement.quantities


def _implied(statement: Statement, norms: Norms) -> Milestone | None:
    for implied in norms.matching.implied:
        if says(implied.words, statement.text):
            return step_named(implied.step, ladder_named(implied.ladder, norms), statement.span)
    return None


def several_steps(statement: Statement, ladder: Ladder) -> list[tuple[Span, Milestone]]:
    """The steps of a clause that asks for several side by side (完成管网设计及管材招标), each with its words."""
    steps = [step for step in statement.milestones if step.ladder == ladder.name]
    if len(steps) < 2:
        return []  # the usual case
    parts = list(re.finditer("[^、及和与]+", statement.text))
    found = []
    for part in parts:
        words = statement.source.span(statement.start + part.start(), statement.start + part.end())
        own = (step for step in steps if words.start <= step.span.start < words.end)
        found += [(words, step) for step in sorted(own, key=lambda step: step.span.start)[-1:]]
    return found if len(found) == len(parts) and len({step.rank for _, step in found}) == len(found) else []


def prepared_first(statement: Statement, number: Span, norms: Norms) -> tuple[Span, Span] | None:
    """The two stretches of a clause that asks for a preparation and then for a number (完成评估并实施30户)."""
    before = statement.before(number)
    first, joined, _ = before.rpartition("并")
    words = (*norms.matching.preparatory, *norms.matching.prepared)
    if not says(words, first):
        return None
    source, cut = statement.source, statement.start + len(first)
    return source.span(statement.start, cut), source.span(cut + len(joined), statement.end)


def for_step(base: Requirement, span: Span, step: Milestone, norms: Norms) -> Requirement:
    """Ask for one of the steps that a clause lists."""
    words = fold(span.text)
    topic = names(words.replace(fold(step.span.text), ""), norms.matching) or base.topic
    going = _begins(words.partition(fold(step.span.text))[2], norms)
    asked = replace(step, aspect=Aspect.UNDER_WAY if going else Aspect.REACHED)
    return replace(base, span=span, words=words, topic=topic, milestone=asked)


def step_of_all(step: Milestone | None, target: Requirement, piecewise: bool) -> dict[str, Any]:
    """Take the step that a plan names for all (全部交付), unless it only ends another kind of thing (全部完成)."""
    alike = step is not None and (target.milestone is None or step.ladder == target.milestone.ladder)
    own = step if alike or piecewise else target.milestone
    return {"milestone": own, "implied": own is not step}


def asks_another_step(target: Requirement, step: Milestone | None) -> bool:
    """Tell whether a target spells a step of its own (开工4200套), which a plan for another (基本建成) leaves out."""
    own = target.milestone
    return (
        step is not None
        and own is not None
        and not target.implied
        and own.ladder == step.ladder
        and own.step != step.step
    )


def piece_by_piece(step: Milestone | None, asking: Asking) -> bool:
    """Tell whether a step is one that things reach piece by piece (安装到位), so that a plan asks it of all of them."""
    going = step is not None and step.aspect is Aspect.UNDER_WAY
    return step is not None and step.made and not going and ladder_named(step.ladder, asking.norms).by_piece
