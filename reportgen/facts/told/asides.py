"""Asides: what a report tells beside what is asked (meetings held, trouble that is over), and so counts nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reportgen.facts.words.phrases import cured, mentions, pattern, says
from reportgen.facts.words.statements import Sentence, Statement
from reportgen.facts.words.topics import HEAD, names
from reportgen.norms import Norms
from reportgen.records import Aspect, Span


def without_asides(said: Sequence[Statement], asked: str, norms: Norms) -> Iterator[Statement]:
    """Leave out asides, unless the words that are `asked` (folded) name them."""
    named = names(asked, norms.matching) if said else frozenset()
    matters: Sentence | None = None  # the sentence that has begun with matters that others brought up
    for statement in said:
        if tells(norms.phrases.matters, statement.text, named, norms):
            matters = statement.sentence
        elif statement.sentence is matters and _settles(statement, named, norms):
            continue
        if _is_aside(statement, asked, named, norms) or _is_over(statement, asked, norms):
            continue
        if not _of_another_thing(statement, asked, norms):
            yield statement


def _is_aside(statement: Statement, asked: str, named: frozenset[str], norms: Norms) -> bool:
    """Tell whether each piece of a clause is an aside: it names nothing `asked`, nor tells who has the good of it."""
    if not says(norms.phrases.asides, statement.text):
        return False  # the usual case
    return all(_tells_aside(statement, piece, asked, named, norms) for piece in statement.pieces)


def _tells_aside(statement: Statement, piece: Span, asked: str, named: frozenset[str], norms: Norms) -> bool:
    text = statement.source.text[statement.source.at(piece) : statement.source.past(piece)]
    found = pattern(norms.phrases.asides).search(text)
    if found is None or names(found[0], norms.matching) & named:
        return False
    benefits = norms.matching.benefits
    return not (mentions(benefits, found[0]) and mentions(benefits, asked))


def _settles(statement: Statement, named: frozenset[str], norms: Norms) -> bool:
    return statement.aspect is Aspect.REACHED and tells(norms.phrases.matters_settled, statement.text, named, norms)


def tells(phrases: tuple[str, ...], text: str, named: frozenset[str], norms: Norms) -> bool:
    """True where a clause says one of the phrases, and nothing that is asked: 居民反映问题15件，均已办结."""
    return says(phrases, text) and not names(text, norms.matching) & named


def _of_another_thing(statement: Statement, asked: str, norms: Norms) -> bool:
    """Tell whether a clause says that a facility stands which is not asked for, and shares no name with what is."""
    if statement.aspect is not Aspect.REACHED:
        return False
    if statement.quantities or not says(_by_name(norms.matching.facilities), statement.text):
        return False
    if any(says((kind,), statement.text) and says((kind,), asked) for kind in norms.matching.facilities):
        return False
    named = names(statement.text, norms.matching)
    return says(norms.matching.facilities, asked) and not named & names(asked, norms.matching)


@cache
def _by_name(facilities: tuple[str, ...]) -> tuple[str, ...]:
    """The facilities but where they stand bare in a list, as parts of the works (围墙、道路、绿化做完)."""
    return tuple(f"(?<!、)(?:{kind})(?!、)" for kind in facilities)


def _is_over(statement: Statement, asked: str, norms: Norms) -> bool:
    """Tell whether a clause only tells of trouble that its sentence says is over (前期受雨水影响，现已恢复正常).

    Where just that end is `asked` (主汛期后复工), the clause tells what it is of.
    """
    trouble = says(norms.phrases.cause, statement.text)  # names the step that it held up (前期因征地影响进度)
    facts = statement.quantities or statement.claims or (statement.milestones and not trouble)
    if facts or not cured(statement.rest_of_sentence, norms.phrases):
        return False
    over = pattern(norms.phrases.cured).search(statement.rest_of_sentence)
    return over is None or over[0][-HEAD:] not in asked
