"""What a page hides, strikes out or raises is no part of what its cells say."""

from __future__ import annotations

import pytest

from reportgen.ingest.formats import web
from reportgen.ingest.formats.grid import Grid
from tests.ingest import tables

HIDING = ("hidden", "style='Display : none'", "style='mso-hide:all'", "class=off", "id=old")
CSS = (
    "<style>.off, #old { display: none } @media print { td { display: none } } tr.gone { visibility: collapse }</style>"
)


def read(body: str, head: str = CSS) -> tuple[Grid, ...]:
    return web.read(f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), "2025-08.html")


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def unread(found: Grid) -> list[tuple[str, str, int, int]]:
    return [(left.why, left.words.text, left.words.address.row, left.words.address.column) for left in found.unread]


@pytest.mark.parametrize("hiding", HIDING)
def test_hidden_cells_take_no_place(hiding: str) -> None:
    """The cell behind a hidden one stands in its place, as on the screen; what was hidden is kept aside."""
    (found,) = read(f"<table><tr><td>序号<td>目标<tr><td {hiding}>旧<td>1<td>甲</table>")
    assert texts(found) == [["序号", "目标"], ["1", "甲"]]
    assert unread(found) == [("hidden", "旧", 2, 1)]


@pytest.mark.parametrize("hiding", [*HIDING, "class=gone"])
def test_rows_hidden_by_any_way_are_named(hiding: str) -> None:
    """A row that a style, a class or its section hides is read, and told."""
    (found,) = read(f"<table><tr><td>甲<tr {hiding}><td>乙</table>")
    assert (texts(found), found.hidden) == ([["甲"], ["乙"]], frozenset({2}))
    if hiding != "class=gone":
        (found,) = read(f"<table><tr><td>甲<tbody {hiding}><tr><td>乙</table>")
        assert (texts(found), found.hidden) == ([["甲"], ["乙"]], frozenset({2}))


def test_columns_that_excel_hides_are_named() -> None:
    """A hidden <col> hides its column; `span` counts."""
    (found,) = read("<table><col span=2><col class=off><col><tr><td>甲<td>乙<td>丙<td>丁</table>")
    assert found.unseen == frozenset({2})


def test_invisible_text_is_not_read() -> None:
    """What takes its place and shows nothing is an empty cell."""
    (found,) = read(
        "<table><tr><td>甲<span style='visibility:hidden'>旧、</span><td style='visibility: hidden'>乙<td>丙</table>"
    )
    assert texts(found) == [["甲", "丙"]]


@pytest.mark.parametrize(
    "old",
    [
        "<s>旧局、</s>",
        "<strike>旧局、</strike>",
        "<del>旧局、</del>",
        "<span style='text-decoration:underline line-through'>旧局、</span>",
        "<font class=xl7>旧局、</font>",
    ],
)
def test_struck_out_words_are_kept_aside(old: str) -> None:
    """What was struck out no longer holds: the cell is read without it."""
    (found,) = read(f"<table><tr><td>甲<td>{old}新局</table>", "<style>.xl7 {text-decoration:line-through;}</style>")
    assert texts(found) == [["甲", "新局"]]
    assert unread(found) == [("struck", "旧局、", 1, 2)]


def test_a_row_that_is_struck_out_says_nothing() -> None:
    """Words of all cells of a struck row are kept aside."""
    (found,) = read("<table><tr><td>甲<td>乙<tr style='text-decoration:line-through'><td>丙<td>丁</table>")
    assert texts(found) == [["甲", "乙"]]
    assert [words for _, words, *_ in unread(found)] == ["丙", "丁"]


@pytest.mark.parametrize(
    ("typed", "text", "aside"),
    [
        ("20<sup>1</sup>公里", "20公里", ["1"]),
        ("道路<span style='vertical-align:super'>[2]</span>", "道路", ["[2]"]),
        ("学校<sup>①</sup>", "学校", ["①"]),
        ("5万m<sup>2</sup>", "5万m2", []),
        ("3平方公里<sup>2</sup>", "3平方公里2", []),
        ("第1<sup>st</sup>", "第1st", []),
    ],
)
def test_raised_numbers_of_notes_are_no_digits(typed: str, text: str, aside: list[str]) -> None:
    """The number of a note does not join the figure that it stands behind; a power stays."""
    (found,) = read(f"<table><tr><td>{typed}</table>")
    assert texts(found) == [[text]]
    assert [words for _, words, *_ in unread(found)] == aside


def test_what_was_left_out_is_told() -> None:
    """A hint quotes the words and names their cell; hidden cells are told together."""
    head = "<tr><td>序号<td>年度目标<td>责任单位<td>8月份完成情况"
    row = "<tr><td>1<td>建10<sup>1</sup>个公园。<td><s>旧局、</s>区住建局<td hidden>旧<td>已开工。"
    table = tables.read(*read(f"<table>{head}{row}{row.replace('旧<', '老<')}</table>"))
    assert (table.items[0].target.text, table.items[0].lead_unit.text) == ("建10个公园。", "区住建局")
    assert [(str(note.where), note.text) for note in table.audit if note.kind.endswith("_out")] == [
        ("第2行第4列", "隐藏的单元格（旧、老）未读入，请确认。"),
        ("第2行第2列", "上标“1”读作注释的编号，未读入，请确认。"),
        ("第2行第3列", "“旧局、”已用删除线划去，未读入，请确认。"),
        ("第3行第2列", "上标“1”读作注释的编号，未读入，请确认。"),
        ("第3行第3列", "“旧局、”已用删除线划去，未读入，请确认。"),
    ]
