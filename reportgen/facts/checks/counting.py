"""Counting: a number asked for, held against the numbers told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from reportgen.facts.checks.adding import people_apart, summed
from reportgen.facts.checks.case import Case
from reportgen.facts.checks.claims import claim_of
from reportgen.facts.checks.differences import check_difference
from reportgen.facts.checks.excused import met_but_for_excused
from reportgen.facts.checks.listed import in_all, named_in_a_list, perhaps_by_list, told_by_list
from reportgen.facts.checks.making import delivered
from reportgen.facts.checks.of_them_all import last_there, part_named
from reportgen.facts.checks.places import only_fitted_out, place
from reportgen.facts.checks.rests import tells_unfinished
from reportgen.facts.checks.shortfall import short_of
from reportgen.facts.checks.signs import only_signed
from reportgen.facts.checks.standing import number_there, told_by, works_there
from reportgen.facts.checks.uncounted import check_begun, check_uncounted
from reportgen.facts.checks.unfinished import (
    awaits_some,
    denied_beside,
    first_of_several,
    joined_lacks,
    left_of,
    rest_open,
    served_in_less,
)
from reportgen.facts.checks.what_is_left import but_for_the_rest
from reportgen.facts.told.answering import is_part
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.not_counted import settled_of
from reportgen.facts.told.tallies import ends_alike, in_order
from reportgen.facts.words.listings import listed
from reportgen.facts.words.phrases import says, tells_all
from reportgen.facts.words.statements import Statement, numbers_in
from reportgen.norms import START
from reportgen.records import HUNDRED, NOT_YET, OPEN, Aspect, Check, Milestone, Outcome, Scope
from reportgen.text import fold

EACH = re.compile("[均每各]")


def check_count(case: Case) -> Check:
    """Hold the numbers told against the one asked for."""
    outright = (check(case) for check in OUTRIGHT)
    return next((told for told in outright if told is not None), None) or _by_the_numbers(case)


def _by_the_numbers(case: Case) -> Check:
    """Hold the numbers that count the thing against the one asked for, or what else is told where none does."""
    need, members = case.need, told_by_list(case)
    found = _counting(case) or [Answer.by(number, 0.0) for number in members]
    best, of_list = found[0] if found else None, in_all(members)
    claim = claim_of(case) if best is None or best.value < need else None
    if best is None or (best.value < need and not of_list and _beside_the_point(best, claim, case)):
        told = (check_begun(case) if best is None else None) or check_uncounted(case, claim)
        return told if told.outcome.holds else named_in_a_list(case) or perhaps_by_list(case) or told
    have = max(summed(found, case), number_there(case), works_there(case), of_list)
    answers = told_by(have, found, case)
    if have >= need:
        return _enough(answers, found, have, case, sure=have == of_list)
    if (met := met_but_for_excused(case, have, answers)) is not None:
        return met
    if claim is not None and claim is answers[0].statement:
        return case.outcome(Outcome.MET, "自述已完成，但数字不足", answers[0], have=have, doubtful=True)
    return _too_few(answers[0], found, have, case)


def _counting(case: Case) -> list[Answer]:
    """The numbers that count the thing as asked, the best first: none only signed for, none still being built."""
    open_ = (answer for answer in case.counts if not only_signed(answer, case))
    return _of_the_part([answer for answer in open_ if not _still_rises(answer, case)], case)


def _of_the_part(found: list[Answer], case: Case) -> list[Answer]:
    """Those told as a part (其中电梯点位61个), where the best of them is and no more than a part is asked for.

    Of kinds side by side (公办126个、民办305个) those that bear the name of the part.
    """
    if not found or not is_part(case.requirement.quantity):
        return found
    if is_part(found[0].quantity):
        return [answer for answer in found if is_part(answer.quantity)]
    named = [answer for answer in found if case.said.words(answer.noun) & case.requirement.topic]
    return named if found[0] in named else found


def _enough(answers: Sequence[Answer], found: Sequence[Answer], have: Decimal, case: Case, *, sure: bool) -> Check:
    """Say that as many are there as are asked for, unless something of them is told to be left.

    Numbers of a list name its members (电信38座), and so no other thing, where they are `sure` to be of what is asked.
    """
    best, need, of_target = answers[0], case.need, not case.requirement.of_plan
    if (left := left_of(have, case)) and have - left < need:
        return short_of(case, best, have - left, need)
    works_open = not sure and _works_open(best, found, case)
    if (of_target and rest_open(case, beyond=have > need)) or works_open:
        return case.outcome(Outcome.LIKELY, "其余部分尚未完成", best, have=have, doubtful=True)
    if (lacking := served_in_less(best, found, case)) is not None:
        return short_of(case, lacking, lacking.value, need)
    if (lacking := joined_lacks(best, case)) is not None:
        return case.outcome(Outcome.LIKELY, "其余部分尚未完成", best, lacking, have=have, doubtful=True)
    if any(part.quantity is best.quantity and only_fitted_out(part, case) for part in case.parts):
        return case.outcome(Outcome.LIKELY, "场所已改造，尚未建成", best, have=have)
    if first_of_several(best, found, case):
        return case.outcome(Outcome.LIKELY, "后续轮次尚未完成", best, have=have)
    if _not_yet_passed(best, case):
        return case.outcome(Outcome.LIKELY, "数量已达到，未写明通过验收", best, have=have, doubtful=True)
    settled = settled_of(best, case.said)
    if settled is not None and settled < need:
        return case.outcome(Outcome.LIKELY, "已受理，尚未全部办结", best, have=have, doubtful=True)
    if (unfinished := _unfinished(case, best)) is not None:
        return unfinished
    awaited = (of_target and awaits_some(case, have)) or denied_beside(best, case)
    doubtful = (_loose(best, case) and not sure) or awaited
    return case.met(*answers, have=have, doubtful=doubtful)


def _too_few(best: Answer, found: Sequence[Answer], have: Decimal, case: Case) -> Check:
    """Judge a number that falls short, in doubt where people told by kinds come to more, and so to another end."""
    if (listed := perhaps_by_list(case)) is not None:
        return listed
    told, apart = short_of(case, best, have, case.need), people_apart(found, case)
    unsure = apart > have and short_of(case, best, apart, case.need).outcome is not told.outcome
    return case.outcome(Outcome.LIKELY, "各类有无重复未写明", best, have=have, doubtful=True) if unsure else told


def _works_open(best: Answer, found: Sequence[Answer], case: Case) -> bool:
    """Tell whether other works on a length, none of them asked for by name, lack some (清淤6.8公里，护岸5.9公里)."""
    words = case.norms.matching
    if best.unit not in (*words.metres, *words.kilometres) or not _loose(best, case):
        return False
    beside = [a for a in found if a is not best and a.sentence is best.sentence]
    beside = [a for a in beside if a.scope is not Scope.PART]
    return any(answer.value < case.need and _loose(answer, case) for answer in beside)


def _not_yet_passed(best: Answer, case: Case) -> bool:
    """Tell whether a plan asks by its name for an acceptance, and the report counts the works and tells of none."""
    asked, goal, approvals = case.requirement, case.goal, case.norms.phrases.approvals
    if goal is None or asked.implied or not says(approvals, asked.words):
        return False
    if best.statement.claims or any(says(approvals, s.text) for s in case.report):
        return False
    return not any(step.reaches(goal) for s in case.report for step in case.on_ladder(s.milestones))


def _still_rises(answer: Answer, case: Case) -> bool:
    """Tell whether the next clause tells that the things counted are still being built (钢梁就位3座，正在铺装)."""
    goal = case.goal
    if goal is None or goal.aspect is not Aspect.REACHED or answer.statement.milestones:
        return False
    if answer.unit not in case.norms.matching.small_units:
        return False
    part = next((p for p in case.parts if p.quantity is answer.quantity), None)
    here = place(part, case) if part else None
    clauses = part.clauses if part else ()
    rising = any(c.aspect is Aspect.UNDER_WAY or says(case.norms.phrases.rest, c.text) for c in clauses)
    return here is not None and rising and here.rank < goal.rank and here.aspect is Aspect.UNDER_WAY


def _all_begun(case: Case) -> Check | None:
    """Say that all have begun where the progress says just that (全部开工), whatever it counts of later steps."""
    goal = case.goal
    if goal is None or not case.begins:
        return delivered(case)
    whole = (s for s in case.about if not s.quantities and tells_all(s.text, case.norms.matching))
    told = next((s for s in whole if not case.said.sites.named(s) and any(_begun(m, goal) for m in s.milestones)), None)
    return None if told is None else case.met(told)


def _least_share(case: Case) -> Check | None:
    """Hold the one that is furthest behind against a share of the works that is asked of each (均完成40%以上)."""
    asked = case.requirement.quantity
    if asked is None or asked.unit != "%" or not EACH.search(case.requirement.words):
        return None
    told = [
        Answer.by(number, 1.0)
        for number in numbers_in(case.report)
        if tells_unfinished(number.quantity, case) and number.aspect not in NOT_YET
    ]
    least = min(told, key=lambda answer: answer.value, default=None)
    if least is None or least.value >= asked.value:
        return None
    return short_of(case, least, least.value, asked.value)


def _told_as_asked(case: Case) -> Check | None:
    """Say that all are there where a plan's number is told just as it asks."""
    words = case.requirement.words
    for statement in case.report:
        if case.requirement.of_plan and statement.text == words and statement.aspect not in OPEN:
            return case.met(statement)
    return None


def _begun(step: Milestone, goal: Milestone) -> bool:
    return step.is_at(goal) and step.aspect is Aspect.REACHED


def _beside_the_point(best: Answer, claim: Statement | None, case: Case) -> bool:
    """Tell whether a number speaks of something else: such a one can speak for the requirement, not against it."""
    loose = _loose(best, case) and not _in_like_words(best, case)
    return loose or (claim is not None and _measures_only(best, case))


def _in_like_words(best: Answer, case: Case) -> bool:
    """Tell whether a number of the one thing that is so counted shares a letter of its name.

    A length any letter (主支管, 供水管网), an event its verb (“某某之夏”演了46场 of 演出).
    """
    asked, words = case.requirement.in_all, case.norms.matching
    if asked is None or case.said.counts_several:
        return False
    if asked.unit in words.occasions:
        return best.before.endswith("了") and bool(set(best.noun[-1:]) & set(asked.noun))
    return asked.unit in words.measures and bool(set(best.noun) & set(asked.noun))


def _measures_only(best: Answer, case: Case) -> bool:
    """Tell whether a number gives a size (拓宽到6米) that no word ties to what is asked."""
    return best.fit == 0 and best.unit in case.norms.matching.measures


def _loose(best: Answer, case: Case) -> bool:
    """Tell whether a number's own words name something else; its whole clause, where several things are so counted."""
    rivals = {
        r.topic
        for r in case.said.requirements
        if r.quantity and case.requirement.quantity and r.quantity.unit == case.requirement.quantity.unit
    }
    if in_order(best, case.requirement, case.said):
        return False
    named = _own_noun(best, case) if len(rivals) == 1 else best.statement.text
    asked = case.requirement.in_all
    measured = asked is not None and asked.unit in case.norms.matching.measures
    if measured and len(rivals) == 1 and ends_alike(best, asked):
        return False  # 道路已完成76.3公里 of 农村公路80公里
    return best.fit == 0 and bool(case.said.words(named)) and bool(case.requirement.topic)


def _own_noun(best: Answer, case: Case) -> str:
    """What a number counts, without the words for when (春节前后) and for the step that is asked for, or beyond.

    A place of which it is told (甲镇7.4公里) is none of the thing.
    """
    goal, noun = case.goal, best.noun
    if noun.endswith(case.norms.matching.areas):
        return ""
    if listed(best) and best.before.endswith(noun):
        return ""  # 甲、乙、丙三座: the last of the names is none of the thing
    steps = case.on_ladder(best.statement.milestones) if goal else best.statement.milestones
    reached = (step.span for step in steps if goal is None or step.rank >= goal.rank)
    for span in (*reached, *(moment.span for moment in best.statement.moments)):
        said = fold(span.text)
        noun = "" if said.endswith(noun) else noun.replace(said, " ")  # 接入平台1928个: no platform is counted
    return noun


def _unfinished(case: Case, best: Answer) -> Check | None:
    """Where as many things as asked are counted, but their works are said to be only partly done (6所，进度87%)."""
    wanted = case.goal
    if case.requirement.of_plan or wanted is None or wanted.step == START:
        return None
    partial = [a for a in case.rates if a.value < HUNDRED]
    near = [a for a in partial if a.sentence is best.sentence]
    if not near:
        return None
    return short_of(case, near[0], near[0].value, HUNDRED)


# What answers a number before the numbers told are looked at: words of all, a share of each, a rise, a rest.
OUTRIGHT: tuple[Callable[[Case], Check | None], ...] = (
    _all_begun,
    _least_share,
    _told_as_asked,
    last_there,
    part_named,
    check_difference,
    but_for_the_rest,
)
