"""Stretches of time that headers, titles and file names speak of."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath

from reportgen.text import fold

YEAR = r"(?:(?P<year>20\d\d)年?度?)?"
DIGITS = {"首": 1, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
TILL = r"(?P<till>(?:截[至止](?:到|日期?|时间)?|更新[至到])[:为]?)"
REPORTED = (
    r"(?=(?:最新|工作|实际|项目|累计)*(?:进[展度]|完成|推进|实[绩况施]|情况|状[况态]|办理|落实|动态)(?![时日期]))"
)
FORMS = (
    re.compile(YEAR + r"第?(?P<quarter>[首一二三四1-4])季度?"),
    re.compile(r"(?<![A-Za-z])Q(?P<quarter>[1-4])(?!\d)"),
    re.compile(YEAR + r"(?P<half>上半年|下半年)"),
    re.compile(YEAR + r"(?P<first>1[0-2]|0?[1-9])月?份?[-—–~至到](?P<last>1[0-2]|0?[1-9])月份?底?"),
    re.compile(
        YEAR + r"(?P<first>1[0-2]|0?[1-9])月(?P<from>[0-3]?\d)[日号][-—–~至到]+"
        r"(?:(?P<end_year>20\d\d)年)?(?P<last>1[0-2]|0?[1-9])月(?P<day>\d\d?)[日号]"  # 7月26日—8月25日
    ),
    re.compile(TILL + YEAR + r"(?P<month>1[0-2]|0?[1-9])月(?:份?底|末|(?P<day>\d\d?)[日号])?"),
    re.compile(TILL + r"(?:(?P<year>20\d\d)[./-])?(?P<month>1[0-2]|0?[1-9])[./-](?P<day>\d\d?)(?!\d)"),
    re.compile(YEAR + r"(?P<month>1[0-2]|0?[1-9])月(?P<day>[0-3]?\d)[日号]" + REPORTED),  # 9月10日进展
    re.compile(r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])\.(?P<day>[0-3]\d)" + REPORTED),  # 9.10进展
    re.compile(YEAR + r"(?P<till>前)(?P<month>1[0-2]|[1-9])个月"),
    re.compile(YEAR + r"后(?P<rest>1[01]|[1-9])个月"),
    re.compile(YEAR + r"(?P<month>1[0-2]|0?[1-9])月上?(?P<part>[上中])旬"),
    re.compile(YEAR + r"(?P<month>1[0-2]|0?[1-9])月(?:份|底|末)?"),
    re.compile(r"(?<![\d.])(?P<year>20\d\d)[./-](?P<month>1[0-2]|0?[1-9])(?![./-]?\d)"),  # 2025.8, no day of it
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>1[0-2]|0[1-9])(?!\d)"),  # 202508
    re.compile(r"(?P<year>20\d\d)年?(?P<whole>度|全年|全年度)"),
    re.compile(r"(?P<year>20\d\d)(?P<whole>年)"),
    re.compile(r"(?P<whole>全年|年度)"),
)
DAY = re.compile(
    r"(?:(?P<year>20\d\d)[年/.-])?(?P<month>1[0-2]|0?[1-9])[月/.-](?P<day>[0-3]?\d)[日号]?(?:0?0:00(?::00)?)?"
)
MONTH = re.compile(r"(?P<year>20\d\d)[./-](?P<month>1[0-2]|0?[1-9])(?:月(?:份?底|末|份)?)?")
COMPACT = re.compile(r"(?P<year>20\d\d)(?P<month>1[0-2]|0[1-9])(?P<day>[0-3]\d)?")  # 202510, 20251031
SHORT_YEAR = re.compile(r"(?<![\d个])['’]?(?=2\d年\d{1,2}月)")  # 25年10月
TEN_DAYS = re.compile(r"(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|0?[1-9])月[上中]?(?P<part>[上中下])旬")
PARTS = {"上": 10, "中": 20, "下": 31}
FROM = re.compile(
    r"(?:(?P<year>20\d\d)[年.])?\d{1,2}月?(?:\d{1,2}日)?[-—–~至到/](?P<end>(?:20\d\d[年.])?\d{1,2}月.*|20\d\d[年.].+)"
)
MONTH_NUMBER = r"(?<![个上下前后近每])(十[一二]|[一二三四五六七八九十])"
HANZI_MONTH = re.compile(rf"{MONTH_NUMBER}(?=月)")
# A month of a report, not of a place (十月街, 六月六景区)
MONTH_OF_REPORT = re.compile(rf"{MONTH_NUMBER}(?=月(?:[份底末进完工计目任交应拟落推实情重民为办各度]|$|[)、,]))")
DAY_IN_HANZI = re.compile(rf"{MONTH_NUMBER}月([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[日号])")
MONTH_IN_DIGITS = re.compile(r"\d月")
YEAR_IN_HANZI = re.compile(r"二[〇零○O0]二[〇零○一二三四五六七八九](?=年)")
DIGIT_OF = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
UNITS = "一二三四五六七八九"
MONTHS = {hanzi: str(at) for at, hanzi in enumerate([*UNITS, "十", "十一", "十二"], start=1)}
DAYS = {
    hanzi: str(at)
    for at, hanzi in enumerate(tens + unit for tens in ("", "十", "二十", "三十") for unit in ("", *UNITS))
}
IMPOSSIBLE_MONTH = re.compile(rf"(?:20\d\d年|{TILL}|(?<!\d))(?:00?|1[3-9]|[2-9]\d)月(?!龄)")
YEAR_END = re.compile(r"(?:今年|本年|当年|(?<=\d)年|年)(?:年?[底末终内]|内)")
INTENDED = re.compile(r"^(?:截[至止]到?|力争|计划|预计|确保|争取|大?约|拟|于|在)+|\((?:预计|计划|暂定|拟)\)$")
BY_THEN = re.compile(
    r"(?<=[\d日号底末旬度年前])(?:全部|全面|基本)?(?:完成|完工|竣工|建成|投用|投入(?:使用|运营|运行)|开放|交付使用|交付|办结|验收|到位|通车|运营|持续|推进|实施|并|及)*$"
)
BESIDE = re.compile(r"(?<=.)\([^()]*[前后间季](?:后|前|开学)?\)$")  # 10月底(采暖期前)
ASIDE = re.compile(r"\([^()]*(?:填|报送|更新(?![至到])|盖章)[^()]*\)")  # tells how to fill the column in
YEAR_BEHIND = re.compile(r"^(?!.*20\d\d年.*20\d\d)(.*(?:季度|月|半年).*)\((20\d\d)年?度?\)$")  # 三季度计划(2022年)
YEAR_IN_BRACKETS = re.compile(r"^\((20\d\d)年?度?\)(?=.*(?:季度|月|半年))")
CALENDAR = re.compile(r"20\d\d|[月日号季前]|年[底内末]")
BEFORE = re.compile(r"(?:[之以]?前)?(?:完成|竣工)?$")
SERIAL = re.compile(r"4[0-9]\d{3}|5[0-4]\d{3}")  # a day as a spreadsheet counts it, of 2009 to 2050
FIRST_SERIAL = date(1899, 12, 30)
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
        last = calendar.monthrange(known, self.last)[1]
        return date(known, self.last, min(self.day or last, last))

    def on_calendar(self, year: int) -> bool:
        """Tell whether the month has the day that is named."""
        return self.day is None or self.end(year).day == self.day

    @property
    def spans(self) -> bool:
        """Tell a quarter or half a year, in which a month may be reported, from a sum up to a month."""
        return "季" in self.words or "半年" in self.words

    @property
    def till(self) -> bool:
        """Tell a month's end, by which all is asked that was asked before: 9月底."""
        return self.words.endswith(("月底", "月末"))

    @property
    def dated(self) -> bool:
        """Tell a stretch whose last day is named (截至10月25日, 10月底) from one that names but its month."""
        return self.day is not None or self.till

    @property
    def whole_year(self) -> bool:
        """Tell 全年 and 2025年 from what sums up to its last month (截至12月25日, 1-12月)."""
        return (self.first, self.last) == (1, 12) and "月" not in self.words


def stretches(typed: str) -> tuple[Stretch, ...]:
    """Find the stretches that a header or title names, in order: 三季度 is July to September."""
    text, found, start = aside(typed), list[Stretch](), 0
    while start < len(text):
        matches = [match for form in FORMS if (match := form.search(text, start))]
        if not matches:
            break
        match = min(matches, key=lambda match: (match.start(), -match.end()))
        found.append(_stretch(match))
        start = match.end()
    return tuple(found)


def aside(typed: str) -> str:
    """Fold a header or title, months in digits, a bracketed year first, without how to fill it in (9月5日前填报)."""
    text = YEAR_IN_HANZI.sub(lambda year: year[0].translate(DIGIT_OF), ASIDE.sub("", fold(typed)))
    text = DAY_IN_HANZI.sub(lambda day: f"{MONTHS[day[1]]}月{DAYS[day[2]]}", SHORT_YEAR.sub("20", text))
    text = YEAR_IN_BRACKETS.sub(r"\1年", YEAR_BEHIND.sub(r"\2年\1", text))
    return text if MONTH_IN_DIGITS.search(text) else MONTH_OF_REPORT.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    return MONTHS[match[1]]


def without(typed: str) -> str:
    """Fold a header and take the stretches of time out of it: 三季度工作计划 is 工作计划."""
    text = aside(typed)
    for stretch in stretches(typed):
        text = text.replace(stretch.words, "", 1)
    return text


def _stretch(match: re.Match[str]) -> Stretch:
    part = {name: text for name, text in match.groupdict().items() if text}
    first, last = _months(part)
    year, end_year, day = (int(part[name]) if name in part else None for name in ("year", "end_year", "day"))
    return Stretch(end_year or year, first, last, day or PARTS.get(part.get("part", "")), match.group())


def _months(part: Mapping[str, str]) -> tuple[int, int]:
    """Give the first and the last month that the parts of a stretch name."""
    if "quarter" in part:
        last = 3 * DIGITS[part["quarter"]]
        return last - 2, last
    if "half" in part:
        return (1, 6) if part["half"] == "上半年" else (7, 12)
    if "rest" in part:
        return 13 - int(part["rest"]), 12
    if "month" in part:
        return 1 if "till" in part else int(part["month"]), int(part["month"])
    first, last = int(part.get("first", 1)), int(part.get("last", 12))  # else the whole year
    return (min(first, last), last) if int(part.get("from", 1)) == 1 else (last, last)  # 7月26日 to 8月25日 is August


def impossible(typed: str, year: int) -> str | None:
    """Give the first words of a header or title that name a month or a day which no calendar has: 13月, 9月31日."""
    month = IMPOSSIBLE_MONTH.search(aside(typed))
    days = (stretch.words for stretch in stretches(typed) if not stretch.on_calendar(year))
    return month[0] if month else next(days, None)


def deadline(typed: str, year: int) -> date | None:
    """Read the day of a column of deadlines; words may say what is done by then (12月底前完成), or why (采暖期前)."""
    text = BESIDE.sub("", fold(typed))
    return day(BY_THEN.sub("", text), year)


def certain_day(typed: str, year: int) -> date | None:
    """Read a day that is no figure: 3.2 is the second of March only in a column of days."""
    return day(typed, year) if CALENDAR.search(fold(typed)) else None


def day(typed: str, year: int) -> date | None:
    """Read a day and nothing else: 2025年9月30日, 2025.10, 9月底前, 10月中旬, 三季度末, 年内, 3月至10月; else None."""
    if SERIAL.fullmatch(fold(typed)):
        return FIRST_SERIAL + timedelta(days=int(fold(typed)))
    text = INTENDED.sub("", HANZI_MONTH.sub(_digits, fold(typed)))
    if (span := FROM.fullmatch(text)) and not DAY.fullmatch(text):
        return day(span["end"], int(span["year"] or year))
    text = SHORT_YEAR.sub("20", BEFORE.sub("", text))
    for form in (DAY, MONTH, COMPACT, TEN_DAYS):
        if match := form.fullmatch(text):
            return _on(match.groupdict(), year)
    text = YEAR_END.sub("全年", text)
    found = stretches(text)
    return found[0].end(year) if len(found) == 1 and text.replace(found[0].words, "", 1) in ("", "末") else None


def _on(parts: dict[str, str | None], year: int) -> date | None:
    """Give the day that is named, the end of the ten days, or that of the month; None for 31 September."""
    known, month = int(parts["year"] or year), int(parts["month"] or 0)
    last = calendar.monthrange(known, month)[1]
    if part := parts.get("part"):
        return date(known, month, min(PARTS[part], last))
    on = int(parts.get("day") or last)
    return date(known, month, on) if 1 <= on <= last else None


def any_year(typed: str) -> int | None:
    """Read a year from a title."""
    match = ANY_YEAR.search(aside(typed))
    years = [int(match[1])] if match else [stretch.year for stretch in stretches(typed)]
    return next((year for year in years if year), None)


def file_year(name: str) -> int | None:
    """Read a year from a file name."""
    match = FILE_YEAR.search(fold(PurePath(name).name))
    return int(match[1]) if match else None
