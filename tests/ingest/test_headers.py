"""Header rows ▶ columns and periods."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.errors import InputError
from reportgen.ingest.columns.vocabulary import vocabulary
from reportgen.records import Severity
from tests.ingest.tables import NORMS, ROOT, named, read, ruled, typed

ROW = "1 | 便民 | 建10个公园。 | 甲某 | 区住建局 | / | 开工。 | 已开工。"


def headed(*lines: str, file: str = "2025-08.xlsx", month: str | None = None) -> dict[str, str]:
    return named(read(ruled("\n".join(lines), file), month=month))


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("序 号", "no"),
        ("牵 头\n区领导", "lead_leader"),
        ("责任单位", "lead_unit"),
        ("①项目名称", "project"),
        ("2025年度任务目标", "target"),
        ("一季度目标", "plan"),
        ("三季度工作计划", "plan"),
        ("8月底前应达到的进度", "plan"),
        ("8月份完成情况", "progress"),
        ("截至6月底进展", "progress"),
        ("1-11月推进情况", "progress"),
        ("工作计划及完成情况", "progress"),
        ("完成情况（是否达序时）", "progress"),
        ("是否达序时", "status"),
        ("办结与否", "status"),
        ("是否完成项目建设", "status"),
        ("是否省级民生实事", "extra"),
        ("联合实施单位", "support_units"),
        ("配合实施单位", "support_units"),
        ("项目简称", "project"),
        ("进展情况、存在问题及下一步打算", "progress"),
        ("目标完成情况", "status"),
        ("形象进度", "progress"),
        ("形象进度(%)", "rate"),
        ("形象进度（％）", "rate"),
        ("占年任务之比", "rate"),
        ("未达序时原因", "problem"),
        ("尚未完成情况", "problem"),
        ("尚需完成", "extra"),
        ("剩余任务数", "extra"),
        ("未完工", "extra"),
        ("下步打算", "next_step"),
        ("下月工作计划", "next_step"),
        ("下一阶段工作安排", "next_step"),
        ("备  注", "note"),
        ("计划竣工日期", "due"),
        ("监督电话", "extra"),
        ("2025年重点民生实事项目进展情况表", None),
        ("完成农村公路改造提升20公里。", None),
    ],
)
def test_words_name_columns(header: str, name: str | None) -> None:
    """A header is named by its words; blanks, breaks and stretches of time in it are noise; titles name nothing."""
    assert vocabulary(NORMS.columns, {}).name(header) == name


def test_two_levels_with_merges() -> None:
    """A spanning parent gives way to its children: 工作计划及完成情况 is neither plan nor progress."""
    assert headed(
        "序号 | 目标任务 | ← | 牵头区领导 | 牵头单位 | 配合单位 | 工作计划及完成情况 | ←",
        "↑ | 项目名称 | 主要内容 | ↑ | ↑ | ↑ | 三季度工作计划 | 8月份完成情况",
        ROW,
    ) == {
        "no": "序号",
        "project": "项目名称",
        "target": "主要内容",
        "lead_leader": "牵头区领导",
        "lead_unit": "牵头单位",
        "support_units": "配合单位",
        "plan": "三季度工作计划",
        "progress": "8月份完成情况",
    }


def test_three_levels_and_lines_above() -> None:
    """A title and 单位：万元 above, three levels of header: the lowest words name the columns."""
    found = headed(
        "2025年民生实事进展表 | ← | ← | ← | ←",
        "单位：万元 | ← | ← | ← | ←",
        "序号 | 项目名称 | 工作目标 | 推进情况 | ←",
        "↑ | ↑ | ↑ | 8月份 | ←",
        "↑ | ↑ | ↑ | 计划 | 完成情况",
        "1 | 便民 | 建10个公园。 | 开工。 | 已开工。",
    )
    assert found["plan"] == "计划"
    assert found["progress"] == "完成情况"
    assert found["target"] == "工作目标"


def test_any_number_of_lines_may_stand_above() -> None:
    """A form that first tells at length how to fill it in has its header below that."""
    lines = [f"{number}.各单位须按此要求报送。 | ← | ←" for number in range(1, 20)]
    found = headed(*lines, "序号 | 工作目标 | 8月推进情况", "1 | 建10个公园。 | 已开工。")
    assert found["progress"] == "8月推进情况"


def test_header_cells_left_out() -> None:
    """A header whose covered cells are empty (CSV) keeps its places."""
    table = read(
        typed(
            "序号|目标任务||牵头单位|工作计划及完成情况||\n"
            "|项目名称|主要内容||三季度工作计划|8月份完成情况|\n"
            "1|便民|建10个公园。|区住建局|开工。|已开工。|\n"
            "||修5条路。|区交通局|招标。|已招标。|\n"
        )
    )
    assert [item.target.text for item in table.items] == ["建10个公园。", "修5条路。"]
    assert table.items[1].project.text == "便民"
    assert table.items[1].progress.text == "已招标。"


def test_packed_header_is_refused_where_it_is_ambiguous() -> None:
    """Two unknown words that might both span: the header is refused, not guessed."""
    with pytest.raises(InputError, match="more than one way"):
        read(typed("序号|甲类|乙类|进展情况||\n目标|备注|||||\n1|建10个公园。|天|地|人|\n"))


def test_a_packed_header_is_read_where_only_what_spans_a_problem_is_open() -> None:
    """存在困难 means the same under 上半年推进情况 and under 责任落实, so both readings of the header are one."""
    lines = (
        "序号|项目|年度目标|上半年推进情况|责任落实||||\n上半年计划|进展情况(截至6月20日)|存在困难|牵头单位|县领导||||\n"
        "1|公园|新建公园12个。|完工6个。|已完工5个。|征地较慢|县林业局|甲某|\n"
    )
    names = named(read(typed(lines), month="2025-06"))
    assert [*names] == ["no", "project", "target", "plan", "progress", "problem", "lead_unit", "lead_leader"]


def test_a_lower_row_that_alone_was_packed_is_hung_under_the_places_kept_above_it() -> None:
    """推进情况 keeps three places in its row, so the three cells of the next one stand under it."""
    lines = (
        "序号|项目|年度目标|牵头单位|推进情况|||存在问题|\n截至7月底完成情况|8月工作计划|8月份进展情况|\n"
        "1|公园|新建公园12个。|县林业局|完工4个。|累计完工6个。|累计完工5个。|无|\n"
        "2|道路|修路5公里。|县交通局|修2公里。|累计3公里。|累计修3公里。|无|\n"
    )
    first = read(typed(lines), month="2025-08").items[0]
    assert (first.plan.text, first.progress.text) == ("累计完工6个。", "累计完工5个。")
    assert first.problem.text == "无"


@pytest.mark.parametrize("places", ["", "|", "||"])
@pytest.mark.parametrize(
    ("above", "below", "cells"), [("", "", ""), ("责任分工|", "牵头单位|配合单位|", "区住建局|区园林局|")]
)
def test_empty_places_behind_a_packed_header_are_no_columns(above: str, below: str, cells: str, places: str) -> None:
    """More empty places than its words span do not keep 推进情况 from spanning two columns, or make it span four."""
    lines = (
        f"序号|项目类别|年度任务|推进情况|{above}|{places}\n11月底应达节点|截至11月底完成情况|{below}||||\n"
        f"1|公园|新建公园12个。|开工10个。|已开工11个。|{cells}\n2|交通|修路5公里。|修3公里。|已修4公里。|{cells}\n"
    )
    first = read(typed(lines), month="2021-11").items[0]
    assert (first.target.text, first.plan.text, first.progress.text) == ("新建公园12个。", "开工10个。", "已开工11个。")
    assert first.lead_unit.text == ("区住建局" if cells else "")


def test_a_last_column_without_any_cells_keeps_its_place_in_a_packed_header() -> None:
    """The empty place behind the rows is that of 备注: 推进情况 spans two columns, and nothing spans one."""
    lines = (
        "序号|项目|年度任务|推进情况|备注||\n11月底应达节点|截至11月底完成情况|||||\n"
        "1|公园|新建公园12个。|开工10个。|已开工11个。||\n2|道路|修路5公里。|修3公里。|已修4公里。||\n"
    )
    assert named(read(typed(lines), month="2021-11")) == {
        "no": "序号",
        "project": "项目",
        "target": "年度任务",
        "plan": "11月底应达节点",
        "progress": "截至11月底完成情况",
        "note": "备注",
    }


def test_a_packed_lower_row_of_unknown_words_belongs_to_the_header() -> None:
    """年度预算 and 累计支付 stand under 资金(万元), where the row above is then as wide as the longest rows."""
    lines = (
        "类别|编号|事项|年度目标|资金(万元)|8月计划进度|截至8月进展||\n年度预算|累计支付|||||||\n"
        "教育|1|扩建二小|新建学位1080个。|3860|2104.5|主体封顶。|8月19日主体封顶。|\n"
        "2|新建二园|新增学位540个。|2950|2233|8月底竣工。|8月26日竣工验收。|\n"
        "健康|3|迁建妇幼|新院区投用。|1200|968|门诊开诊。|门诊8月2日开诊。|\n"
    )
    first, second, _ = read(typed(lines), month="2025-08").items
    assert (first.plan.text, first.progress.text) == ("主体封顶。", "8月19日主体封顶。")
    assert (second.plan.text, second.progress.text) == ("8月底竣工。", "8月26日竣工验收。")


def test_cells_below_a_packed_header_are_seen_where_numbers_are_written_in_hanzi() -> None:
    """Rows that begin with 一 and 二 are the whole ones, by which the header is put back."""
    lines = (
        "序号|民生类别|年度目标任务|区领导|牵头单位|项目推进情况|||\n全年节点安排|截至8月底进展|下步打算||||||\n"
        "一|就业|城镇新增就业8600人。|甲某|区人社局|三季度末7000人。|新增就业6916人。|盯紧缺口|\n"
        "举办招聘会40场以上。|甲某|区人社局|每季度10场。|办了37场。|/|\n"
        "二|教育|新建学校2所。|乙某|区教育局|9月投用。|1所竣工。|抓紧收尾|\n"
    )
    assert [item.progress.text for item in read(typed(lines), month="2025-08").items][:2] == [
        "新增就业6916人。",
        "办了37场。",
    ]


def test_a_packed_header_of_a_table_without_numbers_is_read_by_its_longest_rows() -> None:
    """Rows that lost a class by its merge stand a place to the left and tell nothing of the columns."""
    lines = (
        "类别|项目名称|年度目标任务|牵头单位|分管领导|项目推进情况|||\n年度推进计划|截至8月底进展|存在问题||||||\n"
        "一、出行|公路提升|改建公路24公里。|区交通局|甲某|8月底20公里。|改建21公里。|无|\n"
        "路桥拓宽|完成拓宽，年底通车。|区住建局|甲某|8月底主体完成。|主体完成。|征地较慢|\n"
        "停车扩容|新增车位1500个。|区城管局|乙某|8月底800个。|新增820个。|/|\n"
        "二、教育|学校新建|新建学校2所。|区教育局|乙某|9月投用。|1所竣工。|抓紧收尾|\n"
    )
    table = read(typed(lines), month="2025-08")
    assert [item.progress.text for item in table.items] == ["改建21公里。", "主体完成。", "新增820个。", "1所竣工。"]


def test_a_packed_header_that_the_cells_contradict_is_not_used() -> None:
    """牵头 and 配合 can stand under 责任 only, where no units are: nothing is guessed."""
    lines = "序号|项目|目标|进展|责任|\n牵头|配合||||\n1|公园|建10个公园。|区住建局|区园林局|已建成4个。|\n"
    with pytest.raises(InputError, match="more than one way"):
        read(typed(lines))


def test_a_packed_header_whose_words_one_column_of_cells_contradicts_is_not_used() -> None:
    """A plan that is a unit's name, and leaders left empty, do not hang 三季度工作计划 under 目标任务 unasked."""
    lines = (
        "序号|目标任务|牵头区领导|牵头单位|工作计划及完成情况|||\n项目名称|主要内容|三季度工作计划|8月份完成情况||||\n"
        "1|公园|建10个公园。||华某兴光、长桥街道||/|\n2|道路|修路5公里。||华某兴光、长桥街道|建设服务中心|/|\n"
    )
    with pytest.raises(InputError, match="more than one way"):
        read(typed(lines))


def test_a_packed_header_is_read_where_words_and_cells_agree_on_one_way() -> None:
    """目标 may stand under 指标 or 1-8月, but nothing else is as good for the others: the year's is a column alone."""
    lines = (
        "序号|指标|全年目标|1-8月|责任部门||||\n名称|单位|目标|完成|完成率||||\n1|新建公园|个|12|8|7|58%|区园林局|\n"
    )
    table = read(typed(lines))
    assert [column.header for column in table.columns if column.name != "extra"] == [
        "序号",
        "名称",
        "目标",
        "完成",
        "完成率",
        "责任部门",
    ]
    assert (table.items[0].target.text, table.items[0].plan.text) == ("新建公园12个", "8个")


IN_CLASSES = """
序号|{upper}|推进情况|责任分工||||
项目名称|年度目标|时间节点|8月进展|存在问题|牵头单位|分管领导||
1|出行|路桥拓宽|拓宽桥梁2座。|9月底前通车。|完成1座。|无|区住建局|甲某|
公路提升|改建公路24公里。|8月底前20公里。|改建21公里。|征地较慢|区交通局|甲某|||
2|教育|学校新建|新建学校2所。|9月底前投用。|1所竣工。|无|区教育局|乙某|
"""


@pytest.mark.parametrize("upper", ["类别|民生实事", "项目类别|民生实事", "领域|重点工作"])
def test_what_is_asked_of_projects_stands_under_no_word_for_their_class(upper: str) -> None:
    """Of two words that may span 项目名称 and 年度目标 it is not the one for a class."""
    items = read(typed(IN_CLASSES.format(upper=upper)), month="2025-08").items
    assert [(item.project.text, item.target.text) for item in items] == [
        ("路桥拓宽", "拓宽桥梁2座。"),
        ("公路提升", "改建公路24公里。"),
        ("学校新建", "新建学校2所。"),
    ]


def test_two_words_for_projects_that_may_both_span_are_refused() -> None:
    """重点工作 and 民生实事 announce 项目名称 and 年度目标 alike."""
    with pytest.raises(InputError, match="more than one way"):
        read(typed(IN_CLASSES.format(upper="重点工作|民生实事")), month="2025-08")


def test_a_plan_by_the_end_of_a_month_is_that_of_the_next_end() -> None:
    """Of plans by the end of 6月, 9月 and 12月 the next one due is judged in August; 9月计划 is next month's."""
    header = "序号 | 工作目标 | 6月底目标 | 9月底目标 | 12月底目标 | 完成情况"
    table = read(ruled(f"{header}\n1 | 建10个公园。 | 招标。 | 开工。 | 完工。 | 已开工。"))
    assert (table.items[0].plan.text, table.period.plan_due) == ("开工。", date(2025, 9, 30))


def test_of_two_columns_that_ask_the_one_of_figures_is_the_amount() -> None:
    """Bare numbers count what 量化指标 names; of two such columns the last is the office's own."""
    table = read(ruled("序号 | 量化指标 | 省定目标 | 区定目标 | 完成情况\n1 | 改造旧房(户) | 120 | 150 | 已改造95户。"))
    assert table.items[0].target.text == "改造旧房(户)150"


@pytest.mark.parametrize(
    ("header", "target", "amount", "asked"),
    [
        ("数量", "新建公园10个。", "3亩", "新建公园10个。"),
        ("建设规模", "新建步道5条", "2公里", "新建步道5条"),
        ("目标值", "新建公园10个", "30亩", "新建公园10个，30亩"),
        ("数量", "新建5A级步道", "2公里", "新建5A级步道2公里"),
        ("数量", "增设路灯600盏", "600盏", "增设路灯600盏"),
    ],
)
def test_a_size_is_not_put_behind_a_target_that_counts(header: str, target: str, amount: str, asked: str) -> None:
    """A size beside a target that counts stays aside; a second figure that is asked too is parted from the first."""
    head = f"序号 | 项目名称 | 建设内容 | {header} | 年度建设目标 | 进展情况"
    (item,) = read(ruled(f"{head}\n1 | 便民 | 铺装绿化。 | {amount} | {target} | 已开工。")).items
    assert item.target.text == asked
    assert dict(item.extra)[header].text == amount


def test_the_later_progress_is_judged() -> None:
    """Of 6月 and 8月 progress the later is judged, the earlier kept."""
    table = read(ruled("序号 | 工作目标 | 截至6月底进展 | 截至8月底进展\n1 | 建10个公园。 | 招标。 | 开工。"))
    assert table.items[0].progress.text == "开工。"
    assert [(header, cell.text) for header, cell in table.items[0].extra] == [("截至6月底进展", "招标。")]


@pytest.mark.parametrize(
    ("headers", "cells", "progress"),
    [
        ("1-7月累计完成 | 8月完成", "4个 | 1个", "5个"),
        ("截至7月底累计完成情况 | 8月份完成情况", "建成4个 | 新建1个。", "建成4个；新建1个。"),
        ("上月底累计完成 | 本月完成", "40.5% | 5%", "45.5%"),
    ],
)
def test_a_month_alone_is_read_with_the_sum_up_to_it(headers: str, cells: str, progress: str) -> None:
    """Where no column sums up to the month, its figure is added to the sum before, and the audit asks."""
    table = read(ruled(f"序号 | 工作目标 | {headers}\n1 | 建10个公园。 | {cells}"))
    assert (table.period.as_of, table.items[0].progress.text) == (date(2025, 8, 31), progress)
    assert "months_added" in {note.kind for note in table.audit}


def test_a_sum_up_to_the_month_needs_no_other() -> None:
    """1-7月累计 stays aside where 累计完成 tells all, whatever 本月完成 adds."""
    table = read(ruled("序号 | 目标 | 1-7月累计完成 | 本月完成 | 累计完成\n1 | 建公园10个。 | 4个 | 1个 | 5个"))
    assert table.items[0].progress.text == "5个"
    assert "months_added" not in {note.kind for note in table.audit}


@pytest.mark.parametrize(
    ("headers", "progress"),
    [
        ("上月进展 | 本月进展", "乙"),
        ("上月进展 | 计划完成情况", "乙"),
        ("8月份完成数 | 累计完成数", "乙"),
        ("1-8月累计完成 | 8月当月完成", "甲"),
        ("去年同期完成情况 | 完成情况", "乙"),
        ("8月份完成情况 | 主要成效", "甲；乙"),
    ],
)
def test_of_several_progress_columns(headers: str, progress: str) -> None:
    """Last month's and last year's give way, a sum goes before a month's figure, two of one period are joined."""
    table = read(ruled(f"序号 | 工作目标 | {headers}\n1 | 建10个公园。 | 甲 | 乙"))
    assert table.items[0].progress.text == progress


def test_next_months_plan_is_never_judged() -> None:
    """9月计划 beside 8月进展 is kept aside, and the plan is empty."""
    table = read(ruled("序号 | 工作目标 | 8月进展 | 9月计划\n1 | 建10个公园。 | 招标。 | 开工。"))
    assert table.items[0].plan.text == ""
    assert table.items[0].extra[0][1].text == "开工。"
    assert table.period.plan_due is None


def test_the_plan_of_the_period_is_judged() -> None:
    """Of 二季度 and 三季度 plans in August the third quarter's counts."""
    table = read(
        ruled(
            "序号 | 工作目标 | 二季度计划 | 三季度计划 | 8月份进展情况\n1 | 建10个公园。 | 招标。 | 开工。 | 已开工。"
        )
    )
    assert table.items[0].plan.text == "开工。"
    assert table.period.plan_due == date(2025, 9, 30)


@pytest.mark.parametrize(
    ("header", "target", "project"),
    [
        ("序号 | 项目名称 | 主要内容 | 进展情况", "主要内容", "项目名称"),
        ("序号 | 目标任务 | 主要内容 | 进展情况", "主要内容", "目标任务"),
        ("序号 | 项目名称 | 目标任务 | 进展情况", "目标任务", "项目名称"),
        ("序号 | 目标任务 | 责任单位 | 进展情况", "目标任务", None),
        ("序号 | 项目名称 | 责任单位 | 进展情况", "项目名称", None),
        ("序号 | 类别 | 项目名称 | 进展情况", "项目名称", "类别"),
        ("序号 | 主要内容 | 年度目标 | 进展情况", "年度目标", "主要内容"),
        ("序号 | 实事项目 | 目标任务 | 具体举措 | 进展情况", "目标任务", "实事项目"),
        ("序号 | 项目名称 | 建设规模 | 建设标准 | 进展情况", "建设规模", "项目名称"),
        ("序号 | 项目名称 | 项目概况 | 项目类型 | 进展情况", "项目概况", "项目名称"),
    ],
)
def test_the_same_word_heads_different_things(header: str, target: str, project: str | None) -> None:
    """项目名称 and 目标任务 are project or target as the other columns leave it; 年度目标 comes before 主要内容."""
    more = header.count("|") - 3
    found = headed(header, "1 | 便民服务 | 建10个公园。 | 已开工。" + " | 甲" * more)
    assert found["target"] == target
    assert found.get("project") == project


def test_an_office_or_a_measure() -> None:
    """单位 is the office where offices stand below it, a measure where figures follow."""
    office = read(ruled("序号 | 工作目标 | 单位 | 完成情况\n1 | 建10个公园。 | 区住建局 | 已开工。"))
    assert office.items[0].lead_unit.text == "区住建局"
    measure = read(ruled("序号 | 考核指标 | 单位 | 工作目标 | 已完成数\n1 | 公园 | 个 | 10 | 7"))
    assert (measure.items[0].target.text, measure.items[0].progress.text) == ("公园10个", "7个")
    assert [cell.text for _, cell in measure.items[0].extra] == ["公园", "个", "10", "7"]


def test_a_column_no_word_knows_is_kept() -> None:
    """An unknown column stays with its header as typed."""
    table = read(ruled("序号 | 工作目标 | 监督 电话 | 完成情况\n1 | 建10个公园。 | 12345 | 已开工。"))
    assert table.items[0].extra[0][0] == "监督 电话"
    assert table.items[0].extra[0][1].text == "12345"


def test_no_progress_column_says_what_was_seen() -> None:
    """The refusal lists the header cells and the key that maps one; mapped, the table reads."""
    grid = ruled("序号 | 工作目标 | 责任单位 | 近日面貌\n1 | 建10个公园。 | 区住建局 | 已开工。")
    with pytest.raises(
        InputError, match=r"no progress column among .*序号、工作目标、责任单位、近日面貌; .*\[columns\]"
    ):
        read(grid)
    assert read(grid, columns={"近日面貌": "progress"}).items[0].progress.text == "已开工。"


@pytest.mark.parametrize(
    ("header", "told"),
    [("近日 面貌", []), ("近日面貎", ["近日面貎"])],
)
def test_a_header_mapped_by_hand_that_no_table_has_is_told(header: str, told: list[str]) -> None:
    """A hint names it: it may be misspelt, or that of another month; one that was found tells nothing."""
    table = read(
        ruled("序号 | 工作目标 | 完成情况 | 近日面貌\n1 | 建10个公园。 | 已开工。 | 甲"), columns={header: "note"}
    )
    notes = [note for note in table.audit if note.kind == "mapped_header_missing"]
    assert [note.severity for note in notes] == [Severity.HINT] * len(told)
    assert all(f"“{name}”" in note.text for name, note in zip(told, notes, strict=True))


def test_what_is_no_table_is_told_what_was_looked_for() -> None:
    """Where no cell is a header word, the refusal names such words, whether or not the text can be divided."""
    for grid in (typed("姓名|电话|地址|\n张三|123|城东|"), typed("姓名,电话|\n张三,123|")):
        with pytest.raises(InputError, match=r"项目名称, 主要内容.*完成情况"):
            read(grid, month="2025-08")


def test_no_target_column_says_how_to_name_one() -> None:
    """The refusal gives an example for the column that is missing, not for another one."""
    with pytest.raises(InputError, match=r"no target column among .* = \"target\"\.$"):
        read(ruled("序号 | 牵头单位 | 完成情况\n1 | 区住建局 | 已开工。"))


def test_rate_stands_in_for_progress() -> None:
    """Where only a rate is told, it is the progress; beside a progress it is the rate."""
    alone = read(ruled("序号 | 工作目标 | 完成率\n1 | 建10个公园。 | 65%"))
    assert alone.items[0].progress.text == "65%"
    beside = read(ruled("序号 | 工作目标 | 完成情况 | 完成率 | 进度状态\n1 | 建10个公园。 | 已建7个。 | 70% | 正常"))
    assert (beside.items[0].progress.text, beside.items[0].rate.text, beside.items[0].status.text) == (
        "已建7个。",
        "70%",
        "正常",
    )


# --- periods --------------------------------------------------------------------------------------

BODY = "1 | 建10个公园。 | 已开工。"


@pytest.mark.parametrize(
    ("title", "header", "file", "month", "as_of"),
    [
        ("进展表", "8月份完成情况", "2025-08.xlsx", None, date(2025, 8, 31)),
        ("进展表", "8月份完成情况", "进展.xlsx", "2025-08", date(2025, 8, 31)),
        ("二〇二五年八月民生实事进展和九月份计划", "完成情况", "进展.xlsx", None, date(2025, 8, 31)),
        ("2025年8月民生实事进展表（十月街社区）", "完成情况", "进展.xlsx", None, date(2025, 8, 31)),
        ("2025年进展表", "8月份完成情况及9月份工作计划", "进展.xlsx", None, date(2025, 8, 31)),
        ("2025年8月进展表（2025年9月5日）", "完成情况", "进展.xlsx", None, date(2025, 8, 31)),
        ("2025年进展表", "截至8月底完成情况", "进展.xlsx", None, date(2025, 8, 31)),
        ("2025年进展表", "1-11月推进情况", "进展.xlsx", None, date(2025, 11, 30)),
        ("2025年进展表(截至10月31日)", "完成情况", "进展.xlsx", None, date(2025, 10, 31)),
        ("2025年第二季度进展表", "完成情况", "进展.xlsx", None, date(2025, 6, 30)),
        ("2024年工作全年完成情况", "完成情况", "进展.xlsx", None, date(2024, 12, 31)),
        ("进展表", "完成情况", "2025年8月民生实事.xlsx", None, date(2025, 8, 31)),
        ("进展表（9月5日上报）", "完成情况", "202508.xlsx", None, date(2025, 8, 31)),
        ("2025年进展表", "三季度完成情况", "2025-08.xlsx", None, date(2025, 8, 31)),
        ("2025年进展表", "三季度完成情况", "进展.xlsx", None, date(2025, 9, 30)),
        ("2025年8月进展表", "三季度完成情况", "进展.xlsx", None, date(2025, 8, 31)),
        ("2025年8月中旬进展表", "完成情况", "进展.xlsx", None, date(2025, 8, 20)),
        ("2025年8月下旬进展表", "完成情况", "进展.xlsx", None, date(2025, 8, 31)),
        ("2025年进展表（截至8月25日）", "三季度完成情况", "进展.xlsx", None, date(2025, 8, 25)),
        ("2025年进展表", "完成情况", "2025年三季度.xlsx", None, date(2025, 9, 30)),
        ("2025年进展表", "8月份完成情况", "2025年三季度.xlsx", None, date(2025, 8, 31)),
        ("2025年进展表", "8月份完成数 | 累计完成数", "进展.xlsx", None, date(2025, 8, 31)),
        ("2025年民生实事进展表", "2025年上半年完成情况", "汇总.xlsx", None, date(2025, 6, 30)),
    ],
)
def test_the_day_the_table_tells(title: str, header: str, file: str, month: str | None, as_of: date) -> None:
    """The day comes from the progress header, else a title, else the file name; the year from the nearest of them."""
    more = header.count("|")
    lines = [title + " | ←" * (2 + more), f"序号 | 工作目标 | {header}", BODY + " | 甲" * more]
    table = read(ruled("\n".join(lines), file), month=month)
    assert table.period.as_of == as_of


@pytest.mark.parametrize(
    ("header", "file", "month"),
    [
        ("7月份完成情况", "2025-08.xlsx", None),
        ("6月份完成情况", "2025年三季度.xlsx", None),
        ("8月份完成情况", "2025-08.xlsx", "2025-07"),
        ("8月份完成情况", "进展.xlsx", "2025-09"),
        ("1-9月份完成情况", "进展.xlsx", "2025-08"),
        ("二季度完成情况", "进展.xlsx", "2025-08"),
    ],
)
def test_a_month_that_contradicts_is_refused(header: str, file: str, month: str | None) -> None:
    """A month asked for, or named by the file, that the headers contradict is refused in one sentence."""
    with pytest.raises(InputError, match="disagree") as caught:
        read(ruled(f"序号 | 工作目标 | {header}\n{BODY}", file), month=month)
    assert str(caught.value).count("\n") == 0


def test_a_table_of_no_month_is_refused() -> None:
    """Where neither headers nor names tell the month, --month is asked for."""
    with pytest.raises(InputError, match="--month"):
        read(ruled(f"序号 | 工作目标 | 完成情况\n{BODY}", "进展.xlsx"))


# --- the headers of other places ------------------------------------------------------------------

PLACES = {
    "序号 | 事项 | 工作内容 | 牵头科室 | 责任人 | 目标完成时限 | 推进情况 | 存在的困难和问题 | 需协调事项":
        "no project target lead_unit lead_leader due progress problem extra",
    "编号 | 实事名称 | 年度工作任务 | 主责单位 | 协助单位 | 上月进展 | 本月进展 | 下月计划":
        "no project target lead_unit support_units extra progress next_step",
    "序号 | 项目名称 | 建设内容及规模 | 建设单位 | 责任单位 | 总投资 | 1-9月完成情况 | 9月完成情况 | 亮灯情况":
        "no project target support_units lead_unit extra progress extra status",
    "类别 | 项目 | 年度计划 | 完成进度 | 下一步举措": "extra project target progress next_step",
    "序号 | 任务名称 | 量化指标 | 目标值 | 责任部门 | 完成值 | 完成率":
        "no project target amount lead_unit progress rate",
    "序号 | 民生实事项目 | 责任单位 | 项目进展 | 形象进度% | 是否滞后 | 滞后原因 | 整改措施":
        "no target lead_unit progress rate status problem next_step",
    "任务编号 | 重点任务 | 具体举措 | 完成时限 | 牵头单位 | 配合单位 | 最新进展情况 | 完成状态":
        "no project target due lead_unit support_units progress status",
    "序号 | 实施项目 | 年度建设目标 | 实施主体 | 主管部门 | 当前进展 | 完成% | 困难":
        "no project target support_units lead_unit progress rate problem",
    "领域 | 工作任务 | 责任处室 | 三季度目标 | 三季度完成情况 | 四季度目标":
        "project target lead_unit plan progress extra",
    "序号 | 项目名称 | 项目内容 | 时间进度安排 | 推进情况 | 备注": "no project target plan progress note",
    "序号 | 项目名称 | 年度目标 | 6月底进展 | 9月底进展": "no project target extra progress",
    "承诺事项 | 承诺完成时间 | 办理进展 | 承办单位": "target due progress lead_unit",
    "序号 | 项目类型 | 项目名称 | 建设地点 | 建设规模 | 总投资(万元) | 完成投资(万元) | 形象进度 | 存在问题":
        "no extra project extra target extra extra progress problem",
    "市民生实事 | 任务分解 | 牵头领导 | 牵头责任单位 | 月度目标 | 本月完成情况 | 累计完成情况":
        "project target lead_leader lead_unit plan extra progress",
    "序号 | 任务 | 分管副区长 | 主责部门 | 协同部门 | 序时进度 | 完成进度 | 进展描述":
        "no target lead_leader lead_unit support_units extra progress progress",
    "序号 | 工作要求 | 责任部门 | 办理情况 | 下阶段安排": "no target lead_unit progress next_step",
    "项目 | 目标 | 进度": "project target progress",
    "序号 | 事项名称 | 工作标准 | 截止日期 | 负责人 | 最新动态": "no project target due lead_leader progress",
    "序号 | 项目名称 | 主要内容 | 责任单位（牵头） | 责任单位（配合） | 9月计划 | 9月进展 | 10月计划":
        "no project target lead_unit support_units plan progress extra",
    "序号 | 重点工作 | 工作目标 | 包保领导 | 业主单位 | 完成投资 | 工程进度 | 问题及困难":
        "no project target lead_leader lead_unit extra progress problem",
    "编号 | 实事内容 | 全年任务 | 时间节点要求 | 完成情况 | 牵头部门 | 配合部门":
        "no project target plan progress lead_unit support_units",
    "序号 | 民生工程名称 | 年度任务 | 市级牵头单位 | 进展情况 | 占全年任务比例 | 评价等次":
        "no project target lead_unit progress rate status",
}  # fmt: skip


@pytest.mark.parametrize("header", PLACES)
def test_headers_of_other_places_are_understood(header: str) -> None:
    """Each column of a header as other places word it gets its role; what is not judged is kept aside."""
    body = " | ".join(["1", *(f"第{at}格" for at in range(header.count("|")))])
    table = read(ruled(f"{header}\n{body}"), month="2025-09")
    kept = {"amount": "extra"}  # joined to the target, and shown as the column it is
    assert [column.name for column in table.columns] == [kept.get(name, name) for name in PLACES[header].split()]


def of_offices(name: str) -> list[tuple[str, str]]:
    """Read the header tables of tests/data/headers: the lines of a table, and the roles of its columns."""
    text = (ROOT / "tests" / "data" / "headers" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = [block.rsplit("\n= ", 1) for block in text.strip().split("\n\n")[1:]]
    return [(lines, roles) for lines, roles in blocks]


@pytest.mark.parametrize(("header", "roles"), of_offices("words"))
def test_the_words_of_offices_are_understood(header: str, roles: str) -> None:
    """A header's words tell each column's role, whatever stands in its cells; what is not judged is kept aside."""
    body = " | ".join(["1", *(f"第{at}格" for at in range(header.count("|")))])
    assert [column.name for column in read(ruled(f"{header}\n{body}")).columns] == as_shown(roles)


@pytest.mark.parametrize(("lines", "roles"), of_offices("cells"))
def test_merged_headers_and_cells_of_offices_are_understood(lines: str, roles: str) -> None:
    """The cells above a column, or in it, tell its role where its own word does not."""
    assert [column.name for column in read(ruled(lines)).columns] == as_shown(roles)


def packed_left(lines: str) -> str:
    """The same table as a text in which merges were lost and every row was packed to the left."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines.split("\n")]
    kept = [[cell for cell in row if cell not in ("↑", "←")] for row in rows]
    width = max(map(len, rows))
    return "\n".join(" | ".join([*row, *[""] * (width - len(row))]) + " |" for row in kept)


@pytest.mark.parametrize(("lines", "roles"), of_offices("cells"))
def test_headers_of_offices_are_read_the_same_without_their_merges(lines: str, roles: str) -> None:
    """A packed header is hung back as it was, or refused: no column gets another role than it has with merges."""
    try:
        table = read(typed(packed_left(lines)))
    except InputError:
        assert "前期工作" in lines  # with its days of works that no column of progress may hold
    else:
        assert [column.name for column in table.columns] == as_shown(roles)


def as_shown(roles: str) -> list[str]:
    """What is joined to the target is shown as the column it is."""
    return ["extra" if name in ("amount", "measure") else name for name in roles.split()]


def test_a_column_told_by_its_cells_is_queried() -> None:
    """A role that the cells tell and the header does not is used, and the audit asks to confirm it."""
    table = read(ruled("序号 | 年度目标 | 主体 责任 | 完成情况\n1 | 建10个公园。 | 区住建局 | 已开工。"))
    assert table.items[0].lead_unit.text == "区住建局"
    notes = [note for note in table.audit if note.kind == "column_by_cells"]
    assert [note.text for note in notes] == ["“主体责任”一栏按所填内容读作牵头单位，请确认。"]


@pytest.mark.parametrize("header", ["9月末要到哪一步 | 9月末实际到哪一步", "9月应推进到 | 9月做到"])
def test_headers_without_a_noun_are_told_by_their_verbs(header: str) -> None:
    """What is to be reached in a stretch of time is the plan, what has been reached the progress."""
    table = read(
        ruled(f"序号 | 实事项目 | 年内要办成 | {header}\n1 | 公厕 | 建10座 | 建8座 | 建成9座"), month="2025-09"
    )
    assert [column.name for column in table.columns] == ["no", "project", "target", "plan", "progress"]


@pytest.mark.parametrize(
    ("headers", "texts", "progress"),
    [
        ("本月进展 | 下月预计进展", "建成3个 | 建成10个", "建成3个"),
        ("8月计划完成情况 | 8月实际完成情况", "建成10个 | 建成3个", "建成3个"),
        ("2024年底进展 | 完成情况", "建成20个 | 建成3个", "建成3个"),
        ("上半年完成情况 | 目前进展", "建成2个 | 建成3个", "建成3个"),
        ("进展情况 | 存在问题及整改情况", "建成3个 | 苗木不足，已完成采购", "建成3个"),
        ("概述 | 近况", "新建公园10个 | 建成3个", "建成3个"),
    ],
)
def test_what_is_hoped_for_or_past_is_no_progress(headers: str, texts: str, progress: str) -> None:
    """Beside the report of the month, what is forecast, an earlier year's or half-year's and a problem tell none."""
    table = read(ruled(f"序号 | 项目 | 年度目标 | {headers}\n1 | 公园 | 建公园10个 | {texts}"), month="2025-08")
    assert table.items[0].progress.text == progress


def test_a_row_below_a_whole_header_is_no_second_level() -> None:
    """A first row that speaks like a header (年底前完成) is a row where each column has a header cell of its own."""
    rows = "污水处理工程 | 年底前完成 | 9月底前完成 | 已完成施工图设计 | 区水务局"
    table = read(ruled(f"项目名称 | 年度目标 | 三季度计划 | 8月进展 | 责任单位\n{rows}"))
    assert [item.progress.text for item in table.items] == ["已完成施工图设计"]


def test_a_task_that_counts_goes_before_the_rule_of_its_acceptance() -> None:
    """任务名称 that counts is the target beside 验收标准, which tells how it is accepted."""
    rows = "1 | 新建公园10个 | 通过综合验收 | 建成3个"
    assert (
        read(ruled(f"序号 | 任务名称 | 验收标准 | 进展\n{rows}"), month="2025-08").items[0].target.text
        == "新建公园10个"
    )


def test_reports_of_last_month_leave_the_progress_to_a_column_no_word_names() -> None:
    """上月进展 is not the progress where another column holds reports."""
    (item,) = read(
        ruled("序号 | 工作目标 | 上月进展 | 完成任务情况\n1 | 建10个公园。 | 已建成3个。 | 已建成8个公园。")
    ).items
    assert item.progress.text == "已建成8个公园。"


def test_names_below_an_empty_header_before_the_target_are_the_projects() -> None:
    """The cell over them was left empty."""
    rows = "1 | 农村公路工程 | 改造20公里 | 已改造16公里\n2 | 口袋公园工程 | 建5处 | 已建4处"
    items = read(ruled(f"序号 |  | 年度目标 | 8月进展\n{rows}")).items
    assert [item.project.text for item in items] == ["农村公路工程", "口袋公园工程"]


def test_reports_under_the_words_of_a_state_are_the_progress_beside_a_rate() -> None:
    """目标完成情况 heads states in one table and reports in another; the cells tell."""
    rows = "1 | 建10个公园。 | {} | 80%\n2 | 修5条路。 | {} | 60%"
    head = "序号 | 主要内容 | 年度目标完成情况 | 完成率"
    reports = read(ruled(f"{head}\n{rows.format('已建成8个公园。', '已修好3条路。')}")).items
    assert [item.progress.text for item in reports] == ["已建成8个公园。", "已修好3条路。"]
    states = read(ruled(f"{head}\n{rows.format('按序时推进', '滞后')}")).items
    assert [(item.status.text, item.progress.text) for item in states] == [("按序时推进", "80%"), ("滞后", "60%")]


def test_a_report_does_not_speak_like_a_header() -> None:
    """A first row whose texts begin as headers told by their verbs do (已完成19公里) is a row."""
    rows = "1 | 改造公路20公里 | 累计完成18公里 | 已完成19公里\n2 | 培训1000人 | 培训600人 | 培训700人"
    assert len(read(ruled(f"序号 | 主要内容 | 三季度工作计划 | 8月份完成情况\n{rows}")).items) == 2


def test_a_column_that_names_the_things_is_the_project() -> None:
    """Where no word names the project, the column next before the target that names a thing in each row is it."""
    rows = "1 | 老街排水管翻修 | 换管2.2公里 | 换管1.7公里\n2 | 校门口停车位 | 划线60个 | 划线64个"
    table = read(ruled(f"序号 | 暖民心行动 | 年度目标 | 8月进展\n{rows}"))
    assert [item.project.text for item in table.items] == ["老街排水管翻修", "校门口停车位"]


def test_bare_months_tell_the_progress_month_by_month() -> None:
    """Of columns headed by nothing but a month each the last one filled is judged."""
    rows = "1 | 新建公厕 | 座 | 10 | 2 | 5 | \n2 | 新增泊位 | 个 | 800 | 300 | 620 | "
    table = read(ruled(f"序号 | 项目名称 | 单位 | 目标任务 | 7月 | 8月 | 9月\n{rows}"), month="2025-08")
    assert [item.progress.text for item in table.items] == ["5座", "620个"]


def test_a_column_of_next_month_does_not_contradict_the_month_asked_for() -> None:
    """9月冲刺 beside a report without a month is no reason to refuse August."""
    rows = "1 | 公厕 | 建10座 | 建成9座 | 建成10座"
    assert read(ruled(f"序号 | 项目 | 年度目标 | 推进实况 | 9月冲刺\n{rows}"), month="2025-08").items


def test_of_reports_under_unknown_words_the_one_that_tells_of_the_past_is_the_progress() -> None:
    """Where no word names a column, cells that say what has been done tell it from cells that say what is to be."""
    rows = (
        "1 | 公厕提升 | 改造公厕20座 | 完成12座改造 | 已完工9座，其余正在施工",
        "2 | 口袋公园 | 新建口袋公园8个 | 建成5个口袋公园 | 目前建成5个，剩余3个10月完工",
    )
    table = read(ruled("\n".join(["序号 | 项目 | 年度目标 | 甲栏 | 乙栏", *rows])), month="2025-09")
    assert [column.name for column in table.columns][-2:] == ["extra", "progress"]
    assert [note.kind for note in table.audit if note.kind == "column_by_cells"] == ["column_by_cells"]


def test_a_table_of_the_whole_year_is_read_up_to_the_last_month_told() -> None:
    """Columns of months to come are empty: the last filled one is judged, and tells the day."""
    table = read(
        ruled("序号 | 年度目标 | 7月进展 | 8月进展 | 9月进展\n1 | 建10个公园。 | 招标。 | 已开工。 | ", "2025.xlsx")
    )
    assert table.items[0].progress.text == "已开工。"
    assert table.period.as_of == date(2025, 8, 31)


def test_columns_that_are_only_numbered_below_the_header_are_no_row() -> None:
    """甲 乙 1 2=1/2 under the header numbers the columns; the first item comes after it."""
    table = read(ruled("序号 | 年度目标 | 完成值 | 完成率\n甲 | 乙 | 1 | 2=1/3\n1 | 建10个公园。 | 7 | 70%"))
    assert [item.target.text for item in table.items] == ["建10个公园。"]


def test_a_figure_beside_its_indicator_is_part_of_the_target() -> None:
    """目标值 without a column of measures joins the indicator that it counts; both stay as typed in `extra`."""
    table = read(
        ruled("序号 | 量化指标 | 目标值 | 责任部门 | 9月完成值\n1 | 旧房改造 | 120户 | 区住建局 | 95户", "2025-09.xlsx")
    )
    (item,) = table.items
    assert (item.target.text, item.progress.text) == ("旧房改造120户", "95户")
    assert [cell.text for _, cell in item.extra] == ["旧房改造", "120户", "95户"]


def test_the_column_that_counts_is_the_target() -> None:
    """Where a column is only loosely named like a target and the other one counts what is to be done, that is asked."""
    rows = "\n".join(f"{no} | 公园{no} | 新建口袋公园{no + 1}个 | 已建成{no}个" for no in range(1, 6))
    items = read(ruled(f"序号 | 主要建设内容 | 重点事项 | 8月份完成情况\n{rows}")).items
    assert [item.target.text for item in items] == [f"新建口袋公园{no + 1}个" for no in range(1, 6)]
    assert [item.project.text for item in items] == [f"公园{no}" for no in range(1, 6)]


def test_of_a_column_for_each_month_the_last_one_filled_tells_the_progress() -> None:
    """Months to come stand empty beside those reported; they are kept aside and settle no period."""
    table = read(
        ruled(
            """
序号 | 项目名称 | 年度目标 | 7月进展 | 8月进展 | 9月进展
1 | 公路 | 修路20公里。 | 完成12公里 | 完成16公里 |
2 | 食堂 | 建食堂5家。 | 建成1家 | | """,
            "2025.xlsx",
        )
    )
    assert table.period.as_of == date(2025, 8, 31)
    assert [item.progress.text for item in table.items] == ["完成16公里", ""]


def test_the_target_of_the_year_goes_before_that_of_several() -> None:
    """十四五目标 beside 2025年目标 is kept aside: the year is judged."""
    table = read(
        ruled("序号 | 项目名称 | 十四五目标 | 2025年目标 | 8月进展\n1 | 公路 | 修路100公里。 | 修路20公里。 | 16公里。")
    )
    assert table.items[0].target.text == "修路20公里。"
    assert dict(table.items[0].extra)["十四五目标"].text == "修路100公里。"


@pytest.mark.parametrize(
    "row", ["1 | 2 | 3 | 4", "（1） | （2） | （3） | （4）", "甲 | 乙 | 1 | 2", "A | B | C | D=C/B"]
)
def test_a_row_that_counts_the_columns_is_no_item(row: str) -> None:
    """Statistical tables number their columns under the header."""
    table = read(ruled(f"序号 | 项目名称 | 年度目标 | 8月进展\n{row}\n1 | 公路 | 修路20公里。 | 16公里。"))
    assert [item.target.text for item in table.items] == ["修路20公里。"]


def test_a_rate_that_is_due_by_the_calendar_is_not_the_one_reached() -> None:
    """计划进度 beside 实际进度 is kept aside."""
    head = "序号 | 项目名称 | 年度目标 | 计划进度(%) | 实际进度(%) | 8月进展"
    table = read(ruled(f"{head}\n1 | 公路 | 修路20公里。 | 75 | 60 | 路面施工。"))
    assert table.items[0].rate.text == "60%"


# --- days and periods that a column tells ---------------------------------------------------------

DUE = [
    *(
        "竣工（计划）",
        "竣工时间",
        "计划竣工（年月）",
        "计划竣工年月",
        "完工时限",
        "完成（计划）",
        "计划完成",
        "预计完成",
    ),
    *("计划投用", "建设周期", "工期", "时间进度", "时间安排", "节点", "办结期限", "到期日", "通车时间", "时限"),
]


@pytest.mark.parametrize("days", [("2025.10", "2025.12"), ("2025年10月", "2025年12月"), ("10月底前", "2025年12月31日")])
@pytest.mark.parametrize("header", DUE)
def test_a_column_of_days_tells_when_each_item_is_due(header: str, days: tuple[str, str]) -> None:
    """Days below 竣工(计划) or 计划完成 are the items' due days, no plan to quote and no report."""
    first, second = days
    rows = f"1 | 建公园3个 | {first} | 建成1个 | 区住建局\n2 | 建学校2所 | {second} | 主体封顶 | 区教育局"
    table = read(ruled(f"序号 | 年度目标 | {header} | 8月进展 | 责任单位\n{rows}"))
    assert [item.due for item in table.items] == [date(2025, 10, 31), date(2025, 12, 31)]
    assert all(item.plan.blank for item in table.items)
    assert [item.progress.text for item in table.items] == ["建成1个", "主体封顶"]


@pytest.mark.parametrize("over", ["时间", "工期安排", "时间表", "进度安排", "年度计划", "建设期"])
@pytest.mark.parametrize("header", ["竣工", "完成", "竣工（计划）", "止"])
def test_a_day_on_the_second_level_is_due_too(over: str, header: str) -> None:
    """Of 开工 and 完成 under 时间表 the second tells when an item is due; neither tells what was done."""
    table = read(
        ruled(
            f"序号 | 年度目标 | {over} | ← | 8月进展\n↑ | ↑ | 开工 | {header} | ↑\n"
            "1 | 建公园3个 | 2025.3 | 2025.10 | 建成1个\n2 | 建学校2所 | 2024年9月 | 2025年12月 | 主体封顶"
        )
    )
    assert [column.name for column in table.columns] == ["no", "target", "extra", "due", "progress"]
    assert [item.due for item in table.items] == [date(2025, 10, 31), date(2025, 12, 31)]


@pytest.mark.parametrize("header", ["开工（计划）", "实际竣工时间", "填报日期", "督办日期", "启动时间", "批复时间"])
def test_a_day_of_something_else_is_not_due(header: str) -> None:
    """Days on which works began, were done or were written down tell nothing of when an item is due."""
    table = read(ruled(f"序号 | 年度目标 | {header} | 8月进展\n1 | 建公园3个 | 2025.7 | 建成1个"))
    assert (table.columns[2].name, table.items[0].due) == ("extra", None)


def test_figures_are_no_days() -> None:
    """3.2 may be a day of March; in a column whose word tells no day it is a figure."""
    table = read(ruled("序号 | 年度目标 | 进度计划 | 8月进展\n1 | 修路 | 3.2 | 完成1.2公里"))
    assert (table.columns[2].name, table.items[0].due) == ("plan", None)


@pytest.mark.parametrize(
    ("header", "due"),
    [
        ("本月目标", date(2025, 8, 31)),
        ("月度计划", date(2025, 8, 31)),
        ("应达进度", date(2025, 8, 31)),
        ("本季度目标", date(2025, 9, 30)),
        ("季度目标", date(2025, 9, 30)),
        ("节点计划", None),
    ],
)
def test_a_plan_of_this_month_or_quarter_is_due_at_its_end(header: str, due: date | None) -> None:
    """本月目标 is not left until December."""
    table = read(ruled(f"序号 | 年度目标 | {header} | 进展情况\n1 | 建公园3个 | 建成2个 | 建成1个"))
    assert (table.columns[2].name, table.period.plan_due) == ("plan", due)


@pytest.mark.parametrize(
    "header",
    [
        *("卡点", "当前堵点", "难点", "存在困难", "需协调事项", "制约因素", "瓶颈", "诉求", "影响因素", "短板"),
        *("困难及需市级支持事项", "需要协调的事项", "需解决事项", "提请研究事项", "是否存在问题", "主要难点（简述）"),
    ],
)
def test_what_hinders_is_the_problem(header: str) -> None:
    """A column of what hinders the work, or what others are to do about it, is the problem, never a project."""
    table = read(ruled(f"序号 | 项目名称 | 年度目标 | 8月进展 | {header}\n1 | 公园 | 建公园3个 | 建成1个 | 征地未完"))
    assert [column.name for column in table.columns] == ["no", "project", "target", "progress", "problem"]


def test_the_plan_up_to_the_month_is_held_against_the_sum() -> None:
    """Beside 累计 of plan and of report the month's own are kept aside."""
    table = read(
        ruled(
            "序号 | 年度目标 | 计划 | ← | 完成情况 | ←\n↑ | ↑ | 本月 | 累计 | 本月 | 累计\n"
            "1 | 新增托位1200个 | 新增120个 | 新增800个 | 新增95个 | 新增760个"
        )
    )
    assert (table.items[0].plan.text, table.items[0].progress.text) == ("新增800个", "新增760个")


def test_reports_below_a_word_not_known_are_the_progress() -> None:
    """Where no word names the progress, the only column that holds reports is taken for it, and the audit asks."""
    rows = "1 | 建公园3个 | 正在施工，建成1个 | 公园2\n2 | 建学校2所 | 主体封顶，正在装修 | 学校1"
    table = read(ruled(f"序号 | 年度目标 | 本月看点 | 图号\n{rows}", "2025-08.xlsx"))
    assert [item.progress.text for item in table.items] == ["正在施工，建成1个", "主体封顶，正在装修"]
    assert [note.text for note in table.audit if note.kind == "column_by_cells"] == [
        "“本月看点”一栏按所填内容读作完成情况，请确认。"
    ]


def test_a_word_here_and_there_is_no_progress() -> None:
    """A column that most rows leave empty tells no progress, whatever the few cells sound like."""
    rows = "1 | 建公园3个 | 雨季施工受限\n2 | 建学校2所 | \n3 | 修路20公里 | "
    with pytest.raises(InputError, match="no progress column"):
        read(ruled(f"序号 | 年度目标 | 补充\n{rows}", "2025-08.xlsx"))


def test_what_is_asked_stands_beside_what_is_only_named() -> None:
    """A column no word knows that counts what is to be done is the target, what it is done to the project; queried."""
    rows = "1 | 公厕提升 | 改造公厕20座 | 完工9座\n2 | 口袋公园 | 新建口袋公园8个 | 建成5个"
    table = read(ruled(f"序号 | 实事 | 要达到 | 8月进展\n{rows}"))
    assert [(item.project.text, item.target.text) for item in table.items] == [
        ("公厕提升", "改造公厕20座"),
        ("口袋公园", "新建口袋公园8个"),
    ]
    assert "“要达到”一栏按所填内容读作目标，请确认。" in [note.text for note in table.audit]


def test_figures_alone_belong_to_the_thing_named_before_them() -> None:
    """1.2万个 is no target by itself; a figure that the target tells already is not put behind it again."""
    rows = "1 | 促进就业 | 新增就业岗位 | 1.2万个 | 8300个\n2 | 改善出行 | 大修城市道路 | 14条 | 9条"
    table = read(ruled(f"序号 | 十件实事 | 具体项目 | 全年任务指标 | 8月完成情况\n{rows}"))
    assert [item.target.text for item in table.items] == ["新增就业岗位1.2万个", "大修城市道路14条"]
    rows = "1 | 增设路灯600盏 | 600盏 | 480盏\n2 | 配送点45个 | 45个 | 41个"
    table = read(ruled(f"序号 | 目标内容 | 全年完成目标 | 8月完成情况\n{rows}"))
    assert [item.target.text for item in table.items] == ["增设路灯600盏", "配送点45个"]


def test_what_is_still_to_be_done_is_no_project() -> None:
    """待完成事项 behind the report names no thing of its own; 一级任务 and 二级任务 before it do."""
    head = "序号 | 一级任务 | 二级任务 | 已完成事项 | 待完成事项"
    table = read(ruled(f"{head}\n1 | 城市更新 | 改造小区24个 | 完工13个 | 余下11个"))
    (item,) = table.items
    assert (item.project.text, item.target.text, item.progress.text, item.next_step.text) == (
        "城市更新",
        "改造小区24个",
        "完工13个",
        "余下11个",
    )


def test_whom_it_serves_is_not_what_is_asked() -> None:
    """受益群众 counts too, and is kept aside."""
    rows = "1 | 公厕提升 | 约3200人 | 完工9座\n2 | 口袋公园 | 约8000人 | 建成5个"
    table = read(ruled(f"序号 | 实事 | 受益群众 | 8月进展\n{rows}"))
    assert [item.target.text for item in table.items] == ["公厕提升", "口袋公园"]


def test_what_is_not_yet_done_is_not_taken_for_the_progress() -> None:
    """下一步 and 尚未完成 tell no progress, whatever stands there; without any the table is refused."""
    with pytest.raises(InputError, match="no progress column"):
        read(ruled("序号 | 年度目标 | 尚未完成的活 | 图号\n1 | 建公园3个 | 正在施工，建成1个 | 公园2", "2025-08.xlsx"))


@pytest.mark.parametrize(
    ("name", "headers"),
    [
        ("progress", "8月干成了啥 推进到什么程度了 落实得怎么样 完成了多少 现已竣工 阶段性成果 建设动态 已办事项"),
        ("plan", "8月要干啥 本月该干到哪 9月底应该完成 三季度工作重点 当月部署 应达目标"),
        ("problem", "卡在哪儿了 问题出在哪 还缺啥 遇到什么难题 为什么没完成 需上级协调解决 请求支持的事项 掣肘"),
        ("next_step", "如何破解 怎么赶 补救办法 接下来的工作安排 后面工作计划 下月目标 近期安排 下一步干什么"),
        ("due", "何时建成 哪天完成 几月交付 什么时候投用"),
        ("status", "完成没有 兑现了没 达标否 能否按期完成 是不是滞后 亮灯颜色 督查结论"),
        ("rate", "完成比率 任务落实率 整改率 完成程度"),
        ("lead_unit", "谁来管 谁主办 哪个单位负责 主办站所 承办方 责任社区 职能科室"),
        ("support_units", "谁来帮忙 配合主体 联办单位 协办方 其他责任单位"),
        ("lead_leader", "谁挂帅 谁来督办 分管负责同志 指挥长"),
        ("extra", "责任单位盖章 分管领导审签 主办单位审核 年底预计完成 全年预计完成率 督办单位"),
    ],
)
def test_plain_speech_and_its_kin_name_columns(name: str, headers: str) -> None:
    """What offices ask in plain words, or with one of many like words, is named as what it asks for."""
    words = vocabulary(NORMS.columns, {})
    assert {header: words.name(header) for header in headers.split()} == dict.fromkeys(headers.split(), name)


@pytest.mark.parametrize(
    "heads", ["三季度时间节点 | 8月份进展", "三季度节点 | 8月份进展", "三季度节点目标 | 8月份进展"]
)
def test_the_points_of_a_quarter_are_its_plan(heads: str) -> None:
    """Under 三季度时间节点 stands what is asked by the end of September, unless the cells are days."""
    table = read(ruled(f"序号 | 年度目标 | {heads}\n1 | 建10个公园。 | 完成招标。 | 已开工。"))
    assert (table.items[0].plan.text, table.period.plan_due) == ("完成招标。", date(2025, 9, 30))
    dated = read(ruled(f"序号 | 年度目标 | {heads}\n1 | 建10个公园。 | 2025年9月20日 | 已开工。"))
    assert dated.items[0].due == date(2025, 9, 20)


def test_the_points_of_a_quarter_may_stand_in_two_rows() -> None:
    """时间节点 over 二季度 and 三季度, and 三季度 over 时间节点 and 进展."""
    for upper, lower in (
        ("时间节点 | ← | 8月份进展", "二季度 | 三季度 | ↑"),
        ("二季度 | 三季度 | ←", "进展 | 时间节点 | 8月进展"),
    ):
        head = f"序号 | 年度目标 | {upper}\n↑ | ↑ | {lower}"
        table = read(ruled(f"{head}\n1 | 建10个公园。 | 已选址。 | 完成招标。 | 已开工。"))
        assert (table.items[0].plan.text, table.period.plan_due) == ("完成招标。", date(2025, 9, 30))


def test_a_column_kept_aside_bears_the_unit_that_stands_above_it() -> None:
    """Where only the upper of two heads tells the unit, the column is called by both."""
    head = "序号 | 工作目标 | 进展情况 | 资金情况（万元） | ←\n↑ | ↑ | ↑ | 年度安排 | 累计支付"
    table = read(ruled(f"{head}\n1 | 建10个公园。 | 开工。 | 860 | 391"))
    aside = {"资金情况（万元）年度安排": "860", "资金情况（万元）累计支付": "391"}
    assert {header: cell.text for header, cell in table.items[0].extra} == aside
    assert [column.header for column in table.columns][-2:] == list(aside)
