"""Uncounted: how far a number asked for is, where no number answers it outright."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.excused import met_but_for_excused
from reportgen.facts.checks.in_time import late_promise, promised
from reportgen.facts.checks.making import check_making, works_by_step
from reportgen.facts.checks.of_them_all import length_ended, reached_by_all
from reportgen.facts.checks.outright import check_outright
from reportgen.facts.checks.pace import told_pace
from reportgen.facts.checks.places import place
from reportgen.facts.checks.reach import reach
from reportgen.facts.checks.remaining import ladder_end, on_the_way, stands_in_preparation, tender_open
from reportgen.facts.checks.shortfall import short_of
from reportgen.facts.checks.standing import number_there
from reportgen.facts.checks.steps import check_step
from reportgen.facts.checks.told_rates import rate_of_annual
from reportgen.facts.told.countable import only_begun
from reportgen.facts.told.parts import Part, in_sum
from reportgen.facts.told.prepared import prepares
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement, numbers_in
from reportgen.norms import BUILT
from reportgen.records import Aspect, Check, Outcome, Scope
from reportgen.text import fold

AMPLE = 2  # times the usual least time, in which a rest can surely be done


def check_uncounted(case: Case, claim: Statement | None) -> Check:
    """Answer a number by what else tells how far it is."""
    return rate_of_annual(case) or check_parts(case) or _by_words(case, claim)


def check_begun(case: Case) -> Check | None:
    """Say that the works of all are begun where the progress says so of no one place (6月11日开工)."""
    return check_outright(case) if case.goal is not None and case.begins else None


def check_parts(case: Case) -> Check | None:
    """Count by the steps at which parts stand (到货320间; 甲市场封顶), where no number answers outright."""
    if case.goal is None:
        return None
    need = case.need
    told = [part for part in case.parts if part.number is not None]
    if not any(part.quantity is None or place(part, case) is not None for part in told):
        return None
    have = number_there(case)
    answers = tuple(part.clauses[0].span for part in told)
    if have >= need:
        return case.met(*answers, have=have)
    if (met := met_but_for_excused(case, have, answers)) is not None:
        return met
    can, late = reach(case, have)
    if case.time_is_up and _built(case) >= need:
        return case.outcome(Outcome.LIKELY, "已建成，未写明投用", *answers, have=have, doubtful=True)
    if can < need and (put_off := late_promise(case)) is not None:
        return replace(put_off, have=have)
    if case.time_is_up and (some := _some_there(case)) is not None:
        return case.outcome(Outcome.LIKELY, "部分已达到，未报数量", some, have=have, doubtful=True)
    pressed = _pressed(case)
    if not case.time_is_up and (slow := _too_slow(told, case)) is not None:
        return case.outcome(Outcome.SHORT, "按自报进度难以达到", *answers, slow, have=have)
    if (outlook := _outlook(case, can >= need and not pressed, bool(late) or pressed)) is None:
        return None
    ample = reach(case, have, AMPLE)[0] >= need or (can >= need and promised(case))
    return case.outcome(*outlook, *answers, have=have, doubtful=not late and not ample)


def _too_slow(told: Sequence[Part], case: Case) -> Statement | None:
    """The clause that tells how many are made a day, where with all that stand so far they do not suffice."""
    coming, pace = told_pace(case)
    made = [part.number for part in told if part.number and part.aspect is Aspect.REACHED]
    return pace[0] if pace and made and max(made) + coming < case.need else None


def _some_there(case: Case) -> Statement | None:
    """The clause that tells some as there and not how many (部分建成开放)."""
    goal = case.goal
    told = (s for s in case.report if says(case.norms.phrases.some_ones, s.text))
    return next((s for s in told if any(goal and step.reaches(goal) for step in case.on_ladder(s.milestones))), None)


def _pressed(case: Case) -> bool:
    """Tell whether a tender still open may take too much of the time left, where nothing is done and no day promised.

    So it may not where some are told as done, if not as asked (已改造11间，设备招标中).
    """
    if promised(case) or not (case.requirement.of_plan and tender_open(case.here, case)):
        return False
    made = (number for number in numbers_in(case.about) if number.aspect is Aspect.REACHED)
    if any(not prepares(number, case.requirement, case.said) for number in made):
        return False
    return reach(case, Decimal(0), case.norms.thresholds.tender_slack)[0] < case.need


def _outlook(case: Case, enough: bool, late: bool) -> tuple[Outcome, str] | None:
    """Say what comes of parts that are not there yet: `enough` can be in time, or some are surely `late`."""
    if case.time_is_up:
        return Outcome.MISSED, "到期未达到"
    if enough:
        return Outcome.LIKELY, "其余的可按期完成"
    if late:
        return Outcome.SHORT, "其余的难以按期完成"
    return (Outcome.LIKELY, "其余的能否按期完成未写明") if case.requirement.of_plan else None


def _built(case: Case) -> Decimal:
    """Count what is told as built, where it is asked to be built and in use (建成通车)."""
    both = says(case.norms.phrases.built_first, case.requirement.words)
    return number_there(_built_of(case)) if both else Decimal(0)


def _built_of(case: Case) -> Case:
    """Ask for the works to be built, where a step beyond is asked for."""
    wanted = case.goal
    built = case.ladder.ranks.get(BUILT) if wanted else None
    if wanted is None or built is None or built >= wanted.rank:
        return case
    return replace(case, requirement=replace(case.requirement, milestone=replace(wanted, step=BUILT, rank=built)))


def _by_words(case: Case, claim: Statement | None) -> Check:
    """Take a claim of completion, else the step that was reached, or that the works end with."""
    if claim is not None:
        claimed = case.outcome(Outcome.MET, "自述已完成，未报数量", claim)
        return (None if claim.claims_all else _counted_apart(claimed, case) or _denied_beside(claim, case)) or claimed
    if (made := check_making(case)) is not None:
        return made
    if case.goal is not None:
        return _by_step(case)
    if (named := _named_there(case)) is not None:
        return named
    if (late := late_promise(case)) is not None:
        return late
    if (ended := length_ended(case)) is not None:
        return case.outcome(Outcome.MET, "自述已完成，未报数量", ended)
    end = ladder_end(case)
    for asked in (end, _built_of(end)):
        told = check_parts(asked)
        if told is not None and told.outcome is Outcome.MET:
            return told
    if on_the_way(end) and (case.planless or stands_in_preparation(end)):
        return replace(check_step(end), doubtful=case.planless)
    quantity = case.requirement.quantity
    if quantity is not None and quantity.unit == "%":
        return works_by_step(case, quantity)
    return _begun_only(case) or case.outcome(Outcome.SILENT, "未报数量")


def _by_step(case: Case) -> Check:
    step = check_step(case)
    if step.outcome is Outcome.MET:
        return _counted_apart(step, case) or reached_by_all(step, case)
    if step.outcome is Outcome.SILENT and (failed := _begun_only(case)) is not None:
        return failed
    return replace(step, doubtful=True) if step.outcome is Outcome.LIKELY else step


def _named_there(case: Case) -> Check | None:
    """Count by name the places of which just what is asked is told as ended (甲路、乙路管线迁改已结束)."""
    own, words = case.said.words(case.requirement.words), case.said.words
    told = [part for part in case.parts if part.sited and part.aspect is Aspect.REACHED]
    told = [part for part in told if says(case.norms.phrases.ended, part.clauses[0].text)]
    told = [part for part in told if own and own <= words(part.clauses[0].text)]
    have = in_sum(told)
    if not told or have < case.need:
        return None
    return case.met(*(part.clauses[0].span for part in told), have=have)


def _counted_apart(told: Check, case: Case) -> Check | None:
    """Doubt words of other things where the thing itself is counted by name, but too few (立面完工，签约商户37家)."""
    topic, words = case.requirement.topic, case.said.words
    begun = only_begun(case.requirement, case.need, case.said)
    fewer = [statement for statement in begun if topic & words(statement.text)]
    if not fewer or any(topic & words(fold(span.text)) for span in told.answers):
        return None
    return case.outcome(Outcome.LIKELY, "另报数量，尚未达到", fewer[0], doubtful=True)


def _denied_beside(claim: Statement, case: Case) -> Check | None:
    """Doubt a word about one of several things, where another is told as not done (甲已建成；乙尚未批复)."""
    denied = [s for s in case.report if s.aspect is Aspect.NOT]
    several = denied and case.need > 1
    return case.outcome(Outcome.LIKELY, "部分尚未完成", claim, denied[0], doubtful=True) if several else None


def _begun_only(case: Case) -> Check | None:
    """On the due day, what is counted too few, or told by its name as on the way, misses what is asked."""
    if not (case.requirement.of_plan and case.time_is_up):
        return None
    begun = only_begun(case.requirement, case.need, case.said)
    if begun:
        return case.missed(*begun[:2], doubtful=True)
    return _fewer_by_another_name(case)


def _fewer_by_another_name(case: Case) -> Check | None:
    """Doubt that enough are there where all that is counted in the unit asked for is one lower number (结业88人).

    It may be told by another name than the one that asks, but nothing else is told in its place; more than one may add
    up, if of what is told of a place or a kind each.
    """
    told = [answer for answer in case.counts if answer.scope is not Scope.PART]
    if len(told) != 1 or told[0].value >= case.need:
        return None
    if any(not quantity.unit for quantity in told[0].statement.counted):
        return None  # 甲馆21.4万、乙馆4.1万人次
    return replace(short_of(case, told[0], told[0].value, case.need), doubtful=True)
