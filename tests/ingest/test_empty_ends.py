"""Rows of text that end by what they have lost: an empty cell at their end is their own, and tells how many are."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from tests.ingest.tables import read, typed

CATEGORY = """
类别 | 序号 | 项目名称 | 年度目标 | 8月计划 | 8月进展 | 牵头单位 | 责任领导 | 备注 |
一、教育 | 1 | 学校 | 新建学校1所 | 封顶 | 已封顶 | 县教育局 | 甲某某 |  |
2 | 食堂 | 改造食堂8所 | 完成5所 | 已完成6所 | 县教育局 | 甲某某 | 省定 |
3 | 操场 | 改造操场4片 | 完工2片 |  | 县教育局 | 乙某某 |  |
二、就业 | 4 | 培训 | 培训1500人次 | 1000人次 | 已培训946人次 | 县人社局 | 丙某某 |  |
{last}
"""
OWN = "5 | 市场 | 建成市场1个 | 完成装修 | 正在装修 | 县人社局 | 丁某某 |  |"


def test_a_leader_in_front_of_an_empty_remark_is_one_below_a_category() -> None:
    """Rows that lost just the category in front of their number end one cell early, and the others do not."""
    items = read(typed(CATEGORY.format(last=OWN).strip())).items
    assert [item.no for item in items] == [1, 2, 3, 4, 5]
    assert [item.lead_leader.text for item in items] == ["甲某某", "甲某某", "乙某某", "丙某某", "丁某某"]
    assert [item.note.text for item in items] == ["", "省定", "", "", ""]
    assert [item.progress.text for item in items][2] == ""


def test_where_rows_below_a_category_are_padded_a_name_may_still_be_a_remark() -> None:
    """A row with a cell for every column, but no number in its place, shows that empty cells were put at rows' ends."""
    with pytest.raises(InputError, match="某某」 may be 责任领导 or 备注"):
        read(typed(CATEGORY.format(last=f"{OWN}  |").strip()))


LONGER = """
类别 | 序号 | 年度目标 | 8月计划 | 8月进展 | 牵头单位 | 责任领导 |
一、教育 | 1 | 新建学校1所 | 封顶 | 已封顶 | 县教育局 | 甲某某 |
2 | 改造食堂8所 | 完成5所 | 已完成6所 | 县教育局 | 乙某某 |  |  |
"""


def test_rows_longer_than_the_header_were_padded() -> None:
    """Two empty cells for the one that was lost are no cells of the row's own."""
    items = read(typed(LONGER.strip())).items
    assert [item.progress.text for item in items] == ["已封顶", "已完成6所"]
    assert [item.lead_leader.text for item in items] == ["甲某某", "乙某某"]


PROJECT = """
序号 | 实事名称 | 年度目标任务 | 投资 | 责任领导 | 责任单位 | 8月计划 | 8月进展 | 备注 |
1 | 教育 | 新建学校1所 | 786 | 甲某某 | 县教育局 | 封顶 | 已封顶 | 省定 |
改造农村中小学校食堂8所 | 520 | 甲某某 | 县教育局 县公司 | 完成5所 | 已完成6所 |  |
2 | 水利 | 新建水厂1座 | 315 | 乙某科 | 县水务局 | 开工 | 已开工 |  |
完成病险水库除险加固4座 | 164 | 乙某科 | 县水务局 | 大坝完工 | 4座大坝均已完工 |  |
"""


def test_a_long_target_at_a_rows_start_leaves_its_empty_end() -> None:
    """With it the row has lost its number and project only, however its leader's name ends."""
    items = read(typed(PROJECT.strip())).items
    assert [item.lead_leader.text for item in items] == ["甲某某", "甲某某", "乙某科", "乙某科"]
    assert [item.lead_unit.text for item in items][1::2] == ["县教育局 县公司", "县水务局"]
    assert [item.plan.text for item in items][1::2] == ["完成5所", "大坝完工"]
    assert [item.progress.text for item in items][1::2] == ["已完成6所", "4座大坝均已完工"]
    assert [item.note.text for item in items] == ["省定", "", "", ""]
