"""How wide a table's columns are: as the theme says, then fitted to what stands in them.

Widths are judged in characters, without fonts, so that the PDF and Word come to the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.render import counting
from reportgen.render.blocks import ems
from reportgen.render.theme_parts import PT_PER_MM, Column, TableStyle, Type
from reportgen.render.tree import Element

# Rows looked at; more would not change the widths.
SAMPLE = 100
# By how many characters a column is widened at the cost of another, first roughly, then finely.
STEPS = (8.0, 4.0, 2.0, 1.0, 0.5, 0.25)
# A header may take so many lines, and no column is narrower than so many characters of its text.
HEADER_LINES, LEAST_CHARS = 2, 3
# A cell's line of so few characters (●已完成, ？待核实, 区教育局) is not parted.
WHOLE_CHARS = 4
# A number gets somewhat more room than it takes, in characters: another face's digits may be wider.
SPARE = 0.25
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
    shares = _floored([looks[column].width for column in free], [least[column] for column in free], room)
    found = _lowered(
        fixed | dict(zip(free, shares, strict=True)), {column: least[column] for column in free}, _Lines(rows, style)
    )
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


def _chars(width: float, letters: Type, style: TableStyle) -> float:
    return round((width - 2 * style.padding[1] - style.rule / PT_PER_MM) * PT_PER_MM / letters.size, 4)


def _least(column: int, heads: Sequence[Head], rows: Sequence[Body], style: TableStyle) -> float:
    """The width below which a header takes too many lines or a number is parted."""
    head = max((-(-ems(row.get(column, "")) // HEADER_LINES) for row in heads), default=0.0)
    unbroken = max(
        (ems(word) + SPARE for row in rows for word in UNBROKEN.findall(row.get(column, ("", 1))[0])), default=0.0
    )
    lines = [ems(line) for row in rows if column in row for line in row[column][0].split("\n")]
    short = max((line for line in lines if line <= WHOLE_CHARS), default=0.0)
    chars = max(min(LEAST_CHARS, max(lines, default=0.0)), short, min(unbroken, 4 * LEAST_CHARS))
    return max(_mm(head, style.head, style), _mm(chars, style.cell, style))


def _one_line(column: int, heads: Sequence[Head], rows: Sequence[Body], style: TableStyle) -> float:
    lines = (line for row in rows if column in row for line in row[column][0].split("\n"))
    head = max((ems(row.get(column, "")) for row in heads), default=0.0)
    return max(_mm(max(map(ems, lines), default=0.0), style.cell, style), _mm(head, style.head, style))


@dataclass(frozen=True, slots=True)
class _Lines:
    """How many lines each row takes by each column, at any width; a cell that spans rows shares its lines out."""

    rows: Sequence[Body]
    style: TableStyle
    known: dict[tuple[int, float], tuple[float, ...]] = field(default_factory=dict)

    def of(self, column: int, width: float) -> tuple[float, ...]:
        key = column, round(width, 2)
        if key not in self.known:
            room = _chars(width, self.style.cell, self.style)
            self.known[key] = tuple(_shared(row.get(column), room) for row in self.rows)
        return self.known[key]

    def all(self, widths: Mapping[int, float]) -> tuple[float, float]:
        """Tell the height of all rows, and how much there is in all columns, which decides between equal heights."""
        by_row = list(zip(*(self.of(column, width) for column, width in widths.items()), strict=True))
        return sum(map(max, by_row)), sum(map(sum, by_row))


def _shared(cell: tuple[str, int] | None, room: float) -> float:
    return counting.lines(cell[0], room) / cell[1] if cell else 0.0


def _lowered(widths: dict[int, float], least: Mapping[int, float], lines: _Lines) -> dict[int, float]:
    """Widen columns at the cost of others while that makes the rows lower; `least` has the columns that may change."""
    em = lines.style.cell.size / PT_PER_MM
    best = lines.all(widths)
    for step in (chars * em for chars in STEPS):
        lower = True
        while lower:
            lower = False
            for widened, givers in _moves(least):
                tried = _given(widths, least, widened, givers, step)
                if (found := lines.all(tried)) < best:
                    widths, best, lower = tried, found, True
    return widths


def _moves(columns: Collection[int]) -> Iterator[tuple[int, list[int]]]:
    """Name who may give width to whom: each other column alone, and all others together."""
    for widened in columns:
        others = [column for column in columns if column != widened]
        yield from ((widened, [column]) for column in others)
        yield widened, others


def _given(
    widths: dict[int, float], least: Mapping[int, float], widened: int, givers: Sequence[int], step: float
) -> dict[int, float]:
    """Move up to a step of width to a column; givers share it by what they can spare."""
    spare = {column: widths[column] - least[column] for column in givers}
    whole = sum(spare.values())
    moved = min(step, whole)
    if moved <= 0:
        return widths
    taken = {column: widths[column] - moved * room / whole for column, room in spare.items()}
    return widths | taken | {widened: widths[widened] + moved}


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
