"""Rows at the top of a page's table that go on with the last item of the table before ▶ rows at the end of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.ingest.columns.body import Sheet
from reportgen.ingest.columns.headers import distinct, indexes, lines_above
from reportgen.ingest.columns.joining import REPORTS
from reportgen.records import Cell
from reportgen.text import fold

FURTHER = "续"  # 续表


def moved(found: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Put such rows where they belong: in a document, under the same columns, with no other line between."""
    sheets = list(found[:1])
    for sheet in found[1:]:
        before, at = sheets[-1], sheet.header.body
        rows = sheet.grid.rows
        if at < len(rows) and _page_of(before, sheet) and _goes_on(rows[at], sheet) and _ends_in_item(before):
            sheets[-1] = replace(before, grid=replace(before.grid, rows=(*before.grid.rows, rows[at])))
            sheet = replace(sheet, grid=replace(sheet.grid, rows=(*rows[:at], *rows[at + 1 :])))
        sheets.append(sheet)
    return tuple(sheets)


def _page_of(before: Sheet, sheet: Sheet) -> bool:
    """Tell a table of a document that a page break parts from the one before."""
    alike = [head.name for head in before.layout.heads] == [head.name for head in sheet.layout.heads]
    in_document = not sheet.grid.flattened and sheet.grid.rows[0][0].address.style == "text"
    between = lines_above(sheet.grid, sheet.header.start)
    return alike and in_document and all(FURTHER in fold(line.text) for line in between)


def _goes_on(row: Sequence[Cell], sheet: Sheet) -> bool:
    """Tell a row that holds nothing but more of plan, report or what hinders."""
    reports = indexes(sheet.layout.heads, *REPORTS)
    cells = distinct(row)
    return bool(cells) and set(cells) <= {row[at] for at in reports if at < len(row)}


def _ends_in_item(sheet: Sheet) -> bool:
    """Tell a table whose last row has a target, as sums and remarks have not."""
    row = sheet.grid.rows[-1]
    return any(at < len(row) and row[at].text.strip() for at in indexes(sheet.layout.heads, "target"))
