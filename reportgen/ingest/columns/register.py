"""The office's units: names split, known by any of their names, and never replaced."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

NAME = re.compile(r"(?:[^、，,/／;；\s(（]|[(（][^()（）]*[)）])+")
BARE_NUMBER = re.compile(r"[\W\d]*")
BRACKETED = re.compile(r"(?:\([^()]*\)|等)+$")
ALIKE = 80  # of 100; only a suggestion hangs on it, for no threshold parts a misspelt name from another office's


def split(cell: Cell) -> tuple[str, ...]:
    """Split a cell of units at 、，/ and blanks, each name as typed; brackets keep what they enclose."""
    return () if cell.blank else _names(cell.text)


@lru_cache(maxsize=4096)  # the same units stand in many rows
def _names(text: str) -> tuple[str, ...]:
    if all(len(word) == 1 for word in text.split()):
        text = "".join(text.split())  # letters spread over the cell: 区 公 安
    return tuple(name for name in NAME.findall(text) if not BARE_NUMBER.fullmatch(name))


def canonical(name: str, units: UnitNorms) -> str:
    """Give the full name of a unit that the register knows, else the name itself, folded."""
    folded = fold(name)
    return units.known.get(folded, folded)


def whole(name: str, units: UnitNorms) -> bool:
    """Tell a name that ends as names of units do, or that the register knows."""
    bare = BRACKETED.sub("", fold(name))
    return (
        bare.endswith((*units.endings, *units.rarer)) or canonical(name, units) != fold(name) or collective(name, units)
    )


def collective(name: str, units: UnitNorms) -> bool:
    """Tell a word that stands for many units: 各街道, 相关部门."""
    bare = fold(name)
    gathers = bare.startswith(units.gathering) and BRACKETED.sub("", bare).endswith((*units.endings, *units.rarer))
    return gathers or bare in units.many


def unknown(names: Iterable[str], units: UnitNorms) -> tuple[str, ...]:
    """List the names that the register does not know; none where the office has none."""
    if not units.names:
        return ()
    return tuple(name for name in names if fold(name) not in units.known and not collective(name, units))


def keeps(names: Collection[str], units: UnitNorms) -> bool:
    """Tell a register that knows most of a table's units from one that gives but a few their aliases."""
    return 2 * sum(fold(name) in units.known for name in names) >= len(names)


def suggest(name: str, units: UnitNorms) -> str | None:
    """Suggest the registered unit whose name is most like this one, or None."""
    names = [*(written for full, others in units.names.items() for written in (full, *others)), *units.reporting]
    found = process.extractOne(fold(name), names, scorer=fuzz.ratio, score_cutoff=ALIKE, processor=fold)
    return found[0] if found else None
