"""Answering: of the numbers that count a thing, those of all of it before those of its parts (其中取证1655人)."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.facts.told.answers import Answer
from reportgen.facts.told.progress import Progress
from reportgen.facts.words.ladders import ladder_named, on_ladder
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.roles import steps_beside
from reportgen.facts.words.units import same_unit
from reportgen.records import OPEN, Aspect, Milestone, Quantity, Requirement
from reportgen.text import fold

NAMED_WHOLLY = 0.99  # all of the name is told
NAMED_FIT = 0.3  # what is counted in another measure word must agree so well in name


def answering(requirement: Requirement, found: Sequence[Answer], said: Progress) -> list[Answer]:
    """Leave out parts, but for those that name what is asked better than the whole does, or tell it alone."""
    if holders := _holders(requirement, found, said):
        return holders
    if (total := _bare_total(requirement, found, said)) is not None:
        return [total]
    found = _done_as_asked(requirement, found, said)
    found = [answer for answer in found if not _goes_on_shorter(answer, found, requirement, said)]
    part = is_part(requirement.quantity)
    wholes = [a for a in found if part or not a.is_part or reaches(requirement, a, said)]
    if not wholes:
        return [answer for answer in found if answer.fit >= NAMED_WHOLLY]
    if heads := _heads_among(requirement, found, wholes, said):
        return heads
    best = max(answer.fit for answer in wholes)
    names = said.words("".join(answer.noun for answer in wholes))
    other = bool(names) and not names & requirement.topic  # 口腔检查3918人，其中窝沟封闭2704人
    asked = said.words(requirement.in_all.noun) if names and requirement.in_all else frozenset[str]()
    asked = frozenset() if _divided(found, wholes) else asked

    def finer(answer: Answer) -> bool:
        noun = said.words(answer.noun)
        if names & asked and noun <= asked and noun - names:
            return True  # 托位655个，其中普惠性的412个 of 普惠性托位600个
        return answer.fit > best and (other or bool(names & noun))

    return wholes + [answer for answer in found if finer(answer)]


def _divided(found: Sequence[Answer], wholes: Sequence[Answer]) -> bool:
    """Tell whether parts come to just what one of the wholes tells (点位27个，其中燃气14个、供水8个、桥梁5个)."""
    parts = [answer.quantity for answer in found if answer not in wholes]
    whole = {(answer.value, answer.unit) for answer in wholes}
    return len(parts) > 1 and (sum(part.value for part in parts), parts[0].unit) in whole


def _goes_on_shorter(answer: Answer, found: Sequence[Answer], asked: Requirement, said: Progress) -> bool:
    """True where a length is of early works, and a later step is told of less of it (路基43公里、路面31公里)."""
    if asked.milestone is None or answer.unit not in said.norms.matching.measures:
        return False
    goal = asked.milestone
    ladder = ladder_named(goal.ladder, said.norms)

    def last_step(of: Answer) -> int:
        steps = on_ladder(steps_beside(of), ladder)
        return max((step.rank for step in steps if fold(step.span.text) not in asked.words), default=goal.rank)

    after = [other for other in found if other.statement is answer.statement and other.noun]
    after = [other for other in after if other.span.start > answer.span.end]
    own = last_step(answer)
    return own < goal.rank and any(a.value < answer.value and last_step(a) > own for a in after)


def _done_as_asked(requirement: Requirement, found: Sequence[Answer], said: Progress) -> Sequence[Answer]:
    """Leave out what was only looked at beside what was done with it (口腔检查718名，已安装547名 of 安装假牙)."""
    looks = said.norms.matching.looked_at
    looked_at = {answer for answer in found if mentions(looks, answer.near)}
    if not looked_at or mentions(looks, requirement.words):
        return found  # the usual case
    if any(said.words(look) & requirement.topic for look in looks):
        return found  # 完成1350批次 of 抽检1800批次
    whole = (answer for answer in found if answer not in looked_at and not is_part(answer.quantity))
    done = {answer.sentence for answer in whole if answer.statement.aspect not in OPEN}
    return [answer for answer in found if answer not in looked_at or answer.sentence not in done]


def _holders(requirement: Requirement, found: Sequence[Answer], said: Progress) -> list[Answer]:
    """Those that hold what is asked for (其中取得证书4118人 of 持证救护员5000人; 8家检测合格 of 9家通过检测)."""
    papers = (said.norms.matching.certified, said.norms.phrases.approvals)
    asked = [words for words in papers if says(words, requirement.words)]
    return [answer for answer in found if any(says(words, answer.near) for words in asked)]


def _bare_total(requirement: Requirement, found: Sequence[Answer], said: Progress) -> Answer | None:
    """The number that a report begins with and that needs no name, over less that it then counts by name.

    新增574个。老站停车场90个车位已划线: of the one thing that is asked for, the first number is of all of it.
    """
    unit = requirement.unit
    alone = sum(same_unit(other.unit, unit, said.norms) for other in said.requirements if other.quantity) == 1
    told = sorted(found, key=lambda answer: answer.span.start)
    if not alone or len(told) < 2:
        return None
    first, after = told[0], told[1:]
    opens = first.statement is next((s for s in said.own if s.counts), None) and len(first.statement.counted) == 1
    bare = opens and not said.words(first.statement.without([first.span])) and not first.statement.moments
    done = first.statement.aspect is Aspect.REACHED and not first.statement.claims and first.unit == unit
    reached = not first.statement.milestones or reaches(requirement, first, said)
    named = all(said.words(other.noun) and other.value < first.value for other in after)
    return first if bare and done and reached and named else None


def _heads_among(
    requirement: Requirement, found: Sequence[Answer], wholes: Sequence[Answer], said: Progress
) -> list[Answer]:
    """The numbers of people (其中取证1655人), where people are asked for and none of the wholes counts them (人次)."""
    words = said.norms.matching
    heads = set(words.persons) - set(words.occasions)
    if requirement.unit not in heads or any(answer.unit in heads for answer in wholes):
        return []
    counted = [answer for answer in found if answer.unit in heads]
    return [answer for answer in counted if answer.fit >= NAMED_FIT] or (counted if len(counted) == 1 else [])


def reaches(requirement: Requirement, answer: Answer, said: Progress) -> bool:
    """Tell whether a number among others (其中完工13个) is told to stand at the step asked for."""
    wanted = requirement.milestone
    if wanted is None:
        return False
    near = steps_beside(answer)
    told = [step for step in near if not _names_thing(step, answer.quantity)]
    return any(step.reaches(wanted) for step in on_ladder(told, ladder_named(wanted.ladder, said.norms)))


def _names_thing(step: Milestone, counted: Quantity) -> bool:
    """Tell whether a word before a number names the thing (庭院管道27.5公里), not how far it is (管道27.5公里)."""
    word = fold(step.span.text)
    return step.span.end <= counted.span.start and counted.noun.endswith(word) and counted.noun != word


def is_part(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.is_part
