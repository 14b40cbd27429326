"""Rows that reach beyond the header are refused by their number, never read one column off."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats import web
from reportgen.records import Table
from tests.ingest import tables

HEAD = (
    "<tr><td rowspan=2>序号<td colspan=2>目标任务<td rowspan=2>牵头单位<td rowspan=2>8月份完成情况"
    "<tr><td>项目名称<td>主要内容"
)
PLAIN = "<tr><td>序号<td>项目名称<td>主要内容<td>牵头单位<td>8月份完成情况"
FIRST = "<tr><td rowspan=2>1<td rowspan=2>便民<td>建10个公园。<td>区住建局<td>已开工。"
NEXT = "<tr><td>修5条路。<td>区交通局<td>已招标。"
SECOND = "<tr><td>2<td>教育<td>建2所学校。<td>区教育局<td>已封顶。"


def read(rows: str) -> Table:
    return tables.read(*web.read(f"<html><meta charset=utf-8><table>{rows}</table>".encode(), "2025-08.html"))


@pytest.mark.parametrize(("head", "row"), [(HEAD, 5), (PLAIN, 4)])
def test_a_row_with_a_cell_too_wide_is_named(head: str, row: int) -> None:
    """A span too wide moves the cells behind it out of their columns."""
    with pytest.raises(InputError, match=f"row {row}: 「已封顶。」 stands beyond the last column of the header"):
        read(head + FIRST + NEXT + SECOND.replace("<td>区", "<td colspan=2>区"))


def test_a_row_into_which_another_reaches_is_named() -> None:
    """A project that reaches down a row too far moves the row of the next one."""
    with pytest.raises(InputError, match="row 5: 「已封顶。」 stands beyond the last column of the header"):
        read(HEAD + FIRST.replace("rowspan=2", "rowspan=3") + NEXT + SECOND)


def test_a_column_without_a_header_is_no_fault() -> None:
    """Where all rows go on beyond the header, its last cell was forgotten, and nothing is moved."""
    table = read("".join((PLAIN, *(f"{row}<td>无" for row in (FIRST, NEXT, SECOND)))))
    assert [item.progress.text for item in table.items] == ["已开工。", "已招标。", "已封顶。"]
