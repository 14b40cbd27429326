"""Level checks: what does not add up over time (优良率, 普惠托位占比) holds or does not."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

from reportgen.facts.checks.case import NEXT_MONTH, Case
from reportgen.facts.checks.ceiling import most_days
from reportgen.facts.checks.claims import claim_of
from reportgen.facts.checks.compositions import share_of_whole
from reportgen.facts.checks.endings import ended_for_good
from reportgen.facts.checks.in_time import promised
from reportgen.facts.checks.of_two import rate_of_two
from reportgen.facts.checks.pace import forecast
from reportgen.facts.checks.rests import rest_left
from reportgen.facts.told.answers import Answer, levels
from reportgen.facts.words.phrases import mentions, pattern, says, tells_all
from reportgen.facts.words.statements import Statement, numbers_before, numbers_in, of_sentence
from reportgen.facts.words.units import same_unit
from reportgen.records import HALF, HUNDRED, Aspect, Bound, Check, Outcome, Quantity, Scope

TWO_MONTHS = 60  # days
MONTH = re.compile(r"(?:\d|[本当一二三四五六七八九十])月")
MENDED = Decimal("0.8")  # within a plan's period a mean hardly falls below this share of what it was


def check_level(case: Case, quantity: Quantity) -> Check:
    """Check a level that does not add up over time: it holds or it does not."""
    found = levels(case.requirement, case.said)
    composed = None if found else share_of_whole(case) or rate_of_two(case)
    if not found and composed is None:
        claim = claim_of(case) or _all_of_them(case, quantity) or _raised(case)
        if claim is not None:
            return case.outcome(Outcome.MET, "自述已完成", claim)
        return case.outcome(Outcome.SILENT, "未报该项指标")
    best, have = composed or (latest := _of_all_months(_latest(found[0], case), case), latest.value)
    if (all_ := _all_of_them(case, quantity)) is not None and _names_more(all_, best, case):
        return case.outcome(Outcome.MET, "自述已完成", all_)
    if have <= quantity.value if quantity.bound is Bound.AT_MOST else have >= quantity.value:
        return case.met(best, have=have)
    if case.time_is_up:
        return case.missed(best, have=have)
    if (over := ended_for_good(case)) is not None:
        return case.outcome(Outcome.SHORT, "已经结束，未达到", best, over, have=have)
    if _beyond_repair(have, quantity, case):
        return case.outcome(Outcome.SHORT, "余下月份难以补回", best, have=have)
    if _days_suffice(best, quantity, case):
        return case.outcome(Outcome.LIKELY, "按目前进度可达到", best, have=have)
    if (going := _with_those_in_hand(best, quantity, case)) is not None:
        return case.outcome(Outcome.LIKELY, "连同在办的可达到", best, going, have=have, doubtful=True)
    if best.unit != "%" and promised(case):
        return case.outcome(Outcome.LIKELY, "承诺期限内完成", best, have=have)
    if case.to_come or _average(case) or _almost(have, quantity, case):
        text = "尚未到期" if case.requirement.of_plan else "尚未达到年度要求"
        return case.outcome(Outcome.LIKELY, text, best, have=have, doubtful=True)
    return case.outcome(Outcome.SHORT, "未达到要求", best, have=have)


def _latest(best: Answer, case: Case) -> Answer:
    """The answer to which its sentence says that the level has moved (10月份8.2%，11月份降至7.9%), else itself."""
    same = numbers_in(of_sentence(best.sentence, case.said.statements))
    behind = (number for number in same if number.span.start > best.span.start and number.unit == best.unit)
    number = next(behind, None)
    if number is None:
        return best
    name, moved = pattern(case.norms.matching.moved_to).subn(" ", best.to(number.span))
    anew = case.said.words(name) & case.names  # 城市低保提高到790元，农村低保提高到565元
    return Answer.by(number, best.fit) if moved and not anew else best


def _of_all_months(best: Answer, case: Case) -> Answer:
    """The total told beside a month's number (10月优良24天，全年累计277天), where not one is asked."""
    short = any(m.end - m.start < timedelta(days=NEXT_MONTH) for m in best.statement.moments)
    if MONTH.search(case.requirement.words) or not (best.scope is Scope.MONTH or short):
        return best
    beside = numbers_in(of_sentence(best.sentence, case.said.own))
    totals = (n for n in beside if n.scope is Scope.CUMULATIVE and n.unit == best.unit != "%" and n.value > best.value)
    total = next((n for n in totals if n.noun in ("", best.noun)), None)
    return best if total is None else Answer.by(total, best.fit)


def _with_those_in_hand(rate: Answer, asked: Quantity, case: Case) -> Statement | None:
    """The clause that counts those still dealt with (其余35条正在办理), if with them a share comes to what is asked."""
    if rate.unit != "%" or asked.bound is Bound.AT_MOST:
        return None
    before = [q for q in numbers_before(rate, case.said.own) if q.unit != "%"]
    done = before[-1] if before else None
    if done is None or done.value <= 0:
        return None
    whole = next((q for q in reversed(before[:-1]) if q.unit == done.unit and q.value >= done.value), None)
    for statement in case.said.after(rate.statement):
        told = (q.value for q in statement.quantities if same_unit(q.unit, done.unit, case.norms))
        shares = (_share_with(more, done, whole, rate) for more in told)
        enough = any(asked.value <= share <= HUNDRED for share in shares)
        expected = statement.aspect is Aspect.INTENDED and says(case.norms.phrases.further, statement.text)
        if enough and (expected or says(case.norms.matching.in_hand, statement.rest_of_sentence)):
            return statement
    return None


def _share_with(more: Decimal, done: Quantity, whole: Quantity | None, rate: Answer) -> Decimal:
    """The share of a whole that is done with some more; of one not told, all if the rate bears it out; else 0.

    已覆盖132个，覆盖率93.6%，未覆盖的9个正在落实: 132 of 132 and 9 are 93.6 %.
    """
    if whole is not None:
        return (done.value + more) * HUNDRED / whole.value
    all_told = abs(done.value * HUNDRED / (done.value + more) - rate.value) < 1
    return HUNDRED if all_told else Decimal(0)


def _all_of_them(case: Case, quantity: Quantity) -> Statement | None:
    """The clause that says of all that it is so (1596人已全部投保), where a rate of all is asked for (参保率100%)."""
    if quantity.unit != "%" or quantity.value < HUNDRED:
        return None
    words = [
        word for rate, *words in case.norms.matching.full_rates if rate in case.requirement.words for word in words
    ]
    told = (s for s in case.said.own if s.aspect in (Aspect.REACHED, None) and mentions(words, s.text))
    matching = case.norms.matching
    whole = (s for s in told if tells_all(s.text, matching) or says(matching.none_left, s.rest_of_sentence))
    whole = (s for s in whole if not s.shares)
    return None if rest_left(case) else next(whole, None)


def _raised(case: Case) -> Statement | None:
    """The clause that tells a new standard as applied (新标准8月起执行), where one is to be raised (每月提高5元)."""
    told = (s for s in case.said.own if s.aspect is Aspect.REACHED and says(case.norms.phrases.new_standard, s.text))
    return next(told, None) if says(case.norms.matching.risen, case.requirement.words) else None


def _names_more(told: Statement, best: Answer, case: Case) -> bool:
    """Tell whether a clause names of whom a rate is asked, and the rate told does not (困难群众 of 困难群众参保率)."""
    return bool(case.own_names & case.said.words(told.text) - case.said.words(best.statement.text))


def _almost(have: Decimal, quantity: Quantity, case: Case) -> bool:
    """Tell whether what a rate lacks is no more than time can add (64.8% of 65%): with a month left, or with two."""
    limits = case.norms.thresholds
    least = limits.about_met if case.days_left < TWO_MONTHS else limits.near_plan
    near = have * HUNDRED >= quantity.value * least
    grows = quantity.unit == "%" and quantity.bound is not Bound.AT_MOST
    mean = mentions(case.norms.matching.running, case.requirement.words)  # 满意率: of the whole time
    return grows and near and not mean and case.days_left >= NEXT_MONTH


def _beyond_repair(have: Decimal, quantity: Quantity, case: Case) -> bool:
    """Tell whether an average is so far off that what is left until the due day cannot mend it."""
    days = most_days(case, have)
    if days is not None:
        return days < quantity.value
    if not _average(case):
        return False
    past = case.period.elapsed(case.requirement.due)
    if not HALF <= past < 1:
        return False
    rest = (quantity.value - have * past) / (1 - past)
    least = have * (HALF if case.to_come else MENDED)
    return rest < least if quantity.bound is Bound.AT_MOST else quantity.unit == "%" and rest > HUNDRED


def _days_suffice(best: Answer, quantity: Quantity, case: Case) -> bool:
    """Tell whether days counted (优良268天) come at their pace to as many as are asked for by the due one."""
    told = best.quantity
    if quantity.bound is Bound.AT_MOST or most_days(case, told.value) is None:
        return False
    return forecast(told.value, told, case.requirement, case.period) >= quantity.value


def _average(case: Case) -> bool:
    """Tell whether the level is one of the whole time, which what is to come can still mend."""
    return mentions(case.norms.matching.averages, case.requirement.words)
