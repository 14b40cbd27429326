"""Scope words reach as far as a reader lets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import norms
from reportgen.facts.words.quantities import quantities
from reportgen.records import Cell
from reportgen.text import folded

WORDS = norms.load(Path(__file__).parents[2] / "templates" / "norms.toml").quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增12个", "plain"),
        ("累计新增12个,其中东部5个,西部7个", "cumulative part part"),
        ("累计新增12个,其中东部5个,投入30万元", "cumulative part cumulative"),
        ("累计新增12个。本月新增3个", "cumulative month"),
        ("本月新增3个,累计12个", "month cumulative"),
        ("本月新增3个,培训20人", "month month"),
        ("本月新增3个;培训20人", "month plain"),
        ("已完成8个,剩余4个,投入30万元", "plain rest plain"),
        ("累计完成8个,剩余4个在建,投入30万元", "cumulative rest cumulative"),
        ("建成20个(东部12个、西部8个),惠及3000人", "plain part part plain"),
        ("建成20个(100%)", "plain plain"),
        ("道路(2.5公里)已通车", "plain"),
        ("新增公共停车位300个", "plain"),
        ("建设共享餐厅5家", "plain"),
        ("1-8月新增300个,培训20人", "cumulative cumulative"),
        ("截至8月底,建成5家", "cumulative"),
        ("前三季度完成12场", "cumulative"),
        ("9月底前完成12场", "plain"),
        ("新增300人,比去年同期多20人,完成率80%", "plain part plain"),
        ("不含税造价30万元", "plain"),
    ],
)
def test_scope_reaches_as_far_as_its_word(text: str, expected: str) -> None:
    """累计 and 本月 hold to the end of the sentence, 剩余 to the comma, 其中 while the unit stays, brackets inside."""
    assert " ".join(quantity.scope.value for quantity in quantities(folded(Cell(text=text)), WORDS)) == expected
