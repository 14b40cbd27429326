"""What stands above a small table of each project: its name, its number, who leads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell, Table
from tests.ingest.tables import read, ruled

HEAD = "具体任务 | 责任单位 | 8月份计划 | 8月份进展"
PARK = "建10个公园。 | 区住建局 | 开工。 | 建成4个。"
ROAD = "修5条路。 | 区交通局 | 开工。 | 已开工。"


def part(lines: list[str], number: int, *titles: str) -> Grid:
    grid = ruled("\n".join(lines), "2025-08.docx", f"第{number}张表")
    return replace(grid, titles=tuple(Cell(grid.rows[0][0].address, title) for title in titles))


def told(table: Table) -> list[tuple[object, str, str]]:
    return [(item.project_no, item.project.text, item.lead_leader.text) for item in table.items]


def test_labels_beside_their_values_above_a_header_tell_of_its_rows() -> None:
    """A row of pairs is no level of the header; its number is the project's."""
    first = part(["民生实事项目一 | ← | ← | ←", "项目名称 | 公园 | 区领导 | 甲某某", HEAD, PARK, ROAD], 1)
    other = part(["编号 | 2 | 项目名称 | 道路", HEAD, ROAD], 2)
    table = read(first, other)
    assert told(table) == [(None, "公园", "甲某某"), (None, "公园", "甲某某"), (2, "道路", "")]
    assert [item.plan.text for item in table.items] == ["开工。"] * 3


def test_such_tables_may_stand_on_one_sheet() -> None:
    """The header said again below the labels of another project begins its table; nobody leads it but who is named."""
    lines = ["2025年8月进展 | ← | ← | ←", "项目名称 | 公园 | 区领导 | 甲某某", HEAD, PARK]
    lines += ["项目名称：道路 | ← | ← | ←", HEAD, ROAD]
    assert told(read(ruled("\n".join(lines)))) == [(None, "公园", "甲某某"), (None, "道路", "")]


def test_a_heading_and_lines_with_labels_tell_of_the_table_below() -> None:
    """Between them and the table other lines may stand; a paragraph with a number is no heading."""
    first = part([HEAD, PARK], 1, "二、各项目进展", "（一）公园", "责任区领导：甲某某")
    other = part(
        [HEAD, ROAD], 2, "（一）抓紧落实。各单位要按月报送。", "（二）道路", "责任区领导：乙某某", "该项目按月调度。"
    )
    assert told(read(first, other)) == [("一", "（一）公园", "甲某某"), ("二", "（二）道路", "乙某某")]


def test_a_column_tells_before_the_lines_above() -> None:
    """A leader above the table is not taken for one that the column of leaders lacks; nor is one who signs."""
    head, row = f"{HEAD} | 区领导", f"{PARK} | "
    assert told(read(part([head, row], 1, "区领导：甲某某"))) == [(None, "", "")]
    assert told(read(part([HEAD, PARK], 1, "分管领导：甲某某  填表人：乙某某"))) == [(None, "", "")]


def test_figures_that_no_word_names_reports_are_no_items_beside_works() -> None:
    """指标 | 5月底 | 8月底 sums up; it is passed over and told, and read where it is all there is."""
    sums = part(["指标 | 5月底 | 8月底", "开工数 | 3 | 4", "完工数 | 0 | 1"], 1)
    table = read(sums, part([HEAD, PARK], 2))
    assert [item.target.text for item in table.items] == ["建10个公园。"]
    assert "table_left_out" in {note.kind for note in table.audit}
    assert len(read(sums, month="2025-08").items) == 2


@pytest.mark.parametrize(
    "line", ["牵头单位：区住建局（盖章）", "牵头单位（盖章）：区住建局", "牵头单位：区住建局 (公章)"]
)
def test_the_seal_is_no_part_of_a_unit(line: str) -> None:
    """A department's own sheet names it above the header, with the place for its seal."""
    head, row = "项目名称 | 年度目标 | 8月份进展", "公园 | 建10个公园。 | 建成4个。"
    assert read(part([head, row], 1, line)).items[0].lead_unit.text == "区住建局"


def test_a_unit_beside_who_fills_the_table_in_leads_all_the_same() -> None:
    """责任单位：… 填报人：… in one line; the unit that only reports (填报单位) does not lead."""
    head, row = "项目名称 | 年度目标 | 8月份进展", "公园 | 建10个公园。 | 建成4个。"
    for line, unit in (
        ("责任单位：区住建局　　填报人：甲某某", "区住建局"),
        ("填报单位：区住建局　填报人：甲某某", ""),
    ):
        assert read(part([head, row], 1, line)).items[0].lead_unit.text == unit
