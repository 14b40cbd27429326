"""Sums: does what a number is divided into add up to it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.phrases import says
from reportgen.facts.words.roles import is_base
from reportgen.facts.words.statements import Number, Statement, by_sentence, numbers_in
from reportgen.norms import Norms
from reportgen.records import Bound, Span

# All of the whole is told after these, a part of it after 其中.
DIVIDED = re.compile("分别为?|包括|即")
AMONG = "其中"
OPEN_ENDED = re.compile("等(?!级)|各[1一]|余|多|约")
LEAST = 2


def clash(said: Sequence[Statement]) -> tuple[Span, ...]:
    """The words of a number and of the parts that do not add up to it; nothing where all do."""
    for clauses in by_sentence(said):
        if found := _clash(clauses):
            return found
    return ()


def _clash(sentence: list[Statement]) -> tuple[Span, ...]:
    words = sentence[0].sentence.text
    if AMONG not in words and not DIVIDED.search(words):
        return ()
    told = list(numbers_in(sentence))
    for at, whole in enumerate(told):
        alike = (number for number in told[at + 1 :] if number.unit == whole.unit)
        parts = [part for part in alike if part.quantity.bound is Bound.EXACT]
        if len(parts) < LEAST or whole.is_share:
            continue
        source, start = whole.statement.source, whole.statement.source.at(whole.span)
        between = source.text[start : source.at(parts[0].span)]
        after = source.text[start : whole.sentence.end]
        added = sum(part.value for part in parts)
        divided = DIVIDED.search(between) and not OPEN_ENDED.search(after) and added != whole.value
        if divided or (AMONG in between and _listed_apart(parts) and added > whole.value):
            return tuple(one.piece for one in (whole, *parts))
    return ()


def misreckoned(said: Sequence[Statement], norms: Norms) -> tuple[Span, ...]:
    """The words of a rate and of the numbers it is not of (应签1126户，已签879户，签约率86%)."""
    for clauses in by_sentence(said):
        told = list(numbers_in(clauses))
        for whole, done, rate in zip(told, told[1:], told[2:], strict=False):
            counted = whole.unit == done.unit and not whole.is_share and is_rate(rate.of)
            if not counted or not whole.value >= done.value > 0:
                continue
            owed = says(norms.phrases.owed, whole.before)
            if owed and abs(done.value * 100 / whole.value - rate.value) > norms.thresholds.percent_gap:
                return rate.piece, whole.piece, done.piece
    return ()


def some_owed(said: Sequence[Statement], norms: Norms) -> bool:
    """Tell whether fewer are told to be done than there are to do (应拆房屋11栋，已拆除7栋)."""
    for clauses in by_sentence(said):
        for whole, done in pairwise(numbers_in(clauses)):
            if is_base(done, norms) or done.is_part:
                continue  # 学位共900个，比老校区多620个; 共724个，含立体车库186个
            owed = whole.unit == done.unit and not whole.is_share and says(norms.phrases.owed, whole.before)
            if owed and 0 < done.value < whole.value:
                return True
    return False


def _listed_apart(parts: Sequence[Number]) -> bool:
    """Tell whether the parts stand in one list (甲3个、乙5个), and so do not hold one another."""
    return len({part.statement for part in parts}) == 1
