"""Numbers of things as a cell tells them: 1.5万人次 is 15000 of the unit 人次."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from reportgen.text import fold

HANZI = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
TIMES = {"": 1, "万": 10_000, "千": 1_000, "亿": 100_000_000}
SAME_UNIT = {"名": "人", "场次": "场", "批": "批次"}
PEOPLE = frozenset({"人", "人次", "剂次"})
WORKS = frozenset({"公里", "亩", "平方米", "条", "座", "处", "个", "所", "家"})  # built, and counted when they stand
COUNT = re.compile(  # begins with a digit, for which a text is searched fast
    r"(?P<value>\d(?<![第\d.]\d)\d*(?:\.\d+)?)(?P<times>[万千亿]?)(?P<more>[余多])?"
    r"(?P<unit>人次|剂次|批次|场次|平方米|公里|个(?!月|工作日)|[人名户家套张所条座处辆场期件根吨门台亩间盏批])"
)
HEDGES = ("超过", "超", "逾", "近", "约")
BEFORE = 12  # characters before a number in which the words for it stand
BESIDE = 30  # and on both sides of it
CLAUSE_END = re.compile(r"[,。;:、()]")
RUN = re.compile(r"[\u3400-\u9fff]+")
TWO_HANZI = re.compile(r"[\u3400-\u9fff]{2}")
FRAMES = frozenset(
    {"完成", "新增", "新建", "建成", "开展", "累计", "目前", "已经", "实施", "改造", "建设", "举办", "以上"}
)
SERVED = re.compile(r"(?:受益|惠及|覆盖|服务|涉及)[^,。;]*$")
RUNNING = re.compile(r"累计|已|共|完成|约|超|近")  # words between the noun and its number


class Count(NamedTuple):
    """One number: its words as folded, its value, its unit as compared (名 is 人), and where it stands.

    `hedged` holds the words where they are not exact (超120场, 1000余份), else nothing.
    """

    words: str
    value: float
    unit: str
    start: int
    end: int
    hedged: str


class Said(NamedTuple):
    """What a cell says, worked out once for all the checks; its counts stand in order, and by their units."""

    typed: str
    text: str
    hanzi: str  # a run a line: many texts of a table differ in figures alone
    counts: tuple[Count, ...]
    by_unit: Mapping[str, tuple[Count, ...]]


class Texts(NamedTuple):
    """What an item is asked for, and what it tells."""

    target: Said
    plan: Said
    progress: Said


@lru_cache(maxsize=4096)  # a plan may stand in many rows
def said(typed: str) -> Said:
    """Read what the checks ask of a cell's text."""
    folded = fold(typed)
    found = counts(folded)
    by_unit: dict[str, tuple[Count, ...]] = {}
    for count in found:
        by_unit[count.unit] = (*by_unit.get(count.unit, ()), count)
    return Said(typed, folded, "\n".join(RUN.findall(folded)), found, by_unit)


def counts(folded: str) -> tuple[Count, ...]:
    """Find the counts of a folded text, in order."""
    return tuple([_count(match) for match in COUNT.finditer(folded)])


def _count(match: re.Match[str]) -> Count:
    words, (figure, times, more, unit), (start, end) = match[0], match.groups(), match.span()
    before = hedge_before(match.string, start, HEDGES)
    hedged = before + words if before or more else ""
    return Count(words, float(figure) * TIMES[times], SAME_UNIT.get(unit, unit), start, end, hedged)


def hedge_before(folded: str, at: int, hedges: tuple[str, ...]) -> str:
    """Give the first of these words that ends where a count begins, else nothing."""
    if not folded.endswith(hedges, 0, at):
        return ""
    return next(hedge for hedge in hedges if folded.endswith(hedge, 0, at))


def noun(count: Count, said: Said) -> str:
    """Give the two letters that name what is counted in a text, before its number and 累计, 已 …"""
    return RUNNING.sub("", said.text[max(0, count.start - BEFORE) : count.start])[-2:]


def around(count: Count, said: Said) -> frozenset[str]:
    """Give the pairs of hanzi beside a count in its own clause, by which it tells what is counted."""
    pairs = (part[at : at + 2] for part in beside(count, said) for at in range(len(part) - 1))
    return frozenset(pair for pair in pairs if TWO_HANZI.fullmatch(pair)) - FRAMES


def beside(count: Count, said: Said) -> tuple[str, str]:
    """Give the words before and behind a count in its own clause."""
    before = said.text[max(0, count.start - BESIDE) : count.start]
    after = said.text[count.end : count.end + BESIDE]
    return CLAUSE_END.split(before)[-1], CLAUSE_END.split(after)[0]


def served(count: Count, said: Said) -> bool:
    """Tell whom a work serves from what it is counted by: 惠及居民9800户."""
    return SERVED.search(said.text[max(0, count.start - BEFORE) : count.start]) is not None
