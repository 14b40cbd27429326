"""Position: the step at which the progress stands, on the ladder of what is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.ladders import begins, ladder_named, on_ladder, tells_of
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.units import length_in
from reportgen.norms import BUILT, FACADE, FINISH, FOUNDATION, FRAME, TOPPED, Ladder, Norms
from reportgen.records import BEGUN, NOT_YET, Aspect, Milestone, Requirement
from reportgen.text import fold

RISING = frozenset((FOUNDATION, FRAME))
LAND = 2  # steps, 立项选址 and 可研用地, before which only the site can be made ready
FLOORS = re.compile(r"[\d一二三四五六七八九十]层")
SHARE = re.compile(r"\d%|[一二三四五六七八九]成$|过半|\((?:共|总)")


def position(steps: Sequence[Milestone], requirement: Requirement, norms: Norms) -> Milestone | None:
    """The furthest of the steps told of a requirement that stands reached or under way."""
    steps = [s for s in steps if s.aspect in BEGUN]
    slowest = _tendered(steps, requirement, norms) or _still_rising(steps, requirement, norms)
    slowest = slowest or permit_open(steps, requirement, norms) or _by_floors(steps, requirement)
    if slowest is not None:
        return slowest
    top = max((step.rank for step in steps), default=-1)
    told = [step for step in steps if step.rank == top]
    # Of one step told both as reached and as going on, the latter holds: a part of it is still to do.
    going = _still_going(told, requirement.milestone, norms)
    reached = [step for step in told if step.aspect is Aspect.REACHED]
    return next(iter([*going, *reached, *told]), None)


def _tendered(steps: Sequence[Milestone], requirement: Requirement, norms: Norms) -> Milestone | None:
    """The first step by which some of what is to be bought is only now being bought (软件完成，设备正在招标)."""
    wanted = requirement.milestone
    if wanted is None:
        return None
    ladder = ladder_named(wanted.ladder, norms)
    if not ladder.by_piece or wanted.rank < ladder.begun:
        return None
    going = [s for s in steps if s.rank < ladder.begun and s.aspect is Aspect.UNDER_WAY and _going_on(s, norms)]
    return min(going, key=lambda step: step.rank, default=None)


def permit_open(steps: Sequence[Milestone], requirement: Requirement, norms: Norms) -> Milestone | None:
    """The permit that is still being applied for, where the site is made ready (围挡) for a beginning asked for."""
    wanted = requirement.milestone
    if wanted is None or not (begins(wanted, norms) or ladder_named(wanted.ladder, norms).prepares(wanted.rank)):
        return None
    start = ladder_named(wanted.ladder, norms).begun
    begun = [s for s in steps if s.rank >= start]
    if not all(says(norms.matching.site_ready, fold(s.span.text)) for s in begun):
        return None
    if begins(wanted, norms):
        open_ = (s for s in steps if s.rank == wanted.rank - 1 and s.aspect is Aspect.UNDER_WAY)
        if (permit := next((s for s in open_ if _going_on(s, norms)), None)) is not None:
            return permit
    early = [s for s in steps if s.rank < start]
    if not begun or not any(s.aspect is Aspect.UNDER_WAY and s.rank < LAND for s in early):
        return None
    return max(early, key=lambda s: s.rank)


def _still_rising(steps: Sequence[Milestone], requirement: Requirement, norms: Norms) -> Milestone | None:
    """The lowest step at which the thing itself still rises, where a part of it is built (泵房建成，主楼基坑开挖).

    One thing is not built while its foundation or frame is being made, nor is a foundation told of after its end.
    """
    wanted = requirement.milestone
    ladder = ladder_named(wanted.ladder, norms) if wanted and requirement.quantity is None else None
    if ladder is None or not ladder.ranks.keys() >= RISING | {BUILT}:
        return None
    ended = [s.span.start for s in steps if s.rank >= ladder.ranks[BUILT] and s.aspect is Aspect.REACHED]
    if not ended:
        return None
    rising = [s for s in steps if s.step in RISING]
    rising = [s for s in rising if s.aspect is Aspect.UNDER_WAY or (s.step == FOUNDATION and s.span.start > ended[-1])]
    length = length_in(norms.matching)
    rising = [s for s in rising if not length.search(fold(s.said.text))]  # a length tells by itself how far it is
    return min(rising, key=lambda step: step.rank, default=None)


def _by_floors(steps: Sequence[Milestone], requirement: Requirement) -> Milestone | None:
    """The lowest step of some floors of one building, where other floors are further (3层以下精装完成，4层砌墙)."""
    wanted = requirement.milestone
    if requirement.quantity is not None or wanted is None or wanted.aspect is Aspect.UNDER_WAY:
        return None
    # How high the frame stands is held against the floors that are asked for.
    told = [s for s in steps if s.step not in (FRAME, TOPPED) and FLOORS.search(fold(s.said.text))]
    furthest = max((s.rank for s in told if s.aspect is Aspect.REACHED), default=-1)
    slower = [s for s in told if s.aspect is Aspect.UNDER_WAY and s.rank <= furthest]
    return min(slower, key=lambda step: step.rank, default=None)


def _going_on(step: Milestone, norms: Norms) -> bool:
    """Tell whether words or a share say that a step is under way."""
    return says(norms.phrases.under_way, step.said.text) or SHARE.search(step.said.text) is not None


def prospect(steps: Sequence[Milestone]) -> Milestone | None:
    """The first step that is only intended or denied, and not told as reached after that (曾暂停，8月20日签订合同)."""
    open_ = [s for s in steps if s.aspect in NOT_YET and not made_good(s, steps)]
    return min(open_, key=lambda step: step.rank, default=None)


def made_good(denied: Milestone, steps: Sequence[Milestone]) -> bool:
    """True where a later clause of the same cell tells a denied step, or one beyond it, as reached."""
    if denied.aspect is not Aspect.NOT:
        return False
    after = (s for s in steps if s.span.address == denied.span.address and s.span.start > denied.span.start)
    return any(s.reaches(denied) for s in after)


def goes_on(steps: Sequence[Milestone], wanted: Milestone, norms: Norms) -> bool:
    """Tell whether the step asked for is itself still under way, whatever goes on beyond it (桩基46根，共188根)."""
    told = [step for step in steps if step.rank == wanted.rank]
    asked = wanted.aspect is Aspect.REACHED and not begins(wanted, norms)
    return asked and bool(_still_going(told, wanted, norms))


def _still_going(told: Sequence[Milestone], wanted: Milestone | None, norms: Norms) -> list[Milestone]:
    """The steps of one rank under way; if the one asked for is reached, only those named like it (清淤完，砌护岸)."""
    going = [step for step in told if step.aspect is Aspect.UNDER_WAY and _going_on(step, norms)]
    if wanted is None or not any(step.aspect is Aspect.REACHED and alike(step, wanted) for step in told):
        return going
    return [step for step in going if alike(step, wanted)]


def alike(one: Milestone, other: Milestone) -> bool:
    """Tell whether two steps of one rank are named in some of the same letters (淤泥清光 and 清淤)."""
    return one.rank == other.rank and bool(set(fold(one.span.text)) & set(fold(other.span.text)))


def steps_told(requirement: Requirement, said: Progress) -> list[Milestone]:
    """The steps told of a requirement, on its ladder; a parallel one tells only of itself."""
    wanted = requirement.milestone
    if wanted is None:
        return []
    ladder = ladder_named(wanted.ladder, said.norms)

    def told(statements: Sequence[Statement]) -> list[Milestone]:
        steps = [step for statement in statements for step in on_ladder(statement.milestones, ladder)]
        if ladder.prepares(wanted.rank) or begins(wanted, said.norms):
            # What is delivered or built on another ladder needs no more preparation, what is done no beginning on this.
            ended = [s for s in statements if ladder.prepares(wanted.rank) or s.claims]
            made = (s for statement in ended for s in statement.milestones if s.made and s.ladder != ladder.name)
            reached = (s for s in made if s.aspect is Aspect.REACHED)
            steps += [replace(s, ladder=ladder.name, step=ladder.works, rank=ladder.begun) for s in reached]
        own = [step for step in steps if tells_of(step, wanted, ladder)]
        return own + _behind_the_outside(steps, own, ladder)

    owned = told(said.owned(requirement))
    # What is to come beyond the step asked for leaves open how far it is, which clauses that name nothing may tell.
    beyond = all(step.aspect is Aspect.INTENDED and step.rank > wanted.rank for step in owned)
    every = told(said.about(requirement))
    if beyond:
        return every
    # The very step is told as still to come of a place that nothing else is named of (丙路10月12日前打压).
    return [step for step in every if step in owned or _very_step_to_come(step, requirement)]


def _very_step_to_come(step: Milestone, requirement: Requirement) -> bool:
    wanted = requirement.milestone
    same = wanted is not None and step.is_at(wanted) and fold(step.span.text) in requirement.words
    return same and step.aspect in NOT_YET


def _behind_the_outside(steps: Sequence[Milestone], own: Sequence[Milestone], ladder: Ladder) -> list[Milestone]:
    """The finish, taken as under way: the outside is made (外架落地), and no other step tells more than a beginning."""
    outside = next((s for s in steps if s.step == FACADE and s.aspect is Aspect.REACHED), None)
    if outside is None or any(s.rank > ladder.begun for s in own):
        return []
    return [replace(outside, step=FINISH, rank=ladder.ranks[FINISH], aspect=Aspect.UNDER_WAY)]
