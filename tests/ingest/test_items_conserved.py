"""From any form, the items of a table say what their author typed, in its columns, or the file is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from reportgen import ingest
from reportgen.errors import InputError
from tests.ingest import writing
from tests.ingest.drawing import tables
from tests.ingest.tables import NORMS
from tests.ingest.writing import Made
from tests.ingest.writing_pdf import pdf

FIELDS = {
    "项目名称": "project",
    "主要内容": "target",
    "牵头区领导": "lead_leader",
    "牵头单位": "lead_unit",
    "配合单位": "support_units",
    "三季度工作计划": "plan",
    "8月份完成情况": "progress",
    "存在问题": "problem",
    "备注": "note",
}
RULED = {"xlsx": writing.xlsx, "xls": writing.xls, "ods": writing.ods, "docx": writing.docx, "html": writing.html}
FLAT = {
    "csv": writing.csv,
    "csv in gb18030": lambda table: writing.csv(table, "gb18030"),
    "pipe text": writing.pipe,
    "pdf": lambda table: pdf(table, lines=25),
}

Texts = list[dict[str, str]]


def typed(table: Made) -> Texts:
    """What the author sees in every row below the header, by field."""
    rows = table.shown()
    fields = [FIELDS.get(name) for name in rows[table.header - 1]]
    return [{field: text for field, text in zip(fields, row, strict=True) if field} for row in rows[table.header :]]


def read(data: bytes, fields: list[str]) -> Texts:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2025-08.dat"
        path.write_bytes(data)
        items = ingest.read([path], NORMS).items
    return [{field: getattr(item, field).text for field in fields} for item in items]


def bare(texts: Texts) -> Texts:
    return [{field: "".join(text.split()) for field, text in row.items()} for row in texts]


@pytest.mark.parametrize("form", RULED)
@settings(max_examples=20, deadline=None)
@given(table=tables())
def test_where_the_form_tells_merges_the_items_are_those_typed(form: str, table: Made) -> None:
    """Every item has its own texts under its own project, character for character, in the table's order."""
    assert read(RULED[form](table), list(typed(table)[0])) == typed(table)


@pytest.mark.parametrize("form", FLAT)
@settings(max_examples=30, deadline=None)
@given(table=tables(lines=False, empties=False))
def test_where_merges_or_pages_are_lost_nothing_is_guessed(form: str, table: Made) -> None:
    """The items are those typed, or the row or page in doubt is refused: never a wrong unit beside a wrong target."""
    try:
        found = read(FLAT[form](table), list(typed(table)[0]))
    except InputError as error:
        refusal = str(error)
    else:
        assert bare(found) == bare(typed(table))
        return
    assert "line" in refusal or "page" in refusal
