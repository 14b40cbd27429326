"""The workbook holds every item, says what the verdicts say, and is safe to open."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from reportgen import labels
from reportgen.records import (
    Address,
    AuditNote,
    Cell,
    Column,
    Finding,
    Item,
    Period,
    Project,
    Severity,
    Span,
    Status,
    Table,
    Verdict,
)
from reportgen.render import sheets, workbook

LABELS = labels.load(Path(__file__).parents[2] / "templates" / "briefing" / "labels.toml")
HEADERS = (
    ("project_no", "序号"),
    ("project", "项目\n名称"),
    ("target", "主要内容"),
    ("lead_unit", "牵头单位"),
    ("progress", "8月份完成情况"),
    ("extra", "联系人"),
)


def item(no: int, unit: str, progress: str, extra: str = "") -> Item:
    where = Address("a.xlsx", "Sheet1", no + 2, 5, "sheet")
    return Item(
        no,
        1,
        Cell(text="云湖区道路"),
        Cell(text="完成20公里"),
        progress=Cell(where, progress),
        lead_unit=Cell(text=unit),
        extra=(("联系人", Cell(text=extra)),),
    )


def verdict(row: Item, status: Status, review: bool = False) -> Verdict:
    text = row.progress.text
    spans = (Span(row.progress.address, 0, len(text), text),)
    finding = Finding("B301", "承诺晚于期限", status, spans, "晚于期限")
    return Verdict(row, status, review, (finding,), (finding,), "晚于计划。", "何时开工？" if review else "")


ROWS = (
    verdict(item(1, "区交通局", "=1+1"), Status.DONE),
    verdict(item(2, "区交通局", "http://example.cn/a", "0571"), Status.BEHIND, review=True),
    verdict(item(3, "*", "+86 " + "长" * 40_000, "@SUM(A1)"), Status.ON_TRACK),
)
NOTE = AuditNote("lead_also_supports", Severity.QUERY, Address("a.xlsx", "Sheet1", 3, 4, "sheet"), 1, "牵头又配合。")
TABLE = Table(
    ("a.xlsx",),
    Period(date(2025, 8, 31)),
    tuple(Column(name, header, at) for at, (name, header) in enumerate(HEADERS)),
    (Project(1, "云湖区道路", tuple(row.item for row in ROWS)),),
    (NOTE,),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.xlsx"
    workbook.write(TABLE, ROWS, path, labels=LABELS)
    return path


def values(path: Path, sheet: str, data_only: bool = False) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path, data_only=data_only)[sheet].iter_rows(values_only=True))


def test_source_columns_come_first_as_typed_then_the_verdict(ledger: Path) -> None:
    """Headers stand as typed and in source order, followed by what was judged."""
    judged = ("进度状态", "待核实", "情况说明", "判定规则", "依据", "核实问题")
    assert values(ledger, "台账")[0] == (*(header for _, header in HEADERS), *judged)


def test_no_two_columns_bear_one_name(tmp_path: Path) -> None:
    """A source with 进度状态 and 情况说明 of its own keeps them; what was judged is headed otherwise."""
    own = (*TABLE.columns, Column("status", "进度状态", 90), Column("problem", "情况说明", 91))
    workbook.write(replace(TABLE, columns=own), ROWS, tmp_path / "ledger.xlsx", labels=LABELS)
    heads = values(tmp_path / "ledger.xlsx", "台账")[0]
    assert len(set(heads)) == len(heads)
    assert {"核定状态", "判定说明"} <= set(heads)


def test_every_item_is_a_row(ledger: Path) -> None:
    """Each item appears once, in order, with its status in words."""
    rows = values(ledger, "台账")[1:]
    assert [row[6:8] for row in rows] == [("已完成", None), ("滞后", "待核实"), ("按序时推进", None)]


def test_source_text_never_becomes_a_formula_link_or_number(ledger: Path) -> None:
    """What was typed as =1+1, http://… or 0571 stays text."""
    sheet = openpyxl.load_workbook(ledger)["台账"]
    assert [sheet["E2"].value, sheet["E3"].value, sheet["F3"].value, sheet["F4"].value] == [
        "=1+1",
        "http://example.cn/a",
        "0571",
        "@SUM(A1)",
    ]
    assert {sheet[name].data_type for name in ("E2", "E3", "F3", "F4")} == {"s"}
    assert sheet["E3"].hyperlink is None


def test_evidence_quotes_the_cell_with_its_address(ledger: Path) -> None:
    """The words that decided stand with the place where they were typed."""
    row = values(ledger, "台账")[1]
    assert row[9:11] == ("B301 承诺晚于期限", "“=1+1”（Sheet1!E3）")


def test_a_text_longer_than_a_cell_is_cut_and_says_so(ledger: Path) -> None:
    """Nothing is dropped in silence where Excel's limit is passed."""
    text = str(values(ledger, "台账")[3][4])
    assert len(text) == 32_767
    assert text.endswith(sheets.CUT)


def test_audit_sheet_lists_each_note(ledger: Path) -> None:
    """Severity, place, item and text of each audit note are there."""
    assert values(ledger, "审核")[1] == ("疑问", "Sheet1!D3", 1, "牵头又配合。")


def test_totals_count_every_item_once(ledger: Path) -> None:
    """The stored figures of the totals add up to the items."""
    rows = values(ledger, "汇总", data_only=True)
    assert rows[0] == ("牵头单位", "已完成", "按序时推进", "滞后", "其中待核实", "合计", "已完成率")
    assert rows[1:4] == [("区交通局", 1, 0, 1, 1, 2, 0.5), ("*", 0, 1, 0, 0, 1, 0), ("合计", 1, 1, 1, 1, 3, 1 / 3)]


def test_totals_are_formulas_over_the_ledger(ledger: Path) -> None:
    """A status corrected in the ledger changes the totals."""
    assert values(ledger, "汇总")[1][1] == '=SUMPRODUCT((台账!$D$2:$D$4="区交通局")*(台账!$G$2:$G$4="已完成")*1)'


def test_sheet_is_ready_to_print(ledger: Path) -> None:
    """A4 landscape, one page wide, the header row frozen and repeated, filters on."""
    for sheet in openpyxl.load_workbook(ledger):
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize), sheet.page_setup.fitToHeight) == (
            "landscape",
            9,
            0,
        )
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert openpyxl.load_workbook(ledger)["台账"].auto_filter.ref == "A1:L4"


def test_table_without_lead_units_is_counted_as_a_whole(tmp_path: Path) -> None:
    """The totals need no lead unit column."""
    path = tmp_path / "ledger.xlsx"
    columns = tuple(column for column in TABLE.columns if column.name != "lead_unit")
    workbook.write(Table(TABLE.files, TABLE.period, columns, TABLE.projects), ROWS, path, labels=LABELS)
    assert values(path, "汇总", data_only=True)[1][:6] == ("全部", 1, 1, 1, 1, 3)


def test_same_input_gives_the_same_bytes(ledger: Path, tmp_path: Path) -> None:
    """Two runs write identical files, and their parts carry no time of day."""
    again = tmp_path / "again.xlsx"
    workbook.write(TABLE, ROWS, again, labels=LABELS)
    assert again.read_bytes() == ledger.read_bytes()
    with zipfile.ZipFile(ledger) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
