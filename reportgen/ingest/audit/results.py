"""Queries on what an item tells beside what it is asked for: figures, their units and days, and what is left untold."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.ingest.audit import bases, days, figures, untold, wording
from reportgen.ingest.audit.counts import Texts
from reportgen.ingest.audit.notes import HINT, QUERY, note, quoted
from reportgen.norms import AuditNorms
from reportgen.records import AuditNote, Item, Period

TWICE = 2.0  # times the target, from which a result is worth a second look


def disagreeing(item: Item, texts: Texts, period: Period) -> Iterator[AuditNote]:
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


def loosely_told(item: Item, texts: Texts, times: float) -> Iterator[AuditNote]:
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


def otherwise(item: Item, texts: Texts, period: Period, norms: AuditNorms) -> Iterator[AuditNote]:
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


def missing(item: Item, texts: Texts) -> Iterator[AuditNote]:
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
