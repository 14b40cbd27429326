"""Making: lengths and areas of which nothing is made yet take their time, and line works less than houses."""

from datetime import date

import pytest

from reportgen.facts.reading import read
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Outcome, Period

AUGUST = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("target", "plan", "progress", "outcome"),
    [
        ("河道综合整治", "完成新建驳岸1.5公里", "施工单位已进场，清表及便道施工", Outcome.SHORT),
        ("新建污水管网15公里", "完成管网敷设12公里", "完成招标，管材进场", Outcome.SHORT),
        ("新建污水管网15公里", "完成管网敷设2公里", "完成招标，管材进场", Outcome.LIKELY),
        ("新建污水管网15公里", "完成管网敷设2公里", "正在编制招标文件", Outcome.SHORT),
        ("打通学苑路", "学苑路通车", "水稳层铺筑完成", Outcome.LIKELY),
        ("打通学苑路", "学苑路通车", "路基施工", Outcome.SHORT),
        ("供水管网延伸", "通水", "管道敷设完成，打压合格", Outcome.LIKELY),
        ("新建综合楼", "综合楼投用", "主体施工", Outcome.SHORT),
    ],
)
def test_making_takes_its_time(target: str, plan: str, progress: str, outcome: Outcome, norms: Norms) -> None:
    """What is not begun must be made in the days left, by its share of the whole; roads and pipes are sooner done."""
    item = Item(no=1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text=progress))
    assert read(item, AUGUST, norms).plan[0].outcome is outcome
