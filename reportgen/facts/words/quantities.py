"""Quantities: the numbers in a text that count or measure, with unit, bound, scope and the thing counted."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from reportgen.facts.words.counted import Counted, counted
from reportgen.facts.words.figures import Figure, figures
from reportgen.facts.words.numerals import NUMERALS
from reportgen.facts.words.phrases import any_of
from reportgen.facts.words.scopes import scopes
from reportgen.norms import QuantityNorms
from reportgen.records import Bound, Quantity, Scope
from reportgen.text import Folded

NUMERAL = re.compile(rf"[\d{NUMERALS}]")


def quantities(folded: Folded, words: QuantityNorms) -> tuple[Quantity, ...]:
    """Find the quantities of a text, in order; names, dates, ages, codes and ordinals give none.

    A range gives its lower end as AT_LEAST (its upper end after 不超过); 数十 gives 10 as OVER; 过半 gives 50 % as
    OVER; 三分之二 and 2/3 give 66.67 %. `of` names what a percentage is of: a whole (总工程量), a rate (普查率), or a
    change (增长), which is no share of anything.
    """
    if not NUMERAL.search(folded.text):
        return ()
    found, named = figures(folded, words)
    reach = scopes(folded.text, [(figure.start, figure.unit) for figure in found], words.scopes)
    things = counted(folded.text, [(figure.start, figure.end, figure.unit) for figure in found], named, words)
    return _multiplied(folded, [_quantity(folded, *parts) for parts in zip(found, reach, things, strict=True)], words)


REACH = 12  # letters between a number and what each of them holds


@lru_cache(maxsize=8)
def _each(words: QuantityNorms) -> re.Pattern[str]:
    return re.compile(f"每(?P<unit>{any_of(words.rounds)})(?:{any_of(words.rounds_hold)})*$")


def _multiplied(folded: Folded, told: list[Quantity], words: QuantityNorms) -> tuple[Quantity, ...]:
    """Multiply what each holds by how many there are: 举办2期，每期80人 counts 160."""
    if len(told) < 2:
        return tuple(told)
    found: list[Quantity] = []
    for quantity in told:
        at, last = folded.at(quantity.span), found[-1] if found else None
        near = last is not None and at - folded.at(last.span) <= REACH
        each = _each(words).search(folded.text[max(0, at - REACH) : at]) if near else None
        if last is not None and each is not None and each["unit"] in last.unit + last.noun:
            noun = quantity.noun.removeprefix("每" + each["unit"])
            quantity = replace(quantity, value=quantity.value * last.value, noun=noun)
        found.append(quantity)
    return tuple(found)


def _quantity(folded: Folded, figure: Figure, scope: Scope, thing: Counted) -> Quantity:
    value, bound = figure.value, figure.bound
    if figure.top is not None and bound is Bound.AT_MOST:
        value = figure.top
    elif figure.top is not None:
        bound = Bound.AT_LEAST
    span = folded.span(figure.start, figure.end)
    return Quantity(value, figure.unit, thing.noun, span, bound, scope, thing.of)
