"""The parts of a theme, each a strict model: the sheet, its faces and styles, marks, charts and tables."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from reportgen import tomlfile
from reportgen.tomlfile import Section as Model

Align = Literal["left", "center", "right", "justify"]
Colour = Annotated[str, tomlfile.written(r"[0-9A-F]{6}", "a colour; write it as FF0000, in capitals")]
Length = Annotated[float, Field(ge=0, le=1000)]
Letters = Annotated[float, Field(ge=4, le=100)]  # pt; what is smaller cannot be read
Leading = Annotated[float, Field(ge=4, le=200)]  # pt, from line to line
Indent = Annotated[float, Field(ge=0, le=30)]  # characters
Space = Annotated[float, Field(ge=0, le=30)]  # lines
Stroke = Annotated[float, Field(ge=0, le=10)]  # pt
Gap = Annotated[float, Field(ge=0, le=20)]  # mm
PT_PER_MM = 72 / 25.4
WHITE = "FFFFFF"


class Sheet(Model):
    """The portrait sheet and its type area, in mm."""

    width: Length
    height: Length
    top: Length
    right: Length
    bottom: Length
    left: Length
    lines: Annotated[int, Field(ge=5, le=100)]
    chars: Annotated[int, Field(ge=5, le=100)]

    @property
    def text_width(self) -> float:
        """Width of the type area in pt."""
        return (self.width - self.left - self.right) * PT_PER_MM

    @property
    def text_height(self) -> float:
        """Height of the type area in pt."""
        return (self.height - self.top - self.bottom) * PT_PER_MM

    @property
    def pitch(self) -> float:
        """Height of one of the grid's lines in pt."""
        return self.text_height / self.lines

    @property
    def cell(self) -> float:
        """Width of one of the grid's characters in pt."""
        return self.text_width / self.chars

    def line(self, style: Style) -> float:
        """Tell a style's line height in pt: its own, or the grid's."""
        return self.pitch if style.line is None else style.line


class PageNumber(Model):
    """The page number: `drop` in mm below the type area, `inset` in characters from the outer edge."""

    name: str
    face: str
    size: Letters
    drop: Length
    inset: Indent
    before: str
    after: str


class Face(Model):
    """A role's typeface: its names in Word, and the families to print with, best first.

    `word_wide` has the hanzi beyond GB2312, `word_rare` those beyond the first 65,536 characters. `stand_ins` are of
    another kind than the role asks for: better than nothing.
    """

    word: str
    word_wide: str
    word_rare: str = "SimSun-ExtB"
    stack: Annotated[tuple[str, ...], Field(min_length=1)]
    stand_ins: tuple[str, ...] = ()
    bold: bool = False


class Section(Model):
    """A part of the document: whether it begins a page, lies on a turned sheet, or stands at the last page's foot.

    `even` puts what stands at the foot on the back of the last sheet, so that it is outermost in duplex printing.
    """

    new_page: bool = False
    landscape: bool = False
    foot: bool = False
    even: bool = False


class Rule(Model):
    """A line under a paragraph: `width` in pt, `gap` in mm below the text."""

    width: Stroke
    gap: Gap
    colour: Colour


class Style(Model):
    """A paragraph style. Indents are in characters, `before` and `after` in lines of the grid, sizes in pt.

    `line` is None for the grid's own line. `fit` shrinks a line that is wider than the type area. `hang` is the width
    of the label after which the other lines begin. `signs` ties a signature to its date; the first letter of the
    lower one stands `offset` right of the upper one's.
    """

    name: str
    tag: Literal["p", "h1", "h2", "h3", "figcaption"]
    face: str
    size: Letters
    line: Leading | None = None
    align: Align = "left"
    first: Indent = 0.0
    left: Indent = 0.0
    right: Indent = 0.0
    before: Space = 0.0
    after: Space = 0.0
    colour: Colour = "000000"
    bold: bool = False
    outline: Annotated[int, Field(ge=0, le=9)] = 0
    keep_next: bool = False
    keep_previous: bool = False
    fit: bool = False
    hang: Indent = 0.0
    signs: Literal["", "name", "date", "name over date"] = ""
    offset: Indent = 0.0
    rule: Rule | None = None


class Mark(Model):
    """A span's look; `inset` is the distance from the edge, in characters, of a span set at an edge.

    `ground` is the colour of a table's cell that begins with the mark.
    """

    name: str
    colour: Colour = "000000"
    ground: Colour = WHITE
    bold: bool = False
    inset: Indent = 0.0


class Fill(Model):
    """How a chart's series is filled, edged and lettered, so that it can be told apart without colour too."""

    colour: Colour
    edge: Colour
    pattern: Literal["solid", "hatch"]
    text: Colour


class Figure(Model):
    """A chart's measures in mm, and its letters in pt. From `columns_from` bars on they stand in two columns."""

    width: Length
    bar: Annotated[Gap, Field(ge=1)]
    gap: Gap
    label: Length
    columns_from: Annotated[int, Field(ge=2)]
    face: str
    size: Letters
    fills: Annotated[tuple[Fill, ...], Field(min_length=1)]


class Type(Model):
    """Letters of a table's cells."""

    face: str
    size: Letters
    line: Leading


class Column(Model):
    """A column: its share of the width, given in mm, and how its cells are set."""

    width: Annotated[float, Field(gt=0, le=1000)]
    align: Literal["left", "center", "right"] = "left"


class TableStyle(Model):
    """A table's look: rules in pt, padding (upright, level) in mm, columns by class.

    A table without header rows takes the columns in their order here. `hang` sets a cell's further lines under the
    first letter after its label.
    """

    name: str
    rule: Stroke
    outer_rule: Stroke | None = None
    vertical_rules: bool = True
    hang: bool = False
    padding: Annotated[tuple[Gap, Gap], Field(strict=False)]
    head: Type
    cell: Type
    columns: Annotated[dict[str, Column], Field(min_length=1)]

    @property
    def letters(self) -> dict[str, Type]:
        """The letters of each part of the table, by its key."""
        return {"head": self.head, "cell": self.cell}
