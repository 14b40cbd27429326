"""Floors: how high a building stands, against how high it should."""

from datetime import date

import pytest

from reportgen.facts.reading import read
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Outcome, Period

AUGUST = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("plan", "progress", "outcome"),
    [
        ("住院楼施工至12层", "住院楼施工至12层顶板", Outcome.MET),
        ("住院楼施工至12层", "住院楼施工至9层", Outcome.LIKELY),
        ("住院楼施工至12层", "住院楼施工至三层", Outcome.SHORT),
        ("住院楼主体封顶", "住院楼(地上17层)施工至地上3层顶板", Outcome.SHORT),
        ("住院楼主体封顶", "住院楼(共17层)施工至16层", Outcome.LIKELY),
        ("住院楼主体封顶", "住院楼(共17层)已封顶", Outcome.MET),
    ],
)
def test_floors_left_are_held_against_the_days_left(plan: str, progress: str, outcome: Outcome, norms: Norms) -> None:
    """A floor takes a week at least: so many floors as are missing must fit the days that are left."""
    item = Item(no=1, target=Cell(text="建设住院楼"), plan=Cell(text=plan), progress=Cell(text=progress))
    assert read(item, AUGUST, norms).plan[0].outcome is outcome


@pytest.mark.parametrize(
    ("progress", "outcome"),
    [
        ("1#楼已封顶，2#楼施工至17层(共18层)", Outcome.LIKELY),
        ("1#楼已封顶，2#楼施工至12层(共18层)", Outcome.SHORT),
        ("1#楼施工至6层(共7层)，2#楼施工至12层(共18层)", Outcome.SHORT),
        ("1#、2#楼分别施工至17层、12层(均为18层)", Outcome.SHORT),
        ("1#楼施工至6层(共7层)，2#楼完成基础验收", Outcome.SHORT),
    ],
)
def test_each_building_is_held_to_its_own_height(progress: str, outcome: Outcome, norms: Norms) -> None:
    """Of several buildings each must reach its own height: the one furthest behind decides."""
    plan = Cell(text="2栋全部封顶")
    item = Item(no=1, target=Cell(text="建设安置房2栋"), plan=plan, progress=Cell(text=progress))
    assert read(item, AUGUST, norms).plan[0].outcome is outcome
