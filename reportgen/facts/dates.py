"""Moments: the days and stretches of days that a text names, resolved against the day that the table tells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from reportgen.facts import numerals, seasons
from reportgen.facts.phrases import says
from reportgen.facts.seasons import Stretch
from reportgen.norms import DateNorms
from reportgen.records import Moment
from reportgen.text import Folded

MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
TO = r"[-~—–至到]"
PART = r"上旬|中旬|下旬|底|末|初|中(?![小心学国央医标型期])"
BEFORE = r"(?:之前|以前|前(?!后|期|往|述|端|提|置|景|来|沿|台|列|去|[一二三四五六七八九十\d])|之内|以内|内(?!部|容|外))"
AFTER = r"(?:之后|以后|后(?!续|期|台|备|勤|方|者|花))"
YEAR = (
    rf"(?:(?P<year>(?<!\d)(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{{2}}|(?<!\d)\d\d(?=年{MONTH}月))年度?"
    r"|(?P<year_word>[今本当明次来翌去上]|(?<![以之])[前后])年度?的?)"
)
FORMS = rf"""
    (?P<recurring>每个?月|逐月|按月|每年)(?:{MONTH}月)?(?:月?(?:{PART})|{DAY}[日号])?{BEFORE}?
  |(?:{YEAR})?(?:
      (?<![\d.])(?P<iso_year>(?:19|20)\d\d)[-./](?P<iso_month>1[0-2]|0?[1-9])(?:[-./](?P<iso_day>{DAY}))?(?![\d.])日?
     |(?<!\d)(?P<first>{MONTH})(?:(?:月份?)?{TO}|(?<=\d)、(?=\d))(?:(?P<last_year>次年|明年|翌年|(?:19|20)\d\d年)|[同今本]年)?
        (?P<last>{MONTH})月份?(?![\d龄度])(?P<last_part>底|末)?
     |(?<!\d)(?P<from_month>{MONTH})月(?P<from_day>{DAY})[日号]?{TO}(?:(?P<to_month>{MONTH})月)?(?P<to_day>{DAY})[日号]
     |(?<![\d个人])(?P<month>{MONTH})月(?![龄嫂度薪租饼球台])份?
        (?:(?P<day>{DAY})(?:[日号]|(?={BEFORE}|左右|起|止|$|[,。;、)]))|(?P<part>{PART}))?
     |(?<![\d./])(?P<dot_month>1[0-2]|0?[1-9])[./](?P<dot_day>{DAY})(?=前|之前|以前|止|日)日?
     |前(?P<quarters>[一二三两])个?季度末?
     |第?(?P<quarter>[一二三四]|(?<!\d)[1-4])(?:[-~—–至到、和](?P<last_quarter>[一二三四1-4]))?季度(?P<quarter_part>末|初|底|中)?
     |(?P<half>[上下])半年[末底]?
     |(?(year)年?|(?(year_word)年?|(?<![\d一二两三四五六七八九十几数多半])年))(?P<year_part>底|末|终|内|中(?![小心学国央医标型期])|初(?!中))
     |(?P<near>本|当|下个?|上个?|次|这个)?(?<![\d人个])月(?P<near_part>{PART}|内)
     |(?P<near_whole>本|当|下个?|上个?|次)月(?![度薪租])
     |(?P<week>[本下这])周[末内]?
     |(?P<span>\d{{1,3}}|[一二两三四五六七八九十半]{{1,2}})(?P<span_unit>个工作日|个月|天|日|周|个星期)(?=内|之内|以内)
     |(?<![\d.月])(?P<lone_day>{DAY})日(?![均常间])
     |(?P<named>@NAMED@)(?:期间)?
     |(?P<alone>(?<=[年度]))
    )(?:(?P<before>{BEFORE})|(?P<after>{AFTER}))?
"""
QUARTERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
YEARS = {"今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "来": 1, "翌": 1, "去": -1, "上": -1, "前": -2, "后": 2}
MONTHS = {"本": 0, "当": 0, "这个": 0, "": 0, "下": 1, "下个": 1, "次": 1, "上": -1, "上个": -1}
STOP = re.compile(r"[,。;!?]")
SENTENCE_STOP = re.compile(r"[。;!?]")


@lru_cache(maxsize=8)
def _grammar(words: DateNorms) -> re.Pattern[str]:
    plain = sorted(seasons.festival_names(words), key=lambda word: (-len(word), word))
    # A short name (五一, 十一, 汛) is a time only where the text goes on as with a time: 五一路, 十一所.
    named = "|".join(
        re.escape(word)
        + ("" if len(word) > 2 or word[-1] in "节期假" else f"(?=期间|假期|小长假|当天|{BEFORE}|{AFTER})")
        for word in plain
    )
    return re.compile(FORMS.replace("@NAMED@", named), re.VERBOSE)


def moments(folded: Folded, as_of: date, words: DateNorms) -> tuple[Moment, ...]:
    """Find the days and stretches that a text names, in order. What recurs (每月底) and what is vague (近期) gives none.

    A month without a year is of the year of `as_of`, unless an earlier moment of the sentence, or the words, say otherwise.
    """
    found: list[Moment] = []
    previous: tuple[int, date] | None = None
    for match in _grammar(words).finditer(folded.text):
        if match["recurring"] or not match[0]:
            continue
        if previous and SENTENCE_STOP.search(folded.text, previous[0], match.start()):
            previous = None
        stretch = _resolve(match, as_of, previous[1] if previous else None, words)
        if stretch is None:
            continue
        start, end = stretch
        before = bool(match["before"]) or "内" in (match["year_part"] or match["near_part"] or "")
        found.append(Moment(start, end, folded.span(match.start(), match.end()), before))
        previous = match.end(), start
    return tuple(found)


def _resolve(match: re.Match[str], as_of: date, previous: date | None, words: DateNorms) -> Stretch | None:
    """Settle the year, then the days; None where there is no such day."""
    if match["span"]:
        return _span(match, as_of, words)
    stated = _stated_year(match, as_of)
    try:
        if stated or not _yearly(match):
            return _shifted(match, _stretch(match, stated or as_of.year, as_of, words))
        year = _likely_year(match, as_of, previous, words)
        return _shifted(match, _stretch(match, year, as_of, words))
    except (ValueError, OverflowError):
        return None


def _stated_year(match: re.Match[str], as_of: date) -> int | None:
    if match["year_word"]:
        return as_of.year + YEARS[match["year_word"]]
    if not match["year"]:
        return None
    digits = "".join(
        str("〇一二三四五六七八九".index(letter)) if letter in "〇一二三四五六七八九" else letter
        for letter in match["year"].replace("零", "〇")
    )
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _yearly(match: re.Match[str]) -> bool:
    """Tell whether the words name a stretch that every year has."""
    return any(
        match[name] for name in ("first", "from_month", "month", "dot_month", "quarter", "quarters", "half", "named")
    )


def _likely_year(match: re.Match[str], as_of: date, previous: date | None, words: DateNorms) -> int:
    """Choose the year of a bare month: the sentence's, else next or last year where the words and the distance say so."""
    year = as_of.year
    here = _stretch(match, year, as_of, words)
    if here is None:
        return year
    if previous and previous.year != year and here[0].month >= previous.month:
        return previous.year
    clause = _clause(match)
    coming, gone = says(words.future, clause), says(words.past, clause)
    limit = words.yearly - 60 if match["named"] else words.yearly
    if (as_of - here[1]).days > limit and (coming or match["before"]) and not (gone and not coming):
        return year + 1
    if (here[0] - as_of).days > words.yearly and gone and not coming:
        return year - 1
    return year


def _clause(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    begin = max((stop.end() for stop in STOP.finditer(text, max(0, start - 40), start)), default=max(0, start - 40))
    stop = STOP.search(text, end, end + 40)
    return text[begin : stop.start() if stop else end + 40]


def _stretch(match: re.Match[str], year: int, as_of: date, words: DateNorms) -> Stretch | None:
    if match["iso_year"]:
        return _days_of(int(match["iso_year"]), int(match["iso_month"]), match["iso_day"])
    if match["first"]:
        until = match["last_year"]
        last_year = None if not until else year + 1 if not until[0].isdecimal() else int(until[:4])
        return seasons.months(year, _month(match["first"]), _month(match["last"]), last_year)
    if match["from_month"]:
        first = _month(match["from_month"])
        last = _month(match["to_month"]) if match["to_month"] else first
        return seasons.day(year, first, int(match["from_day"])), seasons.day(year, last, int(match["to_day"]))
    if match["dot_month"]:
        return _days_of(year, int(match["dot_month"]), match["dot_day"])
    if match["month"]:
        if match["day"]:
            return _days_of(year, _month(match["month"]), match["day"])
        return seasons.month_part(year, _month(match["month"]), match["part"])
    if match["named"]:
        return min(seasons.named(match["named"], year, words), key=lambda one: abs((one[0] - as_of).days), default=None)
    return _stretch_of_year(match, year) or _stretch_near(match, as_of) or (date(year, 1, 1), date(year, 12, 31))


def _stretch_of_year(match: re.Match[str], year: int) -> Stretch | None:
    if match["quarters"]:
        return seasons.months(year, 1, 3 * QUARTERS[match["quarters"]])
    if match["quarter"]:
        first, last = _quarter(match["quarter"]), _quarter(match["last_quarter"] or match["quarter"])
        part = match["quarter_part"]
        if part:
            return seasons.month_part(year, 3 * last - {"初": 2, "中": 1}.get(part, 0), None if part == "中" else part)
        return seasons.months(year, 3 * first - 2, 3 * last)
    if match["half"]:
        return seasons.months(year, *((1, 6) if match["half"] == "上" else (7, 12)))
    if match["year_part"]:
        return seasons.months(year, *{"初": (1, 1), "中": (6, 6), "内": (1, 12)}.get(match["year_part"], (12, 12)))
    return None


def _stretch_near(match: re.Match[str], as_of: date) -> Stretch | None:
    if match["near_part"] or match["near_whole"]:
        year, month = seasons.month_from(as_of, MONTHS[match["near_whole"] or match["near"] or ""])
        return seasons.month_part(year, month, match["near_part"])
    if match["week"]:
        monday = as_of - timedelta(days=as_of.weekday()) + timedelta(days=7 if match["week"] == "下" else 0)
        return monday, monday + timedelta(days=6)
    if match["lone_day"]:
        return _days_of(as_of.year, as_of.month, match["lone_day"])
    return None


def _shifted(match: re.Match[str], stretch: Stretch | None) -> Stretch | None:
    """Move to the eve of a named stretch (国庆节前) or to the month that follows any stretch (汛期后)."""
    if stretch is None:
        return None
    start, end = stretch
    if match["named"] and match["before"] and "前" in match["before"]:
        return start - timedelta(days=1), start - timedelta(days=1)
    if match["after"]:
        return end + timedelta(days=1), end + timedelta(days=30)
    return stretch


def _span(match: re.Match[str], as_of: date, words: DateNorms) -> Stretch | None:
    """Count 15天内 and 10个工作日内 from the table's day, where the words speak of what is to come."""
    if not says(words.future, _clause(match)):
        return None
    half = match["span"] == "半"
    count = numerals.number("一" if half else match["span"])
    if count is None:
        return None
    unit, number = match["span_unit"], int(count)
    if unit == "个工作日":
        return as_of, seasons.working_days_after(as_of, number)
    if unit == "个月":
        year, month = seasons.month_from(as_of, number)
        return as_of, seasons.day(year, month, as_of.day) if not half else as_of + timedelta(days=15)
    return as_of, as_of + timedelta(days=number * (7 if unit in ("周", "个星期") else 1))


def _days_of(year: int, month: int, number: str | None) -> Stretch:
    if number is None:
        return seasons.month_part(year, month, None)
    one = seasons.day(year, month, int(number))
    return one, one


def _month(word: str) -> int:
    return int(word) if word.isdecimal() else int(numerals.number(word) or 0)


def _quarter(word: str) -> int:
    return int(word) if word.isdecimal() else QUARTERS[word]
