"""Rows that are no items: the header again, its columns counted, sums, remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportgen.ingest.columns.headers import distinct
from reportgen.norms import ColumnNorms
from reportgen.records import Cell
from reportgen.text import fold

REMARK = re.compile(
    r"(?:备注|说明|附注|注):|单位负责人|"
    r"(?:填表|填报|制表|审核|审签|审批|报送|联系|负责)(?:人|单位|日期|时间|电话)"
)
COLUMN_LABEL = re.compile(r"\(?(?:(\d{1,2})|[A-Z]|[甲乙丙丁戊己])\)?(?:=[\dA-Z+*/÷×()%-]+)?")
COUNT = re.compile(r"\([^()]{1,8}\)$|共?\d{1,3}[个项件]$")
LEAST_LABELS = 3
LONGEST_TOTAL = 8  # characters


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells that are no item: a header again, a sum, a remark, a heading line, a name that is taken for one."""

    reason: Literal["header", "total", "remark", "heading", "name"]
    cells: tuple[Cell, ...]


def texts(row: Sequence[Cell]) -> tuple[str, ...]:
    """Give what a row says, to be compared with others."""
    return tuple(fold(cell.text) for cell in distinct(row))


def reason(
    row: Sequence[Cell], cells: Sequence[Cell], again: set[tuple[str, ...]], columns: ColumnNorms
) -> Literal["header", "total", "remark"] | None:
    """Say why a row is no item, or None; `again` holds the texts of the header's rows."""
    first = fold(cells[0].text)
    if (first in {said[0] for said in again} and texts(row) in again) or _counts(cells):
        return "header"
    # 3 | 小计(2项): a sum may have a number of its own
    for text in (first, fold(cells[1].text)) if len(cells) > 1 and first.isdecimal() else (first,):
        sum_of = COUNT.sub("", text).rstrip(":")  # 合计(15项)
        if len(sum_of) <= LONGEST_TOTAL and sum_of.endswith(columns.total):
            return "total"
    if REMARK.match(first) and 2 * len(cells) <= len(row) + 1:
        return "remark"
    return None


def _counts(cells: Sequence[Cell]) -> bool:
    """Tell a row that only counts the columns: 1 2 3, (1) (2) (3), 甲 乙 1 2, A B C=B/A."""
    if len(cells) < LEAST_LABELS or not COLUMN_LABEL.fullmatch(fold(cells[0].text)):
        return False
    found = [COLUMN_LABEL.fullmatch(fold(cell.text)) for cell in cells]
    numbers = [int(match[1]) for match in found if match and match[1]]
    return all(found) and numbers == list(range(1, len(numbers) + 1))
