"""Left out: what a target only seems to ask for beside what it counts or says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from reportgen.facts.words.phrases import says
from reportgen.norms import Norms
from reportgen.records import Quantity, Requirement


def without_aims(found: list[Requirement], norms: Norms) -> list[Requirement]:
    """Take coverage, or what it is for, beside a count for no step of its own (治理照明盲区，安装路灯1600盏)."""
    words = norms.matching
    counted = any(r.quantity and not r.quantity.is_share for r in found)
    aims = (r for r in found if says(words.coverage, r.words) or r.words.startswith(words.purposes))
    bare = [r for r in aims if counted and r.quantity is None]
    return [replace(r, milestone=None) if r in bare else r for r in found]


def without_division(found: list[Requirement]) -> list[Requirement]:
    """Leave out parts that only divide the number before them (4500个，其中甲校1620个、乙校2880个)."""
    kept, rest = list[Requirement](), found
    while rest:
        kept.append(rest[0])
        rest = rest[1 + _dividing(rest[0].quantity, rest[1:]) :]
    return kept


def _dividing(whole: Quantity | None, after: Sequence[Requirement]) -> int:
    """Count the parts right behind a number that add up to it, 0 where they do not."""
    if whole is None:
        return 0
    values = [r.quantity.value for r in takewhile(lambda r: _is_part(r.quantity, whole), after) if r.quantity]
    return len(values) if sum(values) == whole.value else 0


def _is_part(quantity: Quantity | None, whole: Quantity) -> bool:
    return quantity is not None and quantity.is_part and quantity.unit == whole.unit


def without_implied(found: list[Requirement]) -> list[Requirement]:
    """Where the target itself says how far (年内主体封顶), leave out the end that its verb would imply."""
    said = [r for r in found if r.milestone and not r.implied and not r.quantity]
    implied = [r for r in found if r.milestone and r.implied and not r.quantity]
    return [r for r in found if r not in implied] if said and len(said) + len(implied) == len(found) else found
