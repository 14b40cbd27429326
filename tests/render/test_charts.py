"""The chart: every number of the record is drawn, once, in its place and length."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from reportgen.briefing import Chart
from reportgen.render import charts, theme
from reportgen.render.charts import Box, Drawing
from tests.render import sample

EDGE = 0.2  # mm, as the template draws it
FIGURE = theme.load(sample.TEMPLATES / "theme.toml").figures["chart"]


def drawn(chart: Chart = sample.CHART) -> Drawing:
    return charts.drawing(chart, FIGURE, "fangsong-1")


def numbers(drawing: Drawing) -> list[str]:
    return [word.text for word in drawing.words if word.text.isdigit()]


def test_every_number_is_drawn_once() -> None:
    """Each number above zero stands in its bar, category by category; zeros are left out."""
    expected = [str(number) for row in zip(*sample.CHART.series.values(), strict=True) for number in row if number]
    assert numbers(drawn()) == expected


def test_lengths_are_in_proportion() -> None:
    """Two of the same series are as long to each other as their numbers."""
    parts = bars(drawn())
    assert parts[0].width / parts[1].width == pytest.approx(2.0, abs=0.001)


def bars(drawing: Drawing) -> list[Box]:
    return list(drawing.boxes[len(sample.CHART.series) :])


def test_all_stands_within_the_picture() -> None:
    """No bar, with the edge around it, and no number leaves the picture; bars of one column do not overlap."""
    drawing, edge = drawn(), EDGE / 2
    assert all(box.x >= edge and box.x + box.width + edge <= drawing.width + 0.01 for box in drawing.boxes)
    assert all(box.y + box.height <= drawing.height for box in drawing.boxes)
    assert all(0 <= word.x <= drawing.width and 0 < word.y < drawing.height for word in drawing.words)


def test_few_bars_stand_in_one_column_many_in_two() -> None:
    """Six categories make one column of bars, eight make two of four."""
    few = Chart("图", "图", sample.CHART.categories[:6], {"已完成": (1,) * 6})
    assert len({round(box.x) for box in charts.drawing(few, FIGURE, "f").boxes[1:]}) == 1
    assert len({round(word.x) for word in drawn().words if word.anchor == "end"}) == 2


def test_long_names_are_shortened() -> None:
    """A name that is too long for its column ends in an ellipsis and stays within it."""
    long = Chart("图", "图", ("云湖区民生实事项目推进工作领导小组办公室", "区交通局"), {"已完成": (1, 2)})
    name = next(word for word in charts.drawing(long, FIGURE, "f").words if word.anchor == "end")
    assert name.text.endswith("…")
    assert len(name.text) * FIGURE.size * 25.4 / 72 <= FIGURE.label


def test_statuses_differ_without_colour() -> None:
    """What is behind is hatched, with its number on a blank ground."""
    svg = ElementTree.fromstring(charts.svg(drawn(), sample.TEMPLATES))
    hatched = [part for part in svg.iter() if part.get("fill", "").startswith("url(#")]
    behind = [number for number in sample.CHART.series["滞后"] if number]
    assert len(hatched) == len(behind) + 1  # and the legend's
    assert len(drawn().plates) == len(behind)


def test_names_are_escaped() -> None:
    """A name with markup characters is drawn as typed."""
    chart = Chart("图", "图", ("甲&乙<丙>", "丁"), {"已完成": (1, 2)})
    svg = charts.svg(charts.drawing(chart, FIGURE, "f"), sample.TEMPLATES)
    assert "甲&乙<丙>" in [part.text for part in ElementTree.fromstring(svg).iter() if part.text]
