"""Slips in the words of one cell: doubled words, brackets, numbering, stops of the other width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportgen.ingest.audit import days, figures
from reportgen.ingest.audit.counts import Said, said
from reportgen.records import Cell, Severity
from reportgen.text import fold

DOUBLED = re.compile(r"([\u3400-\u9fff]{2,6})\1")
DOUBLED_STOPS = re.compile(r"[,，。;；、:：]\s*[,，。;；、]")
DOUBLED_PARTICLE = re.compile(r"([的了和及在是])\1")
MEASURES = "人次|万元|亿元|公里|批次|场次|套|户|家|个|名|场|张|所|条|座|处"
HOLE = re.compile(rf"[ \u3000](?<=[\u3400-\u9fff].)[ \u3000]*(?=(?:{MEASURES})(?:[。;；,，、]|$))")
UNTIL = re.compile(r"截止到?(?=\d|目前|本月|今|上)|截止到")
BRACKETS = {"(": ")", "（": "）", "《": "》", "“": "”", "【": "】"}
BRACKET = re.compile("[" + re.escape("".join({*BRACKETS, *BRACKETS.values()})) + "]")
MARKER = re.compile(r"(\d(?<![^。;；:：\s]\d)\d?)[.、](?!\d)")
POINT = re.compile(r"(?:^|[\s。;；])[\d一二三四五六七八九十]+[)）]")
WIDTHS = (
    *((half, full, re.compile(rf"(?<!\d){re.escape(half)}")) for half, full in (",，", ";；", ":：", "(（", '"“')),
    (".", "。", re.compile(r"[\u3400-\u9fff]\.(?!\d)")),
)
AMONG_HANZI = re.compile(r"[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]")


class Slip(NamedTuple):
    """A slip in a cell's words; `text` goes on from the column's title (目标中“卫生卫生”疑为重复。)."""

    kind: str
    severity: Severity
    text: str


@lru_cache(maxsize=4096)  # the same units and leaders stand in many rows
def slips(typed: str) -> tuple[Slip, ...]:
    """List the slips of a cell's words, the graver first."""
    return tuple(_slips(said(typed)))


def _slips(cell: Said) -> Iterator[Slip]:
    text, folded = cell.typed, cell.text  # a letter that is not there spares a search for the slip that needs it
    if found := doubled(cell):
        yield Slip("doubled_words", Severity.QUERY, f"“{found}”疑为重复。")
    if (" " in text or "\u3000" in text) and (found := hole(text)):
        yield Slip("figure_missing", Severity.QUERY, f"“{found}”疑漏数字。")
    if "日" in folded and (day := days.impossible_day(cell)):
        yield Slip("date_impossible", Severity.ERROR, f"“{day}”不是有效日期。")
    if "%" in folded and (share := figures.over_whole(cell)):
        yield Slip("share_over", Severity.ERROR, f"“{share}”超过100%。")
    if found := unbalanced(text):
        yield Slip("bracket_open", Severity.HINT, f"“{found}”不成对。")
    if "截止" in folded and (found := until(cell)):
        yield Slip("until_when", Severity.HINT, f"“{found}”宜作“截至”。")
    if "月" in folded and (found := days.without_day(cell)):
        yield Slip("date_incomplete", Severity.HINT, f"“{found}”疑漏“日”。")
    if ("." in text or "、" in text) and (gap := broken_numbering(text)):
        yield Slip("numbering_broken", Severity.HINT, f"序号由{gap[0]}到{gap[1]}，不连续。")
    if found := days.in_hanzi(cell):
        yield Slip("number_in_hanzi", Severity.HINT, f"“{found}”宜用阿拉伯数字。")
    if "、" in folded and (odd := figures.uneven(cell)):
        yield Slip("list_uneven", Severity.HINT, f"“{odd[0]}”后疑漏“{odd[1]}”字。")


def doubled(cell: Said) -> str | None:
    """Find a word typed twice in a row (卫生卫生), or a stop or particle typed twice."""
    match = DOUBLED_STOPS.search(cell.typed) or DOUBLED_PARTICLE.search(cell.typed)
    return _doubled_word(cell.hanzi) or (match.group() if match else None)


@lru_cache(maxsize=4096)
def _doubled_word(words: str) -> str | None:
    match = DOUBLED.search(words)
    return match.group() if match else None


def until(cell: Said) -> str | None:
    """Find 截止 where 截至 is meant: 截止 takes no date behind it."""
    match = UNTIL.search(cell.text)
    return match.group() if match else None


def hole(text: str) -> str | None:
    """Find a blank where a figure should stand: 培训 人次."""
    match = HOLE.search(text.rstrip())
    return text[max(0, match.start() - 4) : match.end() + 2].strip() if match else None


def unbalanced(text: str) -> str | None:
    """Find a bracket or quotation mark that is not closed, or never opened."""
    open_marks: list[str] = []
    for char in BRACKET.findall(text):
        if char in BRACKETS:
            open_marks.append(char)
        elif not open_marks or fold(BRACKETS[open_marks[-1]]) != fold(char):
            return char if not POINT.search(text) else None
        else:
            open_marks.pop()
    return open_marks[-1] if open_marks else None


def broken_numbering(text: str) -> tuple[int, int] | None:
    """Find two neighbouring list numbers that do not count up: 1.… 3.…"""
    numbers = [int(number) for number in MARKER.findall(text)]
    if len(numbers) < 2 or numbers[0] != 1:
        return None
    return next(((a, b) for a, b in itertools.pairwise(numbers) if b != a + 1), None)


def odd_stops(cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
    """Give the cells whose commas, semicolons or brackets are of the other width than nearly all others."""
    for half, full, mark in WIDTHS:
        with_half = [cell for cell in cells if half in cell.text and mark.search(cell.text)]
        with_full = [cell for cell in cells if full in cell.text]
        few, sign = min((with_half, half), (with_full, full), key=lambda pair: len(pair[0]))
        if few and len(few) * 10 <= max(len(with_half), len(with_full)):
            for cell in few:
                yield cell, sign


def half_width(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """List the cells that have half-width stops or brackets among hanzi."""
    return tuple(cell for cell in cells if AMONG_HANZI.search(cell.text))


def sample(text: str) -> str:
    """Quote the first half-width mark among hanzi with the letters beside it."""
    match = AMONG_HANZI.search(text)
    return text[max(0, match.start() - 1) : match.end() + 1] if match else ""
