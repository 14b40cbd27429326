"""Sheets ▶ Table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings

from reportgen.errors import InputError
from reportgen.ingest import items, open_grids
from reportgen.ingest.formats import merged
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Address, Cell, Item, Severity, Table
from tests.ingest.drawing import tables
from tests.ingest.tables import NORMS, ROOT, read, ruled, typed
from tests.ingest.writing import Made

DATA = ROOT / "tests" / "data"


def real(name: str) -> Table:
    return read(*open_grids(DATA / name))


@pytest.fixture(scope="module")
def august() -> Table:
    return real("2025-08.txt")


def test_the_real_table_has_its_projects_and_items(august: Table) -> None:
    """The flattened table of August reads to 10 projects with 37 items."""
    assert [len(project.items) for project in august.projects] == [3, 4, 4, 5, 3, 3, 4, 3, 3, 5]
    assert [project.number for project in august.projects] == list(range(1, 11))
    assert [item.no for item in august.items] == list(range(1, 38))


def test_the_periods_come_from_the_headers(august: Table) -> None:
    """三季度 falls due on 30 September, 8月份 tells 31 August, the year stands in the file name."""
    assert august.period.as_of == date(2025, 8, 31)
    assert (august.period.plan_start, august.period.plan_due) == (date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize("name", ["2025-08.txt", "2025-05.txt"])
def test_every_typed_character_stands_in_its_column(name: str) -> None:
    """Every cell of every line comes back character for character, with its line and column as address."""
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")
    table = real(name)
    assert len(table.items) == len(lines) - 2
    for line, (item, text) in enumerate(zip(table.items, lines[2:], strict=True), start=3):
        values = [value.strip() for value in text.split("|")]
        values = values[2:] if values[0].isdigit() else values
        cells = (item.target, item.lead_leader, item.lead_unit, item.support_units, item.plan, item.progress)
        assert [cell.text for cell in cells] == values[:6]
        assert {cell.address.row for cell in cells} == {line}
        shift = 0 if item.project.address.row < line else 2
        assert [cell.address.column for cell in cells] == [column + shift for column in range(1, 7)]


def test_a_continued_row_takes_project_and_number_from_above(august: Table) -> None:
    """The third item belongs to project 1, whose name stands in line 3, column 2."""
    third = august.items[2]
    assert (third.project_no, third.project.text) == (1, "促进交通 便利畅行")
    assert (third.project.address.row, third.project.address.column) == (3, 2)


def texts(item: Item) -> tuple[str, ...]:
    names = ("project", "target", "lead_leader", "lead_unit", "support_units", "plan", "progress")
    return tuple(getattr(item, name).text for name in names)


def as_office_had_it(lines: list[str], covered: str, beside: str) -> str:
    """The real table with its lost columns put back; `covered` and `beside` stand where a merge hid a cell."""
    head = [
        f"序号|目标任务|{beside}|牵 头 区领导|牵头单位|配合单位|工作计划及完成情况|{beside}",
        f"{covered}|项目名称|主要内容|{covered}|{covered}|{covered}|三季度工作计划|8月份完成情况",
    ]
    rows = []
    for line in lines[2:]:
        values = [value.strip() for value in line.split("|")]
        rows.append("|".join(values[:8] if values[0].isdigit() else [covered, covered, *values[:6]]))
    return "\n".join([*head, *rows])


def test_the_real_table_reads_the_same_with_its_merges(august: Table) -> None:
    """With merged ranges as the office had them, and with covered cells left empty (CSV), the same 37 items come."""
    lines = (DATA / "2025-08.txt").read_text(encoding="utf-8").split("\n")
    merged = read(ruled(as_office_had_it(lines, "↑", "←")))
    left_out = read(typed("\n".join(f"{line}|" for line in as_office_had_it(lines, "", "").split("\n"))))
    for table in (merged, left_out):
        assert [texts(item) for item in table.items] == [texts(item) for item in august.items]
        assert [item.project_no for item in table.items] == [item.project_no for item in august.items]
        assert table.period == august.period
        assert [note.text for note in table.audit] == [note.text for note in august.audit]


# --- rows that are no items -----------------------------------------------------------------------

HEAD = "序号 | 项目名称 | 主要内容 | 责任单位 | 8月份完成情况"
SUPPORTED = "序号 | 项目名称 | 主要内容 | 责任单位 | 配合单位 | 8月份完成情况"


def test_totals_remarks_and_repeated_headers_are_no_items() -> None:
    """A sum is named in the audit; a header on a later page and the lines below the table are passed over."""
    table = read(
        ruled(
            f"{HEAD}\n1 | 便民 | 建10个公园。 | 区住建局 | 已开工。\n{HEAD}\n"
            "2 | 助老 | 建2家食堂。 | 区民政局 | 已完成。\n合计 | 2 |  |  | \n"
            "填表人：甲某 |  |  | 联系电话：123 | \n备注：本表按月填报。 | ← | ← | ← | ←"
        )
    )
    assert [item.target.text for item in table.items] == ["建10个公园。", "建2家食堂。"]
    (note,) = [note for note in table.audit if note.kind == "row_left_out"]
    assert (note.severity, str(note.where)) == (Severity.HINT, "Sheet1!A5")


def test_heading_lines_are_the_projects_where_no_column_names_them() -> None:
    """一、… over rows is their project; 序号 below it counts the items."""
    table = read(
        ruled(
            "序号 | 工作目标 | 责任单位 | 8月份完成情况\n一、便民服务 | ← | ← | ←\n"
            "1 | 建10个公园。 | 区住建局 | 已开工。\n2 | 修5条路。 | 区交通局 | 已招标。\n"
            "二、助老服务 | ← | ← | ←\n3 | 建2家食堂。 | 区民政局 | 已完成。"
        )
    )
    assert [(project.number, project.name, len(project.items)) for project in table.projects] == [
        ("一", "一、便民服务", 2),
        ("二", "二、助老服务", 1),
    ]
    assert [dict(item.extra)["序号"].text for item in table.items] == ["1", "2", "3"]


def test_a_numbered_heading_stands_in_the_column_of_targets_where_there_is_no_other() -> None:
    """一 over 1 and 2 heads them, also where the table names no projects; it is no item."""
    table = read(
        typed(
            "序号|实事项目及目标|8月完成情况|责任单位|\n"
            "一|改善出行|||\n"
            "1|新改建国省道42公里|完成路面31公里|市交通局|\n"
            "2|新增停车位5000个|新增3300个|市城管局|\n"
            "二|改善就医|||\n"
            "3|新增床位800张|主体封顶|市卫健委|\n"
        )
    )
    assert [item.target.text for item in table.items] == ["新改建国省道42公里", "新增停车位5000个", "新增床位800张"]
    assert [item.project.text for item in table.items] == ["改善出行", "改善出行", "改善就医"]


def test_the_row_of_a_numbered_heading_may_tell_who_leads_below_it() -> None:
    """Those who have a leader, or a unit, of their own keep it; sums are passed over."""
    rows = (
        "序号 | 工作任务 | 分管领导 | 责任单位 | 配合单位 | 8月计划 | 8月进展 | 完成率",
        "一 | 改善出行 | 甲某 | 市交通局 | 各镇 |  |  | 62%",
        "1 | 新建公路42公里 |  |  |  | 完成30公里 | 完成31公里 | 70%",
        "2 | 新增车位5000个 | 乙某 | 市城管局 |  | 新增3000个 | 新增3300个 | 66%",
        "二 | 改善就医 | 丙某 |  |  | {plan} |  | 50%",
        "1 | 新增床位800张 |  | 市卫健委 |  |  | 主体封顶 | 50%",
    )
    for make in (ruled, lambda text: typed(text.replace("\n", "|\n") + "|")):
        items = read(make("\n".join(rows).format(plan=""))).items
        assert [item.project.text for item in items] == ["改善出行", "改善出行", "改善就医"]
        assert [item.lead_leader.text for item in items] == ["甲某", "乙某", "丙某"]
        assert [item.lead_unit.text for item in items] == ["市交通局", "市城管局", "市卫健委"]
        assert [item.support_units.text for item in items] == ["各镇", "", ""]
        items = read(
            make("\n".join(rows).format(plan="全部开工"))
        ).items  # a row with a plan is an item, under no other
        assert [(item.project.text, item.target.text) for item in items[2:]] == [
            ("", "改善就医"),
            ("", "新增床位800张"),
        ]


@pytest.mark.parametrize("make", [ruled, lambda text: typed(text.replace("\n", "|\n") + "|")])
@pytest.mark.parametrize("lead", ["", "区住建局"])
def test_the_row_of_a_project_over_its_parts_is_no_item(lead: str, make: Callable[[str], Grid]) -> None:
    """1 heads 1.1 and 1.2, whoever it says leads; a lead unit that is not theirs is kept aside."""
    parts = "1.1 | 公园 | 建10个公园。 | 区园林局 | 各街道 | 已开工。\n1.2 | 道路 | 修5条路。 |  | 各镇 | 已招标。"
    table = f"{SUPPORTED}\n1 | 便民 |  | {lead} |  | \n{parts}\n2 | 助老 | 建2家食堂。 | 区民政局 | 各镇 | 已完成。"
    items = read(make(table)).items
    assert [(item.project_no, item.project.text) for item in items] == [("1.1", "公园"), ("1.2", "道路"), (2, "助老")]
    assert [item.lead_unit.text for item in items] == ["区园林局", lead, "区民政局"]
    heading = ("标题行", "便民")
    unit = [("标题行牵头单位", lead)] if lead else []
    assert [[(header, cell.text) for header, cell in one.extra] for one in items] == [[heading, *unit], [heading], []]


def test_the_row_of_a_project_names_its_parts_that_bear_no_name() -> None:
    """Where the cells below its name are empty, the parts are of that project."""
    rows = "1 | 便民 |  | 区住建局 | \n1.1 |  | 建10个公园。 |  | 已开工。\n1.2 |  | 修5条路。 |  | 已招标。"
    items = read(ruled(f"{HEAD}\n{rows}")).items
    assert [(item.project.text, item.lead_unit.text) for item in items] == [("便民", "区住建局")] * 2


def test_a_project_that_reports_over_its_parts_is_an_item() -> None:
    """What a row tells of its own progress is judged, though 1.1 stands below it."""
    rows = "1 | 便民 |  | 区住建局 | 总体过半。\n1.1 | 公园 | 建10个公园。 | 区园林局 | 已开工。"
    assert [item.progress.text for item in read(ruled(f"{HEAD}\n{rows}")).items] == ["总体过半。", "已开工。"]


@pytest.mark.parametrize(("first", "second"), [("一", "二"), ("1", "2"), ("A", "B")])
def test_a_heading_merged_over_the_whole_row_is_no_item(first: str, second: str) -> None:
    """One cell over project, target and progress heads the rows below, whatever number stands before it."""
    table = read(
        ruled(
            "序号 | 实事名称 | 目标任务 | 8月工作计划 | 8月工作进展\n"
            f"{first} | 改善出行 | ← | ← | ←\n"
            "1 | 国省道 | 新改建国省道42公里 | 完成30公里 | 完成路面31公里\n"
            "2 | 停车位 | 新增停车位5000个 | 新增3000个 | 新增3300个\n"
            f"{second} | 改善就医 | ← | ← | ←\n"
            "3 | 床位 | 新增床位800张 | 主体封顶 | 主体封顶"
        )
    )
    assert [item.project.text for item in table.items] == ["国省道", "停车位", "床位"]
    assert [dict(item.extra)["标题行"].text for item in table.items] == ["改善出行", "改善出行", "改善就医"]


def test_rows_numbered_by_codes_stay_in_their_columns() -> None:
    """A02 follows A01, and B01 begins anew: rows with an empty last cell have lost nothing."""
    table = read(
        typed(
            "项目编码|子项目|年度目标|8月完成情况|主管局|落实单位|滞后原因|\n"
            "A01|白内障手术|手术500例|392例|卫健局|市中医院||\n"
            "A02|老年人体检|体检12万人|8.7万人|卫健局|各卫生院||\n"
            "B01|农房改造|改造410户|竣工198户|住建局|各乡镇|雨季施工受限|\n"
        )
    )
    assert [item.lead_unit.text for item in table.items] == ["卫健局", "卫健局", "住建局"]
    assert [item.support_units.text for item in table.items] == ["市中医院", "各卫生院", "各乡镇"]


def test_headings_in_flattened_text() -> None:
    """A lone numbered cell heads the rows below it."""
    table = read(
        typed(
            "序号|工作目标|责任单位|8月份完成情况|\n一、便民服务||||\n1|建10个公园。|区住建局|已开工。|\n"
            "二、助老服务||||\n2|建2家食堂。|区民政局|已完成。|\n"
        )
    )
    assert [item.project.text for item in table.items] == ["一、便民服务", "二、助老服务"]


def test_a_lone_cell_of_two_meanings_is_refused() -> None:
    """A lone cell in flattened text that may be heading or target is refused with its line."""
    with pytest.raises(InputError, match="line 3: 「助老服务」 stands alone"):
        read(typed("序号|工作目标|责任单位|8月份完成情况|\n1|建10个公园。|区住建局|已开工。|\n助老服务||||\n"))


def test_a_row_that_only_names_its_project() -> None:
    """A row with number and name alone gives them to the rows below that have neither."""
    table = read(
        ruled(
            f"{HEAD}\n1 | 便民 |  |  | \n |  | 建10个公园。 | 区住建局 | 已开工。\n"
            " |  | 修5条路。 | 区交通局 | 已招标。"
        )
    )
    assert [(item.project_no, item.project.text) for item in table.items] == [(1, "便民"), (1, "便民")]


UNNUMBERED = "项目名称 | 年度目标 | 责任单位 | 8月份完成情况"


def test_a_row_that_holds_but_a_name_is_an_item_where_nothing_goes_on_below() -> None:
    """Without numbers too, an item of which only the name is filled is one, first or last, and its gaps are told."""
    alone, full = "公园 |  |  | ", "道路 | 修5条路。 | 区交通局 | 已招标。"
    for rows in ([alone, full], [full, alone]):
        table = read(ruled("\n".join([UNNUMBERED, *rows])))
        assert sorted(item.project.text for item in table.items) == sorted(["公园", "道路"])
        assert [note.kind for note in table.audit] == ["missing_cell"] * 3


def test_names_alone_that_divide_the_whole_table_head_its_rows() -> None:
    """Where the first row holds but a name and so does a later one, each over rows of their own, the reader asks."""
    full = "道路 | 修5条路。 | 区交通局 | 已招标。", "学校 | 建2所学校。 | 区教育局 | 已封顶。"
    table = read(ruled("\n".join([UNNUMBERED, "出行 |  |  | ", full[0], "教育 |  |  | ", full[1]])))
    assert [(item.project.text, dict(item.extra)["标题行"].text) for item in table.items] == [
        ("道路", "出行"),
        ("学校", "教育"),
    ]
    assert [(note.kind, note.severity) for note in table.audit] == [("row_left_out", Severity.QUERY)] * 2


def test_a_target_alone_in_the_first_row_is_an_item() -> None:
    """A first row that counts what is to be done does not head the rows below, nor is it lost."""
    table = read(ruled("年度目标 | 责任单位 | 8月完成情况\n建10个公园。 |  | \n修5条路。 | 区交通局 | 已招标。"))
    assert [(item.project.text, item.target.text) for item in table.items] == [("", "建10个公园。"), ("", "修5条路。")]


def test_headings_in_the_column_of_targets_are_no_further_targets() -> None:
    """Names alone that divide a table without projects head its rows; none is put behind the target above."""
    table = read(
        ruled(
            "序号 | 年度目标 | 责任单位 | 8月份完成情况\n | 出行 |  | \n1 | 修5条路。 | 区交通局 | 已招标。\n"
            " | 教育 |  | \n2 | 建2所学校。 | 区教育局 | 已封顶。"
        )
    )
    assert [(item.project.text, item.target.text) for item in table.items] == [
        ("出行", "修5条路。"),
        ("教育", "建2所学校。"),
    ]


def test_hidden_rows_are_read_and_queried() -> None:
    """A row that the file hides is an item all the same, with a question."""
    grid = replace(ruled(f"{HEAD}\n1 | 便民 | 建10个公园。 | 区住建局 | 已开工。"), hidden=frozenset({2}))
    table = read(grid)
    assert len(table.items) == 1
    assert [note.kind for note in table.audit] == ["hidden_row"]


def test_targets_that_share_all_other_cells_are_one_item() -> None:
    """Where number, unit and progress are merged over two targets, both targets are of one item."""
    table = read(
        ruled(
            "序号 | 工作目标 | 责任单位 | 8月份完成情况\n1 | 建10个公园。 | 区住建局 | 已建10个，修路中。\n"
            "↑ | 修5条路。 | ↑ | ↑\n2 | 建2家食堂。 | 区民政局 | 已完成。"
        )
    )
    assert [item.target.text for item in table.items] == ["建10个公园。修5条路。", "建2家食堂。"]


# --- tables in pieces -----------------------------------------------------------------------------


def page(part: str, text: str) -> Grid:
    grid = typed(text)
    rows = tuple(
        tuple(Cell(Address(grid.file, part, cell.address.row, cell.address.column), cell.text) for cell in row)
        for row in grid.rows
    )
    return replace(grid, part=part, rows=rows, flattened=False)


def test_a_table_goes_on_on_the_next_page() -> None:
    """With its header again or without, the next piece of a document's table goes on under the same project."""
    first = page("第1张表", "序号|项目名称|主要内容|8月份完成情况|\n1|便民|建10个公园。|已开工。|\n")
    again = page("第2张表", "序号|项目名称|主要内容|8月份完成情况|\n||修5条路。|已招标。|\n")
    without = page("第2张表", "||修5条路。|已招标。|\n")
    for second in (again, without):
        table = read(first, second)
        assert [(item.project.text, item.target.text) for item in table.items] == [
            ("便民", "建10个公园。"),
            ("便民", "修5条路。"),
        ]


def test_a_table_of_another_kind_is_passed_over() -> None:
    """A list of contacts beside the projects is not read, and the audit says so."""
    contacts = ruled("姓名 | 手机\n甲某 | 123", part="联系人")
    table = read(ruled(f"{HEAD}\n1 | 便民 | 建10个公园。 | 区住建局 | 已开工。"), contacts)
    assert len(table.items) == 1
    assert [note.kind for note in table.audit] == ["table_left_out"]


# --- several returns ------------------------------------------------------------------------------


def returned(file: str, *rows: str) -> Grid:
    return ruled("\n".join([HEAD, *rows]), file)


def test_units_that_must_report_and_did_not_are_named() -> None:
    """Each unit that must report and leads no item is named; it may go by any of its names. So is a lacking number."""
    bidden = ("区民政局", "区卫健局", "区教育局")
    named = {"区卫生健康局": ("区卫健局",)}
    units = type(NORMS.units)(**NORMS.units.model_dump() | {"reporting": bidden, "names": named})
    one = returned("a.xlsx", "1 | 助老 | 建2家食堂。 | 区民政局 | 已开工。")
    two = returned("b.xlsx", "3 | 健康 | 建3家医院。 | 区卫生健康局 | 已开工。")
    norms = NORMS.model_copy(update={"units": units})
    found = [note for note in items.table((one, two), norms, month="2025-08").audit if note.kind != "unit_unknown"]
    assert [(note.kind, note.text) for note in found] == [
        ("return_missing", "“区教育局”没有报送：表中没有它牵头的子项。"),
        ("number_left_out", "序号缺2，是否有单位未报？"),
    ]


def test_departments_number_their_returns_anew() -> None:
    """A number that stands in two departments' returns is no query, one that stands twice in a return is."""
    one = returned("a.xlsx", "1 | 助老 | 建2家食堂。 | 区民政局 | 已开工。")
    two = returned(
        "b.xlsx", "1 | 健康 | 建3家医院。 | 区卫健局 | 已开工。", "1 | 托育 | 建2家园。 | 区卫健局 | 已建成。"
    )
    found = [note for note in read(one, two, month="2025-08").audit if note.kind == "number_twice"]
    assert [(note.text, note.where.file) for note in found] == [("序号1出现2次（第2、3行）。", "b.xlsx")]


def test_a_few_aliases_are_no_register() -> None:
    """Units are called unknown where the office's register knows most of the table's, or has one that is alike."""
    rows = [
        "1 | 助老 | 建2家。 | 区民政局 | 无",
        "2 | 健康 | 建3家。 | 区卫健局 | 无",
        "3 | 住房 | 建4家。 | 区住建局、民政局 | 无",
    ]

    def strangers(**register: object) -> list[str]:
        units = type(NORMS.units)(**NORMS.units.model_dump() | register)
        table = items.table((returned("a.xlsx", *rows),), NORMS.model_copy(update={"units": units}), month="2025-08")
        return [note.text for note in table.audit if note.kind in ("unit_unknown", "two_names")]

    both = "“区民政局”与“民政局”两种写法并用。"
    assert strangers(names={"区教育局": ("教育局",)}) == [both]
    assert strangers(names={"区民政局": ("民政局",)}, reporting=("区卫健局",)) == ["“区住建局”不在单位名录中。"]
    assert strangers(names={"云湖区卫健局": ()}) == ["“区卫健局”不在单位名录中，是否为“云湖区卫健局”？", both]


def test_a_return_without_rows_is_named() -> None:
    """A department's file that holds the header only is an error of that file, and the others are read."""
    table = read(
        returned("a.xlsx", "1 | 助老 | 建2家食堂。 | 区民政局 | 已开工。"), returned("b.xlsx"), month="2025-08"
    )
    assert len(table.items) == 1
    (found,) = table.audit
    assert (found.kind, found.text) == ("return_empty", "b.xlsx只有表头，没有子项。")
    assert table.place(found.where) == "b.xlsx Sheet1!A1"


def test_hidden_columns_give_way_to_those_that_can_be_seen() -> None:
    """A hidden progress beside one that is shown is kept aside and told; a hidden column alone in its role is used."""
    grid = ruled(
        "序号 | 项目名称 | 年度目标 | 进展 | 8月进展\n1 | 交通 | 修路5条。 | 已修2条。 | 已修4条。", "2025-08.xlsx"
    )
    table = read(replace(grid, unseen=frozenset({3})))
    assert table.items[0].progress.text == "已修4条。"
    assert dict(table.items[0].extra)["进展"].text == "已修2条。"
    assert [(note.kind, note.text) for note in table.audit] == [
        ("hidden_column", "“进展”一栏在表中被隐藏，未采用，请确认。")
    ]
    alone = read(replace(grid, unseen=frozenset({2})))
    assert [note.text for note in alone.audit] == ["“年度目标”一栏在表中被隐藏，仍采用，请确认。"]


def test_returns_are_joined() -> None:
    """The same item with the same text comes once, blanks are filled from the other return, numbers give the order."""
    one = returned("a.xlsx", "2 | 助老 | 建2家食堂。 | 区民政局 | 已完成。", "3 | 便民 | 修5条路。 | 区交通局 | ")
    two = returned(
        "b.xlsx",
        "1 | 安居 | 改造3个小区。 | 区住建局 | 已开工。",
        "2 | 助老 | 建2家食堂。 | 区民政局 | 已完成。",
        "3 | 便民 | 修5条路。 | 区交通局 | 已招标。",
    )
    table = read(one, two, month="2025-08")
    assert [(item.no, item.project_no, item.progress.text) for item in table.items] == [
        (1, 1, "已开工。"),
        (2, 2, "已完成。"),
        (3, 3, "已招标。"),
    ]
    assert table.items[2].progress.address.file == "b.xlsx"
    assert table.audit == ()


def test_returns_that_differ_raise_a_question() -> None:
    """Two texts for one item: the first is kept, and a decisive question quotes both with their files."""
    table = read(
        returned("a.xlsx", "1 | 便民 | 修5条路。 | 区交通局 | 已招标。"),
        returned("b.xlsx", "1 | 便民 | 修5条路。 | 区交通局 | 已开工。"),
        month="2025-08",
    )
    assert [item.progress.text for item in table.items] == ["已招标。"]
    (note,) = table.audit
    assert (note.kind, note.no, note.decisive) == ("returns_differ", 1, True)
    assert all(words in note.text for words in ("a.xlsx", "b.xlsx", "已招标。", "已开工。"))


def test_sheets_that_differ_are_told_by_their_names() -> None:
    """Two versions in one workbook: the question names the sheets, of which the first is read."""
    rows = [f"{HEAD}\n1 | 便民 | 修5条路。 | 区交通局 | {said}" for said in ("已招标。", "已开工。")]
    sheets = [ruled(row, "a.xlsx", part) for row, part in zip(rows, ("8月", "8月 (2)"), strict=True)]
    (note,) = read(*sheets, month="2025-08").audit
    assert "8月为“已招标。”，8月 (2)为“已开工。”" in note.text


def test_returns_of_two_months_are_refused() -> None:
    """Returns of different months cannot be one table."""
    other = ruled(f"{HEAD.replace('8月份', '7月份')}\n1 | 便民 | 修5条路。 | 区交通局 | 已招标。", "2025-07.xlsx")
    with pytest.raises(InputError, match="one month"):
        read(returned("2025-08.xlsx", "1 | 便民 | 修5条路。 | 区交通局 | 已招标。"), other)


@pytest.mark.parametrize(
    ("row", "read_as", "told"),
    [
        ("已开工。 | ← | 无", ("", "已开工。", "无"), "8月份完成情况、三季度计划"),
        ("建成3条。 | 已建成3条，无问题。 | ←", ("建成3条。", "已建成3条，无问题。", ""), "8月份完成情况、存在问题"),
        ("同意调出。 | ← | ←", ("", "同意调出。", ""), "8月份完成情况、三季度计划、存在问题"),
    ],
)
def test_a_cell_over_several_columns_is_read_once(row: str, read_as: tuple[str, ...], told: str) -> None:
    """What is merged over plan, progress and problem stands in the progress alone, and the audit asks."""
    head = "序号 | 年度目标 | 牵头单位 | 三季度计划 | 8月份完成情况 | 存在问题"
    other = "2 | 建3个公园。 | 区住建局 | 建成2个。 | 已建成1个。 | 无"
    table = read(ruled(f"{head}\n1 | 修5条路。 | 区交通局 | {row}\n{other}"), month="2025-08")
    item = table.items[0]
    assert (item.plan.text, item.progress.text, item.problem.text) == read_as
    (note,) = (note for note in table.audit if note.kind == "cell_spread")
    assert f"一格跨{told}各栏合并，只读作8月份完成情况，请确认。" in note.text


# --- cells ------------------------------------------------------------------------------------------


def test_numbers_that_run_on_under_one_name_count_the_items() -> None:
    """Where a project's name is typed in each of its rows and the numbers run on, they number the items."""
    rows = (("1", "教育"), ("2", "教育"), ("3", "出行"), ("4", "教育"))
    lines = "\n".join(f"{no} | {name} | 建{no}个公园。 | 已开工。" for no, name in rows)
    table = read(ruled(f"序号 | 项目名称 | 工作目标 | 8月份完成情况\n{lines}"))
    assert [len(project.items) for project in table.projects] == [2, 1, 1]
    assert [(project.name, len(project.items)) for project in table.whole_projects] == [("教育", 3), ("出行", 1)]
    assert [dict(item.extra)["序号"].text for item in table.items] == ["1", "2", "3", "4"]


def test_an_item_has_its_own_deadline() -> None:
    """A column of deadlines gives each item its day, and keeps the words."""
    table = read(
        ruled(
            "序号 | 工作目标 | 时间节点 | 8月份完成情况\n1 | 建10个公园。 | 9月底前 | 已开工。\n"
            "2 | 修5条路。 | 2025年10月15日 | 已招标。\n3 | 建2家食堂。 | 分期实施 | 已完成。"
        )
    )
    assert [item.due for item in table.items] == [date(2025, 9, 30), date(2025, 10, 15), None]
    assert [dict(item.extra)["时间节点"].text for item in table.items] == ["9月底前", "2025年10月15日", "分期实施"]


def test_a_deadline_beside_a_plan_is_the_last_day() -> None:
    """Beside the plan of a quarter a column of deadlines tells the last day of the item; without a plan, or of last
    year, it does not."""
    table = read(
        ruled(
            "序号 | 工作目标 | 完成时限 | 三季度计划 | 8月份完成情况\n1 | 建10个公园。 | 10月底 | 开工。 | 已开工。\n"
            "2 | 修5条路。 | 10月底 | | 已招标。\n3 | 修2家。 | 2024年10月底 | 开工。 | 已完成。"
        )
    )
    assert [item.deadline for item in table.items] == [date(2025, 10, 31), None, None]
    assert [item.due for item in table.items[:2]] == [date(2025, 10, 31)] * 2


def test_a_plan_of_nothing_but_a_day_is_a_deadline() -> None:
    """时间节点要求 that tells only by when is the item's day, in whatever form; one that asks for something is not."""
    days = ("8月25日前", "2025.10.31", "11.30", "10-31", "2025年12月底", "8月31日前交付", "自1月1日起")
    rows = "\n".join(f"{no} | 建{no}个公园。 | {day} | 已开工。" for no, day in enumerate(days, 1))
    items = read(ruled(f"序号 | 工作目标 | 时间节点要求 | 8月份完成情况\n{rows}")).items
    assert [str(item.due or "") for item in items] == [
        *("2025-08-25", "2025-10-31", "2025-11-30", "2025-10-31", "2025-12-31", "", ""),
    ]
    assert [item.plan.text for item in items] == list(days)


def test_a_deadline_that_tells_steps_is_a_plan() -> None:
    """Of a column of days the cells that say what is to be done by then are the items' plans, the others their days."""
    days = ("2025年11月底前", "6月底前完成采购，9月底前投入运行")
    rows = "\n".join(f"{no} | 建{no}个站点。 | {day} | 已开工。" for no, day in enumerate(days, 1))
    items = read(ruled(f"序号 | 年度目标 | 完成时限(时间节点) | 8月份进展情况\n{rows}")).items
    assert [item.due for item in items] == [date(2025, 11, 30), None]
    assert [item.plan.text for item in items] == ["", days[1]]


def test_the_unit_at_the_end_of_a_target() -> None:
    """责任单位：… at the end of the target names the lead unit and is no part of it."""
    table = read(ruled("序号 | 年度目标 | 8月份完成情况\n1 | 建10个公园。（责任单位：区住建局、区财政局） | 已开工。"))
    assert table.items[0].lead_unit.text == "区住建局、区财政局"
    assert table.items[0].target.text == "建10个公园。"
    assert "建10个公园。（责任单位：区住建局、区财政局）" in [cell.text for _, cell in table.items[0].extra]


# --- flattened rows -------------------------------------------------------------------------------

FLAT = (
    "序号|项目名称|主要内容|牵头领导|责任单位|三季度工作计划|8月份完成情况|\n"
    "1|便民|建10个公园。|甲某|区住建局|开工。|已开工。|\n"
)


def test_an_empty_progress_in_a_shifted_row() -> None:
    """Three empties, two of them merges: leader and unit show that the progress is what is missing."""
    table = read(typed(FLAT + "修5条路。|甲某|区交通局|招标。||||\n"))
    assert texts(table.items[1]) == ("便民", "修5条路。", "甲某", "区交通局", "", "招标。", "")
    assert ("missing_cell", True) in {(note.kind, note.decisive) for note in table.audit}


def test_a_unit_merged_as_well() -> None:
    """Three empties at the end of a row whose cells fit in several ways are refused, not guessed."""
    text = (
        "序号|项目名称|主要内容|责任单位|配合单位|计划|8月份完成情况|\n"
        "1|便民|建园。|区住建局|区财政局|开工。|已开工。|\n"
    )
    with pytest.raises(InputError, match=r"line 3: .* fits in several ways"):
        read(typed(text + "修5条路。|区交通局|/|已招标。||||\n"))


def test_a_row_with_too_many_cells_is_refused() -> None:
    """A bar typed inside a cell makes one cell too many: the line is named."""
    with pytest.raises(InputError, match="line 3: 8 cells under a header of 7 columns"):
        read(typed(FLAT + "2|助老|建食堂|甲某|区民政局|招标。|已完成。|多余|\n"))


def test_a_row_that_fits_nowhere_is_refused() -> None:
    """A shifted row whose cells no column takes is refused with its line."""
    with pytest.raises(InputError, match=r"line 3: .* does not fit"):
        read(typed(FLAT + "区交通局|甲某|修5条路。|招标。|已招标。|||\n"))


# --- workbooks ------------------------------------------------------------------------------------


def test_the_sheet_of_the_month_is_read() -> None:
    """Of a workbook with a sheet a month the one asked for is read; asked for none, it is refused."""
    july = ruled(f"{HEAD.replace('8月份', '7月份')}\n1 | 便民 | 修5条路。 | 区交通局 | 已招标。", "汇总.xlsx", "7月")
    august = ruled(f"{HEAD}\n1 | 便民 | 修5条路。 | 区交通局 | 已开工。", "汇总.xlsx", "8月")
    table = read(july, august, month="2025-08")
    assert [item.progress.text for item in table.items] == ["已开工。"]
    assert [note.text for note in table.audit] == ["汇总.xlsx的7月说的是其他月份，未读入。"]
    with pytest.raises(InputError, match="--month"):
        read(replace(july, file="2025年.xlsx"), replace(august, file="2025年.xlsx"))


def test_the_month_may_stand_in_the_sheets_name() -> None:
    """Where header and title tell no month, the sheet's name does."""
    grid = ruled("序号 | 工作目标 | 完成情况\n1 | 修5条路。 | 已开工。", "2025年.xlsx", "8月")
    assert read(grid).period.as_of == date(2025, 8, 31)


def test_sheets_of_a_workbook_are_returns() -> None:
    """A summary and a department's sheet with the same item give it once; sheets that count anew stay in order."""
    one = ruled(f"{HEAD}\n1 | 便民 | 修5条路。 | 区交通局 | ", part="汇总")
    two = ruled(f"{HEAD}\n1 | 便民 | 修5条路。 | 区交通局 | 已开工。", part="区交通局")
    assert [item.progress.text for item in read(one, two).items] == ["已开工。"]
    other = ruled(
        f"{HEAD}\n1 | 助老 | 建2家食堂。 | 区民政局 | 已完成。\n2 | 助残 | 建1家。 | 区残联 | 已完成。", part="二"
    )
    assert [item.project.text for item in read(two, other).items] == ["便民", "助老", "助残"]


# --- conservation ---------------------------------------------------------------------------------


def cells_of(item: Item) -> set[Cell]:
    named = {getattr(item, field.name) for field in fields(Item)}
    return {cell for cell in named if isinstance(cell, Cell)} | {cell for _, cell in item.extra}


@settings(max_examples=60, deadline=None)
@given(tables())
def test_every_body_cell_is_in_some_item(drawn: Made) -> None:
    """Whatever stands in the body of a table stands in an item, at its address and as typed, or is the number."""
    grid = merged.grid("2025-08.xlsx", "表", merged.Laid(drawn.texts, drawn.merges), "sheet")
    table = read(grid)
    held = set().union(*(cells_of(item) for item in table.items))
    numbers = {str(item.project_no) for item in table.items}
    for row in grid.rows[drawn.header :]:
        for cell in row[1:]:
            assert cell in held or not cell.text
        assert row[0].text in numbers or row[0] in held
    assert len(table.items) == len(grid.rows) - drawn.header


def test_a_list_under_another_header_in_the_same_sheet_is_read_by_that_header() -> None:
    """续建项目 below 新建项目 with columns of its own: no cell stands under the upper list's header."""
    table = read(
        ruled("""
序号 | 项目名称 | 年度目标 | 牵头单位 | 三季度计划 | 8月份完成情况
1 | 公路 | 修路20公里。 | 区交通局 | 15公里。 | 16公里。
二、续建项目 | ← | ← | ← | ← | ←
序号 | 项目名称 | 年度目标 | 8月份完成情况 | 存在问题 | 牵头单位
1 | 学校 | 建学校1所。 | 主体完工。 | 资金不足。 | 区教育局""")
    )
    first, second = table.items
    assert (first.plan.text, first.progress.text) == ("15公里。", "16公里。")
    assert (second.plan.text, second.progress.text, second.problem.text) == ("", "主体完工。", "资金不足。")
    assert second.lead_unit.text == "区教育局"


def test_parts_in_brackets_stand_under_the_number_above_them() -> None:
    """1 with a name only heads (1) and (2); the next number is an item again."""
    table = read(
        ruled("""
序号 | 项目名称 | 年度目标 | 牵头单位 | 8月份完成情况
1 | 便民出行 | | |
（1） | 公路 | 修路20公里。 | 区交通局 | 16公里。
（2） | 公交 | 新增4条线。 | 区交通局 | 1条。
2 | 食堂 | 建食堂5家。 | 区民政局 | 2家。""")
    )
    headings = [dict(item.extra).get("标题行") for item in table.items]
    assert [cell and cell.text for cell in headings] == ["便民出行", "便民出行", None]
    assert [item.project_no for item in table.items] == ["（1）", "（2）", 2]


def test_a_day_counted_as_spreadsheets_do_is_a_day() -> None:
    """A date whose format was lost on the way to CSV is the same day."""
    table = read(typed("序号 | 年度目标 | 完成时限 | 8月进展 |\n1 | 修路20公里。 | 45930 | 16公里。 |\n"))
    assert table.items[0].due == date(2025, 9, 30)


def test_an_empty_form_does_not_tell_when_the_plan_falls_due() -> None:
    """A sheet of the form without its month before that of the month: the plan is due as the filled one says."""
    form = "序号 | 项目名称 | 年度目标 | {}月份工作计划 | {}月份进展情况 | 责任单位"
    filled = f"{form.format(8, 8)}\n1 | 公园 | 建10个公园。 | 开工5个。 | 已开工5个。 | 区住建局"
    table = read(ruled(f"{form.format(' ', ' ')}\n1 |  |  |  |  | ", part="模板"), ruled(filled, part="8月"))
    assert (len(table.items), table.period.plan_due) == (1, date(2025, 8, 31))
