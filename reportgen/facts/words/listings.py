"""Listings: numbers told one after another by no more than a name each (电信38座、移动34座、联通23座), which add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from reportgen.facts.words.parallels import NAME, WHOLES, adds_up
from reportgen.facts.words.phrases import any_of, ends_with, says
from reportgen.facts.words.statements import Number
from reportgen.norms import MatchingNorms, Norms
from reportgen.records import OPEN, Quantity, Scope
from reportgen.text import HANZI, LISTED, fold

JOINED = re.compile("[、和及与]")  # what leads from one number of a list to the name of the next
HOW_FAR = "已在未拟待将共再正"  # with which no name begins, but what tells of how far it is
LETTER = re.compile(f"[{HANZI}]")


def listings(told: Sequence[Number], norms: Norms) -> Iterator[tuple[Number, ...]]:
    """The runs of numbers that make up a list: all of their clause, in one unit, each with a name of its own.

    What was only prepared, or stands at another step than the first (开工48台、完工29台), is no such list. Clauses of a
    sentence make one too that each go on from the one before (春季打了1.9万针，秋季又打1.1万针).
    """
    for _, group in groupby(told, key=lambda one: one.sentence):
        yield from _chains(list(group), norms)
    for statement, group in groupby(told, key=lambda one: one.statement):
        members = tuple(group)
        every = [quantity for quantity in statement.counted if quantity.unit == members[0].unit]
        if len(members) > 1 and [one.quantity for one in members] == every and _is_list(members, norms):
            yield members


def listed(number: Number) -> bool:
    """Tell whether the things counted are listed by name right before their number."""
    names = _names_of(number)
    return len(names) > 1 and (len(names) == number.value or number.before.endswith("等"))


def _chains(told: Sequence[Number], norms: Norms) -> Iterator[tuple[Number, ...]]:
    """The runs of clauses of one sentence, one number each, where each number comes on top of the one before."""
    done = [one for one in told if not any(step.aspect in OPEN for step in one.statement.milestones)]
    for unit in dict.fromkeys(one.unit for one in done):
        alike = [one for one in done if one.unit == unit]
        once = len({one.statement for one in alike}) == len(alike) > 1
        if once and all(_goes_on(one, other, norms) for one, other in pairwise(alike)):
            yield tuple(alike)


def _goes_on(one: Number, other: Number, norms: Norms) -> bool:
    """True where a number comes on top of the one before: its words say so, or it is of other places or groups."""
    scopes = {one.scope, other.scope}
    if not scopes <= {*WHOLES, Scope.MONTH}:
        return False
    if says(norms.phrases.again, other.before + "#"):
        return True
    if listed(one) and listed(other):
        return not set(_names_of(one)) & set(_names_of(other))  # 甲路、乙路2处，丙街、丁街2处
    names, people = (one.before, one.to(other.span)), not adds_up(other.unit, norms.matching)
    if scopes != {Scope.PLAIN}:
        return False
    if _bare(one, norms) and _bare(other, norms) and names[1].count(",") == 1:
        ends = {names[0][-1], names[1][-1]}  # 纺织行业5家，机械行业4家
        return names[0] != names[1][1:] and (len(ends) == 1 or _told_apart((one, other), norms))
    return _of_others(*names, norms.matching, people=people)


def _bare(number: Number, norms: Norms) -> bool:
    """Tell whether a clause is no more than a name and its number (纺织行业5家), and tells of no step."""
    name = number.before
    prepared = says((*norms.matching.prepared, *norms.matching.preparatory), name)
    alone = NAME.fullmatch(name) is not None and name[0] not in HOW_FAR and not number.after
    return alone and not (prepared or number.statement.milestones or number.unit in norms.matching.measures)


def _names_of(number: Number) -> list[str]:
    """The names that stand in a list before their number."""
    return LISTED.split(number.before.removesuffix("等"))


def _of_others(first: str, second: str, words: MatchingNorms, *, people: bool) -> bool:
    """True where the words before two numbers begin with different places or groups; if not people, of one kind."""
    one, other = (_leading(text, words) for text in (first, second.partition(",")[2]))
    return bool(one and other) and one != other and (people or one[-1] == other[-1])


def _leading(text: str, words: MatchingNorms) -> str:
    """The place or group with which a clause begins, if it begins with one."""
    places = "|".join(map(re.escape, (*words.areas, *words.kinds)))
    name = re.match(f"[{HANZI}]{{0,6}}?(?:[{HANZI}](?:{places})|{any_of(words.groups)})", text)
    return name[0] if name else ""


def _is_list(members: Sequence[Number], norms: Norms) -> bool:
    """Tell whether the numbers of a clause follow each other as a list, none of them the sum of the others."""
    numbers = [one.quantity for one in members]
    between = [one.to(other.span) for one, other in pairwise(members)]
    names = [members[0].before, *(text[1:] for text in between)]
    if not (all(map(JOINED.match, between)) and all(map(LETTER.search, names))):
        return False
    words = norms.matching
    prepared = says((*words.prepared, *words.preparatory), "".join(names))
    scoped = all(quantity.scope in WHOLES for quantity in numbers)
    total = sum((quantity.value for quantity in numbers), Decimal(0))
    holds_all = any(quantity.value * 2 == total for quantity in numbers)
    nouns = [quantity.noun for quantity in numbers if quantity.noun]
    nested = any(one != other and other.endswith(one) for one in nouns for other in nouns)  # 招聘会, 专场招聘会
    if nested or not scoped or prepared or holds_all or not _done_alike(members):
        return False
    unit = numbers[0].unit
    by_name = all(_apart_by_name(quantity, words) for quantity in numbers)
    if unit in words.measures:
        return by_name  # 路基31公里、路面17公里 are of one road
    kinds = len({name[-1] for name in names}) == 1  # 宫颈癌检查5212人、乳腺癌检查5198人
    return adds_up(unit, words) or by_name or not kinds or says(words.no_doubles, members[0].statement.rest_of_sentence)


def _done_alike(members: Sequence[Number]) -> bool:
    """True where all of a list stand at the same step, which the first may tell for all (建成甲12个、乙7个)."""
    steps = [{step.step for step in number.steps_before} for number in members]
    return all(not own or own & steps[0] for own in steps[1:])


def may_be_the_same(members: Sequence[Number], norms: Norms) -> bool:
    """True where people of a list may be counted twice (轮椅210人、助听器155人); those of different places are not."""
    return not (adds_up(members[0].unit, norms.matching) or _told_apart(members, norms))


def _told_apart(members: Sequence[Number], norms: Norms) -> bool:
    """Tell whether a list says that it counts nobody twice, or names places, bodies or groups of people."""
    words = norms.matching
    first = members[0]
    between = [one.to(other.span) for one, other in pairwise(members)]
    led = (_leading(text.lstrip(",、"), words) for text in (first.before, *between))
    apart = all(name or _apart_by_name(one.quantity, words) for name, one in zip(led, members, strict=True))
    on_top = all(says(norms.phrases.again, text + "#") for text in between)
    return apart or on_top or says(words.no_doubles, first.statement.rest_of_sentence)


def _apart_by_name(quantity: Quantity, words: MatchingNorms) -> bool:
    """Tell whether the name of a number is of a place, of a body or of a group of people (城区学校, 环卫工)."""
    noun = fold(quantity.noun)
    return noun.endswith((*words.areas, *words.sites)) or ends_with(words.groups, noun)
