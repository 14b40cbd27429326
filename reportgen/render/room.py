"""Whether the measures of a theme leave room for the text on both sheets, the upright and the turned one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.render.theme_parts import Figure, PageNumber, Sheet, Style, TableStyle

Fault = tuple[tuple[str, ...], str]

# Neither side of the type area is shorter, in mm: sixteen letters of a text, or six columns of a table.
LEAST = 90
# A line takes so many letters at least: a title is then not parted within its words, a date (2025年12月31日) never.
LETTERS = 12
# So many letters of a table's cells side by side are five columns or six of the three letters that none is without.
ABREAST = 20
# A page takes so many lines of any kind; fewer, and a heading with the line that it keeps would fill one.
LINES = 4
# How much narrower or wider than the body's letters the cells of the grid may be, by which all indents are measured.
NARROWEST, WIDEST = 0.75, 1.5
# The share of a line that indents may take, and of a page's lines the space about a paragraph.
LARGEST_SHARE = 0.5


def faults(
    sheet: Sheet,
    number: PageNumber,
    styles: Mapping[str, Style],
    tables: Mapping[str, TableStyle],
    figures: Mapping[str, Figure],
) -> Iterator[Fault]:
    """Tell what has no room, with the key to mend; what comes first makes the rest of little meaning."""
    if told := cramped(sheet):
        yield ("sheet",), f"{told}; make them smaller, or the sheet larger"
    yield from _of_grid(sheet, styles)
    yield from _in_styles(sheet, styles)
    yield from _in_tables(sheet, tables)
    yield from _of_number(sheet, number)
    yield from _of_charts(sheet, figures)


def cramped(sheet: Sheet) -> str:
    """Say that a sheet's margins leave too little; nothing if they do not."""
    width, height = _sides(sheet)
    if min(width, height) >= LEAST:
        return ""
    return f"the margins leave {width:.3g} by {height:.3g} mm for the text, of {LEAST} by {LEAST} at least"


def _sides(sheet: Sheet) -> tuple[float, float]:
    """The type area's width and height in mm."""
    return sheet.width - sheet.left - sheet.right, sheet.height - sheet.top - sheet.bottom


def _side(sheet: Sheet) -> float:
    """The type area's shorter side in pt: the height of a page or the width of a line, as the sheet lies."""
    return min(sheet.text_width, sheet.text_height)


def _in_styles(sheet: Sheet, styles: Mapping[str, Style]) -> Iterator[Fault]:
    for name, style in styles.items():
        key = ("styles", name)
        if not style.fit:
            yield from _letters((*key, "size"), sheet, style.size, LETTERS)
        yield from _leading((*key, "line"), sheet, style.size, sheet.line(style))
        yield from _about(key, sheet, style)


def _in_tables(sheet: Sheet, tables: Mapping[str, TableStyle]) -> Iterator[Fault]:
    for name, table in tables.items():
        for part, letters in table.letters.items():
            yield from _letters(("tables", name, part), sheet, letters.size, ABREAST)
            yield from _leading(("tables", name, part), sheet, letters.size, letters.line)


def _letters(key: tuple[str, ...], sheet: Sheet, size: float, least: int) -> Iterator[Fault]:
    if size * least > _side(sheet):
        taken = f"the type area's shorter side takes {int(_side(sheet) / size)} letters of {size:g} pt, not {least}"
        yield key, f"{taken}; make the letters smaller, or the margins of the sheet"


def _leading(key: tuple[str, ...], sheet: Sheet, size: float, line: float) -> Iterator[Fault]:
    if line < size:
        yield key, f"letters of {size:g} pt would overlap in lines of {line:.3g} pt; make these as high at least"
    if line * LINES > _side(sheet):
        yield key, f"a page must hold {LINES} lines, and these are {line:.3g} pt high; make them lower"


def _about(key: tuple[str, ...], sheet: Sheet, style: Style) -> Iterator[Fault]:
    """Look at the space left of a paragraph's letters, right of them, above and below."""
    indents = style.first + style.left + style.right + style.hang + style.offset
    if indents * sheet.cell > LARGEST_SHARE * _side(sheet):
        yield key, f"indents of {indents:g} characters take more than half of a line; make them smaller"
    if style.before + style.after > LARGEST_SHARE * sheet.lines:
        yield key, "the lines before and after take more than half of a page; make them fewer"


def _of_grid(sheet: Sheet, styles: Mapping[str, Style]) -> Iterator[Fault]:
    """Hold the grid against the letters of the text."""
    if (body := styles.get("body")) is None:
        yield ("styles",), "there is no style named body, which the text is set in; add it"
    elif not NARROWEST * body.size <= sheet.cell <= WIDEST * body.size:
        cells = f"so many make the grid's cells {sheet.cell:.3g} pt wide, for letters of {body.size:g} pt"
        yield ("sheet", "chars"), f"{cells}; write about {sheet.text_width / body.size:.0f}"


def _of_number(sheet: Sheet, number: PageNumber) -> Iterator[Fault]:
    if number.drop > sheet.bottom:
        yield ("page_number", "drop"), "the number would stand below the sheet's edge; make it less than sheet.bottom"


def _of_charts(sheet: Sheet, figures: Mapping[str, Figure]) -> Iterator[Fault]:
    width, _ = _sides(sheet)
    for name, figure in figures.items():
        if not figure.label < LARGEST_SHARE * figure.width:
            yield ("figures", name, "label"), "the names take more than half of the chart; make it less"
        if round(figure.width - width, 3) > 0:
            yield ("figures", name, "width"), f"the chart is wider than the type area ({width:g} mm); make it no wider"
