"""Workbooks are read as they look on the screen."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import pytest
import xlsxwriter

from reportgen.errors import InputError
from reportgen.ingest.formats import excel
from reportgen.ingest.formats.grid import Grid
from tests.ingest import tables
from tests.ingest.faults import SHEET, TABLE, _changed
from tests.ingest.writing import xlsx

HEAD = ("序号", "项目名称", "年度目标", "责任单位", "8月份完成情况")
Fill = Callable[[xlsxwriter.Workbook], None]


def book(fill: Fill) -> tuple[Grid, ...]:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as made:
        fill(made)
    return excel.read(written.getvalue(), "a.xlsx")


def sheet(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]) -> Grid:
    (found,) = book(lambda made: fill(made, made.add_worksheet("台账")))
    return found


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def test_numbers_and_dates_are_as_shown() -> None:
    """65% stays 65%, a date stands as its format writes it, a formula gives its result."""

    def fill(made: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        page.write_number(0, 0, 0.65, made.add_format({"num_format": "0%"}))
        page.write_datetime(0, 1, datetime.date(2024, 3, 1), made.add_format({"num_format": 'yyyy"年"m"月"'}))
        page.write_number(0, 2, 1380)
        page.write_formula(0, 3, "=C1*2", None, 2760)
        page.write_boolean(0, 4, True)
        page.write_string(0, 5, "'0012")
        page.write_number(0, 6, 0.1 + 0.2)

    assert texts(sheet(fill)) == [["65%", "2024年3月", "1380", "2760", "TRUE", "'0012", "0.3"]]


def test_addresses_are_those_of_the_sheet() -> None:
    """Rows above and columns to the left that are empty do not shift addresses, and need no cell."""

    def fill(_: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        page.write_string(4, 2, "序号")
        page.write_string(4, 27, "备注")

    (row,) = sheet(fill).rows
    assert [str(cell.address) for cell in row] == ["台账!C5", "台账!AB5"]


def test_a_gap_between_two_tables_stays_one_row() -> None:
    """Many empty rows between two parts are kept as one."""

    def fill(_: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        page.write_string(0, 0, "甲")
        page.write_string(1_000_000, 0, "乙")

    assert texts(sheet(fill)) == [["甲"], [""], ["乙"]]


def test_rich_text_is_joined_and_its_phonetics_left_out() -> None:
    """Runs of several fonts are one text; the reading aid over hanzi is none of it."""
    strings = "xl/sharedStrings.xml"
    runs = "<si><r><t>序</t></r><r><rPr><b/></rPr><t>号</t></r><rPh sb='0' eb='1'><t>xuhao</t></rPh></si>"
    data = _changed(xlsx(TABLE), strings, lambda part: part.replace("<si><t>序号</t></si>".encode(), runs.encode()))
    assert excel.read(data, "a.xlsx")[0].rows[0][0].text == "序号"


def test_escaped_characters_are_given_back() -> None:
    """_x000D_ is a carriage return, and _x005F_ an underscore that only looked like an escape."""
    strings = "xl/sharedStrings.xml"
    data = _changed(xlsx(TABLE), strings, lambda part: part.replace("序号".encode(), b"a_x000D_\n_x005F_x0041_"))
    assert excel.read(data, "a.xlsx")[0].rows[0][0].text == "a\n_x0041_"


def test_hidden_rows_are_named_and_of_hidden_sheets_all_are() -> None:
    """What a clerk hid in the table is still his return; a hidden sheet is hidden from its first row to the last."""

    def fill(made: xlsxwriter.Workbook) -> None:
        page, old = made.add_worksheet("八月"), made.add_worksheet("七月")
        for row, text in enumerate(["甲", "乙", "丙"]):
            page.write_string(row, 0, text)
        page.set_row(1, None, None, {"hidden": True})
        old.write_string(0, 0, "旧")
        old.hide()

    found, old = book(fill)
    assert texts(found) == [["甲"], ["乙"], ["丙"]]
    assert (found.part, found.hidden) == ("八月", frozenset({2}))
    assert (old.part, old.hidden) == ("七月", frozenset({1}))


def test_a_hidden_sheet_with_items_is_told() -> None:
    """Finished projects on a sheet that nobody sees are not lost without a word; choices for cells are nothing to tell.

    A hidden sheet that cannot be read stands in nobody's way.
    """

    def fill(made: xlsxwriter.Workbook) -> None:
        hidden = [made.add_worksheet(name) for name in ("已完工", "空表", "选项", "旧表")]
        for page in (made.add_worksheet("在建"), *hidden[:2]):
            page.write_row(0, 0, HEAD)
        made.get_worksheet_by_name("在建").write_row(1, 0, ("1", "助餐", "建助餐点12个。", "区民政局", "已建成2个。"))
        hidden[0].write_row(1, 0, ("2", "公园", "建公园3个。", "区住建局", "已建成。"))
        hidden[2].write_column(0, 0, ("已完成", "滞后"))
        hidden[3].write_formula(0, 0, "=1+1", None, "")
        made.get_worksheet_by_name("在建").activate()
        for page in hidden:
            page.hide()

    table = tables.read(*book(fill), month="2025-08")
    assert [item.target.text for item in table.items] == ["建助餐点12个。"]
    told = [note.text for note in table.audit if note.kind == "table_left_out"]
    assert told == ["a.xlsx的已完工被隐藏，未读入。"]


def test_a_workbook_that_shows_no_text_gives_no_table() -> None:
    """A sheet that is hidden beside an empty one is not read in its place."""

    def fill(made: xlsxwriter.Workbook) -> None:
        made.add_worksheet("空").activate()
        old = made.add_worksheet("旧")
        old.write_string(0, 0, "旧")
        old.hide()

    assert book(fill) == ()


def test_hidden_columns_are_told_by_their_places() -> None:
    """The place counts the columns that hold anything, from 0."""

    def fill(_made: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        page.write_row(0, 1, ["甲", "乙", "丙"])
        page.set_column(2, 2, None, None, {"hidden": True})

    assert sheet(fill).unseen == frozenset({1})


def test_every_visible_sheet_with_text_is_a_grid() -> None:
    """Two filled sheets give two grids under their names; an empty one gives none."""

    def fill(made: xlsxwriter.Workbook) -> None:
        for name in ("交通", "教育", "空"):
            page = made.add_worksheet(name)
            if name != "空":
                page.write_string(0, 0, name)

    assert [(found.part, texts(found)) for found in book(fill)] == [("交通", [["交通"]]), ("教育", [["教育"]])]


def test_strict_workbooks_are_read_too() -> None:
    """Excel's strict form differs in its namespaces only."""
    old, new = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    data = _changed(xlsx(TABLE), SHEET, lambda part: part.replace(old, new))
    assert texts(excel.read(data, "a.xlsx")[0]) == TABLE.shown()


def test_stray_cells_do_not_fill_the_memory() -> None:
    """A diagonal of strays spans far more cells than a table has, and is refused."""

    def fill(_: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        for at in range(2300):
            page.write_string(at, at, "x")

    with pytest.raises(InputError, match="2300 rows by 2300 columns; clear the stray cells"):
        sheet(fill)


def test_struck_out_words_are_left_out_and_told() -> None:
    """The old figure beside the new one, by the look of its run or else of its cell, is none of what a cell says."""

    def fill(made: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        struck, red, plain = (made.add_format(look) for look in ({"font_strikeout": True}, {"font_color": "red"}, {}))
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ("1", "助餐", "建助餐点12个。", "区民政局"))
        page.write_rich_string(1, 4, "已建成", struck, "1", red, "2个。")
        page.write_row(2, 0, ("2", "公园", "建公园3个。"))
        page.write_rich_string(2, 3, "区旧局", plain, "区住建局", struck)
        page.write_string(2, 4, "已开工。", struck)

    table = tables.read(sheet(fill), month="2025-08")
    assert [(item.lead_unit.text, item.progress.text) for item in table.items] == [
        ("区民政局", "已建成2个。"),
        ("区住建局", ""),
    ]
    told = [(note.where.row, note.text) for note in table.audit if note.kind == "struck_out"]
    assert told == [
        (2, "“1”已用删除线划去，未读入，请确认。"),
        (3, "“区旧局”已用删除线划去，未读入，请确认。"),
        (3, "“已开工。”已用删除线划去，未读入，请确认。"),
    ]


@pytest.mark.parametrize("number", [True, False])
def test_a_row_that_is_struck_out_is_no_item(*, number: bool) -> None:
    """A withdrawn project is asked about once, its number struck out or not; the name over it holds for the others."""

    def fill(made: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet) -> None:
        struck = made.add_format({"font_strikeout": True})
        page.write_row(0, 0, HEAD)
        page.merge_range(1, 1, 2, 1, "助餐")
        page.write_string(1, 0, "1", struck if number else None)
        page.write_row(1, 2, ("建食堂3个。", "区民政局", "未开工。"), struck)
        page.write_row(2, 0, ("2",))
        page.write_row(2, 2, ("建助餐点12个。", "区民政局", "已建成2个。"))

    table = tables.read(sheet(fill), month="2025-08")
    assert [(item.project.text, item.target.text) for item in table.items] == [("助餐", "建助餐点12个。")]
    words = "1、建食堂3个。、区民政局、未开工。" if number else "建食堂3个。、区民政局、未开工。"
    told = [note.text for note in table.audit if note.kind == "struck_out"]
    assert told == [f"第2行（{words}）整行已用删除线划去，未读入，请确认。"]
