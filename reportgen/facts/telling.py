"""Telling: whether a report gives a reason for being late, and a day yet to come, in whatever words."""

from __future__ import annotations

from datetime import timedelta

from reportgen.facts.reading import Reading
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Aspect, Item
from reportgen.text import fold

LEAST_REASON = 8  # letters


def gives_reason(text: str, norms: Norms) -> bool:
    """Tell whether a text gives a cause or what is waited for."""
    phrases = norms.phrases
    reasons = (phrases.cause, phrases.blocked, phrases.waits, phrases.awaiting, phrases.hinges, phrases.explains)
    return any(says(each, text) for each in reasons)


def names_problem(item: Item, norms: Norms) -> bool:
    """Tell whether the column of problems names one: not that there is none, nor only what is to be done (加快施工)."""
    if item.problem.blank:
        return False
    told = fold(item.problem.text)
    hindered = says(norms.phrases.cause, told) or says(norms.phrases.blocked, told)
    only_to_do = says(norms.phrases.remedies, told) and not hindered
    return not says(norms.phrases.nothing, told) and not only_to_do


def tells_why(reading: Reading, norms: Norms) -> bool:
    """Tell whether the progress, the problems or the next steps give a reason for what is not done."""
    if names_problem(reading.item, norms):
        return True
    reported = _reported(reading)
    to_do = (statement for statement in reported if statement.aspect is not Aspect.REACHED)
    if any(_may_explain(one, norms) or gives_reason(one.text, norms) for one in to_do):
        return True
    # 结束后再装 is not done, and what is denied or comes only then may be told as done (房子9月底才租下来).
    return any(says(norms.phrases.hinges + norms.phrases.explains, statement.text) for statement in reported)


def _may_explain(statement: Statement, norms: Norms) -> bool:
    """Tell whether a clause tells no number, step, day or claim, and so may be why (占道开挖审批涉及部门较多).

    What it denies may be why, too, if that is no step (3个点没有合适房屋).
    """
    denied = statement.aspect is Aspect.NOT and not statement.milestones
    nothing = not (statement.certain or statement.claims) or denied
    return nothing and len(statement.text) >= LEAST_REASON and not says(norms.phrases.vague, statement.text)


def tells_when(reading: Reading, norms: Norms) -> bool:
    """Tell whether the progress, the problems or the next steps name a day yet to come for what is not done."""
    to_do = (statement for statement in _reported(reading) if statement.aspect is not Aspect.REACHED)
    days = (moment for statement in to_do for moment in statement.moments)
    longest = timedelta(days=norms.dates.longest_time)
    return any(day.end > reading.period.as_of and day.end - day.start <= longest for day in days)


def _reported(reading: Reading) -> list[Statement]:
    item = reading.item
    cells = item.progress.address, item.problem.address, item.next_step.address
    return [statement for statement in reading.statements if statement.source.address in cells]
