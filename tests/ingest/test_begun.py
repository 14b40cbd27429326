"""Leaders and projects written in the first row of each project, its other rows left empty in place."""

from __future__ import annotations

import pytest

from reportgen.records import Table
from tests.ingest.tables import read, ruled, typed

HEAD = "序号 | 项目名称 | 年度目标 | 牵头区领导 | 牵头单位 | 8月份完成情况"
BLANK_NUMBERS = [
    "1 | 公园 | 建10个公园。 | 甲某某 | 区住建局 | 建成4个。",
    " |  | 修5条路。 |  | 区交通局 | 已开工。",
    "2 | 学校 | 建2所学校。 | 乙某某 | 区教育局 | 已开工。",
    " |  | 改造厕所5座。 |  | 区教育局 | 已开工。",
]
RUNNING = ["1 | 公园", "2 | ", "3 | 学校", "4 | "]
OF_TWO_LEVELS = ["1.1 | 公园", "1.2 | ", "2.1 | 学校", "2.2 | "]


def numbered(starts: list[str]) -> list[str]:
    return [f"{start} |{row.split('|', 2)[2]}" for start, row in zip(starts, BLANK_NUMBERS, strict=True)]


def csv(lines: list[str]) -> Table:
    return read(typed("\n".join(f"{line} |" for line in lines)))


def leaders(table: Table) -> list[str]:
    return [item.lead_leader.text for item in table.items]


@pytest.mark.parametrize("rows", [BLANK_NUMBERS, numbered(RUNNING), numbered(OF_TWO_LEVELS)])
def test_a_leader_of_the_first_row_holds_for_the_project(rows: list[str]) -> None:
    """Whether the further rows have numbers or not; in text without merges the audit asks as well."""
    ruled_table, text = read(ruled("\n".join([HEAD, *rows]))), csv([HEAD, *rows])
    assert leaders(ruled_table) == leaders(text) == ["甲某某", "甲某某", "乙某某", "乙某某"]
    assert [item.project.text for item in ruled_table.items] == ["公园", "公园", "学校", "学校"]
    assert "merged_above" in {note.kind for note in text.audit}


def test_a_leader_is_left_blank_where_the_table_does_not_keep_to_that() -> None:
    """A project without a leader, or one with two, tells that an empty cell may be one that was not filled."""
    none = [row.replace("乙某某", "") for row in BLANK_NUMBERS]
    assert leaders(read(ruled("\n".join([HEAD, *none])))) == ["甲某某", "", "", ""]
    two = [*BLANK_NUMBERS, " |  | 建1座桥。 | 丙某某 | 区交通局 | 已开工。"]
    assert leaders(read(ruled("\n".join([HEAD, *two])))) == ["甲某某", "", "乙某某", "", "丙某某"]


def test_a_merged_project_does_not_hold_a_leader_that_was_not_merged() -> None:
    """Who merges the names and not the leaders has left a leader out."""
    rows = ["1 | 公园 | 建10个公园。 | 甲某某 | 区住建局 | 建成4个。", "↑ | ↑ | 修5条路。 |  | 区交通局 | 已开工。"]
    assert leaders(read(ruled("\n".join([HEAD, *rows])))) == ["甲某某", ""]


def test_without_names_the_numbers_tell_where_a_project_begins() -> None:
    """1.2 goes on with the leader of 1.1, 2.1 does not."""
    head = "序号 | 年度目标 | 牵头区领导 | 牵头单位 | 8月份完成情况"
    rows = [
        "1.1 | 建10个公园。 | 甲某某 | 区住建局 | 建成4个。",
        "1.2 | 修5条路。 |  | 区交通局 | 已开工。",
        "2.1 | 建2所学校。 | 乙某某 | 区教育局 | 已开工。",
    ]
    assert leaders(read(ruled("\n".join([head, *rows])))) == ["甲某某", "甲某某", "乙某某"]


def test_a_project_behind_the_targets_is_that_of_the_row_above() -> None:
    """The column of projects may stand behind the targets, below a number that no column of numbers is named by."""
    head = "项号 | 年度任务 | 所属民生实事 | 8月底完成 | 区领导 | 主办单位 | 协办单位 | 问题及困难"
    rows = [
        "1.1 | 建10个公园。 | 公园 | 建成4个。 | 甲某某 | 区住建局 | 区财政局 | ",
        "1.2 | 修5条路。 |  | 已开工。 |  | 区交通局 | 区公安局 | 雨天停工",
        "2.1 | 建2所学校。 | 学校 | 已开工。 | 乙某某 | 区教育局 | 区财政局 | ",
    ]
    table = csv([head, *rows])
    assert [item.project.text for item in table.items] == ["公园", "公园", "学校"]
    assert leaders(table) == ["甲某某", "甲某某", "乙某某"]
