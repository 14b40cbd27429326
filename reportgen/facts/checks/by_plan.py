"""By the plan: what the target asks for without a number, answered by what the plan asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.records import Check, Ground, Outcome, Requirement

VERB = 3  # pairs of letters that name no more than what is to be done (设点接待)


def as_planned(target: Sequence[Check], plan: Sequence[Check]) -> tuple[Check, ...]:
    """Answer the target by the plan, where that tells better how far it is."""
    only = plan[0] if len(target) == len(plan) == 1 else None
    return tuple(_by_the_plan(told, plan, only) for told in target)


def _by_the_plan(told: Check, plan: Sequence[Check], only: Check | None) -> Check:
    """Answer by the plan what the target asks for without a number; `only` is the one plan of a single target."""
    if told.requirement.quantity is not None:
        return told
    if _too_few_for_the_plan(told, plan):
        return replace(told, outcome=Outcome.LIKELY, text="其余部分尚未完成")
    if told.outcome is not Outcome.SILENT and told.text != Ground.GOING_ON:
        return told
    met = only if only is not None and _there_with(only, told.requirement) else _same_step(told, plan)
    return replace(met, requirement=told.requirement) if met is not None else told


def _too_few_for_the_plan(told: Check, plan: Sequence[Check]) -> bool:
    """True where a target is met by words whose number is too small for the plan."""
    short = (check for check in plan if check.have is not None and check.outcome is not Outcome.MET)
    return told.outcome is Outcome.MET and any(check.answers == told.answers for check in short)


def _there_with(only: Check, own: Requirement) -> bool:
    """True where the only thing planned is there, and names what the target does (6月底前落实) or a verb (投保)."""
    planned = only.requirement
    return only.text in (Ground.THERE, Ground.HAPPENED) and (planned.topic <= own.topic or len(planned.topic) <= VERB)


def _same_step(told: Check, plan: Sequence[Check]) -> Check | None:
    """Find the plan's met check for the step that the target asks for, where no clause names the target's.

    The plan's must be of all that is there: 秋季学期投用, without a number.
    """
    wanted = told.requirement.milestone
    if wanted is None or told.text == Ground.GOING_ON:
        return None
    met = (one for one in plan if one.outcome is Outcome.MET and one.requirement.quantity is None)
    same = (one for one in met if not one.requirement.topic or one.requirement.topic & told.requirement.topic)
    steps = ((one, one.requirement.milestone) for one in same)
    return next((one for one, step in steps if step is not None and step.is_at(wanted)), None)
