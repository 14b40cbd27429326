"""The theme: theme.toml read into one strict model, from which the style sheet and the Word styles are made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from reportgen import tomlfile
from reportgen.tomlfile import Section as Model

Align = Literal["left", "center", "right", "justify"]
Colour = Annotated[str, tomlfile.written(r"[0-9A-F]{6}", "a colour; write it as FF0000, in capitals")]
Length = Annotated[float, Field(ge=0, le=1000)]
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
    lines: Annotated[int, Field(ge=1)]
    chars: Annotated[int, Field(ge=1)]

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


class PageNumber(Model):
    """The page number: `drop` in mm below the type area, `inset` in characters from the outer edge."""

    name: str
    face: str
    size: Length
    drop: Length
    inset: Length
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

    width: Length
    gap: Length
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
    size: Length
    line: Length | None = None
    align: Align = "left"
    first: Length = 0.0
    left: Length = 0.0
    right: Length = 0.0
    before: Length = 0.0
    after: Length = 0.0
    colour: Colour = "000000"
    bold: bool = False
    outline: Annotated[int, Field(ge=0, le=9)] = 0
    keep_next: bool = False
    keep_previous: bool = False
    fit: bool = False
    hang: Length = 0.0
    signs: Literal["", "name", "date", "name over date"] = ""
    offset: Length = 0.0
    rule: Rule | None = None


class Mark(Model):
    """A span's look; `inset` is the distance from the edge, in characters, of a span set at an edge.

    `ground` is the colour of a table's cell that begins with the mark.
    """

    name: str
    colour: Colour = "000000"
    ground: Colour = WHITE
    bold: bool = False
    inset: Length = 0.0


class Fill(Model):
    """How a chart's series is filled, edged and lettered, so that it can be told apart without colour too."""

    colour: Colour
    edge: Colour
    pattern: Literal["solid", "hatch"]
    text: Colour


class Figure(Model):
    """A chart's measures in mm, and its letters in pt. From `columns_from` bars on they stand in two columns."""

    width: Length
    bar: Length
    gap: Length
    label: Length
    columns_from: Annotated[int, Field(ge=2)]
    face: str
    size: Length
    fills: Annotated[tuple[Fill, ...], Field(min_length=1)]


class Type(Model):
    """Letters of a table's cells."""

    face: str
    size: Length
    line: Length


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
    rule: Length
    outer_rule: Length | None = None
    vertical_rules: bool = True
    hang: bool = False
    padding: Annotated[tuple[Length, Length], Field(strict=False)]
    head: Type
    cell: Type
    columns: Annotated[dict[str, Column], Field(min_length=1)]


class Theme(Model):
    """All typography of the briefing."""

    sheet: Sheet
    page_number: PageNumber
    faces: dict[str, Face]
    sections: dict[str, Section]
    styles: dict[str, Style]
    marks: dict[str, Mark]
    figures: dict[str, Figure]
    tables: dict[str, TableStyle]

    @model_validator(mode="after")
    def _faces_are_known(self) -> Theme:
        for where, face in self._uses_of_faces():
            if face not in self.faces:
                raise ValueError(f"{where} names the face {face!r}, which [faces] does not have")
        return self

    def _uses_of_faces(self) -> list[tuple[str, str]]:
        uses = [("page_number", self.page_number.face)]
        uses += [(f"styles.{key}", style.face) for key, style in self.styles.items()]
        uses += [(f"figures.{key}", figure.face) for key, figure in self.figures.items()]
        for key, table in self.tables.items():
            uses += [(f"tables.{key}.head", table.head.face), (f"tables.{key}.cell", table.cell.face)]
        return uses

    def line(self, style: Style) -> float:
        """Tell a style's line height in pt."""
        return self.sheet.pitch if style.line is None else style.line


def load(path: Path) -> Theme:
    """Read a theme file; SettingsError names the file, line and key of a mistake."""
    return tomlfile.load(path, Theme)
