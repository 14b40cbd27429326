"""Tables in which each row has a number of its own: categories left empty, written again, or lost to merges."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import InputError
from reportgen.records import Item, Table
from tests.ingest.tables import read, typed

HEADERS = {
    "project": "类别",
    "no": "序号",
    "target": "年度目标任务",
    "plan": "三季度工作计划",
    "progress": "截至8月底进展情况",
    "lead_leader": "分管领导",
    "lead_unit": "责任单位",
    "support_units": "协办单位",
    "note": "备注",
}
CATEGORIES = ("优质教育", "健康惠民", "交通出行", "城市更新")
TASKS = ("改造道路{}公里", "新建幼儿园{}所", "培训{}人次", "公墓骨灰堂主体封顶{}处", "投入使用{}座")
TOLD = ("完成{}处，其余正在施工", "累计完成{}个", "已全部竣工，验收{}次", "招标公告发布{}天")
LEADERS = ("甲某某", "乙某科", "丙某")
OFFICES = ("区教育局", "区住建局 区城投公司", "交通运输局", "各镇（街道）", "蓝湾水务站")
Rows = list[dict[str, str]]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], Rows]:
    """Draw the order of the columns, and rows under three categories and more, each of two items and more."""
    people = draw(st.permutations(["lead_leader", "lead_unit", "support_units"]))
    told = draw(st.sampled_from([["plan", "progress", *people], [*people, "plan", "progress"]]))
    fields = [*draw(st.permutations(["project", "no"])), "target", *told, "note"]
    rows: Rows = []
    for category in CATEGORIES[: draw(st.integers(3, 4))]:
        leader = draw(st.sampled_from(LEADERS))
        for _ in range(draw(st.integers(2, 4))):
            number = len(rows) + 1
            rows.append(
                {
                    "project": category,
                    "no": str(number),
                    "target": draw(st.sampled_from(TASKS)).format(number + 10),
                    "plan": draw(st.sampled_from(TASKS)).format(number + 5),
                    "progress": draw(st.sampled_from(TOLD)).format(number + 2),
                    "lead_leader": leader,
                    "lead_unit": draw(st.sampled_from(OFFICES)),
                    # Where they are empty under a category only, they might be those of its first row.
                    "support_units": draw(st.sampled_from(["", *OFFICES])) if rows else "",
                    "note": draw(st.sampled_from(["", "", "省定", "续建"])),
                }
            )
    return fields, rows


def shown(table: Table, fields: list[str]) -> list[list[str]]:
    def value(item: Item, field: str) -> str:
        return str(item.no) if field == "no" else getattr(item, field).text

    return [[value(item, field) for field in fields] for item in table.items]


def lines(fields: list[str], rows: Rows, way: str) -> str:
    """Write a cell for every column; a category that goes on is left `empty`, written `again` or `lost`."""
    written = [[HEADERS[field] for field in fields]]
    above = ""
    for row in rows:
        cells = [row[field] for field in fields]
        if way != "again" and row["project"] == above:
            del cells[fields.index("project")]
            cells.insert(fields.index("project") if way == "empty" else len(cells), "")
        written.append(cells)
        above = row["project"]
    return "\n".join(" | ".join(cells) + " |" for cells in written)


@settings(max_examples=60, deadline=None)
@given(tables(), st.sampled_from(["empty", "again"]))
def test_rows_with_all_their_cells_are_read_as_they_stand(case: tuple[list[str], Rows], way: str) -> None:
    """Whatever is left empty beside it, no cell of a row that has lost none is put into another column."""
    fields, rows = case
    got = read(typed(lines(fields, rows, way)))
    assert shown(got, fields) == [[row[field] for field in fields] for row in rows]


@settings(max_examples=60, deadline=None)
@given(tables())
def test_rows_that_lost_their_category_come_back_or_are_refused(case: tuple[list[str], Rows]) -> None:
    """Nothing is put into a column that it did not stand in; what is asked of an item is never left open."""
    fields, rows = case
    try:
        got = read(typed(lines(fields, rows, "lost")))
    except InputError:
        return
    for mine, row in zip(shown(got, fields), rows, strict=True):
        told = dict(zip(fields, mine, strict=True))
        assert all(told[field] in (row[field], "") for field in fields)
        assert told["target"] == row["target"]


ODD = """
类别 | 序号 | 年度目标任务 | 完成时限 | 分管领导 | 责任单位 | 进展情况 | 完成率 | 下步打算 |
就业 | 1 | 新增就业3000人 | 12月 | 甲某某 | 县人社局 | 已新增1700人 | 56.7% | 无 |
 | 2 | 开发岗位500个 | 全年 | 甲某某 | 县人社局 | 已开发300个 | 正常 | — |
 | 3 | 创业园开园 | 9月底 | 甲某某 | 县人社局 | 主体封顶 | 30%左右 | 抓紧装修 |
教育 | 4 | 新建学校1所 | 春季开学前 | 乙某科 | 相关乡镇 | 已投用 | / | 无 |
 | 5 | 改造食堂8所 | 12月 | 乙某科 | 县教育局 | 已改造6所 | 75% | 县教育局 |
"""


def test_an_odd_cell_moves_nothing_in_rows_whose_category_was_left_empty() -> None:
    """正常 for a rate, or a unit for what is next, stands where it was typed: no cell of its row is missing."""
    items = read(typed(ODD)).items
    assert [item.rate.text for item in items] == ["56.7%", "正常", "30%左右", "/", "75%"]
    assert [item.lead_leader.text for item in items] == ["甲某某"] * 3 + ["乙某科"] * 2
    assert [item.project.text for item in items] == ["就业"] * 3 + ["教育"] * 2


@pytest.mark.parametrize("header", ["实事名称", "项目类别"])
def test_what_is_asked_is_not_told_from_rows_that_lost_a_cell(header: str) -> None:
    """Where most rows lost their category, texts that count stand under its header; it names things all the same."""
    rest = "甲某某 | 区民政局 | 建成{n}座 | 完成{n}座 |"
    begun = "{n} | 实事{n} | 新建驿站{n}座，惠及{n}万人 | " + rest + " |"
    going_on = "{n} | 新建驿站{n}座，惠及{n}万人 | " + rest + " | |"
    rows = [(begun if n % 4 == 1 else going_on).format(n=n) for n in range(1, 17)]
    table = "\n".join(
        [f"序号 | {header} | 主要内容及年度目标 | 分管领导 | 责任单位 | 三季度计划 | 进展情况 | 备注 |", *rows]
    )
    items = read(typed(table)).items
    assert [item.target.text for item in items] == [f"新建驿站{n}座，惠及{n}万人" for n in range(1, 17)]
