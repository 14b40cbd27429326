"""Word's cells, set as so many blank lines: their heights are all that is asked, but of heads where lines end."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.render import blocks
from reportgen.render.counting import MEETING, lines
from reportgen.render.metrics import Widths
from reportgen.render.theme import Theme
from reportgen.render.theme_parts import Type
from reportgen.render.tree import Element
from reportgen.render.typeset import SetLine, Setter

HALF_WIDE = {chr(code): 0.5 for code in range(0x20, 0x7F)}
LINE = SetLine(())
# What some programs, LibreOffice among them, leave between hanzi and digits whatever the file says, in em.
GAP = 0.25


@dataclass(frozen=True, slots=True)
class Counter(Setter):
    """Sets cells as so many blank lines, and heads in lines that end as they do in the PDF."""

    def cell(self, node: Element, letters: Type, width: float) -> list[SetLine]:
        return [LINE] * lines(node.text, round(width / letters.size, 4), GAP)

    def even_cell(self, node: Element, letters: Type, width: float, *, rising: bool = False) -> list[SetLine]:
        if not rising:
            return self.cell(node, letters, width)
        gap = GAP * letters.size if MEETING.search(node.text) else 0.0
        return Setter.even_cell(self, node, letters, width - gap, rising=rising)

    def hung_cell(self, node: Element, letters: Type, width: float) -> list[SetLine]:
        label = blocks.LABEL.match(node.text)
        hang = blocks.ems(label[0]) if label else 0.0
        return [LINE] * lines(node.text, round(width / letters.size - hang, 4), GAP)


def counter(theme: Theme, room: float) -> Counter:
    """Make the counter of a theme, for a type area so many pt wide."""
    return Counter(theme, {role: Widths((), _known=dict(HALF_WIDE)) for role in theme.faces}, room)
