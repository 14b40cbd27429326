"""Feasible: whether a part that is not there yet can be by the due day, by its own day or the usual least time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.floors import floors_left
from reportgen.facts.checks.places import place, start_of_works
from reportgen.facts.told.parts import Part
from reportgen.facts.told.promises import of_beginning
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import RESPECTIVELY, cured, says
from reportgen.facts.words.statements import Statement, stuck
from reportgen.norms import FINISH, INSTALLED
from reportgen.records import BEGUN, HUNDRED, OPEN, Aspect, Milestone, Moment


def feasible(part: Part, case: Case, times: Decimal | int = 1) -> bool | None:
    """Tell whether a part that is not there yet can be by the due day; None where nothing tells.

    A day that the unit names outweighs the usual least time, taken so many `times`; what is stuck and has no day is out
    of reach.
    """
    part = _in_context(part, case)
    here = place(part, case)
    if days := _days_named(part, case):
        return _in_time(days, here, case)
    if _is_stuck(part, case):
        return False
    if here is None or case.goal is None:
        return None
    floors = floors_left(part.clauses, case.requirement.words, case.goal)
    if floors is not None:
        return floors * case.norms.thresholds.floor_days <= case.days_left
    enough = case.days_from(_equipped(here, part, case)) * undone(part, case) * times <= case.days_left
    return enough or (False if case.time_is_up or _tells_how_far(part, case) else None)


def _days_named(part: Part, case: Case) -> list[tuple[Statement, date]]:
    """The days to come that a part names, each with its clause; what is put off without harm (不影响) names none."""
    return [
        (clause, moment.day)
        for clause in part.clauses
        if clause.aspect is not Aspect.NOT and not says(case.norms.phrases.harmless, clause.rest_of_sentence)
        for moment in clause.moments
        if moment.start > case.period.as_of or (moment.before and moment.end > case.period.as_of)
        if not _runs_on(clause, moment, part, case)
    ]


def _runs_on(clause: Statement, moment: Moment, part: Part, case: Case) -> bool:
    """Tell whether a day only begins what the part ends by a term (10月25日开始铺油，3天铺完)."""
    ends = any(m.runs for c in part.clauses for m in c.moments)
    return not moment.runs and ends and of_beginning(moment, clause.span, case.norms)


def _in_time(days: Sequence[tuple[Statement, date]], here: Milestone | None, case: Case) -> bool | None:
    """Tell whether what is promised for some days is there by the due one; None where only last steps may be late."""
    late = [(clause, day) for clause, day in days if day + days_after(clause, here, case) > case.requirement.due]
    return None if late and all(_ends_by(day, clause, case) for clause, day in late) else not late


def _ends_by(day: date, clause: Statement, case: Case) -> bool:
    """Tell whether a clause ends the works by the due day, so that only their last steps may come later (试运行)."""
    if day > case.requirement.due or case.goal is None:
        return False
    end = case.ladder.ranks[INSTALLED] if case.ladder.by_piece else case.ladder.end
    return end is not None and any(step.rank >= end for step in case.on_ladder(clause.milestones))


def days_after(clause: Statement, here: Milestone | None, case: Case) -> timedelta:
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
    if last is None or (last.made and here is not None and last.rank < here.rank):
        return timedelta()  # 精装修收尾，家具12月上旬进场: of something beside the works
    return timedelta(days=case.days_from(replace(last, aspect=Aspect.REACHED)))


def _is_stuck(part: Part, case: Case) -> bool:
    """Tell whether a part, and not only a few of something in it, is told not to go on, and not to go on again."""
    held_up = [clause for clause in part.clauses if stuck(clause, case.norms.phrases)]
    again = any(cured(clause.text, case.norms.phrases) for clause in part.clauses)
    return bool(held_up) and not again


def _tells_how_far(part: Part, case: Case) -> bool:
    """Tell whether a step is told of a part, or a preparation (正在入户评估), and not only that works go on."""
    dealt = any(says(case.norms.phrases.dealing, clause.text) for clause in part.clauses)
    return dealt or any(step.aspect in BEGUN for step in case.on_ladder(part.steps)) or part_in_preparation(part, case)


def part_in_preparation(part: Part, case: Case) -> bool:
    """Tell whether a part is only being prepared (正在入户评估, 规划公示中)."""
    early = (*case.norms.matching.preparatory, *case.norms.matching.prepared)
    made = any(step.made and step.aspect in BEGUN for step in part.steps)
    return not made and any(says(early, clause.text) for clause in part.clauses)


def _equipped(here: Milestone, part: Part, case: Case) -> Milestone:
    """The step at which small works stand: the one before their end where equipment is being installed."""
    end = case.ladder.end or 0
    if case.size != "small" or here.rank >= end - 1 or not any(_is_equipping(step, case) for step in part.steps):
        return here
    return replace(here, rank=end - 1, aspect=Aspect.REACHED)


def _is_equipping(step: Milestone, case: Case) -> bool:
    """Tell whether a step tells that equipment is being installed, or has been."""
    ladder = ladder_named(step.ladder, case.norms)
    return ladder.by_piece and step.rank >= ladder.ranks[INSTALLED] and step.aspect in BEGUN


def _in_context(part: Part, case: Case) -> Part:
    """Let a bare number (学位110个) go on about what its sentence tells right before it (幼儿园11月25日交付)."""
    first = part.clauses[0]
    told = any(clause.aspect or clause.moments or clause.milestones for clause in part.clauses)
    if told or part.quantity is None or not part.quantity.noun.endswith(case.norms.matching.capacities):
        return part
    before: list[Statement] = []
    for clause in case.said.statements:
        if clause.sentence is first.sentence and clause.start < first.start:
            before = [] if any(q.unit == part.quantity.unit for q in clause.quantities) else [*before, clause]
    steps = tuple(step for clause in before for step in clause.milestones)
    return replace(part, clauses=(*before, *part.clauses), steps=(*steps, *part.steps))


def undone(part: Part, case: Case) -> Decimal:
    """The share of the works of a part that is still to do, as far as a percentage tells (工程量过八成)."""
    told = [share.value for clause in part.clauses for share in clause.shares if share.value <= HUNDRED]
    if any(RESPECTIVELY in clause.text for clause in part.clauses):
        told = sorted(told)[:1]  # the slowest of several decides
    closing = any(says(case.norms.phrases.closing, clause.text) for clause in part.clauses) or _furnished(part)
    return 1 - max(told, default=case.norms.thresholds.closing_share if closing else Decimal(0)) / HUNDRED


def _furnished(part: Part) -> bool:
    """Tell whether the finish is told as made, and only the last of it goes on (装修完工，正在硬化操场), or nothing.

    Nothing goes on where a work beside the finish is told as made, too (沥青铺完，标线画了).
    """
    finish = [step for step in part.steps if step.step == FINISH]
    told = {step.aspect for step in finish}
    later = (step for step in part.steps if finish and step.ladder == finish[0].ladder)
    last = {step.step for step in later if step.rank >= finish[0].rank}
    open_ = any(clause.aspect in OPEN for clause in part.clauses)
    made = len(last) > 1 and not open_ and all(step.aspect is Aspect.REACHED for step in part.steps)
    return told >= BEGUN or made
