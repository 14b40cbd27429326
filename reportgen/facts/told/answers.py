"""Answers: the shares and levels of the progress that speak to a requirement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.levels import is_level, is_rate, of_each, per_head
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Number, Statement, numbers_before, numbers_in
from reportgen.facts.words.topics import share
from reportgen.facts.words.units import same_unit
from reportgen.records import NOT_YET, Aspect, Quantity, Requirement, Scope
from reportgen.text import fold

# A figure that names nothing is taken, if it must be, for the one that is asked for.
UNNAMED_FIT = 0.1
FISCAL = re.compile(r"(20\d\d|今年|往年|明年)年?度")
MARK = "占"  # of a share of a whole: 占比64%, 占31%


@dataclass(frozen=True)
class Answer(Number):
    """A number of the progress that may answer a requirement; `fit` tells how well their names agree, 0 to 1.

    `part`: it tells of a part of the thing only (土地平整完成35% of 高标准农田).
    """

    fit: float
    part: bool = False

    @classmethod
    def by(cls, number: Number, fit: float) -> Answer:
        """The answer that a number gives."""
        return cls(number.quantity, number.statement, number.aspect, fit)


def rates(requirement: Requirement, said: Progress) -> list[Answer]:
    """The percentages that tell how far a thing has come (完成总工程量的80%), the best first.

    Where only parts of it are told, each by its own share, what they come to on the average.
    """
    shares = [
        number for number in numbers_in(said.about(requirement)) if number.is_share and number.aspect not in NOT_YET
    ]
    if not shares:
        return []  # the usual case
    sited = {s for s, here in zip(said.statements, said.sites.told, strict=True) if here}
    counts = requirement.quantity is not None and not requirement.quantity.is_share
    asks_money = not counts or says(said.norms.phrases.money, requirement.words)
    everywhere = not said.sites.asked(requirement.words)
    found = [
        Answer.by(number, share(requirement.topic, said.words(number.statement.text)))
        for number in shares
        if not (everywhere and number.statement in sited and number.scope is not Scope.CUMULATIVE)
        if not (counts and any(q.scope is Scope.REST for q in number.statement.counted))  # 余下3处完成过半
        if _tells_works(number, said, asks_money)
    ]
    if found and all(_of_part(answer, requirement, said) for answer in found):
        return [_average(found)]
    return sorted(found, key=lambda answer: (round(answer.fit, 1), answer.value), reverse=True)


def _of_part(answer: Answer, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a share is of something else by name than what is asked for."""
    named = said.words(answer.noun) if not answer.of else frozenset[str]()
    return bool(named and requirement.topic) and not named & (requirement.topic | said.words(requirement.words))


def _average(parts: Sequence[Answer]) -> Answer:
    """What the shares of parts come to, told by the words of the part that is furthest behind."""
    least = min(parts, key=lambda answer: answer.value)
    share_of_all = sum((answer.value for answer in parts), Decimal(0)) / len(parts)
    return replace(least.worth(share_of_all), part=True)


def _tells_works(number: Number, said: Progress, asks_money: bool) -> bool:
    if is_level(number.quantity, number.statement.text, said.norms) or number.is_part:
        return False
    if says(said.norms.phrases.money, number.noun + number.of) and not asks_money:
        return False
    if not number.of:
        # 占13.1% by itself tells of a composition, not of how far the work is, unless of what was made just before.
        if says(said.norms.matching.cut_by, number.before):
            return False
        made = numbers_before(number, said.statements)
        done = bool(made) and made[-1].unit in said.norms.matching.measures
        return done or MARK not in number.before  # 占在校生91%
    return mentions(said.norms.matching.works, number.of)


def levels(requirement: Requirement, said: Progress) -> list[Answer]:
    """The numbers that tell the level asked for (优良率90.1%), by unit and name."""
    asked = requirement.quantity
    if asked is None:
        return []
    told = (s for s in said.statements if not _of_other_year(s, requirement))
    numbers = (number for number in numbers_in(told) if number.aspect is not Aspect.NOT)
    may = (number for number in numbers if _may_be_level(number, asked, said) and _as_dense(number, requirement))
    found = [Answer.by(number, _level_fit(number, requirement, said)) for number in may]
    own = (a for a in found if a.fit > 0 and not _of_rival(a, requirement, said))
    return sorted(own, key=lambda answer: answer.fit, reverse=True)


def _may_be_level(number: Number, asked: Quantity, said: Progress) -> bool:
    """Tell whether a number tells a level in the unit asked for, and not too much of it."""
    if not (same_unit(_per(number.unit), _per(asked.unit), said.norms) or _bare_level(number, said)):
        return False
    too_much = asked.unit == "元" and number.value > asked.value * said.norms.thresholds.implausible_times
    return not (too_much or _of_the_task(number, said))


def _of_other_year(statement: Statement, requirement: Requirement) -> bool:
    """Tell whether a statement names only other years than are asked for (2025年度参保率 of 2026年度参保缴费)."""
    years = FISCAL.findall(requirement.words)
    named = FISCAL.findall(statement.text) if years else []
    return bool(named) and not set(named) & set(years)


def _of_rival(answer: Answer, requirement: Requirement, said: Progress) -> bool:
    """Tell whether another level that is asked for agrees better in name (优良率 beside 断面水质优良比例).

    Of two of one name (综合利用率) the one is meant of which the sentence names more that the other lacks (粪污, 秸秆).
    """
    rivals = (r for r in said.requirements if r.level and r.quantity and r.topic != requirement.topic)
    own, around = requirement.topic, said.words(answer.sentence.text)
    return any(
        (_level_fit(answer, r, said), len((r.topic - own) & around)) > (answer.fit, len((own - r.topic) & around))
        for r in rivals
        if r.quantity and same_unit(_per(r.quantity.unit), _per(answer.unit), said.norms)
    )


def _bare_level(number: Number, said: Progress) -> bool:
    """Tell whether a level is told by its name without its unit (PM2.5均值24.6)."""
    return not number.unit and is_level(number.quantity, number.noun, said.norms)


def _as_dense(number: Number, requirement: Requirement) -> bool:
    """True where both the number asked for and the one told are densities (每千人口托位数4.3个), or neither is."""
    asked = requirement.words.partition(fold(requirement.quantity.span.text))[0] if requirement.quantity else ""
    return per_head(asked) == per_head(number.before)


def _of_the_task(number: Number, said: Progress) -> bool:
    """Tell whether a percentage is of the task (占任务数89.9%), and so no level of its own."""
    named = number.of + number.noun
    return mentions(said.norms.matching.works, named) and not is_rate(named)


def _per(unit: str) -> str:
    """The measure of a rate without what it is per: 元 of 元/人·月."""
    return unit.split("/")[0]


def _level_fit(number: Number, requirement: Requirement, said: Progress) -> float:
    """How well a number agrees by its name with the level that is asked for, 0 to 1."""
    asked = requirement.quantity
    if asked is None:
        return 0.0
    if is_rate(number.of) and (number.of == asked.of or number.of in asked.noun):  # 签约率年底达到75%
        return 1.0
    named = said.words(number.of + number.noun) or said.words(number.statement.text)
    if not named:
        # 签约率86.4% says the last of 重点人群签约率; a bare figure (86.18%) answers the one level that is asked for.
        return 1.0 if number.of and asked.of.endswith(number.of) else UNNAMED_FIT
    # A measure such as 微克/立方米 tells by itself what is measured.
    alone = "/" in number.unit or of_each(number.quantity, number.before)
    wanted = said.words(asked.of + asked.noun) or requirement.topic
    return share(wanted, named) or (UNNAMED_FIT if alone else 0.0)
