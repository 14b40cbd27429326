"""Which letters of a PDF's page are struck out: a thin line as long as they are runs through them, above their feet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

THIN = 2.0  # points
LOWEST, HIGHEST = 0.1, 0.6  # of the size of a letter, from its feet up; lines that underline it stand below them
BEYOND = 1.0  # points by which the line may be longer than its letters; borders of cells are more


def struck(page: Any) -> list[Any]:  # pdfplumber has no types
    """Give the letters that are struck out; pages that are shown turned round are left as they are."""
    letters = [char for char in page.chars if char["upright"]]
    if page.rotation or not letters:
        return []
    letters.sort(key=lambda char: _feet(char, page))
    feet = [_feet(char, page) for char in letters]
    tallest = max(char["size"] for char in letters)
    found: dict[int, Any] = {}
    for rule in (*page.lines, *page.rects):
        y = (rule["top"] + rule["bottom"]) / 2
        if rule["bottom"] - rule["top"] <= THIN < rule["width"]:
            near = letters[bisect_left(feet, y) : bisect_right(feet, y + HIGHEST * tallest)]
            through = [char for char in near if _runs_through(rule, char, _feet(char, page) - y)]
            found.update((id(char), char) for char in through if _as_long(rule, through))
    return list(found.values())


def parted(chars: Sequence[Any], struck: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Part letters, of this reading or another, that hold from those struck out."""
    gone = [char for char in chars if any(_covers(one, char) for one in struck)]
    places = set(map(id, gone))
    return [char for char in chars if id(char) not in places], gone


def _feet(char: Any, page: Any) -> float:
    return float(page.height - char["matrix"][5])


def _runs_through(rule: Any, char: Any, above: float) -> bool:
    middle = (char["x0"] + char["x1"]) / 2
    return bool(rule["x0"] <= middle <= rule["x1"] and LOWEST <= above / char["size"] <= HIGHEST)


def _as_long(rule: Any, chars: Sequence[Any]) -> bool:
    first, last = min(char["x0"] for char in chars), max(char["x1"] for char in chars)
    return bool(first - BEYOND <= rule["x0"] and rule["x1"] <= last + BEYOND)


def _covers(struck: Any, char: Any) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(struck["x0"] <= x <= struck["x1"] and struck["top"] <= y <= struck["bottom"])
