"""Settled columns ▶ the period that the table speaks of, and the plan that is judged in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

from reportgen.errors import InputError
from reportgen.ingest.columns import periods
from reportgen.ingest.columns.headers import Head, called, rename
from reportgen.ingest.columns.reporting import TELLS
from reportgen.ingest.columns.timing import ACHIEVED
from reportgen.ingest.columns.titles import (
    Doubt,
    check_calendar,
    lines,
    named,
    of_day,
    of_last_year,
    other_months,
    place,
    reported,
    written,
)
from reportgen.ingest.columns.titles import year as year_named
from reportgen.records import Cell, Period
from reportgen.sources import file_month, file_part
from reportgen.text import fold

QUARTERLY = re.compile(r"[本当]季|季度")
BY_NOW = re.compile(r"[本当][月期]|月度|应[达完]|序时|时序(?:进度|要求)")


class OtherMonth(InputError):
    """A table speaks of another month than the one asked for."""


class Undated(InputError):
    """A table tells no year or no month; the message is to be put behind its name."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns with their final names, each name once but for target, progress and `extra`."""

    heads: tuple[Head, ...]
    period: Period
    doubts: tuple[Doubt, ...] = ()


def layout(
    heads: Sequence[Head], titles: Sequence[Cell], file: str, month: str | None, beside: int | None = None
) -> Layout:
    """Settle the period and the plan that is judged in it; InputError where month and headers disagree.

    `beside` is the year of other tables, for one that names none.
    """
    year = known_year(heads, titles, file, month) or beside or _missing_year(heads, titles)
    check_calendar(heads, titles, file, year)
    as_of = _as_of(heads, titles, file, month, year)
    late = of_last_year(heads, titles, as_of)
    guessed = _by_day(heads, titles, file, month, year)
    doubts = (*_other_months(titles, file, month, as_of), *filter(None, (late, guessed)))
    year = as_of.year - 1 if late else year
    plans = [(head, head.stretch) for head in called(heads, "plan")]
    first = min((s.end(year) for _, s in plans if s and s.till and s.end(year) >= as_of), default=None)
    due = [(head, s) for head, s in plans if not s or (s.end(year) == first if s.till else s.start(year) <= as_of)]
    chosen = max(due, key=lambda plan: _nearness(plan[1], year), default=None)
    others = {head.index: "extra" for head, _ in plans if not chosen or head != chosen[0]}
    stretch = (chosen[1] or _running(chosen[0], as_of)) if chosen else None
    if stretch is None or stretch.whole_year:
        period = Period(as_of)
    else:
        period = Period(as_of, stretch.start(year), stretch.end(year))
    return Layout(rename(heads, others), replace(period, year=year if late else None), doubts)


def _other_months(titles: Sequence[Cell], file: str, month: str | None, as_of: date) -> tuple[Doubt, ...]:
    """Give what titles tell of other months, which is refused where nothing else tells which month is meant."""
    doubts = tuple(other_months(titles, as_of))
    if doubts and not month and not file_month(file):
        raise InputError(
            f"{place(doubts[0].cell, file)}: 「{fold(doubts[0].cell.text)}」 and another title or header speak of "
            f"different months; mend the wrong one, or give the month, such as --month {as_of:%Y-%m}."
        )
    return doubts


def _by_day(heads: Sequence[Head], titles: Sequence[Cell], file: str, month: str | None, year: int) -> Doubt | None:
    """Ask of a month that nothing tells but the day on which the table was filled in."""
    told = month or file_month(file) or _told(heads, titles, known=False)[0]
    filled_in = None if told else written(titles, year)
    return of_day(*filled_in) if filled_in else None


def _running(head: Head, as_of: date) -> periods.Stretch | None:
    """Take 本月目标 for what is asked of the month reported, 季度目标 of its quarter, 应达进度 up to its end."""
    words = fold(head.words)
    if QUARTERLY.search(words):
        last = as_of.month + -as_of.month % 3
        return periods.Stretch(as_of.year, last - 2, last)
    return periods.Stretch(as_of.year, as_of.month, as_of.month, as_of.day) if BY_NOW.search(words) else None


def _nearness(stretch: periods.Stretch | None, year: int) -> tuple[bool, date]:
    """Order plans: that of a part of the year before that of the whole, the later before the earlier."""
    return (stretch is not None and not stretch.whole_year, stretch.end(year) if stretch else date.min)


def known_year(heads: Sequence[Head], titles: Sequence[Cell], file: str, month: str | None) -> int | None:
    """Find the year: asked for, in the file's name, in what is reported, in a title, or anywhere else."""
    named = file_month(file)
    reported = [head.stretch.year for head in heads if head.stretch and head.name == "progress"]
    years = [
        int(month[:4]) if month else None,
        named[0] if named else None,
        max((year for year in reported if year), default=None),
        *map(year_named, titles),
        *(head.stretch.year for head in heads if head.stretch),
        periods.file_year(file),
    ]
    return next((year for year in years if year), None)


def _missing_year(heads: Sequence[Head], titles: Sequence[Cell]) -> NoReturn:
    told, _ = _told(heads, titles, known=False)
    example = f"2025-{told.last if told else 8:02}"
    raise Undated(f"no header, title or file name tells the year; give --month, such as {example}.")


def _as_of(heads: Sequence[Head], titles: Sequence[Cell], file: str, month: str | None, year: int) -> date:
    wanted, asked = month, f"the month asked for ({month})"
    if not wanted and (named := file_month(file)):
        wanted, asked = f"{named[0]}-{named[1]:02}", f"the file name ({named[0]}-{named[1]:02})"
    stretch, words = _told(heads, titles, known=wanted is not None)
    if stretch is None:
        if wanted is None and (filled_in := written(titles, year)):
            return filled_in[1]
        if wanted is None:
            raise Undated(f"no header, title or file name tells the month; give --month, such as --month {year}-08.")
        return _day(wanted)
    as_of = stretch.end(year)
    if wanted and stretch.spans and f"{stretch.start(year):%Y-%m}" <= wanted[:7] <= f"{as_of:%Y-%m}":
        return _day(wanted)
    part = None if month else file_part(file)
    if part and as_of.year == part[0] and as_of.month in range(part[1], part[2] + 1):
        return as_of  # a month of the quarter that the file is named for
    if wanted and f"{as_of:%Y-%m}" != wanted[:7]:
        raise OtherMonth(
            f"{file}: {asked} and the table disagree: 「{words}」 speaks of {as_of:%Y-%m}; "
            "give the month of the table or the table of the month."
        )
    return _day(wanted) if wanted and not stretch.dated else as_of  # a day that the table names itself holds


def _day(asked: str) -> date:
    """The day that is asked for, or the last one of the month: 2025-08-20, 2025-08."""
    if len(asked) > len("2025-08"):
        return date.fromisoformat(asked)
    year, month = int(asked[:4]), int(asked[5:])
    return periods.Stretch(year, month, month).end(year)


def _told(heads: Sequence[Head], titles: Sequence[Cell], *, known: bool) -> tuple[periods.Stretch | None, str]:
    """Find the stretch that the table reports: in its progress header, a title, else a column kept aside.

    Where the month is known, a column kept aside (9月冲刺, 上半年完成情况) does not speak against it.
    """
    told = [head.words for head in _latest(heads) if head.name in TELLS]
    shares = [head.words for head in called(heads, "rate")]
    above = [cell.text for cell in lines(titles)]
    aside = [] if known else _kept_aside(heads)
    yearly: tuple[periods.Stretch | None, str] = (None, "")
    for text in [*told, *above, *aside]:
        found = periods.stretches(text)
        parts = named(text) if text in above else reported(text) or [one for one in found if not one.whole_year]
        if parts:
            return _to_the_day(parts[-1], above), fold(text)
        if "全年" in fold(text) and found and not yearly[0] and text not in shares:  # 占全年任务比例 tells no day
            yearly = found[-1], fold(text)
    return yearly


def _to_the_day(told: periods.Stretch, above: Sequence[str]) -> periods.Stretch:
    """Take the day of a title (截至10月25日) for the month that a header names (10月进展), not for its end (10月底).

    Within the quarter that a header names, a title's month is the one that is reported.
    """
    if told.dated:
        return told
    within = [stretch for line in above for stretch in reported(line) if told.spans and stretch.last < told.last]
    if within and told.first <= within[-1].last:
        return within[-1]
    named = (stretch for line in above for stretch in periods.stretches(line) if stretch.dated)
    alike = (day for day in named if day.last == told.last and (day.day or day.words.startswith("截")))
    return next((replace(told, day=day.day, words=day.words) for day in alike), told)


def _latest(heads: Sequence[Head]) -> list[Head]:
    """Leave out a sum up to the month before, which is read with that month's report."""
    ends = [head.stretch.last for head in called(heads, "progress") if head.stretch]
    return [head for head in heads if head.name != "progress" or not head.stretch or head.stretch.last == max(ends)]


def _kept_aside(heads: Sequence[Head]) -> list[str]:
    """The words of the columns kept aside, those first that report, the latest before the others."""
    kept = called(heads, "extra")
    reports = [head for head in kept if head.stretch and ACHIEVED.search(head.words)]
    reports.sort(key=lambda head: head.stretch.last if head.stretch else 0, reverse=True)
    return [head.words for head in (*reports, *kept)]
