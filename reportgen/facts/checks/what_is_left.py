"""What is left: how many are there, told by what of all is not (在建8条，其余均已完工; 没挂牌的只有37株)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.shortfall import hold
from reportgen.facts.told.answering import is_part
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.phrases import pattern, says, tells_all
from reportgen.facts.words.roles import is_base
from reportgen.facts.words.statements import Number, Statement
from reportgen.records import OPEN, Aspect, Check, Scope


def but_for_the_rest(case: Case) -> Check | None:
    """Hold what is there but for the rest against what is asked, where no more are counted outright."""
    told = _there_but_for_the_rest(case)
    if told is None:
        return None
    have, left = told
    more = max((answer.value for answer in case.counts), default=Decimal(0))
    return hold(case, left, max(have, more), case.need)


def _there_but_for_the_rest(case: Case) -> tuple[Decimal, Answer] | None:
    """How many of all that are asked for are there by what is left of them, with the words that tell the most left.

    Either the others are said to be done, or none but those left are told of by the very verb that is asked for.
    """
    whole, asked = whole_of(case), case.requirement
    if not whole or case.said.counts_several or is_part(asked.quantity) or asked.unit in case.norms.matching.measures:
        return None
    open_ = _not_done(case)
    left = sum((answer.value for answer in open_), Decimal(0))
    if not open_ or not 0 < left < whole:
        return None
    if not (_others_done(case) or _lacks_what_is_asked(open_, case)):
        return None
    return whole - left, max(open_, key=lambda answer: answer.value)


def _not_done(case: Case) -> list[Answer]:
    """The numbers of those that are told to be not done, in all."""
    found = []
    for statement in case.report:
        excepted = pattern(case.norms.phrases.excepted).search(statement.text)
        for number in statement.numbers:
            left_out = excepted is not None and excepted.start() < len(number.before) < excepted.end()
            rest = number.scope is Scope.REST and number.aspect is not Aspect.REACHED
            if number.is_part or not (left_out or rest or number.aspect in OPEN):
                continue
            if case.may_count(number.quantity) and not is_base(number, case.norms):
                found.append(Answer.by(number, 0.0))
    return found


def _others_done(case: Case) -> bool:
    """Tell whether all the others are said to be as far as is asked (其余均已完工; 除甲、乙两座外，都已投用)."""
    excepted: Statement | None = None
    for statement in case.report:
        here = pattern(case.norms.phrases.excepted).search(statement.text)
        goes_on = here is not None and here.end() < len(statement.text)
        after = excepted is not None and excepted.sentence is statement.sentence
        others = goes_on or after or says(case.norms.phrases.others, statement.text)
        if others and _as_far_as_asked(statement, case):
            return True
        excepted = statement if here is not None else excepted
    return False


def _as_far_as_asked(statement: Statement, case: Case) -> bool:
    """Tell whether a clause tells what it speaks of as done, and counts none of it."""
    goal, steps = case.goal, case.on_ladder(statement.milestones)
    counted = [q for q in statement.counted if q.unit == case.requirement.unit]
    all_so = statement.aspect not in OPEN and tells_all(statement.text, case.norms.matching)
    done = statement.aspect is Aspect.REACHED or (all_so and statement.text.endswith("了"))  # 别的都能用了
    if not done or (counted and not says(case.norms.phrases.excepted, statement.text)):
        return False
    if goal is not None and steps:
        return any(step.reaches(goal) for step in steps)
    return statement.claims or not statement.milestones


def _lacks_what_is_asked(told: Sequence[Answer], case: Case) -> bool:
    """Tell whether the numbers left lack just what is asked (没清退的还有72口 of 清退400口), and no other is told."""
    open_ = [answer.quantity for answer in told]
    counted = (q for s in case.report for q in s.counted if q not in open_ and q.value < whole_of(case))
    if any(case.may_count(q) for q in counted if q.scope is not Scope.PART):
        return False
    return any(_yet_to_do(answer, case) for answer in told)


def _yet_to_do(number: Number, case: Case) -> bool:
    """Tell whether a number counts those with which the very thing that is asked for is not done."""
    before, goal, phrases = number.before, case.goal, case.norms.phrases
    yet = pattern(phrases.not_yet).search(before)
    if yet is None and says(phrases.so_many_left, before):
        yet = pattern(phrases.left_undone).search(number.after)
    if goal is not None and any(step.rank < goal.rank for step in case.on_ladder(number.statement.milestones)):
        return False  # 仅剩2个小区尚未开工: the others need not be built
    verb = yet["verb"] if yet else ""
    return bool(verb) and (verb in case.all_words or verb in case.norms.matching.deeds)
