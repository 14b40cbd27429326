"""The office's working table: every item with its verdict, the audit, and the totals by lead unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.records import AuditNote, Column, Finding, Item, Status, Table, Verdict, column_letters

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LEDGER, AUDIT, SUMMARY = "台账", "审核", "汇总"
FACE = "宋体"
FILLS = {"done": "#E2EFDA", "on_track": "#FFFFFF", "behind": "#F8CBAD", "review": "#FFF2CC"}
CELL_LIMIT = 32_767  # Excel's own; a longer text makes it call the file damaged
CUT = "……（单元格已满，全文见源表）"
SHORT, WIDEST = 11.0, 60.0  # in Excel's columns, about 1.9 mm
LEGIBLE = 210.0  # all columns together; on A4 they then print at 7 pt
LINE, TALLEST = 13.5, 409.0  # pt; Excel refuses taller rows
PAPER_A4 = 9
# xlsxwriter would otherwise turn =1+1, 123 and http://… of the source into formulas, numbers and links.
AS_TYPED = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
JUDGED = ("进度状态", "待核实", "情况说明", "判定规则", "依据", "核实问题")

Value = str | int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as rows of values under one header row."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def write(table: Table, verdicts: Sequence[Verdict], path: Path, *, labels: Mapping[str, str]) -> None:
    """Write the workbook. `labels` gives the printed words of done, on_track, behind and review."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, AS_TYPED) as book:
        # The date of the table, not of the run: the same input gives the same bytes.
        book.set_properties({"title": LEDGER, "created": datetime.combine(table.period.as_of, time())})
        formats = _formats(book)
        ledger, audit = _ledger(table, verdicts, labels), _audit(table.audit)
        sheet = _put(book, ledger, formats, table.period.as_of)
        _colour(sheet, ledger, labels, formats)
        _put(book, audit, formats, table.period.as_of)
        totals = _totals(ledger, _lead_unit_column(table), labels)
        _summary(book, totals, labels, formats, table.period.as_of)


# --- what the sheets say ------------------------------------------------------------------------


def _ledger(table: Table, verdicts: Sequence[Verdict], labels: Mapping[str, str]) -> Sheet:
    columns = _source_columns(table)
    rows = (_typed(verdict.item, columns) + _judged(verdict, labels) for verdict in verdicts)
    return Sheet(LEDGER, tuple(column.header for column in columns) + JUDGED, tuple(rows))


def _source_columns(table: Table) -> tuple[Column, ...]:
    return tuple(sorted(table.columns, key=lambda column: column.index))


def _typed(item: Item, columns: Sequence[Column]) -> tuple[Value, ...]:
    """Give the item's values under the source's columns; headers that occur twice take their cells in turn."""
    extra: dict[str, Iterator[str]] = {}
    for header, _ in item.extra:
        extra.setdefault(header, iter([cell.text for name, cell in item.extra if name == header]))
    return tuple(
        next(extra.get(column.header, iter(())), "") if column.name == "extra" else _value(item, column.name)
        for column in columns
    )


def _value(item: Item, name: str) -> Value:
    value: Any = getattr(item, name)
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if value is None or isinstance(value, int | str):
        return "" if value is None else value
    return str(value.text)


def _judged(verdict: Verdict, labels: Mapping[str, str]) -> tuple[Value, ...]:
    return (
        labels[verdict.status],
        labels["review"] if verdict.needs_review else "",
        verdict.reason,
        "\n".join(dict.fromkeys(f"{finding.rule} {finding.title}" for finding in verdict.deciding)),
        "\n".join(dict.fromkeys(quote for finding in verdict.deciding for quote in _quotes(finding))),
        verdict.question,
    )


def _quotes(finding: Finding) -> Iterator[str]:
    for span in finding.spans:
        yield f"“{span.text}”（{span.address}）"


def _audit(notes: Sequence[AuditNote]) -> Sheet:
    rows = tuple((note.severity.value, str(note.where), note.no or "", note.text) for note in notes)
    return Sheet(AUDIT, ("程度", "位置", "子项", "问题"), rows)


def _lead_unit_column(table: Table) -> int | None:
    names = [column.name for column in _source_columns(table)]
    return names.index("lead_unit") if "lead_unit" in names else None


# --- how they look ------------------------------------------------------------------------------


def _formats(book: Workbook) -> dict[str, Format]:
    plain = {"font_name": FACE, "font_size": 10, "border": 1, "valign": "vcenter"}
    made = {
        "header": {**plain, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#D9E1F2"},
        "text": {**plain, "text_wrap": True},
        "number": {**plain, "align": "center"},
        "total": {**plain, "align": "center", "bold": True},
        "share": {**plain, "align": "center", "num_format": "0.0%"},
        "total_share": {**plain, "align": "center", "bold": True, "num_format": "0.0%"},
    }
    fills = {name: {"bg_color": fill, "bold": name in ("behind", "review")} for name, fill in FILLS.items()}
    return {name: book.add_format(look) for name, look in (made | fills).items()}


def _put(book: Workbook, content: Sheet, formats: Mapping[str, Format], as_of: date) -> Worksheet:
    sheet = book.add_worksheet(content.name)
    widths = _widths(content)
    sheet.write_row(0, 0, content.headers, formats["header"])
    sheet.set_row(0, _height(content.headers, widths))
    for row, values in enumerate(content.rows, 1):
        sheet.set_row(row, _height(values, widths))
        for column, value in enumerate(values):
            if isinstance(value, int):
                sheet.write_number(row, column, value, formats["number"])
            elif not value:
                sheet.write_blank(row, column, None, formats["text"])
            else:
                sheet.write_string(row, column, _fitting(value), formats["text"])
    sheet.autofilter(0, 0, max(len(content.rows), 1), len(content.headers) - 1)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    _print_setup(sheet, content.name, as_of)
    return sheet


def _fitting(text: str) -> str:
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(CUT)] + CUT


def _widths(content: Sheet) -> list[float]:
    """Fit each column to its texts, and narrow the widest until the sheet prints legibly on one page's width."""
    wanted = [_width(header, [str(row[at]) for row in content.rows]) for at, header in enumerate(content.headers)]
    firm = [min(width, SHORT) for width in wanted]
    excess = sum(wanted) - sum(firm)
    share = min(1.0, max(0.0, LEGIBLE - sum(firm)) / excess) if excess else 1.0
    return [least + (width - least) * share for width, least in zip(wanted, firm, strict=True)]


def _width(header: str, texts: Sequence[str]) -> float:
    """Hold nine texts in ten within about four lines, and the header within two."""
    lengths = sorted(_columns_of(text) for text in texts) or [0]
    typical = lengths[(len(lengths) - 1) * 9 // 10]
    return min(max(_columns_of(header) / 2, typical if typical <= 16 else 12 + typical / 4) + 3, WIDEST)


def _height(values: Sequence[Value], widths: Sequence[float]) -> float:
    """Tell a row's height in pt; spreadsheets other than Excel do not fit it by themselves."""
    lines = (_lines(str(value), width) for value, width in zip(values, widths, strict=True))
    return min(max(lines, default=1) * LINE + 4, TALLEST)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(_columns_of(line) / (width - 1))) for line in text.split("\n"))


def _columns_of(text: str) -> int:
    """Measure a text's longest line in half-width columns."""
    return max(sum(2 if ord(char) > 0x2E7F or char in "“”—…" else 1 for char in line) for line in text.split("\n"))


def _print_setup(sheet: Worksheet, name: str, as_of: date) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f'&C&"{FACE}"{name}（截至{as_of.year}年{as_of.month}月{as_of.day}日）')
    sheet.set_footer(f'&C&"{FACE}"第 &P 页，共 &N 页')


def _colour(sheet: Worksheet, content: Sheet, labels: Mapping[str, str], formats: Mapping[str, Format]) -> None:
    """Colour by the words themselves, so that a corrected word recolours its cell."""
    status = len(content.headers) - len(JUDGED)
    last = max(len(content.rows), 1)
    for name in FILLS:
        column = status + 1 if name == "review" else status
        rule = {"type": "cell", "criteria": "==", "value": f'"{labels[name]}"', "format": formats[name]}
        sheet.conditional_format(1, column, last, column, rule)


# --- the totals, which follow the ledger when the office corrects it ------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the totals: the formula that counts it in the ledger, and its value now."""

    formula: str
    value: int


def _totals(ledger: Sheet, unit_column: int | None, labels: Mapping[str, str]) -> list[tuple[str, list[Count]]]:
    """Count by lead unit; a table without lead units gets one row for all."""
    status = len(ledger.headers) - len(JUDGED)
    asked = [(status, labels[name]) for name in Status] + [(status + 1, labels["review"])]
    if unit_column is None:
        return [("全部", [_count(ledger, [wanted]) for wanted in asked])]
    units = dict.fromkeys(str(row[unit_column]) for row in ledger.rows)
    return [(unit, [_count(ledger, [(unit_column, unit), wanted]) for wanted in asked]) for unit in units]


def _count(ledger: Sheet, wanted: Sequence[tuple[int, str]]) -> Count:
    last = max(len(ledger.rows), 1)
    # SUMPRODUCT compares whole texts of any length; COUNTIFS takes * ? and < for operators.
    terms = (f"({LEDGER}!{_range(column, last)}={_quoted(word)})" for column, word in wanted)
    value = sum(all(row[column] == word for column, word in wanted) for row in ledger.rows)
    return Count(f"=SUMPRODUCT({'*'.join(terms)}*1)", value)


def _range(column: int, last: int) -> str:
    letters = column_letters(column + 1)
    return f"${letters}$2:${letters}${last + 1}"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _summary(
    book: Workbook,
    totals: Sequence[tuple[str, Sequence[Count]]],
    labels: Mapping[str, str],
    formats: Mapping[str, Format],
    as_of: date,
) -> None:
    headers = ("牵头单位", *(labels[name] for name in Status), f"其中{labels['review']}", "合计", f"{labels['done']}率")
    names = tuple((unit or "（未填写）",) + ("",) * 6 for unit, _ in totals)
    sheet = _put(book, Sheet(SUMMARY, headers, names), formats, as_of)
    sheet.set_column(1, len(headers) - 1, 14)
    for row, (_, counts) in enumerate(totals, 1):
        _total_row(sheet, row, counts, formats["number"], formats["share"])
    last = len(totals) + 1
    sums = [Count(f"=SUM({letter}2:{letter}{last})", sum(counts[at].value for _, counts in totals))
            for at, letter in enumerate("BCDE")]
    sheet.write_string(last, 0, "合计", formats["total"])
    _total_row(sheet, last, sums, formats["total"], formats["total_share"])


def _total_row(sheet: Worksheet, row: int, counts: Sequence[Count], number: Format, share: Format) -> None:
    for column, count in enumerate(counts, 1):
        sheet.write_formula(row, column, count.formula, number, count.value)
    done, total = counts[0].value, sum(count.value for count in counts[:3])
    sheet.write_formula(row, 5, f"=SUM(B{row + 1}:D{row + 1})", number, total)
    rate = f'=IF(F{row + 1}=0,"",B{row + 1}/F{row + 1})'
    sheet.write_formula(row, 6, rate, share, done / total if total else "")
