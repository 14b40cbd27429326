"""Lagging: a step that a plan asks without a number, which one of the few things that the target counts holds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.places import there
from reportgen.facts.checks.standing import number_there
from reportgen.facts.checks.uncounted import check_parts
from reportgen.facts.words.sites import are_few
from reportgen.facts.words.statements import stuck
from reportgen.norms import Norms
from reportgen.records import Check, Outcome, Requirement


def without_laggards(told: Check, case: Case, targets: Sequence[Requirement]) -> Check:
    """Take back that a step is there (2个装修完工) where one of the things is held up (梅里村另行选址)."""
    asked = case.requirement
    if told.outcome is not Outcome.MET or asked.quantity or asked.milestone is None:
        return told
    counted = [t for t in targets if _few(t, case.norms)]
    other = any(t.topic & asked.topic for t in targets)  # 创业园投用, beside 服务站8个
    named = [t for t in counted if t.topic & asked.topic] or ([] if other else counted)
    if len(named) != 1 or case.said.sites.asked(asked.words):
        return told
    of_all = replace(case, requirement=replace(asked, quantity=named[0].quantity, topic=asked.topic | named[0].topic))
    have = number_there(of_all)
    reached = {clause for part in of_all.parts if there(part, of_all) for clause in part.clauses}
    held_up = any(stuck(s, case.norms.phrases) for s in case.report if s not in reached)
    if not (0 < have < of_all.need and held_up):
        return told
    found = check_parts(of_all)
    return told if found is None else replace(found, requirement=asked, have=None, need=None)


def _few(target: Requirement, norms: Norms) -> bool:
    """Tell whether a target counts few things, and not what they hold."""
    quantity = target.quantity
    return quantity is not None and are_few(quantity, norms) and not quantity.noun.endswith(norms.matching.capacities)
