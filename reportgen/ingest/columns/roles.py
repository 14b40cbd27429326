"""Roles of columns: what header words leave open is settled by the other columns and by what stands in the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.ingest.columns import asked, periods, reporting, timing
from reportgen.ingest.columns.contents import MOSTLY, SELDOM, Contents
from reportgen.ingest.columns.headers import UNKNOWN, Head, by_cells, called, indexes, rename
from reportgen.ingest.columns.meanings import ASKING, EITHER
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.text import fold

COMPOSED = frozenset({"target", "progress"})  # roles that several columns may fill together
MONEY_ASIDE = frozenset({"plan", "progress", "rate", "status", "amount", "target"})
OF_FIGURES = re.compile(r"指标|目标|任务|[数量值]")  # not 内容
REPORTER = re.compile(r"(?:[报上]送|[填上]报)(?:单位|部门)$")  # the office, where no other column names it
OF_WORKS = re.compile(r"施工|工程|建设|形象|主体|项目")
GAP = re.compile(r"差距|差额|缺口|偏差|短缺")  # figures, or what is lacking
MEASURED = re.compile("计量")
UNIT_WORD = re.compile(r"单位$")
PLACE = re.compile(r"地[点址]|位置|社区|村|镇|街道|乡|[区县市]$")


def settle(heads: Sequence[Head], words: Vocabulary, held: Contents, year: int | None = None) -> tuple[Head, ...]:
    """Give every column its final name but for the plans; `year` is the table's, where it is known already."""
    heads = _funds(timing.days(_works(heads, words), held), words, held)
    heads = _told(_unnamed(_of_the_year(heads), held), words, held, year)
    heads = _measured(_figures(asked.worded(heads, held), words, held), held)
    heads = asked.settle(heads, words, held, year)
    heads = timing.steps(rename(heads, dict.fromkeys(asked.early_means(heads), "extra")), held)
    heads = timing.summed(reporting.reported(heads, held, year), held)
    heads = _once(_best(heads, words))
    return rename(heads, {head.index: "extra" for head in called(heads, UNKNOWN)})


def _of_the_year(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Take a column headed by nothing but 全年 for what is asked."""
    alone = [head for head in called(heads, UNKNOWN) if len(head.path) == 1]
    yearly = [head for head in alone if head.yearly and not periods.without(head.header)]
    return rename(heads, {head.index: "target" for head in yearly})


def _works(heads: Sequence[Head], words: Vocabulary) -> tuple[Head, ...]:
    """Keep what stands under 前期工作, or tells of 征迁 or 手续, aside where columns beside it tell of the works."""
    early = {head.index for head in heads if timing.before_works(head)}
    others = [head for head in called(heads, "progress") if head.index not in early]
    told = any(len(head.path) > 1 or words.exact(head.header) or OF_WORKS.search(head.header) for head in others)
    return rename(heads, dict.fromkeys(early if told else (), "extra"))


def _told(heads: Sequence[Head], words: Vocabulary, held: Contents, year: int | None) -> tuple[Head, ...]:
    """Take for the progress, where no word names one, a lone month, or the only column that holds reports.

    Behind reports of earlier times the months that follow are reports too. 上月进展 alone is not the progress.
    """
    if any(not reporting.BEFORE.search(fold(head.words)) for head in called(heads, "progress")):
        return by_cells(heads, dict.fromkeys(reporting.going_on(heads, held, year), "progress"))
    told = (
        reporting.told_as_state(heads, held)
        or reporting.month_alone(heads, held)
        or _reports(heads, words, held)
        or reporting.month_by_month(heads)
    )
    return by_cells(heads, dict.fromkeys(told, "progress"))


def _reports(heads: Sequence[Head], words: Vocabulary, held: Contents) -> tuple[int, ...]:
    """Find the one column without a name that holds reports, and not of money."""
    return reporting.unnamed([head for head in heads if not words.funded(*head.texts)], held)


def _funds(heads: Sequence[Head], words: Vocabulary, held: Contents) -> tuple[Head, ...]:
    """Keep columns of money aside where another one tells of the work: 年度投资计划, 投资完成率."""
    funds = [head for head in called(heads, *MONEY_ASIDE) if words.funded(*head.texts)]
    others = {head.name for head in heads if head not in funds}
    if "progress" not in others and not _reports(heads, words, held):
        return tuple(heads)
    aside = [head for head in funds if head.name != "target" or others & {"target", EITHER, "project"}]
    return rename(heads, dict.fromkeys((head.index for head in aside), "extra"))


def _unnamed(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Name by its cells a column that no word names: of numbers in front, of units, of states beside reports."""
    has = {head.name for head in heads}
    unknown = called(heads, UNKNOWN)
    aside = called(heads, "extra")
    telling = [head for head in aside if timing.BY_CALENDAR.search(fold(head.header)) or REPORTER.search(head.header)]
    named = [head.index for head in (*unknown, *telling) if head.path and not PLACE.search(fold(head.header))]
    changes = {0: "no"} if "no" not in has and unknown[:1] == [heads[0]] and held.holds(0, "number") else {}
    open_ = {"lead_unit": ("unit", "duties"), **({"status": ("state",)} if "progress" in has else {})}
    for name, kinds in open_.items():
        found = [index for index in named if name not in has and held.holds(index, *kinds)]
        changes |= dict.fromkeys(found[:1], name)
    if "measure" not in has and "amount" in has:
        of_units = [index for index in named if UNIT_WORD.search(fold(heads[index].header))]
        changes |= dict.fromkeys([index for index in of_units if held.holds(index, "measure")][:1], "measure")
    if "problem" not in has and "progress" in has:
        gaps = [head.index for head in aside if GAP.search(fold(head.header))]
        changes |= dict.fromkeys([index for index in gaps if held.share(index, "worded") >= MOSTLY][:1], "problem")
    if "project" not in has and EITHER not in has and "target" in has:
        open_ends = [head for head in unknown if head.index not in changes and not PLACE.search(fold(head.header))]
        changes |= dict.fromkeys(_naming(open_ends, heads, held), "project")
    return by_cells(heads, changes)


def _naming(unknown: Sequence[Head], heads: Sequence[Head], held: Contents) -> list[int]:
    """Find the column next before what is asked that no word names and that names a thing in each row."""
    asked = min(indexes(heads, "target"))
    before = [head.index for head in unknown if head.index < asked and head.name == UNKNOWN]
    return [index for index in before[-1:] if held.holds(index, "name") and held.filled(index) >= MOSTLY]


def _figures(heads: Sequence[Head], words: Vocabulary, held: Contents) -> tuple[Head, ...]:
    """Of columns that ask, take bare figures for the amount of what another names, the last for the table's own."""
    asking = indexes(heads, *ASKING)
    heads = _yearly_figures(heads, held) if asking else tuple(heads)
    bare = [index for index in asking if held.holds(index, "figure")] or _sizes(heads, words, held)
    if not bare or len(bare) == len(asking):
        return _of_things(heads, bare, held)
    amounts = [] if called(heads, "amount") else bare[-1:]
    return rename(heads, dict.fromkeys(bare, "extra") | dict.fromkeys(amounts, "amount"))


def _yearly_figures(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Take bare figures under 年度计划 for the amount of what another column names, where no column is that."""
    plans = (head.index for head in called(heads, "plan") if head.yearly)
    bare = [index for index in plans if held.holds(index, "figure")]
    free = len(bare) == 1 and not called(heads, "amount")
    return rename(heads, {bare[0]: "amount"} if free else {})


def _sizes(heads: Sequence[Head], words: Vocabulary, held: Contents) -> list[int]:
    """Find the columns of figures with their units (300户) that would be taken for what is asked.

    One behind a column that names what they count and no number is an amount however it is named.
    """
    asking = [head for head in called(heads, *ASKING) if head.index in held.cells]
    sized = [head.index for head in asking if held.holds(head.index, "sized")]
    best = min(asking, key=lambda head: words.rank(head.words), default=None)
    named = [head.index for head in asking if held.share(head.index, "digit") <= SELDOM]
    return [at for at in sized if (best and at == best.index) or any(name < at for name in named)]


def _of_things(heads: Sequence[Head], figures: Sequence[int], held: Contents) -> tuple[Head, ...]:
    """Take the thing named before figures for the target where nothing but figures (1.2万个) tells what is asked."""
    things = [head.index for head in called(heads, "project") if head.index < min(figures, default=0)]
    amounts = all(OF_FIGURES.search(fold(heads[index].header)) for index in figures)
    named = bool(things) and held.share(things[-1], "digit") <= SELDOM
    if not (amounts and named) or called(heads, "amount"):
        return tuple(heads)
    return rename(heads, dict.fromkeys(figures, "extra") | {figures[-1]: "amount", things[-1]: "target"})


def _measured(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """单位 is an office where offices stand in the rows and no other column holds them, else a measure."""
    measures = called(heads, "measure")
    open_to_both = [head for head in measures if not MEASURED.search(fold(head.header))]
    offices = [head for head in measures if held.holds(head.index, "unit")] or open_to_both
    if offices and held.offices and not called(heads, "lead_unit"):
        heads = rename(heads, {offices[0].index: "lead_unit"})
        measures = [head for head in measures if head != offices[0]]
    if not measures:
        return tuple(heads)
    open_ = [head for head in heads if head.index > measures[0].index and head.name in (*ASKING, "plan")]
    figures = [head.index for head in open_ if head.name != "plan" or head.yearly]
    figures = [] if called(heads, "amount") else figures
    return rename(heads, dict.fromkeys(figures[:1], "amount"))


# --- the rest -------------------------------------------------------------------------------------


def _best(heads: Sequence[Head], words: Vocabulary) -> tuple[Head, ...]:
    """Of several columns of lead units or leaders the best named one leads: 责任单位 before 建设单位.

    The other units support it where no other column tells who does.
    """
    other = "extra" if called(heads, "support_units") else "support_units"
    for name, rest in (("lead_unit", other), ("lead_leader", "extra")):
        leads = called(heads, name)
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
