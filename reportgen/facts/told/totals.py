"""Totals: which number sums up, or goes on from, what is told before it."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.facts.told.answers import Answer
from reportgen.facts.told.progress import SAME_TOPIC, Progress
from reportgen.facts.words.topics import share
from reportgen.facts.words.units import same_unit

TOTAL = re.compile(r"(?:合计|共计|总计|累计|一共|共)\D{0,2}$")
SO_FAR = re.compile(r"(?:今年|年初)(?:以来)?.{0,4}累计|截[至止].{2,10}累计")


def is_total(told: Answer) -> bool:
    """Tell whether the words before a number say that it is a total (累计326场)."""
    return TOTAL.search(told.before.removesuffix(told.noun)) is not None


def goes_on(total: Answer, before: Answer, said: Progress) -> bool:
    """Tell whether a total comes after a number of the same thing; in another sentence it must name it too."""
    if not is_total(total):
        return False
    after = total.span.start > before.span.end
    noun = total.noun
    same = bool(noun) and before.noun.endswith(noun)
    near = total.sentence is before.sentence or _is_sum(total, said) or _of_the_year(total, said)
    return after and (same or (not noun and near))


def _of_the_year(total: Answer, said: Progress) -> bool:
    """Tell whether a total says that it is of the year so far (今年以来累计326场次), where one thing is counted so."""
    unit = total.unit
    asked = [r.topic for r in said.requirements if r.quantity and same_unit(r.quantity.unit, unit, said.norms)]
    one = all(share(asked[0], other) >= SAME_TOPIC for other in asked[1:])
    return one and SO_FAR.search(total.before) is not None


def _is_sum(total: Answer, said: Progress) -> bool:
    """Tell whether the numbers of its unit that stand before a total come to just that (286个；104个；合计390个).

    Where several things are counted so, they are none of one sum.
    """
    if said.counts_several:
        return False
    start, unit = total.span.start, total.unit
    told = (q for s in said.statements if s.source is total.statement.source for q in s.quantities)
    return sum((q.value for q in told if q.unit == unit and q.span.end <= start), Decimal(0)) == total.value
