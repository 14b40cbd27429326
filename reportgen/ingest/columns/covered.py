"""Cells that a merged one covers, or may: they hold what stands above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.ingest.columns.headers import Head, indexes
from reportgen.ingest.columns.placings import MERGED_DOWN, Places
from reportgen.ingest.columns.profile import Profile
from reportgen.records import Cell
from reportgen.text import fold

OF_PROJECT = frozenset({"no", "project", "lead_leader"})
GOES_ON = re.compile(r"\s*[（(](?:[续接][上前]?[页表]?|上[页表]续)[)）]\s*$")  # 改善居住条件（续）
DITTO = re.compile(r"\(?同上\)?。?|〃|′′")  # the unit, leader or project that stands above; ″ folds to ′′


def without_mark(rows: Sequence[Sequence[Cell]], heads: Sequence[Head]) -> list[Sequence[Cell]]:
    """Take the mark off what tells of a project that goes on from the page before; nothing left is covered by it."""
    columns = indexes(heads, *OF_PROJECT)
    bare = {
        id(cell): replace(cell, text=GOES_ON.sub("", cell.text))
        for row in rows
        for cell in (row[at] for at in columns if at < len(row))
        if GOES_ON.search(cell.text)
    }
    return [tuple(bare.get(id(cell), cell) for cell in row) for row in rows] if bare else list(rows)


def leader_from_above(places: Places, known: Profile) -> Places:
    """Take an empty cell for a merged one that one leader's projects share; the audit asks."""
    at, placed = known.leader_across, places.cells
    cell = placed[at] if at is not None and at not in places.unclear else None
    if cell is None or at is None or cell.text.strip():
        return places
    return replace(places, cells=(*placed[:at], None, *placed[at + 1 :]))


def filled(placed: Sequence[Cell | None], known: Profile, above: Sequence[Cell]) -> tuple[Cell, ...]:
    """Give covered cells what stands above; an empty group cell is covered, unless the row has its own number.

    So is one of a column that only the first row of a project fills, and an empty measure in a text without merges,
    beside a figure that it counts.
    """
    placed = [None if above and _ditto(index, cell, known) else cell for index, cell in enumerate(placed)]
    numbered = known.numbered and placed[0] is not None and bool(placed[0].text.strip())
    own = numbered and known.numbers_projects and not (above and placed[0] == above[0])
    shared = known.written_once if own else known.written_once.union(known.groups)
    counted = indexes(known.heads, "amount") if known.measures else ()
    measures = known.measures if any((cell := placed[at]) and not cell.blank for at in counted) else ()
    full = []
    for index, cell in enumerate(placed):
        covered = cell is None or (not cell.text.strip() and (index in shared or index in measures))
        full.append(above[index] if covered and above else cell or Cell())
    return tuple(full)


def _ditto(index: int, cell: Cell | None, known: Profile) -> bool:
    """Tell a mark in a column of units, leaders or projects that stands for the one above."""
    named = known.heads[index].name in MERGED_DOWN | {"project"} or index in known.groups
    return named and cell is not None and DITTO.fullmatch(fold(cell.text)) is not None
