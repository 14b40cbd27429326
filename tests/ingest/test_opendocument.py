"""Open documents are read as the sheet shows them."""

from __future__ import annotations

from reportgen.ingest.formats import opendocument
from reportgen.ingest.formats.grid import Grid
from tests.ingest.writing import OPEN, zipped

NAMES = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "table", "text", "style"))


def read(rows: str, styles: str = "") -> tuple[Grid, ...]:
    body = f"<office:body><office:spreadsheet>{rows}</office:spreadsheet></office:body>"
    content = f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>{body}"
    return opendocument.read(
        zipped({"content.xml": f"{content}</office:document-content>", "META-INF/manifest.xml": "<m/>"}), "a.ods"
    )


def sheet(rows: str, name: str = "台账", style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def test_the_shown_text_counts_and_not_the_value() -> None:
    """65% is stored as 0.65 and shown as 65%."""
    share = cell("65%", 'office:value-type="percentage" office:value="0.65"')
    rows = f"<table:table-row>{share}</table:table-row>"
    assert texts(read(sheet(rows))[0]) == [["65%"]]


def test_repeated_cells_and_rows_are_unrolled_where_they_hold_text() -> None:
    """The same text in neighbouring cells is stored once; a million empty rows stay one entry."""
    twice = cell("甲", 'table:number-columns-repeated="2"')
    rows = (
        f'<table:table-row table:number-rows-repeated="2">{twice}{cell("乙")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    )
    found = read(sheet(rows))[0]
    assert texts(found) == [["甲", "甲", "乙"]] * 2
    assert str(found.rows[1][2].address) == "台账!C2"


def test_spaces_tabs_breaks_and_notes() -> None:
    """Repeated spaces have an element of their own; a comment on a cell is not its text."""
    note = "<office:annotation><text:p>批注</text:p></office:annotation>"
    line = '甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁'
    marked = f"<table:table-cell>{note}<text:p>{line}</text:p></table:table-cell>"
    assert texts(read(sheet(f"<table:table-row>{marked}</table:table-row>"))[0]) == [["甲  乙\t丙\n丁"]]


def test_hidden_rows_are_named_and_of_hidden_sheets_all_are() -> None:
    """As in other workbooks."""
    styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    row = f"<table:table-row>{cell('甲')}</table:table-row>"
    hidden = f'<table:table-row table:visibility="collapse">{cell("乙")}</table:table-row>'
    found, old = read(sheet(row + hidden) + sheet(row, "旧", "h"), styles)
    assert (found.part, found.hidden) == ("台账", frozenset({2}))
    assert (old.part, old.hidden) == ("旧", frozenset({1}))
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    (found,) = read(sheet(f"{columns}<table:table-row>{cell('甲')}{cell('乙')}</table:table-row>"))
    assert found.unseen == frozenset({1})


def test_struck_out_words_are_kept_aside() -> None:
    """By the look of the run, or else by that of the cell; a row of which nothing is left is none."""
    look = '<style:style style:name="{}"><style:text-properties style:text-line-through-{}="{}"/></style:style>'
    styles = (
        look.format("ce1", "style", "solid") + look.format("T1", "type", "single") + look.format("T2", "type", "none")
    )
    run = '<text:span text:style-name="{}">{}</text:span>'
    struck = 'table:style-name="ce1"'
    first = cell(f"建成{run.format('T1', '1')}2个") + cell(f"旧{run.format('T2', '新')}", struck)
    gone, last = cell("甲", struck) + cell("乙", struck), cell("丙") + cell("丁")
    found = read(sheet("".join(f"<table:table-row>{row}</table:table-row>" for row in (first, gone, last))), styles)[0]
    assert texts(found) == [["建成2个", "新"], ["丙", "丁"]]
    left = [(str(left.words.address), left.words.text) for left in found.unread if left.why == "struck"]
    assert left == [("台账!A1", "1"), ("台账!B1", "旧"), ("台账!A2", "甲"), ("台账!B2", "乙")]
