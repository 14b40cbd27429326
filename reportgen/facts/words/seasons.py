"""Stretches of the calendar: months and their parts, and those that go by a name (国庆节, 汛期)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from reportgen.norms import DateNorms, Season

if TYPE_CHECKING:
    from holidays import HolidayBase

Stretch = tuple[date, date]
FIRST_YEAR, LAST_YEAR = 1950, 2090
FIRST, SECOND, LAST = (1, 10), (11, 20), (21, 31)
PARTS = {
    "上中旬": (1, 20),
    "中下旬": (11, 31),
    "上旬": FIRST,
    "初": FIRST,
    "中旬": SECOND,
    "中": SECOND,
    "下旬": LAST,
    "底": LAST,
    "末": LAST,
}


def day(year: int, month: int, number: int) -> date:
    """Give a day; one past the month's last (9月31日) is the last."""
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))


def month_part(year: int, month: int, part: str | None) -> Stretch:
    """Give a month or a part of it; 底 and 末 are its last ten days or so."""
    first, last = PARTS.get(part or "", (1, 31))
    return day(year, month, first), day(year, month, last)


def months(year: int, first: int, last: int, last_year: int | None = None) -> Stretch:
    """Give whole months; where the last comes before the first it lies in the next year."""
    until = last_year or (year if last >= first else year + 1)
    return date(year, first, 1), day(until, last, 31)


def month_from(as_of: date, offset: int) -> tuple[int, int]:
    """Give year and month so many months from a day."""
    count = as_of.year * 12 + as_of.month - 1 + offset
    return count // 12, count % 12 + 1


def named(word: str, year: int, words: DateNorms) -> Iterator[Stretch]:
    """Give the stretches of a year that go by a name; none where the holiday calendar does not know it."""
    for season in words.seasons:
        if word in season.words:
            yield _season(season, year)
    for festival in words.festivals:
        if word in festival.words and (first := _festival_day(festival.holiday, year)):
            start = first + timedelta(days=festival.offset)
            yield start, start + timedelta(days=festival.days - 1)


def _season(season: Season, year: int) -> Stretch:
    (first, from_day), (last, to_day) = (map(int, ends.split("-")) for ends in (season.start, season.end))
    start = day(year, first, from_day)
    end = day(year, last, to_day)
    return start, end if end >= start else day(year + 1, last, to_day)


@lru_cache(maxsize=256)
def _festival_day(holiday: str, year: int) -> date | None:
    days = _calendar(year).items()
    return min((on for on, name in days if holiday in name.split("（")[0].split("; ")), default=None)


@lru_cache(maxsize=8)
def _calendar(*years: int) -> HolidayBase:
    # Imported late, as it brings the calendars of the whole world; most tables name no holiday.
    import holidays

    known = [year for year in years if FIRST_YEAR <= year <= LAST_YEAR]
    return holidays.country_holidays("CN", years=known, expand=False, language="zh_CN")


def working_days_after(as_of: date, count: int) -> date:
    """Count working days as the state council's calendar has them, make-up days included."""
    found: date = _calendar(as_of.year, as_of.year + 1).get_nth_working_day(as_of, count)
    return found


def names(words: DateNorms) -> tuple[str, ...]:
    """Give all names of seasons and festivals."""
    return (
        *chain(*(season.words for season in words.seasons)),
        *chain(*(festival.words for festival in words.festivals)),
    )
