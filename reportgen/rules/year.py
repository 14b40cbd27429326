"""The year's end: what rules of several families ask about it, reckoned once for a reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportgen.facts.reading import Reading
from reportgen.facts.words.ladders import ladder_named, on_ladder
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.norms import START
from reportgen.records import NOT_YET, OPEN, Aspect, Check, Outcome
from reportgen.text import fold

once = lru_cache(maxsize=1)  # all rules look at one reading before the next is judged

# What tells that only the whole year can tell.
ALL_YEAR = ("phrases.recurring", "matching.running", "matching.standing", "matching.occasions", "matching.persons")
TO_COME = ("phrases.whole_task", "phrases.approvals", "phrases.takes_effect")  # what tells that more is still to come
DONE = ("thresholds.about_met", "phrases.whole_claims", "ladders", *TO_COME, *ALL_YEAR)  # what tells all of it


@once
def only_the_year_tells(reading: Reading) -> bool:
    """True where nothing is done before the year is over (按月发放, 平均浓度, 营养餐)."""
    if reading.period.in_last_month:
        return says(reading.norms.phrases.recurring, fold(reading.item.target.text)) and _last_to_come(reading)
    asks = fold(reading.item.target.text + reading.item.plan.text)
    rates = [c.requirement for c in reading.target if _is_rate(c)]
    running = any(word in rate.words for rate in rates for word in reading.norms.matching.running)
    again = says(reading.norms.phrases.recurring, asks) and not (_makes_things(reading) or _spread(reading))
    return running or again or _standing(reading)


def _last_to_come(reading: Reading) -> bool:
    """True where the report names a day that is still to come (计划12月25日打卡)."""
    ahead = (s for s in reading.report if s.aspect is Aspect.INTENDED)
    return any(moment.end > reading.period.as_of for statement in ahead for moment in statement.moments)


def _makes_things(reading: Reading) -> bool:
    """True where the target counts things that are made once, even if the plan spreads them (每季度完成5个)."""
    steps = [check.requirement.milestone for check in reading.target if check.requirement.quantity]
    made = (step is not None and ladder_named(step.ladder, reading.norms).paced for step in steps)
    return bool(steps) and all(made) and not says(reading.norms.phrases.recurring, fold(reading.item.target.text))


def _spread(reading: Reading) -> bool:
    """True where only the plan spreads over the year what the target counts, so that reaching the number is enough.

    The target counts occasions (60场), or each planned number is a part of the annual one (每季度不少于300名).
    """
    recurring, occasions = reading.norms.phrases.recurring, reading.norms.matching.occasions
    asked = [check.requirement.quantity for check in reading.target]
    if not asked or says(recurring, fold(reading.item.target.text)):
        return False
    again = [check.requirement for check in reading.plan if says(recurring, check.requirement.words)]
    told = bool(again) and all(r.quantity is not None and r.whole is not None for r in again)
    return all(quantity is not None and (told or quantity.unit in occasions) for quantity in asked)


def _standing(reading: Reading) -> bool:
    """True where the target counts those whom a service reaches all year (供餐1.6万名), not how often it is given."""
    words, item = reading.norms.matching, reading.item
    told = [check.requirement for check in reading.counted_target]
    counted = [r for r in told if r.quantity and r.quantity.unit not in words.occasions]
    own = [r for r in counted if says(words.standing, r.words) or r.milestone is None]
    if own and says(words.standing, fold(item.target.text)):
        return True
    reached = [r for r in own if r.quantity and r.quantity.unit in words.persons]
    return bool(reached) and says(words.standing, fold(item.project.text + item.plan.text))


@once
def unfinished(reading: Reading) -> tuple[Statement, ...]:
    """The clauses that say that the whole task or target is still to be completed (尚未完成全年目标)."""
    return tuple(
        s for s in reading.statements if s.aspect in NOT_YET and says(reading.norms.phrases.whole_task, s.text)
    )


def _plan_asks_more(reading: Reading, counted: Sequence[Check]) -> bool:
    """True where the plan asks for more that is not met: a step (验收), a rate, or anything if a number is doubtful."""
    unmet = [check for check in reading.plan if check.outcome not in (Outcome.MET, Outcome.SILENT)]
    steps = [check for check in unmet if check.requirement.milestone and check.requirement.measurable]
    steps += [check for check in unmet if says(reading.norms.phrases.approvals, check.requirement.words)]
    steps += [check for check in unmet if _is_rate(check) and check.requirement.whole is None]
    return bool(steps) or (bool(unmet) and any(check.doubtful for check in counted))


def _on_the_way(reading: Reading) -> bool:
    """True where a step towards the target is still under way or to come, and not reported as reached."""
    told = [step for s in reading.report for step in s.milestones]
    open_ = [step for s in _still_open(reading) for step in s.milestones if step.aspect in OPEN]
    for goal in (check.requirement.milestone for check in reading.target if check.requirement.milestone):
        ladder = ladder_named(goal.ladder, reading.norms)
        reached = {step.rank for step in on_ladder(told, ladder) if step.aspect is Aspect.REACHED}
        if any(step.rank <= goal.rank and step.rank not in reached for step in on_ladder(open_, ladder)):
            return True
    return False


def _still_open(reading: Reading) -> Iterator[Statement]:
    """The clauses about what is not there yet, other than from when something takes effect (10月1日起施行)."""
    return (s for s in reading.report if s.aspect in OPEN and not says(reading.norms.phrases.takes_effect, s.text))


def _is_rate(check: Check) -> bool:
    quantity = check.requirement.quantity
    return quantity is not None and (quantity.unit == "%" or "/" in quantity.unit)


def _start_only(reading: Reading) -> bool:
    steps = [check.requirement.milestone for check in reading.target if check.requirement.milestone]
    return bool(steps) and all(step.step == START for step in steps)


@once
def met_by_numbers(reading: Reading) -> tuple[Check, ...]:
    """The numbers that meet the target; none unless all of it is met and no more is to come."""
    counted = reading.counted_target
    if not (counted and reading.target_met) or reading.clash or unfinished(reading):
        return ()
    return () if only_the_year_tells(reading) or _plan_asks_more(reading, counted) else counted


@once
def met_by_words(reading: Reading) -> tuple[Check, ...]:
    """The words that meet the target without a number; none unless all of it is met and no more is to come."""
    asked = reading.hard_target or reading.target  # where nothing is measurable, what else is asked
    by_words = tuple(check for check in asked if check.outcome is Outcome.MET and check.have is None)
    if not by_words or any(check.outcome is not Outcome.MET for check in asked):
        return ()
    if reading.hard_target and not reading.target_met:
        return ()  # what else it asks is not there
    more = (
        reading.clash
        or unfinished(reading)
        or _on_the_way(reading)
        or only_the_year_tells(reading)
        or _start_only(reading)
        or _plan_asks_more(reading, ())
    )
    return () if more else by_words


def met_by_starting(reading: Reading) -> bool:
    """True where the target asks only for a start, the works have begun, and the plan so far is met."""
    met = _start_only(reading) and reading.target_met
    return met and all(check.outcome is Outcome.MET for check in reading.plan_now)


def is_done(reading: Reading) -> bool:
    """True where anything shows that the annual target is met."""
    return bool(met_by_numbers(reading) or met_by_words(reading)) or met_by_starting(reading)
