"""Of them all: a number asked for that a step answers which is told of all of them, or of the whole length."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.compositions import part_of_whole
from reportgen.facts.checks.rests import rest_left
from reportgen.facts.checks.shortfall import hold
from reportgen.facts.told.progress import SAME_TOPIC
from reportgen.facts.words.phrases import pattern, says, tells_all
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.topics import share
from reportgen.norms import BUILT, IN_USE
from reportgen.records import OPEN, Aspect, Check, Outcome, Scope
from reportgen.text import fold


def last_there(case: Case) -> Check | None:
    """Say that all are there where the last of them is told to be (最后一个小区上周通水, 最后一批40户已装完).

    Not where what is told of them besides comes to fewer, or some of them are told to be still to do.
    """
    told = next((s for s in case.report if _last_of_them(s, case)), None)
    if told is None or case.need <= 1:
        return None
    others = [s for s in case.report if s is not told]
    if any(s.aspect in OPEN and (s.counts or says(case.norms.phrases.rest, s.text)) for s in others):
        return None
    counted = [a.value for a in case.counts if a.statement is not told and a.scope is not Scope.REST]
    last = sum((q.value for q in told.counted if q.scope is Scope.REST and q.unit == case.requirement.unit), Decimal(0))
    batches = any(says(case.norms.matching.batches, s.text) for s in others)
    if counted and not batches and max(counted) + last < case.need:
        return None
    return case.met(told)


def part_named(case: Case) -> Check | None:
    """Count what is named as the rest or a share of a counted whole (8350人次，其中职工6120人次，其余为农民工)."""
    told = part_of_whole(case)
    return hold(case, *told, case.need) if told is not None else None


def _last_of_them(statement: Statement, case: Case) -> bool:
    """Tell whether a clause tells the last of the things, or the last lot of them, to stand as asked."""
    named, asked = pattern(case.norms.phrases.last_of_all).search(statement.text), case.requirement
    if named is None or statement.aspect in OPEN or asked.unit in case.norms.matching.measures:
        return False
    if named["unit"] in case.norms.matching.lots:
        things = case.said.words(statement.text) - case.names
        if things and not any(quantity.unit == asked.unit for quantity in statement.counted):
            return False  # 最后一批设备 is none of 学校5所
    elif not any(q.unit == asked.unit and q.scope is Scope.REST for q in statement.counted):
        return False
    steps = case.on_ladder(statement.milestones)
    if case.goal is not None and steps:
        return any(step.reaches(case.goal) for step in steps)
    ended = statement.aspect is Aspect.REACHED and says(case.norms.phrases.ended, statement.text)
    return ended or statement.claims_all  # 最后一处也整治好了


def reached_by_all(step: Check, case: Case) -> Check:
    """Doubt that all of several things have reached the step, unless the words say so; what holds so many is one."""
    quantity, words = case.requirement.quantity, case.norms.matching
    capacity = quantity is not None and quantity.noun.endswith(words.capacities)
    if (
        (capacity and case.begins)
        or _ends_a_length(step, case)
        or any(tells_all(fold(span.text), words) for span in step.answers)
    ):
        return step
    several = quantity is not None and quantity.value > 1 and not capacity
    return replace(step, outcome=Outcome.LIKELY if several else Outcome.MET, doubtful=several or capacity)


def _ends_a_length(step: Check, case: Case) -> bool:
    """Tell whether words end by its name what is asked by its measure (管网铺设完成 of 96公里), which is one thing.

    So do those by which it is used (首辆公交车驶过甲大道 of 甲大道3.6公里).
    """
    quantity, said = case.requirement.quantity, case.said
    if quantity is None or quantity.unit not in case.norms.matching.measures or said.counts_several:
        return False
    told = (s for s in case.report if any(map(s.span.overlaps, step.answers)))
    named = (s for s in told if share(case.requirement.topic, said.words(s.text)) >= SAME_TOPIC)
    return any(says(case.norms.phrases.ended, s.text) or any(m.step == IN_USE for m in s.milestones) for s in named)


def length_ended(case: Case) -> Statement | None:
    """The clause that ends the one thing asked for by its measure (养护工程已完工 of 养护工程45公里), and no step."""
    if case.said.counts_several or case.requirement.unit not in case.norms.matching.measures or rest_left(case):
        return None
    told = (s for s in case.report if s.aspect is Aspect.REACHED and not s.quantities)
    told = (s for s in told if any(step.step == BUILT for step in s.milestones) and not case.said.sites.named(s))
    return next((s for s in told if share(case.requirement.topic, case.said.words(s.text)) >= SAME_TOPIC), None)
