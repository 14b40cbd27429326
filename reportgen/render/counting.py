"""How many lines a cell takes: enough to measure rows by, and much quicker than setting the lines.

Hanzi are one em wide and ASCII half an em, as in the faces that Word is to use.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from reportgen.render.lines import EPSILON, may_break

# Longer cells are running text, whose last line may well be short.
EVENED = 4
REMEMBERED = 20_000
STEP = 0.5  # em
MEETING = re.compile(r"[㐀-鿿](?=[0-9A-Za-z])|[0-9A-Za-z](?=[㐀-鿿])")


@lru_cache(maxsize=REMEMBERED)
def lines(text: str, room: float, gap: float = 0.0) -> int:
    """Count the lines of a text in a width in em, with a gap wherever hanzi meet digits or Latin letters."""
    if len(text) * (1 + gap) <= room and "\n" not in text:
        return 1
    return sum(_lines(stretch, room, gap) for stretch in text.split("\n"))


@lru_cache(maxsize=REMEMBERED)
def even_room(text: str, room: float) -> float:
    """Tell the least width in em in which a short text takes no more lines, so that they are about equally long."""
    count = lines(text, room)
    if not 1 < count <= EVENED:
        return room
    while room > 1 and lines(text, room - STEP) == count:
        room -= STEP
    return room


def _lines(stretch: str, room: float, gap: float) -> int:
    widths = [0.5 if char < "\x7f" else 1.0 for char in stretch]
    if gap:
        for meeting in MEETING.finditer(stretch):
            widths[meeting.start()] += gap
    ends = list(accumulate(widths, initial=0.0))
    start, count = 0, 0
    while start < len(stretch):
        end = bisect_right(ends, ends[start] + room + EPSILON, start + 2) - 1
        if end < len(stretch):
            end = _break(stretch, start, end)
        start = end + 1 if stretch[end : end + 1] == " " else end
        count += 1
    return max(1, count)


def _break(stretch: str, start: int, end: int) -> int:
    """Find the last place up to `end` where a line may end; a word wider than the line is parted."""
    return next((place for place in range(end, start, -1) if may_break(stretch, place)), end)
