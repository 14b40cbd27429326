"""Promises: the days that the progress names for what is not done yet."""

from __future__ import annotations

from dataclasses import replace

from reportgen.facts.case import Case
from reportgen.facts.phrases import says
from reportgen.records import Aspect, Check, Outcome, Promise


def promises(case: Case) -> tuple[Promise, ...]:
    """The days by which the progress says that the thing will be done, or a step towards it."""
    found = []
    for statement in case.said.about(case.requirement):
        intended = statement.aspect is Aspect.INTENDED or says(case.norms.phrases.slip, statement.text)
        for moment in statement.moments:
            if intended and moment.end > case.period.as_of:
                step = max(statement.milestones, key=lambda step: step.rank, default=None)
                found.append(Promise(moment, step, statement.span))
    return tuple(found)


def late_promise(case: Case) -> Check | None:
    """A promise that falls after the due day, for the step asked for or one before it."""
    wanted = case.requirement.milestone
    if says(case.norms.matching.preparing, case.requirement.words):
        return None
    for promise in promises(case):
        day = promise.moment.end if promise.moment.before else promise.moment.start
        step = promise.milestone
        beyond = step is not None and wanted is not None and step.ladder == wanted.ladder and step.rank > wanted.rank
        if day > case.requirement.due and not beyond:
            return replace(case.outcome(Outcome.MISSED, "承诺时间晚于期限"), answers=(promise.span,), promised=day)
    return None
