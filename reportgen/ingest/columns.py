"""Columns ▶ roles: what header words leave open is settled by the other columns and by what stands in the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.ingest import reporting, timing
from reportgen.ingest.contents import MOSTLY, SELDOM, Contents
from reportgen.ingest.headers import UNKNOWN, Head, by_cells, rename
from reportgen.ingest.vocabulary import EITHER, NEXT, Vocabulary
from reportgen.text import fold

COMPOSED = frozenset({"target", "progress"})  # roles that several columns may fill together
ASKING = ("target", EITHER)  # what is, or may be, the target
MONEY_ASIDE = frozenset({"plan", "progress", "rate", "status", "amount", "target"})
TASK = re.compile(r"任务|事项|工作")
THING = re.compile(r"任务|事项|工作|项目|工程")
ADJUSTED = re.compile(r"调整后|修订后|变更后")
MEANS = re.compile(r"内容|规模|举措|标准")  # what is built and how, beside which a year's plan is what is asked
NOT_YET = re.compile(r"未|尚|下|拟|将|计划|打算|问题|做法|要求|措施")
PLACE = re.compile(r"地[点址]|位置|社区|村|镇|街道|乡|[区县市]$")
YEARS = re.compile(r"十[一二三四五六]五|[三五两]年|总体|远期")  # a target for more than the year
STEP_PLAN = re.compile(r"阶段|节点|[月季]")


def settle(heads: Sequence[Head], words: Vocabulary, held: Contents, year: int | None = None) -> tuple[Head, ...]:
    """Give every column its final name but for the plans; `year` is the table's, where it is known already."""
    heads = _funds(timing.days(_works(heads), held), words)
    heads = _told(_unnamed(heads, held), held)
    heads = _measured(_figures(heads, held), held)
    heads = _counting_target(_things(_asking(heads, held), words, year), words, held)
    heads = timing.steps(_means(heads), held)
    heads = timing.summed(reporting.reported(heads, held, year))
    heads = _once(_best(heads, words))
    return rename(heads, {head.index: "extra" for head in heads if head.name == UNKNOWN})


def _works(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Keep what stands under 前期工作 or 征地拆迁 aside where columns beside it tell of the works themselves."""
    early = {head.index for head in heads if timing.before_works(head)}
    told = any(head.name == "progress" and head.index not in early for head in heads)
    return rename(heads, dict.fromkeys(early if told else (), "extra"))


def _told(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Take for the progress, where no word names one, the only column not named otherwise that holds reports."""
    if any(head.name == "progress" for head in heads):
        return tuple(heads)
    open_ = [head for head in heads if head.name == UNKNOWN and not NOT_YET.search(fold(head.words))]
    reports = [head.index for head in open_ if held.share(head.index, "report") >= MOSTLY]
    return by_cells(heads, dict.fromkeys(reports if len(reports) == 1 else (), "progress"))


def _funds(heads: Sequence[Head], words: Vocabulary) -> tuple[Head, ...]:
    """Keep columns of money aside where another one tells of the work: 年度投资计划, 投资完成率."""
    funds = [head for head in heads if head.name in MONEY_ASIDE and words.funded(head.words)]
    others = {head.name for head in heads if head not in funds}
    if "progress" not in others:
        return tuple(heads)
    aside = [head for head in funds if head.name != "target" or others & {"target", EITHER, "project"}]
    return rename(heads, dict.fromkeys((head.index for head in aside), "extra"))


def _unnamed(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Name by its cells a column that no word names: of numbers in front, of units, of states beside reports."""
    has = {head.name for head in heads}
    unknown = [head for head in heads if head.name == UNKNOWN]
    paced = [head for head in heads if head.name == "extra" and timing.BY_CALENDAR.search(fold(head.header))]
    named = [head.index for head in (*unknown, *paced) if head.path and not PLACE.search(fold(head.header))]
    changes = {0: "no"} if "no" not in has and unknown[:1] == [heads[0]] and held.holds(0, "number") else {}
    for name, kind, free in (("lead_unit", "unit", True), ("status", "state", "progress" in has)):
        found = [index for index in named if free and name not in has and held.holds(index, kind)]
        changes |= dict.fromkeys(found[:1], name)
    return by_cells(heads, changes)


def _figures(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Of columns that ask, take bare figures for the amount of what another names, the last for the table's own."""
    asked = [head.index for head in heads if head.name in ASKING]
    bare = [index for index in asked if held.holds(index, "figure")] or _sizes(asked, held)
    if not bare or len(bare) == len(asked):
        return tuple(heads)
    amounts = [] if any(head.name == "amount" for head in heads) else bare[-1:]
    return rename(heads, dict.fromkeys(bare, "extra") | dict.fromkeys(amounts, "amount"))


def _sizes(asked: Sequence[int], held: Contents) -> list[int]:
    """Find the columns of figures with their units (300户) behind one that names what they count and no number."""
    named = [index for index in asked if index in held.cells and held.share(index, "digit") <= SELDOM]
    return [index for index in asked if any(at < index for at in named) and held.holds(index, "sized")]


def _measured(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """单位 is an office where offices stand in the rows and no other column holds them, else a measure."""
    measures = [head for head in heads if head.name == "measure"]
    offices = [head for head in measures if held.holds(head.index, "unit")] or measures
    if measures and held.offices and not any(head.name == "lead_unit" for head in heads):
        heads = rename(heads, {offices[0].index: "lead_unit"})
        measures = [head for head in measures if head != offices[0]]
    if not measures:
        return tuple(heads)
    asked = [head for head in heads if head.index > measures[0].index and head.name in ("target", EITHER, "plan")]
    figures = [head.index for head in asked if head.name != "plan" or _whole_year(head)]
    figures = [] if any(head.name == "amount" for head in heads) else figures
    return rename(heads, dict.fromkeys(figures[:1], "amount"))


# --- projects and targets -------------------------------------------------------------------------


def _things(heads: Sequence[Head], words: Vocabulary, year: int | None) -> tuple[Head, ...]:
    """Tell projects from targets: 目标任务 is what the other columns leave it; the finest project is the project."""
    heads = _either(_yearly(_of_year(heads, year), year))
    targets = [head for head in heads if head.name == "target"]
    projects = sorted((head for head in heads if head.name == "project"), key=lambda head: not words.group(head.header))
    if not targets and projects:
        return rename(heads, {projects[-1].index: "target"} | {head.index: "extra" for head in projects[:-2]})
    if not projects and len(targets) > 1 and targets[0].path == targets[1].path:
        heads = rename(heads, {targets[0].index: "project"})
        targets = targets[1:]  # one header over two columns: the thing and what is asked of it
    best = min(targets, key=lambda head: _place(head, words), default=None)
    spare = [head for head in targets if best and head.path != best.path]
    changes = {head.index: "extra" for head in [*spare, *projects[:-1]]}
    if best and all(words.group(head.header) for head in projects):
        wanted = THING if projects else TASK
        tasks = [head.index for head in spare if head.index < best.index and wanted.search(head.header)]
        changes |= dict.fromkeys((head.index for head in projects if tasks), "extra")
        changes |= dict.fromkeys(tasks[-1:], "project")
    return rename(heads, changes)


def _place(head: Head, words: Vocabulary) -> tuple[bool, bool, int]:
    """Order targets: what was adjusted before what it replaced, the year's before that of several, then by word."""
    return not ADJUSTED.search(head.words), bool(YEARS.search(head.words)), words.rank(head.words)


def _asking(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Take for the target a column no word names, where it counts what is to be done and no other column does."""
    if any(head.name in ("target", EITHER, "amount") for head in heads):
        return tuple(heads)
    reported = [head.index for head in heads if head.name in reporting.TELLS]
    things = [head for head in heads if head.name in ("project", "plan")]
    open_ = [head.index for head in heads if head.name == UNKNOWN and head.index < min(reported, default=0)]
    counting = [index for index in open_ if held.share(index, "counting") >= MOSTLY]
    if len(counting) != 1 or any(held.share(head.index, "counting") > SELDOM for head in things):
        return tuple(heads)
    return by_cells(heads, {counting[0]: "target"})


def _either(heads: Sequence[Head]) -> tuple[Head, ...]:
    has = {head.name for head in heads}
    either = [head.index for head in heads if head.name == EITHER]
    if "target" in has:
        return rename(heads, dict.fromkeys(either, "project"))
    if "project" in has or len(either) == 1:
        return rename(heads, dict.fromkeys(either, "target"))
    return rename(heads, {index: "project" if index == either[0] else "target" for index in either})


def _of_year(heads: Sequence[Head], year: int | None) -> tuple[Head, ...]:
    """Keep targets of other years aside where one of this year, or of none, is there."""
    targets = [head for head in heads if head.name in ASKING]
    other = [head.index for head in targets if head.stretch and head.stretch.year not in (None, year)]
    return rename(heads, dict.fromkeys(other, "extra")) if year and len(other) < len(targets) else tuple(heads)


def _yearly(heads: Sequence[Head], year: int | None) -> tuple[Head, ...]:
    """Take a plan of the whole year for the target where no column holds one, or holds only what is built."""
    targets = [head for head in heads if head.name in ASKING]
    plans = [head for head in heads if head.name == "plan"]
    yearly = [head for head in plans if _whole_year(head) and head.stretch and head.stretch.year in (None, year)]
    if (
        targets
        and yearly
        and (len(plans) > len(yearly) or "目标" in yearly[0].header)
        and all(MEANS.search(head.header) for head in targets)
    ):
        aside = dict.fromkeys((head.index for head in targets), "extra")
        return rename(heads, aside | {yearly[0].index: "target"})
    if targets:
        return tuple(heads)
    timeless = [
        head for head in plans if not head.stretch and "目标" in head.words and not STEP_PLAN.search(head.words)
    ]
    only = [] if any(head.name == "project" for head in heads) else plans
    return rename(heads, dict.fromkeys((head.index for head in (yearly or timeless or only)[:1]), "target"))


def _whole_year(head: Head) -> bool:
    return head.stretch is not None and head.stretch.whole_year


def _counting_target(heads: tuple[Head, ...], words: Vocabulary, held: Contents) -> tuple[Head, ...]:
    """Take the project for the target where it counts what is to be done and the column loosely named so does not.

    Where no column is the project, 细化措施 may count what 任务事项 only names.
    """
    targets = [head.index for head in heads if head.name == "target" and not words.exact(head.header)]
    projects = [head.index for head in heads if head.name == "project"] or _early_means(heads)
    if len(targets) != 1 or len(projects) != 1 or targets[0] not in held.cells:
        return heads
    if held.share(targets[0], "counting") > SELDOM or held.share(projects[0], "counting") < MOSTLY:
        return heads
    return by_cells(heads, {projects[0]: "target", targets[0]: "project"})


# --- the rest -------------------------------------------------------------------------------------


def _means(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Keep 工作措施 aside where it stands before what is reported: how a task is to be done, not what comes next."""
    return rename(heads, dict.fromkeys(_early_means(heads), "extra"))


def _early_means(heads: Sequence[Head]) -> list[int]:
    reported = min((head.index for head in heads if head.name in reporting.TELLS), default=0)
    means = [head.index for head in heads if head.name == "next_step" and not NEXT.search(head.words)]
    return [index for index in means if index < reported]


def _best(heads: Sequence[Head], words: Vocabulary) -> tuple[Head, ...]:
    """Of several columns of lead units or leaders the best named one leads: 责任单位 before 建设单位.

    The other units support it where no other column tells who does.
    """
    other = "extra" if any(head.name == "support_units" for head in heads) else "support_units"
    for name, rest in (("lead_unit", other), ("lead_leader", "extra")):
        leads = [head for head in heads if head.name == name]
        best = min(leads, key=lambda head: words.rank(head.words), default=None)
        heads = rename(heads, {head.index: rest for head in leads if head != best})
    return tuple(heads)


def _once(heads: Sequence[Head]) -> tuple[Head, ...]:
    seen: set[str] = set()
    changes: dict[int, str] = {}
    for head in heads:
        if head.name in seen and head.name not in COMPOSED | {"plan"}:
            changes[head.index] = "extra"
        seen.add(changes.get(head.index, head.name))
    return rename(heads, changes)
