"""Shortfall: a number below the one asked for, held against the time that is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from reportgen.facts.checks.beyond import put_beyond_the_year
from reportgen.facts.checks.case import NEXT_MONTH, SEASON, Case, whole_of
from reportgen.facts.checks.ceiling import ceiling
from reportgen.facts.checks.endings import ended_for_good
from reportgen.facts.checks.in_time import late_promise, late_promises, promised, promised_in_time, rest_promised
from reportgen.facts.checks.outright import held_up
from reportgen.facts.checks.pace import forecast, pro_rata_gap, told_pace
from reportgen.facts.checks.reach import barely_begun, reach, signed_up, spares
from reportgen.facts.checks.rests import tells_unfinished
from reportgen.facts.checks.since import counted_since
from reportgen.facts.checks.standing import rest_made, under_way
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.countable import answers
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import BUILT, Thresholds
from reportgen.records import HALF, HUNDRED, Aspect, Check, Outcome, Quantity, Scope, Span
from reportgen.text import fold

NEARLY = "略低于计划数"


@dataclass(frozen=True)  # without slots, so that what is looked at often is worked out once
class Tally:
    """What is there of a number asked for and falls short of it, with the words that tell it best."""

    case: Case
    best: Answer
    have: Decimal
    need: Decimal

    @property
    def limits(self) -> Thresholds:
        return self.case.norms.thresholds

    @property
    def share(self) -> Decimal:
        """The share of what is asked for that is there, in %."""
        return self.have * HUNDRED / self.need

    @property
    def near(self) -> bool:
        """Tell whether it lacks no more than numbers vary by."""
        return self.share >= self.limits.near_plan

    @property
    def of_a_month(self) -> bool:
        """Tell whether it is told of a month alone."""
        return self.best.quantity.scope is Scope.MONTH

    @cached_property
    def told(self) -> tuple[Decimal, tuple[Statement, ...]]:
        """What the pace that the text tells adds by the due day, and the clause that tells it, if one does."""
        return told_pace(self.case)

    @cached_property
    def forecast(self) -> Decimal:
        """The share of what is asked for, in %, that the pace told or else the present one gives by the due day."""
        coming, told = self.told
        if told:
            return (self.have + coming) * HUNDRED / self.need
        grown = forecast(self.have, self.best.quantity, self.case.requirement, self.case.period, self.since)
        return grown * HUNDRED / self.need

    @property
    def paced(self) -> bool:
        """Tell whether the pace bears it out; one that is told needs no allowance."""
        return self.forecast >= (self.limits.forecast_sure if self.told[1] else self.limits.forecast_likely)

    @cached_property
    def since(self) -> date | None:
        """The day from which the words say that it counts."""
        return counted_since(self.best, self.case)

    @cached_property
    def reach(self) -> tuple[Decimal, Decimal]:
        """How many can be there by the due day, and how many surely cannot."""
        return reach(self.case, self.have)

    def ends(self, outcome: Outcome, text: str, *more: Statement, doubtful: bool = False) -> Check:
        return self.case.outcome(outcome, text, self.best, *more, have=self.have, doubtful=doubtful)

    def comes_late(self, promise: Check) -> Check:
        """The late day that is promised, beside the number that is there."""
        quoted = self.best.statement.piece_at(self.best.quantity.span)
        return replace(promise, answers=(*promise.answers, quoted), have=self.have)

    def grows(self, outcome: Outcome, text: str, *, doubtful: bool) -> Check:
        """The same, with what the pace gives, and the words that tell it."""
        given = self.forecast
        return self.case.outcome(
            outcome, text, self.best, *self.told[1], have=self.have, forecast=given, doubtful=doubtful
        )


def hold(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Hold a number against the one asked for: it is there, or must be in the time left."""
    if have >= need:
        return case.outcome(Outcome.MET, "已达到", best, have=have)
    return short_of(case, best, have, need)


def short_of(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Say whether a number below the one asked for will do in the time left."""
    tally = Tally(case, best, have, need)
    if case.time_is_up:
        return _at_the_end(tally)
    if (over := ended_for_good(case)) is not None:
        outcome = Outcome.SHORT if case.requirement.of_plan else Outcome.MISSED
        return tally.ends(outcome, "已经结束，未达到", over, doubtful=tally.near)
    if (beyond := put_beyond_the_year(case, have, need)) is not None:
        return beyond
    if not case.requirement.of_plan and case.requirement.due > case.period.year_due:
        return tally.ends(Outcome.LIKELY, "跨年度目标，正在推进")
    pressing = case.requirement.of_plan or case.days_left <= NEXT_MONTH
    most = ceiling(case, have) if pressing else None
    if most is not None and most < need:
        return tally.ends(Outcome.SHORT, "连同在办的也不够")
    if (expected := _expected(case, have)) is not None and expected[0] < need:
        return tally.ends(Outcome.SHORT, "自报到期也不够", expected[1])
    if (put_off := _put_off_as_asked(case)) is not None:
        return tally.comes_late(put_off)
    if case.to_come:
        return _by_the_month(tally) if tally.of_a_month else _by_the_calendar(tally)
    return _by_the_rest(tally) or (_by_the_month(tally) if tally.of_a_month else _by_the_pace(tally))


def _at_the_end(tally: Tally) -> Check:
    """Judge on the due day, or after it."""
    if tally.share >= tally.limits.about_met or (tally.near and _of_a_stage(tally)):
        return tally.ends(Outcome.LIKELY, NEARLY, doubtful=True)
    if tally.of_a_month:
        return _by_the_month(tally)
    return tally.ends(Outcome.MISSED, "到期未达到", doubtful=tally.near)


def _of_a_stage(tally: Tally) -> bool:
    """Tell whether a plan asks only for so many by a day within the year: what is lacking can still come."""
    asked, whole = tally.case.requirement, tally.case.requirement.in_all
    if whole is None or not asked.of_plan or asked.due >= tally.case.period.year_due or _denied(tally.case):
        return False
    of_works = whole.unit == "%" and not is_rate(whole.of)  # 外墙保温完成70%, not 签约率65%
    return tally.need < HUNDRED if of_works else tally.need < whole.value


def _expected(case: Case, have: Decimal) -> tuple[Decimal, Statement] | None:
    """The number that the unit itself expects by the due day (9月底预计可完成9处), where it tells one."""
    told = [
        (number, statement)
        for statement in case.report
        for quantity, aspect in statement.quantities
        if aspect is Aspect.INTENDED and not says(case.norms.phrases.further, statement.text)
        if (number := _number_of(quantity, statement, case)) > have
        if any(case.period.as_of < moment.end <= case.requirement.due for moment in statement.moments)
    ]
    return max(told, key=lambda one: one[0], default=None)


def _put_off_as_asked(case: Case) -> Check | None:
    """A promise of just as many as a plan asks for after its last day (计划10月底完成85个)."""
    late = late_promises(case) if case.requirement.of_plan else ()
    return next((check for check in late if _promises_as_many(check.answers[0], case)), None)


def _promises_as_many(promise: Span, case: Case) -> bool:
    """Tell whether a promise counts just as many as are asked for."""
    clause = case.clause_of(promise)
    told = [q for q, _ in clause.quantities if q.scope is not Scope.REST] if clause else []
    return any(q.value == case.need and answers(q, case.requirement, case.said) for q in told)


def _number_of(told: Quantity, statement: Statement, case: Case) -> Decimal:
    """What a number expected comes to of what is asked; a share (年底完成八成), of all of it by its last day."""
    if answers(told, case.requirement, case.said):
        return told.value
    last = any(moment.end >= case.requirement.due for moment in statement.moments)
    whole = tells_unfinished(told, case) and last and says(case.norms.phrases.share_of_works, statement.text)
    return case.need * told.value / HUNDRED if whole else Decimal(0)


def _by_the_month(tally: Tally) -> Check:
    """Judge by a month told alone: what the months add up to can only be guessed."""
    time_is_up = tally.case.time_is_up
    if tally.forecast >= (HUNDRED if time_is_up else tally.limits.forecast_likely):
        return tally.ends(Outcome.LIKELY, "按月推算可达到", doubtful=True)
    if time_is_up:
        return tally.ends(Outcome.MISSED, "到期未达到", doubtful=True)
    return tally.ends(Outcome.SHORT, "按月推算难以达到", doubtful=True)


def _by_the_calendar(tally: Tally) -> Check:
    """Hold the share that is there against the share of the time that has passed."""
    case = tally.case
    until = _told_until(tally)
    period = replace(case.period, as_of=until) if until else case.period
    gap = pro_rata_gap(tally.share, period, case.requirement.due if case.later else None)
    put_off = late_promise(case) if gap > tally.limits.behind_points else None
    if put_off is not None and put_off.promised is not None and put_off.promised > case.period.year_due:
        return replace(put_off, have=tally.have)
    allowed = _allowed(tally.best, case)
    slow, unsure = _behind_the_calendar(tally, gap, allowed) if gap > allowed / 2 else (False, False)
    text = f"低于时间进度{gap:.0f}个百分点（允许{allowed:f}）" if gap > 0 else "不低于时间进度"
    outcome = Outcome.SHORT if slow or put_off is not None else Outcome.LIKELY
    return tally.ends(outcome, text, doubtful=unsure or until is not None)


def _told_until(tally: Tally) -> date | None:
    """The end of the season that a number is of, where that is over and the next goes on (春季学期资助4936人次)."""
    statement, case = tally.best.statement, tally.case
    over = [m.end for m in statement.moments if m.end < case.period.as_of and m.end - m.start >= SEASON]
    going = any(s.start > statement.start and s.aspect is Aspect.UNDER_WAY for s in case.report)
    return max(over) if over and going and len(over) == len(statement.moments) else None


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


def _by_the_rest(tally: Tally) -> Check | None:
    """Judge by what is told of the rest: that it can come by the due day, or is put off beyond it."""
    case, have, need = tally.case, tally.have, tally.need
    can, stuck = tally.reach
    nearly = tally.forecast >= tally.limits.rest_unsure
    things = tally.best.quantity.unit not in case.norms.matching.measures
    last_one = things and need - have <= 1 and not stuck and (promised(case) or (nearly and not _denied(case)))
    if last_one or max(can, have + tally.told[0]) >= need:
        # Where neither a day nor the pace bears it out, that the rest can come is no more than the usual least time.
        unsure = not promised(case) and (not nearly or held_up(case))
        unsure = unsure or (tally.forecast < tally.limits.forecast_sure and _tight(tally))
        return tally.grows(Outcome.LIKELY, "其余的可按期完成", doubtful=unsure)
    put_off = None if spares(stuck, need, case) else late_promise(case)
    if put_off is not None and not _goes_on_later(tally):
        return tally.comes_late(put_off)
    return None


def _goes_on_later(tally: Tally) -> bool:
    """Tell whether only what is left after a stage is told for later (剩余学校排期至10月), and the pace suffices."""
    case, whole = tally.case, tally.case.requirement.whole
    stage = whole is not None and case.requirement.of_plan and tally.need < whole.value
    late = late_promise(case) if stage and tally.paced else None
    clause = case.clause_of(late.answers[0]) if late is not None else None
    return clause is not None and not clause.quantities and says(case.norms.phrases.rest, clause.text)


def _tight(tally: Tally) -> bool:
    """Tell whether works that have barely begun leave no reserve, and no day is promised."""
    case = tally.case
    can, _ = reach(case, tally.have, tally.limits.stage_slack)
    return barely_begun(case) and can < tally.need and not promised(case)


def _denied(case: Case) -> bool:
    """Tell whether some clause denies a step or puts one off."""
    return late_promise(case) is not None or any(s.aspect is Aspect.NOT for s in case.about)


def _by_the_pace(tally: Tally) -> Check:
    """Judge by the present pace, unless so much is stuck that the rest does not reach."""
    share, limits = tally.forecast, tally.limits
    out_of_reach = _out_of_reach(tally)
    if out_of_reach and tally.share >= limits.about_met:
        return tally.ends(Outcome.LIKELY, NEARLY, doubtful=True)
    if (tally.near or tally.paced) and not out_of_reach:
        doubtful = (not tally.near and share < limits.forecast_sure) or tally.of_a_month
        return tally.grows(Outcome.LIKELY, "按目前进度可达到", doubtful=doubtful)
    if (hope := _hope(tally)) is not None:
        return tally.grows(Outcome.LIKELY, hope, doubtful=True)
    close = not tally.reach[1] and share >= limits.rest_unsure
    return tally.grows(Outcome.SHORT, "按目前进度难以达到", doubtful=close)


def _out_of_reach(tally: Tally) -> bool:
    """Tell whether too much is surely late, or something holds up a pace that just falls short."""
    whole, stuck = tally.case.requirement.in_all, tally.reach[1]
    if stuck > 0 and whole is not None and whole.value - stuck < tally.need:
        return not _goes_on_later(tally)
    return tally.forecast < tally.limits.forecast_sure and not tally.near and held_up(tally.case)


def _hope(tally: Tally) -> str | None:
    """Say what is told of the rest that its pace does not bear out: a day, people signed up, or works under way."""
    case = tally.case
    end = promised_in_time(case, case.goal) if case.goal else None
    of_all = end is not None and mentions(case.norms.matching.wholes, fold(end.span.text))
    if rest_promised(case) or of_all or (end is not None and tally.forecast >= tally.limits.rest_unsure):
        return "承诺期限内完成"
    if tally.have + signed_up(case) >= tally.need:
        return "已报名的按期可完成"
    if _one_step_left(case):
        return "前一步已全部完成"
    return "其余的均在实施" if not tally.reach[1] and tally.have + under_way(case) >= tally.need else None


def _one_step_left(case: Case) -> bool:
    """Tell whether all have come to the step before the one asked for (设备全部到货), and its usual days are left."""
    goal = case.goal
    told = [s for s in case.report if mentions(case.norms.matching.wholes, s.text) and not s.quantities]
    steps = [step for s in told for step in case.on_ladder(s.milestones) if step.aspect is Aspect.REACHED]
    last = [step for step in steps if goal is not None and step.rank == goal.rank - 1 and step.made]
    return any(case.days_from(step) * case.norms.thresholds.stage_slack <= case.days_left for step in last)


def _allowed(best: Answer, case: Case) -> Decimal:
    """The points that a share may lie below the calendar: works are counted when built, so late in the year."""
    wanted, limits = case.goal, case.norms.thresholds
    counted_when_built = wanted is not None and wanted.step == BUILT and best.quantity.unit != "%"
    early = case.period.elapsed() < HALF
    if early and not counted_when_built and says(case.norms.matching.seasonal, case.target_words):
        return limits.seasonal_points
    return limits.built_points if counted_when_built else limits.behind_points
