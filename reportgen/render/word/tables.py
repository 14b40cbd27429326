"""Tables, written row by row: fixed columns, repeated heads, whole rows, labels that stand again on a new page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reportgen.render import blocks, paging, rows
from reportgen.render.counting import even_room
from reportgen.render.flow import Flow
from reportgen.render.theme import TableStyle, Type
from reportgen.render.tree import Element
from reportgen.render.typeset import Setter
from reportgen.render.word.paragraphs import Look, runs
from reportgen.render.word.review import anchors, commented
from reportgen.render.word.styles import ANCHOR, cell_id, cell_inset, table_id
from reportgen.render.word.wordml import TWIPS_PER_PT, paragraph, properties, tag, twips, value

KEPT = "<w:keepNext/>"
RESERVE = 6.0  # pt of a page that tables leave free: for the paragraph that ends a section, and for Word's rounding
SPARE_LINES = 2  # that a table's rows may take more, in other typefaces, above what hangs at the foot of its page
TOLERANCE = 0.25  # em that a line may be wider in Word than it was counted to be


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
class Grid:
    """A table's class and geometry, its columns' widths in twips, and the height in pt from which a row may be cut.

    `paged` tells whether its rows were counted out on pages; `anchors` has the number of the item whose comment
    belongs to a cell, by the identity of the cell's node.
    """

    name: str
    geometry: rows.Grid
    widths: tuple[int, ...]
    tallest: float
    paged: bool
    anchors: Mapping[int, int]


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
        scaled = [replace(part, rows=tuple(map(_in_twips, part.rows))) for part in self.parts]
        paging.count(scaled, self.head * TWIPS_PER_PT, flow, whole=self.together)


def _in_twips(row: rows.Row) -> rows.Row:
    return replace(row, height=row.height * TWIPS_PER_PT)


def lay(node: Element, look: Look, setter: Setter, room: Room) -> Laid:
    """Lay a table out as wide as the type area."""
    geometry = rows.grid(node, look.theme.tables[node.cls], room.width / TWIPS_PER_PT)
    heads = [rows.set_rows(part, geometry, setter) for part in node.elements if part.tag == "thead"]
    groups = [rows.set_rows(part, geometry, setter) for part in node.elements if part.tag == "tbody"]
    head = _height(heads) + geometry.style.rule
    whole = head + _height(groups)
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
            yield f"</w:tbl>{paragraph(ANCHOR, '', '<w:pageBreakBefore/>')}"
            yield from _opened(laid, look)
        begins = part.new_page and number not in early
        last = number == len(laid.parts) - 1
        yield from _rows(part, laid.grid, look, KEPT if laid.together else "", new_page=begins, last=last)
    yield "</w:tbl>"


def _opened(laid: Laid, look: Look) -> Iterator[str]:
    """Begin a table with its heads."""
    yield f"<w:tbl>{_table_properties(laid.grid, laid.room)}"
    yield f"<w:tblGrid>{''.join(tag('gridCol', w=width) for width in laid.grid.widths)}</w:tblGrid>"
    for part in laid.heads:
        yield from _rows(part, laid.grid, look, KEPT, head=True)


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


def _height(groups: Iterable[Sequence[rows.Row]]) -> float:
    return sum(row.height for group in groups for row in group)


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


def _rows(
    part: rows.Part,
    grid: Grid,
    look: Look,
    kept: str,
    *,
    head: bool = False,
    last: bool = False,
    new_page: bool = False,
) -> Iterator[str]:
    """Make rows, `kept` with the next one but for the table's last."""
    reaching: dict[int, tuple[int, int]] = {}  # column ▶ rows still to cover, columns covered
    for number, row in enumerate(part.rows):
        break_before = "<w:pageBreakBefore/>" if number == 0 and new_page else ""
        keep = "" if last and number == len(part.rows) - 1 else kept
        cells = {cell.column: _cell(cell, grid, look, break_before, keep) for cell in row.cells}
        cells |= {column: _covered(column, columns, grid) for column, (_, columns) in reaching.items()}
        rules = _height_rules(row, grid)
        rules += "<w:tblHeader/>" if head else ""
        yield f"<w:tr><w:trPr>{rules}</w:trPr>{''.join(cells[column] for column in sorted(cells))}</w:tr>"
        reaching = {column: (left - 1, columns) for column, (left, columns) in reaching.items() if left > 1}
        reaching |= {cell.column: (cell.rows - 1, cell.columns) for cell in row.cells if cell.rows > 1}


def _height_rules(row: rows.Row, grid: Grid) -> str:
    """Keep a row whole. Told its height, it ends where it was counted to, however a program breaks its lines."""
    if row.height - row.air >= grid.tallest:
        return ""
    counted = tag("trHeight", val=int(row.height * TWIPS_PER_PT), hRule="atLeast") if grid.paged else ""
    return f"<w:cantSplit/>{counted}"


def _cell(cell: rows.Cell, grid: Grid, look: Look, *placing: str) -> str:
    style = look.theme.tables[grid.name]
    head = cell.node.tag == "th"
    column = style.columns.get(grid.geometry.columns[cell.column]) if cell.columns == 1 else None
    letters = style.head if head else style.cell
    text = runs(_in_lines(cell) if head else cell.node, letters.face, look.fonts)
    no = grid.anchors.get(id(cell.node))
    if no is not None and no in look.commented:
        text = commented(text, no)
    width = sum(grid.widths[cell.column : cell.column + cell.columns])
    align = "center" if head else column.align if column else "left"
    name = cell_id(grid.name, align, head=head)
    if style.hang:
        hang = _hanging(cell.node, style, letters)
    else:
        hang = _evened(cell, letters) if align == "center" and not head and not cell.node.elements else ""
    merge = "restart" if cell.rows > 1 else ""
    mark = blocks.ground(cell.node, look.theme)
    colour = look.theme.marks[mark].ground if mark else ""
    return f"{_opening(width, cell.columns, merge, colour, name, *placing, hang)}{text}</w:p></w:tc>"


def _in_lines(cell: rows.Cell) -> Element:
    """Write out where the lines of a head end, so that no program parts its words (牵头区/领导)."""
    if cell.node.elements or len(cell.lines) < 2:
        return cell.node
    first, *others = (line.text for line in cell.lines)
    ends = (part for line in others for part in (Element("br"), line))
    return replace(cell.node, children=(first, *ends))


def _evened(cell: rows.Cell, letters: Type) -> str:
    """Narrow a centred text from both sides, so that no line is left with a single letter."""
    room = round(cell.width / letters.size, 4)
    spare = room - even_room(cell.node.text, room) - TOLERANCE
    inset = int(spare / 2 * twips(letters.size))
    return tag("ind", left=inset, right=inset) if inset > 0 else ""


def _covered(column: int, columns: int, grid: Grid) -> str:
    """Make the rest of a cell that reaches down from a row above."""
    width = sum(grid.widths[column : column + columns])
    return f"{_opening(width, columns, 'continue', '', cell_id(grid.name, 'left'))}</w:p></w:tc>"


@lru_cache(maxsize=1024)
def _opening(width: int, columns: int, merge: str, ground: str, style: str, *placing: str) -> str:
    """Begin a cell and its paragraph; few cells of a table differ in this."""
    cell = properties(
        "tcPr",
        tag("tcW", w=width, type="dxa"),
        value("gridSpan", columns) if columns > 1 else "",
        value("vMerge", merge) if merge else "",
        tag("shd", val="clear", color="auto", fill=ground) if ground else "",
        value("vAlign", "center"),
    )
    return f"<w:tc>{cell}<w:p>{properties('pPr', value('pStyle', style), *placing)}"


def _hanging(node: Element, style: TableStyle, letters: Type) -> str:
    """Let the further lines of a labelled cell begin under the first letter after its label."""
    label = blocks.LABEL.match(node.text)
    if not label or not label[0]:
        return ""
    hang, inset = round(blocks.ems(label[0]) * twips(letters.size)), cell_inset(style)
    return tag("ind", left=inset + hang, right=inset, hanging=hang)
