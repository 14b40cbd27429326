"""What stands on a page of a PDF: ruled tables and lines of text, every cell read twice.

pdfplumber gives lines and characters; pypdfium2, an engine of its own, must read the same text in every cell.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.errors import InputError
from reportgen.ingest.formats import pdf_clip, pdf_struck

TOLERANCE = 3.0  # points; borders drawn as thin boxes have two edges
LINE_END_HYPHEN = (0x02, 0xFFFE)  # what pypdfium2 gives for it
UNMAPPED = re.compile(r"\(cid:\d+\)|\ufffd")
Bounds = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Ruling:
    """A cell as ruled: its bounds, its lines of text, whether there is space under the last, and what is struck out."""

    bounds: Bounds
    lines: tuple[str, ...]
    room: bool
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A table on a page, or a line of text outside tables."""

    page: int
    top: float
    text: str = ""
    edges: tuple[float, ...] = ()
    cells: tuple[Ruling, ...] = ()
    open_below: bool = False


def pieces(page: Any, second: Any) -> Iterator[Piece]:  # pdfplumber and pypdfium2 have no types
    """Give a page's tables and other lines from top to bottom."""
    number = page.page_number
    if not page.chars and page.images:
        raise InputError(f"page {number} is a picture without text (a scan); give the file that it was printed from.")
    again = _second_chars(page, second)
    hidden = [char for char in again if not char["seen"]]
    page = page.dedupe_chars()
    if hidden:
        page = page.filter(lambda thing: thing["object_type"] != "char" or not _no_text(thing, hidden))
    again = [char for char in again if char["seen"]]
    tables = [_table(page, again, table) for table in page.find_tables({"explicit_horizontal_lines": _ends(page)})]
    tables = [table for table in tables if len(table.cells) > 1]
    boxes = [_extent(table) for table in tables]
    outside = [char for char in page.chars if not any(_inside(char, box) for box in boxes)]
    if any(char["text"].strip() and box[1] < _middle(char) < box[3] for char in outside for box in boxes):
        raise InputError(f"page {number}: text stands across the table's lines; give the Word or Excel file.")
    lines = [Piece(number, line.top, line.text) for line in _lines(outside)]
    yield from sorted([*tables, *lines], key=lambda piece: piece.top)


def _no_text(char: Any, hidden: Sequence[Any]) -> bool:
    return pdf_clip.slanted(*char["matrix"][:2]) or pdf_clip.unseen(char, hidden)


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


def _table(page: Any, again: Sequence[Any], table: Any) -> Piece:
    """Read the text of every cell twice and keep it where both readings agree."""
    bounds: list[Bounds] = sorted(table.cells, key=lambda cell: (cell[1], cell[0]))
    struck = pdf_struck.struck(page)
    by_cell = _by_cell(page.chars, bounds)
    inside = [char for char in page.chars if _inside(char, table.bbox) and char["text"].strip()]
    if sum(len([char for char in chars if char["text"].strip()]) for chars in by_cell) != len(inside):
        raise InputError(
            f"page {page.page_number}: text stands between the table's cells; give the Word or Excel file."
        )
    cells = []
    for box, all_chars, all_others in zip(bounds, by_cell, _by_cell(again, bounds), strict=True):
        chars, gone = pdf_struck.parted(all_chars, struck)
        others, _ = pdf_struck.parted(all_others, struck)
        _agree(chars, others, page.page_number)
        if pdf_clip.overprinted(chars):
            raise InputError(
                f"page {page.page_number}: letters stand over one another in a cell (a watermark?); "
                "give the Word or Excel file, or a PDF without it."
            )
        lines = tuple(_lines(chars))
        room = not lines or box[3] - lines[-1].bottom > lines[-1].bottom - lines[-1].top
        cells.append(Ruling(box, tuple(line.text for line in lines), room, "".join(line.text for line in _lines(gone))))
    edges = clustered(x for box in bounds for x in (box[0], box[2]))
    return Piece(page.page_number, table.bbox[1], "", edges, tuple(cells), _open(page, table.bbox))


def _second_chars(page: Any, second: Any) -> list[dict[str, Any]]:
    """Give pypdfium2's characters in the manner of pdfplumber's: measured from the top left of the page as shown."""
    from pypdfium2 import raw

    textpage = second.get_textpage()
    clipping = pdf_clip.Clipping(page.page_number)
    chars = []
    for index in range(textpage.count_chars()):
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        ends = [_as_shown(x, y, page, second.get_rotation()) for x, y in ((left, bottom), (right, top))]
        (x0, x1), (y0, y1) = (sorted(values) for values in zip(*ends, strict=True))
        code = raw.FPDFText_GetUnicode(textpage, index)
        text = "-" if code in LINE_END_HYPHEN else chr(code)
        seen = clipping.shows(textpage, index)
        chars.append({"text": text, "x0": x0, "x1": x1, "top": y0, "bottom": y1, "seen": seen})
    return chars


def _as_shown(x: float, y: float, page: Any, turned: int) -> tuple[float, float]:
    """Turn a place of the stored page, measured from its bottom, to where it is shown, measured from the top."""
    wide, high = page.width, page.height
    return {0: (x, high - y), 90: (y, x), 180: (wide - x, y), 270: (wide - y, high - x)}[turned]


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


def clustered(values: Iterable[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > TOLERANCE:
            kept.append(value)
    return tuple(kept)


def _extent(table: Piece) -> Bounds:
    boxes = [cell.bounds for cell in table.cells]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
