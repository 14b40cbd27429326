"""What shows that the annual target is met."""

from datetime import date

import pytest

from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Period, Status

AUGUST = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("target", "plan", "progress", "status"),
    [
        # a plan that spreads over the year what the target counts leaves nothing of it, once it is there
        ("送戏下乡60场、阅读活动50场。", "按季度均衡推进，11月底前完成。", "送戏67场，阅读活动58场。", Status.DONE),
        ("培训救护员1500名。", "每季度不少于300名。", "培训救护员1506名。", Status.DONE),
        # what is given month by month all the year is not done before its end
        ("发放护理补贴1500人。", "按月发放。", "已发放1506人。", Status.ON_TRACK),
    ],
)
def test_what_only_the_plan_spreads_is_done_when_it_is_there(
    target: str, plan: str, progress: str, status: Status, norms: Norms
) -> None:
    item = Item(1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text=progress))
    assert judge(item, AUGUST, norms).status is status
