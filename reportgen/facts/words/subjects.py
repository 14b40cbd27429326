"""Subjects: the names of places and buildings with which clauses begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from reportgen.facts.words.phrases import longest_of
from reportgen.facts.words.statements import Number, Statement
from reportgen.norms import MatchingNorms
from reportgen.text import AND, HANZI, LISTED, fold

SHORTEST = 2
JOINED = re.compile(AND)
LEADS = re.compile(":|方面,")  # end the words that lead to a list
# 四处场所 counts, it names nothing; 八家子桥 names a place.
COUNTED = re.compile("[一二两三四五六七八九十]+(?:[个处座所条]|家(?![子庄营寨屯沟坪坡岭湾洼坝堡渡]))")
STREET = re.compile("建设[东西南北中大]?[路街巷]")  # a name that many towns have
BEGINS = frozenset("已未正均都全共其因待拟各每占")
LOTS = re.compile(r"^(?:其中)?(?:\d{1,2}(?:#|号)?[栋幢座]?[、和及至~—-]?)+")
NAME = f"[{HANZI}A-Za-z·“”]"
SHORT_NAME, LONG_NAME = re.compile(f"{NAME}{{2,9}}"), re.compile(f"{NAME}{{3,9}}")
BY_SIDE = re.compile("[东西南北中甲乙丙丁][院站园校馆厂桥片区所]")  # 东站, 西站
HEAD = re.compile(r"[已均都正在于\d]|全部|完成")  # ends the head of a clause
CUTS = re.compile("[已均都正在共(尚仍拟待]|进入|转入|未(?!来)|因|由于|受(?!益)|完成|目前|\\d")


@lru_cache(maxsize=16)
def _words_of_work(generic: tuple[str, ...], districts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(longest_of(word for word in generic if len(word) > 1 and word not in districts))


@lru_cache(maxsize=16)
def led_by(words: tuple[str, ...]) -> re.Pattern[str]:
    """A text that begins with one of some words (其余的)."""
    return re.compile(f"^(?:{longest_of(words)})的?")


@lru_cache(maxsize=16)
def named_as(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """A name that ends with its kind, the kind left out of the group."""
    return re.compile(rf"({NAME}{{2,10}}?)(?:{longest_of(kinds)})")


@lru_cache(maxsize=256)
def begins_as(endings: frozenset[str]) -> re.Pattern[str]:
    """A name that ends so, the ending left out of the group."""
    return re.compile(rf"({NAME}{{2,12}}?)(?:{longest_of(endings)})")


def proper(name: str, norms: MatchingNorms) -> bool:
    """Tell whether a stretch may be a name: no word of work stands in it, nor a count, 已 or 因 at its beginning."""
    worded = _words_of_work(norms.generic, norms.districts).search(name) and not STREET.fullmatch(name)
    tail = JOINED.split(name)[-1]  # 墓穴及道路 are two things, and none of them a name
    thing = tail in norms.not_sites or tail.endswith(norms.not_site_endings)
    return not worded and not thing and not COUNTED.match(name) and name[:1] not in BEGINS


@lru_cache(maxsize=16)
def done_with(actions: tuple[str, ...]) -> re.Pattern[str]:
    """What is done with a thing, where it stands behind its name (甲校扩建)."""
    return re.compile(f"(?:{longest_of(actions)})+$")


def listed_subjects(statement: Statement, norms: MatchingNorms) -> Iterator[str]:
    """Yield the names in a list that a clause without numbers begins with (甲林、乙河港已清淤; 甲校扩建、乙校投用)."""
    *pieces, last = LISTED.split(statement.text)
    if not pieces or statement.counts:
        return
    steps = [fold(step.span.text) for step in statement.milestones]
    dated = next((letter for letter in last if letter.isdecimal()), "已")
    cuts = [at for word in (*steps, dated, "已", "均", "都", "全部", "正在") if (at := last.find(word)) >= SHORTEST]
    named = (*pieces, last[: min(cuts, default=0)])
    names = [done_with(norms.actions).sub("", name) for name in named]
    whole = all(
        SHORT_NAME.fullmatch(name)
        and proper(name, norms)
        and "等" not in name  # 甲、乙等设备 are things, not places
        and not any(step in name for step in steps)
        for name in names
    )
    if whole and not _at_a_site(names[0], norms):
        yield from names


def _at_a_site(name: str, norms: MatchingNorms) -> bool:
    """Tell whether a name goes on behind that of a site (甲市场摊位、排水): what is listed then are things there."""
    return not name.endswith(norms.kinds) and any(name.find(kind) >= SHORTEST for kind in norms.kinds)


def structures(said: Sequence[Statement], norms: MatchingNorms) -> list[str]:
    """The buildings of one project with which clauses begin (3栋教学楼封顶，宿舍楼施工至四层), if there are several."""
    found: dict[str, None] = {}
    for statement in said:
        made = [fold(step.span.text) for step in statement.milestones if step.made]
        if not made:
            continue
        text = LOTS.sub("", statement.text)
        cut = min((at for word in made if (at := text.find(word)) >= 0), default=0)
        if not cut:
            continue
        heads = [HEAD.split(piece)[0] for piece in LISTED.split(text[:cut])]
        found |= dict.fromkeys(heads if all(_is_structure(head, norms) for head in heads) else ())
    return list(found) if len(found) > 1 else []


def _is_structure(name: str, norms: MatchingNorms) -> bool:
    return bool(SHORT_NAME.fullmatch(name)) and name.endswith(norms.structures) and proper(name, norms)


def side_by_side(said: Sequence[Statement], counted: Sequence[Number], norms: MatchingNorms) -> Sequence[str]:
    """The names with which several clauses begin: of a known kind, or as many as counted and ending as their noun."""
    found = dict.fromkeys(name for statement in said if (name := _subject(statement, norms)) and proper(name, norms))
    known = [name for name in found if name.endswith(norms.kinds) and name not in norms.kinds]
    if len(known) > 1:
        return known
    alike = ([name for name in found if _ends_or_is_named_as(name, one.noun)] for one in counted)
    ended = [[name for name in found if name[-1] == kind] for kind in dict.fromkeys(n[-1] for n in found)]
    by_end = [names for names in ended if names[0].endswith(norms.sites)]
    told = [(one.value, names) for one, own in zip(counted, alike, strict=True) for names in (own, *by_end)]
    return next((names for value, names in told if len(names) == value), [])


def _ends_or_is_named_as(name: str, noun: str) -> bool:
    """Tell whether a place may be one of the things counted: it ends as they do, or has two of their letters."""
    return name[-1] in noun or any(one + other in name for one, other in pairwise(noun))


@lru_cache(maxsize=8)
def _holding(capacities: tuple[str, ...]) -> re.Pattern[str]:
    """How much a place holds, right behind its name (甲幼儿园设计学位270个)."""
    return re.compile(f"(?:设计|核定|提供|新增|增加|可)*(?:{longest_of(capacities)})$")


def _subject(statement: Statement, norms: MatchingNorms) -> str:
    """The name that a clause begins with, up to the first step, number or word of aspect, or what it holds."""
    text = LEADS.split(statement.text)[-1]  # 司机之家方面，白石站进入装修
    steps = [text.find(fold(step.span.text)) for step in statement.milestones]
    cut = CUTS.search(text)
    name = text[: min([at for at in (*steps, cut.start() if cut else -1) if at >= 0], default=0)]
    name = _holding(norms.capacities).sub("", name)
    long = LONG_NAME.fullmatch(name) or BY_SIDE.fullmatch(name)
    return name if long and not led_by(norms.left_ones).match(name) else ""
