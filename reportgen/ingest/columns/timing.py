"""Columns of time: the day by which an item is due, and the steps asked for on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.ingest.columns.contents import MOSTLY, SELDOM, Contents
from reportgen.ingest.columns.headers import UNKNOWN, Head, by_cells, called, indexes, rename
from reportgen.ingest.columns.meanings import ASKING
from reportgen.ingest.columns.reporting import ADDS_UP
from reportgen.text import fold

BARE = re.compile(r"(?:(?:计划|预计|拟)?(?:完成|完工|竣工|建成|办结))(?:\(.*\))?")  # 完成: a report or the day of it
END = re.compile(
    r"[完竣建交][工成]|完|止|结束|终|投用|交付|通车|验收|办结|到期|限|期$|周期|工期|节点|计划|安排|进度|时间|年月|月份"
)
EARLY = re.compile(r"前期|征地|征拆|征迁|拆迁|手续|招投?标|立项")
START = re.compile(r"开工|复工|开始|启动|起$|进场|招标|设计|立项|批复|签[订约]")
OTHER_DAY = re.compile(r"实际|已|下达|印发|填报|报送|上报|更新|督办|交办|分办|调度|检查")
PART = re.compile(r"主体|基础|封顶|装修|中间|阶段")  # 主体完工 beside 竣工 is a step on the way
FINISHED = re.compile(r"[竣完]")
BY_CALENDAR = re.compile(r"序时|时序|时间进度")

MENDED, MENDING = (
    re.compile("问题|整改"),
    re.compile("整改|督办"),
)  # the day by which a fault is mended is not the item's
ACHIEVED = re.compile(r"完成(?!.*计划)|进展|新增|实际")
MONTH_ALONE = re.compile(r"[本当]月|月度")


def days(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Take a column whose cells are days for what its words make it: the day all is due, or one not judged."""
    dated = [head for head in heads if held.holds(head.index, "dated")]
    named = [head for head in dated if head.name in ("plan", "due") or (head.name == "progress" and _bare(head))]
    named += _day_asked(heads, held)
    heads = by_cells(heads, dict.fromkeys(_counts(heads, held), "progress"))
    mended = any(MENDED.search(fold(head.words)) for head in called(heads, "project", *ASKING))
    told = {head.index: "extra" for head in named if _other(head) or (MENDING.match(fold(head.header)) and not mended)}
    open_ = [head for head in called(dated, UNKNOWN, "extra") if END.search(fold(head.words))]
    if any(head.name == "due" and head.index not in told for head in heads):
        open_ = []
    due = [head for head in (*named, *open_) if not _other(head) and head.index not in told]
    ends = [head for head in due if not PART.search(fold(head.header))] or due
    told |= {head.index: "extra" for head in due if head not in ends and head.name == "due"}
    return by_cells(heads, told | {head.index: "due" for head in ends if head.name != "due"})


def _day_asked(heads: Sequence[Head], held: Contents) -> list[Head]:
    """Find the columns that seem to ask (完成标准及时限) and hold days only, beside one that does ask."""
    asking = called(heads, *ASKING)
    days_only = [head for head in asking if held.holds(head.index, "day")]
    return days_only if len(days_only) < len(asking) else []


def _counts(heads: Sequence[Head], held: Contents) -> list[int]:
    """Find 竣工 or 完工(套) over figures that are no days: how many are, not the day."""
    bare = [head.index for head in called(heads, "due") if BARE.fullmatch(fold(head.header))]
    return [at for at in bare if held.holds(at, "figure", "sized") and held.share(at, "day", "year") <= SELDOM]


def _bare(head: Head) -> bool:
    return BARE.fullmatch(fold(head.header)) is not None


def _other(head: Head) -> bool:
    """Tell a day on which works begin, or a thing was done or written down; 开工/竣工时间 tells the end too."""
    lowest = fold(head.header)
    begins = START.search(lowest) is not None and not FINISHED.search(lowest)
    return begins or before_works(head) or OTHER_DAY.search(lowest) is not None


def before_works(head: Head) -> bool:
    """Tell a column under 前期工作 or 征地拆迁, or of the progress of it: 手续办理情况, 招标进展."""
    above = any(EARLY.search(fold(cell.text)) for cell in head.path[:-1])
    return above or (head.name == "progress" and EARLY.match(fold(head.header)) is not None)


def steps(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Take for the plan, where no column holds one, what stands as steps under a due day or 序时进度."""
    paced = [head.index for head in called(heads, "extra") if BY_CALENDAR.search(fold(head.header))]
    plans = called(heads, "plan")
    if plans and not (paced and all(_later(plan, heads[paced[0]]) for plan in plans)):
        return tuple(heads)
    due = indexes(heads, "due")
    stepped = [at for at in due if held.share(at, "steps") >= MOSTLY and held.share(at, "day") < SELDOM]
    if len(due) == 1 and stepped:
        return by_cells(heads, {due[0]: "plan"})
    asked = [at for at in paced if held.share(at, "counting", "report") >= MOSTLY and held.share(at, "share") < SELDOM]
    return by_cells(heads, dict.fromkeys(asked[:1], "plan"))


def _later(plan: Head, paced: Head) -> bool:
    """Tell whether a plan is of a time after that of a column of the calendar (10月打算 beside 9月底序时要求)."""
    return plan.stretch is not None and paced.stretch is not None and plan.stretch.first > paced.stretch.last


def summed(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Keep the plan of the month alone aside where what is reported sums up: beside a plan that does too, or told by
    its figures, which are nearer to those of what the month alone achieved.
    """
    plans = called(heads, "plan")
    sums = [head.index for head in called(heads, "progress") if ADDS_UP in head.words]
    months = [head.index for head in called(heads, "extra") if ACHIEVED.search(head.words)]
    if not sums:
        return tuple(heads)
    if any(ADDS_UP in head.words for head in plans):
        alone = [head.index for head in plans if MONTH_ALONE.search(head.words)]
    else:
        alone = [head.index for head in plans if any(held.nearer(head.index, month, sums[0]) for month in months)]
    return rename(heads, dict.fromkeys(alone, "extra"))
