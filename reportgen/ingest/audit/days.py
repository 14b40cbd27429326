"""Days that a row tells: after the table's own, on no calendar, without their 日, of one month against a quarter."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from reportgen.ingest.audit.counts import Said
from reportgen.ingest.columns.periods import MONTHS
from reportgen.records import Period
from reportgen.text import fold

NEAR = 31  # days after the table's own up to which a report may have been told
UNTIL = re.compile(
    r"截[至止]到?(?:目前)?,?(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>[0-3]?\d)日|(?P<end>底|末))"
)
PAST = re.compile(r"已经?于(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>[0-3]?\d)日|(?P<end>底|末))")
DAY = re.compile(r"(?P<month>\d(?<![\d.]\d)\d?)月(?P<day>\d{1,2})日")
MONTHLY = re.compile(
    r"(?<![至到\-~—年])(?:本月|当月|(?P<month>1[0-2]|[1-9]|[一二三四五六七八九]|十[一二]?)月份?)(?!底|末|初|上旬|中旬|下旬|以来|前|起|止|[\d\-~—至])"
    r"(?P<words>[^,。;]*?\d+(?:\.\d+)?万?(?:人次|剂次|批次|场次|[人名户家个套张场期件]))"
)
SUMMED = re.compile(r"累计|截[至止]|今年以来|1-\d{1,2}月|全年")
DIGIT = "[一二三四五六七八九]"
IN_HANZI = re.compile(
    rf"(?<![第{DIGIT[1:-1]}十百])(?:(?:十[一二]?|{DIGIT})月(?:份|底|末|初|[上中下]旬)"
    rf"|(?:{DIGIT}?十{DIGIT}|{DIGIT}百[零十{DIGIT[1:-1]}]+)(?:人次|批次|[个家所座处场套名户辆]|条(?!措施|举措|意见)))"
)
NO_DAY = re.compile(r"[1-9](?<!\d\d)(?:(?<=1)[0-2])?月[0-3]?\d(?=[前起左至止])")


def later_than(said: Said, as_of: date) -> str | None:
    """Find a day up to which the text tells, or on which a thing is said to have happened, after the table's day."""
    return next((words for _, words in _told_after(said.text, as_of)), None)


def told_until(texts: Iterable[str], as_of: date) -> date:
    """Give the last day that texts tell of as gone by, the table's own where none is later; a far one is a slip."""
    days = (day for text in texts for day, _ in _told_after(fold(text), as_of))
    return max((day for day in days if day <= as_of + timedelta(days=NEAR)), default=as_of)


def _told_after(folded: str, as_of: date) -> Iterator[tuple[date, str]]:
    found = (*UNTIL.finditer(folded), *PAST.finditer(folded)) if "月" in folded else ()
    told = ((_last_day(match, as_of), match.group()) for match in found)
    return ((day, words) for day, words in told if day > as_of)


def not_renewed(said: Said, as_of: date, hopes: tuple[str, ...]) -> str | None:
    """Find a text left over from an earlier month: told up to a day before this one, or hoping for a day gone by."""
    folded = said.text
    if "月" not in folded:
        return None
    told = [(_last_day(match, as_of), match.group()) for match in UNTIL.finditer(folded)]
    if told and (latest := max(told))[0] < as_of.replace(day=1):
        return latest[1]
    hoped = ((_last_day(match, as_of), match.group()) for match in _hope(hopes).finditer(folded))
    return next((words for day, words in hoped if day < as_of), None)


def _last_day(match: re.Match[str], as_of: date) -> date:
    """Give the day that a match tells, the month's last where it tells none that the month has."""
    year, month = int(match["year"] or as_of.year), int(match["month"])
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(match["day"] or last) or last, last))


@lru_cache(maxsize=8)
def _hope(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match a hope with its day; a month whose beginning or middle is meant is taken to its end."""
    day = r"(?:(?P<year>20\d\d)年)?(?<![\d-])(?P<month>1[0-2]|[1-9])月(?:(?P<day>[0-3]?\d)日|份|底|末|[上中下]旬)?前?"
    return re.compile(rf"(?<!原)(?:{'|'.join(words)})(?:在|于)?{day}[^,。;]{{0,12}}")


def impossible_day(said: Said) -> str | None:
    """Find a day that no calendar has."""
    for match in DAY.finditer(said.text):
        month, day = int(match["month"]), int(match["day"])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2024, month)[1]:
            return match.group()
    return None


def month_only(plan: Said, progress: Said, period: Period) -> str | None:
    """Find a month's figure where the plan counts a longer stretch and no sum is told."""
    longer = period.plan_start is not None and period.plan_start.replace(day=1) < period.as_of.replace(day=1)
    text = progress.text
    if not longer or "月" not in text or SUMMED.search(text) or not plan.counts:
        return None
    told = (match for match in MONTHLY.finditer(text) if _month(match["month"]) in (None, period.as_of.month))
    return next((match.group()[:24] for match in told), None)


def _month(words: str | None) -> int | None:
    """Read a month in figures or hanzi: 十二 is 12."""
    return int(MONTHS.get(words, words)) if words else None


def in_hanzi(said: Said) -> str | None:
    """Find a month or a number of things in hanzi, which documents write in figures: 八月份, 十四条."""
    return _in_hanzi(said.hanzi)


@lru_cache(maxsize=4096)
def _in_hanzi(words: str) -> str | None:
    match = IN_HANZI.search(words)
    return match.group() if match else None


def without_day(said: Said) -> str | None:
    """Find a day of the month that lacks its 日: 9月20前."""
    match = NO_DAY.search(said.text)
    return match.group() if match else None
