"""The roles of columns; where empty cells were not written, under the one reading of the header that every row fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.errors import InputError
from reportgen.ingest.columns import contents, hanging, headers, learning, pasted, repair, roles
from reportgen.ingest.columns.contents import Contents
from reportgen.ingest.columns.headers import Head, Header
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import Norms
from reportgen.records import Cell


def settle(grid: Grid, header: Header, norms: Norms, words: Vocabulary, year: int | None) -> tuple[Head, ...]:
    """Settle the roles; InputError where several readings of the header fit, or none does."""
    body = grid.rows[header.body :]
    held = contents.contents(body, words, norms.units, flattened=grid.flattened)
    settled = roles.settle(header.heads, words, held, year)
    if not grid.gaps or _fits(settled, body, norms):
        return settled
    unplaced = Contents(offices=held.offices)
    readings = [roles.settle(heads, words, unplaced, year) for heads in _widened(header.heads)]
    fitting = [heads for heads in readings if _fits(heads, body, norms)]
    if len(fitting) != 1:
        line = grid.rows[header.start][0].address.row
        raise InputError(
            f"{grid.file}, line {line}: empty cells were not written, and the rows fit the header's "
            f"{header.width} columns in {'several ways' if fitting else 'no way'}; {pasted.ASK}."
        )
    return fitting[0]


def _widened(heads: Sequence[Head]) -> Iterator[tuple[Head, ...]]:
    """Let each header cell that may span columns span two, in turn."""
    for at, head in enumerate(heads):
        if head.name in hanging.NEVER_SPANNING | hanging.SELDOM_SPANNING:
            continue
        wide = [*heads[: at + 1], head, *heads[at + 1 :]]
        yield tuple(replace(one, index=index) for index, one in enumerate(wide))


def _fits(heads: Sequence[Head], body: Sequence[Sequence[Cell]], norms: Norms) -> bool:
    names = {head.name for head in heads}
    if not {"target", "progress"} <= names:
        return False
    known = learning.learn(heads, body, norms.units, norms.columns.states, flattened=True, gaps=True)
    try:
        for row in filter(headers.distinct, body):
            repair.place(row, known, "")
    except InputError:
        return False
    return True
