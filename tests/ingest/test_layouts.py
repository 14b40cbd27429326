"""The eight layouts that offices really keep: what each gives, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen import norms
from reportgen.errors import InputError
from reportgen.ingest import open_grids
from reportgen.ingest.formats import delimited
from reportgen.ingest.items import table
from reportgen.records import Item, Table
from tests.ingest.tables import named, ruled
from tests.ingest.tables import read as read_grid

ROOT = Path(__file__).parents[2]
LAYOUTS = ROOT / "tests" / "data" / "layouts"
NORMS = norms.load(ROOT / "templates" / "norms.toml")


def read(name: str) -> Table:
    (path,) = LAYOUTS.glob(f"{name}_*.txt")
    return table(open_grids(path), NORMS)


def texts(item: Item, *names: str) -> tuple[str, ...]:
    return tuple(getattr(item, name).text for name in names)


def test_cangnan_is_folded_from_a_cell_a_line() -> None:
    """Numbers going up cut the cells into rows of the header's length; brackets and verdicts stay in the progress."""
    read_table = read("cangnan")
    assert read_table.period.as_of == date(2022, 10, 31)  # it stands in the title only
    assert [
        (item.project_no, *texts(item, "target", "progress", "lead_unit", "note")) for item in read_table.items
    ] == [
        (2, "四好农村路55公里", "95%", "县交通局", "县民生实事"),
        (7, "2家中心敬老院开工", "50%(一家没开工", "县民政局", "县民生实事"),
        (8, "职专扩容", "22%(滞后严重)", "县教育局", "县民生实事"),
    ]


def test_gongshu_names_its_project_once() -> None:
    """A row one cell short lacks the project, for its units and shares fit nowhere else; 序号 counts the items."""
    read_table = read("gongshu")
    assert read_table.period.as_of == date(2024, 6, 30)
    assert [texts(item, "project", "target", "lead_unit", "progress") for item in read_table.items] == [
        ("主要经济指标", "地区生产总值增长5.5%", "区发改经信局", "/"),
        ("主要经济指标", "预算收入与增长同步", "区财政局", "52%"),
        ("主要经济指标", "环境保护完成市任务", "生态环境分局", "60%"),
    ]
    assert [dict(item.extra)["序号"].text for item in read_table.items] == ["1", "2", "5"]
    assert len(read_table.projects) == 1


def test_keqiao_joins_the_second_target_of_an_item() -> None:
    """A row of a lone target belongs to the item above; the quarter's target is the plan; inline labels part a cell."""
    read_table = read("keqiao")
    assert (read_table.period.as_of, read_table.period.plan_due) == (date(2023, 3, 31), date(2023, 3, 31))
    first, second = read_table.items
    assert texts(first, "target", "plan", "status") == (
        "公办中小学新改扩建1所；增学位810个",
        "室内装修安装、场外施工",
        "顺利推进",
    )
    assert texts(first, "progress", "next_step") == ("装修安装80%,场外70%。", "场外加人。")
    assert (second.project_no, second.lead_unit.text) == (3, "教体局")


def test_zhaoyuan_puts_its_category_back() -> None:
    """A row one cell short lacks the merged 类别; the number stands in the name; both outcome columns are progress."""
    read_table = read("zhaoyuan")
    assert [(item.project_no, item.project.text) for item in read_table.items] == [
        (14, "14.扩建两校"),
        (15, "15.塑胶场地"),
        (16, "16.课后服务"),
    ]
    last = read_table.items[2]
    assert texts(last, "target", "lead_unit", "lead_leader") == ("34校全覆盖", "教育体育局", "甲")
    assert last.progress.text == "督促开课；32402人全参加;拨付700万,75%"
    assert dict(last.extra)["类别"].text == "四、教育文化"
    assert dict(last.extra)["1-9月份工作取得成效"].text == "32402人全参加;拨付700万,75%"


def test_yueyanglou_joins_measure_and_figure() -> None:
    """Blanks part the cells: 考核指标 spans two columns, for only so do all rows fit; 单位 and 数 join the target."""
    read_table = read("yueyanglou")
    assert read_table.period.as_of == date(2022, 10, 31)
    assert [texts(item, "target", "progress", "rate", "note") for item in read_table.items] == [
        ("义务教育公办学位，占比≥95%，600个", "600个", "100%", ""),
        ("特殊群体健康，产前筛查2800人次", "2539人次", "90.7%", ""),
        ("特殊群体健康，先心病筛查2800人次", "2647人次", "94.5%", ""),
        ("特殊群体健康，残疾儿童康复180人", "284人", "137%", "任务按1440人月算,已训1970人月"),
        ("低保提标，城市标准600元/月/人", "", "100%", "现行644元"),
        ("灌溉水源，新增蓄水8万方", "", "75%", "与除险加固一起施工"),
    ]
    assert [item.project_no for item in read_table.items] == [1, 2, 2, 2, 3, 8]
    assert dict(read_table.items[1].extra)["工作目标"].text == "2800"


def test_xicheng_is_put_apart_where_one_way_alone_fits() -> None:
    """The header's words, the number, the target's full stop and the unit's name cut a line with nothing between."""
    table = read("xicheng")
    assert table.period.as_of == date(2020, 12, 31)
    (item,) = table.items
    assert item.project_no == 2
    assert texts(item, "project", "target", "lead_unit", "progress") == (
        "主要预期目标",
        "预算收入增长2%左右。",
        "区财政局",
        "目标年中已调整。全年413.84亿元,达到调整后目标。",
    )


RUN_ON = "2020年全年完成情况\n序号重点督办内容牵头单位全年完成情况\n1建学校。区教育局已建成。\n"


@pytest.mark.parametrize(
    "line",
    [
        "2建公园。区教育局教育中心已建成。",  # 区教育局 or 区教育局教育中心
        "210所学校建成。区教育局已建成。",  # 2 or 210
        "2建公园区园林局已建成。",  # no stop behind the target
        "2建公园。已建成。",  # no unit
    ],
)
def test_run_on_lines_that_can_be_cut_otherwise_are_refused(line: str) -> None:
    """A unit never stands beside a target because of a guess: the line is named and refused."""
    good = table(delimited.read(f"{RUN_ON}2建公园。区园林局已建成。".encode(), "2020.txt"), NORMS)
    assert [texts(item, "lead_unit") for item in good.items] == [("区教育局",), ("区园林局",)]
    with pytest.raises(InputError, match=r"line 4: nothing divides the cells"):
        table(delimited.read((RUN_ON + line).encode(), "2020.txt"), NORMS)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        # A blank figure has left no line: 4.3 and 3.57 may be any two of three.
        ("meishan", r"line 3: the text is a cross-table.*which figure stands under which.*was lost"),
        # 存在问题 and 工作动态 follow each other, and the story stands before both: whose value is it?
        (
            "shanghai",
            r"line 1: this is the form of a single project.*which value belongs to which label cannot be told",
        ),
    ],
)
def test_others_are_refused_by_line_with_what_was_lost_and_how_to_go_on(name: str, told: str) -> None:
    """A text that a person could not put back either says where, what it is, what is lost, and what to give instead."""
    with pytest.raises(InputError, match=told) as refusal:
        read(name)
    assert str(refusal.value).endswith("give the Word, Excel or web file that it was copied from.")


# --- the same kinds as ruled tables -----------------------------------------------------------------

MEISHAN = """
2019年十大民生工程项目完成情况表 | ← | ← | ← | ← | ← | ←
地区 | 就业促进工程 | ← | ← | ← | ← | ←
↑ | 促进城乡劳动者就业创业 | ← | ← | ← | ← | ←
↑ | 城镇新增就业(人) | ← | ← | 城镇登记失业率低于(%) | ← | 备注
↑ | 市人力资源社会保障局 | ← | ← | 市总工会 | ← | ↑
↑ | 目标任务 | 进度 | 完成比例(%) | 目标任务 | 进度 | ↑
全市 | 27800 | 52242 | 187.9 | 4.3 | 3.57 |
东区 | 2000 | 1500 | 75 | 4.3 | 4.1 | 迟报
"""


def test_a_ruled_cross_table_gives_a_row_for_each_region_and_indicator() -> None:
    """Target, measure and unit come from the header's levels, figures from the region's row, each with its address."""
    table = read_grid(ruled(MEISHAN, "2019年.xlsx"), month="2019-12")
    names = ("project", "target", "progress", "rate", "lead_unit", "note")
    project = "促进城乡劳动者就业创业"
    assert [texts(item, *names) for item in table.items] == [
        (project, "全市城镇新增就业27800人", "52242人", "187.9%", "市人力资源社会保障局", ""),
        (project, "东区城镇新增就业2000人", "1500人", "75%", "市人力资源社会保障局", "迟报"),
        (project, "全市城镇登记失业率低于4.3%", "3.57%", "", "市总工会", ""),
        (project, "东区城镇登记失业率低于4.3%", "4.1%", "", "市总工会", "迟报"),
    ]
    assert [str(item.progress.address) for item in table.items] == [f"Sheet1!{at}" for at in ("C7", "C8", "F7", "F8")]
    kept = dict(table.items[1].extra)
    assert [kept[name].text for name in ("地区", "类别", "完成比例(%)")] == ["东区", "就业促进工程", "75"]


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        ("序号 | 镇街 | {things} | 责任人\n↑ | ↑ | {figures} | ↑\n1 | 甲镇 | 20 | 15 | 300 | 280 | 张某\n", ""),
        ("县（市、区） | {things}\n↑ | {figures}\n甲县 | 20 | 15 | 300 | 280\n", ""),
        ("责任单位 | {things} | 备注\n↑ | {figures} | ↑\n甲局 | 20 | 15 | 300 | 280 |\n", "甲局"),
    ],
)
def test_regions_or_offices_by_what_they_count_give_a_row_for_each(rows: str, unit: str) -> None:
    """The column of regions or offices may stand behind the numbers, and a figure's header may tell the measure."""
    things, figures = "户厕改造 | ← | 就业培训 | ←", "任务数（户） | 完成数（户） | 任务（人） | 完成（人）"
    items = read_grid(ruled(rows.format(things=things, figures=figures), "2025-08.xlsx")).items
    first = unit or rows.split("\n")[2].removeprefix("1 | ").split(" | ")[0]
    assert [texts(item, "project", "target", "progress", "lead_unit") for item in items] == [
        ("户厕改造", f"{first}户厕改造20户", "15户", unit),
        ("就业培训", f"{first}就业培训300人", "280人", unit),
    ]


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("镇街 | 项目名称 | 完成情况 | ←\n↑ | ↑ | 目标 | 完成", "路灯"),
        ("责任单位 | 项目名称 | 路灯 | ←\n↑ | ↑ | 任务 | 完成", "路灯"),
    ],
)
def test_groups_of_columns_beside_a_project_are_no_cross_table(header: str, target: str) -> None:
    """Where a column names the projects, each row is one of them."""
    (item,) = read_grid(ruled(f"{header}\n甲镇 | 安装路灯 | 20盏 | 15盏", "2025-08.xlsx")).items
    assert target in item.target.text
    assert item.progress.text == "15盏"


def test_a_list_with_a_column_of_regions_is_a_list() -> None:
    """地区 as one column among others makes no cross-table."""
    table = read_grid(
        ruled("地区 | 项目名称 | 年度目标 | 8月完成情况\n东区 | 就业 | 培训20人。 | 已培训9人。", "2025-08.xlsx")
    )
    assert texts(table.items[0], "project", "target", "progress") == ("就业", "培训20人。", "已培训9人。")


REGIONS = """
序号 | 考核指标 | 单位 | {whole} | ← | 东区 | ← | 西区 | ←
↑ | ↑ | ↑ | 目标任务 | 完成数 | 目标任务 | 完成数 | 目标任务 | 完成数
1 | 新增就业 | 人 | 300 | 250 | 200 | 180 | 100 | 70
"""


def test_regions_as_columns_are_judged_by_their_sum() -> None:
    """The columns of the whole are target and progress; those of each region are kept, named after it."""
    table = read_grid(ruled(REGIONS.format(whole="全市"), "2025-08.xlsx"))
    (item,) = table.items
    assert texts(item, "target", "progress") == ("新增就业300人", "250人")
    assert {"东区目标任务": "200", "西区完成数": "70"}.items() <= {
        header: cell.text for header, cell in item.extra
    }.items()


def test_regions_as_columns_that_nothing_sums_up_are_judged_one_by_one() -> None:
    """Each region answers for its own target with its own figures, at their addresses; an empty one gives no row."""
    text = REGIONS.format(whole="南区") + "2 | 新增床位 | 张 |  |  | 50 | 20 | 40 | 40"
    items = read_grid(ruled(text, "2025-08.xlsx")).items
    assert [(item.project_no, *texts(item, "target", "progress"), str(item.progress.address)) for item in items] == [
        (1, "南区新增就业300人", "250人", "Sheet1!E3"),
        (1, "东区新增就业200人", "180人", "Sheet1!G3"),
        (1, "西区新增就业100人", "70人", "Sheet1!I3"),
        (2, "东区新增床位50张", "20张", "Sheet1!G4"),
        (2, "西区新增床位40张", "40张", "Sheet1!I4"),
    ]
    assert dict(items[1].extra)["地区"].text == "东区"


SHANGHAI = """
民生实事项目月报表（2021年10月） | ← | ← | ←
项目名称 | 路名创建项目 | 责任单位 | 市民政局
计划开工日期 | 2021年1月 | 计划竣工日期 | 2021年11月
年计划投资 | 1亿元 | 至当月累计完成投资 | 11400万元
年度目标 | 创建70条。 | ← | ←
工作动态 | 已创建70条，逐条验收，待发文。 | ← | ←
存在问题 |  | ← | ←
上报日期：2021年11月5日 | ← | ← | ←
"""


def test_a_ruled_form_is_one_item() -> None:
    """Labels with their values beside them give one item; what no label tells stands in no judged cell."""
    table = read_grid(ruled(SHANGHAI, "2021-10.xlsx"))
    (item,) = table.items
    assert texts(item, "project", "target", "progress", "lead_unit", "problem") == (
        "路名创建项目",
        "创建70条。",
        "已创建70条，逐条验收，待发文。",
        "市民政局",
        "",
    )
    assert (item.due, str(item.progress.address)) == (date(2021, 11, 30), "Sheet1!B6")
    assert dict(item.extra)["年计划投资"].text == "1亿元"
    assert named(table)["progress"] == "工作动态"


def test_several_forms_of_one_file_are_its_items() -> None:
    """A form a sheet gives an item a sheet."""
    other = SHANGHAI.replace("路名创建项目", "公厕改造项目").replace("70条", "9座")
    table = read_grid(ruled(SHANGHAI, "2021-10.xlsx", "甲"), ruled(other, "2021-10.xlsx", "乙"))
    assert [item.project.text for item in table.items] == ["路名创建项目", "公厕改造项目"]


# --- lists laid out otherwise ---------------------------------------------------------------------

LIST = ("project", "target", "progress")
ITEMS = [("就业", "培训100人。", "已培训60人。"), ("教育", "建校1所。", "已开工。")]


def test_a_list_on_its_side_is_turned() -> None:
    """Labels in the first column and an item in each other one are read as rows."""
    side = "表 | ← | ←\n项目名称 | 就业 | 教育\n年度目标 | 培训100人。 | 建校1所。\n8月进展 | 已培训60人。 | 已开工。"
    table = read_grid(ruled(side, "2025-08.xlsx"))
    assert [texts(item, *LIST) for item in table.items] == ITEMS
    assert str(table.items[1].progress.address) == "Sheet1!C4"


@pytest.mark.parametrize("gap", ["", "|  "])
def test_lists_side_by_side_are_one_list(gap: str) -> None:
    """A header that stands twice in its row heads two lists, the left one first; an empty column may part them."""
    head, one, two = "项目名称 | 年度目标 | 8月进展", " | ".join(ITEMS[0]), " | ".join(ITEMS[1])
    table = read_grid(ruled(f"{head} {gap}| {head}\n{one} {gap}| {two}", "2025-08.xlsx"))
    assert [texts(item, *LIST) for item in table.items] == ITEMS


@pytest.mark.parametrize(("over", "under"), [("一", "1"), ("1", "1.1"), ("(一)", "1")])
def test_a_heading_with_a_number_of_its_own(over: str, under: str) -> None:
    """A row of number and name alone heads the rows below whose numbers go under its own."""
    head = "序号 | 项目名称 | 年度目标 | 8月进展"
    table = read_grid(ruled(f"{head}\n{over} | 民生 |  | \n{under} | {' | '.join(ITEMS[0])}", "2025-08.xlsx"))
    (item,) = table.items
    assert texts(item, *LIST) == ITEMS[0]
    assert dict(item.extra)["标题行"].text == "民生"


def test_an_item_without_any_report_stays_an_item() -> None:
    """A row of number and name alone among rows of the same kind is an item that reported nothing."""
    head = "序号 | 项目名称 | 年度目标 | 8月进展"
    table = read_grid(ruled(f"{head}\n1 | 民生 |  | \n2 | {' | '.join(ITEMS[0])}", "2025-08.xlsx"))
    assert [item.project.text for item in table.items] == ["民生", "就业"]
