"""One thing under two names: 云湖街道养老院 and 云湖街道敬老院, a firm's long and short name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from reportgen.ingest.audit.counts import RUN, Said
from reportgen.text import fold

QUOTED = re.compile(r"“([^“”]{2,12})”")
GLUE = 2  # characters that two names must share on each side of the one that differs
SHARED = 6  # and on both sides together
SHARED_START = 8  # or before it, where it is the last
FIRM = re.compile(r"(?:有限)?(?:责任)?(?:公司|集团)$")
SHORTEST_FIRM, LONGEST_SHORT = 2, 4  # characters of a firm's short name, without 公司
# Words that come and go, or take each other's place, without making another name.
COMMON = frozenset(
    "已未正将拟再全均各的了和与及等在中进新共仅尚可要需为大小上下内外前后有无是被把从到由于以至并或其该本此"
    "一二三四五六七八九十两百千万年月日期次个家所场套户名条处座张批时来去得地着过也还都又就才刚完成做建改扩"
)


class Windows(NamedTuple):
    """The short stretches of a text: whole ones, ones without their middle letter ▶ that letter, and those at an end.

    `ends` holds the stretch before the last letter of a run of hanzi ▶ that letter.
    """

    whole: Set[str]
    gapped: Mapping[str, str]
    ends: Mapping[str, str]


def two_names(asked: Sequence[Said], told: Said) -> tuple[str, str] | None:
    """Find one thing under two names: equal but for a single hanzi, put for another or left out."""
    return _two_names(tuple([said.hanzi for said in asked]), told.hanzi)


@lru_cache(maxsize=4096)
def _two_names(here: tuple[str, ...], there: str) -> tuple[str, str] | None:
    for text in here:
        for mine, theirs in _near(text, there):
            if mine not in there and not any(theirs in other for other in here):
                return mine, theirs
    return None


def _near(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Give the stretches of two texts that differ in one hanzi."""
    mine, theirs = _windows(one), _windows(other)
    for key in mine.gapped.keys() & theirs.gapped.keys():
        if mine.gapped[key] != theirs.gapped[key]:
            yield from _grown(one, other, key, mine.gapped[key], theirs.gapped[key])
    for key in mine.gapped.keys() & theirs.whole:
        yield from _grown(one, other, key, mine.gapped[key], "")
    for key in mine.whole & theirs.gapped.keys():
        yield from _grown(one, other, key, "", theirs.gapped[key])
    for key in mine.ends.keys() & theirs.ends.keys():
        if mine.ends[key] != theirs.ends[key]:
            yield from _grown(one, other, key, mine.ends[key], theirs.ends[key], at=len(key))


def _grown(one: str, other: str, key: str, here: str, there: str, at: int = GLUE) -> Iterator[tuple[str, str]]:
    """Give the two names around a differing letter, as far as they are alike, where that is far enough."""
    if COMMON & {here, there}:
        return
    a = one.index(key[:at] + here + key[at:]) + at
    b = other.index(key[:at] + there + key[at:]) + at
    left = _common_start(one[:a][::-1], other[:b][::-1])
    right = _common_start(one[a + len(here) :], other[b + len(there) :])
    if left + right >= SHARED:
        yield one[a - left : a + len(here) + right], other[b - left : b + len(there) + right]


@lru_cache(maxsize=64)  # target and plan of an item are asked for twice
def _windows(text: str) -> Windows:
    whole: set[str] = set()
    gapped: dict[str, str] = {}
    ends: dict[str, str] = {}
    for run in RUN.findall(text):
        if len(run) > 2 * GLUE:
            held = _of_run(run)
            whole |= held.whole
            gapped.update(held.gapped)
            ends.update(held.ends)
    return Windows(whole, gapped, ends)


@lru_cache(maxsize=16384)  # a table says many things in the same words
def _of_run(run: str) -> Windows:
    size = 2 * GLUE
    whole = frozenset(run[at : at + size] for at in range(len(run) - size + 1))
    gapped = {run[at : at + GLUE] + run[at + GLUE + 1 : at + size + 1]: run[at + GLUE] for at in range(len(run) - size)}
    return Windows(whole, gapped, {run[-1 - SHARED_START : -1]: run[-1]} if len(run) > SHARED_START else {})


def _common_start(one: str, other: str) -> int:
    """Count the hanzi that two texts begin with alike."""
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    run = RUN.match(one)
    return min(alike, run.end() if run else 0)


def unquoted(asked: Sequence[Said], told: Said) -> str | None:
    """Find a name that stands in quotation marks elsewhere in the row and never here: “微书房”, 微书房."""
    names = (name for said in asked if "“" in said.typed for name in QUOTED.findall(said.typed))
    return next((name for name in names if name in told.typed and f"“{name}" not in told.typed), None)


def short_firms(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give firms that stand by a short and a long name, as far as the letters tell: 湖投公司, 湖畔开发投资有限公司."""
    firms = {name: FIRM.sub("", fold(name)) for name in names if FIRM.search(fold(name))}
    longs: dict[tuple[str, str], list[str]] = {}  # by the first letter and each of the others
    for name, letters in firms.items():
        for letter in set(letters[1:]) if len(letters) > LONGEST_SHORT else ():
            longs.setdefault((letters[0], letter), []).append(name)
    for short, bare in firms.items():
        if SHORTEST_FIRM <= len(bare) <= LONGEST_SHORT:
            likely = longs.get((bare[0], bare[-1]), ())
            found = [name for name in likely if _drawn_from(bare, firms[name])]
            if len(found) == 1:
                yield short, found[0]


def _drawn_from(short: str, long: str) -> bool:
    """Tell whether a short name takes its letters in order from a long one, the first from its first."""
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)
