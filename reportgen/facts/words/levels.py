"""Levels: numbers that do not add up over time (优良率, 平均浓度)."""

from __future__ import annotations

import re

from reportgen.facts.words.phrases import mentions, says
from reportgen.norms import Norms
from reportgen.records import Quantity


def is_level(quantity: Quantity, words: str, norms: Norms) -> bool:
    """Tell whether a number is a level that does not add up over time (优良率, 平均浓度)."""
    named = quantity.of + quantity.noun
    if quantity.unit == "%" and "率" in named and not mentions(norms.matching.accumulating, named):
        return True
    return says(norms.matching.levels, named or words)


EACH = re.compile("每[人户][每月年日次]*")


def of_each(quantity: Quantity, before: str) -> bool:
    """Tell whether money is what each gets (每人每月1600元), by the words before it: it adds up to nothing."""
    return quantity.unit.startswith("元") and EACH.search(before) is not None
