"""Rows ▶ items: every cell under its name, composed where several columns tell one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.ingest.columns import joining, labelled, periods, register, reporting
from reportgen.ingest.columns.body import Row, Sheet
from reportgen.ingest.columns.contents import REPORT
from reportgen.ingest.columns.headers import Head
from reportgen.norms import ColumnNorms
from reportgen.records import TITLES, Cell, Item
from reportgen.text import fold

ASIDE = ("extra", "measure", "amount", "due")
NONE = Cell()
NUMBER_IN_NAME = re.compile(r"\(?(\d{1,3}|[一二三四五六七八九十]{1,3})[.、)](?!\d)")
PLAIN_NUMBER = re.compile(r"[1-9]\d{0,3}")
HEADING_LINE, LINE_BELOW = "标题行", "说明行"
BARE_SHARE = re.compile(r"[1-9]\d*(?:\.\d+)?")
ENDS_IN_FIGURE = re.compile(r"[\d%]$")
ENDS_IN_COUNT = re.compile(r"\d[万亿]?余?(?![年月日号级期楼路]|车道)[\u3400-\u9fff]{1,3}[。;]?$")  # 新建公园10个
COUNTED = re.compile(r"(\d+(?:\.\d+)?)([^\d。，,;；/]{0,4})")
OF_ASKED = re.compile(r"目标|任务|指标|计划|应")
LONGEST_DAY = 40  # characters, with blanks
OF_TIME = re.compile(r"时间|时限|日期|节点|期限")
NAMES = r"(?:[\u3400-\u9fff、 ]|[(（][^()（）\d]*[)）])+?"  # 区住建局、各乡镇(街道)
LABELLED = re.compile(r"(?:责任|牵头|主办)(?:单位|部门)\s*[:：]")
UNIT = rf"[(\s。;；]*{LABELLED.pattern}\s*(?P<lead_unit>{NAMES})"
SUPPORT = rf"(?:[\s。;；]*(?:配合|协办|协同)(?:单位|部门)\s*[:：]\s*(?P<support_units>{NAMES}))?"
LEADER_IN_NAME = re.compile(r"[(（][^()（）:：]{0,8}领导[:：]\s*([^()（）:：]{2,20})[)）]")
LEADS = re.compile(r"[(（](?:牵头|主办|主责)(?:单位|部门)?[)）]$")
LED_BY = re.compile(r"(?:^|[、.\s])([\u3400-\u9fff·]{2,4})同志(?:领办|牵头|负责|包联|分管|联系)")
UNITS_AT_END = re.compile(rf"{UNIT}{SUPPORT}[。)）]?\s*$")

Named = dict[str, list[tuple[Head, Cell]]]


def items(sheet: Sheet, read: Sequence[Row], norms: ColumnNorms) -> Iterator[Item]:
    """Make the rows of a sheet items; they may get other numbers when several are joined."""
    heads = sheet.layout.heads
    own, period = _numbers_items(heads, read), sheet.layout.period
    for number, row in enumerate(read, start=1):
        item = _item(number, row, heads, own, period.as_of.year, norms)
        last = _last_day(row, heads, period.as_of.year)
        beside = period.plan_due is not None and not item.plan.blank
        known = last is not None and last >= period.year_start  # of a year gone by the audit asks
        yield replace(item, deadline=last if beside and known else None, unplaced=row.unplaced)


def _last_day(row: Row, heads: Sequence[Head], year: int) -> date | None:
    """Read the day of a column of deadlines."""
    days = (periods.deadline(row.cells[head.index].text, year) for head in heads if head.name == "due")
    return next(filter(None, days), None)


def _numbers_items(heads: Sequence[Head], read: Sequence[Row]) -> bool:
    """Tell whether 序号 counts the items: one project, by its name, holds several numbers."""
    number = next((head.index for head in heads if head.name == "no"), None)
    project = next((head.index for head in heads if head.name == "project"), None)
    if number is None:
        return False
    held: dict[str, set[str]] = {}
    for row in read:
        over = row.cells[project] if project is not None else row.heading
        if over is not None and not over.blank:
            held.setdefault(fold(over.text), set()).add(row.cells[number].text)
    return any(len(numbers) > 1 for numbers in held.values())


def _item(no: int, row: Row, heads: Sequence[Head], own: bool, year: int, norms: ColumnNorms) -> Item:
    """Give a row's cells their names; what is composed of several cells keeps them in `extra` as well."""
    at: Named = {}
    for head in heads:
        at.setdefault(head.name, []).append((head, row.cells[head.index]))
    cells = {name: at[name][0][1] for name in TITLES if name in at}
    extra = [(head.header, cell) for name in ASIDE for head, cell in at.get(name, [])]
    if row.heading and "project" in cells:
        extra.append((HEADING_LINE, row.heading))
    elif row.heading:
        cells["project"] = row.heading
    numbers = at.get("no", [])
    if own:
        extra += [(head.header, cell) for head, cell in numbers]
    composed = dict(_shares(at))
    if {"measure", "amount"} & at.keys() or len(at["progress"]) > 1:
        composed |= _composed(at)
    extra += [(head.header, cell) for name in composed for head, cell in at[name]]
    cells |= composed
    if not cells.get("lead_unit", NONE).text.strip():
        cells |= _units_at_end(cells["target"])
    if not cells.get("lead_leader", NONE).text.strip():
        cells |= _leader_in_name(row.heading or cells.get("project", NONE))
    for name, cell in (labelled.parted(cells, norms) | _leads_marked(cells)).items():
        extra += [(head.header, held) for head, held in at.get(name, ()) if not held.blank]
        cells[name] = cell
    for below in row.below:
        extra.append((LINE_BELOW, below))
        told = labelled.told_below(below, norms)
        cells |= {name: cell for name, cell in told.items() if cells.get(name, NONE).blank}
    number = "" if own or not numbers else numbers[0][1].text
    # A plan that holds nothing but a day tells by when all is due (时间节点: 8月25日前).
    days = (
        _last_day(row, heads, year),
        *(_day_alone(head, cell, year) for head, cell in at.get("plan", ())),
    )
    due = next((day for day in days if day), None)
    if due is None and "plan" not in cells and "due" in at and REPORT.search(fold(at["due"][0][1].text)):
        cells["plan"] = at["due"][0][1]  # 时限: 6月底前完成采购，9月底前投入运行 is a plan; 长期 is none
    extra.sort(key=lambda held: held[1].address.column)
    known = _number(number, cells.get("project", NONE).text)
    return Item(no, known, due=due, extra=tuple(extra)).holding(cells)


def _day_alone(head: Head, cell: Cell, year: int) -> date | None:
    """Read a plan that is a day: 10-31 only below a word of time, elsewhere it may be figures."""
    if len(cell.text) > LONGEST_DAY:
        return None
    return (periods.day if OF_TIME.search(fold(head.words)) else periods.certain_day)(cell.text, year)


def _composed(at: Named) -> dict[str, Cell]:
    """Compose target and progress of several columns: 产前筛查 | 人次 | 2800 gives 产前筛查2800人次."""
    progress = _added(at["progress"]) or joining.joined([cell for _, cell in at["progress"]])
    target_head, target = at["target"][0]
    if "measure" not in at and "amount" not in at:
        return {"progress": progress}
    measure = at["measure"][0][1] if "measure" in at else NONE
    if "amount" in at:
        target = _with_amount(target, *at["amount"][0], measure)
    if "project" in at and at["project"][0][0].path == target_head.path:
        target = joining.joined([at["project"][0][1], target], "，")
    if ENDS_IN_FIGURE.search(fold(progress.text)) and not progress.text.strip().endswith("%"):
        progress = _glued(progress, measure)
    return {"target": target, "progress": progress}


def _added(told: Sequence[tuple[Head, Cell]]) -> Cell | None:
    """Add a month's figure to the sum up to it (1-7月累计 4个 | 8月 1个); None for what is no such figure."""
    figures = [COUNTED.fullmatch(fold(cell.text)) for _, cell in told if not cell.blank]
    measures = {figure and figure[2] for figure in figures}
    if not reporting.parted([head for head, _ in told]) or len(measures) != 1 or None in measures:
        return None
    total = sum(Decimal(figure[1]) for figure in figures if figure)
    return Cell(told[-1][1].address, f"{total}{measures.pop()}")


def _with_amount(target: Cell, head: Head, figure: Cell, measure: Cell) -> Cell:
    """Put the amount behind what is asked; what counts already needs none, and is joined by one that is asked too.

    Beside 新建公园10个 a 数量 of 3亩 is a size, a 目标值 of 30亩 a second target; 600盏 is told in 增设路灯600盏.
    """
    amount, asked = _glued(figure, measure), fold(target.text)
    counts = ENDS_IN_COUNT.search(asked)
    if fold(amount.text) in asked or (counts and not OF_ASKED.search(fold(head.words))):
        return target
    return joining.joined([target, amount], "，" if counts or ENDS_IN_FIGURE.search(asked) else "")


def _shares(at: Named) -> Iterator[tuple[str, Cell]]:
    """Write the % behind a bare number that its header alone has: 进度(%) over 95 is 95%; 0.95 may mean either."""
    for name in ("rate", "progress"):
        for head, cell in at.get(name, [])[:1]:
            if "%" in fold(head.header) and BARE_SHARE.fullmatch(fold(cell.text)):
                yield name, Cell(cell.address, f"{cell.text.strip()}%")


def _glued(figure: Cell, measure: Cell) -> Cell:
    return figure if figure.blank or measure.blank else Cell(figure.address, figure.text.strip() + measure.text.strip())


def _units_at_end(target: Cell) -> dict[str, Cell]:
    """Read 责任单位：…；配合单位：… at the end of a target; the target itself stays as typed."""
    once = len(LABELLED.findall(target.text)) == 1  # else each part of the target has a unit of its own
    match = UNITS_AT_END.search(target.text) if once else None
    named = match.groupdict() if match else {}
    return {name: Cell(target.address, units.strip()) for name, units in named.items() if units}


def _leads_marked(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Part the units of one column by the mark of those that lead: 甲局（牵头）、乙局."""
    cell = cells.get("lead_unit", NONE)
    names = register.split(cell) if cells.get("support_units", NONE).blank else ()
    leads = [LEADS.sub("", name) for name in names if LEADS.search(name)]
    others = [name for name in names if not LEADS.search(name)]
    parted = {"lead_unit": leads, "support_units": others} if leads else {}
    return {name: Cell(cell.address, "、".join(units)) for name, units in parted.items()}


def _leader_in_name(name: Cell) -> dict[str, Cell]:
    """Read who leads: 一、稳岗就业（牵头区领导：某某）, 一、某某同志领办项目; the name stays as typed."""
    match = LEADER_IN_NAME.search(name.text) or LED_BY.search(name.text)
    return {"lead_leader": Cell(name.address, match[1].strip())} if match else {}


def _number(typed: str, name: str) -> int | str | None:
    """Read a project's number from its column, else from the head of its name (14.…)."""
    inside = NUMBER_IN_NAME.match(fold(name))
    text = typed.strip() or (inside[1] if inside else "")
    return int(text) if PLAIN_NUMBER.fullmatch(text) else text or None
