"""Rows ▶ items: every cell under its name, composed where several columns tell one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from reportgen.ingest.columns import composing, labelled, leading, periods
from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.body import Body, Row, Sheet
from reportgen.ingest.columns.composing import Named
from reportgen.ingest.columns.contents import REPORT
from reportgen.ingest.columns.header_words import FIRST_LEADS
from reportgen.ingest.columns.headers import Head, called, indexes
from reportgen.ingest.columns.meanings import UNITS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.norms import ColumnNorms, UnitNorms
from reportgen.records import TITLES, Cell, Item, Period
from reportgen.text import fold

ASIDE = ("extra", "measure", "amount", "due")
NONE = Cell()
NUMBER_IN_NAME = re.compile(r"\(?(\d{1,3}|[一二三四五六七八九十]{1,3})[.、)](?!\d)")
PLAIN_NUMBER = re.compile(r"[1-9]\d{0,3}")
HEADING_LINE, LINE_BELOW = "标题行", "说明行"
LONGEST_DAY = 40  # characters, with blanks
OF_TIME = re.compile(r"时间|时限|日期|节点|期限")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row on its way to an item: its cells by column, those that have a name of their own, and what is kept aside."""

    at: Named
    cells: dict[str, Cell]
    extra: list[tuple[str, Cell]]

    def keep(self, name: str) -> None:
        """Keep the cells of the columns of this name aside as well, each once."""
        held = ((head.title, cell) for head, cell in self.at.get(name, ()))
        self.extra.extend(one for one in held if one not in self.extra)

    def lacks(self, name: str) -> bool:
        """Tell whether nothing is written under a name, be it a mark for nothing."""
        return not self.cells.get(name, NONE).text.strip()


@dataclass(frozen=True, slots=True)
class Shared:
    """What holds for all rows: the period, whether numbers are the items' own (`counted`), whether the first of
    several units leads, which columns hold `fractions` of 1, what the lines above the header told, and what headings
    (`led`), or other cells of their rows (`beside`), tell of who leads below them.
    """

    period: Period
    counted: bool
    first_leads: bool
    fractions: Set[int]
    told: Mapping[str, Cell]
    led: Mapping[Cell, Mapping[str, Cell]]
    beside: Mapping[Cell, Mapping[str, Cell]]


def items(sheet: Sheet, body: Body, norms: ColumnNorms, units: UnitNorms, words: Vocabulary) -> Iterator[Item]:
    """Make the rows of a sheet items; they may get other numbers when several are joined."""
    heads = sheet.layout.heads
    counted = _numbers_items(heads, body.rows, body.told.get("project"))
    headings = dict.fromkeys(row.heading for row in body.rows if row.heading)
    led_by = leading.by_headings(headings, words, units, led=bool(called(heads, "lead_unit")))
    first_leads = _first_leads(sheet, body.left_out)
    fractions = composing.fractions(heads, [row.cells for row in body.rows])
    shared = Shared(sheet.layout.period, counted, first_leads, fractions, body.told, led_by, body.led)
    for no, row in enumerate(body.rows, start=1):
        yield _item(no, row, heads, shared, norms)


def _first_leads(sheet: Sheet, left_out: Sequence[LeftOut]) -> bool:
    """Tell whether a header, or a line above or below the table, says that the first of several units leads."""
    headers = (head.words for head in called(sheet.layout.heads, "lead_unit"))
    remarks = (cell for left in left_out if left.reason == "remark" for cell in left.cells)
    lines = (cell.text for cell in (*sheet.grid.titles, *sheet.grid.notes, *remarks))
    return any(FIRST_LEADS.search(fold(text)) for text in (*headers, *lines))


def _numbers_items(heads: Sequence[Head], read: Sequence[Row], of_all: Cell | None) -> bool:
    """Tell whether 序号 counts the items: one project, by its name, holds several numbers."""
    number = next(iter(indexes(heads, "no")), None)
    project = next(iter(indexes(heads, "project")), None)
    if number is None:
        return False
    held: dict[str, set[str]] = {}
    for row in read:
        over = row.cells[project] if project is not None else row.heading or of_all
        if over is not None and not over.blank:
            held.setdefault(fold(over.text), set()).add(row.cells[number].text)
    return any(len(numbers) > 1 for numbers in held.values())


def _item(no: int, row: Row, heads: Sequence[Head], shared: Shared, norms: ColumnNorms) -> Item:
    """Give a row's cells their names; what is composed of several cells keeps them in `extra` as well."""
    draft, period = _named(row, heads, shared), shared.period
    if row.heading:
        _take_from_heading(draft, shared.beside.get(row.heading, {}))
    if shared.counted:
        draft.keep("no")
    _compose(draft, shared.fractions)
    _tell_who_leads(draft, row.heading, norms)
    _part(draft, norms, first_leads=shared.first_leads)
    _add_lines_below(draft, row)
    last, due = _days(draft.at, period.year_due.year)
    if due is None:
        _take_plan_for_day(draft)
    beside = period.plan_due is not None and not draft.cells.get("plan", NONE).blank
    known = last is not None and last >= period.year_start  # of a year gone by the audit asks
    told, serial = shared.told.get("no"), next((cell for _, cell in draft.at.get("no", ())), NONE)
    of_project = told or (NONE if shared.counted else serial)
    return Item(
        no,
        _number(of_project.text, draft.cells.get("project", NONE).text),
        due=due,
        deadline=last if beside and known else None,
        extra=tuple(sorted(draft.extra, key=lambda held: held[1].address.column)),
        unplaced=row.unplaced,
        serial=told or serial,
    ).holding(draft.cells)


def _named(row: Row, heads: Sequence[Head], shared: Shared) -> Draft:
    """Gather a row's cells by the names of their columns, else from above the header or from the heading of the row."""
    led = shared.led.get(row.heading, {}) if row.heading else {}
    told = {**shared.told, **led}
    at: dict[str, list[tuple[Head, Cell]]] = {}
    for head in heads:
        at.setdefault(head.name, []).append((head, row.cells[head.index]))
    draft = Draft(
        at, {name: at[name][0][1] if name in at else told[name] for name in TITLES if name in (*at, *told)}, []
    )
    for name in ASIDE:
        draft.keep(name)
    if row.heading and (led or not _is_project(row.heading, draft.cells.get("project"))):
        draft.extra.append((HEADING_LINE, row.heading))
    elif row.heading:
        draft.cells["project"] = row.heading
    return draft


def _is_project(heading: Cell, name: Cell | None) -> bool:
    """Tell a heading that is the project of a row: no column names any, or it stands there over an empty cell."""
    return name is None or (name.blank and name.address.column == heading.address.column)


def _take_from_heading(draft: Draft, led: Mapping[str, Cell]) -> None:
    """Take who leads from the row of the heading, where a row tells none; who supports goes with its own unit.

    Others than the row's own are kept aside.
    """
    own = () if all(map(draft.lacks, UNITS)) else ("support_units",)
    taken = {name: cell for name, cell in led.items() if name not in own and draft.lacks(name)}
    others = ((name, cell) for name, cell in led.items() if name not in taken)
    draft.extra.extend(
        (f"{HEADING_LINE}{TITLES[name]}", cell)
        for name, cell in others
        if fold(cell.text) != fold(draft.cells[name].text)
    )
    draft.cells.update(taken)


def _compose(draft: Draft, fractions: Set[int]) -> None:
    """Write what several columns tell as one cell."""
    composed = composing.composed(draft.at, fractions)
    for name in composed:
        draft.keep(name)
    draft.cells.update(composed)


def _tell_who_leads(draft: Draft, heading: Cell | None, norms: ColumnNorms) -> None:
    """Read unit and leader elsewhere, where their own columns tell none."""
    if draft.lacks("lead_unit"):
        own, told = leading.units_at_end(draft.cells, norms)
        draft.keep(own)
        if own == "project" and "lead_unit" in draft.at:
            told.pop(own, None)  # other rows of the project have units of their own, and its name as it stands
        draft.cells.update(told)
    if draft.lacks("lead_leader"):
        project = draft.cells.get("project", NONE)
        told = leading.leader_in_name(heading or project, norms)
        if heading not in (None, project):
            told.pop("project", None)  # a column of its own names it
        elif "project" in told:
            draft.extra.append((HEADING_LINE, project))
        draft.cells.update(told)


def _part(draft: Draft, norms: ColumnNorms, *, first_leads: bool) -> None:
    """Part cells that hold what several columns would."""
    cells = draft.cells
    units = leading.parted(cells, norms, first_leads=first_leads)
    for name, cell in (labelled.parted(cells, norms) | units).items():
        draft.extra.extend((head.title, held) for head, held in draft.at.get(name, ()) if not held.blank)
        cells[name] = cell


def _add_lines_below(draft: Draft, row: Row) -> None:
    """Fill blank cells from the lines below the row, the first that tells of each."""
    for line, told in row.below:
        draft.extra.append((LINE_BELOW, line))
        draft.cells.update({name: cell for name, cell in told.items() if draft.cells.get(name, NONE).blank})


def _days(at: Named, year: int) -> tuple[date | None, date | None]:
    """Read the day of a column of deadlines, and the day by which all is due: that, or a plan that is a day.

    A plan that holds nothing but a day tells by when all is due (时间节点: 8月25日前).
    """
    days = (periods.deadline(cell.text, year) for _, cell in at.get("due", ()))
    last = next(filter(None, days), None)
    planned = (_day_alone(head, cell, year) for head, cell in at.get("plan", ()))
    return last, last or next(filter(None, planned), None)


def _day_alone(head: Head, cell: Cell, year: int) -> date | None:
    """Read a plan that is a day: 10-31 only below a word of time, elsewhere it may be figures."""
    if len(cell.text) > LONGEST_DAY:
        return None
    return (periods.day if OF_TIME.search(fold(head.words)) else periods.certain_day)(cell.text, year)


def _take_plan_for_day(draft: Draft) -> None:
    """Take what a column of deadlines tells for the plan: 时限: 6月底前完成采购，9月底前投入运行; 长期 is none."""
    told = draft.at["due"][0][1] if "due" in draft.at else NONE
    if "plan" not in draft.cells and REPORT.search(fold(told.text)):
        draft.cells["plan"] = told


def _number(typed: str, name: str) -> int | str | None:
    """Read a project's number from its column, else from the head of its name (14.…)."""
    inside = NUMBER_IN_NAME.match(fold(name))
    text = typed.strip() or (inside[1] if inside else "")
    return int(text) if PLAIN_NUMBER.fullmatch(text) else text or None
