"""Chinese line breaking: which characters may begin or end a line, and what is never parted.

After GB/T 15834 (punctuation) and GB/T 15835 (numbers). Widths and spacing are in pt throughout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

NO_START = frozenset("。，、；：？！”’）》〉】〕］｝」』…—～·／/%％‰℃°,.;:?!)]}")
NO_END = frozenset("“‘（《〈【〔［｛「『([{＃#￥$")
MAGNITUDES = frozenset("万亿")
DATE = re.compile(r"\d{1,4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]")
COUNTED = re.compile(r"第(?=\d)|\d[万亿]?(?=[㐀-鿿])")
# A date stays whole, and a number with its measure word, unless the line would lose this share of its width.
TOLERANCE = 0.155
# Rounding of layout units must not push the last letter over the edge.
EPSILON = 0.01


@dataclass(frozen=True, slots=True)
class Line:
    """A line: `text[start:end]`, and the spacing between letters that makes a full line flush."""

    start: int
    end: int
    spacing: float


@dataclass(frozen=True, slots=True)
class Measure:
    """What a line has to fill: its width, the first line's, and the least and usual spacing between letters."""

    width: float
    first: float
    tightest: float = 0.0
    usual: float = 0.0
    justify: bool = False


def split(text: str, widths: Sequence[float], measure: Measure) -> list[Line]:
    """Break a text without newlines into lines; `widths` has the width of each letter."""
    breaker = _Breaker(text, list(accumulate((width + measure.tightest for width in widths), initial=0.0)))
    lines: list[Line] = []
    start = 0
    while start < len(text):
        room = measure.width if lines else measure.first
        end = breaker.end(start, room, measure.tightest)
        full = end < len(text)
        stop = end - 1 if full and text[end - 1] == " " else end
        lines.append(Line(start, stop, _spacing(widths[start:stop], room, measure, last=not full)))
        start = end + 1 if full and text[end] == " " else end
    return lines


def _spacing(widths: Sequence[float], room: float, measure: Measure, *, last: bool) -> float:
    """Spread a full line over its room; leave the last line as it falls, unless it would not fit."""
    if len(widths) < 2:
        return 0.0
    flush = (room - sum(widths)) / (len(widths) - 1)
    return flush if measure.justify and not last else min(measure.usual, max(flush, measure.tightest))


class _Breaker:
    """A text, and where each of its letters ends when set as tightly as may be."""

    def __init__(self, text: str, ends: list[float]) -> None:
        self._text = text
        self._ends = ends
        self._held = frozenset(_held(text))

    def end(self, start: int, room: float, tightest: float) -> int:
        """Find where the line that begins at `start` ends."""
        limit = self._ends[start] + room + tightest + EPSILON
        overflow = max(bisect_right(self._ends, limit, start + 1) - 1, start + 1)
        if overflow >= len(self._text):
            return len(self._text)
        return self._best(start, overflow, self._ends[start] + (1 - TOLERANCE) * room)

    def _best(self, start: int, overflow: int, least: float) -> int:
        """Find the best place at or before `overflow`: one that is held only in need, any in greater need.

        In need is a line that would else end before `least`.
        """
        held = 0
        for place in range(overflow, start, -1):
            if not may_break(self._text, place):
                continue
            if place not in self._held:
                return held if held and self._ends[place] < least else place
            held = held or place
        return held or overflow


def _held(text: str) -> Iterator[int]:
    """Yield the places where a line had better not end: within dates, between a number and what it counts."""
    for date in DATE.finditer(text):
        yield from range(date.start() + 1, date.end())
    for number in COUNTED.finditer(text):
        yield number.end()


def may_break(text: str, place: int) -> bool:
    """Tell whether a line may end before `text[place]`."""
    before, after = text[place - 1], text[place]
    if " " in (before, after):
        return True
    if after in NO_START or before in NO_END or before in "～·":
        return False
    if before.isascii() and after.isascii():
        return False
    if before in "—–" and after.isdigit():
        return False
    return not (before.isdigit() and (after in MAGNITUDES or after in "年月日号"))
