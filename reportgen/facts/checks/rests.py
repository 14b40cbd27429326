"""Rests: do words about the thing say that a part of what is asked is still to do?"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.facts.checks.case import Case
from reportgen.facts.told.not_counted import of_complaints
from reportgen.facts.told.position import alike
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Statement, of_sentence
from reportgen.facts.words.topics import share
from reportgen.norms import IN_USE
from reportgen.records import HUNDRED, NOT_YET, OPEN, Aspect, Milestone, Quantity

END = 3  # steps with which works end


def rest_left(case: Case) -> bool:
    """Tell whether some words about the thing say that a part of what is asked is still to do."""
    told = (s for s in case.about if not left_over(s, case, case.about))
    return any(_leaves_rest(statement, case) for statement in told)


def left_over(statement: Statement, case: Case, beside: Sequence[Statement]) -> bool:
    """True for work still to come beside something already in use, where its use is asked for.

    已通车；行道树来年补栽: the trees leave nothing of the road open. `beside` are the clauses that may tell of the use.
    """
    goal = case.goal
    open_ = NOT_YET if case.requirement.of_plan else OPEN  # of a plan what still goes on beside it may be meant
    if goal is None or goal.step != IN_USE or statement.aspect not in open_:
        return False
    before = [s for s in beside if _told_before(s, statement, case)]
    if case.requirement.quantity is not None:  # of several things another may be the one that is to come
        before = of_sentence(statement.sentence, before)
    used = any(step.reaches(goal) for s in before for step in s.milestones if step.step == IN_USE)
    if not used or any(step.rank >= goal.rank for step in case.on_ladder(statement.milestones)):
        return False
    named = case.said.words(statement.text) & case.own_names
    if named or case.said.sites.named(statement) or says(case.norms.phrases.rest, statement.text):
        return False
    return statement.aspect is Aspect.NOT or not says(case.norms.phrases.ended, statement.text)  # 预计5月10日前全部搬完


def _told_before(one: Statement, other: Statement, case: Case) -> bool:
    """Tell whether one clause stands before another; what is said of problems comes behind the report."""
    if one.source is other.source:
        return one.start < other.start
    return case.said.of_its_own(one)


def leaves_out(statement: Statement, case: Case) -> bool:
    """Tell whether a clause leaves some out by name and denies them (除甲段尚未施工外，其余均已贯通开放)."""
    return statement.aspect is Aspect.NOT and says(case.norms.phrases.excepted, statement.text)


def _leaves_rest(statement: Statement, case: Case) -> bool:
    if (
        says(case.norms.phrases.excused, statement.text)
        or _beyond(statement, case)
        or _begun(statement, case)
        or _of_no_step(statement, case)
        or _counts_another(statement, case)
        or of_complaints(statement, case.requirement, case.said)
    ):
        return False
    if says(case.norms.phrases.excepted, statement.text):
        return True
    if says(case.norms.phrases.first_one, case.requirement.words) and says(case.norms.phrases.rest, statement.text):
        return False  # of the first the rest is none
    if says(case.norms.phrases.rest, statement.text) and statement.aspect is not Aspect.REACHED:
        return _rest_open(statement, case)
    if _to_come(statement, case):
        return True
    return not _only_goes_on(case) and (_share_open(statement, case) or _step_open(statement, case))


def _only_goes_on(case: Case) -> bool:
    """Tell whether no more is asked for than that the works go on."""
    return case.goal is not None and case.goal.aspect is Aspect.UNDER_WAY


def _of_no_step(statement: Statement, case: Case) -> bool:
    """Tell whether no more than a beginning is asked for, and a statement tells of none (剩余尾款待抽验后拨付)."""
    begun = case.begins and (not statement.quantities or says(case.norms.phrases.money, statement.text))
    return (begun or _only_goes_on(case)) and not statement.milestones


def _counts_another(statement: Statement, case: Case) -> bool:
    """Tell whether a clause counts what only another requirement asks a number of (另有4家在谈 beside 7月开园)."""
    said = case.said.words(statement.text)
    if case.requirement.quantity is not None or not statement.counted or said & case.requirement.topic:
        return False
    units = {other.unit for other in case.said.requirements if other.quantity is not None and other.topic & said}
    return all(quantity.unit in units for quantity in statement.counted)


def _rest_open(statement: Statement, case: Case) -> bool:
    """Tell whether a rest lacks what is asked: where preparation is asked for, only one that is told no further."""
    wanted = case.goal
    if wanted is not None and case.asks_preparation:
        return any(step.rank <= wanted.rank for step in case.on_ladder(statement.milestones))
    return _is_last(case) or statement.aspect is not None


def _to_come(statement: Statement, case: Case) -> bool:
    """Tell whether what goes on is to end beyond the year, by a day to come, or with a step that is waited for."""
    if any(m.start > case.period.year_due for m in statement.moments):
        return True
    awaited = says(case.norms.phrases.awaiting, statement.text) and not case.requirement.of_plan
    return awaited or _all_to_come(statement, case)


def _all_to_come(statement: Statement, case: Case) -> bool:
    """Tell whether what goes on is to end by a day to come (预计5月10日前全部搬完), in the words of no step."""
    ahead = statement.aspect is Aspect.INTENDED and any(m.end > case.period.as_of for m in statement.moments)
    # What is to end beyond a preparation is the works themselves (合同已签订，8月底全部完工).
    any_step = case.goal is None or case.asks_preparation
    steps = statement.milestones if any_step else case.on_ladder(statement.milestones)
    return ahead and not steps and says(case.norms.phrases.ended, statement.text)


def _share_open(statement: Statement, case: Case) -> bool:
    """Tell whether a share of the works short of all is told of what is asked, or of its end."""
    if not says(case.norms.phrases.share_of_works, statement.text):
        return False
    named = share(case.requirement.topic, case.said.words(statement.text)) > 0
    ends = case.goal is not None and case.ladder.steps[case.goal.rank].ends
    unfinished = any(tells_unfinished(quantity, case) for quantity in statement.quantities)
    return unfinished and (_is_last(case) or ends or named)


def _step_open(statement: Statement, case: Case) -> bool:
    """Tell whether a step up to the one asked for is denied or still going on."""
    if statement.aspect not in (Aspect.NOT, Aspect.UNDER_WAY):
        return False
    wanted, last = case.goal, _is_last(case)
    steps = [step for step in statement.milestones if wanted is None or step.ladder == wanted.ladder]
    if last and not steps and statement.aspect is Aspect.UNDER_WAY and not case.requirement.of_plan:
        return not says(case.norms.phrases.vague, statement.text)
    open_ = (step for step in steps if step.aspect is not Aspect.REACHED)
    works = "施工" in statement.text and (last or says(case.norms.phrases.still, statement.text))
    return works or any(wanted is None or _still_before(step, wanted, case) for step in open_)


def _still_before(step: Milestone, wanted: Milestone, case: Case) -> bool:
    """Tell whether an open step leaves the one asked for open; beside that it does not (清淤完成，正在砌护岸)."""
    if step.rank != wanted.rank or step.aspect is Aspect.NOT or alike(step, wanted):
        return step.rank <= wanted.rank
    return not any(one.aspect is Aspect.REACHED and alike(one, wanted) for one in case.steps)


def _beyond(statement: Statement, case: Case) -> bool:
    """Tell whether all steps that a statement names lie beyond the one asked for, and so leave nothing of it.

    A step that is only intended does so where preparation is asked for (待交付 a contract).
    """
    early = case.goal is not None and case.goal.rank < case.ladder.begun
    short = {Aspect.NOT} if early else NOT_YET
    steps = case.on_ladder(statement.milestones)
    return case.lie_beyond(steps) and not any(step.aspect in short for step in steps)


def _begun(statement: Statement, case: Case) -> bool:
    """Tell whether a beginning is asked for, and a statement says that the rest has begun too (其余正在平整土地)."""
    return case.begins and statement.aspect is Aspect.UNDER_WAY


def _is_last(case: Case) -> bool:
    """Tell whether a step with which the works end is asked for, or none but the end itself."""
    return case.goal is None or case.goal.rank >= len(case.ladder.steps) - END


def tells_unfinished(quantity: Quantity, case: Case) -> bool:
    """Tell whether a number is a share, short of all, of the works; a rate or a share of the money is none."""
    if quantity.unit != "%" or quantity.value >= HUNDRED or is_rate(quantity.of):
        return False
    works = not quantity.of or mentions(case.norms.matching.works, quantity.of)
    return works and not says(case.norms.phrases.money, quantity.of or quantity.noun)
