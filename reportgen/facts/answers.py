"""Answers: the statements and numbers of the progress that speak to a requirement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts.phrases import says
from reportgen.facts.requirements import is_level, ladder_named
from reportgen.facts.statements import Statement
from reportgen.facts.topics import coverage, names, nearest, score, share, weights
from reportgen.facts.units import same_unit
from reportgen.norms import Norms
from reportgen.records import Aspect, Milestone, Quantity, Requirement, Scope
from reportgen.text import fold

# Two lists of names that share this much of the shorter one name the same thing.
SAME_TOPIC = 0.5
# What only the sentence around a number names counts for this much of what stands beside it.
FROM_AFAR = 0.25
# A figure that names nothing is taken, if it must be, for the one that is asked for.
UNNAMED_FIT = 0.1


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
        near = {at for at, topic in enumerate(self.topics) if share(topic, requirement.topic) >= SAME_TOPIC}
        return tuple(s for s, owner in zip(self.statements, self.owners, strict=True) if owner is None or owner in near)

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
    if requirement.quantity is None:
        return []
    asked = _counted(requirement)
    topics = [r.topic for r in said.requirements if r.quantity and same_unit(_counted(r).unit, asked.unit, said.norms)]
    weight = weights(list(dict.fromkeys(topics)))
    found = []
    for statement, quantity in _usable(requirement, said):
        if same_unit(quantity.unit, asked.unit, said.norms):
            layers = _named(quantity, statement, said)
            best = max(_closeness(layers, topic, weight) for topic in topics)
            if _closeness(layers, requirement.topic, weight) >= best:
                *near, sentence = (coverage(words, requirement.topic, weight) for words in layers)
                fit = max(near) or sentence * FROM_AFAR
                if not fit and _abbreviates(layers[0], requirement.topic):
                    fit = SAME_TOPIC
                # A number that agrees neither in name nor in measure word counts something else.
                if fit or quantity.unit == asked.unit or not layers[0]:
                    found.append(Answer(quantity, statement, fit))
    return _best_first(requirement, found or _unnamed(requirement, said), said)


def _unnamed(requirement: Requirement, said: Progress) -> list[Answer]:
    """The numbers that name none of the things asked for: they may count this one, where nothing else does."""
    asked = _counted(requirement)
    topics = [r.topic for r in said.requirements if r.quantity]
    return [
        Answer(quantity, statement, 0.0)
        for statement, quantity in _usable(requirement, said)
        if quantity.unit == asked.unit and not any(topic & said.words(statement.text) for topic in topics)
    ]


def _abbreviates(said: frozenset[str], topic: frozenset[str]) -> bool:
    """Tell whether all letters of a name stand in the asked one too (安防 for 安全防护)."""
    return bool(said) and set("".join(said)) <= set("".join(topic))


def _best_first(requirement: Requirement, found: list[Answer], said: Progress) -> list[Answer]:
    """Order answers by fit, then size. A part answers only where it names what is asked better than the whole does."""
    part = requirement.quantity is not None and requirement.quantity.scope is Scope.PART
    wholes = [answer for answer in found if (answer.quantity.scope is Scope.PART) == part]
    best = max((answer.fit for answer in wholes), default=0.0)
    names_of_whole = said.words("".join(answer.quantity.noun for answer in wholes))
    finer = [a for a in found if wholes and a.fit > best and names_of_whole & said.words(a.quantity.noun)]
    kept = wholes + [answer for answer in finer if answer not in wholes]
    unit = _counted(requirement).unit

    def rank(answer: Answer) -> tuple[bool, bool, bool, float, Decimal]:
        quantity = answer.quantity
        month = quantity.scope is Scope.MONTH
        return answer.fit > 0, not month, quantity.unit == unit, round(answer.fit, 1), quantity.value

    return sorted(kept, key=rank, reverse=True)


def _closeness(layers: Sequence[frozenset[str]], topic: frozenset[str], weight: dict[str, float]) -> tuple[float, ...]:
    """How well a topic agrees with a number's words, the nearest weighing most; the sentence only if they say nothing.

    Of two topics that agree equally, the one is closer of which less is left unsaid (就业 is not 再就业).
    """
    *near, sentence = layers
    scores = [score(words, topic, weight) for words in near]
    scores.append(0.0 if any(scores) else score(sentence, topic, weight))
    return (*scores, max(coverage(words, topic, weight) for words in near))


def _counted(requirement: Requirement) -> Quantity:
    """The quantity whose unit is counted: the annual one where a share of it is asked."""
    quantity = requirement.whole if requirement.quantity and requirement.quantity.unit == "%" else None
    chosen = quantity or requirement.quantity
    assert chosen is not None
    return chosen


def _named(quantity: Quantity, statement: Statement, said: Progress) -> tuple[frozenset[str], ...]:
    """What is said to be counted, from the nearest words outwards: the noun, the piece, the clause, the sentence."""
    begin, end = statement.sentence
    texts = (
        quantity.noun,
        fold(statement.piece_at(quantity.span).text),
        statement.text,
        statement.source.text[begin:end],
    )
    return tuple(said.words(text) for text in texts)


def _usable(requirement: Requirement, said: Progress) -> Iterator[tuple[Statement, Quantity]]:
    """Leave out what is only intended, denied, still going on, or a part or a lower stage of what is asked."""
    for statement in said.statements:
        for quantity, aspect in statement.quantities:
            if aspect in (Aspect.NOT, Aspect.INTENDED):
                continue
            if aspect is Aspect.UNDER_WAY and not _under_way_suffices(requirement):
                continue
            if quantity.scope is Scope.REST and aspect is not Aspect.REACHED:
                continue
            if _is_base(quantity, statement, said.norms):
                continue
            if not _too_early(requirement, quantity, statement):
                yield statement, quantity


def _is_base(quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether a number is what the count is taken of (8处积水点中, 任务20个), not what is done."""
    begin = len(statement.source.before(quantity.span)) - statement.start
    number = len(fold(quantity.span.text))
    after = statement.text[begin + number :]
    if says(norms.matching.bases, statement.text[:begin] + "#" + after):
        return True
    later = [q for q, _ in statement.quantities if q.span.start >= quantity.span.end and q.unit == quantity.unit]
    between = (
        statement.source.before(later[0].span)[len(statement.source.before(quantity.span)) + number :] if later else ""
    )
    # 9座处理站已建成7座: the second number tells.
    return bool(later) and "、" not in between and says(norms.phrases.reached, between)


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
    piece = statement.piece_at(quantity.span)
    near = tuple(step for step in statement.milestones if piece.start <= step.span.start < piece.end)
    return near or statement.milestones


def rates(requirement: Requirement, said: Progress) -> list[Answer]:
    """The percentages that tell how far a thing has come (完成总工程量的80%), the best first."""
    found = [
        Answer(quantity, statement, share(requirement.topic, said.words(statement.text)))
        for statement in said.about(requirement)
        for quantity, aspect in statement.quantities
        if quantity.unit == "%"
        and aspect not in (Aspect.NOT, Aspect.INTENDED)
        and _tells_works(quantity, statement, said)
    ]
    return sorted(found, key=lambda answer: (round(answer.fit, 1), answer.quantity.value), reverse=True)


def _tells_works(quantity: Quantity, statement: Statement, said: Progress) -> bool:
    if is_level(quantity, statement.text, said.norms) or quantity.scope is Scope.PART:
        return False
    if not quantity.of:
        # 占13.1% by itself tells of a composition, not of how far the work is.
        return statement.source.before(quantity.span)[-1:] != "占"
    return any(word and word in quantity.of for word in said.norms.matching.works)


def levels(requirement: Requirement, said: Progress) -> list[Answer]:
    """The numbers that tell the level asked for (优良率90.1%), by unit and name."""
    asked = requirement.quantity
    if asked is None:
        return []
    wanted = said.words(asked.of + asked.noun) or requirement.topic
    found = [
        Answer(quantity, statement, _level_fit(wanted, quantity, statement, said))
        for statement in said.statements
        for quantity, aspect in statement.quantities
        if same_unit(_per(quantity.unit), _per(asked.unit), said.norms) and aspect is not Aspect.NOT
    ]
    return sorted((a for a in found if a.fit > 0), key=lambda answer: answer.fit, reverse=True)


def _per(unit: str) -> str:
    """The measure of a rate without what it is per: 元 of 元/人·月."""
    return unit.split("/")[0]


def _level_fit(wanted: frozenset[str], quantity: Quantity, statement: Statement, said: Progress) -> float:
    named = said.words(quantity.of + quantity.noun) or said.words(statement.text)
    # A bare figure (86.18%) answers the one level that is asked for.
    return share(wanted, named) if named else UNNAMED_FIT


def position(requirement: Requirement, said: Progress) -> Milestone | None:
    """The furthest step that stands reached or under way, on the requirement's ladder."""
    steps = [s for s in _steps(requirement, said) if s.aspect in (Aspect.REACHED, Aspect.UNDER_WAY)]
    return max(steps, key=lambda step: (step.rank, step.aspect is Aspect.REACHED), default=None)


def prospect(requirement: Requirement, said: Progress) -> Milestone | None:
    """The first step that is only intended or denied."""
    steps = [s for s in _steps(requirement, said) if s.aspect in (Aspect.NOT, Aspect.INTENDED)]
    return min(steps, key=lambda step: step.rank, default=None)


def _steps(requirement: Requirement, said: Progress) -> list[Milestone]:
    """The steps told of a requirement, on its ladder; a parallel one tells only of itself."""
    wanted = requirement.milestone
    if wanted is None:
        return []
    ladder = ladder_named(wanted.ladder, said.norms)
    return [
        step
        for statement in said.about(requirement)
        for step in statement.milestones
        if step.ladder == wanted.ladder and (step.rank == wanted.rank or not ladder.steps[step.rank].parallel)
    ]


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
