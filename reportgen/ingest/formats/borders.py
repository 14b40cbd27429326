"""The borders of a table's rows ▶ one border where a person sees one.

A border that somebody dragged in a few rows stands a hair beside that of the others, and the file tells a thin column
between the two. No row uses both, so that they are one border: rows are laid under one another with as few borders as
will do. Where a border could be one with either of its neighbours, it is one with that which is clearly nearer; where
none is, or the file tells no widths, it stays by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

Row = frozenset[int]  # the borders that a row uses; border 2 stands behind the second column
CLEARLY = 3  # times as far as the nearer border must the other one be


def straight(rows: Iterable[Collection[int]], places: Sequence[float] = ()) -> dict[int, int]:
    """Number the borders of all rows anew, from 0: those that are one have one number.

    `places` tells where each border stands, in any measure.
    """
    using = _using({frozenset(row) for row in rows})
    first = _counted(using, list(using))
    last = {border: max(first.values()) - number for border, number in _counted(using, [*using][::-1]).items()}
    sure = {border: number for border, number in first.items() if number == last[border]}
    groups = {border: (number, 0) for border, number in sure.items()}  # 0, or the border that stays by itself
    taken: dict[int, set[Row]] = {}
    for border, number in sure.items():
        taken.setdefault(number, set()).update(using[border])
    unsure = [border for border in using if border not in sure]
    for nearer_first, numbers in ((unsure, first), (unsure[::-1], last)):
        closed = set[int]()  # numbers of which a nearer border is none already
        for border in nearer_first:
            number = numbers[border]
            near = number not in closed and _nearest(border, (first[border], last[border]), sure, places) == number
            if near and taken[number].isdisjoint(using[border]):
                groups[border] = number, 0
                taken[number] |= using[border]
            else:
                closed.add(number)
    groups = {border: groups.get(border, (first[border], border)) for border in using}
    order = {group: at for at, group in enumerate(sorted(set(groups.values())))}
    return {border: order[group] for border, group in groups.items()}


def used(cells: Iterable[tuple[int, int]]) -> Row:
    """List the borders of cells, each told by its first and its last column, from 1."""
    return frozenset(border for first, last in cells for border in (first - 1, last))


def up_to(border: int, numbers: Mapping[int, int]) -> int:
    """Give the number of the last border up to this one, which no row need use."""
    return max((number for used_one, number in numbers.items() if used_one <= border), default=0)


def _using(rows: Iterable[Row]) -> dict[int, set[Row]]:
    """List the borders in their order, each with the rows that use it."""
    found: dict[int, set[Row]] = {}
    for row in rows:
        for border in row:
            found.setdefault(border, set()).add(row)
    return dict(sorted(found.items()))


def _counted(using: Mapping[int, set[Row]], borders: Sequence[int]) -> dict[int, int]:
    """Number borders in turn; one that some row uses beside an earlier one of the same number begins the next."""
    numbers: dict[int, int] = {}
    number, taken = 0, set[Row]()
    for border in borders:
        if not taken.isdisjoint(using[border]):
            number, taken = number + 1, set()
        taken |= using[border]
        numbers[border] = number
    return numbers


def _nearest(border: int, among: Iterable[int], sure: Mapping[int, int], places: Sequence[float]) -> int | None:
    """Give the number of the border that stands clearly nearest, or None."""
    if border >= len(places):
        return None
    away = sorted(
        (min(abs(places[border] - places[other]) for other in others), number)
        for number in among
        if (others := [other for other, its in sure.items() if its == number and other < len(places)])
    )
    if any(near * CLEARLY > far for (near, _), (far, _) in pairwise(away)) or len(away) < 2:
        return None
    return away[0][1]
