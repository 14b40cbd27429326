"""How findings quote the table: verbatim, balanced, with the numbers, within a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.records import Address, Cell, Item, Period, Status, Verdict
from reportgen.rules.wording import shortened
from reportgen.text import balanced, fold, fold_for_print

AUGUST = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


def judged(norms: Norms, target: str, plan: str, progress: str) -> Verdict:
    return judge(Item(1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text=progress)), AUGUST, norms)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("新增泊位738个(青岚312个", "新增泊位738个"),
        ("预约挂号)接口联调中", "接口联调中"),
        ("已筹集1536套(间)", "已筹集1536套(间)"),
        ("大塘、罗家冲、青石沟、月亮湾、桐子坪5座水库大坝加固完成", "大塘…桐子坪5座水库大坝加固完成"),
        ("开展“一人一技”培训", "开展‘一人一技’培训"),
        ('开展"一人一技"培训', "开展‘一人一技’培训"),
        ("优化725路、1路、夜5路、机场快线、环城大站线共5条线路", "优化725路…环城大站线共5条线路"),
        ("1-10月区内PM2.5均值25.8微克/立方米", "…区内PM2.5均值25.8微克/立方米"),
        ("全区各镇街推进充电设施建设并于1-10月陆续全部投入使用运营", "全区各镇街推进充电设施建设并于…"),
        ("城东学校、龙渡小学扩建(810个)、第二实验学校(620个)开学了2所", "…第二实验学校(620个)开学了2所"),
        ("城东第一实验学校的扩建(810个)、东山学校9月1日开学", "…东山学校9月1日开学"),
        ("建成投用的社区嵌入式养老服务综合体项目累计达到12个", "…嵌入式养老服务综合体项目累计达到12个"),
    ],
)
def test_quotes_are_cut_where_they_may_be(text: str, quote: str) -> None:
    """A quotation closes its brackets; a long one keeps its number, and of a list the first and the last member."""
    assert shortened(text, 20) == quote


def test_signs_are_quoted_as_typed(norms: Norms) -> None:
    """A sign that is read as other letters (Ⅳ, ㎡) stands in the reason as it was typed."""
    verdict = judged(norms, "4条河涌水质达到Ⅳ类。", "4条河涌均值均达Ⅳ类。", "维修６.72万㎡道路。")
    assert "均达Ⅳ类" in verdict.question
    assert fold_for_print("维修６.72万㎡，水质 Ⅳ类") == "维修6.72万㎡,水质Ⅳ类"


@pytest.mark.parametrize("text", ["甲(乙", "甲)乙", "(甲", ")", "(", "甲（乙）丙", "“甲”乙”"])
def test_balancing_twice_is_balancing_once(text: str) -> None:
    """What is balanced stays as it is."""
    assert balanced(balanced(text)) == balanced(text)


def test_a_counted_list_is_quoted_from_its_first_member(norms: Norms) -> None:
    """The end of a list (丙三家…) is not quoted without the members that it counts."""
    verdict = judged(norms, "新增普惠托育机构3家。", "", "小芽儿、启元、贝乐三家托育机构已全部建成开业。")
    assert "“小芽儿、启元、贝乐三家托育机构已全部建成开业”" in verdict.reason


@pytest.mark.parametrize(
    ("target", "plan", "progress", "problem", "quote"),
    [
        # what denies the claim is in another cell, and comes first
        (
            "煤改电3200户。",
            "8月底前全部改造完成并投入使用。",
            "3200户全部改造完成。",
            "设备暂不能启用",
            "“设备暂不能启用”",
        ),
        # a stretch of time with the clause that it is reckoned from
        ("改造市场1家。", "完成改造。", "9月1日起闭市改造，工期60天。", "", "“9月1日起闭市改造,工期60天”"),
        # the number that is held against the one asked for, though another clause names the things
        (
            "建设冷藏保鲜库12座。",
            "12座全部开工。",
            "备案主体12家,已开工9座,其中库体安装4座。其余3座预计9月20日前动工。",
            "",
            "报“已开工9座”",
        ),
        # the number itself before the others
        ("布设终端60台。", "60台全部安装。", "60台到货，31台已安装(开通使用24台)，其余11台选址。", "", "报“31台已安装"),
    ],
)
def test_the_words_that_decide_are_quoted(
    target: str, plan: str, progress: str, problem: str, quote: str, norms: Norms
) -> None:
    """A reason quotes the denial, the day or the number that decides, whatever else the report says."""
    cells = (Cell(Address(row=2, column=at), text) for at, text in enumerate((target, plan, progress, problem), 1))
    asked, planned, told, problems = cells
    item = Item(1, target=asked, plan=planned, progress=told, problem=problems)
    assert quote in judge(item, AUGUST, norms).reason


def test_a_question_does_not_hold_a_claim_against_itself(norms: Norms) -> None:
    """What a claim of completion is held against are other words than its own."""
    told = "220户任务已全部完成,其中验收158户、施工37户、待入户25户。"
    verdict = judged(norms, "适老化改造220户。", "累计完成200户。", told)
    assert "自报“220户任务已全部完成”，但年度目标“适老化改造220户”，报“" in verdict.question
    assert verdict.question.count("220户任务已全部完成") == 1
    assert "158户" in verdict.question


def test_a_second_question_quotes_more_than_the_first(norms: Norms) -> None:
    """Of two questions about the same words only the first is asked."""
    told = Cell(text="35个村卫生室房屋改造全部完工，21个已配齐健康一体机，其余14个设备正在采购。")
    asked = Cell(text="完成35个村卫生室标准化建设（房屋改造和基本设备配备）。")
    verdict = judge(Item(1, target=asked, progress=told, rate=Cell(text="100%")), Period(date(2025, 10, 31)), norms)
    assert sum(bool(finding.question) for finding in verdict.findings) == 2
    assert verdict.question.count("报“21个已配齐") == 1


def test_what_hinders_is_told_once(norms: Norms) -> None:
    """All clauses that tell what hinders, the problem column's too, make one finding, which quotes the first."""
    item = Item(1, target=Cell(text="打通断头路。"), plan=Cell(text="路基完工。"), problem=Cell(text="征迁受阻"))
    told = replace(item, progress=Cell(text="征迁尚有2户未签约，施工单位无法进场。"))
    found = [finding for finding in judge(told, AUGUST, norms).findings if finding.rule == "B308"]
    assert [finding.text for finding in found] == ["自报“征迁尚有2户未签约”，本期计划尚未达到"]
    assert len(found[0].spans) == 3


def test_a_number_too_small_is_no_claim(norms: Norms) -> None:
    """A number below the target at the year's end is told once; it is not asked about as a claim of completion."""
    item = Item(1, target=Cell(text="改造公路20公里。"), progress=Cell(text="已完成19公里。"))
    assert not judge(item, Period(date(2025, 12, 31)), norms).question


@pytest.mark.parametrize("held", ["含食堂，宿舍楼", "含食堂1座、宿舍楼2栋", "甲处，乙处"])
def test_nothing_is_cut_at_a_mark_in_brackets(held: str, norms: Norms) -> None:
    """What stands in brackets is one thing with the words about it, in what is asked and in the quotation of it."""
    plan = f"完成幼儿园（{held}）主体封顶。"
    verdict = judged(norms, "新建幼儿园。", plan, "正在进行设计招标。")
    asked = [check.requirement for check in verdict.checks]
    assert [one.span.text for one in asked if one.source == "plan"] == [plan[:-1]]
    assert f"“{fold(plan[:-1])}”" in verdict.reason


def test_a_part_is_quoted_with_its_whole(norms: Norms) -> None:
    """A part (其中204个…) is not quoted without the clause that tells what it is a part of."""
    verdict = judged(norms, "建成充电桩300个并通电运营。", "", "已建成充电桩260个,其中204个通电运营。")
    assert "其中204个" not in verdict.reason.replace("260个,其中204个", "")


def test_answers_from_several_places_are_quoted_one_by_one(norms: Norms) -> None:
    """Words from two places of a cell never stand in one pair of quotation marks."""
    verdict = judged(norms, "建成零工市场2个。", "", "甲山市场3月份建成投运。近日天气多变。乙水市场5月18日建成揭牌。")
    assert verdict.status is Status.DONE
    assert "“甲山市场3月份建成投运”“乙水市场5月18日建成揭牌”" in verdict.reason


@pytest.mark.parametrize(("count", "quotes"), [(3, 2), (4, 1)])
def test_all_places_are_quoted_that_a_step_is_met_by(count: int, quotes: int, norms: Norms) -> None:
    """Where a sentence names as many places as are asked for, the words about each of them are quoted."""
    told = "甲林驿已投入使用,乙泉驿、丙山驿进入内部装修"
    reason = judged(norms, f"新建驿站{count}家。", "完成项目基建工作。", told).reason
    assert reason.count("驿已投入使用") == 1
    assert reason.partition("报")[2].count("“") == quotes


def test_a_step_that_is_only_named_is_no_promise(norms: Norms) -> None:
    """A report that does no more than name the step asked for is not said to reach it."""
    assert judged(norms, "推进公园提质。", "完成施工图设计。", "施工图设计。").reason.endswith("未报是否完成，尚未到期")
    assert judged(norms, "推进公园提质。", "完成施工图设计。", "正在进行施工图设计。").reason.endswith("到期可达到")


def test_the_number_of_the_year_is_told_where_no_plan_measures(norms: Norms) -> None:
    """An item that goes on by a plan without measure tells its number beside the year's, not the last of its words."""
    verdict = judged(
        norms, "接种疫苗3.5万人次。", "做好疫苗接种工作。", "接种疫苗16887剂次,完成任务48.25%,居全市前列。"
    )
    assert verdict.reason == "年度目标“接种疫苗3.5万人次”，报“接种疫苗16887剂次”，正在推进"


def test_works_that_have_begun_are_quoted(norms: Norms) -> None:
    """Where the year asks for a beginning only, the words are quoted that tell of it."""
    verdict = judged(norms, "开工建设体育馆。", "土方开挖，基础施工。", "地下室土方开挖完成，底板浇捣完成。")
    assert verdict.status is Status.DONE
    assert "报“地下室土方开挖完成”" in verdict.reason


def test_a_share_is_told_with_the_number_it_is_of(norms: Norms) -> None:
    """Where a share is asked and a number reported, the reason names the number of the target."""
    verdict = judged(norms, "适配辅具580件。", "适配完成率≥85%。", "适配辅具465件。")
    assert "（目标580件），报“适配辅具465件”" in verdict.reason


def test_all_of_a_number_is_told_with_the_number(norms: Norms) -> None:
    """Where a plan asks for all in words and some is missing, the reason names the number of the target."""
    verdict = judged(norms, "家庭无障碍改造120户。", "8月底全部完成。", "无障碍改造88户。")
    assert verdict.status is Status.BEHIND
    assert "计划“8月底全部完成”（目标120户），报“无障碍改造88户”" in verdict.reason


def test_a_changed_number_is_told_beside_the_old_one(norms: Norms) -> None:
    """What meets a number that was changed is not said to meet the old one."""
    progress = "按7月29日政府常务会议意见,年度任务由100台调整为80台。目前竣工82台。"
    verdict = judged(norms, "既有住宅增设电梯100台。", "累计竣工70台。", progress)
    assert verdict.status is Status.DONE
    assert "增设电梯100台”（调整为80台），报“目前竣工82台”" in verdict.reason


def test_too_much_is_not_called_too_little(norms: Norms) -> None:
    """What lies above a ceiling is said to do so."""
    verdict = judged(norms, "PM2.5平均浓度不高于32微克/立方米。", "", "PM2.5平均浓度34微克/立方米。")
    assert verdict.status is not Status.BEHIND or "超过控制目标" in verdict.reason
    assert "低于" not in verdict.reason


def test_a_number_that_is_reported_is_not_asked_for(norms: Norms) -> None:
    """Where a number is told that may not be the one asked for, the question is whether it is all."""
    progress = "庭院管网全部完工,挂表2000户,点火通气962户,剩余户数按小区分批点火"
    verdict = judged(norms, "天然气入户2000户。", "9月底通气2000户。", progress)
    assert "请写明完成数量" not in verdict.question


def test_a_problem_is_no_sign_of_work(norms: Norms) -> None:
    """An item is not called under way by what its column of problems tells, where its progress tells of work."""
    item = Item(
        1,
        target=Cell(Address("表.txt", "", 3, 1), "为初一年级女生免费接种疫苗,首剂接种率90%以上。"),
        plan=Cell(Address("表.txt", "", 3, 2), "启动新学期初一女生首剂接种。"),
        progress=Cell(Address("表.txt", "", 3, 3), "9月9日起以学校为单位组织接种,已接种首剂1874人。"),
        problem=Cell(Address("表.txt", "", 3, 4), "部分家长仍在观望"),
    )
    assert "观望" not in judge(item, AUGUST, norms).reason


def test_things_asked_together_share_their_answer(norms: Norms) -> None:
    """What one clause answers is told once."""
    verdict = judged(norms, "新建食堂8家、助餐点15个。", "建成食堂4家、助餐点6个。", "7家食堂、12个助餐点均已建成。")
    assert verdict.reason.count("12个助餐点均已建成") == 1


def test_a_day_is_not_told_twice(norms: Norms) -> None:
    """Where the plan's own words name the day, the sentence does not name it again."""
    verdict = judged(norms, "新建小学1所。", "6月底通过竣工验收。", "力争10月底前竣工验收。")
    assert verdict.reason.startswith("计划“6月底通过竣工验收”")


@pytest.mark.parametrize(
    ("plan", "progress"),
    [
        ("项目开工。", "力争10月份开工。"),
        ("培训2500人次。", "培训320人次。"),
        ("开工建设，桩基完成20%。", "完成施工招标公告发布。"),
    ],
)
def test_one_ground_is_called_by_one_name(norms: Norms, plan: str, progress: str) -> None:
    """The name of the rule, which section 三 prints, and the reason, which annex 1 prints, end in the same words."""
    verdict = judged(norms, "建设消防站，培训5000人次。", plan, progress)
    deciding = verdict.deciding[0]
    assert deciding.title.endswith(deciding.text.rpartition("，")[2])


def test_the_words_of_an_item_behind_are_concluded(norms: Norms) -> None:
    """A reason that only quotes a laggard says what is not reached."""
    verdict = judged(norms, "安装路灯1800盏。", "完成采购，安装600盏。", "4月11日开标，作废标处理。")
    assert verdict.reason == "自报“作废标处理”，本期计划尚未达到"
