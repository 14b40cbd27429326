"""Units that may stand for one another."""

from __future__ import annotations

from reportgen.norms import Norms


def same_unit(one: str, other: str, norms: Norms) -> bool:
    """Tell whether two measure words may count the same thing (人, 名; 场, 场次)."""
    return one == other or any(one in family and other in family for family in norms.quantities.unit_families)
