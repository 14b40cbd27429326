"""Answers: the shares, levels and steps of the progress that speak to a requirement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.facts.ladders import begins, ladder_named, on_ladder, tells_of
from reportgen.facts.levels import is_level, of_each
from reportgen.facts.phrases import mentions, says
from reportgen.facts.progress import Progress
from reportgen.facts.statements import Statement, numbers_before
from reportgen.facts.topics import share
from reportgen.facts.units import same_unit
from reportgen.norms import Norms
from reportgen.records import Aspect, Milestone, Quantity, Requirement, Scope
from reportgen.text import fold

# A figure that names nothing is taken, if it must be, for the one that is asked for.
UNNAMED_FIT = 0.1


@dataclass(frozen=True, slots=True)
class Answer:
    """A number of the progress that may answer a requirement; `fit` tells how well their names agree, 0 to 1.

    `part`: it tells of a part of the thing only (土地平整完成35% of 高标准农田).
    """

    quantity: Quantity
    statement: Statement
    fit: float
    part: bool = False


def rates(requirement: Requirement, said: Progress) -> list[Answer]:
    """The percentages that tell how far a thing has come (完成总工程量的80%), the best first.

    Where only parts of it are told, each by its own share, what they come to on the average.
    """
    sited = {s for s, here in zip(said.statements, said.sites.told, strict=True) if here}
    counts = requirement.quantity is not None and requirement.quantity.unit != "%"
    asks_money = not counts or says(said.norms.phrases.money, requirement.words)
    everywhere = not said.sites.asked(requirement.words)
    found = [
        Answer(quantity, statement, share(requirement.topic, said.words(statement.text)))
        for statement in said.about(requirement)
        if not (everywhere and statement in sited)
        for quantity, aspect in statement.quantities
        if quantity.unit == "%"
        and aspect not in (Aspect.NOT, Aspect.INTENDED)
        and _tells_works(quantity, statement, said, asks_money)
    ]
    if found and all(_of_part(answer, requirement, said) for answer in found):
        return [_average(found)]
    return sorted(found, key=lambda answer: (round(answer.fit, 1), answer.quantity.value), reverse=True)


def _of_part(answer: Answer, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a share is of something else by name than what is asked for."""
    named = said.words(answer.quantity.noun) if not answer.quantity.of else frozenset[str]()
    return bool(named and requirement.topic) and not named & (requirement.topic | said.words(requirement.words))


def _average(parts: Sequence[Answer]) -> Answer:
    """What the shares of parts come to, told by the words of the part that is furthest behind."""
    least = min(parts, key=lambda answer: answer.quantity.value)
    share_of_all = sum((answer.quantity.value for answer in parts), Decimal(0)) / len(parts)
    return replace(least, quantity=replace(least.quantity, value=share_of_all), part=True)


def _tells_works(quantity: Quantity, statement: Statement, said: Progress, asks_money: bool) -> bool:
    if is_level(quantity, statement.text, said.norms) or quantity.scope is Scope.PART:
        return False
    if says(said.norms.phrases.money, quantity.noun + quantity.of) and not asks_money:
        return False
    if not quantity.of:
        # 占13.1% by itself tells of a composition, not of how far the work is, unless of what was made just before.
        made = numbers_before(quantity.span, statement, said.statements)
        done = bool(made) and made[-1].unit in said.norms.matching.measures
        return done or statement.source.before(quantity.span)[-1:] != "占"
    return mentions(said.norms.matching.works, quantity.of)


def levels(requirement: Requirement, said: Progress) -> list[Answer]:
    """The numbers that tell the level asked for (优良率90.1%), by unit and name."""
    asked = requirement.quantity
    if asked is None:
        return []
    wanted = said.words(asked.of + asked.noun) or requirement.topic
    found = [
        Answer(quantity, statement, _level_fit(asked, wanted, quantity, statement, said))
        for statement in said.statements
        for quantity, aspect in statement.quantities
        if same_unit(_per(quantity.unit), _per(asked.unit), said.norms)
        and aspect is not Aspect.NOT
        and not _of_the_task(quantity, said)
        and not (asked.unit == "元" and quantity.value > asked.value * said.norms.thresholds.implausible_times)
    ]
    return sorted((a for a in found if a.fit > 0), key=lambda answer: answer.fit, reverse=True)


def _of_the_task(quantity: Quantity, said: Progress) -> bool:
    """Tell whether a percentage is of the task (占任务数89.9%), and so no level of its own."""
    named = quantity.of + quantity.noun
    return mentions(said.norms.matching.works, named) and not named.endswith("率")


def _per(unit: str) -> str:
    """The measure of a rate without what it is per: 元 of 元/人·月."""
    return unit.split("/")[0]


def _level_fit(
    asked: Quantity, wanted: frozenset[str], quantity: Quantity, statement: Statement, said: Progress
) -> float:
    if quantity.of.endswith("率") and quantity.of == asked.of:
        return 1.0
    named = said.words(quantity.of + quantity.noun) or said.words(statement.text)
    if not named:
        # 签约率86.4% says the last of 重点人群签约率; a bare figure (86.18%) answers the one level that is asked for.
        return 1.0 if quantity.of and asked.of.endswith(quantity.of) else UNNAMED_FIT
    # A measure such as 微克/立方米 tells by itself what is measured.
    alone = "/" in quantity.unit or of_each(quantity, statement.before(quantity.span))
    return share(wanted, named) or (UNNAMED_FIT if alone else 0.0)


def position(requirement: Requirement, said: Progress) -> Milestone | None:
    """The furthest step that stands reached or under way, on the requirement's ladder."""
    steps = [s for s in _steps(requirement, said) if s.aspect in (Aspect.REACHED, Aspect.UNDER_WAY)]
    slowest = _tendered(steps, requirement, said.norms) or _rising(steps, requirement, said.norms)
    if slowest is not None:
        return slowest
    top = max((step.rank for step in steps), default=-1)
    told = [step for step in steps if step.rank == top]
    # Of one step told both as reached and as going on, the latter holds: a part of it is still to do.
    going = [step for step in told if step.aspect is Aspect.UNDER_WAY and _going_on(step, said.norms)]
    reached = [step for step in told if step.aspect is Aspect.REACHED]
    return next(iter([*going, *reached, *told]), None)


def _tendered(steps: Sequence[Milestone], requirement: Requirement, norms: Norms) -> Milestone | None:
    """The first step by which some of what is to be bought is only now being bought (软件完成，设备正在招标)."""
    wanted = requirement.milestone
    ladder = ladder_named(wanted.ladder, norms) if wanted else None
    if wanted is None or ladder is None or not ladder.by_piece or wanted.rank < ladder.begun:
        return None
    going = [s for s in steps if s.rank < ladder.begun and s.aspect is Aspect.UNDER_WAY and _going_on(s, norms)]
    return min(going, key=lambda step: step.rank, default=None)


def still_rises(requirement: Requirement, said: Progress) -> bool:
    """Tell whether the thing itself still rises, so that what is built is no more than a part of it."""
    return _rising(_steps(requirement, said), requirement, said.norms) is not None


def _rising(steps: Sequence[Milestone], requirement: Requirement, norms: Norms) -> Milestone | None:
    """The lowest step at which the thing itself still rises, where a part of it is built (泵房建成，主楼基坑开挖).

    One thing is not built while its foundation or frame is being made, nor is a foundation told of after its end.
    """
    wanted = requirement.milestone
    ladder = ladder_named(wanted.ladder, norms) if wanted and requirement.quantity is None else None
    if ladder is None or not ladder.ranks.keys() >= RISING:
        return None
    ended = [s.span.start for s in steps if s.rank >= ladder.ranks[BUILT] and s.aspect is Aspect.REACHED]
    if not ended:
        return None
    rising = [s for s in steps if s.step in RISING]
    rising = [
        s for s in rising if s.aspect is Aspect.UNDER_WAY or (s.step == "foundation" and s.span.start > ended[-1])
    ]
    rising = [s for s in rising if not LENGTH.search(fold(s.said.text))]  # a length tells by itself how far it is
    return min(rising, key=lambda step: step.rank, default=None)


BUILT = "built"
RISING = frozenset(("foundation", "frame"))
LENGTH = re.compile(r"\d(?:公里|千米|延?米|km|m)")


SHARE = re.compile(r"\d%|[一二三四五六七八九]成$|过半|\((?:共|总)")


def _going_on(step: Milestone, norms: Norms) -> bool:
    """Tell whether words or a share say that a step is under way."""
    return says(norms.phrases.under_way, step.said.text) or SHARE.search(step.said.text) is not None


def prospect(requirement: Requirement, said: Progress) -> Milestone | None:
    """The first step that is only intended or denied."""
    steps = [s for s in _steps(requirement, said) if s.aspect in (Aspect.NOT, Aspect.INTENDED)]
    return min(steps, key=lambda step: step.rank, default=None)


def goes_on(requirement: Requirement, said: Progress, wanted: Milestone) -> bool:
    """Tell whether the step asked for is itself still under way, whatever goes on beyond it (桩基46根，共188根)."""
    told = [step for step in _steps(requirement, said) if step.rank == wanted.rank]
    asked = wanted.aspect is Aspect.REACHED and not begins(wanted, said.norms)
    return asked and any(step.aspect is Aspect.UNDER_WAY and _going_on(step, said.norms) for step in told)


def _steps(requirement: Requirement, said: Progress) -> list[Milestone]:
    """The steps told of a requirement, on its ladder; a parallel one tells only of itself."""
    wanted = requirement.milestone
    if wanted is None:
        return []
    ladder = ladder_named(wanted.ladder, said.norms)

    def told(statements: Iterable[Statement]) -> list[Milestone]:
        steps = [step for statement in statements for step in on_ladder(statement.milestones, ladder)]
        if ladder.prepares(wanted.rank):
            # What is delivered or built on another ladder needs no more preparation on this one.
            made = (s for statement in statements for s in statement.milestones if s.made and s.ladder != ladder.name)
            reached = (s for s in made if s.aspect is Aspect.REACHED)
            steps += [replace(s, ladder=ladder.name, step=ladder.works, rank=ladder.begun) for s in reached]
        return [step for step in steps if tells_of(step, wanted, ladder)]

    owned = told(said.owned(requirement))
    # What is to come beyond the step asked for leaves open how far it is, which clauses that name nothing may tell.
    beyond = all(step.aspect is Aspect.INTENDED and step.rank > wanted.rank for step in owned)
    return told(said.about(requirement)) if beyond else owned
