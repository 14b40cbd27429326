"""Sums: what a number is divided into must add up to it."""

from datetime import date

import pytest

from reportgen.facts.words.clauses import statements
from reportgen.facts.words.sums import clash
from reportgen.norms import Norms
from reportgen.records import Cell


@pytest.mark.parametrize(
    ("text", "clashes"),
    [
        ("已筹集1200套，分别为存量用房510套、新建460套、改建130套。", True),
        ("已筹集1200套，分别为存量用房510套、新建460套、改建230套。", False),
        ("新增泊位300个，其中甲场200个、乙场180个。", True),
        ("新增泊位300个，其中甲场200个、乙场80个。", False),  # 其中 names some of them
        ("新增1200余套，分别为甲510套、乙460套。", False),  # no exact whole
        ("新增12个，其中已开放8个，已验收7个。", False),  # one may hold the other
    ],
)
def test_parts_that_do_not_add_up_are_found(text: str, clashes: bool, norms: Norms) -> None:
    """All parts of an exact whole must add up to it, and some of them must not exceed it."""
    assert bool(clash(statements(Cell(text=text), date(2025, 8, 31), norms))) is clashes
