"""Levels: numbers that do not add up over time (优良率, 平均浓度)."""

from __future__ import annotations

from reportgen.facts.phrases import says
from reportgen.norms import Norms
from reportgen.records import Quantity


def is_level(quantity: Quantity, words: str, norms: Norms) -> bool:
    """Tell whether a number is a level that does not add up over time (优良率, 平均浓度)."""
    named = quantity.of + quantity.noun
    if quantity.unit == "%" and "率" in named and not any(word in named for word in norms.matching.accumulating):
        return True
    return says(norms.matching.levels, named or words)
