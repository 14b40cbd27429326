"""Tables and copies of rows that nobody sees give no items."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.ingest.formats import web
from reportgen.records import Table
from tests.ingest import tables

HEAD = "<tr><td>序号<td>年度目标<td>责任单位<td>8月份完成情况"
ROWS = "<tr><td>1<td>建10个公园。<td>区住建局<td>已开工。<tr><td>2<td>修5条路。<td>区交通局<td>已招标。"
OLD = "<tr><td>1<td>建10个公园。<td>区旧局<td>未开工。"


def read(body: str) -> Table:
    return tables.read(*web.read(f"<html><meta charset=utf-8>{body}".encode(), "2025-08.html"))


def told(table: Table) -> list[str]:
    return [note.text for note in table.audit if note.kind in ("table_left_out", "hidden_row")]


def test_a_hidden_table_beside_one_that_is_shown_is_left_out() -> None:
    """A template or an old state that the page hides, itself or with what it stands in, is told and not read."""
    for hidden in (f"<table hidden>{HEAD}{OLD}</table>", f"<div style='display:none'><table>{HEAD}{OLD}</table></div>"):
        table = read(f"{hidden}<table>{HEAD}{ROWS}</table>")
        assert [item.lead_unit.text for item in table.items] == ["区住建局", "区交通局"]
        assert told(table) == ["2025-08.html的第1张表被隐藏，未读入。"]


def test_a_hidden_table_alone_is_read_and_asked() -> None:
    """Where the page shows no other table its rows are items, each with a question."""
    table = read(f"<table hidden>{HEAD}{OLD}</table>")
    assert [item.lead_unit.text for item in table.items] == ["区旧局"]
    assert told(table) == ["第2行在表中被隐藏，仍作为子项读入，请确认。"]


def test_the_fixed_copy_of_a_table_is_left_out() -> None:
    """Saved pages that scroll hold head, rows and a copy of both to stand still: each row is one item."""
    fixed = ROWS.replace("区住建局", "<span style='visibility:hidden'>区住建局</span>")
    table = read("".join(f"<table>{part}</table>" for part in (HEAD, ROWS, HEAD, fixed)))
    assert [item.target.text for item in table.items] == ["建10个公园。", "修5条路。"]
    assert told(table) == ["2025-08.html的第4张表与另一张表相同，未读入。"]


def test_a_header_said_again_heads_what_follows() -> None:
    """A header alone in a table of its own is no copy, where other rows come behind it."""
    one, other = (f"<tr>{row}" for row in ROWS.split("<tr>")[1:])
    table = read("".join(f"<table>{part}</table>" for part in (HEAD, one, HEAD, other)))
    assert [item.target.text for item in table.items] == ["建10个公园。", "修5条路。"]
    assert told(table) == []


LIST = "序号 | 类别 | 项目名称 | 年度目标 | 责任单位 | 8月份完成情况"
PARK = "1 | 城建 | 公园 | 建10个公园。 | 区住建局 | {}"
ROAD = "2 | 城建 | 道路 | 修5条路。 | 区交通局 | 已招标。"


def sheet(*lines: str, hidden: int) -> Table:
    """Read a sheet of which one row is hidden."""
    grid = tables.ruled("\n".join([LIST, *lines]))
    return tables.read(replace(grid, hidden=frozenset({hidden})))


@pytest.mark.parametrize(("hidden", "kept"), [(2, "已开工。"), (3, "未开工。")])
def test_a_hidden_row_that_says_again_what_a_shown_one_does_is_left_out(hidden: int, kept: str) -> None:
    """One number, name, target and unit: the row that is hidden is an old state of the other, and told."""
    table = sheet(PARK.format("未开工。"), PARK.format("已开工。"), ROAD, hidden=hidden)
    assert [item.progress.text for item in table.items] == [kept, "已招标。"]
    assert told(table) == [f"第{hidden}行在表中被隐藏，疑为第{5 - hidden}行的旧稿或撤下的内容，未读入，请确认。"]


@pytest.mark.parametrize(
    "other",
    [
        "1 | 城建 | 公园 | 修2条步道。 | 区住建局 | 已完成。",
        "1 | 城建 | 公园 | 建10个公园。 | 区园林局 | 已完成。",
        "1 | 教育 | 公园 | 建10个公园。 | 区住建局 | 已完成。",
        "1 | 城建 | 学校 | 建3所学校。 | 区住建局 | 已完成。",
        "↑ | ↑ | ↑ | 建10个公园。 | ↑ | 已完成。",
    ],
)
def test_other_hidden_rows_of_a_sheet_are_items(other: str) -> None:
    """A filter hides rows of other targets, units or classes, and parts of a project; 1 may be typed twice."""
    table = sheet(PARK.format("已开工。"), other, ROAD, hidden=3)
    assert [item.progress.text for item in table.items] == ["已开工。", "已完成。", "已招标。"]
    assert told(table) == ["第3行在表中被隐藏，仍作为子项读入，请确认。"]


@pytest.mark.parametrize(("no", "kind", "left"), [("1", "城建", True), ("3", "城建", False), ("1", "教育", False)])
def test_a_page_has_one_project_of_a_number(no: str, kind: str, *, left: bool) -> None:
    """A hidden row that gives a shown number another name is withdrawn; with a number of its own it is an item."""
    old = f"{no} | {kind} | （已取消） | 建1座桥。 | 区交通局 | 取消。"
    lines = [LIST, PARK.format("已开工。"), old, ROAD]
    rows = [f"<td>{line.replace(' | ', '<td>')}" for line in lines]
    table = read("<table><tr>{}<tr>{}<tr style='display:none'>{}<tr>{}</table>".format(*rows))
    assert ("取消。" in [item.progress.text for item in table.items]) is not left
    assert [("未读入" in text) for text in told(table)] == [left]
