"""How findings quote the table: verbatim, balanced, with the numbers, within a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Period, Status, Verdict
from reportgen.rules.wording import shortened
from reportgen.text import balanced

AUGUST = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


def judged(norms: Norms, target: str, plan: str, progress: str) -> Verdict:
    return judge(Item(1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text=progress)), AUGUST, norms)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("新增泊位738个(青岚312个", "新增泊位738个"),
        ("预约挂号)接口联调中", "接口联调中"),
        ("已筹集1536套(间)", "已筹集1536套(间)"),
        ("开展“一人一技”培训", "开展‘一人一技’培训"),
        ('开展"一人一技"培训', "开展‘一人一技’培训"),
        ("优化725路、1路、夜5路、机场快线、环城大站线共5条线路", "优化725路…环城大站线共5条线路"),
        ("1-10月区内PM2.5均值25.8微克/立方米", "…区内PM2.5均值25.8微克/立方米"),
        ("全区各镇街推进充电设施建设并于1-10月陆续全部投入使用运营", "全区各镇街推进充电设施建设并于…"),
        ("建成投用的社区嵌入式养老服务综合体项目累计达到12个", "…嵌入式养老服务综合体项目累计达到12个"),
    ],
)
def test_quotes_are_cut_where_they_may_be(text: str, quote: str) -> None:
    """A quotation closes its brackets; a long one keeps its number, and of a list the first and the last member."""
    assert shortened(text, 20) == quote


@pytest.mark.parametrize("text", ["甲(乙", "甲)乙", "(甲", ")", "(", "甲（乙）丙", "“甲”乙”"])
def test_balancing_twice_is_balancing_once(text: str) -> None:
    """What is balanced stays as it is."""
    assert balanced(balanced(text)) == balanced(text)


def test_a_counted_list_is_quoted_from_its_first_member(norms: Norms) -> None:
    """The end of a list (丙三家…) is not quoted without the members that it counts."""
    verdict = judged(norms, "新增普惠托育机构3家。", "", "小芽儿、启元、贝乐三家托育机构已全部建成开业。")
    assert "“小芽儿、启元、贝乐三家托育机构已全部建成开业”" in verdict.reason


def test_a_part_is_quoted_with_its_whole(norms: Norms) -> None:
    """A part (其中204个…) is not quoted without the clause that tells what it is a part of."""
    verdict = judged(norms, "建成充电桩300个并通电运营。", "", "已建成充电桩260个,其中204个通电运营。")
    assert "其中204个" not in verdict.reason.replace("260个,其中204个", "")


def test_answers_from_several_places_are_quoted_one_by_one(norms: Norms) -> None:
    """Words from two places of a cell never stand in one pair of quotation marks."""
    verdict = judged(norms, "建成零工市场2个。", "", "甲山市场3月份建成投运。近日天气多变。乙水市场5月18日建成揭牌。")
    assert verdict.status is Status.DONE
    assert "“甲山市场3月份建成投运”“乙水市场5月18日建成揭牌”" in verdict.reason


def test_a_share_is_told_with_the_number_it_is_of(norms: Norms) -> None:
    """Where a share is asked and a number reported, the reason names the number of the target."""
    verdict = judged(norms, "适配辅具580件。", "适配完成率≥85%。", "适配辅具465件。")
    assert "“适配辅具465件”（目标580件）" in verdict.reason


def test_things_asked_together_share_their_answer(norms: Norms) -> None:
    """What one clause answers is told once."""
    verdict = judged(norms, "新建食堂8家、助餐点15个。", "建成食堂4家、助餐点6个。", "7家食堂、12个助餐点均已建成。")
    assert verdict.reason.count("12个助餐点均已建成") == 1


def test_a_day_is_not_told_twice(norms: Norms) -> None:
    """Where the plan's own words name the day, the sentence does not name it again."""
    verdict = judged(norms, "新建小学1所。", "6月底通过竣工验收。", "力争10月底前竣工验收。")
    assert verdict.reason.startswith("计划“6月底通过竣工验收”")
