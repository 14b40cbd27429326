"""Rows that head others: which hold but a name, a number with a name, or one cell over all columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.ingest.columns.contents import FIGURE
from reportgen.ingest.columns.profile import NUMBER, Profile
from reportgen.records import Cell
from reportgen.text import fold

MARK = re.compile(r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[类部]")
HOW_MANY = re.compile(r"\(\d{1,3}[个项件]\)$")
LONGEST_HEADING = 40  # characters
LEAST_SPANNED = 4  # columns
SUM = re.compile(rf"{FIGURE.pattern}|共\d{{1,3}}[个项件]")
FIRST_PART = re.compile(r"\(?[1一]\)")
IN_HANZI = re.compile(r"\(?[一二三四五六七八九十]")


def over(placed: Sequence[Cell | None], following: Sequence[Cell], known: Profile) -> bool:
    """Tell a heading with a number of its own by the next row's: 一 over 1, 2 over 2.1 or (1).

    Where the table has no column of projects, the heading stands in that of the targets; merged over the row it is
    one whatever its number.
    """
    if known.numbered and _spans(placed):
        return True
    named = known.groups if len(known.groups) > 1 else (*known.groups, known.target)
    if not known.numbered or placed[0] is None or not only(named, placed):
        return False
    number, below = fold(placed[0].text), fold(following[0].text)
    if IN_HANZI.match(number):
        return below[:1].isdecimal()
    begins = number.isdecimal() and FIRST_PART.fullmatch(below) is not None
    return bool(number) and (begins or below.startswith((f"{number}.", f"{number}-")))


def above(tables: Sequence[Sequence[Cell]]) -> Sequence[Cell | None]:
    """Give the last line above each table that heads its rows (一、教育), where all of several tables have one."""
    lines = [next(filter(_heads, reversed(lines)), None) for lines in tables]
    return lines if len(tables) > 1 and all(lines) else [None] * len(tables)


def _heads(line: Cell) -> bool:
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
