"""Steps: the stage reached, held against the stage asked for and the days that remain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.claims import claim_of, of_a_part
from reportgen.facts.checks.each_thing import check_each_thing
from reportgen.facts.checks.feasible import feasible
from reportgen.facts.checks.in_time import (
    begins_later,
    ends_by_name,
    late_promise,
    promised_in_time,
)
from reportgen.facts.checks.outright import check_outright
from reportgen.facts.checks.places import passes, place, there
from reportgen.facts.checks.remaining import check_remaining
from reportgen.facts.checks.rests import leaves_out, left_over, rest_left
from reportgen.facts.checks.told_rates import told_rate
from reportgen.facts.told.parts import Part
from reportgen.facts.told.position import alike, goes_on, prospect
from reportgen.facts.words.phrases import mentions, says, tells_all
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.sums import some_owed
from reportgen.norms import BUILT, IN_USE, START
from reportgen.records import BEGUN, HUNDRED, NOT_YET, OPEN, Aspect, Check, Milestone, Outcome, Span


def check_step(case: Case) -> Check:
    """Hold the step that was reached against the one asked for."""
    told = (check(case) for check in CHECKS)
    return next((one for one in told if one is not None), None) or check_remaining(case)


def _check_all_reached(case: Case) -> Check | None:
    """Say that a stage of the plan is reached where one clause tells it of as many things as there are in all."""
    whole = case.things
    if whole is None or not case.requirement.of_plan:
        return None
    told = (s for s in case.report if _all_reached(s, case))
    every = (s for s in told if any(q.unit == whole.unit and q.value >= whole.value for q in s.counted))
    return next((case.met(s) for s in every), None)


def _check_reached(case: Case) -> Check | None:
    """Say that the step is reached, unless some of it is told to be still to do."""
    reached, ahead = _reached(case), case.ahead
    if reached is None:
        return None
    if case.requirement.of_plan and says(case.norms.phrases.by_and_by, case.requirement.words):
        return case.met(reached.said)
    if _some_lag(reached, case):
        return case.outcome(Outcome.LIKELY, "部分已达到", reached.said, doubtful=True)
    very = _very_step(case)
    if very is not None and ahead is not None:
        ahead = prospect([s for s in case.steps if not _beside_the_stage(s, case)])
    some_out = any(leaves_out(statement, case) for statement in case.report)
    behind_it = reached.rank > case.wanted.rank and very is not None and not some_out
    if _still_open(case, ahead, very) or (not behind_it and rest_left(case)):
        return None
    if ahead is not None and very is None and says(case.norms.phrases.side_approvals, reached.said.text):
        return None  # no more than one side of the works is accepted (消防验收通过), and they are not told as built
    words = (very or reached).said
    whole = {case.wanted.step, (very or reached).step} <= {BUILT, IN_USE}
    if whole and whole_of(case) <= 1 and _only_a_part(words, case):
        return None
    return case.met(words)


def _beside_the_stage(step: Milestone, case: Case) -> bool:
    """Tell whether a step is of works left over beside what is in use, or of the plan's next stage."""
    clause = case.clause_of(step.said)
    return (clause is not None and left_over(clause, case, case.about)) or _of_next_stage(step, case)


def _of_next_stage(ahead: Milestone, case: Case) -> bool:
    """Tell whether the same step on a later day is what the plan asks for next (试开放已开始；12月18日正式开放)."""
    own, wanted, clause = case.requirement, case.wanted, case.clause_of(ahead.said)
    days = [moment.end for moment in clause.moments] if clause and own.of_plan and ahead.rank == wanted.rank else []
    later = (r for r in case.said.requirements if r.milestone and r.milestone.is_at(wanted) and r.due > own.due)
    return any(own.due < day <= r.due for r in later for day in days)


def _only_a_part(words: Span, case: Case) -> bool:
    """Tell whether words tell a part as built or in use, and others that works go on (园区道路完工，墓穴安装60%)."""
    clause = case.clause_of(words)
    beside = [s for s in case.report if s is not clause]
    going = any(s.aspect in OPEN or any(q.value < HUNDRED for q in s.shares) for s in beside)
    return clause is not None and going and of_a_part(clause, case)


def _still_open(case: Case, ahead: Milestone | None, very: Milestone | None) -> bool:
    """Tell whether the step, or a share of all, is told to be still to do or under way."""
    return (
        (ahead is not None and _precedes(ahead, case.wanted))
        or _short_of_all(case)
        or goes_on(case.steps, case.wanted, case.norms)
        or some_owed([s for s in case.about if _of_step(s, case) and not _beside(s, very, case)], case.norms)
    )


def _beside(statement: Statement, very: Milestone | None, case: Case) -> bool:
    """Tell whether a clause names other works than a plan's step, which is told as reached (封顶；网架拼了6个单元)."""
    if very is None or not case.requirement.of_plan:
        return False
    said = case.said.words(statement.text)
    return bool(said) and not said & case.names


def _check_claim(case: Case) -> Check | None:
    """Take a claim that it is done, unless the step is denied."""
    claim, ahead, wanted = claim_of(case), case.ahead, case.wanted
    denied = ahead is not None and ahead.rank == wanted.rank and _precedes(ahead, wanted)
    if claim is None or denied:
        return None
    return case.outcome(Outcome.MET, "自述已完成", claim)


def _check_used(case: Case) -> Check | None:
    """Take small works that are built for as good as used, where nothing says that they are not used."""
    here, wanted = case.here, case.wanted
    if here is None or case.ahead is not None or not case.small or here.aspect is not Aspect.REACHED:
        return None
    built = case.ladder.ranks.get(BUILT, wanted.rank)
    if not built <= here.rank < wanted.rank or rest_left(case):
        return None
    return case.outcome(Outcome.LIKELY, "已建成，未写明投用", here.said, doubtful=True)


def _of_step(statement: Statement, case: Case) -> bool:
    """Tell whether a clause, or one beside it in its sentence, may tell of the step asked for and none beyond it.

    Of a step on the way (土建) none before it does (支管总长64公里，铺好61公里).
    """
    wanted = case.wanted
    least = 0 if wanted.rank >= (case.ladder.end or 0) else wanted.rank
    return all(least <= step.rank <= wanted.rank for step in statement.milestones if step.ladder == wanted.ladder)


def _very_step(case: Case) -> Milestone | None:
    """The step asked for, where a clause tells just it as reached; None otherwise.

    A rest told beside it is then of a later step (采购完成，剩余暑假安装).
    """
    steps = (step for statement in case.about for step in statement.milestones if step.is_at(case.wanted))
    return next((step for step in steps if step.aspect is Aspect.REACHED), None)


def _check_rate(case: Case) -> Check | None:
    """Take the share that is told, unless the steps told beside it show that the time does not suffice."""
    told, here = told_rate(case) if case.wanted.step != START else None, case.here
    if told is None or here is None or told.outcome is not Outcome.LIKELY:
        return told
    steps = check_remaining(case)
    beside = case.clause_of(here.said) not in map(case.clause_of, told.answers)
    return steps if beside and steps.outcome is not Outcome.LIKELY else told


def _check_promise(case: Case) -> Check | None:
    promise = promised_in_time(case)
    if promise is None or (case.ahead is None and not ends_by_name(promise, case)):
        return None
    return case.outcome(Outcome.LIKELY, "承诺期限内完成", promise.span)


def _check_rest(case: Case) -> Check | None:
    """Hold the rest that is told of (剩余1.6公里正在施工桩基) against the days that are left."""
    rest = [part for part in case.parts if says(case.norms.phrases.rest, part.clauses[0].text)]
    rest = [part for part in rest if any(step.rank >= case.ladder.begun for step in case.on_ladder(part.steps))]
    late = [part for part in rest if feasible(part, case) is False]
    if not late or case.time_is_up:
        return None
    return case.outcome(Outcome.SHORT, "其余的难以按期完成", *(part.clauses[0].span for part in late))


def _all_reached(statement: Statement, case: Case) -> bool:
    """Tell whether a clause that names no site says that all have come so far (主体结构全面封顶)."""
    steps = case.on_ladder(statement.milestones)
    whole = tells_all(statement.text, case.norms.matching)
    reached = any(step.reaches(case.wanted) for step in steps)
    return whole and reached and not case.said.sites.named(statement)


def _some_lag(here: Milestone, case: Case) -> bool:
    """Tell whether more of the things are counted at a step before the one asked for (开工14万户，完工3.8万户)."""
    clause = case.clause_of(here.said)
    done = clause.counted if clause else ()
    more = (
        other
        for statement in case.about
        for other in statement.quantities
        if done and other.unit == done[0].unit and other.value > done[0].value and statement is not clause
        if any(not step.reaches(case.wanted) for step in case.on_ladder(statement.milestones))
    )
    return not case.requirement.of_plan and next(more, None) is not None


def _precedes(ahead: Milestone, wanted: Milestone) -> bool:
    """Tell whether a step still to come is the one asked for, or one before it; others of the same rank are not."""
    return ahead.rank < wanted.rank or alike(ahead, wanted)


def _check_each_site(case: Case) -> Check | None:
    """Where several sites are told of one by one and all are asked for, the furthest behind decides."""
    asked = case.said.sites.asked(case.requirement.words)
    told = [part for part in case.parts if part.sited]
    if len(told) <= 1:
        return None
    if asked and any(place(part, case) is None for part in told):
        return _some_unknown(case, told)
    if any(_all_reached(statement, case) for statement in case.said.statements):
        return None
    behind = [part for part in told if not there(part, case)]
    begins_only = says(case.norms.phrases.beginning, case.requirement.words)
    if begins_only and len(behind) < len(told):
        behind = []  # 开展外墙施工 asks that they begin, of none in particular
    spans = tuple(part.clauses[0].span for part in behind or told)
    if not behind:
        return case.met(*spans)
    if case.time_is_up:
        if len(behind) < len(told) and all(_tells_nothing(part, case) for part in behind):
            return case.outcome(Outcome.LIKELY, "部分已达到", *spans, doubtful=True)
        return case.missed(*spans)
    can = [feasible(part, case) for part in behind]
    outcome = Outcome.SHORT if False in can else Outcome.LIKELY
    text = "其余的难以按期完成" if False in can else "其余的可按期完成"
    return case.outcome(outcome, text, *spans, doubtful=None in can)


def _tells_nothing(part: Part, case: Case) -> bool:
    """Tell whether the clauses of a site tell no step, and nothing that is denied or to come."""
    return place(part, case) is None and not any(clause.aspect in NOT_YET for clause in part.clauses)


def _some_unknown(case: Case, told: Sequence[Part]) -> Check | None:
    """Doubt that all sites have come to the step asked for, where one has and of another no step is told."""
    there_ = [part for part in told if there(part, case)]
    if not there_ or case.time_is_up:
        return None
    return case.outcome(Outcome.LIKELY, "部分已达到", there_[0].clauses[0].span, doubtful=True)


def _short_of_all(case: Case) -> bool:
    """Tell whether the progress itself says that a share of the year's task is still to do."""
    if case.requirement.of_plan:
        return False
    told = [answer.quantity for answer in case.rates]
    return any(q.value < HUNDRED and mentions(("任务", "目标", "计划"), q.of) for q in told)


def _check_begun(case: Case) -> Check | None:
    """Say that a service asked to begin (启动接种) has begun, where it goes on or is counted."""
    wanted = case.wanted
    if case.ladder.paced or wanted.rank != case.ladder.begun or begins_later(case):
        return None
    for statement in case.said.only_about(case.requirement):
        if case.tells_preparation(statement.text):
            continue
        counted = any(aspect in BEGUN for aspect in statement.aspects)
        steps = case.on_ladder(statement.milestones)
        if counted or (statement.aspect in BEGUN and not any(step.rank < wanted.rank for step in steps)):
            return case.outcome(Outcome.MET, "已开展", statement)
    return None


def _reached(case: Case) -> Milestone | None:
    """The step that the works stand at, if it is the one asked for or beyond; 旧棚拆除过半 has begun."""
    here, wanted = case.here, case.wanted
    if here is None:
        return None
    return here if passes(here, wanted) or (case.begins and here.rank == wanted.rank) else None


# What may answer a step, in turn, before the steps that remain are held against the days that are left.
CHECKS: tuple[Callable[[Case], Check | None], ...] = (
    check_each_thing,
    check_outright,
    _check_each_site,
    _check_all_reached,
    _check_reached,
    _check_claim,
    _check_used,
    _check_begun,
    late_promise,
    _check_rate,
    _check_promise,
    _check_rest,
)
