"""The named Word styles, made from the theme: one for each class of the page's vocabulary.

A style's id is the class (with a prefix for marks and tables), its name the theme's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.render.theme import Theme
from reportgen.render.theme_parts import PT_PER_MM, Face, Mark, Style, TableStyle, Type
from reportgen.render.word.measures import character, fitted_size, line, pitch, tightening
from reportgen.render.word.wordml import (
    DECLARATION,
    NAMESPACES,
    eighths,
    fonts,
    properties,
    quoted,
    tag,
    twips,
    twips_of_mm,
    value,
)

LANGUAGE = tag("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
# Gaps beside digits would break the grid of 28 characters, and widow control leave a page's last line empty.
# Hanging punctuation is Word's own way, and said: without it, LibreOffice loses some marks that hang.
SETTING = (value("widowControl", 0), value("overflowPunct", 1), value("autoSpaceDE", 0), value("autoSpaceDN", 0))
BOLD = ("<w:b/>", "<w:bCs/>")
NO_SNAP = value("snapToGrid", 0)
ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}
IN_WORDS = {"center": "居中", "right": "居右"}
AIR = 2.0  # pt by which a line is taller than its letters where a rule below is measured from them
PAGE_NUMBER, PAGE_NUMBER_EVEN, FIGURE, ANCHOR = "page-number", "page-number-even", "figure", "anchor"


def mark_id(cls: str) -> str:
    return f"mark-{cls}"


def table_id(cls: str) -> str:
    return f"table-{cls}"


def cell_id(table: str, align: str, *, head: bool = False) -> str:
    """Name the paragraph style of a table's cells: heads, and cells set left, in the middle or right."""
    return f"{table}-head" if head else f"{table}-cell" + ("" if align == "left" else f"-{align}")


def styles_xml(theme: Theme, texts: Mapping[str, str], more: str = "") -> str:
    """Make the styles part. `texts` has the text of each class, for the styles that fit their size to it."""
    return f"{DECLARATION}<w:styles {NAMESPACES}>{''.join(_all(theme, texts))}{more}</w:styles>"


def _all(theme: Theme, texts: Mapping[str, str]) -> Iterator[str]:
    yield from _builtin(theme)
    for key, style in theme.styles.items():
        yield _block(theme, key, style, texts.get(key, ""))
    yield _style("character", "strong", "强调", properties("rPr", *BOLD))
    for key, mark in theme.marks.items():
        yield _mark(key, mark)
    for key, table in theme.tables.items():
        yield from _table(theme, key, table)
    yield from _furniture(theme)


def _builtin(theme: Theme) -> Iterator[str]:
    body = theme.styles["body"]
    letters = _letters(theme.faces[body.face], body.size, LANGUAGE)
    yield f"<w:docDefaults><w:rPrDefault>{letters}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    margins = "".join(tag(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    plain = f"<w:tblPr>{tag('tblInd', w=0, type='dxa')}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    for kind, key, name, rules in (
        ("paragraph", "Normal", "Normal", properties("pPr", *SETTING)),
        ("character", "DefaultParagraphFont", "Default Paragraph Font", ""),
        ("table", "TableNormal", "Normal Table", plain),
        ("numbering", "NoList", "No List", ""),
    ):
        yield f'<w:style w:type="{kind}" w:default="1" w:styleId="{key}">{value("name", name)}{rules}</w:style>'


def _style(kind: str, key: str, name: str, rules: str, base: str = "") -> str:
    based = value("basedOn", base) if base else ""
    opening = f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{quoted(key)}">'
    return f"{opening}{value('name', quoted(name))}{based}<w:qFormat/>{rules}</w:style>"


def _paragraph(key: str, name: str, rules: str, letters: str) -> str:
    return _style("paragraph", key, name, rules + letters, base="Normal")


def _letters(face: Face, size: float, *more: str) -> str:
    half_points = round(size * 2)
    return properties("rPr", fonts(face.word), value("sz", half_points), value("szCs", half_points), *more)


def _spacing(line: int, before: int = 0, after: int = 0) -> str:
    return tag("spacing", before=before, after=after, line=line, lineRule="exact")


def _block(theme: Theme, key: str, style: Style, text: str) -> str:
    grid, step, tight = pitch(theme.sheet), character(theme.sheet, style), tightening(theme.sheet, style)
    height = twips(style.size + AIR) if style.rule else line(theme, style)
    rules = properties(
        "pPr",
        "<w:keepNext/>" if style.keep_next else "",
        *SETTING,
        _rule(style),
        "" if tight else NO_SNAP,
        _spacing(height, round(style.before * grid) + (line(theme, style) - height) // 2, round(style.after * grid)),
        tag("ind", left=round(style.left * step), right=round(style.right * step), firstLine=round(style.first * step)),
        "<w:contextualSpacing/>" if style.hang else "",
        value("jc", ALIGN[style.align]),
        value("outlineLvl", style.outline - 1) if style.outline else "",
    )
    letters = _letters(
        theme.faces[style.face],
        fitted_size(theme.sheet, style, text),
        *(BOLD if style.bold else ()),
        "" if style.colour == "000000" else value("color", style.colour),
        value("spacing", tight) if tight else "",
    )
    return _paragraph(key, style.name, rules, letters)


def _rule(style: Style) -> str:
    if not style.rule:
        return ""
    space = round(style.rule.gap * PT_PER_MM - AIR / 2)
    line = tag("bottom", val="single", sz=eighths(style.rule.width), space=space, color=style.rule.colour)
    return f"<w:pBdr>{line}</w:pBdr>"


def _mark(key: str, mark: Mark) -> str:
    colour = "" if mark.colour == "000000" else value("color", mark.colour)
    return _style("character", mark_id(key), mark.name, properties("rPr", *(BOLD if mark.bold else ()), colour))


def cell_inset(table: TableStyle) -> int:
    """Tell by how much a table's paragraphs are indented instead of its cells' margins, in twips.

    Where no upright rules keep cells apart the table hangs at the page's foot; LibreOffice would move it by a margin.
    """
    return 0 if table.vertical_rules else twips_of_mm(table.padding[1])


def _table(theme: Theme, key: str, table: TableStyle) -> Iterator[str]:
    upright, inset = twips_of_mm(table.padding[0]), cell_inset(table)
    level = twips_of_mm(table.padding[1]) - inset
    sides = {"top": upright, "left": level, "bottom": upright, "right": level}
    margins = "".join(tag(side, w=width, type="dxa") for side, width in sides.items())
    inner = f"<w:tblCellMar>{margins}</w:tblCellMar>"
    rules = properties("tblPr", tag("tblInd", w=0, type="dxa"), _borders(table), inner)
    yield _style("table", table_id(key), table.name, rules, base="TableNormal")
    yield _cell(theme, cell_id(key, "center", head=True), f"{table.name}表头", table.head, "center", inset)
    for align in ("left", "center", "right"):
        name = f"{table.name}内容{IN_WORDS.get(align, '')}"
        yield _cell(theme, cell_id(key, align), name, table.cell, align, inset)


def _borders(table: TableStyle) -> str:
    inner, outer = eighths(table.rule), eighths(table.rule if table.outer_rule is None else table.outer_rule)
    sides = {"top": outer, "left": outer, "bottom": outer, "right": outer, "insideH": inner, "insideV": inner}
    if not table.vertical_rules:
        sides |= dict.fromkeys(("left", "right", "insideV"), 0)
    lines = (
        tag(side, val="single", sz=size, space=0, color="000000") if size else tag(side, val="nil")
        for side, size in sides.items()
    )
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"


def _cell(theme: Theme, key: str, name: str, letters: Type, align: str, inset: int) -> str:
    indent = tag("ind", left=inset, right=inset) if inset else ""
    rules = properties("pPr", *SETTING, NO_SNAP, _spacing(twips(letters.line)), indent, value("jc", ALIGN[align]))
    return _paragraph(key, name, rules, _letters(theme.faces[letters.face], letters.size))


def _furniture(theme: Theme) -> Iterator[str]:
    """Make the styles of what is not in the page's text: page numbers, the picture's line, the closing's anchor."""
    number = theme.page_number
    inset = round(number.inset * twips(number.size))
    for key, name, side in (
        (PAGE_NUMBER, number.name, "right"),
        (PAGE_NUMBER_EVEN, f"{number.name}（双页）", "left"),
    ):
        indent = tag("ind", **{side: inset})
        rules = properties("pPr", *SETTING, NO_SNAP, _spacing(twips(number.size)), indent, value("jc", side))
        yield _paragraph(key, name, rules, _letters(theme.faces[number.face], number.size))
    rules = properties("pPr", "<w:keepNext/>", *SETTING, NO_SNAP, value("jc", "center"))
    yield _paragraph(FIGURE, "图", rules, "")
    rules = properties("pPr", *SETTING, NO_SNAP, _spacing(twips(1)))
    yield _paragraph(ANCHOR, "版记定位", rules, properties("rPr", value("sz", 2), value("szCs", 2)))
