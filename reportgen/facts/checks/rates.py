"""Rate checks: a share that grows: a rate with a name of its own (签约率), or a share of the works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.claims import claim_of
from reportgen.facts.checks.making import works_by_step
from reportgen.facts.checks.of_two import rate_of_two
from reportgen.facts.checks.shortfall import hold
from reportgen.facts.checks.steps import check_step
from reportgen.facts.told.answers import UNNAMED_FIT, Answer, levels
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.phrases import mentions
from reportgen.facts.words.statements import Statement
from reportgen.records import HUNDRED, NOT_YET, Check, Milestone, Outcome, Quantity, Requirement

EACH = re.compile(r"(?:各|每个?)(?:[区县市镇乡街村园校片]|社区|部门|单位|标段|医院|学校)")
WHOLE = "总工程量"  # of which a share is of no step by itself


def check_each_rate(case: Case) -> Check | None:
    """Hold the place that is furthest behind against a rate that is asked of each (各镇参保率均达到90%)."""
    asked = case.requirement.quantity
    if asked is None or not of_each(case.requirement):
        return None  # the usual case
    told = list(_by_places(case))
    least = min(told, key=lambda one: one.value, default=None)
    if least is None or len(told) < 2:
        return None
    return hold(case, least, least.value, asked.value)


def of_each(asked: Requirement) -> bool:
    """Tell whether a rate is asked of each of several places."""
    return asked.quantity is not None and asked.quantity.unit == "%" and EACH.search(asked.words) is not None


def _by_places(case: Case) -> Iterator[Answer]:
    """Yield the rates of single places, as told (丙镇86%) or as two numbers tell them (西区15个完工8个)."""
    areas = case.norms.matching.areas
    for statement in case.report:
        told = [number for number in statement.numbers if number.aspect not in NOT_YET]
        for number in told:
            if number.is_share and (number.is_part or number.noun.endswith(areas)):
                yield Answer.by(number, 1.0)
        for whole, part in pairwise(told):
            if whole.unit == part.unit != "%" and whole.value >= part.value and whole.noun.endswith(areas):
                share = Quantity(part.value * HUNDRED / whole.value, "%", whole.noun, part.span)
                yield Answer.by(replace(part, quantity=share), 1.0)


def check_named_rate(case: Case, quantity: Quantity) -> Check | None:
    """Check a rate that has a name of its own and grows (签约率)."""
    named = quantity.of or quantity.noun
    if mentions(case.norms.matching.works, named):
        return None
    of_its_own = bool(case.said.words(named)) or is_rate(named)
    found = [a for a in levels(case.requirement, case.said) if a.fit > UNNAMED_FIT] if of_its_own else []
    if not found and (told := rate_of_two(case)) is not None:
        return hold(case, *told, quantity.value)
    return hold(case, found[0], found[0].value, quantity.value) if found else None


def check_works(case: Case, quantity: Quantity) -> Check:
    """Check a share of the works (完成总工程量的70%)."""
    found = case.rates
    own = case.said.owned(case.requirement)
    wanted = None if case.requirement.implied or WHOLE in quantity.of else case.goal
    if wanted is not None and not any(answer.statement in own for answer in found):
        # A share of one step (车站主体完成80%) is not told by a share of all.
        found = [answer for answer in found if _of_step(answer.statement, wanted)]
        if not found:
            return check_step(case)
    claim = claim_of(case)
    if found and (claim is None or not claim.claims_all):
        return hold(case, found[0], found[0].value, quantity.value)
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成", claim)
    return works_by_step(case, quantity)


def _of_step(statement: Statement, wanted: Milestone) -> bool:
    steps = {(step.ladder, step.step) for step in statement.milestones}
    return steps == {(wanted.ladder, wanted.step)}
