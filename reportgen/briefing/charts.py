"""The briefing's pictures as numbers: status by project, or by lead unit where projects are many, and by month."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.briefing.tables import Breakdown, Chart, Line, Tally
from reportgen.briefing.tallies import standings, tally
from reportgen.history import History
from reportgen.labels import Labels
from reportgen.records import Status, Table, Verdict
from reportgen.typography import one_line


def charts(
    table: Table, verdicts: Sequence[Verdict], classed: str, by_unit: Breakdown, past: History, labels: Labels
) -> dict[str, Chart]:
    """Draw the trend from the second month on, and one picture of this one; a single bar would only repeat totals.

    `classed` heads the column of projects where these are classes of the items.
    """
    drawn = {}
    if past.months:
        drawn["trend"] = _chart("各月进展情况", _by_month(table, verdicts, past, labels), labels)
    projects = _by_project(table, verdicts)
    for title, lines in (
        (f"各{classed or '项目'}进展情况", projects),
        (f"各{labels.headers.lead_unit}进展情况", by_unit.lines),
    ):
        if 1 < len(lines) <= labels.limits.bars:
            return drawn | {"status": _chart(title, lines, labels)}
    return drawn


def _by_month(table: Table, verdicts: Sequence[Verdict], past: History, labels: Labels) -> tuple[Line, ...]:
    """Count each month's items as they were judged then; a month that is not on record has no bar."""
    then = (Line(labels.past_month(month.as_of), standings(month.items)) for month in past.months)
    return (*then, Line(labels.past_month(table.period.as_of), tally(verdicts)))


def _by_project(table: Table, verdicts: Sequence[Verdict]) -> tuple[Line, ...]:
    held = {verdict.item.no: verdict for verdict in verdicts}
    return tuple(
        Line(one_line(project.name) or str(project.number or ""), tally(held[item.no] for item in project.items))
        for project in table.whole_projects
    )


def _chart(title: str, lines: Sequence[Line], labels: Labels) -> Chart:
    heading = f"{title}（单位：{labels.unit}）"
    series = {labels.word(status): tuple(_count(line.tally, status) for line in lines) for status in Status}
    told = "；".join(f"{line.name}{_in_words(line.tally, labels)}" for line in lines)
    return Chart(heading, f"{heading}。{told}。", tuple(line.name for line in lines), series)


def _count(counted: Tally, status: Status) -> int:
    number: int = getattr(counted, status.value)
    return number


def _in_words(counted: Tally, labels: Labels) -> str:
    parts = ((status, _count(counted, status)) for status in Status)
    return "、".join(f"{labels.word(status)}{labels.count(number)}" for status, number in parts if number)
