"""Units that may stand for one another."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from reportgen.facts.words.phrases import longest_of
from reportgen.norms import MatchingNorms, Norms
from reportgen.records import Quantity

ANY = "个"  # counts whatever its noun names
KILOMETRE = 1000  # metres
SCHOOLS = "所"
FLOOR = "层"  # counts how high a building is, and no buildings


@lru_cache(maxsize=8)
def length_in(words: MatchingNorms) -> re.Pattern[str]:
    """What tells a length in figures (12公里, 300延米), in `number` and `unit`; an area tells none."""
    units = longest_of((*words.metres, *words.kilometres))
    return re.compile(rf"(?P<number>\d+(?:\.\d+)?)(?P<unit>{units})(?![2²³平方])")


def metres(value: Decimal, unit: str, words: MatchingNorms) -> Decimal | None:
    """Turn a length into metres; None where the unit is of none."""
    if unit in words.kilometres:
        return value * KILOMETRE
    return value if unit in words.metres else None


def same_unit(one: str, other: str, norms: Norms) -> bool:
    """Tell whether two measure words may count the same thing (人, 名; 场, 场次)."""
    return one == other or other in norms.quantities.alike.get(one, ())


def answers_in_unit(told: Quantity, asked: Quantity, norms: Norms) -> bool:
    """Tell whether a number may count what another asks for, as people do places (岗位2900个, 上岗2946人)."""
    whole = asked.unit == SCHOOLS or asked.noun.endswith(norms.matching.capacities)
    if whole and told.noun.endswith(norms.matching.holders):
        return False  # 学位270个, or 幼儿园2所, are not counted by 6个班
    if told.unit.partition("(")[0] == asked.unit:  # 388件(套)
        return True
    if told.unit == ANY and told.noun.endswith((asked.unit, *norms.quantities.alike.get(asked.unit, ()))):
        return True  # 康复站2个 are as many 站
    if asked.noun.endswith(norms.matching.capacities) and told.unit in norms.matching.small_units:
        return False  # 学位1080个 are not counted by 幼儿园3所
    if asked.noun.endswith(norms.matching.filled) and told.unit in norms.matching.persons:
        return True
    # 停车场4处 is not counted by 泊位280个.
    likely = told.value <= asked.value * norms.thresholds.implausible_times
    return likely and same_unit(told.unit, asked.unit, norms)
