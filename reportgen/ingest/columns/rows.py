"""Body rows ▶ rows with a cell for every column: merges filled, headings, totals and remarks set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportgen.errors import InputError
from reportgen.ingest.columns import asides, headers, headings, joining, learning, overlaps, placings, profile, repair
from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.headers import Head, Header
from reportgen.ingest.columns.layout import Layout
from reportgen.ingest.columns.placings import Places
from reportgen.ingest.columns.profile import NUMBER, Profile
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import ColumnNorms, UnitNorms
from reportgen.records import Cell, Unplaced
from reportgen.text import fold

FIGURE = re.compile(r"[\d。;]")
WORDS = re.compile(r"(?=(?:.*?[\u3400-\u9fff]){4}).{9}", re.DOTALL)  # longer than any number
DITTO = re.compile(r"\(?同上\)?。?|[〃″]")  # the unit, or the leader, that stands above
MOST_UNCLEAR = 0.25  # of the rows may hold cells that fit several columns; a table with more has to be mended


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the body: a cell for every column, and the heading line that it stands under."""

    cells: tuple[Cell, ...]
    heading: Cell | None = None
    unplaced: Unplaced = field(default_factory=Unplaced)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid with its columns settled."""

    grid: Grid
    header: Header
    layout: Layout


@dataclass(slots=True)
class Body:
    """The rows read so far; tables that go on after a page break go on here."""

    rows: list[Row] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    above: tuple[Cell, ...] = ()
    unclear: frozenset[int] = frozenset()  # columns of the last row that are left empty for what may stand there
    doubts: list[str] = field(default_factory=list)  # of rows some of whose cells are put in no column
    heading: Cell | None = None
    over: str = ""  # the number of the heading, where its parts have numbers of their own
    divided: bool = False  # rows that hold but a name head those below them

    @property
    def number(self) -> str:
        """The first cell of the last row: its number, where the table has any."""
        return fold(self.above[0].text) if self.above else ""


def read(sheet: Sheet, body: Body, columns: ColumnNorms, units: UnitNorms) -> None:
    """Add the rows of a sheet to a body; InputError names a row that cannot be put in its columns."""
    rows, left_out = asides.sifted(sheet.grid.rows, sheet.header.body, columns)
    filled = [headers.distinct(row) for row in rows]
    body.left_out += left_out
    grid = sheet.grid
    heads = sheet.layout.heads
    lost = grid.flattened or bool(grid.short) or any(_shifted(row, heads) for row in rows)
    known = learning.learn(heads, rows, units, columns.states, flattened=lost, gaps=grid.gaps)
    body.divided = headings.divided(filled)
    for row, cells, following in zip(rows, filled, (*rows[1:], ()), strict=False):
        _add(row, cells, following, sheet, known, body)
    if len(body.doubts) > MOST_UNCLEAR * len(body.rows):
        raise InputError(body.doubts[0])


def _add(
    row: Sequence[Cell],
    cells: tuple[Cell, ...],
    following: Sequence[Cell],
    sheet: Sheet,
    known: Profile,
    body: Body,
) -> None:
    """Add a row, whose filled cells are `cells`, and which another one or nothing follows."""
    if body.rows and body.above and not sheet.grid.flattened and _goes_on(row, known, body):
        return
    if len(cells) == 1 and known.width > 1:
        _lone(row, cells[0], following, sheet, known, body)
        return
    summed = headings.summed(cells, known)
    if summed or headings.written_out(cells, known):
        body.heading, body.above = summed or cells[0], ()
        body.left_out.append(LeftOut("total" if summed else "heading", cells))
        return
    grid = sheet.grid
    short = row[-1].address.row in grid.short or _shifted(row, known.heads)
    if (grid.flattened or short) and not _names_only(row, known, body):
        given = profile.trimmed(row) if short else row
        places = repair.place(given, known, _place(row, grid), body.above)
    else:
        places = Places((*row, *(Cell() for _ in range(known.width - len(row)))))
    placed = _leader_from_above(places, known)
    if following and headings.over(placed, following, known):
        parts_count_anew = fold(following[0].text).isdecimal()  # 1, 2 below are no fellows of the heading's 1
        body.heading, body.above, body.over = cells[-1], (), "" if parts_count_anew else fold(cells[0].text)
        body.left_out.append(LeftOut("heading", cells))
        return
    if body.over.isdecimal() and placings.follows(fold(row[0].text), body.over) and row[0].text.strip().isdecimal():
        body.heading, body.over = None, ""
    filled = _filled(placed, known, body.above)
    # A merged cell covers these columns, and what it holds is unclear in the row above.
    reaching_down = frozenset(at for at in body.unclear if placed[at] is None)
    if headings.only(known.groups, placed) and following and headings.continues(following, known):
        body.above = filled
        body.left_out.append(LeftOut("heading", cells))
    elif body.rows and _same_but_target(filled, body.rows[-1].cells, known):
        _further(filled[known.target], known, body)
        body.above = filled
    else:
        _check_borders(row, sheet)
        body.above = filled
        unclear = places.unclear | reaching_down
        unplaced = _unplaced(cells, places, [known.heads[at].name for at in unclear], body) if unclear else Unplaced()
        body.rows.append(Row(filled, body.heading, unplaced))
        body.doubts += [places.doubt] if places.doubt else []
    body.unclear = places.unclear | reaching_down


def _goes_on(row: Sequence[Cell], known: Profile, body: Body) -> bool:
    """Join a row to the last one where it holds but more of its reports; the audit asks."""
    last = body.rows[-1]
    of_project = all(body.above[at] == last.cells[at] for at in known.groups)
    columns = joining.going_on(row, last.cells, known) if of_project else ()
    if columns:
        body.rows[-1] = replace(last, cells=joining.continued(row, last.cells, columns))
        body.left_out.append(LeftOut("continued", tuple(row[at] for at in columns)))
    return bool(columns)


def _check_borders(row: Sequence[Cell], sheet: Sheet) -> None:
    """Refuse an item of which a cell stands under a part of one header and a part of another."""
    found = None if sheet.grid.flattened else overlaps.straddling(row, sheet.header.heads)
    if found:
        cell, head = found
        raise InputError(
            f"{_place(row, sheet.grid)}: 「{fold(cell.text)[:12]}」 stands under a part of 「{fold(head.header)}」 and "
            "beyond it; draw its borders in line with those of the header and save the file again."
        )


def _leader_from_above(places: Places, known: Profile) -> tuple[Cell | None, ...]:
    """Take an empty cell for a merged one that one leader's projects share; the audit asks."""
    at, placed = known.leader_across, places.cells
    cell = placed[at] if at is not None and at not in places.unclear else None
    if cell is None or at is None or cell.text.strip():
        return placed
    return (*placed[:at], None, *placed[at + 1 :])


def _unplaced(cells: Sequence[Cell], places: Places, columns: Sequence[str], body: Body) -> Unplaced:
    """Give the cells of a row that stand in no column, and those of the row above that may reach down into it."""
    above = body.rows[-1].unplaced.cells if body.unclear and len(columns) > len(places.unclear) else ()
    own = tuple(cell for cell in cells if not cell.blank and cell not in places.cells)
    return Unplaced((*above, *own), placings.MERGED_DOWN & set(columns), frozenset(columns) - placings.MERGED_DOWN)


def _shifted(row: Sequence[Cell], heads: Sequence[Head]) -> bool:
    """Tell a row that stands too far left by a text in the place of its number, and nothing in its last cell."""
    return heads[0].name == "no" and not row[-1].text.strip() and WORDS.match(fold(row[0].text)) is not None


def _place(row: Sequence[Cell], grid: Grid) -> str:
    """Name a row for the user."""
    if grid.flattened:
        return f"{grid.file}, line {row[0].address.row}"
    return f"{grid.file}{grid.in_part}, row {row[-1].address.row}"


def _filled(placed: Sequence[Cell | None], known: Profile, above: Sequence[Cell]) -> tuple[Cell, ...]:
    """Give covered cells what stands above; an empty group cell is covered, unless the row has its own number.

    So is an empty measure in a text without merges, beside a figure that it counts.
    """
    placed = [None if above and _ditto(index, cell, known) else cell for index, cell in enumerate(placed)]
    numbered = known.numbered and placed[0] is not None and bool(placed[0].text.strip())
    own = numbered and known.numbers_projects and not (above and placed[0] == above[0])
    groups = () if own else known.groups
    counted = (head.index for head in known.heads if head.name == "amount") if known.measures else ()
    measures = known.measures if any((cell := placed[at]) and not cell.blank for at in counted) else ()
    filled = []
    for index, cell in enumerate(placed):
        covered = cell is None or (not cell.text.strip() and (index in groups or index in measures))
        filled.append(above[index] if covered and above else cell or Cell())
    return tuple(filled)


def _ditto(index: int, cell: Cell | None, known: Profile) -> bool:
    """Tell a mark in a column of units or leaders that stands for the one above."""
    named = known.heads[index].name in placings.MERGED_DOWN
    return named and cell is not None and DITTO.fullmatch(fold(cell.text)) is not None


def _lone(row: Sequence[Cell], cell: Cell, following: Sequence[Cell], sheet: Sheet, known: Profile, body: Body) -> None:
    """Read a row of one cell: a heading over the rows below, a further target of the row above, or an unfilled item."""
    text, at = fold(cell.text), row.index(cell)
    moved = sheet.grid.flattened and at == 0  # its column is not known
    spanning = not sheet.grid.flattened and 2 * sum(other == cell for other in row) > len(row)
    of_projects = any(head.name == "project" for head in known.heads)
    if at == known.target:
        over = body.divided or (known.numbered and not body.rows and not FIGURE.search(text))
    else:
        over = not body.rows and (known.numbered or not (moved and of_projects))
    if at in known.groups and not spanning and not moved:
        _named(row, at, following, known, body)
    elif headings.MARK.match(text) or spanning or over:
        body.heading, body.above = cell, ()
        body.left_out.append(LeftOut("heading", (cell,)))
    elif moved and (of_projects or not FIGURE.search(text)):
        raise InputError(
            f"{sheet.grid.file}, line {cell.address.row}: 「{text[:20]}」 stands alone; it may head the rows below, be "
            "a further target of the row above, or an item; number a heading (一、), fill an item's cells with /."
        )
    elif body.rows and not of_projects and (moved or at == known.target):
        _further(cell, known, body)
    else:
        _unfilled(row, known, body)


def _named(row: Sequence[Cell], at: int, following: Sequence[Cell], known: Profile, body: Body) -> None:
    """Read a row that holds but a name: that of the rows below which have none, a heading, or an unfilled item's."""
    cell = row[at]
    goes_on = bool(following) and (headings.continues(following, known) or following[at] is cell)
    if known.numbered or known.heads[at].name != "project" or goes_on:
        body.above = tuple(cell if index == at else Cell() for index in range(known.width))
        body.left_out.append(LeftOut("heading", (cell,)))
    elif (marked := headings.MARK.match(fold(cell.text))) or body.divided:
        body.heading, body.above = cell, ()
        body.left_out.append(LeftOut("heading" if marked else "name", (cell,)))
    else:
        _unfilled(row, known, body)


def _unfilled(row: Sequence[Cell], known: Profile, body: Body) -> None:
    """Add an item of which one cell alone is filled."""
    placed = (*row, *(Cell() for _ in range(known.width - len(row))))
    body.above = _filled(placed, known, body.above)
    body.rows.append(Row(body.above, body.heading))


def _names_only(row: Sequence[Cell], known: Profile, body: Body) -> bool:
    """Tell whether a flattened row is the next number with a name and nothing else."""
    number = fold(row[0].text)
    next_one = NUMBER.fullmatch(number) is not None and placings.follows(number, body.number)
    return known.numbered and next_one and len(profile.trimmed(row)) == len(known.groups)


def _same_but_target(row: Sequence[Cell], above: Sequence[Cell], known: Profile) -> bool:
    """Tell whether a row shares all merged cells with the row above but for its target."""
    told, target = row[known.progress], row[known.target]
    if told != above[known.progress] or not told.text.strip() or target.address == above[known.target].address:
        return False
    pairs = [(a, b) for index, (a, b) in enumerate(zip(row, above, strict=True)) if index != known.target]
    return all(a == b or not (a.text.strip() or b.text.strip()) for a, b in pairs)


def _further(cell: Cell, known: Profile, body: Body) -> None:
    """Join a further target to that of the last row."""
    last = body.rows[-1]
    cells = list(last.cells)
    cells[known.target] = joining.joined([cells[known.target], cell])
    body.rows[-1] = replace(last, cells=tuple(cells))
