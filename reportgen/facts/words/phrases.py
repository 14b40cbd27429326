"""The norms' phrases as compiled patterns, and what they say of a stretch of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from reportgen.norms import MatchingNorms, PhraseNorms
from reportgen.records import Aspect
from reportgen.text import CLAUSE_END

NOTHING = "(?!)"  # what no text matches
RESPECTIVELY = "分别"  # of each of several things its own number
IN_TURN = re.compile("分别|依次|先后|顺次")  # the same, of places or times one after another


def any_of(patterns: Iterable[str]) -> str:
    """Join patterns to one, the first of which wins; of none, to one that matches nothing."""
    return "|".join(patterns) or NOTHING


def longest_of(words: Iterable[str]) -> str:
    """Join plain words to a pattern in which the longest wins.

    It looks at the first letter and then branches letter by letter: at most places of a text none of the words begins.
    """
    known = sorted(set(words), reverse=True)
    firsts = "".join(re.escape(first) for first in dict.fromkeys(word[0] for word in known))
    return f"(?=[{firsts}])(?:{_branches(known)})" if known else NOTHING


def _branches(words: Iterable[str]) -> str:
    """Branch at the first letter; what goes on comes before what ends there, so that the longest wins."""
    beginnings = groupby(words, key=lambda word: word[:1])
    return "|".join(
        re.escape(first) + f"(?:{_branches([word[1:] for word in same])})" if first else ""
        for first, same in beginnings
    )


@lru_cache(maxsize=512)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Join phrases to one pattern; the longest alternatives need not come first, as only the place matters."""
    return re.compile(any_of(f"(?:{phrase})" for phrase in phrases))


def mentions(words: Iterable[str], text: str) -> bool:
    """Tell whether one of some plain words stands in a text."""
    return any(word in text for word in words)


def tells_all(text: str, words: MatchingNorms) -> bool:
    """Tell whether a folded text speaks of all (均, 全部), in no word that only holds the letter (日均, 600个以上)."""
    return mentions(words.wholes, pattern(words.not_wholes).sub("", text))


def says(phrases: tuple[str, ...], text: str) -> bool:
    return pattern(phrases).search(text) is not None


@lru_cache(maxsize=64)
def _ending(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(f'(?:{phrase})' for phrase in phrases)})$")


def holds_only_others(phrases: tuple[str, ...], text: str, asked: str) -> bool:
    """Tell whether a text holds some of the phrases, and none of the words so found stand in what is `asked`."""
    told = [match[0] for match in pattern(phrases).finditer(text)]
    return bool(told) and not mentions(told, asked)


def ends_with(phrases: tuple[str, ...], text: str) -> bool:
    """Tell whether a text ends with one of the phrases."""
    return _ending(phrases).search(text) is not None


def cured(text: str, phrases: PhraseNorms) -> bool:
    """Tell whether a clause of a text says that trouble is over, and not only that it is to be (拟10月恢复施工)."""
    if not says(phrases.cured, text):
        return False  # the usual case
    clauses = CLAUSE_END.split(text)
    return any(says(phrases.cured, clause) and not says(phrases.intended, clause) for clause in clauses)


@lru_cache(maxsize=1024)  # a clause and the steps in it look at the same words
def aspect_of(text: str, phrases: PhraseNorms) -> Aspect | None:
    """Tell how far the thing that `text` speaks of is; None where no word says it.

    A denial outweighs an intention, that outweighs what is going on, and that outweighs a completion.
    """
    if says(phrases.not_, text):
        return Aspect.NOT
    if says(phrases.intended, text):
        return Aspect.INTENDED
    if says(phrases.partial, text):
        return Aspect.UNDER_WAY
    if completed(text, phrases):
        return Aspect.REACHED
    if says(phrases.under_way, text):
        return Aspect.UNDER_WAY
    if says(phrases.reached, text):
        return Aspect.REACHED
    return Aspect.UNDER_WAY if says(phrases.weakly_under_way, text) else None


def completed(text: str, phrases: PhraseNorms) -> bool:
    """Tell whether the text claims an end (已完成, 全部到位), not merely that something went on."""
    return says(phrases.clause_claims, text) or says(phrases.whole_claims, text)
