"""Titles tell the day and the year of a table, and are asked about where they do not fit what is read."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.errors import InputError
from reportgen.records import Table
from tests.ingest.tables import read, ruled

ROW = "1 | 改造农村公路20公里 | 区交通局 | 完成15公里 | 已完成18公里"


def titled(title: str, progress: str = "推进情况", file: str = "进展.xlsx", row: str = ROW) -> Table:
    """Read a table with a title over all columns."""
    header = f"序号 | 年度目标 | 牵头单位 | 三季度计划 | {progress}"
    return read(ruled(f"{title} | ← | ← | ← | ←\n{header}\n{row}", file))


def kinds(table: Table) -> set[str]:
    return {note.kind for note in table.audit}


def test_a_title_and_a_header_of_different_months_are_refused_or_asked_about() -> None:
    """The sentence names the title; where the file's name settles the month, the audit asks."""
    with pytest.raises(InputError, match=r"Sheet1!A1.*2025年8月民生实事.*--month 2025-07"):
        titled("2025年8月民生实事", "7月份推进情况")
    table = titled("2025年8月民生实事", "7月份推进情况", "2025-07.xlsx")
    assert table.period.month == "2025-07"
    assert "other_month" in kinds(table)


@pytest.mark.parametrize(
    "title", ["2025年三季度民生实事", "2025年1-8月民生实事", "2025年民生实事（9月5日印发）", "2025年7月部署、8月进展"]
)
def test_a_title_that_holds_the_month_is_not_asked_about(title: str) -> None:
    """A quarter with the month in it, a sum up to it, and the day of printing contradict nothing."""
    table = titled(title, "8月份推进情况")
    assert (table.period.month, kinds(table) & {"other_month"}) == ("2025-08", set())


def test_a_paragraph_above_the_table_may_speak_of_any_month() -> None:
    """What a notice tells of its past is no title."""
    table = titled("根据2025年3月的方案，现将进展通报如下。", "2025年8月份推进情况")
    assert (table.period.month, kinds(table) & {"other_month"}) == ("2025-08", set())


@pytest.mark.parametrize("title", ["2025年13月民生实事", "2025年民生实事13月进展", "2025年民生实事（截至9月31日）"])
def test_what_no_calendar_has_is_refused_by_its_cell(title: str) -> None:
    """An impossible month is no other month, and an impossible day no fault of the program."""
    with pytest.raises(InputError, match=r"Sheet1!A1.*no calendar has 「.*[月日]」"):
        titled(title, file="2025-08.xlsx")


@pytest.mark.parametrize("title", ["2025年民生实事（截至2026年1月10日）", "2025年度民生实事（数据截至：2026/1/10）"])
def test_targets_of_the_title_s_year_are_due_with_it(title: str) -> None:
    """Told in the January behind it, they are not given a year more; the audit asks."""
    table = titled(title, row=ROW.replace("20公里 |", "20公里，12月底前完工 |"))
    assert (table.period.as_of, table.period.year_due) == (date(2026, 1, 10), date(2025, 12, 31))
    assert table.period.plan_due == date(2025, 9, 30)
    assert "targets_of_last_year" in kinds(table)


@pytest.mark.parametrize("title", ["2025年结转项目（截至2026年1月10日）", "2026年民生实事（较2025年）1月"])
def test_works_of_an_earlier_year_may_go_on(title: str) -> None:
    """Carried over, or only compared with, a year sets no day."""
    assert titled(title).period.year_due == date(2026, 12, 31)


def sheets(*titles: str) -> Table:
    """Read a workbook of sheets, each with its titles."""
    header = "序号 | 年度目标 | 三季度计划 | 推进情况"
    row = "建{at}所学校 | 完成1所 | 已完成1所"
    texts = [f"{title}{header}\n{at} | {row.format(at=at)}" for at, title in enumerate(titles, start=1)]
    return read(*(ruled(text, "进展.xlsx", f"表{at}") for at, text in enumerate(texts)))


def test_the_first_title_tells_the_time_of_all_tables() -> None:
    """Further tables have no title, or but that of their unit; one that tells another month is not told it twice."""
    title = "2025年8月民生实事（截至8月25日） | ← | ← | ←\n"
    table = sheets(title, "", "续表 | ← | ← | ←\n")
    assert (len(table.items), table.period.as_of) == (3, date(2025, 8, 25))
    with pytest.raises(InputError, match=r"2025-08-25 and .* tells 2025-07-31"):
        sheets(title, "2025年7月民生实事 | ← | ← | ←\n")


def test_units_above_tables_lead_their_items() -> None:
    """Named alone or as the one that fills the table in; where no line names units, the audit tells."""
    title = "2025年8月民生实事 | ← | ← | ←\n"
    table = sheets(f"{title}区住建局 | ← | ← | ←\n", "填报单位（盖章）：区交通局　填报人：甲某某 | ← | ← | ←\n")
    assert [item.lead_unit.text for item in table.items] == ["区住建局", "区交通局"]
    assert "units_untold" not in kinds(table)
    table = sheets(f"{title}改造类 | ← | ← | ←\n", "区交通局 | ← | ← | ←\n")
    assert [item.lead_unit.text for item in table.items] == ["", ""]
    assert "units_untold" in kinds(table)


FORM = "民生实事进展表 | ← | ←\n{line} | ← | ←\n序号 | 工作目标 | {header}\n1 | 建10个公园。 | 已开工。"


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("2025年9月3日", date(2025, 8, 31)),
        ("（时间：2025年9月3日）", date(2025, 8, 31)),
        ("填报日期：2025-09-03", date(2025, 8, 31)),
        ("区政府督查室  2025.9.10", date(2025, 8, 31)),
        ("二〇二五年九月三日", date(2025, 8, 31)),
        ("2026年1月5日", date(2025, 12, 31)),
        ("2025年9月26日", date(2025, 9, 26)),
    ],
)
def test_a_day_of_writing_tells_the_month_that_was_over(line: str, until: date) -> None:
    """In the first days of a month the month before is reported, later what is done by that day; the audit asks."""
    table = read(ruled(FORM.format(line=line, header="完成情况"), "进展.xlsx"))
    assert table.period.as_of == until
    (note,) = (note for note in table.audit if note.kind == "month_by_day")
    assert f"{until.year}年{until.month}月{until.day}日" in note.text


@pytest.mark.parametrize("line", ["2025年9月3日", "填报时间：2025年9月26日", "2025/9/3"])
@pytest.mark.parametrize(("header", "file"), [("完成情况", "2025-08.xlsx"), ("8月份完成情况", "进展.xlsx")])
def test_a_day_of_writing_contradicts_no_month(line: str, header: str, file: str) -> None:
    """Where the file's name or a header tells the month, that is read, and nothing asked."""
    table = read(ruled(FORM.format(line=line, header=header), file))
    assert table.period.as_of == date(2025, 8, 31)
    assert not {"month_by_day", "other_month"} & {note.kind for note in table.audit}


def test_december_filled_in_in_january_is_of_the_year_before() -> None:
    """A day in the first days of a year does not make a header's 12月 that year's."""
    table = read(ruled(FORM.format(line="2026年1月5日", header="12月份完成情况"), "进展.xlsx"))
    assert table.period.as_of == date(2025, 12, 31)


@pytest.mark.parametrize("line", ["2025年3月5日印发", "2025年3月5日政府常务会议通过", "2025年9月30日前报送"])
def test_the_day_of_a_document_tells_no_month(line: str) -> None:
    """A day on which the list was issued, or by which it is to be sent in, is none of writing: the month is asked."""
    with pytest.raises(InputError, match="--month"):
        read(ruled(FORM.format(line=line, header="完成情况"), "进展.xlsx"))


def of_two_sheets(*titles: str) -> Table:
    header = "序号 | 年度目标 | 牵头单位 | 三季度计划 | 推进情况"
    rows = (ROW, "2 | 建公园3个 | 区住建局 | 建成2个 | 已建成2个")
    tables = zip(titles, rows, ("市级", "区级"), strict=True)
    return read(*(ruled(f"{title} | ← | ← | ← | ←\n{header}\n{row}", "进展.xlsx", part) for title, row, part in tables))


@pytest.mark.parametrize("titles", [("2025年8月民生实事", "区级8月进展"), ("市级8月进展", "2025年8月民生实事")])
def test_a_sheet_without_a_year_has_that_of_its_neighbours(titles: tuple[str, str]) -> None:
    """The year stands once in a workbook, before or behind the sheet that leaves it out."""
    table = of_two_sheets(*titles)
    assert (table.period.month, len(table.items)) == ("2025-08", 2)


def test_a_sheet_that_tells_no_year_is_named() -> None:
    """Where no sheet tells one, the first is named; a sheet without a month too."""
    with pytest.raises(InputError, match=r"进展.xlsx \(市级\): no header, title or file name tells the year"):
        of_two_sheets("市级8月进展", "区级8月进展")
    with pytest.raises(InputError, match=r"进展.xlsx \(市级\): no header, title or file name tells the month"):
        of_two_sheets("市级进展", "2025年8月民生实事")
