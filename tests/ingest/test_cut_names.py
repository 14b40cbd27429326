"""Names that a line break cuts in two are read whole."""

from __future__ import annotations

import pytest

from reportgen.ingest.columns import cut_names
from reportgen.records import Cell, Item
from tests.ingest.tables import NORMS


def mended(column: str, *texts: str) -> list[str]:
    """Give the cells of a column once its names are mended."""
    items = [Item(no).holding({column: Cell(text=text)}) for no, text in enumerate(texts, start=1)]
    return [getattr(item, column).text for item in cut_names.mended(items, NORMS.units)]


@pytest.mark.parametrize(
    ("typed", "other", "whole"),
    [
        ("文昌\n明", "文昌明", "文昌明"),
        ("欧阳\n文静", "李明", "欧阳文静"),
        ("李\n明、欧阳\n文静", "", "李明、欧阳文静"),
        ("李明\n王强", "赵亮", "李明\n王强"),
    ],
)
def test_a_leader_is_one_name(typed: str, other: str, whole: str) -> None:
    """As another cell writes it, or because a piece is no name by itself; two names stay two."""
    assert mended("lead_leader", typed, other) == [whole, other]


@pytest.mark.parametrize(
    ("typed", "other", "whole"),
    [
        ("区民政\n局", "", "区民政局"),
        ("区住房和城乡\n建设局、区民政局", "", "区住房和城乡建设局、区民政局"),
        ("区人力资源和社会\n保障局", "", "区人力资源和社会保障局"),
        ("区住建局\n区民政局", "", "区住建局\n区民政局"),
        ("某某供电\n区住建局", "", "某某供电\n区住建局"),
        ("某某供电\n城管局", "城管局", "某某供电\n城管局"),
    ],
)
def test_a_unit_is_one_name(typed: str, other: str, whole: str) -> None:
    """A line without an ending goes on in the next, unless that is a unit of its own."""
    assert mended("lead_unit", typed, other) == [whole, other]
