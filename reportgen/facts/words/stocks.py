"""Stocks: what this year added, told from what stood before it (累计64个，其中2023年底前49个)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

from reportgen.facts.words.phrases import says
from reportgen.facts.words.topics import names
from reportgen.norms import Norms
from reportgen.records import Quantity, Scope
from reportgen.text import CLAUSE_END, Folded, Piece

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")


class Years(Enum):
    """Which years a number is said to be of."""

    THIS = auto()  # 今年新增15家
    EARLIER = auto()  # 2023年底前49个
    SEVERAL = auto()  # 近三年累计41个
    TOTAL = auto()  # 总数达到32个


@dataclass(frozen=True, slots=True)
class _Told:
    quantity: Quantity
    lead: str  # the words before the number, back to the number before it in its sentence
    years: Years | None


def with_stocks(
    source: Folded, cut: Sequence[Piece], numbers: Sequence[Quantity], year: int, norms: Norms
) -> tuple[Quantity, ...]:
    """Tell in the scope of each number whether what stood before this year is in it.

    Where only the part of earlier years is told of a whole, the rest of the whole is this year's.
    """
    if not numbers:
        return ()
    changed: dict[int, Quantity] = {}
    places = [source.at(quantity.span) for quantity in numbers]
    for (begin, end), _ in groupby(cut, key=lambda piece: piece.sentence):
        inside = numbers[bisect_left(places, begin) : bisect_left(places, end)]
        told = list(_told(source, begin, inside, year, norms))
        dated = any(one.years for one in told)  # the usual case: no words say which years
        for unit in {one.quantity.unit for one in told} - {"%"} if dated else ():
            alike = [one for one in told if one.quantity.unit == unit]
            changed |= {one.span.start: one for one in _scoped(alike, norms)}
    return tuple(changed.get(quantity.span.start, quantity) for quantity in numbers)


def _told(source: Folded, begin: int, numbers: Sequence[Quantity], year: int, norms: Norms) -> Iterator[_Told]:
    for quantity in numbers:
        at = source.at(quantity.span)
        if begin <= at:
            lead = source.text[begin:at]
            yield _Told(quantity, lead, _years(lead, year, norms))
            begin = source.past(quantity.span)


def _years(lead: str, year: int, norms: Norms) -> Years | None:
    """Read from the words before a number which years it is of."""
    words = norms.quantities.years
    lead = YEAR.sub(lambda match: "今年" if int(match[1]) == year else "往年" if int(match[1]) < year else "", lead)
    clause = CLAUSE_END.split(lead)[-1]  # 通过今年评定,其中四星3家: this year is of the clause before
    for years, phrases, text in (
        (Years.SEVERAL, words.several, lead),
        (Years.THIS, words.this, clause),
        (Years.EARLIER, words.earlier, lead),
        (Years.TOTAL, words.total, lead),
    ):
        if says(phrases, text):
            return years
    return None


def _scoped(told: Sequence[_Told], norms: Norms) -> Iterator[Quantity]:
    """Give the numbers of one unit in a sentence the scopes that the years they are of give them."""
    own = [one for one in told if one.years is Years.THIS and one.quantity.scope is not Scope.REST]
    earlier = [one for one in told if one.years is Years.EARLIER]
    for one in earlier:
        yield replace(one.quantity, scope=Scope.STOCK)
    for one in told:
        if one.years in (Years.THIS, Years.EARLIER) or one.quantity.scope in (Scope.PART, Scope.REST, Scope.MONTH):
            continue
        among = [part for part in own if _holds(one, part, norms)]
        before = [part for part in earlier if part.quantity.is_part and _holds(one, part, norms)]
        if among:
            yield from (replace(part.quantity, scope=Scope.CUMULATIVE) for part in among)
        if among or one.years is Years.SEVERAL:
            yield replace(one.quantity, scope=Scope.STOCK)
        elif before:
            rest = one.quantity.value - sum(part.quantity.value for part in before)
            yield replace(one.quantity, value=rest, scope=Scope.CUMULATIVE)


def _holds(whole: _Told, part: _Told, norms: Norms) -> bool:
    """Tell whether a number holds another: it is larger, and says that it is all there are or names no other thing."""
    own, other = (names(one.quantity.noun, norms.matching) for one in (whole, part))
    alike = whole.years is Years.TOTAL or not other or not own or bool(own & other)
    return whole.quantity.value > part.quantity.value and alike
