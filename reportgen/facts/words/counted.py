"""What a number counts: the noun beside it, and the whole that a percentage is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportgen.facts.words.figures import PERCENT
from reportgen.facts.words.levels import RATE
from reportgen.facts.words.phrases import any_of, longest_of
from reportgen.norms import QuantityNorms
from reportgen.text import SENTENCE_MARKS

LONGEST_LINK = 8
WINDOW = 40  # letters that are looked at on either side
STOP = re.compile(rf"[{SENTENCE_MARKS},、:()\[\]【】〔〕/~—…|]")
# 新(改)建: what stands in such brackets only widens the word.
SMALL_BRACKETS = re.compile(r"\([^()\d]{1,3}\)")
# 110名有需求的儿童: what begins like this before 的 is a clause, not the thing counted.
CLAUSE_BEGINS = ("有", "具", "符合", "需", "未", "无", "不", "已", "因", "从事")
JOINS = frozenset({"、", ",", "和", "与", "及", "以及"})
TRIM = "+-~.·"
QUOTES = str.maketrans("", "", "“”\"'‘’《》「」『』·")
# Dates, ages and numbered names say nothing of the thing counted, but PM2.5均值 and 一般性支出 do.
FENCE = re.compile(r"(?![“「《\"])(?:\d|.*[年月日季周岁天])")


@dataclass(frozen=True, slots=True)
class Counted:
    """The folded words that name the thing counted; `of` names the whole of a percentage."""

    noun: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Cutters:
    """The norms' words as patterns: what leads to a number, what frames it, and what is said of the thing counted."""

    links: re.Pattern[str]
    frames: re.Pattern[str]
    states: re.Pattern[str]
    leading: re.Pattern[str]
    kept: tuple[str, ...]
    shares: tuple[str, ...]
    changes: tuple[str, ...]


def counted(
    text: str, numbers: Sequence[tuple[int, int, str]], named: Sequence[tuple[int, int]], words: QuantityNorms
) -> list[Counted]:
    """Name what each number (start, end, unit) counts; `named` are the stretches that only look like numbers."""
    fences = [span for span in named if FENCE.match(text, *span)]
    walls = sorted([*fences, *((start, end) for start, end, _ in numbers)])
    places = {start: place for place, (start, _) in enumerate(walls)}
    cutters = _cutters(words)
    found: list[Counted] = []
    last = -WINDOW
    for start, end, unit in numbers:
        place = places[start]
        before = _before(text, walls[max(0, place - 2) : place + 1], cutters)
        after = _after(text, walls[place : place + 3], cutters)
        if unit in PERCENT:
            listed = text[max(last, 0) : start] in JOINS
            found.append(_share("" if listed else before, after, found[-1].of if listed and found else "", cutters))
        else:
            shared = start - last < WINDOW and not STOP.search(SMALL_BRACKETS.sub("", text[max(last, 0) : start]))
            found.append(Counted(_noun(before, after, shared, cutters)))
        last = end
    return found


def _noun(before: str, after: str, shared: bool, cutters: Cutters) -> str:
    """Join the words on both sides, unless those before belong to a verb, to a clause or to the number before."""
    *_, last = segments = [_bare(segment, cutters) for segment in _cut(before, cutters)]
    joined = not after or (last and not shared and not before.endswith("的"))
    noun = (next((one for one in reversed(segments) if one), "") if joined else "") + after
    return noun.strip(TRIM) if noun.endswith(cutters.kept) else noun.strip(TRIM).removesuffix("中")


def _before(text: str, walls: Sequence[tuple[int, int]], cutters: Cutters) -> str:
    """Take the words before the last wall; 由85%提高到92% takes those before the 85%, which is the past."""
    *earlier, (start, _) = walls
    floor = earlier[-1][1] if earlier else 0
    run = _lead(text, max(floor, start - WINDOW), start, cutters)
    if not run and earlier and text[earlier[-1][0] - 1 : earlier[-1][0]] in ("由", "从"):
        return _before(text, earlier, cutters)
    return run


def _lead(text: str, floor: int, start: int, cutters: Cutters) -> str:
    """Take the words before a number back to the nearest stop, without what only leads to the number."""
    run = STOP.split(SMALL_BRACKETS.sub("", text[floor:start]))[-1].translate(QUOTES)
    while (match := cutters.links.search(run, max(0, len(run) - LONGEST_LINK))) and match.lastgroup == "cut":
        run = run[: match.start()]
    return run


def _after(text: str, walls: Sequence[tuple[int, int]], cutters: Cutters) -> str:
    """Take the words after the first wall; an age that follows at once is stepped over (1500名18周岁以上成年人)."""
    (_, end), *later = walls
    if later and later[0][0] == end and "岁" in text[slice(*later[0])]:
        end = later.pop(0)[1]
    run = STOP.split(text[end : min([end + WINDOW, *(start for start, _ in later)])])[0].translate(QUOTES)
    for match in cutters.states.finditer(run):
        if match.lastgroup == "cut":
            run = run[: match.start()]
            break
    owner, _, thing = run.rpartition("的")
    # 45个行政村的管网延伸 counts villages.
    return thing if not owner or owner.startswith(CLAUSE_BEGINS) else owner.rpartition("的")[2]


def _share(before: str, after: str, carried: str, cutters: Cutters) -> Counted:
    """Tell what a percentage is of: 总工程量的28%, 普查率98.6%; a change (增长4%) is of the change."""
    body = before.removesuffix("的")
    for change in cutters.changes:
        if body.endswith(change):
            return Counted("".join(_segments(body.removesuffix(change), cutters)[-1:]), change)
    whole = max((word for word in cutters.shares if body.endswith(word)), key=len, default="")
    if not whole and body == before:
        named = [segment for segment in _cut(before, cutters) if segment]
        if named and named[-1].endswith(cutters.shares):  # 年度任务完成75%
            return Counted("".join(_bare(one, cutters) for one in named[-2:-1]), named[-1])
        noun = "".join(_segments(before, cutters)[-1:]).strip(TRIM)
        return Counted(noun or ("" if carried else after), "" if before else carried)
    *rest, last = _cut(body, cutters)
    if not last.endswith(whole):  # the word for the whole frames counts elsewhere: 年度计划, 完成投资
        *rest, last = _cut(body.removesuffix(whole), cutters)
        last += whole
    return Counted(next((bare for one in reversed(rest) if (bare := _bare(one, cutters))), ""), last)


def _segments(run: str, cutters: Cutters) -> list[str]:
    return [bare for segment in _cut(run, cutters) if (bare := _bare(segment, cutters))]


def _cut(run: str, cutters: Cutters) -> list[str]:
    """Cut a run at the words that frame a count (新增, 完成), and keep what is named between them."""
    segments, begin = [], 0
    for match in cutters.frames.finditer(run):
        if match.lastgroup == "cut":
            segments.append(run[begin : match.start()])
            begin = match.end()
    return [*segments, run[begin:]]


def _bare(segment: str, cutters: Cutters) -> str:
    match = cutters.leading.match(segment)
    return segment[match.end() :] if match else segment


@lru_cache(maxsize=8)
def _cutters(words: QuantityNorms) -> Cutters:
    before = words.before
    links = (*before.over, *before.at_least, *before.at_most, *before.near, *before.about, *words.links)
    kept = f"(?P<kept>{longest_of(words.kept)})"
    # A rate is a thing in itself (完成率), and words to keep hold the cutting ones (供给, 对接).
    return Cutters(
        links=re.compile(f"(?:{kept}|(?P<cut>{longest_of(links)}))$"),
        frames=re.compile(f"{kept}|(?P<cut>(?:{longest_of(words.frames)})(?!{RATE}))"),
        states=re.compile(f"{kept}|(?P<cut>(?:{longest_of(words.states)})(?!{RATE}))"),
        leading=re.compile(f"(?:{any_of(words.leading)})+"),
        kept=words.kept,
        shares=words.shares,
        changes=words.changes,
    )
