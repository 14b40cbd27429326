"""Figures that do not agree within one row: lists and their counts, shares, dates, months against quarters."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.records import Period
from reportgen.text import fold

HANZI = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
TIMES = {"": 1, "万": 10_000, "千": 1_000, "亿": 100_000_000}
THING = r"个|家|所|条|处|座|套|场|期|名|项|辆|类|种|部|户|批"
# 甲、乙、丙共3家: names parted by 、, then how many; 等 leaves names out.
LISTED = re.compile(
    rf"(?P<names>[^,。;:!?()、]+(?:、[^,。;:!?()、]+)+?)(?P<count>\d+|[{''.join(HANZI)}])(?P<unit>{THING})"
)
LIST_END = re.compile(r"(?P<etc>等)?(?P<sum>共计?|合计|总计)?$")
PARTS = re.compile(
    r"(?P<whole>\d+)(?P<unit>个|家|所|条|处|座|套|场|名|户)[^。;:]*?[,(]?(?:包括|其中|分别为)(?P<parts>[^。;]+)"
)
NUMBER = r"(?P<value>\d+(?:\.\d+)?)(?P<times>[万千亿]?)"
COUNT = re.compile(NUMBER + r"(?P<more>余|多)?(?P<unit>人次|剂次|批次|场次|[人名户家个套张所条座处辆场期件根吨])")
SHARE = re.compile(
    r"(?:完成率|(?:完成|达到?|占)[^,。;\d]{0,8}?(?:任务|目标|指标|计划)[^,。;\d]{0,6}?)(?:为|达到?|的|约)*(?P<share>\d+(?:\.\d+)?)%"
)
UNTIL = re.compile(
    r"截[至止]到?(?:目前)?,?(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>[0-3]?\d)日|(?P<end>底|末))"
)
DAY = re.compile(r"(?<![\d.])(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
MONTHLY = re.compile(
    r"(?<![至到\-~—年])(?:本月|当月|(?P<month>1[0-2]|[1-9]|[一二三四五六七八九]|十[一二]?)月份?)(?!底|末|初|上旬|中旬|下旬|以来|前|起|止|[\d\-~—至])"
    r"(?P<words>[^。;]*?\d+(?:\.\d+)?万?(?:人次|剂次|批次|场次|[人名户家个套场期件]))"
)
SUMMED = re.compile(r"累计|截[至止]|今年以来|1-\d{1,2}月|全年")
OWN_COUNT = re.compile(rf"\d(?:{THING})")
AND = re.compile(r"[和及与]")
HEDGED_TWICE = re.compile(r"(?:约|大约|近|超过?)\d+(?:\.\d+)?[万千亿]?(?:[余多]|[^\d,。;]{1,3}(?:左右|以上))")
NO_DAY = re.compile(r"(?<!\d)(?:1[0-2]|[1-9])月[0-3]?\d(?=[前起左至止])")
OF_PEOPLE = frozenset({"人", "名", "人次", "剂次"})
SAME_UNIT = {"名": "人", "场次": "场"}
LEAST_NAMES = 3


def miscounted(text: str) -> tuple[int, int] | None:
    """Find a list whose names are not as many as it says: (names, said)."""
    for match in LISTED.finditer(fold(text)):
        end = LIST_END.search(match["names"])
        names = match["names"][: end.start() if end else None].split("、")
        if len(names) < LEAST_NAMES or any(OWN_COUNT.search(name) for name in names):
            continue
        said, most = _count(match["count"]), len(names) + len(AND.findall(names[-1]))
        summed = end is not None and end["sum"] is not None
        if names[-1][-1:].isdigit() and not summed:
            continue  # the figure belongs to the last name
        open_ended = end is not None and end["etc"] is not None
        if said < len(names) or (said > most and not open_ended):
            return len(names), said
    return None


def _count(words: str) -> int:
    return HANZI.get(words) or int(words)


def unsummed(text: str) -> tuple[int, int] | None:
    """Find parts that do not add up to their whole: (sum of the parts, whole)."""
    for match in PARTS.finditer(fold(text)):
        unit = match["unit"]
        parts = [int(part) for part in re.findall(rf"(\d+){unit}", match["parts"])]
        if len(parts) >= 2 and "等" not in match["parts"] and sum(parts) > int(match["whole"]):
            return sum(parts), int(match["whole"])
        if (
            len(parts) >= 3
            and "包括" in match.group()
            and "等" not in match["parts"]
            and sum(parts) != int(match["whole"])
        ):
            return sum(parts), int(match["whole"])
    return None


@dataclass(frozen=True, slots=True)
class Misdivided:
    """A share that the figures beside it do not give."""

    share: str
    have: str
    want: str
    given: float


def misdivided(target: str, progress: str) -> Misdivided | None:
    """Find a share of the year's target that count and target do not give."""
    wants = list(COUNT.finditer(fold(target)))
    for sentence in re.split(r"[。;]", fold(progress)):
        shares = list(SHARE.finditer(sentence))
        if len(shares) != 1 or "分别" in sentence:
            continue
        counts = [count for count in COUNT.finditer(sentence) if count.end() <= shares[0].start()]
        pairs = [(have, want) for have in counts for want in wants if _unit(have) == _unit(want)]
        share = float(shares[0]["share"])
        given = [100 * _value(have) / _value(want) for have, want in pairs if _value(want)]
        if given and len(wants) == 1 and all(abs(ratio - share) > max(1.0, share / 50) for ratio in given):
            have, want = pairs[-1]
            return Misdivided(shares[0]["share"], have.group(), want.group(), given[-1])
    return None


def _value(match: re.Match[str]) -> float:
    return float(match["value"]) * TIMES[match["times"]]


def _unit(match: re.Match[str]) -> str:
    return SAME_UNIT.get(match["unit"], match["unit"])


def later_than(text: str, as_of: date) -> str | None:
    """Find a day up to which the text tells that lies after the day the table tells."""
    for match in UNTIL.finditer(fold(text)):
        year, month = int(match["year"] or as_of.year), int(match["month"])
        last = calendar.monthrange(year, month)[1]
        day = min(int(match["day"] or last), last)
        if day and date(year, month, day) > as_of:
            return match.group()
    return None


def impossible_day(text: str) -> str | None:
    """Find a day that no calendar has."""
    for match in DAY.finditer(fold(text)):
        month, day = int(match["month"]), int(match["day"])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2024, month)[1]:
            return match.group()
    return None


def month_only(plan: str, progress: str, period: Period) -> str | None:
    """Find a month's figure where the plan counts a longer stretch and no sum is told."""
    longer = period.plan_start is not None and period.plan_start.replace(day=1) < period.as_of.replace(day=1)
    text = fold(progress)
    if not longer or SUMMED.search(text) or not COUNT.search(fold(plan)):
        return None
    match = MONTHLY.search(text)
    return match.group()[:24] if match else None


def hedged_twice(text: str) -> str | None:
    """Find a figure that is hedged before and behind: 约1500余人."""
    match = HEDGED_TWICE.search(fold(text))
    return match.group() if match else None


def without_day(text: str) -> str | None:
    """Find a day of the month that lacks its 日: 9月20前."""
    match = NO_DAY.search(fold(text))
    return match.group() if match else None


def vague(text: str) -> str | None:
    """Find a result told as a bound: 开展10场次以上."""
    match = re.search(COUNT.pattern + r"以[上下](?!的?(?:单位|企业|学校|医院))", fold(text))
    return match.group() if match else None


def far_over(target: str, progress: str, times: float) -> tuple[str, str] | None:
    """Find a count many times over the target's only count of that unit: (target, progress)."""
    wants = _by_unit(target)
    for unit, counts in _by_unit(progress).items():
        if len(wants.get(unit, ())) == 1 and len(counts) == 1 and _value(counts[0]) >= times * _value(wants[unit][0]):
            return wants[unit][0].group(), counts[0].group()
    return None


def _by_unit(text: str) -> dict[str, list[re.Match[str]]]:
    held: dict[str, list[re.Match[str]]] = {}
    for match in COUNT.finditer(fold(text)):
        held.setdefault(_unit(match), []).append(match)
    return held


def other_unit(asked: str, told: str) -> tuple[str, str] | None:
    """Find people asked for in one unit and told in another (人次, 人): (asked, told)."""
    wants = {noun: count for (noun, unit), count in _sums(asked) if noun and unit in OF_PEOPLE}
    units = {_unit(count) for _, count in _sums(told)}
    for (noun, unit), count in _sums(told):
        want = wants.get(noun)
        if want and unit in OF_PEOPLE and _unit(want) != _unit(count) and _unit(want) not in units:
            return want.group(), count.group()
    return None


def fallen(before: str, now: str) -> Iterator[tuple[str, str]]:
    """Give the sums to date that are lower now than they were: (before, now)."""
    earlier = dict(_sums(before))
    for key, count in _sums(now):
        if key in earlier and _value(count) < _value(earlier[key]):
            yield earlier[key].group(), count.group()


def _sums(text: str) -> Iterator[tuple[tuple[str, str], re.Match[str]]]:
    """Give the counts of a text by their unit and the two characters before them, 累计 left out."""
    folded = fold(text)
    for match in COUNT.finditer(folded):
        before = re.sub(r"累计|已|共|完成|约|超|近", "", folded[: match.start()])[-2:]
        yield (before, match["unit"]), match
