"""One item of August, read from the words of a few of its cells."""

from __future__ import annotations

from datetime import date

from reportgen.facts.reading import Reading, read
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Period

AUGUST = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


def reading(norms: Norms, target: str, plan: str, progress: str, **cells: str) -> Reading:
    """Read an item of which target, plan, progress and other `cells` by their names are filled."""
    texts = {"target": target, "plan": plan, "progress": progress, **cells}
    return read(Item(no=1, **{name: Cell(text=text) for name, text in texts.items()}), AUGUST, norms)
