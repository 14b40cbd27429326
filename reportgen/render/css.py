"""The style sheet of the PDF, written from the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from reportgen.render.fonts import Fonts
from reportgen.render.theme import Theme
from reportgen.render.theme_parts import PT_PER_MM, WHITE, Column, Mark, Section, Sheet, Style, TableStyle

# Measured on FandolSong and FandolFang, in em: the middle of the dash — below the top of its line, and how much nearer
# than half the leading the ink of hanzi comes to the foot of its line.
DASH_MIDDLE = 0.506
INK_BELOW = 0.064
# A turned page number needs a square box to turn in, in mm; it holds a number of five digits.
TURNED_BOX = 30.0

BASE = """html,body{margin:0;padding:0}
body{font-kerning:none;font-variant-ligatures:none;hyphens:none}
h1,h2,h3,p,figure,figcaption,table{margin:0;padding:0;font-weight:normal}
h1,h2,h3,p,figcaption,th,td{white-space:pre;orphans:1;widows:1}
strong{font-weight:bold}
table{border-collapse:collapse;table-layout:fixed;width:100%}
th,td{font-weight:normal;vertical-align:middle;text-align:left}
thead{display:table-header-group}
tr{break-inside:avoid}
.new-page{break-before:page}
.substitute{line-height:0}
.foot{position:absolute;bottom:0;left:0;right:0}
div.plain,div.plain section{page:plain}
.leaf{height:1pt;break-after:page}
figure{break-inside:avoid}
figure img{display:block;margin:0 auto}
"""


def style_sheet(theme: Theme, fonts: Fonts) -> str:
    """Write the style sheet for a theme printed with these fonts."""
    parts = [BASE, fonts.font_faces(), *_pages(theme, fonts)]
    parts += [_section(name, section) for name, section in theme.sections.items()]
    parts += [_style(theme, name, style, fonts) for name, style in theme.styles.items()]
    parts += [_mark(name, mark) for name, mark in theme.marks.items()]
    for name, table in theme.tables.items():
        parts += _table(name, table, fonts)
    return "\n".join(parts)


def usual_spacing(sheet: Sheet, size: float) -> float:
    """Tell the spacing between letters that sets type of this size on the grid, in pt; 0 for other sizes."""
    spacing = sheet.cell - size
    return spacing if abs(spacing) < 0.02 * size else 0.0


def _pages(theme: Theme, fonts: Fonts) -> Iterator[str]:
    sheet, number = theme.sheet, theme.page_number
    margins = (sheet.top, sheet.right, sheet.bottom, sheet.left)
    # The head of a turned table faces the left edge of the upright sheet.
    turned = (sheet.left, sheet.top, sheet.right, sheet.bottom)
    text = f"content:'{number.before}' counter(page) '{number.after}'"
    face = f"font:{number.size}pt/{number.size}pt {fonts.family(number.face)};white-space:pre"
    inset = number.size * number.inset
    upright = (
        f"{text};{face};vertical-align:top;width:60mm;"
        f"padding-top:{number.drop - DASH_MIDDLE * number.size / PT_PER_MM:.3f}mm"
    )
    yield f"@page{{size:{sheet.width}mm {sheet.height}mm;margin:{_mm(margins)}}}"
    yield f"@page :right{{@bottom-right{{{upright};text-align:right;padding-right:{inset}pt}}}}"
    yield f"@page :left{{@bottom-left{{{upright};text-align:left;padding-left:{inset}pt}}}}"
    middle = (DASH_MIDDLE - 0.5) * number.size / PT_PER_MM
    before = sheet.bottom - number.drop + middle - TURNED_BOX / 2
    box = (
        f"{text};{face};box-sizing:border-box;width:{TURNED_BOX}mm;height:{TURNED_BOX}mm;vertical-align:middle;"
        f"margin-left:{before:.3f}mm;margin-right:{sheet.bottom - before - TURNED_BOX:.3f}mm;transform:rotate(90deg)"
    )
    yield "@page plain:right{@bottom-right{content:none}}@page plain:left{@bottom-left{content:none}}"
    yield f"@page landscape{{size:{sheet.height}mm {sheet.width}mm;margin:{_mm(turned)}}}"
    yield (
        "@page landscape:right{@bottom-right{content:none}"
        f"@left-bottom{{{box};text-align:right;padding-right:{inset}pt}}}}"
    )
    yield (
        f"@page landscape:left{{@bottom-left{{content:none}}@left-top{{{box};text-align:left;padding-left:{inset}pt}}}}"
    )


def _mm(lengths: Sequence[float]) -> str:
    return " ".join(f"{length}mm" for length in lengths)


def _section(name: str, section: Section) -> str:
    rules = ["break-before:page"] if section.new_page else []
    # All upright sections share one name, since a change of name begins a page.
    rules += [f"page:{'landscape' if section.landscape else 'upright'}"]
    rules += ["break-inside:avoid"] if section.foot else []
    return f"section.{name}{{{';'.join(rules)}}}"


def _style(theme: Theme, name: str, style: Style, fonts: Fonts) -> str:
    pitch = theme.sheet.pitch
    rules = [
        f"font:{style.size}pt/{on_grid(theme.sheet.line(style))}pt {fonts.family(style.face)}",
        f"color:#{style.colour}",
        f"letter-spacing:{usual_spacing(theme.sheet, style.size):.4f}pt",
        f"text-align:{'left' if style.align == 'justify' else style.align}",
        f"margin-top:{on_grid(style.before * pitch)}pt",
        f"margin-bottom:{on_grid(style.after * pitch)}pt",
        *_bookmark(style),
        *_rule(theme, style),
    ]
    rules += ["break-after:avoid"] if style.keep_next else []
    rules += ["break-before:avoid;break-inside:avoid"] if style.keep_previous else []
    rules += ["font-weight:bold"] if style.bold else []
    return f".{name}{{{';'.join(rules)}}}"


def on_grid(length: float) -> float:
    """Round down: 22 lines must not be higher than the type area."""
    return floor(length * 1e5) / 1e5


def _bookmark(style: Style) -> list[str]:
    if not style.outline:
        return ["bookmark-level:none"]
    return [f"bookmark-level:{style.outline}", "bookmark-label:attr(data-label)"]


def _rule(theme: Theme, style: Style) -> list[str]:
    """Draw a line below a paragraph without moving what follows off the grid."""
    if style.rule is None:
        return []
    below_text = (theme.sheet.line(style) - style.size) / 2 - INK_BELOW * style.size
    gap = style.rule.gap * PT_PER_MM - below_text
    left_over = theme.sheet.pitch - gap - style.rule.width
    return [
        f"padding-bottom:{on_grid(gap)}pt",
        f"border-bottom:{style.rule.width}pt solid #{style.rule.colour}",
        f"margin-bottom:{on_grid(left_over + (style.after - 1) * theme.sheet.pitch)}pt",
    ]


def _mark(name: str, mark: Mark) -> str:
    rules = [f"color:#{mark.colour}"] if mark.colour != "000000" else []
    rules += ["font-weight:bold"] if mark.bold else []
    ground = f"\n.on-{name}{{background:#{mark.ground}}}" if mark.ground != WHITE else ""
    return f"span.{name}{{{';'.join(rules)}}}{ground}"


def _table(name: str, table: TableStyle, fonts: Fonts) -> Iterator[str]:
    upright, level = table.padding
    sides = f"{table.rule}pt solid #000"
    border = f"border:{sides}" if table.vertical_rules else f"border-top:{sides};border-bottom:{sides}"
    yield f"table.{name} th,table.{name} td{{padding:{upright}mm {level}mm;{border}}}"
    if table.outer_rule is not None:
        outer = f"{table.outer_rule}pt solid #000"
        yield f"table.{name}{{border-top:{outer};border-bottom:{outer}}}"
    for tag, letters in (("th", table.head), ("td", table.cell)):
        yield f"table.{name} {tag}{{font:{letters.size}pt/{letters.line}pt {fonts.family(letters.face)}}}"
    yield f"table.{name} th{{text-align:center}}"
    yield from (_column(name, key, column) for key, column in table.columns.items() if column.align != "left")


def _column(table: str, key: str, column: Column) -> str:
    return f"table.{table} td.{key}{{text-align:{column.align}}}"
