"""Rows that head others: which hold but a name, a number with a name, or one cell over all columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.ingest.columns.contents import FIGURE
from reportgen.ingest.columns.headers import called, indexes
from reportgen.ingest.columns.meanings import RESPONSIBLE
from reportgen.ingest.columns.placings import follows
from reportgen.ingest.columns.profile import HANZI_NUMBER, NUMBER, TEXTS, Profile
from reportgen.records import Cell
from reportgen.text import fold

MARK = re.compile(rf"{HANZI_NUMBER}、|\({HANZI_NUMBER}\)|【{HANZI_NUMBER}】|第{HANZI_NUMBER}[类部]")
HOW_MANY = re.compile(r"\(\d{1,3}[个项件]\)$")
LONGEST_HEADING = 40  # characters
LEAST_SPANNED = 4  # columns
SUM = re.compile(rf"{FIGURE.pattern}|共\d{{1,3}}[个项件]")
FIRST_PART = re.compile(r"\(?[1一]\)")
IN_HANZI = re.compile(r"\(?[一二三四五六七八九十]")


def over(placed: Sequence[Cell | None], following: Sequence[Cell], known: Profile) -> Cell | None:
    """Find a heading with a number of its own by the next row's: 一 over 1, 2 over 2.1 or (1).

    The heading stands in the column of projects, else in that of the targets, and its row may tell who leads and sums
    as well; merged over the row it is one whatever its number.
    """
    if known.numbered and _spans(placed):
        return placed[1]
    named = known.groups if len(known.groups) > 1 else (*known.groups, known.target)
    if not known.numbered or placed[0] is None or not (only(named, placed) or _of_project(placed, known)):
        return None
    number, below = fold(placed[0].text), fold(following[0].text)
    if IN_HANZI.match(number):
        begins = below[:1].isdecimal()
    else:
        first = number.isdecimal() and FIRST_PART.fullmatch(below) is not None
        begins = bool(number) and (first or below.startswith((f"{number}.", f"{number}-")))
    filled = [cell for at, cell in enumerate(placed) if at in (*named, known.target) and cell and not cell.blank]
    return filled[-1] if begins else None


def _of_project(placed: Sequence[Cell | None], known: Profile) -> bool:
    """Tell a row that holds a project's name, where targets stand if no column names projects, and no more than who
    leads and sums beside it.
    """
    naming = indexes(known.heads, "project") or [known.target]
    aside = {*known.groups, *naming, *indexes(known.heads, *RESPONSIBLE)}
    others = [(head.name, cell) for head, cell in zip(known.heads, placed, strict=True) if head.index not in aside]
    sums = all(
        cell is None or cell.blank or (name not in TEXTS and SUM.fullmatch(fold(cell.text))) for name, cell in others
    )
    return sums and any(cell is not None and not cell.blank for cell in map(placed.__getitem__, naming))


def fellows(number: str, over: str) -> bool:
    """Tell the number of a row that stands beside a heading's, not below it: 3 behind 2, 二 behind 一."""
    if IN_HANZI.match(over):
        alike = number.startswith("(") == over.startswith("(")
        return alike and IN_HANZI.match(number) is not None
    return over.isdecimal() and number.isdecimal() and follows(number, over)


def leaders(placed: Sequence[Cell | None], known: Profile) -> dict[str, Cell]:
    """Give who leads the rows below a heading, as the columns of its own row tell it."""
    found = ((head.name, placed[head.index]) for head in called(known.heads, *RESPONSIBLE))
    return {name: cell for name, cell in found if cell is not None and not cell.blank}


def above(tables: Sequence[Sequence[Cell]]) -> Sequence[Cell | None]:
    """Give the last line above each table that heads its rows (一、教育), where all of several tables have one."""
    lines = [next(filter(is_heading, reversed(lines)), None) for lines in tables]
    return lines if len(tables) > 1 and all(lines) else [None] * len(tables)


def is_heading(line: Cell) -> bool:
    """Tell a heading from a paragraph with a number."""
    text = fold(line.text)
    return MARK.match(text) is not None and len(text) <= LONGEST_HEADING and "。" not in text


def written_out(cells: Sequence[Cell], known: Profile) -> bool:
    """Tell a line that was written out in each column that it spanned."""
    return len(cells) == known.width >= LEAST_SPANNED and len({fold(cell.text) for cell in cells}) == 1


def summed(cells: Sequence[Cell], known: Profile) -> Cell | None:
    """Give the heading of a line with sums behind it: 一、教育类(3个) | 24600 | 38%, 续建项目(7项) | 53520.

    An item has something in each column that a heading spans.
    """
    numbered = len(cells) > 1 and NUMBER.fullmatch(fold(cells[0].text)) is not None
    heading, *others = cells[numbered:]
    text = fold(heading.text)
    counts = HOW_MANY.search(text) is not None
    marked = (IN_HANZI if numbered else MARK).match(fold(cells[0].text)) is not None
    sums = bool(others) and all(cell.blank or SUM.fullmatch(fold(cell.text)) for cell in others)
    spans = len(cells) < known.width and (counts or marked)
    return heading if sums and (spans or (counts and marked)) else None


def _spans(placed: Sequence[Cell | None]) -> bool:
    """Tell whether one cell is merged over all columns but the first."""
    cell, *others = placed[1:]
    return cell is not None and bool(cell.text.strip()) and bool(others) and all(other == cell for other in others)


def only(indexes: Sequence[int], placed: Sequence[Cell | None]) -> bool:
    """Tell whether nothing stands in the other columns."""
    return not any(cell and cell.text.strip() for index, cell in enumerate(placed) if index not in indexes)


def continues(row: Sequence[Cell], known: Profile) -> bool:
    """Tell whether a row takes its project from above."""
    return not known.groups or any(not row[index].text.strip() for index in known.groups if index < len(row))


def divided(filled: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether rows of one cell divide the table: it begins with one, has several, and each stands over others."""
    alone = [at for at, cells in enumerate(filled) if len(cells) == 1]
    return len(alone) > 1 and alone[0] == 0 and all(len(cells) > 1 for at in alone for cells in filled[at + 1 :][:1])
