"""What a careful clerk would query in the source table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.ingest.audit import across, cells, results
from reportgen.ingest.audit.counts import Texts, said
from reportgen.ingest.columns import register
from reportgen.norms import Norms
from reportgen.records import AuditNote, Item, Period, Table
from reportgen.text import fold

ASKS_WHETHER_DONE = re.compile(r"是否(?:已|全部)*(?:完成|完工|竣工|办结|销号)")


def audit(table: Table, norms: Norms) -> tuple[AuditNote, ...]:
    """List the queries in table order; those on the table as a whole come last."""
    has = {column.name for column in table.columns} | cells.ALWAYS
    timed = {column.header for column in table.columns if column.name == "due"}
    asked = (fold(column.header) for column in table.columns if column.name == "status")
    done = frozenset({"是"}) if any(map(ASKS_WHETHER_DONE.match, asked)) else frozenset()
    kept = register.keeps(across.leads(table, norms.units), norms.units)
    of_items = [
        note
        for item in table.items
        for note in (
            *_item(item, table.period, norms, has),
            *cells.strangers(item, norms.units, kept=kept),
            *(cells.claimed(item, done) if not item.status.blank else ()),
            *(cells.due_day(item, timed, table.period) if timed else ()),
        )
    ]
    return (*of_items, *across.queries(table, norms.units))


def unprinted(table: Table, instead: Mapping[int, str]) -> tuple[AuditNote, ...]:
    """List the cells with signs that are printed as others, since no typeface has them."""
    return tuple(note for item in table.items for note in cells.unprinted(item, instead))


def _item(item: Item, period: Period, norms: Norms, has: set[str]) -> Iterator[AuditNote]:
    texts = Texts(said(item.target.text), said(item.plan.text), said(item.progress.text))
    told = not item.progress.blank
    yield from cells.unplaced(item)
    yield from cells.missing(item, has)
    if told:
        yield from cells.same_words(item, texts)
    yield from cells.repeated_units(item, norms.units)
    yield from cells.slips(item)
    yield from cells.other_names(item, texts)
    yield from cells.vaguely_asked(item, texts, norms.audit)
    yield from results.disagreeing(item, texts, period)
    if told:
        yield from results.loosely_told(item, texts, float(norms.thresholds.implausible_times))
        yield from results.otherwise(item, texts, period, norms.audit)
        yield from results.missing(item, texts)
