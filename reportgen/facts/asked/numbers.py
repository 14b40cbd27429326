"""Asked numbers: which numbers of a clause ask for something, of what, and how many times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.facts.asked.asking import Asking
from reportgen.facts.words.levels import is_level, of_each, per_head
from reportgen.facts.words.phrases import ends_with, mentions, says
from reportgen.facts.words.roles import a_day, bracketed
from reportgen.facts.words.statements import Number, Statement
from reportgen.facts.words.topics import names
from reportgen.norms import Norms
from reportgen.records import Aspect, Bound, Requirement, Scope
from reportgen.text import HANZI, LISTED, fold

SHARES = ("%", "层")
BESIDE = 6  # letters before a number that may describe the thing
FOR_WHOM = ("为", "对", "给", "在")


def numbers(statement: Statement, norms: Norms) -> list[Number]:
    """The numbers that a clause asks for; where it changes one (调整为2400盏), only the new one."""
    counted = [number for number in statement.numbers if not _describes(number, norms)]
    changed = [number for number in counted if ends_with(norms.phrases.adjusted, number.before)]
    counted = [replace(one, quantity=replace(one.quantity, scope=Scope.PLAIN)) for one in changed] or counted
    counted = [number for number in counted if not _only_whose(number, counted)]
    if len(counted) > 1 and statement.source.text.endswith(FOR_WHOM, 0, statement.source.at(counted[0].span)):
        return _for_each(counted)  # 为12个乡镇配齐消防车12辆 asks for the vehicles
    return counted


def _for_each(counted: Sequence[Number]) -> list[Number]:
    """The numbers that are asked for whom, or where, the first one counts: 为8家卫生院各配备彩超1台 asks for eight."""
    whom, *things = counted
    times = whom.value if "各" in whom.after[: len(whom.noun) + 1] else 1
    return [thing.worth(thing.value * times) for thing in things]


def times_each(
    before: Sequence[Requirement], asks: list[Requirement], statement: Statement, norms: Norms
) -> list[Requirement]:
    """Ask for as many as there are of what was counted before (卫生室28所，每所配备一体机1套: 28套).

    Money and times are asked for, and told of, as what each gets.
    """
    last = before[-1].quantity if before else None
    if last is None or not statement.text.startswith("每" + last.unit):
        return asks
    return [
        replace(r, quantity=replace(r.quantity, value=r.quantity.value * last.value), level=False)
        if r.quantity and r.quantity.unit in norms.matching.small_units
        else r
        for r in asks
    ]


def _only_whose(number: Number, counted: Sequence[Number]) -> bool:
    """Tell whether a number only says whose share or floor is asked for next (8个小区外墙保温完成70%, 2所建至5层),
    or where the things are that are asked for next (32所学校1180间课室), or of what size they are (10蒸吨以下锅炉31台).
    """
    after = [one for one in counted if number.span.start < one.span.start < number.piece.end]
    # But for the words that sum up (32所学校共1180间课室).
    between = number.to(after[0].span).rstrip("共计合总的") if after else ""
    holds_next = between == fold(number.noun) != "" and "各" not in between
    sized = number.quantity.bound in (Bound.AT_MOST, Bound.AT_LEAST)
    sizes_next = sized and any(one.unit != number.unit for one in after)
    return number.unit not in SHARES and (holds_next or sizes_next or any(one.unit in SHARES for one in after))


def _describes(number: Number, norms: Norms) -> bool:
    """Tell whether a number only describes the thing: (25.381公里), 总投资2亿元, 三项指标."""
    source = number.statement.source
    if number.noun in norms.matching.tasks or number.after.startswith("级"):
        return True
    text, at = source.text, source.at(number.span)
    aside = bracketed(number) and not says(norms.phrases.adjusted, text[text.rfind("(", 0, at) : at])
    aside = aside and not _part_of_one_before(number)
    return aside or says(norms.matching.descriptors, number.noun + number.of + text[max(0, at - BESIDE) : at])


def _part_of_one_before(number: Number) -> bool:
    """Tell whether a number in brackets asks for a part of the number before them (泊位1200个(公共泊位400个))."""
    last = number.previous
    if last is None or not number.is_part or not number.noun:
        return False
    inner = number.before.rpartition("(")[2] + number.after.partition(")")[0]
    smaller = last.unit == number.unit and last.value > number.value
    return (smaller or inner.startswith(("含", "其中", "包括"))) and "、" not in inner


def _has_part(number: Number) -> bool:
    """Tell whether a part of a number is asked for in the brackets right behind it."""
    parts = (other for other in number.statement.numbers if other.span.start > number.span.end)
    return number.after.startswith("(") and any(map(_part_of_one_before, parts))


def for_number(base: Requirement, number: Number, alone: bool, asking: Asking) -> Requirement:
    """Ask for one number of a clause: where it is not `alone`, by the words of its own stretch."""
    quantity, text = number.quantity, number.statement.text
    if not alone:
        base = replace(base, span=number.piece, words=number.near)
        if base.milestone is not None and (ends := [s for s in number.steps if s.ladder == base.milestone.ladder]):
            going_on = ends[-1].aspect is Aspect.UNDER_WAY
            base = replace(base, milestone=replace(ends[-1], aspect=Aspect.UNDER_WAY if going_on else Aspect.REACHED))
    own, topic = names(base.words, asking.norms.matching), base.topic
    if _has_part(number):  # what stands in brackets behind a number names only a part
        own = topic = names(base.words.partition("(")[0], asking.norms.matching)
    if quantity.scope is Scope.PLAIN and mentions(("累计", "共"), text):
        quantity = replace(quantity, scope=Scope.CUMULATIVE)
    level = is_level(quantity, text, asking.norms) or of_each(quantity, number.before) or per_head(number.before)
    level = level or a_day(number, asking.norms) > 0
    return replace(base, quantity=quantity, topic=own or topic, level=level)


EVERY = re.compile(
    rf"(?:各[{HANZI}]{{0,2}}|(?:各|分别|均)(?:累计|完成|实现|达到?|不少于|不低于|超过)*)$"
)  # 各筛查3000人, 各累计完成8500例


def each(requirement: Requirement, statement: Statement, asking: Asking) -> list[Requirement]:
    """Ask of each thing listed for so many each (宫颈癌、乳腺癌筛查各3万人), also by one number (分别达到7000人).

    A plan that lists none (各完成6000人) asks so of those that the target lists.
    """
    quantity, matching = requirement.quantity, asking.norms.matching
    before = statement.before(quantity.span) if quantity else ""
    every = EVERY.search(before)
    if quantity is None or every is None:
        return [requirement]
    things = LISTED.split(before[: every.start()])
    several = sum(q.unit == quantity.unit for q in statement.quantities) > 1
    if not names(before[: every.start()], matching):
        named = [t.topic for t in asking.targets if t.unit == quantity.unit and _asks_each(t)]
    elif len(things) < 2 or (several and not every[0].startswith("各")):
        return [requirement]
    else:
        # The first of the list carries the words before it, the last those behind it (农村妇女宫颈癌、乳腺癌免费筛查).
        last = things[-1][: things[-1].rfind(things[-2][-1:]) + 1] or things[-1]
        named = [names(thing, matching) for thing in (things[0][-len(last) :], *things[1:-1], last)]
    return [replace(requirement, topic=topic) for topic in named if topic] or [requirement]


def _asks_each(target: Requirement) -> bool:
    """Tell whether a target asks for so many of each of the things that it lists."""
    number = fold(target.quantity.span.text) if target.quantity else ""
    return bool(number) and EVERY.search(target.words.partition(number)[0]) is not None
