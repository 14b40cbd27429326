"""Requirements: the list of things that a target or a plan cell asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportgen.facts.asked.asking import Asking, due_day, heading_day
from reportgen.facts.asked.left_out import without_aims, without_division, without_implied
from reportgen.facts.asked.numbers import each, for_number, numbers, times_each
from reportgen.facts.asked.of_all import asks_for_all, named_by_step, of_all, own_names
from reportgen.facts.asked.quarters import QUARTER, by_quarters
from reportgen.facts.asked.steps import (
    for_step,
    going_on,
    implied_step,
    prepared_first,
    several_steps,
    spelt_step,
)
from reportgen.facts.asked.wholes import cumulate, link_by_letters, pair_with_targets, take_changes
from reportgen.facts.words.ladders import choose_ladder, ladder_named
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Number, Sentence, Statement
from reportgen.facts.words.topics import names
from reportgen.norms import Ladder, Norms
from reportgen.records import Milestone, Requirement, Span
from reportgen.text import fold

LEADING = 2  # letters that may stand before the day that a clause begins with (于, 力争)


def requirements(asked: Sequence[Statement], asking: Asking) -> tuple[Requirement, ...]:
    """List what a cell's statements ask for, in order.

    A clause that names nothing of its own (验收完成) asks of what the clause before it named.
    """
    found: list[Requirement] = []
    usual = due = latest = asking.due
    topic: frozenset[str] = frozenset()
    sentence: Sentence | None = None
    for statement in asked:
        due = heading_day(statement) or (due if sentence is statement.sentence else usual)
        own_due = due_day(statement, due, asking)
        latest = max(latest, own_due)  # also of a clause that asks for nothing else (2027年完成)
        if asking.source == "plan" and _day_leads(statement):
            due = own_due
        ladder = _ladder_of(statement, asking)
        before = topic if sentence is statement.sentence else frozenset[str]()
        topic = (
            names(_without_steps(statement, ladder), asking.norms.matching)
            or named_by_step(statement, asking)
            or (_of_all_before(statement, ladder, [r for r in found if sentence is statement.sentence], asking) | topic)
        )
        asks = _of_clause(statement, topic, before, ladder, own_due, asking)
        asks = times_each(found, asks, statement, asking.norms)
        own = asking.source == "target" and _has_own_step(statement, asking.norms)
        if found and sentence is statement.sentence and not own:
            found, asks = _joined(found, asks, ladder, asking)
        found, sentence = take_changes(found, asks, asking.norms), statement.sentence
    if asking.source == "target":
        found = without_division(without_implied(without_aims(found, asking.norms)))
    if asking.source == "target" and latest > usual:
        found = [replace(r, due=latest) for r in found]
    paired = pair_with_targets(found, asking.targets, asking.norms)
    return tuple(cumulate([link_by_letters(requirement, asking.targets) for requirement in paired], asking.norms))


def _day_leads(statement: Statement) -> bool:
    """Tell whether a clause begins with its day, which so holds for those behind it (6月底前完成甲，完成乙)."""
    days = [statement.source.at(moment.span) - statement.start for moment in statement.moments]
    return bool(days) and min(days) <= LEADING


def _ladder_of(statement: Statement, asking: Asking) -> Ladder:
    """The kind of project that a clause is about; in a plan one that has its steps (服务中心完成室内装修)."""
    ladders = asking.norms.ladders
    ladder = choose_ladder([statement], asking.background, ladders)
    named = {step.ladder for step in statement.milestones}
    if asking.source == "target" or not named or ladder.name in named:
        return ladder
    return choose_ladder([statement], asking.background, tuple(one for one in ladders if one.name in named))


def _joined(
    found: list[Requirement], asks: list[Requirement], ladder: Ladder, asking: Asking
) -> tuple[list[Requirement], list[Requirement]]:
    """Let clauses of one sentence complete one another.

    In a target the verb of the first holds for the second (新建校舍3万平方米，幼儿园6所); in a plan a step that names
    nothing is the one asked of what was counted before it (新建站点2家，装修完成), unless by a later day (11月底验收).
    """
    last = found[-1]
    if asking.source == "target":
        return found, [
            replace(r, milestone=last.milestone, implied=last.implied)
            if r.quantity and r.milestone is None and _same_kind(last.milestone, ladder)
            else r
            for r in asks
        ]
    bare = (r for r in asks if not r.quantity and r.topic == last.topic and r.due <= last.due)
    steps = [r.milestone for r in bare if r.milestone]
    if last.quantity and not last.quantity.is_share and last.milestone is None and steps:
        return [*found[:-1], replace(last, milestone=steps[-1], implied=False)], asks
    return found, asks


def _of_all_before(
    statement: Statement, ladder: Ladder, before: Sequence[Requirement], asking: Asking
) -> frozenset[str]:
    """What the clauses before name together, where one only ends the works (新建甲校，新增学位900个，9月投用)."""
    steps = [step for step in statement.milestones if step.ladder == ladder.name]
    ends = any(ladder.end is not None and step.rank >= ladder.end for step in steps)
    own = asking.source == "target" and ends and not statement.counts
    return frozenset[str]().union(*(r.topic for r in before)) if own else frozenset()


def _has_own_step(statement: Statement, norms: Norms) -> bool:
    """True where a clause has a verb of its own (栽植灌木20万株), and so does not end with the one before it."""
    return any(not ladder_named(step.ladder, norms).by_piece for step in statement.milestones)


def _same_kind(step: Milestone | None, ladder: Ladder) -> bool:
    """Tell whether a step is of the kind of project that a clause is about (not 建成冰场 of 活动100场)."""
    return step is None or step.ladder == ladder.name or ladder.paced


def _without_steps(statement: Statement, ladder: Ladder) -> str:
    """The clause with the words of its steps out, so that only the thing itself gives its name."""
    return statement.without(step.span for step in statement.milestones if step.ladder == ladder.name)


def _of_clause(
    statement: Statement, topic: frozenset[str], before: frozenset[str], ladder: Ladder, due: date, asking: Asking
) -> list[Requirement]:
    """List what one clause asks for: its numbers, else all that the targets count, else its steps or words.

    `before` is what the sentence names before it, of which it goes on (3处中心完成装修，10月底前运营).
    """
    if _asks_for_targets(statement, asking):
        return [
            replace(t, source="plan", span=statement.span, due=due) for t in asking.targets if t.quantity or t.milestone
        ]
    said = spelt_step(statement, ladder, asking)
    step = said or implied_step(statement, asking)
    base = Requirement(asking.source, statement.span, statement.text, due, topic, milestone=step, implied=not said)
    counted = numbers(statement, asking.norms)
    if counted and asking.source == "plan" and len(quarters := _by_quarters(base, counted[-1], statement, asking)) > 1:
        return quarters
    if counted and asking.source == "plan" and (halves := prepared_first(statement, counted[0].span, asking.norms)):
        return _after_preparation(base, halves, counted, statement, asking)
    if counted:
        asked = (for_number(base, number, len(counted) == 1, asking) for number in counted)
        return [one for r in asked for one in each(going_on(r, statement, ladder, asking.norms), statement, asking)]
    several = several_steps(statement, ladder) if asking.source == "plan" else []
    if len(several) > 1:
        return [for_step(base, words, one, asking.norms) for words, one in several]
    if asks_for_all(statement, step, asking):
        return of_all(base, own_names(statement, asking.norms), before, step, asking)
    named = names(statement.text, asking.norms.matching)
    if step is None and not named and _asks_by_day(statement, asking):
        return [replace(t, source="plan", span=statement.span, due=due) for t in asking.targets]
    if step is None and (not named or _asks_nothing(statement, asking.norms)):
        return []
    return [base]


def _asks_nothing(statement: Statement, norms: Norms) -> bool:
    """Tell whether a clause only says how large a thing is, or what is to come of it (切实增强群众获得感)."""
    return says(norms.matching.descriptors + norms.matching.effects, statement.text)


def _after_preparation(
    base: Requirement, halves: tuple[Span, Span], counted: Sequence[Number], statement: Statement, asking: Asking
) -> list[Requirement]:
    """Ask for a preparation by its own words, and for the numbers behind it by theirs (完成评估并实施30户)."""
    first, then = ((span, fold(span.text), statement.steps_in(span)) for span in halves)
    before = replace(base, span=first[0], words=first[1], milestone=first[2][-1] if first[2] else None, implied=False)
    known = frozenset[str]().union(*(target.topic for target in asking.targets)) & base.topic
    after = replace(base, span=then[0], words=then[1], topic=known, milestone=None, implied=True)
    numbered = (one if one.noun in then[1] else _unnamed(one) for one in counted)
    return [before, *(for_number(after, number, True, asking) for number in numbered)]


def _unnamed(number: Number) -> Number:
    """A number without what it counts."""
    return replace(number, quantity=replace(number.quantity, noun=""))


def _asks_by_day(statement: Statement, asking: Asking) -> bool:
    """Tell whether a plan only says by when what the target asks is to be done (四季度举办)."""
    done = says(asking.norms.phrases.reached, statement.text)
    return asking.source == "plan" and done and bool(statement.moments)


def _by_quarters(base: Requirement, last: Number, statement: Statement, asking: Asking) -> list[Requirement]:
    if QUARTER not in statement.text:
        return []
    return by_quarters(for_number(base, last, True, asking), statement, asking.period.as_of.year)


def _asks_for_targets(statement: Statement, asking: Asking) -> bool:
    """Tell whether a plan asks for the annual targets themselves (两项指标年底达标)."""
    return bool(asking.targets) and not statement.shares and says(asking.norms.phrases.all_targets, statement.text)
