"""Cross-tables ▶ lists.

Regions as rows and indicators as groups of columns give a row for each of both. Items as rows and regions as groups of
columns are judged by the columns that sum the regions up, and without any give a row for each region.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import InputError
from reportgen.ingest.columns import periods
from reportgen.ingest.columns.headers import FIRST_ROWS, Head, Header, called, distinct, lines_above
from reportgen.ingest.columns.meanings import EITHER, THINGS
from reportgen.ingest.columns.naming import Path
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

MEASURE = re.compile(r"[（(]([^()（）\d]{1,8})[)）]\s*$")  # 城镇新增就业(人)
FIGURES = {"amount": "amount", "target": "amount", EITHER: "amount", "progress": "progress", "rate": "rate"}
NAMES = ("project", "project", "target", "measure", "lead_unit")
TITLES = ("类别", "项目", "指标", "计量单位", "责任单位")
FIGURE_COLUMNS = ("amount", "progress", "rate")
WITHIN = re.compile(r"[本当上每]月|累计|情况|进[度展]")  # 当月情况 beside 累计情况: no regions
OFFICES = ("lead_unit", "measure")  # 责任单位, 单位
A_REGION = r"(?:地[区市]|区域|街道|社区|村居|园区|[农林]场|办事处|[省市州盟县区旗乡镇街村])"
REGIONS = re.compile(rf"(?:各|所属|所在)?{A_REGION}(?:[、/()和及]*{A_REGION})*\)?(?:名称|别)?")  # 镇街, 县(市、区)
NONE = Cell()
REGION = "地区"


@dataclass(frozen=True, slots=True)
class Group:
    """The columns of one indicator: what is counted, in which measure, by whom, and where its figures stand."""

    category: Cell
    project: Cell
    indicator: Cell
    measure: Cell
    unit: Cell
    places: Mapping[str, int]  # amount, progress, rate ▶ column


def unfold(grid: Grid, words: Vocabulary, units: UnitNorms) -> tuple[Grid, Header] | None:
    """Give a ruled cross-table as a list with its header; None where the grid is no cross-table.

    A target names its region too (东区城镇新增就业); all figures keep their addresses.
    """
    place = None if grid.flattened or grid.short else _place(grid, words)
    if place is None:
        return None
    start, first = place
    body = next(
        (at for at in range(start, len(grid.rows)) if grid.rows[at][first] is not grid.rows[start][first]), start
    )
    lowest, figures = grid.rows[body - 1], _figures(grid.rows[start:body], words)
    groups = [_group(above, places, units, lowest) for above, places in figures.items()]
    if not groups or not all("progress" in group.places for group in groups):
        return None
    used = {first, *(at for group in groups for at in group.places.values())}
    others = tuple(at for at in range(len(grid.rows[start])) if at not in used)
    if fold(lowest[first].text) not in words.regions and not _of_things(figures, [lowest[at] for at in others], words):
        return None
    by_office = words.name(lowest[first].text) in OFFICES
    listed = _listed(grid, grid.rows[body:], first, groups, others, by_office=by_office)
    return replace(listed, titles=lines_above(grid, start)), Header(
        0, 0, _heads(lowest, first, groups[0], others, words)
    )


def _listed(
    grid: Grid,
    body: Sequence[Sequence[Cell]],
    first: int,
    groups: Sequence[Group],
    others: Sequence[int],
    *,
    by_office: bool,
) -> Grid:
    """Give a row for each indicator and region that tells anything; lines of one cell become notes."""
    rows = tuple(
        _row(row, first, replace(group, unit=row[first]) if by_office else group, others)
        for group in groups
        for row in body
        if _told(row, group)
    )
    notes = (cell for row in body if len(distinct(row)) == 1 for cell in distinct(row))
    return replace(grid, rows=rows, notes=(*grid.notes, *notes))


def _place(grid: Grid, words: Vocabulary) -> tuple[int, int] | None:
    """Find the header row of a table by regions or offices, and their column: the first, or the next to the numbers."""
    for start, row in enumerate(grid.rows[:FIRST_ROWS]):
        first = 1 if len(row) > 1 and words.name(row[0].text) == "no" else 0
        text = fold(row[first].text)
        if text in words.regions or REGIONS.fullmatch(text) or words.name(text) in OFFICES:
            return start, first
    return None


def _of_things(figures: Mapping[Path, object], others: Sequence[Cell], words: Vocabulary) -> bool:
    """Tell groups of columns that are headed by what is counted, where no other column names that."""
    tops = all(words.names(above[0].text) <= THINGS and not _of_time(above[0]) for above in figures)
    return tops and not any(words.names(cell.text) & THINGS for cell in others)


def _figures(levels: Sequence[Sequence[Cell]], words: Vocabulary) -> dict[Path, dict[str, int]]:
    """Find the columns of figures, by the header cells above theirs."""
    held: dict[Path, dict[str, int]] = {}
    for index, column in enumerate(zip(*levels, strict=True)):
        path = tuple(dict.fromkeys(cell for cell in column if cell.text.strip()))
        figure = FIGURES.get(words.name(path[-1].text) or "") if len(path) > 1 else None
        if figure:
            held.setdefault(path[:-1], {}).setdefault(figure, index)
    return held


def _group(above: Path, places: Mapping[str, int], units: UnitNorms, lowest: Sequence[Cell]) -> Group:
    """Gather what is counted; its measure stands behind its name, or behind that of a figure: 任务数(人)."""
    offices = [cell for cell in above if fold(cell.text).endswith(units.endings)]
    things = [cell for cell in above if cell not in offices] or list(above)
    last, measure = things[-1], MEASURE.search(things[-1].text)
    indicator = Cell(last.address, last.text[: measure.start()] if measure else last.text)
    counts = measure or next((found for at in places.values() if (found := MEASURE.search(lowest[at].text))), None)
    counted = Cell(last.address, counts[1]) if counts else NONE
    return Group(things[0], things[-2:][0], indicator, counted, offices[0] if offices else NONE, places)


def _told(row: Sequence[Cell], group: Group) -> bool:
    return len(distinct(row)) > 1 and any(row[at].text.strip() for at in group.places.values())


def _row(row: Sequence[Cell], first: int, group: Group, others: Sequence[int]) -> tuple[Cell, ...]:
    target = Cell(group.indicator.address, row[first].text.strip() + group.indicator.text.strip())
    figures = (row[group.places[name]] if name in group.places else NONE for name in FIGURE_COLUMNS)
    thing = (row[first], group.category, group.project, target, group.measure, group.unit)
    return (*thing, *figures, *(row[at] for at in others))


def _heads(
    lowest: Sequence[Cell], first: int, group: Group, others: Sequence[int], words: Vocabulary
) -> tuple[Head, ...]:
    labels = [("extra", lowest[first]), *((name, Cell(text=title)) for name, title in zip(NAMES, TITLES, strict=True))]
    labels += [(name, lowest[group.places[name]] if name in group.places else NONE) for name in FIGURE_COLUMNS]
    named = {at: words.name(lowest[at].text) for at in others if at > first}  # the numbers count regions
    labels += [(named.get(at) or "extra", lowest[at]) for at in others]
    return tuple(Head(at, name, (label,)) for at, (name, label) in enumerate(labels))


# --- regions as columns ---------------------------------------------------------------------------


def by_region(grid: Grid, header: Header, words: Vocabulary) -> tuple[Grid, Header]:
    """Keep the regions' own columns aside where others sum them up; else give a row for each item and region."""
    reporting = _reporting(header.heads, words)
    if not reporting:
        return grid, header
    whole = next((top for top in reporting if fold(top.text) in words.wholes), None)
    if whole is not None:
        aside = {head.index: _aside(head) for top, own in reporting.items() if top != whole for head in own}
        return grid, replace(header, heads=tuple(aside.get(head.index, head) for head in header.heads))
    used = {head.index for own in reporting.values() for head in own}
    shared = [head for head in header.heads if head.index not in used]
    things = called(shared, "target", EITHER, "project")
    if grid.flattened or not things:
        named = "、".join(fold(top.text) for top in reporting)
        raise InputError(
            f"{grid.file}: {named} have columns of their own and none sums them up; "
            "add columns headed 全市 (全区, 全县), or give a row for each of them."
        )
    return _apart(grid, header, reporting, shared, things[-1])


def _reporting(heads: Sequence[Head], words: Vocabulary) -> Mapping[Cell, Sequence[Head]]:
    """Give the columns of each region; nothing unless several report, all in the same columns."""
    held: dict[Cell, list[Head]] = {}
    for head in heads:
        if len(head.path) > 1 and not (words.names(head.path[0].text) or _of_time(head.path[0])):
            held.setdefault(head.path[0], []).append(head)
    reporting = {top: own for top, own in held.items() if called(own, "progress")}
    alike = len({tuple(head.name for head in own) for own in reporting.values()}) == 1
    return reporting if len(reporting) > 1 and alike else {}


def _apart(
    grid: Grid, header: Header, reporting: Mapping[Cell, Sequence[Head]], shared: Sequence[Head], thing: Head
) -> tuple[Grid, Header]:
    """Give a row for each item and region that tells anything; what is asked for names its region (东区新增就业)."""
    first = next(iter(reporting.values()))
    own = [Head(head.index, head.name, head.path[1:]) for head in first]
    heads = (*shared, Head(0, "extra", (Cell(text=REGION),)), *own)
    rows: list[tuple[Cell, ...]] = []
    for row in grid.rows[header.body :]:
        if len(distinct(row)) < 2:
            rows.append((row[0],) * len(heads))
            continue
        for region, columns in reporting.items():
            told = [row[head.index] for head in columns]
            item = row[thing.index]
            named = Cell(item.address, region.text.strip() + item.text.strip())
            common = [named if head is thing else row[head.index] for head in shared]
            if any(cell.text.strip() for cell in told):
                rows.append((*common, region, *told))
    listed = replace(grid, rows=tuple(rows), titles=lines_above(grid, header.start))
    return listed, Header(0, 0, tuple(replace(head, index=at) for at, head in enumerate(heads)))


def _of_time(top: Cell) -> bool:
    return bool(periods.stretches(top.text) or WITHIN.search(fold(top.text)))


def _aside(head: Head) -> Head:
    """Name a column kept aside after its region as well: 东区完成数."""
    return Head(head.index, "extra", (Cell(head.path[-1].address, head.words),))
