"""Schedule: the stages of a plan by their days: which lie behind, which run, and which are to come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportgen.facts.checks.case import NEXT_MONTH, Case, whole_of
from reportgen.facts.checks.feasible import feasible
from reportgen.facts.checks.places import place, there
from reportgen.facts.told.parts import Part, in_sum
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import BEGUN, Aspect, Check, Outcome, Period, Span


def overtaken(plan: tuple[Check, ...], told: Sequence[Statement], period: Period, norms: Norms) -> tuple[Check, ...]:
    """Answer a stage whose day has passed as met, where a later one, up to the one that runs now, is met or sure.

    What is counted short is not left behind, nor what the report itself tells as not done, or not so far.
    """
    sure = _sure_stages(plan, _running(plan, period))
    past = [check for check in plan if check.requirement.due < period.as_of and check.have is None]
    past = [check for check in past if check.outcome is not Outcome.MET or check.doubtful]
    left = [(check, sure[day]) for check in past for day in sure if day > check.requirement.due]
    if not left:
        return plan  # the usual case
    open_ = [statement for statement in told if _tells_short(statement, norms)]
    behind_us = {
        check: _left_behind(check, later)
        for check, later in left
        if check.outcome is Outcome.LIKELY
        or not any(s.span in check.answers and not _tells_beyond(s, later) for s in open_)
    }
    return tuple(behind_us.get(check, check) for check in plan)


def _sure_stages(plan: Sequence[Check], running: date) -> dict[date, Check]:
    """A check of each stage up to the running one of which all that can be measured stands, or surely will."""
    stages: dict[date, list[Check]] = {}
    for check in plan:
        if check.requirement.due <= running and check.requirement.measurable:
            stages.setdefault(check.requirement.due, []).append(check)
    return {day: checks[0] for day, checks in stages.items() if all(check.sure for check in checks)}


def _left_behind(check: Check, later: Check) -> Check:
    """Say of a stage, in the words that tell of a later one, that it lies behind."""
    told = replace(later, outcome=Outcome.MET, text="已转入后续步骤", have=None, forecast=None, promised=None)
    return replace(told, requirement=check.requirement, need=check.need)


def _tells_short(statement: Statement, norms: Norms) -> bool:
    """Tell whether a clause tells that something is not done, or a step that is not all but done."""
    near = any(share.value >= norms.thresholds.near_plan for share in statement.shares)
    nearly = near or says(norms.phrases.partial, statement.text)
    stands = statement.aspect in BEGUN and bool(statement.milestones)
    return statement.aspect is Aspect.NOT or (stands and not nearly)


def _tells_beyond(statement: Statement, later: Check) -> bool:
    """Tell whether a clause tells of the step that a later stage asks for, or of one beyond it (布展单位进场)."""
    wanted = later.requirement.milestone
    steps = (step for step in statement.milestones if wanted is not None and step.ladder == wanted.ladder)
    return wanted is not None and any(step.reaches(wanted) for step in steps)


def _running(plan: Sequence[Check], period: Period) -> date:
    """The day of the stage that runs now."""
    return min((c.requirement.due for c in plan if c.requirement.due >= period.as_of), default=period.as_of)


def falling_due(plan: Sequence[Check], period: Period) -> tuple[Check, ...]:
    """What a plan in steps asks for within the period that is judged, or first."""
    horizon = period.plan_due or period.as_of + timedelta(days=NEXT_MONTH)
    first = min((check.requirement.due for check in plan), default=horizon)
    last = max(horizon, first)
    return tuple(check for check in plan if check.requirement.due <= last)


def on_schedule(told: Sequence[tuple[Case, Check]], period: Period) -> tuple[Check, ...]:
    """Trust what a plan in steps asks for later, where all that falls due first stands or will.

    Not so a stage for which some of the things are surely late.
    """
    plan = tuple(check for _, check in told)
    due = falling_due(plan, period)
    if len(due) == len(plan) or not all(check.outcome.holds for check in due):
        return plan
    running = _running(plan, period)
    kept = due + tuple(check for case, check in told if _surely_late(case, check))
    return tuple(check if check in kept else _trusted(check, running) for check in plan)


def _surely_late(case: Case, check: Check) -> bool:
    """Tell whether more of the things than are spared are only being prepared, or by their own day late.

    其余2处施工图未出; 丙校主体封顶，明年3月交付.
    """
    if check.outcome is not Outcome.SHORT or case.goal is None:
        return False
    put_off = {promise.span for promise in case.promises if promise.moment.day > case.requirement.due}
    told = [(part, place(part, case)) for part in case.parts if part.apart and not there(part, case)]
    early = [part for part, here in told if (here and here.rank < case.ladder.begun) or _is_one_of(put_off, part)]
    late = in_sum(part for part in early if feasible(part, case) is False)
    return late > 0 and (case.requirement.quantity is None or whole_of(case) - late < case.need)


def _is_one_of(spans: Collection[Span], part: Part) -> bool:
    return any(clause.span in spans for clause in part.clauses)


def _trusted(check: Check, running: date) -> Check:
    """Take what is asked for later as likely; doubt it in the stage that runs, where all of its works are to come."""
    if check.outcome is not Outcome.SHORT:
        return replace(check, doubtful=False)
    far = not check.have and check.requirement.due == running
    return replace(check, outcome=Outcome.LIKELY, doubtful=far)
