"""A table of a document ▶ Grid: its rows laid out under straight borders, merged cells joined downwards."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportgen.errors import InputError
from reportgen.ingest.formats import borders
from reportgen.ingest.formats.grid import Grid, Unread, Why
from reportgen.ingest.formats.merged import LAST_COLUMN, Merge, Place, grid
from reportgen.ingest.formats.ooxml import Element, attribute, prop, switched, val
from reportgen.ingest.formats.word_text import Text, parts
from reportgen.records import Address, Cell


@dataclass(frozen=True, slots=True)
class Box:
    """A cell as a row has it, with the columns of the grid that it spans."""

    element: Element
    first: int
    last: int

    @property
    def properties(self) -> Element | None:
        return prop(self.element, "tcPr")

    @property
    def down(self) -> str:
        """Tell whether a merge begins or goes on here; empty for neither."""
        merge = prop(self.properties, "vMerge")
        return "" if merge is None else attribute(merge, "val") or "continue"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; one that is deleted counts no more, but the merges that begin in it go on below."""

    boxes: tuple[Box, ...]
    end: int  # the last column of the grid that it has, skipped ones too
    hidden: bool
    deleted: bool


def rows(table: Element) -> Iterator[Row]:
    """Give the rows of a table with the columns that its grid tells."""
    for row in parts(table, "tr"):
        properties = prop(row, "trPr")
        boxes: list[Box] = []
        column = 1 + int(val(properties, "gridBefore") or 0)
        for cell in parts(row, "tc"):
            span = max(1, int(val(prop(cell, "tcPr"), "gridSpan") or 1))
            boxes.append(Box(cell, column, column + span - 1))
            column += span
        if column > LAST_COLUMN:
            raise InputError("a table merges more cells than a table has; clear the stray merges.")
        end = column - 1 + int(val(properties, "gridAfter") or 0)
        hidden, deleted = switched(properties, "hidden") or False, switched(properties, "del") or False
        yield Row(tuple(boxes), end, hidden, deleted)


def _straight(found: Sequence[Row], table: Element) -> list[Row]:
    """Number the columns anew, those left out that only lie between borders that are one."""
    widths = [int(attribute(column, "w") or 0) for column in table.iterfind("{*}tblGrid/{*}gridCol")]
    places = tuple(itertools.accumulate(widths, initial=0))
    numbers = borders.straight((borders.used((box.first, box.last) for box in row.boxes) for row in found), places)
    return [
        replace(
            row,
            boxes=tuple(Box(box.element, numbers[box.first - 1] + 1, numbers[box.last]) for box in row.boxes),
            end=borders.up_to(row.end, numbers),
        )
        for row in found
    ]


@dataclass(slots=True)
class Layout:
    """A table while its rows are laid out; `reaching` holds, by column, the merge that may go on downwards."""

    text: Text
    texts: dict[Place, str] = field(default_factory=dict)
    merges: dict[Place, Merge] = field(default_factory=dict)
    reaching: dict[int, Place] = field(default_factory=dict)
    orphans: dict[int, str] = field(default_factory=dict)  # texts of merges that began in a row that is deleted
    unread: list[tuple[Place, Why, str]] = field(default_factory=list)

    def delete(self, row: Row) -> None:
        """Keep the texts of merges that go on below a deleted row."""
        for box in row.boxes:
            if box.down and box.down != "continue":
                self.orphans[box.first] = self.text.cell(box.element)
                self.reaching.pop(box.first, None)

    def row(self, at: int, row: Row) -> None:
        """Lay out one row's cells; a merge ends where the row has none that goes on."""
        reaching: dict[int, Place] = {}
        for box in row.boxes:
            if prop(box.properties, "cellDel") is not None:
                continue
            place, above = (at, box.first), self.reaching.get(box.first)
            if box.down == "continue" and above:
                self.merges[above] = replace(self.merges[above], bottom=at)
                reaching[box.first] = above
                continue
            self.merges[place] = Merge(at, box.first, at, box.last)
            own = self._text(place, box)
            self.texts[place] = self.orphans.get(box.first, own) if box.down == "continue" else own
            if box.down:
                reaching[box.first] = place
        self.reaching, self.orphans = reaching, {}

    def _text(self, place: Place, box: Box) -> str:
        """Read a cell's text, and note what of it was left out."""
        self.text.unread.clear()
        text = self.text.cell(box.element)
        self.unread += [(place, why, words) for why, words in self.text.unread]
        return text


def read(table: Element, file: str, number: int, titles: Sequence[str], text: Text) -> Grid:
    """Read a table, which is the document's so manieth, under the lines of text that stand before it."""
    part = f"第{number}张表"
    layout = Layout(text)
    hidden: set[int] = set()
    ends: dict[int, int] = {}
    at = 0
    for row in _straight(tuple(rows(table)), table):
        if row.deleted:
            layout.delete(row)
            continue
        at += 1
        layout.row(at, row)
        ends[at] = row.end
        if row.hidden:
            hidden.add(at)
    lines = tuple(Cell(Address(file, part), line) for line in titles if line.strip())
    filled = grid(file, part, layout.texts, layout.merges.values(), hidden=hidden, ends=ends)
    unread = (Unread(why, Cell(Address(file, part, *place), words)) for place, why, words in layout.unread)
    return replace(filled, titles=lines, unread=tuple(unread))
