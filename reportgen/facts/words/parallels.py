"""Parallels: numbers told side by side of different places or things (城区12个、乡镇7个), which add up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Number, Sentence
from reportgen.facts.words.topics import names
from reportgen.norms import MatchingNorms
from reportgen.records import Scope
from reportgen.text import HANZI

WHOLES = (Scope.PLAIN, Scope.CUMULATIVE)
VISITS = "人次"
NAME = re.compile(f"[{HANZI}]{{2,8}}")
DIGITS = re.compile(r"\d+(?:\.\d+)?")


def beside(one: Number, other: Number, words: str, norms: MatchingNorms) -> bool:
    """Tell whether two numbers count different things in like words, so that both add to what `words` ask for.

    What the words themselves list (清淤、护岸全部完成) is asked one by one. Things done for people may be done for the
    same ones (宫颈癌筛查6915人、乳腺癌筛查6888人); only people of different places add up.
    """
    if one.sentence is not other.sentence:
        return False
    if one.unit != other.unit or one.scope is not other.scope or one.scope not in WHOLES:
        return False
    steps = [{step.step for step in number.steps} for number in (one, other)]
    if all(steps) and not steps[0] & steps[1]:
        return False
    leads = [_lead(one), _lead(other)]
    if len({mentions(norms.served, lead) for lead in leads}) > 1:
        return False  # whom or what the things serve is none of them
    if _done_otherwise(leads, words, norms):
        return False
    kind = _ending(leads)
    own = [lead.removesuffix(kind) for lead in leads]
    if not all(names(own[at] + kind[:1], norms) - names(own[1 - at] + kind[:1], norms) for at in (0, 1)):
        return False
    if one.unit in norms.measures and _of_one_length(own, (one.noun, other.noun), words, norms):
        return False
    placed = all(name.endswith((*norms.areas, *norms.sites)) or kind.startswith(norms.areas) for name in own)
    return placed or (adds_up(one.unit, norms) and (bool(kind) or _listed_by_name(one, other, norms)))


def _of_one_length(own: Sequence[str], nouns: Sequence[str], words: str, norms: MatchingNorms) -> bool:
    """True where two lengths are of the same works (清淤5公里、护岸8公里), or the words asked name only one of the two.

    路面完成90公里，护栏完成70公里 of 路面95公里: the second is told beside.
    """
    asked, ways = names(words, norms), re.compile("|".join(norms.actions))
    named = {bool(names(ways.sub(" ", noun), norms) & asked) for noun in nouns}
    return all(name in words for name in own) or len(named) > 1


def _done_otherwise(leads: Sequence[str], words: str, norms: MatchingNorms) -> bool:
    """True where the first number is done as is asked, and the second otherwise (另修复12公里 of 新建48公里)."""
    asked = [way for way in norms.actions if way in words]
    one, other = ([way for way in norms.actions if way in lead] for lead in leads)
    return bool(set(one) & set(asked)) and bool(other) and not set(other) & set(asked)


def _listed_by_name(one: Number, other: Number, norms: MatchingNorms) -> bool:
    """True where only a name and a 、 stand between two numbers of a clause (甲苑412套、乙苑326套).

    Different steps of the same things (开户475户、点火112户) do not; nor do lists of what was only prepared.
    """
    clause = one.statement
    if clause is not other.statement or one.unit in norms.measures or says(norms.prepared, clause.text):
        return False
    between, steps = one.to(other.span), one.steps_before + other.steps_before
    named = between.startswith("、") and NAME.fullmatch(between[1:]) is not None
    return named and not steps and not mentions(norms.actions, between)


def adds_up(unit: str, norms: MatchingNorms) -> bool:
    """Tell whether numbers of two kinds add up: people may be the same ones in both, their visits (人次) are not."""
    return unit not in norms.persons or unit == VISITS


ITEM = re.compile(r"(?:^|[。;:,])(?:\d{1,2}[.、)]|[一二三四五六七八九十]是|第[一二三四五六]?[,、]|[①-⑨])$")


def listed_items(told: Sequence[Number], norms: MatchingNorms) -> Decimal:
    """The sum of the numbers of one unit that stand one in each item of a list (一是…362个；二是…215个), else 0."""
    items: dict[Sentence, Number] = {}
    for number in sorted(told, key=lambda one: one.span.start):
        sentence = number.sentence
        start = sentence.start
        marked = start == 0 or ITEM.search(sentence.source.text[max(0, start - 4) : start]) is not None
        if marked and number.scope in WHOLES and _adds_to(number.unit, told[0].unit, norms):
            items.setdefault(sentence, number)
    steps = [{step.step for step in number.steps} for number in items.values()]
    apart = any(one and other and not one & other for one, other in pairwise(steps))
    if apart or len(items) < 2:
        return Decimal(0)
    return sum((number.value for number in items.values()), Decimal(0))


def _adds_to(unit: str, other: str, norms: MatchingNorms) -> bool:
    """Tell whether numbers of two measure words add up; people (211人) are visits where visits (人次) are counted."""
    return adds_up(other, norms) and (unit == other or (other == VISITS and unit in norms.persons))


def _lead(number: Number) -> str:
    """The words between the beginning of its stretch and a number, without other numbers (南湖幼儿园#班)."""
    return DIGITS.sub("#", number.near[: number.near.find(number.text)])


def _ending(leads: Sequence[str]) -> str:
    """The words with which both end (安装, 绿地)."""
    one, other = leads
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(other), strict=False))
    return "".join(letter for letter, _ in alike)[::-1]


def added(best: Number, told: Iterable[Number], words: str, norms: MatchingNorms) -> Decimal:
    """What a number and those told side by side with it add up to."""
    ordered = sorted(told, key=lambda one: one.span.start)
    cuts = [at for at, pair in enumerate(pairwise(ordered), 1) if not beside(*pair, words, norms)]
    runs = (ordered[start:end] for start, end in pairwise([0, *cuts, len(ordered)]))
    return next(sum((one.value for one in run), Decimal(0)) for run in runs if best in run)
