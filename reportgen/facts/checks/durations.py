"""Durations: how long something may take (响应时间10分钟以内, 时限压缩至3个工作日), held against what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.words.statements import Statement
from reportgen.records import NOT_YET, Check, Outcome

SECONDS = {"小时": 3600, "分钟": 60, "分": 60, "秒": 1}
UNIT = "小时|分钟|分(?![之类项批期别])|秒|个?工作日"
PART = re.compile(rf"(\d+(?:\.\d+)?)({UNIT})")
TAKEN = re.compile(rf"(?P<before>[^\d,。;、]{{0,4}})(?P<time>(?:\d+(?:\.\d+)?(?:{UNIT}))+)(?P<within>以?内|之内)?")
LIMIT = re.compile(r"(?:(?:缩短|压缩|压减|减少|降低?|下降|控制|精简)[至到为在]|不超过|不多于|不高于|≤|<=?)$")
CHANGED = re.compile(r"(?:[较比]\S*|(?:缩短|压缩|压减|减少|加快|提前|下降|降低)了?)$")  # by so much, not to so much


AVERAGE = "平均"
EXTREME = re.compile("最[长短快慢高低大小]")  # of one case, and no average


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something takes, in seconds or in working days; limited if it may take no longer (10分钟以内)."""

    value: Decimal
    in_days: bool
    limited: bool


def check_duration(case: Case) -> Check | None:
    """Hold the last duration told against the longest one asked for; None where either is not told."""
    limits = [duration for duration in _durations(case.requirement.words) if duration.limited]
    if len(limits) != 1:
        return None
    limit = limits[0]
    told = [(duration, statement) for duration, statement in _told(case) if duration.in_days == limit.in_days]
    if not told:
        return None
    last, statement = told[-1]  # 10月份9分42秒，11月份9分18秒
    if last.value <= limit.value:
        return case.met(statement)
    if case.time_is_up:
        return case.missed(statement)
    text = "尚未到期" if case.requirement.of_plan else "尚未达到年度要求"
    return case.outcome(Outcome.LIKELY, text, statement, doubtful=True)


def _told(case: Case) -> Iterator[tuple[Duration, Statement]]:
    """Yield the durations told of what is asked for, by its name or by the clause before in its sentence."""
    named = {s.sentence for s in case.said.own if case.names & case.said.words(s.text)}
    average = AVERAGE in case.all_words
    for statement in case.said.own:
        if average and EXTREME.search(statement.text):
            continue
        if statement.aspect not in NOT_YET and statement.sentence in named:
            yield from ((duration, statement) for duration in _durations(statement.text))


def _durations(text: str) -> Iterator[Duration]:
    """Yield the durations of a folded text (缩短至10分钟, 3个工作日)."""
    for match in TAKEN.finditer(text):
        if CHANGED.search(match["before"]):
            continue
        parts = [(Decimal(number), unit) for number, unit in PART.findall(match["time"])]
        length = sum((number * SECONDS.get(unit, 1) for number, unit in parts), Decimal(0))
        in_days = any(unit not in SECONDS for _, unit in parts)
        yield Duration(length, in_days, bool(match["within"] or LIMIT.search(match["before"])))
