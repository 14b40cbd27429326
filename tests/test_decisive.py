"""The decisive fact of an item: the unit's own clause beside the number asked for."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.briefing.clauses import clause_around, without
from reportgen.briefing.decisive import decisive
from reportgen.judge import judge
from reportgen.records import Address, Cell, Item, Period
from tests import making
from tests.test_briefing_cases import NORMS, WORDS

LIMIT = WORDS.limits.fact


def told(notation: str) -> str:
    table, verdicts = making.month("# 1 大项\n" + notation)
    return decisive(verdicts[0], WORDS, table.period.as_of)


def fact(target: str, plan: str, progress: str) -> str:
    """Judge an item by the norms, and tell its fact."""
    cells = (Cell(Address(row=1, column=at), text) for at, text in enumerate((target, plan, progress), 1))
    asked, planned, reported = cells
    period = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))
    verdict = judge(Item(1, target=asked, plan=planned, progress=reported), period, NORMS)
    return decisive(verdict, WORDS, period.as_of)


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("1.联动社区。 2.组织8场活动,覆盖1000人", "8场", "组织8场活动"),
        ("已服务1,200人，其中新增30人", "1,200人", "已服务1,200人"),
        ("项目完成。", "完成", "项目完成"),
        ("甲完成；乙完成", "乙完成", "乙完成"),
        ("除电梯在等特检外，其余都做完了，好", "除电梯", "除电梯在等特检外，其余都做完了"),
        ("铺了室外，装了灯", "铺了室外", "铺了室外"),
    ],
)
def test_words_widen_to_their_clause(text: str, words: str, clause: str) -> None:
    """A clause runs from mark to mark, without its ordinal; a comma in a number is no mark, nor one behind 除…外."""
    start = text.index(words)
    assert clause_around(text, start, start + len(words)) == clause


def test_done_tells_the_number_and_the_target() -> None:
    """A done item tells what was reached and the annual target, each clause once."""
    notation = (
        "done | 新增托位200个,培训400名。 | 新增托位100个。 | 已新增托位210个,已培训550人。 | 区甲局 | | 超过目标\n"
        "  met: 新增托位100个 210个 210/100\n  met: 新增托位200个 210个 210/200\n  met: 培训400名 550人 550/400"
    )
    assert told(notation) == "已新增托位210个（目标200个），已培训550人（目标400名）"


def test_on_track_tells_plan_and_target_beside_one_clause() -> None:
    """An item on track tells of the plan, and of the target where the same clause answers it."""
    notation = (
        "on_track | 改造10处。 | 改造6处。 | 已改造7处(含2处收尾)。 | 区甲局 | | 达到计划\n"
        "  met: 改造6处 7处 7/6\n  met: 改造10处 7处 7/10"
    )
    assert told(notation) == "已改造7处（含2处收尾；计划6处，目标10处）"


def test_one_number_is_not_told_twice() -> None:
    """A plan that asks for all of the target is told once, as the target."""
    notation = "on_track | 改造10处。 | 全部改造10处。 | 已改造7处。 | 区甲局 | | 可达到\n"
    assert told(notation + "  met: 全部改造10处 7处 7/10\n  met: 改造10处 7处 7/10") == "已改造7处（目标10处）"


@pytest.mark.parametrize(
    ("target", "progress", "asked"),
    [
        ("新增换电柜80组。", "建成换电柜83组。", "目标80组"),
        ("浇筑箱梁6联,主线贯通。", "浇筑箱梁5联。", "目标6联"),
        ("PM2.5年均≤27。", "PM2.5年均24.6。", "目标“PM2.5年均≤27”"),
    ],
)
def test_a_number_keeps_its_unit(target: str, progress: str, asked: str) -> None:
    """A number is told with its measure word, known or not; one that has none with all of its clause."""
    assert f"（{asked}）" in fact(target, "", progress)


@pytest.mark.parametrize(
    ("plan", "progress", "told"),
    [
        (
            "演出2场；赛事26场。",
            "举办演出3场。举办赛事22场。",
            "举办演出3场（计划2场，目标20场），举办赛事22场（计划26场，目标30场）",
        ),
        ("赛事26场。", "赛事22场。", "赛事22场（计划26场，目标30场）"),
    ],
)
def test_what_an_item_is_named_by_is_told_first(plan: str, progress: str, told: str) -> None:
    """The fact begins with the first thing asked for, by which the item is named, and the one that decides follows."""
    assert fact("举办演出20场；举办赛事30场。", plan, progress) == told


def test_of_works_that_had_to_begin_the_stage_is_told() -> None:
    """An item done since its works have begun tells how far they are; one done in all needs no such words."""
    assert fact("开工建设体育馆。", "土方开挖。", "地下室底板浇捣完成。") == "地下室底板浇捣完成"
    assert fact("建成体育馆。", "竣工验收。", "体育馆已竣工验收并投入使用。") == ""


def test_what_is_to_be_verified_is_quoted() -> None:
    """Of an item to be verified the fact stands in quotation marks, as the unit's own words."""
    asked = (
        "on_track | 抽检2800批次。 | 抽检700批次。 | 八月抽检220批次。 | 区甲局 | | 依据不足\n  met: {} 220批次 220/700"
    )
    row = asked.format("抽检700批次")
    assert told(row) == "八月抽检220批次（计划700批次）"
    assert told(f"{row}\n  question: 能否按期达到？") == "报“八月抽检220批次”（计划700批次）"


def test_long_lists_are_left_out() -> None:
    """Facts beyond the limit are left out whole, never cut."""
    progress = "，".join(f"第{name}类设施建设任务累计完成{at}0处" for at, name in enumerate("甲乙丙丁戊己庚", 1))
    checks = "".join(f"  met: 第{name}类1处 {at}0处 {at}0/1\n" for at, name in enumerate("甲乙丙丁戊己庚", 1))
    target = "，".join(f"第{name}类1处" for name in "甲乙丙丁戊己庚")
    fact = told(f"done | {target} | | {progress} | 区甲局 | | 完成\n{checks}")
    assert len(fact) <= LIMIT + 5
    assert fact.count("（目标1处）") == fact.count("，") + 1


def test_without_checks_the_reason_is_told() -> None:
    """Where no check answers, the verdict's reason is told; where there is none either, the report."""
    assert told("on_track | 甲 | | 已开工。 | 区甲局 | | 自述已开工") == "自述已开工"
    assert told("on_track | 甲 | | 已开工。 | 区甲局 | | ") == "已开工"


def test_words_do_not_say_again_that_an_item_is_done() -> None:
    """Of a done item without numbers nothing is told: it stands under the heading that says so."""
    assert told("done | 甲 | | 已完成。 | 区甲局 | | 自述已完成\n  met: 甲 已完成") == ""


def test_told_clauses_are_left_out_of_the_standing() -> None:
    """What is told as cause or promise is not told again; but something always is."""
    text = "因方案调整,目前审核预算,力争10月开工。"
    spans = [making.span(Cell(text=text), words) for words in ("因方案调整", "力争10月开工")]
    assert without(text, spans, []) == "目前审核预算,"
    alone = [making.span(Cell(text="力争10月开工"), "力争10月开工")]
    assert without("力争10月开工", alone, alone) == "力争10月开工"


def test_the_standing_is_that_of_the_place_which_is_late() -> None:
    """Of a report on several places the sentence is told in which the late one's promise stands; a gap shows as ……."""
    text = "甲学校主体已封顶，正在砌墙。乙学校正在主体施工，预计11月竣工。"
    promise = [making.span(Cell(text=text), "预计11月竣工")]
    assert without(text, promise, promise) == "乙学校正在主体施工，"
    named = "甲学校已封顶。乙学校因雨停工，预计11月竣工，届时启用。"
    told = [making.span(Cell(text=named), words) for words in ("因雨停工", "预计11月竣工")]
    assert without(named, told, told) == "乙学校因雨停工……届时启用。"
    alone = "甲学校已封顶。乙学校预计11月竣工。"
    promise = [making.span(Cell(text=alone), "乙学校预计11月竣工")]
    assert without(alone, promise, promise) == "乙学校预计11月竣工。"


def test_places_that_were_counted_are_not_set_beside_a_number() -> None:
    """Where no answer gives the number itself, no answer is put beside it (做路基200米 of 4条)."""
    roads = "甲路、乙路6月18日通车。丙路做路基200米。"
    asked = "  met: 打通4条断头路 甲路、乙路6月18日通车 2/4"
    fact = told(f"on_track | 打通4条断头路。 | | {roads} | 区甲局 | | 按计划推进\n{asked}")
    assert "目标" not in fact
    assert "200米" not in fact or "通车" in fact


def test_numbers_of_another_thing_are_not_told() -> None:
    """A number whose clause names nothing of what was asked is not put beside it."""
    notation = (
        "on_track | 帮扶群众200人。 | | 城镇新增就业350人。 | 区甲局 | | 按计划推进\n  met: 帮扶群众200人 350人 350/200"
    )
    assert "目标" not in told(notation)


def test_words_as_of_a_later_day_are_quoted() -> None:
    """What a report tells as of a day after the table's stands in quotation marks, as the unit's own words."""
    row = "on_track | 接种3万人。 | | 截至9月7日接种1万人。 | 区甲局 | | 按序时\n  met: 接种3万人 1万人 10000/30000"
    assert told(row) == "报“截至9月7日接种1万人”（目标3万人）"
    assert told(row.replace("9月7日", "8月31日")) == "截至8月31日接种1万人（目标3万人）"


def test_a_number_that_is_not_told_is_not_told_of() -> None:
    """Nothing counted yet is no number of the report, so that no target stands beside it."""
    row = "on_track | 建成中心3个。 | | 中心选址已定。 | 区甲局 | | 中心选址已定\n  met: 建成中心3个 中心选址已定 0/3"
    assert told(row) == "中心选址已定"


def test_a_part_is_told_with_the_whole() -> None:
    """A number that the report gives as a part (其中) stands behind the clause that it is a part of."""
    row = (
        "on_track | 快充桩60根。 | | 建成充电桩326根,其中快充桩48根。 | 区甲局 | | 按序时\n  met: 快充桩60根 48根 48/60"
    )
    assert told(row) == "建成充电桩326根，其中快充桩48根（目标60根）"


def test_the_number_asked_for_stands_beside_the_one_that_is_held_against_it() -> None:
    """Parts behind a colon are left out, so that what was asked does not follow the number of a part."""
    report = "全县转移就业94217人：省外23865人，县内自谋职业。"
    asked = "  met: 转移就业9.6万人 全县转移就业94217人：省外23865人 94217/96000"
    fact = told(f"on_track | 农村劳动力转移就业9.6万人。 | | {report} | 区甲局 | | 按计划推进\n{asked}")
    assert fact == "全县转移就业94217人（目标9.6万人）"


@pytest.mark.parametrize(
    ("target", "plan", "progress", "told"),
    [
        # the number that was held against the one asked for, not another of its unit
        (
            "新增普惠托位300个。",
            "普惠托位累计达到300个。",
            "今年新增备案托位336个，涉及9家机构，其中签订普惠协议的264个；另外3家72个托位收费高于限价。",
            "264个（目标300个）",
        ),
        # a target by the words that answer the part of it that is planned
        (
            "新增公共停车泊位1500个。",
            "累计新增1000个。",
            "累计新增1083个。立体停车楼（420个）设备装好了，等检测，没有算在里面。",
            "累计新增1083个（计划1000个，目标1500个）",
        ),
        # what is said of all members of a list, with all of them
        (
            "建成服务站30个、零工驿站6个。",
            "全部建成挂牌。",
            "30个服务站、6个零工驿站都已建成挂牌并对外服务。",
            "30个服务站、6个零工驿站都已建成挂牌并对外服务（目标30个、6个）",
        ),
        # what is done, by its number in other words
        (
            "建设应急提水工程5处。",
            "4月底前投用。",
            "5处全部建成，3月21日起通水。",
            "5处全部建成，3月21日起通水（目标5处）",
        ),
        # a target that was changed is told with its change
        (
            "餐饮场所瓶装液化气改管道气或改电900家。",
            "累计完成780家。",
            "年初摸底900家，其间关停歇业38家，经同意任务数核减为862家。8月27日前862家全部改造完毕，其中改电207家。",
            "8月27日前862家全部改造完毕（目标调整为862家）",
        ),
        # a number that makes done what counts nothing
        ("食堂“明厨亮灶”全覆盖。", "接入率100%。", "106家食堂全部接入市级平台。", "106家食堂全部接入市级平台"),
    ],
)
def test_the_clause_that_counts_is_told(target: str, plan: str, progress: str, told: str) -> None:
    """An item is told by the clause that its number stands in, whole and beside what was asked for."""
    assert fact(target, plan, progress).endswith(told)
