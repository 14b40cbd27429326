"""What the words of a report come to beside one another: sums, halts, brackets, rests and stretches of days."""

from __future__ import annotations

import pytest

from reportgen.norms import Norms
from tests.facts.readings import reading

PLANS = [
    # numbers of one thing, told one a sentence of where they come from, add up
    ("新增泊位2000个。", "8月底前新增1500个。", "路边施划泊位913个；利用空地建停车场，提供泊位648个。", "met"),
    ("新增托位180个。", "8月底前新增150个。", "甲园100个托位8月10日开托；乙园增设托班，80个托位，已招生。", "met"),
    # and not where one sentence is still to come, counts some of the other's, or another step
    ("新增泊位2000个。", "8月底前新增1500个。", "路边施划泊位913个；停车楼装修完成，提供泊位648个。", "missed"),
    ("新增泊位2000个。", "8月底前新增1500个。", "已建成泊位913个。8月以来新增泊位648个。", "missed"),
    ("发放贷款1800万元。", "8月底前放款1300万元。", "今年以来放款900万元。在审31户、527万元。", "missed"),
    # the first round is what is asked where the target says so
    ("接种疫苗（首针）1800人。", "8月底前累计1200人。", "首针1342人，第二针406人。", "met"),
    # and of another step none is one
    ("改造户厕2000户。", "8月底前完工1500户。", "已开工户厕913户。已完工户厕648户。", "missed"),
    # named numbers of one clause that come to just what there is are all of it; those of which some go on are not
    ("95个村（社区）服务站全覆盖。", "8月底前覆盖95个。", "84个村、11个社区全部改造挂牌。", "met"),
    ("新建书房4家。", "8月底前建成4家。", "书房2家图书上架、2家装修中。", "missed"),
    # what a number holds (含…) is no number of those that are done of it
    (
        "新增停车位600个。",
        "8月底前完成600个，停车平台启用。",
        "施划共724个，含立体车库186个。平台8月8日上线。",
        "met met",
    ),
    # those hired are what is asked where hiring is
    ("公开招聘教师60名。", "8月底前招聘60名。", "招录63人，8月25日到岗。", "met"),
    ("培训技工60名。", "8月底前培训60名。", "招录63人，8月25日报到。", "missed"),
    # a number that bears the name of the part is of it, though it ends with the word for the whole
    (
        "培训6500人次，其中船员1200人次。",
        "8月底前培训3200人次，其中船员600人次。",
        "共培训3318人次。船员培训211人次。",
        "met missed",
    ),
    # an event goes by its verb (演了 of 演出)
    ("公益演出120场。", "9月底前100场。", "“甲湖之夏”演了46场。", "short"),
    # a day to come in the sentence of a work that goes on puts that work off
    (
        "打通甲街、乙路。",
        "9月底前甲街通车，乙路路床完成。",
        "甲街已通车。乙路路床只做了一半，迁杆的日子定在10月3日。",
        "met missed",
    ),
    # work is done with the last of its days
    ("改造30所学校设施。", "9月底前完成15所。", "完成11所。另外4所安排9月28日至10月6日施工。", "missed"),
    # a halt without an end stops the pace; one with an end in time was known before
    ("培训1.5万人次。", "9月底前11500人次。", "累计10200人次。线下培训停课，何时恢复等通知。", "short"),
    ("进校园活动50场。", "9月底前40场。", "暑假期间进校园活动暂停，累计开展36场。", "likely"),
    # of the last one the papers are sent back, so that it does not come in time
    (
        "建成广场5个。",
        "9月底前5个交付使用。",
        "4个交付使用。甲镇的广场要用新增建设用地，上报后被省厅退回补正。",
        "short",
    ),
    # other works that are counted leave nothing of a step that is reached
    (
        "甲馆完成主体及钢屋盖工程。",
        "5月底前完成基础；8月底前主体封顶；12月底前完成钢屋盖。",
        "主体混凝土结构8月16日封顶。钢网架在地面拼装，共9个单元拼了6个，9月上旬起吊。二次砌体同步做。",
        "met met silent",
    ),
    # the last of a few that has its day in time is likely
    ("4家中心达到国家基本标准。", "9月底前4家接受评审。", "甲、乙、丙3家通过评审。丁中心评审定在9月27日。", "likely"),
    # works in homes end with their construction, whatever check comes behind
    ("改造260户家庭。", "8月底前完成入户施工，9月验收。", "260户施工全部结束，第三方9月初逐户验收。", "met likely"),
    # rooms that are in use are no more of the places that are counted
    ("改造中医馆5个。", "8月底前5个全部完工。", "甲、乙、丙、丁4个已完工，诊室和煎药房启用。戊馆10月完工。", "missed"),
    # one of the few that is held up holds up a step that is told of the others, in whatever clause it is told
    ("建设服务中心3个。", "9月底前装修完工。", "甲、乙2个装修完工。丙村因产权纠纷，已另行选址。", "likely"),
    # the end of one of two works that are asked for is not that of the other
    ("完成主楼加固和消防改造。", "9月底前完成主楼加固和消防改造。", "主楼加固做完。消防管道开始安装。", "likely"),
    # a test by its kind is the test that is asked for
    ("建设水厂管网。", "8月底前主管网贯通并试压。", "主管网全部敷设完毕，27日水压试验合格。", "met"),
]


@pytest.mark.parametrize(("target", "plan", "progress", "outcomes"), PLANS)
def test_what_is_told_beside_answers_together(
    norms: Norms, target: str, plan: str, progress: str, outcomes: str
) -> None:
    """Words that stand side by side are weighed with one another, as each case's comment says."""
    told = reading(norms, target, plan, progress)
    assert " ".join(check.outcome for check in told.plan) == outcomes


def test_what_is_in_use_is_there_whatever_goes_on_beside(norms: Norms) -> None:
    """A target that asks for the opening is met by it; papers that are still put in order leave nothing open."""
    told = "8月25日如期开园，7个班186名幼儿入园。结算资料还在施工单位手里整理。"
    assert reading(norms, "新建第三幼儿园，秋季学期开园招生。", "", told).target_met


def test_brackets_tell_no_intention_of_their_clause(norms: Norms) -> None:
    """（拟编26路） names a line that is still to have its number; that it is surveyed is told all the same."""
    (clause,) = reading(norms, "开通甲线。", "", "甲线（拟编26路）踏查完毕。").report
    assert clause.aspect == "reached"


@pytest.mark.parametrize(("awaited", "met"), [("验收", True), ("消防验收", False)])
def test_a_rest_that_waits_for_its_check_only_is_there(norms: Norms, awaited: str, met: bool) -> None:
    """Where no check is asked for, 其余户等待验收 leaves nothing of the target open; a permit (消防验收) does."""
    told = f"已改1544户，县级验收1210户，其余户等待{awaited}。"
    (check,) = reading(norms, "改造户厕1500户。", "", told).target
    assert (check.outcome == "met") is met


def test_numbered_piers_are_some_of_all(norms: Norms) -> None:
    """1号、4号承台已浇筑 tells of two piers, and not that all below the bridge is done."""
    told = "桩基26根全部成桩，1号、4号承台已浇筑，2号墩钢围堰下沉。"
    assert not reading(norms, "甲桥年底完成下部结构。", "桩基全部完成。", told).target_met


def test_what_a_sentence_denies_behind_all_is_asked_about(norms: Norms) -> None:
    """Of 12所都装到位了 followed by 甲校…何时换还没有定 in one sentence the number is met in doubt."""
    told = "12所学校电锅炉都装到位了，甲校变压器容量不够，何时换还没有定。"
    (check,) = reading(norms, "安装电锅炉12所。", "", told).target
    assert check.outcome == "met"
    assert check.doubtful
