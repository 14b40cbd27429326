"""Listings: numbers told one after another by no more than a name each (电信38座、移动34座、联通23座), which add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from reportgen.facts.words.parallels import NAME, WHOLES, Told, adds_up
from reportgen.facts.words.phrases import any_of, ends_with, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import MatchingNorms, Norms
from reportgen.records import OPEN, Quantity, Scope
from reportgen.text import HANZI, LISTED, fold

JOINED = re.compile("[、和及与]")  # what leads from one number of a list to the name of the next
HOW_FAR = "已在未拟待将共再正"  # with which no name begins, but what tells of how far it is
LETTER = re.compile(f"[{HANZI}]")


def listings(told: Sequence[Told], norms: Norms) -> Iterator[tuple[Told, ...]]:
    """The runs of numbers that make up a list: all of their clause, in one unit, each with a name of its own.

    What was only prepared, or stands at another step than the first (开工48台、完工29台), is no such list. Clauses of a
    sentence make one too that each go on from the one before (春季打了1.9万针，秋季又打1.1万针).
    """
    for _, group in groupby(told, key=lambda one: one[0].sentence):
        yield from _chains(list(group), norms)
    for statement, group in groupby(told, key=lambda one: one[0]):
        members = tuple(group)
        every = [quantity for quantity in statement.counted if quantity.unit == members[0][1].unit]
        if len(members) > 1 and [q for _, q in members] == every and _is_list(statement, every, norms):
            yield members


def listed(quantity: Quantity, statement: Statement) -> bool:
    """Tell whether the things counted are listed by name right before their number."""
    before = statement.before(quantity.span)
    names = _names_of(quantity, statement)
    return len(names) > 1 and (len(names) == quantity.value or before.endswith("等"))


def _chains(told: Sequence[Told], norms: Norms) -> Iterator[tuple[Told, ...]]:
    """The runs of clauses of one sentence, one number each, where each number comes on top of the one before."""
    for unit in dict.fromkeys(quantity.unit for _, quantity in told):
        alike = [(s, q) for s, q in told if q.unit == unit and not any(step.aspect in OPEN for step in s.milestones)]
        once = len({statement for statement, _ in alike}) == len(alike) > 1
        if once and all(_goes_on(one, other, norms) for one, other in pairwise(alike)):
            yield tuple(alike)


def _goes_on(one: Told, other: Told, norms: Norms) -> bool:
    """True where a number comes on top of the one before: its words say so, or it is of other places or groups."""
    (first, before), (second, quantity) = one, other
    if before.scope not in (*WHOLES, Scope.MONTH) or quantity.scope not in (*WHOLES, Scope.MONTH):
        return False
    if says(norms.phrases.again, second.before(quantity.span) + "#"):
        return True
    if listed(before, first) and listed(quantity, second):
        return not set(_names_of(before, first)) & set(_names_of(quantity, second))  # 甲路、乙路2处，丙街、丁街2处
    names, people = (first.before(before.span), _between(one, other)), not adds_up(quantity.unit, norms.matching)
    if not (before.scope is quantity.scope is Scope.PLAIN):
        return False
    if _bare(one, norms) and _bare(other, norms) and names[1].count(",") == 1:
        ends = {names[0][-1], names[1][-1]}  # 纺织行业5家，机械行业4家
        return names[0] != names[1][1:] and (len(ends) == 1 or _told_apart((one, other), norms))
    return _of_others(*names, norms.matching, people=people)


def _bare(told: Told, norms: Norms) -> bool:
    """Tell whether a clause is no more than a name and its number (纺织行业5家), and tells of no step."""
    statement, quantity = told
    name = statement.before(quantity.span)
    prepared = says((*norms.matching.prepared, *norms.matching.preparatory), name)
    alone = NAME.fullmatch(name) is not None and name[0] not in HOW_FAR and not statement.after(quantity.span)
    return alone and not (prepared or statement.milestones or quantity.unit in norms.matching.measures)


def _names_of(quantity: Quantity, statement: Statement) -> list[str]:
    """The names that stand in a list before their number."""
    return LISTED.split(statement.before(quantity.span).removesuffix("等"))


def _between(one: Told, other: Told) -> str:
    """The text between two numbers of a cell."""
    source = one[0].source
    return source.text[source.past(one[1].span) : source.at(other[1].span)]


def _of_others(first: str, second: str, words: MatchingNorms, *, people: bool) -> bool:
    """True where the words before two numbers begin with different places or groups; if not people, of one kind."""
    one, other = (_leading(text, words) for text in (first, second.partition(",")[2]))
    return bool(one and other) and one != other and (people or one[-1] == other[-1])


def _leading(text: str, words: MatchingNorms) -> str:
    """The place or group with which a clause begins, if it begins with one."""
    places = "|".join(map(re.escape, (*words.areas, *words.kinds)))
    name = re.match(f"[{HANZI}]{{0,6}}?(?:[{HANZI}](?:{places})|{any_of(words.groups)})", text)
    return name[0] if name else ""


def _is_list(statement: Statement, numbers: Sequence[Quantity], norms: Norms) -> bool:
    """Tell whether the numbers of a clause follow each other as a list, none of them the sum of the others."""
    between = [statement.between(one.span, other.span) for one, other in pairwise(numbers)]
    names = [statement.before(numbers[0].span), *(text[1:] for text in between)]
    if not (all(map(JOINED.match, between)) and all(map(LETTER.search, names))):
        return False
    words = norms.matching
    prepared = says((*words.prepared, *words.preparatory), "".join(names))
    scoped = all(quantity.scope in WHOLES for quantity in numbers)
    total = sum((quantity.value for quantity in numbers), Decimal(0))
    holds_all = any(quantity.value * 2 == total for quantity in numbers)
    nouns = [quantity.noun for quantity in numbers if quantity.noun]
    nested = any(one != other and other.endswith(one) for one in nouns for other in nouns)  # 招聘会, 专场招聘会
    if nested or not scoped or prepared or holds_all or not _done_alike(statement, numbers):
        return False
    unit = numbers[0].unit
    by_name = all(_apart_by_name(quantity, words) for quantity in numbers)
    if unit in words.measures:
        return by_name  # 路基31公里、路面17公里 are of one road
    kinds = len({name[-1] for name in names}) == 1  # 宫颈癌检查5212人、乳腺癌检查5198人
    return adds_up(unit, words) or by_name or not kinds or says(words.no_doubles, statement.rest_of_sentence)


def _done_alike(statement: Statement, numbers: Sequence[Quantity]) -> bool:
    """True where all of a list stand at the same step, which the first may tell for all (建成甲12个、乙7个)."""
    steps = [_steps_before(quantity, statement) for quantity in numbers]
    return all(not own or own & steps[0] for own in steps[1:])


def _steps_before(quantity: Quantity, statement: Statement) -> frozenset[str]:
    """The steps that are told in front of a number of a list."""
    near = statement.steps_in(statement.piece_at(quantity.span))
    return frozenset(step.step for step in near if step.span.end <= quantity.span.start)


def may_be_the_same(members: Sequence[Told], norms: Norms) -> bool:
    """True where people of a list may be counted twice (轮椅210人、助听器155人); those of different places are not."""
    return not (adds_up(members[0][1].unit, norms.matching) or _told_apart(members, norms))


def _told_apart(members: Sequence[Told], norms: Norms) -> bool:
    """Tell whether a list says that it counts nobody twice, or names places, bodies or groups of people."""
    words = norms.matching
    (first, quantity), *_ = members
    between = [_between(*pair) for pair in pairwise(members)]
    led = (_leading(text.lstrip(",、"), words) for text in (first.before(quantity.span), *between))
    apart = all(name or _apart_by_name(q, words) for name, (_, q) in zip(led, members, strict=True))
    on_top = all(says(norms.phrases.again, text + "#") for text in between)
    return apart or on_top or says(words.no_doubles, first.rest_of_sentence)


def _apart_by_name(quantity: Quantity, words: MatchingNorms) -> bool:
    """Tell whether the name of a number is of a place, of a body or of a group of people (城区学校, 环卫工)."""
    noun = fold(quantity.noun)
    return noun.endswith((*words.areas, *words.sites)) or ends_with(words.groups, noun)
