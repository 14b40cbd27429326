"""Doubts weigh a number against the one that is enough, in its own unit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.records import Cell, Check, Item, Period, Verdict

SEPTEMBER = Period(date(2025, 9, 30), date(2025, 7, 1), date(2025, 9, 30))


def judged(norms: Norms, target: str, plan: str, progress: str) -> Verdict:
    cells = {"target": Cell(text=target), "plan": Cell(text=plan), "progress": Cell(text=progress)}
    return judge(Item(1, **cells), SEPTEMBER, norms)


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


def test_a_number_of_one_month_is_not_near_a_share(norms: Norms) -> None:
    """60 of 2800 lack nearly all of the half that is asked, though 60 is more than 50."""
    verdict = judged(norms, "抽检2800批次。", "完成年度任务的50%。", "9月份抽检60批次。")
    doubts = [doubt for doubt in verdict.findings if doubt.rule == "Q414"]
    assert doubts
    assert "差额很小" not in doubts[0].text + doubts[0].question


def test_a_share_that_is_nearly_there_is_near(norms: Norms) -> None:
    """1340 of the 1400 that a share comes to lack little."""
    verdict = judged(norms, "抽检2800批次。", "完成年度任务的50%。", "抽检1340批次。")
    assert any(doubt.rule == "Q414" and "差额很小" in doubt.text for doubt in verdict.findings)
