"""Where a block's letters stand, in characters from the edges of the type area; the same for both writers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import inf

from reportgen.render import lines
from reportgen.render.theme import Theme
from reportgen.render.theme_parts import WHITE, Style
from reportgen.render.tree import Element

APART = 1.0  # characters between parts of a line that stand at its edges
LABEL = re.compile(r"(?P<label>[^：]{1,4}：)?(?P<number>\d+\.)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Indents of the first line, of the others (left), and of all lines' ends (right)."""

    first: float
    left: float
    right: float


def ground(cell: Element, theme: Theme) -> str:
    """Name the mark that colours a table's cell: the one it begins with, if that has a ground; else nothing."""
    first = cell.children[0] if cell.children else ""
    mark = first.cls if isinstance(first, Element) else ""
    return mark if mark in theme.marks and theme.marks[mark].ground != WHITE else ""


def ems(text: str) -> float:
    """Tell a text's width in characters: ASCII is half a hanzi wide."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def place(style: Style, text: str, neighbour: str = "", room: float = inf) -> Place:
    """Place a block. `neighbour` is the text of the date under a signature, or of the signature over a date.

    `room` is the width of the type area.
    """
    if style.hang:
        return _hanging(style, text)
    if style.signs and neighbour:
        return Place(0.0, 0.0, _signature_inset(style, text, neighbour, room))
    return Place(style.left + style.first, style.left, style.right)


def _hanging(style: Style, text: str) -> Place:
    """Begin all lines but the first under the first letter after the label, and a lone number under the first."""
    found = LABEL.match(text)
    label, number = (found["label"] or "", found["number"] or "") if found else ("", "")
    first = style.first if label else style.first + style.hang
    return Place(first, style.first + style.hang + ems(number), style.right)


def _signature_inset(style: Style, text: str, neighbour: str, room: float) -> float:
    """Place a signature and its date after GB/T 9704 7.3.5.

    Without a seal the name stands two characters from the right and the date begins two right of it; a date longer
    than the name stands two from the right instead, and the name moves left. Under a name of several lines, too, it
    stands two from the right. With a seal the name is centred over the date.
    """
    own, other = ems(text), ems(neighbour)
    if style.signs == "name":
        return style.right if other <= own else other + style.right + style.offset - own
    if style.signs == "date":
        beside = own > other or other + style.right > room
        return style.right if beside else max(0.0, other + style.right - style.offset - own)
    return max(0.0, style.right + (other - own) / 2) if style.signs == "name over date" else style.right


def sides(node: Element, theme: Theme, room: float) -> list[list[Element]]:
    """Lay out the parts of a block that stand at the edges, in lines of `room` characters.

    A part that is longer than a line goes on in the next one, and one that has no room beside another begins there.
    """
    laid, used = [list[Element]()], 0.0
    for part in node.elements:
        inset = theme.marks[part.cls].inset
        whole = ems(part.text) <= room - inset
        for number, text in enumerate([part.text] if whole else _cut(part.text, room - 2 * inset)):
            if laid[-1] and (number or used + APART + ems(text) + inset > room):
                laid.append([])
                used = 0.0
            laid[-1].append(part if text == part.text else replace(part, children=(text,)))
            used += ems(text) + inset
    return laid


def _cut(text: str, room: float) -> list[str]:
    """Cut a text into lines of so many characters."""
    found = lines.split(text, list(map(ems, text)), lines.Measure(room, room))
    return [text[line.start : line.end] for line in found]


def keeps_previous(theme: Theme, node: Element | None) -> bool:
    """Tell a block that takes the end of the one before it to its page."""
    return node is not None and node.cls in theme.styles and theme.styles[node.cls].keep_previous


def co_signer(theme: Theme, node: Element, before: Element | None, after: Element | None) -> Element | None:
    """Find the date of a signature, or the signature of a date."""
    other = before if theme.styles[node.cls].signs == "date" else after
    return other if other and other.tag == "p" else None
