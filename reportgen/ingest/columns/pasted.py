"""Pasted text whose cells stand one a line, or on one line with blanks between: folded into rows, or refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.errors import InputError
from reportgen.ingest.columns import aligned, numbered, runon
from reportgen.ingest.columns.asides import REMARK
from reportgen.ingest.columns.headers import FIRST_ROWS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

LEAST_HEADERS = 3
WORD = re.compile(r"\S+")
NUMBER = re.compile(r"\d{1,5}")
SEVERAL = 2  # ways, from which it does not matter how many
ASK = "give the Word, Excel or web file that it was copied from"


def unfold(grid: Grid, words: Vocabulary, units: UnitNorms) -> Grid:
    """Give rows of several cells where the text allows one reading only; other grids come back as they are."""
    if not grid.flattened or any(len(row) > 1 for row in grid.rows):
        return grid
    lines = [row[0] for row in grid.rows]
    for at, line in enumerate(lines[:FIRST_ROWS]):
        cells = _header_words(line, words)
        if sum(words.name(cell.text) is not None for cell in cells) >= LEAST_HEADERS:
            return _spaced(grid, lines, at, words)
    return runon.unfold(grid, lines, words, units) or _one_a_line(grid, lines, words)


def _without_remarks(lines: Sequence[Cell]) -> tuple[list[Cell], list[Cell]]:
    """Part the lines of a body from the remarks among them."""
    remarks = [line for line in lines if REMARK.match(fold(line.text))]
    return [line for line in lines if line not in remarks], remarks


# --- blanks between the cells of a line -----------------------------------------------------------


def _spaced(grid: Grid, lines: Sequence[Cell], at: int, words: Vocabulary) -> Grid:
    body, notes = _without_remarks(lines[at + 1 :])
    above, below = (*grid.titles, *lines[:at]), (*grid.notes, *notes)
    if in_place := aligned.rows(lines[at], body, words):
        return replace(grid, rows=tuple(in_place), flattened=False, titles=above, notes=below)
    rows = (_header_words(lines[at], words), *(_words(line) for line in body))
    return replace(grid, rows=rows, titles=above, notes=below, gaps=True)


def _words(line: Cell) -> tuple[Cell, ...]:
    """Divide a line at its blanks; a cell's column is its place among the line's words."""
    return tuple(
        runon.cell(line, place, match.group()) for place, match in enumerate(WORD.finditer(line.text), start=1)
    )


def _header_words(line: Cell, words: Vocabulary) -> tuple[Cell, ...]:
    """Divide a header line, keeping letters together that were spaced to fill their cell (序 号)."""
    found = list(WORD.finditer(line.text))
    cells: list[Cell] = []
    while found:
        size = next((n for n in (3, 2) if n <= len(found) and _spread(found[:n], words)), 1)
        cells.append(runon.cell(line, len(cells) + 1, line.text[found[0].start() : found[size - 1].end()]))
        found = found[size:]
    return tuple(cells)


def _spread(found: Sequence[re.Match[str]], words: Vocabulary) -> bool:
    letters = [match.group() for match in found]
    return all(len(letter) == 1 for letter in letters) and words.name("".join(letters)) is not None


# --- a cell a line --------------------------------------------------------------------------------


def _one_a_line(grid: Grid, lines: Sequence[Cell], words: Vocabulary) -> Grid:
    start, size = _header_run(lines, words)
    region = next((line for line in lines[:FIRST_ROWS] if fold(line.text) in words.regions), None)
    if region:
        raise InputError(
            f"{grid.file}, line {region.address.row}: {crosstab('the text')}, and which figure stands under which "
            f"of them was lost with the table's lines; {ASK}."
        )
    if size < LEAST_HEADERS:
        raise InputError(f"{grid.file}, line {lines[0].address.row}: {_what(lines, words)} {ASK}.")
    cells, notes = _without_remarks(lines[start + size :])
    ways, body = _cuts(cells, size) if words.name(lines[start].text) == "no" and cells else (0, [])
    if ways != 1:
        raise InputError(
            f"{grid.file}, line {lines[start].address.row}: {size} header cells stand one a line, and the lines below "
            f"can be cut into numbered rows in {'more than one' if ways else 'no'} way; {ASK}."
        )
    rows = (tuple(lines[start : start + size]), *body)
    return replace(grid, rows=rows, titles=(*grid.titles, *lines[:start]), notes=(*grid.notes, *notes), gaps=True)


def _header_run(lines: Sequence[Cell], words: Vocabulary) -> tuple[int, int]:
    """Find the run of header words that begins with the number's, else the longest: where, and how long."""
    runs = []
    for start in range(min(FIRST_ROWS, len(lines))):
        size = 0
        while start + size < len(lines) and words.name(lines[start + size].text):
            size += 1
        runs.append((words.name(lines[start].text) == "no", size, start))
    _, size, start = max(runs, key=lambda run: (run[0], run[1], -run[2]))
    return start, size


def _cuts(cells: Sequence[Cell], size: int) -> tuple[int, list[tuple[Cell, ...]]]:
    """Cut cells into rows of at most `size` that begin with numbers going up: in how many ways, and one of them."""
    numbers = [int(text) if NUMBER.fullmatch(text := fold(cell.text)) else None for cell in cells]
    ways = [0] * len(cells) + [1]
    ends = [0] * len(cells)
    for at in range(len(cells) - 2, -1, -1):
        number = numbers[at]
        if number is None:
            continue
        for end in range(at + 2, min(at + size, len(cells)) + 1):
            following = numbers[end] if end < len(cells) else number + 1
            if ways[end] and following is not None and following > number:
                ways[at] = min(ways[at] + ways[end], SEVERAL)
                ends[at] = end
    rows = []
    at = 0
    while ways[0] and at < len(cells):
        rows.append(tuple(cells[at : ends[at]]))
        at = ends[at]
    return ways[0], rows


def crosstab(what: str) -> str:
    return f"{what} is a cross-table with regions as rows and projects as groups of columns, not a list of projects"


def _what(lines: Sequence[Cell], words: Vocabulary) -> str:
    """Say what kind of text this looks like, and what can be done but give another file."""
    labels = [line for line in lines if words.name(line.text)]
    if len(labels) >= LEAST_HEADERS and words.name(lines[0].text) in ("project", "target"):
        return (
            "this is the form of a single project, a label or a value on each line, and empty values left no line, "
            "so that which value belongs to which label cannot be told;"
        )
    found = "no table of projects was found in the text (it begins " + "、".join(fold(o.text)[:12] for o in lines[:4])
    if sum(numbered.MARK.match(line.text) is not None for line in lines) >= LEAST_HEADERS:
        return f"{found}): in each of its numbered paragraphs put 责任单位： and 进展情况： before what they tell, or"
    return (
        f"{found}): no line of three header cells or more, "
        "such as 项目名称, 主要内容 and 完成情况, and no such cells one a line;"
    )
