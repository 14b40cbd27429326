"""Text whose columns are aligned with blanks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.errors import InputError
from reportgen.ingest import items
from reportgen.ingest.formats import delimited
from reportgen.records import Table
from tests.ingest.tables import NORMS

FIELDS = ("project", "target", "lead_leader", "lead_unit", "plan", "progress", "problem")
HEAD = ("序号", "年度目标", "牵头单位", "8月计划", "8月完成情况", "存在问题")
ROWS = (
    ("1", "建 10 个公园", "县住建局", "建4个", "建5个", ""),
    ("2", "修“十条”路", "县交通局", "", "修2条，正在施工", "缺资金"),
    ("3", "改300盏路灯", "县城管局", "改30盏", "", "无"),
)
HEADINGS = ("一、出行", "【二】照明    分管领导：甲某某    备用说明：无")
LEADS = "2025年8月民生实事进展"


def shown(text: str) -> int:
    return sum(1 if letter.isascii() else 2 for letter in text)


def line(cells: tuple[str, ...], measure: Callable[[str], int]) -> str:
    widths = (6, 16, 12, 10, 20, 10)
    return "".join(cell + " " * (width - measure(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def text(measure: Callable[[str], int] = shown) -> list[str]:
    head, *rows = (line(cells, measure) for cells in (HEAD, *ROWS))
    return [LEADS, "-" * 60, head, "-" * 60, HEADINGS[0], *rows[:2], HEADINGS[1], rows[2], "-" * 60, "联系人：乙某某"]


def read(lines: list[str]) -> Table:
    return items.table(delimited.read("\n".join(lines).encode("gb18030"), "2025-08.txt"), NORMS)


@pytest.mark.parametrize("measure", [shown, len])
def test_each_cell_stands_under_its_header(measure: Callable[[str], int]) -> None:
    """By the width as shown, or by the count of letters; empty cells are empty, headings tell project and leader."""
    assert [tuple(getattr(item, name).text for name in FIELDS) for item in read(text(measure)).items] == [
        ("一、出行", "建 10 个公园", "", "县住建局", "建4个", "建5个", ""),
        ("一、出行", "修“十条”路", "", "县交通局", "", "修2条，正在施工", "缺资金"),
        ("【二】照明", "改300盏路灯", "甲某某", "县城管局", "改30盏", "", "无"),
    ]


@pytest.mark.parametrize(
    ("at", "changed"),
    [
        (6, " " * 6 + "（续上行）"),
        (6, line(("2", "修十条路，含三座桥梁和两处", "县交通局", "", "修2条", "缺资金"), shown)),
        (8, line(ROWS[2], shown).replace("县城管局", "城管局")),
    ],
)
def test_a_line_out_of_place_is_refused(at: int, changed: str) -> None:
    """A cell that goes on in the next line, one that reaches into the next column, one beside its header."""
    lines = text()
    lines[at] = changed
    with pytest.raises(InputError):
        read(lines)
