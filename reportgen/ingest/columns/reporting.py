"""Which of several columns tells the progress: the latest, the fullest, the one that tells more than a state."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from reportgen.ingest.columns import periods
from reportgen.ingest.columns.contents import MOSTLY, SELDOM, Contents
from reportgen.ingest.columns.headers import UNKNOWN, Head, by_cells, called, indexes, rename
from reportgen.text import fold

BEFORE = re.compile(r"上(?:一?个?月|一?期|一?季度?|年|一?周|一?次)|去年|同期|此前")
DUE_RATE = re.compile(r"(?:计划|序时|时序|时间|目标|要求)进度|进度要求|应完成|应达")
NOT_YET = re.compile(r"未|尚|下|拟|将|计划|打算|问题|做法|要求|措施|分析|偏差")
HOPED = re.compile(r"^(?:计划|拟|预计|预期)")
PARTS_OF_MONTH = (
    (re.compile(r"月初|上旬|上半月"), 10),
    (re.compile(r"月中|中旬"), 20),
    (re.compile(r"下旬|下半月"), 31),
)
WEEK, DAY_ALONE = re.compile(r"第([一二三四五1-5])周"), re.compile(r"(?<![\d月/.])([0-3]?\d)[日号]")
DAYS_OF_WEEK = 7
EXPLAINS = re.compile(r"说明$")
TELLS = ("progress", "rate", "status")
NOW = re.compile(r"目前|最新|当前|现阶段|近况|本月")  # later than any column of a stretch that is past
MERE_FIGURES = ("", "值", "数")
ADDS_UP = "累计"
LAST_MONTH, THIS_MONTH = re.compile(r"上(?:一?个)?月"), re.compile(r"[本当]月")
CURRENT = 9999  # the year of a column that names none, where the table's is not known


def reported(heads: Sequence[Head], held: Contents, year: int | None) -> tuple[Head, ...]:
    """Settle progress, rate and status, each of the latest period; a rate or a status may stand for the progress."""
    heads = _hoped(heads)
    told = indexes(heads, "progress")
    timeless = [head.index for head in heads if head.stretch is None]
    heads = _latest(_stated(heads, held, timeless), "progress", held, year)
    heads = _explained(_stated(heads, held, range(len(heads))), held)
    heads = _reached(heads)
    for name in ("rate", "status"):
        heads = _latest(heads, name, held, year)
    heads = _with_sum_before(heads, told)
    for name in TELLS:
        if found := indexes(heads, name):
            return rename(heads, dict.fromkeys(found, "progress"))
    return tuple(heads)


def _with_sum_before(heads: Sequence[Head], told: Container[int]) -> tuple[Head, ...]:
    """Read the sum up to the month before with the month's report, where none sums up to the month: 1-7月累计 | 8月."""
    reports = called(heads, "progress")
    if len(reports) != 1 or _sums_up(reports[0]):
        return tuple(heads)
    sums = [head for head in heads if head.index in told and head.name == "extra" and ADDS_UP in head.words]
    before = [head.index for head in sums if parted((head, reports[0]))]
    return rename(heads, dict.fromkeys(before[:1], "progress"))


def parted(heads: Sequence[Head]) -> bool:
    """Tell a sum up to the month before beside the month alone: 1-7月累计 | 8月完成, 上月底累计 | 本月完成."""
    if len(heads) != 2:
        return False
    sums, month = sorted(heads, key=lambda head: ADDS_UP not in head.words)
    if sums.stretch and month.stretch:
        return sums.stretch.first == 1 and month.stretch.first == month.stretch.last == sums.stretch.last + 1
    return bool(LAST_MONTH.search(fold(sums.words)) and THIS_MONTH.search(fold(month.words)))


def unnamed(heads: Sequence[Head], held: Contents) -> tuple[int, ...]:
    """Find the one column that no word names and that holds reports; of several the one that tells of the past."""
    open_ = [head for head in called(heads, UNKNOWN) if not NOT_YET.search(fold(head.words))]
    open_ = [head for head in open_ if held.filled(head.index) >= MOSTLY]  # what hinders stands in few rows
    reports = tuple(head.index for head in open_ if held.share(head.index, "report") >= MOSTLY)
    if len(reports) > 1:
        past = tuple(index for index in reports if held.share(index, "past") >= MOSTLY)
        others = [index for index in reports if index not in past]
        reports = past if all(held.share(index, "past") <= SELDOM for index in others) else ()
    return reports if len(reports) == 1 else ()


def told_as_state(heads: Sequence[Head], held: Contents) -> tuple[int, ...]:
    """Find the one column named as a state in which reports stand, no states: 年度目标完成情况."""
    stated = [index for index in indexes(heads, "status") if held.share(index, "report") >= MOSTLY]
    return tuple(stated) if len(stated) == 1 and held.share(stated[0], "state") <= SELDOM else ()


def month_by_month(heads: Sequence[Head]) -> tuple[int, ...]:
    """Find the columns that are headed by nothing but a month or a quarter each (1月 | 2月; 7月值 | 8月值)."""
    bare = tuple(head.index for head in _bare(heads))
    return bare if len(bare) > 1 else ()


def going_on(heads: Sequence[Head], held: Contents, year: int | None) -> tuple[int, ...]:
    """Find bare months behind reports of earlier times, of which those to come are empty: 三季度进展 | 10月 | 11月."""
    ends = [_end(head, year) for head in called(heads, "progress")]
    last = max(filter(None, ends), default=None)
    later = [head for head in _bare(heads) if last and (_end(head, year) or last) > last]
    filled = [head.index in held.cells for head in later]
    begun = None not in ends and any(filled) and not all(filled) and filled == sorted(filled, reverse=True)
    return tuple(head.index for head in later) if begun else ()


def month_alone(heads: Sequence[Head], held: Contents) -> tuple[int, ...]:
    """Find the one column that is headed by nothing but a month, where reports or figures stand in it (8月份)."""
    months = [head for head in _bare(heads) if head.stretch and not (head.yearly or head.stretch.spans)]
    told = [head.index for head in months if held.share(head.index, "report", "digit") >= MOSTLY]
    return tuple(told) if len(months) == 1 else ()


def _bare(heads: Sequence[Head]) -> list[Head]:
    """List the columns of which no word tells more than the time."""
    aside = [head for head in called(heads, UNKNOWN, "extra") if head.stretch]
    return [head for head in aside if all(periods.without(text) in MERE_FIGURES for text in head.texts)]


def _reached(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Keep the rate that is planned or due by the calendar aside, and those of another target than the table's own."""
    rates = called(heads, "rate")
    asked = [fold(head.header) for head in called(heads, "target", "amount")]
    own = [head.index for head in rates if any(words in fold(head.words) for words in asked)]
    aside = [head.index for head in rates if DUE_RATE.search(fold(head.words)) or (own and head.index not in own)]
    return rename(heads, dict.fromkeys(aside, "extra"))


def _stated(heads: Sequence[Head], held: Contents, among: Container[int]) -> tuple[Head, ...]:
    """Take a column of states or of shares for what it is where another one tells the progress."""
    progress = [head.index for head in called(heads, "progress") if head.index in held.cells]
    bare = [index for index in progress if held.holds(index, "state", "share")]
    if len(bare) == len(progress):
        return tuple(heads)
    return by_cells(heads, {index: _kind(index, held) for index in bare if index in among})


def _explained(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Take 情况说明, or what no word names, for the progress where reports stand there, and beside it none."""
    progress = indexes(heads, "progress")
    told = [head.index for head in called(heads, "problem") if EXPLAINS.search(fold(head.header))]
    told = [index for index in told if held.share(index, "report") >= MOSTLY] or [*unnamed(heads, held)]
    if len(told) != 1 or not all(held.holds(index, "state", "share") for index in progress):
        return tuple(heads)
    return by_cells(heads, {index: _kind(index, held) for index in progress} | {told[0]: "progress"})


def _kind(index: int, held: Contents) -> str:
    return "rate" if held.holds(index, "share") else "status"


def _hoped(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Keep 计划完成情况 aside beside a column that tells what was done, and not before: it tells what is hoped."""
    progress = called(heads, "progress")
    hoped = [head for head in progress if HOPED.search(periods.without(head.header))]
    told = any(not BEFORE.search(fold(head.words)) for head in progress if head not in hoped)
    return rename(heads, {head.index: "extra" for head in hoped if told})


def _latest(heads: Sequence[Head], name: str, held: Contents, year: int | None) -> tuple[Head, ...]:
    """Keep the columns of the latest period that is filled, of those the ones that sum up from the year's beginning."""
    all_named = called(heads, name)
    named = [head for head in all_named if not held.cells or head.index in held.cells] or all_named
    named = [head for head in named if not _of_earlier_year(head, year)] or named
    ends = {head.index: _end(head, year) for head in named}
    last = max(filter(None, ends.values()), default=None)
    kept = [head for head in named if ends[head.index] in (last, None) and not BEFORE.search(fold(head.words))]
    kept = _latest_day(kept)
    now = [head for head in kept if head.stretch is None and NOW.search(fold(head.words))]
    sums = [head for head in kept if _sums_up(head) and (not now or ADDS_UP in head.words)]
    sums = [head for head in sums if now and head.stretch is None] or sums  # 1-7月累计 | 本月完成 | 累计完成
    kept = [head for head in kept if head.stretch is None] if now and not sums else kept
    told = [head for head in kept if sums and ends[head.index] is None and _tells_beside(head, sums, held)]
    stay = {head.index for head in [*sums, *told] or kept or named}
    return rename(heads, {head.index: "extra" for head in all_named if head.index not in stay})


def _of_earlier_year(head: Head, year: int | None) -> bool:
    """Tell a column of a year before the table's: 2024年底进展."""
    return bool(year and head.stretch and head.stretch.year and head.stretch.year < year)


def _tells_beside(head: Head, sums: Sequence[Head], held: Contents) -> bool:
    """Tell whether reports stand in a column that names no period, beside sums that are bare figures (完成值)."""
    return held.share(head.index, "report") >= MOSTLY and all(held.share(s.index, "report") < MOSTLY for s in sums)


def _end(head: Head, year: int | None) -> tuple[int, int] | None:
    """Order a column by the end of its stretch; one without tells nothing against being the latest."""
    return (head.stretch.year or year or CURRENT, head.stretch.last) if head.stretch else None


def _latest_day(heads: Sequence[Head]) -> list[Head]:
    """Keep of the reports on days, ten days or weeks of a month the last; none beside that of the whole month.

    A sum up to a day is kept beside the report of the month.
    """
    days = {head.index: day for head in heads if (day := _day(head))}
    last = max(days.values(), default=None)
    whole = any(head.stretch and head.index not in days for head in heads)
    earlier = {at for at, day in days.items() if day != last}
    parts = {head.index for head in heads if whole and head.index in days and not _sums_up(head)}
    return [head for head in heads if head.index not in earlier | parts]


def _day(head: Head) -> int | None:
    """Tell the day of the month up to which a header tells: 9月10日进展, 中旬, 第二周."""
    if head.stretch and head.stretch.day:
        return head.stretch.day
    lowest = fold(head.header)
    if week := WEEK.search(lowest):
        return DAYS_OF_WEEK * periods.DIGITS[week[1]]
    part = next((day for words, day in PARTS_OF_MONTH if words.search(lowest)), None)
    alone = DAY_ALONE.search(lowest)
    return part or (int(alone[1]) if alone else None)


def _sums_up(head: Head) -> bool:
    stretch = head.stretch
    return ADDS_UP in head.words or (stretch is not None and stretch.first == 1 and stretch.last > 1)
