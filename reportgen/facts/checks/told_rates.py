"""Told rates: the share of the year's task that the progress tells (完成率23.3%), taken for what is asked in all."""

from __future__ import annotations

from dataclasses import replace

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.in_time import step_on_the_way
from reportgen.facts.checks.shortfall import short_of
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.phrases import RESPECTIVELY
from reportgen.facts.words.statements import numbers_before
from reportgen.facts.words.topics import likeness
from reportgen.records import HUNDRED, Check, Outcome, Span

LONGEST_OF_ALL = 5  # letters of a rate that may be of all that is asked for (任务完成率)


def rate_of_annual(case: Case) -> Check | None:
    """Take a percentage of the annual target (完成率23.3%) where nothing is counted."""
    beside = (_of_another_number, _of_others, _of_fewer)
    found = [rate for rate in case.rates if not any(other(rate, case) for other in beside)]
    found = [rate for rate in found if RESPECTIVELY not in rate.before]
    whole = case.requirement.in_all
    begins = case.begins and case.requirement.unit not in case.norms.matching.measures  # not 拆除12万平方米
    if not found or whole is None or not whole.value or begins or _of_one_step(found[0], case):
        return None
    best = found[0]
    have = best.value * whole.value / HUNDRED
    # One rate for all of an item does not tell which of several things a plan asks for is there.
    several = case.requirement.of_plan and case.said.counts_several
    unsure = best.part or (several and not best.fit)
    if have >= case.need:
        outcome = Outcome.LIKELY if best.part else Outcome.MET
        return case.outcome(outcome, "已达到", best, have=have, doubtful=unsure)
    told = short_of(case, best, have, case.need)
    if told.outcome is Outcome.SHORT and (coming := _comes_in_time(case)) is not None:
        return case.outcome(Outcome.LIKELY, "承诺期限内完成", best, coming, have=have, doubtful=True)
    return replace(told, doubtful=True) if unsure and (several or told.outcome is Outcome.LIKELY) else told


def told_rate(case: Case) -> Check | None:
    """Take the share of the annual task that the progress tells, where the target gives no number."""
    found = case.rates if not case.requirement.of_plan else []
    if not found:
        return None
    have = found[0].value
    if have >= HUNDRED:
        outcome = Outcome.LIKELY if found[0].part else Outcome.MET
        return case.outcome(outcome, "已达到", found[0], have=have, doubtful=found[0].part)
    return short_of(case, found[0], have, HUNDRED)


def _comes_in_time(case: Case) -> Span | None:
    """The words that promise a step (8月上旬到货) from which the usual days to the one asked for are left."""
    goal = case.goal
    coming = step_on_the_way(case) if goal is not None else None
    if goal is None or coming is None:
        return None
    step, words, left = coming
    return words if case.days_from(step) * case.norms.thresholds.stage_slack <= left else None


def _of_another_number(rate: Answer, case: Case) -> bool:
    """Tell whether a rate follows a number of another thing asked for (停车位2740个，完成率105%), and so is of that."""
    before = numbers_before(rate, case.said.statements)
    counted = [quantity for quantity in before if quantity.unit != "%"]
    words = case.said.words(counted[-1].noun) if counted else frozenset()
    topics = [r.topic for r in case.said.requirements if r.quantity]
    own = likeness(words, case.requirement.topic)
    return any(likeness(words, topic) > own for topic in topics)


def _of_fewer(rate: Answer, case: Case) -> bool:
    """Tell whether a share is of some of the things alone (在建5个进度均过七成)."""
    return rate.statement.text.startswith(case.norms.matching.being_built)


def _of_others(rate: Answer, case: Case) -> bool:
    """Tell whether a rate names whom or what it is of, and that is not asked for (阳性人员肠镜检查完成率71%)."""
    name = rate.of
    return is_rate(name) and len(name) > LONGEST_OF_ALL and not case.said.words(name) & case.names


def _of_one_step(rate: Answer, case: Case) -> bool:
    """Tell whether a rate is of a step on the way (装修完成约60%), and so none of the number of things."""
    goal, steps = case.goal, case.on_ladder(rate.statement.milestones)
    return goal is not None and bool(steps) and all(step.rank < goal.rank for step in steps)
