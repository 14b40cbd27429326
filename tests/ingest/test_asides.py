"""Rows that are no items are set apart, and rows that go on with an item are read with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell, Item, Severity
from tests.ingest.tables import read, ruled, typed

HEAD = "序号 | 目标任务 | ← | 牵头单位 | 工作情况 | ←\n↑ | 项目名称 | 主要内容 | ↑ | 三季度计划 | 8月份完成情况"
FIRST = "1 | 公园 | 建10个公园。 | 区住建局 | 开工。 | 已开工。"
MORE = "↑ | ↑ | 建2个广场。 | 区城管局 | 招标。 | 已招标。"
LAST = "2 | 道路 | 修5条路。 | 区交通局 | 招标。 | 已招标。"


def told(items: tuple[Item, ...]) -> list[tuple[int | None, str, str, str]]:
    return [(item.project_no, item.project.text, item.target.text, item.lead_unit.text) for item in items]


ITEMS = [
    (1, "公园", "建10个公园。", "区住建局"),
    (1, "公园", "建2个广场。", "区城管局"),
    (2, "道路", "修5条路。", "区交通局"),
]


def test_a_row_that_counts_the_columns_may_lie_under_a_merged_number() -> None:
    """序号 that is merged down over （1） （2） … makes no item of that row."""
    counted = "↑ | （1） | （2） | （3） | （4） | （5）"
    assert told(read(ruled("\n".join([HEAD, counted, FIRST, MORE, LAST]))).items) == ITEMS


def test_a_header_said_again_within_a_project_heads_no_other() -> None:
    """The rows behind go on with the project above, though 序号 is merged down into them in its place."""
    assert told(read(ruled("\n".join([HEAD, FIRST, HEAD, MORE, LAST]))).items) == ITEMS


def test_a_number_lost_to_the_header_loses_no_item() -> None:
    """Where 序号 is merged down over the first item too, it has no number, and all others are there."""
    merged = FIRST.replace("1", "↑", 1)
    assert [item.target.text for item in read(ruled("\n".join([HEAD, merged, LAST]))).items] == [
        "建10个公园。", "修5条路。"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "填表人： | ← | 某某 | 审核人： | 某某 | 联系电话：1",
        "填表人 | 某某 | 审核人 | 某某 | 电话 | 1",
        "主要领导签字： | ← | ← | 分管领导签字： | ← | ←",
        "单位主要负责人（签字）： | ← | ← | （盖章） | ← | ←",
        "分管领导： | ← | ← | 部门负责人：某某 | ← | 填报人：某某",
        "备注 | ← | 以上数据由各牵头单位提供。 | ← | ← | ←",
        "区领导批示 | ← | 请各单位加快进度。 | ← | ← | ←",
    ],
)
def test_who_signs_and_what_is_noted_is_no_item(line: str) -> None:
    """Signatures, however many cells they take, and notes with their label gave items without a target."""
    assert told(read(ruled("\n".join([HEAD, FIRST, MORE, LAST, line]))).items) == ITEMS


@pytest.mark.parametrize("page", ["第 1 页 共 2 页", "第1页，共2页", "- 1 -", "— 1 —", "第1页"])
def test_a_page_number_between_rows_is_no_item(page: str) -> None:
    """Text copied over a page break has the number of the page in it; such a table was refused."""
    head = HEAD.split("\n")[1].replace("↑", "序号", 1).replace("↑", "牵头单位")
    lines = [head, FIRST, page, head, LAST]
    assert told(read(typed("".join(f"{line} |\n" for line in lines))).items) == [ITEMS[0], ITEMS[2]]


def test_an_item_that_tells_of_signing_is_an_item() -> None:
    """签约 among the works makes no signature of a row."""
    items = read(ruled(f"{HEAD}\n1 | 签约 | 签字确认10户。 | 区住建局 | 签字5户。 | 已签字5户。")).items
    assert [item.target.text for item in items] == ["签字确认10户。"]


def test_a_report_cut_into_two_rows_is_one() -> None:
    """A row that holds but more of the report of the one above is read behind it, and the audit asks."""
    first, rest = "1 | 公园 | 建10个公园。 | 区住建局 | 开工。 | 已开工，正", "↑ | ↑ |  |  |  | 在砌墙。"
    table = read(ruled("\n".join([HEAD, first, rest, LAST])))
    assert [item.progress.text for item in table.items] == ["已开工，正在砌墙。", "已招标。"]
    (note,) = (note for note in table.audit if note.kind == "row_joined")
    assert (note.severity, note.where.row) == (Severity.QUERY, 4)


def test_one_item_whose_progress_alone_is_in_two_rows_is_one() -> None:
    """All else is merged over both rows: two paragraphs of one item. What has a cell of its own stays an item."""
    first, rest = "1 | 公园 | 建10个公园。 | 区住建局 | 开工。 | 已开工。", "↑ | ↑ | ↑ | ↑ | ↑ | 另：正在绿化。"
    assert progress(HEAD, first, rest, rest, LAST) == ["已开工。另：正在绿化。另：正在绿化。", "已招标。"]
    for own in (
        "2 | ↑ | ↑ | ↑ | ↑",
        "↑ | ↑ | 建10个公园。 | ↑ | ↑",
        "↑ | ↑ | ↑ | 区园林局 | ↑",
        "↑ | ↑ | ↑ | ↑ | 完工。",
    ):
        assert progress(HEAD, first, f"{own} | 另：正在绿化。", LAST) == ["已开工。", "另：正在绿化。", "已招标。"]


def progress(*lines: str) -> list[str]:
    return [item.progress.text for item in read(ruled("\n".join(lines))).items]


def test_a_heading_may_leave_the_last_column_free() -> None:
    """A line merged over most of the columns heads the rows below, as one over all of them does."""
    head = "序号 | 主要内容 | 牵头单位 | 计划 | 8月份完成情况"
    rows = ["促进交通畅行 | ← | ← | ← | ", "1 | 修5条路。 | 区交通局 | 招标。 | 已招标。"]
    items = read(
        ruled("\n".join([head, *rows, rows[0].replace("交通畅行", "老有所养"), rows[1].replace("1", "2", 1)]))
    ).items
    assert [item.project.text for item in items] == ["促进交通畅行", "促进老有所养"]


@pytest.mark.parametrize("line", ["审核：甲某某      制表：乙某某", "制表：乙某某", "填报科室：督查室　审签：甲某某"])
def test_who_signs_in_one_cell_is_no_item(line: str) -> None:
    """A line at the end with labels of who drew the table up; on a sheet it stood as an item without a target."""
    items = read(ruled(f"{HEAD}\n{FIRST}\n{LAST}\n{line} |  |  |  |  | ")).items
    assert told(items) == [ITEMS[0], ITEMS[2]]


@pytest.mark.parametrize("mark", ["（续）", "(续)", "（续上页）", "（接上页）", "（续表）"])
def test_a_project_that_goes_on_overleaf_is_the_same(mark: str) -> None:
    """A name typed again at the top of a page with （续） behind it names no other project."""
    table = read(ruled(f"{HEAD}\n{FIRST}\n1 | 公园{mark} | 建2个广场。 | 区城管局 | 招标。 | 已招标。\n{LAST}"))
    assert told(table.items) == ITEMS
    assert len(table.projects) == 2


def test_a_mark_alone_stands_for_the_name_overleaf() -> None:
    """Nothing but （续） in the place of the name: it is that above."""
    items = read(ruled(f"{HEAD}\n{FIRST}\n | （续） | 建2个广场。 | 区城管局 | 招标。 | 已招标。\n{LAST}")).items
    assert [item.project.text for item in items] == ["公园", "公园", "道路"]


def test_a_line_of_a_project_is_no_item_of_it() -> None:
    """项目整体进度：38%, merged over all that its number and name do not reach, was target, unit and report at once."""
    line = "↑ | ↑ | 项目整体进度：38% | ← | ← | ←"
    assert told(read(ruled("\n".join([HEAD, FIRST, MORE, line, LAST]))).items) == ITEMS


NUMBERED = "序号 | 年度目标 | 责任单位 | 8月份完成情况"
PARK, ROAD = "1 | 建10个公园 | 区住建局 | 建成4个", "2 | 修5条路 | 区交通局 | 修成2条"
NOTES = ("全区新增停车位2000个", "以上数据截至8月31日", "（此表每月3日前报送）", "共5项，完成1项")


@pytest.mark.parametrize("note", NOTES)
def test_words_alone_below_the_last_item_are_asked_about(note: str) -> None:
    """A note in the column of targets is no part of the last one; where merges are lost it may be, and is joined."""
    lines = [NUMBERED, PARK, ROAD, f" | {note} |  | "]
    for table, target, kind in (
        (read(ruled("\n".join([*lines, lines[-1]]))), "修5条路", "row_left_out"),
        (read(typed("".join(f"{line} |\n" for line in lines))), f"修5条路；{note}", "row_joined"),
    ):
        assert [item.target.text for item in table.items] == ["建10个公园", target]
        assert {note.kind for note in table.audit if note.severity is Severity.QUERY} == {kind}


def test_a_further_target_below_the_last_item_is_one_where_others_have_some() -> None:
    """Rows of a target alone between the items show how the table is written."""
    table = read(ruled("\n".join([NUMBERED, PARK, " | 建2个广场 |  | ", ROAD, " | 修1座桥 |  | "])))
    assert [item.target.text for item in table.items] == ["建10个公园；建2个广场", "修5条路；修1座桥"]
    assert "row_joined" in {note.kind for note in table.audit}


@pytest.mark.parametrize(
    "line",
    [
        "示例 | 公园 | 建1个公园。 | 区某局 | 开工。 | 已开工。",
        "例1 |  | 建1个公园。 | 区××局 | 开工。 | 已开工。",
        "1 | （样例）公园 | 建1个公园。 | 区某局 | 开工。 | 已开工。",
        "1 | 公园 | 例：建1个公园。 | 区某局 | 开工。 | 已开工。",
        " | 填写项目名称 | 填写年度目标 | 填写全称 |  | 填写当前进展（量化）",
        "填报说明 | 与任务书一致 | 照任务书填写 | 单位全称 | 本季计划 | 截至月底进展",
    ],
)
def test_the_rows_that_show_how_to_fill_a_form_are_no_items(line: str) -> None:
    """The sample row of a blank form, and the one that says what to write in each column, are left out and told."""
    table = read(ruled("\n".join([HEAD, line, FIRST, MORE, LAST])))
    assert told(table.items) == ITEMS
    (note,) = (note for note in table.audit if note.kind == "row_left_out")
    assert "不作为子项，请确认" in note.text


def test_an_item_about_examples_or_forms_is_an_item() -> None:
    """例行检查, 示例镇 and people who fill something in are no signs of a sample."""
    row = "1 | 例行检查 | 填写档案500份。 | 示例镇政府 | 填写200份。 | 已建档300份。"
    assert [item.target.text for item in read(ruled(f"{HEAD}\n{row}")).items] == ["填写档案500份。"]


COLUMNS = "序号 | 项目名称 | 主要内容 | 牵头单位 | 三季度计划 | 8月份完成情况 | 备注"
CUT = "1 | 公园 | 建10个公园。 | 区住建局 | 开工。 | 累计建成"
WHOLE = "2 | 道路 | 修5条路。 | 区交通局 | 招标。 | 已招标。 | 续建"


def page(number: int, *lines: str) -> Grid:
    """A table of a document, which a page break may part from the one before it."""
    grid = ruled("\n".join(lines), part=f"第{number}张表")
    placed: dict[Cell, Cell] = {}
    rows = (
        tuple(placed.setdefault(cell, replace(cell, address=replace(cell.address, style="text"))) for cell in row)
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


@pytest.mark.parametrize("head", [[COLUMNS], []])
def test_a_report_cut_by_a_page_goes_on_with_its_item(head: list[str]) -> None:
    """At the top of the next page's table, with its header or without, it is read with the last item, and asked of."""
    table = read(page(1, COLUMNS, CUT), page(2, *head, " |  |  |  |  | 4个。 | ", WHOLE))
    assert [item.progress.text for item in table.items] == ["累计建成4个。", "已招标。"]
    assert [item.project.text for item in table.items] == ["公园", "道路"]
    assert [note.kind for note in table.audit if note.kind.startswith("row_")] == ["row_joined"]


@pytest.mark.parametrize(
    "cell", [" |  |  |  |  | 4个。 | ", " |  |  |  | 接上页。 |  | ", " |  |  |  |  |  | 单位：个"]
)
def test_a_report_above_all_items_is_told(cell: str) -> None:
    """Whose it is nobody knows: on a further sheet, or under the first header; it names no project below it."""
    sheets = ruled(f"{COLUMNS}\n{CUT}", part="一"), ruled(f"{COLUMNS}\n{cell}\n{WHOLE}", part="续表")
    below_sum = page(1, COLUMNS, CUT, "合计 |  |  |  |  |  | "), page(2, COLUMNS, cell, WHOLE)
    for grids in (sheets, (ruled(f"{COLUMNS}\n{cell}\n{CUT}\n{WHOLE}"),), below_sum):
        table = read(*grids)
        assert [item.project.text for item in table.items] == ["公园", "道路"]
        assert [item.progress.text for item in table.items] == ["累计建成", "已招标。"]
        texts = [note.text for note in table.audit if note.kind == "row_left_out"]
        assert any("未读入，请核实" in text for text in texts)


@pytest.mark.parametrize("figures", [" | ← | ", " | ← | 1"])
def test_sums_that_a_spreadsheet_put_behind_each_unit_are_no_items(figures: str) -> None:
    """甲局 汇总, with nothing or figures only behind it, sums up the rows above it, however long the name is."""
    head = "责任单位 | 项目名称 | 年度目标 | 8月进展"
    lines = [head, "区卫生健康委员会 | 体检 | 体检2万人次 | 已体检1万人次", "区卫生健康委员会 汇总" + figures + " | "]
    lines += ["区民政局 | 养老 | 新建养老站6个 | 已建5个", "区民政局 汇总" + figures + " | "]
    assert [item.target.text for item in read(ruled("\n".join(lines))).items] == ["体检2万人次", "新建养老站6个"]
