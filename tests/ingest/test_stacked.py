"""Tables one below the other in one sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.ingest.formats.grid import Grid
from reportgen.records import Table
from tests.ingest.tables import read, ruled, typed

HEAD = "序号 | 项目名称 | 年度目标 | 责任单位 | 8月份完成情况"
ITEMS = f"{HEAD}\n1 | 公园 | 建10个公园。 | 区住建局 | 已开工。\n2 | 道路 | 修5条路。 | 区交通局 | 已招标。"
OTHER = "序号 | 事项名称 | 完成情况 | 牵头单位 | 工作目标\n1 | 食堂 | 已建成2家。 | 区民政局 | 建2家食堂。"


def targets(table: Table) -> list[str]:
    return [item.target.text for item in table.items]


@pytest.mark.parametrize(
    "below",
    [
        "资金情况 | ← | ← | ← | ←\n序号 | 项目名称 | 总投资 | 已完成投资 | 完成率\n1 | 公园 | 300 | 120 | 40%",
        "资金表 |  |  |  | \n序号 | 资金来源 | 预算金额 | 已拨付 | \n1 | 区财政 | 300 | 120 | ",
        "项目名称 | 总投资（万元） | 已到位资金（万元） | 资金来源 | 支付率\n公园 | 300 | 120 | 区级 | 40%",
        " |  |  |  | \n序号 | 姓名 | 电话 |  | \n1 | 甲某 | 123 |  | ",
    ],
)
def test_a_table_of_money_or_of_people_below_the_items_gives_no_item(below: str) -> None:
    """What stands under a header of its own is read by that header, and left out where it tells of no works."""
    table = read(ruled(f"{ITEMS}\n{below}"))
    assert targets(table) == ["建10个公园。", "修5条路。"]
    (note,) = [note for note in table.audit if note.kind == "table_left_out"]
    assert note.where.part == "Sheet1"


AS_TYPED = [ruled, lambda text: typed("".join(f"{line} |\n" for line in text.replace("←", "").split("\n")))]


@pytest.mark.parametrize("made", AS_TYPED)
@pytest.mark.parametrize(
    "below",
    [
        " |  |  |  | \n附：分类统计 | ← | ← | ← | ←\n类别 | 项目数 | 已完成 | 正常推进 | 滞后\n城建 | 1 | 0 | 1 | 0",
        "牵头单位 | 项目数 | 已完成 | 完成率 | \n区住建局 | 1 | 0 | 0% | \n合计 | 2 | 0 | 0% | \n |  |  |  | ",
    ],
)
def test_a_table_of_sums_below_the_items_gives_no_item(below: str, made: Callable[[str], Grid]) -> None:
    """What heads nothing but figures counts the items; a remark below it is of the list."""
    table = read(made(f"{ITEMS}\n{below}\n |  |  |  | \n注：第一个单位为牵头单位 | ← | ← | ← | ←"))
    assert targets(table) == ["建10个公园。", "修5条路。"]
    (note,) = [note for note in table.audit if note.kind == "table_left_out"]
    assert note.text.endswith("是分类汇总，未读入。")


@pytest.mark.parametrize("head", ["类别 | 今年 | 8月完成 | 完成率", "项目 | 数量 | 8月完成 | 完成率"])
def test_items_of_figures_are_no_sums(head: str) -> None:
    """A header said again on a further page heads items, though there are but figures behind their names."""
    table = read(ruled(f"{head}\n公园 | 10 | 8 | 80%\n{head}\n道路 | 5 | 3 | 60%\n学校 | 2 | 1 | 50%"))
    assert [item.progress.text for item in table.items] == ["8", "3", "1"]


def test_a_sheet_that_tells_of_money_alone_is_read() -> None:
    """A table of money is left out beside one of the works only."""
    table = read(ruled("序号 | 项目名称 | 年度投资 | 8月投资完成情况\n1 | 公园 | 投资300万元 | 120万元"))
    assert [item.progress.text for item in table.items] == ["120万元"]


@pytest.mark.parametrize("made", [ruled, lambda text: typed("".join(f"{line} |\n" for line in text.split("\n")))])
def test_a_header_right_behind_a_single_item_begins_a_table(made: Callable[[str], Grid]) -> None:
    """A table of one row, then another with its columns in another order, then the first header again."""
    lines = [*ITEMS.split("\n")[:2], OTHER, HEAD, ITEMS.split("\n")[2]]
    table = read(made("\n".join(lines)))
    assert targets(table) == ["建10个公园。", "建2家食堂。", "修5条路。"]
    assert [item.lead_unit.text for item in table.items] == ["区住建局", "区民政局", "区交通局"]
    assert [item.progress.text for item in table.items] == ["已开工。", "已建成2家。", "已招标。"]


def test_an_item_in_words_of_headers_is_no_further_level() -> None:
    """A single item that reads like a header (年底前完成, 已完成) begins with a number, as no header does."""
    item = "1 | 惠民工程 | 年底前完成 | 区住建局 | 已完成"
    assert targets(read(ruled(f"{HEAD}\n{item}\n{OTHER}"))) == ["年底前完成", "建2家食堂。"]
