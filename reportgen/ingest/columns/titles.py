"""What titles tell of time beside the period that is read: other months, an earlier year, days on no calendar."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reportgen.errors import InputError
from reportgen.ingest.columns import periods
from reportgen.ingest.columns.headers import Head, called, distinct
from reportgen.ingest.columns.periods import Stretch
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

ELSEWHEN = re.compile(r"\d{1,2}日|[^,;。()]{0,6}(?:计划|安排|打算|印发|反馈|下达)")
COMPARED = re.compile(r"(?:[较比自从]|同比|对应)[^,;。()]{0,6}$")
CARRIED_OVER = re.compile(r"[^,;。()]{0,6}(?:续建|结转|遗留|跨年|未完)")
LONGEST_TITLE = 60  # characters; what is longer, or ends in a stop, is a paragraph
DAY_BEHIND = re.compile(r"\d{1,2}[日号]")  # 9月3日: when it was written
WRITTEN = re.compile(
    r"(?:(?:(?P<year>20\d\d)年)?(?<!\d)(?:1[0-2]|0?[1-9])月[0-3]?\d[日号]"
    r"|20\d\d(?P<by>[./-])(?:1[0-2]|0?[1-9])(?P=by)[0-3]?\d(?![\d月]))"
    r"(?![前起至—–~-]|[^,;。()]{0,6}(?:计划|安排|打算|印发|反馈|下达|会|部署|通知|以))"
)
YEARS = re.compile(r"(?<!\d)20\d\d(?=[年./-])")
FIRST_DAYS = 10  # of a month, in which the month before is reported
SENDING = ("上报", "填报", "报送", "填表", "打印", "制表")


class Doubt(NamedTuple):
    """What is to be asked of a title or header, in words to print."""

    kind: str
    cell: Cell
    text: str


def first_lines(grid: Grid) -> tuple[Cell, ...]:
    """List the titles with which a file begins: before its first table, or alone in the first rows of that."""
    alone = itertools.takewhile(lambda cells: len(cells) <= 1, map(distinct, grid.rows))
    cells = (*grid.titles, *itertools.chain.from_iterable(alone))
    return tuple(filter(_short, cells))


def _short(line: Cell) -> bool:
    """Tell a title from a paragraph, which may speak of any time."""
    return len(fold(line.text)) <= LONGEST_TITLE and "。" not in line.text


def lines(titles: Sequence[Cell]) -> list[Cell]:
    """Leave out the titles that tell when the table is sent in."""
    return [cell for cell in titles if not any(word in fold(cell.text) for word in SENDING)]


def reported(text: str) -> list[Stretch]:
    """List the parts of a year that a title reports: without what is planned, compared, or when it was written."""
    return [
        stretch
        for stretch, before, after in _within(text)
        if not (stretch.whole_year or ELSEWHEN.match(after) or COMPARED.search(before))
    ]


def named(text: str) -> list[Stretch]:
    """List the parts of a year that a title reports, else those that it names at all but for when it was written."""
    parts = _within(text)
    return reported(text) or [
        stretch for stretch, _, after in parts if not (stretch.whole_year or DAY_BEHIND.match(after))
    ]


def _within(text: str) -> Iterator[tuple[Stretch, str, str]]:
    """Give the stretches of a title, each with what stands before and behind it."""
    before, after = "", periods.aside(text)
    for stretch in periods.stretches(text):
        passed, _, after = after.partition(stretch.words)
        before += passed
        yield stretch, before, after
        before += stretch.words


def written(titles: Sequence[Cell], year: int | None) -> tuple[Cell, date] | None:
    """Find the day on which a table was filled in, above its header, and the one up to which it then reports.

    In the first days of a month that is the end of the month before.
    """
    for cell in filter(_short, titles):
        match = WRITTEN.search(periods.aside(cell.text))
        day = periods.day(match[0], year or 0) if match and (year or match["year"] or match["by"]) else None
        if day:
            return cell, day - timedelta(days=day.day) if day.day <= FIRST_DAYS else day
    return None


def year(title: Cell) -> int | None:
    """Read the year of a title; one filled in in the first days of a year tells of the year before."""
    filled_in = written([title], None)
    years = {int(year) for year in YEARS.findall(periods.aside(title.text))}
    return filled_in[1].year if filled_in and len(years) == 1 else periods.any_year(title.text)


def of_day(title: Cell, as_of: date) -> Doubt:
    """Ask whether a table reports what the day on which it was filled in lets guess."""
    until = f"{as_of.year}年{as_of.month}月{as_of.day}日"
    text = f"表中没有写明是哪个月的进展，只有“{fold(title.text)}”，按截至{until}读入，请核实。"
    return Doubt("month_by_day", title, text)


def place(cell: Cell, file: str) -> str:
    """Name the place of a title for the user, who may not see it in a cell."""
    return f"{file} ({cell.address})" if cell.address.row or cell.address.part else file


def check_calendar(heads: Sequence[Head], titles: Sequence[Cell], file: str, year: int) -> None:
    """Refuse a title or header that names a month or a day which no calendar has."""
    for cell in dict.fromkeys((*titles, *(cell for head in heads for cell in head.path))):
        if words := periods.impossible(cell.text, year):
            raise InputError(f"{place(cell, file)}: no calendar has 「{words}」; mend it there.")


def other_months(titles: Sequence[Cell], as_of: date) -> Iterator[Doubt]:
    """Ask of titles that tell of other months only than the one that is read; the name of a sheet may be an old one."""
    for cell in filter(_short, lines(titles)):
        told = reported(cell.text) if cell.address.file else []
        if told and not any(_speaks_of(stretch, as_of) for stretch in told):
            text = f"“{fold(cell.text)}”与读入的月份（{as_of.year}年{as_of.month}月）不一致，请核实。"
            yield Doubt("other_month", cell, text)


def _speaks_of(stretch: Stretch, as_of: date) -> bool:
    """Tell a stretch that ends in the month, or a quarter or half year that holds it."""
    end = stretch.end(as_of.year)
    return (end.year, end.month) == (as_of.year, as_of.month) or (
        stretch.spans and stretch.start(as_of.year) <= as_of <= end
    )


def of_last_year(heads: Sequence[Head], titles: Sequence[Cell], as_of: date) -> Doubt | None:
    """Ask whether the targets are those of the year before, where a title or their own header names that year only."""
    cells = (*filter(_short, lines(titles)), *(cell for head in called(heads, "target") for cell in head.path))
    named = [(year, cell) for cell in cells for year in _years(cell.text)]
    if as_of.year in (year for year, _ in named):
        return None
    cell = next((cell for year, cell in named if year == as_of.year - 1), None)
    text = f"表中写的是{as_of.year - 1}年，年度目标的期限按{as_of.year - 1}年12月31日计，请确认。"
    return Doubt("targets_of_last_year", cell, text) if cell else None


def _years(text: str) -> Iterator[int]:
    """Give the years that a title names as whole ones, without those of works that were only begun then."""
    for stretch in periods.stretches(text):
        before, _, after = periods.aside(text).partition(stretch.words)
        if stretch.year and stretch.whole_year and not (COMPARED.search(before) or CARRIED_OVER.match(after)):
            yield stretch.year
