"""A plan in stages: what each quarter asks, and which stages lie behind."""

from datetime import date

import pytest

from reportgen.facts.reading import Reading, read
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Outcome, Period

OCTOBER = Period(date(2025, 10, 31))
CULTURE = "一季度：完成主体结构；二季度：完成幕墙；三季度：完成室内装修；四季度：竣工验收并开放。"


def reading(norms: Norms, target: str, plan: str, progress: str, period: Period = OCTOBER) -> Reading:
    return read(Item(no=1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text=progress)), period, norms)


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        ("每季度建成2个。", [2, 4, 6, 8]),
        ("每季度累计完成1、2、4、8个。", [1, 2, 4, 8]),
        ("每季度分别完成3、2、2、1个。", [3, 5, 7, 8]),
    ],
)
def test_what_each_quarter_asks_adds_up(plan: str, asked: list[int], norms: Norms) -> None:
    """By a quarter's end all is asked that the quarters so far ask for; a list that grows holds the sums already."""
    checks = reading(norms, "新建口袋公园8个", plan, "建成7个").plan
    assert [c.requirement.due.month for c in checks] == [3, 6, 9, 12]
    assert [c.requirement.quantity and c.requirement.quantity.value for c in checks] == asked


def test_what_is_made_quarter_by_quarter_can_be_done(norms: Norms) -> None:
    """Of a quarter's plan the number by its end is asked for: fewer are short, all are met."""
    few, all_ = (reading(norms, "新建口袋公园8个", "每季度建成2个。", f"建成{n}个。") for n in (3, 8))
    assert few.plan[2].outcome is Outcome.MISSED
    assert all_.plan_met
    assert all_.target_met


@pytest.mark.parametrize(
    ("progress", "outcomes"),
    [
        ("主体、幕墙均已完成，室内装修基本完成，计划11月底竣工验收，12月中旬开放。", "met met met likely"),
        ("主体、幕墙均已完成，室内装修尚未进场，计划12月中旬竣工验收并开放。", "met met missed likely"),
    ],
)
def test_a_stage_is_left_behind_unless_it_is_told_as_open(progress: str, outcomes: str, norms: Norms) -> None:
    """A stage whose day has passed stands where the one that runs now will, but not where it is itself told as open."""
    assert " ".join(check.outcome for check in reading(norms, "新建文化馆并开放", CULTURE, progress).plan) == outcomes


def test_the_promise_of_a_later_stage_is_not_late(norms: Norms) -> None:
    """A day promised for a step that a later stage asks for by then tells nothing of the stages before."""
    plan, told = "7-9月完成开发部署，10-12月上线试运行。", "平台开发完成，正在联调测试，10月15日上线。"
    checks = reading(norms, "建成智慧停车平台并上线运行", plan, told, Period(date(2025, 9, 30))).plan
    assert [check.promised for check in checks] == [None, None]


def test_stages_of_one_number_share_its_count(norms: Norms) -> None:
    """A stage that names its thing in fewer words (四季度完成2000人) is counted by the same number as the others."""
    plan = "二季度培训800人；三季度培训1500人；四季度完成2000人。"
    assert [check.have for check in reading(norms, "培训教师2000人", plan, "累计培训1720人。").plan] == [1720] * 3


def test_a_floor_that_is_only_hoped_for_does_not_stand(norms: Norms) -> None:
    """A floor that is promised was not reached, nor one that is only hoped for by a late day."""
    told = "1#教学楼施工至三层，2#宿舍楼施工至二层，争取元旦前1#楼施工至六层、春节前全部封顶。"
    floors, tops = reading(norms, "学校扩建", "三季度:教学楼主体施工至五层;四季度:主体封顶。", told).plan
    assert (floors.outcome, tops.outcome) == (Outcome.MISSED, Outcome.SHORT)
