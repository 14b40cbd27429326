"""Tables cut where pages end, and their pages filled.

A cell that spans rows does not repeat by itself on the next page. Since the height of every row is known, the groups
(one tbody each) are cut where the page will end and their labels stand again. All lengths are in pt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from reportgen.errors import SettingsError
from reportgen.render.flow import Flow
from reportgen.render.rows import Cell, Grid, Part, Row, height, measured, set_lines
from reportgen.render.typeset import Run, SetLine, Setter

CONTINUED = "（续）"
# A row taller than a page is cut, and its first piece shares a page only where this share of the page is left.
LEAST_PIECE = 0.3
# A table that is not higher than this share of the page stands on one page.
TOGETHER = 0.6
# What rounding in the layout may add to a page's height.
SLACK = 1.0
# A last page less full than the first of these shares is short. Then the page before is filled less and less, in tables
# of not more than so many rows.
SHORT, FULLNESS, EVENED_ROWS = 0.35, (0.9, 0.8, 0.7, 0.6), 200
# Rows that leave a page's foot free, since the next one does not fit, are made so much higher at most, as a share.
STRETCH = 0.25


def paginate(
    groups: Iterable[list[Row]],
    geometry: Grid,
    setter: Setter,
    *,
    used: float,
    page: float,
    head: float,
    rest: float = 0.0,
) -> list[Part]:
    """Cut groups into parts that each stand on one page.

    `used` is what stands on the first page above the table's body, `page` the height of the type area, `head` the
    height of the header rows that every further page begins with, `rest` what is to stand below the table. A last page
    that would be left with little, or with the rest alone, gets rows of the page before.
    """
    whole, listed = page - SLACK, list(groups)
    found = _Paginator(geometry, setter, whole, head, used).run(listed)
    limits: dict[int, float] = {}
    if _last(found, used, head) + rest > whole:
        limits[_pages(found)] = whole - rest
        found = _Paginator(geometry, setter, whole, head, used, limits).run(listed)
    if sum(map(len, listed)) > EVENED_ROWS:
        return found
    full = _pages(found) - 1
    for share in FULLNESS:
        if not _ends_short(found, whole - head, rest):
            break
        emptier = {full: min(share * whole, limits.get(full, whole))}
        tried = _Paginator(geometry, setter, whole, head, used, emptier).run(listed)
        if _pages(tried) > _pages(found):
            break
        found = tried
    return found


def _pages(parts: Iterable[Part]) -> int:
    return sum(part.new_page for part in parts)


def _last(parts: Sequence[Part], used: float, head: float) -> float:
    """Tell how much of its last page a table takes, with what stands above it."""
    begins = max((at for at, part in enumerate(parts) if part.new_page), default=0)
    return (head if begins else used) + sum(height(part.rows) for part in parts[begins:])


def _ends_short(parts: Sequence[Part], page: float, rest: float) -> bool:
    """Tell whether a table of several pages leaves most of the last one free; a single row counts without the rest."""
    begins = max((at for at, part in enumerate(parts) if part.new_page), default=0)
    last = [row for part in parts[begins:] for row in part.rows]
    return begins > 0 and height(last) + (rest if len(last) > 1 else 0.0) < SHORT * page


@dataclass(slots=True)
class _Paginator:
    """Where the page stands while groups are cut, and the parts that are on it.

    `limits` has the pages, from 0, that are not to be filled to their foot.
    """

    geometry: Grid
    setter: Setter
    page: float
    head: float
    used: float
    limits: Mapping[int, float] = field(default_factory=dict)
    turned: int = 0
    done: list[Part] = field(default_factory=list)
    on_page: list[Part] = field(default_factory=list)

    def run(self, groups: Iterable[list[Row]]) -> list[Part]:
        for group in groups:
            self._cut(group)
        return [*self.done, *self.on_page]

    def _cut(self, rows: list[Row]) -> None:
        new_page = False
        while rows:
            fitting = self._fitting(rows)
            if fitting == 0:
                rows, fitting = self._cut_first(rows)
            if fitting == 0:
                self._turn()
                new_page = True
                continue
            part = measured(_clipped(rows[:fitting]), self.geometry)
            self.on_page.append(Part(tuple(part), new_page))
            self.used += height(part)
            rows = measured(self._continued(rows, fitting), self.geometry)
            new_page = bool(rows)
            if rows:
                self._turn()

    def _turn(self) -> None:
        """End the page: share what is free at its foot out among its rows."""
        count = sum(len(part.rows) for part in self.on_page)
        air = min(self.page - self.used, STRETCH * sum(height(part.rows) for part in self.on_page)) / max(1, count)
        self.done += [
            replace(part, rows=tuple(replace(row, height=row.height + air, air=air) for row in part.rows))
            for part in self.on_page
        ]
        self.on_page, self.used, self.turned = [], self.head, self.turned + 1

    def _fitting(self, rows: Sequence[Row]) -> int:
        """Count the rows that the page still holds; one that is higher than the limit may have a page to itself."""
        room = self.limits.get(self.turned, self.page) - self.used
        return self._held(rows, room) or (self._held(rows[:1], self.page - self.used) if not self.on_page else 0)

    def _held(self, rows: Sequence[Row], room: float) -> int:
        """Count the rows that stand in so much room, with the labels that span them."""
        if height(rows) <= room:
            return len(rows)
        count = 0
        total = 0.0
        for row in rows:
            total += row.height
            if total > room:
                break
            count += 1
        while count and height(measured(_clipped(rows[:count]), self.geometry)) > room:
            count -= 1
        return count

    def _cut_first(self, rows: list[Row]) -> tuple[list[Row], int]:
        """Cut a row that is taller than any page; leave one that the next page holds."""
        room, whole = self.page - self.used, self.page - self.head
        alone = measured(_clipped(rows[:1]), self.geometry)[0]
        fresh = self.used <= self.head
        self._check_room(room)
        if not fresh and (alone.height <= whole or room < LEAST_PIECE * whole):
            return rows, 0
        lines = max(1, int((room - self.geometry.height(0, self.geometry.style.cell)) / self.geometry.style.cell.line))
        return measured(_sliced(rows, lines), self.geometry), 1

    def _check_room(self, below: float) -> None:
        """Refuse a table whose header fills a page: its rows would be cut for ever."""
        style = self.geometry.style
        if self.used <= self.head and below < self.geometry.height(1, style.cell):
            raise SettingsError(
                f"theme.toml: the header of the table {style.name} leaves no room for a line on a page; "
                "make its letters or padding smaller, or the margins of the sheet."
            )

    def _continued(self, rows: Sequence[Row], start: int) -> list[Row]:
        """Begin the rest of a group with the cells that span into it, their label marked as continued."""
        if start >= len(rows):
            return []
        spanning = [
            replace(cell, rows=index + cell.rows - start)
            for index, row in enumerate(rows[:start])
            for cell in row.cells
            if index + cell.rows > start
        ]
        labels = (index for index, cell in enumerate(spanning) if cell.node.text and not cell.node.text.isdigit())
        for index in islice(labels, 1):
            spanning[index] = self._relabelled(spanning[index])
        first = sorted((*spanning, *rows[start].cells), key=lambda cell: cell.column)
        return [replace(rows[start], cells=tuple(first)), *rows[start + 1 :]]

    def _relabelled(self, cell: Cell) -> Cell:
        node = cell.node
        if not node.text.endswith(CONTINUED):
            node = replace(node, children=(*node.children, CONTINUED))
        return replace(cell, node=node, lines=set_lines(node, cell.column, cell.width, self.geometry, self.setter))


def count(parts: Sequence[Part], head: float, flow: Flow, *, whole: bool) -> None:
    """Count a table on its pages; `whole` tells that no page ends within it."""
    begins = [at for at, part in enumerate(parts) if part.new_page]
    heights = [row.height for part in parts for row in part.rows]
    if begins:
        flow.end_on(len(begins), head + sum(height(part.rows) for part in parts[begins[-1] :]))
    elif whole or not heights:
        flow.take([head + sum(heights)])
    else:
        flow.take([head + heights[0], *heights[1:]], again=head)
    flow.off_grid = True


def _clipped(rows: Sequence[Row]) -> list[Row]:
    """Let no cell span beyond the last of these rows."""
    return [_kept_above(row, len(rows) - index) for index, row in enumerate(rows)]


def _kept_above(row: Row, end: int) -> Row:
    if all(cell.rows <= end for cell in row.cells):
        return row
    return Row(tuple(replace(cell, rows=min(cell.rows, end)) for cell in row.cells), row.height)


def _sliced(rows: Sequence[Row], count: int) -> list[Row]:
    """Cut the first row after so many lines; cells that span more rows span one more."""
    first, *rest = rows
    upper: list[Cell] = []
    lower: list[Cell] = []
    for cell in first.cells:
        if cell.rows > 1:
            upper.append(replace(cell, rows=cell.rows + 1))
        else:
            upper.append(replace(cell, lines=cell.lines[:count]))
            lower.append(replace(cell, lines=cell.lines[count:] or (SetLine((Run(""),)),)))
    return [replace(first, cells=tuple(upper)), replace(first, cells=tuple(lower)), *rest]
