"""Sheets ▶ Table: every row an item, every cell with its address; several files joined into one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from reportgen.ingest import audit, merge
from reportgen.ingest.columns import fields, headers, headings, reporting, rows
from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.body import Body, Sheet
from reportgen.ingest.columns.sheets import Passed, sheets
from reportgen.ingest.columns.vocabulary import vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import Norms
from reportgen.records import AuditNote, Cell, Column, Item, Project, Severity, Table
from reportgen.text import fold

MOST_NAMED = 12  # rows that one note names
QUOTED = 30  # characters that one note quotes
CLAIMED = ("rate", "status")  # what shares and states are, their cells tell beyond doubt
UNREAD = {
    "struck": "“{words}”已用删除线划去，未读入，请确认。",
    "raised": "上标“{words}”读作注释的编号，未读入，请确认。",
    "sign": "有一个符号（{words}）无法识别，未读入，请确认。",
    "hidden": "隐藏的单元格（{words}）未读入，请确认。",
}
ROLES = {**merge.COMPARED, "project": "项目名称", "target": "目标"}


@dataclass(frozen=True, slots=True)
class File:
    """What one file holds; each sheet of a workbook is a return of its own.

    `mapped` are the headers that it has of those that the office named by hand.
    """

    sheets: tuple[Sheet, ...]
    returns: tuple[tuple[Item, ...], ...]
    left_out: tuple[LeftOut, ...]
    passed: tuple[Passed, ...]
    mapped: Set[str]


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
    structural += _unmet(files, columns or {})
    return replace(read, audit=(*structural, *questions, *audit.audit(read, norms)))


def _file(grids: Sequence[Grid], norms: Norms, month: str | None, columns: Mapping[str, str]) -> File:
    words = vocabulary(norms.columns, columns)
    found, passed = sheets(grids, norms, words, month)
    returns: list[tuple[Item, ...]] = []
    left_out: list[LeftOut] = []
    body = Body()
    for sheet, heading in zip(found, headings.above([sheet.grid for sheet in found]), strict=True):
        # A page break in a document parts a table; a sheet of a workbook begins anew.
        goes_on = sheet.grid.rows[0][0].address.style == "text"
        body = Body(above=body.above, heading=heading or body.heading) if goes_on else Body(heading=heading)
        rows.read(sheet, body, norms.columns, norms.units)
        items = tuple(fields.items(sheet, body.rows, norms.columns))
        if goes_on and returns:
            returns[-1] += items
        else:
            returns.append(items)
        left_out += body.left_out
    return File(found, tuple(returns), tuple(left_out), passed, words.mapped.keys() & set(map(fold, words.found)))


def _columns(sheet: Sheet) -> tuple[Column, ...]:
    known = {*fields.CELLS, "no", "due"}
    return tuple(
        Column(head.name if head.name in known else "extra", head.header, head.index + 1) for head in sheet.layout.heads
    )


# --- projects ---------------------------------------------------------------------------------------


def projects(items: Sequence[Item]) -> tuple[Project, ...]:
    """Gather neighbouring items of one project; where the table names no projects, each number is one."""
    gathered: list[list[Item]] = []
    for item in items:
        if gathered and _same_project(gathered[-1][-1], item):
            gathered[-1].append(item)
        else:
            gathered.append([item])
    return tuple(Project(held[0].project_no, _name(held[0]), tuple(held)) for held in gathered)


def _name(first: Item) -> str:
    return first.project.text or first.target.text


def _same_project(one: Item, other: Item) -> bool:
    if one.project.text or other.project.text:
        return (one.project_no, fold(one.project.text)) == (other.project_no, fold(other.project.text))
    return one.project_no == other.project_no is not None


# --- what the reading itself has to tell ----------------------------------------------------------


def _unmet(files: Sequence[File], columns: Iterable[str]) -> Iterator[AuditNote]:
    """Tell which headers that the office named by hand stand in no table: misspelt, or those of other months."""
    sheet = files[0].sheets[0]
    header = headers.distinct(sheet.grid.rows[sheet.header.start])[0]
    for name in columns:
        if not any(fold(name) in file.mapped for file in files):
            text = f"设置的[columns]中写有“{name}”，本次的表没有这个表头；写错的请更正，其他月份的表使用的不必改。"
            yield _note("mapped_header_missing", header, text)


def _structure(file: File) -> Iterator[AuditNote]:
    """Tell which rows and tables were set aside, and which hidden rows were read all the same."""
    if not any(file.returns):
        header = headers.distinct(file.sheets[0].grid.rows[file.sheets[0].header.start])[0]
        note = _note("return_empty", header, f"{header.address.file}只有表头，没有子项。")
        yield replace(note, severity=Severity.ERROR)
    for left in file.left_out:
        if left.reason == "total":
            text = "、".join(cell.text.strip() for cell in left.cells[:4])
            yield _note("row_left_out", left.cells[0], f"合计行（{text}）不作为子项。")
        elif left.reason == "name":
            text = f"“{fold(left.cells[0].text)}”一行只有名称，读作以下各行的标题，不作为子项，请确认。"
            yield replace(_note("row_left_out", left.cells[0], text), severity=Severity.QUERY)
        elif left.reason == "continued":
            text = f"第{left.cells[0].address.row}行只有计划或进展，没有目标，接在上一行之后读入，请确认。"
            yield replace(_note("row_joined", left.cells[0], text), severity=Severity.QUERY)
    read = {sheet.grid.part for sheet in file.sheets}
    for passed in file.passed:
        part = passed.grid.part
        name = f"{part}{'中的一张表' if part in read else ''}" if part else "一张表"
        yield _note("table_left_out", passed.grid.rows[0][0], f"{passed.grid.file}的{name}{passed.why}，未读入。")
    yield from _added(file)
    yield from _unseen(file)
    yield from _by_cells(file)
    for unread in dict.fromkeys(unread for sheet in file.sheets for unread in sheet.grid.unread):
        words = fold(unread.words.text)[:QUOTED]
        yield _note(f"{unread.why}_out", unread.words, UNREAD[unread.why].format(words=words))
    yield from _covered(file)
    hidden = {(sheet.grid.part, row) for sheet in file.sheets for row in sheet.grid.hidden}
    for item in (item for items in file.returns for item in items):
        address = item.target.address
        if (address.part, address.row) in hidden:
            note = _note("hidden_row", item.target, f"第{address.row}行在表中被隐藏，仍作为子项读入，请确认。")
            yield replace(note, severity=Severity.QUERY)


def _added(file: File) -> Iterator[AuditNote]:
    """Ask of a month's report that was read together with the sum up to the month before."""
    for sheet in file.sheets:
        told = [head for head in sheet.layout.heads if head.name == "progress"]
        if reporting.parted(told):
            titles = "与".join(f"“{fold(head.header)}”" for head in told)
            text = f"{titles}并作完成情况（数字相加）：表中没有截至本月的累计数，请核实。"
            yield replace(_note("months_added", told[-1].path[-1], text), severity=Severity.QUERY)


def _covered(file: File) -> Iterator[AuditNote]:
    """Ask of the units and measures of a text without merges that were taken from the row above."""
    items = [item for items in file.returns for item in items] if file.sheets[0].grid.flattened else []
    measures = {head.header for head in file.sheets[0].layout.heads if head.name == "measure"}
    columns: dict[str, Callable[[Item], Iterable[Cell]]] = {
        "牵头单位": lambda item: [item.lead_unit],
        "牵头领导": lambda item: [item.lead_leader],
        "配合单位": lambda item: [item.support_units],
        "计量单位": lambda item: (cell for header, cell in item.extra if header in measures),
    }
    for title, cells in columns.items():
        below = [item for item in items if any(0 < c.address.row < item.target.address.row for c in cells(item))]
        if below:
            lines = "、".join(str(item.target.address.row) for item in below[:MOST_NAMED])
            more = f"等{len(below)}" if len(below) > MOST_NAMED else ""
            text = f"第{lines}{more}行的{title}为合并单元格，取自上方，请对照原表核实。"
            yield replace(_note("merged_above", below[0].target, text), severity=Severity.QUERY)


def _unseen(file: File) -> Iterator[AuditNote]:
    """Tell which hidden columns were read, and which were not because one that can be seen has their role."""
    for sheet in file.sheets:
        for head in sheet.layout.heads:
            if head.index in sheet.grid.unseen and head.path:
                read = "未采用" if head.name == "extra" else "仍采用"
                note = _note("hidden_column", head.path[-1], f"“{head.header}”一栏在表中被隐藏，{read}，请确认。")
                yield replace(note, severity=Severity.QUERY)


def _by_cells(file: File) -> Iterator[AuditNote]:
    """Tell which columns were named by what stands in them, not by their header."""
    for sheet in file.sheets:
        for head in sheet.layout.heads:
            if head.by_cells and head.header.strip() and head.name in ROLES and head.name not in CLAIMED:
                text = f"“{fold(head.header)}”一栏按所填内容读作{ROLES[head.name]}，请确认。"
                yield replace(_note("column_by_cells", head.path[-1], text), severity=Severity.QUERY)


def _note(kind: str, cell: Cell, text: str) -> AuditNote:
    return AuditNote(kind, Severity.HINT, cell.address, None, text)
