"""The order of the items of several returns."""

from __future__ import annotations

import pytest

from reportgen.records import Table
from tests.ingest.tables import read, ruled

HEAD = "序号 | 主要内容 | 牵头单位 | 8月份完成情况"


def returns(*numbers: str, apart: str = "file") -> Table:
    """Read a return for each list of numbers (1 4 7), a file or a sheet each, of a table that names no projects."""
    rows = [
        "\n".join(f"{no} | 甲{at}建{no}个。 | 单位{at} | 在建。" for no in n.split()) for at, n in enumerate(numbers)
    ]
    names = [(f"{at}.xlsx", "表") if apart == "file" else ("2025.xlsx", f"表{at}") for at in range(len(numbers))]
    return read(*(ruled(f"{HEAD}\n{row}", *name) for row, name in zip(rows, names, strict=True)), month="2025-08")


def order(table: Table) -> list[tuple[str, int | str | None]]:
    return [(item.lead_unit.text, item.project_no) for item in table.items]


@pytest.mark.parametrize("apart", ["file", "sheet"])
def test_returns_that_each_count_from_one_stay_as_they_came(apart: str) -> None:
    """No items of two returns are one project for bearing one number, and the audit says once how they are put."""
    table = returns("1", "1 2 3", "1", "1 2", apart=apart)
    expected = [("单位0", 1), ("单位1", 1), ("单位1", 2), ("单位1", 3), ("单位2", 1), ("单位3", 1), ("单位3", 2)]
    assert order(table) == expected
    assert [(item.no, len(project.items)) for item, project in zip(table.items, table.projects, strict=True)] == [
        (no, 1) for no in range(1, 8)
    ]
    assert [note.text for note in table.audit] == [
        "各份报送各自编序号（如序号1不止一项），按报送的先后排列，项次连续编号。"
    ]


@pytest.mark.parametrize("numbers", [("1 2 3 4 5", "6 7 8 9"), ("6 7", "1 2 3 4 5"), ("1 4 7", "2 3 5 6")])
def test_one_series_parted_over_returns_gives_the_order(numbers: tuple[str, ...]) -> None:
    """Numbers that run on from return to return order the items."""
    table = returns(*numbers)
    assert [item.project_no for item in table.items] == list(range(1, len(table.items) + 1))
    assert table.audit == ()


def test_one_number_in_two_returns_of_a_series_is_asked_about() -> None:
    """A slip changes the order of no other item, and its two items are two projects."""
    table = returns("1 3 5", "2 3 4")
    assert [item.project_no for item in table.items] == [1, 2, 3, 3, 4, 5]
    assert len(table.projects) == 6
    (note,) = table.audit
    assert (note.kind, note.no, note.text) == ("number_twice", 4, "序号3在0.xlsx第3行是另一项，请核对。")
    assert table.place(note.where) == "1.xlsx 表!A3"


def test_items_without_a_number_stay_in_their_place() -> None:
    """A blank number is no number that two items share."""
    one = ruled(
        f"{HEAD}\n1 | 建甲。 | 区甲局 | 在建。\n | 建乙。 | 区乙局 | 在建。\n3 | 建丙。 | 区丙局 | 在建。", "a.xlsx"
    )
    two = ruled(f"{HEAD}\n | 建丁。 | 区丁局 | 在建。\n5 | 建戊。 | 区戊局 | 在建。", "b.xlsx")
    table = read(one, two, month="2025-08")
    assert [item.target.text for item in table.items] == ["建甲。", "建乙。", "建丙。", "建丁。", "建戊。"]


def test_a_project_of_several_departments_stays_one() -> None:
    """Where the table names projects, one number and name are one project in whatever returns its items stand."""
    head = "序号 | 项目名称 | 主要内容 | 8月份完成情况"
    one = ruled(f"{head}\n1 | 助老 | 建甲。 | 在建。\n2 | 助学 | 建乙。 | 在建。", "a.xlsx")
    two = ruled(f"{head}\n1 | 助老 | 建丙。 | 在建。\n3 | 助医 | 建丁。 | 在建。", "b.xlsx")
    table = read(one, two, month="2025-08")
    assert [(project.name, len(project.items)) for project in table.projects] == [("助老", 2), ("助学", 1), ("助医", 1)]
    assert table.audit == ()
