"""A table of a page, laid out as the HTML standard says, to a Grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from reportgen.ingest.formats import web_text
from reportgen.ingest.formats.grid import Grid
from reportgen.ingest.formats.merged import Merge, Place, grid
from reportgen.ingest.formats.web_tree import name

WIDEST, DEEPEST = 1000, 65534  # the bounds of colspan and rowspan in the standard


@dataclass(slots=True)
class Layout:
    """A table while it is laid out; `taken` holds the places that cells of earlier rows reach down into."""

    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)  # column to the last row it is taken in
    hidden: set[int] = field(default_factory=set)
    ends: dict[int, int] = field(default_factory=dict)

    def row(self, at: int, row: Element, last: int) -> None:
        """Lay out one row; `last` is the last row of its section, where all spans end."""
        if web_text.hidden(row):
            self.hidden.add(at)
        column = 1
        for cell in row:
            if name(cell) not in ("td", "th"):
                continue
            while self.taken.get(column, 0) >= at:
                column += 1
            wide = min(_span(cell, "colspan") or 1, WIDEST)
            deep = _span(cell, "rowspan")
            bottom = min(at + deep - 1, last) if deep else last
            self.texts[at, column] = web_text.text(cell)
            self.merges.append(Merge(at, column, bottom, column + wide - 1))
            self.taken.update(dict.fromkeys(range(column, column + wide), bottom))
            column += wide
        self.ends[at] = max((column for column, bottom in self.taken.items() if bottom >= at), default=0)


def _span(cell: Element, name: str) -> int:
    """Read a span as browsers do; 0 in rowspan means the rest of the section."""
    digits = re.match(r"\s*\+?(\d+)", cell.get(name, "1"))
    return min(int(digits[1]), DEEPEST) if digits else 1


def read(table: Element, file: str) -> Grid:
    """Lay out a table."""
    layout = Layout()
    at = 0
    for rows in _sections(table):
        last = at + len(rows)
        for row in rows:
            at += 1
            layout.row(at, row, last)
    return grid(file, "", layout.texts, layout.merges, hidden=layout.hidden, ends=layout.ends)


def _sections(table: Element) -> Iterator[list[Element]]:
    """Give the rows of head, bodies and foot; no row stands outside of them in the tree of a browser."""
    for section in table:
        if name(section) in ("thead", "tbody", "tfoot"):
            yield [row for row in section if name(row) == "tr"]
