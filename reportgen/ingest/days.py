"""Days that a row tells: after the table's own, on no calendar, without their 日, of one month against a quarter."""

from __future__ import annotations

import calendar
import re
from datetime import date

from reportgen.ingest.counts import HANZI, counts
from reportgen.records import Period
from reportgen.text import fold

UNTIL = re.compile(
    r"截[至止]到?(?:目前)?,?(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>[0-3]?\d)日|(?P<end>底|末))"
)
PAST = re.compile(r"已经?于(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>[0-3]?\d)日|(?P<end>底|末))")
DAY = re.compile(r"(?<![\d.])(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
MONTHLY = re.compile(
    r"(?<![至到\-~—年])(?:本月|当月|(?P<month>1[0-2]|[1-9]|[一二三四五六七八九]|十[一二]?)月份?)(?!底|末|初|上旬|中旬|下旬|以来|前|起|止|[\d\-~—至])"
    r"(?P<words>[^,。;]*?\d+(?:\.\d+)?万?(?:人次|剂次|批次|场次|[人名户家个套张场期件]))"
)
SUMMED = re.compile(r"累计|截[至止]|今年以来|1-\d{1,2}月|全年")
NO_DAY = re.compile(r"(?<!\d)(?:1[0-2]|[1-9])月[0-3]?\d(?=[前起左至止])")


def later_than(text: str, as_of: date) -> str | None:
    """Find a day up to which the text tells, or on which a thing is said to have happened, after the table's day."""
    folded = fold(text)
    for match in (*UNTIL.finditer(folded), *PAST.finditer(folded)) if "月" in folded else ():
        year, month = int(match["year"] or as_of.year), int(match["month"])
        last = calendar.monthrange(year, month)[1]
        day = min(int(match["day"] or last), last)
        if day and date(year, month, day) > as_of:
            return match.group()
    return None


def impossible_day(text: str) -> str | None:
    """Find a day that no calendar has."""
    folded = fold(text)
    for match in DAY.finditer(folded) if "日" in folded else ():
        month, day = int(match["month"]), int(match["day"])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2024, month)[1]:
            return match.group()
    return None


def month_only(plan: str, progress: str, period: Period) -> str | None:
    """Find a month's figure where the plan counts a longer stretch and no sum is told."""
    longer = period.plan_start is not None and period.plan_start.replace(day=1) < period.as_of.replace(day=1)
    text = fold(progress)
    if not longer or "月" not in text or SUMMED.search(text) or not counts(plan):
        return None
    told = (match for match in MONTHLY.finditer(text) if _month(match["month"]) in (None, period.as_of.month))
    return next((match.group()[:24] for match in told), None)


def _month(words: str | None) -> int | None:
    """Read a month in figures or hanzi: 十二 is 12."""
    if not words or words.isdecimal():
        return int(words) if words else None
    return 10 + (HANZI[words[1]] if words[1:] else 0) if words[0] == "十" else HANZI[words]


def without_day(text: str) -> str | None:
    """Find a day of the month that lacks its 日: 9月20前."""
    folded = fold(text)
    match = NO_DAY.search(folded) if "月" in folded else None
    return match.group() if match else None
