"""Text tables are divided as they were typed."""

from __future__ import annotations

from reportgen.ingest.formats import delimited
from reportgen.ingest.formats.grid import Grid


def read(text: str) -> Grid:
    (found,) = delimited.read(text.encode("utf-8"), "a.txt")
    return found


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def test_bars_divide_and_the_closing_bar_opens_no_cell() -> None:
    """Trailing empties stay as typed, the padding of the bars does not; addresses are line and column."""
    found = read("序号 | 任务 | 进展 |\n1 | 甲 乙 | 完成。 |\n丙 | 正在 | |\n")
    assert texts(found) == [["序号", "任务", "进展"], ["1", "甲 乙", "完成。"], ["丙", "正在", ""]]
    assert [str(cell.address) for cell in found.rows[2]] == ["第3行第1列", "第3行第2列", "第3行第3列"]
    assert found.flattened


def test_bars_that_only_divide_lose_no_cell() -> None:
    """Without closing bars the last cell counts, even where it is empty."""
    assert texts(read("序号 | 任务 | 备注\n1 | 甲 | \n2 | 乙 | 丙\n")) == [
        ["序号", "任务", "备注"],
        ["1", "甲", ""],
        ["2", "乙", "丙"],
    ]


def test_tables_of_markdown_are_read() -> None:
    """Bars on both sides and a rule under the header are no cells."""
    assert texts(read("| 序号 | 任务 |\n|---|:-:|\n| 1 | 甲 |\n| | 乙 |\n")) == [
        ["序号", "任务"],
        ["1", "甲"],
        ["", "乙"],
    ]


def test_lines_around_the_rows_are_titles_and_notes() -> None:
    """Text without bars before and after the rows, and remarks anywhere, are no rows."""
    found = read("八月进展\n序号 | 任务 | 进展 |\n# 说明\n1 | 甲 | 乙 |\n填表人：丙\n")
    assert len(found.rows) == 2
    assert [cell.text for cell in found.titles] == ["八月进展"]
    assert [cell.text for cell in found.notes] == ["# 说明", "填表人：丙"]
    assert found.notes[1].address.row == 5


def test_a_title_and_a_note_around_few_rows_are_no_rows() -> None:
    """A header and one item are a table, whatever lines stand above and below."""
    found = read("2025年8月民生实事\n序号,任务,进展\n1,甲,乙\n注：丙\n")
    assert texts(found) == [["序号", "任务", "进展"], ["1", "甲", "乙"]]
    assert [cell.text for cell in (*found.titles, *found.notes)] == ["2025年8月民生实事", "注：丙"]


def test_the_delimiter_is_that_which_makes_equal_records() -> None:
    """Commas within the text do not outweigh the tabs that divide every record alike."""
    assert texts(read("序号\t任务\t进展\n1\t建路,建桥,建站\t完成\n2\t建校\t完成,验收\n")) == [
        ["序号", "任务", "进展"],
        ["1", "建路,建桥,建站", "完成"],
        ["2", "建校", "完成,验收"],
    ]


def test_quoted_line_breaks_and_marks_belong_to_their_cell() -> None:
    """CSV quotes cells with commas, line breaks and doubled quotation marks."""
    found = read('序号,任务,进展\n1,"建路\n建桥","完成""甲""段, 乙段"\n')
    assert texts(found) == [["序号", "任务", "进展"], ["1", "建路\n建桥", '完成"甲"段, 乙段']]
    assert found.rows[1][0].address.row == 2


def test_typed_quotation_marks_stay() -> None:
    """Marks that quote nothing in the sense of CSV were typed, and no character of them is lost."""
    assert texts(read('序号\t任务\t进展\n1\t"一人一技"培训\t开展\n2\t"百姓点检\t开展\n')) == [
        ["序号", "任务", "进展"],
        ["1", '"一人一技"培训', "开展"],
        ["2", '"百姓点检', "开展"],
    ]


def test_text_without_delimiters_gives_a_line_a_row() -> None:
    """Pasted text is handed on line by line: only the words of its header can tell its layout."""
    found = read("序号\n\n任务\n\n1\n建设道路，拓宽桥梁\n")
    assert texts(found) == [["序号"], ["任务"], ["1"], ["建设道路，拓宽桥梁"]]
    assert [row[0].address.row for row in found.rows] == [1, 3, 5, 6]


def test_marks_of_markdown_are_no_text() -> None:
    """Bold header words and line breaks in cells, as converters write them."""
    (grid,) = delimited.read("| **序号** | **进展** |\n|---|---|\n| 1 | 完成16公里。<br>余4公里。 |\n".encode(), "a.md")
    assert [[cell.text for cell in row] for row in grid.rows] == [["序号", "进展"], ["1", "完成16公里。\n余4公里。"]]


def test_lines_drawn_between_the_rows_are_no_rows() -> None:
    """Tables drawn with box characters, as terminals and databases print them."""
    text = "┌───┬───┬───┐\n│ 序号 │ 目标 │ 进展 │\n├───┼───┼───┤\n│ 1 │ 修路 │ 完成 │\n└───┴───┴───┘\n"
    (grid,) = delimited.read(text.encode(), "a.txt")
    assert [[cell.text for cell in row] for row in grid.rows] == [["序号", "目标", "进展"], ["1", "修路", "完成"]]


def test_a_cell_merged_over_a_row_is_one() -> None:
    """Programs write its words into every column: a title and a heading stand once, a row of / stays a row."""
    found = read(
        "8月进展 | 8月进展 | 8月进展\n序号 | 任务 | 进展\n一、省定 | 一、省定 | 一、省定\n1 | 甲 | 开工。\n/ | / | /\n"
    )
    assert [cell.text for cell in found.titles] == ["8月进展"]
    assert texts(found) == [["序号", "任务", "进展"], ["一、省定"], ["1", "甲", "开工。"], ["/", "/", "/"]]
