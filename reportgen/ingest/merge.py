"""The returns of several departments ▶ one list of items, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.errors import InputError
from reportgen.ingest import ordering
from reportgen.ingest.audit.notes import quoted
from reportgen.records import TITLES, AuditNote, Cell, Item, Period, Severity
from reportgen.text import fold

Key = tuple[str, str]
Difference = tuple[str, Cell, Cell]  # the column, and what each return says in it

COMPARED = tuple(name for name in TITLES if name not in ("project", "target"))  # an item is known by these two
DECISIVE = frozenset({"plan", "progress", "rate"})
QUOTED = 30  # characters of each text that a question quotes


def one_period(periods: Mapping[str, Period]) -> Period:
    """Give the period that all files speak of; InputError names two that differ."""
    (first, period), *rest = periods.items()
    for file, other in rest:
        if other.as_of != period.as_of:
            raise InputError(
                f"{first} tells {period.as_of:%Y-%m-%d} and {file} tells {other.as_of:%Y-%m-%d}; "
                "give the returns of one month together."
            )
    return max(periods.values(), key=lambda period: (period.plan_due is not None, period.year is not None))


def merge(files: Sequence[Sequence[Item]]) -> tuple[tuple[Item, ...], tuple[AuditNote, ...]]:
    """Join the items of several files: the same item once, filled from all, and a question where texts differ."""
    held: list[Item] = list(files[0]) if files else []
    disputes: list[tuple[int, Difference]] = []
    for items in files[1:]:
        places = {_key(item): place for place, item in enumerate(held)}
        for item in items:
            place = places.get(_key(item))
            if place is None:
                held.append(item)
                continue
            held[place], differing = _joined(held[place], item)
            disputes += [(place, difference) for difference in differing]
    order = ordering.order(held) if len(files) > 1 else range(len(held))
    numbers = {place: number for number, place in enumerate(order, start=1)}
    items = tuple(replace(held[place], no=numbers[place]) for place in order)
    questions = (_question(numbers[place], *difference) for place, difference in disputes)
    return items, (*(ordering.queries(items) if len(files) > 1 else ()), *questions)


def _key(item: Item) -> Key:
    """Know an item by its project and target; white space and the form of letters do not count."""
    return fold(item.project.text), fold(item.target.text)


def _joined(one: Item, other: Item) -> tuple[Item, list[Difference]]:
    """Fill the blank cells of an item from another return of it; list the cells in which both differ."""
    changes: dict[str, Cell] = {}
    differing = []
    for name in COMPARED:
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine.blank and not theirs.blank:
            changes[name] = theirs
        elif not theirs.blank and fold(mine.text) != fold(theirs.text):
            differing.append((name, mine, theirs))
    return one.holding(changes), differing


def _question(no: int, name: str, mine: Cell, theirs: Cell) -> AuditNote:
    apart = mine.address.file != theirs.address.file  # else two sheets of a workbook
    places = (cell.address.file if apart else cell.address.part for cell in (mine, theirs))
    cells = zip(places, (mine, theirs), strict=True)
    says, other = (f"{place}为“{quoted(cell.text, QUOTED)}”" for place, cell in cells)
    text = f"{TITLES[name]}两份报送不一致：{says}，{other}，暂按前者，请核实。"
    return AuditNote("returns_differ", Severity.QUERY, mine.address, no, text, name in DECISIVE)
