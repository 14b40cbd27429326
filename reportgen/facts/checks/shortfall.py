"""Shortfall: a number below the one asked for, held against the time that is left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.beyond import put_beyond_the_year
from reportgen.facts.checks.case import NEXT_MONTH, Case
from reportgen.facts.checks.ceiling import ceiling
from reportgen.facts.checks.endings import ended_for_good
from reportgen.facts.checks.growth import by_the_calendar, by_the_month, by_the_pace
from reportgen.facts.checks.in_time import late_promise, late_promises, promised
from reportgen.facts.checks.outright import held_up
from reportgen.facts.checks.places import place
from reportgen.facts.checks.reach import barely_begun, reach
from reportgen.facts.checks.rests import tells_unfinished
from reportgen.facts.checks.standing import awaits_beyond
from reportgen.facts.checks.tally import Tally
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Number, Statement
from reportgen.records import HUNDRED, OPEN, Aspect, Check, Outcome, Scope, Span


def hold(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Hold a number against the one asked for: it is there, or must be in the time left."""
    if have >= need:
        return case.met(best, have=have)
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
        return by_the_month(tally) if tally.of_a_month else by_the_calendar(tally)
    return _by_the_rest(tally) or (by_the_month(tally) if tally.of_a_month else by_the_pace(tally))


def _at_the_end(tally: Tally) -> Check:
    """Judge on the due day, or after it."""
    if tally.share >= tally.limits.about_met or (tally.near and _of_a_stage(tally)):
        return tally.nearly_there()
    if tally.of_a_month:
        return by_the_month(tally)
    if tally.have + awaits_beyond(tally.case) >= tally.need:
        return tally.ends(Outcome.LIKELY, "只等下一步，未写明达到", doubtful=True)
    return tally.ends(Outcome.MISSED, "到期未达到", doubtful=tally.near)


def _of_a_stage(tally: Tally) -> bool:
    """Tell whether a plan asks only for so many by a day within the year: what is lacking can still come."""
    asked, whole = tally.case.requirement, tally.case.requirement.in_all
    if whole is None or asked.due >= tally.case.period.year_due or _denied(tally.case):
        return False
    of_works = whole.unit == "%" and not is_rate(whole.of)  # 外墙保温完成70%, not 签约率65%
    return tally.need < HUNDRED if of_works else tally.need < whole.value


def _expected(case: Case, have: Decimal) -> tuple[Decimal, Statement] | None:
    """The number that the unit itself expects by the due day (9月底预计可完成9处), where it tells one."""
    told = [
        (value, statement)
        for statement in case.report
        if any(case.period.as_of < moment.end <= case.requirement.due for moment in statement.moments)
        if not says(case.norms.phrases.further, statement.text)
        for number in statement.numbers
        if number.aspect is Aspect.INTENDED and (value := _value_of(number, case)) > have
    ]
    return max(told, key=lambda one: one[0], default=None)


def _value_of(number: Number, case: Case) -> Decimal:
    """What a number expected comes to of what is asked; a share (年底完成八成), of all of it by its last day."""
    if case.may_count(number.quantity):
        return number.value
    last = any(moment.end >= case.requirement.due for moment in number.statement.moments)
    return case.need * number.value / HUNDRED if last and tells_unfinished(number.quantity, case) else Decimal(0)


def _put_off_as_asked(case: Case) -> Check | None:
    """A promise of just as many as a plan asks for after its last day (计划10月底完成85个)."""
    late = late_promises(case) if case.requirement.of_plan else ()
    return next((check for check in late if _promises_as_many(check.answers[0], case)), None)


def _promises_as_many(promise: Span, case: Case) -> bool:
    """Tell whether a promise counts just as many as are asked for."""
    clause = case.clause_of(promise)
    told = [q for q in clause.quantities if q.scope is not Scope.REST] if clause else []
    return any(q.value == case.need for q in told)


def _by_the_rest(tally: Tally) -> Check | None:
    """Judge by what is told of the rest: that it can come by the due day, or is put off beyond it."""
    case, have, need = tally.case, tally.have, tally.need
    can, stuck = tally.reach
    nearly = tally.forecast >= tally.limits.rest_unsure
    things = tally.best.unit not in case.norms.matching.measures
    last_one = things and need - have <= 1 and not stuck and (promised(case) or (nearly and not _denied(case)))
    if last_one and _only_dealt_about(case):
        return tally.ends(Outcome.SHORT, "其余的难以按期完成")
    if last_one or max(can, have + tally.told[0]) >= need:
        # Where neither a day nor the pace bears it out, that the rest can come is no more than the usual least time.
        unsure = not promised(case) and (not nearly or held_up(case))
        unsure = unsure or (tally.forecast < tally.limits.forecast_sure and _tight(tally))
        return tally.grows(Outcome.LIKELY, "其余的可按期完成", doubtful=unsure)
    put_off = late_promise(case)
    return tally.comes_late(put_off) if put_off is not None else None


def _only_dealt_about(case: Case) -> bool:
    """Tell whether what stands at no step, and so the one that lacks, has its deal yet to come (丁店租金在谈)."""
    taken = {clause for part in case.parts if place(part, case) for clause in part.clauses}
    beside = [s for s in case.report if s not in taken]
    dealt = any(s.aspect in (None, Aspect.UNDER_WAY) and says(case.norms.phrases.bargaining, s.text) for s in beside)
    if case.goal is None or not dealt or promised(case):
        return False
    return case.days_from(replace(case.goal, rank=0, aspect=Aspect.UNDER_WAY)) > case.days_left


def _tight(tally: Tally) -> bool:
    """Tell whether works that have barely begun leave no reserve, and no day is promised."""
    case = tally.case
    can, _ = reach(case, tally.have, tally.limits.stage_slack)
    return barely_begun(case) and can < tally.need and not promised(case)


def _denied(case: Case) -> bool:
    """Tell whether some clause denies a step or puts one off, or leaves out some that still go on (除5片还在恢复外)."""
    left_out = (s for s in case.report if s.aspect in OPEN and says(case.norms.phrases.excepted, s.text))
    return late_promise(case) is not None or any(s.aspect is Aspect.NOT for s in case.about) or any(left_out)
