"""Endings: what is over for a season or after its last round brings no more."""

from datetime import date

import pytest

from reportgen.facts.reading import read
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Outcome, Period

AUTUMN = Period(date(2025, 9, 10))


@pytest.mark.parametrize(
    ("target", "progress", "period", "over"),
    [
        ("暑期游泳培训1800人。", "培训1216人，8月25日最后一期结业。", AUTUMN, True),
        ("夏季慰问户外劳动者5000人。", "送清凉活动8月底全部结束，累计慰问3910人。", AUTUMN, True),
        # one round of several, or in a year that has room for more
        ("培训高素质农民400人。", "春季班全部结束，结业186人，秋季班10月开班。", AUTUMN, False),
        ("举办文化活动60场。", "第一阶段活动8月底结束，举办47场，第二阶段10月启动。", AUTUMN, False),
        ("培训护理员400人。", "前三批培训全部结束，培训260人。", AUTUMN, False),
    ],
)
def test_what_is_over_brings_no_more(target: str, progress: str, period: Period, over: bool, norms: Norms) -> None:
    """A number short of the target misses it where the season or the last round is over, unless more is to come."""
    item = Item(no=1, target=Cell(text=target), plan=Cell(text=""), progress=Cell(text=progress))
    outcomes = [check.outcome for check in read(item, period, norms).target]
    assert (Outcome.MISSED in outcomes) is over
