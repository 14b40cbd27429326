"""Reports that several columns tell: a figure with its measure, and words beside it."""

from __future__ import annotations

import pytest

from tests.ingest.tables import read, ruled

HEAD = "项目名称 | 年度目标 | 计量单位 | 任务数 | 8月末完成数 | 工作进展"


@pytest.mark.parametrize(
    ("measure", "figure", "words", "progress"),
    [
        ("人次", "4,862", "累计服务4862人次，签约4家", "累计服务4862人次，签约4家"),
        ("人次", "276", "培训276人", "培训276人"),
        ("", "12", "建成12家", "建成12家"),
        ("家", "12", "12月建成5家", "12家；12月建成5家"),
        ("家", "12", "覆盖12所学校", "12家；覆盖12所学校"),
        ("公里", "1", "完成1.5公里", "1公里；完成1.5公里"),
        ("万平方米", "52", "一级管网敷设11.2公里", "52万平方米；一级管网敷设11.2公里"),
    ],
)
def test_a_figure_that_the_words_hold_is_not_said_twice(measure: str, figure: str, words: str, progress: str) -> None:
    """The words alone tell it where they hold the same number of the same thing; the figure is kept aside."""
    item = read(ruled(f"{HEAD}\n公园 | 建成目标。 | {measure} | 6000 | {figure} | {words}")).items[0]
    assert item.progress.text == progress
    assert figure in {cell.text for _, cell in item.extra}


@pytest.mark.parametrize(("plan", "measured"), [("3300", "3300人次"), ("≤35", "≤35人次"), ("全部建成。", "全部建成。")])
def test_a_plan_that_ends_in_a_figure_has_its_measure(plan: str, measured: str) -> None:
    """A bare figure in the column of plans is told in the measure of the row, as target and report are."""
    head = "项目名称 | 年度目标 | 计量单位 | 任务数 | 三季度目标 | 8月末完成数"
    item = read(ruled(f"{head}\n公园 | 接待群众 | 人次 | 6000 | {plan} | 3578")).items[0]
    assert (item.target.text, item.plan.text, item.progress.text) == ("接待群众6000人次", measured, "3578人次")


def test_what_is_no_figure_gets_no_measure() -> None:
    """应发尽发 in the column of amounts counts nothing."""
    row = "公园 | 补贴发放 | 人 | 应发尽发 | 187"
    item = read(ruled(f"项目名称 | 年度目标 | 计量单位 | 任务数 | 8月末完成数\n{row}")).items[0]
    assert item.target.text == "补贴发放应发尽发"


@pytest.mark.parametrize(("target", "asked"), [("办班8个班次", "办班8个班次"), ("办班8场", "办班8场，8班次")])
def test_an_amount_that_the_target_tells_is_not_said_twice(target: str, asked: str) -> None:
    """8个班次 tells 8班次; 8场 tells another thing, so that the 目标数 is a second target."""
    head = "项目名称 | 主要内容 | 计量单位 | 目标数 | 8月末完成情况"
    item = read(ruled(f"{head}\n暑托 | {target} | 班次 | 8 | 已开班6个班次")).items[0]
    assert item.target.text == asked


@pytest.mark.parametrize(
    ("told", "rates"),
    [
        (["0.72", "1", "0.5", "", "0"], ["72%", "100%", "50%", "", "0%"]),
        (["0.725", "1.00"], ["72.5%", "100%"]),
        (["0.72", "1", "95"], ["0.72", "1%", "95%"]),
        (["0", "1"], ["0", "1%"]),
        (["0.72", "1%"], ["0.72", "1%"]),
    ],
)
@pytest.mark.parametrize("header", ["完成率(%)", "完成率"])
def test_in_a_column_of_fractions_one_is_all(header: str, told: list[str], rates: list[str]) -> None:
    """Under 完成率 fractions of 1 are read as percent where nothing is above 1 and not all is 0 or 1."""
    head = f"项目名称 | 年度目标 | 8月份进展 | {header}"
    rows = (f"公园{at} | 建{at}0个。 | 已开工。 | {rate}" for at, rate in enumerate(told, 1))
    assert [item.rate.text for item in read(ruled("\n".join([head, *rows]))).items] == rates
