"""Adding: what numbers told side by side come to: by ways (新增及优化), batches (首批), kinds, places or people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.facts.checks.case import Case, whole_of
from reportgen.facts.checks.differences import change
from reportgen.facts.told.answering import reaches
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.totals import is_total
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.listings import listed
from reportgen.facts.words.parallels import WHOLES, added, adds_up, listed_items
from reportgen.facts.words.phrases import IN_TURN, mentions, says
from reportgen.facts.words.statements import Sentence, Statement, of_sentence
from reportgen.facts.words.topics import HEAD
from reportgen.norms import BUILT
from reportgen.records import OPEN, Aspect, Scope
from reportgen.text import BRACKETS

MOST_OVER = Decimal("1.3")  # of all there are to be, that parts which add up may come to
NAMED_MONTH = re.compile(r"(\d{1,2})月(?!\d{1,2}日)")
FEWEST_MONTHS = 3  # told one by one that are a list of all


def summed(found: Sequence[Answer], case: Case) -> Decimal:
    """Take the best number; where it falls short, what ways (新增及优化), batches (首批…) or places add up to."""
    have = found[0].value
    if have >= case.need:
        return have
    # Of lengths of which one is there (一期5.8公里贯通), those that are only begun add nothing.
    found = _that_reach(found, case) or found
    joint = says(case.norms.matching.joint, case.target_words)
    summed = _ways(found, case) if joint else _batches(found, case)
    wholes = (answer.value for answer in summed if answer.scope in (Scope.PLAIN, Scope.CUMULATIVE))
    divided = BRACKETS.sub("", case.requirement.words)  # 18公里(一次网7公里、二次网11公里) asks for both in all
    beside = added(found[0], found, divided, case.norms.matching)
    items = listed_items(found, case.norms.matching) if len(case.said.topics) <= 1 else Decimal(0)
    if items > whole_of(case) * MOST_OVER:
        items = Decimal(0)  # 加装自闭阀45260户，更换软管4.38万户 of 4.5万户 are the same homes
    each = (_respectively(found), _by_months(found), _with_since(found))
    apart = (way(found, case) for way in (_by_places, _by_sources, _exactly, _fewer))
    return max(have, sum(wholes, Decimal(0)), beside, items, *each, *apart)


def _that_reach(found: Sequence[Answer], case: Case) -> list[Answer]:
    """Those that have reached the step asked for, and what shares the verb of one (新建6座、改建9座均已开放)."""
    there = [answer for answer in found if reaches(case.requirement, answer, case.said)]
    shared = {a.statement for a in there}
    return [a for a in found if a in there or (a.statement.aspect is Aspect.REACHED and a.statement in shared)]


def _fewer(found: Sequence[Answer], case: Case) -> Decimal:
    """By how many they have become fewer (由91个减到27个), where that is asked for (化解60个)."""
    if not says(case.norms.matching.reduces, case.all_words):
        return Decimal(0)
    return -min(change(answer, case.norms.matching.fallen_to, case) for answer in found)


def _respectively(found: Sequence[Answer]) -> Decimal:
    """What the numbers of several places come to that a clause tells one after another (床位分别为46张、48张)."""
    best = found[0]
    told = [a for a in found if a.statement is best.statement and a.unit == best.unit]
    turn = IN_TURN.search(best.statement.text)
    listed = turn is not None and len(told) > 1 and all(turn[0] in answer.before for answer in told)
    return sum((answer.value for answer in told), Decimal(0)) if listed else Decimal(0)


def _by_places(found: Sequence[Answer], case: Case) -> Decimal:
    """What numbers of one place each, told sentence by sentence, come to (甲园运营，托养34名；乙园开业，托养29名)."""
    unit = found[0].unit
    alike = [a for a in found if a.unit == unit and a.scope is Scope.PLAIN]
    told = [_places_in(answer.sentence, case) for answer in alike]
    things = {answer.noun[-1:] for answer in alike}
    sentences = [answer.sentence for answer in alike]
    beside = [s for s in case.said.own if s.sentence in sentences]
    if any(s.aspect in OPEN and not case.lie_beyond(s.milestones) for s in beside):
        return Decimal(0)  # 乙园(180个学位)装修完成，10月开园
    one_by_one = len(things) == 1 and len(set(told)) == len(alike) and all(len(here) == 1 for here in told)
    return sum((a.value for a in alike), Decimal(0)) if one_by_one else Decimal(0)


def _by_sources(found: Sequence[Answer], case: Case) -> Decimal:
    """What numbers of one thing, one a sentence, come to (路边施划泊位1213个；利用空地建停车场，提供泊位648个)."""
    best = found[0]
    one_each: dict[Sentence, Answer] = {}
    for answer in found:
        if answer.unit == best.unit and answer.scope in WHOLES:
            one_each.setdefault(answer.sentence, answer)
    alike = list(one_each.values())
    total = sum((answer.value for answer in alike), Decimal(0))
    apart = len(alike) > 1 and adds_up(best.unit, case.norms.matching) and total <= whole_of(case) * MOST_OVER
    if not apart or not _of_one_kind(alike) or any(is_total(a) or a.value * 2 == total for a in alike):
        return Decimal(0)
    return total if all(_stands(s, case) for s in case.said.own if s.sentence in one_each) else Decimal(0)


def _of_one_kind(told: Sequence[Answer]) -> bool:
    """Tell whether numbers are of one thing at one step, and none only of some time (9月以来完工3个)."""
    steps = [{step.step for step in answer.steps} for answer in told]
    otherwise = any(one and other and not one & other for one, other in pairwise(steps))
    spells = any(m.start < m.end for answer in told for m in answer.statement.moments)
    return len({answer.noun[-HEAD:] for answer in told}) == 1 and not otherwise and not spells


def _exactly(found: Sequence[Answer], case: Case) -> Decimal:
    """All there are to be, where the numbers of one clause come to just so many (84个村、11个社区全部挂牌, of 95个)."""
    best = found[0]
    told = [q for q in best.statement.counted if q.unit == best.unit and q.scope in WHOLES]
    total = sum((q.value for q in told), Decimal(0))
    named = len(told) > 1 and all(q.noun for q in told) and best.statement.aspect not in OPEN
    return total if named and total == whole_of(case) else Decimal(0)


def _stands(statement: Statement, case: Case) -> bool:
    """Tell whether all that a statement tells of is there: nothing is under way, and no step before the end reached."""
    made = statement.milestones
    built = [ladder_named(step.ladder, case.norms).ranks.get(BUILT, 0) for step in made]
    there = all(m.aspect is Aspect.REACHED and m.rank >= rank for m, rank in zip(made, built, strict=True))
    return statement.aspect not in OPEN and not any(q.scope is Scope.REST for q in statement.counted) and there


def _places_in(sentence: Sentence, case: Case) -> frozenset[str]:
    """The places that a sentence names."""
    told = of_sentence(sentence, case.said.own)
    return frozenset(name for s in told for name in case.said.sites.named(s))


def _ways(found: Sequence[Answer], case: Case) -> Sequence[Answer]:
    """The best number for each way of doing it (新增9条, 优化7条); what names none (验收963户) may be the same."""
    ways: dict[str, Answer] = {}
    for answer in found:
        near = answer.near
        if listed(answer):
            near = answer.statement.text  # 新开甲路、乙路2条: the way stands before the first of the names
        way = next((word for word in case.norms.matching.actions if word in near), None)
        noun = answer.noun
        way = noun if len(noun) > 1 and noun in case.target_words else way
        if way is not None:
            ways.setdefault(way, answer)
    return list(ways.values())


def _batches(found: Sequence[Answer], case: Case) -> Sequence[Answer]:
    """The numbers that are told by batches or stages."""
    return [answer for answer in found if says(case.norms.matching.batches, answer.statement.text)]


def people_apart(found: Sequence[Answer], case: Case) -> Decimal:
    """What numbers of people that are to be reached (惠及6300人) come to, told by kinds, if none are the same."""
    best, words = found[0], case.norms.matching
    if best.unit not in words.persons or not mentions(words.served, case.requirement.words):
        return Decimal(0)
    same = (answer for answer in found if answer.sentence is best.sentence)
    alike = [answer for answer in same if answer.unit == best.unit and answer.scope is best.scope]
    kinds = best.scope in WHOLES and len({answer.noun for answer in alike}) == len(alike)
    return sum((answer.value for answer in alike), Decimal(0)) if kinds else Decimal(0)


def _with_since(found: Sequence[Answer]) -> Decimal:
    """A total up to the end of a month, with what came since (9月底累计950盏，10月份新装135盏; 10月又办7场)."""
    total = next((a for a in found if a.scope is Scope.CUMULATIVE and a.statement.moments), None)
    if total is None:
        return Decimal(0)
    until = max(moment.end for moment in total.statement.moments)
    same = (a for a in found if a.sentence is total.sentence)
    later = [
        a.value
        for a in same
        if a.unit == total.unit and a.scope in (*WHOLES, Scope.MONTH) and not is_total(a)
        if min((moment.start for moment in a.statement.moments), default=until) > until
    ]
    return total.value + sum(later, Decimal(0)) if later else Decimal(0)


def _by_months(found: Sequence[Answer]) -> Decimal:
    """What the numbers of months told one by one come to (1月8站次，2月6站次，3月14站次)."""
    named = ((NAMED_MONTH.match(answer.statement.text), answer.value) for answer in found)
    months = {int(month[1]): value for month, value in named if month}
    following = max(months, default=0) - min(months, default=0) + 1 == len(months)
    return sum(months.values(), Decimal(0)) if following and len(months) >= FEWEST_MONTHS else Decimal(0)
