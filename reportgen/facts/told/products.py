"""Products: what each of several holds or gets, told beside how many there are (54个村每村放了3场; 三所学校各办2场)."""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.levels import is_rate
from reportgen.facts.words.statements import Statement
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


def multiplied(told: Quantity, statement: Statement, said: Progress) -> Quantity:
    """The number of all: what each has, times how many there are (54个村每村3场); or a count times the share done."""
    if (share := _share_done(told, statement)) is not None:
        return replace(told, value=told.value * share.value / HUNDRED)
    each = EACH.search(statement.before(told.span))
    every = EVERY.search(statement.before(told.span))
    if every is not None and (listed := _listed_before(told, every, statement)):
        return replace(told, value=told.value * listed, noun="")
    if each is None and every is None:
        return told  # the usual case
    same = (s for s in said.own if s.sentence is statement.sentence)
    before = [(s, q) for s in same for q in s.counted if q.span.end <= told.span.start]
    if not before or (every is None and told.unit.endswith(MONEY)):
        return told
    holder, last = before[-1]
    if last.scope is Scope.REST or holder.aspect in OPEN or not (every or (each and _is_of(each, last, holder))):
        return told
    many = multiplied(last, holder, said).value if every else last.value
    return replace(told, value=told.value * many, noun="")


def _listed_before(told: Quantity, every: re.Match[str], statement: Statement) -> int:
    """How many places are listed before 各, each with so many (甲片、乙片各建成3座 gives 2); 0 where none are."""
    if statement.aspect in NOT_YET:
        return 0  # 计划7月、10月各开展1次
    names = LISTED.split(every.string[: every.start()])
    alone = statement.counted[0] is told and not told.is_share
    return len(names) if alone and len(names) > 1 else 0


def _share_done(told: Quantity, statement: Statement) -> Quantity | None:
    """The share that a clause tells as done right behind the number of all (300块站牌已换七成)."""
    shares = (share for share in statement.shares if share.span.start >= told.span.end and share.value < HUNDRED)
    share = next(shares, None)
    done = share is not None and not is_rate(share.of) and SOME.fullmatch(statement.between(told.span, share.span))
    return share if done else None


def _is_of(each: re.Match[str], counted: Quantity, statement: Statement) -> bool:
    """Tell whether what is told of each (每村) is told of the things that were counted (54个村)."""
    thing = each["thing"] or each["mean"] or ""
    near = counted.unit + statement.source.text[statement.source.past(counted.span) :][: len(counted.noun) + 6]
    return not thing or thing in PLACES or thing in near or (thing == "人" and counted.unit == "名")
