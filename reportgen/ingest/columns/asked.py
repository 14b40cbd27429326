"""Which columns name the projects and which tell what is asked of them: one word heads either in different tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.ingest.columns import reporting
from reportgen.ingest.columns.contents import MOSTLY, SELDOM, Contents
from reportgen.ingest.columns.header_words import NEXT
from reportgen.ingest.columns.headers import UNKNOWN, Head, by_cells, called, indexes, rename
from reportgen.ingest.columns.meanings import ASKING, EITHER, THINGS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.text import fold

TASK = re.compile(r"任务|事项|工作")
THING = re.compile(r"任务|事项|工作|项目|工程")
ADJUSTED = re.compile(r"调整后|修订后|变更后")
MEANS = re.compile(r"内容|规模|举措|标准")  # what is built and how, beside which a year's plan is what is asked
HOW = re.compile(r"举措")
STANDARD = re.compile(r"标准|口径|要求$")  # how what another column asks for is accepted
FOR_WHOM = re.compile(r"受益|惠及|覆盖|服务|对象|人口|范围")  # whom it serves, not what is asked
YEARS = re.compile(r"十[一二三四五六]五|[三五两]年|总体|远期")  # a target for more than the year
OF_PROJECT = re.compile(r"(?:所属|归属|隶属)")  # 所属项目 beside 任务名称
PART = re.compile(r"(?:子|小|分)(?:项目?|任务)")
STEP_PLAN = re.compile(r"阶段|节点|[月季]")


def settle(heads: Sequence[Head], words: Vocabulary, held: Contents, year: int | None) -> tuple[Head, ...]:
    """Tell what is asked from the things of which it is asked: by the words, then by the cells that count."""
    heads = _things(_only_naming(_leading(heads, words), words, held), words, year)
    return _beside(_goals(_counting(heads, words, held), words, held), words, held)


def _only_naming(heads: Sequence[Head], words: Vocabulary, held: Contents) -> tuple[Head, ...]:
    """Take 任务内容 for the project where it only names the things and another column tells how many or how far."""
    asking = indexes(heads, *ASKING)
    named = any(not words.group(head.header) for head in called(heads, "project"))
    counting = [index for index in asking[1:] if held.share(index, "counting", "report") >= MOSTLY]
    if asking and not named and held.share(asking[0], "counting") >= MOSTLY:
        standards = [index for index in asking[1:] if STANDARD.search(fold(heads[index].header))]
        rules = [index for index in standards if held.share(index, "counting") <= SELDOM]
        return rename(heads, dict.fromkeys(rules, "extra"))
    return _told_by_cells(heads, held, asking[:1], [] if named else counting, "counting", "report")


def worded(heads: Sequence[Head], held: Contents) -> tuple[Head, ...]:
    """Take 任务量 for the target where no column names one and whole tasks stand in it, not their amounts."""
    if called(heads, *ASKING):
        return tuple(heads)
    amounts = indexes(heads, "amount")
    tasks = [index for index in amounts if held.share(index, "counting") >= MOSTLY and not held.share(index, "sized")]
    return by_cells(heads, dict.fromkeys(tasks[:1], "target"))


def _things(heads: Sequence[Head], words: Vocabulary, year: int | None) -> tuple[Head, ...]:
    """Tell projects from targets: 目标任务 is what the other columns leave it; the finest project is the project."""
    heads = _either(_yearly(_of_year(heads, year), words, year), words)
    targets = called(heads, "target")
    projects = _finest_last(called(heads, "project"), words, beside_targets=bool(targets))
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


def _finest_last(projects: Sequence[Head], words: Vocabulary, *, beside_targets: bool) -> list[Head]:
    """Order columns that name things from groups to what is asked of: 类别, 所属项目, 任务名称, 子项.

    Beside a column of targets the last shall be the project: the parts of it (子项) stand before it then.
    """

    def level(head: Head) -> int:
        if words.group(head.header):
            return 0
        level = 3 if OF_PROJECT.match(fold(head.header)) else 1 if PART.match(fold(head.header)) else 2
        return level if beside_targets else 4 - level

    return sorted(projects, key=level)


def _leading(heads: Sequence[Head], words: Vocabulary) -> tuple[Head, ...]:
    """Keep aside what names things behind the reports, or asks behind all of them, where columns before do too."""
    reports = indexes(heads, *reporting.TELLS)
    if reports and any(at < min(reports) for at in indexes(heads, *ASKING)):
        late = (head.index for head in called(heads, "target") if head.index > max(reports))
        heads = rename(heads, dict.fromkeys(late, "extra"))
    reported = min(reports, default=len(heads))
    things = called(heads, "project", EITHER)
    behind = [head.index for head in things if head.index > reported and not words.exact(head.header)]
    return rename(heads, dict.fromkeys(behind if len(behind) < len(things) else (), "extra"))


def _place(head: Head, words: Vocabulary) -> tuple[bool, bool, int]:
    """Order targets: what was adjusted before what it replaced, the year's before that of several, then by word."""
    return not ADJUSTED.search(head.words), bool(YEARS.search(head.words)), words.rank(head.words)


def _either(heads: Sequence[Head], words: Vocabulary) -> tuple[Head, ...]:
    """Settle 目标任务: behind a project it is what is asked, where 建设内容 stands between, or 举措 anywhere behind."""
    has = {head.name for head in heads}
    either = indexes(heads, EITHER)
    named = [head.index for head in called(heads, "project") if not words.group(head.header)]
    means = [head for head in called(heads, "target") if MEANS.search(head.header)]
    behind = len(either) == len(means) == 1 and named and named[0] < min(means[0].index, either[0])
    if behind and (means[0].index < either[0] or HOW.search(means[0].header)):
        return rename(heads, {means[0].index: "extra", either[0]: "target"})
    if "target" in has:
        return rename(heads, dict.fromkeys(either, "project"))
    if "project" in has or len(either) == 1:
        return rename(heads, dict.fromkeys(either, "target"))
    return rename(heads, {index: "project" if index == either[0] else "target" for index in either})


def _of_year(heads: Sequence[Head], year: int | None) -> tuple[Head, ...]:
    """Keep targets of other years aside where one of this year, or of none, is there."""
    targets = called(heads, *ASKING)
    other = [head.index for head in targets if head.stretch and head.stretch.year not in (None, year)]
    return rename(heads, dict.fromkeys(other, "extra")) if year and len(other) < len(targets) else tuple(heads)


def _yearly(heads: Sequence[Head], words: Vocabulary, year: int | None) -> tuple[Head, ...]:
    """Take a plan of the whole year for the target where no column holds one, or holds only what is built."""
    targets = called(heads, *ASKING)
    plans = called(heads, "plan")
    yearly = [head for head in plans if head.yearly and head.stretch and head.stretch.year in (None, year)]
    if targets:
        asks = yearly and (len(plans) > len(yearly) or "目标" in yearly[0].header)
        if not (asks and all(MEANS.search(head.header) for head in targets)):
            return tuple(heads)
        return rename(heads, {head.index: "extra" for head in targets} | {yearly[0].index: "target"})
    timeless = [head for head in plans if _of_goals(head, words) and not STEP_PLAN.search(head.words)]
    only = [] if called(heads, "project") else plans
    return rename(heads, dict.fromkeys((head.index for head in (yearly or timeless or only)[:1]), "target"))


def _counting(heads: tuple[Head, ...], words: Vocabulary, held: Contents) -> tuple[Head, ...]:
    """Take the project for the target where it counts what is to be done and the column loosely named so does not.

    Where no column is the project, 细化措施 may count what 任务事项 only names.
    """
    targets = [head.index for head in called(heads, "target") if not words.exact(head.header)]
    projects = indexes(heads, "project") or early_means(heads)
    return _told_by_cells(heads, held, targets, projects if set(targets) & held.cells.keys() else (), "counting")


def _goals(heads: tuple[Head, ...], words: Vocabulary, held: Contents) -> tuple[Head, ...]:
    """Take 主要任务及进度安排 for the target where it counts what is to be done, and what was taken so does not."""
    goals = [head.index for head in called(heads, "plan") if _of_goals(head, words)]
    return _told_by_cells(heads, held, indexes(heads, "target"), () if called(heads, "project") else goals, "counting")


def _of_goals(head: Head, words: Vocabulary) -> bool:
    """Tell a plan that names what is asked besides, and no time: 工作目标及时间节点, 主要任务及进度安排."""
    return head.stretch is None and ("目标" in head.words or bool(THINGS & words.names(head.header)))


def _told_by_cells(
    heads: Sequence[Head], held: Contents, naming: Sequence[int], asking: Sequence[int], *kinds: str
) -> tuple[Head, ...]:
    """Take for the target the one column whose cells are of these kinds, and for the project one whose seldom are."""
    alone = len(naming) == len(asking) == 1
    if not alone or held.share(naming[0], *kinds) > SELDOM or held.share(asking[0], *kinds) < MOSTLY:
        return tuple(heads)
    return by_cells(heads, {naming[0]: "project", asking[0]: "target"})


def _beside(heads: Sequence[Head], words: Vocabulary, held: Contents) -> tuple[Head, ...]:
    """Take the one column no word names that counts what is to be done for the target, where no word names another.

    What was taken for it, because nothing else was there, only names the things: they are the projects.
    """
    targets = called(heads, "target")
    named = any(words.name(head.header) == "target" for head in targets)
    if named or len(targets) > 1 or called(heads, "amount"):
        return tuple(heads)
    counting = [head.index for head in _before_reports(heads, words) if held.share(head.index, "counting") >= MOSTLY]
    things = indexes(heads, "target", "project")
    things += [head.index for head in called(heads, "plan") if not head.stretch or head.yearly]
    if len(counting) != 1 or any(held.share(index, "counting") > SELDOM for index in things):
        return tuple(heads)
    other = "extra" if called(heads, "project") else "project"
    return by_cells(rename(heads, {head.index: other for head in targets}), {counting[0]: "target"})


def _before_reports(heads: Sequence[Head], words: Vocabulary) -> list[Head]:
    """List the columns no word names that stand before what is reported and tell neither of money nor of people."""
    reported = min(indexes(heads, *reporting.TELLS), default=0)
    open_ = [head for head in called(heads, UNKNOWN) if head.index < reported]
    return [head for head in open_ if not (words.funded(*head.texts) or FOR_WHOM.search(fold(head.words)))]


def early_means(heads: Sequence[Head]) -> list[int]:
    """Find 工作措施 that stands before what is reported: how a task is to be done, not what comes next."""
    reported = min(indexes(heads, *reporting.TELLS), default=0)
    means = [head.index for head in called(heads, "next_step") if not NEXT.search(head.words)]
    return [index for index in means if index < reported]
