"""Placings: every way in which the cells of a flattened row may stand in the columns, some lost to merges above."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.ingest.columns.headers import indexes
from reportgen.ingest.columns.meanings import RESPONSIBLE
from reportgen.ingest.columns.profile import NUMBER, Profile, padded
from reportgen.records import BLANKS, Cell
from reportgen.text import fold

MERGED_DOWN = RESPONSIBLE
REQUIRED = frozenset({"target", "amount"})
COUNTS = re.compile(r"\(?\d+(?:[.-]\d+)*\)?[.、]?")
DIGITS = re.compile(r"\d+")


class Merged(NamedTuple):
    """The columns that a merged cell may cover: `below` the first row of a project, and `across` its first one too."""

    below: frozenset[str] = MERGED_DOWN
    across: frozenset[str] = frozenset()


LEADERS = frozenset({"lead_leader"})
# Each is tried only where a row fits in no way by the one before.
SELDOM_MERGED = (Merged(), Merged(across=LEADERS), Merged(MERGED_DOWN | {"plan"}, LEADERS))


@dataclass(frozen=True, slots=True)
class Places:
    """What stands in each column of a row: its Cell, or None where a merged cell above covers it.

    `merges` counts the columns beside the number and the project that are covered. In those of `unclear` the likely
    placings of the row put different cells; they are left empty, and `doubt` says why.
    """

    cells: tuple[Cell | None, ...]
    merges: int = 0
    unclear: frozenset[int] = frozenset()
    doubt: str = ""


def readings(cells: Sequence[Cell], known: Profile, in_turn: bool, merged: Merged) -> Iterator[Places]:
    """Give every placing of the cells that the places of numbers and targets and the `merged` columns allow."""
    width, spare = known.width, known.width - len(cells)
    numbered = known.numbered and known.numbers_projects
    if known.gaps:
        losable = [head.index for head in known.heads if head.index not in known.groups and head.name not in REQUIRED]
    else:
        losable = indexes(known.heads, *merged.below)
    for group in _groups(cells, known, in_turn):
        begins = numbered and 0 not in group and not known.gaps
        for count in range(spare - len(group) + 1):
            for lost in itertools.combinations(losable, count):
                if begins and not merged.across.issuperset(known.names_of(lost)):
                    continue
                kept = [index for index in range(width) if index not in {*group, *lost}]
                if lost and lost[-1] > kept[len(cells) - 1]:
                    continue  # behind the last cell lost and empty look the same: take it for empty
                placed: list[Cell | None] = [Cell() if known.gaps and index in lost else None for index in range(width)]
                for index, cell in itertools.zip_longest(kept, cells):
                    # Behind the last cell of a row that goes on, units that each project has are merged, not left out.
                    placed[index] = cell or (None if 0 in group and index in known.covered else Cell())
                if sound(placed, known):
                    yield Places(tuple(placed), len(lost))


def in_place(cells: Sequence[Cell], known: Profile) -> tuple[Cell | None, ...]:
    """Keep a row in place: an empty cell of a group, or of units, is covered by the one above."""
    shared = {*known.groups, *known.covered}
    row = enumerate(padded(cells, known.width))
    return tuple(None if at in shared and not cell.text.strip() else cell for at, cell in row)


def sound(placed: Sequence[Cell | None], known: Profile) -> bool:
    """Hold a placing to what cannot be otherwise: numbers are numbers, a row has a target."""
    for head, cell in zip(known.heads, placed, strict=True):
        if cell is not None and head.name == "no" and known.objection(head, cell.text):
            return False
        if cell is not None and head.name in REQUIRED and cell.text.strip() in BLANKS:
            return False
    return True


def _groups(cells: Sequence[Cell], known: Profile, in_turn: bool) -> Iterator[tuple[int, ...]]:
    """Give the sets of group columns that a row may have lost: outer ones first, a number with its project."""
    if not known.numbered:
        for count in range(len(known.groups) + 1):
            ends_in_number = count and known.heads[known.groups[count - 1]].name == "no"
            if not (ends_in_number and known.names_of(known.groups[count:])[:1] == ("project",)):
                yield known.groups[:count]
        return
    number, *others = known.groups
    numeric = NUMBER.fullmatch(fold(cells[0].text)) is not None
    if numeric:
        for count in range(1 if known.numbers_projects else len(others) + 1):
            yield tuple(others[:count])
    if not numeric or not in_turn:
        for count in range(min(1, len(others)), len(others) + 1):
            yield (number, *others[:count])


def follows(number: str, above: str) -> bool:
    """Tell whether a number is the next one: 3 or 2.1 behind 2, 2.2 or 3.1 behind 2.1; those of letters are trusted."""
    if not (COUNTS.fullmatch(number) and (COUNTS.fullmatch(above) or not above)):
        return True
    told, last = (list(map(int, DIGITS.findall(text))) for text in (number, above or "0"))
    next_ones = [[*last[:at], last[at] + 1] for at in range(len(last))]
    return told in [[*last, 1], *next_ones, *([*one, 1] for one in next_ones)]
