"""How the workbook's sheets look: letters, borders, widths and heights that fit the texts, print set-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FACE = "宋体"
FILLS = {"done": "#E2EFDA", "on_track": "#FFFFFF", "behind": "#F8CBAD", "review": "#FFF2CC"}
CELL_LIMIT = 32_767  # Excel's own; a longer text makes it call the file damaged
CUT = "……（单元格已满，全文见源表）"
SHORT, WIDEST = 11.0, 60.0  # in Excel's columns, about 1.9 mm
LEGIBLE = 210.0  # all columns together; on A4 they then print at 7 pt
LINE, TALLEST = 13.5, 409.0  # pt; Excel refuses taller rows
PAPER_A4 = 9

Value = str | int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as rows of values under one header row."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def formats(book: Workbook) -> dict[str, Format]:
    """Make the formats that the sheets use."""
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


def put(book: Workbook, content: Sheet, looks: Mapping[str, Format], as_of: date) -> Worksheet:
    """Write a sheet, with its filters, fitted to its texts and to the paper."""
    sheet = book.add_worksheet(content.name)
    widths = _widths(content)
    sheet.write_row(0, 0, content.headers, looks["header"])
    sheet.set_row(0, _height(content.headers, widths))
    for row, values in enumerate(content.rows, 1):
        sheet.set_row(row, _height(values, widths))
        for column, value in enumerate(values):
            if isinstance(value, int):
                sheet.write_number(row, column, value, looks["number"])
            elif not value:
                sheet.write_blank(row, column, None, looks["text"])
            else:
                sheet.write_string(row, column, _fitting(value), looks["text"])
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
