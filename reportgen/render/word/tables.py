"""Tables, written row by row: fixed columns, repeated heads, whole rows, labels that stand again on a new page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from reportgen.render import paging, rows
from reportgen.render.flow import Flow
from reportgen.render.tree import Element
from reportgen.render.typeset import Setter
from reportgen.render.word import cells
from reportgen.render.word.cells import Grid
from reportgen.render.word.paragraphs import Look
from reportgen.render.word.review import anchors
from reportgen.render.word.styles import ANCHOR, table_id
from reportgen.render.word.wordml import TWIPS_PER_PT, paragraph, properties, tag, twips, value

KEPT = "<w:keepNext/>"
NEW_PAGE = "<w:pageBreakBefore/>"
RESERVE = 6.0  # pt of a page that tables leave free: for the paragraph that ends a section, and for Word's rounding
SPARE_LINES = 2  # that a table's rows may take more, in other typefaces, above what hangs at the foot of its page


@dataclass(frozen=True, slots=True)
class Room:
    """Where a table stands: the type area in twips, what stands above the table on its page, whether it may be cut.

    `foot` is the distance from the paper's left edge of a table that hangs at the foot of its page, `rest` the height
    of what is to stand below the table.
    """

    width: int
    height: int
    used: int = 0
    cut: bool = False
    foot: int | None = None
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Placing:
    """What the rows of a part are told about their place, in XML."""

    row: str = ""  # each row
    first: str = ""  # the paragraphs of the first row
    kept: str = ""  # those of each row but the last
    last: str = ""  # those of the last row


HEAD = Placing(row="<w:tblHeader/>", kept=KEPT, last=KEPT)


@dataclass(frozen=True, slots=True)
class Laid:
    """A table laid out: its rows in parts that stand on one page each, its heads' and its whole height in pt.

    `together` tells that no page ends within it.
    """

    grid: Grid
    room: Room
    heads: tuple[rows.Part, ...]
    parts: tuple[rows.Part, ...]
    head: float
    whole: float
    together: bool

    @property
    def height(self) -> int:
        return twips(self.whole)

    def count(self, flow: Flow) -> None:
        """Count the table on its pages, in twips."""
        scaled = [
            replace(part, rows=tuple(replace(row, height=row.height * TWIPS_PER_PT) for row in part.rows))
            for part in self.parts
        ]
        paging.count(scaled, self.head * TWIPS_PER_PT, flow, whole=self.together)


def lay(node: Element, look: Look, setter: Setter, room: Room) -> Laid:
    """Lay a table out as wide as the type area."""
    geometry = rows.grid(node, look.theme.tables[node.cls], room.width / TWIPS_PER_PT)
    heads, groups = (rows.groups(node, tag, geometry, setter) for tag in ("thead", "tbody"))
    head = rows.height(chain(*heads)) + geometry.style.rule
    whole = head + rows.height(chain(*groups))
    page = room.height / TWIPS_PER_PT - RESERVE
    most = int((page - head - paging.SLACK - geometry.height(0, geometry.style.cell)) / geometry.style.cell.line)
    places = anchors(node.cls, geometry.columns, groups) if look.commented else {}
    grid = Grid(
        node.cls, geometry, _whole(geometry.widths), geometry.height(most, geometry.style.cell), room.cut, places
    )
    if room.cut:
        groups = [[_within(row, most, grid.tallest) for row in group] for group in groups]
        used = room.used / TWIPS_PER_PT + head
        rest = room.rest / TWIPS_PER_PT + (SPARE_LINES * geometry.style.cell.line if room.rest else 0.0)
        parts = paging.paginate(groups, geometry, setter, used=used, page=page, head=head, rest=rest)
    else:
        parts = [rows.Part(tuple(group)) for group in groups]
    top = tuple(rows.Part(tuple(group)) for group in heads)
    together = whole <= paging.TOGETHER * page and not any(part.new_page for part in parts)
    return Laid(grid, room, top, tuple(parts), head, whole, together)


def table(laid: Laid, look: Look) -> Iterator[str]:
    """Make the XML of a table, row by row."""
    early = _early(laid)
    yield from _opened(laid, look)
    for number, part in enumerate(laid.parts):
        if number in early:
            yield f"</w:tbl>{paragraph(ANCHOR, '', NEW_PAGE)}"
            yield from _opened(laid, look)
        begins = NEW_PAGE if part.new_page and number not in early else ""
        kept = KEPT if laid.together else ""
        last = "" if number == len(laid.parts) - 1 else kept
        yield from _rows(part, laid.grid, look, Placing(first=begins, kept=kept, last=last))
    yield "</w:tbl>"


def _opened(laid: Laid, look: Look) -> Iterator[str]:
    """Begin a table with its heads."""
    yield f"<w:tbl>{_table_properties(laid.grid, laid.room)}"
    yield f"<w:tblGrid>{''.join(tag('gridCol', w=width) for width in laid.grid.widths)}</w:tblGrid>"
    for part in laid.heads:
        yield from _rows(part, laid.grid, look, HEAD)


def _early(laid: Laid) -> set[int]:
    """Find the parts that leave a page early, so that they stand with what hangs at the foot of the next.

    LibreOffice ends no page between rows that it has room for, and moves the whole table from what hangs in its way,
    but for its title: such a part is a table of its own.
    """
    found: set[int] = set()
    if not laid.room.rest:
        return found
    page = laid.room.height / TWIPS_PER_PT
    used = laid.room.used / TWIPS_PER_PT + laid.head
    for number, part in enumerate(laid.parts):
        if part.new_page:
            if used + part.rows[0].height <= page:
                found.add(number)
            used = laid.head
        used += rows.height(part.rows)
    return found


def _within(row: rows.Row, most: int, tallest: float) -> rows.Row:
    """Count a row that no page holds as a page full: Word cuts it by itself, and the text comes from the node."""
    if row.height <= tallest:
        return row
    return rows.Row(tuple(replace(cell, lines=cell.lines[:most]) for cell in row.cells), tallest)


def _whole(widths: Sequence[float]) -> tuple[int, ...]:
    """Round widths in pt to twips so that their sum is kept."""
    edges = [round(sum(widths[:count]) * TWIPS_PER_PT) for count in range(len(widths) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _table_properties(grid: Grid, room: Room) -> str:
    return properties(
        "tblPr",
        value("tblStyle", table_id(grid.name)),
        *(() if room.foot is None else _at_foot(room.foot)),
        tag("tblW", w=sum(grid.widths), type="dxa"),
        value("jc", "center"),
        tag("tblLayout", type="fixed"),
        tag("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )


def _at_foot(left: int) -> tuple[str, str]:
    """Hang a table at the foot of its page. LibreOffice does so only if it is placed from the paper's edge."""
    apart = {"leftFromText": 0, "rightFromText": 0}
    place = tag("tblpPr", **apart, vertAnchor="margin", horzAnchor="page", tblpX=left, tblpYSpec="bottom")
    return place, value("tblOverlap", "never")


def _rows(part: rows.Part, grid: Grid, look: Look, placing: Placing) -> Iterator[str]:
    """Make the rows of a part."""
    reaching: dict[int, tuple[int, int]] = {}  # column ▶ rows still to cover, columns covered
    for number, row in enumerate(part.rows):
        begins = placing.first if number == 0 else ""
        keep = placing.last if number == len(part.rows) - 1 else placing.kept
        made = {cell.column: cells.written(cell, grid, look, begins, keep) for cell in row.cells}
        made |= {column: cells.covered(column, columns, grid) for column, (_, columns) in reaching.items()}
        rules = f"{_height_rules(row, grid)}{placing.row}"
        yield f"<w:tr><w:trPr>{rules}</w:trPr>{''.join(made[column] for column in sorted(made))}</w:tr>"
        reaching = {column: (left - 1, columns) for column, (left, columns) in reaching.items() if left > 1}
        reaching |= {cell.column: (cell.rows - 1, cell.columns) for cell in row.cells if cell.rows > 1}


def _height_rules(row: rows.Row, grid: Grid) -> str:
    """Keep a row whole. Told its height, it ends where it was counted to, however a program breaks its lines."""
    if row.height - row.air >= grid.tallest:
        return ""
    counted = tag("trHeight", val=int(row.height * TWIPS_PER_PT), hRule="atLeast") if grid.paged else ""
    return f"<w:cantSplit/>{counted}"
