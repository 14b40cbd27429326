"""Open documents (.ods, .fods) to Grids: every cell as the sheet shows it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from reportgen.errors import InputError
from reportgen.ingest.formats import guard
from reportgen.ingest.formats.grid import Grid
from reportgen.ingest.formats.merged import LAST_COLUMN, LAST_ROW, Laid, Merge, Place, grid
from reportgen.ingest.formats.ooxml import Element, attribute, local
from reportgen.ingest.formats.struck import Run, parted
from reportgen.ingest.formats.workbook import grids

BEYOND = "the sheet repeats a filled cell beyond its last row or column; clear what fills the sheet and save it again."
GROUPS = frozenset({"table-header-rows", "table-rows", "table-row-group", "table-header-columns", "table-columns"})
UNSHOWN = frozenset({"annotation", "tracked-changes", "change", "shapes"})
Strikes = Mapping[str, bool]


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the sheets that hold anything."""
    content = _packed(data) if data.startswith(b"PK") else guard.xml(guard.undeclared(data))
    unseen = {
        attribute(style, "name")
        for style in content.iterfind("{*}automatic-styles/{*}style")
        if any(attribute(properties, "display") == "false" for properties in style.iterfind("{*}table-properties"))
    }
    tables = content.iterfind("{*}body/{*}spreadsheet/{*}table")
    sheets = ((table, attribute(table, "style-name") not in unseen) for table in tables)
    strikes = _strikes(content)
    with guard.mended_only():
        return grids(sheets, lambda table: _grid(table, file, strikes))


def _strikes(content: Element) -> Strikes:
    """Tell of the styles of cells and runs that say so whether they strike out."""
    return {
        attribute(style, "name"): line != "none"
        for style in content.iterfind("{*}automatic-styles/{*}style")
        for properties in style.iterfind("{*}text-properties")
        for name in ("text-line-through-style", "text-line-through-type")
        if (line := attribute(properties, name))
    }


def _packed(data: bytes) -> Element:
    with guard.archive(data) as archive:
        if b"encryption-data" in guard.part(archive, "META-INF/manifest.xml"):
            raise InputError(guard.PASSWORD)
        return guard.xml(guard.part(archive, "content.xml"))


def _grid(table: Element, file: str, strikes: Strikes) -> Grid:
    sheet = Laid(unseen=set(_unseen(table)))
    at = 1
    for row in _rows(table):
        times = int(attribute(row, "number-rows-repeated") or 1)
        filled = any(any(said) for _, said, _ in _cells(row, at, strikes))
        if filled and at + times - 1 > LAST_ROW:
            raise InputError(BEYOND)
        for number in range(at, at + times) if filled else ():
            _row(row, number, sheet, strikes)
        at += times
    return grid(file, attribute(table, "name"), sheet, "sheet")


def _unseen(table: Element) -> Iterator[int]:
    """Give the columns that the sheet hides."""
    at = 1
    for column in table.iterfind(".//{*}table-column"):
        times = min(int(attribute(column, "number-columns-repeated") or 1), LAST_COLUMN)
        if attribute(column, "visibility") in ("collapse", "filter"):
            yield from range(at, at + times)
        at += times


def _rows(element: Element) -> Iterator[Element]:
    for child in element:
        if local(child) == "table-row":
            yield child
        elif local(child) in GROUPS:
            yield from _rows(child)


def _row(row: Element, number: int, sheet: Laid, strikes: Strikes) -> None:
    if attribute(row, "visibility") in ("collapse", "filter"):
        sheet.hidden.add(number)
    for place, (text, struck), merge in _cells(row, number, strikes):
        if text:
            sheet.texts[place] = text
        if struck.strip():
            sheet.struck[place] = struck
        if merge:
            sheet.merges.append(merge)


def _cells(row: Element, number: int, strikes: Strikes) -> Iterator[tuple[Place, tuple[str, str], Merge | None]]:
    """Give each cell with its place, its text and what of it is struck out, and its merge.

    A repeated empty cell is given once.
    """
    column = 1
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        said = _said(cell, strikes) if local(cell) == "table-cell" else ("", "")
        times = int(attribute(cell, "number-columns-repeated") or 1)
        if any(said) and column + times - 1 > LAST_COLUMN:
            raise InputError(BEYOND)
        wide = int(attribute(cell, "number-columns-spanned") or 1)
        deep = int(attribute(cell, "number-rows-spanned") or 1)
        merge = Merge(number, column, number + deep - 1, column + wide - 1) if wide * deep > 1 else None
        for at in range(column, column + (times if any(said) else 1)):
            yield (number, at), said, merge
        column += times


def _said(cell: Element, strikes: Strikes) -> tuple[str, str]:
    """Give what a cell says, line by line, and what of it is struck out."""
    paragraphs = [paragraph for paragraph in cell if local(paragraph) == "p"]
    runs = [(Run("\n" if at else ""), *_pieces(p, strikes, None)) for at, p in enumerate(paragraphs)]
    text, struck = parted(itertools.chain.from_iterable(runs), cell=strikes.get(attribute(cell, "style-name"), False))
    return text.strip("\n"), struck


def _pieces(element: Element, strikes: Strikes, struck: bool | None) -> Iterator[Run]:
    yield Run(element.text or "", struck)
    for child in element:
        kind = local(child)
        if kind == "s":
            yield Run(" " * min(int(attribute(child, "c") or 1), 1000), struck)
        elif kind in ("tab", "line-break"):
            yield Run("\t" if kind == "tab" else "\n", struck)
        elif kind and kind not in UNSHOWN:
            yield from _pieces(child, strikes, strikes.get(attribute(child, "style-name"), struck))
        yield Run(child.tail or "", struck)
