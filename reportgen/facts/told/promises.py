"""Promises: the days that the progress names for what is not done yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.dates import tells_when
from reportgen.facts.words.ladders import ladder_named, on_ladder
from reportgen.facts.words.phrases import pattern, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Aspect, Milestone, Moment, Promise, Requirement, Span
from reportgen.text import fold

TERM = "学期"  # ends the name of a school term


def promises(requirement: Requirement, said: Progress, as_of: date) -> tuple[Promise, ...]:
    """The days by which the progress says that the thing will be done, or a step towards it."""
    found, longest = [], timedelta(days=said.norms.dates.longest_promise)
    told = said.about(requirement)
    for at, statement in enumerate(told):
        if not statement.moments or says(said.norms.phrases.keeps_on, statement.text):
            continue  # 春节期间不停工 tells when the works go on, not when they end
        if _harms_nothing(statement, requirement, said):
            continue  # 机组交货推迟到10月，不影响土建
        intended = statement.aspect is Aspect.INTENDED or says(said.norms.phrases.slip, statement.text)
        for moment in statement.moments:
            if _names_a_thing(moment, statement, said.norms):
                continue
            if (intended or moment.runs) and moment.end > as_of and moment.end - moment.start <= longest:
                steps = _steps(moment, statement, requirement.milestone, said.norms)
                steps = steps or _steps_before(statement, told[:at], said)
                step = max(steps, key=lambda step: (_asked(step, requirement), step.rank), default=None)
                found.append(Promise(moment, step, statement.span))
    return tuple(found)


def _harms_nothing(statement: Statement, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a sentence says that a day of another thing does no harm (新车9月到，不影响乘车)."""
    harmless = pattern(said.norms.phrases.harmless).search(statement.rest_of_sentence)
    if harmless is None:
        return False
    spared = said.words(statement.rest_of_sentence[harmless.end() :])
    return not (spared and requirement.topic & said.words(statement.text))


def _names_a_thing(moment: Moment, statement: Statement, norms: Norms) -> bool:
    """Tell whether a school term only says of what something is (秋季学期食材供应商招标), and not when it comes."""
    return moment.span.text.endswith(TERM) and not tells_when(moment, statement.source, norms.dates)


def _asked(step: Milestone, requirement: Requirement) -> bool:
    """Tell whether a step is the one asked for, whatever else the promise names (路基10月贯通)."""
    wanted = requirement.milestone
    return wanted is not None and step.is_at(wanted)


def _steps(moment: Moment, statement: Statement, wanted: Milestone | None, norms: Norms) -> tuple[Milestone, ...]:
    """The steps that a promise names, on the ladder that is asked for if it can; of a term (供货期75天) its end."""
    steps = statement.milestones
    if moment.runs:
        steps = tuple(step for step in steps if step.span == moment.span)
    return (on_ladder(steps, ladder_named(wanted.ladder, norms)) if wanted else ()) or steps


def _steps_before(statement: Statement, earlier: Sequence[Statement], said: Progress) -> tuple[Milestone, ...]:
    """The steps of the clause that a bare day goes on with (暑假集中安装，8月25日前完成)."""
    last = earlier[-1] if earlier else None
    goes_on = last is not None and last.sentence is statement.sentence and last.aspect is Aspect.INTENDED
    return last.milestones if last is not None and goes_on and not said.words(statement.text) else ()


def of_beginning(moment: Moment, said: Span, norms: Norms) -> bool:
    """Tell whether a day is that of a beginning (12月1日起闭市改造), and so promises no end."""
    return says(norms.phrases.from_then, fold(said.text[moment.span.end - said.start :]))
