"""Verdicts to Briefing: every number is computed here, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.briefing import annex, changes, charts, entries, frame, late, tallies
from reportgen.briefing.records import Briefing
from reportgen.history import FIRST, History
from reportgen.ingest.columns import cut_names
from reportgen.labels import Labels
from reportgen.norms import Norms
from reportgen.records import Status, Table, Verdict

if TYPE_CHECKING:
    from reportgen.workspace import Settings


def compose(
    table: Table,
    verdicts: Sequence[Verdict],
    settings: Settings,
    labels: Labels,
    norms: Norms,
    past: History = FIRST,
) -> Briefing:
    """Compose the briefing of a table; `verdicts` holds one for each of its items, `past` what earlier months tell.

    `norms` give units' other names, so that a unit that the table spells in two ways is counted once.
    """
    known = norms.units.names
    items = cut_names.mended([verdict.item for verdict in verdicts], norms.units)
    by_number = {item.no: replace(verdict, item=item) for item, verdict in zip(items, verdicts, strict=True)}
    ordered = tuple(by_number[item.no] for item in table.items)
    signed = frame.issue_date(table.period.as_of, settings, (item.progress.text for item in table.items))
    speaker = entries.Speaker.of(table, labels, norms)
    counted = tallies.tally(ordered)
    classed = tallies.project_class(table, norms)
    by_unit = tallies.by_unit(ordered, known)
    subject = settings.office.subject.replace(frame.BREAK, "")
    behind = late.behind(ordered, past, speaker)
    doubtful, listed = entries.queries(ordered, speaker), labels.limits.listed
    annexed = ("ledger", *(["behind"] if behind else []), *(["review"] if len(doubtful) > listed else []))
    return Briefing(
        as_of=table.period.as_of,
        year=table.period.year_due.year,
        subject=subject,
        scope=settings.office.scope,
        frame=frame.frame(table.period, signed, settings, labels),
        items=counted,
        shares=tallies.shares(counted, labels.formats.share_digits),
        projects=counted if classed else tallies.project_tally(table, ordered),
        changes=changes.changes(ordered, past, speaker),
        by_unit=by_unit,
        by_leader=tallies.by_leader(ordered),
        done=entries.listing(ordered, Status.DONE, speaker),
        on_track=entries.listing(ordered, Status.ON_TRACK, speaker),
        behind=behind,
        behind_rest=entries.charges((by_number[entry.no] for entry in behind[listed:]), known),
        shared_ground=late.shared_ground(behind[:listed]),
        unreported=tallies.unreported(ordered),
        followed=changes.followed(ordered, past, speaker),
        review=doubtful,
        review_listed=len(doubtful) <= listed,
        demands=frame.demands(ordered, table.period, signed, settings, labels, norms.units),
        annexes=frame.annexes(table.period, subject, annexed, labels),
        ledger=annex.ledger(table, by_number, labels),
        charts=charts.charts(table, ordered, classed, by_unit, past, labels),
    )
