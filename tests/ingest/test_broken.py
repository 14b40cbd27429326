"""Rows of pasted text that the lines within a cell have broken."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.ingest import items
from reportgen.ingest.formats import delimited
from reportgen.records import Table
from tests.ingest.tables import NORMS

HEAD = "序号\t主要内容\t责任单位\t8月计划\t8月完成情况\t存在问题"
WHOLE = ("建{0}个公园", "县城管局", "建4个", "建5个", "无")
BROKEN = ("2\t修十条路\t县交通局\t修8条\t甲路通车", "乙路铺到面层", "累计修9条\t缺资金")


def read(*, before: int, behind: int, broken: tuple[str, ...] = BROKEN) -> Table:
    lines = ["2025年8月民生实事进展", HEAD]
    lines += ["\t".join((str(number), *WHOLE)).format(number) for number in range(1, before + 1)]
    lines += broken
    lines += ["\t".join((str(number), *WHOLE)).format(number) for number in range(before + 2, before + 2 + behind)]
    return items.table(delimited.read("\n".join([*lines, "填报：县政府办"]).encode(), "2025-08.txt"), NORMS)


def test_a_broken_row_is_one_item() -> None:
    """Its lines are those of the report, and what stands behind them is of the next column."""
    item = read(before=1, behind=2).items[1]
    assert (item.no, item.target.text, item.lead_unit.text) == (2, "修十条路", "县交通局")
    assert item.progress.text == "甲路通车\n乙路铺到面层\n累计修9条"
    assert item.problem.text == "缺资金"


@pytest.mark.parametrize(
    ("behind", "broken"),
    [
        (0, BROKEN),  # as many broken as whole: what merges have lost may look so
        (2, (*BROKEN[:2], "累计修9条")),  # a cell less than the header has
        (2, (*BROKEN[:2], "累计修9条\t缺资金\t缺人")),  # a cell more
    ],
)
def test_what_may_be_read_otherwise_is_refused(behind: int, broken: tuple[str, ...]) -> None:
    """Lines that do not come to just the header's cells, or too many of them, are not put together."""
    with pytest.raises(InputError):
        read(before=1, behind=behind, broken=broken)
