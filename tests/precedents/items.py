"""Items read from the words of a few cells, each cell with a place of its own."""

from __future__ import annotations

from reportgen.facts.reading import Reading, read
from reportgen.norms import Norms
from reportgen.records import Address, Cell, Item, Period
from tests.facts.readings import AUGUST


def item(**texts: str) -> Item:
    cells = {name: Cell(Address(file="表", row=1, column=at), text) for at, (name, text) in enumerate(texts.items(), 1)}
    return Item(no=1, **cells)


def reading(norms: Norms, period: Period = AUGUST, **texts: str) -> Reading:
    return read(item(**texts), period, norms)
