"""Cells merged over columns that tell different things: what they say is read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.headers import Head
from reportgen.records import Cell

TOLD_OF_ITEMS = frozenset({"plan", "progress", "problem", "next_step", "note"})


def kept_once(rows: Sequence[Sequence[Cell]], heads: Sequence[Head]) -> tuple[list[Sequence[Cell]], list[LeftOut]]:
    """Keep what a cell says over several columns in the progress, if that is one of them, else in the first.

    Who writes 尚未启动 over plan and progress reports; it is nothing that was planned.
    """
    told = [head for head in heads if head.name in TOLD_OF_ITEMS and head.path]
    kept: list[Sequence[Cell]] = []
    spread: list[LeftOut] = []
    for row in rows:
        over: dict[int, list[Head]] = {}
        for head in (head for head in told if head.index < len(row) and not row[head.index].blank):
            over.setdefault(id(row[head.index]), []).append(head)
        cells = list(row)
        for of_cell in over.values():
            if len({head.name for head in of_cell}) == 1 or _reaches_beyond(row, of_cell):
                continue
            own, *others = sorted(of_cell, key=lambda head: head.name != "progress")
            spread.append(LeftOut("spread", (row[own.index], *(head.path[-1] for head in (own, *others)))))
            for head in others:
                cells[head.index] = replace(row[head.index], text="")
        kept.append(tuple(cells))
    return kept, spread


def _reaches_beyond(row: Sequence[Cell], over: Sequence[Head]) -> bool:
    """Tell a cell that covers other columns too: a heading, or a remark on the whole row."""
    cell = row[over[0].index]
    return sum(other is cell for other in row) > len(over)
