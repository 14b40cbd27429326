"""What a careful clerk would query in the source table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reportgen.ingest.audit import across, bases, days, figures, namesakes, untold, wording
from reportgen.ingest.audit.across import ERROR, HINT, QUERY, TEXTS, note, quoted
from reportgen.ingest.audit.counts import Said, said
from reportgen.ingest.columns import register
from reportgen.ingest.merge import COMPARED
from reportgen.norms import AuditNorms, Norms, UnitNorms
from reportgen.records import FAILED, AuditNote, Cell, Item, Period, Table
from reportgen.text import fold

UNITS = {"lead_unit": "牵头单位", "support_units": "配合单位"}
WORDED = tuple({**TEXTS, **UNITS}.items())
REQUIRED = {"target": "目标", "progress": "完成情况", "plan": "计划", "lead_unit": "牵头单位", "lead_leader": "领导"}
ALWAYS = frozenset({"progress", "target"})  # asked of every item, whatever columns the table has
FULL = re.compile(r"(?:已|全部|全面)?(?:完成|完工|竣工|办结)")
ASKS_WHETHER_DONE = re.compile(r"是否(?:已|全部)*(?:完成|完工|竣工|办结|销号)")
TWICE = 2.0  # times the target, from which a result is worth a second look


class Texts(NamedTuple):
    """What an item is asked for, and what it tells."""

    target: Said
    plan: Said
    progress: Said


def audit(table: Table, norms: Norms) -> tuple[AuditNote, ...]:
    """List the queries in table order; those on the table as a whole come last."""
    has = {column.name for column in table.columns} | ALWAYS
    timed = {column.header for column in table.columns if column.name == "due"}
    yes = any(column.name == "status" and ASKS_WHETHER_DONE.match(fold(column.header)) for column in table.columns)
    kept = register.keeps(across.leads(table, norms.units), norms.units)
    of_items = [
        note
        for item in table.items
        for note in (
            *_item(item, table.period, norms, has),
            *_strangers(item, norms.units, kept=kept),
            *(_claimed(item, yes=yes) if not item.status.blank else ()),
            *(_due(item, timed, table.period) if timed else ()),
        )
    ]
    return (*of_items, *across.queries(table, norms.units))


def _item(item: Item, period: Period, norms: Norms, has: set[str]) -> Iterator[AuditNote]:
    texts = Texts(said(item.target.text), said(item.plan.text), said(item.progress.text))
    told = not item.progress.blank
    yield from _unplaced(item)
    yield from _missing(item, has)
    if told:
        yield from _same_words(item, texts)
    yield from _units(item, norms)
    for name, title in WORDED:
        cell: Cell = getattr(item, name)
        for slip in wording.slips(cell.text) if cell.text else ():
            decisive = slip.kind == "figure_missing" and name == "progress"
            yield note(slip.kind, slip.severity, item, cell, f"{title}中{slip.text}", decisive=decisive)
    yield from _names(item, texts)
    yield from _asked(item, texts, norms.audit)
    yield from _figures(item, texts, period)
    if told:
        yield from _told(item, texts, float(norms.thresholds.implausible_times))
        yield from _otherwise(item, texts, period, norms.audit)
        yield from _untold(item, texts)


# --- cells ----------------------------------------------------------------------------------------


def _unplaced(item: Item) -> Iterator[AuditNote]:
    """Tell which cells of a row without its merges were put in no column, and which columns are empty for it."""
    unclear = item.unplaced.columns
    if unclear:
        cells = "、".join(f"“{cell.text.strip()}”" for cell in item.unplaced.cells) or "本行各格"
        titles = "、".join(title for name, title in COMPARED.items() if name in unclear)
        text = f"合并单元格丢失，{cells}归入哪一栏（{titles}）不明，均未采用，请对照原表补填。"
        where = next(iter(item.unplaced.cells), item.target)
        yield note("cell_unplaced", ERROR, item, where, text, decisive=bool(item.unplaced.texts))


def _missing(item: Item, has: set[str]) -> Iterator[AuditNote]:
    for name, title in REQUIRED.items():
        if name in item.unplaced.columns:
            continue
        cell: Cell = getattr(item, name)
        told = name == "progress" and not item.rate.blank and cell.text.strip() not in FAILED
        if name not in has or not cell.blank or told:
            continue
        typed = f"只填“{cell.text.strip()}”" if cell.text.strip() else "未填"
        severity = ERROR if name in ALWAYS else QUERY
        place = cell if cell.address.row else Cell(replace(item.target.address, column=0))  # no such cell was written
        yield note("missing_cell", severity, item, place, f"{title}{typed}。", decisive=name == "progress")


def _due(item: Item, headers: set[str], period: Period) -> Iterator[AuditNote]:
    """Query a due day that cannot be read, so that the year's end counts, and one of a year gone by."""
    for cell in (cell for header, cell in item.extra if header in headers and not cell.blank and cell is not item.plan):
        if item.due is None:
            severity = QUERY if any(letter.isdigit() for letter in cell.text) else HINT
            yield note("due_unread", severity, item, cell, f"完成时限“{quoted(cell.text)}”读不出日期。")
        elif item.due.year < period.as_of.year:
            text = f"完成时限“{quoted(cell.text)}”早于{period.as_of.year}年，年份是否有误？"
            yield note("due_outdated", QUERY, item, cell, text)


def _claimed(item: Item, *, yes: bool) -> Iterator[AuditNote]:
    """Query a status that says done beside a rate that does not; 是 says so only where the header asks."""
    status = fold(item.status.text)
    if (FULL.fullmatch(status) or (yes and status == "是")) and figures.short_of_whole(item.rate.text):
        text = f"进度状态为“{item.status.text.strip()}”，完成率只有{fold(item.rate.text)}。"
        yield note("status_against_rate", QUERY, item, item.status, text, decisive=True)


def _same_words(item: Item, texts: Texts) -> Iterator[AuditNote]:
    for kind, cell, asked, title in (
        ("plan_copied", item.plan, texts.plan, "计划"),
        ("target_copied", item.target, texts.target, "目标"),
    ):
        if asked.text == texts.progress.text and cell is not item.progress:
            text = f"完成情况与{title}一字不差（“{quoted(item.progress.text)}”），是否照抄{title}，请核实。"
            yield note(kind, QUERY, item, item.progress, text)  # whether it tells anything is for the rules
            return


def _units(item: Item, norms: Norms) -> Iterator[AuditNote]:
    leads, supports = register.split(item.lead_unit), register.split(item.support_units)
    known = {register.canonical(name, norms.units) for name in leads} if supports else set()
    both = [name for name in supports if register.canonical(name, norms.units) in known]
    if both:
        text = f"{'、'.join(both)}既是牵头单位又是配合单位。"
        yield note("lead_also_supports", QUERY, item, item.support_units, text)
    for names, cell in ((leads, item.lead_unit), (supports, item.support_units)):
        folded = [fold(name) for name in names]
        if len(set(folded)) < len(folded):
            twice = [unit for unit in dict.fromkeys(folded) if folded.count(unit) > 1]
            yield note("unit_twice", QUERY, item, cell, f"{'、'.join(twice)}重复列出。")


def _strangers(item: Item, units: UnitNorms, *, kept: bool) -> Iterator[AuditNote]:
    """Hint at units that the register does not know: all where one is kept, else those like one that it has."""
    for cell in (item.lead_unit, item.support_units):
        for unit in register.unknown(register.split(cell), units):
            like = register.suggest(unit, units)
            if kept or like:
                text = f"“{unit}”不在单位名录中" + (f"，是否为“{like}”？" if like else "。")
                yield note("unit_unknown", HINT, item, cell, text)


def _names(item: Item, texts: Texts) -> Iterator[AuditNote]:
    target, plan, progress = texts
    for cell, told, asked in ((item.progress, progress, (target, plan)), (item.plan, plan, (target,))):
        if names := namesakes.two_names(asked, told):
            text = f"“{names[0]}”与“{names[1]}”疑为同一事物的两种叫法。"
            yield note("two_names", QUERY, item, cell, text)
            break
    if name := namesakes.unquoted((target, plan), progress):
        yield note("quotes_differ", HINT, item, item.progress, f"“{name}”在目标或计划中加引号，完成情况中没有。")


def _asked(item: Item, texts: Texts, norms: AuditNorms) -> Iterator[AuditNote]:
    """Query targets that results cannot be held to."""
    if found := bases.hedged_target(texts.target):
        yield note("target_hedged", HINT, item, item.target, f"目标“{found}”是约数，以何数考核请明确。")
    if soft := untold.unbounded(texts.target, norms):
        yield note("target_unmeasurable", HINT, item, item.target, f"目标（“{soft}”）没有可考核的数量或节点。")
    for cell, text in ((item.plan, texts.plan), (item.progress, texts.progress)):
        if found := bases.unnamed_whole(text, norms):
            yield note("share_of_what", HINT, item, cell, f"“{found}”未说明按工程量、投资还是数量计。")
            break


# --- figures --------------------------------------------------------------------------------------


def _figures(item: Item, texts: Texts, period: Period) -> Iterator[AuditNote]:
    """Query figures that do not agree with each other or with the calendar."""
    target, plan, progress = texts
    for cell, told, title in ((item.target, target, "目标"), (item.progress, progress, "完成情况")):
        if found := figures.miscounted(told):
            text = f"{title}列出{found[0]}项，文中称{found[1]}项。"
            yield note("list_miscounted", QUERY, item, cell, text)
        if found := figures.unsummed(told):
            yield note("parts_unsummed", QUERY, item, cell, f"{title}中各分项合计{found[0]}，总数为{found[1]}。")
    if share := figures.misdivided(target, progress):
        text = f"完成{share.have}、目标{share.want}，应为{share.given:.1f}%，文中称{share.share}%。"
        yield note("share_wrong", QUERY, item, item.progress, text, decisive=True)
    if not item.rate.blank and (share := figures.misrated(target, progress, item.rate.text)):
        text = f"完成{share.have}、目标{share.want}，应为{share.given:.1f}%，完成率栏填{share.share}%。"
        yield note("share_wrong", QUERY, item, item.rate, text, decisive=True)
    if over := figures.far_over(target, plan, 1.0, strictly=True):
        text = f"计划{over[1].words}，多于全年目标{over[0].words}。"
        yield note("plan_over_target", QUERY, item, item.plan, text)
    if day := days.later_than(progress, period.as_of):
        text = f"数据{day}，晚于本表截至日（{period.as_of.month}月{period.as_of.day}日）。"
        yield note("date_after", QUERY, item, item.progress, text)
    if words := days.month_only(plan, progress, period):
        text = f"“{words}”为当月数，计划按季度计，请补报累计数。"
        yield note("month_for_quarter", QUERY, item, item.progress, text, decisive=True)


def _told(item: Item, texts: Texts, times: float) -> Iterator[AuditNote]:
    """Query how the results are told: bounds for figures, other units, figures out of proportion."""
    target, plan, progress = texts
    cell, asked = item.progress, (target, plan)
    if found := figures.hedged_twice(progress):
        yield note("hedged_twice", HINT, item, cell, f"“{found}”前后都作约数，请报实数。")
    elif found := figures.rounded(asked, progress):
        yield note("count_rounded", HINT, item, cell, f"“{found}”是约数，请报实数。")
    if found := figures.vague(progress):
        yield note("count_vague", QUERY, item, cell, f"“{found}”不是完成的实数，请报实数。")
    if units := figures.other_unit(asked, progress):
        text = f"目标或计划为“{units[0]}”，完成情况为“{units[1]}”，计量单位不一致。"
        yield note("unit_differs", QUERY, item, cell, text)
    over = figures.far_over(target, progress, min(times, TWICE))
    if over and (far := figures.far_over(target, progress, times)):
        text = f"目标{far[0].words}，完成{far[1].words}，相差悬殊，请核实。"
        yield note("far_over_target", QUERY, item, cell, text)
    elif over:
        text = f"目标{over[0].words}，完成{over[1].words}，超过一倍，请核对口径。"
        yield note("over_target", HINT, item, cell, text)
    if several := figures.each_over(target, progress):
        told = "、".join(have.words for have in several[1])
        yield note("over_target", HINT, item, cell, f"目标{several[0].words}，完成{told}，各自都超过目标，请核对口径。")


def _otherwise(item: Item, texts: Texts, period: Period, norms: AuditNorms) -> Iterator[AuditNote]:
    """Query results that speak of something else than was asked: other things, other works, another month."""
    target, plan, progress = texts
    cell = item.progress
    if what := bases.widened((target, plan), progress):
        yield note("scope_widened", HINT, item, cell, f"完成数“{what}”，与目标的口径是否一致？")
    for place, told, title in ((item.plan, plan, "计划"), (cell, progress, "完成情况")):
        if works := bases.other_work(target, told, norms):
            text = f"目标为“{works[0]}”，{title}为“{works[1]}”，建设性质不一致。"
            yield note("work_differs", QUERY, item, place, text)
            break
    if words := days.not_renewed(progress, period.as_of, norms.hopes):
        text = f"“{words}”早于本表截至日（{period.as_of.month}月{period.as_of.day}日），文字是否未更新？"
        yield note("text_outdated", QUERY, item, cell, text)


def _untold(item: Item, texts: Texts) -> Iterator[AuditNote]:
    """Query what the row is asked for and does not tell."""
    target, plan, progress = texts
    cell = item.progress
    if asked := untold.claimed_without_figure(target, progress):
        yield note("figure_untold", HINT, item, cell, f"称已完成，未报数量（目标{asked.words}）。")
    if not wording.hole(cell.text) and (asked := untold.omitted(target, progress)):
        yield note("figure_untold", QUERY, item, cell, f"目标中的“{asked.words}”未见报数。")
    if share := untold.share_untold(plan, progress):
        yield note("share_untold", HINT, item, cell, f"计划要求完成{share}，完成情况未报比例。")
    if rest := untold.rest_uncounted(target, progress):
        yield note("rest_uncounted", HINT, item, cell, f"“{quoted(rest)}”未报数量。")
    if untold.only_named(progress):
        yield note("done_or_not", QUERY, item, cell, "只写了事项，未说明是否完成。")
    if untold.open_ended(progress):
        yield note("list_open", HINT, item, cell, "以“等”结尾，列举未尽。")
    if soft := untold.unmeasurable(plan):
        yield note("plan_unmeasurable", HINT, item, item.plan, f"计划（“{soft}”）没有可核对的数量或节点。")
