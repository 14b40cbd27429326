"""Masthead, title, demands, annexes and closing block: what the settings and the period say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from reportgen.briefing.entries import charges
from reportgen.briefing.records import Annex, Charge, Deadline, Demands, Frame
from reportgen.briefing.tallies import tally
from reportgen.ingest.audit.days import told_until
from reportgen.ingest.columns.register import collective
from reportgen.labels import Labels
from reportgen.norms import UnitNorms
from reportgen.records import Item, Outcome, Period, Status, Verdict
from reportgen.typography import one_line

if TYPE_CHECKING:
    from reportgen.workspace import Settings

BREAK = "｜"
FULL_LINE, GOOD_LINE = 20, 18  # characters of a 22 pt title on a 156 mm line: at most, and as the rule advises


def frame(period: Period, signed: date, settings: Settings, labels: Labels) -> Frame:
    """Put together what stands around the text."""
    office, closing = settings.office, settings.closing
    addressees = "、".join(office.addressees)
    named = (("报", closing.report), ("送", closing.send), ("发", closing.distribute), ("抄送", closing.copy_to))
    return Frame(
        kind=office.kind,
        masthead=office.masthead,
        issue=issue(period.as_of, settings, labels),
        issuer=office.issuer or office.name,
        addressees=addressees,
        title=title_lines(labels.formats.title.format(month=labels.month(period.as_of), subject=office.subject)),
        signature=office.signature or office.name,
        date=signed,
        recipients=tuple((label, "，".join(names)) for label, names in named if names),
        copies=closing.copies,
    )


def issue_date(as_of: date, settings: Settings, reports: Iterable[str] = ()) -> date:
    """Give the day of issue: as set, or so many days after the as-of day, and after no day that it quotes as past."""
    given = settings.issue.date
    return given if isinstance(given, date) else max(as_of + timedelta(days=given), told_until(reports, as_of))


def issue(as_of: date, settings: Settings, labels: Labels) -> str:
    """Number the issue: it rolls by one a month from the first. Earlier months, or none set, give no number."""
    first = settings.issue.first_month
    if not first or f"{as_of:%Y-%m}" < first:
        return ""
    year, month = (int(part) for part in first.split("-"))
    number = settings.issue.first_number + 12 * (as_of.year - year) + as_of.month - month
    if settings.office.kind == "通报" and settings.issue.prefix:
        return labels.formats.document_number.format(prefix=settings.issue.prefix, year=as_of.year, number=number)
    return labels.formats.issue.format(number=number, year=as_of.year)


def title_lines(marked: str) -> tuple[str, ...]:
    """Break a title at its ｜ marks: on as few lines as fit, the longer line first, none equal to the next."""
    parts = [one_line(part) for part in marked.split(BREAK) if part]
    whole = "".join(parts)
    if len(whole) <= GOOD_LINE:
        return (whole,)
    layouts = (
        _layout(parts, cuts) for count in range(1, len(parts)) for cuts in combinations(range(1, len(parts)), count)
    )
    return min(layouts, key=_ugliness, default=(whole,))


def _layout(parts: Sequence[str], cuts: Sequence[int]) -> tuple[str, ...]:
    edges = (0, *cuts, len(parts))
    return tuple("".join(parts[start:end]) for start, end in pairwise(edges))


def _ugliness(lines: tuple[str, ...]) -> tuple[int, int, int]:
    """Rate a layout: lines that are too long, then lines too many, then shapes that are not a trapezoid or rhomb."""
    lengths = [len(line) for line in lines]
    over = sum(max(0, length - FULL_LINE) for length in lengths)
    level = sum(abs(one - next_) < 2 for one, next_ in pairwise(lengths))
    waist = len(lengths) == 3 and lengths[1] < min(lengths[0], lengths[2])
    rising = len(lengths) == 2 and lengths[0] < lengths[1]
    return over, len(lines), level + rising + 2 * waist


def demands(
    verdicts: Sequence[Verdict], period: Period, signed: date, settings: Settings, labels: Labels, units: UnitNorms
) -> Demands:
    """Work out what to ask of the units, and by when."""
    late = _single(charges((one for one in verdicts if one.status is Status.BEHIND), units.names, joint=True), units)
    doubtful = charges((verdict for verdict in verdicts if verdict.needs_review), units.names)
    due = deadlines(verdicts, period, labels)
    applies = {"catch_up": late, "keep_pace": due, "verify": doubtful, "report_back": late or doubtful or due}
    return Demands(
        clauses=tuple(clause for clause, reason in applies.items() if reason),
        behind=late,
        deadlines=due,
        review=doubtful,
        report_by=report_date(signed, settings.report_back.day),
        report_to=settings.report_back.to or settings.office.name,
    )


def _single(charged: Sequence[Charge], units: UnitNorms) -> tuple[Charge, ...]:
    """Leave out words for many units (各街道) beside the units that can be asked for the same items."""
    named = {number for one in charged if not collective(one.unit, units) for number in one.numbers}
    return tuple(one for one in charged if not collective(one.unit, units) or not named.issuperset(one.numbers))


def deadlines(verdicts: Iterable[Verdict], period: Period, labels: Labels) -> tuple[Deadline, ...]:
    """Give the days still to come on which this period's plan and the year's targets fall due."""
    unfinished = [verdict for verdict in verdicts if verdict.status is not Status.DONE]
    last = [(verdict, _last_day(verdict.item, period)) for verdict in unfinished]
    years_end = tally(verdict for verdict, day in last if day == period.year_due)
    others = sorted(day for _, day in last if day != period.year_due)
    days = [Deadline(period.year_due, "", years_end, True, *_sorted_out(others, period))]
    if period.plan_due and period.plan_due < period.year_due:
        term, open_ = labels.plan(period.plan_start, period.plan_due), tally(filter(_misses_plan, unfinished))
        days.insert(0, Deadline(period.plan_due, term, open_, False))
    return tuple(one for one in days if (one.open.total or one.others) and one.day > period.as_of)


def _sorted_out(days: Sequence[date], period: Period) -> tuple[int, tuple[date, ...], int]:
    """Count the days that have passed and those of later years, and list those still to come in this one."""
    coming = tuple(day for day in days if period.as_of < day < period.year_due)
    return sum(day <= period.as_of for day in days), coming, sum(day > period.year_due for day in days)


def _last_day(item: Item, period: Period) -> date:
    """Give the day by which all of an item is asked for: its own, where a column tells it, or the year's end.

    The day in a column of deadlines is that of the plan only where a plan of a period is asked for beside it.
    """
    own = item.due if period.plan_due is None or item.plan.blank else item.deadline
    return own or period.year_due


def _misses_plan(verdict: Verdict) -> bool:
    """Tell whether this period's plan still asks for something."""
    asked = [check for check in verdict.checks if check.requirement.of_plan]
    unmet = any(check.outcome is not Outcome.MET for check in asked)
    return unmet or (verdict.status is Status.BEHIND and not verdict.item.plan.blank)


def report_date(issued: date, day: int) -> date:
    """Give the next day of the month with that number after the day of issue."""
    following = (issued.replace(day=1) + timedelta(days=31)).replace(day=day)
    return issued.replace(day=day) if issued.day < day else following


def annexes(period: Period, subject: str, names: Sequence[str], labels: Labels) -> tuple[Annex, ...]:
    """Name the annexes; one that is alone bears no number."""
    titles = {
        "ledger": labels.annexes.ledger,
        "behind": labels.annexes.behind,
        "review": labels.annexes.review,
    }
    words = {"month": labels.month(period.as_of), "subject": subject}
    return tuple(
        Annex(
            name,
            labels.annexes.label.format(number=at if len(names) > 1 else ""),
            title_lines(titles[name].format(**words)),
        )
        for at, name in enumerate(names, 1)
    )
