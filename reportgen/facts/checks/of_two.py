"""Of two: a rate or a density that is asked for and that two numbers tell (应签7.6万人，已签4.1万人)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from reportgen.facts.checks.case import Case
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.levels import RATE, is_rate
from reportgen.facts.words.parallels import Told
from reportgen.facts.words.phrases import pattern, says
from reportgen.records import HUNDRED, NOT_YET, Bound, Quantity, Scope

# Of all, that a number is which tells a rate: 巡查发现掉线的12家已上线 of 1018家 does not.
LEAST_SERVED = Decimal("0.3")


def rate_of_two(case: Case) -> tuple[Answer, Decimal] | None:
    """The rate (接种率) that two numbers of a sentence tell: of all there are so many were so served, or were not.

    适龄女生6230人，接种5721人; 累计受理2.5万件，超期1600件.
    """
    asked = case.requirement.quantity
    names = (asked.of, asked.noun, _named_rate(case)) if asked else ()
    rate = next(filter(is_rate, names), "")
    if asked is None or asked.unit != "%" or asked.bound is Bound.AT_MOST or not rate:
        return None
    lacking = () if says(case.norms.matching.lacking, rate) else case.norms.matching.lacking
    for told in _sentences(case):
        whole = _whole(told, case)
        others = [one for one in told if whole is not None and one[1] is not whole and _alike(one[1], whole)]
        if whole is None or not others or any(q.value > whole.value for _, q in others):
            continue
        most = [one for one in others if one[1].value >= whole.value * LEAST_SERVED]
        served = next((one for one in most if not _is_lacking(one, case)), None)
        if served is not None:
            return Answer(served[1], served[0], 1.0), served[1].value * HUNDRED / whole.value
        lack = next(((s, q) for s, q in others if says(lacking, s.before(q.span) + q.noun)), None)
        if lack is not None:
            return Answer(lack[1], lack[0], 1.0), (whole.value - lack[1].value) * HUNDRED / whole.value
    return None


def _named_rate(case: Case) -> str:
    """The rate that the words which ask name, where the number itself does not."""
    named = re.search(f"[\u4e00-\u9fff]+{RATE}", case.requirement.words)
    return named[0] if named else ""


def _sentences(case: Case) -> Iterator[list[Told]]:
    """The counts of each sentence of the report, but for those that only divide others.

    Where a rest is told that is dealt with in time (其余16件均在期限内), no rate is told by them.
    """
    for sentence, group in groupby(case.said.own, key=lambda statement: statement.sentence):
        told = [(s, q) for s in group for q in s.counted if q.scope is not Scope.PART]
        rests = any(q.scope is Scope.REST for _, q in told)
        if not (rests and says(case.norms.matching.in_hand, sentence.text)):
            yield [(s, q) for s, q in told if q.scope is not Scope.REST]


def _whole(told: Sequence[Told], case: Case) -> Quantity | None:
    """The number of all there are: by its words (1240个小区中), else the first of two of whom the rate is asked."""
    words, among = case.norms.matching.rate_bases, pattern(case.norms.phrases.among)
    bases = (q for s, q in told if says(words, s.before(q.span) + q.noun) or among.match(s.after(q.span)))
    apart = len(told) == 2 and told[0][0] is not told[1][0]
    first = told[0][1] if apart and case.said.words(told[0][1].noun) & case.names else None
    return next(bases, first)


def _alike(one: Quantity, whole: Quantity) -> bool:
    """Tell whether two numbers count the same things; one may leave its measure word out (办件6.4万，超期2010件)."""
    return one.unit == whole.unit or "" in (one.unit, whole.unit)


def _is_lacking(told: Told, case: Case) -> bool:
    """Tell whether a number is of those with whom what the rate is of is not done."""
    statement, quantity = told
    lacking = says(case.norms.matching.lacking, statement.before(quantity.span) + quantity.noun)
    return lacking or statement.aspect in NOT_YET
