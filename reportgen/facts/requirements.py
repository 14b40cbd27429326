"""Requirements: the list of things that a target or a plan cell asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from reportgen.facts.ladders import Leaning, choose_ladder
from reportgen.facts.phrases import says
from reportgen.facts.statements import Statement
from reportgen.facts.topics import likeness, names, share
from reportgen.facts.units import same_unit
from reportgen.norms import Ladder, Norms
from reportgen.records import Aspect, Milestone, Moment, Period, Quantity, Requirement, Scope
from reportgen.text import fold

Source = Literal["target", "plan"]


@dataclass(frozen=True, slots=True)
class Asking:
    """What requirements are read against: the item's other texts, its period and the norms."""

    source: Source
    period: Period
    due: date
    background: Leaning  # the kinds of project that the item's texts as a whole point to
    norms: Norms
    targets: tuple[Requirement, ...] = ()


def requirements(asked: Sequence[Statement], asking: Asking) -> tuple[Requirement, ...]:
    """List what a cell's statements ask for, in order.

    A clause that names nothing of its own (验收完成) asks of what the clause before it named.
    """
    found: list[Requirement] = []
    usual = due = asking.due
    topic: frozenset[str] = frozenset()
    sentence = (0, 0)
    for statement in asked:
        due = _heading_due(statement, asking) or (due if sentence == statement.sentence else usual)
        asking = replace(asking, due=due)
        ladder = choose_ladder([statement], asking.background, asking.norms.ladders)
        topic = names(_without_steps(statement, ladder), asking.norms.matching) or topic
        asks = _of_clause(statement, topic, ladder, asking)
        if asking.source == "target" and found and sentence == statement.sentence:
            # 新建校舍3万平方米，幼儿园6所: the verb of the first clause holds for the second.
            asks = [r if r.milestone or not r.quantity else replace(r, milestone=found[-1].milestone) for r in asks]
        found, sentence = found + asks, statement.sentence
    if asking.source == "target":
        found = _without_implied(found)
    latest = max((r.due for r in found), default=usual)
    if asking.source == "target" and latest > usual:
        found = [replace(r, due=latest) for r in found]
    return tuple(_paired(found, asking.targets, asking.norms))


def _without_steps(statement: Statement, ladder: Ladder) -> str:
    """The clause with the words of its steps out, so that only the thing itself gives its name."""
    text = statement.text
    for step in statement.milestones:
        if step.ladder == ladder.name:
            text = text.replace(fold(step.span.text), " ", 1)
    return text


def _of_clause(statement: Statement, topic: frozenset[str], ladder: Ladder, asking: Asking) -> list[Requirement]:
    step = _step(statement, ladder, asking)
    base = Requirement(asking.source, statement.span, statement.text, _due(statement, asking), topic, milestone=step)
    counted = [quantity for quantity, _ in statement.quantities if not _describes(quantity, statement, asking.norms)]
    # 为12个乡镇配齐消防车12辆 asks for the vehicles.
    adjusted = [q for q in counted if says(asking.norms.phrases.adjusted, statement.source.before(q.span)[-8:])]
    counted = [replace(q, scope=Scope.PLAIN) for q in adjusted] or counted
    if len(counted) > 1 and statement.source.before(counted[0].span)[-1:] in ("为", "对"):
        counted = counted[1:]
    if counted:
        alone = len(counted) == 1
        return [_counted(base, quantity, statement, alone, asking) for quantity in counted]
    if asking.source == "plan" and _asks_for_all(statement, asking):
        return [
            replace(base, quantity=target.quantity, topic=base.topic | target.topic, milestone=step or target.milestone)
            for target in asking.targets
            if target.quantity
        ]
    named = names(statement.text, asking.norms.matching)
    if step is None and (not named or says(asking.norms.matching.descriptors, statement.text)):
        return []
    return [base]


def _asks_for_all(statement: Statement, asking: Asking) -> bool:
    """Tell whether a plan asks for all that the target counts (全部整治完成), and names nothing else."""
    counted = [target for target in asking.targets if target.quantity]
    unnamed = not names(statement.text, asking.norms.matching)
    several = len(counted) == 1 or (bool(counted) and unnamed)
    return several and says(asking.norms.phrases.asks_for_all, statement.text)


def _describes(quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether a number only describes the thing: (25.381公里), 总投资2亿元."""
    before = statement.source.before(quantity.span)
    bracketed = before.rfind("(") > before.rfind(")") and not says(norms.phrases.adjusted, before[before.rfind("(") :])
    return bracketed or says(norms.matching.descriptors, quantity.noun + quantity.of + before[-6:])


def _counted(base: Requirement, quantity: Quantity, statement: Statement, alone: bool, asking: Asking) -> Requirement:
    if not alone:
        piece = statement.piece_at(quantity.span)
        base = replace(base, span=piece, words=fold(piece.text))
    own = names(base.words, asking.norms.matching)
    if quantity.scope is Scope.PLAIN and any(word in statement.text for word in ("累计", "共")):
        quantity = replace(quantity, scope=Scope.CUMULATIVE)
    level = is_level(quantity, statement.text, asking.norms)
    return replace(base, quantity=quantity, topic=own or base.topic, level=level)


def _without_implied(found: list[Requirement]) -> list[Requirement]:
    """Where the target itself says how far (年内主体封顶), leave out the end that its verb would imply."""
    said = [r for r in found if r.milestone and r.milestone.span != r.span and not r.quantity]
    implied = [r for r in found if r.milestone and r.milestone.span == r.span and not r.quantity]
    return [r for r in found if r not in implied] if said and len(said) + len(implied) == len(found) else found


def _heading_due(statement: Statement, asking: Asking) -> date | None:
    """The day that heads all clauses of a sentence (下半年：补植补造，秋季造林1.2万亩)."""
    heads = [
        m.end
        for m in statement.moments
        if statement.source.text[len(statement.source.before(m.span)) :][:8].find(":") > 0
    ]
    return heads[0] if heads and asking.source == "plan" else None


def _due(statement: Statement, asking: Asking) -> date:
    """Take the day that the clause itself names, else the cell's."""
    if says(asking.norms.phrases.recurring, statement.text):
        return asking.due
    earliest = asking.period.year_start if asking.source == "plan" else asking.period.as_of
    # Of 主汛期(6月15日)前 the narrowest stretch is meant; of equals, the latest.
    days = sorted((_spelt(m), m.start - m.end, m.end) for m in statement.moments if m.end >= earliest)
    return days[-1][2] if days else asking.due


def _spelt(moment: Moment) -> bool:
    """Tell whether a day is given in numbers (6月15日), not by a season's name."""
    return any(letter.isdigit() for letter in moment.span.text)


def _step(statement: Statement, ladder: Ladder, asking: Asking) -> Milestone | None:
    """The furthest step that the clause asks for; in a target also the one that its verb implies (新建, 配备)."""
    steps = [step for step in statement.milestones if step.ladder == ladder.name]
    if asking.source == "target":
        steps = [step for step in steps if not step.soft]
    if steps:
        step = max(steps, key=lambda step: step.rank)
        going_on = step.aspect is Aspect.UNDER_WAY
        return replace(step, aspect=Aspect.UNDER_WAY if going_on else Aspect.REACHED)
    if asking.source == "target" and not _open_ended(statement, asking.norms):
        return _implied(statement, asking.norms)
    return None


def _open_ended(statement: Statement, norms: Norms) -> bool:
    return says(norms.phrases.open_ended, statement.text) and not statement.quantities


def _implied(statement: Statement, norms: Norms) -> Milestone | None:
    for implied in norms.matching.implied:
        if says(implied.words, statement.text):
            ladder = ladder_named(implied.ladder, norms)
            rank = next(at for at, step in enumerate(ladder.steps) if step.id == implied.step)
            return Milestone(ladder.name, implied.step, rank, Aspect.REACHED, "", statement.span, statement.span)
    return None


def ladder_named(name: str, norms: Norms) -> Ladder:
    return next(ladder for ladder in norms.ladders if ladder.name == name)


def _paired(found: list[Requirement], targets: Sequence[Requirement], norms: Norms) -> list[Requirement]:
    """Pair a plan's quantities with the annual ones: by what they name, else by their order (分别完成…)."""
    counted = [target for target in targets if target.quantity]
    paired: list[Requirement] = []
    for requirement in found:
        quantity = requirement.quantity
        if quantity is None:
            paired.append(requirement)
            continue
        if quantity.unit == "%":
            paired += _shares(requirement, counted, norms)
            continue
        same = [target for target in counted if _unit_of(target, quantity, norms)]
        taken = sum(1 for done in paired if done.quantity and same_unit(done.quantity.unit, quantity.unit, norms))
        paired.append(_with_whole(requirement, same, taken))
    return paired


def _unit_of(target: Requirement, quantity: Quantity, norms: Norms) -> bool:
    return target.quantity is not None and same_unit(target.quantity.unit, quantity.unit, norms)


def _with_whole(requirement: Requirement, same: Sequence[Requirement], order: int) -> Requirement:
    if not same:
        return requirement
    best = max(same, key=lambda target: likeness(requirement.topic, target.topic))
    if share(requirement.topic, best.topic) == 0:
        if requirement.topic and len(same) > 1:
            return requirement
        best = same[min(order, len(same) - 1)]
    return replace(requirement, whole=best.quantity, topic=requirement.topic | best.topic)


def _shares(requirement: Requirement, counted: Sequence[Requirement], norms: Norms) -> list[Requirement]:
    """Turn a sweeping share (各项指标完成50%) into a share of each annual quantity; others stay as they are."""
    quantity = requirement.quantity
    levels = [target for target in counted if target.quantity and target.quantity.unit == "%"]
    if quantity is not None and len(levels) == len(counted) == 1 and not names(requirement.words, norms.matching):
        return [replace(requirement, topic=levels[0].topic, words=levels[0].words, level=levels[0].level)]
    if quantity is None or not counted or requirement.level:
        return [requirement]
    related = [target for target in counted if share(requirement.topic, target.topic) > 0]
    sweeping = any(word in requirement.words for word in norms.matching.sweeping)
    unnamed = not names(requirement.words, norms.matching) and requirement.milestone is None
    chosen = counted if sweeping else related or (counted if len(counted) == 1 and unnamed else [])
    chosen = [target for target in chosen if target.quantity and target.quantity.unit != "%"]
    if not chosen:
        return [requirement]
    return [replace(requirement, whole=target.quantity, topic=target.topic) for target in chosen]


def is_level(quantity: Quantity, words: str, norms: Norms) -> bool:
    """Tell whether a number is a level that does not add up over time (优良率, 平均浓度)."""
    named = quantity.of + quantity.noun
    if quantity.unit == "%" and "率" in named and not any(word in named for word in norms.matching.accumulating):
        return True
    return any(word in named or (not named and word in words) for word in norms.matching.levels)
