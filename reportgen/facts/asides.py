"""Asides: what a report tells beside what is asked (meetings held, leaflets handed out), and so counts nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.facts.phrases import pattern
from reportgen.facts.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Span


def without_asides(said: Iterable[Statement], asked: str, norms: Norms) -> Iterator[Statement]:
    """Leave out asides, unless the words that are `asked` (folded) name them: of a clause the piece that is one."""
    for statement in said:
        beside = [piece for piece in statement.pieces if _is_aside(statement, piece, asked, norms)]
        if not beside:
            yield statement
        elif len(beside) < len(statement.pieces):
            numbers = tuple(pair for pair in statement.quantities if not _within(pair[0].span, beside))
            steps = tuple(step for step in statement.milestones if not _within(step.span, beside))
            yield replace(statement, quantities=numbers, milestones=steps)


def _is_aside(statement: Statement, piece: Span, asked: str, norms: Norms) -> bool:
    text = statement.source.text[statement.source.at(piece) : statement.source.past(piece)]
    return any(match[0] not in asked for match in pattern(norms.phrases.asides).finditer(text))


def _within(span: Span, pieces: Iterable[Span]) -> bool:
    return any(piece.start <= span.start < piece.end for piece in pieces)
