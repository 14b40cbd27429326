"""Two tables that only together tell a list ▶ one: who is to do what, and what was done, under the same numbers."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import InputError
from reportgen.ingest.columns import headers, reporting
from reportgen.ingest.columns.headers import Head, Header, called, distinct
from reportgen.ingest.columns.meanings import THINGS
from reportgen.ingest.columns.profile import NUMBER
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A grid with its header."""

    grid: Grid
    header: Header

    @property
    def keys(self) -> list[Head]:
        """The columns by which a row may be known: its numbers, then its names."""
        return [*called(self.header.heads, "no"), *called(self.header.heads, *THINGS)]

    def has(self, names: Iterable[str]) -> bool:
        return bool(called(self.header.heads, *names))

    @property
    def body(self) -> tuple[Row, ...]:
        return self.grid.rows[self.header.body :]

    def by(self, key: Head) -> Mapping[str, Row]:
        """Give the rows by what stands in a column, in one of numbers by those; nothing where two bear the same."""
        rows = [(fold(row[key.index].text), row) for row in self.body if len(distinct(row)) > 1]
        rows = [(text, row) for text, row in rows if (NUMBER.fullmatch(text) if key.name == "no" else text)]
        found = dict(rows)
        return found if len(found) == len(rows) else {}


def joined(grids: Sequence[Grid], words: Vocabulary, units: UnitNorms) -> list[Grid]:
    """Put each table that reports behind the one that tells, under the same numbers or names, what is to be done.

    InputError where a report names nothing, and its numbers are not found in one table under the same header.
    """
    parts = [_part(grid, words, units) for grid in grids]
    naming = {at: part for at, part in enumerate(parts) if part and part.has(THINGS) and not part.has(reporting.TELLS)}
    whole = list(grids)
    used = set[int]()
    for at, report in enumerate(parts) if naming else ():
        found = _same(naming, report) if report and report.has(reporting.TELLS) else None
        if report and found:
            place, own, key = found
            whole[at] = _beside(naming[place], own, report, key)
            used.add(place)
    return [grid for at, grid in enumerate(whole) if at not in used]


def _part(grid: Grid, words: Vocabulary, units: UnitNorms) -> Part | None:
    """Find the header of a ruled grid."""
    header = None if grid.flattened or grid.hidden or grid.short else headers.find(grid, words, units)
    return Part(grid, header) if header else None


def _same(naming: Mapping[int, Part], report: Part) -> tuple[int, Head, Head] | None:
    """Find the table that bears the numbers or names of a report's rows, with the columns in which both do."""
    for key in report.keys:
        wanted = report.by(key).keys()
        pairs = [(at, own) for at, part in naming.items() for own in part.keys if own.name == key.name]
        found = [(at, own) for at, own in pairs if wanted and _holds(naming[at], own, report, key)]
        alike = [(at, own) for at, own in pairs if fold(own.header) == fold(key.header)]
        best = [pair for pair in found if pair in alike] or found
        if len(best) == 1:
            return *best[0], key
        if alike and not report.has(THINGS):
            raise InputError(
                f"{report.grid.file}{report.grid.in_part} tells its tasks by 「{fold(key.header)}」 only, and "
                f"{'several other tables have' if found else 'no other table has'} all its numbers, each once; "
                "add a column with the tasks to it."
            )
    return None


def _holds(part: Part, own: Head, report: Part, key: Head) -> bool:
    """Tell whether a table has all rows of a report; one that names things has just the same rows, with those names."""
    told, rows = report.by(key), part.by(own)
    things = called(report.header.heads, *THINGS)
    if not things:
        return told.keys() <= rows.keys()
    return told.keys() == rows.keys() and all(
        {fold(told[number][head.index].text) for head in things} <= {fold(cell.text) for cell in rows[number]}
        for number in told
    )


def _beside(part: Part, own: Head, report: Part, key: Head) -> Grid:
    """Lay the rows of a report behind those of the same key; what is none of them becomes notes."""
    told = report.by(key)
    columns = [head.index for head in report.header.heads if head not in report.keys]
    above, behind = _levels(part), _levels(report)
    levels = [
        (*above[min(at, len(above) - 1)], *(behind[min(at, len(behind) - 1)][index] for index in columns))
        for at in range(max(len(above), len(behind)))
    ]
    body = [(*row, *_reported(row, told.get(fold(row[own.index].text)), columns)) for row in part.body]
    others = [row for row in report.body if row not in told.values()]
    return replace(
        part.grid,
        part=report.grid.part,
        rows=(*levels, *body),
        titles=(*_titles(part), *_titles(report)),
        notes=(*part.grid.notes, *report.grid.notes, *itertools.chain.from_iterable(map(distinct, others))),
        unseen=part.grid.unseen
        | {part.header.width + at for at, index in enumerate(columns) if index in report.grid.unseen},
        short=frozenset(),
        unread=(*part.grid.unread, *report.grid.unread),
        width=0,
    )


def _reported(row: Row, told: Row | None, columns: Sequence[int]) -> Iterator[Cell]:
    """Give what is told of a row; a line that is merged over it goes on."""
    spans = len(distinct(row)) == 1
    yield from (told[at] if told else row[-1] if spans else Cell() for at in columns)


def _levels(part: Part) -> tuple[Row, ...]:
    return part.grid.rows[part.header.start : part.header.body]


def _titles(part: Part) -> tuple[Cell, ...]:
    return headers.lines_above(part.grid, part.header.start)
