"""Corrected: numbers that the report itself takes back, and those that it puts in their place (应更正为18条)."""

from __future__ import annotations

from collections.abc import Set

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import numbers_before
from reportgen.records import Span


def corrected(said: Progress) -> tuple[Set[Span], Set[Span]]:
    """The numbers that are taken back, with what they were corrected by, and those that hold instead.

    8月报21条，经复核有3条未接通，应更正为18条: of the numbers of its unit in a sentence no more than the last holds.
    """
    void: set[Span] = set()
    right: set[Span] = set()
    words = said.norms.phrases.corrected
    for statement in said.own:
        for quantity, _ in statement.quantities:
            if says(words, statement.before(quantity.span) + "#"):
                before = numbers_before(quantity.span, statement, said.own)
                alike = {q.span for q in before if q.unit == quantity.unit}
                void |= alike
                right = (right - alike) | {quantity.span}
    return void, right
