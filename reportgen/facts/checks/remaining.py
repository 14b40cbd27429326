"""What remains: the steps from the one that stands to the one asked for, held against the days that are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import NEXT_MONTH, Case
from reportgen.facts.checks.in_time import rest_promised, step_on_the_way
from reportgen.facts.checks.outright import closing, held_up
from reportgen.facts.checks.pace import pro_rata_gap
from reportgen.facts.checks.places import passes
from reportgen.facts.words.ladders import choose_ladder, ladder_named, step_named
from reportgen.facts.words.phrases import says
from reportgen.norms import AWARD, FINISH, FRAME
from reportgen.records import BEGUN, HUNDRED, OPEN, Aspect, Check, Milestone, Outcome, Span


def check_remaining(case: Case) -> Check:
    """Hold the steps that remain against the days that remain."""
    here, ahead = case.here, case.ahead
    if here is None and ahead is None and (rising := _rising_elsewhere(case)) is not None:
        case, here = rising
    here = here or (_prepared_elsewhere(case) if ahead is None else None)
    if here is None and ahead is None:
        return case.outcome(Outcome.SILENT, "未报所到阶段")
    spans = tuple(step.said for step in (here, ahead) if step is not None)
    if here is None:
        assert ahead is not None
        here = replace(ahead, rank=max(ahead.rank - 1, -1), aspect=Aspect.REACHED)
    elif ahead is not None and ahead.rank - 1 > here.rank and says(case.norms.phrases.about_to, ahead.said.text):
        # 准备验收: what comes before the acceptance is behind it.
        here = replace(ahead, rank=ahead.rank - 1, aspect=Aspect.REACHED)
        if passes(here, case.wanted):
            return case.outcome(Outcome.LIKELY, "只等下一步，未写明达到", *spans, doubtful=True)
    elif ahead is not None and ahead.aspect is Aspect.NOT and ahead.rank == here.rank == case.wanted.rank:
        here = replace(here, rank=here.rank - 1, aspect=Aspect.REACHED)  # 恢复开挖，底板尚未浇筑
    return (_when_due if case.time_is_up else _in_the_days_left)(case, here, spans)


def _when_due(case: Case, here: Milestone, spans: Sequence[Span]) -> Check:
    """Judge what is not there on the due day."""
    before = here.rank < case.wanted.rank and not case.ladder.steps[here.rank].soft  # 审议通过, of 印发
    if not case.ladder.paced and here.aspect is not Aspect.NOT and not before:
        return case.outcome(Outcome.LIKELY, "已开展，是否完成未写明", *spans, doubtful=True)
    if here.rank >= case.wanted.rank and closing(case):
        return case.outcome(Outcome.LIKELY, "已近完成，尚在收尾", *spans, doubtful=True)
    return case.missed(*spans)


def _in_the_days_left(case: Case, here: Milestone, spans: Sequence[Span]) -> Check:
    """Judge by the days that the steps from here usually take; what is closing is as good as reached."""
    if says(case.norms.phrases.closing, here.said.text):
        here = replace(here, aspect=Aspect.REACHED)
    if not case.ladder.paced:
        denied = any(s.aspect is Aspect.NOT for s in case.about if any(map(s.span.overlaps, spans)))
        return case.outcome(Outcome.LIKELY, "正在开展", *spans, doubtful=denied and case.days_left <= NEXT_MONTH)
    days, left = _days_needed(case, here)
    limits = case.norms.thresholds
    reserved = days * (limits.tender_slack if tender_open(here, case) else limits.stage_slack)
    if reserved > left and rest_promised(case):
        return case.outcome(Outcome.LIKELY, "其余部分承诺期限内完成", *spans, doubtful=True)
    if reserved > left or (case.planless and _lags_calendar(reserved, case)):
        return case.outcome(Outcome.SHORT, "后续步骤所需时间超过剩余时间", *spans, doubtful=days <= left < reserved)
    doubtful = days * 2 > case.days_left or held_up(case)
    return case.outcome(Outcome.LIKELY, "剩余时间内可达到", *spans, doubtful=doubtful)


def tender_open(here: Milestone | None, case: Case) -> bool:
    """Tell whether small works, or what is to be bought, are not even awarded yet (招标文件编制中)."""
    goal = case.goal
    if here is None or goal is None or case.begins or not (case.small and case.ladder.makes(goal.rank)):
        return False
    award = case.ladder.ranks.get(AWARD, 0)
    return here.rank < award or (here.rank == award and here.aspect is not Aspect.REACHED)


def _prepared_elsewhere(case: Case) -> Milestone | None:
    """Take the first step for under way where works of another kind are still being prepared (预算未送评审)."""
    wanted = case.wanted
    told = [step for statement in case.about for step in statement.milestones if step.ladder != wanted.ladder]
    told = [step for step in told if ladder_named(step.ladder, case.norms).paced]
    early = [step for step in told if ladder_named(step.ladder, case.norms).prepares(step.rank)]
    open_ = next((step for step in early if step.aspect in OPEN), None)
    if open_ is None or len(early) < len(told) or not case.ladder.paced:
        return None
    return replace(wanted, rank=0, aspect=Aspect.UNDER_WAY, said=open_.said)


def _rising_elsewhere(case: Case) -> tuple[Case, Milestone] | None:
    """The case that asks for the finish of a building, and how far that is, where what is put in must wait for it.

    Of 车库设备安装 nothing is told but that the pit is dug. What names the thing itself (灯杆基础) is no such step.
    """
    if not case.ladder.makes(case.wanted.rank) or FRAME in case.ladder.ranks:
        return None
    works = next(ladder for ladder in case.norms.ladders if FRAME in ladder.ranks)
    apart = [s for s in case.report if not case.own_names & case.said.words(s.text)]
    told = [step for s in apart for step in s.milestones if step.ladder == works.name and step.aspect in BEGUN]
    here = max(told, key=lambda step: step.rank, default=None)
    if here is None or not works.begun <= here.rank < works.ranks[FINISH]:
        return None
    finish = replace(case.wanted, ladder=works.name, step=FINISH, rank=works.ranks[FINISH])
    return replace(case, requirement=replace(case.requirement, milestone=finish)), here


def only_prepared(case: Case) -> bool:
    """True where every step told only prepares, and the end is asked: a rate of 100% is then not of all."""
    if case.requirement.of_plan or case.asks_preparation:
        return False
    told = [step for statement in case.said.statements for step in case.on_ladder(statement.milestones)]
    return bool(told) and all(case.ladder.prepares(step.rank) for step in told)


def _days_needed(case: Case, here: Milestone) -> tuple[int, int]:
    """The days that the steps which remain take, and the days left for them.

    Both count from a step promised on a day (9月18日开标; 供货期45天), if one beyond the present step is.
    """
    coming, left = step_on_the_way(case), case.days_left
    if coming is not None and coming[0].rank >= here.rank:
        here, _, left = coming
    return case.days_from(here), left


def _lags_calendar(days: Decimal, case: Case) -> bool:
    """Tell whether the share of the ladder that is behind lies far below the share of the year that has passed."""
    if case.requirement.due > case.period.year_due:
        return False
    whole = Decimal(case.days_from(replace(case.wanted, rank=-1, aspect=Aspect.REACHED)))
    percent = (whole - days) * HUNDRED / whole if whole else HUNDRED
    return pro_rata_gap(percent, case.period) > case.norms.thresholds.stage_points


def ladder_end(case: Case) -> Case:
    """Ask for the last step of the ladder that the progress stands on, where a bare number (新增100个) is asked."""
    ladder = choose_ladder(case.said.statements, {}, case.norms.ladders)
    end = step_named(ladder.steps[-1].id, ladder, case.requirement.span)
    return replace(case, requirement=replace(case.requirement, milestone=end))


def on_the_way(case: Case) -> bool:
    """Tell whether the progress stands at some step before the one asked for."""
    wanted, here = case.goal, case.here
    return wanted is not None and here is not None and here.rank < wanted.rank


def stands_in_preparation(case: Case) -> bool:
    """Tell whether the progress has come no further than preparing what is asked for."""
    here = case.here
    return case.goal is not None and here is not None and case.ladder.prepares(here.rank)
