"""Cells that no rule reads, and whether they may tell why a thing is late, or until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.briefing.clauses import HANZI
from reportgen.facts.telling import gives_reason
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Table
from reportgen.text import fold

TELLING = 4  # hanzi in a cell that can tell a cause or a day
CLASS_NAME = 12  # letters of a name of a class
OFTEN = 2  # times that such a name stands in the column, on the average


def remarked(item: Item, classes: frozenset[str]) -> bool:
    """Tell whether a cell that no rule reads has words in it, which may be what the report does not tell."""
    return any(len(HANZI.findall(cell.text)) >= TELLING for header, cell in _unread(item) if header not in classes)


def classes(table: Table, norms: Norms) -> frozenset[str]:
    """Find the headers of unread columns that only class the items."""
    held: dict[str, list[str]] = {}
    for header, cell in (pair for item in table.items for pair in _unread(item)):
        if not cell.blank:
            held.setdefault(header, []).append(fold(cell.text))
    return frozenset(
        header for header, texts in held.items() if fold(header).endswith(norms.columns.group) or _repeat(texts, norms)
    )


def _repeat(texts: Iterable[str], norms: Norms) -> bool:
    """Tell whether the cells are few short names, each over and over, and none tells a reason."""
    texts = list(texts)
    short = all(len(text) <= CLASS_NAME and not gives_reason(text, norms) for text in texts)
    return short and len(texts) >= OFTEN * len(set(texts))


def _unread(item: Item) -> Iterator[tuple[str, Cell]]:
    yield "", item.note
    yield from item.extra
