"""A second row below each item, of labelled cells: what it tells stands in columns of the item."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.records import Table
from tests.ingest.tables import read, ruled

FIELDS = ("project", "target", "plan", "progress", "problem")
TOLD = [
    ("公园", "建10个", "建4个", "建5个", "缺资金"),
    ("公园", "建2条步道", "开工", "已开工", ""),
    ("路灯", "改300盏", "", "", ""),
]
LINES = """
2024年民生实事8月进展 | ← | ← | ← | ←
序号 | 项目名称 | 年度目标 | 责任单位 | 8月计划
1 | 公园 | 建10个 | 区住建局 | 建4个
↑ | ↑ | 8月进展：建5个 | ← | 存在问题：缺资金
↑ | ↑ | 建2条步道 | 区住建局 | 开工
↑ | ↑ | {second} | ← | ←
二、出行 | ← | ← | ← | ←
2 | 路灯 | 改300盏 | 区城管局 |
"""
SECOND = "8月进展：已开工"


def told(table: Table) -> list[tuple[str, ...]]:
    return [tuple(getattr(item, name).text for name in FIELDS) for item in table.items]


def test_what_labels_tell_below_an_item_stands_in_its_columns() -> None:
    """Each bears the address of its own cell; a heading over all columns stays one."""
    table = read(ruled(LINES.format(second=SECOND), "2024-08.xlsx"))
    assert told(table) == TOLD
    assert str(table.items[0].progress.address) == "Sheet1!C4"
    assert [item.lead_unit.text for item in table.items] == ["区住建局", "区住建局", "区城管局"]


def test_a_sheet_without_merges_and_two_rows_below_an_item() -> None:
    """Cells left empty in place, and the problem in a row of its own."""
    lines = (
        LINES.format(second=SECOND).replace("↑ | ↑ | 8", " |  | 8").replace("↑ | ↑ | 建", " |  | 建").replace("←", "")
    )
    lines = lines.replace("存在问题：缺资金", "\n |  | 存在问题：缺资金 |  | ")
    assert told(read(ruled(lines, "2024-08.xlsx"))) == TOLD


@pytest.mark.parametrize("second", ["另行填报", "8月进展：已开工 8月进展：已完工", "责任单位：区住建局"])
def test_other_rows_give_no_columns(second: str) -> None:
    """Without a label that reports once in each row below, it is a table without progress, or an item without any."""
    lines = LINES.format(second=second).replace("8月进展：建5个", second)
    with pytest.raises(InputError, match="no progress column"):
        read(ruled(lines, "2024-08.xlsx"))
