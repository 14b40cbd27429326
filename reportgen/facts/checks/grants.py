"""Grants: approvals that others give (批复, 许可证), and reports of having applied for one (已受理, 报省厅会审)."""

from __future__ import annotations

from dataclasses import replace

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.records import NOT_YET, Aspect, Milestone


def as_lodged(case: Case) -> Case:
    """The case with a step that is only applied for told as under way, where its approval is asked for."""
    goal, said = case.goal, case.said
    if goal is None or not _asks_for_grant(case) or _granted(case):
        return case
    told = tuple(_as_lodged(statement, goal, case) for statement in said.statements)
    if all(new is old for new, old in zip(told, said.statements, strict=True)):
        return case
    return replace(case, said=replace(said, statements=told))


def only_lodged(case: Case) -> Statement | None:
    """The clause that tells of the application, where the approval that a plan asks for is told nowhere when due."""
    due = case.requirement.of_plan and case.time_is_up
    if not due or not _asks_for_grant(case) or _granted(case):
        return None
    told = (s for s in case.report if not s.milestones)
    return next((s for s in told if says(case.norms.phrases.lodged, s.text)), None)


def _asks_for_grant(case: Case) -> bool:
    return says(case.norms.phrases.grants, case.requirement.words)


def _granted(case: Case) -> bool:
    """Tell whether a clause that names the step, or none at all, tells that it is approved (6月18日批下来了)."""
    told = (s for s in case.report if s.aspect not in NOT_YET and says(case.norms.phrases.granted, s.text))
    goal = case.goal
    return any(goal is None or not s.milestones or any(step.is_at(goal) for step in s.milestones) for s in told)


def _as_lodged(statement: Statement, goal: Milestone, case: Case) -> Statement:
    """A clause with the very step under way, where it tells that this is applied for, and not that it is approved.

    What it names of later steps (挂网公示) is of the application.
    """
    phrases = case.norms.phrases
    if not says(phrases.lodged, statement.text) or says(phrases.granted, statement.text):
        return statement
    named = (step for step in statement.milestones if step.ladder != goal.ladder or step.rank <= goal.rank)
    steps = tuple(_open(step) if step.is_at(goal) else step for step in named)
    return replace(statement, milestones=steps) if steps != statement.milestones else statement


def _open(step: Milestone) -> Milestone:
    return replace(step, aspect=Aspect.UNDER_WAY) if step.aspect is Aspect.REACHED else step
