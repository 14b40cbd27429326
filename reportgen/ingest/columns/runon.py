"""Text whose cells run together without anything between them: put apart where one way alone fits."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.errors import InputError
from reportgen.ingest.columns.headers import FIRST_ROWS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

ORDERS = (("project", "no", "target", "lead_unit", "progress"), ("no", "target", "lead_unit", "progress"))
START = re.compile(r"(?P<project>[^\d。,，]{0,20}?)(?P<no>\d{1,3})(?P<rest>[^\d].*)", re.DOTALL)
UNITS = re.compile(r"[\u3400-\u9fff（）()、]{2,40}")  # that may begin with names of units
COUNTED = re.compile(r"[个家所条处座套名项辆类种户批次年月日号%％.、万亿人]")  # what follows makes the number count
LONGEST_UNIT = 15  # characters


def unfold(grid: Grid, lines: Sequence[Cell], words: Vocabulary, units: UnitNorms) -> Grid | None:
    """Give rows of cells; None where no line is a header run together, InputError where a row can be cut otherwise."""
    for at, line in enumerate(lines[:FIRST_ROWS]):
        labels = _labels(line, words)
        names = tuple(words.name(label.text) for label in labels)
        if names in ORDERS:
            body = [line for line in lines[at + 1 :] if line.text.strip()]
            rows = tuple(_rows(body, names[0] == "project", grid.file, units))
            return replace(grid, rows=(labels, *rows), titles=(*grid.titles, *lines[:at]))
    return None


def _labels(line: Cell, words: Vocabulary) -> tuple[Cell, ...]:
    """Cut a line behind each word of the norms, the longest that begins there; nothing where some letters are left."""
    text, ends, at = line.text.strip(), [0], 0
    while at < len(text):
        size = max((len(alias) for alias in words.aliases if len(alias) > 1 and text.startswith(alias, at)), default=0)
        at += size or 1
        if size:
            ends.append(at)
    if ends[-1] != len(text):
        return ()
    return tuple(cell(line, column, text[a:b]) for column, (a, b) in enumerate(itertools.pairwise(ends), 1))


def cell(line: Cell, column: int, text: str) -> Cell:
    """Make a part of a line a cell of its own."""
    return Cell(replace(line.address, column=column), text)


def _rows(body: Sequence[Cell], with_project: bool, file: str, units: UnitNorms) -> Iterator[tuple[Cell, ...]]:
    last = 0
    for line in body:
        start = START.fullmatch(line.text.strip())
        cuts = list(_cuts(start["rest"], units)) if start else []
        number = int(start["no"]) if start else 0
        in_turn = number == last + 1 or not last
        if not start or len(cuts) != 1 or not in_turn or COUNTED.match(start["rest"]):
            ways = "more than one" if len(cuts) > 1 else "no sure"
            raise InputError(
                f"{file}, line {line.address.row}: nothing divides the cells, and 「{fold(line.text)[:20]}…」 can be "
                f"cut in {ways} way; give the Word, Excel or web file that it was copied from."
            )
        last = number
        texts = (start["project"], start["no"], *cuts[0])
        yield tuple(cell(line, column, text) for column, text in enumerate(texts[not with_project :], 1))


def _cuts(rest: str, units: UnitNorms) -> Iterator[tuple[str, str, str]]:
    """Give every way to cut target, units and progress: the target ends in a full stop, names of units follow."""
    for stop in re.finditer("。", rest):
        run = UNITS.match(rest, stop.end())
        for end in range(stop.end() + 2, (run.end() if run else 0) + 1):
            names = rest[stop.end() : end].split("、")
            if end < len(rest) and all(_unit(name, units) for name in names):
                yield rest[: stop.end()], rest[stop.end() : end], rest[end:]


def _unit(name: str, units: UnitNorms) -> bool:
    return 2 < len(name) <= LONGEST_UNIT and name.endswith(units.endings)
