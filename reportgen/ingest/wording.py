"""Slips in the words of a table: doubled words, one thing under two names, brackets and stops."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from reportgen.records import Cell
from reportgen.text import fold

DOUBLED = re.compile(r"([\u3400-\u9fff]{2,6})\1")
DOUBLED_STOPS = re.compile(r"[,，。;；、:：]\s*[,，。;；、]|([的了和及在是])\1")
MEASURES = "人次|万元|亿元|公里|批次|场次|套|户|家|个|名|场|张|所|条|座|处"
HOLE = re.compile(rf"(?<=[\u3400-\u9fff])[ \u3000]+(?=(?:{MEASURES})(?:[。;；,，、]|$))")
UNTIL = re.compile(r"截止到?(?=\d|目前|本月|今|上)|截止到")
RUN = re.compile(r"[\u3400-\u9fff]+")
BRACKETS = {"(": ")", "（": "）", "《": "》", "“": "”", "【": "】"}
BRACKET = re.compile("[" + re.escape("".join({*BRACKETS, *BRACKETS.values()})) + "]")
MARKER = re.compile(r"(?:^|[。;；:：\s])(\d{1,2})[.、](?![\d])")
GLUE = 2  # characters that two names must share on each side of the one that differs
SHARED = 6  # and on both sides together
SHARED_START = 8  # or before it, where it is the last
# Words that come and go, or take each other's place, without making another name.
COMMON = frozenset(
    "已未正将拟再全均各的了和与及等在中进新共仅尚可要需为大小上下内外前后有无是被把从到由于以至并或其该本此"
    "一二三四五六七八九十两百千万年月日期次个家所场套户名条处座张批时来去得地着过也还都又就才刚完成做建改扩"
)


def doubled(text: str) -> str | None:
    """Find a word typed twice in a row (卫生卫生), or a stop or particle typed twice."""
    match = DOUBLED.search(fold(text)) or DOUBLED_STOPS.search(text)
    return match.group() if match else None


def until(text: str) -> str | None:
    """Find 截止 where 截至 is meant: 截止 takes no date behind it."""
    match = UNTIL.search(fold(text))
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
        elif char in BRACKETS.values():
            if not open_marks or fold(BRACKETS[open_marks[-1]]) != fold(char):
                return char if not re.search(r"(?:^|[\s。;；])[\d一二三四五六七八九十]+[)）]", text) else None
            open_marks.pop()
    return open_marks[-1] if open_marks else None


def broken_numbering(text: str) -> tuple[int, int] | None:
    """Find two neighbouring list numbers that do not count up: 1.… 3.…"""
    numbers = [int(number) for number in MARKER.findall(text)]
    if len(numbers) < 2 or numbers[0] != 1:
        return None
    return next(((a, b) for a, b in itertools.pairwise(numbers) if b != a + 1), None)


def two_names(asked: Sequence[str], told: str) -> tuple[str, str] | None:
    """Find one thing under two names: equal but for a single hanzi inside (甲街道养老院, 甲街道敬老院)."""
    here, there = fold("\n".join(asked)), fold(told)
    mine_all, theirs_all = _runs(asked), _runs([told])
    for other in theirs_all:
        if other in mine_all:
            continue
        places = _places(other)
        for one in mine_all:
            if one in theirs_all or not places.keys() & mine_all[one]:
                continue
            for mine, theirs in _near(one, other, places):
                if mine not in there and theirs not in here:
                    return mine, theirs
    return None


def _runs(texts: Sequence[str]) -> dict[str, frozenset[str]]:
    """Give the runs of hanzi long enough for a name, with their stretches of GLUE characters."""
    runs = dict.fromkeys(run for text in texts for run in RUN.findall(fold(text)) if len(run) >= SHARED)
    return {run: frozenset(_places(run)) for run in runs}


def _places(run: str) -> dict[str, list[int]]:
    """Give where each stretch of GLUE characters stands in a run."""
    places: dict[str, list[int]] = {}
    for at in range(len(run) - GLUE + 1):
        places.setdefault(run[at : at + GLUE], []).append(at)
    return places


def _near(one: str, other: str, places: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Give the stretches of two runs that differ in one hanzi, put for another or left out."""
    for i in range(len(one) - GLUE + 1):
        for j in places.get(one[i : i + GLUE], ()):
            if one[i + GLUE : i + GLUE + 1] == other[j + GLUE : j + GLUE + 1]:
                continue  # the common stretch goes on
            left = _common_end(one[: i + GLUE], other[: j + GLUE])
            for skip, drop in ((1, 1), (1, 0), (0, 1)):
                a, b = i + GLUE, j + GLUE
                differing = one[a : a + skip] + other[b : b + drop]
                right = _common_start(one[a + skip :], other[b + drop :])
                at_end = skip == drop and len(one) == a + 1 and len(other) == b + 1 and left >= SHARED_START
                enough = at_end or (right >= GLUE and left + right >= SHARED)
                if enough and len(differing) == skip + drop and not COMMON & set(differing):
                    yield one[a - left : a + skip + right], other[b - left : b + drop + right]


def _common_start(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _common_end(one: str, other: str) -> int:
    return _common_start(one[::-1], other[::-1])


def odd_stops(cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
    """Give the cells whose commas, semicolons or brackets are of the other width than nearly all others."""
    for half, full in ((",", "，"), (";", "；"), (":", "："), ("(", "（")):
        with_half = [cell for cell in cells if re.search(rf"(?<![\d]){re.escape(half)}", cell.text)]
        with_full = [cell for cell in cells if full in cell.text]
        few, mark = min((with_half, half), (with_full, full), key=lambda pair: len(pair[0]))
        if few and len(few) * 10 <= max(len(with_half), len(with_full)):
            for cell in few:
                yield cell, mark
