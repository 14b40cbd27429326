"""Shortfall: a number below the one asked for, held against the time that is left."""

from __future__ import annotations

from decimal import Decimal

from reportgen.facts.answers import Answer, rates
from reportgen.facts.case import HUNDRED, Case
from reportgen.facts.pace import forecast, pro_rata_gap
from reportgen.facts.phrases import says
from reportgen.facts.promises import promises
from reportgen.records import Check, Outcome, Scope


def short_of(case: Case, best: Answer, have: Decimal, need: Decimal) -> Check:
    """Say whether a number below the one asked for will do in the time left."""
    if case.overdue or case.days_left == 0:
        return case.outcome(Outcome.MISSED, "到期未达到", best, have=have)
    if case.requirement.source == "target" and case.requirement.due > case.period.year_due:
        return case.outcome(Outcome.LIKELY, "跨年度目标，正在推进", best, have=have)
    if case.requirement.source == "target":
        gap = pro_rata_gap(have * HUNDRED / need, case.period)
        outcome = Outcome.SHORT if gap > _allowed(best, case) else Outcome.LIKELY
        return case.outcome(
            outcome, "未完成年度目标", best, have=have, doubtful=gap > case.norms.thresholds.behind_points / 2
        )
    share = forecast(have, best.quantity, case.requirement, case.period) * HUNDRED / need
    near = have * HUNDRED / need >= case.norms.thresholds.near_plan
    if near or share >= case.norms.thresholds.forecast_likely:
        doubtful = (not near and share < case.norms.thresholds.forecast_sure) or best.quantity.scope is Scope.MONTH
        return case.outcome(Outcome.LIKELY, "按目前进度可达到", best, have=have, forecast=share, doubtful=doubtful)
    if _rest_promised(case):
        return case.outcome(Outcome.LIKELY, "承诺期限内完成", best, have=have, forecast=share, doubtful=True)
    return case.outcome(Outcome.SHORT, "按目前进度难以达到", best, have=have, forecast=share)


def rate_of_annual(case: Case, need: Decimal) -> Check | None:
    """Take a percentage of the annual target (完成率23.3%) where nothing is counted."""
    found = rates(case.requirement, case.said)
    whole = case.requirement.whole or case.requirement.quantity
    if not found or whole is None or not whole.value:
        return None
    best = found[0]
    have = best.quantity.value * whole.value / HUNDRED
    if have >= need:
        return case.outcome(Outcome.MET, "已达到", best, have=have)
    return short_of(case, best, have, need)


def told_rate(case: Case) -> Check | None:
    """Take the share of the annual task that the progress tells, where the target gives no number."""
    found = rates(case.requirement, case.said) if case.requirement.source == "target" else []
    if not found:
        return None
    have = found[0].quantity.value
    if have >= HUNDRED:
        return case.outcome(Outcome.MET, "已达到", found[0], have=have)
    return short_of(case, found[0], have, HUNDRED)


def _allowed(best: Answer, case: Case) -> Decimal:
    """The points that a share may lie below the calendar: works are counted when built, so late in the year."""
    wanted, limits = case.requirement.milestone, case.norms.thresholds
    counted_when_built = wanted is not None and wanted.step == "built" and best.quantity.unit != "%"
    return limits.built_points if counted_when_built else limits.behind_points


def _rest_promised(case: Case) -> bool:
    """Tell whether the progress says that the rest will be done by the due day."""
    days = {promise.span: promise.moment.end for promise in promises(case)}
    rests = (s.span for s in case.said.statements if says(case.norms.phrases.rest, s.text))
    return any(days[span] <= case.requirement.due for span in rests if span in days)
