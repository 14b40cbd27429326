"""Ruled tables of a PDF to Grids, refused where two readings of a page disagree."""

from __future__ import annotations

import gc
import io
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportgen.errors import InputError
from reportgen.ingest.formats import guard, pdf_turned
from reportgen.ingest.formats.grid import Grid, Unread
from reportgen.ingest.formats.page_breaks import Box, Row, Ruled, joined
from reportgen.ingest.formats.pdf_page import TOLERANCE, Piece, clustered, pieces
from reportgen.records import Address, Cell

PAGES_LIMIT = 2000
PAGE_NUMBER = re.compile(r"[-—–\s·]*(第?\s*\d+\s*页?([\s,，/]*共?\s*\d+\s*页?)?)[-—–\s·]*")


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
        if turned := pdf_turned.upright(second):
            data, second = turned, pypdfium2.PdfDocument(turned)
        with pdfplumber.open(io.BytesIO(data)) as first:
            found = list(_pieces(first, second))
    grids = tuple(_grids(_without_running_lines(found), file))
    if not grids:
        raise InputError("the PDF has no ruled table; give the Word or Excel file that it was made from.")
    return grids


def _pieces(first: Any, second: Any) -> Iterator[Piece]:  # pdfplumber and pypdfium2 have no types
    """Read page after page, and let each go before the next: its characters take megabytes.

    They hold each other, and the collector rests while a file is read.
    """
    for page in first.pages:
        yield from pieces(page, second[page.page_number - 1])
        page.close()
        gc.collect(1)


def _without_running_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop empty lines, page numbers, and what stands on several pages, but for its first place over a table."""
    first_page: dict[str, int] = {}
    running: set[str] = set()
    tables: dict[int, float] = {}
    for piece in pieces:
        if piece.cells:
            tables.setdefault(piece.page, piece.top)
        elif first_page.setdefault(piece.text, piece.page) != piece.page:
            running.add(piece.text)

    def kept(piece: Piece) -> bool:
        if not piece.text or PAGE_NUMBER.fullmatch(piece.text):
            return bool(piece.cells)
        over = piece.page == first_page[piece.text] and piece.top < tables.get(piece.page, 0)
        return over or piece.text not in running

    return [piece for piece in pieces if kept(piece)]


def _grids(pieces: Sequence[Piece], file: str) -> Iterator[Grid]:
    """Join neighbouring tables of the same outline; lines of text part them and become titles and notes."""
    runs = list(_runs(pieces))
    last = max((at for at, run in enumerate(runs) if run[0].cells), default=-1)
    titles: list[Piece] = []
    for at, run in enumerate(runs):
        if not run[0].cells:
            titles += run
            continue
        notes = [piece for rest in runs[at + 1 :] for piece in rest] if at == last else []
        ruled = _ruled(run, file)
        unread = dict.fromkeys(box for page in ruled for row in page.rows for box in row if box.struck)
        rows = joined(ruled)
        cells: dict[int, Cell] = {}
        filled = tuple(tuple(cells.setdefault(id(box), Cell(box.address, box.text)) for box in row) for row in rows)
        part = f"第{run[0].page}页"
        struck = tuple(Unread("struck", Cell(box.address, box.struck)) for box in unread)
        yield Grid(file, part, filled, titles=_outside(titles, file), notes=_outside(notes, file), unread=struck)
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
    columns = clustered(x for piece in run for x in piece.edges)
    return [Ruled(piece.page, _rows(piece, columns, file), piece.open_below) for piece in run]


def _rows(piece: Piece, columns: tuple[float, ...], file: str) -> list[Row]:
    lines = clustered(y for cell in piece.cells for y in cell.bounds[1::2])
    part = f"第{piece.page}页"
    rows = [
        [Box(Address(file, part, row, column)) for column in range(1, len(columns))] for row in range(1, len(lines))
    ]
    for cell in piece.cells:
        left, top, right, bottom = cell.bounds
        first_row, first_column = _at(lines, top), _at(columns, left)
        box = Box(Address(file, part, first_row + 1, first_column + 1), list(cell.lines), cell.room, cell.struck)
        for row in range(first_row, _at(lines, bottom)):
            for column in range(first_column, _at(columns, right)):
                rows[row][column] = box
    return rows


def _at(edges: tuple[float, ...], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))
