"""The grid: one table as any format gives it, before anybody has read its headers."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.records import Cell


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of one file.

    `rows` holds the cells in reading order. Where the format tells merges, every position that a merge covers holds
    the very same Cell (same address), and all rows are equally long. Where it does not (`flattened`: pipe text, pasted
    text), rows are as long as they were typed and merges are lost, to be put back by `items`.
    `titles` are the lines of text that stand before the table (in the document or above it), `notes` those after it;
    `hidden` holds the row numbers (as in Address.row) that the file hides, `unseen` the places of hidden columns in
    `rows`, from 0. `gaps` says that empty cells were not
    written at all (text divided by blanks or lines), so that a short row may lack any of them.
    """

    file: str
    part: str
    rows: tuple[tuple[Cell, ...], ...]
    flattened: bool = False
    titles: tuple[Cell, ...] = ()
    notes: tuple[Cell, ...] = ()
    hidden: frozenset[int] = frozenset()
    unseen: frozenset[int] = frozenset()
    gaps: bool = False
