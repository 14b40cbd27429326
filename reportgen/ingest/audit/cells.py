"""Queries on the cells of an item: what is empty, put in no column, copied, unknown or named otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from reportgen.ingest.audit import bases, figures, namesakes, untold, wording
from reportgen.ingest.audit.counts import Texts
from reportgen.ingest.audit.notes import ERROR, HINT, QUERY, TEXTS, note, quoted
from reportgen.ingest.columns import register
from reportgen.norms import AuditNorms, UnitNorms
from reportgen.records import FAILED, TITLES, AuditNote, Cell, Item, Period
from reportgen.text import fold

WORDED = (*TEXTS, "lead_unit", "support_units")
REQUIRED = ("target", "progress", "plan", "lead_unit", "lead_leader")
ALWAYS = frozenset({"progress", "target"})  # asked of every item, whatever columns the table has
ENDED = re.compile(r"(?:已|全部|全面)?(?:完成|完工|竣工|办结)")


def unplaced(item: Item) -> Iterator[AuditNote]:
    """Tell which cells of a row without its merges were put in no column, and which columns are empty for it."""
    unclear = item.unplaced.columns
    if unclear:
        cells = "、".join(f"“{cell.text.strip()}”" for cell in item.unplaced.cells) or "本行各格"
        titles = "、".join(title for name, title in TITLES.items() if name in unclear)
        text = f"合并单元格丢失，{cells}归入哪一栏（{titles}）不明，均未采用，请对照原表补填。"
        where = next(iter(item.unplaced.cells), item.target)
        yield note("cell_unplaced", ERROR, item, where, text, decisive=bool(item.unplaced.texts))


def unprinted(item: Item, instead: Mapping[int, str]) -> Iterator[AuditNote]:
    """Tell which signs of an item are printed as another, since no typeface has them."""
    cells: Iterator[tuple[str, Cell]] = ((title, getattr(item, name)) for name, title in TITLES.items())
    for title, cell in (*cells, *item.extra):
        if found := [char for char in dict.fromkeys(cell.text) if instead.get(ord(char))]:
            text = f"{title}中的“{''.join(found)}”没有字体可以印出，通报中印作“{instead[ord(found[0])]}”，请改用文字。"
            yield note("sign_unprinted", QUERY, item, cell, text)


def missing(item: Item, has: set[str]) -> Iterator[AuditNote]:
    """Query required cells that are empty, of the columns that the table has."""
    for name in REQUIRED:
        if name in item.unplaced.columns:
            continue
        cell: Cell = getattr(item, name)
        told = name == "progress" and not item.rate.blank and cell.text.strip() not in FAILED
        if name not in has or not cell.blank or told:
            continue
        typed = f"只填“{cell.text.strip()}”" if cell.text.strip() else "未填"
        severity = ERROR if name in ALWAYS else QUERY
        place = cell if cell.address.row else Cell(replace(item.target.address, column=0))  # no such cell was written
        yield note("missing_cell", severity, item, place, f"{TITLES[name]}{typed}。", decisive=name == "progress")


def due_day(item: Item, headers: set[str], period: Period) -> Iterator[AuditNote]:
    """Query a due day that cannot be read, so that the year's end counts, and one of a year gone by."""
    for cell in (cell for header, cell in item.extra if header in headers and not cell.blank and cell is not item.plan):
        if item.due is None:
            severity = QUERY if any(letter.isdigit() for letter in cell.text) else HINT
            yield note("due_unread", severity, item, cell, f"完成时限“{quoted(cell.text)}”读不出日期。")
        elif item.due < period.year_start:
            text = f"完成时限“{quoted(cell.text)}”早于{period.year_start.year}年，年份是否有误？"
            yield note("due_outdated", QUERY, item, cell, text)


def claimed(item: Item, done: Set[str]) -> Iterator[AuditNote]:
    """Query a status that says done, in words of its own or one of `done`, beside a rate that does not."""
    status = fold(item.status.text)
    if (ENDED.fullmatch(status) or status in done) and figures.short_of_whole(item.rate.text):
        text = f"进度状态为“{item.status.text.strip()}”，完成率只有{fold(item.rate.text)}。"
        yield note("status_against_rate", QUERY, item, item.status, text, decisive=True)


def same_words(item: Item, texts: Texts) -> Iterator[AuditNote]:
    """Query a result that repeats what was asked."""
    for kind, cell, asked, title in (
        ("plan_copied", item.plan, texts.plan, "计划"),
        ("target_copied", item.target, texts.target, "目标"),
    ):
        if asked.text == texts.progress.text and cell is not item.progress:
            text = f"完成情况与{title}一字不差（“{quoted(item.progress.text)}”），是否照抄{title}，请核实。"
            yield note(kind, QUERY, item, item.progress, text)  # whether it tells anything is for the rules
            return


def repeated_units(item: Item, units: UnitNorms) -> Iterator[AuditNote]:
    """Query a unit that is listed twice, or both leads and supports."""
    leads, supports = register.split(item.lead_unit), register.split(item.support_units)
    known = {register.canonical(name, units) for name in leads} if supports else set()
    both = [name for name in supports if register.canonical(name, units) in known]
    if both:
        text = f"{'、'.join(both)}既是牵头单位又是配合单位。"
        yield note("lead_also_supports", QUERY, item, item.support_units, text)
    for names, cell in ((leads, item.lead_unit), (supports, item.support_units)):
        folded = [fold(name) for name in names]
        if len(set(folded)) < len(folded):
            twice = [unit for unit in dict.fromkeys(folded) if folded.count(unit) > 1]
            yield note("unit_twice", QUERY, item, cell, f"{'、'.join(twice)}重复列出。")


def strangers(item: Item, units: UnitNorms, *, kept: bool) -> Iterator[AuditNote]:
    """Hint at units that the register does not know: all where one is kept, else those like one that it has."""
    for cell in (item.lead_unit, item.support_units):
        for unit in register.unknown(register.split(cell), units):
            like = register.suggest(unit, units)
            if kept or like:
                text = f"“{unit}”不在单位名录中" + (f"，是否为“{like}”？" if like else "。")
                yield note("unit_unknown", HINT, item, cell, text)


def slips(item: Item) -> Iterator[AuditNote]:
    """Query slips of the pen."""
    for name in WORDED:
        cell: Cell = getattr(item, name)
        for slip in wording.slips(cell.text) if cell.text else ():
            decisive = slip.kind == "figure_missing" and name == "progress"
            yield note(slip.kind, slip.severity, item, cell, f"{TITLES[name]}中{slip.text}", decisive=decisive)


def other_names(item: Item, texts: Texts) -> Iterator[AuditNote]:
    """Query names that differ from those in what was asked."""
    target, plan, progress = texts
    for cell, told, asked in ((item.progress, progress, (target, plan)), (item.plan, plan, (target,))):
        if names := namesakes.two_names(asked, told):
            text = f"“{names[0]}”与“{names[1]}”疑为同一事物的两种叫法。"
            yield note("two_names", QUERY, item, cell, text)
            break
    if name := namesakes.unquoted((target, plan), progress):
        yield note("quotes_differ", HINT, item, item.progress, f"“{name}”在目标或计划中加引号，完成情况中没有。")


def vaguely_asked(item: Item, texts: Texts, norms: AuditNorms) -> Iterator[AuditNote]:
    """Query targets that results cannot be held to."""
    if found := bases.hedged_target(texts.target):
        yield note("target_hedged", HINT, item, item.target, f"目标“{found}”是约数，以何数考核请明确。")
    if soft := untold.unbounded(texts.target, norms):
        yield note("target_unmeasurable", HINT, item, item.target, f"目标（“{soft}”）没有可考核的数量或节点。")
    for cell, text in ((item.plan, texts.plan), (item.progress, texts.progress)):
        if found := bases.unnamed_whole(text, norms):
            yield note("share_of_what", HINT, item, cell, f"“{found}”未说明按工程量、投资还是数量计。")
            break
