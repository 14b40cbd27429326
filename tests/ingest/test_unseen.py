"""Tables that nobody sees give no items."""

from __future__ import annotations

from reportgen.ingest.formats import web
from reportgen.records import Table
from tests.ingest import tables

HEAD = "<tr><td>序号<td>年度目标<td>责任单位<td>8月份完成情况"
ROWS = "<tr><td>1<td>建10个公园。<td>区住建局<td>已开工。<tr><td>2<td>修5条路。<td>区交通局<td>已招标。"
OLD = "<tr><td>1<td>建10个公园。<td>区旧局<td>未开工。"


def read(body: str) -> Table:
    return tables.read(*web.read(f"<html><meta charset=utf-8>{body}".encode(), "2025-08.html"))


def told(table: Table) -> list[str]:
    return [note.text for note in table.audit if note.kind in ("table_left_out", "hidden_row")]


def test_a_hidden_table_beside_one_that_is_shown_is_left_out() -> None:
    """A template or an old state that the page hides, itself or with what it stands in, is told and not read."""
    for hidden in (f"<table hidden>{HEAD}{OLD}</table>", f"<div style='display:none'><table>{HEAD}{OLD}</table></div>"):
        table = read(f"{hidden}<table>{HEAD}{ROWS}</table>")
        assert [item.lead_unit.text for item in table.items] == ["区住建局", "区交通局"]
        assert told(table) == ["2025-08.html的第1张表被隐藏，未读入。"]


def test_a_hidden_table_alone_is_read_and_asked() -> None:
    """Where the page shows no other table its rows are items, each with a question."""
    table = read(f"<table hidden>{HEAD}{OLD}</table>")
    assert [item.lead_unit.text for item in table.items] == ["区旧局"]
    assert told(table) == ["第2行在表中被隐藏，仍作为子项读入，请确认。"]


def test_the_fixed_copy_of_a_table_is_left_out() -> None:
    """Saved pages that scroll hold head, rows and a copy of both to stand still: each row is one item."""
    fixed = ROWS.replace("区住建局", "<span style='visibility:hidden'>区住建局</span>")
    table = read("".join(f"<table>{part}</table>" for part in (HEAD, ROWS, HEAD, fixed)))
    assert [item.target.text for item in table.items] == ["建10个公园。", "修5条路。"]
    assert told(table) == ["2025-08.html的第4张表与另一张表相同，未读入。"]


def test_a_header_said_again_heads_what_follows() -> None:
    """A header alone in a table of its own is no copy, where other rows come behind it."""
    one, other = (f"<tr>{row}" for row in ROWS.split("<tr>")[1:])
    table = read("".join(f"<table>{part}</table>" for part in (HEAD, one, HEAD, other)))
    assert [item.target.text for item in table.items] == ["建10个公园。", "修5条路。"]
    assert told(table) == []
