"""Which ladder of steps a text climbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.words.statements import Statement
from reportgen.norms import IN_USE, Ladder, Norms, Size
from reportgen.records import Aspect, Milestone, Span

CUE_WEIGHT = 2  # a cue names the kind of project, a step may stand on several ladders
Leaning = Mapping[str, float]


def leaning(texts: Sequence[Sequence[Statement]], ladders: tuple[Ladder, ...]) -> Leaning:
    """Weigh for each ladder, by name, what an item's texts say for it; they come weightiest first."""
    weight = dict.fromkeys((ladder.name for ladder in ladders), 0.0)
    for order, text in enumerate(texts, 2):
        for name, found in _evidence(text, ladders).items():
            weight[name] += found / order
    return weight


def choose_ladder(text: Sequence[Statement], background: Leaning, ladders: tuple[Ladder, ...]) -> Ladder:
    """Choose the kind of project that a text points to, and the rest of its item behind it."""
    evidence = _evidence(text, ladders)
    return max(ladders, key=lambda ladder: evidence[ladder.name] + background.get(ladder.name, 0.0))


def _evidence(text: Sequence[Statement], ladders: Iterable[Ladder]) -> dict[str, int]:
    """Count for each ladder, by name, the cues in a text and the different steps that it tells of."""
    words = "".join([statement.text for statement in text])
    steps = [ladder for ladder, _ in {(step.ladder, step.rank) for s in text for step in s.milestones}]
    return {
        ladder.name: CUE_WEIGHT * sum(map(words.__contains__, ladder.cues)) + steps.count(ladder.name)
        for ladder in ladders
    }


def ladder_named(name: str, norms: Norms) -> Ladder:
    return norms.ladders_by_name[name]


def step_named(
    name: str, ladder: Ladder, span: Span, aspect: Aspect = Aspect.REACHED, *, made: bool = False
) -> Milestone:
    """A step of a ladder that words mean without naming it (新建 means 建成)."""
    return Milestone(ladder.name, name, ladder.ranks[name], aspect, "", span, span, made=made)


def begins(step: Milestone, norms: Norms) -> bool:
    """Tell whether a step is the beginning of the works (开工)."""
    return ladder_named(step.ladder, norms).steps[step.rank].begins


def on_ladder(steps: Iterable[Milestone], ladder: Ladder) -> tuple[Milestone, ...]:
    """The steps that stand on a ladder; use (投用), where all ladders end, stands on each that has it."""
    found = []
    for step in steps:
        if step.ladder == ladder.name:
            found.append(step)
        elif step.step == IN_USE and ladder.in_use is not None:
            found.append(replace(step, ladder=ladder.name, rank=ladder.in_use))
    return tuple(found)


def tells_of(step: Milestone, wanted: Milestone, ladder: Ladder) -> bool:
    """True where a step says how far the one asked for is; a parallel one does so only as an event, or of itself.

    What is finished on the frame (外墙刷完) tells that the frame is there.
    """
    own = ladder.steps[step.rank]
    borne = step.aspect is Aspect.REACHED and own.on is not None and ladder.ranks[own.on] >= wanted.rank
    return step.rank == wanted.rank or not own.parallel or own.event or borne


def days_between(here: Milestone, wanted: Milestone, size: Size, norms: Norms) -> int:
    """The usual least days from a step to the one asked for; a step under way is taken as half done."""
    steps = ladder_named(wanted.ladder, norms).steps
    last = wanted.rank if wanted.aspect is Aspect.REACHED else wanted.rank - 1
    days = Decimal(0)
    for rank, step in enumerate(steps[: last + 1]):
        past = rank < here.rank or (rank == here.rank and here.aspect is Aspect.REACHED)
        if past or (step.parallel and rank != wanted.rank):
            continue
        least = step.least(size)
        days += Decimal(least) / 2 if rank == here.rank else least
    return int(days)
