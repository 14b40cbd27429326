"""Tallies: the numbers of the progress that count what a requirement counts."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.told.answering import NAMED_FIT, answering, is_part, reaches
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.countable import answers, of_another_way
from reportgen.facts.told.progress import Progress
from reportgen.facts.told.totals import goes_on
from reportgen.facts.words.ladders import ladder_named, on_ladder
from reportgen.facts.words.phrases import RESPECTIVELY
from reportgen.facts.words.roles import is_beside
from reportgen.facts.words.statements import Number, earlier
from reportgen.facts.words.topics import HEAD, abbreviates, coverage, score, weights
from reportgen.facts.words.units import ANY, same_unit
from reportgen.records import Quantity, Requirement, Scope

# What only the sentence around a number names counts for this much of what stands beside it.
FROM_AFAR = 0.25
# A name of which all letters stand in the asked one agrees this well.
ABBREVIATED = 0.5


def counts(requirement: Requirement, usable: Sequence[Number], said: Progress) -> list[Answer]:
    """The numbers that count what a requirement counts, of those that are `usable`, the best first."""
    if requirement.quantity is None or not usable:
        return []
    unit = requirement.unit
    alike = [r for r in said.requirements if r.quantity and same_unit(r.unit, unit, said.norms)]
    weight = weights(list(dict.fromkeys(r.topic for r in alike)))
    told = (number for number in usable if answers(number.quantity, requirement, said))
    rated = (_answer(number, requirement, alike, weight, said) for number in told)
    found = [answer for answer in rated if answer is not None]
    return _best_first(requirement, found or _unnamed(requirement, usable, said), said)


def _answer(
    number: Number,
    requirement: Requirement,
    alike: Sequence[Requirement],
    weight: dict[str, float],
    said: Progress,
) -> Answer | None:
    """Rate a number by its words; None where those of another of the things so counted are closer to it."""
    if (turn := _in_turn(number, alike)) is not None:
        return Answer.by(number, 1.0) if turn is requirement else None
    headed = _headed(number, alike, said)
    if headed is not None and headed is not requirement:
        return None
    unit = requirement.unit
    rivals = [r for r in alike if r is requirement or not _part_only(r, number)]
    others = {r.topic for r in rivals if number.unit != unit or r.unit == unit} - {requirement.topic}
    layers = _named(number, said)
    part = number.is_part  # 帮扶困难人员1580人次，其中实现就业940人: goes on about the whole before it
    if headed is not requirement and not _is_closest(layers, requirement.topic, others, weight, wide=part):
        return None
    if of_another_way(number, requirement, said):
        return None
    *near, sentence = coverage(layers, requirement.topic, weight)
    fit = max(near) or sentence * FROM_AFAR
    if not fit and abbreviates(layers[0], requirement.topic):
        fit = ABBREVIATED
    same = _counts_the_same(fit, number, requirement, layers[0], said)
    return Answer.by(number, fit) if same else None


def _headed(told: Number, alike: Sequence[Requirement], said: Progress) -> Requirement | None:
    """The one of several things that ends as a number's noun does (创业团队168个: 入驻团队, not 创业基地)."""
    head = told.noun[-HEAD:]
    if len(alike) == 1 or not said.words(head):
        return None  # 路面工程 is none of 防护工程
    named = [r for r in alike if r.in_all and r.in_all.noun[-HEAD:] == head]
    if any(r.in_all and r not in named and r.in_all.noun and r.in_all.noun in told.noun for r in alike):
        return None  # 渔业船员培训211人次 of 培训, 其中渔业船员
    return named[0] if len(named) == 1 < len(alike) else None


def _part_only(rival: Requirement, told: Number) -> bool:
    """Tell whether a rival asks for a part (其中普惠托位300个), which a number of the whole does not tell."""
    return is_part(rival.quantity) and not told.is_part


def _counts_the_same(
    fit: float, number: Number, requirement: Requirement, named: frozenset[str], said: Progress
) -> bool:
    """Tell whether a number agrees in name or in measure word; one that is far too large must agree in name."""
    asked = requirement.in_all
    if not named or (asked and asked.noun.endswith(said.norms.matching.filled)):
        return True
    if asked and number.value > asked.value * said.norms.thresholds.implausible_times:
        return fit >= NAMED_FIT
    if number.unit == ANY and number.noun.endswith(requirement.unit):
        return True  # 128个班 of 120班
    persons = said.norms.matching.persons
    if number.unit in said.norms.matching.occasions and requirement.unit not in said.norms.matching.occasions:
        return fit > FROM_AFAR or number.noun in requirement.words  # 来访咨询38人次 are none of 教师20名
    units = {unit.partition("(")[0] for unit in (number.unit, requirement.unit)}  # 312套 of 1200套(间)
    alike = len(units) == 1 or units <= {*persons, *said.norms.matching.doses}
    return alike or fit >= NAMED_FIT or ends_alike(number, asked)


def ends_alike(told: Number, asked: Quantity | None) -> bool:
    """Tell whether the things counted are of one kind by the last letter of their names (道路, 农村公路)."""
    return asked is not None and bool(told.noun) and told.noun[-1:] == asked.noun[-1:]


def _in_turn(number: Number, alike: Sequence[Requirement]) -> Requirement | None:
    """The requirement that a number answers by its turn (分别筛查142万人、146万人), where as many are told as asked."""
    if RESPECTIVELY not in number.before:
        return None
    told = [other.span for other in number.statement.quantities if other.unit == number.unit]
    return alike[told.index(number.span)] if len(told) == len(alike) > 1 else None


def in_order(answer: Answer, requirement: Requirement, said: Progress) -> bool:
    """True where as many numbers are told as asked, in the same order, and names confirm it (送戏126场，放映2071场)."""
    unit = answer.unit
    asked = [r for r in said.requirements if r.quantity and r.quantity.unit == unit]
    told = [quantity for statement in said.own for quantity in statement.quantities if quantity.unit == unit]
    if len(asked) != len(told) or len(told) < 2 or requirement not in asked:
        return False
    pairs = list(zip(asked, told, strict=True))
    own = answer.span
    return all(q.span == own if r == requirement else said.words(q.noun) & r.topic for r, q in pairs)


def _unnamed(requirement: Requirement, usable: Sequence[Number], said: Progress) -> list[Answer]:
    """The numbers that name none of the things asked for: they may count this one, where nothing else does."""
    asked = requirement.unit
    topics = [r.topic for r in said.requirements if r.quantity]
    return [
        Answer.by(number, 0.0)
        for number in usable
        if number.unit == asked
        and not any(topic & said.words(number.statement.text) for topic in topics)
        and not of_another_way(number, requirement, said)
        and _counts_the_same(0.0, number, requirement, said.words(number.noun), said)
    ]


def _best_first(requirement: Requirement, found: list[Answer], said: Progress) -> list[Answer]:
    """Order answers by fit, then size."""
    if len(found) > 1 and not is_part(requirement.quantity):  # the whole does not answer what is asked of a part of it
        found = [_named_by_others(answer, found, said) for answer in found]
    kept = answering(requirement, found, said)
    if len(kept) < 2:
        return kept  # the usual case
    # Of what the target names in all a plan may ask for one thing only (综合治理: 护岸、清淤; 护岸7公里).
    asked = said.words(requirement.words) - set(said.norms.matching.actions)
    named = {answer for answer in kept if asked & said.words(answer.noun)} or set(kept)

    as_asked = [a for a in kept if _told_as_asked(a, requirement, said)]
    ahead = [a for a in kept if reaches(requirement, a, said) or a in as_asked]
    largest = max(answer.value for answer in kept)
    most = [answer for answer in as_asked if answer.value == largest]
    ahead += [answer for answer in kept if _claimed_before(answer, requirement, said)]
    ahead += [answer for answer in kept if any(goes_on(answer, other, said) for other in ahead)]

    def rank(answer: Answer) -> tuple[bool | float | Decimal, ...]:
        return (
            # What comes beside the number of those that are there is none of them.
            answer.scope is not Scope.REST and not is_beside(answer, said.norms),
            answer.fit > 0 or answer in most,
            answer.scope is not Scope.MONTH,
            answer in (most if requirement.implied else ahead),
            answer.unit == requirement.unit,
            round(answer.fit, 1),
            not answer.noun or answer in named,
            answer.value,
        )

    return sorted(kept, key=rank, reverse=True)


def _claimed_before(answer: Answer, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number follows at once on the claim that all stands as asked (已全部建成，实际里程42公里)."""
    goal, told = requirement.milestone, answer.statement
    before = earlier(told, said.own)
    if goal is None or told.milestones or not before or before[-1].counts:
        return False
    steps = on_ladder(before[-1].milestones, ladder_named(goal.ladder, said.norms))
    return before[-1].claims and any(step.reaches(goal) for step in steps)


def _told_as_asked(answer: Answer, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number has no other words than those that ask, with their verb (改造277户 of 改造完成280户)."""
    told = answer.near.replace(answer.text, "", 1)
    return told.endswith(said.norms.matching.actions) and told in requirement.words


def _named_by_others(answer: Answer, found: Sequence[Answer], said: Progress) -> Answer:
    """Let a number that names nothing be named by its parts (新增3342个，其中泊位1516个), a total by what it sums.

    A later and higher total (截至10月底累计首剂3051人) goes by the name of the number that it goes on from.
    """
    if answer.is_part:
        return answer
    alike = [other for other in found if other.unit == answer.unit and other.value <= answer.value]
    parts = (other.fit for other in alike if not answer.noun and _divides(other, answer))
    answer = replace(answer, fit=max([answer.fit, *parts]))
    summed = (other for other in alike if answer.scope is Scope.CUMULATIVE and goes_on(answer, other, said))
    named = max(summed, key=lambda other: other.fit, default=answer)
    if named.fit <= answer.fit:
        return answer
    return replace(answer, fit=named.fit, quantity=replace(answer.quantity, noun=answer.noun and named.noun))


def _divides(part: Answer, whole: Answer) -> bool:
    """Tell whether a number tells of a part of the one before it."""
    after = part.span.start > whole.span.start
    return after and part.sentence is whole.sentence and part.is_part


def _is_closest(
    layers: Sequence[frozenset[str]],
    topic: frozenset[str],
    others: Set[frozenset[str]],
    weight: dict[str, float],
    *,
    wide: bool,
) -> bool:
    """Tell whether no other topic agrees better with a number's words, in the end with its sentence if `wide`.

    Of two topics that agree equally, the one is closer of which less is left unsaid (就业 is not 再就业).
    """
    own = _closeness(layers, topic, weight, wide=wide) if others else ()
    for other in others:
        theirs = _closeness(layers, other, weight, wide=wide)
        if theirs > own or (theirs == own and _told(layers, other, weight) > _told(layers, topic, weight)):
            return False
    return True


def _closeness(
    layers: Sequence[frozenset[str]], topic: frozenset[str], weight: dict[str, float], *, wide: bool
) -> tuple[float, ...]:
    """How well a topic agrees with a number's words, the nearest weighing most, the sentence where they are silent."""
    *near, sentence = layers
    scores = [score(words, topic, weight) for words in near]
    if not scores[0] and abbreviates(near[0], topic):
        scores[0] = ABBREVIATED
    return (*scores, 0.0 if any(scores) and not wide else score(sentence, topic, weight))


def _told(layers: Sequence[frozenset[str]], topic: frozenset[str], weight: dict[str, float]) -> tuple[float, float]:
    """How much of a topic the sentence around a number says, and the words near it."""
    *near, sentence = coverage(layers, topic, weight)
    return sentence, max(near)


def _named(number: Number, said: Progress) -> tuple[frozenset[str], ...]:
    """What is said to be counted, from the nearest words outwards: the noun, the piece, the clause, the sentence."""
    texts = number.noun, number.near, number.statement.text, number.sentence.text
    return tuple(map(said.words, texts))
