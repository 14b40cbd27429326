"""Names of units and leaders that a line break cuts in two (区民政⏎局, 欧阳⏎文静) ▶ whole names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from reportgen.ingest.columns import register
from reportgen.ingest.columns.meanings import RESPONSIBLE, UNITS
from reportgen.norms import UnitNorms
from reportgen.records import Cell, Item
from reportgen.text import fold

MARKS = re.compile(r"([、，,;；/／]|[^\S\n]{2,})")
BREAK = re.compile(r"\s*\n\s*")
SURNAMES = re.compile(  # no names by themselves
    "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|长孙|东方|端木|申屠|太史|宇文|轩辕|淳于"
)
NO_ENDINGS = ("城乡", "社会")  # 住房和城乡建设局, 人力资源和社会保障局
OF_A_PLACE = re.compile(r"[省市区县镇乡各].")  # begins another unit

Joins = Callable[[str, str], bool]


def mended(items: Sequence[Item], units: UnitNorms) -> tuple[Item, ...]:
    """Join what belongs to one name, as other cells write it, or because a piece is no name by itself.

    Tables keep their cells as typed; who counts or lists names mends them first.
    """
    for name in sorted(RESPONSIBLE):
        cells: list[Cell] = [getattr(item, name) for item in items]
        known = frozenset(
            fold(part) for cell in cells for part in MARKS.split(cell.text) if part.strip() and "\n" not in part.strip()
        )
        apart = _units_apart(units) if name in UNITS else _leaders_apart
        texts = [_joined(cell.text, known, apart) for cell in cells]
        items = [
            item.holding({name: Cell(cell.address, text)}) if text != cell.text else item
            for item, cell, text in zip(items, cells, texts, strict=True)
        ]
    return tuple(items)


def _joined(text: str, known: Collection[str], apart: Joins) -> str:
    """Take the line breaks within names out of a cell; those between names stay."""
    parts = MARKS.split(text)
    return "".join(_of_lines(part, known, apart) if "\n" in part.strip() else part for part in parts)


def _of_lines(text: str, known: Collection[str], apart: Joins) -> str:
    """Join the lines that are one name."""
    first, *others = BREAK.split(text.strip())
    names = [first]
    for line in others:
        upper, lower = fold(names[-1]), fold(line)
        cut = upper + lower in known or not (lower in known or apart(upper, lower))
        if cut:
            names[-1] += line
        else:
            names.append(line)
    return "\n".join(names)


def _leaders_apart(upper: str, lower: str) -> bool:
    """Tell two names of persons from a name of one letter, or a surname of two, with what belongs to it."""
    return min(len(upper), len(lower)) > 1 and not SURNAMES.fullmatch(upper)


def _units_apart(units: UnitNorms) -> Joins:
    """Tell two names of units from one, of which the upper line has no ending of its own."""

    def apart(upper: str, lower: str) -> bool:
        if not register.whole(upper + lower, units):
            return True
        ended = register.whole(upper, units) and not upper.endswith(NO_ENDINGS)
        return len(lower) > 1 and (ended or OF_A_PLACE.match(lower) is not None)

    return apart
