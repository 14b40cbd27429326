"""The forms in which a text names days, and the stretch that each names in a given year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from reportgen.facts.words import numerals, seasons
from reportgen.facts.words.phrases import any_of
from reportgen.facts.words.seasons import Stretch
from reportgen.norms import DateNorms

MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
WRITTEN_DAY = r"(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[日号])"
# 9月中 is the middle of the month, 9月中心城区 is not.
MIDDLE = r"中(?![小心学国央医标型期])"
PART = rf"上中旬|中下旬|上旬|中旬|下旬|底|末|初|{MIDDLE}"
BEFORE = r"(?:之前|以前|前(?!后|期|往|述|端|提|置|景|来|沿|台|列|去|[一二三四五六七八九十\d])|之内|以内|内(?!部|容|外))"
AFTER = r"(?:之后|以后|后(?!续|期|台|备|勤|方|者|花))"
YEAR = (
    r"(?:(?P<year>(?<!\d)(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2}"
    rf"|(?<!\d)\d\d(?=年(?:{MONTH}月|底|末)))年度?|(?P<year_word>[今本当明次来翌去]|(?<![以之])[上前后])"
    r"(?:年(?![龄级轻限均份检报鉴货])度?的?|(?<=[明来翌])[春夏秋冬]))"
)
OF_A_YEAR = "[^,。;\\d]{0,8}(?:征缴|参保|缴费)"  # 2022年度集中征缴 names the year that is paid for
HAS_YEAR = r"(?(year)|(?(year_word)|(?!)))"
FORMS = rf"""
    (?P<recurring>每个?月|逐月|按月|每年)(?:{MONTH}月)?(?:月?(?:{PART})|{DAY}[日号])?{BEFORE}?
  |(?P<latest>不迟于|不晚于|最迟|最晚)?(?:{YEAR})?(?:
      (?<![\d.])(?P<iso_year>(?:19|20)\d\d)[-./](?P<iso_month>1[0-2]|0?[1-9])(?:[-./](?P<iso_day>{DAY}))?(?![\d.万亿元%公平米吨亩人])日?
     |(?<!\d)(?P<first>{MONTH})(?:(?:月份?)?{numerals.TO}|(?<=\d)、(?=\d))
        (?:(?P<last_year>次年|明年|翌年|(?:19|20)\d\d年)|[同今本]年)?(?P<last>{MONTH})月份?(?![\d龄度])[底末]?
     |(?<!\d)(?P<from_month>{MONTH})月(?P<from_day>{DAY})[日号]?{numerals.TO}(?:(?P<to_month>{MONTH})月)?(?P<to_day>{DAY})[日号]
     |(?<!\d)(?P<month>{MONTH})月(?![龄嫂度薪租饼球台])份?
        (?:(?P<day>{DAY}|{WRITTEN_DAY})(?:[日号]|(?={BEFORE}|左右|起|止|$|[,。;、)]))|(?P<part>{PART}))?
     |(?<![\d./])(?P<dot_month>1[0-2]|0?[1-9])[./](?P<dot_day>{DAY})(?=前|之前|以前|止|日)日?
     |前(?P<quarters>[一二三两])个?季度末?
     |第?(?P<quarter>[一二三四]|(?<!\d)[1-4])(?:[-~—–至到、和](?P<last_quarter>[一二三四1-4]))?季度
        (?P<quarter_part>末|初|底|中)?
     |(?P<half>[上下])半年[末底]?
     |(?(year)年?|(?(year_word)年?|(?<![\d一二两三四五六七八九十几数多半])年))(?P<year_part>底|末|终|内|初(?!中|计划|目标|任务|下达|确定|安排|原)|{MIDDLE})
     |(?P<near_day_month>本|当|下个?|上个?|次|这个)月(?P<near_day>{DAY})[日号]
     |(?P<near>本|当|下个?|上个?|次|这个)?(?<![\d人个])月(?P<near_part>{PART}|内)
     |(?P<near_whole>本|当|下个?|上个?|次)月(?![度薪租])
     |(?P<near_quarter>本|当|这个|下个?|上个?)季度(?P<near_quarter_part>末|初|底|中|内)?
     |(?P<week>[本下这])周(?:(?P<weekday>[一二三四五六日天])|[末内])?
     |(?P<soon>这一?[两几]天|明后?天)(?![都连来一阴雨大气下降停因没未])
     |(?P<span>\d{{1,3}}|[一二两三四五六七八九十半]{{1,2}})(?P<span_unit>个工作日|个月|天|日|周|个星期)(?=内|之内|以内)
     |(?<![\d.月])(?:(?P<lone_first>{DAY})[日号]?{numerals.TO})?(?P<lone_day>{DAY})日(?![均常间游])
     |(?P<named>@NAMED@)(?:期间|小长假|假期|假)?
     |{HAS_YEAR}(?P<alone>)(?!以来|同期|起|{OF_A_YEAR})
    )(?:(?P<before>{BEFORE})|(?P<after>{AFTER}))?
"""
FIRST_LETTERS = r"\d〇零一二三四五六七八九十元两半今本当这明次来翌去上下前后第年月每逐按不最"
WEEKDAYS = "一二三四五六日天"
MONTHS = {"本": 0, "当": 0, "这个": 0, "": 0, "下": 1, "下个": 1, "次": 1, "上": -1, "上个": -1}
YEAR_PARTS = {"初": (1, 1), "中": (6, 6), "内": (1, 12)}


@lru_cache(maxsize=8)
def grammar(words: DateNorms) -> re.Pattern[str]:
    """Build the pattern of all forms, with the norms' names of seasons and festivals."""
    names = sorted(seasons.names(words), key=lambda word: (-len(word), word))
    events = any_of(map(re.escape, words.events))
    bounds = {word for season in words.seasons if season.only_bounds for word in season.words}
    named = any_of(re.escape(word) + _go_on(word, events, word in bounds) for word in names)
    begins = FIRST_LETTERS + "".join(sorted({re.escape(word[0]) for word in names}))
    return re.compile(f"(?=[{begins}])(?:{FORMS.replace('@NAMED@', named)})", re.VERBOSE)


def _go_on(word: str, events: str, only_bounds: bool) -> str:
    """Tell how the text must go on: 五一前 and 汛后 are times, 五一路, 十一所 and 国庆村 are not, nor is 供暖面积."""
    if only_bounds or len(word) == 1 or all(letter in numerals.DIGITS + "十" for letter in word):
        return f"(?=期间|假期|小长假|当天|{BEFORE}|{AFTER})"
    return "" if word.endswith(("节", "期", "假")) else f"(?![路村街镇乡社小区、]|{events})"


def yearly(match: re.Match[str]) -> bool:
    """Tell whether the words name a stretch that every year has."""
    return any(match[name] for name, _ in YEARLY) or match["named"] is not None


def stretch(match: re.Match[str], year: int, as_of: date, words: DateNorms) -> Stretch | None:
    """Give the days that a form names in a year; None where there are none such.

    Raises ValueError or OverflowError beyond the calendar's years.
    """
    for name, give in YEARLY:
        if match[name]:
            return give(match, year)
    for name, near in NEAR:
        if match[name]:
            return near(match, as_of)
    if match["named"]:
        return min(seasons.named(match["named"], year, words), key=lambda one: abs((one[0] - as_of).days), default=None)
    return date(year, 1, 1), date(year, 12, 31)


def _iso(match: re.Match[str], _: date) -> Stretch:
    return _day(int(match["iso_year"]), match["iso_month"], match["iso_day"])


def _months(match: re.Match[str], year: int) -> Stretch:
    until = match["last_year"]
    last_year = None if not until else int(until[:4]) if until[0].isdecimal() else year + 1
    return seasons.months(year, _count(match["first"]), _count(match["last"]), last_year)


def _days(match: re.Match[str], year: int) -> Stretch | None:
    first = _count(match["from_month"])
    last = _count(match["to_month"] or match["from_month"])
    start, end = seasons.day(year, first, int(match["from_day"])), seasons.day(year, last, int(match["to_day"]))
    return (start, end) if start <= end else None


def _month(match: re.Match[str], year: int) -> Stretch:
    if match["day"]:
        return _day(year, match["month"], match["day"])
    return seasons.month_part(year, _count(match["month"]), match["part"])


def _dotted(match: re.Match[str], year: int) -> Stretch:
    return _day(year, match["dot_month"], match["dot_day"])


def _first_quarters(match: re.Match[str], year: int) -> Stretch:
    return seasons.months(year, 1, 3 * _count(match["quarters"]))


def _quarter(match: re.Match[str], year: int) -> Stretch:
    first, last = _count(match["quarter"]), _count(match["last_quarter"] or match["quarter"])
    return _quarters(year, first, last, match["quarter_part"])


def _quarters(year: int, first: int, last: int, part: str | None) -> Stretch:
    if part in (None, "内"):
        return seasons.months(year, 3 * first - 2, 3 * last)
    month = 3 * last - {"初": 2, "中": 1}.get(part or "", 0)
    return seasons.month_part(year, month, None if part == "中" else part)


def _half(match: re.Match[str], year: int) -> Stretch:
    return seasons.months(year, *((1, 6) if match["half"] == "上" else (7, 12)))


def _year_part(match: re.Match[str], year: int) -> Stretch:
    return seasons.months(year, *YEAR_PARTS.get(match["year_part"], (12, 12)))


def _near(match: re.Match[str], as_of: date) -> Stretch:
    year, month = seasons.month_from(as_of, MONTHS[match["near_whole"] or match["near"] or ""])
    return seasons.month_part(year, month, match["near_part"])


def _near_day(match: re.Match[str], as_of: date) -> Stretch:
    """The day of a month told from the table's own (本月20日)."""
    year, month = seasons.month_from(as_of, MONTHS[match["near_day_month"]])
    return _day(year, str(month), match["near_day"])


def _near_quarter(match: re.Match[str], as_of: date) -> Stretch:
    year, month = seasons.month_from(as_of, 3 * MONTHS[match["near_quarter"]])
    quarter = (month + 2) // 3
    return _quarters(year, quarter, quarter, match["near_quarter_part"])


def _week(match: re.Match[str], as_of: date) -> Stretch:
    monday = as_of + timedelta(days=(7 if match["week"] == "下" else 0) - as_of.weekday())
    if not match["weekday"]:
        return monday, monday + timedelta(days=6)
    one = monday + timedelta(days=min(WEEKDAYS.index(match["weekday"]), 6))  # 周日, 周天
    return one, one


def _soon(_: re.Match[str], as_of: date) -> Stretch:
    """The next days (另2所这两天安装)."""
    return as_of + timedelta(days=1), as_of + timedelta(days=3)


def _lone_day(match: re.Match[str], as_of: date) -> Stretch | None:
    first, last = (int(match[name] or match["lone_day"]) for name in ("lone_first", "lone_day"))
    start, end = (seasons.day(as_of.year, as_of.month, number) for number in (first, last))
    return (start, end) if start <= end else None


def _span(match: re.Match[str], as_of: date) -> Stretch | None:
    """Count 15天内 and 10个工作日内 from the table's day."""
    unit = match["span_unit"]
    if match["span"] == "半":
        return as_of, as_of + timedelta(days=15)
    count = numerals.number(match["span"])
    if count is None:
        return None
    if unit == "个工作日":
        return as_of, seasons.working_days_after(as_of, int(count))
    if unit == "个月":
        return as_of, seasons.day(*seasons.month_from(as_of, int(count)), as_of.day)
    return as_of, as_of + timedelta(days=int(count) * (7 if unit in ("周", "个星期") else 1))


def _day(year: int, month: str, number: str | None) -> Stretch:
    if number is None:
        return seasons.month_part(year, _count(month), None)
    one = seasons.day(year, _count(month), _count(number))
    return one, one


def _count(word: str) -> int:
    return 1 if word == "元" else int(numerals.number(word) or 0)


YEARLY: Sequence[tuple[str, Callable[[re.Match[str], int], Stretch | None]]] = (
    ("first", _months),
    ("from_month", _days),
    ("month", _month),
    ("dot_month", _dotted),
    ("quarters", _first_quarters),
    ("quarter", _quarter),
    ("half", _half),
    ("year_part", _year_part),
)
NEAR: Sequence[tuple[str, Callable[[re.Match[str], date], Stretch | None]]] = (
    ("iso_year", _iso),
    ("near_part", _near),
    ("near_whole", _near),
    ("near_day", _near_day),
    ("near_quarter", _near_quarter),
    ("week", _week),
    ("soon", _soon),
    ("span", _span),
    ("lone_day", _lone_day),
)
