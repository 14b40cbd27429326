"""Lists on their side: labels in a column, and an item in each other one."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from tests.ingest.tables import read, ruled, typed

SIDE = """
2024年民生实事 | ← | ←
县督查室制 |  | 截至2024年8月31日
项目序号 | 1 | ←
项目名称 | 饮水 | ←
目标任务 | 新建水厂6处 | 更换水表9000块
联系县领导 | 甲某某 | ←
牵头单位 | 县水利局 | 水务公司
8月份工作计划 | 完成4处 | 更换7500块
8月份工作进展 | 完成5处 | 更换7722块
存在问题及原因 | 无 | 缺资金
注：每列为一项。 |  |
"""
TOLD = [
    (1, "饮水", "新建水厂6处", "甲某某", "县水利局", "完成4处", "完成5处", "无"),
    (1, "饮水", "更换水表9000块", "甲某某", "水务公司", "更换7500块", "更换7722块", "缺资金"),
]
FIELDS = ("project", "target", "lead_leader", "lead_unit", "plan", "progress", "problem")


def told(side: str) -> list[tuple[object, ...]]:
    items = read(ruled(side, "2024-08.xlsx")).items
    return [(item.project_no, *(getattr(item, name).text for name in FIELDS)) for item in items]


def test_lines_about_such_a_list_and_merges_in_it() -> None:
    """What stands above and below is no item, a project is merged over its tasks; labels may be loose."""
    assert told(SIDE) == TOLD


def test_labels_in_groups_and_rows_that_no_word_names() -> None:
    """基本情况 and 8月份 stand before the labels; 满意度 is kept aside."""
    lines = [f"基本情况 | {line}" for line in SIDE.strip().split("\n")[2:7]]
    lines += ["8月份 | 计划 | 完成4处 | 更换7500块", "↑ | 进展 | 完成5处 | 更换7722块"]
    lines += ["其他 | 满意度 | 98% | 97%", "↑ | 存在问题 | 无 | 缺资金"]
    assert told("\n".join(lines)) == TOLD


def test_text_is_turned_where_no_cell_is_lost() -> None:
    """A row that is shorter than the others may lack any of its cells."""
    lines = ["项目名称 | 公园 | 路灯 |", "年度目标 | 建10个。 | 改300盏。 |", "8月进展 | 已建5个。 | 已改120盏。 |"]
    assert [item.target.text for item in read(typed("\n".join(lines))).items] == ["建10个。", "改300盏。"]
    with pytest.raises(InputError, match="exchange rows and columns"):
        read(typed("\n".join([*lines, "责任单位 | 区住建局 |"])))


def test_a_form_with_merged_values_is_one_item() -> None:
    """Each value merged over the columns behind its label makes no second item."""
    lines = ["项目名称 | 公园 | ← | ←", "年度目标 | 建10个。 | ← | ←", "8月进展 | 已建5个。 | ← | ←"]
    assert [item.target.text for item in read(ruled("\n".join(lines))).items] == ["建10个。"]


@pytest.mark.parametrize(("heading", "number"), [("项目2：公园", 2), ("民生实事项目二、公园", "二")])
def test_what_heads_a_form_in_one_cell_is_its_number_and_name(heading: str, number: int | str) -> None:
    """A cell over label and value, as public pages head the small table of each project."""
    lines = [f"{heading} | ←", "年度目标 | 建10个。", "8月进展 | 已建5个。", "牵头单位 | 区住建局"]
    item = read(ruled("\n".join(lines))).items[0]
    assert (item.project_no, item.project.text, item.target.text) == (number, "公园", "建10个。")
