"""What the reading itself has to tell: what was set aside, and what was read otherwise than it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reportgen.ingest.audit.notes import ERROR, HINT, QUERY, listed, of_table
from reportgen.ingest.columns import headers, reporting
from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.headers import called
from reportgen.ingest.files import File
from reportgen.ingest.formats.grid import Grid, Unread
from reportgen.records import TITLES, AuditNote, Cell, Item
from reportgen.text import fold

QUOTED = 30  # characters that one note quotes
CLAIMED = ("rate", "status")  # what shares and states are, their cells tell beyond doubt
UNREAD = {
    "struck": "“{words}”已用删除线划去，未读入，请确认。",
    "raised": "上标“{words}”读作注释的编号，未读入，请确认。",
    "sign": "有一个符号（{words}）无法识别，未读入，请确认。",
    "hidden": "隐藏的单元格（{words}）未读入，请确认。",
}


def queries(files: Sequence[File], columns: Iterable[str]) -> tuple[AuditNote, ...]:
    """List what each file has to tell, and which headers that the office named by hand (`columns`) none has."""
    return (*(note for file in files for note in _of(file)), *_unmet(files, columns))


def notice(line: Cell) -> AuditNote:
    """Ask of a file that is no return, by its first line."""
    text = f"{line.address.file}是文字说明（{fold(line.text)[:QUOTED]}），没有项目，未读入，请确认。"
    return _query("file_left_out", line, text)


def _unmet(files: Sequence[File], columns: Iterable[str]) -> Iterator[AuditNote]:
    """Tell which headers that the office named by hand stand in no table: misspelt, or those of other months."""
    for name in columns:
        if not any(fold(name) in file.mapped for file in files):
            text = f"设置的[columns]中写有“{name}”，本次的表没有这个表头；写错的请更正，其他月份的表使用的不必改。"
            yield _hint("mapped_header_missing", _header(files[0]), text)


def _header(file: File) -> Cell:
    """Give the first cell of a file's first header."""
    sheet = file.sheets[0]
    return headers.distinct(sheet.grid.rows[sheet.header.start])[0]


def _of(file: File) -> Iterator[AuditNote]:
    """Tell what was set aside, and what was read otherwise than it looks."""
    if not any(file.returns):
        header = _header(file)
        yield of_table("return_empty", ERROR, header.address, f"{header.address.file}只有表头，没有子项。")
    if len(file.sheets) > 1 and all(item.lead_unit.blank for item in file.items):  # each may be of one unit
        first = _header(file)
        yield of_table("units_untold", HINT, first.address, f"{first.address.file}没有写明各项的牵头单位。")
    for doubt in dict.fromkeys(doubt for sheet in file.sheets for doubt in sheet.layout.doubts):
        yield _query(*doubt)
    for left in file.left_out:
        yield from _row_left_out(left)
    yield from _tables_left_out(file)
    yield from _added(file)
    yield from _unseen(file)
    yield from _by_cells(file)
    yield from _unread(file)
    yield from _covered(file)
    yield from _hidden_rows(file)


def _row_left_out(left: LeftOut) -> Iterator[AuditNote]:
    """Tell of a sum, and ask of a name alone, of more of the row above, of a hidden copy, of what may be a note, and of
    a cell over several columns.
    """
    first = left.cells[0]
    if left.reason == "total":
        text = "、".join(cell.text.strip() for cell in left.cells[:4])
        yield _hint("row_left_out", first, f"合计行（{text}）不作为子项。")
    elif left.reason == "name":
        text = f"“{fold(first.text)}”一行只有名称，读作以下各行的标题，不作为子项，请确认。"
        yield _query("row_left_out", first, text)
    elif left.reason == "sample":
        text = f"“{fold(first.text)[:QUOTED]}”一行是填写示例或填报要求，不作为子项，请确认。"
        yield _query("row_left_out", first, text)
    elif left.reason == "continued":
        text = f"第{first.address.row}行只有计划或进展，没有自己的目标，接在上一行之后读入，请确认。"
        yield _query("row_joined", first, text)
    elif left.reason == "note":
        text = f"“{fold(first.text)[:QUOTED]}”在最后一项之下，只此一格，读作说明，不作为目标，请确认。"
        yield _query("row_left_out", first, text)
    elif left.reason == "target":
        text = f"“{fold(first.text)[:QUOTED]}”在最后一项之下，只此一格，接在上一项的目标之后读入，请确认是否为说明。"
        yield _query("row_joined", first, text)
    elif left.reason == "stray":
        text = f"“{fold(first.text)[:QUOTED]}”在各项之上，只此一格，不知属于哪一项，未读入，请核实。"
        yield _query("row_left_out", first, text)
    elif left.reason == "copy":
        shown = left.cells[1].address.row
        text = f"第{first.address.row}行在表中被隐藏，疑为第{shown}行的旧稿或撤下的内容，未读入，请确认。"
        yield _query("hidden_row", first, text)
    elif left.reason == "spread":
        names = [fold(head.text) for head in left.cells[1:]]
        text = f"“{fold(first.text)[:QUOTED]}”一格跨{'、'.join(names)}各栏合并，只读作{names[0]}，请确认。"
        yield _query("cell_spread", first, text)


def _tables_left_out(file: File) -> Iterator[AuditNote]:
    """Tell which tables of the file were not read, and why."""
    read = {sheet.grid.part for sheet in file.sheets}
    for passed in file.passed:
        part = passed.grid.part
        name = f"{part}{'中的一张表' if part in read else ''}" if part else "一张表"
        yield _hint("table_left_out", passed.grid.rows[0][0], f"{passed.grid.file}的{name}{passed.why}，未读入。")


def _unread(file: File) -> Iterator[AuditNote]:
    """Tell which words within cells were not read."""
    rows = {place: left for sheet in file.sheets for place, left in _struck_rows(sheet.grid).items()}
    for (_, row), struck in rows.items():
        words = "、".join(fold(left.words.text) for left in struck)[:QUOTED]
        text = f"第{row}行（{words}）整行已用删除线划去，未读入，请确认。"
        yield _query("struck_out", struck[0].words, text)
    of_rows = {left for struck in rows.values() for left in struck}
    for unread in dict.fromkeys(unread for sheet in file.sheets for unread in sheet.grid.unread):
        if unread in of_rows:
            continue
        words = fold(unread.words.text)[:QUOTED]
        yield _hint(f"{unread.why}_out", unread.words, UNREAD[unread.why].format(words=words))


def _struck_rows(grid: Grid) -> dict[tuple[str, int], list[Unread]]:
    """Gather what is struck out of rows of which nothing of their own is left, a lone line aside."""
    own = {cell.address.row for row in grid.rows for cell in row if not cell.blank and cell.address.row == _number(row)}
    rows: dict[tuple[str, int], list[Unread]] = {}
    for left in grid.unread:
        if left.why == "struck" and left.words.address.row not in own:
            rows.setdefault((grid.part, left.words.address.row), []).append(left)
    return {place: struck for place, struck in rows.items() if len(struck) > 1}


def _number(row: Sequence[Cell]) -> int:
    """Give the number of a row, into which cells of those above may reach."""
    return max(cell.address.row for cell in row)


def _hidden_rows(file: File) -> Iterator[AuditNote]:
    """Ask of hidden rows, which were read all the same."""
    hidden = {(sheet.grid.part, row) for sheet in file.sheets for row in sheet.grid.hidden}
    for item in file.items:
        address = item.target.address
        if (address.part, address.row) in hidden:
            yield _query("hidden_row", item.target, f"第{address.row}行在表中被隐藏，仍作为子项读入，请确认。")


def _added(file: File) -> Iterator[AuditNote]:
    """Ask of a month's report that was read together with the sum up to the month before."""
    for sheet in file.sheets:
        told = called(sheet.layout.heads, "progress")
        if reporting.parted(told):
            titles = "与".join(f"“{fold(head.header)}”" for head in told)
            text = f"{titles}并作完成情况（数字相加）：表中没有截至本月的累计数，请核实。"
            yield _query("months_added", told[-1].path[-1], text)


def _covered(file: File) -> Iterator[AuditNote]:
    """Ask of the units and measures of a text without merges that were taken from the row above."""
    items = file.items if file.sheets[0].grid.flattened else ()
    measures = {head.header for head in called(file.sheets[0].layout.heads, "measure")}
    columns: dict[str, Callable[[Item], Iterable[Cell]]] = {
        TITLES["lead_unit"]: lambda item: [item.lead_unit],
        TITLES["lead_leader"]: lambda item: [item.lead_leader],
        TITLES["support_units"]: lambda item: [item.support_units],
        "计量单位": lambda item: (cell for header, cell in item.extra if header in measures),
    }
    for title, cells in columns.items():
        below = [item for item in items if any(0 < c.address.row < item.target.address.row for c in cells(item))]
        if below:
            rows = listed([item.target.address.row for item in below])
            text = f"第{rows}行的{title}为合并单元格，取自上方，请对照原表核实。"
            yield _query("merged_above", below[0].target, text)


def _unseen(file: File) -> Iterator[AuditNote]:
    """Tell which hidden columns were read, and which were not because one that can be seen has their role."""
    for sheet in file.sheets:
        for head in sheet.layout.heads:
            if head.index in sheet.grid.unseen and head.path:
                read = "未采用" if head.name == "extra" else "仍采用"
                yield _query("hidden_column", head.path[-1], f"“{head.header}”一栏在表中被隐藏，{read}，请确认。")


def _by_cells(file: File) -> Iterator[AuditNote]:
    """Tell which columns were named by what stands in them, not by their header."""
    for sheet in file.sheets:
        for head in sheet.layout.heads:
            if head.by_cells and head.header.strip() and head.name in TITLES and head.name not in CLAIMED:
                text = f"“{fold(head.header)}”一栏按所填内容读作{TITLES[head.name]}，请确认。"
                yield _query("column_by_cells", head.path[-1], text)


def _hint(kind: str, cell: Cell, text: str) -> AuditNote:
    return of_table(kind, HINT, cell.address, text)


def _query(kind: str, cell: Cell, text: str) -> AuditNote:
    return of_table(kind, QUERY, cell.address, text)
