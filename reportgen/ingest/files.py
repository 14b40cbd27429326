"""One file's grids ▶ its items, sheet by sheet, and what was set aside on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from reportgen.ingest.columns import captions, fields, headings, leading, page_tops, rows, unseen
from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.body import Body, Sheet
from reportgen.ingest.columns.headers import lines_above
from reportgen.ingest.columns.sheets import Passed, sheets
from reportgen.ingest.columns.vocabulary import Vocabulary, vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import Norms
from reportgen.records import Item, Period
from reportgen.text import fold


@dataclass(frozen=True, slots=True)
class File:
    """What one file holds; each sheet of a workbook is a return of its own.

    `mapped` are the headers that it has of those that the office named by hand.
    """

    sheets: tuple[Sheet, ...]
    returns: tuple[tuple[Item, ...], ...]
    left_out: tuple[LeftOut, ...]
    passed: tuple[Passed, ...]
    mapped: Set[str]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for items in self.returns for item in items)

    @property
    def period(self) -> Period:
        """What its sheets speak of, all of one day; an empty form among them may not tell when the plan falls due."""
        told = (sheet.layout.period for sheet in self.sheets)
        return max(told, key=lambda period: (period.plan_due is not None, period.year is not None))


def read(grids: Sequence[Grid], norms: Norms, month: str | None, columns: Mapping[str, str]) -> File:
    """Read the grids of one file; InputError says what stands in the way."""
    words = vocabulary(norms.columns, columns)
    settled, passed = sheets(grids, norms, words, month)
    found = page_tops.moved(settled)
    returns: list[tuple[Item, ...]] = []
    left_out: list[LeftOut] = []
    body = Body()
    lines = [lines_above(sheet.grid, sheet.header.start) for sheet in found]
    led = leading.over_tables(found, lines, norms.units)
    for sheet, over, heading, by in zip(found, lines, headings.above(lines), led, strict=True):
        # A page break in a document parts a table; a sheet of a workbook begins anew.
        goes_on = sheet.grid.rows[0][0].address.style == "text"
        told = {**by, **captions.told(over, words)}
        body = body.next_page(heading, told) if goes_on else Body(heading=heading, told=told)
        items = _items(sheet, body, norms, words)
        if goes_on and returns:
            returns[-1] += items
        else:
            returns.append(items)
        left_out += body.left_out
    return File(found, tuple(returns), tuple(left_out), passed, words.mapped.keys() & set(map(fold, words.found)))


def _items(sheet: Sheet, body: Body, norms: Norms, words: Vocabulary) -> tuple[Item, ...]:
    """Read the rows of a sheet as items, and leave out hidden copies of others."""
    rows.read(sheet, body, norms.columns, norms.units)
    items = tuple(fields.items(sheet, body, norms.columns, norms.units, words))
    copies = unseen.copies(items, sheet.grid.hidden)
    body.left_out += [LeftOut("copy", (item.target, copies[item.no].target)) for item in items if item.no in copies]
    return tuple(item for item in items if item.no not in copies)
