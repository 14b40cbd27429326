"""Quarters: a plan may give the number of each quarter in one list."""

from datetime import date

import pytest

from reportgen.facts.reading import read
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Period


@pytest.mark.parametrize(
    ("target", "plan", "asked"),
    [
        ("建公园8个。", "每季度累计完成1、3、6、8个。", [(3, 1), (6, 3), (9, 6), (12, 8)]),
        ("培训1200人。", "一至四季度分别培训200、400、400、200人。", [(3, 200), (6, 600), (9, 1000), (12, 1200)]),
        ("改造管网20公里。", "分季度完成2公里、8公里、15公里、20公里。", [(3, 2), (6, 8), (9, 15), (12, 20)]),
        ("建公园8个。", "累计完成甲、乙、丙、丁园8个。", [(12, 8)]),
    ],
)
def test_each_quarter_is_asked_by_its_end(target: str, plan: str, asked: list[tuple[int, int]], norms: Norms) -> None:
    """A list of four numbers asks for each by the end of its quarter, added up where it does not rise."""
    item = Item(no=1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text="正在推进。"))
    found = [check.requirement for check in read(item, Period(date(2025, 10, 31)), norms).plan]
    assert [(r.due.month, int(r.quantity.value)) for r in found if r.quantity] == asked
