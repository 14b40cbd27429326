"""Blocks of text set in lines: the tree's inline nodes cut where the lines end, as markup for the PDF."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from reportgen.render import blocks, lines
from reportgen.render.counting import EVENED
from reportgen.render.css import usual_spacing
from reportgen.render.metrics import Widths
from reportgen.render.theme import Theme
from reportgen.render.theme_parts import Style, Type
from reportgen.render.tree import Element

SUBSTITUTE = Element("span", "substitute")
# How far letters may be drawn together, in em, so that 28 of them fill a line.
TIGHTEST = -0.01375


@dataclass(frozen=True, slots=True)
class Run:
    """Letters with the inline nodes they stand in, outermost first."""

    text: str
    within: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line's runs, the spacing between its letters and its distance from the block's left edge in pt."""

    runs: tuple[Run, ...]
    spacing: float = 0.0
    indent: float = 0.0

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


def broken(
    stretch: Sequence[Run],
    measure: lines.Measure,
    widths: Widths,
    size: float,
    indents: tuple[float, float] = (0.0, 0.0),
) -> list[SetLine]:
    """Break one stretch into lines; `indents` of the first and of the others are written out with the lines."""
    text = "".join(run.text for run in stretch)
    if not text:
        return [SetLine(())]
    em = widths.of(text)
    if not widths.foreign.isdisjoint(text):
        stretch = [piece for run in stretch for piece in parted(run, widths.foreign)]
    return [
        SetLine(tuple(cut(stretch, line.start, line.end)), line.spacing, indents[min(number, 1)])
        for number, line in enumerate(lines.split(text, [width * size for width in em], measure))
    ]


def parted(run: Run, foreign: Collection[str]) -> Iterator[Run]:
    """Put letters of another face than the rest into a span: its lines would else be as high as that face wants."""
    for strange, letters in groupby(run.text, lambda char: char in foreign):
        yield Run("".join(letters), (*run.within, SUBSTITUTE) if strange else run.within)


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
    inner = spans(line.runs)
    rules = [f"margin-left:{line.indent:.4f}pt"] if line.indent else []
    if len(line.text) > 1 and abs(line.spacing - usual) > 0.0005:
        rules.append(f"letter-spacing:{line.spacing:.4f}pt")
    return f'<span style="{";".join(rules)}">{inner}</span>' if rules and inner else inner


def spans(pieces: Iterable[Run]) -> str:
    """Write runs as markup."""
    return "".join(map(_run, pieces))


def _run(run: Run) -> str:
    inner = escape(run.text, quote=False)
    for node in reversed(run.within):
        cls = f' class="{node.cls}"' if node.cls else ""
        inner = f"<{node.tag}{cls}>{inner}</{node.tag}>"
    return inner


@dataclass(frozen=True, slots=True)
class Block:
    """A block that is set: its lines, its size in pt, and where its letters stand."""

    node: Element
    style: Style
    lines: list[SetLine]
    size: float
    place: blocks.Place


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets blocks and cells by a theme, with the letter widths of each role; `room` is the type area's width in pt."""

    theme: Theme
    widths: Mapping[str, Widths]
    room: float

    @classmethod
    def of(cls, theme: Theme, widths: Mapping[str, Widths]) -> Setter:
        """Make a setter for upright sheets."""
        return cls(theme, widths, theme.sheet.text_width)

    def block(self, node: Element, neighbour: Element | None = None) -> Block:
        """Set a paragraph or heading; `neighbour` is the date of a signature, or the signature of a date."""
        style = self.theme.styles[node.cls]
        size = self._fitted(node, style)
        stretches = runs(node)
        sheet = self.theme.sheet
        place = blocks.place(style, node.text, neighbour.text if neighbour else "", self.room / sheet.cell)
        if is_two_sided(node):
            laid = blocks.sides(node, self.theme, self.room / (size + usual_spacing(sheet, size)))
            # Each part is a run of its own, that stands at its edge.
            sided = [SetLine(tuple(Run(part.text, (part,)) for part in parts)) for parts in laid]
            return Block(node, style, sided, size, place)
        if style.hang:
            hung = [line for stretch in stretches for line in self._hung(style, size, stretch)]
            return Block(node, style, hung, size, blocks.Place(0.0, 0.0, place.right))
        firsts = (place.first, *[place.left] * len(stretches))
        set_lines = [
            line
            for stretch, first in zip(stretches, firsts, strict=False)
            for line in self._broken(style, size, stretch, blocks.Place(first, place.left, place.right))
        ]
        return Block(node, style, set_lines, size, place)

    def _hung(self, style: Style, size: float, stretch: Sequence[Run]) -> list[SetLine]:
        cell = self.theme.sheet.cell
        place = blocks.place(style, "".join(run.text for run in stretch))
        return self._broken(style, size, stretch, place, (place.first * cell, place.left * cell))

    def _broken(
        self,
        style: Style,
        size: float,
        stretch: Sequence[Run],
        place: blocks.Place,
        indents: tuple[float, float] = (0.0, 0.0),
    ) -> list[SetLine]:
        sheet = self.theme.sheet
        width = self.room - (place.left + place.right) * sheet.cell
        first = self.room - (place.first + place.right) * sheet.cell
        spacing = usual_spacing(sheet, size)
        measure = lines.Measure(width, first, TIGHTEST * size, spacing, style.align == "justify")
        return broken(stretch, measure, self.widths[style.face], size, indents)

    def _fitted(self, node: Element, style: Style) -> float:
        """Shrink a line that must fit the type area, to half a point."""
        longest = max(self.widths[style.face].total(line) for line in node.text.split("\n"))
        if not style.fit or longest * style.size <= self.room:
            return style.size
        return int(self.room / longest * 2) / 2

    def cell(self, node: Element, letters: Type, width: float) -> list[SetLine]:
        """Set a cell's text ragged in a width in pt."""
        measure = lines.Measure(width, width)
        widths = self.widths[letters.face]
        return [line for stretch in runs(node) for line in broken(stretch, measure, widths, letters.size)]

    def even_cell(self, node: Element, letters: Type, width: float, *, rising: bool = False) -> list[SetLine]:
        """Set a short text in lines about equally long; `rising` prefers the first line to be the shorter one."""
        return [line for stretch in runs(node) for line in self._even(stretch, letters, width, rising)]

    def _even(self, stretch: Sequence[Run], letters: Type, width: float, rising: bool) -> list[SetLine]:
        def at(width: float, first: float) -> list[SetLine]:
            return broken(stretch, lines.Measure(width, first), self.widths[letters.face], letters.size)

        step = letters.size / 2
        found = at(width, width)
        if not 1 < len(found) <= EVENED:
            return found
        count, first = len(found), width
        while width > letters.size and len(tighter := at(width - step, width - step)) == count:
            found, width, first = tighter, width - step, width - step
        while rising and first > letters.size and len(tighter := at(width, first - step)) == count:
            found, first = tighter, first - step
        return found

    def hung_cell(self, node: Element, letters: Type, width: float) -> list[SetLine]:
        """Set a cell's text with the further lines under the first letter after its label."""
        widths, size = self.widths[letters.face], letters.size
        label = blocks.LABEL.match(node.text)
        indent = widths.total(label[0]) * size if label else 0.0
        measure = lines.Measure(width - indent, width)
        return [line for stretch in runs(node) for line in broken(stretch, measure, widths, size, (0.0, indent))]


def is_two_sided(node: Element) -> bool:
    """Tell whether parts of a line are set at its left and right edge."""
    return any(child.cls in {"left", "right"} for child in node.elements)
