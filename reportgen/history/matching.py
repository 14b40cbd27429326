"""Which item of one month is which of another, though renumbered or reworded."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import product

from rapidfuzz import fuzz

from reportgen.history.records import Standing
from reportgen.norms import HistoryNorms
from reportgen.text import fold

KEYS = (("project", "target", "lead_unit"), ("project", "target"), ("target", "lead_unit"), ("target",))
MARKS = re.compile(r"[^\w.%]|\.(?!\d)")  # all but letters, digits and the points of numbers


@lru_cache(maxsize=8192)  # each text is compared with many others
def bare(text: str) -> str:
    """Fold a text and leave out its punctuation, which nobody would call a change."""
    return MARKS.sub("", fold(text))


def match(now: Sequence[Standing], before: Sequence[Standing], norms: HistoryNorms) -> dict[int, int]:
    """Match items one to one, by their places: the same words first, then words that are alike beyond doubt.

    Words that come more often in one list than in the other match nothing by themselves: better to tell that an item
    is new than to give it another's past.
    """
    found: dict[int, int] = {}
    for names in KEYS:
        old = _places(before, names, set(found.values()))
        for words, places in _places(now, names, found).items():
            if len(places) == len(old.get(words, ())):
                found |= zip(places, old[words], strict=True)
    return found | dict(_alike(now, before, found, norms))


def _places(items: Sequence[Standing], names: Sequence[str], taken: Container[int]) -> dict[tuple[str, ...], list[int]]:
    """Gather the places of items with the same words; what stands last in `names` tells nothing alone."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, item in enumerate(items):
        words = tuple(bare(getattr(item, name)) for name in names)
        if at not in taken and any(words[:-1] or words):
            places.setdefault(words, []).append(at)
    return places


def _alike(
    now: Sequence[Standing], before: Sequence[Standing], found: Mapping[int, int], norms: HistoryNorms
) -> Iterator[tuple[int, int]]:
    """Match targets of one project or unit that are alike, where no other of either month comes near."""
    scores = {
        (at, place): fuzz.ratio(bare(now[at].target), bare(before[place].target))
        for at, place in _akin(now, before, found)
        if now[at].target and before[place].target
    }
    rows: dict[int, list[float]] = {}
    columns: dict[int, list[float]] = {}
    for (at, place), score in scores.items():
        rows.setdefault(at, [0.0]).append(score)
        columns.setdefault(place, [0.0]).append(score)
    best = [{at: nlargest(2, held) for at, held in side.items()} for side in (rows, columns)]
    for (at, place), score in scores.items():
        first, second = zip(best[0][at], best[1][place], strict=True)
        if score >= norms.alike and score == min(first) and score - max(second) >= norms.apart:
            yield at, place


def _akin(now: Sequence[Standing], before: Sequence[Standing], found: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Pair the items still unmatched that have their project or their lead unit in common."""
    for name in ("project", "lead_unit"):
        old = _places(before, (name,), set(found.values()))
        for words, places in _places(now, (name,), found).items():
            yield from product(places, old.get(words, ()))
