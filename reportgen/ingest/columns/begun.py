"""Columns that tell of a project and are written in its first row only, its other rows left empty in place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from reportgen.ingest.columns.headers import Head, distinct, indexes
from reportgen.records import Cell
from reportgen.text import fold

OF_PROJECT = frozenset({"lead_leader", "project"})
FIRST_LEVEL = re.compile(r"\(?(\d{1,3})[.-]\d{1,3}")  # 1.2 is of project 1


def written_once(heads: Sequence[Head], rows: Sequence[Sequence[Cell]], *, begun_once: bool) -> frozenset[int]:
    """Give those columns where all rows keep to it: filled where a project begins, empty in its other rows.

    A project begins where its name stands, where its number does if that is `begun_once`, and in a table without names
    where the number is another project's (2.1 behind 1.2). Who merges these cells has merged the leader's too.
    """
    items = [row for row in rows if len(distinct(row)) > 1]
    if any(len(row) != len(heads) for row in items):
        return frozenset()
    name = indexes(heads, "project")
    number = [0] if heads[0].name == "no" else []
    told = name + (number if begun_once else [])
    if any(row[at] is above[at] and row[at].text.strip() for above, row in itertools.pairwise(items) for at in told):
        return frozenset()
    begins = list(_filled(items, told) if told else _counted(items, number))
    columns = indexes(heads, *OF_PROJECT) if not all(begins) else ()
    return frozenset(at for at in columns if all(_kept(items, begins, at)))


def _filled(items: Sequence[Sequence[Cell]], told: Sequence[int]) -> Iterator[bool]:
    """Tell of each row whether a project begins there by what stands in these columns."""
    return (any(row[at].text.strip() for at in told) for row in items)


def _counted(items: Sequence[Sequence[Cell]], number: Sequence[int]) -> Iterator[bool]:
    """Tell of each row whether a project begins there by the first level of its number."""
    for above, row in itertools.pairwise(((), *items)):
        yield not above or not number or _first_level(row[0]) != _first_level(above[0])


def _first_level(number: Cell) -> str | Cell:
    """Give the project's number within an item's (1 of 1.2); a number of one level is no other's."""
    found = FIRST_LEVEL.match(fold(number.text))
    return found[1] if found else number


def _kept(items: Sequence[Sequence[Cell]], begins: Sequence[bool], at: int) -> Iterator[bool]:
    """Tell of each row whether a column is filled where a project begins, and empty where none does."""
    for row, first in zip(items, begins, strict=True):
        yield not row[at].blank if first else not row[at].text.strip()
