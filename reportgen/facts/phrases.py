"""The norms' phrases as compiled patterns, and what they say of a stretch of text."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.norms import PhraseNorms
from reportgen.records import Aspect


@lru_cache(maxsize=512)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Join phrases to one pattern; the longest alternatives need not come first, as only the place matters."""
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases))


def says(phrases: tuple[str, ...], text: str) -> bool:
    return pattern(phrases).search(text) is not None


def ends_with(phrases: tuple[str, ...], text: str) -> bool:
    """Tell whether a text ends with one of the phrases."""
    return any(match.end() == len(text) for match in pattern(phrases).finditer(text))


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
