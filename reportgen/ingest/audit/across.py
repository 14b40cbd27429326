"""Queries across the rows of a table."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportgen.ingest.audit import namesakes, wording
from reportgen.ingest.audit.notes import ERROR, HINT, MOST_NAMED, QUERY, TEXTS, listed, note, of_table
from reportgen.ingest.columns import register
from reportgen.norms import UnitNorms
from reportgen.records import TITLES, Address, AuditNote, Cell, Item, Project, Table
from reportgen.text import fold

MANY = 0.75  # share of a column's cells that end in a full stop, from which the others lack one
OFFICE = "办事处"
REGION = "区县市"  # the letter that a unit's name may begin with or leave out: 区市场监管局, 市场监管局
LONGEST_BARE = 3  # letters of names that it belongs to: 区妇联
UNNAMED = re.compile(r"各?(?:相关|有关)")
FEW_LED = 3  # items of a unit, above which one leader among them stands out
LONG_TEXT = 12  # characters that two items do not share by chance
FRACTION = re.compile(r"(?:0?\.\d+|1(?:\.0+)?)")
FEW = 0.1  # share of names or cells up to which they are the exception


def queries(table: Table, units: UnitNorms) -> tuple[AuditNote, ...]:
    """List the queries on the table as a whole."""
    return (
        *_missing_returns(table, units),
        *_reports_untold(table),
        *_numbers_twice(table),
        *_numbers_left_out(table),
        *_repeated(table),
        *_told_twice(table),
        *_leaders(table),
        *_several_leads(table),
        *_rates(table),
        *_unit_names(table, units),
        *_stops(table),
        *_widths(table),
    )


def _missing_returns(table: Table, units: UnitNorms) -> Iterator[AuditNote]:
    """Name the units that the register bids report and that lead no item."""
    held = leads(table, units)
    for unit in units.reporting:
        if register.canonical(unit, units) not in held:
            text = f"“{unit}”没有报送：表中没有它牵头的子项。"
            yield of_table("return_missing", ERROR, Address(), text)


def _reports_untold(table: Table) -> Iterator[AuditNote]:
    """Tell once of a column of reports that is wholly empty, where rates keep its cells from being asked for."""
    rated = any(not item.rate.blank for item in table.items)
    if rated and all(item.progress.blank and not item.unplaced.texts for item in table.items):
        text = f"{TITLES['progress']}一栏全空，只有{TITLES['rate']}，请补填。"
        first = table.items[0]
        yield of_table(
            "column_empty", ERROR, (first.progress if first.progress.address.row else first.target).address, text
        )


def leads(table: Table, units: UnitNorms) -> dict[str, str]:
    """Give the lead units by their full names, folded, each as first typed."""
    held: dict[str, str] = {}
    for item in table.items:
        for name in register.split(item.lead_unit):
            held.setdefault(register.canonical(name, units), name)
    return held


def _numbers_twice(table: Table) -> Iterator[AuditNote]:
    """Query numbers that come twice in a table, unless most do: then they count what the items are grouped by."""
    held: dict[tuple[tuple[str, str], str], dict[Cell, Item]] = {}
    for project in table.projects:
        for item, cell in _numbered(project):
            number = fold(cell.text) if project.number is None else str(project.number)
            held.setdefault((cell.address.table, number), {}).setdefault(cell, item)
    twice = {number: items for (_, number), items in held.items() if len(items) > 1}
    if len(twice) <= len(held) / 2:
        for number, items in twice.items():
            (_, (cell, again), *_), rows = items.items(), listed([cell.address.row for cell in items])
            yield note("number_twice", QUERY, again, cell, f"序号{number}出现{len(items)}次（第{rows}行）。")


def _numbered(project: Project) -> Iterator[tuple[Item, Cell]]:
    """Give the items of a project that have a number; one with a name may have its own in each of its rows."""
    once = project.number is not None and not project.items[0].project.blank
    for item in project.items[:1] if once else project.items:
        cell = item.project if item.serial.blank and once else item.serial
        if not cell.blank:
            yield item, cell


def _numbers_left_out(table: Table) -> Iterator[AuditNote]:
    """Query project numbers that are left out."""
    numbers = [project.number for project in table.projects]
    whole = [number for number in numbers if isinstance(number, int)]
    left = sorted(set(range(1, max(whole, default=0))) - set(whole))
    if left and len(whole) == len(numbers):
        lacking = "、".join(map(str, left[:MOST_NAMED]))
        returned = len(table.files) > 1
        text = f"序号缺{lacking}，是否有单位未报？" if returned else f"序号缺{lacking}。"
        first = table.items[0]
        place = first.project if first.project.address.row else first.target
        yield of_table("number_left_out", QUERY if returned else HINT, place.address, text)


def _repeated(table: Table) -> Iterator[AuditNote]:
    """Query targets that stand in the table twice."""
    seen: dict[tuple[str, str], Item] = {}
    for item in table.items:
        key = item.project.text, item.target.text
        if key in seen and not item.target.blank:
            text = f"与第{seen[key].no}项的目标相同，是否重复？"
            yield note("target_twice", QUERY, item, item.target, text)
        seen.setdefault(key, item)


def _told_twice(table: Table) -> Iterator[AuditNote]:
    """Query a long text of progress that stands under two targets."""
    seen: dict[str, Item] = {}
    for item in table.items:
        told = item.progress.text
        first = seen.setdefault(told, item) if len(told) >= LONG_TEXT else item
        if first is not item and first.progress is not item.progress and first.target.text != item.target.text:
            text = f"完成情况与第{first.no}项一字不差，是否填错？"
            yield note("progress_twice", QUERY, item, item.progress, text)


def _leaders(table: Table) -> Iterator[AuditNote]:
    """Hint at a unit whose leader in one row is not the one in all its others."""
    held: dict[str, list[Item]] = {}
    for item in table.items:
        if not item.lead_unit.blank and not item.lead_leader.blank:
            held.setdefault(fold(item.lead_unit.text), []).append(item)
    for unit, items in held.items():
        leaders = Counter(fold(item.lead_leader.text) for item in items)
        (usual, _), *others = leaders.most_common()
        if len(items) > FEW_LED and len(others) == 1 and others[0][1] == 1:
            odd = next(item for item in items if fold(item.lead_leader.text) == others[0][0])
            text = f"{unit}其余各项的牵头领导为{usual}，本项为{others[0][0]}。"
            yield note("leader_differs", HINT, odd, odd.lead_leader, text)


def _several_leads(table: Table) -> Iterator[AuditNote]:
    """Hint at items with more than one lead unit, where nearly all have one."""
    shared = [item for item in table.items if len(register.split(item.lead_unit)) > 1]
    if len(shared) <= max(1, FEW * len(table.items)):
        for item in shared:
            count = len(register.split(item.lead_unit))
            yield note("several_leads", HINT, item, item.lead_unit, f"牵头单位有{count}个，宜明确由谁总负责。")


def _rates(table: Table) -> Iterator[AuditNote]:
    """Query fractions among rates that are none: 0.6 beside 75% or 75."""
    held = [item for item in table.items if not item.rate.blank]
    bare = [item for item in held if FRACTION.fullmatch(fold(item.rate.text))]
    if 2 * len(bare) <= len(held):
        for item in bare:
            typed = item.rate.text.strip()
            text = f"完成率“{typed}”与其余写法不同，是否为{100 * float(fold(typed)):.4g}%？"
            yield note("rate_fraction", QUERY, item, item.rate, text)


def _unit_names(table: Table, units: UnitNorms) -> Iterator[AuditNote]:
    """Hint at units that go by two names, and at names cut short: 各街道办事处 and 各街道; 东湖、西湖街道."""
    held: dict[str, list[tuple[Item, Cell]]] = {}
    for item in table.items:
        for cell in (item.lead_unit, item.support_units):
            for name in register.split(cell):
                held.setdefault(fold(name), []).append((item, cell))
    yield from _unnamed(held)
    for long in held:
        shorts = (long.removesuffix(OFFICE), long[1:] if long[0] in REGION and len(long) > LONGEST_BARE else long)
        for short in (short for short in shorts if short in held):
            if register.canonical(short, units) != register.canonical(long, units):  # else the office knows it by both
                yield note("two_names", HINT, *held[long][0], f"“{long}”与“{short}”两种写法并用。")
    for firm, other in namesakes.short_firms(tuple(held)):
        yield note("two_names", HINT, *held[firm][0], f"“{firm}”与“{other}”疑为同一单位，宜用全称。")
    cut = [name for name in held if not register.whole(name, units)]
    if len(cut) <= FEW * len(held):
        for place, names in itertools.groupby(cut, key=lambda name: held[name][0]):
            yield note("unit_cut_short", HINT, *place, f"单位名称“{'、'.join(names)}”不全。")


def _unnamed(held: Mapping[str, Sequence[tuple[Item, Cell]]]) -> Iterator[AuditNote]:
    """Hint at words that leave open which units are meant: 相关街道."""
    for name, places in held.items():
        if UNNAMED.match(name):
            where = f"（第{listed([item.no for item, _ in places])}项）" if len(places) > 1 else ""
            yield note("unit_unnamed", HINT, *places[0], f"“{name}”未写明是哪些单位{where}。")


def _stops(table: Table) -> Iterator[AuditNote]:
    """Hint at punctuation that differs from nearly all other cells."""
    for name in TEXTS:
        items = [item for item in table.items if not getattr(item, name).blank]
        without = [item for item in items if not getattr(item, name).text.rstrip().endswith(("。", "!", "！", "…"))]
        if without and len(items) - len(without) >= MANY * len(items):
            text = f"第{listed([item.no for item in without])}项的{TITLES[name]}末尾没有句号，其余多有。"
            yield of_table("stop_missing", HINT, getattr(without[0], name).address, text)
        held = {id(cell): (cell, item) for item in items for cell in (getattr(item, name),)}  # a merged cell once
        for cell, mark in wording.odd_stops([cell for cell, _ in held.values()]):
            yield note(
                "punctuation", HINT, held[id(cell)][1], cell, f"{TITLES[name]}中的“{mark}”与其余各格的写法不同。"
            )


def _widths(table: Table) -> Iterator[AuditNote]:
    """Hint once at half-width stops among hanzi, where nearly all cells have them (else each odd cell is named)."""
    cells = [getattr(item, name) for item in table.items for name in TEXTS]
    half = wording.half_width(cells)
    if half and len(half) >= FEW * len(cells):
        text = f"有{len(half)}格在汉字之间用了半角标点（如“{wording.sample(half[0].text)}”），公文宜用全角。"
        yield of_table("half_width", HINT, half[0].address, text)
