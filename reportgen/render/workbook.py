"""The office's working table: every item with its verdict, the audit, and the totals by lead unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen import PROGRAM
from reportgen.history import FIRST, History
from reportgen.labels import Labels
from reportgen.records import Column, Item, Status, Table, Verdict, column_letters
from reportgen.render import sheets
from reportgen.render.sheets import FILLS, Sheet, Value, put

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LEDGER, AUDIT, SUMMARY = "台账", "审核", "汇总"
# xlsxwriter would otherwise turn =1+1, 123 and http://… of the source into formulas, numbers and links.
AS_TYPED = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
RULE, EVIDENCE, QUESTION = "判定规则", "依据", "核实问题"
BEFORE, MONTHS, NEW = "上次通报状态", "连续{}月数", "新列入"
JOINT = "注：由多个单位{together}的，按原表所填单列一行。各数随台账中的状态更新。"


def write(table: Table, verdicts: Sequence[Verdict], path: Path, *, labels: Labels, past: History = FIRST) -> None:
    """Write the workbook, with the office's words for the statuses."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, AS_TYPED) as book:
        # The date of the table, not of the run: the same input gives the same bytes.
        created = datetime.combine(table.period.as_of, time())
        book.set_properties({"title": LEDGER, "keywords": PROGRAM, "created": created})
        looks = sheets.formats(book)
        ledger, audit = _ledger(table, verdicts, past, labels), _audit(table)
        sheet = put(book, ledger, looks, table.period.as_of)
        status = len(table.columns)
        _colour(sheet, ledger, status, labels, looks)
        put(book, audit, looks, table.period.as_of)
        totals = _totals(ledger, status, _lead_unit_column(table), labels)
        _summary(book, totals, labels, looks, table.period.as_of)


# --- what the sheets say ------------------------------------------------------------------------


def _ledger(table: Table, verdicts: Sequence[Verdict], past: History, labels: Labels) -> Sheet:
    columns = _source_columns(table)
    rows = (
        _typed(verdict.item, columns) + _judged(verdict, labels) + _since(verdict, past, labels) for verdict in verdicts
    )
    headers = tuple(column.header for column in columns) + _judged_headers(columns, labels)
    since = (BEFORE, MONTHS.format(labels.word("behind"))) if past.last else ()
    return Sheet(LEDGER, headers + since, tuple(rows))


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


def _judged_headers(columns: Sequence[Column], labels: Labels) -> tuple[str, ...]:
    status, reason = labels.headers.judged(columns)
    return (status, labels.word("review"), reason, RULE, EVIDENCE, QUESTION)


def _judged(verdict: Verdict, labels: Labels) -> tuple[Value, ...]:
    return (
        labels.word(verdict.status),
        labels.word("review") if verdict.needs_review else "",
        verdict.reason,
        "\n".join(dict.fromkeys(f"{finding.rule} {finding.title}" for finding in verdict.deciding)),
        "\n".join(dict.fromkeys(quote for finding in verdict.deciding for quote in finding.quotes)),
        verdict.question,
    )


def _since(verdict: Verdict, past: History, labels: Labels) -> tuple[Value, ...]:
    """Tell of the last month on record, if any: the status then, and for how many months it has been behind."""
    if past.last is None:
        return ()
    before = past.previous(verdict.item.no)
    return (labels.word(before.status) if before else NEW, past.months_behind(verdict) or "")


def _audit(table: Table) -> Sheet:
    rows = tuple((note.severity.value, table.place(note.where), note.no or "", note.text) for note in table.audit)
    return Sheet(AUDIT, ("程度", "位置", "子项", "问题"), rows)


def _lead_unit_column(table: Table) -> int | None:
    names = [column.name for column in _source_columns(table)]
    return names.index("lead_unit") if "lead_unit" in names else None


def _colour(sheet: Worksheet, content: Sheet, status: int, labels: Labels, looks: Mapping[str, Format]) -> None:
    """Colour by the words themselves, so that a corrected word recolours its cell."""
    last = max(len(content.rows), 1)
    for name in FILLS:
        column = status + 1 if name == "review" else status
        rule = {"type": "cell", "criteria": "==", "value": f'"{labels.word(name)}"', "format": looks[name]}
        sheet.conditional_format(1, column, last, column, rule)


# --- the totals, which follow the ledger when the office corrects it ------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the totals: the formula that counts it in the ledger, and its value now."""

    formula: str
    value: int


def _totals(ledger: Sheet, status: int, unit_column: int | None, labels: Labels) -> list[tuple[str, list[Count]]]:
    """Count by lead unit; a table without lead units gets one row for all."""
    asked = [(status, labels.word(name)) for name in Status] + [(status + 1, labels.word("review"))]
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
    labels: Labels,
    looks: Mapping[str, Format],
    as_of: date,
) -> None:
    words = [labels.word(name) for name in Status]
    headers = (labels.headers.lead_unit, *words, f"其中{labels.word('review')}", labels.headers.total, f"{words[0]}率")
    names = tuple((unit or "（未填写）",) + ("",) * 6 for unit, _ in totals)
    sheet = put(book, Sheet(SUMMARY, headers, names), looks, as_of)
    sheet.set_column(1, len(headers) - 1, 14)
    for row, (_, counts) in enumerate(totals, 1):
        _total_row(sheet, row, counts, looks["number"], looks["share"])
    last = len(totals) + 1
    sums = [
        Count(f"=SUM({letter}2:{letter}{last})", sum(counts[at].value for _, counts in totals))
        for at, letter in enumerate("BCDE")
    ]
    sheet.write_string(last, 0, headers[5], looks["total"])
    _total_row(sheet, last, sums, looks["total"], looks["total_share"])
    sheet.write_string(last + 1, 0, JOINT.format(together=labels.headers.together))


def _total_row(sheet: Worksheet, row: int, counts: Sequence[Count], number: Format, share: Format) -> None:
    for column, count in enumerate(counts, 1):
        sheet.write_formula(row, column, count.formula, number, count.value)
    done, total = counts[0].value, sum(count.value for count in counts[:3])
    sheet.write_formula(row, 5, f"=SUM(B{row + 1}:D{row + 1})", number, total)
    rate = f'=IF(F{row + 1}=0,"",B{row + 1}/F{row + 1})'
    sheet.write_formula(row, 6, rate, share, done / total if total else "")
