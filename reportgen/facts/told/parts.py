"""Parts: some of the things asked for, each with the clauses that tell how far it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from reportgen.facts.told.countable import answers, of_another_way
from reportgen.facts.told.prepared import prepares
from reportgen.facts.told.progress import Progress
from reportgen.facts.words.listings import listed
from reportgen.facts.words.parallels import beside
from reportgen.facts.words.phrases import pattern, says
from reportgen.facts.words.roles import a_day, bracketed, is_base, is_ratio, steps_in_brackets, steps_near
from reportgen.facts.words.statements import Number, Sentence, Statement
from reportgen.facts.words.units import same_unit
from reportgen.norms import Norms
from reportgen.records import Aspect, Milestone, Quantity, Requirement, Scope


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the things asked for: how many, and the clauses that tell of them, their own first.

    `number` is None of a rest without a number (其余的正在安装); `told` is the number as told, None of sites that are
    told of by name.
    """

    number: Decimal | None
    told: Number | None
    aspect: Aspect | None
    clauses: tuple[Statement, ...]
    steps: tuple[Milestone, ...]
    apart: bool  # counts things beside those counted before (其余3家; 甲、乙2家; 第二批), not among them

    @property
    def quantity(self) -> Quantity | None:
        return self.told.quantity if self.told else None

    @property
    def sited(self) -> bool:
        """Tell whether it is told of by the names of its sites."""
        return self.told is None and self.number is not None


def in_sum(parts: Iterable[Part]) -> Decimal:
    """What the numbers of some parts come to."""
    return sum((part.number or Decimal(0) for part in parts), Decimal(0))


def _apart(number: Number, norms: Norms) -> bool:
    batch = says(norms.matching.batches, number.before)
    return batch or number.scope is Scope.REST or listed(number)


def parts(requirement: Requirement, said: Progress) -> tuple[Part, ...]:
    """Divide what the progress says of a requirement into parts, in order.

    A clause that counts or names none of the things goes on about the part before it in its sentence.
    """
    found: list[Part] = []
    foreign: Sentence | None = None  # goes on about what is done in another way (新建4座中1座投用，其余3座)
    for statement in filter(said.of_its_own, said.about(requirement)):
        if any(of_another_way(number, requirement, said) for number in statement.numbers):
            foreign = statement.sentence
        if statement.sentence is foreign:
            continue
        opened = list(_opened(statement, requirement, said))
        goes_on = bool(found) and found[-1].clauses[-1].sentence is statement.sentence
        if goes_on and _counts_rest(found[-1], opened):
            opened = []
        if not opened and goes_on:
            last = _told_last(found)
            found[last] = _gone_on(found[last], statement, requirement, said)
        for part in opened:
            if found and _beside(found[-1], part, requirement, said.norms):
                found[-1], part = _side_by_side(found[-1], part)
            found.append(part)
    return tuple(found)


def divided(at: int, told: Sequence[Part]) -> bool:
    """Tell whether the parts told right after one come to just its number (5所进场，其中3所完成，2所在装修)."""
    after = [part.number or Decimal(0) for part in told[at + 1 :]]
    return told[at].number in list(accumulate(after))[1:]


def _told_last(told: Sequence[Part]) -> int:
    """The part that a sentence goes on about: behind a list that divides a whole, that (45处，其中28处、17处，投运)."""
    listed = [part for part in told if part.quantity and part.quantity.is_part]
    whole = len(told) - len(listed) - 1
    of_all = whole >= 0 and told[whole + 1 :] == listed and divided(whole, told)
    return whole if of_all else len(told) - 1


def _counts_rest(part: Part, opened: Sequence[Part]) -> bool:
    """Tell whether a clause only tells how many a rest is (另有2批次9月下旬考核，预计360人)."""
    intended = [one for one in opened if one.aspect is Aspect.INTENDED and not one.apart]
    return part.number is None and part.aspect is Aspect.INTENDED and len(intended) == len(opened) == 1


def _gone_on(part: Part, statement: Statement, requirement: Requirement, said: Progress) -> Part:
    """Let a clause tell more of a part: how many its things are, and the steps that all of them have come to."""
    of_some = (*said.norms.phrases.of_these, *said.norms.phrases.some_ones)
    some = part.number is not None and says(of_some, statement.text)
    steps = () if statement.counts or some else statement.milestones
    number = part.number if part.number is not None else _number_of_rest(statement, requirement, said)
    return replace(part, number=number, clauses=(*part.clauses, statement), steps=(*part.steps, *steps))


def _side_by_side(one: Part, other: Part) -> tuple[Part, Part]:
    """Share the verb of a list, which stands before its first number (建成城区12个、乡镇7个) or behind its last."""
    if one.clauses[-1] is not other.clauses[0]:
        return one, replace(other, apart=True)
    return replace(one, steps=one.steps or other.steps), replace(other, apart=True, steps=other.steps or one.steps)


def _beside(one: Part, other: Part, requirement: Requirement, norms: Norms) -> bool:
    """Tell whether two numbers count different places or things, and so add up."""
    if one.told is None or other.told is None:
        return False
    return beside(one.told, other.told, requirement.words, norms.matching)


def _opened(statement: Statement, requirement: Requirement, said: Progress) -> Iterator[Part]:
    """Yield the parts that a clause begins to tell of: one a number, else one for all sites that it names."""
    numbers = [
        number
        for number in statement.numbers
        if answers(number.quantity, requirement, said)
        and not said.names_another(said.words(number.noun), requirement)
        and not is_ratio(number.quantity, said.norms)
        and not is_base(number, said.norms)
    ]
    outside = [number for number in numbers if not bracketed(number)]
    alone = not outside  # 甲养老院(180张)已投用
    stepped = [number for number in numbers if bracketed(number) and steps_in_brackets(number)]
    counted = [*outside, *stepped] if outside else numbers  # 开工33部(完工14部)
    for number in counted:
        steps = statement.milestones if len(counted) == 1 else number.steps
        if stepped:
            steps = steps_near(number)
        if any(step.made for step in steps) and prepares(number, requirement, said):
            steps = tuple(step for step in steps if not step.made)
        apart = alone or _apart(number, said.norms)
        yield Part(_meant(number, requirement, said.norms), number, number.aspect, (statement,), steps, apart)
    if not numbers:
        yield from _uncounted(statement, requirement, said)


def _meant(number: Number, requirement: Requirement, norms: Norms) -> Decimal:
    """How many a number tells of: all but those that its clause leaves out (除甲、乙2个小区外均已完工)."""
    value, statement = number.value, number.statement
    left_out, whole = pattern(norms.phrases.excepted).search(statement.text), requirement.in_all
    if left_out is None or whole is None:
        return value
    others = left_out.start() < len(number.before) < left_out.end() < len(statement.text)
    return whole.value - value if others else value


def _uncounted(statement: Statement, requirement: Requirement, said: Progress) -> Iterator[Part]:
    """Yield the part that a clause tells of without a number: of sites by name, of a rest, or of one more."""
    told = statement.aspect, (statement,), statement.milestones, True
    own = said.sites.named(statement, counted=requirement.quantity is not None)
    named = [name for name in own if name not in _asked_apart(requirement, said)]
    if named and requirement.unit not in said.norms.matching.measures:  # a place is no kilometre
        yield Part(Decimal(len(named)), None, *told)
    elif says(said.norms.phrases.rest, statement.text) and not _counts_another(statement, requirement, said):
        left = next(_counting(statement, requirement, said), None)
        yield Part(left.value if left else None, left, *told)  # 最后一批报名55人
    elif _one_more(requirement, statement, said.norms):
        yield Part(Decimal(1), None, *told)


def _asked_apart(requirement: Requirement, said: Progress) -> frozenset[str]:
    """The sites that are asked for by name beside a rest (甲院封顶，其余2所开工), and so are none of it."""
    rest = requirement.quantity is not None and requirement.quantity.scope is Scope.REST
    others = (r for r in said.requirements if rest and r is not requirement)
    return frozenset[str]().union(*(said.sites.asked(other.words) for other in others))


def _counts_another(statement: Statement, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a clause counts, in its own unit, what another requirement asks for (其余4座 beside 45公里)."""
    others = [r for r in said.requirements if r.quantity and not r.topic & requirement.topic]
    units = {r.unit for r in others} - {requirement.unit}
    return any(quantity.scope is Scope.REST and quantity.unit in units for quantity in statement.quantities)


def _number_of_rest(statement: Statement, requirement: Requirement, said: Progress) -> Decimal | None:
    """How many a rest is, where the clause after it tells (最后一批12月开班，报名55人)."""
    told = list(_counting(statement, requirement, said))
    return told[0].value if len(told) == 1 else None


def _counting(statement: Statement, requirement: Requirement, said: Progress) -> Iterator[Number]:
    """Yield the numbers of a clause that may count what is asked for, and are of no day, week or month."""
    numbers = (number for number in statement.numbers if answers(number.quantity, requirement, said))
    return (number for number in numbers if not a_day(number, said.norms))


ORDINAL = re.compile(r"^(?:第[一二三四五六七八九十\d]{1,2}|首|最后一)(?P<unit>.{1,2})")


def _one_more(requirement: Requirement, statement: Statement, norms: Norms) -> bool:
    """Tell whether a clause tells of one more of the things, by its turn (第三家装修结束)."""
    turn = ORDINAL.match(statement.text)
    return turn is not None and any(same_unit(turn["unit"][:end], requirement.unit, norms) for end in (1, 2))
