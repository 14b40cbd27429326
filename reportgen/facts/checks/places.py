"""Places: the step at which a part of what is asked for stands."""

from __future__ import annotations

from dataclasses import replace

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.rests import left_over
from reportgen.facts.checks.signs import only_signed
from reportgen.facts.told.parts import Part
from reportgen.facts.words.ladders import ladder_named, tells_of
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.roles import is_beside
from reportgen.facts.words.statements import Statement, earlier
from reportgen.records import BEGUN, HUNDRED, NOT_YET, OPEN, Aspect, Milestone


def there(part: Part, case: Case) -> bool:
    """Tell whether a part has reached the step asked for."""
    goal = case.goal
    if goal is None or only_fitted_out(part, case) or only_signed(part, case):
        return False
    if _goes_beyond(part, goal, case) or any(_claims(clause, goal, case) for clause in part.clauses[1:]):
        return True
    first = part.clauses[0]
    if case.begins and first.claims and says(case.norms.phrases.excepted, first.text):
        return True  # 除过街段外全部完成 has begun, whenever the rest is to come
    open_ = (clause for clause in part.clauses if clause.aspect in NOT_YET)
    if case.requirement.of_plan:
        open_ = (clause for clause in open_ if not _waits_after(clause, part, goal))
    open_ = (clause for clause in open_ if not left_over(clause, case, part.clauses))
    if any(not case.lie_beyond(clause.milestones) for clause in open_):
        return False
    here = place(part, case)
    return here is not None and passes(here, goal) and (here.rank > goal.rank or not _half_done(part, case))


def only_fitted_out(part: Part, case: Case) -> bool:
    """Tell whether the rooms of something new are done and it goes on to be opened (用房改造完成，正在培训人员)."""
    if mentions(case.norms.audit.renewed, case.requirement.words + case.target_words):
        return False
    rooms = any(says(case.norms.matching.fitted_out, clause.text) for clause in part.clauses)
    whole = part.number is not None and part.number >= whole_of(case)
    goes_on = any(clause.aspect in OPEN for clause in (case.report if whole else part.clauses))
    return rooms and (goes_on or any(_is_bought(step, case) for step in part.steps))


def _is_bought(step: Milestone, case: Case) -> bool:
    """Tell whether a step tells of equipment that is only bought, and not there yet (生产线签订合同)."""
    ladder = ladder_named(step.ladder, case.norms)
    return ladder.by_piece and step.rank < ladder.begun


def _half_done(part: Part, case: Case) -> bool:
    """Tell whether a share short of all is told of the works of some sites by name (地暖管铺设完成60%)."""
    asked, goal = case.requirement.quantity, case.goal
    shares = (share for clause in part.clauses for share in clause.shares if not is_rate(share.of))
    whole = not (asked and asked.unit == "%") and goal is not None and goal.aspect is Aspect.REACHED
    return part.sited and whole and any(share.value < HUNDRED for share in shares)


def _waits_after(clause: Statement, part: Part, goal: Milestone) -> bool:
    """Tell whether a clause that names no step only waits after the very step was told (场地已验收，待接通专线)."""
    same = (step for step in part.clauses[0].milestones if step.is_at(goal))
    told = any(step.aspect is Aspect.REACHED for step in same)
    return told and clause.aspect is Aspect.INTENDED and not clause.milestones


def _claims(clause: Statement, goal: Milestone, case: Case) -> bool:
    """Tell whether a clause claims all to be done, and not a step before the one asked for (开工任务已完成)."""
    steps = case.on_ladder(clause.milestones)
    return (
        clause.claims_all
        and not ends_another_task(clause, case)
        and (not steps or any(step.rank >= goal.rank for step in steps))
    )


def ends_another_task(claim: Statement, case: Case) -> bool:
    """Tell whether a claim ends the task of an earlier step that is counted before it (开工320套，年度任务已完成)."""
    goal, several = case.goal, max(len(case.said.requirements), len(case.said.targets)) > 1
    if goal is None or not several or claim.milestones or not mentions(case.norms.matching.tasks, claim.text):
        return False
    before = [s for s in earlier(claim, case.said.own) if s.counted]
    steps = case.on_ladder(before[-1].milestones) if before else ()
    return bool(steps) and all(step.rank < goal.rank for step in steps)


def _goes_beyond(part: Part, goal: Milestone, case: Case) -> bool:
    """Tell whether what is intended next lies beyond a step of preparation, which is so behind it (待交付)."""
    steps = case.on_ladder(part.steps)
    ahead = all(step.rank > goal.rank and step.aspect is not Aspect.NOT for step in steps)
    return bool(steps) and goal.rank < case.ladder.begun and ahead


def passes(here: Milestone, goal: Milestone) -> bool:
    """Tell whether a step stands at the one asked for or beyond."""
    if here.rank != goal.rank:
        return here.rank > goal.rank
    return here.aspect is Aspect.REACHED or goal.aspect is Aspect.UNDER_WAY


def place(part: Part, case: Case) -> Milestone | None:
    """The furthest step that a part stands at; works under way without a step named stand at their start.

    What is only being dealt about (用地正在协商) is no work.
    """
    goal = case.goal
    if goal is None:
        return None
    steps = [step for step in case.on_ladder(part.steps) if step.aspect in BEGUN and tells_of(step, goal, case.ladder)]
    if steps:
        # Of the same step told as reached and as under way the latter holds.
        return max(steps, key=lambda step: (step.rank, step.aspect is Aspect.UNDER_WAY))
    going = [clause for clause in part.clauses if clause.aspect is Aspect.UNDER_WAY]
    works = not going or any(not says(case.norms.phrases.dealing, clause.text) for clause in going)
    if case.ladder.paced and works and (going or part.aspect is Aspect.UNDER_WAY):
        return start_of_works(goal, case)
    return None


def steps_towards(statement: Statement, case: Case) -> tuple[Milestone, ...]:
    """The steps of a clause that tell how far the one asked for is."""
    wanted = case.goal
    if wanted is None:
        return ()
    return tuple(step for step in case.on_ladder(statement.milestones) if tells_of(step, wanted, case.ladder))


def start_of_works(goal: Milestone, case: Case) -> Milestone:
    """The beginning of the works of what is asked for."""
    ladder = case.ladder
    return replace(goal, rank=ladder.begun, step=ladder.works, aspect=Aspect.REACHED)


def being_built(part: Part, case: Case) -> bool:
    """Tell whether a clause begins by what is being built (在建11台)."""
    return part.clauses[0].text.startswith(case.norms.matching.being_built)


def told_beside(part: Part, case: Case) -> bool:
    """Tell whether a part is said to come beside what was told before it (6所全部建成，另有2所在建)."""
    return part.told is not None and is_beside(part.told, case.norms)
