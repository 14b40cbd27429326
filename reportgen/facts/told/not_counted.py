"""Not counted: the reasons why a number that has the right unit counts nothing of what is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from reportgen.facts.told.prepared import asked_first, prepares, sums_up_prepared
from reportgen.facts.told.progress import Progress
from reportgen.facts.words.ladders import ladder_named, on_ladder
from reportgen.facts.words.parallels import VISITS
from reportgen.facts.words.phrases import any_of, completed, ends_with, mentions, pattern, says
from reportgen.facts.words.roles import is_base, is_beside, is_ratio, steps_near
from reportgen.facts.words.statements import Number, Statement, later, numbers_in, of_sentence
from reportgen.facts.words.units import answers_in_unit
from reportgen.norms import BUILT, IN_USE, INSTALLED, Norms
from reportgen.records import NOT_YET, OPEN, Aspect, Milestone, Requirement, Scope
from reportgen.text import CLAUSE_MARKS, fold


def counts(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Whether no reason speaks against a number. That those it counts are all paid outweighs those of NOT_ASKED."""
    if any(reason(number, requirement, said) for reason in NOT_THERE):
        return False
    if _paid_in_full(number, requirement, said):
        return True
    return not any(reason(number, requirement, said) for reason in NOT_ASKED)


def _is_open(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number is of what is not there yet, or is a level and counts nothing."""
    if number.aspect is Aspect.UNDER_WAY and not _under_way_suffices(requirement, number.statement, said.norms):
        return True
    left = number.scope is Scope.REST and number.aspect is not Aspect.REACHED
    return number.aspect in NOT_YET or left or is_ratio(number.quantity, said.norms)


def _under_way_suffices(requirement: Requirement, statement: Statement, norms: Norms) -> bool:
    """Tell whether what is not quite done is what is asked for: a step under way, or 基本建成."""
    step, partial = requirement.milestone, norms.phrases.partial
    as_asked = says(partial, requirement.words) and says(partial, statement.text)
    return as_asked or (step is not None and step.aspect is Aspect.UNDER_WAY)


def _heads(number: Number, _: Requirement, said: Progress) -> bool:
    """Tell whether a bare number only heads what is told of the things next (停车库2座，甲地块正在安装设备).

    So does one of which the next clause tells how many have come so far (支持的120台电梯，已有88台签约).
    """
    statement = number.statement
    if statement.aspect is not None or not (behind := later(statement, said.own)):
        return False
    after = behind[0]
    if after.text.startswith(said.norms.matching.some_have):
        same = (q for q in after.quantities if answers_in_unit(q, number.quantity, said.norms))
        return any(q.value < number.value for q in same)
    thing = number.unit in said.norms.matching.small_units and after.aspect in (Aspect.UNDER_WAY, Aspect.INTENDED)
    thing = thing and not any(is_beside(other, said.norms) for other in after.numbers)  # 入驻20家，另有4家在谈
    return thing and statement.text == fold(number.noun) + number.text


def _doses_of_several(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number counts doses of which each person gets several (55.7万剂次，其中第二剂21.8万人)."""
    words = said.norms.matching
    each = number.unit in words.doses and requirement.unit in words.persons and requirement.unit != VISITS
    if not each or says(said.norms.phrases.first_round, requirement.words):
        return False
    return any(says(said.norms.phrases.later_round, statement.text) for statement in said.statements)


def _paid_in_full(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number is of those whose money is all paid (核定702户，已全部兑付), as is asked for."""
    words = said.norms.matching
    served = mentions((*words.served, *words.handed_out), requirement.words + requirement.number_of)
    if not served or requirement.unit == "元" or not mentions(words.entitled, number.statement.text):
        return False
    return any(s.aspect is Aspect.REACHED and says(words.paid_out, s.text) for s in said.after(number.statement))


def _is_base(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number is what the count is taken of (8处积水点中), unless it is asked for itself.

    Those that are served (涉及农户5.24万户) are, where it is asked whom (惠及农户5.2万户).
    """
    served = said.norms.matching.served
    if asked_first(number, requirement, said.norms):
        return False
    asked = mentions(served, requirement.words + requirement.number_of)
    return not (asked and mentions(served, number.before)) and is_base(number, said.norms)


def _only_filed(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number of what came in says nothing of what is asked; what is to be handled counts it too."""
    whole = requirement.in_all
    if settled_of(number, said) is None:
        return False  # the usual case
    return not says(said.norms.matching.handled, requirement.words + (whole.noun if whole else ""))


def settled_of(number: Number, said: Progress) -> Decimal | None:
    """How many are settled of what came in (受理131人，发放58人); None where no number tells it next."""
    words, noun, unit = said.norms.matching, fold(number.noun), number.unit
    if not ends_with(words.filed, number.before.removesuffix(noun)) and not pattern(words.filed).match(noun):
        return None
    same = numbers_in(of_sentence(number.sentence, said.statements))
    after = (n for n in same if n.unit == unit != "%" and n.span.start > number.span.start)
    return next((n.value for n in after if _settled(words.settled).search(n.before)), None)


@lru_cache(maxsize=8)
def _settled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(phrases)})[^{CLAUSE_MARKS}\d]{{0,8}}$")


def of_complaints(statement: Statement, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a sentence counts complaints (受理投诉128件，办结121件), and nothing of the kind is asked for."""
    words = said.norms.matching.complaints
    told = mentions(words, statement.sentence.text) and not mentions(words, requirement.words)
    first = next((s for s in of_sentence(statement.sentence, said.own) if s.counts), None)
    return told and first is not None and mentions(words, first.text)


def _of_faults(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number is of faults found and mended (查出问题厕所90座，整改82座), which nobody asked for."""
    words, whole, statement = said.norms.matching, requirement.in_all, number.statement
    asked = requirement.words + requirement.number_of + (whole.noun if whole else "")
    if not mentions(words.mended, number.near) or mentions((*words.mended, *words.faulty), asked):
        return False  # the usual case
    return says(words.faults, statement.sentence.text[: statement.start - statement.sentence.start] + number.before)


def _too_early(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether the number counts things at a step before the one asked for (开工8所 where 建成8所 is asked).

    Where the step is only implied, a length or an area (新建管网18公里) counts as soon as it is being built. What the
    target counts (硬化道路600公里) is not before its end (完工).
    """
    wanted, statement, norms = requirement.milestone, number.statement, said.norms
    if not statement.milestones:
        return False
    if wanted is None:
        return _only_begun(number, requirement, said)
    ladder = ladder_named(wanted.ladder, norms)
    if not ladder.paced and requirement.unit in norms.matching.occasions:
        return False  # 开展活动73场: what is held is done
    growing = requirement.implied and number.unit in norms.matching.measures
    least = min(ladder.begun + 1, wanted.rank) if growing else wanted.rank
    near = steps_near(number)
    steps = on_ladder(near, ladder)
    if wanted.step == BUILT and any(fold(step.span.text) in requirement.number_of for step in steps):
        return False
    early = all(step.rank < least for step in steps) if steps else _unfinished_elsewhere(near, wanted, norms)
    return early and not (steps and _ends_in_the_work(statement, steps[-1], requirement, norms))


def _unfinished_elsewhere(steps: Sequence[Milestone], wanted: Milestone, norms: Norms) -> bool:
    """Tell whether works of another kind are told that are not at their end (装修完成), where use is asked for."""
    ends = [(step.rank, ladder_named(step.ladder, norms).end) for step in steps]
    return wanted.step == IN_USE and bool(ends) and all(end is not None and rank < end for rank, end in ends)


def _ends_in_the_work(statement: Statement, last: Milestone, asked: Requirement, norms: Norms) -> bool:
    """Tell whether a clause that names a step goes on to the work asked for (完成清淤、截污和岸坡整治).

    What is exchanged on all its length (管网全部换完) is done as what is rebuilt.
    """
    wanted, after = asked.milestone, statement.after(last.span)
    length = wanted is not None and wanted.step == BUILT and asked.unit in norms.matching.measures
    implied = {(i.ladder, i.step) for i in norms.matching.implied if says(i.words, after)}
    same = wanted is not None and (wanted.ladder, wanted.step) in implied
    return same or (length and any(step == INSTALLED for _, step in implied))


def _only_begun(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number counts what was begun at most (7台都已开工), where the target does not ask to begin."""
    norms = said.norms
    steps = [step for step in steps_near(number) if ladder_named(step.ladder, norms).paced]
    handing = norms.matching.handed_out
    handed_out = mentions(handing, requirement.words) and not mentions(handing, number.statement.text)
    begun = handed_out or not any(_is_made(step, norms) for step in steps)
    return bool(steps) and begun and not any(fold(step.span.text) in requirement.words for step in steps)


def _is_made(step: Milestone, norms: Norms) -> bool:
    """Tell whether a step leaves something that is there: one beyond the beginning, or a delivery."""
    ladder = ladder_named(step.ladder, norms)
    return step.rank > ladder.begun or (step.rank == ladder.begun and not ladder.steps[step.rank].begins)


def _only_starts(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether no more than a beginning is told behind a number (3000万元已启动发放), which is not asked for."""
    after = number.near.partition(number.text)[2]
    begun = pattern(said.norms.phrases.starts).search(after)
    if begun is None or begun[0] in requirement.words or completed(after, said.norms.phrases):
        return False
    return not says(said.norms.phrases.opens, requirement.words)  # 教学点均已开班 where they are to be opened


def _awaits_title(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether the sentence goes on to an appraisal that is to come, where a title is asked for (创建宁静小区)."""
    words = said.norms.matching
    if not mentions(words.titled, requirement.words):
        return False
    after = later(number.statement, said.own)
    return any(s.aspect in OPEN and mentions(words.appraised, s.text) for s in after)


def _awaits_paper(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number is of those taught (参训230人), where they are to get a certificate (取证200人).

    Nobody is told to have got it.
    """
    words = said.norms.matching
    if number.unit not in words.persons or not says(words.certified, requirement.all_words):
        return False
    if number.statement.claims or not mentions(words.taught, number.near) or says(words.certified, number.near):
        return False
    return not any(says(words.certified, s.text) and s.aspect not in OPEN for s in said.own)


def _of_complaints(number: Number, requirement: Requirement, said: Progress) -> bool:
    return of_complaints(number.statement, requirement, said)


Reason = Callable[[Number, Requirement, Progress], bool]
NOT_THERE: tuple[Reason, ...] = (_is_open, _heads)
NOT_ASKED: tuple[Reason, ...] = (
    _is_base,
    _doses_of_several,
    _only_filed,
    _of_complaints,
    _of_faults,
    _too_early,
    _only_starts,
    _awaits_title,
    _awaits_paper,
    sums_up_prepared,
    prepares,
)
