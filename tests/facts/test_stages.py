"""Steps on ladders, and how far each is."""

from datetime import date

import pytest

from reportgen.facts.words.clauses import statements
from reportgen.norms import Norms
from reportgen.records import Cell
from reportgen.text import fold

DAY = date(2025, 8, 31)

STEPS = [
    ("construction", "项目规划方案已完成公示", "scheme reached"),
    (
        "construction",
        "完成概算评审、完成施工图预算编制、完成施工招标公告发布",
        "estimate reached, budget reached, notice reached",
    ),
    ("construction", "目前项目进行预算审核,力争10月份开工", "budget under_way, start intended"),
    ("construction", "地下室底板浇捣完成", "foundation reached, foundation reached"),
    ("construction", "桩基完工", "pile reached"),
    ("construction", "桩基完成46根(共188根)", "pile under_way"),
    ("construction", "桩基完成1.2万米(共9000米)", "pile reached"),
    ("construction", "桩基完成2公里(共9000米)", "pile under_way"),
    ("construction", "桩基完成9公里(共9000米)", "pile reached"),
    ("construction", "主体工程结顶", "topped reached"),
    ("construction", "二次结构施工完成,准备中间结构验收", "infill reached, infill intended"),
    ("construction", "工程竣工", "built reached"),
    ("construction", "项目尚未开工", "start not"),
    ("construction", "正在进行围挡施工", "start reached"),
    ("construction", "塔吊基础已放样", ""),
    ("construction", "签约率97.2%", ""),
    ("construction", "正在办理施工许可证", "permit under_way"),
    ("construction", "项目已于4月28日通车", "in_use reached"),
    ("construction", "计划10月开始正式运营", "in_use intended"),
    ("construction", "6个已运营", "in_use reached"),
    ("construction", "设备全部进场", "outdoor reached"),
    ("construction", "进入内部装修阶段", "finish under_way"),
    ("purchase", "完成设备采购,正在安装", "contract reached, installed under_way"),
    ("purchase", "启动招投标程序", "notice under_way"),
    ("purchase", "正在进行采购参数论证", "scheme under_way"),
    # what is there are the conditions for a step; what is not there is the step itself
    ("construction", "已具备开工条件", "permit reached"),
    ("construction", "不具备开工条件", "start not"),
    ("construction", "其余5个涉及管网改造", ""),
    ("service", "秋季招生已启动", "prepared reached, launched reached"),
]


@pytest.mark.parametrize(("ladder", "text", "steps"), STEPS)
def test_steps_and_aspects(ladder: str, text: str, steps: str, norms: Norms) -> None:
    """A text names the steps of a ladder in order, each with how far it is."""
    found = [
        f"{step.step} {step.aspect}"
        for statement in statements(Cell(text=text), DAY, norms)
        for step in statement.milestones
        if step.ladder == ladder
    ]
    assert ", ".join(found) == steps


ASPECTS = [
    ("已完成招标", "reached"),
    ("基本完成", "under_way"),
    ("尚未启动", "not"),
    ("预计9月10日左右进行预公示", "intended"),
    ("未来公园建设", "None"),
    ("2年内未就业毕业生", "None"),
    ("接待咨询2860人次", "None"),
    ("为年度计划的72%", "None"),
    ("待12月份通气", "intended"),
    ("拟订第二轮方案", "None"),
    ("正在对接", "under_way"),
    ("除一家外均已开业", "reached"),
]


@pytest.mark.parametrize(("text", "aspect"), ASPECTS)
def test_aspect_of_a_clause(text: str, aspect: str, norms: Norms) -> None:
    """A clause is reached, under way, intended or denied by its words, not by letters that only look like them."""
    (statement,) = statements(Cell(text=text), DAY, norms)
    assert str(statement.aspect) == aspect


def test_every_letter_of_a_cell_is_in_one_statement(norms: Norms) -> None:
    """Statements cut a cell without losing a letter other than marks and list numbers."""
    text = "1.联动社区，发放简章1,000余份。 2.组织8场活动；一是宣传，二是培训。"
    said = "".join(statement.text for statement in statements(Cell(text=text), DAY, norms))
    assert said == fold("联动社区发放简章1,000余份组织8场活动宣传培训")
