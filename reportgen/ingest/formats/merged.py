"""Cells and merges as a format tells them, to a Grid whose positions are all filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from reportgen.errors import InputError
from reportgen.ingest.formats import borders
from reportgen.ingest.formats.grid import Grid, Unread
from reportgen.records import Address, Cell
from reportgen.text import invisible

Place = tuple[int, int]  # row, column, from 1

POSITIONS_LIMIT = 5_000_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of a sheet


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; all four bounds belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Laid:
    """A table as its file lays it out: texts, merges, the rows and columns it hides, the last column of each row.

    `struck` holds what a sheet's cells say besides and is struck out.
    """

    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    unseen: set[int] = field(default_factory=set)
    ends: dict[int, int] = field(default_factory=dict)
    struck: dict[Place, str] = field(default_factory=dict)


def grid(file: str, part: str, laid: Laid, style: Literal["text", "sheet"] = "text") -> Grid:
    """Fill the rectangle that holds all texts; rows and columns that stay empty are left out, and rows struck out.

    Of several empty rows in a row one is kept: it parts what stands above it from what stands below. A sheet has the
    same columns in all rows; in other tables each row has borders of its own, which are laid straight.
    """
    texts = {place: "" if text and all(map(invisible, text)) else text for place, text in laid.texts.items()}
    laid = replace(laid, texts=texts) if style == "sheet" else _straightened(replace(laid, texts=texts))
    rows = sorted({row for (row, _), text in laid.texts.items() if text})
    columns = sorted({column for (_, column), text in laid.texts.items() if text})
    anchors = _anchors(laid.merges, rows, columns, part)
    gone = _struck_out(laid)
    kept = [row for row in _with_gaps(rows, {row for row, _ in anchors}) if row not in gone]
    if len(kept) * len(columns) > POSITIONS_LIMIT:
        raise InputError(
            f"{part or 'the table'} fills {len(kept)} rows by {len(columns)} columns; clear the stray cells."
        )

    def address(row: int, column: int) -> Address:
        return Address(file, part, row, column, style)

    return Grid(
        file,
        part,
        _cells(laid.texts, anchors, kept, columns, address),
        hidden=frozenset(laid.hidden.intersection(kept)),
        unseen=frozenset(columns.index(column) for column in laid.unseen.intersection(columns)),
        short=frozenset(row for row in kept if columns and laid.ends.get(row, columns[-1]) < columns[-1]),
        width=max(laid.ends.values(), default=0),
        unread=tuple(Unread("struck", Cell(address(*place), text)) for place, text in laid.struck.items()),
    )


def _struck_out(laid: Laid) -> set[int]:
    """Give the rows of which no more than a number is left; what is merged down from one is said of those below too."""
    down = {(merge.top, merge.left) for merge in laid.merges if merge.bottom > merge.top}
    left: dict[int, list[str]] = {row: [] for row, _ in laid.struck}
    for place, text in laid.texts.items():
        if text and place[0] in left and place not in down:
            left[place[0]].append(text)
    return {row for row, texts in left.items() if not texts or (len(texts) == 1 and texts[0].strip().isdecimal())}


def _straightened(laid: Laid) -> Laid:
    """Number the columns of all cells anew, those between borders that are one left out."""
    rows: dict[int, set[int]] = {}
    last = max((row for row, _ in laid.texts), default=0)
    for merge in laid.merges:
        for row in range(merge.top, min(merge.bottom, last) + 1):
            rows.setdefault(row, set()).update((merge.left - 1, merge.right))
    for row, column in laid.texts.keys() - {(merge.top, merge.left) for merge in laid.merges}:
        rows.setdefault(row, set()).update((column - 1, column))
    numbers = borders.straight(rows.values())
    if len(numbers) == len(set(numbers.values())):
        return laid
    merges = (merge for merge in laid.merges if merge.top <= last)
    return replace(
        laid,
        texts={(row, numbers[column - 1] + 1): text for (row, column), text in laid.texts.items()},
        merges=[Merge(m.top, numbers[m.left - 1] + 1, m.bottom, numbers[m.right]) for m in merges],
        ends={row: borders.up_to(end, numbers) for row, end in laid.ends.items()},
    )


def _cells(
    texts: Mapping[Place, str],
    anchors: Mapping[Place, Place],
    rows: list[int],
    columns: list[int],
    address: Callable[[int, int], Address],
) -> tuple[tuple[Cell, ...], ...]:
    """Make the cell of every place; a merged one is the very same wherever its merge reaches."""
    merged: dict[Place, Cell] = {}
    filled: list[tuple[Cell, ...]] = []
    for row in rows:
        cells: list[Cell] = []
        for column in columns:
            place = row, column
            anchor = anchors.get(place)
            if anchor is None:
                cells.append(Cell(address(row, column), texts.get(place, "")))
            elif anchor in merged:
                cells.append(merged[anchor])
            else:
                merged[anchor] = Cell(address(*anchor), texts.get(anchor, ""))
                cells.append(merged[anchor])
        filled.append(tuple(cells))
    return tuple(filled)


def _anchors(merges: Iterable[Merge], rows: list[int], columns: list[int], part: str) -> dict[Place, Place]:
    """Map every place that a merge covers, within the rectangle of texts, to the merge's first cell."""
    anchors: dict[Place, Place] = {}
    if not rows:
        return anchors
    for merge in merges:
        bottom, right = min(merge.bottom, rows[-1]), min(merge.right, columns[-1])
        if (bottom - merge.top + 1) * (right - merge.left + 1) + len(anchors) > POSITIONS_LIMIT:
            raise InputError(f"{part or 'the table'} merges more cells than a table has; clear the stray merges.")
        anchor = merge.top, merge.left
        for row in range(merge.top, bottom + 1):
            for column in range(merge.left, right + 1):
                if anchors.setdefault((row, column), anchor) != anchor:
                    raise InputError(
                        f"{part or 'the table'} has merged ranges that overlap at row {row}, column {column}; "
                        "open the file, part those cells and save it again."
                    )
    return anchors


def _with_gaps(rows: list[int], covered: set[int]) -> list[int]:
    """Add the rows between that only merges fill, and one empty row for each gap."""
    kept: list[int] = []
    last = 0
    for row in rows:
        between = range(last + 1, row) if kept else ()
        filled = [number for number in between if number in covered]
        kept += filled or list(between[:1])
        kept.append(row)
        last = row
    return kept
