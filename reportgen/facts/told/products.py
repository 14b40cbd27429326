"""Products: what each of several holds or gets, told beside how many there are (54个村每村放了3场; 三所学校各办2场)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.statements import Number, numbers_in, of_sentence
from reportgen.records import HUNDRED, NOT_YET, OPEN, Quantity, Scope
from reportgen.text import HANZI, LISTED

MONEY = "元"
PLACES = ("点", "处", "地", "家", "单位")  # whatever was counted before
# 每村放了3场, 每个社区讲了两场, 平均每人2颗; 人均3.2颗
EACH = re.compile(
    rf"(?:每(?:一?[个家所座处条名户场期班])?(?P<thing>[{HANZI}]{{1,4}}?)?|(?P<mean>[人户村校班])均)[{HANZI}]{{0,4}}$"
)
EVERY = re.compile(f"各[{HANZI}]{{0,4}}$")  # 各办2场


# 50公里管网完成了65%, 300块站牌已换七成
SOME = re.compile(rf"[{HANZI}]{{0,8}}?(?:完成|已经?[更替]?[换装改修建发铺清]|[换装改修建发铺清完])(?:成|了|好|掉)?$")


def multiplied(number: Number, said: Progress) -> Number:
    """The number of all: what each has, times how many there are (54个村每村3场); or a count times the share done."""
    if (share := _share_done(number)) is not None:
        return number.worth(number.value * share.value / HUNDRED)
    many = _how_many(number, said)
    if many is None:
        return number
    return replace(number, quantity=replace(number.quantity, value=number.value * many, noun=""))


def _how_many(number: Number, said: Progress) -> Decimal | None:
    """How many there are that each have what a number tells; None of a number that tells nothing of each."""
    each, every = EACH.search(number.before), EVERY.search(number.before)
    if every is not None and (listed := _listed_before(number, every)):
        return Decimal(listed)
    if each is None and every is None:
        return None  # the usual case
    same = numbers_in(of_sentence(number.sentence, said.own))
    before = [n for n in same if not n.is_share and n.span.end <= number.span.start]
    if not before or (every is None and number.unit.endswith(MONEY)):
        return None
    last = before[-1]
    held = every or (each and _is_of(each, last))
    if last.scope is Scope.REST or last.statement.aspect in OPEN or not held:
        return None
    return (multiplied(last, said) if every else last).value


def _listed_before(number: Number, every: re.Match[str]) -> int:
    """How many places are listed before 各, each with so many (甲片、乙片各建成3座 gives 2); 0 where none are."""
    if number.statement.aspect in NOT_YET:
        return 0  # 计划7月、10月各开展1次
    names = LISTED.split(every.string[: every.start()])
    alone = number.statement.counted[:1] == (number.quantity,)
    return len(names) if alone and len(names) > 1 else 0


def _share_done(number: Number) -> Quantity | None:
    """The share that a clause tells as done right behind the number of all (300块站牌已换七成)."""
    shares = (s for s in number.statement.shares if s.span.start >= number.span.end and s.value < HUNDRED)
    share = next(shares, None)
    done = share is not None and not is_rate(share.of) and SOME.fullmatch(number.to(share.span))
    return share if done else None


def _is_of(each: re.Match[str], counted: Number) -> bool:
    """Tell whether what is told of each (每村) is told of the things that were counted (54个村)."""
    thing = each["thing"] or each["mean"] or ""
    source, unit = counted.statement.source, counted.unit
    near = unit + source.text[source.past(counted.span) :][: len(counted.noun) + 6]
    return not thing or thing in PLACES or thing in near or (thing == "人" and unit == "名")
