"""Each thing: a step that a plan asks of several things at once, none of them by name."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.places import passes
from reportgen.facts.told.position import position
from reportgen.records import Check, Milestone, Outcome


def check_each_thing(case: Case) -> Check | None:
    """Let the thing that is only being prepared decide, where another is there (甲站完工；乙院预算复审 of 开工)."""
    asked = case.requirement
    if not asked.of_plan or asked.topic or asked.quantity or case.own_names or not case.ladder.paced:
        return None
    told = [here for here in _places(case) if here is not None]
    early = [here for here in told if here.rank < case.wanted.rank and case.ladder.prepares(here.rank)]
    if not early or not any(passes(here, case.wanted) for here in told):
        return None
    last = min(early, key=lambda here: here.rank)
    if case.time_is_up:
        return case.missed(last.said)
    late = case.days_from(last) > case.days_left
    return case.outcome(Outcome.SHORT, "后续步骤所需时间超过剩余时间", last.said) if late else None


def _places(case: Case) -> Iterator[Milestone | None]:
    """For each thing that the targets name: the step at which the clauses stand that speak of it alone."""
    said = case.said
    for at, topic in enumerate(said.topics):
        pairs = zip(said.statements, said.owners, strict=True) if topic in said.targets else ()
        own = [statement for statement, owner in pairs if owner == {at} and said.of_its_own(statement)]
        steps = [step for statement in own for step in case.on_ladder(statement.milestones)]
        yield position(steps, case.requirement, case.norms)
