"""Lines whose cells are aligned with blanks below those of a header line ▶ rows with a cell for every column."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence

from reportgen.ingest.columns import headings, runon
from reportgen.ingest.columns.profile import NUMBER
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.records import Cell
from reportgen.text import fold

LEAST_COLUMNS = 3
WORD = re.compile(r"\S+")
GAP = 2  # blanks that part cells; one may stand inside of a cell
WIDE = frozenset("WFA")  # as a Chinese font sets them, “ too

Measure = Callable[[str], int]
Row = tuple[Cell, ...]


def rows(header: Cell, body: Sequence[Cell], words: Vocabulary) -> list[Row] | None:
    """Give the header and a row for each line; None where one is neither a heading nor a number with aligned cells.

    Blanks in front of a line are lost, so that a line without a number may have begun anywhere.
    """
    for measure in (_shown, len):
        labels = _pieces(header.text, measure)
        if len(labels) < LEAST_COLUMNS or words.name(labels.get(0, "")) != "no":
            return None
        found = [_row(line, labels, measure) for line in body if line.text != header.text]
        whole = [row for row in found if row]
        if len(whole) == len(found):
            return [_cells(header, list(labels.values())), *whole]
    return None


def _shown(text: str) -> int:
    """Tell how many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in WIDE else 1 for letter in text)


def _pieces(text: str, measure: Measure, starts: Collection[int] = ()) -> dict[int, str]:
    """Cut a line where blanks part its cells, or where a word begins in a column; give the pieces by their columns."""
    pieces: dict[int, str] = {}
    at = begin = end = 0
    for word in WORD.finditer(text):
        place = measure(text[: word.start()])
        if not pieces or place - measure(text[:end]) >= GAP or place in starts:
            at, begin = place, word.start()
        end = word.end()
        pieces[at] = text[begin:end]
    return pieces


def _row(line: Cell, labels: Mapping[int, str], measure: Measure) -> Row | None:
    """Put the pieces of a line in their columns, none reaching into the next; a heading stands in the first."""
    pieces = _pieces(line.text, measure, labels)
    ends = dict(itertools.pairwise(labels))
    fits = all(at in labels and at + measure(text) < ends.get(at, math.inf) for at, text in pieces.items())
    numbered = len(pieces) > 1 and NUMBER.fullmatch(fold(pieces.get(0, ""))) is not None
    if fits and numbered:
        return _cells(line, [pieces.get(at, "") for at in labels])
    heads = headings.MARK.match(fold(line.text)) and all(":" in fold(text) for text in [*pieces.values()][1:])
    return _cells(line, [line.text, *[""] * (len(labels) - 1)]) if heads else None


def _cells(line: Cell, texts: Sequence[str]) -> Row:
    return tuple(runon.cell(line, column, text) for column, text in enumerate(texts, start=1))
