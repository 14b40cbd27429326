"""Shortfall: a number below the one asked for, held against the time that is left."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.facts.checks.case import NEXT_MONTH, Case, whole_of
from reportgen.facts.checks.ceiling import ceiling
from reportgen.facts.checks.endings import ended_for_good
from reportgen.facts.checks.in_time import late_promise, promised, promised_in_time, rest_promised
from reportgen.facts.checks.outright import held_up
from reportgen.facts.checks.pace import forecast, pro_rata_gap
from reportgen.facts.checks.reach import barely_begun, by_the_day, reach, signed_up, spares
from reportgen.facts.checks.standing import rest_made, under_way
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.countable import answers
from reportgen.facts.words.numerals import TO
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import BUILT
from reportgen.records import HALF, HUNDRED, Aspect, Check, Outcome, Scope
from reportgen.text import fold

LAST_MONTH = 12
MORE = re.compile("再|还|另|其余|剩余|余下|新增")  # an expected number comes beside what is there


def hold(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Hold a number against the one asked for: it is there, or must be in the time left."""
    if have >= need:
        return case.outcome(Outcome.MET, "已达到", best, have=have)
    return short_of(case, best, have, need)


def short_of(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Say whether a number below the one asked for will do in the time left."""
    there = have * HUNDRED / need
    if case.time_is_up and there >= case.norms.thresholds.about_met:
        return case.outcome(Outcome.LIKELY, "与计划数相差极少", best, have=have, doubtful=True)
    if case.time_is_up and best.quantity.scope is Scope.MONTH:
        return _by_the_month(case, best, have, need)
    near = there >= case.norms.thresholds.near_plan
    if case.time_is_up:
        return case.outcome(Outcome.MISSED, "到期未达到", best, have=have, doubtful=near)
    if (over := ended_for_good(case)) is not None:
        outcome = Outcome.SHORT if case.requirement.of_plan else Outcome.MISSED
        return case.outcome(outcome, "已经结束，未达到", best, over, have=have, doubtful=near)
    if not case.requirement.of_plan and case.requirement.due > case.period.year_due:
        return case.outcome(Outcome.LIKELY, "跨年度目标，正在推进", best, have=have)
    pressing = case.requirement.of_plan or case.days_left <= NEXT_MONTH
    most = ceiling(case, have) if pressing else None
    if most is not None and most < need:
        return case.outcome(Outcome.SHORT, "连同在办的也不够", best, have=have)
    if (expected := _expected(case, have)) is not None and expected[0] < need:
        return case.outcome(Outcome.SHORT, "自报到期也不够", best, expected[1], have=have)
    if case.to_come:
        month = best.quantity.scope is Scope.MONTH
        return (_by_the_month if month else _by_the_calendar)(case, best, have, need)
    return _by_the_rest(case, best, have, need) or _by_the_pace(case, best, have, need)


def _expected(case: Case, have: Decimal) -> tuple[Decimal, Statement] | None:
    """The number that the unit itself expects by the due day (9月底预计可完成9处), where it tells one."""
    told = [
        (quantity.value, statement)
        for statement in case.report
        for quantity, aspect in statement.quantities
        if aspect is Aspect.INTENDED and quantity.value > have and not MORE.search(statement.text)
        if answers(quantity, case.requirement, case.said)
        if any(case.period.as_of < moment.end <= case.requirement.due for moment in statement.moments)
    ]
    return max(told, key=lambda one: one[0], default=None)


def _by_the_month(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Judge by a month told alone: what the months add up to can only be guessed."""
    share = _share(case, best, have, need)
    if share >= (HUNDRED if case.time_is_up else case.norms.thresholds.forecast_likely):
        outcome, text = Outcome.LIKELY, "按月推算可达到"
    elif case.time_is_up:
        outcome, text = Outcome.MISSED, "到期未达到"
    else:
        outcome, text = Outcome.SHORT, "按月推算难以达到"
    return case.outcome(outcome, text, best, have=have, doubtful=True)


def _by_the_calendar(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Hold the share that is there against the share of the time that has passed."""
    gap = pro_rata_gap(have * HUNDRED / need, case.period, case.requirement.due if case.later else None)
    put_off = late_promise(case) if gap > case.norms.thresholds.behind_points else None
    if put_off is not None and put_off.promised is not None and put_off.promised > case.period.year_due:
        return replace(put_off, have=have)
    allowed, (can, late) = _allowed(best, case), reach(case, have)
    can = max(can, have + by_the_day(case), have + rest_made(case))
    limits = case.norms.thresholds
    # What began only in the course of the year is held against its own pace.
    since = _since(best, case)
    paced = since is not None and _share_since(since, case, best, have, need) >= limits.forecast_sure
    sure = paced or promised(case)
    stuck = (case.later or case.days_left <= NEXT_MONTH) and gap > allowed / 2 and whole_of(case) - late < need
    slow = put_off is not None or stuck or (gap > allowed and can < need and not sure)
    outcome = Outcome.SHORT if slow else Outcome.LIKELY
    text = f"低于时间进度{gap:.0f}个百分点（允许{allowed:f}）" if gap > 0 else "不低于时间进度"
    return case.outcome(outcome, text, best, have=have, doubtful=gap > allowed / 2 and not sure)


def _by_the_rest(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check | None:
    """Judge by what is told of the rest: that it can come by the due day, or is put off beyond it."""
    can, stuck = reach(case, have)
    share = _share(case, best, have, need)
    borne_out = promised(case) or (share >= case.norms.thresholds.rest_unsure and not _denied(case))
    things = best.quantity.unit not in case.norms.matching.measures
    last_one = things and need - have <= 1 and not stuck and borne_out
    if last_one or max(can, have + by_the_day(case)) >= need:
        # Where neither a day nor the pace bears it out, that the rest can come is no more than the usual least time.
        unsure = share < case.norms.thresholds.rest_unsure and not promised(case) and not by_the_day(case)
        unsure = unsure or (held_up(case) and not promised(case))
        unsure = unsure or (share < case.norms.thresholds.forecast_sure and _tight(case, have, need))
        return case.outcome(Outcome.LIKELY, "其余的可按期完成", best, have=have, forecast=share, doubtful=unsure)
    put_off = None if spares(stuck, need, case) else late_promise(case)
    if put_off is not None:
        return replace(put_off, answers=(*put_off.answers, best.statement.piece_at(best.quantity.span)), have=have)
    return None


def _tight(case: Case, have: Decimal, need: Decimal) -> bool:
    """Tell whether works that have barely begun leave no reserve, and no day is promised."""
    slack = case.norms.thresholds.stage_slack
    return barely_begun(case) and reach(case, have, slack)[0] < need and not promised(case)


def _denied(case: Case) -> bool:
    """Tell whether some clause denies a step or puts one off."""
    return late_promise(case) is not None or any(s.aspect is Aspect.NOT for s in case.about)


def _by_the_pace(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Judge by the present pace, unless so much is stuck that the rest does not reach."""
    share, (_, stuck) = _share(case, best, have, need), reach(case, have)
    there = have * HUNDRED / need
    near = there >= case.norms.thresholds.near_plan
    whole = case.requirement.in_all
    out_of_reach = stuck > 0 and whole is not None and whole.value - stuck < need
    # A pace that just falls short can still be made up, unless something holds the rest up.
    out_of_reach = out_of_reach or (share < case.norms.thresholds.forecast_sure and not near and held_up(case))
    if out_of_reach and there >= case.norms.thresholds.about_met:
        return case.outcome(Outcome.LIKELY, "与计划数相差极少", best, have=have, doubtful=True)
    if (near or share >= case.norms.thresholds.forecast_likely) and not out_of_reach:
        doubtful = (not near and share < case.norms.thresholds.forecast_sure) or best.quantity.scope is Scope.MONTH
        return case.outcome(Outcome.LIKELY, "按目前进度可达到", best, have=have, forecast=share, doubtful=doubtful)
    end = promised_in_time(case, case.goal) if case.goal else None
    of_all = end is not None and mentions(case.norms.matching.wholes, fold(end.span.text))
    end = end if of_all or share >= case.norms.thresholds.rest_unsure else None
    if rest_promised(case) or end is not None:
        return case.outcome(Outcome.LIKELY, "承诺期限内完成", best, have=have, forecast=share, doubtful=True)
    if have + signed_up(case) >= need:
        return case.outcome(Outcome.LIKELY, "已报名的按期可完成", best, have=have, forecast=share, doubtful=True)
    if not stuck and have + under_way(case) >= need:
        return case.outcome(Outcome.LIKELY, "其余的均在实施", best, have=have, forecast=share, doubtful=True)
    close = not stuck and share >= case.norms.thresholds.rest_unsure
    return case.outcome(Outcome.SHORT, "按目前进度难以达到", best, have=have, forecast=share, doubtful=close)


def _share(case: Case, best: Answer, have: Decimal, need: Decimal) -> Decimal:
    return _share_since(_since(best, case), case, best, have, need)


def _share_since(begun: date | None, case: Case, best: Answer, have: Decimal, need: Decimal) -> Decimal:
    """The share of what is asked for, in %, that the pace from a day on gives by the due day."""
    return forecast(have, best.quantity, case.requirement, case.period, begun) * HUNDRED / need


def _allowed(best: Answer, case: Case) -> Decimal:
    """The points that a share may lie below the calendar: works are counted when built, so late in the year."""
    wanted, limits = case.goal, case.norms.thresholds
    counted_when_built = wanted is not None and wanted.step == BUILT and best.quantity.unit != "%"
    early = case.period.elapsed() < HALF
    if early and not counted_when_built and says(case.norms.matching.seasonal, case.target_words):
        return limits.seasonal_points
    return limits.built_points if counted_when_built else limits.behind_points


MONTHS = re.compile(rf"(\d{{1,2}})月?{TO}(\d{{1,2}})月")


def _since(best: Answer, case: Case) -> date | None:
    """The first day of the months that a number is of (7-8月完成596批次), or that it was begun (9月14日启动)."""
    before = best.statement.source.before(best.quantity.span)[best.statement.sentence.start :]
    months = [match for match in MONTHS.finditer(before) if 1 <= int(match[1]) <= int(match[2]) <= LAST_MONTH]
    if months:
        return date(case.period.as_of.year, int(months[-1][1]), 1)
    begun = (s for s in case.about if says(case.norms.phrases.begun_then, s.text))
    return min((m.start for s in begun for m in s.moments if m.end <= case.period.as_of), default=None)
