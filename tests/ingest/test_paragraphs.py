"""Projects told by labels and values in lines of text or in the cells of a form."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from reportgen import ingest
from reportgen.errors import InputError
from reportgen.records import Table
from tests.ingest.tables import NORMS, read, ruled, typed

TEXT = """2024年8月民生实事项目进展情况

一、污水处理厂
责任领导：甲某某
主办单位：县住建局    协办单位：县财政局
年度目标：建厂1座
8月目标进度：主体完工
8月实际进度：主体完工，
管网铺设6公里
存在问题：无
二、寄递物流
主办单位：县交通局
年度目标：建80个点
8月实际进度：建成72个。存在问题：两家企业未签协议。

某某县督查室
"""
TOLD = [
    ("一、污水处理厂", "建厂1座", "甲某某", "县住建局", "县财政局", "主体完工", "主体完工，\n管网铺设6公里", "无"),
    ("二、寄递物流", "建80个点", "", "县交通局", "", "", "建成72个。", "两家企业未签协议。"),
]
FIELDS = ("project", "target", "lead_leader", "lead_unit", "support_units", "plan", "progress", "problem")


def told(table: Table) -> list[tuple[str, ...]]:
    return [tuple(getattr(item, name).text for name in FIELDS) for item in table.items]


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_lines_of_labels_tell_of_projects(form: str, tmp_path: Path) -> None:
    """A text, or a document without a table: a heading names the project, a further line goes on with its value."""
    path = tmp_path / f"2024-08.{form}"
    if form == "txt":
        path.write_text(TEXT, encoding="utf-8")
    else:
        document = Document()
        for line in TEXT.split("\n"):
            document.add_paragraph(line)
        document.save(str(path))
    table = ingest.read([path], NORMS)
    assert told(table) == TOLD
    assert f"{table.period.as_of} {table.period.plan_due}" == "2024-08-31 2024-08-31"


def test_a_label_names_the_project_before_a_heading(tmp_path: Path) -> None:
    """Headings of sections name nothing where 项目名称 does; each project begins where that stands again."""
    lines = TEXT.replace("一、污水", "一、上半年安排\n项目名称：污水").replace("二、寄递", "项目名称：寄递")
    path = tmp_path / "2024-08.txt"
    path.write_text(lines, encoding="utf-8")
    assert [item.project.text for item in ingest.read([path], NORMS).items] == ["污水处理厂", "寄递物流"]


@pytest.mark.parametrize("heading", ["{}", "①{}", "1️⃣ {}", "★{}", "【{}】", "项目一：{}", "## {}"])
def test_a_line_before_the_first_label_of_each_project_names_it(heading: str) -> None:
    """However it is marked, it does not go on with what the project above told last."""
    names = ("污水处理厂", "寄递物流")
    body = "年度目标：建{}座\n8月进展：已建1座\n责任单位：县{}局"
    lines = [f"{heading.format(name)}\n{body.format(at, '住建')}" for at, name in enumerate(names, 2)]
    items = read(typed("".join(f"{line}|\n" for line in "\n".join(lines).split("\n")), "2024-08.txt")).items
    assert [item.project.text for item in items] == [heading.format(name) for name in names]
    assert [item.lead_unit.text for item in items] == ["县住建局", "县住建局"]


def test_lines_of_labels_may_begin_with_bullets() -> None:
    """A dash or a dot before the first label of a line is no part of the value above."""
    body = "- 项目名称: 公园{0}\n  年度目标: 建{0}座\n• 8月进展: 已建1座\n* 责任单位: 县住建局"
    lines = "\n".join(body.format(at) for at in (2, 3)).split("\n")
    items = read(typed("".join(f"{line}|\n" for line in lines), "2024-08.txt")).items
    assert [(item.project.text, item.lead_unit.text) for item in items] == [
        ("公园2", "县住建局"),
        ("公园3", "县住建局"),
    ]


CELLS = """
2024年8月月报单 | ←
编号：1 | 项目名称：公园
主办单位：区住建局　协办单位：区财政局、各街道 | ←
年度目标：建10个。 | ←
8月实际进度：已建5个。 | ←
存在问题： | 填报日期：2024年9月2日
"""


def test_labels_stand_before_their_values_in_one_cell() -> None:
    """A form whose cells hold label and value; one below the other they are several."""
    other = CELLS.replace("编号：1", "编号：2").replace("公园", "广场").replace("10个", "9个")
    items = read(ruled(CELLS + other.lstrip(), "2024-08.xlsx")).items
    assert [(item.project_no, item.project.text, item.target.text) for item in items] == [
        (1, "公园", "建10个。"),
        (2, "广场", "建9个。"),
    ]
    assert [(item.support_units.text, item.progress.text, item.problem.text) for item in items] == [
        ("区财政局、各街道", "已建5个。", "")
    ] * 2


def test_labels_in_the_cells_of_a_list_make_no_form() -> None:
    """进展情况：… 存在问题：… in the cells of one column leave the table a list."""
    rows = [f"{at} | 公园 | 建{at}个。 | 进展情况：已建。存在问题：缺资金。" for at in (1, 2, 3)]
    items = read(ruled("\n".join(["序号 | 项目名称 | 年度目标 | 8月进展情况", *rows]))).items
    assert [(item.progress.text, item.problem.text) for item in items] == [("已建。", "缺资金。")] * 3


def paragraphs(text: str) -> Table:
    return read(typed("".join(f"{line.strip()}|\n" for line in text.strip().split("\n")), "2024-08.txt"))


APART = """
2024年8月民生实事进展情况
1.建公园6个。
责任单位：区园林局；配合单位：各街道
三季度计划：开工。
8月进展：开工4个，
其余招标。
2.修路5条。
责任单位：区交通局
三季度计划：完工。
8月进展：
存在问题：缺资金。
"""


@pytest.mark.parametrize("text", [APART, APART.replace("。\n责", "。责").replace("\n三", "。三").replace("\n8", "8")])
def test_a_numbered_line_before_labels_is_the_target(text: str) -> None:
    """Labels stand in lines of their own or in the same paragraph, behind a stop."""
    items = paragraphs(text).items
    assert [item.project_no for item in items] == [1, 2]
    assert told(paragraphs(text)) == [
        ("", "建公园6个。", "", "区园林局", "各街道", "开工。", "开工4个，\n其余招标。", ""),
        ("", "修路5条。", "", "区交通局", "", "完工。", "", "缺资金。"),
    ]


def test_a_heading_over_numbered_targets_is_their_project() -> None:
    """一、环境 over 1. and 2. names both; it is no item."""
    text = APART.replace("1.", "一、环境\n1.").replace("2.", "二、出行\n2.")
    assert [(item.project.text, item.target.text) for item in paragraphs(text).items] == [
        ("一、环境", "建公园6个。"),
        ("二、出行", "修路5条。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        APART.replace("存在", "1.缺地。\n2.缺人。\n存在"),  # numbers that count what a paragraph says
        "2024年8月进展\n1、建公园6个。（责任单位：区园林局）开工4个。\n2、修路5条。已招标。\n3、种树。已种。",
    ],
)
def test_numbered_paragraphs_whose_parts_cannot_be_told_are_refused(text: str) -> None:
    """The sentence says which labels to put."""
    with pytest.raises(InputError, match="numbered paragraphs put 责任单位： and 进展情况："):
        paragraphs(text)
