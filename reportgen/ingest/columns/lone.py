"""Rows of one cell: a heading over the rows below, a further target of the row above, or an unfilled item.

A report above all items is none of these: it was cut off by the page before, and is told.
"""

from __future__ import annotations

import re

from reportgen.errors import InputError
from reportgen.ingest.columns import covered, headings
from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.body import Body, Line, Row, Sheet
from reportgen.ingest.columns.joining import REPORTS
from reportgen.ingest.columns.profile import NUMBER, Profile, padded
from reportgen.records import Cell
from reportgen.text import fold

FIGURE = re.compile(r"[\d。;]")
TELLING = REPORTS | {"rate", "status", "note"}


def reads(line: Line, sheet: Sheet, known: Profile, body: Body) -> bool:
    """Read a row if one cell alone of several is filled."""
    if len(line.cells) != 1 or known.width == 1:
        return False
    cell = line.cells[0]
    text, at = fold(cell.text), line.row.index(cell)
    moved = sheet.grid.flattened and at == 0  # its column is not known
    spanning = not sheet.grid.flattened and 2 * sum(other == cell for other in line.row) > len(line.row)
    of_projects = known.has("project")
    no_number = known.numbered and at == 0 and not moved and not NUMBER.fullmatch(text)
    if not (body.rows or moved or spanning) and known.heads[at].name in TELLING and not headings.MARK.match(text):
        body.left_out.append(LeftOut("stray", line.cells))
    elif at in known.groups and not (spanning or moved or no_number):
        _name(line, at, known, body)
    elif headings.MARK.match(text) or spanning or no_number or _over(text, at, moved and of_projects, known, body):
        body.stand_under(cell, LeftOut("heading", line.cells))
    elif moved and (of_projects or not FIGURE.search(text)):
        raise InputError(
            f"{sheet.grid.file}, line {cell.address.row}: 「{text[:20]}」 stands alone; it may head the rows below, be "
            "a further target of the row above, or an item; number a heading (一、), fill an item's cells with /."
        )
    elif body.rows and not of_projects and (moved or at == known.target):
        _further(line, sheet, known, body)
    else:
        _unfilled(line, known, body)
    return True


def _further(line: Line, sheet: Sheet, known: Profile, body: Body) -> None:
    """Read a further target of the last item; behind the last item of all it may be a note, and the audit asks.

    It is one where numbers tell the items, no merged cell is lost, and no item above has a further target.
    """
    note = line.behind_all and known.numbered and not (sheet.grid.flattened or body.adds_targets)
    if not note:
        body.join_target(line.cells[0], known)
    if line.behind_all:
        body.left_out.append(LeftOut("note" if note else "target", line.cells))
    else:
        body.adds_targets = True


def _over(text: str, at: int, may_be_project: bool, known: Profile, body: Body) -> bool:
    """Tell a heading by its place: before all items, or where such rows divide the table."""
    if at == known.target:
        return body.divided or (known.numbered and not body.rows and not FIGURE.search(text))
    return not body.rows and (known.numbered or not may_be_project)


def _name(line: Line, at: int, known: Profile, body: Body) -> None:
    """Read a row that holds but a name: that of the rows below which have none, a heading, or an unfilled item's."""
    cell, following = line.row[at], line.following
    goes_on = bool(following) and (headings.continues(following, known) or following[at] is cell)
    if known.numbered or known.heads[at].name != "project" or goes_on:
        body.above = tuple(cell if index == at else Cell() for index in range(known.width))
        body.left_out.append(LeftOut("heading", (cell,)))
    elif (marked := headings.MARK.match(fold(cell.text))) or body.divided:
        body.stand_under(cell, LeftOut("heading" if marked else "name", (cell,)))
    else:
        _unfilled(line, known, body)


def _unfilled(line: Line, known: Profile, body: Body) -> None:
    """Add an item of which one cell alone is filled."""
    body.above = covered.filled(padded(line.row, known.width), known, body.above)
    body.rows.append(Row(body.above, body.heading))
