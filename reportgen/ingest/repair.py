"""Flattened rows put back: which cells of a row were lost to a merge above, which are empty.

Text that was scraped or pasted keeps a row's cells in order but not their places. Every way to place them is tried
against what the columns can hold; a row that fits in no way, or in more than one, is refused.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.errors import InputError
from reportgen.ingest.profile import NUMBER, Profile, trimmed
from reportgen.records import BLANKS, Cell
from reportgen.text import fold

MERGED_DOWN = frozenset({"lead_leader", "lead_unit", "support_units"})
REQUIRED = frozenset({"target", "amount"})
MARGIN = 3  # objections to the next best placing, where the best meets one


@dataclass(frozen=True, slots=True)
class Places:
    """What stands in each column of a row: its Cell, or None where a merged cell above covers it."""

    cells: tuple[Cell | None, ...]


def place(row: Sequence[Cell], known: Profile, file: str) -> Places:
    """Put a row's cells back in their columns; InputError where it fits in no way or in several."""
    cells, width = trimmed(row), len(known.heads)
    line = cells[0].address.row if cells else 0
    if len(cells) > width:
        raise InputError(
            f"{file}, line {line}: {len(cells)} cells under a header of {width} columns; "
            "a delimiter inside a cell divides it: mend that line."
        )
    if not row[0].text.strip():
        return Places(_filled(cells, range(width - len(cells)), known))  # covered cells keep their places
    if len(cells) == width and not known.gaps:
        return Places(cells)
    found = _likeliest(cells, known)
    if len(found) == 1:
        return found[0]
    start = fold(cells[0].text)[:12]
    if not found:
        raise InputError(
            f"{file}, line {line}: the row 「{start}…」 does not fit the header's columns however it is shifted; "
            "put its cells under their columns, with a delimiter for every empty one."
        )
    raise InputError(
        f"{file}, line {line}: the row 「{start}…」 has lost its merged cells and fits in {len(found)} ways; "
        "fill its empty cells with / or give the Word, Excel or web file that it was copied from."
    )


def _filled(cells: Sequence[Cell], tail: range, known: Profile) -> tuple[Cell | None, ...]:
    """Keep a row in place: an empty group cell is covered by the one above."""
    placed: list[Cell | None] = [*cells, *(Cell() for _ in tail)]
    for index in known.groups:
        held = placed[index]
        if held is not None and not held.text.strip():
            placed[index] = None
    return tuple(placed)


def _likeliest(cells: Sequence[Cell], known: Profile) -> list[Places]:
    """Give the placings that all columns accept, else one that a single column objects to where others fare worse."""
    found = dict.fromkeys(_readings(cells, known))
    objections = {
        places: sum(
            cell is not None and not known.accepts(head, cell.text)
            for head, cell in zip(known.heads, places.cells, strict=True)
        )
        for places in found
    }
    ranked = sorted(objections, key=objections.__getitem__)
    if ranked and objections[ranked[0]] == 1:
        return ranked[:1] if len(ranked) == 1 or objections[ranked[1]] >= MARGIN else ranked
    return [places for places in ranked if objections[places] == 0]


def _readings(cells: Sequence[Cell], known: Profile) -> Iterator[Places]:
    """Give every placing of the cells that the places of numbers and targets allow."""
    width, spare = known.width, known.width - len(cells)
    if known.gaps:
        losable = [head.index for head in known.heads if head.index not in known.groups and head.name not in REQUIRED]
    else:
        losable = [head.index for head in known.heads if head.name in MERGED_DOWN]
    for group in _groups(cells, known):
        for count in range(spare - len(group) + 1):
            for lost in itertools.combinations(losable, count):
                kept = [index for index in range(width) if index not in {*group, *lost}]
                if lost and lost[-1] > kept[len(cells) - 1]:
                    continue  # behind the last cell lost and empty look the same: take it for empty
                placed: list[Cell | None] = [Cell() if known.gaps and index in lost else None for index in range(width)]
                for index, cell in itertools.zip_longest(kept, cells):
                    placed[index] = cell or Cell()
                if _sound(placed, known):
                    yield Places(tuple(placed))


def _sound(placed: Sequence[Cell | None], known: Profile) -> bool:
    """Hold a placing to what cannot be otherwise: numbers are numbers, a row has a target."""
    for head, cell in zip(known.heads, placed, strict=True):
        if cell is not None and head.name == "no" and not known.accepts(head, cell.text):
            return False
        if cell is not None and head.name in REQUIRED and cell.text.strip() in BLANKS:
            return False
    return True


def _groups(cells: Sequence[Cell], known: Profile) -> Iterator[tuple[int, ...]]:
    """Give the sets of group columns that a row may have lost: outer ones first, a number with its project."""
    columns = list(known.groups)
    kept: list[int] = []
    least = 0
    if known.numbered:
        columns = columns[1:]
        if not NUMBER.fullmatch(fold(cells[0].text)):
            kept, least = [0], min(1, len(columns))
        elif known.numbers_projects:
            columns = []
    for count in range(least, len(columns) + 1):
        yield (*kept, *columns[:count])
