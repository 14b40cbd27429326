"""Coverage: whether all of some places have a thing (镇街全覆盖), where it is told of how many of them or of all."""

from __future__ import annotations

from itertools import pairwise

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import mentions, pattern, says
from reportgen.records import BEGUN, NOT_YET, Aspect, Check, Outcome


def check_coverage(case: Case) -> Check | None:
    """Hold the places that have a thing against all of them (9个镇街中8个已有站点); None where that is not told."""
    asked, words = case.requirement, case.norms.matching
    if asked.quantity is not None:
        share = asked.unit == "%" and says(words.covered_share, asked.words)
        return _told_of_all(case) if share else None
    return _some_of_all(case) or _told_of_all(case) if says(words.coverage, asked.words) else None


def _told_of_all(case: Case) -> Check | None:
    """Take for covered what is told of all places, with their number (63所学校均已开展), and of none otherwise."""
    own, words = case.own_names or case.names, case.said.words
    open_ = (s for s in case.about if s.aspect in NOT_YET and own & words(s.text))
    if any(open_) or any(says(case.norms.phrases.rest, s.text) for s in case.about):
        return None
    named = (s for s in case.said.own if s.aspect is Aspect.REACHED and s.counts and own & words(s.text))
    told = next((s for s in named if mentions(case.norms.matching.every_one, s.text)), None)
    return case.met(told) if told is not None else None


def _some_of_all(case: Case) -> Check | None:
    for statement in case.said.own:
        told = [number for number in statement.numbers if not number.is_share]
        for every, some in pairwise(told):
            among = pattern(case.norms.phrases.among).match(every.after) and every.unit == some.unit
            if not among or some.aspect not in BEGUN or not case.own_names & case.said.words(every.noun):
                continue
            if some.value >= every.value:
                return case.met(statement)
            outcome = Outcome.MISSED if case.time_is_up else Outcome.LIKELY
            unsure = not case.requirement.of_plan  # so that nothing beside it makes a target met
            return case.outcome(outcome, "尚未全部覆盖", statement, have=some.value, doubtful=unsure)
    return None
