"""Unanswered: what comes of a thing asked for on its due day, where no words of the report name it as there or not."""

from __future__ import annotations

from reportgen.facts.checks.case import Case
from reportgen.facts.words.levels import RATE
from reportgen.facts.words.phrases import says, tells_all
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.units import same_unit
from reportgen.norms import IN_USE
from reportgen.records import NOT_YET, OPEN, Aspect, Check, Ground, Outcome


def check_unanswered(case: Case, told: Check) -> Check | None:
    """Judge by all else that is told what a plan asks by this day and nothing answers, or only goes on about."""
    if not (case.requirement.of_plan and case.time_is_up) or case.asks_preparation or case.requirement.level:
        return None
    asks_less = (*case.norms.phrases.preparations, *case.norms.matching.preparing, *case.norms.phrases.weakly_under_way)
    if says(asks_less, case.requirement.words):
        return None
    return _check_preparing(case, told) or _check_happened(case, told)


def _check_preparing(case: Case, told: Check) -> Check | None:
    """Say that nothing but preparations is told (投保方案已报，正在洽谈费率 of 投保), where they were to end.

    So it is where nothing answers, or only clauses that name what is to end (落实免费政策: 免费名单正在核对).
    """
    to_end = says(case.norms.phrases.to_the_end, case.requirement.words)
    ends = told.text == Ground.GOING_ON and (
        to_end or all(s.aspect in NOT_YET or _prepares(s, case) for s in _naming(case))
    )
    if not (ends or told.outcome is Outcome.SILENT):
        return None
    own = case.report if len(case.said.requirements) == 1 else _naming(case)
    preparing = [statement for statement in own if _prepares(statement, case)]
    if not preparing or any(_tells_more(s, case) for s in case.report if s not in preparing):
        return None
    open_ = [s for s in preparing if s.aspect in OPEN]
    sure = any(says(case.norms.phrases.preparations, s.text) for s in open_)
    return case.outcome(Outcome.MISSED, "到期仍在准备", *(open_ or preparing)[:2], doubtful=not sure)


def _prepares(statement: Statement, case: Case) -> bool:
    """Tell whether a clause tells a preparation, or of what is not counted what is to come, and no step as reached."""
    phrases = case.norms.phrases
    if says(phrases.drafts, statement.text):
        return True
    if says((*phrases.vague, *phrases.ahead, *phrases.weakly_under_way), statement.text):
        return False
    if statement.aspect not in OPEN and statement in _naming(case) and _counts(statement, case):
        return False
    hoped = statement.aspect is Aspect.INTENDED and not statement.moments
    of_all = tells_all(statement.text, case.norms.matching)
    to_come = statement.aspect in OPEN and not (hoped or of_all) and case.requirement.quantity is None
    return to_come or says(phrases.preparations, statement.text)


def _tells_more(statement: Statement, case: Case) -> bool:
    """Tell whether a clause that tells no preparation tells a fact that may answer."""
    reached, counts = statement.aspect is Aspect.REACHED, _counts(statement, case)
    return (reached or counts) if statement in _naming(case) else (reached and counts)


def _naming(case: Case) -> tuple[Statement, ...]:
    """The clauses of the report that name what is asked for."""
    return tuple(s for s in case.report if case.said.is_named(case.requirement, s))


def _counts(statement: Statement, case: Case) -> bool:
    """Tell whether a clause counts something, in the unit that is asked for if one is."""
    unit = case.requirement.unit
    return any(unit in ("", "%") or same_unit(q.unit, unit, case.norms) for q in statement.quantities)


def _check_happened(case: Case, told: Check) -> Check | None:
    """The one thing asked for as there, in doubt, where all that the report tells has happened and nothing is to come.

    老人刷卡不扣钱，6月乘坐3.2万人次 tells by no word of 免费乘车6月起实行, and yet that it is so.
    """
    phrases, asked = case.norms.phrases, case.requirement
    once = told.text == Ground.GOING_ON and says(phrases.once, asked.words)
    if not (once or told.outcome is Outcome.SILENT) or asked.quantity is not None or len(case.said.requirements) > 1:
        return None
    if says((*phrases.beginning, *phrases.open_ended), asked.words) or RATE in asked.words or not _of_services(case):
        return None
    if says(phrases.recurring, case.all_words):
        return None
    unsure = (*phrases.preparations, *phrases.vague, *phrases.ahead, *phrases.slow, *phrases.rest, *phrases.blocked)
    if any(s.aspect in OPEN or says(unsure, s.text) for s in case.report):
        return None
    happened = [s for s in case.report if _has_happened(s)]
    return case.outcome(Outcome.MET, Ground.HAPPENED, *happened[:2], doubtful=True) if happened else None


def _has_happened(statement: Statement) -> bool:
    """Tell whether a clause tells a fact: something counted, a day, or an end."""
    return bool(statement.counted or statement.moments) or statement.aspect is Aspect.REACHED


def _of_services(case: Case) -> bool:
    """Tell whether no step is asked for, or one of a service, of things bought, or the use that all works end with."""
    return case.goal is None or not case.ladder.paced or case.ladder.by_piece or case.goal.step == IN_USE
