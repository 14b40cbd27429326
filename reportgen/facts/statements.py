"""Statements: a cell cut into clauses, each with the facts that stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from reportgen.facts.dates import moments
from reportgen.facts.phrases import aspect_of, completed, says
from reportgen.facts.quantities import quantities
from reportgen.facts.stages import milestones
from reportgen.norms import Norms
from reportgen.records import Aspect, Cell, Milestone, Moment, Quantity, Span
from reportgen.text import Folded, Piece, folded, pieces


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause of a cell and what it says. `start` and `end` bound its folded text."""

    source: Folded
    start: int
    end: int
    sentence: tuple[int, int]
    aspect: Aspect | None
    quantities: tuple[tuple[Quantity, Aspect | None], ...]
    milestones: tuple[Milestone, ...]
    moments: tuple[Moment, ...]
    claims: bool
    claims_all: bool

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @property
    def sentence_text(self) -> str:
        return self.source.text[slice(*self.sentence)]

    @property
    def span(self) -> Span:
        return self.source.span(self.start, self.end)

    def piece_at(self, inner: Span) -> Span:
        """The stretch between 、 in which a span of this statement stands."""
        at = self.start
        for piece in self.text.split("、"):
            end = at + len(piece)
            if piece and inner.start <= self.source.offsets[end - 1]:
                return self.source.span(at, end)
            at = end + 1
        return self.span


def statements(cell: Cell, as_of: date, norms: Norms) -> tuple[Statement, ...]:
    """Cut a cell into statements, in order; a blank cell has none."""
    source = folded(cell)
    if cell.blank or not source.text:
        return ()
    cut = list(pieces(source.text))
    numbers = quantities(source, norms.quantities)
    times = moments(source, as_of, norms.dates)
    steps = [step for ladder in norms.ladders for step in milestones(source, cut, ladder, norms)]
    return tuple(
        _statement(source, list(group), (numbers, times, steps), as_of, norms)
        for _, group in groupby(cut, key=lambda piece: piece.clause)
    )


_Facts = tuple[Iterable[Quantity], Iterable[Moment], Iterable[Milestone]]


def _statement(source: Folded, cut: list[Piece], facts: _Facts, as_of: date, norms: Norms) -> Statement:
    start, end = cut[0].clause
    bounds = source.offsets[start], source.offsets[end - 1] + 1

    def inside(span: Span) -> bool:
        return bounds[0] <= span.start < bounds[1]

    text = source.text[start:end]
    times = tuple(moment for moment in facts[1] if inside(moment.span) and not _tells_as_of(source, moment))
    aspect = aspect_of(text, norms.phrases)
    steps = tuple(m for m in facts[2] if inside(m.span))
    if aspect in (None, Aspect.UNDER_WAY) and any(moment.start > as_of for moment in times):
        # 9月20日前发布招标文件, read in August, is not under way.
        aspect = Aspect.INTENDED
        steps = tuple(replace(step, aspect=Aspect.INTENDED) for step in steps)
    return Statement(
        source=source,
        start=start,
        end=end,
        sentence=cut[0].sentence,
        aspect=aspect,
        quantities=tuple((q, _aspect_at(source, cut, q, norms)) for q in facts[0] if inside(q.span)),
        milestones=steps,
        moments=times,
        claims=aspect is Aspect.REACHED and completed(text, norms.phrases),
        claims_all=aspect is Aspect.REACHED and says(norms.phrases.whole_claims, text),
    )


def _tells_as_of(source: Folded, moment: Moment) -> bool:
    """Tell whether a day only says how far the telling reaches (截至9月7日)."""
    return source.before(moment.span).endswith(("截至", "截止", "截止到", "截至到", "截止至"))


def _aspect_at(source: Folded, cut: list[Piece], quantity: Quantity, norms: Norms) -> Aspect | None:
    """Tell the aspect of the piece that a number stands in."""
    for piece in cut:
        if source.offsets[piece.start] <= quantity.span.start <= source.offsets[piece.end - 1]:
            own = aspect_of(source.text[piece.start : piece.end], norms.phrases)
            return own or aspect_of(source.text[slice(*piece.clause)], norms.phrases)
    return None
