"""Learning what a table's columns hold from those of its rows that are whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from reportgen.ingest.columns import begun, placings
from reportgen.ingest.columns.contents import PARTS
from reportgen.ingest.columns.headers import Head, called, distinct, indexes
from reportgen.ingest.columns.meanings import RESPONSIBLE, UNITS
from reportgen.ingest.columns.profile import AMOUNT, NAMING, NUMBER, Profile, kind, numbering, trimmed
from reportgen.norms import UnitNorms
from reportgen.records import BLANKS, Cell
from reportgen.text import fold

COUNTED = re.compile(r"([A-Za-z-]*)(\d+)")
GROUPS = frozenset({"no", "project", "extra"})
OFTEN = 3  # rows tell that merged cells were left empty, or written again, rather than lost
MOSTLY = 0.9  # of its rows tell that a table was typed with a cell for every column


def learn(
    heads: Sequence[Head],
    rows: Sequence[Sequence[Cell]],
    units: UnitNorms,
    states: Iterable[str],
    *,
    flattened: bool,
    gaps: bool,
) -> Profile:
    """Learn from the rows that are whole what leaders and units stand in this table, where rows must be put back."""
    bare = _by_header(heads, rows, units, gaps=gaps)
    if not flattened:
        return bare
    number = next(iter(indexes(heads[: bare.target], "no")), None)
    items = [row for row in rows if len(distinct(row)) > 1]  # a line that heads others is none
    ends_early = number is not None and _ends_early(heads, items, number)
    unpadded = ends_early and any(not row[-1].text.strip() for row in rows)
    typed = rows if unpadded else map(trimmed, rows)
    whole = [cells for cells in typed if len(cells) == len(heads) and cells[0].text.strip()]
    if items and len(items[0]) == len(heads) and items[0] not in whole and not gaps:
        whole.append(items[0])  # no merge can reach into the first
    told = list(_told(heads, whole, bare))
    learnt = replace(
        bare,
        leaders=frozenset(_values(told, {"lead_leader"})),
        units=bare.units.union(_values(told, UNITS)),
        leads=frozenset(_values(told, {"lead_unit"})),
        covered=frozenset(_covered(heads, rows)),
        measures=frozenset(indexes(heads, "measure")),
        figures=frozenset(_counting(heads, whole)),
        states=frozenset(states),
        homes=_homes(told),
        named=_named(heads, whole),
        numberings=_numberings(heads, whole, bare.groups),
        leader_across=_leader_across(heads, rows, bare.groups),
        ends_early=ends_early and bare.numbered,
        unpadded=unpadded,
    )
    own = number is not None and _has_own_number(heads, items, number)
    if own and _left_empty(learnt, items):
        begun = [row for row in items if all(row[at].text.strip() for at in bare.groups)]
        return replace(learnt, kept=True, covered=frozenset(_filled(heads, begun)))
    return replace(
        learnt,
        whole=_typed_in_full(learnt, rows),
        kept=_kept_in_place(learnt, rows),
        again=own and _written_again(learnt, items),
    )


def _ends_early(heads: Sequence[Head], items: Sequence[Sequence[Cell]], number: int) -> bool:
    """Tell whether rows that lost their number and what is merged with it end early, and no others do.

    Where a category stands in front of the number, those that lost the category have no number in its column.
    """
    whole = [len(row) == len(heads) for row in items]
    numbers = [len(row) > number and NUMBER.fullmatch(fold(row[number].text)) is not None for row in items]
    longer = any(len(row) > len(heads) for row in items)  # empty cells were put at rows' ends, one too many
    return not all(whole) and whole == numbers and not longer


def _by_header(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], units: UnitNorms, *, gaps: bool) -> Profile:
    """Tell what the columns can hold by their names, and whether the numbers are those of projects."""
    target = indexes(heads, "target")[0]
    groups = tuple(head.index for head in heads[:target] if head.name in GROUPS)
    numbered = heads[0].name == "no"
    unnumbered = numbered and any(not NUMBER.fullmatch(fold(row[0].text)) and len(distinct(row)) > 1 for row in rows)
    repeated = numbered and any(row[0] == above[0] for above, row in itertools.pairwise(rows) if row and above)
    known = frozenset(units.known) | units.many
    begun_once = unnumbered or repeated
    once = begun.written_once(heads, rows, begun_once=begun_once)
    return Profile(tuple(heads), groups, begun_once, frozenset(), known, units, gaps=gaps, written_once=once)


def _typed_in_full(learnt: Profile, rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell a table typed with a cell for every column: the numbers run on, and hardly a row looks out of place."""
    items = [row for row in rows if len(distinct(row)) > 1]  # a line that heads others is out of no place
    in_turn = (not learnt.numbered or _goes_on(above[0], row[0]) for above, row in itertools.pairwise(items))
    typed = not learnt.gaps and all(in_turn) and all(len(row) == learnt.width for row in items)
    return typed and sum(map(learnt.in_place, items)) >= MOSTLY * len(items)


def _kept_in_place(learnt: Profile, rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell a table with numbers whose merged cells were left empty: rows without them begin so, others are in full."""
    begun = [any(row[at].text.strip() for at in learnt.groups if at < len(row)) for row in rows]
    covered = [row for row, begins in zip(rows, begun, strict=True) if not begins]
    kept = learnt.numbered and bool(covered) and all(len(row) == learnt.width for row in covered)
    return kept and _typed_in_full(learnt, [row for row, begins in zip(rows, begun, strict=True) if begins])


def _left_empty(learnt: Profile, items: Sequence[Sequence[Cell]]) -> bool:
    """Tell rows with a category left empty where it goes on: one that lost it holds there what stands behind it."""
    return sum(not row[at].text.strip() for row in items for at in learnt.groups) >= OFTEN


def _written_again(learnt: Profile, items: Sequence[Sequence[Cell]]) -> bool:
    """Tell rows in which a category, a leader or a unit is written again that would be merged, and little looks odd."""
    merging = (*learnt.groups, *indexes(learnt.heads, "lead_leader", "lead_unit"))
    pairs = itertools.pairwise(items)
    again = sum(not row[at].blank and row[at].text == above[at].text for above, row in pairs for at in merging)
    fitting = sum(not any(map(learnt.objection, learnt.heads, (cell.text for cell in row))) for row in items)
    return again >= OFTEN and fitting >= MOSTLY * len(items)


def _has_own_number(heads: Sequence[Head], items: Sequence[Sequence[Cell]], number: int) -> bool:
    """Tell whether each row has a number of its own, in turn, and none is short of a cell."""
    if not all(len(row) == len(heads) for row in items):
        return False
    numbers = itertools.pairwise(row[number] for row in items)
    return all(_goes_on(above, own) and above.text != own.text for above, own in numbers)


def _counting(heads: Sequence[Head], whole: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """Give the columns of progress beside a measure that hold bare figures (已完成数), not a report beside them."""
    told = indexes(heads, "progress")
    for at in told if called(heads, "measure") else ():
        texts = {fold(row[at].text) for row in whole} - BLANKS
        if len(told) == 1 or (texts and all(map(AMOUNT.fullmatch, texts))):
            yield at


def _leader_across(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], groups: Sequence[int]) -> int | None:
    """Give the column of leaders where merged cells were left empty in place, and the first row has a leader."""
    items = [row for row in rows if len(distinct(row)) > 1]
    counted = [row for last, row in itertools.pairwise(items) if row[0].text.isdecimal() and _goes_on(last[0], row[0])]
    in_place = any(row and not row[0].text.strip() for row in rows)
    in_place = in_place or any(not row[at].text.strip() for row in counted for at in groups if at < len(row))
    first = items[0] if items else ()
    told = (h.index for h in heads if h.name == "lead_leader" and h.index < len(first) and not first[h.index].blank)
    return next(told, None) if in_place else None


def _numberings(heads: Sequence[Head], whole: Sequence[Sequence[Cell]], groups: Sequence[int]) -> dict[int, int]:
    """Give the columns of groups whose names are all numbered in one way, as those of no other column are, and that."""
    kinds = {at: {numbering(row[at].text) for row in whole} for at in indexes(heads, *NAMING)}
    alone = {at: kind for at in groups if len(whole) > 1 and at in kinds for kind in kinds[at] if len(kinds[at]) == 1}
    return {
        at: kind
        for at, kind in alone.items()
        if kind is not None and not any(kind in others for other, others in kinds.items() if other != at)
    }


def _named(heads: Sequence[Head], whole: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether projects bear names, none of which ends as a sentence."""
    names = [fold(row[head.index].text) for head in called(heads, "project") for row in whole]
    return len(names) > 1 and not any(name.endswith("。") for name in names)


def _covered(heads: Sequence[Head], rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """Give the columns of units that are filled wherever a project begins: elsewhere a merge leaves them empty."""
    begun = [row for row in rows if row and row[0].text.strip()]
    if heads[0].name == "no":
        begun = [row for row in begun if NUMBER.fullmatch(fold(row[0].text))]
    return _filled(heads, begun)


def _filled(heads: Sequence[Head], rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """Give the columns of leader and units that are filled in all of some rows."""
    for head in heads:
        if head.name in RESPONSIBLE and all(len(row) > head.index and row[head.index].text.strip() for row in rows):
            yield head.index


def _goes_on(above: Cell, cell: Cell) -> bool:
    """Tell a number that is the one above or the next: 2 behind 1, 2.1 behind 1.2, A02 behind A01, B01 behind A02."""
    texts = [fold(held.text) for held in (above, cell)]
    last, number = map(COUNTED.fullmatch, texts)
    if not (last and number):
        of_two_levels = all(map(begun.FIRST_LEVEL.match, texts))
        return texts[0] == texts[1] or (of_two_levels and placings.follows(texts[1], texts[0]))
    begins = last[1] != number[1] and int(number[2]) == 1
    return begins or (last[1] == number[1] and int(number[2]) - int(last[2]) in (0, 1))


def _values(told: Iterable[tuple[Head, str]], names: Set[str]) -> Iterator[str]:
    for head, text in told:
        if head.name in names:
            yield from {text, *PARTS.split(text)}


def _homes(told: Iterable[tuple[Head, str]]) -> dict[str, frozenset[str]]:
    """Tell in what kinds of columns each text stands."""
    homes: dict[str, set[str]] = {}
    for head, text in told:
        homes.setdefault(text, set()).add(kind(head))
    return {text: frozenset(kinds) for text, kinds in homes.items()}


def _told(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], bare: Profile) -> Iterator[tuple[Head, str]]:
    """Yield the texts of rows in which no more than one name looks out of place, each with the head over it."""
    for row in rows:
        if sum(bare.objection(head, cell.text) for head, cell in zip(heads, row, strict=True)) <= 1:
            yield from ((head, text) for head in heads if (text := fold(row[head.index].text)) not in BLANKS)
