"""Listed: what the numbers of a list come to that tells of what is asked (电信38座、移动34座 of 基站95座)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.facts.checks.adding import MOST_OVER
from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.told.answering import is_part
from reportgen.facts.words.listings import listings, may_be_the_same
from reportgen.facts.words.sites import are_few
from reportgen.facts.words.statements import Number
from reportgen.records import OPEN, Check, Outcome

FEWEST_NAMES = 3
ALL_NAMED = re.compile(
    r"(?P<names>(?:[^、,。;\d]{1,9}、){2,}[^、,。;\d]{1,9}?)(?:等地?)?(?:都|均|全部)(?P<done>[^、,。;\d]{1,16})$"
)
ENDED = ("了", "过", "完", "过了", "完了")


def told_by_list(case: Case) -> tuple[Number, ...]:
    """The numbers of a list, no two of them of the same, that tells of what is asked; of several that with the most."""
    return max((listed for listed in _lists(case) if not may_be_the_same(listed, case.norms)), key=in_all, default=())


def _lists(case: Case) -> list[tuple[Number, ...]]:
    """The lists of numbers that may count what is asked, none of which comes to far more than there are."""
    if case.said.counts_several or is_part(case.requirement.quantity):
        return []
    told = [number for number in case.usable if case.may_count(number.quantity)]
    return [listed for listed in listings(told, case.norms) if in_all(listed) <= whole_of(case) * MOST_OVER]


def in_all(listed: Sequence[Number]) -> Decimal:
    """What the numbers of a list come to."""
    return sum((number.value for number in listed), Decimal(0))


def perhaps_by_list(case: Case) -> Check | None:
    """Doubt what falls short where a list, whose numbers may be of the thing and of others each, comes to enough."""
    listed = max((one for one in _lists(case) if not _dwindles(one, case)), key=in_all, default=())
    if not listed or in_all(listed) < case.need:
        return None
    have = in_all(listed)
    return case.outcome(Outcome.LIKELY, "分列各数是否可加未写明", listed[0].statement, have=have, doubtful=True)


def _dwindles(listed: Sequence[Number], case: Case) -> bool:
    """Tell whether each number of people is of fewer than the one before it, as of step after step (报名, 取证)."""
    values = [number.value for number in listed]
    fewer = all(later < earlier for earlier, later in pairwise(values))
    return fewer and may_be_the_same(listed, case.norms)


def named_in_a_list(case: Case) -> Check | None:
    """Count those that a clause lists by name and tells as done (甲、乙、丙药店都能刷卡了), where no number is told.

    In doubt where the last of the names does not end as what is asked for does.
    """
    asked = case.requirement.in_all
    if asked is None or case.said.counts_several or not case.need >= FEWEST_NAMES or not are_few(asked, case.norms):
        return None
    if any(case.may_count(quantity) for s in case.report for quantity in s.counted):
        return None
    for statement in case.report:
        told = ALL_NAMED.match(statement.text)
        steps = case.on_ladder(statement.milestones)
        short = steps and not any(case.goal and step.reaches(case.goal) for step in steps)
        if told is None or short or statement.aspect in OPEN or not (statement.aspect or told["done"].endswith(ENDED)):
            continue
        listed = told["names"].split("、")
        if len(listed) >= case.need:
            alike = listed[-1][-1] in asked.noun + case.requirement.words
            return case.met(statement, have=Decimal(len(listed)), doubtful=not alike)
    return None
