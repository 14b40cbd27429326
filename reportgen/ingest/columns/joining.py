"""Texts of several cells that are read as one: columns with one role, and rows that go on with the one above."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.ingest.columns.headers import called
from reportgen.ingest.columns.profile import Profile
from reportgen.records import Cell

STOPS = ("。", "；", ";", "！", "？", "，")
JOIN = "；"
REPORTS = frozenset({"plan", "progress", "problem", "next_step"})


def joined(cells: Sequence[Cell], by: str = JOIN) -> Cell:
    """Compose one cell of several: the first one's address, the texts as typed, parted by `by` where no stop does.

    A cell that is merged over several columns is told once.
    """
    filled = [cell for cell in dict.fromkeys(cells) if cell.text.strip()]
    if len(filled) < 2:
        return filled[0] if filled else cells[0]
    texts = [cell.text if cell.text.rstrip().endswith(STOPS) else cell.text + by for cell in filled[:-1]]
    return Cell(filled[0].address, "".join((*texts, filled[-1].text)))


def going_on(row: Sequence[Cell], last: Sequence[Cell], known: Profile) -> tuple[int, ...]:
    """List the columns of a row that only goes on with the reports of the one above: nothing else is its own.

    A target is merged over both rows where all but the progress is; else it may be asked of several things.
    """
    own = tuple(at for at, cell in enumerate(row) if cell.text.strip() and cell not in last)
    if row[known.target].text.strip():
        return own if own == (known.progress,) and _merged_beside(row, last, known.progress) else ()
    reports = {head.index for head in called(known.heads, *REPORTS)}
    return own if reports.issuperset(own) else ()


def _merged_beside(row: Sequence[Cell], last: Sequence[Cell], own: int) -> bool:
    """Tell whether all cells but one are merged over two rows, or empty in both; the one is filled in both."""
    pairs = ((a, b) for at, (a, b) in enumerate(zip(row, last, strict=True)) if at != own)
    return bool(last[own].text.strip()) and all(a == b or not (a.text.strip() or b.text.strip()) for a, b in pairs)


def continued(row: Sequence[Cell], last: Sequence[Cell], columns: Sequence[int]) -> tuple[Cell, ...]:
    """Give the cells of the last row with the texts of these columns behind its own; a page may cut a sentence."""
    return tuple(joined([cell, row[at]], "") if at in columns else cell for at, cell in enumerate(last))
