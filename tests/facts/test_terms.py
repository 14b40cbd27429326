"""Terms: stretches told in days end on a day reckoned from the one told before them."""

from datetime import date

import pytest

from reportgen.facts.reading import read
from reportgen.facts.words.clauses import statements
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Outcome, Period

NOVEMBER = Period(date(2025, 11, 30), date(2025, 10, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("10月20日签订供货合同，供货期75天", [date(2026, 1, 3)]),
        ("11月20日开工，合同工期90个日历天", [date(2026, 2, 18)]),
        ("11月27日浇筑完成，养护28天", [date(2025, 12, 25)]),
        ("11月28日起公示，公示期5个工作日", [date(2025, 12, 5)]),
        ("11月28日签约，交货期三个月", [date(2026, 2, 26)]),
        ("供货期75天", []),  # no day to reckon from
        ("9月1日签订合同，供货期30天", []),  # over
        ("10月20日签订合同。供货期75天", []),  # the day is another sentence's
    ],
)
def test_a_term_ends_so_many_days_after_the_day_told(text: str, ends: list[date], norms: Norms) -> None:
    """A term ends so many days after the day told before it in its sentence; one that is over tells nothing."""
    told = statements(Cell(text=text), NOVEMBER.as_of, norms)
    assert [moment.end for statement in told for moment in statement.moments if moment.runs] == ends


@pytest.mark.parametrize(
    ("plan", "progress", "outcome"),
    [
        ("设备安装调试完成", "10月20日签订供货合同，供货期75天", Outcome.MISSED),
        ("设备安装调试完成", "10月20日签订供货合同，供货期68天", Outcome.SHORT),
        ("设备安装调试完成", "11月5日签订供货合同，供货期30天", Outcome.LIKELY),
        ("改造完工", "10月20日开工，工期90天", Outcome.MISSED),
        ("改造完工", "10月20日开工，工期60天", Outcome.LIKELY),
        ("完成基础施工", "10月20日开工，工期300天，正在开挖基坑", Outcome.LIKELY),
        ("安装终端500套", "采购公告11月20日发布，12月20日开标", Outcome.SHORT),
        ("安装终端500套", "采购公告11月5日发布，12月1日开标", Outcome.LIKELY),
    ],
)
def test_steps_are_counted_on_from_the_day_to_come(plan: str, progress: str, outcome: Outcome, norms: Norms) -> None:
    """A term that ends after the due day misses it; after one that ends before, the steps that remain must fit."""
    item = Item(no=1, target=Cell(text="终端设备更新改造"), plan=Cell(text=plan), progress=Cell(text=progress))
    assert read(item, NOVEMBER, norms).plan[0].outcome is outcome
