"""Growth: whether a number that falls short grows to the one asked for, by the calendar or by its pace."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import NEXT_MONTH, Case, whole_of
from reportgen.facts.checks.in_time import late_promise, promised, promised_in_time, rest_promised
from reportgen.facts.checks.outright import held_up
from reportgen.facts.checks.pace import pro_rata_gap
from reportgen.facts.checks.reach import shared_out, signed_up
from reportgen.facts.checks.standing import rest_made, under_way
from reportgen.facts.checks.tally import Tally
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.phrases import cured, says, tells_all
from reportgen.norms import BUILT
from reportgen.records import HALF, HUNDRED, Aspect, Check, Outcome
from reportgen.text import fold


def by_the_month(tally: Tally) -> Check:
    """Judge by a month told alone: what the months add up to can only be guessed."""
    time_is_up = tally.case.time_is_up
    if tally.forecast >= (HUNDRED if time_is_up else tally.limits.forecast_likely):
        return tally.ends(Outcome.LIKELY, "按月推算可达到", doubtful=True)
    if time_is_up:
        return tally.ends(Outcome.MISSED, "到期未达到", doubtful=True)
    return tally.ends(Outcome.SHORT, "按月推算难以达到", doubtful=True)


def by_the_calendar(tally: Tally) -> Check:
    """Hold the share that is there against the share of the time that has passed."""
    case = tally.case
    gap = pro_rata_gap(tally.share, case.period, case.requirement.due if case.later else None)
    put_off = late_promise(case) if gap > tally.limits.behind_points else None
    if put_off is not None and put_off.promised is not None and put_off.promised > case.period.year_due:
        return replace(put_off, have=tally.have)
    allowed = _allowed(tally.best, case)
    slow, unsure = _behind_the_calendar(tally, gap, allowed) if gap > allowed / 2 else (False, False)
    text = f"低于时间进度{gap:.0f}个百分点（允许{allowed:f}）" if gap > 0 else "不低于时间进度"
    outcome = Outcome.SHORT if slow else Outcome.LIKELY
    return tally.ends(outcome, text, doubtful=unsure)


def _behind_the_calendar(tally: Tally, gap: Decimal, allowed: Decimal) -> tuple[bool, bool]:
    """Tell whether a gap of so many points to the calendar is too wide, and whether that is unsure."""
    case, have, need = tally.case, tally.have, tally.need
    can, late = tally.reach
    can = max(can, have + tally.told[0], have + rest_made(case))
    # What began only in the course of the year is held against its own pace.
    sure = (tally.since is not None and tally.forecast >= tally.limits.forecast_sure) or promised(case)
    stuck = (case.later or case.days_left <= NEXT_MONTH) and whole_of(case) - late < need
    # Of a thing for which no step is asked, only words tell that the rest goes on (3个开诊，另1个装修完工).
    going = case.goal is None and have + under_way(case) >= need and gap <= 2 * allowed
    return stuck or (gap > allowed and can < need and not (sure or going)), not sure


def by_the_pace(tally: Tally) -> Check:
    """Judge by the present pace, unless so much is stuck that the rest does not reach."""
    share, limits = tally.forecast, tally.limits
    out_of_reach = _out_of_reach(tally)
    if out_of_reach and tally.share >= limits.about_met:
        return tally.nearly_there()
    if (tally.near or tally.paced) and not out_of_reach:
        doubtful = not tally.near and share < limits.forecast_sure
        return tally.grows(Outcome.LIKELY, "按目前进度可达到", doubtful=doubtful)
    if (hope := _hope(tally)) is not None:
        return tally.grows(Outcome.LIKELY, hope, doubtful=True)
    close = not tally.reach[1] and share >= limits.rest_unsure
    return tally.grows(Outcome.SHORT, "按目前进度难以达到", doubtful=close)


def _out_of_reach(tally: Tally) -> bool:
    """Tell whether too much is surely late, or something holds up a pace that just falls short."""
    whole, stuck = tally.case.requirement.in_all, tally.reach[1]
    if stuck > 0 and whole is not None and whole.value - stuck < tally.need:
        return True
    if tally.near:
        return False
    return _suspended(tally.case) or (tally.forecast < tally.limits.forecast_sure and held_up(tally.case))


def _suspended(case: Case) -> bool:
    """Tell whether what is counted has come to a halt (线下班停课), so that its pace so far tells nothing.

    A halt with an end in time (暑假期间暂停) was known before.
    """
    phrases, due = case.norms.phrases, case.requirement.due
    halted = [s for s in case.about if says(phrases.suspended, s.text) and not cured(s.text, phrases)]
    return any(not any(m.start < m.end <= due for m in s.moments) for s in halted)


def _hope(tally: Tally) -> str | None:
    """Say what is told of the rest that its pace does not bear out: a day, people signed up, or works under way."""
    case = tally.case
    end = promised_in_time(case) if case.goal else None
    of_all = end is not None and tells_all(fold(end.span.text), case.norms.matching)
    nearly = end is not None and tally.forecast >= tally.limits.rest_unsure
    if (rest_promised(case) and not _promises_too_few(tally)) or of_all or nearly:
        return "承诺期限内完成"
    if tally.have + signed_up(case) >= tally.need:
        return "已报名的按期可完成"
    if _one_step_left(case):
        return "前一步已全部完成"
    if _nearly_all_can(tally):
        return "其余的大多可按期完成"
    return "其余的均在实施" if not tally.reach[1] and tally.have + under_way(case) >= tally.need else None


def _promises_too_few(tally: Tally) -> bool:
    """Tell whether all that is promised by the due day is counted, and does not suffice (还有4个班160人结业)."""
    case = tally.case
    days = {promise.span: promise.moment.end for promise in case.promises}
    dated = (s for s in case.report if s.span in days)
    told = [[q.value for q in s.quantities if case.may_count(q)] for s in dated]
    coming = sum((max(numbers) for numbers in told if numbers), Decimal(0))
    return all(told) and tally.have + coming < tally.need * tally.limits.rest_unsure / HUNDRED


def _nearly_all_can(tally: Tally) -> bool:
    """Tell whether none of all is stuck and nearly all can come in time (立起38个，基础打好9个，另3个等移位)."""
    can, stuck = tally.reach
    enough = can * HUNDRED >= tally.need * tally.limits.forecast_likely
    return not stuck and enough and shared_out(tally.case)


def _one_step_left(case: Case) -> bool:
    """Tell whether all have come to the step before the one asked for (设备全部到货), and its usual days are left."""
    goal = case.goal
    told = [s for s in case.report if tells_all(s.text, case.norms.matching) and not s.quantities]
    steps = [step for s in told for step in case.on_ladder(s.milestones) if step.aspect is Aspect.REACHED]
    last = [step for step in steps if goal is not None and step.rank == goal.rank - 1]
    return any(case.days_from(step) * case.norms.thresholds.stage_slack <= case.days_left for step in last)


def _allowed(best: Answer, case: Case) -> Decimal:
    """The points that a share may lie below the calendar: works are counted when built, so late in the year."""
    wanted, limits = case.goal, case.norms.thresholds
    counted_when_built = wanted is not None and wanted.step == BUILT and best.unit != "%"
    early = case.period.elapsed() < HALF
    if early and not counted_when_built and says(case.norms.matching.seasonal, case.target_words):
        return limits.seasonal_points
    return limits.built_points if counted_when_built else limits.behind_points
