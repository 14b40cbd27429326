"""Ceiling: the most that can be there, where the report tells of all that is still to come."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.places import there
from reportgen.facts.checks.reach import shared_out, still_open
from reportgen.facts.told.parts import Part, in_sum
from reportgen.facts.words.phrases import says
from reportgen.records import Aspect, Scope

DAYS = "天"  # of which each day that is left brings one at most (优良天数)


def ceiling(case: Case, have: Decimal) -> Decimal | None:
    """The most that can be there, where all there is to come is told of (在建13台，待开工6台; 最后一批55人)."""
    if (days := most_days(case, have)) is not None:
        return days
    if shared_out(case):
        return whole_of(case)
    if (coming := _said_to_come(case)) is not None:
        return have + coming
    open_ = [p for p in case.parts if p.number != have and not there(p, case) and _open_beside(p)]
    sentences = {clause.sentence for part in open_ for clause in part.clauses}
    last = any(says(case.norms.phrases.last_ones, s.text) for s in case.about if s.sentence in sentences)
    if not last or any(part.number is None for part in open_):
        return None
    # What has come less far than is asked (安装52台，其中送电40台) is still to come too.
    told = [p.number for p in case.parts if p.number and p not in open_ and p.number <= whole_of(case)]
    return max([have, *told]) + in_sum(open_)


def most_days(case: Case, have: Decimal) -> Decimal | None:
    """The most days that there can be by the due one; None where no days are counted."""
    asked = case.requirement.quantity
    return have + case.days_left if asked is not None and asked.unit == DAYS else None


def _said_to_come(case: Case) -> Decimal | None:
    """How many of those under way the report itself expects by the due day (在建17台，其中12月底前可完工10台)."""
    for going, coming in pairwise(case.parts):
        part = coming.quantity is not None and coming.quantity.scope is Scope.PART
        days = [moment.end for moment in coming.clauses[0].moments]
        if part and going.aspect is Aspect.UNDER_WAY and coming.aspect is Aspect.INTENDED and days:
            return coming.number if max(days) <= case.requirement.due else None
    return None


def _open_beside(part: Part) -> bool:
    """Tell whether a part is still to come, beside what is there."""
    scope = part.quantity.scope if part.quantity else None
    return scope is not Scope.PART and (part.apart or still_open(part))
