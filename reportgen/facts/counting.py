"""Counting: a number asked for, held against the numbers told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.answers import UNNAMED_FIT, Answer, levels, rates
from reportgen.facts.case import HUNDRED, Case, needed
from reportgen.facts.claims import claim_of
from reportgen.facts.compositions import part_of_whole
from reportgen.facts.countable import answers, only_begun, usable
from reportgen.facts.filed import settled_of
from reportgen.facts.in_time import late_promise, promised
from reportgen.facts.ladders import begins, ladder_named, on_ladder
from reportgen.facts.making import check_making, works_by_step
from reportgen.facts.outright import check_outright
from reportgen.facts.parallels import added, listed_items, sum_of_kinds
from reportgen.facts.parts import listed
from reportgen.facts.phrases import mentions, says
from reportgen.facts.reach import place, reach
from reportgen.facts.remaining import ladder_end, on_the_way, prepares_only
from reportgen.facts.shortfall import rate_of_annual, short_of
from reportgen.facts.standing import all_but_there, awaits_some, left_of, number_there, rest_open, told_by, works_there
from reportgen.facts.statements import Statement
from reportgen.facts.steps import check_step
from reportgen.records import Check, Milestone, Outcome, Quantity, Scope
from reportgen.text import fold

AMPLE = 2  # times the usual least time, in which a rest can surely be done


def check_count(case: Case) -> Check:
    need = needed(case.requirement, case.norms)
    found = case.counts
    claim = claim_of(case)
    best = found[0] if found else None
    kinds = _kinds(case)
    if best is None or (best.quantity.value < need and not kinds and _beside_the_point(best, claim, case)):
        told = _check_begun(case) if best is None else None
        told = told or _check_composition(case, need) or rate_of_annual(case, need) or _check_parts(case, need)
        return told or _check_uncounted(case, claim)
    have = max(_summed(found, need, case), number_there(case), works_there(case), kinds)
    best, *others = told_by(have, found, case)
    if have >= need and (left := left_of(have, case)) and have - left < need:
        return short_of(case, best, have - left, need)
    if have >= need and case.requirement.source == "target" and rest_open(case, beyond=have > need):
        return case.outcome(Outcome.LIKELY, "其余部分尚未完成", best, have=have, doubtful=True)
    settled = settled_of(best.quantity, best.statement, case.norms)
    if have >= need and settled is not None and settled < need:
        return case.outcome(Outcome.LIKELY, "已受理，尚未全部办结", best, have=have, doubtful=True)
    if have >= need:
        doubtful = _loose(best, case) or (case.requirement.source == "target" and awaits_some(case, have))
        met = case.outcome(Outcome.MET, "已达到", best, *others, have=have, doubtful=doubtful)
        return _unfinished(case, best) or met
    if claim is not None and claim.claims_all and claim is best.statement:
        return case.outcome(Outcome.MET, "自述已完成，但数字不足", best, have=have, doubtful=True)
    return short_of(case, best, have, need)


def _check_begun(case: Case) -> Check | None:
    """Say that the works of all are begun where the progress says so of no one place (6月11日开工)."""
    goal = case.requirement.milestone
    return check_outright(case, goal) if goal is not None and begins(goal, case.norms) else None


def _kinds(case: Case) -> Decimal:
    """What the kinds listed of the one thing that is counted come to."""
    asked, said = case.requirement.whole or case.requirement.quantity, case.said
    if asked is None or len({r.topic for r in said.requirements if r.quantity}) > 1:
        return Decimal(0)
    told = [(s, q) for s, q in usable(case.requirement, said) if answers(q, case.requirement, said)]
    return sum_of_kinds(told, asked, case.norms.matching)


def _check_composition(case: Case, need: Decimal) -> Check | None:
    """Count a part by its share of what is counted."""
    if (told := part_of_whole(case)) is None:
        return None
    answer, have = told
    if have >= need:
        return case.outcome(Outcome.MET, "已达到", answer, have=have)
    return short_of(case, answer, have, need)


def _summed(found: Sequence[Answer], need: Decimal, case: Case) -> Decimal:
    """Take the best number; where it falls short, what ways (新增及优化), batches (首批…) or places add up to."""
    have = found[0].quantity.value
    if have >= need:
        return have
    summed = _ways(found, case) if says(case.norms.matching.joint, case.target_words) else _batches(found, case)
    wholes = (answer.quantity.value for answer in summed if answer.quantity.scope in (Scope.PLAIN, Scope.CUMULATIVE))
    told = [(answer.statement, answer.quantity) for answer in found]
    beside = added(told[0], told, case.requirement.words, case.norms.matching)
    items = listed_items(told, case.norms.matching) if len(case.said.topics) <= 1 else Decimal(0)
    return max(have, sum(wholes, Decimal(0)), beside, items)


def _ways(found: Sequence[Answer], case: Case) -> Sequence[Answer]:
    """The best number for each way of doing it (新增9条, 优化7条); what names none (验收963户) may be the same."""
    ways: dict[str, Answer] = {}
    for answer in found:
        near = fold(answer.statement.piece_at(answer.quantity.span).text)
        way = next((word for word in case.norms.matching.actions if word in near), None)
        noun = answer.quantity.noun
        way = noun if len(noun) > 1 and noun in case.target_words else way
        if way is not None:
            ways.setdefault(way, answer)
    return list(ways.values())


def _batches(found: Sequence[Answer], case: Case) -> Sequence[Answer]:
    return [answer for answer in found if says(case.norms.matching.batches, answer.statement.text)]


def _check_parts(case: Case, need: Decimal) -> Check | None:
    """Count by the steps at which parts stand (到货320间; 甲市场封顶), where no number answers outright."""
    goal = case.requirement.milestone
    if goal is None:
        return None
    told = [part for part in case.parts if part.number is not None]
    if not any(part.quantity is None or place(part, goal, case) is not None for part in told):
        return None
    have = number_there(case)
    answers = tuple(part.clauses[0].span for part in told)
    if have >= need:
        return case.outcome(Outcome.MET, "已达到", *answers, have=have)
    can, late = reach(case, have)
    if can < need and (put_off := late_promise(case)) is not None:
        return replace(put_off, have=have)
    if case.time_is_up and have + all_but_there(case) >= need:
        return case.outcome(Outcome.LIKELY, "已近完成，尚在收尾", *answers, have=have, doubtful=True)
    if case.time_is_up:
        outcome, text = Outcome.MISSED, "到期未达到"
    elif can >= need:
        outcome, text = Outcome.LIKELY, "其余的可按期完成"
    elif late:
        outcome, text = Outcome.SHORT, "其余的难以按期完成"
    elif case.requirement.source == "plan":
        outcome, text = Outcome.LIKELY, "其余的能否按期完成未写明"
    else:
        return None
    ample = reach(case, have, AMPLE)[0] >= need or (can >= need and promised(case))
    return case.outcome(outcome, text, *answers, have=have, doubtful=not late and not ample)


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
    named = _own_noun(best, case) if len(rivals) == 1 else best.statement.text
    return best.fit == 0 and bool(case.said.words(named)) and bool(case.requirement.topic)


def _own_noun(best: Answer, case: Case) -> str:
    """What a number counts, without the words for when (春节前后) and for the step that is asked for, or beyond."""
    goal, noun = case.requirement.milestone, best.quantity.noun
    if listed(best.quantity, best.statement) and best.statement.before(best.quantity.span).endswith(noun):
        return ""  # 甲、乙、丙三座: the last of the names is none of the thing
    ladder = ladder_named(goal.ladder, case.norms) if goal else None
    steps = on_ladder(best.statement.milestones, ladder) if ladder else best.statement.milestones
    reached = (step.span for step in steps if goal is None or step.rank >= goal.rank)
    for span in (*reached, *(moment.span for moment in best.statement.moments)):
        noun = noun.replace(fold(span.text), " ")
    return noun


def _unfinished(case: Case, best: Answer) -> Check | None:
    """Where as many things as asked are counted, but their works are said to be only partly done (6所，进度87%)."""
    wanted = case.requirement.milestone
    if case.requirement.source != "target" or wanted is None or wanted.step == "start":
        return None
    partial = [a for a in rates(case.requirement, case.said) if a.quantity.value < HUNDRED]
    near = [a for a in partial if a.statement.sentence is best.statement.sentence]
    if not near:
        return None
    return short_of(case, near[0], near[0].quantity.value, HUNDRED)


def _check_uncounted(case: Case, claim: Statement | None) -> Check:
    """Where no number answers: a claim of completion, else the step that was reached."""
    if claim is not None:
        return case.outcome(Outcome.MET, "自述已完成，未报数量", claim)
    if (made := check_making(case)) is not None:
        return made
    if case.requirement.milestone is not None:
        step = check_step(case)
        if step.outcome is Outcome.MET:
            quantity = case.requirement.quantity
            capacity = quantity is not None and quantity.noun.endswith(case.norms.matching.capacities)
            several = quantity is not None and quantity.value > 1 and not capacity
            goal = case.requirement.milestone
            if begins(goal, case.norms) and capacity:
                return step  # what holds so many has begun as a whole
            if any(word in fold(span.text) for span in step.answers for word in case.norms.matching.wholes):
                return step
            return replace(step, outcome=Outcome.LIKELY if several else Outcome.MET, doubtful=several or capacity)
        if step.outcome is Outcome.SILENT and (failed := _begun_only(case)) is not None:
            return failed
        return replace(step, doubtful=True) if step.outcome is Outcome.LIKELY else step
    late = late_promise(case)
    if late is not None:
        return late
    end = ladder_end(case)
    told = _check_parts(end, needed(case.requirement, case.norms))
    if told is not None and told.outcome is Outcome.MET:
        return told
    if on_the_way(end) and (case.planless or prepares_only(end)):
        return replace(check_step(end), doubtful=case.planless)
    quantity = case.requirement.quantity
    if quantity is not None and quantity.unit == "%":
        return works_by_step(case, quantity)
    return _begun_only(case) or case.outcome(Outcome.SILENT, "未报数量")


def _begun_only(case: Case) -> Check | None:
    """On the due day, what is counted too few or only on the way misses what is asked."""
    due = case.requirement.source == "plan" and case.time_is_up
    begun = only_begun(case.requirement, needed(case.requirement, case.norms), case.said) if due else []
    return case.outcome(Outcome.MISSED, "到期未达到", *begun[:2], doubtful=True) if begun else None


def check_named_rate(case: Case, quantity: Quantity) -> Check | None:
    """Check a rate that has a name of its own and grows (签约率)."""
    named = quantity.of or quantity.noun
    if mentions(case.norms.matching.works, named):
        return None
    if not case.said.words(named) and not named.endswith("率"):
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
        found = [answer for answer in found if _of_step(answer.statement, case.requirement.milestone)]
        if not found:
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


def _of_step(statement: Statement, wanted: Milestone) -> bool:
    steps = {(step.ladder, step.step) for step in statement.milestones}
    return steps == {(wanted.ladder, wanted.step)}
