"""A chart's numbers as a picture in SVG: stacked bars, each part with its number, in colour and in pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.render import page
from reportgen.render.blocks import ems
from reportgen.render.theme_parts import PT_PER_MM, Figure, Fill

if TYPE_CHECKING:
    from reportgen.briefing import Chart

TEMPLATE = "chart.svg.j2"
BETWEEN = 6.0  # between the two columns of bars, in mm
ASIDE = 1.5  # between a label and its bar, and around words, in mm
MARGIN = 0.2  # for the edges of bars at the picture's foot and right side, in mm
# From the middle of a letter to its baseline, in em.
BASELINE = 0.36


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in mm, filled, or blank as the ground of a number on a pattern."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """Words at a place, in mm; `y` is their baseline."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    colour: str = "000000"


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the template places; `plates` are the blank boxes."""

    width: float
    height: float
    family: str
    size: float
    fills: tuple[Fill, ...]
    boxes: tuple[Box, ...]
    plates: tuple[Box, ...]
    words: tuple[Word, ...]


def svg(drawn: Drawing, templates: Path) -> str:
    """Write a drawing by the office's template."""
    return page.fill(page.environment(templates), TEMPLATE, {"chart": drawn})


def drawing(chart: Chart, figure: Figure, family: str) -> Drawing:
    """Place a chart's bars, numbers, names and legend."""
    plan = _Plan.of(chart, figure)
    parts = [
        *_legend(chart, plan),
        *(part for index in range(len(chart.categories)) for part in _bar(chart, plan, index)),
    ]
    boxes = [part for part in parts if isinstance(part, Box)]
    return Drawing(
        width=figure.width,
        height=round(plan.top + plan.step * plan.rows - figure.gap + MARGIN, 3),
        family=family,
        size=plan.size,
        fills=figure.fills,
        boxes=tuple(box for box in boxes if not box.blank),
        plates=tuple(box for box in boxes if box.blank),
        words=tuple(part for part in parts if isinstance(part, Word)),
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """The picture's measures in mm: `unit` is the length of one item on a bar."""

    figure: Figure
    size: float
    rows: int
    column: float
    label: float
    unit: float

    @classmethod
    def of(cls, chart: Chart, figure: Figure) -> _Plan:
        size = round(figure.size / PT_PER_MM, 3)
        columns = 2 if len(chart.categories) >= figure.columns_from else 1
        column = (figure.width - BETWEEN * (columns - 1)) / columns
        label = min(figure.label, max(map(ems, chart.categories)) * size + ASIDE)
        unit = (column - label - MARGIN) / chart.longest
        return cls(figure, size, -(-len(chart.categories) // columns), column, label, unit)

    @property
    def step(self) -> float:
        return self.figure.bar + self.figure.gap

    @property
    def top(self) -> float:
        return self.size + 2 * ASIDE

    def baseline(self, middle: float) -> float:
        return round(middle + BASELINE * self.size, 3)


def _legend(chart: Chart, plan: _Plan) -> Iterator[Box | Word]:
    """Set swatches and the names of the series in a centred line."""
    swatch = 1.6 * plan.size
    widths = [swatch + ASIDE + ems(name) * plan.size for name in chart.series]
    x = (plan.figure.width - sum(widths) - 3 * ASIDE * (len(widths) - 1)) / 2
    for name, width, fill in zip(chart.series, widths, plan.figure.fills, strict=False):
        yield Box(round(x, 3), ASIDE / 2, round(swatch, 3), plan.size, fill)
        yield Word(round(x + swatch + ASIDE, 3), plan.baseline(ASIDE / 2 + plan.size / 2), name)
        x += width + 3 * ASIDE


def _bar(chart: Chart, plan: _Plan, index: int) -> Iterator[Box | Word]:
    """Set a category's name and the parts of its bar, each with its number."""
    left = (plan.column + BETWEEN) * (index // plan.rows)
    y = plan.top + plan.step * (index % plan.rows)
    baseline = plan.baseline(y + plan.figure.bar / 2)
    name = _shortened(chart.categories[index], (plan.label - ASIDE) / plan.size)
    yield Word(round(left + plan.label - ASIDE, 3), baseline, name, "end")
    x = left + plan.label
    for values, fill in zip(chart.series.values(), plan.figure.fills, strict=False):
        if values[index]:
            width, number = values[index] * plan.unit, str(values[index])
            yield Box(round(x, 3), round(y, 3), round(width, 3), plan.figure.bar, fill)
            if fill.pattern == "hatch":
                plate = min(width, (ems(number) + 0.4) * plan.size)
                plate_x, inset = x + (width - plate) / 2, 2 * MARGIN
                yield Box(
                    round(plate_x, 3), round(y + inset, 3), round(plate, 3), plan.figure.bar - 2 * inset, fill, True
                )
            yield Word(round(x + width / 2, 3), baseline, number, "middle", fill.text)
            x += width


def _shortened(text: str, room: float) -> str:
    """Cut a name to so many characters."""
    if ems(text) <= room:
        return text
    while text and ems(text) > room - 1:
        text = text[:-1]
    return text + "…"
