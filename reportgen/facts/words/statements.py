"""Statements: one clause of a cell each, with the facts that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.facts.words.phrases import cured, says
from reportgen.norms import PhraseNorms
from reportgen.records import Aspect, Milestone, Moment, Quantity, Span
from reportgen.text import Folded, fold


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of a cell, equal to itself only; `start` and `end` bound its folded text, without a list marker."""

    source: Folded
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    def holds(self, span: Span) -> bool:
        """Tell whether a span of any cell begins in this sentence."""
        first, last = self.source.offsets[self.start], self.source.offsets[self.end - 1]
        return first <= span.start <= last and span.address == self.source.address


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One clause of a cell, equal to itself only, and what it says.

    `start` and `end` bound its folded `text`; `span` is the whole of it, `pieces` the stretches between 、, in order.
    """

    source: Folded
    start: int
    end: int
    text: str
    span: Span
    pieces: tuple[Span, ...]
    sentence: Sentence
    aspect: Aspect | None
    quantities: tuple[tuple[Quantity, Aspect | None], ...]
    milestones: tuple[Milestone, ...]
    moments: tuple[Moment, ...]
    claims: bool
    claims_all: bool

    @property
    def rest_of_sentence(self) -> str:
        """The folded text of the sentence from this statement on."""
        return self.source.text[self.start : self.sentence.end]

    def before(self, inner: Span) -> str:
        """The folded text of this statement before a span of it."""
        return self.source.text[self.start : self.source.at(inner)]

    def after(self, inner: Span) -> str:
        """The folded text of this statement from the end of a span of it."""
        return self.source.text[self.source.past(inner) : self.end]

    def between(self, one: Span, other: Span) -> str:
        """The folded text between two spans of this statement."""
        return self.source.text[self.source.past(one) : self.source.at(other)]

    def near(self, inner: Span) -> str:
        """The folded text of the stretch between 、 in which a span of this statement stands."""
        return fold(self.piece_at(inner).text)

    def without(self, spans: Iterable[Span]) -> str:
        """Its folded text without the words of some spans (its days, its steps), so that only the rest names things."""
        text = self.text
        for span in spans:
            text = text.replace(fold(span.text), " ", 1)
        return text

    @property
    def shares(self) -> tuple[Quantity, ...]:
        """The percentages that it tells."""
        return tuple(quantity for quantity, _ in self.quantities if quantity.is_share)

    @property
    def counted(self) -> tuple[Quantity, ...]:
        """The other numbers that it tells."""
        return tuple(quantity for quantity, _ in self.quantities if not quantity.is_share)

    @property
    def counts(self) -> bool:
        """Whether it counts something, and so may begin to speak of others; a share goes on about the same."""
        return any(not quantity.is_share for quantity, _ in self.quantities)

    def number_before(self, inner: Span) -> Quantity | None:
        """The last number that stands before a span of this statement in it."""
        return next((q for q, _ in reversed(self.quantities) if q.span.end <= inner.start), None)

    def steps_in(self, piece: Span) -> tuple[Milestone, ...]:
        """The steps that a stretch of this statement names."""
        return tuple(step for step in self.milestones if piece.start <= step.span.start < piece.end)

    def piece_at(self, inner: Span) -> Span:
        """The stretch between 、 in which a span of this statement stands."""
        at = bisect_right(self.pieces, inner.start, key=lambda piece: piece.end)
        return self.pieces[at] if at < len(self.pieces) else self.span


def stuck(statement: Statement, phrases: PhraseNorms) -> bool:
    """Tell whether a clause denies a step, or says that the works are held up, and not that this is over."""
    held_up = says(phrases.blocked, statement.text) and not cured(statement.text, phrases)
    denied = statement.aspect is Aspect.NOT and not says(phrases.undone_ones, statement.text)
    return denied or held_up


def numbers_before(span: Span, statement: Statement, among: Iterable[Statement]) -> list[Quantity]:
    """The numbers that stand before a span of a statement in its sentence, in order."""
    same = (one for one in among if one.sentence is statement.sentence)
    return [quantity for one in same for quantity, _ in one.quantities if quantity.span.start < span.start]
