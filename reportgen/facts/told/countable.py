"""Countable: which numbers of the progress may count what a requirement asks for, and which only look so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.told.answering import is_part
from reportgen.facts.told.not_counted import counts
from reportgen.facts.told.prepared import prepares
from reportgen.facts.told.products import multiplied
from reportgen.facts.told.progress import Progress
from reportgen.facts.words.phrases import mentions, pattern, says
from reportgen.facts.words.statements import Number, Statement, numbers_in
from reportgen.facts.words.units import answers_in_unit
from reportgen.norms import Norms
from reportgen.records import Quantity, Requirement, Scope
from reportgen.text import fold


def usable(requirement: Requirement, said: Progress) -> Iterator[Number]:
    """Leave out what is only intended, denied, still going on, or a part or a lower stage of what is asked.

    So is what counts another thing by its unit, as most numbers do.
    """
    unit, (void, right) = requirement.unit, said.corrections
    for number in numbers_in(said.own):
        if (number.unit != unit and not answers(number.quantity, requirement, said)) or number.span in void:
            continue
        if number.span in right:
            yield replace(number, quantity=replace(number.quantity, noun="", scope=Scope.CUMULATIVE))
        elif counts(number, requirement, said):
            yield multiplied(number, said)


def only_begun(requirement: Requirement, need: Decimal, said: Progress) -> list[Statement]:
    """The clauses that count the things asked for; none if one counts enough that is more than prepared (申报10所)."""
    told = [
        number
        for number in numbers_in(said.about(requirement))
        if answers(number.quantity, requirement, said) and _names_no_other(number.quantity, requirement, said)
    ]
    enough = any(number.value >= need and not prepares(number, requirement, said) for number in told)
    return [] if enough else [number.statement for number in told]


def _names_no_other(quantity: Quantity, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number names what is asked for or nothing at all, but for how far it is (申报10所)."""
    stages = pattern((*said.norms.matching.preparatory, *said.norms.matching.prepared))
    named = said.words(stages.sub("", quantity.noun))
    return not named or bool(named & requirement.topic)


def answers(told: Quantity, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number may count, by its unit and size, what a requirement counts."""
    asked = requirement.counted
    if asked is None or (told.scope is Scope.STOCK and not _asks_total(requirement, said.norms)):
        return False
    if not answers_in_unit(told, asked, said.norms):
        return False
    if of_all_there_are(told, requirement, said.norms):
        return False
    return not (_inside_one(told, requirement, said) or _of_another_work(told, requirement, said))


def of_all_there_are(told: Quantity, requirement: Requirement, norms: Norms) -> bool:
    """Tell whether a number is by its name of all there are (托位总数1860个), where only new ones are asked for."""
    new = mentions(norms.matching.additions, requirement.all_words)
    return new and told.noun.endswith(norms.matching.all_there_are) and not _asks_total(requirement, norms)


def _inside_one(told: Quantity, requirement: Requirement, said: Progress) -> bool:
    """True where the number is far too large and named after one of the sites (甲公墓1200个墓穴 of 公墓4个)."""
    asked = requirement.in_all
    far_more = asked is not None and told.value > asked.value * said.norms.thresholds.implausible_times
    return far_more and told.noun.startswith(said.sites.names)


def _of_another_work(told: Quantity, requirement: Requirement, said: Progress) -> bool:
    """True where a number is of other works that are asked for at the same step (清淤3.8公里, not 护岸2公里)."""
    noun, own = fold(told.noun), requirement.milestone
    if not noun or own is None or requirement.implied or len(said.requirements) < 2:
        return False  # the usual case
    others = (r.milestone for r in said.requirements if r.milestone and not r.implied and r.due == requirement.due)
    works = {fold(step.span.text) for step in others if step.is_at(own)}
    return fold(own.span.text) not in noun and mentions(works, noun)


def _asks_total(requirement: Requirement, norms: Norms) -> bool:
    """Tell whether a number is asked for that holds what stood before this year (总数达到50家)."""
    return says(norms.matching.totals, requirement.words)


def of_another_way(number: Number, requirement: Requirement, said: Progress) -> bool:
    """True where another requirement for the same things names the way that a number was done (新建, 改扩建) better."""
    unit = number.unit
    rivals = [r for r in said.requirements if r.quantity and r.quantity.unit == unit and r is not requirement]
    rivals = [r for r in rivals if _same_step(r, requirement) and not _other_stage(r, requirement)]
    if not is_part(requirement.quantity):  # 新建8家 is of 改造30家，其中新建8家 too
        rivals = [r for r in rivals if not is_part(r.quantity)]
    if (
        requirement.quantity and requirement.quantity.scope is Scope.CUMULATIVE
    ):  # 新开通2条，累计5条: all that there are
        rivals = [r for r in rivals if r.in_all != requirement.in_all]
    alike = [r for r in rivals if not requirement.topic or not r.topic or r.topic & requirement.topic]
    if not alike:
        return False  # the usual case
    named = said.words(number.noun)
    done = {word for word in said.norms.matching.actions if word in number.near}
    own = _named_ways(requirement, done)
    alike = [r for r in alike if len(named & r.topic) >= len(named & requirement.topic)]
    return any(_named_ways(rival, done) > own for rival in alike)


def _named_ways(requirement: Requirement, ways: Iterable[str]) -> int:
    """Count the ways of doing (新建, 改造) that a requirement names, itself or in the target whose number it has."""
    return sum(way in requirement.words or way in requirement.number_of for way in ways)


def _other_stage(one: Requirement, other: Requirement) -> bool:
    """Tell whether two requirements ask for the same things by different days (二季度培训800人, 四季度完成2000人)."""
    return one.due != other.due and (one.topic == other.topic or one.in_all == other.in_all)


def _same_step(one: Requirement, other: Requirement) -> bool:
    """Tell whether two requirements ask for the same step, so that only the way of doing tells them apart."""
    steps = one.milestone, other.milestone
    return None in steps or len({step.step for step in steps if step}) == 1
