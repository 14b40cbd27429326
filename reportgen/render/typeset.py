"""Blocks of text set in lines: the tree's inline nodes cut where the lines end, as markup for the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from reportgen.render import blocks, lines
from reportgen.render.css import usual_spacing
from reportgen.render.metrics import Widths
from reportgen.render.theme import Style, Theme, Type
from reportgen.render.tree import Element

# How far letters may be drawn together, in em, so that 28 of them fill a line.
TIGHTEST = -0.01375


@dataclass(frozen=True, slots=True)
class Run:
    """Letters with the inline nodes they stand in, outermost first."""

    text: str
    within: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line's runs, and the spacing between its letters in pt."""

    runs: tuple[Run, ...]
    spacing: float = 0.0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def runs(node: Element, within: tuple[Element, ...] = ()) -> list[list[Run]]:
    """Flatten a block into runs, one list for each stretch between its breaks."""
    stretches: list[list[Run]] = [[]]
    for child in node.children:
        if isinstance(child, str):
            stretches[-1].append(Run(child, within))
        elif child.tag == "br":
            stretches.append([])
        else:
            first, *rest = runs(child, (*within, child))
            stretches[-1] += first
            stretches += rest
    return stretches


def broken(stretch: Sequence[Run], measure: lines.Measure, widths: Widths, size: float) -> list[SetLine]:
    """Break one stretch into lines."""
    text = "".join(run.text for run in stretch)
    if not text:
        return [SetLine(())]
    em = widths.of(text)
    return [
        SetLine(tuple(cut(stretch, line.start, line.end)), line.spacing)
        for line in lines.split(text, [width * size for width in em], measure)
    ]


def cut(stretch: Iterable[Run], start: int, end: int) -> Iterable[Run]:
    """Take the letters from `start` to `end` out of a stretch of runs."""
    at = 0
    for run in stretch:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            yield Run(piece, run.within)
        at += len(run.text)


def markup(set_lines: Sequence[SetLine], usual: float) -> str:
    """Write lines as markup; one whose spacing is not the usual one gets a span of its own."""
    return "\n".join(_line(line, usual) for line in set_lines)


def _line(line: SetLine, usual: float) -> str:
    inner = "".join(_run(run) for run in line.runs)
    if len(line.text) < 2 or abs(line.spacing - usual) < 0.0005:
        return inner
    return f'<span style="letter-spacing:{line.spacing:.4f}pt">{inner}</span>'


def _run(run: Run) -> str:
    inner = escape(run.text, quote=False)
    for node in reversed(run.within):
        cls = f' class="{node.cls}"' if node.cls else ""
        inner = f"<{node.tag}{cls}>{inner}</{node.tag}>"
    return inner


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets blocks and cells by a theme, with the letter widths of each role."""

    theme: Theme
    widths: Mapping[str, Widths]

    def block(self, node: Element, following: Element | None = None) -> Block:
        """Set a paragraph or heading."""
        style = self.theme.styles[node.cls]
        if {child.cls for child in node.elements} & {"left", "right"}:
            return self._two_sided(node, style)
        size = self._fitted(node, style)
        place = blocks.place(style, node.text, following.text if following else "")
        set_lines = [
            line
            for number, stretch in enumerate(runs(node))
            for line in broken(stretch, self._measure(style, place, size, number), self.widths[style.face], size)
        ]
        return Block(node, style, set_lines, size, place)

    def _measure(self, style: Style, place: blocks.Place, size: float, number: int) -> lines.Measure:
        sheet = self.theme.sheet
        width = sheet.text_width - (place.left + place.right) * sheet.cell
        first = width - (place.first - place.left) * sheet.cell if number == 0 else width
        return lines.Measure(width, first, TIGHTEST * size, usual_spacing(sheet, size), style.align == "justify")

    def _fitted(self, node: Element, style: Style) -> float:
        """Shrink a line that must fit the type area, to half a point."""
        longest = max(self.widths[style.face].total(line) for line in node.text.split("\n"))
        if not style.fit or longest * style.size <= self.theme.sheet.text_width:
            return style.size
        return int(self.theme.sheet.text_width / longest * 2) / 2

    def _two_sided(self, node: Element, style: Style) -> Block:
        """Set a line of which one part stands left and the other right."""
        place = blocks.place(style, node.text)
        return Block(node, style, [SetLine(tuple(runs(node)[0]))], style.size, place)

    def cell(self, node: Element, letters: Type, width: float) -> list[SetLine]:
        """Set a cell's text ragged in a width in pt."""
        measure = lines.Measure(width, width)
        return [
            line for stretch in runs(node) for line in broken(stretch, measure, self.widths[letters.face], letters.size)
        ]


@dataclass(frozen=True, slots=True)
class Block:
    """A block that is set: its lines, its size in pt, and where its letters stand."""

    node: Element
    style: Style
    lines: list[SetLine]
    size: float
    place: blocks.Place
