"""The weights that the traits of judged items were found to have, and what they say of another item."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from reportgen.facts.reading import Reading
from reportgen.facts.words.statements import Statement
from reportgen.precedents.traits import pieces, traits
from reportgen.records import Status

Probabilities = Mapping[Status, float]  # of every status, adding up to 1

WEIGHTS = "weights.tsv"  # written by scripts/learn.py, which tells how
UNIT = 1000  # the weights stand there in thousandths: whole numbers add up to the same in whatever order
BIAS = "#"  # the trait that every item has


def probabilities(reading: Reading) -> Probabilities:
    """Tell how likely each status is by the traits of an item alone (multinomial logistic regression)."""
    sums = _summed((BIAS, *traits(reading)))
    most = max(sums)
    parts = [math.exp((each - most) / UNIT) for each in sums]
    return {status: part / sum(parts) for status, part in zip(Status, parts, strict=True)}


def speaking(reading: Reading, status: Status, other: Status) -> tuple[Statement, ...]:
    """The clauses of a report that speak for one status over another, the one that does so most first."""
    at, over = list(Status).index(status), list(Status).index(other)
    sums = [_summed(pieces("报", statement.text)) for statement in reading.report]
    gains = [(each[at] - each[over], told) for each, told in zip(sums, reading.report, strict=True)]
    return tuple(told for gain, told in sorted(gains, key=lambda pair: -pair[0]) if gain > 0)


def _summed(found: Iterable[str]) -> tuple[int, ...]:
    weights, none = _weights(), (0,) * len(Status)
    return tuple(map(sum, zip(none, *filter(None, map(weights.get, found)), strict=True)))


@cache
def _weights() -> Mapping[str, tuple[int, ...]]:
    """Read the weight that each trait has for each status, in the order of `Status`."""
    text = resources.files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("# "))
    return {trait: tuple(map(int, told)) for trait, *told in rows}
