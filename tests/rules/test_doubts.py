"""Doubts weigh a number against the one that is enough, in its own unit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.records import Cell, Check, Item, Period, Status, Verdict

SEPTEMBER = Period(date(2025, 9, 30), date(2025, 7, 1), date(2025, 9, 30))


AUGUST = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


def judged(norms: Norms, target: str, plan: str, progress: str, period: Period = SEPTEMBER) -> Verdict:
    cells = {"target": Cell(text=target), "plan": Cell(text=plan), "progress": Cell(text=progress)}
    return judge(Item(1, **cells), period, norms)


def of_plan(verdict: Verdict) -> Check:
    return next(check for check in verdict.checks if check.requirement.source == "plan")


@pytest.mark.parametrize(
    ("target", "plan", "progress", "need"),
    [
        ("抽检2800批次。", "完成年度任务的50%。", "抽检1390批次。", "1400"),  # a share by the number that it is of
        ("培训约1000人。", "培训约600人。", "培训300人。", "594"),  # of 约600人 99 % are enough
        ("学校宿舍改造。", "改造工程完成总工程量的50%。", "完成总工程量的32%。", "50"),
        ("新建驿站。", "驿站开工。", "正在招标。", None),
    ],
)
def test_what_is_enough_is_told_in_one_unit(
    target: str, plan: str, progress: str, need: str | None, norms: Norms
) -> None:
    """A check tells the number that is enough in the unit of the one that answers, if a number is asked."""
    assert of_plan(judged(norms, target, plan, progress)).need == (None if need is None else Decimal(need))


def test_a_verdict_that_says_it_is_to_be_verified_is_marked(norms: Norms) -> None:
    """The target is built and the plan beyond it in doubt: what the page says of it, the mark says too."""
    told = "3座转运站改造工程全部完工，甲冈、乙沙2座已移交使用，丙坪站除臭系统试运行中。"
    verdict = judged(norms, "改造转运站3座。", "完成验收，移交使用。", told, AUGUST)
    assert "待核实" in verdict.reason
    assert verdict.needs_review


@pytest.mark.parametrize(
    ("progress", "behind"),
    [
        ("累计办证1125套，三季度节点预计难以实现。", True),
        ("累计办证1125套，9月底前全部办结有较大困难。", True),
        ("累计办证1125套，工期略有延后，9月底前全部办结。", False),
    ],
)
def test_a_day_that_is_said_to_be_hard_is_no_promise(progress: str, behind: bool, norms: Norms) -> None:
    """A day before the words that admit a delay is the one that will be missed."""
    verdict = judged(norms, "办证6000套。", "办证3000套。", progress, AUGUST)
    assert any(finding.rule == "B309" for finding in verdict.findings) is behind


def test_a_number_in_brackets_is_quoted(norms: Norms) -> None:
    """The number that decides is quoted though brackets hold it, without the half of them."""
    verdict = judged(
        norms, "接种首针2500人。", "完成首针接种2500人。", "累计接种2673剂次（其中首针1421人、第二针1252剂次）。"
    )
    assert "“其中首针1421人”" in verdict.reason


def test_a_number_of_one_month_is_not_near_a_share(norms: Norms) -> None:
    """60 of 2800 lack nearly all of the half that is asked, though 60 is more than 50."""
    verdict = judged(norms, "抽检2800批次。", "完成年度任务的50%。", "9月份抽检60批次。")
    doubts = [doubt for doubt in verdict.findings if doubt.rule == "Q414"]
    assert doubts
    assert "差额很小" not in doubts[0].text + doubts[0].question


def test_a_share_that_is_nearly_there_is_near(norms: Norms) -> None:
    """1340 of the 1400 that a share comes to lack little: doubted, and missed where words deny the rest."""
    near = judged(norms, "抽检2800批次。", "完成年度任务的50%。", "抽检1340批次。")
    assert any(doubt.rule == "Q406" for doubt in near.findings)
    denied = judged(norms, "抽检2800批次。", "完成年度任务的50%。", "抽检1340批次，其余尚未送检。")
    assert any(doubt.rule == "Q414" and "差额很小" in doubt.text for doubt in denied.findings)


@pytest.mark.parametrize(
    ("plan", "progress", "doubted"),
    [
        ("讲座160场。", "累计90场。", True),  # of no name: it may be another thing
        ("讲座160场。", "讲座90场。", False),
        ("讲座160场。", "讲座90场，进度滞后。", False),  # the unit's own words say so
        ("安装全部120台。", "安装96台。", True),  # but the last fifth is lacking, and a month is left
    ],
)
def test_a_forecast_from_another_name_or_near_the_end_is_asked_about(
    plan: str, progress: str, doubted: bool, norms: Norms
) -> None:
    """What falls short only by a pace told in other words, or by little, is marked unless the text admits it."""
    verdict = judged(norms, "讲座300场，安装120台。", plan, progress, AUGUST)
    assert verdict.status is Status.BEHIND
    assert any(doubt.rule == "Q414" for doubt in verdict.findings) is doubted


def test_very_little_on_the_due_day_is_asked_about(norms: Norms) -> None:
    """Next to nothing of what is due may be the number of a part or of something else."""
    verdict = judged(norms, "安装水表3000只。", "8月底前安装2000只。", "安装水表160只。")
    assert verdict.status is Status.BEHIND
    assert any(doubt.rule == "Q414" for doubt in verdict.findings)


@pytest.mark.parametrize(
    ("plan", "progress", "question"),
    [
        # what is left to do, not what is under way against what is built
        ("建成6个。", "建成4个，在建3个。", "余下2个能否按期完成"),
        # the plan that the unit says was put off
        ("8月底前栽植3万株。", "栽植0.9万株，剩余任务调整到10—11月栽。", "是否已经批准调整"),
        # a number of one month says nothing of all of them
        ("抽检850批次。", "8月抽检131批次。", "请补报累计完成数"),
    ],
)
def test_a_question_asks_for_the_gap(plan: str, progress: str, question: str, norms: Norms) -> None:
    """A unit is asked for what is left, changed or untold; what bears the verdict out is not held against it."""
    asked = judged(norms, "建成公园12个，栽植5.5万株，抽检1650批次。", plan, progress, AUGUST).question
    assert question in asked
    assert "判为未达到" not in asked


def test_what_is_due_on_the_day_is_asked_for_as_it_stands(norms: Norms) -> None:
    """Nobody is asked on the due day whether it will be reached in time."""
    due = judged(norms, "体检8.5万人。", "8月底前体检6万人。", "体检59486人。", AUGUST).question
    assert due.removesuffix("，请核实").endswith("余下514人是否已完成")


def test_what_is_told_beside_is_not_held_against_what_is_met(norms: Norms) -> None:
    """Works told beside a plan that is met are asked about by themselves."""
    asked = judged(norms, "新建展馆。", "土建完工。", "土建完工。展陈设计预计11月定稿。", AUGUST).question
    assert asked == "报“展陈设计预计11月定稿”，是否属于本期计划要求"


def test_enough_is_not_asked_whether_it_is_enough(norms: Norms) -> None:
    """Where a number told reaches the one asked for, the doubt is whether all of it is what was asked for."""
    told = "“村BA”、气排球、陀螺、射弩等已办13场。"
    asked = judged(norms, "举办县级以上体育赛事12场。", "赛事6场。", told, AUGUST).question
    assert asked.endswith("报“‘村BA’、气排球、陀螺、射弩等已办13场”，是否均符合要求，请核实")


def test_one_thing_is_asked_about_once(norms: Norms) -> None:
    """Two doubts about one thing asked for make one question."""
    told = "18座建成开放。有两座门外引导灯没接电。"
    verdict = judged(norms, "新建改建公厕18座。", "全部建成开放。", told, AUGUST)
    assert {"Q414", "Q416"} <= {finding.rule for finding in verdict.findings}
    assert verdict.question.count("全部建成开放") == 1
