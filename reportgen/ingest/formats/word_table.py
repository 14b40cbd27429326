"""A table of a document ▶ Grid: its rows laid out under straight borders, merged cells joined downwards."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportgen.errors import InputError
from reportgen.ingest.formats import borders
from reportgen.ingest.formats.grid import Grid, Unread, Why
from reportgen.ingest.formats.merged import LAST_COLUMN, Laid, Merge, Place, grid
from reportgen.ingest.formats.ooxml import Element, attribute, prop, props, switched, val
from reportgen.ingest.formats.word_text import Text, parts
from reportgen.records import Address, Cell


@dataclass(frozen=True, slots=True)
class Box:
    """A cell as a row has it, with the columns of the grid that it spans."""

    element: Element
    first: int
    last: int
    down: str = ""  # restart or continue, where a merge begins or goes on here
    deleted: bool = False

    @classmethod
    def of(cls, cell: Element, first: int) -> Box:
        """Take a cell that begins in this column of the grid."""
        own = props(prop(cell, "tcPr"))
        span = max(1, int(attribute(own.get("gridSpan"), "val") or 1))
        down = attribute(own["vMerge"], "val") or "continue" if "vMerge" in own else ""
        return cls(cell, first, first + span - 1, down, "cellDel" in own)

    def over(self, first: int, last: int) -> Box:
        """Give the cell over these columns of the grid."""
        return Box(self.element, first, last, self.down, self.deleted)


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
            boxes.append(Box.of(cell, column))
            column = boxes[-1].last + 1
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
            boxes=tuple(box.over(numbers[box.first - 1] + 1, numbers[box.last]) for box in row.boxes),
            end=borders.up_to(row.end, numbers),
        )
        for row in found
    ]


def _unfolded(row: Row) -> Iterator[Row]:
    """Give the rows of a table that lies in a cell over as many columns as it has, each beside the other cells."""
    for at, box in enumerate(row.boxes):
        within = _alone_within(box.element) if box.last > box.first else []
        if len(within) > 1 and all(len(one.boxes) == box.last - box.first + 1 for one in within):
            for number, one in enumerate(within):
                beside = [replace(o, down="continue" if number else o.down or "restart") for o in row.boxes]
                moved = [own.over(box.first + n, box.first + n) for n, own in enumerate(one.boxes)]
                yield replace(row, boxes=(*beside[:at], *moved, *beside[at + 1 :]))
            return
    yield row


def _alone_within(cell: Element) -> list[Row]:
    """Give the rows of the table that is all that a cell holds; none where it holds other text."""
    typed = any((text.text or "").strip() for line in parts(cell, "p") for text in line.iter("{*}t"))
    tables = list(parts(cell, "tbl"))
    if typed or len(tables) != 1:
        return []
    return [row for row in _straight(tuple(rows(tables[0])), tables[0]) if not row.deleted]


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
        """Keep the texts of merges that go on below a deleted row.

        Whoever deletes the first row of a project deletes its name with it, which the rows below still bear.
        """
        for box in row.boxes:
            if box.down and box.down != "continue":
                gone = "".join(text.text or "" for text in box.element.iter("{*}delText"))
                self.orphans[box.first] = self.text.cell(box.element) or gone
                self.reaching.pop(box.first, None)

    def row(self, at: int, row: Row) -> None:
        """Lay out one row's cells; a merge ends where the row has none that goes on."""
        reaching: dict[int, Place] = {}
        for box in row.boxes:
            if box.deleted:
                continue
            place, above = (at, box.first), self.reaching.get(box.first)
            if box.down == "continue" and above:
                self.merges[above] = Merge(*above, at, self.merges[above].right)
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


def read(table: Element, file: str, part: str, titles: Sequence[str], text: Text) -> Grid:
    """Read a table as a part of its file, under the lines of text that stand before it."""
    layout = Layout(text)
    hidden: set[int] = set()
    ends: dict[int, int] = {}
    at = 0
    for row in itertools.chain.from_iterable(map(_unfolded, _straight(tuple(rows(table)), table))):
        if row.deleted:
            layout.delete(row)
            continue
        at += 1
        layout.row(at, row)
        ends[at] = row.end
        if row.hidden:
            hidden.add(at)
    lines = tuple(Cell(Address(file, part), line) for line in titles if line.strip())
    filled = grid(file, part, Laid(layout.texts, [*layout.merges.values()], hidden, ends=ends))
    unread = (Unread(why, Cell(Address(file, part, *place), words)) for place, why, words in layout.unread)
    return replace(filled, titles=lines, unread=tuple(unread))
