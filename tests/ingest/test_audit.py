"""What a careful clerk would query, and nothing on clean rows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reportgen import ingest
from reportgen.ingest import open_grids
from reportgen.ingest.audit import namesakes
from reportgen.records import AuditNote, Severity, Table
from tests.ingest.tables import NORMS, ROOT, read, ruled

HEAD = "序号 | 项目名称 | 主要内容 | 牵头区领导 | 牵头单位 | 配合单位 | 三季度工作计划 | 8月份完成情况"
CLEAN = ["建10个公园。", "甲某", "区住建局", "各街道", "建成6个公园。", "已建成7个公园。"]
FIELDS = {"target": 0, "lead_leader": 1, "lead_unit": 2, "support_units": 3, "plan": 4, "progress": 5}


def table(*rows: dict[str, str], month: str = "8", numbers: tuple[int | str, ...] = ()) -> Table:
    """A table of clean rows, each changed in the fields given."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = [row.get(field, CLEAN[at]) for field, at in FIELDS.items()]
        lines.append(" | ".join([str(numbers[number - 1] if numbers else number), f"便民{number}", *cells]))
    head = HEAD.replace("8月份", f"{month}月份")
    return read(ruled("\n".join([head, *lines]), f"2025-{int(month):02}.xlsx"))


def notes(**cells: str) -> list[AuditNote]:
    return list(table(cells).audit)


def test_a_clean_table_is_not_queried() -> None:
    """Rows that say what they should raise no note."""
    assert table({}, {"target": "修5条路。", "plan": "修3条路。", "progress": "已修4条路。"}).audit == ()


FAULTS = [
    ("lead_also_supports", {"lead_unit": "区交警大队", "support_units": "区财政局，区交警大队"}),
    ("several_leads", {"lead_unit": "区住建局、区交警大队"}),
    ("unit_unnamed", {"support_units": "区财政局、相关街道"}),
    ("unit_twice", {"support_units": "区财政局、区教育局、区财政局"}),
    ("doubled_words", {"support_units": "各街道社区卫生卫生服务中心"}),
    ("doubled_words", {"progress": "已建成7个公园。。"}),
    ("two_names", {"target": "开工建设云湖街道养老院。", "progress": "云湖街道敬老院已开工。"}),
    ("two_names", {"target": "新建认知症障碍照护床位40张。", "progress": "认知障碍照护床位已建成40张。"}),
    ("two_names", {"target": "发放高校毕业生就业创业补助。", "progress": "已发放高校毕业生就业创业补贴。"}),
    ("plan_copied", {"plan": "建成６个公园。", "progress": "建成6个公园。"}),
    ("list_miscounted", {"progress": "已建成东湖、西湖、南湖共4个公园。"}),
    ("list_miscounted", {"progress": "东湖、西湖、南湖、北湖三个公园已建成。"}),
    ("parts_unsummed", {"target": "完成15个场地建设，包括7个球场、5个泳池、2个步道。"}),
    ("share_wrong", {"target": "接种3.5万人次。", "progress": "接种16887人次，完成任务58.25%。"}),
    ("date_after", {"progress": "截至9月7日，已建成7个公园。"}),
    ("date_impossible", {"progress": "7个公园6月31日建成。"}),
    ("month_for_quarter", {"plan": "抽检700批次。", "progress": "8月份抽检220批次。", "target": "抽检2800批次。"}),
    ("missing_cell", {"progress": "/"}),
    ("missing_cell", {"progress": "#REF!"}),
    ("missing_cell", {"lead_unit": ""}),
    ("figure_missing", {"progress": "办班3期，培训 人次。"}),
    ("bracket_open", {"progress": "已建成7个公园（东湖等处。"}),
    ("numbering_broken", {"progress": "1.东湖已建成。 3.西湖已建成。"}),
    ("until_when", {"progress": "截止到8月底，已建成7个公园。"}),
    ("date_incomplete", {"progress": "已建成7个公园，9月20前再开工2处。"}),
    ("hedged_twice", {"progress": "受益约1500余人。"}),
    ("count_vague", {"progress": "已建成7个以上公园。"}),
    ("unit_differs", {"target": "培训2万人次。", "plan": "培训1.5万人次。", "progress": "培训13925人。"}),
    ("far_over_target", {"progress": "已建成106个公园。"}),
    ("over_target", {"progress": "已建成23个公园。"}),
    ("over_target", {"target": "帮扶老人20名、儿童10名。", "progress": "已帮扶老人50名、儿童8名。"}),
    ("plan_over_target", {"plan": "建成16个公园。"}),
    ("target_copied", {"progress": "建１０个公园。"}),
    ("missing_cell", {"lead_leader": ""}),
    ("date_after", {"progress": "7个公园已于9月15日建成。"}),
    ("share_over", {"progress": "已建成7个公园，完成总工程量的120%。"}),
    ("list_uneven", {"progress": "调整12路、22路、K5、108路共4条线路，建成7个公园。"}),
    ("count_rounded", {"progress": "已建成公园超6个。"}),
    ("figure_untold", {"target": "改造公路20公里。", "plan": "项目实施。", "progress": "项目完成。"}),
    ("figure_untold", {"target": "开课50门，办活动20场。", "plan": "开课。", "progress": "已办活动12场。"}),
    ("share_untold", {"plan": "完成总工程量的70%。", "progress": "已办理立项，正在招标。"}),
    ("rest_uncounted", {"progress": "东湖公园已建成，其余公园完成95%。"}),
    ("done_or_not", {"plan": "完成施工图设计。", "progress": "施工图设计，概算调整。"}),
    ("list_open", {"progress": "已建成7个公园，正在栽树、铺路等。"}),
    ("plan_unmeasurable", {"plan": "做好宣传工作。"}),
    ("target_hedged", {"target": "建公园约10个。"}),
    ("target_unmeasurable", {"target": "加快推进东湖片区改造。", "plan": "开工。", "progress": "已开工。"}),
    ("share_of_what", {"target": "改造东湖片区。", "plan": "项目完成70%。", "progress": "已完成总工程量的72%。"}),
    ("share_untold", {"target": "康复救助110名、适配辅具580件。", "plan": "完成率≥85%。",
                      "progress": "已救助97名，适配辅具294件。"}),
    ("quotes_differ", {"target": "建“口袋公园”10个。", "progress": "口袋公园已建成7个。"}),
    ("number_in_hanzi", {"progress": "八月份建成1个公园，累计建成7个。"}),
    ("number_in_hanzi", {"target": "整治积水点20个。", "plan": "整治6个。", "progress": "已整治积水点十一个。"}),
    ("scope_widened", {"target": "助餐300人。", "plan": "助餐200人。", "progress": "已助餐260人（含路过游客）。"}),
    ("work_differs", {"target": "改造提升2家养老中心。", "plan": "新建养老中心2家。", "progress": "已开工。"}),
    ("text_outdated", {"progress": "截至7月底，已建成7个公园。"}),
    ("text_outdated", {"progress": "已建成7个公园，预计7月底再建1个。"}),
    ("over_target", {"target": "新增及优化公交线路4条。", "plan": "优化1条。",
                     "progress": "新增公交线路9条，优化公交线路7条。"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "cells"), FAULTS)
def test_each_fault_is_found_alone(kind: str, cells: dict[str, str]) -> None:
    """One fault in a clean row gives its own note, with the item's number and a cell of its row."""
    (note,) = notes(**cells)
    assert (note.kind, note.no) == (kind, 1)
    assert (note.where.row, note.text[-1] in "。？") == (2, True)


def test_a_month_in_hanzi_is_read_as_one_in_figures() -> None:
    """八月份抽检220批次 is a month's figure like 8月份抽检220批次, and its hanzi are queried too."""
    found = notes(plan="抽检700批次。", progress="八月份抽检220批次。", target="抽检2800批次。")
    assert [note.kind for note in found] == ["number_in_hanzi", "month_for_quarter"]


SOUND = [
    {"target": "改造老旧小区9个、1126户。", "plan": "5个小区开工。", "progress": "5个小区集中开工。"},
    {"support_units": "区财政局、县经开区、区教育局"},
    {"progress": "已建成东湖、西湖、南湖共3个公园。"},
    {"progress": "已建成东湖、西湖、南湖等7个公园。"},
    {"progress": "已建成东湖、西湖和南湖3个公园。"},
    {"progress": "优化12路、22路、K5路、108路、湖滨环线等7条线路。"},
    {"target": "完成15个场地建设，包括7个球场、5个泳池、3个步道。"},
    {"target": "接种3.5万人次。", "progress": "接种16887人次，完成任务48.25%。"},
    {"progress": "截至8月底，已建成7个公园。"},
    {"progress": "已建成7个公园，力争10月底前再建3个，9月20日开标。"},
    {"plan": "抽检700批次。", "progress": "1-8月抽检820批次，8月份抽检220批次。", "target": "抽检2800批次。"},
    {"plan": "抽检700批次。", "progress": "截至8月底累计抽检820批次。", "target": "抽检2800批次。"},
    {"progress": "1.东湖已建成。 2.西湖已建成。"},
    {"progress": "（1）东湖已建成；2）西湖已建成。"},
    {"support_units": "/"},
    {"progress": "新增7处，1.2公里绿道已贯通，10.5亩绿地已移交。"},
    {"target": "开工建设云湖街道养老院。", "progress": "云湖街道养老院已开工。"},
    {"target": "开展区级以上比赛10场次。", "progress": "已开展区级以上比赛9场。"},
    {"progress": "7个公园已于8月15日建成。"},
    {"progress": "预计9月15日建成第8个公园，已建成7个。"},
    {"plan": "完成总工程量的70%。", "progress": "已完成总工程量的72%。"},
    {"plan": "完成总工程量的70%。", "progress": "已全部竣工，投入使用。"},
    {"target": "更换课桌8000套。", "plan": "完成更换。", "progress": "全部更换完成。"},
    {"target": "建公园3个，铺绿道5公里。", "plan": "开工。", "progress": "已建成公园1个，绿道正在铺设。"},
    {"progress": "已建成7个公园，其余3个正在施工。"},
    {"progress": "东湖、西湖、南湖等公园正在施工。"},
    {"progress": "已建成7个公园，其余公园正在施工。"},
    {"target": "建公园3个，受益群众1.8万人。", "plan": "开工。", "progress": "已建成公园1个。"},
    {"target": "建驿站12个、更新车辆30辆。", "plan": "建成6个。", "progress": "驿站建成7个，车辆正在招标。"},
    {"progress": "受疫情影响停办。"},
    {"plan": "持续推进施工。", "progress": "已建成7个公园。"},
    {"plan": "加强监管，抽检100批次。", "target": "抽检200批次。", "progress": "已抽检120批次。"},
    {"target": "培训100人，惠及2万人次。", "plan": "培训80人。", "progress": "已培训90人。"},
    {"target": "建公园10个、厕所2个。", "plan": "建成6个。", "progress": "已建成公园9个、厕所2个。"},
    {"plan": "抽检700批次。", "progress": "已抽检820批次，4月因汛情暂停的6批次已补。", "target": "抽检2800批次。"},
    {"progress": "东湖区、西湖区、南湖区、北湖区分别建成3个、2个、1个、1个，共7个公园。"},
    {"target": "建市场10个。", "plan": "建成2个。", "progress": "已招聘71场，提供岗位1.9万个。"},
    {"target": "建管网35公里。", "plan": "建成。", "progress": "任务调整为28公里，完成24.5公里，占任务的87.5%。"},
    {"target": "改造420户。", "plan": "改造。", "progress": "完成年度任务420户，其中施工完毕397户，验收合格381户。"},
    {"target": "培训900人次。", "plan": "培训。", "progress": "1-8月举办电工、育婴员、销售等培训班9期，培训637人次。"},
    {"target": "改造小区18个，涉及居民7216户。", "plan": "开工。", "progress": "18个小区已开工15个。"},
    {"progress": "优化725路、K5路、区际快线三路共3条线路，建成7个公园。"},
    {"target": "改造小区18个，惠及居民约3200户。", "plan": "开工。", "progress": "18个小区已开工15个。"},
    {"target": "为初一女生（约6200人）接种疫苗。", "plan": "开针。", "progress": "已接种6180人。"},
    {"target": "推进东湖片区改造，年底前完工。", "plan": "开工。", "progress": "已开工。"},
    {"target": "改造东湖片区。", "plan": "室内装修完成70%。", "progress": "室内装修完成72%。"},
    {"target": "抽检200批次。", "plan": "处置率100%。", "progress": "抽检96批次，不合格6批次，已全部立案处置。"},
    {"target": "建“口袋公园”10个。", "progress": "“口袋公园”已建成7个，另有1个口袋公园在建。"},
    {"target": "办“三月三”活动10场。", "plan": "办6场。", "progress": "已办“三月三”活动7场，落实稳就业二十条措施。"},
    {"target": "办招聘会60场。", "plan": "办40场。", "progress": "已办招聘会44场（含夜市招聘12场）。"},
    {"target": "新建公厕2座，改造公厕3座。", "plan": "改造3座。", "progress": "新建2座已开工，改造3座已完成。"},
    {"progress": "1—7月建成6个公园，截至8月20日建成7个。"},
    {"progress": "已建成7个公园，原预计7月底再建1个，因汛情推迟。"},
    {"progress": "已建成7个公园，力争10月底再建1个，预计9月上旬开标。"},
    {
        "target": "筛查1.6万名妇女。",
        "plan": "筛查1万名。",
        "progress": "宫颈癌筛查妇女16108人、乳腺癌筛查妇女16094人。",
    },
]


@pytest.mark.parametrize("cells", SOUND)
def test_sound_rows_are_not_queried(cells: dict[str, str]) -> None:
    """What only looks like a fault raises no note."""
    assert notes(**cells) == []


def test_grave_notes_are_told_from_hints() -> None:
    """A missing progress is an error that decides, copied units a query, a lacking stop a hint."""
    (missing,) = notes(progress="")
    assert (missing.severity, missing.decisive) == (Severity.ERROR, True)
    (twice,) = notes(support_units="区财政局、区财政局")
    assert (twice.severity, twice.decisive) == (Severity.QUERY, False)


def test_a_rate_and_a_status_are_held_to_the_figures_beside_them() -> None:
    """A rate that count and target do not give, and 已完成 beside a rate below 100%, are queried; sound ones not."""
    head = "序号 | 项目名称 | 目标任务 | 牵头单位 | 8月份完成情况 | 完成率 | 进度状态"
    good = "1 | 教育 | 新建学校10所。 | 区教育局 | 已建成9所。 | 95% | 按序时推进"  # one more is being built
    rate = "2 | 养老 | 培训护理员200人。 | 区民政局 | 已培训90人。 | 70% | 按序时推进"
    claim = "3 | 交通 | 改造公路50公里。 | 区交通局 | 已改造40公里。 | 80% | 已完成"
    found = read(ruled("\n".join([head, good, rate, claim]))).audit
    assert [(note.kind, note.no, note.where.column) for note in found] == [
        ("share_wrong", 2, 6),
        ("status_against_rate", 3, 7),
    ]
    short = "1 | 教育 | 新建学校10所。 | 区教育局 | 已建成9所。 | 100% | 按序时推进"
    assert [note.kind for note in read(ruled(f"{head}\n{short}")).audit] == ["share_wrong"]


@pytest.mark.parametrize(
    ("header", "status", "told", "kinds"),
    [
        ("是否完成", "是", "已更新公交车12辆。", ["status_against_rate"]),
        ("是否按计划推进", "是", "已更新公交车12辆。", []),
        ("进度状态", "正常", "15辆公交车已运抵，正在挂牌。", []),
    ],
)
def test_a_yes_says_done_only_where_the_header_asks(header: str, status: str, told: str, kinds: list[str]) -> None:
    """是 under 是否按计划推进 is no claim of completion, nor is what has arrived and still waits to be put to use."""
    head = f"序号 | 主要内容 | 8月份完成情况 | 完成率 | {header}"
    found = read(ruled(f"{head}\n1 | 更新公交车15辆。 | {told} | 80% | {status}", "2025-08.xlsx"))
    assert [note.kind for note in found.audit] == kinds


def test_a_due_day_that_cannot_be_read_is_queried() -> None:
    """What leaves an item to the year's end, and a day of a year gone by, is named; days in any form are not."""
    days = ("2025.10月", "25年10月", "202511", "预计2025年12月（暂定）", "2025.13", "长期", "2024.10.31")
    rows = [f"{no} | 新建{no + 3}个公园。 | {day} | 已开工。" for no, day in enumerate(days, 1)]
    read_ = read(ruled("\n".join(["序号 | 目标任务 | 完成时限 | 8月份完成情况", *rows])))
    found = [note for note in read_.audit if note.kind.startswith("due")]
    assert [(note.kind, note.no, note.severity) for note in found] == [
        ("due_unread", 5, Severity.QUERY),
        ("due_unread", 6, Severity.HINT),
        ("due_outdated", 7, Severity.QUERY),
    ]
    assert [note.text for note in found[1:]] == [
        "完成时限“长期”读不出日期。",
        "完成时限“2024.10.31”早于2025年，年份是否有误？",
    ]
    assert all(item.plan.blank for item in read_.items)


def test_firms_by_two_names_are_found_among_many() -> None:
    """湖投公司 is matched with the one long name that its letters can be drawn from."""
    names = ("湖投公司", "湖畔开发投资有限公司", "滨江置业发展有限公司", "湖滨城市建设有限公司")
    assert list(namesakes.short_firms(names)) == [("湖投公司", "湖畔开发投资有限公司")]


# --- the table as a whole -------------------------------------------------------------------------


def test_stops_and_commas_unlike_the_rest() -> None:
    """A cell without the full stop that nearly all have, or with a comma of the other width, is named."""
    rows = [
        {"target": f"建{n}个公园，修{n}条路。", "progress": "已建成，已验收。", "plan": "建成。"} for n in range(5, 17)
    ]
    rows[3]["progress"] = "已建成，已验收"
    rows[7]["target"] = "建1个公园,修2条路。"
    found = table(*rows).audit
    assert [(note.kind, note.where.row) for note in found] == [("punctuation", 9), ("stop_missing", 5)]
    assert "第4项" in found[1].text


def test_half_width_stops_are_told_once() -> None:
    """A table typed with half-width commas among hanzi gets one note; commas inside numbers are no fault."""
    half = [{"target": f"建{n}个公园,修路。", "progress": "已建成,已验收。", "plan": "建成。"} for n in range(2)]
    assert [(note.kind, note.no) for note in table(*half).audit] == [("half_width", None)]
    assert table({"target": "培训1,000人。", "plan": "培训800人。", "progress": "已培训900人。"}).audit == ()


def test_straight_quotes_and_dots_unlike_the_rest() -> None:
    """A straight quotation mark or a dot where nearly all cells have “” and 。 is named; 3.5公里 has no such dot."""
    rows = [{"target": f"建“{name}”公园，修路3.5公里。", "plan": "建成。"} for name in "东西南北中上下左右前后"]
    assert table(*rows).audit == ()
    rows[2]["target"] = '建"南"公园，修路3.5公里。'
    rows[4]["target"] = "建“中”公园，修路3.5公里，已验收."
    assert [(note.kind, note.no) for note in table(*rows).audit if note.no] == [("punctuation", 3), ("punctuation", 5)]


def test_one_unit_with_and_without_its_region() -> None:
    """区市场监管局 beside 市场监管局 is one unit under two names; 区妇联 and 妇联会 are not."""
    rows = [{"support_units": name, "target": f"修{name}路。"} for name in ("区市场监管局", "市场监管局", "区妇联")]
    assert [(note.kind, note.no) for note in table(*rows).audit] == [("two_names", 1)]
    assert table(*rows[1:]).audit == ()


def test_one_progress_under_two_targets() -> None:
    """A long text that stands under two targets is queried; a short one (正在施工) is usage."""
    told = "已完成招标和施工许可，正在进行主体施工。"
    rows = [{"target": f"建{name}学校。", "plan": "开工。", "progress": told} for name in ("东湖", "西湖")]
    assert [(note.kind, note.no) for note in table(*rows).audit] == [("progress_twice", 2)]
    rows = [{"target": f"建{name}学校。", "plan": "开工。", "progress": "正在施工。"} for name in ("东湖", "西湖")]
    assert table(*rows).audit == ()


def test_names_of_units_cut_short() -> None:
    """A name without its kind, and a firm by its short name, are hinted at among whole names."""
    rows = [{"target": f"修{name}路。", "support_units": f"区{name}局"} for name in "财教卫水农林文统税审计发"]
    assert table(*rows).audit == ()
    rows[0]["support_units"] = "东湖、西湖街道"
    rows[1]["support_units"] = "湖投公司、湖畔新城开发投资有限公司"
    found = table(*rows).audit
    assert [(note.kind, note.no) for note in found] == [("two_names", 2), ("unit_cut_short", 1)]
    assert "湖畔新城" in found[0].text


def test_numbers_and_rows_that_come_twice() -> None:
    """A number used twice, one left out, and a target repeated under one project are named."""
    rows = [{"target": f"修{n}条路。"} for n in range(1, 5)]
    assert {note.kind for note in table(*rows[:3], numbers=(1, 2, 2)).audit} == {"number_twice"}
    assert {note.kind for note in table(*rows[:3], numbers=(1, 2, 4)).audit} == {"number_left_out"}
    # where most come twice they count what the projects are grouped by
    assert table(*rows, numbers=("一", "一", "二", "二")).audit == ()
    again = read(ruled(f"{HEAD}\n1 | 便民 | {' | '.join(CLEAN)}\n↑ | ↑ | {' | '.join(CLEAN)}"))
    assert [note.kind for note in again.audit] == ["target_twice"]


@pytest.mark.parametrize(
    ("numbered", "told"),
    [
        ("1 2 2 3", ["序号2出现2次（第3、4行）。"]),
        ("1甲 2甲 3乙 2乙", ["序号2出现2次（第3、5行）。"]),  # they count the items
        ("1甲 2乙 2乙 3丙", []),  # they count the projects
        ("1甲 2乙 ↑丙 3丁", []),  # written once
    ],
)
def test_a_number_that_is_written_twice_is_told_with_both_places(numbered: str, told: list[str]) -> None:
    """It is one number twice, with projects named or not; a project's own may stand in each of its rows."""
    rows = [f"{one[0]} | {one[1:]} | 建{at}个公园。 | 已开工。" for at, one in enumerate(numbered.split(), start=1)]
    lines = "\n".join(["序号 | 项目名称 | 主要内容 | 8月份完成情况", *rows])
    assert [note.text for note in read(ruled(lines)).audit if note.kind != "number_left_out"] == told


def test_one_leader_among_a_units_rows() -> None:
    """A unit's only row under another leader is hinted at; two of them are usage."""
    rows = [{"target": f"修{n}条路。"} for n in range(1, 6)]
    rows[4]["lead_leader"] = "乙某"
    assert [(note.kind, note.no) for note in table(*rows).audit] == [("leader_differs", 5)]
    rows[3]["lead_leader"] = "乙某"
    assert table(*rows).audit == ()


# --- the real tables ------------------------------------------------------------------------------


def test_the_real_table_is_queried_as_clerks_did() -> None:
    """The queries on the real August table, by kind; every one names a cell of its row."""
    path = ROOT / "tests" / "data" / "2025-08.txt"
    found = read(*open_grids(path)).audit
    assert Counter(note.kind for note in found) == {
        "two_names": 5,
        "figure_untold": 4,
        "plan_copied": 4,
        "share_untold": 4,
        "target_unmeasurable": 3,
        "quotes_differ": 3,
        "target_hedged": 3,
        "doubled_words": 2,
        "plan_unmeasurable": 2,
        "several_leads": 2,
        "stop_missing": 2,
        "unit_cut_short": 2,
        "unit_differs": 2,
        "count_rounded": 1,
        "count_vague": 1,
        "date_after": 1,
        "date_incomplete": 1,
        "done_or_not": 1,
        "far_over_target": 1,
        "half_width": 1,
        "hedged_twice": 1,
        "lead_also_supports": 1,
        "leader_differs": 1,
        "list_open": 1,
        "list_uneven": 1,
        "month_for_quarter": 1,
        "over_target": 2,
        "number_in_hanzi": 1,
        "scope_widened": 1,
        "share_of_what": 2,
        "work_differs": 1,
        "rest_uncounted": 1,
        "unit_unnamed": 1,
        "until_when": 1,
    }
    lines = path.read_text(encoding="utf-8").split("\n")
    assert "卫生卫生" in lines[next(note for note in found if note.kind == "doubled_words").where.row - 1]


@pytest.mark.parametrize(("rates", "found"), [("70% 0.6 75%", [2]), ("70 0.6 75", [2]), ("0.7 0.6 0.75", [])])
def test_a_fraction_among_rates_of_another_form_is_queried(rates: str, found: list[int]) -> None:
    """0.6 beside 75% may be 0.6% or 60%; where all rates are fractions the column speaks for itself."""
    rows = [f"{no} | 建10个公园。 | 已建成7个公园。 | {rate}" for no, rate in enumerate(rates.split(), start=1)]
    read_back = read(ruled("\n".join(["序号 | 主要内容 | 8月份完成情况 | 完成率", *rows]), "2025-08.xlsx"))
    assert [note.no for note in read_back.audit if note.kind == "rate_fraction"] == found


def test_a_cell_that_was_not_written_is_placed_in_its_row(tmp_path: Path) -> None:
    """A row of CSV that ends before its progress names the row, and no other cell in the place of the missing one."""
    path = tmp_path / "2025-08.csv"
    path.write_text("序号,主要内容,牵头单位,8月完成情况\n1,修路5条,区交通局,已修4条\n2,建校1所,区教育局,\n", "utf-8")
    (note,) = ingest.read([path], NORMS).audit
    assert (str(note.where), note.text) == ("第3行", "完成情况未填。")


@pytest.mark.parametrize(("told", "found"), [(["", "/"], 1), (["", "已建成7个。"], 0)])
def test_a_column_of_reports_that_is_wholly_empty_is_told_once(told: list[str], found: int) -> None:
    """Where rates stand for the reports no cell is asked for; that nothing at all is reported is told."""
    rows = (f"{no} | 建{no}0个公园。 | {cell} | 70%" for no, cell in enumerate(told, start=1))
    read_back = read(ruled("\n".join(["序号 | 主要内容 | 8月份完成情况 | 完成率", *rows]), "2025-08.xlsx"))
    assert [note.kind for note in read_back.audit].count("column_empty") == found
    assert not [note for note in read_back.audit if note.kind == "missing_cell" and "完成情况" in note.text]
