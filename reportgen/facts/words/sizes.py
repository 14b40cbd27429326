"""Sizes: numbers told in another unit than asked for (9350米 of 9公里, 120公顷 of 3000亩, 1380人 of 650对)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.words.statements import Statement
from reportgen.facts.words.topics import names
from reportgen.norms import Norms
from reportgen.records import Quantity

LEAST = Decimal("0.05")  # of what is asked for, below which a size is of something else (宽7米)


def in_units_of(asked: Sequence[Statement], told: Iterable[Statement], norms: Norms) -> Iterator[Statement]:
    """Turn the numbers told into the units of those `asked`, where they are told in others."""
    counted = [quantity for statement in asked for quantity in statement.counted]
    least = {q.unit: min(other.value for other in counted if other.unit == q.unit) for q in counted}
    named = frozenset[str]().union(*(names(statement.text, norms.matching) for statement in asked))
    for statement in told:
        turned = tuple(_turned(quantity, least, named, norms) for quantity in statement.quantities)
        same = all(one is other for one, other in zip(turned, statement.quantities, strict=True))
        yield statement if same else replace(statement, quantities=turned)


def _turned(told: Quantity, least: Mapping[str, Decimal], named: frozenset[str], norms: Norms) -> Quantity:
    """The number turned into a unit that is asked for; unchanged if it has one, or would then be of something else."""
    if told.unit in least or norms.quantities.alike.get(told.unit, frozenset()) & least.keys():
        return told
    own = names(told.noun, norms.matching)
    if told.unit in norms.matching.persons and own and not own & named:
        return told  # 走访3200人 are no pairs
    for unit, value in _in_others(told, norms):
        if unit in least and value >= least[unit] * LEAST:
            return replace(told, value=value, unit=unit)
    return told


def _in_others(told: Quantity, norms: Norms) -> Iterator[tuple[str, Decimal]]:
    """The same amount in other units."""
    for size in norms.quantities.sizes:
        if told.unit == size.of:
            yield size.unit, told.value / size.holds
        if told.unit == size.unit:
            yield size.of, told.value * size.holds
