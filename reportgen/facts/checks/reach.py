"""Reach: how many of the things asked for are there, can be there by the due day, or surely cannot."""

from __future__ import annotations

from decimal import Decimal

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.feasible import days_after, feasible
from reportgen.facts.checks.places import place, there
from reportgen.facts.told.parts import Part, divided
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement, numbers_in, of_sentence
from reportgen.records import OPEN, Aspect, Scope


def reach(case: Case, have: Decimal, times: Decimal | int = 1) -> tuple[Decimal, Decimal]:
    """Count what can be there by the due day, with the `have` that are there; and what surely cannot.

    With more `times`, so much more than the usual least time is asked for.
    """
    can, late, shared = have, Decimal(0), shared_out(case)
    for at, part in enumerate(case.parts):
        counted = part.quantity is not None and part.number == have and not (part.apart or shared)
        if counted or there(part, case):
            continue
        number = max(whole_of(case) - have, Decimal(0)) if part.number is None else part.number
        still = still_open(part)
        beside = part.apart or still or number <= have or shared
        match feasible(part, case, times):
            case True:
                can = can + number if beside else max(can, number)
            case False if not divided(at, case.parts):  # else its own parts tell how far they are
                # Of what was only prepared (签约528户) those that are there are a part.
                late = late + number if beside else max(late, number if not have else Decimal(0))
    return can + _promised_alone(case), late


def shared_out(case: Case) -> bool:
    """Tell whether the parts told come to just all there are (竣工6所，其余7所在砌基础), and so hold none twice."""
    told = [p.number for p in case.parts if p.number and not (p.quantity and p.quantity.scope is Scope.PART)]
    return len(told) > 1 and sum(told) == whole_of(case)


def barely_begun(case: Case) -> bool:
    """Tell whether some of the things have come no further than their beginning."""
    if case.goal is None:
        return False
    places = (place(part, case) for part in case.parts)
    return any(here is not None and here.rank <= case.ladder.begun for here in places)


def still_open(part: Part) -> bool:
    """Tell whether a part is said to be still to come, in its own clause or in one that goes on about it."""
    after = (clause.aspect in OPEN for clause in part.clauses[1:])
    return part.aspect in OPEN or (part.aspect is None and any(after))


def _promised_alone(case: Case) -> int:
    """Count the clauses that promise one more by the due day and belong to no number (顾北店9月上旬复市)."""
    taken = {clause for part in case.parts for clause in part.clauses}
    count = 0
    for clause in case.report:
        days = [m.end for m in clause.moments if m.end > case.period.as_of]
        if clause in taken or not days or clause.aspect is not Aspect.INTENDED:
            continue
        count += max(days) <= case.requirement.due and not days_after(clause, None, case)
    return count


def signed_up(case: Case) -> Decimal:
    """Count those who are signed up for what is to come by the due day (12月7日开班，已报名56人)."""
    told = (
        number.value
        for number in numbers_in(case.report)
        if case.may_count(number.quantity)
        and says(case.norms.matching.signed_up, number.before + "#")
        and _comes_in_time(number.statement, case)
    )
    return sum(told, Decimal(0))


def _comes_in_time(statement: Statement, case: Case) -> bool:
    """Tell whether the sentence of a clause names a day to come by the due one."""
    days = [m.end for s in of_sentence(statement.sentence, case.report) for m in s.moments]
    return any(case.period.as_of < day <= case.requirement.due for day in days)
