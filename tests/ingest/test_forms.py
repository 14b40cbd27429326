"""The real table, rewritten in every form with the merges that the office had, reads to the same items."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import ingest
from reportgen.records import Item, Table
from tests.ingest import writing, writing_saved
from tests.ingest.tables import NORMS
from tests.ingest.writing import Made
from tests.ingest.writing_pdf import pdf

FLAT = Path(__file__).parents[1] / "data" / "2025-08.txt"
FIELDS = ("project", "target", "lead_leader", "lead_unit", "support_units", "plan", "progress")
TITLE = "云湖区2025年民生实事项目进展情况表"

FORMS: dict[str, Callable[[Made], bytes]] = {
    "xlsx": writing.xlsx,
    "xlsx with a title row": lambda table: writing.xlsx(table, [TITLE, "单位：项"]),
    "xlsx with texts inline": writing.xlsx_inline,
    "xls": writing.xls,
    "ods": writing.ods,
    "docx": lambda table: writing.docx(table, [TITLE], ["注：数据截至8月底。"]),
    "html": lambda table: writing.html(table, before=f"<h1>{TITLE}</h1>"),
    "html in gb2312": lambda table: writing.html(table, "gb2312"),
    "mht": writing.mht,
    "mht of Chrome": writing_saved.mht_of_chrome,
    "mht of Word": writing_saved.mht_of_word,
    "mht of WPS": writing_saved.mht_of_wps,
    "csv": writing.csv,
    "csv with a mark": lambda table: writing.csv(table, "utf-8-sig"),
    "csv in gb18030": lambda table: writing.csv(table, "gb18030"),
    "tsv in utf-16": lambda table: writing.csv(table, "utf-16", "\t"),
    "pipe text": writing.pipe,
    "pdf": pdf,
    "pdf with rows cut open": lambda table: pdf(table, borders="open", lines=33),
    "pdf with whole rows": lambda table: pdf(table, whole_rows=True, above=[TITLE]),
}


@pytest.fixture(scope="module")
def typed() -> Table:
    return ingest.read([FLAT], NORMS)


def words(item: Item) -> tuple[str, ...]:
    """What an item says, without the white space that cell widths fold."""
    return tuple("".join(getattr(item, field).text.split()) for field in FIELDS)


@pytest.mark.parametrize("form", FORMS)
def test_the_real_table_reads_the_same_in_every_form(form: str, typed: Table, tmp_path: Path) -> None:
    """37 items with the same numbers, texts and period, whatever the form and its suffix."""
    path = tmp_path / "2025-08.dat"
    path.write_bytes(FORMS[form](writing.restored(FLAT.read_text("utf-8"))))
    table = ingest.read([path], NORMS)
    assert len(table.items) == 37
    assert [(item.no, item.project_no, words(item)) for item in table.items] == [
        (item.no, item.project_no, words(item)) for item in typed.items
    ]
    assert table.period == typed.period


@pytest.mark.parametrize("form", ["xlsx", "docx", "html", "csv in gb18030", "pipe text", "ods", "xls"])
def test_texts_stay_as_typed(form: str, typed: Table, tmp_path: Path) -> None:
    """Where the form keeps white space, the texts are the same character for character."""
    path = tmp_path / "2025-08.dat"
    path.write_bytes(FORMS[form](writing.restored(FLAT.read_text("utf-8"))))
    for item, other in zip(ingest.read([path], NORMS).items, typed.items, strict=True):
        assert [getattr(item, field).text for field in FIELDS] == [getattr(other, field).text for field in FIELDS]
