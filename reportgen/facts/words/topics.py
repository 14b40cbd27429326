"""Topics: which statement speaks of which requirement, by the words that name the thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import fsum

from reportgen.facts.words.phrases import any_of, longest_of
from reportgen.norms import MatchingNorms
from reportgen.text import HANZI

HEAD = 2  # letters of the word with which a name ends, that says what it is
FLOORS = "至?[一二三四五六七八九十]{1,3}层"
NOT_LETTERS = rf"[^{HANZI}\U00020000-\U0003ffffA-Za-z\d]+|\d+(?:\.\d+)?(?![A-Za-z\d])"  # 4G names something


def names(text: str, norms: MatchingNorms) -> frozenset[str]:
    """The pairs of neighbouring letters that name something, generic words left out."""
    return namer(norms)(text)


@lru_cache(maxsize=16)
def namer(norms: MatchingNorms) -> Callable[[str], frozenset[str]]:
    """Words that name nothing; a measure word is one only behind its number (2家, not 居家)."""
    counted = rf"\d+(?:\.\d+)?[余多万亿千百]*(?:{longest_of(norms.counted)})"
    kept = f"(?P<kept>{longest_of(norms.kept)})"  # 公共 names something, 共 does not
    generic = re.compile(any_of([counted, kept, longest_of(norms.generic), FLOORS, NOT_LETTERS]))

    @lru_cache(maxsize=4096)  # the same clauses are held against one requirement after another
    def named(text: str) -> frozenset[str]:
        runs = generic.sub(lambda match: match["kept"] or " ", text).split()
        return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))

    return named


def weights(topics: Sequence[frozenset[str]]) -> dict[str, float]:
    """Weigh a pair the less, the more topics have it."""
    counts: dict[str, int] = {}
    for pair in chain.from_iterable(topics):
        counts[pair] = counts.get(pair, 0) + 1
    return {pair: 1 / count for pair, count in counts.items()}


def nearest(scores: Sequence[float]) -> int | None:
    """The place of the topic with the highest score; None where none shares anything."""
    best = max(scores, default=0.0)
    return scores.index(best) if best > 0 else None


def score(words: frozenset[str], topic: frozenset[str], weight: dict[str, float]) -> float:
    """How much of what sets a topic apart the words have; the same in whatever order a set gives its pairs."""
    return fsum([weight.get(pair, 0.0) for pair in shared]) if (shared := words & topic) else 0.0


def coverage(layers: Iterable[frozenset[str]], topic: frozenset[str], weight: dict[str, float]) -> list[float]:
    """How much of what sets a topic apart each of some layers of words has, 0 to 1 of all there is."""
    told = [score(words, topic, weight) for words in layers]
    whole = score(topic, topic, weight) if any(told) else 1.0
    return [one / whole for one in told]


def share(asked: frozenset[str], said: frozenset[str]) -> float:
    """How much of the smaller of two sets of names the other has, 0 to 1."""
    both = asked & said  # the usual case: nothing
    return len(both) / min(len(asked), len(said)) if both else 0.0


def abbreviates(said: frozenset[str], topic: frozenset[str]) -> bool:
    """Tell whether all letters of a name stand in the asked one too (安防 for 安全防护)."""
    return bool(said) and set("".join(said)) <= set("".join(topic))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How nearly two sets of names are the same, 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0
