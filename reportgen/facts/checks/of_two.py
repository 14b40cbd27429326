"""Of two: a rate or a density that is asked for and that two numbers tell (应签7.6万人，已签4.1万人)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from reportgen.facts.checks.case import Case
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.levels import RATE, is_rate
from reportgen.facts.words.phrases import pattern, says
from reportgen.facts.words.statements import Number, numbers_in
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
        if whole is None:
            continue
        others = [one for one in told if one.quantity is not whole and _alike(one.quantity, whole)]
        if any(one.value > whole.value for one in others):
            continue
        most = [one for one in others if one.value >= whole.value * LEAST_SERVED]
        served = next((one for one in most if not _is_lacking(one, case)), None)
        if served is not None:
            return Answer.by(served, 1.0), served.value * HUNDRED / whole.value
        lack = next((one for one in others if says(lacking, one.before + one.noun)), None)
        if lack is not None:
            return Answer.by(lack, 1.0), (whole.value - lack.value) * HUNDRED / whole.value
    return None


def _named_rate(case: Case) -> str:
    """The rate that the words which ask name, where the number itself does not."""
    named = re.search(f"[\u4e00-\u9fff]+{RATE}", case.requirement.words)
    return named[0] if named else ""


def _sentences(case: Case) -> Iterator[list[Number]]:
    """The counts of each sentence of the report, but for those that only divide others.

    Where a rest is told that is dealt with in time (其余16件均在期限内), no rate is told by them.
    """
    for sentence, group in groupby(case.said.own, key=lambda statement: statement.sentence):
        counted = (number for number in numbers_in(group) if not number.is_share)
        told = [number for number in counted if number.scope is not Scope.PART]
        rests = any(number.scope is Scope.REST for number in told)
        if not (rests and says(case.norms.matching.in_hand, sentence.text)):
            yield [number for number in told if number.scope is not Scope.REST]


def _whole(told: Sequence[Number], case: Case) -> Quantity | None:
    """The number of all there are: by its words (1240个小区中), else the first of two of whom the rate is asked."""
    words, among = case.norms.matching.rate_bases, pattern(case.norms.phrases.among)
    for number in told:
        if says(words, number.before + number.noun) or among.match(number.after):
            return number.quantity
    apart = len(told) == 2 and told[0].statement is not told[1].statement
    return told[0].quantity if apart and case.said.words(told[0].noun) & case.names else None


def _alike(one: Quantity, whole: Quantity) -> bool:
    """Tell whether two numbers count the same things; one may leave its measure word out (办件6.4万，超期2010件)."""
    return one.unit == whole.unit or "" in (one.unit, whole.unit)


def _is_lacking(number: Number, case: Case) -> bool:
    """Tell whether a number is of those with whom what the rate is of is not done."""
    lacking = says(case.norms.matching.lacking, number.before + number.noun)
    return lacking or number.statement.aspect in NOT_YET
