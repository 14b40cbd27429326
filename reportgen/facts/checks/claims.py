"""Claims: does the progress say that the whole of what is asked is done?"""

from __future__ import annotations

import re

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.in_time import begins_later
from reportgen.facts.checks.rests import rest_left, tells_unfinished
from reportgen.facts.told.prepared import prepares
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.levels import RATE, is_rate
from reportgen.facts.words.phrases import holds_only_others, mentions, pattern, says, tells_all
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.topics import share
from reportgen.facts.words.units import same_unit
from reportgen.norms import IN_USE, INSTALLED, Ladder
from reportgen.records import HUNDRED, OPEN, Aspect
from reportgen.text import LISTED, fold

# A claim that shares less of its name with what is asked speaks of something beside it (广播站机房 of 广播终端).
OF_THE_THING = 0.3
LAST_STEPS = 4  # 完工, 竣工验收, 验收, 投用
OBJECT = re.compile(r"已完成([^\d,。;]{2,})$")
BARE = 4  # letters beside a number that name no thing (已完成4块)


def claim_of(case: Case) -> Statement | None:
    """A claim of completion that covers the requirement, if nothing beside it says that something is left."""
    told = [s for s in case.about if s.claims or s.shares]
    if not told:
        return None  # the usual case
    named = {s for s in told if case.said.is_named(case.requirement, s)}
    single = len(case.said.requirements) <= 1 or (len(case.said.topics) <= 1 and not case.goal)
    claims = [
        statement
        for statement in told
        if (statement.claims_all or (statement.claims and (single or statement in named)))
        and _names_whole(statement, case)
        and not _of_another_part(statement, case)
        and (statement in named or not _counts_others(statement, case))
        and not _counts_pieces(statement, case)
    ]
    claims += [s for s in told if (single or s in named) and _full_rate(s, case)]
    claims = [statement for statement in claims if not _leaves_some(statement, case)]
    if not any(s.claims_all for s in claims) and _counted_short(case):
        return None  # what is counted short outweighs a word about some part
    if not claims or rest_left(case) or begins_later(case):
        return None
    return claims[-1]


def _leaves_some(statement: Statement, case: Case) -> bool:
    """Tell whether a claim says itself that it is not of all: of a rest, of fewer, of a few or of one side only."""
    return (
        says(case.norms.phrases.rest, statement.text)
        or _counts_less(statement, case)
        or pattern(case.norms.phrases.few).match(statement.text) is not None
        or (not statement.counts and case.tells_preparation(statement.text))  # 医护人员培训结束
        or _on_one_side(statement, case)
        or _of_the_plan(statement, case)
        or _ends_another(statement, case)
        or _ends_one_of_two(statement, case)
        or of_a_part(statement, case)
        or any(tells_unfinished(quantity, case) for quantity in statement.quantities)
    )


def _ends_another(statement: Statement, case: Case) -> bool:
    """Tell whether a claim names right after its verb what alone is ended (招录已完成体检), and that is not asked."""
    ended = None if statement.claims_all else OBJECT.search(statement.text)
    own = case.said.words(ended[1]) if ended else frozenset()
    return bool(own) and not own & (case.names | case.said.words(case.target_words))


def _ends_one_of_two(statement: Statement, case: Case) -> bool:
    """Tell whether a claim names one of several that are asked for, and another goes on (加固做完；消防开始安装)."""
    pieces = LISTED.split(case.requirement.words)
    if statement.claims_all or len(pieces) < 2:
        return False  # the usual case
    words = case.said.words
    own, asked = words(statement.text), [words(piece) for piece in pieces]
    rest = [piece for piece in asked if piece and not piece & own]
    going = [s for s in case.report if s.aspect in OPEN or any(m.aspect is Aspect.UNDER_WAY for m in s.milestones)]
    return len(rest) < len(asked) and any(piece & words(s.text) for piece in rest for s in going)


def _on_one_side(statement: Statement, case: Case) -> bool:
    """Tell whether a claim is of one side of the works alone (通过环保验收), where not that is asked."""
    sides = case.norms.phrases.side_approvals
    return says(sides, statement.text) and not says(sides, case.all_words)


def _of_the_plan(statement: Statement, case: Case) -> bool:
    """Tell whether a claim is of the plan beside the target (已按计划完成), and so not of the target."""
    planned = not case.requirement.of_plan and not case.planless
    return planned and says(case.norms.phrases.as_planned, statement.text)


def of_a_part(statement: Statement, case: Case) -> bool:
    """Tell whether a claim names a part (标识标牌全部到位) of what is asked for as one, where a plan asks for parts."""
    works = case.goal is not None and case.ladder.paced
    parts = case.requirement.of_plan and case.own_names
    if parts or case.planless or not works or statement.claims_all:
        return False
    ends = (*case.norms.matching.wholes, *(fold(step.span.text) for step in statement.milestones))
    subject = min((statement.text.partition(end)[0] for end in ends), key=len)
    own = case.said.words(subject)
    return bool(own) and not own & case.names


def _full_rate(statement: Statement, case: Case) -> bool:
    """True where a rate of all is told of what is asked (覆盖率100%), not of a step before it or of its quality."""
    rates = [share.of for share in statement.shares if share.value >= HUNDRED and is_rate(share.of)]
    rates = [of for of in rates if not holds_only_others(case.norms.matching.quality, of, case.all_words)]
    if not rates:
        return False
    steps = {word for ladder in case.norms.ladders for step in ladder.steps[: ladder.begun + 1] for word in step.words}
    asked = case.requirement.words
    return any(not mentions(steps, of) or of.removesuffix(RATE)[-2:] in asked for of in rates)


def _counts_others(statement: Statement, case: Case) -> bool:
    """Tell whether a claim counts nothing but other things than are asked for (换热站建成6座 of 供热面积40万平方米)."""
    asked, told = case.requirement.in_all, statement.counted
    if asked is None or statement.claims_all or not told:
        return False
    return not any(same_unit(q.unit, asked.unit, case.norms) for q in told)


def _counts_pieces(statement: Statement, case: Case) -> bool:
    """Tell whether a claim is no more than a count, where none is asked for: some pieces of it (底板已完成4块)."""
    told = statement.counted
    if case.requirement.in_all is not None or statement.claims_all or not told:
        return False
    return len(statement.text) - sum(len(q.span.text) for q in told) <= BARE


def _counts_less(statement: Statement, case: Case) -> bool:
    """Tell whether a claim counts fewer than are asked for (326户已全部通气 of 600户)."""
    asked = case.requirement.in_all
    if asked is None:
        return False
    told = (number for number in statement.numbers if same_unit(number.unit, asked.unit, case.norms))
    return any(one.value < case.need or prepares(one, case.requirement, case.said) for one in told)


def _of_another_part(statement: Statement, case: Case) -> bool:
    """Tell whether a claim names another part of the works (塔吊基础施工完成) than a plan's step does (桩基)."""
    wanted = case.goal
    if not case.requirement.of_plan or wanted is None or case.requirement.implied or statement.claims_all:
        return False
    own = case.said.words(statement.text)
    return bool(own) and not own & case.names


SIZE = re.compile("[宽拓高深厚]")  # 路面由3.5米拓到6米 tells a size, not how much is done


def _counted_short(case: Case) -> bool:
    """Tell whether the thing itself is counted, and short of what is asked."""
    alone = len([r for r in case.said.requirements if r.quantity]) == 1
    told = [a for a in case.counts if a.fit > 0 or (alone and not SIZE.search(a.statement.text))]
    return bool(told) and all(answer.value < case.need for answer in told)


def _names_whole(statement: Statement, case: Case) -> bool:
    """Tell whether a claim speaks of all that is asked: not of a step on the way, nor of one place of several."""
    wanted = case.goal
    sites = case.said.sites.named(statement)
    if sites and (len(sites) < case.need or case.said.sites.asked(case.requirement.words) - {*sites}):
        return False
    if not statement.claims_all and _asks_several(case) and not _speaks_of_all(statement, case):
        return False
    steps = [step for step in statement.milestones if wanted is None or step.ladder == wanted.ladder]
    if wanted is not None and steps:
        begun = case.ladder.begun
        if max(steps, key=lambda step: step.span.start).rank < begun <= wanted.rank:
            return False  # 管网改造设计已完成: the last word is the head
        return max(step.rank for step in steps) >= wanted.rank
    if wanted is not None and wanted.step == IN_USE and statement.milestones:
        return any(step.step == IN_USE for step in statement.milestones)  # 图书芯片加装完成 of 改造并重新开放
    return all(step.rank >= _end_of(ladder_named(step.ladder, case.norms)) for step in steps)


def _end_of(ladder: Ladder) -> int:
    """The first of the steps with which what is asked may end: things that come by the piece are there once set up."""
    last = len(ladder.steps) - LAST_STEPS
    return min(last, ladder.ranks[INSTALLED]) if ladder.by_piece else last


def _asks_several(case: Case) -> bool:
    quantity = case.requirement.in_all
    if quantity is None or quantity.unit in case.norms.matching.measures:
        return False
    return case.need > 1


def _speaks_of_all(statement: Statement, case: Case) -> bool:
    named = share(case.names, case.said.words(statement.text)) >= OF_THE_THING
    asked, need = case.requirement.in_all, case.need
    counted = (q for q in statement.quantities if asked and same_unit(q.unit, asked.unit, case.norms))
    return named or tells_all(statement.text, case.norms.matching) or any(q.value >= need for q in counted)
