"""Stocks: what this year added, told from what stood before it."""

from datetime import date

import pytest

from reportgen.facts.words.clauses import statements
from reportgen.norms import Norms
from reportgen.records import Cell


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("累计建成64个，其中2024年底前建成49个，今年15个。", [15]),
        ("累计建成64个，其中2024年底前49个。", [15]),  # the rest of the whole is this year's
        ("总数达到32个，较年初增加8个。", [8]),
        ("在册工作室120家，今年新增15家。", [15]),
        ("近三年累计建成公园41个。", []),
        ("2022年以来累计改造1860户，今年已改造322户。", [322]),
        ("年初已有38家，今年新开8家，目前共46家。", [8]),
        ("今年以来累计完成64个，其中本月15个。", [64, 15]),
        ("已完成12个，今年计划20个。", [12, 20]),  # a plan for the year adds nothing to it
        ("新增泊位500个，今年建成停车场5个。", [500, 5]),  # another thing
        ("2025年累计完成64个。", [64]),
    ],
)
def test_this_year_is_told_from_what_stood_before(text: str, counted: list[int], norms: Norms) -> None:
    """Numbers that hold what stood before this year are set apart, and those that it added are not."""
    told = [q for s in statements(Cell(text=text), date(2025, 8, 31), norms) for q in s.quantities]
    assert [q.value for q in told if q.scope != "stock"] == counted
