"""Stretches of time that headers, titles and file names speak of."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from reportgen.text import fold

YEAR = r"(?:(?P<year>20\d\d)年?度?)?"
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
FORMS = (
    re.compile(YEAR + r"第?(?P<quarter>[一二三四1-4])季度?"),
    re.compile(YEAR + r"(?P<half>上半年|下半年)"),
    re.compile(YEAR + r"(?P<first>1[0-2]|0?[1-9])月?份?[-—–~至到](?P<last>1[0-2]|0?[1-9])月份?底?"),
    re.compile(r"(?P<till>截[至止]到?)" + YEAR + r"(?P<month>1[0-2]|0?[1-9])月(?:份?底|末|(?P<day>[0-3]?\d)日)?"),
    re.compile(YEAR + r"(?P<month>1[0-2]|0?[1-9])月(?:份|底|末)?"),
    re.compile(r"(?P<year>20\d\d)年?(?P<whole>度|全年|全年度)"),
    re.compile(r"(?P<whole>全年|年度)"),
)
DAY = re.compile(r"(?:(?P<year>20\d\d)[年/.-])?(?P<month>1[0-2]|0?[1-9])[月/.-](?P<day>[0-3]?\d)日?(?:前|00:00:00)?")
AFTER_DUE = re.compile(r"之?前|以前|完成|竣工")
FILE_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_.年]?(1[0-2]|0[1-9]|[1-9](?=月))(?![-_.]?\d)")
FILE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
ANY_YEAR = re.compile(r"(?<!\d)(20\d\d)年")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole months or a part of the year; `year` is None where the words name none."""

    year: int | None
    first: int  # month
    last: int
    day: int | None = None
    words: str = ""

    def start(self, year: int) -> date:
        return date(self.year or year, self.first, 1)

    def end(self, year: int) -> date:
        known = self.year or year
        return date(known, self.last, self.day or calendar.monthrange(known, self.last)[1])

    @property
    def spans(self) -> bool:
        """Tell a quarter or half a year, in which a month may be reported, from a sum up to a month."""
        return "季" in self.words or "半年" in self.words

    @property
    def whole_year(self) -> bool:
        return (self.first, self.last) == (1, 12)


def stretches(typed: str) -> tuple[Stretch, ...]:
    """Find the stretches that a header or title names, in order: 三季度 is July to September."""
    text, found, start = fold(typed), list[Stretch](), 0
    while start < len(text):
        matches = [match for form in FORMS if (match := form.search(text, start))]
        if not matches:
            break
        match = min(matches, key=lambda match: (match.start(), -match.end()))
        found.append(_stretch(match))
        start = match.end()
    return tuple(found)


def without(typed: str) -> str:
    """Fold a header and take the stretches of time out of it: 三季度工作计划 is 工作计划."""
    text = fold(typed)
    for stretch in stretches(typed):
        text = text.replace(stretch.words, "", 1)
    return text


def _stretch(match: re.Match[str]) -> Stretch:
    part = match.groupdict()
    year = int(part["year"]) if part.get("year") else None
    words = match.group()
    if part.get("quarter"):
        last = 3 * DIGITS[part["quarter"]]
        return Stretch(year, last - 2, last, words=words)
    if part.get("half"):
        return Stretch(year, *((1, 6) if part["half"] == "上半年" else (7, 12)), words=words)
    if part.get("whole"):
        return Stretch(year, 1, 12, words=words)
    if part.get("till"):
        day = int(part["day"]) if part.get("day") else None
        return Stretch(year, 1, int(part["month"]), day, words)
    if part.get("month"):
        return Stretch(year, int(part["month"]), int(part["month"]), words=words)
    return Stretch(year, int(part["first"]), int(part["last"]), words=words)


def day(typed: str, year: int) -> date | None:
    """Read a deadline: 2025年9月30日, 2025-09-30, 9月底前, 三季度; None where the text is no single day or stretch."""
    text = fold(typed)
    if match := DAY.fullmatch(text):
        known, month, on = int(match["year"] or year), int(match["month"]), int(match["day"])
        return date(known, month, on) if on <= calendar.monthrange(known, month)[1] else None
    found = stretches(re.sub(r"年底|年末", "全年", text))
    if len(found) != 1 or len(AFTER_DUE.sub("", text)) > len(found[0].words) + 2:
        return None
    return found[0].end(year)


def file_month(name: str) -> tuple[int, int] | None:
    """Read year and month from a file name such as 2025-08.txt or 202508进展.xlsx; its folders do not count."""
    match = FILE_MONTH.search(fold(PurePath(name).name))
    return (int(match[1]), int(match[2])) if match else None


def any_year(typed: str) -> int | None:
    """Read a year from a title."""
    match = ANY_YEAR.search(fold(typed))
    return int(match[1]) if match else None


def file_year(name: str) -> int | None:
    """Read a year from a file name."""
    match = FILE_YEAR.search(fold(PurePath(name).name))
    return int(match[1]) if match else None
