"""What a report may tell beside the words that are quoted: why a thing is late, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from reportgen.briefing.decisive import HANZI
from reportgen.facts.phrases import says
from reportgen.facts.statements import Statement, statements
from reportgen.norms import Norms
from reportgen.records import Aspect, Cell, Item, Table
from reportgen.text import fold

LONGEST = timedelta(days=160)  # a term of school (春季学期) names a day, half a year none
TELLING = 4  # hanzi in a cell that can tell a cause or a day
CLASS_NAME = 12  # letters of a name of a class
OFTEN = 2  # times that such a name stands in the column, on the average


def _tells_why(text: str, norms: Norms) -> bool:
    """Tell whether a text gives a cause or what is waited for."""
    phrases = norms.phrases
    told = (phrases.cause, phrases.blocked, phrases.waits, phrases.awaiting, phrases.hinges)
    return any(says(each, text) for each in told)


def told(item: Item, as_of: date, norms: Norms) -> tuple[bool, bool]:
    """Tell whether the item's progress, problems or next steps give a reason, and a day yet to come."""
    cells = (item.progress, item.problem, item.next_step)
    said = [one for cell in cells for one in statements(cell, as_of, norms)]
    to_do = [one for one in said if one.aspect is not Aspect.REACHED]
    why = not item.problem.blank and not says(norms.phrases.nothing, fold(item.problem.text))
    why = why or any(says(norms.phrases.hinges, one.text) for one in said)  # 结束后再装 is not done
    return why or any(_tells_why(one.text, norms) for one in to_do), any(_names_a_day(one, as_of) for one in to_do)


def _names_a_day(said: Statement, as_of: date) -> bool:
    return any(moment.end > as_of and moment.end - moment.start <= LONGEST for moment in said.moments)


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
    short = all(len(text) <= CLASS_NAME and not _tells_why(text, norms) for text in texts)
    return short and len(texts) >= OFTEN * len(set(texts))


def _unread(item: Item) -> Iterator[tuple[str, Cell]]:
    yield "", item.note
    yield from item.extra
