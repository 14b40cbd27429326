"""What a careful clerk would query in the source table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.ingest import across, figures, register, wording
from reportgen.ingest.across import ERROR, HINT, QUERY, TEXTS, note, quoted
from reportgen.norms import Norms
from reportgen.records import AuditNote, Cell, Item, Period, Table
from reportgen.text import fold

UNITS = {"lead_unit": "牵头单位", "support_units": "配合单位"}
REQUIRED = {"target": "目标", "progress": "完成情况", "plan": "计划", "lead_unit": "牵头单位"}


def audit(table: Table, norms: Norms) -> tuple[AuditNote, ...]:
    """List the queries in table order; those on the table as a whole come last."""
    has = {column.name for column in table.columns}
    of_items = [note for item in table.items for note in _item(item, table.period, norms, has)]
    return (*of_items, *across.queries(table))


def _item(item: Item, period: Period, norms: Norms, has: set[str]) -> Iterator[AuditNote]:
    yield from _missing(item, has)
    yield from _same_words(item)
    yield from _units(item, norms)
    for name, title in {**TEXTS, **UNITS}.items():
        yield from _words(item, getattr(item, name), title)
    yield from _names(item)
    yield from _figures(item, period)
    yield from _told(item, float(norms.thresholds.implausible_times))


# --- cells ----------------------------------------------------------------------------------------


def _missing(item: Item, has: set[str]) -> Iterator[AuditNote]:
    for name, title in REQUIRED.items():
        cell: Cell = getattr(item, name)
        told = name == "progress" and not item.rate.blank
        if name not in has | {"progress", "target"} or not cell.blank or told:
            continue
        typed = f"只填“{cell.text.strip()}”" if cell.text.strip() else "未填"
        severity = ERROR if name in ("target", "progress") else QUERY
        place = cell if cell.address.row else item.target
        yield note("missing_cell", severity, item, place, f"{title}{typed}。", decisive=name == "progress")


def _same_words(item: Item) -> Iterator[AuditNote]:
    if not item.plan.blank and fold(item.plan.text) == fold(item.progress.text):
        text = f"完成情况与计划一字不差（“{quoted(item.progress.text)}”），是否照抄计划，请核实。"
        yield note("plan_copied", QUERY, item, item.progress, text)  # whether it tells anything is for the rules


def _units(item: Item, norms: Norms) -> Iterator[AuditNote]:
    leads, supports = register.split(item.lead_unit), register.split(item.support_units)
    known = {register.canonical(name, norms.units) for name in leads}
    both = [name for name in supports if register.canonical(name, norms.units) in known]
    if both:
        text = f"{'、'.join(both)}既是牵头单位又是配合单位。"
        yield note("lead_also_supports", QUERY, item, item.support_units, text)
    for name, cell in ((leads, item.lead_unit), (supports, item.support_units)):
        twice = [unit for unit, times in Counter(map(fold, name)).items() if times > 1]
        if twice:
            yield note("unit_twice", QUERY, item, cell, f"{'、'.join(twice)}重复列出。")
    for name, cell in ((leads, item.lead_unit), (supports, item.support_units)):
        for unit in register.unknown(name, norms.units):
            like = register.suggest(unit, norms.units)
            text = f"“{unit}”不在单位名录中" + (f"，是否为“{like}”？" if like else "。")
            yield note("unit_unknown", HINT, item, cell, text)


def _words(item: Item, cell: Cell, title: str) -> Iterator[AuditNote]:
    if found := wording.doubled(cell.text):
        yield note("doubled_words", QUERY, item, cell, f"{title}中“{found}”疑为重复。")
    if found := wording.hole(cell.text):
        yield note("figure_missing", QUERY, item, cell, f"{title}中“{found}”疑漏数字。", decisive=title == "完成情况")
    if found := wording.unbalanced(cell.text):
        yield note("bracket_open", HINT, item, cell, f"{title}中“{found}”不成对。")
    if found := wording.until(cell.text):
        yield note("until_when", HINT, item, cell, f"{title}中“{found}”宜作“截至”。")
    if found := figures.without_day(cell.text):
        yield note("date_incomplete", HINT, item, cell, f"{title}中“{found}”疑漏“日”。")
    if gap := wording.broken_numbering(cell.text):
        yield note("numbering_broken", HINT, item, cell, f"{title}中序号由{gap[0]}到{gap[1]}，不连续。")


def _names(item: Item) -> Iterator[AuditNote]:
    pairs = ((item.progress, (item.target.text, item.plan.text)), (item.plan, (item.target.text,)))
    for cell, asked in pairs:
        if names := wording.two_names(asked, cell.text):
            text = f"“{names[0]}”与“{names[1]}”疑为同一事物的两种叫法。"
            yield note("two_names", QUERY, item, cell, text)
            return


def _figures(item: Item, period: Period) -> Iterator[AuditNote]:
    for cell, title in ((item.target, "目标"), (item.progress, "完成情况")):
        if found := figures.miscounted(cell.text):
            text = f"{title}列出{found[0]}项，文中称{found[1]}项。"
            yield note("list_miscounted", QUERY, item, cell, text)
        if found := figures.unsummed(cell.text):
            yield note("parts_unsummed", QUERY, item, cell, f"{title}中各分项合计{found[0]}，总数为{found[1]}。")
    if share := figures.misdivided(item.target.text, item.progress.text):
        text = f"完成{share.have}、目标{share.want}，应为{share.given:.1f}%，文中称{share.share}%。"
        yield note("share_wrong", QUERY, item, item.progress, text, decisive=True)
    if day := figures.later_than(item.progress.text, period.as_of):
        text = f"数据{day}，晚于本表截至日（{period.as_of.month}月{period.as_of.day}日）。"
        yield note("date_after", QUERY, item, item.progress, text)
    for cell in (item.target, item.plan, item.progress):
        if day := figures.impossible_day(cell.text):
            yield note("date_impossible", ERROR, item, cell, f"“{day}”不是有效日期。")
    if words := figures.month_only(item.plan.text, item.progress.text, period):
        text = f"“{words}”为当月数，计划按季度计，请补报累计数。"
        yield note("month_for_quarter", QUERY, item, item.progress, text, decisive=True)


def _told(item: Item, times: float) -> Iterator[AuditNote]:
    """Query how the results are told: bounds for figures, other units, figures out of all proportion."""
    cell = item.progress
    if found := figures.hedged_twice(cell.text):
        yield note("hedged_twice", HINT, item, cell, f"“{found}”前后都作约数，请报实数。")
    if found := figures.vague(cell.text):
        yield note("count_vague", QUERY, item, cell, f"“{found}”不是完成的实数，请报实数。")
    if units := figures.other_unit(f"{item.target.text}。{item.plan.text}", cell.text):
        text = f"目标或计划为“{units[0]}”，完成情况为“{units[1]}”，计量单位不一致。"
        yield note("unit_differs", QUERY, item, cell, text)
    if over := figures.far_over(item.target.text, cell.text, times):
        yield note("far_over_target", QUERY, item, cell, f"目标{over[0]}，完成{over[1]}，相差悬殊，请核实。")
