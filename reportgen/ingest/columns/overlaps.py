"""Cells that stand under a part of one header cell and a part of another: nobody can tell whose they are."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reportgen.ingest.columns.headers import Head
from reportgen.records import Address, Cell

Run = tuple[int, int]  # the first and the last column of a cell


def straddling(row: Sequence[Cell], heads: Sequence[Head]) -> tuple[Cell, Head] | None:
    """Find a cell that covers some of the columns of a header cell, not all, and others besides."""
    if len(set(map(id, row))) == len(row):
        return None  # as mostly: a merged cell is the very same wherever it reaches
    wide = [(first, last) for first, last in _runs([cell.address for cell in row]) if first < last]
    told = _runs([head.path[-1].address if head.path else None for head in heads]) if wide else []
    for (first, last), (begins, ends) in itertools.product(wide, told):
        if begins < first <= ends < last or first < begins <= last < ends:
            return row[first], heads[begins]
    return None


def _runs(addresses: Sequence[Address | None]) -> list[Run]:
    """List the stretches of columns that one cell covers."""
    grouped = itertools.groupby(enumerate(addresses), key=lambda column: column[1])
    held = ([at for at, _ in columns] for _, columns in grouped)
    return [(columns[0], columns[-1]) for columns in held]
