"""Promises: the days that the progress names for what is not done yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from reportgen.facts.case import Case
from reportgen.facts.ladders import begins, ladder_named, on_ladder
from reportgen.facts.phrases import says
from reportgen.facts.statements import Statement
from reportgen.records import Aspect, Check, Milestone, Moment, Outcome, Promise, Span
from reportgen.text import fold

LONGEST = timedelta(days=100)  # a longer stretch (下半年) names no day


def promises(case: Case) -> tuple[Promise, ...]:
    """The days by which the progress says that the thing will be done, or a step towards it."""
    found = []
    for statement in case.about:
        intended = statement.aspect is Aspect.INTENDED or says(case.norms.phrases.slip, statement.text)
        for moment in statement.moments:
            if (intended or moment.runs) and moment.end > case.period.as_of and moment.end - moment.start <= LONGEST:
                step = max(_steps(moment, statement, case), key=lambda step: step.rank, default=None)
                found.append(Promise(moment, step, statement.span))
    return tuple(found)


def of_beginning(moment: Moment, said: Span, case: Case) -> bool:
    """Tell whether a day is that of a beginning (12月1日起闭市改造), and so promises no end."""
    return says(case.norms.phrases.from_then, fold(said.text[moment.span.end - said.start :]))


def begins_later(case: Case) -> bool:
    """Tell whether the thing itself is to begin on a day to come (计划4月8日启动), and nothing of it is done."""
    serves = _is_service(case)
    if case.counts or any(_has_begun(statement, works=not serves) for statement in case.about):
        return False
    further = (*case.norms.matching.batches, *case.norms.phrases.rest)
    later = [p for p in promises(case) if not says(further, fold(p.span.text))]
    begun = (of_beginning(p.moment, p.span, case) or (p.milestone and begins(p.milestone, case.norms)) for p in later)
    own = case.said.words(case.requirement.words)
    return any(begun) or (serves and any(own & case.said.words(fold(p.span.text)) for p in later))  # 定于10月1日发放


def _is_service(case: Case) -> bool:
    """Tell whether a number is asked for that no works lead to."""
    step = case.requirement.milestone
    return case.requirement.quantity is not None and (step is None or not ladder_named(step.ladder, case.norms).paced)


def _has_begun(statement: Statement, *, works: bool) -> bool:
    """Tell whether a number of what was done is told, or that some `works` stand."""
    counted = any(aspect is Aspect.REACHED for _, aspect in statement.quantities)
    steps = works and any(step.made and step.aspect is not Aspect.NOT for step in statement.milestones)
    return counted or (steps and statement.aspect is not Aspect.INTENDED)


def _steps(moment: Moment, statement: Statement, case: Case) -> tuple[Milestone, ...]:
    """The steps that a promise names, on the ladder that is asked for if it can; of a term (供货期75天) its end."""
    wanted, steps = case.requirement.milestone, statement.milestones
    if moment.runs:
        steps = tuple(step for step in steps if step.span == moment.span)
    return (on_ladder(steps, ladder_named(wanted.ladder, case.norms)) if wanted else ()) or steps


def late_promise(case: Case, *, whole: bool = False) -> Check | None:
    """A promise that falls after the due day, for the step asked for or one before it; of the `whole` (全部封顶)."""
    wanted = case.requirement.milestone
    if says(case.norms.matching.preparing, case.requirement.words):
        return None
    for promise in promises(case):
        if whole and not any(word in fold(promise.span.text) for word in case.norms.matching.wholes):
            continue
        day = promise.moment.day
        step = promise.milestone
        beyond = step is not None and wanted is not None and step.ladder == wanted.ladder and step.rank > wanted.rank
        runs_on = promise.moment.runs and _ends_later(step, case)
        elsewhere = _asked_for_then(promise, case) or _of_later_stage(promise, case)
        if day > case.requirement.due and not (beyond or runs_on or elsewhere):
            return replace(case.outcome(Outcome.MISSED, "承诺时间晚于期限"), answers=(promise.span,), promised=day)
    return None


def _ends_later(step: Milestone | None, case: Case) -> bool:
    """Tell whether a term of the whole works (工期180天) says nothing of what is asked: a part, or works of years."""
    asked, whole = case.requirement.quantity, case.requirement.whole
    part = asked is not None and (whole is None or asked.value < whole.value)
    ends = step is not None and ladder_named(step.ladder, case.norms).steps[step.rank].ends
    return ends and (part or case.requirement.source == "target" or case.requirement.milestone is None)


def step_on_the_way(case: Case, wanted: Milestone) -> tuple[Milestone, Promise] | None:
    """The furthest step before the one asked for that is promised by the due day (9月18日开标), with its promise."""
    ladder, found = ladder_named(wanted.ladder, case.norms), []
    for promise in promises(case):
        steps = on_ladder([promise.milestone], ladder) if promise.milestone else ()
        found += [(step, promise) for step in steps if step.rank < wanted.rank]
    return max(found, key=lambda pair: pair[0].rank, default=None)


def _asked_for_then(promise: Promise, case: Case) -> bool:
    """Tell whether the target itself names the day (自7月1日起执行), so that an earlier plan asks otherwise."""
    return case.requirement.source == "plan" and fold(promise.moment.span.text) in case.target_words


def _of_later_stage(promise: Promise, case: Case) -> bool:
    """Tell whether the step that is promised is what a later stage of the plan asks for, by a day not before it."""
    step, own = promise.milestone, case.requirement
    if step is None or (own.milestone is not None and own.milestone.step == step.step):
        return False
    later = (r.milestone for r in case.said.requirements if own.due < promise.moment.day <= r.due)
    return any(asked.ladder == step.ladder and asked.rank <= step.rank for asked in later if asked)


def promised_in_time(case: Case, wanted: Milestone) -> Promise | None:
    """A promise by the due day of the step asked for or of one beyond it."""
    for promise in promises(case):
        step = promise.milestone
        if step is None or promise.moment.end > case.requirement.due:
            continue
        on = on_ladder([step], ladder_named(wanted.ladder, case.norms))
        if on and on[0].rank >= wanted.rank:
            return promise
    return None
