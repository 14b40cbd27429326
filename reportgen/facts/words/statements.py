"""Statements: one clause of a cell each, with the facts that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, partial
from itertools import groupby
from typing import Self

from reportgen.facts.words.phrases import cured, says
from reportgen.norms import PhraseNorms
from reportgen.records import Aspect, Milestone, Moment, Quantity, Scope, Span
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
    `aspects` tell of each of the `quantities` how far it is, and `numbers` are both; `shares` are the percentages among
    them, `counted` the others.
    """

    source: Folded
    start: int
    end: int
    text: str
    span: Span
    pieces: tuple[Span, ...]
    sentence: Sentence
    aspect: Aspect | None
    quantities: tuple[Quantity, ...]
    aspects: tuple[Aspect | None, ...]
    milestones: tuple[Milestone, ...]
    moments: tuple[Moment, ...]
    claims: bool
    claims_all: bool
    numbers: tuple[Number, ...] = field(init=False, default=())
    shares: tuple[Quantity, ...] = field(init=False, default=())
    counted: tuple[Quantity, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        """Sort the numbers at once, as they are looked at often."""
        if not self.quantities:
            return  # the usual case
        pairs, put = zip(self.quantities, self.aspects, strict=True), partial(object.__setattr__, self)
        put("numbers", tuple([Number(quantity, self, aspect) for quantity, aspect in pairs]))
        put("shares", tuple([quantity for quantity in self.quantities if quantity.is_share]))
        put("counted", tuple([quantity for quantity in self.quantities if not quantity.is_share]))

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

    def without(self, spans: Iterable[Span]) -> str:
        """Its folded text without the words of some spans (its days, its steps), so that only the rest names things."""
        text = self.text
        for span in spans:
            text = text.replace(fold(span.text), " ", 1)
        return text

    @property
    def counts(self) -> bool:
        """Whether it counts something, and so may begin to speak of others; a share goes on about the same."""
        return bool(self.counted)

    @property
    def certain(self) -> bool:
        """Whether it holds a number, a step or a day, and so more than words that anything may be told in."""
        return bool(self.quantities or self.milestones or self.moments)

    def steps_in(self, piece: Span) -> tuple[Milestone, ...]:
        """The steps that a stretch of this statement names."""
        return tuple(step for step in self.milestones if piece.start <= step.span.start < piece.end)

    def piece_at(self, inner: Span) -> Span:
        """The stretch between 、 in which a span of this statement stands."""
        at = bisect_right(self.pieces, inner.start, key=lambda piece: piece.end)
        return self.pieces[at] if at < len(self.pieces) else self.span


@dataclass(frozen=True)  # without slots, so that what is looked at often is worked out once
class Number:
    """A number in the clause that tells it, and how far what it counts is."""

    quantity: Quantity
    statement: Statement
    aspect: Aspect | None

    @property
    def span(self) -> Span:
        """Its own words."""
        return self.quantity.span

    @property
    def sentence(self) -> Sentence:
        return self.statement.sentence

    @property
    def value(self) -> Decimal:
        return self.quantity.value

    @property
    def unit(self) -> str:
        return self.quantity.unit

    @property
    def noun(self) -> str:
        return self.quantity.noun

    @property
    def of(self) -> str:
        return self.quantity.of

    @property
    def scope(self) -> Scope:
        return self.quantity.scope

    @property
    def is_share(self) -> bool:
        return self.quantity.is_share

    @property
    def is_part(self) -> bool:
        return self.quantity.is_part

    @cached_property
    def before(self) -> str:
        """The folded text of its clause before it."""
        return self.statement.before(self.span)

    @property
    def after(self) -> str:
        """The folded text of its clause behind it."""
        return self.statement.after(self.span)

    @property
    def piece(self) -> Span:
        """The stretch between 、 of its clause in which it stands."""
        return self.statement.piece_at(self.span)

    @cached_property
    def near(self) -> str:
        """The folded text of that stretch."""
        return fold(self.piece.text)

    @property
    def text(self) -> str:
        """Its own words, folded."""
        return fold(self.span.text)

    def worth(self, value: Decimal) -> Self:
        """The same number, but for its value."""
        return replace(self, quantity=replace(self.quantity, value=value))

    @property
    def previous(self) -> Number | None:
        """The last number of its clause that stands before it."""
        before = (other for other in reversed(self.statement.numbers) if other.span.end <= self.span.start)
        return next(before, None)

    @property
    def steps(self) -> tuple[Milestone, ...]:
        """The steps that that stretch names."""
        return self.statement.steps_in(self.piece)

    @property
    def steps_before(self) -> tuple[Milestone, ...]:
        """Those of them that stand before it."""
        return tuple(step for step in self.steps if step.span.end <= self.span.start)

    def to(self, later: Span) -> str:
        """The folded text between it and a later span of its cell."""
        return self.statement.between(self.span, later)


def numbers_in(said: Iterable[Statement]) -> Iterator[Number]:
    """The numbers that some clauses tell, in order."""
    return (number for statement in said for number in statement.numbers)


def stuck(statement: Statement, phrases: PhraseNorms) -> bool:
    """Tell whether a clause denies a step, or says that the works are held up, and not that this is over."""
    held_up = says(phrases.blocked, statement.text) and not cured(statement.text, phrases)
    denied = statement.aspect is Aspect.NOT and not says(phrases.undone_ones, statement.text)
    return denied or held_up


def of_sentence(sentence: Sentence, among: Iterable[Statement]) -> list[Statement]:
    """The clauses that stand in a sentence, in order."""
    return [one for one in among if one.sentence is sentence]


def by_sentence(said: Iterable[Statement]) -> Iterator[list[Statement]]:
    """The clauses of each sentence, in order."""
    return (list(clauses) for _, clauses in groupby(said, key=lambda statement: statement.sentence))


def earlier(one: Statement, among: Iterable[Statement]) -> list[Statement]:
    """The clauses before one in its sentence, in order."""
    return [other for other in of_sentence(one.sentence, among) if other.start < one.start]


def later(one: Statement, among: Iterable[Statement]) -> list[Statement]:
    """The clauses behind one in its sentence, in order."""
    return [other for other in of_sentence(one.sentence, among) if other.start > one.start]


def numbers_before(number: Number, among: Iterable[Statement]) -> list[Quantity]:
    """The numbers before one in its sentence, in order."""
    same = (quantity for one in of_sentence(number.sentence, among) for quantity in one.quantities)
    return [quantity for quantity in same if quantity.span.start < number.span.start]
