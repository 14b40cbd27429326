"""Cells that hold several things by labels, and marks that stand for the cell above."""

from __future__ import annotations

import pytest

from reportgen.records import Item, Severity
from tests.ingest.tables import read, ruled, typed

HEAD = "序号 | 项目名称 | 年度目标 | 责任单位 | 8月份完成情况"


def item(cell: str, *, head: str = HEAD, unit: str = "区住建局", target: str = "建10个公园。") -> Item:
    return read(ruled(f"{head}\n1 | 公园 | {target} | {unit} | {cell}")).items[0]


@pytest.mark.parametrize(
    ("cell", "progress", "problem", "next_step", "status"),
    [
        (
            "进展情况：建成4个。存在问题：用地紧张。下步打算：9月开工2个。",
            "建成4个。",
            "用地紧张。",
            "9月开工2个。",
            "",
        ),
        ("建成4个。问题：用地紧张。 措施：协调用地。", "建成4个。", "用地紧张。", "协调用地。", ""),
        ("进度状态：顺利推进 建成4个，其余6个在建。", "建成4个，其余6个在建。", "", "", "顺利推进"),
        ("【已完成】建成10个，全部开放。", "建成10个，全部开放。", "", "", "已完成"),
        ("1.老城：建成3个；2.新区：建成1个。", "1.老城：建成3个；2.新区：建成1个。", "", "", ""),
    ],
)
def test_labels_part_a_report(cell: str, progress: str, problem: str, next_step: str, status: str) -> None:
    """What a label inside a report names is read as its column would be; names of places are no labels."""
    read_item = item(cell)
    told = (read_item.progress, read_item.problem, read_item.next_step, read_item.status)
    assert tuple(held.text for held in told) == (progress, problem, next_step, status)
    assert len({held.address for held in told if held.text}) == 1


def test_a_label_gives_way_to_a_column_of_its_own() -> None:
    """存在问题 inside a report stays where it was typed beside a column of problems that is filled."""
    read_item = item("建成4个。存在问题：用地紧张。 | 资金不足。", head=f"{HEAD} | 存在问题")
    assert (read_item.progress.text, read_item.problem.text) == ("建成4个。存在问题：用地紧张。", "资金不足。")


def test_labels_part_the_units() -> None:
    """One column of units may name who leads and who supports, and so may the end of a target."""
    both = item("已开工。", unit="牵头单位：区教育局 配合单位：区供电公司、各镇")
    assert (both.lead_unit.text, both.support_units.text) == ("区教育局", "区供电公司、各镇")
    short = item("已开工。", unit="牵头：镇建设办 配合：镇城管所")
    assert (short.lead_unit.text, short.support_units.text) == ("镇建设办", "镇城管所")
    target = "建10个公园。责任单位：区住建局；配合单位：各街道（镇）"
    asked = read(ruled(f"序号 | 项目名称 | 年度目标 | 8月份完成情况\n1 | 公园 | {target} | 已开工。")).items[0]
    assert (asked.lead_unit.text, asked.support_units.text) == ("区住建局", "各街道（镇）")
    assert asked.target.text == "建10个公园。"


def test_ditto_is_the_cell_above() -> None:
    """同上 in a column of units prints the unit that it stands for, with its address."""
    first, second = read(
        ruled(f"{HEAD}\n1 | 公园 | 建10个公园。 | 区住建局 | 已开工。\n2 | 道路 | 修5条路。 | 同上 | 已开工。")
    ).items
    assert second.lead_unit == first.lead_unit


def test_lines_that_head_or_sum_up_give_no_item() -> None:
    """A heading written out in each column, one with its sums, and sums with their count in brackets."""
    lines = [
        HEAD,
        " | ".join(["一、城建类"] * 5),
        "1 | 公园 | 建10个公园。 | 区住建局 | 已开工。",
        "二、交通类（1个） | 2400 | / | 38% | /",
        "2 | 道路 | 修5条路。 | 区交通局 | 已开工。",
        "三 | 教育类（1项） | 15 | / | 33%",
        "3 | 学校 | 建1所学校。 | 区教育局 | 已开工。",
        "合计（3项） | 3000 | / | 50% | /",
    ]
    table = read(typed("\n".join(f"{line} |" for line in lines)))
    assert [one.target.text for one in table.items] == ["建10个公园。", "修5条路。", "建1所学校。"]
    headings = [dict(one.extra)["标题行"].text for one in table.items]
    assert headings == ["一、城建类", "二、交通类（1个）", "教育类（1项）"]


@pytest.mark.parametrize("mark", ["同上", "（同上）", "〃", "″"])
def test_the_mark_for_the_same_names_the_project_above(mark: str) -> None:
    """同上 in the column of projects, or of their classes, is the name that stands above."""
    head = "序号 | 类别 | 项目名称 | 年度目标 | 责任单位 | 8月份进展"
    rows = [
        "1 | 城建 | 公园 | 建10个公园。 | 区住建局 | 已开工。",
        f"2 | {mark} | {mark} | 修5条路。 | {mark} | 已开工。",
    ]
    table = read(ruled("\n".join([head, *rows])))
    assert [item.project.text for item in table.items] == ["公园", "公园"]
    assert [dict(item.extra)["类别"].text for item in table.items] == ["城建", "城建"]
    assert len(table.projects) == 1


@pytest.mark.parametrize(
    "counted",
    [
        "领域 | 项目数 | 完成数 | 完成率\n城建 | 2 | 1 | 50%\n教育 | 1 | 1 | 100%",
        "序号 | 项目 | 子项数 | 完成率\n一 | 公园工程 | 2 | 50%\n二 | 学校工程 | 1 | 100%",
        "类别 | 项目数 | 已完成 | 滞后\n公园工程 | 2 | 0 | 1\n学校工程 | 1 | 1 | 0\n合计 | 3 | 1 | 1",
        "类别 | 牵头单位 | 项数 | 完成数 | 滞后数\n公园工程 | 区住建局 | 2 | 1 | 1\n学校工程 | 区教育局 | 1 | 1 | 0",
        "序号 | 类别 | 项目数 | 完成情况\n1 | 公园 | 2 | 进展顺利\n2 | 学校 | 1 | 1项滞后",
    ],
)
def test_a_sheet_that_counts_the_classes_is_left_out(counted: str) -> None:
    """领域 | 项目数 | 完成数, whatever the classes are called, beside the list itself sums it up."""
    sums = ruled(counted, part="汇总")
    table = read(sums, ruled(f"{HEAD}\n1 | 公园 | 建10个公园。 | 区住建局 | 已开工。", part="明细"))
    assert [one.target.text for one in table.items] == ["建10个公园。"]
    (note,) = (note for note in table.audit if note.kind == "table_left_out")
    assert note.text.endswith("是分类汇总，未读入。")


def test_numbers_may_stand_behind_leaders_and_units() -> None:
    """A row that lost its leader, or its leader and unit, is put back by the number inside it."""
    rows = [
        "分管领导 | 责任单位 | 序号 | 项目名称 | 年度目标 | 8月份完成情况",
        "甲某某 | 区教育局 | 1 | 课后服务 | 全覆盖。 | 42所学校开展。",
        "2 | 明厨亮灶 | 38所食堂接入。 | 接入33所。 | |",
        "区卫健局 | 3 | 卫生室 | 改造20所。 | 完成11所。 |",
    ]
    second, third = read(typed("\n".join(f"{row} |" for row in rows))).items[1:]
    assert (second.lead_leader.text, second.lead_unit.text, second.target.text) == (
        "甲某某",
        "区教育局",
        "38所食堂接入。",
    )
    assert (third.lead_leader.text, third.lead_unit.text, third.progress.text) == ("甲某某", "区卫健局", "完成11所。")


def test_a_plan_that_may_be_the_one_above_is_not_judged_by() -> None:
    """A state that would stand as the report shows that the row has no plan of its own: it is left empty and told."""
    rows = [
        "序号 | 目标任务 | 责任单位 | 8月份工作计划 | 8月份进展情况 | 进度状态",
        *(f"{no} | 建公园{no}个。 | 区住建局 | 全部开工。 | 建成{no}个。 | 正常推进" for no in range(1, 8)),
        "8 | 新建驿站6家。 | 区残联 | 建成3家，3家在采购。 | 正常推进 |",
    ]
    table = read(typed("\n".join(f"{row} |" for row in rows)))
    last = table.items[-1]
    assert (last.plan.text, last.progress.text, last.status.text) == ("", "建成3家，3家在采购。", "正常推进")
    assert last.unplaced.texts == {"plan"}
    (note,) = (note for note in table.audit if note.kind == "cell_unplaced")
    assert (note.severity, note.no) == (Severity.ERROR, 8)


def test_a_leader_of_several_projects_is_taken_from_above_and_asked() -> None:
    """Where merged cells were left empty in place, an empty leader of a new project is the one above."""
    rows = [
        "序号 | 项目名称 | 年度目标 | 牵头领导 | 责任单位 | 8月份完成情况",
        "1 | 公园 | 建10个公园。 | 甲某某 | 区住建局 | 已开工。",
        " | | 修绿道3公里。 | | 区城管局 | 已开工。",
        "2 | 道路 | 修5条路。 | | 区交通局 | 已开工。",
    ]
    table = read(typed("\n".join(f"{row} |" for row in rows)))
    assert [one.lead_leader.text for one in table.items] == ["甲某某"] * 3
    (note,) = (note for note in table.audit if note.kind == "merged_above")
    assert note.text == "第3、4行的牵头领导为合并单元格，取自上方，请对照原表核实。"


def test_a_leader_is_taken_from_above_where_classes_are_left_empty_in_place() -> None:
    """Where 大类 was merged and left empty in place, so was the leader, though every row has its number."""
    rows = [
        "序号 | 大类 | 事项 | 年度目标 | 牵头领导 | 责任单位 | 8月份完成情况 |",
        "1 | 教育 | 建校 | 建1所学校。 | 甲某某 | 区教育局 | 已开工。 |",
        "2 | | 修校 | 修3所学校。 | | 区教育局 | 已开工。 |",
        "3 | 卫生 | 建院 | 建1家医院。 | | 区卫健局 | 已开工。 |",
        "4 | 养老 | 助餐 | 建2处食堂。 | 丁某某 | 区民政局 | 已开工。 |",
        "5 | | 养老院 | 建1家养老院。 | | 区民政局 | 已开工。 |",
    ]
    table = read(typed("\n".join(rows)))
    assert [one.lead_leader.text for one in table.items] == ["甲某某"] * 3 + ["丁某某"] * 2
    assert [note.no for note in table.audit if note.kind == "merged_above"] != []


def test_works_are_no_leader() -> None:
    """适老化改造 in a row that lost its leader is the project, not a person."""
    rows = [
        "编号 | 责任领导 | 项目名称 | 建设内容 | 责任科室 | 8月份进展 |",
        "1 | 甲某某 | 助餐点 | 建2处助餐点。 | 民生科 | 开餐1处。 |",
        "2 | 适老化改造 | 改造45户。 | 民生科 | 完成41户。 | |",
    ]
    table = read(typed("\n".join(rows)))
    assert [(one.project.text, one.lead_leader.text) for one in table.items] == [
        ("助餐点", "甲某某"),
        ("适老化改造", "甲某某"),
    ]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        # 工作内容 may hang under 责任分工 or 实事项目: it means the same.
        (
            ["序号 | 实事项目 | 责任分工 | 8月 | | | | |", "项目 | 工作内容 | 区领导 | 牵头单位 | 计划 | 进展 | | |"],
            ["no", "project", "target", "lead_leader", "lead_unit", "plan", "progress"],
        ),
        # Quarters lie in a year's schedule, not in what was reached by a month's end.
        (
            [
                "序号 | 项目 | 建设内容 | 责任单位 | 年度进度安排 | 9月末形象进度 | | |",
                "一季度 | 二季度 | 三季度 | 四季度 | | | | |",
            ],
            ["no", "project", "target", "lead_unit", "extra", "extra", "plan", "extra", "progress"],
        ),
    ],
)
def test_packed_headers_are_hung_back(head: list[str], names: list[str]) -> None:
    """Lower header cells go under the upper ones that can span them; readings that mean the same are one."""
    width = len(names)
    body = ["1", "公园", "建10个公园。", *(["甲某某"] if "lead_leader" in names else []), "区住建局"]
    body += [f"完成第{step}步。" for step in range(width - len(body))]
    rows = [*(" | ".join(cell.strip() for cell in line.split("|")[:width]) for line in head), " | ".join(body)]
    table = read(
        typed("\n".join(f"{row} |" for row in rows), file="2025-09.txt" if "extra" in names else "2025-08.txt")
    )
    assert [column.name for column in table.columns] == names


@pytest.mark.parametrize(
    "cell",
    [
        "去年完成情况：建成10个；今年完成情况：建成3个。",
        "城东小区进展：已完工。城西小区进展：未开工。",
        "1.城东：已完工。存在问题：无。2.城西：建成4个。存在问题：资金不足。",
        "1.堵点：完成改造20个；2.停车：新增泊位300个。",
        "办理结果：已建成4个，其余6个在建。",
        "【完成】4个公园。【未完成】6个公园。",
        "完成情况：建成4个。",
    ],
)
def test_labels_that_tell_what_or_when_stay(cell: str) -> None:
    """A label with words of its own, one said twice or one alone that is a word of the report parts no cell."""
    read_item = item(cell)
    assert read_item.progress.text in (cell, "建成4个。")
    assert (read_item.problem.text, read_item.next_step.text, read_item.status.text) == ("", "", "")


def test_an_item_with_a_number_in_its_name_is_no_heading() -> None:
    """A row with something in each column is an item, though its name ends in a count and all the rest are figures."""
    table = read(ruled("项目名称 | 目标数 | 完成数\n道路 | 5 | 2\n口袋公园（10个） | 10 | 4"))
    assert [one.progress.text for one in table.items] == ["2", "4"]


def test_a_state_is_no_leader() -> None:
    """已开工 in the place of a leader who reaches down from above is the report."""
    rows = [
        "序号 | 项目名称 | 年度目标 | 责任单位 | 分管领导 | 8月份完成情况 | 存在问题",
        "1 | 甲 | 建10个公园。 | 区住建局 | 郑正在 | 建成4个。 | 资金不足",
        "2 | 乙 | 开工养老院。 | 区民政局 | 已开工 | 用地紧张 |",
        "3 | 丙 | 修5条路。 | 区交通局 | 李正 | 修成4条。 | 无",
    ]
    first, second, third = read(typed("\n".join(f"{row} |" for row in rows))).items
    assert (second.lead_leader.text, second.progress.text, second.problem.text) == ("郑正在", "已开工", "用地紧张")
    assert (first.lead_leader.text, third.lead_leader.text, third.progress.text) == ("郑正在", "李正", "修成4条。")


def test_ditto_copies_no_report() -> None:
    """同上 in a report stays as typed, and two rows that share it are two items."""
    head = "项目名称 | 年度目标 | 牵头单位 | 8月份完成情况"
    table = read(ruled(f"{head}\n甲 | 建10个公园。 | 区住建局 | 建成4个。\n乙 | 修5条路。 | 同上 | 同上"))
    assert [(one.lead_unit.text, one.progress.text) for one in table.items] == [
        ("区住建局", "建成4个。"),
        ("区住建局", "同上"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("一、稳岗就业（牵头区领导：甲某）", "一、稳岗就业(分管领导:甲某)", "一、甲某同志领办项目（2件）"),
        *("一、区委常委、常务副区长甲某同志领办事项", "一、市委常委会主任甲某同志包联"),
    ],
)
@pytest.mark.parametrize("heads", [True, False])
def test_who_leads_a_project_stands_behind_its_name(name: str, *, heads: bool) -> None:
    """A leader named in a heading, or behind a project's name, leads its items, and is no part of the name."""
    head = "序号 | 主要内容 | 责任单位 | 8月份完成情况"
    rows = [f"{name} | ← | ← | ←", "1 | 建10个公园。 | 区住建局 | 已开工。", "2 | 修5条路。 | 区交通局 | 已招标。"]
    named = [f"序号 | 项目名称 | {head[5:]}", *(row.replace(" | ", f" | {name} | ", 1) for row in rows[1:])]
    items = read(ruled("\n".join([head, *rows] if heads else named))).items
    project = name if "同志" in name else "一、稳岗就业"
    assert [(read_item.project.text, read_item.lead_leader.text) for read_item in items] == [(project, "甲某")] * 2
    assert all(name in {cell.text for _, cell in (*read_item.extra, ("", read_item.project))} for read_item in items)


def test_who_leads_a_project_may_have_a_point_in_the_name() -> None:
    """Such a name is longer than others, and is taken whole."""
    head = "序号 | 项目名称 | 主要内容 | 责任单位 | 8月份完成情况"
    table = read(ruled(f"{head}\n1 | 副县长甲某乙某·丙某某同志领办项目 | 建10个公园。 | 县住建局 | 已开工。"))
    assert table.items[0].lead_leader.text == "甲某乙某·丙某某"


def test_units_are_parted_by_the_mark_of_those_that_lead() -> None:
    """甲局（牵头）、乙局 in one column of units: the marked one leads, the others support; a unit alone leads."""
    head = "序号 | 主要内容 | 责任单位 | 8月进展"
    rows = ["1 | 修5条路。 | 区财政局、区交通局（牵头）、区公安局 | 已修4条。", "2 | 建校1所。 | 区教育局 | 开工。"]
    table = read(ruled("\n".join([head, *rows])))
    assert [(item.lead_unit.text, item.support_units.text) for item in table.items] == [
        ("区交通局", "区财政局、区公安局"), ("区教育局", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["存在问题及原因：征迁受阻。下步打算：加快签约。", "存在问题：征迁受阻。下步打算：加快签约。"]
)
def test_a_row_over_all_columns_may_tell_of_the_item_above(line: str) -> None:
    """A row of one cell that begins with a label is the problem of the item above, and no heading over the next."""
    head = "序号 | 项目名称 | 主要内容 | 8月进展"
    rows = ["1 | 道路 | 修5条路。 | 已修4条。", f"{line} | ← | ← | ←", "2 | 学校 | 建校1所。 | 开工。"]
    one, two = read(ruled("\n".join([head, *rows]))).items
    assert (one.problem.text, one.next_step.text) == ("征迁受阻。", "加快签约。")
    assert (two.project.text, two.problem.text, dict(two.extra).get("标题行")) == ("学校", "", None)
