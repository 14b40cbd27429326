"""Advance: the length that is left, at the pace that is told, against the days that are left."""

from datetime import date

import pytest

from reportgen.facts.reading import read
from reportgen.facts.words.units import length_in
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Outcome, Period

SEPTEMBER = Period(date(2025, 9, 30), date(2025, 10, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("target", "progress", "outcome"),
    [
        ("凤岭隧道建设", "累计掘进1820米(全长2010米)，9月进尺85米", Outcome.LIKELY),
        ("凤岭隧道建设", "累计掘进1420米(全长2010米)，9月进尺85米", Outcome.SHORT),
        ("凤岭隧道建设", "隧道剩余190米未贯通，月均进尺75米", Outcome.LIKELY),
        ("凤岭隧道建设", "隧道剩余340米未贯通，月均进尺75米", Outcome.SHORT),
        (
            "凤岭隧道建设",
            "左线累计掘进1900米(全长2010米)，9月进尺85米；右线累计掘进900米(全长2010米)，9月进尺85米",
            Outcome.SHORT,
        ),
        ("凤岭隧道(2.01公里)建设", "累计掘进1820米，日均3米", Outcome.LIKELY),
        ("凤岭隧道(2.01公里)建设", "累计掘进1420米，日均3米", Outcome.SHORT),
    ],
)
def test_the_length_left_is_held_against_the_pace(target: str, progress: str, outcome: Outcome, norms: Norms) -> None:
    """What is left of the length, at the pace of a month or a day, must fit the days left; the slower end decides."""
    item = Item(no=1, target=Cell(text=target), plan=Cell(text="隧道贯通"), progress=Cell(text=progress))
    assert read(item, SEPTEMBER, norms).plan[0].outcome is outcome


def test_no_pace_is_no_forecast(norms: Norms) -> None:
    """A length without a pace forecasts nothing."""
    item = Item(
        no=1,
        target=Cell(text="凤岭隧道建设"),
        plan=Cell(text="隧道贯通"),
        progress=Cell(text="累计掘进1420米(全长2010米)"),
    )
    assert read(item, SEPTEMBER, norms).plan[0].forecast is None


@pytest.mark.parametrize(
    ("text", "told"),
    [("敷设12.5公里", "12.5公里"), ("铺300延长米", "300延长米"), ("到95环", "95环"), ("建500m2", None)],
)
def test_a_length_is_told_in_the_units_of_the_norms(text: str, told: str | None, norms: Norms) -> None:
    """Metres and kilometres are those that the norms list, each with its whole name; an area is no length."""
    found = length_in(norms.matching).search(text)
    assert (found and found[0]) == told
