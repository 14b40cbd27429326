"""A table of a page, laid out as the HTML standard says, to a Grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from reportgen.ingest.formats.grid import Grid, Unread, Why
from reportgen.ingest.formats.merged import Laid, Merge, Place, grid
from reportgen.ingest.formats.web_looks import Looks
from reportgen.ingest.formats.web_text import Words
from reportgen.ingest.formats.web_tree import name
from reportgen.records import Address, Cell

WIDEST, DEEPEST = 1000, 65534  # the bounds of colspan and rowspan in the standard
SPAN = re.compile(r"\s*\+?(\d+)")


@dataclass(slots=True)
class Layout:
    """A table while it is laid out; `taken` holds the places that cells of earlier rows reach down into."""

    looks: Looks
    laid: Laid = field(default_factory=Laid)
    taken: dict[int, int] = field(default_factory=dict)  # column to the last row it is taken in
    unread: list[tuple[Why, Place, str]] = field(default_factory=list)

    def row(self, at: int, row: Element, last: int, *, struck: bool) -> None:
        """Lay out one row; `last` is the last row of its section, where all spans end."""
        column = 1
        for cell in row:
            if name(cell) not in ("td", "th"):
                continue
            while self.taken.get(column, 0) >= at:
                column += 1
            if self.looks.of(cell).hidden:  # takes no place: the next one stands in it
                words = Words(self.looks)
                words.leave_out("hidden", cell)
                self._note((at, column), words)
                continue
            wide = min(_span(cell, "colspan") or 1, WIDEST)
            deep = _span(cell, "rowspan")
            bottom = min(at + deep - 1, last) if deep else last
            words = self._words(cell, struck=struck)
            self.laid.texts[at, column] = words.text
            self._note((at, column), words)
            self.laid.merges.append(Merge(at, column, bottom, column + wide - 1))
            self.taken.update(dict.fromkeys(range(column, column + wide), bottom))
            column += wide
        self.laid.ends[at] = max((column for column, bottom in self.taken.items() if bottom >= at), default=0)

    def _words(self, cell: Element, *, struck: bool) -> Words:
        """Read a cell that takes its place."""
        look = self.looks.of(cell)
        words = Words(self.looks)
        if struck or look.struck:
            words.leave_out("struck", cell)
        elif not look.invisible:
            words.add(cell)
        return words

    def _note(self, place: Place, words: Words) -> None:
        """Note what was left out at a place."""
        self.unread += [(why, place, left) for why, left in words.unread]


def _span(cell: Element, name: str) -> int:
    """Read a span as browsers do; 0 in rowspan means the rest of the section."""
    digits = SPAN.match(cell.get(name, "1"))
    return min(int(digits[1]), DEEPEST) if digits else 1


def read(table: Element, file: str, looks: Looks, *, hidden: bool = False) -> Grid:
    """Lay out a table; of one that is hidden as a whole all rows are hidden."""
    layout = Layout(looks)
    at = 0
    for section in (part for part in table if name(part) in ("thead", "tbody", "tfoot")):
        rows = [row for row in section if name(row) == "tr"]
        last = at + len(rows)
        for row in rows:
            at += 1
            around = [looks.of(element) for element in (table, section, row)]
            if hidden or any(look.hidden for look in around):
                layout.laid.hidden.add(at)
            layout.row(at, row, last, struck=any(look.struck for look in around))
    layout.laid.unseen.update(number for number, column in enumerate(_columns(table, looks), start=1) if column)
    return replace(grid(file, "", layout.laid), unread=tuple(_unread(layout, file)))


def _unread(layout: Layout, file: str) -> Iterator[Unread]:
    """Name what was left out; hidden cells, which may be a whole column, together."""
    hidden = [(place, words) for why, place, words in layout.unread if why == "hidden"]
    if hidden:
        words = "、".join(dict.fromkeys(words for _, words in hidden))
        yield Unread("hidden", Cell(Address(file, "", *hidden[0][0]), words))
    for why, place, words in layout.unread:
        if why != "hidden":
            yield Unread(why, Cell(Address(file, "", *place), words))


def _columns(table: Element, looks: Looks) -> Iterator[bool]:
    """Tell of each column that the table describes whether it is hidden, as Excel writes its hidden ones."""
    for group in (part for part in table if name(part) == "colgroup"):
        hidden = looks.of(group).hidden
        for column in [part for part in group if name(part) == "col"] or [group]:
            wide = max(1, min(_span(column, "span"), WIDEST))
            yield from [hidden or looks.of(column).hidden] * wide
