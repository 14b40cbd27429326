"""Join what page edges cut: tables that run over pages, their repeated headers, rows cut in two."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from unicodedata import east_asian_width, numeric

from reportgen.errors import InputError
from reportgen.records import Address

SAMPLE = 3  # rows from which a column's habit can be told
USUAL = 0.9  # the share of rows that fill a column which every item fills
SENTENCE_END = re.compile(r"[。；;！!）)]$")
LATIN = re.compile(r"[A-Za-z]")


@dataclass(slots=True, eq=False)
class Box:
    """A cell as drawn on a page; several positions of `Ruled.rows` may hold the same Box."""

    address: Address
    lines: list[str] = field(default_factory=list)
    room: bool = True  # under its last line there is space for another
    struck: str = ""

    @property
    def text(self) -> str:
        """Join the drawn lines: hanzi without a space, Latin words with one."""
        text = ""
        for line in self.lines:
            text += " " if text and LATIN.match(text[-1]) and LATIN.match(line[:1]) else ""
            text += line
        return text


Row = list[Box]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table as ruled on one page; `open_below` where no line closes its last row."""

    page: int
    rows: list[Row]
    open_below: bool = False


def joined(pages: Sequence[Ruled]) -> list[Row]:
    """Join the pages of one table; InputError names the page where a cut cannot be told from a new row."""
    head = _repeated(pages)
    depth = head or _depth(pages[0].rows)
    bodies = [pages[0], *(replace(page, rows=page.rows[head:]) for page in pages[1:])]
    columns = _columns(pages[0].rows[depth:], [page.rows for page in bodies[1:]])
    rows = list(pages[0].rows)
    for before, page in pairwise(bodies):
        if not page.rows:
            continue
        last, first = rows[-1], page.rows[0]
        if len(rows) <= depth:
            rows += page.rows
            continue
        cut = _is_cut(last, first, columns, before)
        if not cut and _may_go_on(last, first, columns):
            raise _doubt(before)
        swallowed = _continued(last, first, columns, cut)
        rows += [[swallowed.get(id(box), box) for box in row] for row in page.rows[1 if cut else 0 :]]
    return rows


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(box.text for box in row)


def _repeated(pages: Sequence[Ruled]) -> int:
    """Count the rows that every page begins with."""
    first = [_texts(row) for row in pages[0].rows]
    counts = []
    for page in pages[1:]:
        count = 0
        while count < min(len(first), len(page.rows)) and first[count] == _texts(page.rows[count]):
            count += 1
        counts.append(count)
    return min(counts, default=0)


def _depth(rows: list[Row]) -> int:
    """Count the header's rows: a title that fills the width, then all that the first cells reach down to."""
    start = 0
    while start < len(rows) - 1 and len({id(box) for box in rows[start]}) == 1:
        start += 1
    end = start + 1
    while end < len(rows) and {id(box) for box in rows[end]} & {id(box) for box in rows[start]}:
        end += 1
    return end


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns are like in the cells that no page edge touches."""

    merged: frozenset[int]  # some cells reach over several rows
    filled: frozenset[int]  # nearly every cell has text
    short: Mapping[int, int]  # no cell has more than one line: by column, how wide the widest is


def _columns(first: list[Row], others: list[list[Row]]) -> Columns:
    parts = [first, *others]
    every = [row for rows in parts for row in rows]
    width = range(len(every[0]) if every else 0)
    inner = {column: [box for rows in parts for box in _inner(rows, column)] for column in width}
    merged = {column for column in width for rows in parts if any(a[column] is b[column] for a, b in pairwise(rows))}
    filled = {column for column, boxes in inner.items() if sum(bool(box.text) for box in boxes) >= USUAL * len(boxes)}
    short = {
        column: max(_width(box) for box in boxes)
        for column, boxes in inner.items()
        if len(boxes) >= SAMPLE and all(len(row[column].lines) <= 1 for row in every)
    }
    return Columns(frozenset(merged), frozenset(filled), short)


def _width(box: Box) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in box.text)


def _inner(rows: list[Row], column: int) -> list[Box]:
    """Give the column's cells on a page that touch neither its first row nor its last."""
    edges = {id(rows[at][column]) for at in (0, -1)} if rows else set()
    boxes = {id(row[column]): row[column] for row in rows}
    return [box for key, box in boxes.items() if key not in edges]


def _is_cut(last: Row, first: Row, columns: Columns, page: Ruled) -> bool:
    """Tell a row cut by the page edge from a new row.

    A short text stands on one side of a cut only. So in a column that every row fills, short texts on both sides
    mean two rows, and text on one side alone means a cut. Cells that are empty from the left go on with a merged one.
    Where some cell stands on one side alone, a text above that is as wide as the widest short one may be cut too.
    Two rows too are those that a number above and the next one below begin.
    """
    if _counts_on(last[0].text, first[0].text):
        return False
    own = columns.filled - columns.merged
    one = {c for c in own if bool(last[c].text) != bool(first[c].text)}
    short = {c for c in columns.short.keys() & columns.filled if not one or _width(last[c]) < columns.short[c]}
    both = {column for column in short if last[column].text and first[column].text}
    inner = one - set(range(_empty_from_left(first)))
    if len(both) > 1 or (both and not inner):
        return False
    telling = len(inner) > 1 or (inner and (page.open_below or _breaks_off(last, first)))
    if not both and (telling or 2 * len(one) > len(own)):
        return True
    raise _doubt(page)


def _counts_on(above: str, below: str) -> bool:
    """Tell whether a number is the next after one above (3, 4; 三, 四)."""
    numbers = [int(text) if text.isdecimal() else numeric(text, 0) if len(text) == 1 else 0 for text in (above, below)]
    return 0 < numbers[0] == numbers[1] - 1


def _doubt(page: Ruled) -> InputError:
    return InputError(
        f"page {page.page}: whether its last row ends there or goes on overleaf cannot be told; "
        "give the Word or Excel file, or a PDF in which rows do not break across pages."
    )


def _may_go_on(last: Row, first: Row, columns: Columns) -> bool:
    """Tell whether a merged cell's text may be cut: its neighbour goes on overleaf, and it has no room for more."""
    spanning = columns.merged or set(range(_empty_from_left(first) + 1))
    return any(
        column in spanning and not first[column - 1].text and first[column].text and not last[column].room
        for column in range(1, len(first))
    )


def _empty_from_left(row: Row) -> int:
    return next((column for column, box in enumerate(row) if box.text), 0)


def _breaks_off(last: Row, first: Row) -> bool:
    """Tell whether some cell goes on overleaf without having ended its sentence."""
    pairs = zip(last, first, strict=True)
    return any(above.text and below.text and not SENTENCE_END.search(above.text) for above, below in pairs)


def _continued(last: Row, first: Row, columns: Columns, cut: bool) -> dict[int, Box]:
    """Map the boxes at the top of a page to those above that they go on with, and move their text there."""
    swallowed: dict[int, Box] = {}
    from_left = _empty_from_left(first)
    for column, (above, below) in enumerate(zip(last, first, strict=True)):
        merges = column in columns.merged & columns.filled or column < from_left
        spanning = merges and not (above.text and below.text)
        if (cut or spanning) and id(below) not in swallowed and above is not below:
            above.lines += below.lines
            swallowed[id(below)] = above
    return swallowed
