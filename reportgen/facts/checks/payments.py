"""Payments: money that a plan asks to be paid out, held against what is told as paid, and as still to be paid."""

from __future__ import annotations

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.records import NOT_YET, Aspect, Check, Outcome


def check_payment(case: Case) -> Check | None:
    """Say that what a plan asks to be paid is, or is not on the due day; None where no word tells, or a number does."""
    phrases, asked = case.norms.phrases, case.requirement
    if not asked.of_plan or asked.quantity is not None or not says(phrases.pays, asked.words):
        return None
    if any(s.counts and s.aspect is Aspect.REACHED for s in case.said.own):
        return None
    paid = [s for s in case.report if s.aspect not in NOT_YET and _is_paid(s, case)]
    owed = [s for s in case.report if _is_owed(s, case)]
    if paid and not owed:
        return case.outcome(Outcome.MET, "自述已完成", paid[0])
    if owed and not paid and case.time_is_up:
        return case.missed(owed[0])
    return None


def _is_paid(statement: Statement, case: Case) -> bool:
    """Tell whether a clause tells the money as with those who are to have it (打到卡上, 差额随津贴到账)."""
    phrases = case.norms.phrases
    difference = says(phrases.back_pay, statement.text) and says(phrases.back_pay, case.requirement.words)
    reached = difference and statement.aspect is Aspect.REACHED and not statement.milestones
    return reached or says(phrases.paid, statement.text)


def _is_owed(statement: Statement, case: Case) -> bool:
    """Tell whether a clause tells the payment as to come (账号核完再打卡), sent back (银行退回) or only at an office.

    What begins to be paid by a new standard is none of it.
    """
    phrases = case.norms.phrases
    if says(phrases.bounced, statement.text) and statement.aspect is not Aspect.REACHED:
        return True
    if says(phrases.new_standard, statement.text):
        return False
    if says(phrases.paid_to_offices, statement.text):
        return True
    return statement.aspect in NOT_YET and says((*phrases.pays, *phrases.paying), statement.text)
