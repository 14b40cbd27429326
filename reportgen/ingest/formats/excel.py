"""Workbooks (.xlsx, .xlsm) to Grids: every cell as the sheet shows it.

The parts are read with lxml: openpyxl takes six times as long for the same (benchmarks/read.py).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from reportgen.errors import InputError
from reportgen.ingest.formats import guard
from reportgen.ingest.formats.grid import Grid
from reportgen.ingest.formats.merged import LAST_COLUMN, LAST_ROW, Laid, Merge, grid
from reportgen.ingest.formats.number_format import BUILT_IN, shown
from reportgen.ingest.formats.ooxml import Element, local
from reportgen.ingest.formats.struck import Run, parted
from reportgen.ingest.formats.workbook import grids
from reportgen.records import column_letters

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
COLUMN = re.compile("[A-Z]+")
REFERENCE = re.compile(r"([A-Z]+)([0-9]+)")
TRUE = ("1", "true")


Text = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to; `struck` are the numbers of the cell styles that strike out."""

    strings: tuple[Text, ...]
    formats: tuple[str, ...]
    struck: frozenset[str]
    from_1904: bool


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the sheets that hold anything."""
    with guard.archive(data) as archive:
        workbook = guard.xml(guard.part(archive, "xl/workbook.xml"))
        targets = _targets(archive)
        book = Book(_strings(archive, targets), *_styles(archive), _from_1904(workbook))

        def read_sheet(sheet: tuple[str, str]) -> Grid:
            name, part = sheet
            return grid(file, name, _sheet(guard.part(archive, part), name, book), "sheet")

        return grids(_sheets(workbook, targets), read_sheet)


# --- the parts around the sheets ----------------------------------------------------------------


def _targets(archive: zipfile.ZipFile) -> dict[str, tuple[str, str]]:
    """Map relation ids to (kind, part name)."""
    relations = guard.xml(guard.part(archive, "xl/_rels/workbook.xml.rels"))
    return {
        relation.get("Id", ""): (
            relation.get("Type", ""),
            posixpath.normpath(posixpath.join("/xl", relation.get("Target", "")))[1:],
        )
        for relation in relations
    }


def _sheets(workbook: Element, targets: dict[str, tuple[str, str]]) -> Iterator[tuple[tuple[str, str], bool]]:
    """Give name and part of each worksheet, and whether it is shown."""
    for sheet in workbook.iterfind(".//{*}sheets/{*}sheet"):
        relation = str(sheet.xpath("string(@*[local-name()='id'])"))  # in the namespace of either edition
        kind, part = targets.get(relation, ("", ""))
        if kind.endswith("/worksheet"):
            yield (sheet.get("name", ""), part), sheet.get("state", "visible") == "visible"


def _from_1904(workbook: Element) -> bool:
    properties = workbook.find("{*}workbookPr")
    return properties is not None and properties.get("date1904") in TRUE


def _strings(archive: zipfile.ZipFile, targets: dict[str, tuple[str, str]]) -> tuple[Text, ...]:
    part = next((part for kind, part in targets.values() if kind.endswith("/sharedStrings")), None)
    if part is None:
        return ()
    return tuple(_rich(entry) for entry in guard.xml(guard.part(archive, part), part))


def _rich(entry: Element) -> Text:
    """Give a text, or its runs; phonetic runs (rPh) are not part of it."""
    if len(entry) == 1 and not len(entry[0]):  # a run holds its text, and a text nothing
        return _unescaped(entry[0].text or "")
    return tuple(_run(child) for child in entry if local(child) in ("t", "r"))


def _run(run: Element) -> Run:
    """Read a run; one without properties looks as its cell does."""
    text = run if local(run) == "t" else run.find("{*}t")
    looks = run.find("{*}rPr")
    return Run(_unescaped((text.text or "") if text is not None else ""), None if looks is None else _strikes(looks))


def _strikes(font: Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") in TRUE


def _unescaped(text: str) -> str:
    return ESCAPED.sub(_char, text).replace("\r\n", "\n") if "_x" in text else text


def _char(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)  # half of a pair is no character


def _styles(archive: zipfile.ZipFile) -> tuple[tuple[str, ...], frozenset[str]]:
    """List the number format of every cell style, and the styles whose font strikes out."""
    if "xl/styles.xml" not in archive.namelist():
        return (), frozenset()
    styles = guard.xml(guard.part(archive, "xl/styles.xml"))
    own = {
        int(entry.get("numFmtId", 0)): entry.get("formatCode", "") for entry in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    fonts = {str(at) for at, font in enumerate(styles.iterfind("{*}fonts/{*}font")) if _strikes(font)}
    looks = tuple(styles.iterfind("{*}cellXfs/{*}xf"))
    numbers = (int(look.get("numFmtId", 0)) for look in looks)
    return (
        tuple(own.get(number, BUILT_IN.get(number, "General")) for number in numbers),
        frozenset(str(at) for at, look in enumerate(looks) if look.get("fontId") in fonts),
    )


# --- a sheet ------------------------------------------------------------------------------------


def _sheet(data: bytes, name: str, book: Book) -> Laid:
    """Read a sheet's part row by row, freeing each."""
    sheet = Laid()
    parts = etree.iterparse(
        io.BytesIO(data),
        tag=("{*}col", "{*}row", "{*}mergeCell"),
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    row = 0
    with guard.mended_only(name):
        for _, element in parts:
            if local(element) == "row":
                row = int(element.get("r", row + 1))
                if not 1 <= row <= LAST_ROW:
                    raise ValueError(f"row {row}")
                _row(element, row, sheet, name, book)
                if element.get("hidden") in TRUE:
                    sheet.hidden.add(row)
            elif local(element) == "mergeCell":
                sheet.merges.append(_merge(element.get("ref", "")))
            elif element.get("hidden") in TRUE:
                last = min(int(element.get("max", 0)), LAST_COLUMN)
                sheet.unseen.update(range(int(element.get("min", 0)), last + 1))
            element.clear()
    return sheet


def _row(element: Element, row: int, sheet: Laid, name: str, book: Book) -> None:
    column = 0
    for cell in element:
        reference = cell.get("r")
        column = _column(reference) if reference else column + 1
        text = _text(cell, book)
        if text is None:
            raise InputError(
                f"{name}!{column_letters(column)}{row} holds a formula without its result; "
                "open the file in Excel or WPS, save it and run again."
            )
        crossed = cell.get("s") in book.struck
        if crossed or not isinstance(text, str):
            text, struck = parted([Run(text)] if isinstance(text, str) else text, cell=crossed)
            if struck.strip():
                sheet.struck[row, column] = struck
        if text:
            sheet.texts[row, column] = text


def _text(cell: Element, book: Book) -> Text | None:
    """Give a cell's text as shown, or None where a formula was never worked out."""
    kind = cell.get("t", "n")
    if kind == "s" and len(cell) == 1 and (number := cell[0].text or "").isdecimal():
        return book.strings[int(number)]  # all but a few cells of a table of words
    value, formula = "", False
    for child in cell:
        # Every cell comes through here: the last letters tell as much as the name without its namespace.
        if child.tag.endswith("}v"):
            value = child.text or ""
        elif child.tag.endswith("}is"):
            return _rich(child)
        elif child.tag.endswith("}f"):
            formula = True
    if not value:
        return None if formula and kind != "str" else ""
    if kind == "s":
        return book.strings[int(value)]
    if kind == "n":
        style = int(cell.get("s", 0))
        return _number(value, book.formats[style] if style < len(book.formats) else "General", book.from_1904)
    return {"1": "TRUE", "0": "FALSE"}.get(value, value) if kind == "b" else _unescaped(value)


@lru_cache(maxsize=4096)
def _number(value: str, code: str, from_1904: bool) -> str:
    return shown(float(value), code, from_1904=from_1904)


@lru_cache(maxsize=1024)
def _letters(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    if not (COLUMN.fullmatch(letters) and column <= LAST_COLUMN):
        raise ValueError(f"column {letters}")
    return column


def _column(reference: str) -> int:
    return _letters(reference.rstrip("0123456789"))


def _merge(reference: str) -> Merge:
    first, _, last = reference.replace("$", "").partition(":")
    ends = [REFERENCE.fullmatch(end) for end in (first, last or first)]
    if not ends[0] or not ends[1]:
        raise ValueError(f"merged range {reference}")
    return Merge(int(ends[0][2]), _letters(ends[0][1]), int(ends[1][2]), _letters(ends[1][1]))
