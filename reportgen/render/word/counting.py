"""How many lines a cell takes in Word: enough to measure rows by, and much quicker than setting the lines.

The faces that Word is to use have hanzi of one em and ASCII of half an em.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from reportgen.render import blocks
from reportgen.render.lines import EPSILON, may_break
from reportgen.render.metrics import Widths
from reportgen.render.theme import Theme, Type
from reportgen.render.tree import Element
from reportgen.render.typeset import EVENED, SetLine, Setter

HALF = {chr(code): 0.5 for code in range(0x20, 0x7F)}
LINE = SetLine(())
REMEMBERED = 20_000
STEP = 0.5  # em


@dataclass(frozen=True, slots=True)
class Counter(Setter):
    """Sets cells as so many blank lines."""

    def cell(self, node: Element, letters: Type, width: float) -> list[SetLine]:
        return [LINE] * lines(node.text, round(width / letters.size, 4))

    def even_cell(self, node: Element, letters: Type, width: float, *, rising: bool = False) -> list[SetLine]:  # noqa: ARG002 (even lines are as many)
        return self.cell(node, letters, width)

    def hung_cell(self, node: Element, letters: Type, width: float) -> list[SetLine]:
        label = blocks.LABEL.match(node.text)
        hang = blocks.ems(label[0]) if label else 0.0
        return [LINE] * lines(node.text, round(width / letters.size - hang, 4))


def counter(theme: Theme, room: float) -> Counter:
    """Make the counter of a theme, for a type area so many pt wide."""
    return Counter(theme, {role: Widths((), dict(HALF)) for role in theme.faces}, room)


@lru_cache(maxsize=REMEMBERED)
def lines(text: str, room: float) -> int:
    """Count the lines of a text in a width in em."""
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(_lines(stretch, room) for stretch in text.split("\n"))


@lru_cache(maxsize=REMEMBERED)
def even_room(text: str, room: float) -> float:
    """Tell the least width in em in which a short text takes no more lines, so that they are about equally long."""
    count = lines(text, room)
    if not 1 < count <= EVENED:
        return room
    while room > 1 and lines(text, room - STEP) == count:
        room -= STEP
    return room


def _lines(stretch: str, room: float) -> int:
    ends = list(accumulate([0.5 if char < "\x7f" else 1.0 for char in stretch], initial=0.0))
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
