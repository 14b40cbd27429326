"""Flattened rows put back: which cells of a row were lost to a merge above, which are empty.

Text that was scraped or pasted keeps a row's cells in order but not their places. Every way to place them is tried
against what the columns can hold; a row that fits in no way, or in more than one, is refused.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import InputError
from reportgen.ingest.headers import Head, distinct
from reportgen.norms import UnitNorms
from reportgen.records import BLANKS, Cell
from reportgen.text import fold

NUMBER = re.compile(r"\(?(?:\d{1,4}(?:[.-]\d{1,3})?|[一二三四五六七八九十]{1,3})\)?[.、]?")
SHARE = re.compile(r"[≥≤<>约近超]*\d+(?:\.\d+)?%?.{0,8}")
MEASURE = re.compile(r"[^\d%。,;]{1,8}")
FIGURE = re.compile(r"[\d.,]+[^\d%]{0,4}")
LEADER = re.compile(r"[\u3400-\u9fff·]{1,5}(?:[、,/;][\u3400-\u9fff·]{1,5})*")
PART = re.compile(r"[、,/;]")
AND_OTHERS = re.compile(r"(?:等|\([^()]*\))+$")
LONGEST_UNIT = 25  # characters
UNIT_SURE = ("局", "委", "街道", "办事处", "公司", "集团", "联合会")
GROUPS = frozenset({"no", "project", "extra"})
MERGED_DOWN = frozenset({"lead_leader", "lead_unit", "support_units"})
REQUIRED = frozenset({"target", "amount"})
MARGIN = 3  # objections to the next best placing, where the best meets one


@dataclass(frozen=True, slots=True)
class Places:
    """What stands in each column of a row: its Cell, or None where a merged cell above covers it."""

    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the columns hold in rows that need no repair."""

    heads: tuple[Head, ...]
    groups: tuple[int, ...]  # columns that may be merged over several rows: number, category, project
    numbers_projects: bool  # some rows have no number of their own
    leaders: frozenset[str]
    units: frozenset[str]
    endings: tuple[str, ...]
    gaps: bool = False  # an empty cell may be lost anywhere, not at a row's end only

    @property
    def width(self) -> int:
        return len(self.heads)

    @property
    def numbered(self) -> bool:
        return self.heads[0].name == "no"

    @property
    def target(self) -> int:
        return next(head.index for head in self.heads if head.name == "target")

    @property
    def progress(self) -> int:
        return next(head.index for head in self.heads if head.name == "progress")

    def accepts(self, head: Head, text: str) -> bool:
        """Tell whether a column can hold a text."""
        folded = fold(text)
        if folded in BLANKS:
            return head.name not in ("no", "target")
        names = {other.name for other in self.heads}
        match head.name:
            case "measure":
                return MEASURE.fullmatch(folded) is not None
            case "progress" if "measure" in names:
                return FIGURE.fullmatch(folded) is not None
            case "note" if "rate" in names:
                return not folded.endswith("%")
            case "no":
                return NUMBER.fullmatch(folded) is not None
            case "lead_leader":
                return LEADER.fullmatch(folded) is not None and not self.unit(folded)
            case "lead_unit" | "support_units":
                return self.unit(folded)
            case "amount":
                return FIGURE.fullmatch(folded) is not None
            case "rate":
                return SHARE.fullmatch(folded) is not None
            case "target" | "plan" | "progress" | "project":
                return folded not in self.leaders and folded not in self.units and not self._surely_unit(folded)
        return True

    def unit(self, folded: str) -> bool:
        parts = [AND_OTHERS.sub("", part) for part in PART.split(folded)]
        if folded in self.leaders or "。" in folded or max(map(len, parts)) > LONGEST_UNIT:
            return False
        return any(part in self.units or part.endswith(self.endings) for part in parts)

    def _surely_unit(self, folded: str) -> bool:
        return len(folded) <= LONGEST_UNIT and all(part.endswith(UNIT_SURE) for part in PART.split(folded))


def profile(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], units: UnitNorms, *, gaps: bool) -> Profile:
    """Learn from the rows that are whole what leaders and units stand in this table."""
    target = next(head.index for head in heads if head.name == "target")
    groups = tuple(head.index for head in heads[:target] if head.name in GROUPS)
    numbered = heads[0].name == "no"
    unnumbered = numbered and any(len(distinct(row)) > 1 and not NUMBER.fullmatch(fold(row[0].text)) for row in rows)
    repeated = numbered and any(row[0] == above[0] for above, row in itertools.pairwise(rows) if row and above)
    known = {fold(name) for full, others in units.names.items() for name in (full, *others)} | set(units.collective)
    bare = Profile(
        tuple(heads), groups, unnumbered or repeated, frozenset(), frozenset(known), units.endings, gaps
    )
    whole = [row for row in rows if len(trimmed(row)) == len(heads) and row[0].text.strip()]
    leaders = frozenset(_values(heads, whole, ("lead_leader",), bare))
    held = frozenset(_values(heads, whole, ("lead_unit", "support_units"), bare))
    return replace(bare, leaders=leaders, units=bare.units | held)


def _values(
    heads: Sequence[Head], rows: Sequence[Sequence[Cell]], names: tuple[str, ...], bare: Profile
) -> Iterator[str]:
    for row in rows:
        if not all(bare.accepts(head, cell.text) for head, cell in zip(heads, row, strict=True)):
            continue
        for head in heads:
            text = fold(row[head.index].text)
            if head.name in names and text not in BLANKS:
                yield from {text, *PART.split(text)}


def trimmed(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """Take the padding off a row's end."""
    cells = list(row)
    while cells and not cells[-1].text.strip():
        cells.pop()
    return tuple(cells)


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
