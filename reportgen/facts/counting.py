"""Counting: a number asked for, held against the numbers told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts.answers import UNNAMED_FIT, Answer, counts, levels, rates
from reportgen.facts.case import HUNDRED, Case, needed
from reportgen.facts.claims import claim_of
from reportgen.facts.phrases import says
from reportgen.facts.promises import late_promise
from reportgen.facts.shortfall import rate_of_annual, short_of
from reportgen.facts.statements import Statement
from reportgen.facts.steps import check_step, ladder_end, works_by_step
from reportgen.records import Bound, Check, Outcome, Quantity, Scope


def check_count(case: Case) -> Check:
    need = needed(case.requirement, case.norms)
    found = counts(case.requirement, case.said)
    claim = claim_of(case)
    best = found[0] if found else None
    if best is None or (best.quantity.value < need and _beside_the_point(best, claim, case)):
        return rate_of_annual(case, need) or _check_uncounted(case, claim)
    have = best.quantity.value
    if have < need and says(case.norms.matching.joint, case.target_words):
        have = sum((a.quantity.value for a in found if a.quantity.scope in (Scope.PLAIN, Scope.CUMULATIVE)), Decimal(0))
    if have >= need:
        return _unfinished(case, best) or case.outcome(
            Outcome.MET, "已达到", best, have=have, doubtful=_loose(best, case)
        )
    if claim is not None and claim.claims_all and claim is best.statement:
        return case.outcome(Outcome.MET, "自述已完成，但数字不足", best, have=have, doubtful=True)
    return short_of(case, best, have, need)


def _beside_the_point(best: Answer, claim: Statement | None, case: Case) -> bool:
    """Tell whether a number speaks of something else: such a one can speak for the requirement, not against it."""
    return _loose(best, case) or (claim is not None and _measures_only(best, case))


def _measures_only(best: Answer, case: Case) -> bool:
    """Tell whether a number gives a size (拓宽到6米) that no word ties to what is asked."""
    return best.fit == 0 and best.quantity.unit in case.norms.matching.measures


def _loose(best: Answer, case: Case) -> bool:
    """Tell whether a number's own words name something else; its whole clause, where several things are so counted."""
    rivals = {
        r.topic
        for r in case.said.requirements
        if r.quantity and case.requirement.quantity and r.quantity.unit == case.requirement.quantity.unit
    }
    named = best.quantity.noun if len(rivals) == 1 else best.statement.text
    return best.fit == 0 and bool(case.said.words(named)) and bool(case.requirement.topic)


def _unfinished(case: Case, best: Answer) -> Check | None:
    """Where as many things as asked are counted, but their works are said to be only partly done (6所，进度87%)."""
    wanted = case.requirement.milestone
    if case.requirement.source != "target" or wanted is None or wanted.step == "start":
        return None
    partial = [a for a in rates(case.requirement, case.said) if a.quantity.value < HUNDRED]
    near = [a for a in partial if a.statement.sentence == best.statement.sentence]
    if not near:
        return None
    return short_of(case, near[0], near[0].quantity.value, HUNDRED)


def _check_uncounted(case: Case, claim: Statement | None) -> Check:
    """Where no number answers: a claim of completion, else the step that was reached."""
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成，未报数量", claim)
    if case.requirement.milestone is not None:
        step = check_step(case)
        if step.outcome is Outcome.MET:
            several = case.requirement.quantity is not None and case.requirement.quantity.value > 1
            outcome = Outcome.LIKELY if several else Outcome.MET
            return replace(step, outcome=outcome, doubtful=True)
        return replace(step, doubtful=True) if step.outcome is Outcome.LIKELY else step
    late = late_promise(case)
    if late is not None:
        return late
    end = ladder_end(case) if case.planless else None
    if end is not None:
        return replace(check_step(end), doubtful=True)
    quantity = case.requirement.quantity
    if quantity is not None and quantity.unit == "%":
        return works_by_step(case, quantity)
    return case.outcome(Outcome.SILENT, "未报数量")


def check_named_rate(case: Case, quantity: Quantity) -> Check | None:
    """Check a rate that has a name of its own and grows (签约率)."""
    named = quantity.of or quantity.noun
    if any(word and word in named for word in case.norms.matching.works) or not case.said.words(named):
        return None
    found = [answer for answer in levels(case.requirement, case.said) if answer.fit > UNNAMED_FIT]
    if not found:
        return None
    have = found[0].quantity.value
    if have >= quantity.value:
        return case.outcome(Outcome.MET, "已达到", found[0], have=have)
    return short_of(case, found[0], have, quantity.value)


def check_works(case: Case, quantity: Quantity) -> Check:
    """Check a share of the works (完成总工程量的70%)."""
    found = rates(case.requirement, case.said)
    if case.requirement.milestone is not None and not any(answer.fit for answer in found):
        # A share of one step (车站主体完成80%) is not told by a share of all.
        return check_step(case)
    claim = claim_of(case)
    if found and (claim is None or not claim.claims_all):
        best = found[0]
        if best.quantity.value >= quantity.value:
            return case.outcome(Outcome.MET, "已达到", best, have=best.quantity.value)
        return short_of(case, best, best.quantity.value, quantity.value)
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成", claim)
    return works_by_step(case, quantity)


def check_level(case: Case, quantity: Quantity) -> Check:
    """Check a level that does not add up over time: it holds or it does not."""
    found = levels(case.requirement, case.said)
    if not found:
        claim = claim_of(case)
        if claim is not None:
            return case.outcome(Outcome.MET, "自述已完成", claim)
        return case.outcome(Outcome.SILENT, "未报该项指标")
    best = found[0]
    have = best.quantity.value
    held = have <= quantity.value if quantity.bound is Bound.AT_MOST else have >= quantity.value
    if held and not _opposed(best, case):
        return case.outcome(Outcome.MET, "已达到", best, have=have)
    if case.overdue or case.days_left == 0:
        return case.outcome(Outcome.MISSED, "到期未达到", best, have=have)
    if case.requirement.source == "target" and not _opposed(best, case):
        return case.outcome(Outcome.LIKELY, "尚未达到年度要求", best, have=have, doubtful=True)
    return case.outcome(Outcome.SHORT, "未达到要求", best, have=have)


def _opposed(answer: Answer, case: Case) -> bool:
    """Tell whether the answer falls where the requirement asks to rise."""
    words = case.norms.matching
    return says(words.rises, case.requirement.words) and says(words.falls, answer.statement.text)
