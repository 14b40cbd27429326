"""Body rows ▶ rows with a cell for every column: merges filled, headings, totals and remarks set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.errors import InputError
from reportgen.ingest.columns import (
    asides,
    covered,
    headers,
    headings,
    joining,
    labelled,
    learning,
    lone,
    overlaps,
    placings,
    profile,
    repair,
    spread,
)
from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.body import Body, Line, Row, Sheet
from reportgen.ingest.columns.headers import Head
from reportgen.ingest.columns.placings import Places
from reportgen.ingest.columns.profile import NUMBER, Profile
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import ColumnNorms, UnitNorms
from reportgen.records import Cell, Unplaced
from reportgen.text import fold

WORDS = re.compile(r"(?=(?:.*?[\u3400-\u9fff]){4}).{9}", re.DOTALL)  # longer than any number
MOST_UNCLEAR = 0.25  # of the rows may hold cells that fit several columns; a table with more has to be mended


def read(sheet: Sheet, body: Body, columns: ColumnNorms, units: UnitNorms) -> None:
    """Add the rows of a sheet to a body; InputError names a row that cannot be put in its columns."""
    rows, left_out = asides.sifted(sheet.grid.rows, sheet.header.body, columns)
    grid, heads = sheet.grid, sheet.layout.heads
    rows, spread_out = spread.kept_once(covered.without_mark(rows, heads), heads)
    filled = [headers.distinct(row) for row in rows]
    body.left_out += [*left_out, *spread_out]
    lost = grid.flattened or bool(grid.short) or any(_shifted(row, heads) for row in rows)
    known = learning.learn(heads, rows, units, columns.states, flattened=lost, gaps=grid.gaps)
    body.divided = headings.divided(filled)
    end = max((at for at, cells in enumerate(filled) if len(cells) > 1), default=len(rows))
    for line in map(Line, rows, filled, (*rows[1:], ()), (at > end for at in range(len(rows)))):
        if not _told_below(line, columns, body):
            _add(line, sheet, known, body)
    if len(body.doubts) > MOST_UNCLEAR * len(body.rows):
        raise InputError(body.doubts[0])


def _told_below(line: Line, columns: ColumnNorms, body: Body) -> bool:
    """Keep a row of one cell that tells of the item above by a label: 存在问题：… over all columns."""
    told = labelled.told_below(line.cells[0], columns) if len(line.cells) == 1 and body.rows else {}
    if told:
        last = body.rows[-1]
        body.rows[-1] = replace(last, below=(*last.below, (line.cells[0], told)))
    return bool(told)


def _add(line: Line, sheet: Sheet, known: Profile, body: Body) -> None:
    """Add a row as the first that it may be: more of the last one, one cell alone, a heading, or an item."""
    if body.rows and body.above and not sheet.grid.flattened and _goes_on(line.row, known, body):
        return
    if lone.reads(line, sheet, known, body) or _sums_or_heads(line, known, body):
        return
    typed = Places(profile.padded(line.row, known.width))
    if len(line.row) <= known.width and _heads_parts(line, typed, known, body):
        return  # empty cells between its own show that they have not shifted
    places = covered.leader_from_above(_placed(line.row, sheet.grid, known, body), known)
    if not _heads_parts(line, places, known, body):
        _read_placed(line, places, sheet, known, body)


def _goes_on(row: Sequence[Cell], known: Profile, body: Body) -> bool:
    """Join a row to the last one where it holds but more of its reports; the audit asks."""
    last = body.rows[-1]
    of_project = all(body.above[at] == last.cells[at] for at in known.groups)
    columns = joining.going_on(row, last.cells, known) if of_project else ()
    if columns:
        body.rows[-1] = replace(last, cells=joining.continued(row, last.cells, columns))
        body.left_out.append(LeftOut("continued", tuple(row[at] for at in columns)))
    return bool(columns)


def _sums_or_heads(line: Line, known: Profile, body: Body) -> bool:
    """Put the rows below under a heading that has sums behind it, or was written out in each column."""
    summed = headings.summed(line.cells, known)
    if summed:
        body.stand_under(summed, LeftOut("total", line.cells))
    elif headings.written_out(line.cells, known):
        body.stand_under(line.cells[0], LeftOut("heading", line.cells))
    else:
        return False
    return True


def _placed(row: Sequence[Cell], grid: Grid, known: Profile, body: Body) -> Places:
    """Put the cells of a row in their columns."""
    short = row[-1].address.row in grid.short or _shifted(row, known.heads)
    first = not body.rows and len(row) == known.width and not known.gaps  # no merge can reach into it
    if (grid.flattened or short) and not first and not _names_only(row, known, body):
        padded = short and not known.unpadded  # else its empty end tells how many cells it has lost
        return repair.place(profile.trimmed(row) if padded else row, known, _place(row, grid), body.above)
    return Places(profile.padded(row, known.width))


def _heads_parts(line: Line, places: Places, known: Profile, body: Body) -> bool:
    """Put the rows below under a heading with a number of its own."""
    whole = bool(line.following) and not places.unclear
    heading = headings.over(places.cells, line.following, known) if whole else None
    if heading is None:
        return False
    number = fold(line.cells[0].text)
    parts_count_anew = number.isdecimal() and fold(line.following[0].text).isdecimal()  # they are no fellows of its 1
    body.stand_under(heading, LeftOut("heading", line.cells), "" if parts_count_anew else number)
    body.led[heading] = headings.leaders(places.cells, known)
    return True


def _read_placed(line: Line, places: Places, sheet: Sheet, known: Profile, body: Body) -> None:
    """Read a row that holds what the rows below share, a further target of the last one, or an item."""
    if headings.fellows(fold(line.row[0].text), body.over):
        body.heading, body.over = None, ""
    filled = covered.filled(places.cells, known, body.above)
    # A merged cell covers these columns, and what it holds is unclear in the row above.
    reaching_down = frozenset(at for at in body.unclear if places.cells[at] is None)
    unclear = places.unclear | reaching_down
    if headings.only(known.groups, places.cells) and line.following and headings.continues(line.following, known):
        body.left_out.append(LeftOut("heading", line.cells))
    elif body.rows and _same_but_target(filled, body.rows[-1].cells, known):
        body.join_target(filled[known.target], known)
    else:
        _check_borders(line.row, sheet)
        names = [known.heads[at].name for at in unclear]
        unplaced = _unplaced(line.cells, places, names, body) if unclear else Unplaced()
        body.rows.append(Row(filled, body.heading, unplaced))
        body.doubts += [places.doubt] if places.doubt else []
    body.above, body.unclear = filled, unclear


def _check_borders(row: Sequence[Cell], sheet: Sheet) -> None:
    """Refuse an item of which a cell stands under a part of one header and a part of another."""
    found = None if sheet.grid.flattened else overlaps.straddling(row, sheet.header.heads)
    if found:
        cell, head = found
        raise InputError(
            f"{_place(row, sheet.grid)}: 「{fold(cell.text)[:12]}」 stands under a part of 「{fold(head.header)}」 and "
            "beyond it; draw its borders in line with those of the header and save the file again."
        )


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
