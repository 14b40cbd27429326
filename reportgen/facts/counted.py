"""What a number counts: the noun beside it, and the whole that a percentage is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportgen.norms import BoundWords, QuantityNorms

WINDOW = 40
STOP = re.compile(r"[。;!?,、:()\[\]〔〕/~—…|]")
QUOTES = str.maketrans("", "", "“”\"'‘’《》「」『』·")
PERCENT = frozenset({"%", "‰", "‱"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The folded words that name the thing counted; `of` names the whole of a percentage."""

    noun: str
    of: str = ""


def counted(
    text: str, numbers: Sequence[tuple[int, int, str]], named: Sequence[tuple[int, int]], words: QuantityNorms
) -> list[Counted]:
    """Name what each number (start, end, unit) counts; `named` are the stretches that only look like numbers."""
    found: list[Counted] = []
    skips = dict(named)
    for index, (start, end, unit) in enumerate(numbers):
        floor = numbers[index - 1][1] if index else 0
        ceiling = numbers[index + 1][0] if index + 1 < len(numbers) else len(text)
        before = _before(text, max(floor, start - WINDOW), start, words)
        if unit in PERCENT:
            carried = found[-1].of if index and numbers[index - 1][2] == unit and start - floor <= 1 else ""
            found.append(_share(before, carried, words))
            continue
        after = _after(text, skips.get(end, end), ceiling, words)
        found.append(Counted((_segments(before, words) or [""])[-1] + after))
    return found


def _before(text: str, floor: int, start: int, words: QuantityNorms) -> str:
    """Take the words before a number back to the nearest stop, without what only leads to the number."""
    run = STOP.split(text[floor:start])[-1].translate(QUOTES)
    while match := _links(words).search(run):
        run = run[: match.start()]
    return run


def _after(text: str, start: int, ceiling: int, words: QuantityNorms) -> str:
    run = STOP.split(text[start : min(ceiling, start + WINDOW)])[0].translate(QUOTES)
    for match in _states(words).finditer(run):
        if match.lastgroup == "state":
            run = run[: match.start()]
            break
    return run.rpartition("的")[2]


def _share(before: str, carried: str, words: QuantityNorms) -> Counted:
    segments = _segments(before.removesuffix("的"), words, keep_leading=True)
    if not segments:
        return Counted("", carried)
    last, rest = segments[-1], segments[:-1]
    for change in words.changes:
        if before.endswith(change):
            return Counted(last.removesuffix(change) or "".join(rest[-1:]), change)
    if before.endswith("的") or last.endswith(words.shares):
        return Counted(_bare(rest[-1], words) if rest else "", last)
    return Counted(_bare(last, words))


def _segments(run: str, words: QuantityNorms, keep_leading: bool = False) -> list[str]:
    """Cut a run at the words that frame a count (新增, 完成), and keep what is named between them."""
    segments, begin = list[str](), 0
    for match in _frames(words).finditer(run):
        if match.lastgroup == "frame":
            segments.append(run[begin : match.start()])
            begin = match.end()
    segments.append(run[begin:])
    return [bare for segment in segments if (bare := segment if keep_leading else _bare(segment, words))]


def _bare(segment: str, words: QuantityNorms) -> str:
    while segment.startswith(words.leading):
        segment = segment[max(len(word) for word in words.leading if segment.startswith(word)) :]
    return segment


def _longest(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@lru_cache(maxsize=8)
def _frames(words: QuantityNorms) -> re.Pattern[str]:
    return re.compile(f"(?P<kept>{_longest(words.kept)})|(?P<frame>{_longest(words.frames)})")


@lru_cache(maxsize=8)
def _states(words: QuantityNorms) -> re.Pattern[str]:
    return re.compile(f"(?P<kept>{_longest(words.kept)})|(?P<state>{_longest(words.states)})")


@lru_cache(maxsize=8)
def _links(words: QuantityNorms) -> re.Pattern[str]:
    return re.compile(f"(?:{_longest([*_all(words.before), '达到', '达', '为', '是', '占', '至', '到', '了', '共', '有', '数'])})$")


def _all(words: BoundWords) -> tuple[str, ...]:
    return (*words.over, *words.at_least, *words.at_most, *words.near, *words.about)
