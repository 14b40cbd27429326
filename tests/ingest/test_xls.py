"""Old workbooks are read as the sheet shows them."""

from __future__ import annotations

import io

import xlwt

from reportgen.ingest.formats import xls


def test_numbers_dates_and_hidden_rows() -> None:
    """Formats, hidden rows and sheet names are read as in new workbooks; of a hidden sheet all rows are hidden."""
    book = xlwt.Workbook()
    page, old = book.add_sheet("台账"), book.add_sheet("旧")
    page.write(0, 0, 0.65, xlwt.easyxf(num_format_str="0%"))
    page.write(0, 1, 45352, xlwt.easyxf(num_format_str='yyyy"年"m"月"'))
    page.write(1, 0, "碶")
    page.write(1, 1, True)
    page.row(1).hidden = True
    old.write(0, 0, "旧")
    old.visibility = 1
    written = io.BytesIO()
    book.save(written)
    found, other = xls.read(written.getvalue(), "a.xls")
    assert [[cell.text for cell in row] for row in found.rows] == [["65%", "2024年3月"], ["碶", "TRUE"]]
    assert (other.part, other.hidden) == ("旧", frozenset({1}))
    assert (str(found.rows[1][0].address), found.hidden) == ("台账!A2", frozenset({2}))


def test_struck_out_words_are_kept_aside() -> None:
    """By the look of the run, of which signs beyond the first plane shift the places, or else by that of the cell."""
    book = xlwt.Workbook()
    page = book.add_sheet("台账")
    struck, plain = xlwt.easyxf("font: struck_out true"), xlwt.easyfont("")
    page.write_rich_text(0, 0, [("𠮷建成", plain), ("1", xlwt.easyfont("struck_out true")), ("2个", plain)])
    page.write_rich_text(0, 1, ["旧", ("新", plain)], struck)
    page.write(1, 0, 5, struck)
    page.write(1, 1, "乙")
    written = io.BytesIO()
    book.save(written)
    (found,) = xls.read(written.getvalue(), "a.xls")
    assert [[cell.text for cell in row] for row in found.rows] == [["𠮷建成2个", "新"], ["", "乙"]]
    assert [(left.why, str(left.words.address), left.words.text) for left in found.unread] == [
        ("struck", "台账!A1", "1"),
        ("struck", "台账!B1", "旧"),
        ("struck", "台账!A2", "5"),
    ]
