"""Levels: numbers that do not add up over time (优良率, 平均浓度)."""

from __future__ import annotations

import re

from reportgen.facts.words.phrases import mentions, says
from reportgen.norms import Norms
from reportgen.records import Bound, Quantity

RATE = "率"


def is_rate(name: str) -> bool:
    """Tell whether a percentage goes by the name of a rate (签约率), and so is no share of the works."""
    return name.endswith(RATE)


def is_level(quantity: Quantity, words: str, norms: Norms) -> bool:
    """Tell whether a number is a level that does not add up over time (优良率, 平均浓度, PM2.5≤27)."""
    if quantity.bound is Bound.AT_MOST and (not quantity.unit or "/" in quantity.unit):
        return True
    named = quantity.of + quantity.noun
    if quantity.is_share and RATE in named and not mentions(norms.matching.accumulating, named):
        return True
    return says(norms.matching.levels, named or words)


PER_HEAD = re.compile(r"(?:每[百千万]|(?<![\d一二三四五六七八九十])[百千万](?=(?:常住)?人口))\w{0,10}$")


def per_head(before: str) -> bool:
    """Tell whether a number is a density (每千人口托位数达到4.6个; 千人口托位4.7个), by the words before it."""
    return PER_HEAD.search(before) is not None


EACH = re.compile("每[人户][每月年日次]*|(?:提[高升标]|上调|调整|增加?)[到至为]每[年月日]")


def of_each(quantity: Quantity, before: str) -> bool:
    """Tell whether money is what each gets (每人每月1600元; 提高到每年5200元), by the words before: it adds to none."""
    return quantity.unit.startswith("元") and EACH.search(before) is not None
