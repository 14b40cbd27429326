"""Rows of one item that are marked 计划 and 完成 in a column of their own."""

from __future__ import annotations

import pytest

from reportgen.ingest.formats.grid import Grid
from reportgen.records import Table
from tests.ingest.tables import read, ruled, typed

FIELDS = ("project", "target", "plan", "progress", "problem")
TOLD = [("公园", "建10个", "建4个", "建5个", "缺资金"), ("路灯", "改300盏", "改100盏", "改120盏", "")]
MONTHS = """
2024年民生实事台账 | ← | ← | ← | ← | ← | ← | ←
序号 | 项目名称 | 年度目标 | {mark} | 月度进度 | ← | ← | 存在问题
↑ | ↑ | ↑ | ↑ | 7月 | 8月 | 9月 | ↑
1 | 公园 | 建10个 | {plan} | 建2个 | 建4个 | 建9个 | 缺资金
↑ | ↑ | ↑ | {done} | 建3个 | 建5个 |  | ↑
2 | 路灯 | 改300盏 | {plan} | 改50盏 | 改100盏 | 改200盏 |
↑ | ↑ | ↑ | {done} | 改60盏 | 改120盏 |  | ↑
"""


def told(table: Table) -> list[tuple[str, ...]]:
    return [tuple(getattr(item, name).text for name in FIELDS) for item in table.items]


def sheet(lines: str) -> Grid:
    return ruled(lines, "2024-08.xlsx")


@pytest.mark.parametrize(
    ("mark", "plan", "done"), [("", "计划", "完成"), ("类别", "目标", "实际"), ("项", "应达进度", "实际完成")]
)
def test_each_month_has_a_plan_and_a_report(mark: str, plan: str, done: str) -> None:
    """Those of the latest month reported are read; plans of months to come are kept aside with the others."""
    table = read(sheet(MONTHS.format(mark=mark, plan=plan, done=done)))
    assert told(table) == TOLD
    assert f"{table.period.as_of} {table.period.plan_due}" == "2024-08-31 2024-08-31"
    assert str(table.items[1].progress.address) == "Sheet1!F7"
    assert dict(table.items[0].extra)[f"9月{plan}"].text == "建9个"


def test_cells_may_be_left_empty_in_place() -> None:
    """What the first row of an item holds is that of all, in a sheet without merges and in text."""
    lines = MONTHS.format(mark="类别", plan="计划", done="完成").replace("↑ | ↑ | ↑ | 完成", " |  |  | 完成")
    first, *rest = lines.replace("盏 | ↑", "盏 | ").replace("|  | ↑", "|  | ").strip().split("\n")
    assert told(read(sheet("\n".join([first, *rest])))) == TOLD
    head = "序号 | 项目名称 | 年度目标 | 类别 | 7月 | 8月 | 9月 | 存在问题"
    body = [line if line.rstrip().endswith("|") and line.count("|") == 8 else f"{line} |" for line in (head, *rest[2:])]
    assert told(read(typed("\n".join(body), "2024-08.txt"))) == TOLD


def test_one_column_of_reports_and_three_marks_under_headings() -> None:
    """存在问题 may be a mark too; a project has several tasks, and a heading stands between."""
    lines = ["项目名称 | 年度目标 | 类别 | 8月情况", "一、安居 | ← | ← | ←", "公园 | 建10个 | 计划 | 建4个"]
    lines += ["↑ | ↑ | 完成 | 建5个", "↑ | ↑ | 存在问题 | 缺资金", "↑ | 电梯60部 | 计划 | 开工20部"]
    lines += ["↑ | ↑ | 完成 | 开工22部", "↑ | ↑ | 存在问题 | "]
    assert told(read(sheet("\n".join(lines)))) == [TOLD[0], ("公园", "电梯60部", "开工20部", "开工22部", "")]


def test_a_column_of_states_marks_no_rows() -> None:
    """完成 and 未完成 are what each item has come to."""
    lines = [
        "项目名称 | 年度目标 | 状态 | 8月进展",
        "公园 | 建10个 | 完成 | 建成10个",
        "路灯 | 改300盏 | 未完成 | 改120盏",
    ]
    assert [item.progress.text for item in read(sheet("\n".join(lines))).items] == ["建成10个", "改120盏"]


LEDGER = """
2025年民生实事台账 | ← | ← | ← | ← | ← | ←
序号 | 项目名称 | 年度目标 | 月份 | 计划 | 完成情况 | 存在问题
1 | 公园 | 建10个 | 7月 | 建2个 | 建3个 | 缺土地
↑ | ↑ | ↑ | 8月 | 建4个 | 建5个 | 缺资金
↑ | ↑ | ↑ | 9月 | 建9个 |  |
2 | 路灯 | 改300盏 | 7月 | 改50盏 | 改60盏 | 缺土地
↑ | ↑ | ↑ | 8月 | 改100盏 | 改120盏 |
↑ | ↑ | ↑ | 9月 | 改200盏 |  |
"""


def test_a_ledger_of_a_row_a_month_is_read_up_to_the_last_month_reported() -> None:
    """Each item is read once, with the plan, report and problem of that month."""
    table = read(ruled(LEDGER, "台账.xlsx"))
    assert told(table) == TOLD
    assert f"{table.period.as_of} {table.period.plan_due}" == "2025-08-31 2025-08-31"


def test_the_rows_of_an_item_in_a_ledger_need_not_be_neighbours() -> None:
    """A ledger to which each month's rows are added names each item anew."""
    title, head, *_ = LEDGER.strip().split("\n")
    rows = ["1 | 公园 | 建10个 | {} | 建4个 | 建{}个 | {}", "2 | 路灯 | 改300盏 | {} | 改100盏 | 改{}盏 | "]
    body = [rows[0].format("7月", 3, "缺土地"), rows[1].format("7月", 60)]
    body += [rows[0].format("8月", 5, "缺资金"), rows[1].format("8月", 120)]
    assert told(read(ruled("\n".join([title, head, *body]), "台账.xlsx"))) == TOLD


def test_months_of_different_items_are_no_ledger() -> None:
    """A column of months, one row an item, leaves the items as they are."""
    lines = ["项目名称 | 年度目标 | 月份 | 进展", "公园 | 建10个 | 7月 | 建5个", "路灯 | 改300盏 | 8月 | 改120盏"]
    assert [item.progress.text for item in read(sheet("\n".join(lines))).items] == [
        "建5个",
        "改120盏",
    ]
