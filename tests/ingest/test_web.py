"""Pages are read as a browser shows them, whoever saved them."""

from __future__ import annotations

import email.policy
from email.message import EmailMessage

import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats import web
from reportgen.ingest.formats.grid import Grid


def read(body: str, head: str = "", encoding: str = "utf-8") -> tuple[Grid, ...]:
    return web.read(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding), "a.html")


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def one(cell: str) -> str:
    return read(f"<table><tr><td>{cell}</td><td>另</td></tr></table>")[0].rows[0][0].text


def test_white_space_folds_as_on_the_screen() -> None:
    """Runs of blanks are one; a line end of the source between hanzi is nothing, for Word breaks its lines anywhere."""
    assert one(" 完成新\n   建  道路 <b>20</b>\n km ") == "完成新建 道路 20 km"


def test_breaks_and_blocks_part_lines() -> None:
    """<br> and paragraphs end lines."""
    assert one("甲<br>乙<p>丙</p><div>丁</div>") == "甲\n乙\n丙\n丁"


def test_what_is_not_shown_is_not_read() -> None:
    """Scripts, hidden elements, deleted text, comments and reading aids are left out."""
    hidden = '<script>x</script><span style="display: none">密</span><del>旧</del><!-- 注 --><ruby>字<rt>zi</rt></ruby>'
    assert one(f"甲{hidden}<ins>新</ins>") == "甲字新"


def test_spans_follow_the_standard() -> None:
    """Cells step aside for those that reach down; rowspan 0 means the rest of the section; spans end with it."""
    page = (
        "<table><thead><tr><th rowspan=9>甲<th colspan=2>乙<tr><th>丙<th>丁</thead>"
        "<tbody><tr><td rowspan=0>一<td>二<td>三<tr><td>四<td>五</tbody></table>"
    )
    assert texts(read(page)[0]) == [["甲", "乙", "乙"], ["甲", "丙", "丁"], ["一", "二", "三"], ["一", "四", "五"]]


@pytest.mark.parametrize("named", ["utf-8", "iso-8859-1", "windows-1252", "big5", "shift_jis", "utf-16", "none at all"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_false_charset_does_not_make_mojibake(named: str, encoding: str) -> None:
    """Pages saved anew often still name their old encoding: the bytes decide."""
    cell = "新碶街道已完成农村公路改造提升20公里。"
    found = read(f"<table><tr><td>{cell}</td></tr></table>", f"<meta charset='{named}'>", encoding)
    assert texts(found[0]) == [[cell]]


def test_a_western_page_of_references_is_read_by_its_charset() -> None:
    """Word writes hanzi as references into a page whose other marks are Western ones."""
    cell = "".join(f"&#{ord(char)};" for char in "新碶街道已完成")
    found = read(f"<table><tr><td>“{cell}”</td></tr></table>", "<meta charset=windows-1252>", "cp1252")
    assert texts(found[0]) == [["“新碶街道已完成”"]]


def test_a_layout_table_is_looked_through() -> None:
    """Tables that only place others on the page are no tables; their text is the title."""
    inner = "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    (found,) = read(f"<table><tr><td>标题</td></tr><tr><td>{inner}</td></tr></table>")
    assert texts(found) == [["1", "2"], ["3", "4"]]
    assert [cell.text for cell in found.titles] == ["标题"]


def test_hidden_rows_are_named() -> None:
    """A row that the page hides is read and told."""
    (found,) = read('<table><tr><td>甲</td></tr><tr style="display:none"><td>乙</td></tr></table>')
    assert found.hidden == frozenset({2})


def test_several_tables_are_numbered() -> None:
    """Addresses name the table where the page has several."""
    found = read("<p>上</p><table><tr><td>甲</td></tr></table><p>中</p><table><tr><td>乙</td></tr></table><p>下</p>")
    assert [str(one.rows[0][0].address) for one in found] == ["第1张表第1行第1列", "第2张表第1行第1列"]
    assert ([cell.text for cell in found[1].titles], [cell.text for cell in found[1].notes]) == (["中"], ["下"])


def test_archives_of_excel_are_read_page_by_page() -> None:
    """An .mht holds a page a sheet, each in its transfer encoding and charset."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = "book"
    frame = "<html><frameset><frame src=sheet001.htm></frameset></html>"
    message.add_attachment(frame.encode(), "text", "html", cte="quoted-printable")
    for text in ("甲", "乙"):
        meta = "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>"
        page = f"{meta}<table><tr><td>{text}</td></tr></table>"
        message.add_attachment(page.encode("gb18030"), "text", "html", cte="base64")
    assert [texts(found) for found in web.read(message.as_bytes(), "a.mht")] == [[["甲"]], [["乙"]]]


@pytest.mark.parametrize(
    "between",
    ["<b>", "<font size=2>", "<div>", "<span>", "<p>", "<form action=x>", "</b>", "<!-- 空 -->", "<script>x</script>"],
)
def test_what_stands_between_rows_takes_none_of_them_away(between: str) -> None:
    """A tag that no table can hold is moved before it, as browsers do, and every row is read."""
    (found,) = read(f"<table>{between}<tr><td>一<td>甲<tr><td>二<td>乙</tr>{between}<tr><td>三<td>丙</table>")
    assert texts(found) == [["一", "甲"], ["二", "乙"], ["三", "丙"]]


def test_cells_outside_of_rows_are_a_row() -> None:
    """Cells whose row was not opened begin one."""
    (found,) = read("<table><tr><td>一</td><td>甲</td></tr><td>二</td><td>乙</td></tr><tr><td>三</td></tr></table>")
    assert texts(found) == [["一", "甲"], ["二", "乙"], ["三", ""]]


def test_a_page_without_end_is_refused() -> None:
    """Elements nested by the thousand, as no page has them, are told in one sentence."""
    with pytest.raises(InputError, match="nests its elements deeper"):
        read("<div>" * 5000 + "<table><tr><td>一</td></tr></table>")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("<textarea>\n已开工。\n已封顶。</textarea>", "已开工。\n已封顶。"),
        ("<input value=区交通局><input type=hidden value=7><input type=button value=编辑>", "区交通局"),
        ("<select><option>旧局<option selected>新局</select>", "新局"),
        ("<select><option>本局<option>他局</select>", "本局"),
        ("<select><option value=''>请选择<option>他局</select>", ""),
        ("<select multiple><option>旧局<option selected>甲局<option selected>乙局</select>", "甲局、乙局"),
        ("<input type=radio checked>是 <input type=radio>否", "☑是 □否"),
        ("<input type=checkbox>", ""),
    ],
)
def test_fields_say_what_they_show(typed: str, text: str) -> None:
    """A form that was filled in and saved is read as it shows; buttons, and boxes that choose the row, say nothing."""
    (found,) = read(f"<table><tr><td>头<tr><td>{typed}</table>")
    assert [row[0].text for row in found.rows] == ["头", *([text] if text else [])]


def test_a_caption_is_a_title() -> None:
    """What a table has for its caption stands above it."""
    (found,) = read("<p>民生实事</p><table><caption>（截至2025年6月底）<tr><td>甲</table>")
    assert [cell.text for cell in found.titles] == ["民生实事", "（截至2025年6月底）"]
