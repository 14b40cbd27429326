"""Excused: those asked for that are told to count no more, so that fewer suffice."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement, of_sentence
from reportgen.facts.words.units import same_unit
from reportgen.records import NOT_YET, Check, Outcome, Quantity, Span

MOST_EXCUSED = Decimal("0.1")  # of those asked for; more than that changes the target


def met_but_for_excused(case: Case, have: Decimal, answers: Sequence[Answer | Span]) -> Check | None:
    """Say that as many are there as are asked for but for the few that are excused; None where they do not suffice."""
    excused, fewer = _excused(case)
    if not 0 < fewer <= case.need * MOST_EXCUSED or have + fewer < case.need:
        return None
    return case.outcome(Outcome.MET, "除核减的外已达到", *answers, *excused, have=have)


def _excused(case: Case) -> tuple[list[Statement], Decimal]:
    """Those asked for that are told to count no more (另3人因死亡、户籍外迁核减), and how many they are.

    What is left out without a number (除甲养老院关停注销外) is one.
    """
    unit, phrases = case.requirement.unit, case.norms.phrases
    told = [s for s in case.report if says(phrases.excused, s.text)]
    numbers = [q.value for s in told for q in _whom(s, case) if same_unit(q.unit, unit, case.norms)]
    numbers += [Decimal(1) for s in told if not s.quantities and says(phrases.excepted, s.text)]
    return told, sum(numbers, Decimal(0))


def _whom(excused: Statement, case: Case) -> tuple[Quantity, ...]:
    """The numbers that a clause excuses: its own, else the last before it in its sentence (甲校12间为危房，不再改)."""
    if excused.quantities or says(case.norms.phrases.excepted, excused.text):
        return excused.quantities
    sentence = of_sentence(excused.sentence, case.report)
    if any(s.aspect in NOT_YET for s in sentence if s.start >= excused.start):
        return ()  # 已报请核减，尚未批复
    before = [s for s in sentence if s.start < excused.start and s.counted]
    return before[-1].counted if before else ()
