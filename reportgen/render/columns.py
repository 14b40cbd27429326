"""How wide a table's columns are: as the theme says, then fitted to what stands in them.

Widths are judged in characters, without fonts, so that the PDF and Word come to the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.render.blocks import ems
from reportgen.render.theme import PT_PER_MM, Column, TableStyle, Type
from reportgen.render.tree import Element

# Rows looked at; more would not change the widths.
SAMPLE = 200
ROUNDS = 12
# How strongly the tallest cell of a row counts more than the others: a row is as tall as that one.
SHARPNESS = 4
# A header may take so many lines, and no column is narrower than so many characters of its text.
HEADER_LINES, LEAST_CHARS = 2, 3
UNBROKEN = re.compile(r"[\x21-\x7e]+")
USUAL = Column(width=20.0)

Head = dict[int, str]
Body = dict[int, tuple[str, int]]


def placed(rows: Iterable[Element]) -> Iterator[list[tuple[int, Element]]]:
    """Find each cell's column, past the cells that span down from rows above."""
    busy: dict[int, int] = {}
    for row in rows:
        found: list[tuple[int, Element]] = []
        spanned: dict[int, int] = {}
        column = 0
        for node in row.elements:
            while busy.get(column, 0) > 0:
                column += 1
            found.append((column, node))
            spanned |= dict.fromkeys(range(column, column + node.colspan), node.rowspan)
            column += node.colspan
        busy = {at: left - 1 for at, left in (busy | spanned).items() if left > 1}
        yield found


def names(table: Element, style: TableStyle) -> tuple[str, ...]:
    """Name the class of each column by its lowest header; a table without headers has the theme's, in order."""
    heads = [row for group in table.elements if group.tag == "thead" for row in group.elements]
    rows = heads or [row for group in table.elements for row in group.elements]
    classes: dict[int, str] = {}
    for row in placed(rows):
        for column, node in row:
            classes |= {at: classes.get(at, "") for at in range(column, column + node.colspan)}
            classes[column] = node.cls if node.colspan == 1 else classes[column]
    found = tuple(classes[column] for column in sorted(classes))
    return found if heads or len(found) != len(style.columns) else tuple(style.columns)


def widths(table: Element, style: TableStyle, total: float) -> tuple[float, ...]:
    """Share a width in mm out among the columns.

    Where every cell fits on one line the columns are as wide as they need, and more by the theme's shares. Otherwise
    set columns (not ragged left) are as wide as they need, up to the theme's width, and the rest share what is left so
    that the rows become low.
    """
    looks = [style.columns.get(name, USUAL) for name in names(table, style)]
    heads, rows = _contents(table)
    usual = _scaled([look.width for look in looks], total)
    needs = [_one_line(column, heads, rows, style) for column in range(len(looks))]
    if (spare := total - sum(needs)) >= 0:
        return tuple(need + spare * width / total for need, width in zip(needs, usual, strict=True))
    least = [_least(column, heads, rows, style) for column in range(len(looks))]
    if not heads:
        return usual
    fixed = {
        column: max(least[column], min(look.width, usual[column], _one_line(column, [], rows, style)))
        for column, look in enumerate(looks)
        if look.align != "left"
    }
    free = [column for column in range(len(looks)) if column not in fixed]
    if not free:
        return _scaled([fixed[column] for column in range(len(looks))], total)
    room = total - sum(fixed.values())
    shares = _balanced(free, rows, [looks[column].width for column in free], [least[column] for column in free], room)
    found = fixed | dict(zip(free, shares, strict=True))
    return _scaled([found[column] for column in range(len(looks))], total)


def _contents(table: Element) -> tuple[list[Head], list[Body]]:
    """Collect the header texts, and the cell texts with the rows they span, by column."""
    heads = [
        {column: node.text for column, node in row if node.colspan == 1}
        for group in table.elements
        if group.tag == "thead"
        for row in placed(group.elements)
    ]
    rows = [
        {column: (node.text, node.rowspan) for column, node in row if node.colspan == 1}
        for group in table.elements
        if group.tag == "tbody"
        for row in placed(group.elements)
    ]
    return heads, rows[:: max(1, len(rows) // SAMPLE)]


def _mm(chars: float, letters: Type, style: TableStyle) -> float:
    return chars * letters.size / PT_PER_MM + 2 * style.padding[1] + style.rule / PT_PER_MM


def _least(column: int, heads: Sequence[Head], rows: Sequence[Body], style: TableStyle) -> float:
    """The width below which a header takes too many lines or a number is parted."""
    head = max((-(-ems(row.get(column, "")) // HEADER_LINES) for row in heads), default=0.0)
    unbroken = max((ems(word) for row in rows for word in UNBROKEN.findall(row.get(column, ("", 1))[0])), default=0.0)
    longest = max((ems(row[column][0]) for row in rows if column in row), default=0.0)
    chars = max(min(LEAST_CHARS, longest), min(unbroken, 4 * LEAST_CHARS))
    return max(_mm(head, style.head, style), _mm(chars, style.cell, style))


def _one_line(column: int, heads: Sequence[Head], rows: Sequence[Body], style: TableStyle) -> float:
    lines = (line for row in rows if column in row for line in row[column][0].split("\n"))
    head = max((ems(row.get(column, "")) for row in heads), default=0.0)
    return max(_mm(max(map(ems, lines), default=0.0), style.cell, style), _mm(head, style.head, style))


def _balanced(
    free: Sequence[int],
    rows: Sequence[Body],
    start: Sequence[float],
    least: Sequence[float],
    room: float,
) -> list[float]:
    """Widen the columns that make rows tall at the cost of those that do not."""
    areas = [[_area(row.get(column)) for column in free] for row in rows]
    found = _floored(start, least, room)
    for _ in range(ROUNDS):
        wanted = [0.0] * len(free)
        for row in areas:
            heights = [area / width for area, width in zip(row, found, strict=True)]
            weights = [height**SHARPNESS for height in heights]
            whole = sum(weights)
            if whole:
                tallest = max(heights)
                wanted = [sum_ + tallest * weight / whole for sum_, weight in zip(wanted, weights, strict=True)]
        # What is wanted falls with the fifth power of a width: a smaller step settles, a larger one swings ever wider.
        step = 1 / (SHARPNESS + 1)
        nearer = [old ** (1 - step) * new**step for old, new in zip(found, wanted, strict=True)]
        found = _floored(nearer, least, room)
    return found


def _area(cell: tuple[str, int] | None) -> float:
    return ems(cell[0]) / cell[1] if cell else 0.0


def _floored(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Scale shares to fill the room, none below its least width as far as the room allows."""
    if sum(least) >= room:
        return list(_scaled(least, room))
    low: set[int] = set()
    while True:
        left = room - sum(least[at] for at in low)
        whole = sum(share for at, share in enumerate(shares) if at not in low) or 1.0
        found = [least[at] if at in low else share * left / whole for at, share in enumerate(shares)]
        short = {at for at, width in enumerate(found) if width < least[at] - 1e-9}
        if not short:
            return found
        low |= short


def _scaled(shares: Sequence[float], total: float) -> tuple[float, ...]:
    whole = sum(shares) or 1.0
    return tuple(share * total / whole for share in shares)
