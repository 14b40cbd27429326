"""Asides: what a report tells beside what is asked changes no verdict."""

from datetime import date

import pytest

from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Period, Status

SEPTEMBER = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))

REPORTS = [
    ("新建口袋公园6个。", "开工3个。", "已开工3个。", Status.ON_TRACK),
    ("建设老年食堂8个。", "建成6个。", "正在选址，尚未开工。", Status.BEHIND),
    ("为全市环卫工人免费体检2800人。", "完成体检。", "已全部完成。", Status.DONE),
    ("改造农贸市场2个。", "2个主体完工。", "2个市场主体均已完工。", Status.ON_TRACK),
]
BESIDE = [
    "期间共召开协调会6次，解决问题14个。",
    "发放宣传资料5000余份，惠及群众1.2万人。",
    "开展安全检查12次，整改隐患35处。",
    "8月12日，区领导到现场调研督导。",
    "同时，强化质量安全监管，严格落实文明施工要求。",
    "前期受连续降雨影响，施工进度一度放缓，现已恢复正常。",
    "7月暴雨期间曾停工两周。",
    "苗木成活率86%（合同约定85%）。",
    "居民反映问题15件，均已办结。",
    "收到群众建议12条，采纳9条。",
    "施工期间未收到投诉。",
    "材料抽检合格率100%。",
    "投诉量环比下降3%。",
    "财政评审价980万元。",
    "前期因征地影响进度，现已解决。",
    "下一步将继续加大工作力度，确保圆满完成任务。",
    "下阶段，完善制度，组织经验交流。",
    "明年将继续扩大覆盖面。",
    "明年计划新增5个。",
    "项目总投资3500万元。",
    "得到群众一致好评，收到锦旗3面。",
    "编发工作简报8期，接受人大代表视察1次。",
    "联系人：王某，电话：12345678。",
    "各项工作正在有序推进中。",
    "加强组织领导，制定实施方案，明确责任分工。",
    "项目由区住建局负责实施。",
    "项目总投资1280万元，其中上级资金800万元，其余由区级财政统筹。",
    "已将明年资金需求报区财政局。",
    "建成后可服务周边群众2万人。",
    "施工期间采取分时段作业，减少噪音扰民。",
    "现场作业人员约60人，机械12台。",
    "移交后由区公路养护中心负责日常养护。",
    "结算须经财政评审中心审核后办理。",
    "运输车辆实行密闭管理，出场冲洗。",
    "8月20日召开党风廉政集体谈话会，参会18人。",
    "本月我区多阴雨，未造成影响。",
    "该片区常住人口约1.1万人，老年人占两成多。",
    "是一项打基础、利长远的惠民工程。",
    "安全生产形势稳定。",
    "资金支付率65%。",
]
LEADS = [
    "今年以来，",
    "截至目前，",
    "进展情况：\n",
    "目前，",
    "经过努力，",
    "按照区委、区政府部署，",
    "现将有关情况汇报如下：",
]


def status(progress: str, target: str, plan: str, norms: Norms) -> Status:
    item = Item(no=1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text=progress))
    return judge(item, SEPTEMBER, norms).status


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize(("target", "plan", "progress", "expected"), REPORTS)
def test_what_is_told_beside_changes_nothing(
    target: str, plan: str, progress: str, expected: Status, beside: str, norms: Norms
) -> None:
    """Meetings, leaflets, inspections, trouble that is over and costs count for nothing, wherever they stand."""
    told = (progress, progress + beside, beside + progress)
    assert [status(text, target, plan, norms) for text in told] == [expected] * 3


@pytest.mark.parametrize("lead", LEADS)
def test_what_leads_to_the_report_changes_nothing(lead: str, norms: Norms) -> None:
    """A few words or a heading before the report, also before a list, leave it as it is."""
    told = "1.视力筛查9.1万人次；2.400间教室护眼灯改造完成。"
    asked = "视力筛查9.6万人次，改造护眼灯教室400间。", "筛查9万人次，护眼灯改造完成。"
    assert status(lead + told, *asked, norms) is status(told, *asked, norms) is Status.ON_TRACK


@pytest.mark.parametrize("told", ["我局已完成。", "目前已完成", "项目完成（见附件）。", "已完成．", "【进展】已完成。"])
def test_a_claim_is_one_in_whatever_frame(told: str, norms: Norms) -> None:
    """Who did it, where more is found, and the kind of full stop take nothing from what is done."""
    assert status(told, "为全市环卫工人免费体检2800人。", "", norms) is Status.DONE


def test_a_bracket_alone_is_the_text(norms: Norms) -> None:
    """A cell that only points to an annex is read as it stands."""
    pointer = Cell(text="（见附件）")
    item = Item(no=1, target=Cell(text="新建公厕6座。"), plan=Cell(text="建成6座。"), progress=pointer, problem=pointer)
    assert judge(item, SEPTEMBER, norms).status is not Status.DONE


def test_a_point_ends_a_sentence_but_no_number(norms: Norms) -> None:
    """已建成8处.余1处 are two sentences, 2.5公里 is one number; kilometres are one unit however they are written."""
    asked = "建设绿道12公里。", "建成2.4公里。"
    assert status("绿道建成2.5千米.另3千米路基施工．", *asked, norms) is Status.ON_TRACK
    assert status("绿道建成2.3km.另3km路基施工．", *asked, norms) is not Status.DONE


def test_what_is_asked_is_no_aside(norms: Norms) -> None:
    """Where the item asks for meetings or leaflets themselves, their numbers count."""
    target, plan = "召开院落协商会60场，发放宣传手册2万册。", "召开协商会40场，发放宣传手册1.5万册。"
    assert status("召开协商会45场，发放宣传手册1.6万册。", target, plan, norms) is Status.ON_TRACK
    assert status("召开协商会12场，发放宣传手册1.6万册。", target, plan, norms) is Status.BEHIND


def test_another_facility_does_not_stand_for_the_one_asked_for(norms: Norms) -> None:
    """That a car park is in use says nothing of the hospital that is asked for."""
    told = "主体结构施工。周边停车场已建成投用。"
    assert status(told, "新建县中医院。", "主体封顶。", norms) is not Status.DONE
