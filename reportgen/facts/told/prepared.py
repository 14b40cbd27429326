"""Prepared: numbers of what was only prepared (完成160户入户评估, 名单已公示，共1812户), not done."""

from __future__ import annotations

import re

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.ladders import ladder_named, on_ladder
from reportgen.facts.words.phrases import mentions, pattern, says
from reportgen.facts.words.statements import Number, earlier
from reportgen.norms import Norms
from reportgen.records import Requirement

BESIDE = 7  # letters before a number that its verb takes
SHORTEST_VERB = 2  # letters
BARE = 4  # letters beside a number that are no more than a name
BARE_TOTAL = re.compile(r"(?:共计?|合计|总计)?\d+\w{1,2}$")


def prepares(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number counts what was only prepared (完成160户入户评估 where 160户改造 is asked)."""
    matching = said.norms.matching
    listed = len(number.near) - len(number.text) <= BARE
    piece = number.statement.text if listed else number.near  # 确定点位17处、83个桩: the verb stands before the list
    before, _, after = piece.partition(number.text)
    words = {match[0] for match in pattern(matching.preparatory).finditer(piece)}
    near = (before if listed else before[-BESIDE:]) + "#" + after[: max(BESIDE, len(number.noun)) + 3]
    works = requirement.unit in matching.measures
    beside = (*matching.prepared, *matching.brought) if works else matching.prepared
    words |= {match[0] for match in pattern(beside).finditer(near)}
    # 辅具评估适配187件: the word next to the number is the one that is asked.
    words = {word for word in words if not (word in before and _asked_next(before.rpartition(word)[2], requirement))}
    words = {word for word in words if "并" not in before.rpartition(word)[2]}  # 到货并栽植960亩
    counted_out = number.noun.endswith(matching.capacities)  # 核定学位630个
    if not (number.statement.claims or counted_out):  # 核定的6347人全部参保 tells more than the choice
        told = number.before if "等" in before else before  # 已确定甲村、乙村等9个村2417户
        words |= {match[0][:SHORTEST_VERB] for match in pattern(matching.chosen).finditer(told + "#")}
    asked = {*words, *matching.hired} if words & {*matching.hired} else words  # 招录63人 of 公开招聘60名
    return (
        bool(words)
        and not mentions(asked, requirement.words)
        and not _goes_further(number, requirement, said.norms, prepared_before=mentions(words, before))
    )


def sums_up_prepared(number: Number, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a clause is no more than the number of what was prepared before it (名单已核定公示，共1812户)."""
    if BARE_TOTAL.match(number.statement.text) is None:
        return False  # the usual case
    matching = said.norms.matching
    words = (*matching.preparatory, *matching.prepared)
    for before in earlier(number.statement, said.own)[-1:]:
        prepared = says(words, before.text) and not says(words, requirement.words)
        settled = says(matching.settled_who, before.text) and not says(matching.settled_who, requirement.words)
        return (prepared and not before.claims) or settled
    return False


def asked_first(number: Number, requirement: Requirement, norms: Norms) -> bool:
    """True where the word of preparation that stands before a number is itself asked for (摸排103户)."""
    words = pattern((*norms.matching.preparatory, *norms.matching.prepared)).finditer(number.before)
    return any(word[0] in requirement.words for word in words)


def _asked_next(between: str, requirement: Requirement) -> bool:
    """Tell whether a word of what is asked stands by itself between a word of preparation and the number."""
    return SHORTEST_VERB <= len(between) <= BARE and between in requirement.words


def _goes_further(number: Number, requirement: Requirement, norms: Norms, *, prepared_before: bool) -> bool:
    """Tell whether the clause goes on to the step asked for (26座设计完成、全部动工; 完成改造并签约412张)."""
    wanted = requirement.milestone
    if wanted is None:
        return False
    beyond = [step for step in number.statement.milestones if step.span.start >= number.piece.end]
    if prepared_before:
        beyond += number.steps_before
    steps = on_ladder(beyond, ladder_named(wanted.ladder, norms))
    return any(step.reaches(wanted) for step in steps)
