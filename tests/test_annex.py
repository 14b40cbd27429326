"""Annex 1: every cell of the source under its header, and the verdict beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportgen.briefing.annex import ledger
from reportgen.briefing.tables import Ledger
from reportgen.records import Cell, Column, Item
from tests import making
from tests.test_briefing_cases import WORDS

MONTH = "# 1 大项\ndone | 甲 | | 完成 | 区甲局 | | 已完成\nbehind | 乙 | | 招标 | 区甲局 | | 滞后"


def laid_out(*columns: tuple[str, str], **changes: Any) -> Ledger:
    """Lay out two items under the columns given as (name, header), each item changed alike."""
    table, verdicts = making.month(MONTH)
    project = table.projects[0]
    items: tuple[Item, ...] = tuple(replace(item, **changes) for item in project.items)
    heads = tuple(Column(name, header, at) for at, (name, header) in enumerate(columns, 1))
    table = replace(table, columns=heads, projects=(replace(project, items=items),))
    return ledger(table, {verdict.item.no: verdict for verdict in verdicts}, WORDS)


def test_project_stands_beside_its_rows() -> None:
    """Number and name of the project stand once; the items get a number column of their own."""
    page = laid_out(("no", "序号"), ("project", "项 目"), ("target", "内容"))
    assert [column.header for column in page.labels] == ["序号", "项目"]
    assert page.groups[0].labels == ("1", "大项")
    assert [row.cells for row in page.groups[0].rows] == [("甲",), ("乙",)]
    assert page.numbered


def test_numbers_of_items_stand_in_their_rows() -> None:
    """Where the source numbers its items, its numbers stand in the rows, and ours are not added if the same."""
    page = laid_out(("no", "序号"), ("target", "内容"), extra=(("序号", Cell(text="1")),))
    assert [column.header for column in page.labels] == ["项目名称"]
    assert page.groups[0].rows[0].cells == ("1", "甲")
    assert page.numbered  # the second row is numbered 1 too


def test_columns_without_a_name_keep_their_place() -> None:
    """Cells that no field holds are found by their header, in turn where it occurs twice."""
    extra = (("电话", Cell(text="111")), ("备考", Cell(text="一")), ("备考", Cell(text="二")))
    page = laid_out(("extra", "备考"), ("target", "内容"), ("extra", "电话"), ("extra", "备考"), extra=extra)
    assert page.groups[0].rows[0].cells == ("一", "甲", "111", "二")


def test_composed_columns_print_what_was_typed() -> None:
    """A column whose field was composed from several cells prints its own cell."""
    page = laid_out(("target", "指标"), ("progress", "完成数"), extra=(("完成数", Cell(text="600")),))
    assert page.groups[0].rows[1].cells == ("乙", "600")


def test_source_reason_stays_and_ours_is_named_apart() -> None:
    """No two columns are headed 情况说明: where the source has one, the office's own bears another name."""
    page = laid_out(("target", "内容"), ("problem", "情况 说明"), problem=Cell(text="资金紧张"))
    assert page.reason_header == WORDS.headers.checked_reason != WORDS.headers.reason
    assert laid_out(("target", "内容")).reason_header == WORDS.headers.reason


def test_source_status_stays_and_ours_is_named_apart() -> None:
    """A source that has a status column keeps it; the office's own then bears another name."""
    page = laid_out(("target", "内容"), ("status", "进度状态"), status=Cell(text="顺利推进"))
    assert page.groups[0].rows[0].cells == ("甲", "顺利推进")
    assert page.status_header == WORDS.headers.checked_status
