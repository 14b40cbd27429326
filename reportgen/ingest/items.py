"""Sheets ▶ Table: every row an item, every cell with its address; several files joined into one table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.ingest import audit, merge, periods, rows
from reportgen.ingest.grid import Grid
from reportgen.ingest.headers import Head
from reportgen.ingest.rows import Body, LeftOut, Row, Sheet
from reportgen.ingest.sheets import Passed, sheets
from reportgen.ingest.vocabulary import vocabulary
from reportgen.norms import Norms
from reportgen.records import AuditNote, Cell, Column, Item, Project, Severity, Table
from reportgen.text import fold

CELLS = (
    *("project", "target", "plan", "progress", "rate", "status", "problem", "next_step", "note"),
    *("lead_leader", "lead_unit", "support_units"),
)
NUMBER_IN_NAME = re.compile(r"\(?(\d{1,3}|[一二三四五六七八九十]{1,3})[.、)](?!\d)")
PLAIN_NUMBER = re.compile(r"[1-9]\d{0,3}")
HEADING_LINE = "标题行"
ENDS_IN_FIGURE = re.compile(r"[\d%]$")
UNIT_AT_END = re.compile(r"[(\s。;；]*(?:责任|牵头|主办)(?:单位|部门)\s*[:：]\s*([^。;；)）]+)[。)）]?\s*$")


@dataclass(frozen=True, slots=True)
class File:
    """What one file holds; each sheet of a workbook is a return of its own."""

    sheets: tuple[Sheet, ...]
    returns: tuple[tuple[Item, ...], ...]
    left_out: tuple[LeftOut, ...]
    passed: tuple[Passed, ...]


def table(
    grids: Sequence[Grid], norms: Norms, *, month: str | None = None, columns: Mapping[str, str] | None = None
) -> Table:
    """Read the grids of one or more files as one table of projects; InputError says what stands in the way."""
    names = tuple(dict.fromkeys(grid.file for grid in grids))
    files = [_file([grid for grid in grids if grid.file == name], norms, month, columns or {}) for name in names]
    period = merge.one_period({name: file.sheets[0].layout.period for name, file in zip(names, files, strict=True)})
    items, questions = merge.merge([items for file in files for items in file.returns])
    read = Table(names, period, _columns(files[0].sheets[0]), projects(items))
    structural = [note for file in files for note in _structure(file)]
    return replace(read, audit=(*structural, *questions, *audit.audit(read, norms)))


def _file(grids: Sequence[Grid], norms: Norms, month: str | None, columns: Mapping[str, str]) -> File:
    found, passed = sheets(grids, norms, vocabulary(norms.columns, columns), month)
    returns: list[tuple[Item, ...]] = []
    left_out: list[LeftOut] = []
    body = Body()
    for sheet in found:
        # A page break in a document parts a table; a sheet of a workbook begins anew.
        goes_on = sheet.grid.rows[0][0].address.style == "text"
        body = Body(above=body.above, heading=body.heading) if goes_on else Body()
        rows.read(sheet, body, norms.columns, norms.units)
        items = tuple(_items(sheet, body.rows))
        if goes_on and returns:
            returns[-1] += items
        else:
            returns.append(items)
        left_out += body.left_out
    return File(found, tuple(returns), tuple(left_out), passed)


def _columns(sheet: Sheet) -> tuple[Column, ...]:
    known = {*CELLS, "no", "due"}
    return tuple(
        Column(head.name if head.name in known else "extra", head.header, head.index + 1) for head in sheet.layout.heads
    )


# --- rows to items ------------------------------------------------------------------------------


def _items(sheet: Sheet, read: Sequence[Row]) -> Iterator[Item]:
    heads = sheet.layout.heads
    own = _numbers_items(heads, read)
    year = sheet.layout.period.as_of.year
    for row in read:
        yield _item(row, heads, own, year)


def _numbers_items(heads: Sequence[Head], read: Sequence[Row]) -> bool:
    """Tell whether 序号 counts the items: one project holds several numbers."""
    number = next((head.index for head in heads if head.name == "no"), None)
    project = next((head.index for head in heads if head.name == "project"), None)
    if number is None:
        return False
    held: dict[Cell | None, set[str]] = {}
    for row in read:
        over = row.cells[project] if project is not None else row.heading
        if over is not None:
            held.setdefault(over, set()).add(row.cells[number].text)
    return any(len(numbers) > 1 for numbers in held.values())


def _item(row: Row, heads: Sequence[Head], own: bool, year: int) -> Item:
    """Give a row's cells their names; what is composed of several cells keeps them in `extra` as well."""
    at: dict[str, list[tuple[Head, Cell]]] = {}
    for head in heads:
        at.setdefault(head.name, []).append((head, row.cells[head.index]))
    cells = {name: at[name][0][1] for name in CELLS if name in at}
    extra = [(head.header, cell) for name in ("extra", "measure", "amount", "due") for head, cell in at.get(name, [])]
    number = at["no"][0][1] if "no" in at else Cell()
    if own:
        extra.insert(0, (at["no"][0][0].header, number))
        number = Cell()
    if row.heading and "project" in cells:
        extra.append((HEADING_LINE, row.heading))
    elif row.heading:
        cells["project"] = row.heading
    if "measure" in at or len(at["progress"]) > 1:
        composed = _composed(at)
        extra += [(head.header, cell) for name in composed for head, cell in at[name]]
        cells |= composed
    if not cells.get("lead_unit", Cell()).text.strip():
        cells |= _unit_at_end(cells["target"])

    def cell(name: str) -> Cell:
        return cells.get(name, Cell())

    return Item(
        no=0,
        project_no=_number(number.text, cell("project").text),
        project=cell("project"),
        target=cell("target"),
        plan=cell("plan"),
        progress=cell("progress"),
        rate=cell("rate"),
        status=cell("status"),
        problem=cell("problem"),
        next_step=cell("next_step"),
        note=cell("note"),
        lead_leader=cell("lead_leader"),
        lead_unit=cell("lead_unit"),
        support_units=cell("support_units"),
        due=next((day for _, held in at.get("due", []) if (day := periods.day(held.text, year))), None),
        extra=tuple(sorted(extra, key=lambda held: held[1].address.column)),
    )


def _composed(at: Mapping[str, Sequence[tuple[Head, Cell]]]) -> dict[str, Cell]:
    """Compose target and progress of several columns: 产前筛查 | 人次 | 2800 gives 产前筛查2800人次."""
    progress = rows.joined([cell for _, cell in at["progress"]])
    target_head, target = at["target"][0]
    if "measure" not in at:
        return {"progress": progress}
    measure = at["measure"][0][1]
    if "amount" in at:
        amount = _glued(at["amount"][0][1], measure)
        thing = "，" if ENDS_IN_FIGURE.search(fold(target.text)) else ""
        target = rows.joined([target, amount], thing)
    if "project" in at and at["project"][0][0].path == target_head.path:
        target = rows.joined([at["project"][0][1], target], "，")
    if ENDS_IN_FIGURE.search(fold(progress.text)) and not progress.text.strip().endswith("%"):
        progress = _glued(progress, measure)
    return {"target": target, "progress": progress}


def _glued(figure: Cell, measure: Cell) -> Cell:
    return figure if figure.blank or measure.blank else Cell(figure.address, figure.text.strip() + measure.text.strip())


def _unit_at_end(target: Cell) -> dict[str, Cell]:
    """Read 责任单位：… at the end of a target; the target itself stays as typed."""
    match = UNIT_AT_END.search(target.text)
    return {"lead_unit": Cell(target.address, match[1].strip())} if match else {}


def _number(typed: str, name: str) -> int | str | None:
    """Read a project's number from its column, else from the head of its name (14.…)."""
    inside = NUMBER_IN_NAME.match(fold(name))
    text = typed.strip() or (inside[1] if inside else "")
    return int(text) if PLAIN_NUMBER.fullmatch(text) else text or None


def projects(items: Sequence[Item]) -> tuple[Project, ...]:
    """Gather neighbouring items of one project; where the table names no projects, each number is one."""
    gathered: list[Project] = []
    for item in items:
        last = gathered[-1] if gathered else None
        if last and _same_project(last.items[-1], item):
            gathered[-1] = replace(last, items=(*last.items, item))
        else:
            gathered.append(Project(item.project_no, item.project.text or item.target.text, (item,)))
    return tuple(gathered)


def _same_project(one: Item, other: Item) -> bool:
    if one.project.text or other.project.text:
        return (one.project_no, fold(one.project.text)) == (other.project_no, fold(other.project.text))
    return one.project_no == other.project_no is not None


# --- what the reading itself has to tell ----------------------------------------------------------


def _structure(file: File) -> Iterator[AuditNote]:
    """Tell which rows and tables were set aside, and which hidden rows were read all the same."""
    for left in file.left_out:
        if left.reason == "total":
            text = "、".join(cell.text.strip() for cell in left.cells[:4])
            yield _note("row_left_out", left.cells[0], f"合计行（{text}）不作为子项。")
    for passed in file.passed:
        name = passed.grid.part or "一张表"
        yield _note("table_left_out", passed.grid.rows[0][0], f"{passed.grid.file}的{name}{passed.why}，未读入。")
    hidden = {(sheet.grid.part, row) for sheet in file.sheets for row in sheet.grid.hidden}
    for item in (item for items in file.returns for item in items):
        address = item.target.address
        if (address.part, address.row) in hidden:
            note = _note("hidden_row", item.target, f"第{address.row}行在表中被隐藏，仍作为子项读入，请确认。")
            yield replace(note, severity=Severity.QUERY)


def _note(kind: str, cell: Cell, text: str) -> AuditNote:
    return AuditNote(kind, Severity.HINT, cell.address, None, text)
