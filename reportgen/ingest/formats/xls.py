"""Old workbooks (.xls, .et) to Grids, as the sheets show them.

Read with xlrd: python-calamine is faster but gives 0.65 where the sheet shows 65%.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportgen.ingest.formats import guard
from reportgen.ingest.formats.grid import Grid
from reportgen.ingest.formats.merged import Laid, Merge, Place, grid
from reportgen.ingest.formats.number_format import shown
from reportgen.ingest.formats.struck import Run, parted
from reportgen.ingest.formats.workbook import grids

VISIBLE = 0


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the sheets that hold anything."""
    import xlrd

    with guard.foreign_parser():
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=_Silent())
        sheets = ((sheet, sheet.visibility == VISIBLE) for sheet in book.sheets())
        return grids(sheets, lambda sheet: _grid(book, sheet, file))


class _Silent:
    """Swallow what xlrd reports of records that it does not know."""

    def write(self, text: str) -> None: ...


def _grid(book: Any, sheet: Any, file: str) -> Grid:  # xlrd has no types
    texts: dict[Place, str] = {}
    struck: dict[Place, str] = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            place, cell = (row + 1, column + 1), sheet.cell(row, column)
            runs = _runs(book, _text(book, cell), sheet.rich_text_runlist_map.get((row, column), ()))
            texts[place], crossed = parted(runs, cell=_strikes(book, book.xf_list[cell.xf_index].font_index))
            if crossed.strip():
                struck[place] = crossed
    merges = [Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    hidden = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden}
    unseen = {column + 1 for column, info in sheet.colinfo_map.items() if info.hidden}
    return grid(file, sheet.name, Laid(texts, merges, hidden, unseen, struck=struck), "sheet")


def _runs(book: Any, text: str, looks: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """Part a text where its font changes, at places that are counted in UTF-16; before the first it is the cell's."""
    coded = text.encode("utf-16-le")
    ends = [2 * at for at, _ in looks] + [len(coded)]
    yield Run(coded[: ends[0]].decode("utf-16-le"))
    for (_, font), start, end in zip(looks, ends, ends[1:], strict=False):
        yield Run(coded[start:end].decode("utf-16-le"), _strikes(book, font))


def _strikes(book: Any, font: int) -> bool:
    return bool(book.font_list[font].struck_out)


def _text(book: Any, cell: Any) -> str:
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        return shown(cell.value, code, from_1904=bool(book.datemode))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return str(cell.value)
