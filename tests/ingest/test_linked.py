"""Two tables that only together tell a list: who is to do what, and what was done."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Table
from tests.ingest.tables import read, ruled

DUTIES = """
2024年民生实事任务分解表 | ← | ← | ← | ←
序号 | 项目名称 | 年度目标 | 责任单位 | ←
↑ | ↑ | ↑ | 牵头 | 配合
1 | 公园 | 建10个 | 区住建局 | 区财政局
2 | 路灯 | 改造300盏 | 区城管局 |
3 | 学校 | 建校1所 | 区教育局 | 区发改局
"""
REPORT = """
2024年8月民生实事进展 | ← | ← | ←
序号 | 8月计划 | 8月进展 | 存在问题
1 | 建成4个 | 建成5个 |
2 | 改造100盏 | 改造120盏 |
3 | 开工 | 未开工 | 缺资金
"""
TOLD = [
    (1, "公园", "建10个", "区住建局", "建成4个", "建成5个", ""),
    (2, "路灯", "改造300盏", "区城管局", "改造100盏", "改造120盏", ""),
    (3, "学校", "建校1所", "区教育局", "开工", "未开工", "缺资金"),
]
FIELDS = ("project", "target", "lead_unit", "plan", "progress", "problem")


def told(table: Table) -> list[tuple[object, ...]]:
    return [(item.project_no, *(getattr(item, name).text for name in FIELDS)) for item in table.items]


def sheet(lines: str, part: str) -> Grid:
    return ruled(lines, "2024.xlsx", part)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_report_by_numbers_stands_behind_the_tasks(swapped: bool) -> None:
    """In either order; cells keep the address of the table that they stand in, and none is told to be left out."""
    grids = [sheet(DUTIES, "分解"), sheet(REPORT, "进展")]
    table = read(*(reversed(grids) if swapped else grids))
    assert told(table) == TOLD
    assert [str(cell.address) for cell in (table.items[1].target, table.items[1].progress)] == ["分解!C5", "进展!C4"]
    assert "table_left_out" not in {note.kind for note in table.audit}


def test_a_row_that_is_not_reported_stays_and_a_sum_is_none() -> None:
    """The audit tells that its report is lacking."""
    lines = [line for line in REPORT.strip().split("\n") if not line.startswith("2 ")]
    table = read(sheet(DUTIES, "分解"), sheet("\n".join([*lines, "合计 | 2项 |  | "]), "进展"))
    assert told(table) == [TOLD[0], (2, "路灯", "改造300盏", "区城管局", "", "", ""), TOLD[2]]
    assert any(note.no == 2 and note.severity.value == "错误" for note in table.audit)


def test_a_report_that_names_the_same_things_is_joined_by_these() -> None:
    """By its numbers, or by the names alone, in any order; one of other things stands by itself."""
    by_name = "项目名称 | 8月计划 | 8月进展 | 存在问题\n路灯 | 改造100盏 | 改造120盏 |\n公园 | 建成4个 | 建成5个 | \n"
    by_name += "学校 | 开工 | 未开工 | 缺资金"
    assert told(read(sheet(DUTIES, "分解"), sheet(by_name, "8月"))) == TOLD
    other = read(sheet(DUTIES, "分解"), sheet(by_name.replace("学校", "医院"), "8月"))
    assert [item.lead_unit.text for item in other.items] == [""] * 3


def test_reports_of_two_months_are_each_joined() -> None:
    """Nothing of July stands beside the report of August."""
    july = REPORT.replace("8月", "7月").replace("改造120盏 |", "改造80盏 | 旧问题")
    table = read(sheet(DUTIES, "分解"), sheet(july, "7月"), sheet(REPORT, "8月"), month="2024-08")
    assert told(table) == TOLD


@pytest.mark.parametrize("lines", [REPORT.replace("\n1 ", "\n11 "), REPORT.replace("\n2 ", "\n1 ")])
def test_numbers_of_no_task_are_refused(lines: str) -> None:
    """The plan of the month is not taken for what is asked."""
    with pytest.raises(InputError, match="tells its tasks by 「序号」 only"):
        read(sheet(DUTIES, "分解"), sheet(lines, "进展"))
