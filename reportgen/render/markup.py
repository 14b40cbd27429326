"""The whole page as markup for the PDF: blocks in set lines, tables cut where pages end, charts drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from itertools import chain
from math import inf

from reportgen.render import paging, rows
from reportgen.render.blocks import co_signer, ground, keeps_previous
from reportgen.render.css import on_grid, usual_spacing
from reportgen.render.flow import Flow
from reportgen.render.metrics import Widths
from reportgen.render.theme import Theme
from reportgen.render.theme_parts import Section
from reportgen.render.tree import Element, neighbours
from reportgen.render.typeset import Block, Run, SetLine, Setter, is_two_sided, markup, parted, spans

# Space around a table or figure that stands in the text, as a share of the grid's line.
AROUND = 0.2
# Smaller differences from the grid, in pt, are rounding.
GRID_ERROR = 0.5


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: its address, the words for who cannot see it, and its height in pt."""

    address: str
    words: str
    height: float


Draw = Callable[[Element], Picture]


def sections(root: Element, theme: Theme, widths: Mapping[str, Widths], draw: Draw) -> list[str]:
    """Write the sections of an article, each by itself."""
    writer = _Writer(theme, Setter.of(theme, widths), draw)
    return ["\n".join(writer.section(section, after)) for section, _, after in neighbours(root.elements)]


@dataclass(slots=True)
class _Writer:
    """Writes sections, keeping count of what stands above each table and line on its page."""

    theme: Theme
    setter: Setter
    draw: Draw
    flow: Flow = field(init=False)
    landscape: bool | None = None
    rest: float = 0.0  # what is to stand below a section's table on its last page

    def section(self, node: Element, after: Element | None = None) -> Iterator[str]:
        section = self.theme.sections[node.cls]
        self.rest = self._at_foot(after) if after is not None and not section.landscape else 0.0
        width, height = self._room(section)
        if section.new_page or section.foot or section.landscape != self.landscape:
            self.flow, self.landscape = Flow(inf if section.foot else height), section.landscape
        self.setter = replace(self.setter, room=width)
        inner = [
            part
            for child, before, after in neighbours(node.elements)
            for part in self._child(section, child, before, after)
        ]
        if not section.foot:
            yield f'<section class="{node.cls}">'
            yield from inner
            yield "</section>"
            return
        yield f'<section class="{node.cls}" style="height:{self.flow.used:.3f}pt"><div class="foot">'
        yield from inner
        yield "</div></section>"

    def _at_foot(self, node: Element) -> float:
        """Measure a section that is to stand at the foot of this one's last page; 0 for any other."""
        if not self.theme.sections[node.cls].foot:
            return 0.0
        writer = _Writer(self.theme, self.setter, self.draw)
        list(writer.section(node))
        return writer.flow.used

    def _child(self, section: Section, node: Element, before: Element | None, after: Element | None) -> Iterator[str]:
        if node.tag == "table":
            yield from self._table(section, node)
        elif node.tag == "figure":
            yield from self._figure(node)
        else:
            yield self._block(self.setter.block(node, co_signer(self.theme, node, before, after)), after)

    def _block(self, block: Block, after: Element | None = None) -> str:
        style, sheet = block.style, self.theme.sheet
        usual = usual_spacing(sheet, block.size)
        rules = _indents(block, sheet.cell)
        rules += [f"font-size:{block.size}pt"] if block.size != style.size else []
        label = f' data-label="{escape(_bookmark(block.node, after))}"' if style.outline else ""
        above = style.before * sheet.pitch
        short = self.flow.to_grid(sheet.pitch, GRID_ERROR, above + sheet.pitch) if style.line is None else 0.0
        above += short
        rules += [f"margin-top:{on_grid(above)}pt"] if short else []
        # A block that takes the end of this one to its page takes no lone line.
        rules += ["widows:2"] if keeps_previous(self.theme, after) else []
        style_attribute = f' style="{";".join(rules)}"' if rules else ""
        inner = self._sides(block) if is_two_sided(block.node) else markup(block.lines, usual)
        lines = inner.count("\n") + 1
        self.flow.take(
            [self.theme.sheet.line(style)] * lines, before=above, after=style.after * sheet.pitch, keeps=style.keep_next
        )
        return f'<{block.node.tag} class="{block.node.cls}"{label}{style_attribute}>{inner}</{block.node.tag}>'

    def _sides(self, block: Block) -> str:
        """Set the parts of lines at their left and right edge."""
        return "\n".join(self._sided(block, line) for line in block.lines)

    def _sided(self, block: Block, line: SetLine) -> str:
        widths, em = self.setter.widths[block.style.face], block.size
        usual = usual_spacing(self.theme.sheet, em)
        inner, end = "", 0.0
        for run in line.runs:
            (part,) = run.within
            inset = self.theme.marks[part.cls].inset * em
            width = widths.total(run.text) * em + (len(run.text) - 1) * usual
            start = self.setter.room - inset - width if part.cls == "right" else inset
            words = spans(parted(Run(run.text), widths.foreign))
            inner += f'<span class="{part.cls}" style="margin-left:{start - end:.3f}pt">{words}</span>'
            end = start + width + usual
        return inner

    def _figure(self, node: Element) -> Iterator[str]:
        picture = self.draw(node)
        gap = AROUND * self.theme.sheet.pitch
        self.flow.take([picture.height], before=gap, keeps=True)
        yield f'<figure class="{node.cls}" style="margin-top:{gap:.4f}pt">'
        yield f'<img src="{escape(picture.address)}" alt="{escape(picture.words)}">'
        for child in node.elements:
            yield self._block(self.setter.block(child))
        self.flow.off_grid = True
        yield "</figure>"

    def _table(self, section: Section, node: Element) -> Iterator[str]:
        style = self.theme.tables[node.cls]
        _, height = self._room(section)
        geometry = rows.grid(node, style, self.setter.room)
        heads, groups = (rows.groups(node, tag, geometry, self.setter) for tag in ("thead", "tbody"))
        head = rows.height(chain(*heads)) + (style.outer_rule or style.rule)
        whole = head + rows.height(chain(*groups))
        if section.new_page:
            used = self.flow.used + head
            parts = paging.paginate(groups, geometry, self.setter, used=used, page=height, head=head, rest=self.rest)
        else:
            parts = [rows.Part(tuple(group)) for group in groups]
        held = whole <= paging.TOGETHER * height
        paging.count(parts, head, self.flow, whole=held)
        together = ' style="break-inside:avoid"' if held else ""
        yield f'<table class="{node.cls}"{together}><colgroup>'
        yield "".join(f'<col style="width:{column:.3f}pt">' for column in geometry.widths)
        yield "</colgroup>"
        for group in heads:
            yield f"<thead>{''.join(_row(row, geometry, self.theme) for row in group)}</thead>"
        for part in parts:
            opening = '<tbody class="new-page">' if part.new_page else "<tbody>"
            yield f"{opening}{''.join(_row(row, geometry, self.theme) for row in part.rows)}</tbody>"
        yield "</table>"

    def _room(self, section: Section) -> tuple[float, float]:
        """Give the width and height of the type area in a section."""
        sheet = self.theme.sheet
        upright = (sheet.text_width, sheet.text_height)
        return upright[::-1] if section.landscape else upright


def _bookmark(node: Element, after: Element | None) -> str:
    """Name a bookmark by its heading; an annex's number takes the title below it along."""
    named = [node, after] if node.tag == "p" and after is not None and after.tag == "h1" else [node]
    return " ".join(part.text.replace("\n", "") for part in named)


def _indents(block: Block, cell: float) -> list[str]:
    place = block.place
    rules = []
    if place.left:
        rules.append(f"padding-left:{place.left * cell:.4f}pt")
    if place.first != place.left:
        rules.append(f"text-indent:{(place.first - place.left) * cell:.4f}pt")
    if place.right and block.style.align == "right":
        rules.append(f"padding-right:{place.right * cell:.4f}pt")
    return rules


def _row(row: rows.Row, geometry: rows.Grid, theme: Theme) -> str:
    # A row's own height would hold for cells that end in it but begin above; that of one of its own cells does not.
    stretched = next((cell for cell in row.cells if cell.rows == 1), None) if row.air else None
    inner = row.height - geometry.height(0, geometry.style.cell)
    cells = (_cell(cell, geometry, theme, inner if cell is stretched else 0.0) for cell in row.cells)
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: rows.Cell, geometry: rows.Grid, theme: Theme, height: float) -> str:
    column = geometry.columns[cell.column] if cell.columns == 1 else ""
    look = geometry.style.columns.get(column)
    ranged = column if look is not None and look.align != "left" and cell.node.tag == "td" else ""
    mark = ground(cell.node, theme)
    classes = " ".join(filter(None, (ranged, mark and f"on-{mark}")))
    attributes = f' class="{classes}"' if classes else ""
    attributes += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    attributes += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    attributes += f' style="height:{height:.3f}pt"' if height else ""
    return f"<{cell.node.tag}{attributes}>{markup(cell.lines, 0.0)}</{cell.node.tag}>"
