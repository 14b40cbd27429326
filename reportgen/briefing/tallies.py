"""Totals, shares, and the summaries by lead unit and by leader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_DOWN, Decimal

from reportgen.briefing.names import Register, lead_units, people
from reportgen.briefing.tables import Breakdown, Line, Shares, Tally
from reportgen.history import Standing
from reportgen.norms import Norms
from reportgen.records import Status, Table, Verdict
from reportgen.text import fold


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """Count items by status."""
    verdicts = tuple(verdicts)
    counts = Counter(verdict.status for verdict in verdicts)
    return _tally(counts, sum(verdict.needs_review for verdict in verdicts))


def unreported(verdicts: Iterable[Verdict]) -> int:
    """Count the items that are taken as on track though nothing was reported of them."""
    return sum(verdict.item.unreported for verdict in verdicts if verdict.status is Status.ON_TRACK)


def standings(items: Iterable[Standing]) -> Tally:
    """Count the items of an earlier month by status."""
    return _tally(Counter(item.status for item in items), 0)


def _tally(counts: Counter[Status], review: int) -> Tally:
    return Tally(counts[Status.DONE], counts[Status.ON_TRACK], counts[Status.BEHIND], review)


def project_class(table: Table, norms: Norms) -> str:
    """Give the header of the column that names the projects where it only classes the items: 类别, 领域."""
    headers = (fold(column.header) for column in table.columns if column.name == "project")
    return next((header for header in headers if header.endswith(norms.columns.group)), "")


def project_tally(table: Table, verdicts: Sequence[Verdict]) -> Tally:
    """Count projects: behind if any item is behind, done if all are done, else on track."""
    by_number = {verdict.item.no: verdict for verdict in verdicts}
    groups = [[by_number[item.no] for item in project.items] for project in table.whole_projects]
    review = sum(any(verdict.needs_review for verdict in group) for group in groups)
    return _tally(Counter(_joined({verdict.status for verdict in group}) for group in groups), review)


def _joined(statuses: set[Status]) -> Status:
    if Status.BEHIND in statuses:
        return Status.BEHIND
    return Status.DONE if statuses == {Status.DONE} else Status.ON_TRACK


def shares(counted: Tally, digits: int) -> Shares:
    """Work out percentages by the largest remainder, so that they add up to 100 exactly."""
    counts = (counted.done, counted.on_track, counted.behind)
    return Shares(*_whole(largest_remainder(counts, digits)))


def largest_remainder(counts: Sequence[int], digits: int) -> tuple[Decimal, ...]:
    """Share 100 among the counts in steps of 10**-digits; ties go to the larger count, then the earlier."""
    total = sum(counts)
    if not total:
        return tuple(Decimal(0) for _ in counts)
    step = Decimal(1).scaleb(-digits)
    exact = [Decimal(100 * count) / total for count in counts]
    floors = [share.quantize(step, ROUND_DOWN) for share in exact]
    missing = int((100 - sum(floors)) / step)
    first = sorted(range(len(counts)), key=lambda at: (floors[at] - exact[at], -counts[at], at))
    return tuple(floor + step * (at in first[:missing]) for at, floor in enumerate(floors))


def _whole(values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    if all(value == value.to_integral_value() for value in values):
        return tuple(value.to_integral_value() for value in values)
    return values


def by_unit(verdicts: Iterable[Verdict], register: Register) -> Breakdown:
    """Count the items of each lead unit."""
    return _breakdown(verdicts, lambda verdict: lead_units(verdict.item.lead_unit, register))


def by_leader(verdicts: Iterable[Verdict]) -> Breakdown:
    """Count the items of each leader."""
    return _breakdown(verdicts, lambda verdict: people(verdict.item.lead_leader) or ("",))


def _breakdown(verdicts: Iterable[Verdict], names: Callable[[Verdict], Sequence[str]]) -> Breakdown:
    """Group by the first of the names. Most items behind first, then in the order of the table."""
    groups: dict[str, list[Verdict]] = {}
    joint = 0
    for verdict in verdicts:
        joint += len(names(verdict)) > 1
        groups.setdefault(names(verdict)[0], []).append(verdict)
    unnamed = len(groups.pop("", ()))
    total = tally(verdict for group in groups.values() for verdict in group)
    lines = [Line(name, tally(group)) for name, group in groups.items()]
    return Breakdown(tuple(sorted(lines, key=lambda line: -line.tally.behind)), total, joint, unnamed)
