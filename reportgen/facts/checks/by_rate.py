"""By the rate: requirements checked with the rate that a column gives for the whole item (完成率60%)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.outcomes import check
from reportgen.facts.checks.remaining import only_prepared
from reportgen.facts.words.statements import Statement
from reportgen.records import HUNDRED, Check, Outcome, Requirement


def checked(cases: Sequence[Case], rate: Sequence[Statement]) -> tuple[Check, ...]:
    """Check each requirement, with the item's column of rates where the text alone does not tell."""
    return tuple(_by_rate(case, check(case), rate) if rate else check(case) for case in cases)


def _by_rate(case: Case, told: Check, rate: Sequence[Statement]) -> Check:
    """Check once more with the rate of a column (完成率60%), where that can tell more than the text did."""
    if case.said.counts_several:
        return told  # one rate for all does not tell which of several things is there
    alone = sum(requirement.measurable for requirement in case.said.requirements) == 1
    if alone and told.outcome is Outcome.MET and told.have is None and not case.requirement.of_plan:
        return told if case.begins else _held_against(told, rate)
    if told.have or told.outcome in (Outcome.MET, Outcome.MISSED) or only_prepared(case):
        return told
    if case.requirement.of_plan and (_of_other_unit(case.requirement) or _placed(case)):
        return told
    return check(replace(case, said=case.said.joined_by(rate)))


def _of_other_unit(requirement: Requirement) -> bool:
    """True where the plan asks for no number, or counts in another unit than the annual number that a rate is of."""
    asked, whole = requirement.quantity, requirement.whole
    return asked is None or (asked.unit != "%" and (whole is None or asked.unit != whole.unit))


def _placed(case: Case) -> bool:
    """True where the text says where some of the things stand; one rate for all does not outweigh that."""
    return any(part.sited or part.clauses[0].milestones for part in case.parts)


def _held_against(claim: Check, rate: Sequence[Statement]) -> Check:
    """Doubt a claim of completion where the unit's own rate is below 100%."""
    told = [share.value for statement in rate for share in statement.shares]
    if not told or told[0] >= HUNDRED:
        return claim
    return replace(claim, outcome=Outcome.LIKELY, text="自述已完成，但完成率不足", doubtful=True)
