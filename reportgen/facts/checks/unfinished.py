"""Unfinished: of the things that are said to be there, how many still lack something, and what is left to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.places import being_built, place, there, told_beside
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.not_counted import of_complaints
from reportgen.facts.told.parts import Part, in_sum
from reportgen.facts.words.phrases import holds_only_others, says, tells_all
from reportgen.facts.words.statements import later, numbers_in, of_sentence, stuck
from reportgen.norms import BUILT, IN_USE
from reportgen.records import NOT_YET, OPEN, Aspect, Scope
from reportgen.text import LISTED, fold

JOINED = re.compile("并([^,。;]+)")  # what stands behind it is asked of all that are counted before it


def left_of(have: Decimal, case: Case) -> Decimal:
    """Count what is told to be left of the `have` that are said to be there (30座全部完成，剩余3座待通水).

    Only what they include: where they are all that is asked for, or the sum of a number told and the rest.
    """
    # What only adds up to them (2个开业，丙店投运) holds nothing that is told of others (2个在装修).
    as_one = have in {part.number for part in case.parts} | {answer.value for answer in case.counts}
    left = in_sum(part for part in case.parts if _is_left(part, have, as_one, case))
    if not left:
        return left
    # 建成6个，在建5个，剩余3个 of 14: what goes beside them to all that is asked for is none of them.
    asked = {r.quantity.value for r in case.said.requirements if r.quantity} | {whole_of(case)}
    beside = in_sum(part for part in case.parts if part.number not in (have, whole_of(case)))
    return left if left < have and not {have + left, have + beside} & asked else Decimal(0)


def _is_left(part: Part, have: Decimal, as_one: bool, case: Case) -> bool:
    """Tell whether a part that is still to do is one of the `have`, told `as_one` number or only adding up to it."""
    if part.number is None or part.number >= have or not _open(part, case) or case.lie_beyond(part.steps):
        return False
    if _goes_on_apart(part, case) or _of_another_matter(part, have, case) or _behind_its_sign(part, case):
        return False
    if _of_other_things(part, case) or _lacks_only_running(part, case):
        return False
    others = [other for other in case.parts if other.number == have - part.number and other is not part]
    if any(case.lie_beyond(other.steps) or _approved(other, case) for other in others):
        return False  # 40座建成，其中38座通过验收，剩余2座返工: the rest is of the acceptance
    if any(other.aspect in NOT_YET for other in others):
        return False  # 管线部分完成27个，还有4个没铺: those that are left are the four
    # 完工13台，在建9台，另有4台待建 (or 甲路、乙路待建): what goes on, and what is told beside it, divide no number.
    going = all(other.aspect is Aspect.UNDER_WAY for other in others)
    divides = as_one and bool(others) and not (going and (told_beside(part, case) or part.sited))
    return divides or (have == whole_of(case) and not told_beside(part, case))


def _of_other_things(part: Part, case: Case) -> bool:
    """Tell whether a rest is of nothing that is asked for, by its unit and sentence (终端还有3台没到, of 中心)."""
    if part.quantity is None or part.quantity.scope is not Scope.REST or part.quantity.unit == case.requirement.unit:
        return False
    named = case.said.words(part.clauses[0].sentence.text)
    return bool(named) and not named & (case.names | case.said.words(case.target_words))


def _approved(part: Part, case: Case) -> bool:
    """Tell whether a part is told to have passed what is not asked for by name (甲、乙2个通过了市级评估)."""
    approvals = case.norms.phrases.approvals
    named = any(says(approvals, one.words) for one in case.said.requirements) or case.on_ladder(part.steps)
    return says(approvals, part.clauses[0].text) and not named


def _goes_on_apart(part: Part, case: Case) -> bool:
    """Tell whether a clause counts what is being built, and so none of what is done (完工50台，在建11台)."""
    bare = part.quantity is not None and part.quantity.scope not in (Scope.PART, Scope.REST) and not part.steps
    return bare and being_built(part, case)


def _behind_its_sign(part: Part, case: Case) -> bool:
    """Tell whether some things lack no more than what comes behind the sign that is asked for (授牌; 3个暂缓开放)."""
    signs, goal = case.norms.phrases.signs, case.goal
    steps = case.on_ladder(part.steps)
    if goal is None or not steps or not says(signs, fold(goal.span.text)):
        return False
    return all(step.rank >= goal.rank and not says(signs, fold(step.span.text)) for step in steps)


def _lacks_only_running(part: Part, case: Case) -> bool:
    """Tell whether some that are built lack what only their running asks for (其中2个站账号未开通, of 建成)."""
    built = case.goal is not None and case.goal.step == BUILT
    return built and says(case.norms.matching.running_needs, part.clauses[0].text)


def _of_another_matter(part: Part, have: Decimal, case: Case) -> bool:
    """True where a rest and the number right before it make up all, and that number counts something else.

    兑付79户，其余7户 of 86户 that are to be rebuilt. Something else is money, a step of another kind or beyond the one
    asked for, or what another requirement asks for; so is a rest that only awaits its check, where none is asked for.
    """
    clause = part.clauses[0]
    if part.quantity is None or part.quantity.scope is not Scope.REST or case.on_ladder(clause.milestones):
        return False
    if holds_only_others(case.norms.matching.checked, clause.text, case.all_words):
        return True  # 480间装完。检测462间；最后一批18间9月检测
    same = numbers_in(of_sentence(clause.sentence, case.said.own))
    alike = (number for number in same if number.unit == part.quantity.unit)
    before = [number for number in alike if number.span.start < part.quantity.span.start]
    if not before or before[-1].value + part.quantity.value != have:
        return False
    statement = before[-1].statement
    if len(before) == 1:
        return says(case.norms.phrases.money, statement.text)  # 86户竣工。补助发放79户，余下7户
    if statement not in case.about:
        return True  # 20座主体完工，其中16座通水, where both are asked for
    used = any(step.step == IN_USE for step in statement.milestones)
    if used or case.said.words(statement.text) & case.said.words(case.target_words):
        return False  # 并接入专网 is a part of the very thing
    if says(case.norms.phrases.money, statement.text):
        return True
    steps = case.on_ladder(statement.milestones)
    return bool(statement.milestones) and (not steps or case.lie_beyond(steps))


def rest_open(case: Case, *, beyond: bool) -> bool:
    """Tell whether a rest without a number is told to be still to do (其余待接电).

    `beyond` what is asked for, a rest that only goes on (剩余零散户继续受理) leaves nothing open.
    """
    excused = case.norms.phrases.excused
    rests = (part for part in case.parts if part.number is None and _open(part, case))
    rests = (part for part in rests if not says(excused, part.clauses[0].text))
    rests = (part for part in rests if not of_complaints(part.clauses[0], case.requirement, case.said))
    checked = case.norms.matching.checked  # 验收1320户，其余10月验: all are there, where no check is asked for
    rests = (part for part in rests if not holds_only_others(checked, part.clauses[0].text, case.all_words))
    return any(not beyond or part.aspect in NOT_YET for part in rests) or _use_to_come(case)


def _use_to_come(case: Case) -> bool:
    """Tell whether what is asked to be in use is only set up, and what comes yet is told with its day (27日验收)."""
    goal = case.goal
    if goal is None or goal.step != IN_USE or case.requirement.implied:
        return False
    used = any(s.claims_all or any(m.rank >= goal.rank for m in case.on_ladder(s.milestones)) for s in case.report)
    coming = (s for s in case.report if s.aspect is Aspect.INTENDED)
    return not used and any(moment.end > case.period.as_of for s in coming for moment in s.moments)


def _open(part: Part, case: Case) -> bool:
    """Tell whether a part is told to be still to do."""
    if there(part, case):
        return False
    scope = part.quantity.scope if part.quantity else None
    if part.number is None or scope is Scope.REST:
        return part.aspect is not Aspect.REACHED or place(part, case) is not None or _only_begun(part, case)
    # Where no step is asked for, what goes on with some of them (其中1处正商谈运营), but not still (还在施工), may be
    # beyond it.
    still = says(case.norms.phrases.still, part.clauses[0].text)
    beyond = case.goal is None and part.aspect is Aspect.UNDER_WAY and not still
    named = not part.clauses[0].quantities and case.requirement.unit in case.said.sites.units
    # 3所墙体砌筑完成、正在上屋面: one work is done, the next goes on.
    going = part.aspect in OPEN or part.clauses[0].aspect is Aspect.UNDER_WAY
    return (scope is not None or named) and going and not beyond


def _only_begun(part: Part, case: Case) -> bool:
    """Tell whether a rest has a work done that is no end (其余4个完成土方造型), beside others that are there."""
    others = any(other.apart and there(other, case) for other in case.parts if other is not part)
    return part.number is not None and others


def awaits_some(case: Case, have: Decimal) -> bool:
    """Tell whether some of what is there is said to lack a step beyond the one asked for (建成8个，其中2个还没通电)."""
    numbers = {part.number for part in case.parts}
    for part in case.parts:
        if part.number is None or not 0 < part.number < have:
            continue
        if in_sum(other for other in case.parts if other.clauses[0] is part.clauses[0]) == have:
            continue  # 甲类1622户、乙类503户，均已通过验收: what comes behind a list of all is of no one in it
        if part.sited and there(part, case) and part.clauses[-1].aspect is Aspect.REACHED:
            continue  # 甲站收尾拖了几天，11月3日开放
        included = part.sited or (part.quantity and part.quantity.scope is Scope.PART) or have - part.number in numbers
        short = OPEN if part.sited else NOT_YET  # 丙服务点改造完工，正在办理执照
        if included and any(aspect in short for aspect in (part.aspect, *(c.aspect for c in part.clauses[1:]))):
            return True
    return False


def denied_beside(best: Answer, case: Case) -> bool:
    """Tell whether a sentence that says that all are there goes on to deny something (都装好了，甲校何时换没有定)."""
    beside = later(best.statement, case.report) if tells_all(best.statement.text, case.norms.matching) else ()
    return any(stuck(statement, case.norms.phrases) for statement in beside)


def joined_lacks(best: Answer, case: Case) -> Answer | None:
    """The number that tells fewer of what is asked besides (建成40个，并接入平台: 40个建成，其中38个接入平台)."""
    words, own = case.said.words, case.target_words.find(case.requirement.words)
    joined = JOINED.search(case.target_words, own) if own >= 0 and not case.requirement.of_plan else None
    asked = words(joined[1]) - words(best.statement.text) if joined else frozenset[str]()
    for statement in case.report if asked else ():
        there = (number for number in statement.numbers if number.aspect not in NOT_YET)
        counted = [number for number in there if not number.is_share]
        fewer = [number for number in counted if number.value < case.need]
        fewer = [number for number in fewer if case.may_count(number.quantity)]
        if asked & words(statement.text) and fewer and len(fewer) == len(counted):
            return Answer.by(fewer[0], 0.0)
    return None


def served_in_less(best: Answer, found: Sequence[Answer], case: Case) -> Answer | None:
    """Where everybody is to get several things: the number of another of them, if too few got it.

    宫颈癌筛查1万人、乳腺癌筛查9764人 where two screenings of 1万人 are asked for.
    """
    if best.unit not in case.norms.matching.persons:
        return None
    words, asked = case.said.words, [case.said.words(piece) for piece in LISTED.split(case.requirement.all_words)]
    alike = [a for a in found if a.unit == best.unit and a.scope is best.scope]
    for answer in alike:
        names = words(best.noun), words(answer.noun)
        own = [[at for at, piece in enumerate(asked) if piece & (one - other)] for one, other in (names, names[::-1])]
        if all(own) and own[0] != own[1] and answer.value < case.need:
            return answer
    return None


def first_of_several(best: Answer, found: Sequence[Answer], case: Case) -> bool:
    """Tell whether as many are told of the first round only (首针接种3304人), where not just that is asked for."""
    phrases = case.norms.phrases
    if says(phrases.first_round, case.all_words) or not says(phrases.first_round, best.near):
        return False
    return not any(says(phrases.later_round, a.near) and a.value >= case.need for a in found)
