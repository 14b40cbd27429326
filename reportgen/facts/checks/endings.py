"""Endings: whether what is held for a season or in rounds (暑期班, 最后一期) is over, so that no more can come."""

from __future__ import annotations

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.records import NOT_YET, Aspect


def ended_for_good(case: Case) -> Statement | None:
    """The clause that says that all of it is over, unless another says that more is to come."""
    told = case.said.own
    if any(s.aspect is Aspect.INTENDED or any(m.start > case.period.as_of for m in s.moments) for s in told):
        return None
    return next((s for s in told if _ends_all(s, case)), None)


def _ends_all(statement: Statement, case: Case) -> bool:
    """Tell whether a clause ends the last round, or the season that the target or the clause itself names."""
    if statement.aspect in NOT_YET:
        return False
    phrases = case.norms.phrases
    if says(phrases.last_round, statement.text):
        return True
    if says(phrases.rest, statement.text):
        return False  # 四季度还有7个班结业
    this = says(phrases.season, case.target_words) or says(phrases.this_season, statement.text)
    return this and says(phrases.season_over, statement.text)
