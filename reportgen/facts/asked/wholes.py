"""Wholes: which annual quantity a plan's quantity is a part of, and what a changed or divided one comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.asked.bare_levels import in_order, level_of
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import ends_with, mentions, says
from reportgen.facts.words.sites import FEW
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.topics import likeness, names, share
from reportgen.facts.words.units import same_unit
from reportgen.norms import Norms
from reportgen.records import Aspect, Milestone, Quantity, Requirement, Scope
from reportgen.text import fold

VOLUME = "工程量"
SHARES = ("占比", "比例", "比重")  # name no level by themselves


def pair_with_targets(found: list[Requirement], targets: Sequence[Requirement], norms: Norms) -> list[Requirement]:
    """Pair a plan's quantities with the annual ones: by what they name, else by their order (分别完成…)."""
    counted = [target for target in targets if target.quantity]
    if not counted:
        return found
    paired: list[Requirement] = []
    for requirement in in_order(found, counted):
        quantity = requirement.quantity
        if quantity is None:
            paired.append(requirement)
            continue
        if quantity.is_share:
            paired += [requirement] if _goes_on(requirement, paired, norms) else _shares(requirement, counted, norms)
            continue
        same = [target for target in counted if _unit_of(target, quantity, norms)]
        same = [target for target in same if target.quantity and target.quantity.unit == quantity.unit] or same
        taken = sum(1 for done in paired if done.quantity and same_unit(done.quantity.unit, quantity.unit, norms))
        paired.append(_with_whole(requirement, same, taken, norms))
    return paired


def _goes_on(asked: Requirement, before: Sequence[Requirement], norms: Norms) -> bool:
    """True where a bare share is of the same works as the share just before it (路基完成50%，10月80%)."""
    last = before[-1] if before else None
    own = last is not None and last.quantity is not None and last.quantity.is_share and last.whole is None
    bare = asked.quantity is not None and not asked.quantity.of and not names(asked.words, norms.matching)
    return own and bare and bool(asked.topic)


def _with_whole(requirement: Requirement, same: Sequence[Requirement], order: int, norms: Norms) -> Requirement:
    if not same:
        return requirement
    part = _is_part(requirement)

    def fits(target: Requirement) -> tuple[bool, float]:
        """Rate a target by its name; a part of another (其中普惠300个) is meant only where what is its own is named."""
        only = _is_part(target) and not part
        own = target.topic.difference(*(other.topic for other in same if other is not target))
        return not (only and not own & requirement.topic), likeness(requirement.topic, target.topic)

    best, own = max(same, key=fits), requirement.topic
    if share(own, best.topic) == 0:
        wholes = [target for target in same if not _is_part(target)]
        if len(same) > 1 == len(wholes) and own <= _named_by_its_step(requirement, norms):
            same, own = wholes, frozenset()
        if own and len(same) > 1:
            return requirement
        spelt = [target for target in same if _asks_the_step(target, requirement)]
        best = spelt[0] if len(spelt) == 1 else same[min(order, len(same) - 1)]
    step = requirement.milestone
    return replace(
        requirement,
        whole=best.quantity,
        part_of=best.words,
        level=requirement.level or best.level,
        topic=own | best.topic,
        milestone=step or best.milestone,
        implied=requirement.implied if step else True,
    )


def _is_part(asked: Requirement) -> bool:
    """Tell whether a requirement asks for no more than a part of another (其中新建8家)."""
    return asked.quantity is not None and asked.quantity.is_part


def _named_by_its_step(requirement: Requirement, norms: Norms) -> frozenset[str]:
    """What the word for the step asked for names, which is none of the things (完工20家)."""
    step = requirement.milestone
    return names(fold(step.span.text), norms.matching) if step else frozenset()


def _asks_the_step(target: Requirement, requirement: Requirement) -> bool:
    """Tell whether a target spells the very step that a plan names (竣工2600套 of 竣工累计2000套, not 筹建3200套)."""
    step, own = requirement.milestone, target.milestone
    return step is not None and own is not None and not target.implied and step.is_at(own)


def _shares(requirement: Requirement, counted: Sequence[Requirement], norms: Norms) -> list[Requirement]:
    """Turn a sweeping share (各项指标完成50%) into a share of each annual quantity; others stay as they are."""
    quantity = requirement.quantity
    levels = [target for target in counted if target.quantity and target.quantity.is_share]
    bare = quantity is not None and (
        quantity.of.removeprefix("前") in SHARES or not names(requirement.words, norms.matching)
    )
    if bare and len(levels) == len(counted) == 1:
        return [level_of(requirement, levels[0])]
    if quantity is None or requirement.level:
        return [requirement]
    related = [target for target in counted if share(requirement.topic, target.topic) > 0]
    sweeping = mentions(norms.matching.sweeping, requirement.words)
    if not sweeping and (requirement.milestone is not None or VOLUME in quantity.of):
        # 西延管道完成80%, 总工程量的70%: a share of the works at one of a few places, not of their number.
        related = [t for t in related if t.quantity and t.quantity.value > FEW]
    unnamed = not names(requirement.words, norms.matching) and requirement.milestone is None
    chosen = related or (counted if sweeping or (len(counted) == 1 and unnamed) else [])
    chosen = [target for target in chosen if target.quantity and not target.quantity.is_share]
    if not chosen:
        return [requirement]
    return [replace(requirement, whole=target.quantity, topic=target.topic) for target in chosen]


def link_by_letters(requirement: Requirement, targets: Sequence[Requirement]) -> Requirement:
    """Let a plan's step that shares no name with any target share one by letters (车辆招标 of 公交车30辆)."""
    if not requirement.of_plan or requirement.whole or not requirement.topic:
        return requirement
    if any(share(requirement.topic, target.topic) > 0 for target in targets):
        return requirement
    letters = set("".join(requirement.topic))
    alike = [
        target
        for target in targets
        if letters & set("".join(target.topic) + (target.quantity.unit if target.quantity else ""))
    ]
    return (
        replace(requirement, topic=requirement.topic | alike[0].topic)
        if len(alike) == 1 and len(targets) > 1
        else requirement
    )


def cumulate(found: list[Requirement], norms: Norms) -> list[Requirement]:
    """Where a plan divides the whole by steps (8个完工，其余10个开工): add to the number at a step those beyond it.

    What it counts by the name of a place (前进里3栋封顶，幸福里2栋拆除) holds none of the others.
    """
    found = [_all_of(r) if _only_rest(r, found) else r for r in found]
    found = [_to_go_on(r, norms) if _one_of_steps(r, found) else r for r in found]
    divided = [r for r in found if r.whole and r.quantity and r.milestone and not r.quantity.is_share]
    among = [r for r in divided if not _names_its_own(r, norms)]
    return [
        _with_beyond(r, [other for other in divided if other.whole == r.whole], norms) if r in among else r
        for r in found
    ]


def _names_its_own(requirement: Requirement, norms: Norms) -> bool:
    """Tell whether the words before a number name something else than the whole, and no way or step of doing it."""
    quantity, whole, step = requirement.quantity, requirement.whole, requirement.milestone
    if quantity is None or whole is None or quantity.scope is Scope.REST:
        return False
    lead = requirement.words.partition(fold(quantity.span.text))[0]
    for done in (*norms.matching.actions, fold(step.span.text) if step else " "):
        lead = lead.replace(done, " ")
    named = names(lead, norms.matching)
    return bool(named) and not named & names(whole.noun, norms.matching)


def _only_rest(requirement: Requirement, found: Sequence[Requirement]) -> bool:
    """Tell whether a plan asks for nothing of a whole but its rest (完成剩余6座), and so for all of it.

    Beside one that it asks for by name (沙溪桥铺装完成，其余3座验收) the rest is no more than that.
    """
    whole, quantity = requirement.whole, requirement.quantity
    rest = quantity is not None and quantity.scope is Scope.REST and whole is not None and quantity.unit == whole.unit
    others = [other for other in found if other is not requirement and other.due == requirement.due]
    return rest and not any(_part_of(whole, other) or (other.quantity is None and other.measurable) for other in others)


def _part_of(whole: Quantity | None, other: Requirement) -> bool:
    """Tell whether a requirement asks for some of a whole; one for all of it (组织验收) divides nothing."""
    return other.whole == whole and not (whole and other.quantity and other.quantity.value == whole.value)


def _one_of_steps(requirement: Requirement, found: Sequence[Requirement]) -> bool:
    """Tell whether a plan asks a lower step of some of the things than of others (2座通水，1座设备安装)."""
    step, beside = requirement.milestone, [r for r in found if r.whole == requirement.whole and r.milestone]
    return step is not None and any(r.milestone and r.milestone.rank > step.rank for r in beside)


def _to_go_on(requirement: Requirement, norms: Norms) -> Requirement:
    """Ask of works that are only named, and not to be finished, that they go on (1座设备安装)."""
    step = requirement.milestone
    if step is None or requirement.quantity is None or requirement.whole is None or requirement.implied:
        return requirement
    event = ladder_named(step.ladder, norms).steps[step.rank].event
    ended = event or says(norms.phrases.reached, requirement.words)
    return requirement if ended else replace(requirement, milestone=replace(step, aspect=Aspect.UNDER_WAY))


def _all_of(requirement: Requirement) -> Requirement:
    return replace(requirement, quantity=replace(requirement.whole, scope=Scope.PLAIN) if requirement.whole else None)


def _stage(step: Milestone, norms: Norms) -> tuple[bool, int]:
    """How far a step is beside those of other ladders: equipment is set up when the works themselves near their end."""
    ladder = ladder_named(step.ladder, norms)
    set_up = ladder.by_piece and step.rank >= ladder.begun
    return set_up or (ladder.end is not None and step.rank >= ladder.end), step.rank


def _with_beyond(requirement: Requirement, divided: Sequence[Requirement], norms: Norms) -> Requirement:
    quantity, step, whole = requirement.quantity, requirement.milestone, requirement.whole
    assert quantity
    assert step
    assert whole
    stages = [_stage(r.milestone, norms) for r in divided if r.milestone]
    numbers = [r.quantity.value for r in divided if r.quantity]
    rest = any(r.quantity and r.quantity.scope is Scope.REST for r in divided)
    # 开工10个，建成5个 are told in the order of the works: those that are built are among those begun.
    apart = rest or (sum(numbers) == whole.value and stages != sorted(stages))
    if len(stages) < 2 or not apart:
        return requirement
    own = _stage(step, norms)
    beyond = [r for r in divided if r.milestone and _stage(r.milestone, norms) > own]
    more = sum((r.quantity.value for r in beyond if r.quantity), Decimal(0))
    topic = requirement.topic.union(*(r.topic for r in beyond))
    return replace(requirement, topic=topic, quantity=replace(quantity, value=quantity.value + more, scope=Scope.PLAIN))


def _unit_of(target: Requirement, quantity: Quantity, norms: Norms) -> bool:
    return target.quantity is not None and same_unit(target.quantity.unit, quantity.unit, norms)


def take_changes(found: list[Requirement], asks: list[Requirement], norms: Norms) -> list[Requirement]:
    """Add a clause's requirements; one that changes a number asked for before (年中调整为2400盏) takes its place."""
    for asked in asks:
        place = _changed(found, asked, norms)
        if place is None:
            found = [*found, asked]
        else:
            found = [*found[:place], replace(found[place], quantity=asked.quantity), *found[place + 1 :]]
    return found


def _changed(found: Sequence[Requirement], asked: Requirement, norms: Norms) -> int | None:
    quantity = asked.quantity
    if quantity is None or not ends_with(
        norms.phrases.adjusted, asked.words[: asked.words.find(fold(quantity.span.text))]
    ):
        return None
    return next((at for at, r in enumerate(found) if _unit_of(r, quantity, norms)), None)


def adjusted_by(asked: Sequence[Requirement], said: Sequence[Statement], norms: Norms) -> tuple[Requirement, ...]:
    """The requirements of a target, as far as the report tells that one was changed (由1500户调整为1180户)."""
    found = list(asked)
    for statement in said:
        for number in statement.numbers:
            if not ends_with(norms.phrases.adjusted, number.before):
                continue
            same = [at for at, r in enumerate(found) if _unit_of(r, number.quantity, norms)]
            named = [at for at in same if share(found[at].topic, names(statement.text, norms.matching)) > 0]
            for at in (named or same)[:1] if named or len(same) == 1 else ():
                found[at] = replace(found[at], quantity=replace(number.quantity, scope=Scope.PLAIN))
    return tuple(found)
