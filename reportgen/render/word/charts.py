"""Charts that Word can edit: stacked bars in DrawingML, with their numbers in a workbook inside."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from reportgen.render.theme import Theme
from reportgen.render.theme_parts import Figure as Look
from reportgen.render.theme_parts import Fill
from reportgen.render.word.package import RELATIONSHIPS, add
from reportgen.render.word.styles import FIGURE
from reportgen.render.word.wordml import DECLARATION, EMU_PER_MM, A, R, paragraph, quoted, twips_of_mm

if TYPE_CHECKING:
    from docx.opc.part import Part

    from reportgen.briefing import Chart

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET = "Sheet1"
DATA = "rId1"  # the relationship of the numbers' workbook
CATEGORIES, VALUES = 1, 2  # the axes
LEGEND = 7.0  # height in mm
LEAST_BARS = 4  # in a lower chart the names of the bars would not fit beside them
APART = 0.5  # mm that each chart leaves free, so that two of them surely stand beside each other
EMU_PER_PT = 12_700


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart of some of the categories; `most` is the length of the longest bar of all, so that bars compare."""

    number: int
    chart: Chart
    look: Look
    most: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart in the package: the paragraph that shows it, and its height in twips."""

    paragraph: str
    height: int


def attach_chart(document: Part, number: int, chart: Chart, look: Look, theme: Theme) -> Figure:
    """Add a chart and its workbook to the package.

    Where the theme sets the bars in two columns, as in the PDF, each is a chart of its own beside the other.
    """
    face = theme.faces[look.face].word
    made = panels(chart, look, number)
    pictures = [_picture(panel, _attach(document, panel, face)) for panel in made]
    return Figure(paragraph(FIGURE, "".join(pictures)), twips_of_mm(_height(made[0].chart, look)))


def panels(chart: Chart, look: Look, number: int) -> tuple[Panel, ...]:
    """Part a chart into the columns that the theme asks for; `number` is the first panel's."""
    halves = _halves(chart) if len(chart.categories) >= look.columns_from else (chart,)
    narrowed = look.model_copy(update={"width": look.width / len(halves) - APART})
    return tuple(Panel(at, half, narrowed, chart.longest) for at, half in enumerate(halves, number))


def _halves(chart: Chart) -> tuple[Chart, Chart]:
    """Part a chart's categories in two; the second gets an empty bar if it lacks one."""
    rows = -(-len(chart.categories) // 2)
    lacking = 2 * rows - len(chart.categories)
    first = {name: values[:rows] for name, values in chart.series.items()}
    second = {name: values[rows:] + (0,) * lacking for name, values in chart.series.items()}
    return (
        replace(chart, categories=chart.categories[:rows], series=first),
        replace(chart, categories=chart.categories[rows:] + ("",) * lacking, series=second, alt=f"{chart.title}（续）"),
    )


def _attach(document: Part, panel: Panel, face: str) -> str:
    part = add(document.package, f"/word/charts/chart{panel.number}.xml", CHART_TYPE, chart_xml(panel, face))
    name = f"/word/embeddings/chart{panel.number}.xlsx"
    part.load_rel(RELATIONSHIPS + "package", add(document.package, name, WORKBOOK_TYPE, _workbook(panel.chart)), DATA)
    return document.relate_to(part, RELATIONSHIPS + "chart")


def _workbook(chart: Chart) -> bytes:
    """Put the numbers into a workbook, for whoever edits the chart."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        sheet = book.add_worksheet(SHEET)
        sheet.write_row(0, 1, list(chart.series))
        for row, name in enumerate(chart.categories, 1):
            sheet.write_row(row, 0, [name, *(values[row - 1] for values in chart.series.values())])
    return stream.getvalue()


def _height(chart: Chart, look: Look) -> float:
    return LEGEND + max(LEAST_BARS, len(chart.categories)) * (look.bar + look.gap)


def _picture(panel: Panel, relation: str) -> str:
    """Make the run of a chart, with words for who cannot see it."""
    look, chart = panel.look, panel.chart
    width = round(look.width * EMU_PER_MM)
    height = round(_height(chart, look) * EMU_PER_MM)
    shown = (
        f'<a:graphic><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{relation}"/></a:graphicData></a:graphic>'
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{panel.number}" name="{quoted(chart.title)}" '
        f'descr="{quoted(chart.alt)}"/><wp:cNvGraphicFramePr/>{shown}</wp:inline></w:drawing></w:r>'
    )


def chart_xml(panel: Panel, face: str) -> str:
    """Draw stacked level bars, first category uppermost, each part with its number unless that is 0."""
    chart, look = panel.chart, panel.look
    letters = _letters(face, look.size)
    gap = round(100 * look.gap / look.bar)
    bars = "".join(_series(index, chart, look, face) for index in range(len(chart.series)))
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">{_val("date1904", 0)}'
        f"{_val('roundedCorners', 0)}<c:chart>{_val('autoTitleDeleted', 1)}<c:plotArea><c:layout/>"
        f"<c:barChart>{_val('barDir', 'bar')}{_val('grouping', 'stacked')}{_val('varyColors', 0)}{bars}"
        f"{_val('gapWidth', gap)}{_val('overlap', 100)}{_val('axId', CATEGORIES)}{_val('axId', VALUES)}</c:barChart>"
        f"{_category_axis(face, look.size)}{_value_axis(panel.most)}</c:plotArea>"
        f"<c:legend>{_val('legendPos', 't')}{_val('overlay', 0)}</c:legend>{_val('plotVisOnly', 1)}"
        f"{_val('dispBlanksAs', 'gap')}</c:chart>"
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{letters}"
        f'<c:externalData r:id="{DATA}">{_val("autoUpdate", 0)}</c:externalData></c:chartSpace>'
    )


def _val(name: str, value: str | int) -> str:
    return f'<c:{name} val="{value}"/>'


def _letters(face: str, size: float, colour: str = "000000", turned: str = "") -> str:
    name = quoted(face)
    faces = "".join(f'<a:{script} typeface="{name}"/>' for script in ("latin", "ea", "cs"))
    run = f'sz="{round(size * 2) * 50}" b="0"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>{faces}'
    line = f'<a:p><a:pPr><a:defRPr {run}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p>'
    return f"<c:txPr><a:bodyPr{turned}/><a:lstStyle/>{line}</c:txPr>"


def _series(index: int, chart: Chart, look: Look, face: str) -> str:
    name, values = list(chart.series.items())[index]
    fill = look.fills[index % len(look.fills)]
    column, last = chr(ord("B") + index), len(values) + 1
    return (
        f"<c:ser>{_val('idx', index)}{_val('order', index)}"
        f"<c:tx>{_texts(f'{SHEET}!${column}$1', [name])}</c:tx>{_filled(fill)}{_val('invertIfNegative', 0)}"
        f"{_labels(fill, look, face)}<c:cat>{_texts(f'{SHEET}!$A$2:$A${last}', chart.categories)}</c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{''.join(_points(map(str, values), len(values)))}"
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def _texts(place: str, texts: Iterable[str]) -> str:
    listed = list(texts)
    return f"<c:strRef><c:f>{place}</c:f><c:strCache>{''.join(_points(listed, len(listed)))}</c:strCache></c:strRef>"


def _points(texts: Iterable[str], count: int) -> Iterator[str]:
    yield _val("ptCount", count)
    for index, text in enumerate(texts):
        yield f'<c:pt idx="{index}"><c:v>{quoted(text)}</c:v></c:pt>'


def _filled(fill: Fill) -> str:
    """Fill a bar, hatched ones so that a photocopy tells them apart."""
    colour, edge = (f'<a:srgbClr val="{value}"/>' for value in (fill.colour, fill.edge))
    ground = f"<a:solidFill>{colour}</a:solidFill>"
    if fill.pattern == "hatch":
        white = '<a:srgbClr val="FFFFFF"/>'
        ground = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{colour}</a:fgClr><a:bgClr>{white}</a:bgClr></a:pattFill>'
    line = f'<a:ln w="{EMU_PER_PT // 2}"><a:solidFill>{edge}</a:solidFill></a:ln>'
    return f"<c:spPr>{ground}{line}</c:spPr>"


def _labels(fill: Fill, look: Look, face: str) -> str:
    """Put the number into a bar's part, on a white plate where the ground is hatched."""
    plate = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>' if fill.pattern == "hatch" else ""
    parts = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    flags = "".join(_val(f"show{part}", int(part == "Val")) for part in parts)
    return (
        f'<c:dLbls><c:numFmt formatCode="0;;;" sourceLinked="0"/>{plate}{_letters(face, look.size, fill.text)}'
        f"{_val('dLblPos', 'ctr')}{flags}</c:dLbls>"
    )


def _category_axis(face: str, size: float) -> str:
    """Name the bars. LibreOffice leaves out names that stand close to each other, unless told how they are turned."""
    letters = _letters(face, size, turned=' rot="0"')
    return (
        f"<c:catAx>{_val('axId', CATEGORIES)}<c:scaling>{_val('orientation', 'maxMin')}</c:scaling>{_val('delete', 0)}"
        f'{_val("axPos", "l")}<c:numFmt formatCode="General" sourceLinked="0"/>{_val("majorTickMark", "none")}'
        f"{_val('minorTickMark', 'none')}{_val('tickLblPos', 'low')}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{letters}"
        f"{_val('crossAx', VALUES)}{_val('crosses', 'autoZero')}{_val('auto', 0)}{_val('lblAlgn', 'ctr')}"
        f"{_val('lblOffset', 100)}{_val('tickLblSkip', 1)}{_val('noMultiLvlLbl', 1)}</c:catAx>"
    )


def _value_axis(most: int) -> str:
    """Hide the axis of numbers, which the bars' own numbers make needless; it ends with the longest bar."""
    return (
        f"<c:valAx>{_val('axId', VALUES)}<c:scaling>{_val('orientation', 'minMax')}{_val('max', most)}{_val('min', 0)}"
        f'</c:scaling>{_val("delete", 1)}{_val("axPos", "t")}<c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{_val('majorTickMark', 'none')}{_val('minorTickMark', 'none')}{_val('tickLblPos', 'nextTo')}"
        f"{_val('crossAx', CATEGORIES)}{_val('crosses', 'autoZero')}{_val('crossBetween', 'between')}</c:valAx>"
    )
