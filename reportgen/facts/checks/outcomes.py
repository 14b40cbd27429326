"""Outcomes: each requirement held against what answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.facts.checks.advance import check_advance
from reportgen.facts.checks.case import Case
from reportgen.facts.checks.claims import claim_of
from reportgen.facts.checks.counting import check_count
from reportgen.facts.checks.coverage import check_coverage
from reportgen.facts.checks.differences import difference
from reportgen.facts.checks.durations import check_duration
from reportgen.facts.checks.floors import check_floors, names_floor
from reportgen.facts.checks.grades import check_grade
from reportgen.facts.checks.grants import only_lodged
from reportgen.facts.checks.in_favour import finished_inside, told_as_there
from reportgen.facts.checks.in_time import head_told, late_promise
from reportgen.facts.checks.levels import check_level
from reportgen.facts.checks.outright import held_up
from reportgen.facts.checks.payments import check_payment
from reportgen.facts.checks.rates import check_each_rate, check_named_rate, check_works, of_each
from reportgen.facts.checks.services import check_service
from reportgen.facts.checks.steps import check_step
from reportgen.facts.checks.told_rates import told_rate
from reportgen.facts.checks.unanswered import check_unanswered
from reportgen.facts.checks.worked_off import check_worked_off
from reportgen.facts.words.phrases import says, tells_all
from reportgen.facts.words.statements import Statement, later
from reportgen.facts.words.topics import share
from reportgen.records import NOT_YET, OPEN, Aspect, Check, Ground, Outcome
from reportgen.text import fold

# Two texts that share this much of their names speak of the same thing.
SAME_THING = 0.6


def check(case: Case) -> Check:
    """Hold one requirement against the progress; what a clause tells as there is never missed, but doubted."""
    told = _check(case)
    if told.outcome is not Outcome.MET:
        told = check_service(case) or check_unanswered(case, told) or told
    if told.outcome is Outcome.MISSED and _open_ended(case):
        told = replace(told, outcome=Outcome.LIKELY, text="只要求推进")
    if (denied := _denied_by_name(case, told)) is not None:
        outcome = Outcome.MISSED if case.time_is_up else Outcome.LIKELY
        return case.outcome(outcome, "自报尚未进行", denied, doubtful=True)
    missed = told.outcome is Outcome.MISSED and told.promised is None and case.requirement.of_plan
    # What is told of all says nothing of each, and what there was before nothing of what is new.
    missed = missed and not of_each(case.requirement) and difference(case) is None
    there = told_as_there(case, told.answers) if missed else None
    if there is None and missed and (done := finished_inside(case)) is not None:
        return case.outcome(Outcome.LIKELY, "装修已完成，未写明完工", done, doubtful=True)
    return told if there is None else case.outcome(Outcome.LIKELY, "是否已达到，所报不一", there, doubtful=True)


def _denied_by_name(case: Case, told: Check) -> Statement | None:
    """The clause that denies the thing by its name, where what was taken for it names none of it (路基 of 路面)."""
    own, words = case.own_names, case.said.words
    if told.outcome is not Outcome.MET or not own or any(own & words(fold(span.text)) for span in told.answers):
        return None
    return next((s for s in case.report if s.aspect is Aspect.NOT and own <= words(s.text)), None)


def _open_ended(case: Case) -> bool:
    """Tell whether a target counts nothing and only asks that something goes on (推进甲通道建设)."""
    asked = case.requirement
    return not asked.of_plan and asked.quantity is None and says(case.norms.phrases.open_ended, asked.words)


def _check(case: Case) -> Check:
    quantity = case.requirement.quantity
    held = check_grade(case) or check_duration(case) or check_coverage(case) or check_payment(case)
    if (held := held or check_each_rate(case)) is not None:
        return held
    if quantity is None:
        told = check_worked_off(case) or (check_step(case) if case.goal else _check_words(case))
        floors = check_floors(case)
        # 主体施工至二层 is under way, where no more than that is asked for, and no floor by its number.
        ends = case.goal is None or case.goal.aspect is not Aspect.UNDER_WAY or names_floor(case.requirement.words)
        lower = floors is not None and ends and any(a.overlaps(b) for a in floors.answers for b in told.answers)
        if told.outcome is Outcome.MET and not lower:
            return told
        return floors or check_advance(case) or told
    if (floors := check_floors(case)) is not None:
        return floors
    if case.requirement.level:
        return check_level(case, quantity)
    if quantity.unit == "%" and case.requirement.whole is None:
        return check_named_rate(case, quantity) or check_works(case, quantity)
    return check_count(case)


def _check_words(case: Case) -> Check:
    """Check a requirement that names neither a number nor a step, by the words it shares with the progress."""
    broken = _broken_zero(case)
    if broken is not None:
        return case.outcome(Outcome.MISSED, "要求为零，已经发生", broken)
    claim, approval = claim_of(case), says(case.norms.phrases.approvals, case.requirement.words)
    if claim is not None and (claim.claims_all or not approval):
        return case.outcome(Outcome.MET, "自述已完成", claim)
    if (lodged := only_lodged(case)) is not None:
        return case.missed(lodged)
    about = case.said.only_about(case.requirement)
    told = told_rate(case) or _check_begun(case, about) or _put_off(case, about)
    if told is not None:
        return told
    denied = [s for s in about or case.about if s.aspect is Aspect.NOT]
    if approval:
        denied += [s for s in case.report if s.aspect in NOT_YET]
    if denied and case.requirement.of_plan and case.time_is_up:
        return case.missed(*denied[:2])
    if not about:
        return case.outcome(Outcome.SILENT, "未提及")
    rest = any(says(case.norms.phrases.rest, s.text) for s in case.about) or held_up(case)
    to_come = not case.requirement.of_plan and (approval or _more_to_come(case))
    return case.outcome(Outcome.LIKELY, Ground.GOING_ON, *about[:2], doubtful=rest or to_come or _of_fewer(case, about))


def _more_to_come(case: Case) -> bool:
    """Tell whether more is to come by words about the thing, or by a next step that names it or anything certain."""
    beside = (s for s in case.beside if s.certain or case.said.words(s.text) & case.requirement.topic)
    return any(s.aspect in NOT_YET for s in (*case.about, *beside))


def _of_fewer(case: Case, about: Sequence[Statement]) -> bool:
    """Tell whether fewer are told of than there are, where all are asked for (12个乡镇覆盖了11个 of 乡镇全覆盖)."""
    told = [[q for q in s.quantities if q.unit != "%"] for s in about]
    fewer = (n[0].unit == n[1].unit and n[0].value > n[1].value for n in told if len(n) == 2)
    return tells_all(case.requirement.words, case.norms.matching) and any(fewer)


def _check_begun(case: Case, about: Sequence[Statement]) -> Check | None:
    """Take what a plan asks for as done, or as gone about, where the progress tells just that thing as reached.

    Of what a target asks for only an approval (通过评审) is there once it is told.
    """
    approvals, approval = case.norms.phrases.approvals, not case.requirement.of_plan
    if approval and not says(approvals, case.requirement.words):
        return None
    same = (s for s in about if share(case.requirement.topic, case.said.words(s.text)) >= SAME_THING)
    begun = [s for s in same if s.aspect is Aspect.REACHED and (not approval or says(approvals, s.text))]
    phrases = case.norms.phrases
    if (end := next((s for s in begun if says(phrases.ended, s.text)), None)) is not None:
        return case.outcome(Outcome.MET, "自述已完成", end)
    if begun and says(phrases.to_the_end, case.requirement.words):
        return case.outcome(Outcome.LIKELY, "已开展，是否完成未写明", begun[0], doubtful=True)
    return case.outcome(Outcome.MET, "已开展", begun[0]) if begun else None


def _put_off(case: Case, about: Sequence[Statement]) -> Check | None:
    """A promise of the thing itself after the due day of a plan; what is done all the time is not put off."""
    if not case.requirement.of_plan or says(case.norms.phrases.recurring, case.requirement.words):
        return None
    late = late_promise(case)
    if late is not None and head_told(case, late.answers[0]):
        return None
    alone = len(case.said.requirements) <= 1
    named = (
        s for s in about if case.requirement.topic & case.said.words(s.without(moment.span for moment in s.moments))
    )
    # 路床只做了一半，迁杆的日子定在8月3日: what goes on waits for what its sentence ends with.
    spans = {one.span for s in named for one in (s, *(later(s, case.about) if s.aspect in OPEN else ()))}
    return late if late is not None and (alone or spans & {*late.answers}) else None


ZERO = re.compile("零([\u4e00-\u9fff]{2})(?=$|[、,])")


def _broken_zero(case: Case) -> Statement | None:
    """What counts some of the things of which there are to be none (零火点: 发现火点2个)."""
    none_of = ZERO.findall(case.requirement.words)
    return next(
        (
            statement
            for statement in case.said.statements
            for quantity in statement.quantities
            if quantity.value > 0 and any(fold(quantity.noun).endswith(thing) for thing in none_of)
        ),
        None,
    )
