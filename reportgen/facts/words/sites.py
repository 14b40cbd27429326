"""Sites: the places by name that make up what is asked for, and which clause speaks of which."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reportgen.facts.words.statements import Number, Statement, numbers_in
from reportgen.facts.words.subjects import (
    LEADS,
    LONG_NAME,
    NAME,
    SHORT_NAME,
    SHORTEST,
    STREET,
    begins_as,
    done_with,
    led_by,
    listed_subjects,
    named_as,
    proper,
    side_by_side,
    structures,
)
from reportgen.facts.words.units import FLOOR
from reportgen.norms import MatchingNorms, Norms
from reportgen.records import Quantity
from reportgen.text import BRACKETS, CLAUSE_MARKS, LISTED, fold

FEW = 15  # so many things are told of one by one
PARTS = re.compile(f"{LISTED.pattern}|{LEADS.pattern}")
LETTER, LETTERS = re.compile(NAME), re.compile(f"{NAME}+")
LOT = re.compile(
    r"(?:第?[一二三四五六七八九十]|\d{1,2}#?)标段|\d{1,2}#(?=楼|宿舍|[、和及\w])|\d{1,2}号(?=教?学?楼|公寓|宿舍|馆|厅|桥|隧|站|井|闸|地块|承台|墩|主?塔|盖梁|[、和及])|[A-H甲乙丙丁](?:[栋座幢]|地块)"
)

SIDE = re.compile(rf"(?:(?<=[{CLAUSE_MARKS}])|^)[左右东西南北上下前后中]半?[幅段侧岸区楼线]")  # 左幅通车，右幅破路


@dataclass(frozen=True, slots=True)
class Sites:
    """The names of the sites, and for each statement of the progress those it speaks of (none: of all, or the rest)."""

    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()  # for each name as little of it as tells which is meant
    told: tuple[frozenset[str], ...] = ()
    units: frozenset[str] = frozenset()  # in which the sites are counted
    buildings: frozenset[str] = frozenset()  # those that are parts of one thing (教学楼), and count as none of several

    def asked(self, words: str) -> frozenset[str]:
        """The sites that a requirement's words name."""
        return frozenset(name for name, short in zip(self.names, self.short, strict=True) if short in words)

    def counted(self, statement: Statement) -> bool:
        """Tell whether a statement counts sites (2家已投用)."""
        return any(quantity.unit in self.units for quantity in statement.quantities)

    def named(self, statement: Statement, *, counted: bool = False) -> tuple[str, ...]:
        """The sites that a statement itself names; only such as may be `counted` among several things."""
        names = (name for name in self.names if not (counted and name in self.buildings))
        return tuple(name for name in names if name in statement.text)


def _shorter(name: str, names: Sequence[str]) -> str:
    """The first two letters of a name, where no other begins so (甲林站, asked for as 甲林小型消防站)."""
    short = name[:SHORTEST]
    return short if sum(other.startswith(short) for other in names) == 1 else name


def sites(asked: Sequence[Statement], said: Sequence[Statement], norms: Norms) -> Sites:
    """Find the sites that the asking cells list or that the progress names, and follow them through the progress."""
    words, report = norms.matching, "".join(statement.text + "。" for statement in said)
    counted = _counted(asked, norms)
    things = [one.quantity for one in counted]
    units = frozenset(thing.unit for thing in things)
    among = [one for one in _counted(said, norms) if one.unit in units]
    listed = [name for one in (*counted, *among) for name in _listed(one, report, words)]
    endings = frozenset(ending for thing in things for ending in _endings(thing, words))
    buildings_asked = any(q.noun.endswith(words.structures) and q.unit != FLOOR for q in things)  # 博物馆3家
    built = [] if buildings_asked else structures((*asked, *said), words)
    named = [*_named_alone(asked, said, counted, report, norms), *built]
    kinds = frozenset(ending for name in (*named, *listed) for ending in words.sites if name.endswith(ending))
    found = [
        *listed,
        *_ending_as(endings, said, counted, words),
        *_lots(report),
        *side_by_side(said, counted, words),
        *named,
        *_ending_as(kinds, said, (), words),
    ]
    steps = {fold(step.span.text) for statement in said for step in statement.milestones}  # 甲桥:桩基、承台已完成
    found = [name for name in found if name not in steps]
    own = dict.fromkeys(name for name in found if (name not in words.sites or name in built) and proper(name, words))
    names = _apart(tuple(_without_kinds(own, asked)))
    short = tuple(_shorter(name, names) for name in names)
    return Sites(names, short, tuple(_followed(names, said, words)), units, frozenset(built) - frozenset(listed))


def _counted(told: Sequence[Statement], norms: Norms) -> list[Number]:
    """The numbers so small that the things they count may be told of one by one."""
    return [number for number in numbers_in(told) if are_few(number.quantity, norms)]


def _named_alone(
    asked: Sequence[Statement],
    said: Sequence[Statement],
    counted: Sequence[Number],
    report: str,
    norms: Norms,
) -> Iterator[str]:
    """Yield the names without a number: those a plan lists, those that end a list, those with which clauses begin."""
    nouns = [noun for one in counted if (noun := fold(one.noun))]
    for statement in asked:
        names = _asked_by_name(statement, report, norms.matching)
        yield from (name for name in names if not any(name in noun or noun in name for noun in nouns))
    if counted:
        things = [fold(quantity.noun) for statement in asked for quantity in statement.quantities]
        rooms = tuple(room for room in norms.matching.rooms if not any(thing.endswith(room) for thing in things))
        for statement in said:
            listed = [name for name in listed_subjects(statement, norms.matching) if not name.endswith(rooms)]
            of_things = any(thing.endswith(name) for name in listed for thing in things)
            yield from () if of_things else listed  # 步道、体育公园均已开放 lists what is asked for, no places


def _without_kinds(names: Collection[str], asked: Sequence[Statement]) -> Iterator[str]:
    """Leave out what is counted as a kind of thing (社区), where the name of one of them holds it."""
    kinds = {fold(quantity.noun) for statement in asked for quantity in statement.quantities}
    yield from (name for name in names if not (name in kinds and any(name in other != name for other in names)))


def _followed(names: Sequence[str], said: Sequence[Statement], norms: MatchingNorms) -> list[frozenset[str]]:
    """The sites that each statement speaks of: its own, else those of the one before it in the same sentence."""
    told: list[frozenset[str]] = []
    for at, statement in enumerate(said):
        here = frozenset(name for name in names if name in statement.text)
        if not here and at and said[at - 1].sentence is statement.sentence and not _of_others(statement, norms):
            here = told[-1]
        told.append(here)
    return told


def _asked_by_name(statement: Statement, report: str, norms: MatchingNorms) -> Iterator[str]:
    """Yield the places that a plan names (完成门诊楼封顶) and that the report speaks of."""
    for match in named_as(norms.sites).finditer(statement.text):
        if statement.text[match.end() - 1 : match.end() + 1] in norms.not_sites:
            continue
        ends = (match[0][at:] for at in range(len(match[0]) - SHORTEST))
        name = next((end for end in ends if end in report and end not in norms.sites), "")
        if name and proper(name, norms):
            yield name


def _lots(report: str) -> Iterator[str]:
    """Yield the lots and buildings told of by number, not a number within a name (厚塘2号桥), and the sides of one."""
    found = LOT.finditer(report)
    yield from (m[0] for m in found if not m[0][0].isdecimal() or not LETTER.match(report[m.start() - 1 : m.start()]))
    sides = dict.fromkeys(match[0] for match in SIDE.finditer(report) if "%" not in report)  # a share is of both
    yield from (side for side in sides if any(other != side and other[1:] == side[1:] for other in sides))


def _apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """Keep of a name and a longer one that holds it (石塘, 石塘站) the shorter: the report may use either."""
    return tuple(name for name in names if not any(other != name and other in name for other in names))


def are_few(quantity: Quantity, norms: Norms) -> bool:
    """Tell whether so few things are counted that each may be told of by its name."""
    return 1 < quantity.value <= FEW and quantity.unit not in norms.matching.measures


def _of_others(statement: Statement, norms: MatchingNorms) -> bool:
    """Tell whether a clause speaks of other places than the one before it: it counts anew, or tells of the rest."""
    return statement.counts or statement.text.startswith(norms.other_sites)


def _listed(number: Number, report: str, norms: MatchingNorms) -> Iterator[str]:
    """Yield the names listed right before their number (甲路、乙路2条), or after it in brackets (2条(甲路、乙路))."""
    before = led_by(norms.left_ones).sub("", number.before.removesuffix("等"))
    bracket = BRACKETS.search(number.statement.text[len(number.before) :])
    for text in (before, bracket[1] if bracket else ""):
        parts = LISTED.split(text)
        if len(parts) == number.value:
            yield from filter(None, (_told_name(part, report, norms) for part in parts))


def _told_name(part: str, report: str, norms: MatchingNorms) -> str:
    """The longest end of a listed name (打通海晏路) that the report speaks of, or its beginning where that is longer.

    An end that only tells the kind (站点 of 沿江急救站点) is no name.
    """
    ends = [part[at:] for at in range(len(part) - SHORTEST + 1)]
    ends = [end for end in ends if not all(letter in norms.sites for letter in end)]
    begins = [part[:-at] for at in range(1, len(part) - SHORTEST + 1)]
    told = (next((n for n in names if n in report and LETTERS.fullmatch(n)), "") for names in (ends, begins))
    return max(told, key=len)


def _endings(quantity: Quantity, norms: MatchingNorms) -> Iterator[str]:
    """Yield the words with which the sites' names may end: 断头路 gives 路, 农贸市场 gives 市场 and 场.

    What is done with them (污水处理厂提标改造3座) is no part of their name.
    """
    noun = done_with(norms.actions).sub("", fold(quantity.noun))
    noun = noun.removesuffix("点") if noun.endswith("站点") else noun  # 急救站点: 甲、乙急救站
    if noun.endswith(norms.roads):
        yield from norms.roads
    if noun.endswith(norms.sites) or quantity.unit in norms.sites:
        yield from (ending for ending in norms.sites if noun.endswith(ending) or quantity.unit == ending)


def _ending_as(
    endings: frozenset[str],
    said: Sequence[Statement],
    counted: Sequence[Number],
    norms: MatchingNorms,
) -> Iterator[str]:
    """Yield the names that end as the sites asked for do, and are no words of what is `counted`."""
    asked = "".join(one.statement.text for one in counted)
    if endings:
        name_so = begins_as(endings)
        yield from (name for statement in said for name in _named(statement, name_so, asked, norms))


def _beginnings(pieces: Sequence[str], name_so: re.Pattern[str], asked: str, norms: MatchingNorms) -> list[str]:
    """The names that end so, are none of what is `asked`, and with which pieces begin."""
    begun = (match for piece in pieces if (match := name_so.match(piece)))
    named = (m[0] for m in begun if proper(m[1], norms) or STREET.fullmatch(m[0]))
    return [name for name in named if name not in asked]


def _named(statement: Statement, name_so: re.Pattern[str], asked: str, norms: MatchingNorms) -> Iterator[str]:
    """Yield the names that end so at the beginning of a clause, or of a list there."""
    listed = LEADS.split(statement.text)[-1]
    # Where a list follows, the words that lead to it name none of its sites.
    parted = (PARTS.split(text) for text in (listed, statement.text))
    pieces, found = next(((cut, own) for cut in parted if (own := _beginnings(cut, name_so, asked, norms))), ([], []))
    if not found:
        return
    yield from found
    # The others of the list stand before the one that ends as asked (甲、乙托育园分别于3月、5月开园).
    before = list(takewhile(lambda piece: not piece.startswith(tuple(found)), LISTED.split(listed)))
    yield from before if all(SHORT_NAME.fullmatch(name) for name in before) else ()
    whole = all(piece in found for piece in pieces[:-1] if piece.startswith(tuple(found)))  # not 甲市场摊位、排水
    if whole and len(pieces) > len(found):
        # In a list of names those count too that end otherwise (甲二幼、乙中心园竣工).
        steps = [fold(step.span.text) for step in statement.milestones]
        cuts = [pieces[-1].find(step) for step in steps if step in pieces[-1]]
        others = [*pieces[:-1], pieces[-1][: min(cuts, default=0)].rstrip("已均")]
        yield from (name for name in others if LONG_NAME.fullmatch(name) and name not in found)
