"""Flattened rows come back to their columns, or are refused: never a unit beside another's target."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen import ingest, judge
from reportgen.errors import InputError
from reportgen.ingest.columns.headers import Head
from reportgen.ingest.columns.profile import Profile
from reportgen.ingest.formats import delimited
from reportgen.ingest.formats.grid import Grid
from reportgen.ingest.formats.web import read as open_page
from reportgen.records import Severity, Table
from tests.ingest import writing
from tests.ingest.tables import NORMS, ROOT, read, typed
from tests.ingest.writing import LEFT, UP, Made, made

HEADERS = {
    "project": "项目名称",
    "target": "主要内容",
    "lead_leader": "牵头区领导",
    "lead_unit": "牵头单位",
    "support_units": "配合单位",
    "plan": "三季度工作计划",
    "progress": "8月份完成情况",
    "problem": "存在问题",
}
OFTEN = ("lead_leader", "lead_unit", "support_units", "plan", "problem")
LEADERS = ("甲某某", "乙某", "欧阳某某")
OFFICES = ("区交通局", "区住建局", "资规分局、区财政局", "长桥镇、石桥镇", "甲乙公司", "区总工会")
ODD_OFFICES = (*OFFICES, "华某兴光、长桥街道", "一二三", "城投")
WORDS = ("完成20公里农村公路改造提升。", "项目开工。", "新建10个公园；修路5条。", "施工图设计,概算调整。", "完成80%。")
ODD_WORDS = (*WORDS, "主体施工", "600", "50%", "建设服务中心", "区体育中心")


@st.composite
def drawn(draw: st.DrawFn, *, odd: bool) -> tuple[tuple[str, ...], Made]:
    """Draw the fields and a table merged over its projects; `odd` adds empties, merged units and words like others'."""
    fields = tuple(field for field in HEADERS if field not in OFTEN or draw(st.booleans()))
    rows = _header(fields, draw(st.booleans()))
    above = len(rows)
    for number in range(1, draw(st.integers(2, 4)) + 1):
        for at in range(draw(st.integers(1, 3))):
            group = [UP, UP] if at else [str(number), f"便民 服务{number}"]
            rows.append([*group, *(_value(draw, field, at, odd) for field in fields[1:])])
    return fields, made(rows, above)


def _value(draw: st.DrawFn, field: str, at: int, odd: bool) -> str:
    offices, words = (ODD_OFFICES, ODD_WORDS) if odd else (OFFICES, WORDS)
    unit = field in ("lead_leader", "lead_unit", "support_units")
    if odd and at and unit and draw(st.integers(0, 3)) == 0:
        return UP
    if odd and field not in ("target", "lead_unit") and draw(st.integers(0, 6)) == 0:
        return draw(st.sampled_from(["", "/"]))
    if field == "lead_leader":
        return draw(st.sampled_from(LEADERS))
    return draw(st.sampled_from(offices if unit else words))


def _header(fields: tuple[str, ...], two_levels: bool) -> list[list[str]]:
    upper = ["序号", *(HEADERS[field] for field in fields)]
    if not two_levels or "plan" not in fields:
        return [upper]
    lower = [UP] * len(upper)
    at = fields.index("plan") + 1
    lower[at : at + 2], upper[at : at + 2] = upper[at : at + 2], ["工作计划及完成情况", LEFT]
    lower[1:3], upper[1:3] = upper[1:3], ["目标任务", LEFT]
    return [upper, lower]


def shown(table: Table, fields: tuple[str, ...]) -> list[list[str]]:
    return [[str(item.project_no), *(getattr(item, field).text for field in fields)] for item in table.items]


@settings(max_examples=60, deadline=None)
@given(drawn(odd=False))
def test_ordinary_tables_come_back(case: tuple[tuple[str, ...], Made]) -> None:
    """A table whose units are known by their names, and that leaves no cell empty, always comes back as it was."""
    fields, table = case
    assert shown(read(*delimited.read(writing.pipe(table), "2025-08.txt")), fields) == table.shown()[table.header :]


def _supports_itself(table: Made, fields: tuple[str, ...]) -> bool:
    """Tell a table with a row in which the only unit that supports the lead is the lead."""
    if not {"lead_unit", "support_units"} <= set(fields):
        return False
    lead, support = fields.index("lead_unit") + 1, fields.index("support_units") + 1
    return any(row[lead] and row[lead] == row[support] for row in table.shown()[table.header :])


def _reads_as_a_leader(table: Made, fields: tuple[str, ...]) -> bool:
    """Tell a table in which a unit that has a person's name stands, with one that supports it, where no leader does."""
    if not {"lead_leader", "lead_unit", "support_units"} <= set(fields):
        return False
    leader, lead, support = (fields.index(name) + 1 for name in ("lead_leader", "lead_unit", "support_units"))
    rows = table.shown()[table.header :]
    return any(row[lead] == "一二三" and row[support] and row[leader] in ("", "/") for row in rows)


def _told_from_above(table: Table, row: int) -> set[str]:
    """Tell the fields of a row that a note says were taken from above: an empty leader may be one merged down."""
    told = [note.text for note in table.audit if note.kind == "merged_above"]
    titles = {"牵头领导": "lead_leader", "牵头单位": "lead_unit", "配合单位": "support_units"}
    return {
        field
        for title, field in titles.items()
        if any(title in text and str(row) in re.findall(r"\d+", text) for text in told)
    }


@settings(max_examples=100, deadline=None)
@given(drawn(odd=True))
def test_odd_tables_come_back_or_are_refused(case: tuple[tuple[str, ...], Made]) -> None:
    """Empty cells, units merged down and words that fit several columns are put right, told or refused."""
    fields, table = case
    assume(not _supports_itself(table, fields))  # the reader takes it that no unit does
    assume(not _reads_as_a_leader(table, fields))  # as anybody would
    try:
        got = read(*delimited.read(writing.pipe(table), "2025-08.txt"))
    except InputError:
        return
    told = {note.no for note in got.audit if note.kind == "cell_unplaced"}
    for item, mine, theirs in zip(got.items, shown(got, fields), table.shown()[table.header :], strict=True):
        above = _told_from_above(got, item.no + table.header)
        assert all(
            a in (b, "") or (b == "" and field in above)
            for field, a, b in zip(("no", *fields), mine, theirs, strict=True)
        )
        # A merged cell behind the last filled one of a row leaves the trace of an empty one, and is read so.
        row = item.no + table.header
        last = max(column for (at, column), text in table.texts.items() if at == row and text)
        asked = {field for field, a, b in zip(fields[: last - 1], mine[1:], theirs[1:], strict=False) if a != b}
        assert asked - above <= item.unplaced.columns
        assert (item.no in told) == bool(item.unplaced.columns)


PLACED = """
序号 | 项目名称 | 主要内容 | 牵头单位 | 配合单位 | 8月份完成情况 |
1 | 便民 | 修5条路。 | 区交通局 | 区财政局 | 已修4条。 |
 |  | 建2家食堂。 |  |  | 已开工。 |
2 | 教育 | 建1所学校。 | 区教育局 |  | 已建成。 |
"""


def test_a_lead_left_empty_in_place_is_taken_from_above_and_told() -> None:
    """CSV saved of merged cells leaves those below empty: a lead goes on where all projects begin with one."""
    table = read(typed(PLACED))
    assert [item.lead_unit.text for item in table.items] == ["区交通局", "区交通局", "区教育局"]
    assert [item.support_units.text for item in table.items] == ["区财政局", "", ""]  # none may mean none
    (note,) = table.audit
    assert (note.kind, note.text) == ("merged_above", "第3行的牵头单位为合并单元格，取自上方，请对照原表核实。")
    assert note.severity is Severity.QUERY


def test_a_measure_left_empty_is_taken_from_above_and_told() -> None:
    """计量单位 merged over rows leaves cells empty in CSV: the figures beside them are counted as those above."""
    table = read(
        typed("""
序号 | 指标 | 单位 | 目标数 | 完成数 | 责任单位 |
1 | 新建公园 | 个 | 10 | 5 | 区住建局 |
2 | 新建养老站 |  | 3 | 1 | 区民政局 |
3 | 改善服务 |  |  | 已完成 | 区民政局 |
""")
    )
    assert [item.target.text for item in table.items] == ["新建公园10个", "新建养老站3个", "改善服务"]
    assert [item.progress.text for item in table.items] == ["5个", "1个", "已完成"]
    (note,) = [note for note in table.audit if note.kind == "merged_above"]
    assert (note.severity, note.text) == (Severity.QUERY, "第3行的计量单位为合并单元格，取自上方，请对照原表核实。")


KEPT = """
序号|项目名称|主要内容|三季度计划|8月底进展|存在问题|牵头单位|备注|||
一、教育类||||||||||
1|校园|新建运动场4片|4片完工|4片完工||区教育局||||
||更新课桌6500套|到货6500套|到货5980套||区教育局||||
二、医疗类||||||||||
2|医院|完成主体封顶|地上6层施工|地上4层施工|塔吊停工|区卫健局||||
3|托养|新增床位50张|投入使用|待备案|消防材料退回|区残联|省定|||
"""


def test_where_covered_cells_were_left_empty_no_row_has_shifted() -> None:
    """A number behind a heading, and empty columns behind the last, unsettle no row of such a table."""
    table = read(typed("\n".join(f"{line}|" for line in KEPT.strip().split("\n"))))
    assert [item.project.text for item in table.items] == ["校园", "校园", "医院", "托养"]
    assert [item.target.text for item in table.items][2:] == ["完成主体封顶", "新增床位50张"]
    assert [item.problem.text for item in table.items] == ["", "", "塔吊停工", "消防材料退回"]


def test_a_leader_in_doubt_is_not_taken_from_above() -> None:
    """Where it is unclear which column a row's cells stand in, nobody is named as its leader, nor below it."""
    table = read(
        typed("""
序号 | 项目名称 | 主要内容 | 牵头区领导 | 牵头单位 | 三季度工作计划 | 8月份完成情况 |
1 | 便民 | 修20公里公路。 | 甲某某 | 区交通局 |  | |
600 | 区交通局 |  |  |  |  | |
600 |  | / |  |  |  | |
2 | 教育 | 修20公里公路。 |  | 区交通局 |  | |
""")
    )
    assert [item.lead_leader.text for item in table.items] == ["甲某某", "甲某某", "", ""]
    assert all("lead_leader" in item.unplaced.units for item in table.items[2:])


def test_a_lead_that_a_project_lacks_is_not_taken_from_above() -> None:
    """Where a project itself has no lead, an empty cell may be an empty cell: it stays, and is an audit's error."""
    table = read(typed(PLACED.replace("区教育局", "")))
    assert [item.lead_unit.text for item in table.items] == ["区交通局", "", ""]
    assert [note.kind for note in table.audit] == ["missing_cell", "missing_cell"]


def test_a_row_without_its_last_cell_stays_as_typed_in_a_table_of_whole_rows() -> None:
    """Where every row has all its cells and none looks out of place, nothing has been lost to a merge."""
    rows = [f"{n} | 便民{n} | 修{n}条路。 | 区交通局 | 长桥镇 | 修{n}条路。 | 已修。 |" for n in range(1, 5)]
    rows[2] = "3 | 便民3 | 修3条路。 | 区交通局 | 长桥镇 | 累计修路。 |  |"
    head = "序号 | 项目名称 | 主要内容 | 牵头单位 | 配合单位 | 三季度工作计划 | 8月份完成情况 |"
    third = read(typed("\n".join([head, *rows]))).items[2]
    assert (third.support_units.text, third.plan.text, third.progress.text) == ("长桥镇", "累计修路。", "")


def test_one_strange_name_does_not_unsettle_a_whole_table() -> None:
    """Where every row has all its cells, an empty last one stays empty, though a unit's name is unknown."""
    text = "\n".join(
        (
            "序号 | 类别 | 年度目标 | 责任单位 | 三季度计划 | 截至8月底完成情况 | 存在问题",
            "1 | 教育 | 建设科学馆。 | 一二三 | 12月底前开馆。 | 主体完成。 | 经费渠道已明确。",
            "2 | 出行 | 改造道路11公里。 | 区交警大队 | 全部完成。 | 完成11公里。 | ",
        )
    )
    table = read(*delimited.read(text.encode(), "2025-08.txt"))
    assert [item.problem.text for item in table.items] == ["经费渠道已明确。", ""]
    assert [item.lead_unit.text for item in table.items] == ["一二三", "区交警大队"]


REAL = (ROOT / "tests" / "data" / "2025-08.txt").read_text("utf-8")
SPANS = re.compile(r" (?:row|col)span=\d+")
GOES_ON = re.compile(r"<w:tc><w:tcPr><w:tcW [^>]*/><w:vMerge/></w:tcPr>.*?</w:tc>")


def _cleaned_page(table: Made) -> bytes:
    """A page whose spans a content management system took away."""
    return SPANS.sub("", writing.html(table).decode()).encode()


def _cleaned_body(table: Made) -> bytes:
    """A page whose header alone has kept its spans."""
    header, body = writing.html(table).decode().split("<tr><td rowspan=3", 1)
    return (header + "<tr><td" + SPANS.sub("", body)).encode()


def _unmerged_document(table: Made) -> bytes:
    """A document whose rows lack the cells that go on with those above."""
    return writing.document(GOES_ON.sub("", writing.word_table(table)) + "<w:p/>")


def _pasted(table: Made) -> bytes:
    """A sheet into which the scraped text was pasted: continuing rows stand two columns to the left."""
    header, body = table.shown()[: table.header], REAL.splitlines()[table.header :]
    rows = [[value.strip() for value in line.split("|")[:-1]] for line in body]
    return writing.xlsx(made([*header, *rows]))


@pytest.mark.parametrize("write", [_cleaned_page, _cleaned_body, _unmerged_document, _pasted])
def test_rows_without_their_merged_cells_are_put_back_in_ruled_forms_too(write: Callable[[Made], bytes]) -> None:
    """Wherever merged cells were lost, no unit stands beside another's target: the real table comes back whole."""
    table = writing.restored(REAL)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2025-08.dat"
        path.write_bytes(write(table))
        read_table = ingest.read([path], NORMS)
    fields = tuple(HEADERS)[:-1]
    bare = [["".join(text.split()) for text in row] for row in table.shown()[table.header :]]
    assert [["".join(text.split()) for text in row] for row in shown(read_table, fields)] == bare


def test_a_ruled_row_that_lost_cells_and_fits_in_several_ways_is_refused_by_its_row() -> None:
    """Which unit leads cannot be told from one name where the header has two columns of units."""
    rows = [["序号", "项目名称", "主要内容", "牵头单位", "配合单位", "8月份完成情况"],
            ["1", "便民", "修5条路。", "区交通局", "区财政局", "已修4条。"],
            ["2", "便民", "修5条路。", "区住建局", "区财政局", "已修4条。"]]  # fmt: skip
    page = writing.html(made(rows)).decode()
    lost = page.replace("<td rowspan=1 colspan=1>2</td><td rowspan=1 colspan=1>便民</td>", "")
    short = lost.rpartition("<td rowspan=1 colspan=1>区财政局</td>")
    with pytest.raises(InputError, match=r"2025-08.html, row 3: the row 「修5条路。…」 .*fits in several ways"):
        read(*open_page((short[0] + short[2]).encode(), "2025-08.html"))


LEADS = """
序号 | 项目名称 | 主要内容 | 牵头单位 | 配合单位 | 三季度工作计划 | 8月份完成情况 |
1 | 便民 | 修5条路。 | 区交通局 | 区财政局 | 修3条。 | 已修4条。 |
{row} | 修2条。 | 已修1条。 | | | |
2 | 教育 | 建1所学校。 | 区教育局 | 区财政局 | 开工。 | 已开工。 |
"""


@pytest.mark.parametrize(
    ("row", "lead", "support"),
    [
        ("新增4条公交线。 | 各街道", "区交通局", "各街道"),  # a word for many units leads nothing
        ("新增4条公交线。 | 区财政局", "区交通局", "区财政局"),  # else it would support itself
        ("新增4条公交线。 | 区交通局", "区交通局", "区财政局"),  # the same the other way round
    ],
)
def test_which_units_reach_down_is_read_where_it_can_only_be_so(row: str, lead: str, support: str) -> None:
    """One name left of two is put where a unit neither supports itself nor stands for many as the one that leads."""
    table = read(typed(LEADS.format(row=row).lstrip("\n")))
    item = table.items[1]
    assert (item.lead_unit.text, item.support_units.text) == (lead, support)
    (note,) = (note for note in table.audit if note.kind == "merged_above")
    assert note.severity is Severity.QUERY
    assert note.text == f"第3行的{'配合单位' if lead in row else '牵头单位'}为合并单元格，取自上方，请对照原表核实。"


def test_where_either_units_may_reach_down_the_refusal_names_both_columns() -> None:
    """Another office's name may lead with the support from above, or support the lead from above: nobody can tell."""
    told = r"line 3: the row 「新增4条公交线。…」 .*in several ways \(「区住建局」 may be 配合单位 or 牵头单位\)"
    with pytest.raises(InputError, match=told):
        read(typed(LEADS.format(row="新增4条公交线。 | 区住建局").lstrip("\n")))


def test_a_bare_name_that_may_be_a_leader_or_a_unit_is_asked_not_guessed() -> None:
    """「一二三」 alone may be the leader, or the unit below a leader merged down: it is put in neither, and told."""
    lines = ["序号 | 项目名称 | 主要内容 | 牵头区领导 | 牵头单位 | 8月份完成情况",
             "1 | 便民服务1 | 完成20公里农村公路改造提升。 |  | 区交通局 | ",
             "完成20公里农村公路改造提升。 | 区交通局 |  |  |  | ",
             "完成20公里农村公路改造提升。 | 区交通局 |  |  |  | ",
             "2 | 便民服务2 | 完成20公里农村公路改造提升。 |  | 区交通局 | ",
             "3 | 便民服务3 | 完成20公里农村公路改造提升。 |  | 区交通局 | ",
             "完成20公里农村公路改造提升。 | 一二三 |  |  |  | "]  # fmt: skip
    table = read(*delimited.read("\n".join(lines).encode(), "2025-08.txt"))
    assert [item.lead_unit.text for item in table.items] == ["区交通局"] * 5 + [""]
    assert table.items[-1].unplaced.units == {"lead_leader", "lead_unit"}
    (note,) = (note for note in table.audit if note.kind == "cell_unplaced")
    assert (note.severity, note.no, str(note.where)) == (Severity.ERROR, 6, "第7行第2列")
    assert "“一二三”归入哪一栏（完成情况、牵头领导、牵头单位）不明" in note.text


COUNTED = """
序号 | 工作任务 | 考核指标 | 单位 | 年度目标 | 责任单位 | 上半年目标 | 已完成数 | 进展情况 | 未达序时原因 |
1 | 就业 | 新增就业 | 人 | 6500 | 县人社局 | 3300 | 3578 | 组织招聘会21场，新增就业3578人。 | 无 |
{row} | | |
2 | 教育 | 校舍维修 | 所 | 18 | 县教体局 | 10 | 12 | 已完成12所。 | 无 |
3 | 养老 | 助餐 | 万人次 | 33 | 县民政局 | 16 | 17 | 助餐17万人次。 | 无 |
"""


@pytest.mark.parametrize(
    "row",
    [
        "再就业 | 人 | 2000 | 县人社局 | 1000 | 1136 | 走访登记并推荐岗位，实现再就业1136人。 | 无",
        "课后服务覆盖率 | % | 100 | 县教体局 | 100 | 100 | 46所学校全部开展课后服务。 | 无",
        "疾病筛查率 | % | ≥95 | 县卫健局 | ≥95 | 97.3 | 1-6月筛查1500人。 | 无",
        "孤儿养育金 | 人 | 应发尽发 | 县民政局 | 按月发放到位 | 187 | 1-6月按月足额发放187人。 | 无",
    ],
)
def test_figures_and_reports_side_by_side_come_back(row: str) -> None:
    """A row that lost its number and project is put back where figures and reports, rates and words stand in it."""
    typed_cells = [cell.strip() for cell in row.split("|")]
    item = read(typed(COUNTED.format(row=row).lstrip("\n"))).items[1]
    held = [item.lead_unit.text, item.plan.text, item.progress.text, item.problem.text]
    planned = typed_cells[4] + (typed_cells[1] if typed_cells[4][-1].isdigit() else "")  # in the measure of the row
    assert held[:2] == [typed_cells[3], planned]
    assert typed_cells[6] in held[2]
    assert held[3] == "无"
    assert item.target.text.startswith(typed_cells[0])


def test_cells_that_fit_several_columns_stand_in_none_and_mark_their_item() -> None:
    """Villages are the support or the plan: what is certain is kept, the rest told, the verdict marked."""
    header = "序号 | 项目名称 | 主要内容 | 牵头单位 | 配合单位 | 8月计划 | 8月份完成情况 | 存在问题"
    rows = [
        f"{no} | 项目{no} | 建公园{no}个。 | 区住建局 | 区财政局 | 建成{no}个。 | 已建成{no}个。 | 无"
        for no in range(1, 9)
    ]
    odd = "9 | 项目9 | 建公园9个。 | 区住建局 | 甲岗、乙集、丙庙 | 建成9个。 | 已建成9个。 |"
    table = read(*delimited.read("\n".join((header, *rows, odd)).encode(), "2025-08.txt"))
    item = table.items[-1]
    assert (item.target.text, item.plan.text, item.progress.text) == ("建公园9个。", "", "")
    assert {"plan", "progress"} <= item.unplaced.texts
    verdict = judge.judge(item, table.period, NORMS)
    assert verdict.needs_review
    assert "甲岗、乙集、丙庙" in verdict.question
    (note,) = (note for note in table.audit if note.kind == "cell_unplaced")
    assert all(f"“{cell}”" in note.text for cell in ("甲岗、乙集、丙庙", "建成9个。", "已建成9个。"))
    assert not [other for other in table.audit if other.no == item.no and other.kind == "missing_cell"]


@pytest.mark.parametrize("text", ["0.", "0.0", "(9)", "2.7"])
def test_a_text_that_looks_like_a_number_out_of_turn_is_no_number(text: str) -> None:
    """A target of such a text, in a row that lost its number and project, moves no unit beside another target."""
    rows = [
        "序号 | 项目名称 | 主要内容 | 牵头单位 | 8月份完成情况 | 存在问题 | 备注 |",
        "1 | 甲 | 建1处。 | 区丁局 | 开工。 | 无 | 无 |",
        "2 | 乙 | 建2处。 | 区丁局 | 开工。 | 无 | 无 |",
        f"{text} | 区丁局 | 开工。 | 区0院 | 无 | | |",
    ]
    last = read(typed("\n".join(rows))).items[-1]
    assert (last.target.text, last.lead_unit.text, last.progress.text) == (text, "区丁局", "开工。")


LOST = """
类别 | 民生事项 | 年度任务目标 | 责任单位 | 配合单位 | 分管领导 | 8月进展情况 | 监督电话 |
{a}教育文化 | {one}校园扩容 | 建学校1所 | 市教育局 | 市住建局 | 甲某某 | 主体完工 | 8101026 |
改造学校8所 | 市教育局 | 市财政局、各镇街 | 甲某某 | 完成8所 | 8111026 | | |
{two}妇女健康 | 检查2万人 | 市妇幼保健院 | 市妇联 | 甲某某 | 检查2.1万人 | 8401126 | |
新生儿筛查2600人 | 市妇幼保健院 | 市卫健局 | 甲某某 | 筛查2241人 | 8411126 | | |
{b}城乡建设 | {three}供热改造 | 改造管网19公里 | 市城管局 | 热电公司 | 乙某某 | 改造19.3公里 | 8501026 |
"""


@pytest.mark.parametrize(
    ("groups", "names"),
    [
        (["一、", "二、"], ["1.", "2.", "3."]),
        (["（一）", "（二）"], ["1、", "2、", "3、"]),
        (["", ""], ["1.", "2.", "3."]),
        (["一、", "二、"], ["（1）", "（2）", "（3）"]),
    ],
)
def test_numbered_names_tell_which_columns_a_row_has_lost(groups: list[str], names: list[str]) -> None:
    """2.妇女健康 is a project as 1.校园扩容 is, no group; a text without a number is a target."""
    marks = dict(zip(("a", "b", "one", "two", "three"), (*groups, *names), strict=True))
    items = read(typed(LOST.strip().format(**marks))).items
    projects = [names[0] + "校园扩容"] * 2 + [names[1] + "妇女健康"] * 2 + [names[2] + "供热改造"]
    assert [item.project.text for item in items] == projects
    assert [item.target.text for item in items] == [
        *("建学校1所", "改造学校8所", "检查2万人", "新生儿筛查2600人", "改造管网19公里"),
    ]
    assert [item.support_units.text for item in items][2:4] == ["市妇联", "市卫健局"]


def test_targets_may_be_numbered_as_their_projects_are() -> None:
    """Numbers that stand in two columns tell neither from the other."""
    rows = ["项目名称 | 目标任务 | 责任单位 | 8月进展情况 |", "1.公园 | 1.建10个 | 区住建局 | 已建 |"]
    rows += ["2.道路 | 1.修5条 | 区交通局 | 已修 |", "3.路灯 | 1.改300盏 | 区城管局 | 已改 |"]
    assert [item.target.text for item in read(typed("\n".join(rows))).items] == ["1.建10个", "1.修5条", "1.改300盏"]


EARLY = """
序号|项目名称|牵头领导|主要内容|责任单位|配合单位|8月计划|8月进展|存在问题
1|暖民工程|甲某某|新建幼儿园3所|区教育局|区住建局|2所封顶|2所封顶，1所砌筑|
改造学校食堂8所|区教育局|区卫健局|完成5所|完成6所|两所进场晚
2|绿色行动|乙某某|植树6000株|区林业局|各镇街|植树5000株|已植树5200株|
{last}
3|平安行动|乙某某|安装摄像头600路|区公安局|各镇街|安装400路|安装412路|
"""


def early(last: str) -> Grid:
    return typed("\n".join(f"{line}|" for line in EARLY.strip().format(last=last).split("\n")))


def test_rows_that_end_early_have_lost_what_is_merged_with_their_number() -> None:
    """Where rows are as long as what is left of them, an empty cell at the end is their own problem cell."""
    items = read(early("修剪绿篱40公里|区林业局|各镇街|修剪30公里|已修剪31公里|")).items
    assert [item.lead_leader.text for item in items] == ["甲某某", "甲某某", "乙某某", "乙某某", "乙某某"]
    assert [item.progress.text for item in items][1::2] == ["完成6所", "已修剪31公里"]
    assert [item.problem.text for item in items] == ["", "两所进场晚", "", "", ""]


def test_a_report_is_no_plan_where_a_plan_is_lost_too() -> None:
    """A row that has lost its plan beside its number is refused, or left open: its report never stands as its plan."""
    try:
        plans = [item.plan.text for item in read(early("修剪绿篱40公里|区林业局|各镇街|已修剪31公里")).items]
    except InputError:
        plans = []
    assert "已修剪31公里" not in plans


POINTED = """
类别 | 序号 | 项目名称 | 年度目标 | 8月计划 | 8月进展 | 牵头单位 | 分管领导 |
教育 | 1 | 学校 | 新建学校1所 | 封顶 | 已封顶 | 县教育局 | 甲某 |
2 | 食堂 | 改造食堂8所 | 完成5所 | 已完成6所 | 县教育局 | 乙某丙某·丁某{point} | |
就业 | 3 | 贷款 | 发放6000万元 | 4000万元 | 已发放4100万元 | {unit} | 县领导甲乙丙·丁戊己庚 |
4 | 培训 | 培训1.5万人次 | 1万人次 | 已培训9463人次 | {unit} | 甲某、乙某丙某·丁某{point} | |
"""


@pytest.mark.parametrize("point", ["", "·戊", "•戊"])
def test_a_leader_with_a_point_in_the_name_is_one(point: str) -> None:
    """Such a name is longer than others; beside it a row may still hold a unit that nobody knows."""
    items = read(typed(POINTED.strip().format(unit="县信用联合社", point=point))).items
    other = f"乙某丙某·丁某{point}"
    assert [item.lead_leader.text for item in items] == ["甲某", other, "县领导甲乙丙·丁戊己庚", f"甲某、{other}"]
    assert [item.lead_unit.text for item in items][2:] == ["县信用联合社"] * 2


def test_a_text_with_a_point_in_it_may_still_be_no_leader() -> None:
    """What tells of works, or is a list of units, is none."""
    head = Head(0, "lead_leader", ())
    known = Profile((head,), (), False, frozenset(), frozenset(), NORMS.units)
    texts = ("乙某丙某·丁某", "乙某科", "道路改造·管网铺设", "县住建局·县水利局")
    assert [known.objection(head, text) for text in texts] == [0, 0, 2, 2]
