"""Rows that are no items: the header again, columns counted, sums, remarks, what shows how to fill a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.ingest.columns.contents import FIGURE
from reportgen.ingest.columns.headers import distinct
from reportgen.norms import ColumnNorms
from reportgen.records import Cell
from reportgen.text import fold

DUTY = (
    r"(?:单位|部门|科室)?(?:主要|分管)?(?:填表|填报|制表|审核|审签|审批|报送|联系|负责|经办|复核)"
    r"(?:人|单位|日期|时间|电话)"
)
SIGNED = r"(?:审核|审签|审批|复核|校核|校对|签发|制表|填表|填报|经办)[^:\d]{0,4}:"  # 审核:甲某某 制表:乙某某
REMARK = re.compile(rf"(?:备注|说明|附注|注):|{DUTY}|{SIGNED}")
# Who fills in and signs, however many cells that takes: 填表人 | 某某 | 审核人 | 某某; 分管领导: | 部门负责人:某某
SIGNATURE = re.compile(
    rf"{DUTY}|[\u3400-\u9fff]{{0,8}}\(?(?:签[字名章]|盖章|公章)\)?|(?:单位|部门|主要|分管)*(?:领导|负责人):"
)
LONGEST_SIGNATURE = 24  # characters
NOTED = re.compile(r"备注|说明|附注|注|[\u3400-\u9fff]{0,6}批示|[\u3400-\u9fff]{0,4}(?:审核|审批|领导|处理)意见")
PAGE = re.compile(r"[-—–]*第?\d{1,3}页[,/]?(?:共\d{1,3}页)?[-—–]*|[-—–]+\d{1,3}[-—–]+")
COLUMN_LABEL = re.compile(r"\(?(?:(\d{1,2})|[A-Z]|[甲乙丙丁戊己])\)?(?:=[\dA-Z+*/÷×()%-]+)?")
TALLY = re.compile(r"\([^()]{1,8}\)$|(?:共?\d{1,3}[个项件](?:项目|任务|子项|事项)?,?)+$")
BEHIND_SAMPLE = re.compile(r"[\d:,、)\]】]|$")  # 示例1, 例:…, (示例), but no 例行检查
LEAST_LABELS = 3
LEAST_HINTS = 2
NAMING = 3  # the first cells of a row, which number and name it
LEAST_MERGED = 4  # columns
LONGEST_TOTAL, LONGEST_SUM = 8, 20  # characters; the longer one of a row with nothing but figures behind it


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells that are no item: the header again, a sum, a remark, a heading or what is taken for one, more of a row,
    a sample or how to fill a row, a hidden copy (its target, and that of the row which is shown), what is taken for
    a note or a further target, a report above all items, or what is merged over several columns (with their headers,
    that under which it is read first).
    """

    reason: Literal[
        "header",
        "total",
        "remark",
        "heading",
        "name",
        "continued",
        "sample",
        "copy",
        "note",
        "target",
        "stray",
        "spread",
    ]
    cells: tuple[Cell, ...]


def texts(row: Sequence[Cell]) -> tuple[str, ...]:
    """Give what a row says, to be compared with others."""
    return tuple(fold(cell.text) for cell in distinct(row))


def sifted(
    rows: Sequence[Sequence[Cell]], start: int, columns: ColumnNorms
) -> tuple[list[Sequence[Cell]], list[LeftOut]]:
    """Part the rows of the body, which begins at `start`, from those that are no items; empty ones are in neither."""
    above = [row for row in rows[:start] if distinct(row)]  # the header and the titles over it
    again = {texts(row) for row in above}
    said = {id(cell) for row in above for cell in row}  # a merged cell is the very same wherever it reaches
    kept: list[Sequence[Cell]] = []
    left_out: list[LeftOut] = []
    for row in rows[start:]:
        own = [replace(cell, text="") if id(cell) in said else cell for cell in row]
        cells = distinct(own)
        why = (_says_again(row, again) or reason(own, cells, columns)) if cells else None
        merged = len(row) - len(cells) >= LEAST_MERGED - 1
        why = why or ("remark" if kept and merged and _sums_up(own, kept[-1]) else None)
        if why:
            left_out.append(LeftOut(why, cells))
        elif cells:
            kept.append(own)
        if why == "header":
            said |= {id(cell) for cell in row}
    return kept, left_out


def _sums_up(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    """Tell a line of the project above: one cell merged over all columns but those whose cells reach down into it."""
    reaching = {id(cell) for cell in above}
    shared = [cell for cell in row if id(cell) in reaching and cell.text.strip()]
    own = {id(cell) for cell in row if id(cell) not in reaching}
    return bool(shared) and len(own) == 1 and len(row) - len(shared) >= LEAST_MERGED


def _says_again(row: Sequence[Cell], again: set[tuple[str, ...]]) -> Literal["header"] | None:
    """Tell a row of the header that is said again; `again` holds the texts of its rows."""
    first = next((cell for cell in row if cell.text.strip()), None)
    known = first is not None and fold(first.text) in {said[0] for said in again}
    return "header" if known and texts(row) in again else None


def reason(
    row: Sequence[Cell], cells: Sequence[Cell], columns: ColumnNorms
) -> Literal["header", "total", "remark", "sample"] | None:
    """Say why a row is no item, or None."""
    first = fold(cells[0].text)
    if _counts(cells):
        return "header"
    longest = LONGEST_SUM if all(FIGURE.fullmatch(fold(cell.text)) for cell in cells[1:]) else LONGEST_TOTAL
    # 3 | 小计(2项): a sum may have a number of its own
    for text in (first, fold(cells[1].text)) if len(cells) > 1 and first.isdecimal() else (first,):
        sum_of = TALLY.sub("", text).rstrip(":")  # 合计(15项), 合计:7个项目11项任务
        if len(sum_of) <= longest and sum_of.endswith(columns.total):
            return "total"
    if len(cells) == 1 and PAGE.fullmatch(first):
        return "remark"
    few = REMARK.match(first) and 2 * len(cells) <= len(row) + 1
    if few or _signs(cells, first):
        return "remark"
    return "sample" if _shows_how_to_fill([fold(cell.text) for cell in cells], columns) else None


def _shows_how_to_fill(texts: Sequence[str], columns: ColumnNorms) -> bool:
    """Tell a row of the blank form: an item made up (示例 | 新建公园1个), or what to write in each cell (填写全称)."""
    if len(texts) == 1:
        return False
    hints = [text for text in texts if text.startswith(columns.hints) or text.rstrip("。)").endswith(columns.hints)]
    told = len(hints) >= LEAST_HINTS and 2 * len(hints) >= len(texts)
    return told or texts[0] in columns.filling or any(_is_sample(text, columns) for text in texts[:NAMING])


def _is_sample(text: str, columns: ColumnNorms) -> bool:
    """Tell a cell that says that its row is made up."""
    bare = text.lstrip("([【")
    return any(bare.startswith(word) and BEHIND_SAMPLE.match(bare, len(word)) for word in columns.samples)


def _signs(cells: Sequence[Cell], first: str) -> bool:
    """Tell a row that is signed, or has a label and what it says of the whole: 备注 | …, 区领导批示 | …."""
    if len(cells) == 2 and NOTED.fullmatch(first.rstrip(":")):
        return True
    return _is_signature(first) and any(_is_signature(fold(cell.text)) for cell in cells[1:])


def _is_signature(text: str) -> bool:
    return len(text) <= LONGEST_SIGNATURE and SIGNATURE.match(text) is not None


def _counts(cells: Sequence[Cell]) -> bool:
    """Tell a row that only counts the columns: 1 2 3, (1) (2) (3), 甲 乙 1 2, A B C=B/A."""
    if len(cells) < LEAST_LABELS or not COLUMN_LABEL.fullmatch(fold(cells[0].text)):
        return False
    found = [COLUMN_LABEL.fullmatch(fold(cell.text)) for cell in cells]
    numbers = [int(match[1]) for match in found if match and match[1]]
    return all(found) and numbers == list(range(1, len(numbers) + 1))
