"""Text tables: pipes as scraped, CSV, TSV, and text without delimiters, which gives a cell a line.

Merges are lost in all of them, so every Grid is `flattened`; a row is numbered by its line, in CSV by its record.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass

from reportgen.errors import InputError
from reportgen.ingest.formats.encoding import decode
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Address, Cell

BAR = re.compile(r"[|｜│]")
DRAWN = r"[\s|｜:+\u2500-\u257f-]*"
RULE_LINE = re.compile(rf"{DRAWN}(?:-{{3}}|[─━═]{{2}}){DRAWN}")  # |---|---| under a header, ├──┼──┤ between rows
BOLD, BREAK = re.compile(r"\*\*(.*)\*\*", re.DOTALL), re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
REMARK = "# "
DELIMITERS = "\t,;，；"
LONGEST_LINE = 1_000_000  # characters
CONSISTENT = 0.8  # the share of records that must be equally long
PADDING = " \t"
WORDS, MERGED_OVER = re.compile(r"[^\W\d]"), 3  # cells


@dataclass(frozen=True, slots=True)
class Record:
    """One row as typed: its number and its values."""

    number: int
    values: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return not any(value.strip() for value in self.values)

    @property
    def once(self) -> Record:
        """The row with words that stand in all of its cells once: programs write a cell merged over a row so."""
        alike = len(self.values) >= MERGED_OVER and len(set(self.values)) == 1 and WORDS.search(self.values[0])
        return Record(self.number, self.values[:1]) if alike else self


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read a text file; where no delimiter divides it consistently, a row holds one line."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    if _is_json(text):
        raise InputError("this is JSON, data for programs; save it as xlsx or CSV, with a row for each project.")
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise InputError(f"line {number} has {len(line)} characters, which no row of a table has; mend that line.")
    records = _piped(text) or _separated(text) or _lines(text)
    return (_grid(records, file),) if records else ()


def _is_json(text: str) -> bool:
    """Tell an object or a list of them, which reads like lines of cells with commas between."""
    if not text.lstrip().startswith(("{", "[")):
        return False
    with suppress(ValueError, RecursionError):
        json.loads(text)
        return True
    return False


def _lines(text: str) -> tuple[Record, ...]:
    """Take every line as one cell: only the words of the header can tell how such text was laid out."""
    lines = enumerate(text.split("\n"), start=1)
    return tuple(
        Record(number, (line.strip(PADDING),))
        for number, line in lines
        if line.strip() and not RULE_LINE.fullmatch(line)
    )


def _grid(records: tuple[Record, ...], file: str) -> Grid:
    """Set aside the lines before and after the rows, and give every value its address."""
    records = tuple(record.once for record in records)
    wide = max(len(record.values) for record in records)
    body = [index for index, record in enumerate(records) if not _aside(record, wide)] or [0]
    first, last = body[0], body[-1]
    between = records[first : last + 1]
    rows = [record for record in between if not record.values[0].startswith(REMARK)]
    remarks = [record for record in between if record.values[0].startswith(REMARK)]
    return Grid(
        file,
        "",
        tuple(_cells(record, file) for record in rows),
        flattened=True,
        titles=tuple(cell for record in records[:first] for cell in _cells(record, file)[:1]),
        notes=tuple(cell for record in [*remarks, *records[last + 1 :]] for cell in _cells(record, file)[:1]),
    )


def _aside(record: Record, wide: int) -> bool:
    """Tell a line of plain text from a row of cells."""
    return len(record.values) < min(wide, 2) or record.values[0].startswith(REMARK)


def _cells(record: Record, file: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(Address(file, "", record.number, column), value) for column, value in enumerate(record.values, start=1)
    )


# --- bars ---------------------------------------------------------------------------------------


def _piped(text: str) -> tuple[Record, ...]:
    """Split at bars, where most lines have two or more; a bar that closes the lines opens no cell."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    typed = [line.strip() for _, line in lines if not (line.startswith(REMARK) or RULE_LINE.fullmatch(line))]
    barred = [line for line in typed if len(BAR.findall(line)) >= 2]
    if len(barred) < 2 or 2 * len(barred) < len(typed):
        return ()
    opened = all(BAR.match(line) for line in barred)
    closed = bool(BAR.match(barred[0][-1])) and 2 * sum(bool(BAR.match(line[-1])) for line in barred) > len(barred)
    return tuple(
        Record(number, _between_bars(line, opened, closed)) for number, line in lines if not RULE_LINE.fullmatch(line)
    )


def _between_bars(line: str, opened: bool, closed: bool) -> tuple[str, ...]:
    if line.startswith(REMARK) or not BAR.search(line):
        return (line.strip(PADDING),)
    values = [_unmarked(value.strip(PADDING)) for value in BAR.split(line)]
    return tuple(values[1 if opened and not values[0] else 0 : -1 if closed and not values[-1] else None])


def _unmarked(value: str) -> str:
    """Take the marks of Markdown off a cell: its bold face, its line breaks."""
    bold = BOLD.fullmatch(value)
    return BREAK.sub("\n", bold[1] if bold else value)


# --- CSV and its kin ----------------------------------------------------------------------------


def _separated(text: str) -> tuple[Record, ...]:
    """Take the delimiter that makes the records equally long, and of several the one that divides most."""
    readings = [reading for mark in DELIMITERS if (reading := _by_delimiter(text, mark))]
    if not readings:
        return ()
    return max(readings, key=lambda reading: max(len(record.values) for record in reading))


def _by_delimiter(text: str, delimiter: str) -> tuple[Record, ...]:
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True)
        try:
            records = tuple(Record(number, tuple(values)) for number, values in enumerate(reader, start=1))
        except csv.Error:
            continue  # quotation marks that quote nothing: they were typed
        filled = tuple(record for record in records if not record.empty)
        if _consistent(filled, ragged=delimiter == "\t"):
            return filled
    return ()


def _consistent(records: tuple[Record, ...], *, ragged: bool) -> bool:
    """Tell records of a table: of one width, or `ragged`, as nobody types tabs in prose: of some that recur."""
    widths = Counter(len(record.values) for record in records if len(record.values) > 1)
    if not widths:
        return False
    width, times = widths.most_common(1)[0]
    if not ragged:
        between = _between_lines(records)
        few_lines = len(records) - between <= times  # above and below: a title, a note
        return width >= 3 and times >= 2 and times >= CONSISTENT * between and few_lines
    recurring = sum(times for times in widths.values() if times > 1)
    return max(widths) >= 3 and recurring >= CONSISTENT * widths.total()


def _between_lines(records: tuple[Record, ...]) -> int:
    """Count the records from the first to the last that the delimiter divides."""
    divided = [at for at, record in enumerate(records) if len(record.values) > 1]
    return divided[-1] - divided[0] + 1
