"""Countable: which numbers of the progress may count what a requirement asks for, and which only look so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.told.answering import is_part
from reportgen.facts.told.faults import of_complaints, of_faults
from reportgen.facts.told.filed import filed_beside
from reportgen.facts.told.papers import awaits_paper, awaits_title
from reportgen.facts.told.prepared import asked_first, prepares, sums_up_prepared
from reportgen.facts.told.products import multiplied
from reportgen.facts.told.progress import Progress
from reportgen.facts.words.ladders import ladder_named, on_ladder
from reportgen.facts.words.parallels import Told
from reportgen.facts.words.phrases import completed, mentions, pattern, says
from reportgen.facts.words.roles import is_base, is_beside, is_ratio, steps_near
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.units import answers_in_unit
from reportgen.norms import BUILT, IN_USE, INSTALLED, Norms
from reportgen.records import NOT_YET, Aspect, Milestone, Quantity, Requirement, Scope
from reportgen.text import fold


def usable(requirement: Requirement, said: Progress) -> Iterator[Told]:
    """Leave out what is only intended, denied, still going on, or a part or a lower stage of what is asked.

    So is what counts another thing by its unit, as most numbers do.
    """
    told, unit, (void, right) = said.own, requirement.unit, said.corrections
    for before, statement, after in zip((None, *told), told, (*told[1:], None), strict=False):
        for quantity, aspect in statement.quantities:
            if (quantity.unit != unit and not answers(quantity, requirement, said)) or quantity.span in void:
                continue
            if quantity.span in right:
                yield statement, replace(quantity, noun="", scope=Scope.CUMULATIVE)
                continue
            if _is_open(quantity, aspect, statement, requirement, said.norms):
                continue
            if _heads(quantity, statement, after, said.norms):
                continue
            if _paid_in_full(requirement, statement, said) or not (
                _is_beside(requirement, quantity, statement, said)
                or _is_early(requirement, quantity, statement, before, said)
            ):
                yield statement, multiplied(quantity, statement, said)


def _is_open(
    quantity: Quantity, aspect: Aspect | None, statement: Statement, requirement: Requirement, norms: Norms
) -> bool:
    """Tell whether a number is of what is not there yet, or is a level and counts nothing."""
    if aspect is Aspect.UNDER_WAY and not _under_way_suffices(requirement, statement, norms):
        return True
    left = quantity.scope is Scope.REST and aspect is not Aspect.REACHED
    return aspect in NOT_YET or left or is_ratio(quantity, norms)


def _is_beside(requirement: Requirement, quantity: Quantity, statement: Statement, said: Progress) -> bool:
    """Tell whether a number counts something else: a base, what only came in, or complaints."""
    norms = said.norms
    asked = asked_first(requirement, quantity, statement, norms) or _served_so(requirement, quantity, statement, norms)
    base = not asked and is_base(quantity, statement, norms)
    beside = base or filed_beside(requirement, quantity, statement, said)
    return beside or of_complaints(requirement, statement, said) or of_faults(requirement, quantity, statement, norms)


def _is_early(
    requirement: Requirement, quantity: Quantity, statement: Statement, before: Statement | None, said: Progress
) -> bool:
    """Tell whether a number counts no more than what goes before that which is asked."""
    norms = said.norms
    return (
        too_early(requirement, quantity, statement, norms)
        or _only_starts(requirement, quantity, statement, norms)
        or awaits_title(requirement, statement, said)
        or awaits_paper(requirement, quantity, statement, said)
        or (before is not None and sums_up_prepared(before, statement, requirement, norms))
        or prepares(requirement, quantity, statement, norms)
    )


def _paid_in_full(requirement: Requirement, statement: Statement, said: Progress) -> bool:
    """Tell whether a number is of those whose money is all paid (核定702户，已全部兑付), as is asked for."""
    words = said.norms.matching
    served = mentions((*words.served, *words.handed_out), requirement.words + requirement.number_of)
    if not served or requirement.unit == "元" or not mentions(words.entitled, statement.text):
        return False
    return any(s.aspect is Aspect.REACHED and says(words.paid_out, s.text) for s in said.after(statement))


def _served_so(requirement: Requirement, quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether a number is of those that are served (涉及农户5.24万户), as is asked for (惠及农户5.2万户)."""
    served = norms.matching.served
    return mentions(served, statement.before(quantity.span)) and mentions(
        served, requirement.words + requirement.number_of
    )


def _heads(quantity: Quantity, statement: Statement, after: Statement | None, norms: Norms) -> bool:
    """Tell whether a bare number only heads what is told of the things next (停车库2座，甲地块正在安装设备).

    So does one of which the next clause tells how many have come so far (支持的120台电梯，已有88台签约).
    """
    if after is None or after.sentence is not statement.sentence or statement.aspect is not None:
        return False
    if after.text.startswith(norms.matching.some_have):
        same = (q for q, _ in after.quantities if answers_in_unit(q, quantity, norms))
        return any(q.value < quantity.value for q in same)
    thing = quantity.unit in norms.matching.small_units and after.aspect in (Aspect.UNDER_WAY, Aspect.INTENDED)
    thing = thing and not any(is_beside(q, after, norms) for q, _ in after.quantities)  # 入驻20家，另有4家在谈
    return thing and statement.text == fold(quantity.noun) + fold(quantity.span.text)


def only_begun(requirement: Requirement, need: Decimal, said: Progress) -> list[Statement]:
    """The clauses that count the things, but too few or only on the way to what is asked (申报10所; 学员46人)."""
    told = [
        (statement, quantity)
        for statement in said.about(requirement)
        for quantity, _ in statement.quantities
        if answers(quantity, requirement, said) and _names_no_other(quantity, requirement, said)
    ]
    enough = any(
        quantity.value >= need and not prepares(requirement, quantity, statement, said.norms)
        for statement, quantity in told
    )
    return [] if enough else [statement for statement, _ in told]


def _names_no_other(quantity: Quantity, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number names what is asked for or nothing at all, but for how far it is (申报10所)."""
    stages = pattern((*said.norms.matching.preparatory, *said.norms.matching.prepared))
    named = said.words(stages.sub("", quantity.noun))
    return not named or bool(named & requirement.topic)


def _under_way_suffices(requirement: Requirement, statement: Statement, norms: Norms) -> bool:
    """Tell whether what is not quite done is what is asked for: a step under way, or 基本建成."""
    step, partial = requirement.milestone, norms.phrases.partial
    as_asked = says(partial, requirement.words) and says(partial, statement.text)
    return as_asked or (step is not None and step.aspect is Aspect.UNDER_WAY)


def too_early(requirement: Requirement, quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether the number counts things at a step before the one asked for (开工8所 where 建成8所 is asked).

    Where the step is only implied, a length or an area (新建管网18公里) counts as soon as it is being built. What the
    target counts (硬化道路600公里) is not before its end (完工).
    """
    wanted = requirement.milestone
    if not statement.milestones:
        return False
    if wanted is None:
        return _only_begun(requirement, quantity, statement, norms)
    ladder = ladder_named(wanted.ladder, norms)
    if not ladder.paced and requirement.unit in norms.matching.occasions:
        return False  # 开展活动73场: what is held is done
    growing = requirement.implied and quantity.unit in norms.matching.measures
    least = min(ladder.begun + 1, wanted.rank) if growing else wanted.rank
    near = steps_near(quantity, statement)
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


def _only_starts(requirement: Requirement, quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether no more than a beginning is told behind a number (3000万元已启动发放), which is not asked for."""
    after = statement.near(quantity.span).partition(fold(quantity.span.text))[2]
    begun = pattern(norms.phrases.starts).search(after)
    if begun is None or begun[0] in requirement.words or completed(after, norms.phrases):
        return False
    return not says(norms.phrases.opens, requirement.words)  # 教学点均已开班 where they are to be opened


def _only_begun(requirement: Requirement, quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether a number counts what was begun at most (7台都已开工), where the target does not ask to begin."""
    steps = [step for step in steps_near(quantity, statement) if ladder_named(step.ladder, norms).paced]
    handing = norms.matching.handed_out
    handed_out = mentions(handing, requirement.words) and not mentions(handing, statement.text)
    begun = handed_out or not any(_is_made(step, norms) for step in steps)
    return bool(steps) and begun and not any(fold(step.span.text) in requirement.words for step in steps)


def _is_made(step: Milestone, norms: Norms) -> bool:
    """Tell whether a step leaves something that is there: one beyond the beginning, or a delivery."""
    ladder = ladder_named(step.ladder, norms)
    return step.rank > ladder.begun or (step.rank == ladder.begun and not ladder.steps[step.rank].begins)


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
    """Tell whether far more are counted than asked for, by the name of one of them (甲公墓1200个墓穴 of 公墓4个)."""
    asked = requirement.in_all
    far_more = asked is not None and told.value > asked.value * said.norms.thresholds.implausible_times
    return far_more and told.noun.startswith(said.sites.names)


def _of_another_work(told: Quantity, requirement: Requirement, said: Progress) -> bool:
    """Tell whether a number is of a work of the same step that is asked for beside (清淤3.8公里, of 护岸2公里)."""
    noun, own = fold(told.noun), requirement.milestone
    if not noun or own is None or requirement.implied or len(said.requirements) < 2:
        return False  # as mostly
    others = (r.milestone for r in said.requirements if r.milestone and not r.implied and r.due == requirement.due)
    works = {fold(step.span.text) for step in others if step.is_at(own)}
    return fold(own.span.text) not in noun and mentions(works, noun)


def _asks_total(requirement: Requirement, norms: Norms) -> bool:
    """Tell whether a number is asked for that holds what stood before this year (总数达到50家)."""
    return says(norms.matching.totals, requirement.words)


def of_another_way(requirement: Requirement, quantity: Quantity, statement: Statement, said: Progress) -> bool:
    """Tell whether a number goes by what is done (新建, 改扩建) to another requirement that counts the same things."""
    rivals = [r for r in said.requirements if r.quantity and r.quantity.unit == quantity.unit and r is not requirement]
    rivals = [r for r in rivals if _same_step(r, requirement) and not _other_stage(r, requirement)]
    if not is_part(requirement.quantity):  # 新建8家 is of 改造30家，其中新建8家 too
        rivals = [r for r in rivals if not is_part(r.quantity)]
    if (
        requirement.quantity and requirement.quantity.scope is Scope.CUMULATIVE
    ):  # 新开通2条，累计5条: all that there are
        rivals = [r for r in rivals if r.in_all != requirement.in_all]
    alike = [r for r in rivals if not requirement.topic or not r.topic or r.topic & requirement.topic]
    if not alike:
        return False  # as mostly
    piece, named = statement.near(quantity.span), said.words(quantity.noun)
    done = {word for word in said.norms.matching.actions if word in piece}
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
