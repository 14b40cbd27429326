"""Reach: how many of the things asked for are there, can be there by the due day, or surely cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.floors import floors_left
from reportgen.facts.checks.places import place, start_of_works, there
from reportgen.facts.told.countable import answers
from reportgen.facts.told.parts import Part, divided
from reportgen.facts.told.promises import of_beginning
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import cured, says
from reportgen.facts.words.roles import a_day
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.units import metres
from reportgen.norms import FINISH, INSTALLED
from reportgen.records import BEGUN, HUNDRED, OPEN, Aspect, Milestone, Quantity, Scope


def feasible(part: Part, case: Case, times: Decimal | int = 1) -> bool | None:
    """Tell whether a part that is not there yet can be by the due day; None where nothing tells.

    A day that the unit names outweighs the usual least time, taken so many `times`; what is stuck and has no day is out
    of reach.
    """
    part = _in_context(part, case)
    here = place(part, case)
    days = [
        (clause, moment.day)
        for clause in part.clauses
        if clause.aspect is not Aspect.NOT and not says(case.norms.phrases.harmless, clause.rest_of_sentence)
        for moment in clause.moments
        if moment.start > case.period.as_of or (moment.before and moment.end > case.period.as_of)
    ]
    if days:
        late = [(clause, day) for clause, day in days if day + _after(clause, here, case) > case.requirement.due]
        return None if late and all(_ends_by(day, clause, case) for clause, day in late) else not late
    phrases = case.norms.phrases
    stuck = [clause for clause in part.clauses if _is_stuck(clause, case)]
    if stuck and not any(cured(clause.text, phrases) for clause in part.clauses) and not _few(stuck, part, case):
        return False
    if here is None or case.goal is None:
        return None
    floors = floors_left(part.clauses, case.requirement.words, case.goal)
    if floors is not None:
        return floors * case.norms.thresholds.floor_days <= case.days_left
    enough = case.days_from(_equipped(here, part, case)) * undone(part, case) * times <= case.days_left
    return enough or (False if case.time_is_up or _tells_how_far(part, case) else None)


def _is_stuck(clause: Statement, case: Case) -> bool:
    """Tell whether a clause denies a step or says that the works stand still; 剩3所未做 only tells what is left."""
    phrases = case.norms.phrases
    only_left = says(phrases.rest, clause.text) and says(phrases.not_yet, clause.text)
    return (clause.aspect is Aspect.NOT and not only_left) or says(phrases.stopped, clause.text)


def _ends_by(day: date, clause: Statement, case: Case) -> bool:
    """Tell whether a clause ends the works by the due day, so that only their last steps may come later (试运行)."""
    last = max((step.rank for step in case.on_ladder(clause.milestones)), default=-1)
    return day <= case.requirement.due and any(step.ends for step in case.ladder.steps[: last + 1])


def _tells_how_far(part: Part, case: Case) -> bool:
    """Tell whether a step is told of a part, or a preparation (正在入户评估), and not only that works go on."""
    dealt = any(says(case.norms.phrases.dealing, clause.text) for clause in part.clauses)
    return dealt or any(step.aspect in BEGUN for step in case.on_ladder(part.steps)) or only_prepared(part, case)


def only_prepared(part: Part, case: Case) -> bool:
    """Tell whether a part is only being prepared (正在入户评估, 规划公示中)."""
    early = (*case.norms.matching.preparatory, *case.norms.matching.prepared)
    made = any(step.made and step.aspect in BEGUN for step in part.steps)
    return not made and any(says(early, clause.text) for clause in part.clauses)


def _equipped(here: Milestone, part: Part, case: Case) -> Milestone:
    """The step at which small works stand: the one before their end where equipment is being installed."""
    last = next((rank for rank, step in enumerate(case.ladder.steps) if step.ends), None)
    if (
        last is None
        or case.size != "small"
        or here.rank >= last - 1
        or not any(_is_equipping(step, case) for step in part.steps)
    ):
        return here
    return replace(here, rank=last - 1, aspect=Aspect.REACHED)


def _is_equipping(step: Milestone, case: Case) -> bool:
    """Tell whether a step tells that equipment is being installed, or has been."""
    ladder = ladder_named(step.ladder, case.norms)
    return ladder.by_piece and step.rank >= ladder.ranks[INSTALLED] and step.aspect in BEGUN


def _few(stuck: Iterable[Statement], part: Part, case: Case) -> bool:
    """Tell whether only a few of something are stuck (剩余1户未拆), while works are told to go on beside them."""
    made = any(step.made and step.aspect is not Aspect.NOT for step in part.steps)
    return made and all(says(case.norms.phrases.few, clause.text) for clause in stuck)


def _in_context(part: Part, case: Case) -> Part:
    """Let a bare number (学位110个) go on about what its sentence tells right before it (幼儿园11月25日交付)."""
    first = part.clauses[0]
    told = any(clause.aspect or clause.moments or clause.milestones for clause in part.clauses)
    if told or part.quantity is None or not part.quantity.noun.endswith(case.norms.matching.capacities):
        return part
    before: list[Statement] = []
    for clause in case.said.statements:
        if clause.sentence is first.sentence and clause.start < first.start:
            before = [] if any(q.unit == part.quantity.unit for q, _ in clause.quantities) else [*before, clause]
    steps = tuple(step for clause in before for step in clause.milestones)
    return replace(part, clauses=(*before, *part.clauses), steps=(*steps, *part.steps))


def _after(clause: Statement, here: Milestone | None, case: Case) -> timedelta:
    """The usual least days from the step that a promise names (6月10日发布招标公告) to the one asked for."""
    goal = case.goal
    if goal is None:
        return timedelta()
    last = max(case.on_ladder(clause.milestones), key=lambda step: step.rank, default=None)
    if last is not None and last.rank >= goal.rank:
        return timedelta()
    if any(of_beginning(moment, clause.span, case.norms) for moment in clause.moments):
        begun = start_of_works(goal, case)
        further = here is not None and here.rank > begun.rank and (last is None or last.rank > begun.rank)
        return timedelta(days=case.days_from(here if here is not None and further else begun))
    if last is None:
        return timedelta()
    return timedelta(days=case.days_from(replace(last, aspect=Aspect.REACHED)))


def undone(part: Part, case: Case) -> Decimal:
    """The share of the works of a part that is still to do, as far as a percentage tells (工程量过八成)."""
    told = [share.value for clause in part.clauses for share in clause.shares if share.value <= HUNDRED]
    if any("分别" in clause.text for clause in part.clauses):
        told = sorted(told)[:1]  # the slowest of several decides
    closing = any(says(case.norms.phrases.closing, clause.text) for clause in part.clauses) or _furnished(part)
    return 1 - max(told, default=case.norms.thresholds.closing_share if closing else Decimal(0)) / HUNDRED


def _furnished(part: Part) -> bool:
    """Tell whether the finish is told as made, and only the last of it goes on (装修完工，正在硬化操场)."""
    told = {step.aspect for step in part.steps if step.step == FINISH}
    return told >= BEGUN


def reach(case: Case, have: Decimal, times: Decimal | int = 1) -> tuple[Decimal, Decimal]:
    """Count what can be there by the due day, with the `have` that are there; and what surely cannot.

    With more `times`, so much more than the usual least time is asked for.
    """
    can, late, shared = have, Decimal(0), shared_out(case)
    for at, part in enumerate(case.parts):
        counted = part.quantity is not None and part.number == have and not (part.apart or shared)
        if counted or there(part, case):
            continue
        number = max(whole_of(case) - have, Decimal(0)) if part.number is None else part.number
        still = still_open(part)
        beside = part.apart or still or number <= have or shared
        match feasible(part, case, times):
            case True:
                can = can + number if beside else max(can, number)
            case False if not divided(at, case.parts):  # else its own parts tell how far they are
                # Of what was only prepared (签约528户) those that are there are a part.
                late = late + number if beside else max(late, number if not have else Decimal(0))
    return can + _promised_alone(case) + _last_one(have, case, times), late


def _last_one(have: Decimal, case: Case, times: Decimal | int) -> int:
    """Count the one thing that lacks, where the words behind those that are there are of it (2座投运，丙站在装)."""
    if case.need - have != 1 or len(case.parts) != 1 or not there(part := case.parts[0], case):
        return 0
    told = tuple(clause for clause in part.clauses[1:] if case.on_ladder(clause.milestones))
    steps = tuple(step for clause in told for step in clause.milestones)
    before = bool(told) and all(case.goal is not None and step.rank < case.goal.rank for step in case.on_ladder(steps))
    last = replace(part, number=Decimal(1), quantity=None, clauses=told, steps=steps)
    return int(before and feasible(last, case, times) is True)


def shared_out(case: Case) -> bool:
    """Tell whether the parts told come to just all there are (竣工6所，其余7所在砌基础), and so hold none twice."""
    told = [p.number for p in case.parts if p.number and not (p.quantity and p.quantity.scope is Scope.PART)]
    return len(told) > 1 and sum(told) == whole_of(case)


def spares(late: Decimal, need: Decimal, case: Case) -> bool:
    """Tell whether all there are but those that come `late` suffice (完成17所，余1所12月施工, where 12 are asked)."""
    return bool(late) and shared_out(case) and whole_of(case) - late >= need


def barely_begun(case: Case) -> bool:
    """Tell whether some of the things have come no further than their beginning."""
    if case.goal is None:
        return False
    places = (place(part, case) for part in case.parts)
    return any(here is not None and here.rank <= case.ladder.begun for here in places)


def still_open(part: Part) -> bool:
    """Tell whether a part is said to be still to come, in its own clause or in one that goes on about it."""
    after = (clause.aspect in OPEN for clause in part.clauses[1:])
    return part.aspect in OPEN or (part.aspect is None and any(after))


def _promised_alone(case: Case) -> int:
    """Count the clauses that promise one more by the due day and belong to no number (顾北店9月上旬复市)."""
    taken = {clause for part in case.parts for clause in part.clauses}
    count = 0
    for clause in case.report:
        days = [m.end for m in clause.moments if m.end > case.period.as_of]
        if clause in taken or not days or clause.aspect is not Aspect.INTENDED:
            continue
        count += max(days) <= case.requirement.due and not _after(clause, None, case)
    return count


def signed_up(case: Case) -> Decimal:
    """Count those who are signed up for what is to come by the due day (12月7日开班，已报名56人)."""
    told = (
        quantity.value
        for statement in case.report
        for quantity, _ in statement.quantities
        if answers(quantity, case.requirement, case.said)
        and says(case.norms.matching.signed_up, statement.before(quantity.span) + "#")
        and _comes_in_time(statement, case)
    )
    return sum(told, Decimal(0))


def _comes_in_time(statement: Statement, case: Case) -> bool:
    """Tell whether the sentence of a clause names a day to come by the due one."""
    days = [m.end for s in case.report if s.sentence is statement.sentence for m in s.moments]
    return any(case.period.as_of < day <= case.requirement.due for day in days)


def at_told_pace(case: Case) -> Decimal:
    """Count what the number of a day, a week or a month that the progress tells adds up to by the due day."""
    paces = (
        a_day(_in_unit(quantity, case), statement, case.norms)
        for statement in case.about
        for quantity, _ in statement.quantities
    )
    return max(paces, default=Decimal(0)) * max(case.days_left, 0)


def _in_unit(quantity: Quantity, case: Case) -> Quantity:
    """A number in the unit that is asked for, as metres in kilometres; of nothing where it counts another thing."""
    if answers(quantity, case.requirement, case.said):
        return quantity
    words = case.norms.matching
    one, told = metres(Decimal(1), case.requirement.unit, words), metres(quantity.value, quantity.unit, words)
    return replace(quantity, value=told / one if told and one else Decimal(0))
