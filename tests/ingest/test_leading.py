"""Who leads and who supports, told in one column of units."""

from __future__ import annotations

import pytest

from reportgen.ingest.columns import duties
from reportgen.records import Item
from tests.ingest.tables import NORMS, read, ruled

LABELS = NORMS.columns.by_label


def units(item: Item) -> tuple[str, str]:
    return item.lead_unit.text, item.support_units.text


def first(header: str, cell: str, below: str = "") -> Item:
    lines = [
        "2025年8月进展",
        f"项目名称 | 年度目标 | {header} | 8月份完成情况",
        f"公园 | 建10个。 | {cell} | 已开工。",
        below,
    ]
    return read(ruled("\n".join(filter(None, lines)))).items[0]


@pytest.mark.parametrize(
    "header",
    [
        "责任单位（列首位的为牵头单位）",
        "责任单位（排名第一的为牵头）",
        "责任部门（首位牵头）",
        "责任单位（牵头单位列第一位）",
    ],
)
def test_the_first_leads_where_the_header_says_so(header: str) -> None:
    """The others support it; beside a header that does not say so all of them lead."""
    assert units(first(header, "县人社局、县发改局、各镇")) == ("县人社局", "县发改局、各镇")
    assert units(first(header, "县人社局")) == ("县人社局", "")
    assert units(first("第一牵头单位", "县人社局、县发改局")) == ("县人社局、县发改局", "")


def test_the_first_leads_where_a_note_says_so() -> None:
    """A remark below the table holds for its column."""
    note = "注：责任单位中排在首位的为牵头单位。 | ← | ← | ←"
    assert units(first("责任单位", "县人社局、县发改局", note)) == ("县人社局", "县发改局")


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        ("区教体局牵头，区财政局、各街道（镇）配合", ["区教体局"], ["区财政局", "各街道（镇）"]),
        ("由区住建局牵头负责，区水务局配合。", ["区住建局"], ["区水务局"]),
        ("区卫健局主办；区医保局、区财政局等协办", ["区卫健局"], ["区医保局", "区财政局等"]),
        ("区民政局、区残联按职责分工负责", ["区民政局", "区残联"], []),
        ("区民政局牵头，区住建局、区残联按职责分工负责", ["区民政局"], ["区住建局", "区残联"]),
        ("区委老干部局牵头", ["区委老干部局"], []),
    ],
)
def test_a_sentence_tells_who_leads(text: str, leads: list[str], supports: list[str]) -> None:
    """The verbs are labels of the norms; how the work is shared is no part of a name."""
    told = duties.told(text, LABELS)
    assert told is not None
    assert [list(names) for names in told] == [leads, supports]


@pytest.mark.parametrize(
    "text", ["区教育局、区财政局", "区教育局负责方案制定，各街道配合", "各街道配合", "牵头完成招标"]
)
def test_other_texts_are_no_such_sentence(text: str) -> None:
    """A list, work that is shared out, or help without a leader."""
    assert duties.told(text, LABELS) is None


def test_a_column_of_such_sentences_is_that_of_the_units() -> None:
    """责任分工, and any other header that the norms do not know."""
    for header in ("责任分工", "职责分工", "任务分工安排表"):
        assert units(first(header, "区教体局牵头，区财政局、各街道配合")) == ("区教体局", "区财政局、各街道")


def test_labels_part_units_without_a_line_between_them() -> None:
    """主责：甲局协同：乙局, as a PDF gives it; a label that the norms do not know parts nothing."""
    assert units(first("责任单位", "主责：区卫健局协同：区医保局、区财政局")) == ("区卫健局", "区医保局、区财政局")
    assert units(first("责任单位", "承办：区卫健局 协助：各镇")) == ("区卫健局", "各镇")
    odd = "主责：区卫健局监督：区纪委"
    assert units(first("责任单位", odd)) == (odd, "")


LED = "民生实事 | 年度目标 | 分管领导 | 8月计划 | 8月落实情况"
PARK = "公园 | 建10个公园。 | 甲某某 | 完工。 | 建成4个。"
ROAD = "道路 | 修5条路。 | 乙某某 | 完工。 | 修成2条。"


def headed(*headings: str, head: str = LED, rows: tuple[str, ...] = (PARK, ROAD)) -> list[tuple[str, str]]:
    spans = " | ←" * head.count("|")
    lines = [line for heading, row in zip(headings, rows, strict=True) for line in (heading + spans, row)]
    table = read(ruled("\n".join(["2025年8月进展" + spans, head, *lines])))
    return [(item.project.text, item.lead_unit.text) for item in table.items]


@pytest.mark.parametrize(
    "headings",
    [
        ("区教育局（2项）", "城市更新公司（1项）"),
        ("一、区教育局", "二、城市更新公司"),
        ("牵头单位：区教育局（共2项）", "牵头单位：城市更新公司（共1项）"),
        ("（一）责任单位：区教育局", "（二）责任单位：城市更新公司"),
    ],
)
def test_rows_grouped_by_units_are_led_by_those(headings: tuple[str, str]) -> None:
    """Headings that are names of units, all of them, or labelled so, tell who leads where no column does."""
    assert headed(*headings) == [("公园", "区教育局"), ("道路", "城市更新公司")]


def test_headings_that_name_works_lead_nothing() -> None:
    """新建学校 ends as a unit does; nor headings beside a column of who leads, nor groups of which one is a unit."""
    assert headed("一、新建学校", "二、改造医院") == [("公园", ""), ("道路", "")]
    assert headed("一、城市建设", "二、区教育局") == [("公园", ""), ("道路", "")]
    head, rows = f"{LED} | 责任单位", (f"{PARK} | 区住建局", f"{ROAD} | ")
    assert headed("区教育局", "区交通局", head=head, rows=rows) == [("公园", "区住建局"), ("道路", "")]


def test_rows_grouped_by_units_without_names_of_projects() -> None:
    """The unit of a heading is no project's name."""
    head, rows = "年度目标 | 8月落实情况", ("建10个公园。 | 建成4个。", "修5条路。 | 修成2条。")
    assert headed("区教育局", "区交通局", head=head, rows=rows) == [("", "区教育局"), ("", "区交通局")]


def test_headings_may_tell_which_leader_is_responsible() -> None:
    """责任领导：… over the rows of a group names no project."""
    spans, head = " | ←" * 2, "项目名称 | 年度目标 | 8月进展"
    rows = [
        f"责任领导：甲某某{spans}",
        "公园 | 建10个公园。 | 建成4个。",
        f"责任领导：乙某某{spans}",
        "道路 | 修5条路。 | 已修。",
    ]
    table = read(ruled("\n".join([f"2025年8月{spans}", head, *rows])))
    assert [(item.project.text, item.lead_leader.text) for item in table.items] == [
        ("公园", "甲某某"),
        ("道路", "乙某某"),
    ]


def test_a_unit_that_heads_rows_may_stand_in_the_column_of_numbers() -> None:
    """Its cell is not merged over the row: what is no number heads the rows below."""
    lines = ["序号 | 项目名称 | 年度目标 | 8月进展", "区教育局（1项） |  |  | ", "1 | 学校 | 建1所。 | 已开工。"]
    lines += ["区交通局（1项） |  |  | ", "2 | 道路 | 修5条。 | 已修。"]
    items = read(ruled("\n".join(lines))).items
    assert [(item.project.text, item.lead_unit.text) for item in items] == [("学校", "区教育局"), ("道路", "区交通局")]


def test_sheets_that_bear_the_names_of_units_are_led_by_those() -> None:
    """One sheet for each department; 汇总 beside them, or a column of who leads, nothing is taken from the names."""

    def leads(*names: str, column: str = "") -> list[str]:
        lines = [f"项目名称 | 年度目标 | 8月进展{column}\n{name} | 建1所。 | 已开工。" for name in ("学校", "道路")]
        lines = [f"{line} | " if column else line for line in lines]
        return [
            item.lead_unit.text
            for item in read(
                *(ruled(line, "2025-08.xlsx", name) for line, name in zip(lines, names, strict=True))
            ).items
        ]

    assert leads("区教育局", "区住建局") == ["区教育局", "区住建局"]
    assert leads("一、区教育局", "2.区住建局（1项）") == ["区教育局", "区住建局"]
    assert leads("区教育局", "汇总") == ["", ""]
    assert leads("区教育局", "区住建局", column=" | 责任单位") == ["", ""]


@pytest.mark.parametrize("column", [1, 2, 3])
def test_a_label_at_the_end_of_a_cell_tells_who_leads(column: int) -> None:
    """责任单位：… may stand behind the name, the target or the report, and is no part of it."""
    row = ["1", "学校", "建1所", "已开工"]
    row[column] += "（责任单位：区教育局；配合单位：区住建局）。"
    (item,) = read(ruled("序号 | 项目名称 | 年度目标 | 8月进展\n" + " | ".join(row), "2025-08.xlsx")).items
    told = (item.project, item.target, item.progress, item.lead_unit, item.support_units)
    assert [cell.text for cell in told] == ["学校", "建1所", "已开工", "区教育局", "区住建局"]


def test_a_sentence_in_brackets_at_the_end_of_a_cell_tells_who_leads() -> None:
    """学校（区教育局牵头，区住建局配合） names its project and units; a bracket that says anything else is kept."""
    head = "序号 | 项目名称 | 年度目标 | 8月进展"
    rows = ["1 | 学校（区教育局牵头，区住建局配合） | 建1所 | 已开工", "2 | 公园（含广场） | 建2个 | 已建1个"]
    items = read(ruled("\n".join([head, *rows]), "2025-08.xlsx")).items
    told = [(item.project.text, item.lead_unit.text, item.support_units.text) for item in items]
    assert told == [("学校", "区教育局", "区住建局"), ("公园（含广场）", "", "")]


def test_a_project_of_which_some_rows_name_their_units_stays_one() -> None:
    """Its name is kept as it stands where a column tells who leads, and the row without one has the unit in it."""
    head = "序号 | 项目名称 | 年度目标 | 8月进展 | 责任单位"
    rows = ["1 | 学校（区教育局牵头） | 建1所 | 已开工 | ", "2 | ↑ | 建2所 | 已开工 | 区住建局"]
    table = read(ruled("\n".join([head, *rows]), "2025-08.xlsx"))
    assert [item.lead_unit.text for item in table.items] == ["区教育局", "区住建局"]
    assert [project.name for project in table.projects] == ["学校（区教育局牵头）"]
