"""Making: how long the works take where no share of them is told, only how far they are; and what has come at once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.rests import rest_left
from reportgen.facts.told.position import position, steps_told
from reportgen.facts.words.ladders import days_between, ladder_named, step_named
from reportgen.facts.words.phrases import says
from reportgen.norms import BUILT, CONSTRUCTION, START
from reportgen.records import HUNDRED, Aspect, Check, Milestone, Outcome, Quantity


def works_by_step(case: Case, quantity: Quantity) -> Check:
    """Where no share is told, hold the step reached against the time that the works take."""
    if not says(case.norms.phrases.share_of_works, case.requirement.words):
        return case.outcome(Outcome.SILENT, "未报该项指标")
    start, built = _of_works(START, case), _of_works(BUILT, case)
    here = _here(case, start)
    if here is None:
        return case.outcome(Outcome.SILENT, "未报工程量")
    if here.rank >= built.rank and here.aspect is Aspect.REACHED and not rest_left(case):
        return case.outcome(Outcome.MET, "已建成", here.said)
    share = quantity.value / HUNDRED if here.rank < start.rank else Decimal(0)
    days = _days(case, here, share)
    outcome = Outcome.LIKELY if days <= case.days_left else Outcome.SHORT
    text = "已在施工，未报工程量" if outcome is Outcome.LIKELY else "前期工作未完，剩余时间不足"
    return case.outcome(outcome, text, here.said, doubtful=outcome is Outcome.LIKELY)


def check_making(case: Case) -> Check | None:
    """A length or area (敷设管网12公里) of which none is made yet: its share of the works must fit the days left."""
    quantity, whole = case.requirement.quantity, case.requirement.whole
    if quantity is None or quantity.unit not in case.norms.matching.measures or not case.requirement.of_plan:
        return None
    start = _of_works(START, case)
    here = _here(case, start)
    if here is None or here.rank > start.rank or case.time_is_up or case.later:
        return None
    share = min(case.need / whole.value, Decimal(1)) if whole and whole.value else Decimal(1)
    if _days(case, here, share) * case.norms.thresholds.stage_slack <= case.days_left:
        return case.outcome(Outcome.LIKELY, "剩余时间内可达到", here.said, doubtful=True) if whole else None
    return case.outcome(Outcome.SHORT, "尚未做出工程量，剩余时间不足", here.said)


def _days(case: Case, here: Milestone, share: Decimal) -> Decimal:
    """The usual least days to begin the works and to make a share of them."""
    start, built = _of_works(START, case), _of_works(BUILT, case)
    works = days_between(replace(start, span=here.span), built, case.size, case.norms)
    ahead = 0 if here.rank >= start.rank else days_between(here, start, case.size, case.norms)
    return ahead + works * share


def _here(case: Case, start: Milestone) -> Milestone | None:
    """The step of construction that the works stand at."""
    asked = replace(case.requirement, milestone=start, quantity=None)
    return position(steps_told(asked, case.said), asked, case.norms)


def _of_works(name: str, case: Case) -> Milestone:
    return step_named(name, ladder_named(CONSTRUCTION, case.norms), case.requirement.span)


def delivered(case: Case) -> Check | None:
    """Say that what is bought has come where its delivery is told as one (设备8月19日到货), whatever is counted."""
    goal, phrases = case.goal, case.norms.phrases
    if goal is None or not case.ladder.by_piece or goal.rank != case.ladder.begun or not case.requirement.of_plan:
        return None
    steps = [(s, step) for s in case.about for step in s.milestones if step.is_at(goal)]
    some = (*phrases.rest, *phrases.some_ones, *phrases.excepted, *case.norms.matching.batches)
    if any(step.aspect is not Aspect.REACHED or s.quantities or says(some, s.text) for s, step in steps):
        return None
    return case.met(steps[0][0]) if steps else None
