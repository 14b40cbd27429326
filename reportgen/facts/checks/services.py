"""Services: a document, a policy, a window or an event that other words than the ones that ask tell as there."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import aspect_of, pattern, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Service
from reportgen.records import NOT_YET, OPEN, Aspect, Check, Ground, Outcome
from reportgen.text import fold


def check_service(case: Case) -> Check | None:
    """Say that a service is there by what only a service that is tells (收件26件 of 窗口开办; 出了保单 of 投保)."""
    report = [s for s in case.report if case.requirement.quantity is None or _counts_papers(s, case)]
    told = next((s for kind in (_kinds(case) if report else ()) for s in report if _tells(s, kind, case)), None)
    if told is None:
        return None
    beside = [s for s in case.report if s is not told and not says(case.norms.phrases.takes_effect, s.text)]
    if any(s.aspect in NOT_YET or says(case.norms.phrases.rest, s.text) for s in beside):
        return None
    doubtful = not case.requirement.of_plan and any(s.aspect is Aspect.UNDER_WAY for s in beside)
    return case.outcome(Outcome.MET, Ground.THERE, told, doubtful=doubtful)


def _counts_papers(statement: Statement, case: Case) -> bool:
    """Tell whether a clause counts as many signs or papers as those who are to have one (103块牌子 of 评选100户)."""
    papers = (q for q in statement.counted if says(case.norms.matching.papers, fold(q.noun)))
    return case.requirement.unit != "%" and any(q.value >= case.need for q in papers)


def _kinds(case: Case) -> Iterable[Service]:
    """The kinds of services that the words, or their step, ask for; where they name none, those of the target."""
    kinds, words, goal = case.norms.matching.services_and_none_left, case.requirement.words, case.goal
    own = [kind for kind in kinds if says(kind.asked, words) or (goal and goal.ladder == kind.ladder)]
    return own if own or case.own_names else [kind for kind in kinds if says(kind.asked, case.target_words)]


def _tells(statement: Statement, kind: Service, case: Case) -> bool:
    """Tell whether a clause tells a service of a kind as there, not as a draft of it or on a day to come."""
    found = pattern(kind.told).search(statement.text)
    if found is None or says(case.norms.phrases.drafts, statement.text):
        return False
    coming = any(moment.start > case.period.as_of for moment in statement.moments)
    beside = statement.text.replace(found[0], " ", 1)
    return not coming and aspect_of(beside, case.norms.phrases) not in OPEN
