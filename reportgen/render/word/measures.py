"""The theme's measures in Word's units: the page, the grid of characters and lines, and indents in characters."""

from __future__ import annotations

from math import floor

from reportgen.render.theme import Theme
from reportgen.render.theme_parts import PT_PER_MM, Sheet, Style
from reportgen.render.word.wordml import TWIPS_PER_MM, TWIPS_PER_PT, twips, twips_of_mm


def text_width(sheet: Sheet, *, landscape: bool = False) -> int:
    """Width of the type area in twips, as Word gets it from the paper less the margins."""
    if landscape:
        return twips_of_mm(sheet.height) - twips_of_mm(sheet.bottom) - twips_of_mm(sheet.top)
    return twips_of_mm(sheet.width) - twips_of_mm(sheet.left) - twips_of_mm(sheet.right)


def text_height(sheet: Sheet, *, landscape: bool = False) -> int:
    """Height of the type area in twips."""
    return text_width(sheet, landscape=not landscape)  # a turned sheet is as high as an upright one is wide


def pitch(sheet: Sheet) -> int:
    """Height of a line of the grid: rounded down, since half a line too much loses a whole one."""
    return floor(text_height(sheet) / sheet.lines)


def tightening(sheet: Sheet, style: Style) -> int:
    """Tell by how many twips letters of the grid's own size must be set closer to fill it (0 or less)."""
    excess = sheet.chars * twips(style.size) - text_width(sheet)
    on_grid = style.line is None and 0 < excess < twips(style.size)
    return -(-excess // sheet.chars) * -1 if on_grid else 0


def character(sheet: Sheet, style: Style) -> int:
    """Width of a hanzi of a style, in twips."""
    return twips(style.size) + tightening(sheet, style)


def line(theme: Theme, style: Style) -> int:
    """Height of a style's lines in twips."""
    return pitch(theme.sheet) if style.line is None else twips(style.line)


def fitted_size(sheet: Sheet, style: Style, text: str) -> float:
    """Shrink a style's size, where it asks so, until the longest line of a text fits into the type area."""
    longest = max((len(part) for part in text.split("\n")), default=0)
    if not style.fit or not longest:
        return style.size
    return min(style.size, floor(2 * text_width(sheet) / TWIPS_PER_PT / longest) / 2)


def footer_distance(theme: Theme) -> int:
    """Distance of the page number's lower edge from the paper's, so that its dash stands at the theme's drop."""
    number = theme.page_number
    return floor((theme.sheet.bottom - number.drop - number.size / PT_PER_MM / 2) * TWIPS_PER_MM)
