"""Standing: how many of the things are there, of what is there how many lack something, and how many are under way."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.feasible import only_prepared, undone
from reportgen.facts.checks.places import named_behind, place, there
from reportgen.facts.checks.reach import shared_out
from reportgen.facts.told.answering import is_part
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.parts import Part, in_sum
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import says
from reportgen.facts.words.roles import is_beside
from reportgen.facts.words.topics import share
from reportgen.norms import IN_USE
from reportgen.records import HUNDRED, NOT_YET, OPEN, Aspect, Milestone, Scope


def number_there(case: Case) -> Decimal:
    """Count what is told to have reached the step asked for: of numbers the largest, with what is told apart added."""
    parts = _of_a_part(case) or case.parts
    told = [(part.number, part) for part in parts if part.number is not None and there(part, case)]
    total = most = Decimal(0)
    for number, part in told:
        if not _of_other_things(part, case):
            number += named_behind(part, case)
            total = total + number if part.apart else max(total, number)
            most = max(most, number)
    total = max(total, Decimal(_one_by_name(case)), _with_finished(total, told, case))
    # Beside one that is all there are (3个中心均已挂牌) those told of by name (甲、乙两个运营) are no others.
    return max(most if most == whole_of(case) else total, _divided(told, case), _begun(case))


def _of_a_part(case: Case) -> list[Part]:
    """The parts told as such, where no more than a part is asked for (其中电梯点位61个 of 其中电梯点位80个)."""
    if not is_part(case.requirement.quantity):
        return []
    return [part for part in case.parts if is_part(part.quantity)]


def _one_by_name(case: Case) -> bool:
    """Tell whether just one is asked for, and one is told by its name to have come so far (江畔工坊5月挂牌运营)."""
    goal = case.goal
    if goal is None or case.need != 1 or whole_of(case) <= 1:
        return False
    named = (s for s in case.report if not s.quantities and s.aspect is Aspect.REACHED)
    return any(step.reaches(goal) for s in named for step in case.on_ladder(s.milestones))


def _with_finished(total: Decimal, told: Sequence[tuple[Decimal, Part]], case: Case) -> Decimal:
    """What is there with those that are told outright to be done (完成6处，另2处已进场 where 8 are to begin)."""
    goal = case.goal
    end = case.ladder.end if goal else None
    if goal is None or end is None or goal.rank >= end or not (told and case.requirement.of_plan):
        return total
    there_too = [part for _, part in told]
    done = [p.number for p in case.parts if p not in there_too and p.number and _finished(p, case)]
    return total + max(done, default=Decimal(0)) if all(part.apart for part in there_too) else total


def _finished(part: Part, case: Case) -> bool:
    """Tell whether a part is told to be done, without a step (完成6处)."""
    clause = part.clauses[0]
    done = part.aspect is Aspect.REACHED and says(case.norms.phrases.ended, clause.text)
    return part.quantity is not None and done and not clause.milestones


def _of_other_things(part: Part, case: Case) -> bool:
    """Tell whether a part counts by name what comes beside the things themselves (另疏通管道36公里)."""
    named = part.quantity is not None and bool(part.quantity.noun)
    return named and _beside(part, case) and not part.clauses[0].text.startswith(("另有", "另外"))


def _divided(told: Sequence[tuple[Decimal, Part]], case: Case) -> Decimal:
    """The whole, where parts that stand at steps of their own come to just that (20处: 建成9处，11处在建)."""
    if len(told) < 2:
        return Decimal(0)
    told = [(number, part) for number, part in told if not _follows_some(part, case)]
    placed = [(number, here) for number, part in told if (here := place(part, case)) is not None]
    numbers = [number for number, _ in placed if number]
    ranks = {here.rank for _, here in placed}
    whole = whole_of(case)
    return whole if 1 < len(numbers) == len(ranks) and sum(numbers) == whole else Decimal(0)


def _follows_some(part: Part, case: Case) -> bool:
    """Tell whether a part stands in a list of some of those told before (其中9所有活动，甲乡2所隔日开放)."""
    first = part.clauses[0]
    before = (p for p in case.parts if p.clauses[0].sentence is first.sentence and p.clauses[0].start < first.start)
    return any(is_part(other.quantity) for other in before)


def _begun(case: Case) -> Decimal:
    """Count what has begun where just that is asked (开工80个): what is done, and what is under way beside it."""
    if not case.begins:
        return Decimal(0)
    told = [part for part in case.parts if part.number and part.quantity and part.quantity.scope is Scope.PLAIN]
    done = [part.number for part in told if part.number and any(_ends(step, case) for step in part.steps)]
    going = [part.number for part in told if part.number and part.aspect is Aspect.UNDER_WAY and not part.steps]
    whole = max(done, default=Decimal(0)) + sum(going, Decimal(0)) if done else Decimal(0)
    return whole if whole <= whole_of(case) else Decimal(0)


def told_by(have: Decimal, found: Sequence[Answer], case: Case) -> list[Answer]:
    """The answers that the `have` rests on: one that tells just that, else the parts that come to it, else the best."""
    if (one := next((answer for answer in found if answer.quantity.value == have), None)) is not None:
        return [one]
    parts = [part for part in case.parts if part.number and there(part, case)]
    just = next((p for p in parts if p.quantity is not None and p.quantity.value == have), None)
    if just is not None and just.quantity is not None:
        fit = share(case.requirement.topic, case.said.words(just.clauses[0].text))
        return [Answer(just.quantity, just.clauses[0], fit)]
    apart = [Answer(p.quantity, p.clauses[0], 0.0) for p in parts if p.quantity is not None and p.apart]
    alike = [answer for answer in found if answer.quantity.unit == found[0].quantity.unit]
    sums = (told for told in (apart, alike) if sum(answer.quantity.value for answer in told) == have)
    return next(sums, list(found[:1]))


def left_of(have: Decimal, case: Case) -> Decimal:
    """Count what is told to be left of the `have` that are said to be there (30座全部完成，剩余3座待通水).

    Only what they include: where they are all that is asked for, or the sum of a number told and the rest.
    """
    # What only adds up to them (2个开业，丙店投运) holds nothing that is told of others (2个在装修).
    as_one = have in {part.number for part in case.parts} | {answer.quantity.value for answer in case.counts}
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
    if _goes_on_apart(part, case) or _of_another_matter(part, have, case):
        return False
    others = [other for other in case.parts if other.number == have - part.number and other is not part]
    if any(case.lie_beyond(other.steps) for other in others):
        return False  # 40座建成，其中38座通过验收，剩余2座返工: the rest is of the acceptance
    if part.aspect not in NOT_YET and any(other.aspect in NOT_YET for other in others):
        return False  # 管线部分完成27个，还有4个没铺: those that are left are the four
    # 完工13台，在建9台，另有4台待建: what goes on, and what is told beside it, divide no number.
    going = all(other.aspect is Aspect.UNDER_WAY for other in others)
    divides = as_one and bool(others) and not (going and _beside(part, case))
    return divides or (have == whole_of(case) and not _beside(part, case))


def _goes_on_apart(part: Part, case: Case) -> bool:
    """Tell whether a clause counts what is being built, and so none of what is done (完工50台，在建11台)."""
    bare = part.quantity is not None and part.quantity.scope not in (Scope.PART, Scope.REST) and not part.steps
    ended = case.goal is not None and case.ladder.begun < case.goal.rank
    return bare and ended and _being_built(part, case)


def _being_built(part: Part, case: Case) -> bool:
    """Tell whether a clause begins by what is being built (在建11台)."""
    return part.clauses[0].text.startswith(case.norms.matching.being_built)


def _of_another_matter(part: Part, have: Decimal, case: Case) -> bool:
    """Tell whether a rest divides all with a number of something else, told right before it (兑付79户，其余7户).

    Something else is money, a step of another kind or beyond the one asked for, or what another requirement asks for.
    """
    clause = part.clauses[0]
    if part.quantity is None or part.quantity.scope is not Scope.REST or case.on_ladder(clause.milestones):
        return False
    before = [
        (statement, quantity)
        for statement in case.said.own
        for quantity, _ in statement.quantities
        if statement.sentence is clause.sentence and quantity.unit == part.quantity.unit
        if quantity.span.start < part.quantity.span.start
    ]
    if not before or before[-1][1].value + part.quantity.value != have:
        return False
    statement = before[-1][0]
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


def _beside(part: Part, case: Case) -> bool:
    """Tell whether a part is said to come beside what was told before it (6所全部建成，另有2所在建)."""
    return part.quantity is not None and is_beside(part.quantity, part.clauses[0], case.norms)


def rest_open(case: Case, *, beyond: bool) -> bool:
    """Tell whether a rest without a number is told to be still to do (其余待接电).

    `beyond` what is asked for, a rest that only goes on (剩余零散户继续受理) leaves nothing open.
    """
    excused = case.norms.phrases.excused
    rests = (part for part in case.parts if part.number is None and _open(part, case))
    rests = (part for part in rests if not says(excused, part.clauses[0].text))
    return any(not beyond or part.aspect in NOT_YET for part in rests)


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
    named = part.sited and not part.clauses[0].quantities and case.requirement.unit in case.said.sites.units
    # 3所墙体砌筑完成、正在上屋面: one work is done, the next goes on.
    going = part.aspect in OPEN or (case.goal is not None and part.clauses[0].aspect is Aspect.UNDER_WAY)
    return (scope is not None or named) and going and not beyond


def _only_begun(part: Part, case: Case) -> bool:
    """Tell whether a rest has a work done that is no end (其余4个完成土方造型), beside others that are there."""
    others = any(other.apart and there(other, case) for other in case.parts if other is not part)
    return part.number is not None and others and not part.clauses[0].claims


def awaits_some(case: Case, have: Decimal) -> bool:
    """Tell whether some of what is there is said to lack a step beyond the one asked for (建成8个，其中2个还没通电)."""
    numbers = {part.number for part in case.parts}
    for part in case.parts:
        if part.number is None or not 0 < part.number < have:
            continue
        included = part.sited or (part.quantity and part.quantity.scope is Scope.PART) or have - part.number in numbers
        short = OPEN if part.sited else NOT_YET  # 丙服务点改造完工，正在办理执照
        if included and any(aspect in short for aspect in (part.aspect, *(c.aspect for c in part.clauses[1:]))):
            return True
    return False


def under_way(case: Case) -> Decimal:
    """Count what is told to be under way beside what is there (其余9座顶棚安装), or at a step of the works."""
    parts = [p for p in case.parts if p.number is not None and p.apart and not only_prepared(p, case)]
    going = [p for p in parts if p.aspect is Aspect.UNDER_WAY or (p.steps and p.aspect is None) or _rest_made(p)]
    going += [p for p in case.parts if p not in parts and (_being_built(p, case) or _goes_on_beside(p, case))]
    return in_sum(going)


def _goes_on_beside(part: Part, case: Case) -> bool:
    """Tell whether a part, told beside others that come to all there are, goes on in its own sentence."""
    later = any(clause.aspect is Aspect.UNDER_WAY for clause in part.clauses[1:])
    return later and part.number is not None and not there(part, case) and shared_out(case)


def rest_made(case: Case) -> Decimal:
    """Count what is told to have come to the works' end beside what is there (另182个已改造完毕，正在备案)."""
    ended = (part for part in case.parts if _rest_made(part) and any(_ends(step, case) for step in part.steps))
    return in_sum(ended)


def _ends(step: Milestone, case: Case) -> bool:
    return ladder_named(step.ladder, case.norms).steps[step.rank].ends and step.aspect is Aspect.REACHED


def _rest_made(part: Part) -> bool:
    """Tell whether a rest has come to some step of the works themselves (其余3家室内改造完成)."""
    rest = part.quantity is not None and part.quantity.scope is Scope.REST
    return rest and part.aspect is Aspect.REACHED and any(step.made for step in part.steps)


def works_there(case: Case) -> Decimal:
    """Of a share of the works that is asked for: the things that are done, and the rest by the share told of them."""
    quantity = case.requirement.quantity
    if quantity is None or quantity.unit != "%" or not says(case.norms.phrases.share_of_works, case.requirement.words):
        return Decimal(0)
    ended = (p for p in case.parts if p.number and (there(p, case) or p.aspect is Aspect.REACHED))
    shares = ((part.number or Decimal(0)) * (1 - undone(part, case)) for part in case.parts if _told_share(part))
    whole = max((part.number or Decimal(0) for part in ended if not _told_share(part)), default=Decimal(0))
    return whole + sum(shares, Decimal(0))


def _told_share(part: Part) -> bool:
    """Tell whether a share of the works of a part is told in its own clause."""
    return any(share.value < HUNDRED for share in part.clauses[0].shares)


def all_but_there(case: Case) -> Decimal:
    """Count what stands at the step asked for but for the last of it (4所内外装修已收尾)."""
    total = Decimal(0)
    for part in case.parts:
        here = place(part, case)
        if part.number is None or here is None or case.goal is None or here.rank < case.goal.rank or there(part, case):
            continue
        closing = any(says(case.norms.phrases.closing, clause.text) for clause in part.clauses)
        if closing or here.step == IN_USE:  # 陆续入住
            total += part.number
    return total
