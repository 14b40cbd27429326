"""Coverage: whether all of some places have a thing (镇街全覆盖), where it is told how many of them do."""

from __future__ import annotations

from itertools import pairwise

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import pattern, says
from reportgen.records import BEGUN, Check, Outcome


def check_coverage(case: Case) -> Check | None:
    """Hold the places that have a thing against all of them (9个镇街中8个已有站点); None where that is not told."""
    if case.requirement.quantity is not None or not says(case.norms.matching.coverage, case.requirement.words):
        return None
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
