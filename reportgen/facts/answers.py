"""Answers: the statements and numbers of the progress that speak to a requirement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts.requirements import is_level, ladder_named
from reportgen.facts.statements import Statement
from reportgen.facts.topics import names, nearest, share, weights
from reportgen.facts.units import same_unit
from reportgen.norms import Norms
from reportgen.records import Aspect, Milestone, Quantity, Requirement, Scope


@dataclass(frozen=True, slots=True)
class Answer:
    """A number of the progress that may answer a requirement; `fit` tells how well their names agree, 0 to 1."""

    quantity: Quantity
    statement: Statement
    fit: float


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress set against one list of requirements: each statement with the topic it speaks of."""

    requirements: tuple[Requirement, ...]
    statements: tuple[Statement, ...]
    topics: tuple[frozenset[str], ...]
    owners: tuple[int | None, ...]
    norms: Norms

    def about(self, requirement: Requirement) -> tuple[Statement, ...]:
        """The statements that speak of a requirement, or of nothing in particular."""
        if len(self.topics) <= 1 or not requirement.topic:
            return self.statements
        own = self.topics.index(requirement.topic)
        return tuple(s for s, owner in zip(self.statements, self.owners, strict=True) if owner in (None, own))

    def only_about(self, requirement: Requirement) -> tuple[Statement, ...]:
        """The statements that speak of a requirement by name."""
        return tuple(s for s in self.about(requirement) if share(requirement.topic, self.words(s.text)) > 0)

    def words(self, text: str) -> frozenset[str]:
        return names(text, self.norms.matching)


def progress(requirements: Sequence[Requirement], statements: Sequence[Statement], norms: Norms) -> Progress:
    """Tell for each statement which of the requirements' topics it speaks of.

    A statement that names none of them speaks of what the statement before it in the same sentence spoke of.
    """
    topics = tuple(dict.fromkeys(requirement.topic for requirement in requirements if requirement.topic))
    weight = weights(topics)
    owners: list[int | None] = []
    for at, statement in enumerate(statements):
        owner = nearest(names(statement.text, norms.matching), topics, weight)
        if owner is None and at and statements[at - 1].sentence == statement.sentence:
            owner = owners[at - 1]
        owners.append(owner)
    return Progress(tuple(requirements), tuple(statements), topics, tuple(owners), norms)


def counts(requirement: Requirement, said: Progress) -> list[Answer]:
    """The numbers that count what a requirement counts, the best first."""
    asked = requirement.quantity
    if asked is None:
        return []
    rivals = [r for r in said.requirements if r.quantity and same_unit(r.quantity.unit, asked.unit, said.norms)]
    found = [
        Answer(quantity, statement, share(requirement.topic, _named(quantity, statement, said)))
        for statement, quantity in _usable(requirement, said)
        if same_unit(quantity.unit, asked.unit, said.norms)
        and _is_nearest(requirement, rivals, _named(quantity, statement, said))
    ]
    return sorted(found, key=lambda answer: (round(answer.fit, 1), answer.quantity.value), reverse=True)


def _named(quantity: Quantity, statement: Statement, said: Progress) -> frozenset[str]:
    return said.words(quantity.noun) | said.words(statement.text)


def _is_nearest(requirement: Requirement, rivals: Sequence[Requirement], words: frozenset[str]) -> bool:
    fits = [share(rival.topic, words) for rival in rivals]
    return share(requirement.topic, words) >= max(fits, default=0.0)


def _usable(requirement: Requirement, said: Progress) -> Iterator[tuple[Statement, Quantity]]:
    """Leave out what is only intended, denied, still going on, or a part or a lower stage of what is asked."""
    part = requirement.quantity is not None and requirement.quantity.scope is Scope.PART
    for statement in said.statements:
        for quantity, aspect in statement.quantities:
            if aspect in (Aspect.NOT, Aspect.INTENDED):
                continue
            if aspect is Aspect.UNDER_WAY and not _under_way_suffices(requirement):
                continue
            if (quantity.scope is Scope.PART) != part or (quantity.scope is Scope.REST and aspect is not Aspect.REACHED):
                continue
            if not _too_early(requirement, quantity, statement):
                yield statement, quantity


def _under_way_suffices(requirement: Requirement) -> bool:
    return requirement.milestone is not None and requirement.milestone.aspect is Aspect.UNDER_WAY


def _too_early(requirement: Requirement, quantity: Quantity, statement: Statement) -> bool:
    """Tell whether the number counts things at a step before the one asked for (开工8所 where 建成8所 is asked)."""
    wanted = requirement.milestone
    if wanted is None:
        return False
    steps = [step for step in steps_near(quantity, statement) if step.ladder == wanted.ladder]
    return bool(steps) and all(step.rank < wanted.rank for step in steps)


def steps_near(quantity: Quantity, statement: Statement) -> tuple[Milestone, ...]:
    """The steps that the words around a number name; those of the whole clause if there are none."""
    text = statement.source.typed
    left = max((text.rfind(mark, 0, quantity.span.start) for mark in "、,，;；。"), default=-1)
    ends = [at for mark in "、,，;；。" if (at := text.find(mark, quantity.span.end)) >= 0]
    right = min(ends, default=len(text))
    near = tuple(step for step in statement.milestones if left < step.span.start < right)
    return near or statement.milestones


def rates(requirement: Requirement, said: Progress) -> list[Answer]:
    """The percentages that tell how far a thing has come (完成总工程量的80%), the best first."""
    found = [
        Answer(quantity, statement, share(requirement.topic, said.words(statement.text)))
        for statement in said.about(requirement)
        for quantity, aspect in statement.quantities
        if quantity.unit == "%" and aspect not in (Aspect.NOT, Aspect.INTENDED) and _tells_works(quantity, statement, said)
    ]
    return sorted(found, key=lambda answer: (round(answer.fit, 1), answer.quantity.value), reverse=True)


def _tells_works(quantity: Quantity, statement: Statement, said: Progress) -> bool:
    if is_level(quantity, statement.span, said.norms) or quantity.scope is Scope.PART:
        return False
    named = quantity.of or quantity.noun
    return not quantity.of or any(word and word in named for word in said.norms.matching.works)


def levels(requirement: Requirement, said: Progress) -> list[Answer]:
    """The numbers that tell the level asked for (优良率90.1%), by unit and name."""
    asked = requirement.quantity
    if asked is None:
        return []
    wanted = said.words(asked.of + asked.noun) or requirement.topic
    found = [
        Answer(quantity, statement, share(wanted, said.words(quantity.of + quantity.noun) or said.words(statement.text)))
        for statement in said.statements
        for quantity, aspect in statement.quantities
        if same_unit(quantity.unit, asked.unit, said.norms) and aspect not in (Aspect.NOT, Aspect.INTENDED)
    ]
    return sorted((a for a in found if a.fit > 0), key=lambda answer: answer.fit, reverse=True)


def position(requirement: Requirement, said: Progress) -> Milestone | None:
    """The furthest step that stands reached or under way, on the requirement's ladder."""
    return _furthest(requirement, said, (Aspect.REACHED, Aspect.UNDER_WAY))


def prospect(requirement: Requirement, said: Progress) -> Milestone | None:
    """The first step that is only intended or denied."""
    wanted = requirement.milestone
    steps = [
        step
        for statement in said.about(requirement)
        for step in statement.milestones
        if wanted and step.ladder == wanted.ladder and step.aspect in (Aspect.NOT, Aspect.INTENDED)
    ]
    return min(steps, key=lambda step: step.rank, default=None)


def _furthest(requirement: Requirement, said: Progress, aspects: tuple[Aspect, ...]) -> Milestone | None:
    wanted = requirement.milestone
    steps = [
        step
        for statement in said.about(requirement)
        for step in statement.milestones
        if wanted and step.ladder == wanted.ladder and step.aspect in aspects
    ]
    return max(steps, key=lambda step: (step.rank, step.aspect is Aspect.REACHED), default=None)


def days_between(here: Milestone, wanted: Milestone, skipped: frozenset[str], norms: Norms) -> int:
    """The usual least days from a step to the one asked for; a step under way is taken as half done."""
    steps = ladder_named(wanted.ladder, norms).steps
    last = wanted.rank if wanted.aspect is Aspect.REACHED else wanted.rank - 1
    days = Decimal(0)
    for rank, step in enumerate(steps[: last + 1]):
        if step.id in skipped or rank < here.rank or (rank == here.rank and here.aspect is Aspect.REACHED):
            continue
        days += Decimal(step.days) / 2 if rank == here.rank and here.aspect is Aspect.UNDER_WAY else step.days
    return int(days)
