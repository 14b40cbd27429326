"""The chart in Word is native: its numbers are the briefing's, in the drawing and in the workbook inside."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from lxml import etree

from reportgen.briefing import Chart
from reportgen.render import theme
from reportgen.render.word import package
from reportgen.render.word.charts import attach_chart, chart_xml, panels
from tests.render import sample

LOOK = theme.load(sample.TEMPLATES / "theme.toml")
FIGURE = LOOK.figures["chart"]
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SERIES = ("已完成", "按序时推进", "滞后")


def chart(bars: int) -> Chart:
    names = tuple(f"项目{number}" for number in range(1, bars + 1))
    return Chart("各项目进展情况", "各项目进展情况。", names, {name: tuple(range(bars)) for name in SERIES})


def drawn(made: Chart) -> list[etree._Element]:
    return [etree.fromstring(chart_xml(panel, "仿宋").encode()) for panel in panels(made, FIGURE, 1)]


def values(series: etree._Element, path: str) -> list[str]:
    return [str(value.text or "") for value in series.findall(f"{C}{path}//{C}v")]


def test_few_bars_make_one_chart() -> None:
    """Names and numbers stand in the drawing as they are in the briefing."""
    (root,) = drawn(chart(3))
    for series, name in zip(root.iter(f"{C}ser"), SERIES, strict=True):
        assert values(series, "tx") == [name]
        assert values(series, "cat") == ["项目1", "项目2", "项目3"]
        assert values(series, "val") == ["0", "1", "2"]


@pytest.mark.parametrize("bars", [FIGURE.columns_from, FIGURE.columns_from + 1])
def test_many_bars_stand_in_two_columns(bars: int) -> None:
    """Both charts together have every bar once, on one scale; an odd number leaves an empty place."""
    left, right = drawn(chart(bars))
    for first, second in zip(left.iter(f"{C}ser"), right.iter(f"{C}ser"), strict=True):
        numbers = values(first, "val") + values(second, "val")
        assert numbers[:bars] == [str(number) for number in range(bars)]
        assert len(values(first, "val")) == len(values(second, "val"))
    assert {root.find(f".//{C}max").get("val") for root in (left, right)} == {str(3 * (bars - 1))}


def test_every_bar_keeps_its_label() -> None:
    """Word leaves out no name of a bar, however close the bars stand, nor does LibreOffice, told that all are level."""
    axes = [root.find(f".//{C}catAx/{C}txPr/{A}bodyPr") for root in drawn(chart(10))]
    assert [axis is not None and axis.get("rot") for axis in axes] == ["0", "0"]
    assert [{skip.get("val") for skip in root.iter(f"{C}tickLblSkip")} for root in drawn(chart(10))] == [{"1"}, {"1"}]


def test_workbook_inside_has_the_same_numbers() -> None:
    """Whoever edits the chart finds its numbers in the sheet that the drawing refers to."""
    document = package.new()
    attach_chart(document, 1, chart(3), FIGURE, LOOK)
    part = next(part for part in document.package.iter_parts() if str(part.partname).endswith(".xlsx"))
    rows = list(openpyxl.load_workbook(io.BytesIO(part.blob))["Sheet1"].iter_rows(values_only=True))
    assert rows[0] == (None, *SERIES)
    assert rows[1:] == [("项目1", 0, 0, 0), ("项目2", 1, 1, 1), ("项目3", 2, 2, 2)]


def test_chart_has_words_for_who_cannot_see_it() -> None:
    """The drawing carries the briefing's description."""
    figure = attach_chart(package.new(), 1, chart(3), FIGURE, LOOK)
    assert 'descr="各项目进展情况。"' in figure.paragraph


def test_same_chart_gives_the_same_bytes() -> None:
    """The workbook inside carries no time of day."""
    blobs = []
    for _ in range(2):
        document = package.new()
        attach_chart(document, 1, chart(3), FIGURE, LOOK)
        blobs.append({str(part.partname): part.blob for part in document.package.iter_parts()})
    assert blobs[0] == blobs[1]
    with zipfile.ZipFile(io.BytesIO(blobs[0]["/word/embeddings/chart1.xlsx"])) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
