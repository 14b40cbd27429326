"""Steps: the stage reached, held against the stage asked for and the days that remain."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts.answers import days_between, position, prospect
from reportgen.facts.case import HUNDRED, Case
from reportgen.facts.claims import claim_of, rest_left
from reportgen.facts.ladders import choose_ladder
from reportgen.facts.pace import pro_rata_gap
from reportgen.facts.phrases import says
from reportgen.facts.promises import late_promise
from reportgen.facts.requirements import ladder_named
from reportgen.facts.shortfall import told_rate
from reportgen.records import Aspect, Check, Milestone, Outcome, Quantity


def check_step(case: Case) -> Check:
    wanted = case.requirement.milestone
    assert wanted is not None
    here = position(case.requirement, case.said)
    if here is not None and _reached(here, wanted) and not rest_left(case):
        return replace(case.outcome(Outcome.MET, "已达到"), answers=(here.said,))
    claim = claim_of(case)
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成", claim)
    late = late_promise(case)
    if late is not None:
        return late
    told = told_rate(case) if wanted.step != "start" else None
    if told is not None:
        return told
    ahead = prospect(case.requirement, case.said)
    return _feasible(case, wanted, here, ahead)


def _reached(here: Milestone, wanted: Milestone) -> bool:
    if here.rank != wanted.rank:
        return here.rank > wanted.rank
    return here.aspect is Aspect.REACHED or wanted.aspect is Aspect.UNDER_WAY


def _feasible(case: Case, wanted: Milestone, here: Milestone | None, ahead: Milestone | None) -> Check:
    """Hold the steps that remain against the days that remain."""
    if here is None and ahead is None:
        return case.outcome(Outcome.SILENT, "未报所到阶段")
    spans = tuple(step.said for step in (here, ahead) if step is not None)
    if here is None:
        assert ahead is not None
        here = replace(ahead, rank=max(ahead.rank - 1, -1), aspect=Aspect.REACHED)
    if case.overdue or case.days_left == 0:
        return replace(case.outcome(Outcome.MISSED, "到期未达到"), answers=spans)
    days = days_between(here, wanted, case.skipped, case.norms) * case.norms.thresholds.stage_slack
    if not ladder_named(wanted.ladder, case.norms).paced:
        return replace(case.outcome(Outcome.LIKELY, "正在开展"), answers=spans)
    if days > case.days_left or (case.planless and _lags_calendar(days, wanted, case)):
        return replace(case.outcome(Outcome.SHORT, "后续步骤所需时间超过剩余时间"), answers=spans)
    return replace(case.outcome(Outcome.LIKELY, "剩余时间内可达到", doubtful=days * 2 > case.days_left), answers=spans)


def _lags_calendar(days: Decimal, wanted: Milestone, case: Case) -> bool:
    """Tell whether the share of the ladder that is behind lies far below the share of the year that has passed."""
    if case.requirement.due > case.period.year_due or not ladder_named(wanted.ladder, case.norms).paced:
        return False
    first = replace(wanted, rank=-1, aspect=Aspect.REACHED)
    whole = Decimal(days_between(first, wanted, case.skipped, case.norms))
    percent = (whole - days) * HUNDRED / whole if whole else HUNDRED
    return pro_rata_gap(percent, case.period) > case.norms.thresholds.stage_points


def ladder_end(case: Case) -> Case | None:
    """Ask for the last step of the ladder that the progress stands on, where a bare number (新增100个) is asked."""
    ladder = choose_ladder(case.said.statements, {}, case.norms.ladders)
    span = case.requirement.span
    end = Milestone(ladder.name, ladder.steps[-1].id, len(ladder.steps) - 1, Aspect.REACHED, "", span, span)
    asked = replace(case, requirement=replace(case.requirement, milestone=end))
    here = position(asked.requirement, case.said)
    return asked if here is not None and here.rank < end.rank else None


def works_by_step(case: Case, quantity: Quantity) -> Check:
    """Where no share is told, hold the step reached against the time that the works take."""
    if not says(case.norms.phrases.share_of_works, case.requirement.words):
        return case.outcome(Outcome.SILENT, "未报该项指标")
    start = _step_named("start", case, Aspect.REACHED)
    asked = replace(case, requirement=replace(case.requirement, milestone=start, quantity=None))
    here = position(asked.requirement, case.said)
    if here is None:
        return case.outcome(Outcome.SILENT, "未报工程量")
    built = _step_named("built", case, Aspect.REACHED)
    if here.rank >= built.rank and here.aspect is Aspect.REACHED:
        return replace(case.outcome(Outcome.MET, "已建成"), answers=(here.said,))
    works = days_between(replace(start, span=here.span), built, case.skipped, case.norms)
    ahead = 0 if here.rank >= start.rank else days_between(here, start, case.skipped, case.norms)
    days = ahead + (int(works * quantity.value / HUNDRED) if here.rank < start.rank else 0)
    outcome = Outcome.LIKELY if days <= case.days_left else Outcome.SHORT
    text = "已在施工，未报工程量" if outcome is Outcome.LIKELY else "前期工作未完，剩余时间不足"
    return replace(case.outcome(outcome, text, doubtful=outcome is Outcome.LIKELY), answers=(here.said,))


def _step_named(name: str, case: Case, aspect: Aspect) -> Milestone:
    ladder = ladder_named("construction", case.norms)
    rank = next(at for at, step in enumerate(ladder.steps) if step.id == name)
    return Milestone(ladder.name, name, rank, aspect, "", case.requirement.span, case.requirement.span)
