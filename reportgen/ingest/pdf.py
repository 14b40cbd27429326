"""Ruled tables of a PDF to Grids, refused where two readings of a page disagree.

pdfplumber gives lines and characters; pypdfium2, an engine of its own, must read the same text in every cell.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportgen.errors import InputError
from reportgen.ingest import guard
from reportgen.ingest.grid import Grid
from reportgen.ingest.page_breaks import Box, Row, Ruled, joined
from reportgen.records import Address, Cell

PAGES_LIMIT = 2000
TOLERANCE = 3.0  # points; borders drawn as thin boxes have two edges
LINE_END_HYPHEN = (0x02, 0xFFFE)  # what pypdfium2 gives for it
PAGE_NUMBER = re.compile(r"[-—–\s·]*(第?\s*\d+\s*页?(\s*[/共]\s*\d+\s*页?)?)[-—–\s·]*")
UNMAPPED = re.compile(r"\(cid:\d+\)|\ufffd")
Bounds = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Ruling:
    """A cell as ruled: its bounds, its lines of text, and whether there is space under the last."""

    bounds: Bounds
    lines: tuple[str, ...]
    room: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A table on a page, or a line of text outside tables."""

    page: int
    top: float
    text: str = ""
    edges: tuple[float, ...] = ()
    cells: tuple[Ruling, ...] = ()
    open_below: bool = False


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the ruled tables; a table that goes on overleaf is one Grid."""
    try:
        import pdfplumber
        import pypdfium2
    except ImportError:
        raise InputError("reading PDF needs two more packages; run `pip install 'reportgen[pdf]'`.") from None
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd object of a PDF
    with guard.foreign_parser():
        try:
            second = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise InputError(guard.PASSWORD) if "password" in str(error).lower() else error from None
        if len(second) > PAGES_LIMIT:
            raise InputError(f"the PDF has {len(second)} pages; give those with the table.")
        with pdfplumber.open(io.BytesIO(data)) as first:
            pieces = [piece for page in first.pages for piece in _pieces(page, second[page.page_number - 1])]
    grids = tuple(_grids(_without_running_lines(pieces), file))
    if not grids:
        raise InputError("the PDF has no ruled table; give the Word or Excel file that it was made from.")
    return grids


# --- a page -------------------------------------------------------------------------------------


def _pieces(page: Any, second: Any) -> Iterator[Piece]:  # pdfplumber and pypdfium2 have no types
    """Give a page's tables and other lines from top to bottom."""
    number = page.page_number
    if not page.chars and page.images:
        raise InputError(f"page {number} is a picture without text (a scan); give the file that it was printed from.")
    page = page.dedupe_chars()
    tables = [_table(page, second, table) for table in page.find_tables({"explicit_horizontal_lines": _ends(page)})]
    tables = [table for table in tables if len(table.cells) > 1]
    boxes = [_extent(table) for table in tables]
    outside = [char for char in page.chars if not any(_inside(char, box) for box in boxes)]
    if any(char["text"].strip() and box[1] < _middle(char) < box[3] for char in outside for box in boxes):
        raise InputError(f"page {number}: text stands across the table's lines; give the Word or Excel file.")
    lines = [Piece(number, line.top, line.text) for line in _lines(outside)]
    yield from sorted([*tables, *lines], key=lambda piece: piece.top)


def _ends(page: Any) -> list[float]:
    """Find where bundles of vertical lines begin and end: a row cut open by the page edge has no line there."""
    spans = sorted((edge["top"], edge["bottom"]) for edge in page.edges if edge["orientation"] == "v")
    bundles: list[list[float]] = []
    for top, bottom in spans:
        if bundles and top <= bundles[-1][1] + TOLERANCE:
            bundles[-1][1] = max(bundles[-1][1], bottom)
        else:
            bundles.append([top, bottom])
    return [end for bundle in bundles for end in bundle]


def _table(page: Any, second: Any, table: Any) -> Piece:
    """Read the text of every cell twice and keep it where both readings agree."""
    bounds: list[Bounds] = sorted(table.cells, key=lambda cell: (cell[1], cell[0]))
    by_cell = _by_cell(page.chars, bounds)
    inside = [char for char in page.chars if _inside(char, table.bbox) and char["text"].strip()]
    if sum(len([char for char in chars if char["text"].strip()]) for chars in by_cell) != len(inside):
        raise InputError(
            f"page {page.page_number}: text stands between the table's cells; give the Word or Excel file."
        )
    again = _by_cell(_second_chars(page, second), bounds) if second.get_rotation() == 0 else by_cell
    cells = []
    for box, chars, others in zip(bounds, by_cell, again, strict=True):
        _agree(chars, others, page.page_number)
        lines = tuple(_lines(chars))
        room = not lines or box[3] - lines[-1].bottom > lines[-1].bottom - lines[-1].top
        cells.append(Ruling(box, tuple(line.text for line in lines), room))
    edges = _clustered(x for box in bounds for x in (box[0], box[2]))
    return Piece(page.page_number, table.bbox[1], "", edges, tuple(cells), _open(page, table.bbox))


def _second_chars(page: Any, second: Any) -> list[dict[str, Any]]:
    """Give pypdfium2's characters in the manner of pdfplumber's: measured from the top of the page."""
    from pypdfium2 import raw

    textpage = second.get_textpage()
    chars = []
    for index in range(textpage.count_chars()):
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        code = raw.FPDFText_GetUnicode(textpage, index)
        text = "-" if code in LINE_END_HYPHEN else chr(code)
        chars.append({"text": text, "x0": left, "x1": right, "top": page.height - top, "bottom": page.height - bottom})
    return chars


def _agree(first: Sequence[Any], second: Sequence[Any], page: int) -> None:
    """Refuse a cell in which the two readings find different characters; their order is that of their places."""
    texts = [_paired("".join(char["text"] for char in chars)) for chars in (first, second)]
    if UNMAPPED.search(texts[0]):
        raise InputError(f"page {page} has letters that its fonts do not name; give the file that it was printed from.")
    bare = ["".join(unicodedata.normalize("NFKC", text).split()) for text in texts]
    if sorted(bare[0]) != sorted(bare[1]):
        raise InputError(
            f"page {page}: two readings of a cell disagree ({bare[0][:20]} and {bare[1][:20]}); "
            "give the Word or Excel file."
        )


def _paired(text: str) -> str:
    """Join the halves of characters beyond the basic plane, which pypdfium2 gives one by one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _open(page: Any, box: Bounds) -> bool:
    """Tell whether no line is drawn at the bottom of a table."""
    return not any(
        edge["orientation"] == "h"
        and abs(edge["top"] - box[3]) <= TOLERANCE
        and edge["x1"] > box[0]
        and edge["x0"] < box[2]
        for edge in page.edges
    )


def _by_cell(chars: Iterable[Any], bounds: Sequence[Bounds]) -> list[list[Any]]:
    """Put every character into the cell that holds its middle."""
    tops = [box[1] for box in bounds]
    found: list[list[Any]] = [[] for _ in bounds]
    for char in chars:
        reach = bisect_right(tops, _middle(char))
        at = next((at for at in range(reach - 1, -1, -1) if _inside(char, bounds[at])), None)
        if at is not None:
            found[at].append(char)
    return found


def _inside(char: Any, box: Bounds) -> bool:
    x = float(char["x0"] + char["x1"]) / 2
    return box[0] <= x < box[2] and box[1] <= _middle(char) < box[3]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it stands on the page."""

    top: float
    bottom: float
    text: str


def _middle(char: Any) -> float:
    return float(char["top"] + char["bottom"]) / 2


def _lines(chars: Sequence[Any]) -> Iterator[Line]:
    """Gather characters into lines by their middle, from top to bottom and left to right."""
    line: list[Any] = []
    for char in sorted(chars, key=_middle):
        if line and _middle(char) - _middle(line[0]) > line[0]["size"] / 2:
            yield _line(line)
            line = []
        line.append(char)
    if line:
        yield _line(line)


def _line(chars: list[Any]) -> Line:
    ordered = sorted(chars, key=lambda char: char["x0"])
    text = "".join(char["text"] for char in ordered).strip()
    return Line(chars[0]["top"], chars[0]["bottom"], text)


def _clustered(values: Iterable[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > TOLERANCE:
            kept.append(value)
    return tuple(kept)


# --- pages to grids -----------------------------------------------------------------------------


def _extent(table: Piece) -> Bounds:
    boxes = [cell.bounds for cell in table.cells]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _without_running_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop empty lines, page numbers, and lines of text that stand on several pages."""
    pages: dict[str, set[int]] = {}
    for piece in pieces:
        if not piece.cells:
            pages.setdefault(piece.text, set()).add(piece.page)
    return [
        piece
        for piece in pieces
        if piece.cells or (piece.text and len(pages[piece.text]) == 1 and not PAGE_NUMBER.fullmatch(piece.text))
    ]


def _grids(pieces: Sequence[Piece], file: str) -> Iterator[Grid]:
    """Join neighbouring tables of the same outline; lines of text part them and become titles and notes."""
    runs = [(tables, list(group)) for tables, group in groupby(_runs(pieces), key=lambda run: bool(run[0].cells))]
    flat = [(tables, run) for tables, group in runs for run in group]
    last = max((at for at, (tables, _) in enumerate(flat) if tables), default=-1)
    titles: list[Piece] = []
    for at, (tables, run) in enumerate(flat):
        if not tables:
            titles += run
            continue
        notes = [piece for _, rest in flat[at + 1 :] for piece in rest] if at == last else []
        rows = joined(_ruled(run, file))
        cells: dict[int, Cell] = {}
        filled = tuple(tuple(cells.setdefault(id(box), Cell(box.address, box.text)) for box in row) for row in rows)
        part = f"第{run[0].page}页"
        yield Grid(file, part, filled, titles=_outside(titles, file), notes=_outside(notes, file))
        titles = []


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    run: list[Piece] = []
    for piece in pieces:
        if run and not _goes_on(run[-1], piece):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Tell whether a table goes on with that of the page before: same outline, no line of text between."""
    if not before.cells or not piece.cells:
        return not before.cells and not piece.cells
    ends = zip((before.edges[0], before.edges[-1]), (piece.edges[0], piece.edges[-1]), strict=True)
    return piece.page == before.page + 1 and all(abs(one - other) <= 2 * TOLERANCE for one, other in ends)


def _outside(pieces: Iterable[Piece], file: str) -> tuple[Cell, ...]:
    return tuple(Cell(Address(file, f"第{piece.page}页"), piece.text) for piece in pieces)


def _ruled(run: Sequence[Piece], file: str) -> list[Ruled]:
    """Lay out each page's cells on the columns of all pages together."""
    columns = _clustered(x for piece in run for x in piece.edges)
    return [Ruled(piece.page, _rows(piece, columns, file), piece.open_below) for piece in run]


def _rows(piece: Piece, columns: tuple[float, ...], file: str) -> list[Row]:
    lines = _clustered(y for cell in piece.cells for y in cell.bounds[1::2])
    part = f"第{piece.page}页"
    rows = [
        [Box(Address(file, part, row, column)) for column in range(1, len(columns))] for row in range(1, len(lines))
    ]
    for cell in piece.cells:
        left, top, right, bottom = cell.bounds
        first_row, first_column = _at(lines, top), _at(columns, left)
        box = Box(Address(file, part, first_row + 1, first_column + 1), list(cell.lines), cell.room)
        for row in range(first_row, _at(lines, bottom)):
            for column in range(first_column, _at(columns, right)):
                rows[row][column] = box
    return rows


def _at(edges: tuple[float, ...], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))
