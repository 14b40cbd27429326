"""Rows of items without a header are not passed over in silence."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from tests.ingest.tables import read, ruled

TABLE = """
序号 | 主要内容 | 牵头单位 | 三季度工作计划 | 8月份完成情况
1 | 改造农村公路20公里。 | 区交通局 | 完成15公里改造。 | 已完成16公里改造。
"""


def test_rows_that_go_on_under_other_columns_are_refused() -> None:
    """A second table of items with a column more, or fewer, than the header: its items were left out with a hint."""
    more = "2 | 新建居家养老中心2家。 | 区民政局 | 进场施工，完成主体。 | 正在施工，主体未完成。 | 催办"
    fewer = "新建居家养老中心2家。 | 区民政局 | 进场施工，完成主体。 | 正在施工，主体未完成。"
    for rows, count in ((more, 6), (fewer, 4)):
        below = ruled(rows, "2025-08.docx", "第2张表")
        with pytest.raises(InputError, match=rf"第2张表.* no header, and {count} columns where the table before has 5"):
            read(ruled(TABLE, "2025-08.docx", "第1张表"), below)


def test_a_list_of_people_is_left_out() -> None:
    """A table without a header that tells of no works hinders nobody."""
    people = ruled(
        "区交通局 | 某某 | 86781234 | 公路科\n区民政局 | 某某 | 86781235 | 养老科", "2025-08.docx", "第2张表"
    )
    table = read(ruled(TABLE, "2025-08.docx", "第1张表"), people)
    assert [note.kind for note in table.audit if note.kind == "table_left_out"] == ["table_left_out"]
    assert len(table.items) == 1
