"""Figures that do not agree within one row: lists and their counts, shares, bounds, units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportgen.ingest.audit.counts import HANZI, PEOPLE, WORKS, Count, Said, around, counts, noun, served
from reportgen.text import fold

THING = r"个|家|所|条|处|座|套|名|项|辆|类|种|部|户"  # what names in a row are counted by; 期 and 场 count times
# 甲、乙、丙共3家: names parted by 、, then how many; 等 leaves names out.
CLAUSE = re.compile(r"[^,。;:!?()]+")
COUNTED_LIST = re.compile(rf"(?P<count>[\d{''.join(HANZI).lstrip('一')}](?:(?<=\d)\d+)?)(?:{THING})")
LIST_END = re.compile(r"(?P<etc>等)?(?P<sum>共计?|合计|总计)?$")
OF_PARTS = re.compile(r"包括|其中|分别为")
SENTENCE = re.compile(r"[^。;:]+")
WITH_PARTS = frozenset({"个", "家", "所", "条", "处", "座", "套", "场", "人", "户"})
SHARE = re.compile(
    r"(?:完成率|(?:完成|达到?|占)[^,。;\d]{0,8}?(?:任务|目标|指标|计划)[^,。;\d]{0,6}?)(?:为|达到?|的|约)*(?P<share>\d+(?:\.\d+)?)%"
)
SENTENCE_END = re.compile(r"(?<=[。;])")
OF_WORKS = re.compile(r"(?:工程量|形象进度|总进度|工程进度)[^,。;\d]{0,6}(?P<share>\d+(?:\.\d+)?)%")
WHOLE_RATE = re.compile(r"(\d+(?:\.\d+)?)%")
OWN_COUNT = re.compile(rf"\d(?:{THING})")
AND = re.compile(r"[和及与]")
HEDGED_TWICE = re.compile(r"(?:约|大约|近|超过?)\d+(?:\.\d+)?[万千亿]?(?:[余多]|[^\d,。;]{1,3}(?:左右|以上))")
AT_LEAST = re.compile(r"以[上下](?!的?(?:单位|企业|学校|医院))")
UNDER_WAY = re.compile(r"正在|计划|预计|尚|待(?!遇)|拟")
RECURRING = re.compile(r"按月|每月|逐月|每季")
LEAST_NAMES = 3
LEAST_ALIKE = 4  # names of a list, from which one of another form stands out
WELL_OVER = 1.5  # times the target that each of several results must reach
SHARE_SLACK = 1.0  # percentage points by which a told share may be rounded


def miscounted(said: Said) -> tuple[int, int] | None:
    """Find a list whose names are not as many as it says: (names, said)."""
    for names, end, match in _lists(said.text):
        if len(names) < LEAST_NAMES or "分别" in names[-1] or any(OWN_COUNT.search(name) for name in names):
            continue
        told, most = _number(match["count"]), len(names) + len(AND.findall(names[-1]))
        summed = end is not None and end["sum"] is not None
        if names[-1][-1:].isdigit() and not summed:
            continue  # the figure belongs to the last name
        open_ended = end is not None and end["etc"] is not None
        if told < len(names) or (told > most and not open_ended):
            return len(names), told
    return None


@lru_cache(maxsize=1024)  # a text is asked for twice in turn
def _lists(folded: str) -> tuple[tuple[list[str], re.Match[str] | None, re.Match[str]], ...]:
    """Give the names of each list, how it ends, and the count behind it."""
    return tuple(_listed(folded)) if folded.count("、") >= LEAST_NAMES - 1 else ()


def _listed(folded: str) -> Iterator[tuple[list[str], re.Match[str] | None, re.Match[str]]]:
    for clause in (clause for clause in CLAUSE.findall(folded) if "、" in clause):
        begin = 0
        for match in COUNTED_LIST.finditer(clause):
            listed = clause[begin : match.start()]
            if "、" in listed:
                end = LIST_END.search(listed)
                yield listed[: end.start() if end else None].split("、"), end, match
                begin = match.end()


def uneven(said: Said) -> tuple[str, str] | None:
    """Find a name that ends in a figure where all others of its list end in one word: (73-2, 路)."""
    for names, _, _ in _lists(said.text):
        odd = [name for name in names if name[-1:].isdigit()]
        ends = {name[-1:] for name in names if name not in odd}
        if len(odd) == 1 and len(names) >= LEAST_ALIKE and len(ends) == 1:
            return odd[0], ends.pop()
    return None


def _number(words: str) -> int:
    return HANZI.get(words) or int(words)


def unsummed(said: Said) -> tuple[int, int] | None:
    """Find parts that do not add up to their whole: (sum of the parts, whole)."""
    for sentence in SENTENCE.findall(said.text) if OF_PARTS.search(said.text) else ():
        word = OF_PARTS.search(sentence)
        before = [count for count in counts(sentence[: word.start()]) if count.unit in WITH_PARTS] if word else []
        if not word or not before or "等" in sentence[word.end() :]:
            continue
        whole = before[-1]
        parts = [count.value for count in counts(sentence[word.end() :]) if count.unit == whole.unit]
        all_told = len(parts) >= LEAST_NAMES and word.group() == "包括"
        # 其中 may name parts of parts, which exceed the whole together.
        if len(parts) > 1 and (max(parts) > whole.value or (all_told and sum(parts) != whole.value)):
            return int(sum(parts)), int(whole.value)
    return None


@dataclass(frozen=True, slots=True)
class Misdivided:
    """A share that the figures beside it do not give."""

    share: str
    have: str
    want: str
    given: float


def misdivided(target: Said, progress: Said) -> Misdivided | None:
    """Find a share of the year's target that count and target do not give."""
    if "%" not in progress.text or len(target.counts) != 1:
        return None
    (want,) = target.counts
    begin = 0
    for sentence in SENTENCE_END.split(progress.text):
        shares = list(SHARE.finditer(sentence))
        end = begin + shares[0].start() if shares else 0
        haves = [have for have in progress.counts if begin <= have.start and have.end <= end]
        begin += len(sentence)
        if len(shares) != 1 or "分别" in sentence:
            continue
        alike = [have for have in haves if have.unit == want.unit]
        told = [count for count in progress.counts if count.unit == want.unit]  # one may be a new target
        of_another = any(_gives([have for have in alike if have != whole], whole, shares[0]["share"]) for whole in told)
        if not of_another and (found := _not_given(alike, want, shares[0]["share"])):
            return found
    return None


def misrated(target: Said, progress: Said, rate: str) -> Misdivided | None:
    """Find a rate in its own column that the row's only count and its target do not give."""
    wants, haves, share = target.counts, progress.counts, WHOLE_RATE.fullmatch(fold(rate))
    if not share or len(wants) != 1 or len(haves) != 1 or haves[0].unit != wants[0].unit:
        return None
    told_in_full = haves[0].value < wants[0].value and float(share[1]) >= 100
    of_works = wants[0].unit in {*WORKS, "套"}  # whose rate tells how far they are built, too
    still = haves[0].value >= wants[0].value and UNDER_WAY.search(progress.text)  # 15辆已运抵，正在挂牌
    if served(wants[0], target) or (of_works and not told_in_full) or still or RECURRING.search(target.text):
        return None
    return _not_given(haves, wants[0], share[1])


def _not_given(haves: Sequence[Count], want: Count, share: str) -> Misdivided | None:
    if not haves or not want.value or _gives(haves, want, share):
        return None
    return Misdivided(share, haves[-1].words, want.words, 100 * haves[-1].value / want.value)


def _gives(haves: Sequence[Count], whole: Count, share: str) -> bool:
    """Tell whether one of the counts is the share of a whole that is told, as far as shares are rounded."""
    told = float(share)
    slack = max(SHARE_SLACK, told / 50)
    return any(whole.value and abs(100 * have.value / whole.value - told) <= slack for have in haves)


def over_whole(said: Said) -> str | None:
    """Find works that are said to be done to more than their whole: 完成总工程量的120%."""
    return next((match.group() for match in OF_WORKS.finditer(said.text) if float(match["share"]) > 100), None)


def hedged_twice(said: Said) -> str | None:
    """Find a figure that is hedged before and behind: 约1500余人."""
    match = HEDGED_TWICE.search(said.text)
    return match.group() if match else None


def vague(said: Said) -> str | None:
    """Find a result told as a bound: 开展10场次以上."""
    for count in said.counts:
        if behind := AT_LEAST.match(said.text, count.end):
            return count.words + behind.group()
    return None


def rounded(asked: Sequence[Said], told: Said) -> str | None:
    """Find a result that is not exact (超120场) where a number of that unit is asked for."""
    hedged = (count for count in told.counts if count.hedged)
    return next((count.hedged for count in hedged if any(count.unit in said.by_unit for said in asked)), None)


def far_over(target: Said, progress: Said, times: float, *, strictly: bool = False) -> tuple[Count, Count] | None:
    """Find a count that is at least so many times the one that the target asks for: (asked, told).

    What is counted must have words around it in common with what is asked.
    """
    for want, have in _pairs(target, progress):
        least = times * want.value
        over = want.value and (have.value > least or (have.value == least and not strictly))
        if over and around(want, target) & around(have, progress):
            return want, have
    return None


def each_over(target: Said, progress: Said) -> tuple[Count, tuple[Count, ...]] | None:
    """Find several counts, each well above the one that the target asks for: 新增9条，优化7条 where 4条 were asked."""
    for unit, (want, *others) in target.by_unit.items():
        haves = progress.by_unit.get(unit, ())
        if others or len(haves) < 2 or not want.value or min(have.value for have in haves) < WELL_OVER * want.value:
            continue
        if all(around(want, target) & around(have, progress) for have in haves):
            return want, haves
    return None


def _pairs(asked: Said, told: Said) -> Iterator[tuple[Count, Count]]:
    """Pair the counts of two texts by unit, in their order, where both have as many of it."""
    for unit, wants in asked.by_unit.items():
        haves = told.by_unit.get(unit, ())
        if len(haves) == len(wants):
            yield from zip(wants, haves, strict=True)


def short_of_whole(rate: str) -> bool:
    """Tell a rate below 100%."""
    match = WHOLE_RATE.fullmatch(fold(rate))
    return match is not None and float(match[1]) < 100


def other_unit(asked: Sequence[Said], told: Said) -> tuple[str, str] | None:
    """Find people asked for in one unit and told in another (人次, 人): (asked, told)."""
    if PEOPLE.isdisjoint(told.by_unit):
        return None
    haves = [have for have in told.counts if have.unit in PEOPLE]
    units = {have.unit for have in haves}
    for said in asked:
        for want in said.counts:
            name = noun(want, said) if want.unit in PEOPLE - units else ""
            same = next((have for have in haves if name and noun(have, told) == name), None)
            if same:
                return want.words, same.words
    return None
