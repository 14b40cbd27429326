"""Standing: how many of the things are there, and how many are under way."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.feasible import part_in_preparation, undone
from reportgen.facts.checks.places import being_built, place, there, told_beside
from reportgen.facts.told.answering import is_part
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.parts import Part, in_sum
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import says
from reportgen.facts.words.topics import share
from reportgen.records import HUNDRED, Aspect, Milestone, Scope


def number_there(case: Case) -> Decimal:
    """Count what is told to have reached the step asked for: of numbers the largest, with what is told apart added."""
    parts = _of_a_part(case) or case.parts
    if _one_lacks_a_part(parts, case):
        return Decimal(0)
    told = [(part.number, part) for part in parts if part.number is not None and there(part, case)]
    total = most = Decimal(0)
    for number, part in told:
        if not _of_other_things(part, case):
            total = total + number if part.apart else max(total, number)
            most = max(most, number)
    total = max(total, Decimal(_one_by_name(case)), _with_finished(total, told, case))
    # Beside one that is all there are (3个中心均已挂牌) those told of by name (甲、乙两个运营) are no others.
    return max(most if most == whole_of(case) else total, _divided(told, case), _begun(case))


def _one_lacks_a_part(parts: Sequence[Part], case: Case) -> bool:
    """Tell whether there is but one to be, and one of the buildings told of by name is not there yet (住院楼在装修)."""
    if whole_of(case) != 1:
        return False  # the usual case
    sites, kinds = case.said.sites, case.norms.matching.structures
    named = [p for p in parts if any(name.endswith(kinds) for name in sites.named(p.clauses[0]))]
    return len(named) > 1 and not all(there(part, case) for part in named)


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
    return named and told_beside(part, case) and not part.clauses[0].text.startswith(("另有", "另外"))


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
    going = [part.number for part in told if part.number and _goes_on(part)]
    whole = max(done, default=Decimal(0)) + sum(going, Decimal(0)) if done else Decimal(0)
    return whole if whole <= whole_of(case) else Decimal(0)


def _goes_on(part: Part) -> bool:
    """Tell whether a part is said to go on, or is at a step of the works (3个只剩道路罩面)."""
    if part.steps:
        return part.aspect is None and any(step.made and step.aspect is Aspect.UNDER_WAY for step in part.steps)
    return part.aspect is Aspect.UNDER_WAY


def told_by(have: Decimal, found: Sequence[Answer], case: Case) -> list[Answer]:
    """The answers that the `have` rests on: one that tells just that, else the parts that come to it, else the best."""
    if (one := next((answer for answer in found if answer.value == have), None)) is not None:
        return [one]
    parts = [part for part in case.parts if part.number and there(part, case)]
    just = next((part.told for part in parts if part.told and part.told.value == have), None)
    if just is not None:
        return [Answer.by(just, share(case.requirement.topic, case.said.words(just.statement.text)))]
    apart = [Answer.by(part.told, 0.0) for part in parts if part.told and part.apart]
    alike = [answer for answer in found if answer.unit == found[0].unit]
    sums = (told for told in (apart, alike) if sum(answer.value for answer in told) == have)
    return next(sums, list(found[:1]))


def under_way(case: Case) -> Decimal:
    """Count what is told to be under way beside what is there (其余9座顶棚安装), or at a step of the works."""
    parts = [p for p in case.parts if p.number is not None and p.apart and not part_in_preparation(p, case)]
    going = [p for p in parts if p.aspect is Aspect.UNDER_WAY or (p.steps and p.aspect is None) or _rest_made(p)]
    going += [p for p in case.parts if p not in parts and being_built(p, case)]
    return in_sum(going)


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


def awaits_beyond(case: Case) -> Decimal:
    """How many are told only to wait for a step beyond the one asked for (3所待开诊 where 建成 is asked)."""
    waiting = (part for part in case.parts if part.aspect is Aspect.INTENDED and case.lie_beyond(part.steps))
    return in_sum(part for part in waiting if part.told and says(case.norms.phrases.hinges, part.told.near))
