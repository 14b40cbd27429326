"""Ruled PDF tables: rows and merges that page edges cut are whole again, and what is in doubt is refused."""

from __future__ import annotations

import io

import pikepdf
import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats import pdf as reader
from reportgen.ingest.formats.grid import Grid
from tests.ingest.faults import ROWS, _remapped
from tests.ingest.writing import UP, Made, made
from tests.ingest.writing_pdf import pdf

LONG = "新建改造提升农村公路二十公里并完成沿线绿化亮化"


def long_table() -> Made:
    """Six projects of two items, each some lines high."""
    rows = [ROWS[0]]
    for number in range(1, 7):
        rows.append([str(number), f"项目{number}", f"{number}甲{LONG}", "区交通局", LONG, f"{LONG}{LONG}。"])
        rows.append([UP, UP, f"{number}乙{LONG}", "区教育局", LONG, f"{LONG}。"])
    return made(rows)


def read(data: bytes) -> tuple[Grid, ...]:
    return reader.read(data, "a.pdf")


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


@pytest.mark.parametrize("borders", ["closed", "open"])
@pytest.mark.parametrize("lines", range(12, 44, 5))
def test_pages_cut_anywhere_join_to_the_same_table(lines: int, borders: str) -> None:
    """Wherever the page ends, every row and merge comes back as it was drawn."""
    table = long_table()
    (found,) = read(pdf(table, lines=lines, borders=borders))
    assert texts(found) == table.shown()
    covering = table.covering()
    for row in range(2, table.rows + 1):
        same = found.rows[row - 1][1] is found.rows[row - 2][1]
        assert same == (covering[row, 2] == covering[row - 1, 2])


@pytest.mark.parametrize("cut", [(2,), (4,), (2, 4)])
def test_the_only_text_of_two_lines_may_be_the_one_that_is_cut(cut: tuple[int, ...]) -> None:
    """Its second line, be it only a dash overleaf, goes on with the first and is no row of its own."""
    rows = [["序号", "项目名称", "主要内容", "牵头单位", "8月份完成情况"]]
    for number in range(1, 7):
        rows.append([str(number), f"项目{number}", f"{number}甲新建公园", "区甲局", f"已建成{number}个"])
        rows.append([UP, UP, f"{number}乙新建公园", "区甲局", f"已开工{number}个"])
    rows[5] = [text + "延" * 16 + "-" if at in cut else text for at, text in enumerate(rows[5])]
    table = made(rows)
    (found,) = read(pdf(table, lines=6))
    assert texts(found) == table.shown()


def test_the_next_number_begins_a_row() -> None:
    """Where a page holds too few rows to tell the columns' habits, 3 above and 4 overleaf are two rows."""
    rows = [["序号", "项目名称", "主要内容", "牵头单位", "8月份完成情况"]]
    for number in "一二三四":
        rows.append([number, f"{number}{LONG}", f"{number}甲{LONG}", f"区甲局{LONG}", f"{LONG}，其余"])
        rows.append([UP, UP, f"{number}乙{LONG}", f"区乙局{LONG}", f"{LONG}，其余"])
    table = made(rows)
    (found,) = read(pdf(table, lines=9, whole_rows=True))
    assert texts(found) == table.shown()


def test_addresses_name_the_page() -> None:
    """A cell is addressed by the page on which it begins, and its row there."""
    (found,) = read(pdf(long_table(), lines=14, whole_rows=True))
    assert str(found.rows[1][2].address) == "第1页第2行第3列"
    assert found.rows[-1][2].address.part not in ("第1页", "第2页")


def test_lines_over_the_table_are_its_title() -> None:
    """Text outside the lines of the table is title or note."""
    (found,) = read(pdf(made(ROWS), above=["云湖区2025年8月进展"]))
    assert [cell.text for cell in found.titles] == ["云湖区2025年8月进展"]


@pytest.mark.parametrize("foot", ["— {} —", "第{}页", "第 {} 页，共 12 页", "{}/12", "云湖区人民政府办公室"])
def test_running_lines_do_not_part_the_table(foot: str) -> None:
    """Page numbers and lines under every page are no part of the table and do not cut it in two."""
    table = long_table()
    (found,) = read(pdf(table, lines=14, foot=foot, above=["云湖区2025年8月进展"]))
    assert texts(found) == table.shown()
    assert [cell.text for cell in found.titles] == ["云湖区2025年8月进展"]


TURNS = {90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 842 595 cm", 270: "0 -1 1 0 0 842 cm"}


@pytest.mark.parametrize("turn", TURNS)
def test_turned_pages_are_read(turn: int) -> None:
    """Landscape pages are often stored upright and shown turned: both readings take them as they are shown."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(made(ROWS)))) as opened:
        (page,) = opened.pages
        page.Contents = opened.make_stream(f"{TURNS[turn]}\n".encode() + page.Contents.read_bytes())
        page.MediaBox = pikepdf.Array([0, 0, 595, 842] if turn % 180 else [0, 0, 842, 595])
        page.Rotate = turn
        opened.save(written)
    (found,) = read(written.getvalue())
    assert texts(found) == made(ROWS).shown()


@pytest.mark.parametrize("turn", TURNS)
def test_pages_shown_on_their_side_are_turned(turn: int) -> None:
    """A page whose letters do not stand upright reads as if it were turned, not as rows for columns."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(made(ROWS)))) as opened:
        opened.pages[0].Rotate = turn
        opened.save(written)
    (found,) = read(written.getvalue())
    assert texts(found) == made(ROWS).shown()


def test_readings_that_disagree_are_refused_by_page() -> None:
    """A letter that one reading sees elsewhere than the other stops the run and names the page."""
    # White text over a cell's own: pypdfium2 and pdfplumber count what lies there in the same place twice.
    overlaid = _remapped(pdf(made(ROWS)), lambda stream: stream + b"\nBT /F 9 Tf 3 Tr 300 520 Td <00FF> Tj ET")
    with pytest.raises(InputError, match="page 1"):
        read(overlaid)


def test_text_that_is_clipped_away_is_not_read() -> None:
    """Spreadsheets print a merged cell's text on each page that the cell reaches, and show it on one: so it is read."""
    beside, between = (
        f"\nq 500 {y} 200 40 re W n BT /F 9 Tf 300 {x} Td <00010002> Tj ET Q" for y, x in ((20, 520), (9, 9))
    )
    (found,) = read(_remapped(pdf(made(ROWS)), lambda stream: stream + beside.encode() + between.encode()))
    assert texts(found) == made(ROWS).shown()


def test_text_that_its_cell_cuts_off_is_refused() -> None:
    """A line of which the print shows a part only is no text to judge by."""
    cut = b"\nq 290 500 20 90 re W n BT /F 9 Tf 300 520 Td <00010002000300040005> Tj ET Q"
    with pytest.raises(InputError, match="page 1: a text is cut off at the edge of its cell; give the Excel file"):
        read(_remapped(pdf(made(ROWS)), lambda stream: stream + cut))


@pytest.mark.parametrize(
    "drawn",
    [
        "BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 400 Tm <0001000200030004> Tj ET",  # slanted
        "BT /F 9 Tf 3 Tr 300 520 Td <000100020003> Tj ET",  # invisible
    ],
)
def test_watermarks_and_invisible_text_are_no_text_of_a_cell(drawn: str) -> None:
    """A figure of a watermark that slants over the table never joins a figure of the table."""
    (found,) = read(_remapped(pdf(made(ROWS)), lambda stream: stream + b"\n" + drawn.encode()))
    assert texts(found) == made(ROWS).shown()


def test_letters_over_letters_are_refused() -> None:
    """Where a straight watermark stands over a cell, whose letter is whose cannot be told."""
    with pytest.raises(InputError, match="page 1: letters stand over one another in a cell"):
        read(_remapped(pdf(made(ROWS)), lambda stream: stream + b"\nBT /F 30 Tf 200 520 Td <00010002> Tj ET"))


@pytest.mark.parametrize(
    ("line", "struck"),
    [
        ("296 537 18 0.5", "改造"),  # through two letters
        ("296 537 99 0.5", "改造农村公路20公里。"),  # through all
        ("296 532 18 0.5", ""),  # under two letters
        ("295 537 120 0.5", ""),  # longer than the text, as borders are
    ],
)
def test_letters_with_a_line_through_them_are_struck_out(line: str, struck: str) -> None:
    """They are left out of their cell, and kept to be told with its address."""
    (found,) = read(_remapped(pdf(made(ROWS)), lambda stream: f"{line} re f\n".encode() + stream))
    assert texts(found)[1][2] == ROWS[1][2].removeprefix(struck)
    assert [(left.why, left.words.text, left.words.address) for left in found.unread] == [
        ("struck", struck, found.rows[1][2].address) for _ in struck[:1]
    ]
