"""Beyond: whether just the rest of what is asked for is told to come after the year (其余2座拟于2026年拆除)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import of_sentence
from reportgen.records import Aspect, Check, Outcome


def put_beyond_the_year(case: Case, have: Decimal, need: Decimal) -> Check | None:
    """Say that the rest comes too late, where a sentence of whatever cell counts just that and names a later year."""
    told, last = (*case.said.own, *case.beside), max(case.period.year_due, case.requirement.due)
    for statement in told:
        days = [moment for moment in statement.moments if moment.start > last]
        if not days or statement.aspect is not Aspect.INTENDED:
            continue
        same = (q for other in of_sentence(statement.sentence, told) for q in other.quantities)
        counted = {q.value for q in same if case.may_count(q)}
        rest = says(case.norms.phrases.rest, statement.text) and have in counted  # 录用17名，缺口明年补足
        if rest or need - have in counted:
            late = case.outcome(Outcome.MISSED, "承诺时间晚于期限", statement, have=have)
            return replace(late, promised=days[0].day)
    return None
