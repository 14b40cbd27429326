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
ONE = r"\d+(?:\.\d+)?(?:小时|分钟|分(?![之类项批期别])|秒|个?工作日)"
TAKEN = re.compile(rf"(?P<before>[^\d,。;、]{{0,4}})(?P<time>(?:{ONE})+)(?P<within>以?内|之内)?")
PART = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<unit>小时|分钟|分|秒|个?工作日)")
LIMIT = re.compile(r"(?:(?:缩短|压缩|压减|减少|降低?|下降|控制|精简)[至到为在]|不超过|不多于|不高于|≤|<=?)$")
CHANGED = re.compile(r"(?:[较比]\S*|(?:缩短|压缩|压减|减少|加快|提前|下降|降低)了?)$")  # by so much, not to so much


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something takes, in seconds or in working days, and the clause that tells it."""

    value: Decimal
    in_days: bool
    statement: Statement


def check_duration(case: Case) -> Check | None:
    """Hold the last duration told against the longest one asked for; None where either is not told."""
    limits = [length for length, limited in _durations(case.requirement.words) if limited]
    if len(limits) != 1:
        return None
    limit, in_days = limits[0]
    told = [duration for duration in _told(case) if duration.in_days == in_days]
    if not told:
        return None
    last = told[-1]  # 10月份9分42秒，11月份9分18秒
    if last.value <= limit:
        return case.outcome(Outcome.MET, "已达到", last.statement)
    if case.time_is_up:
        return case.outcome(Outcome.MISSED, "到期未达到", last.statement)
    text = "尚未到期" if case.requirement.of_plan else "尚未达到年度要求"
    return case.outcome(Outcome.LIKELY, text, last.statement, doubtful=True)


def _told(case: Case) -> Iterator[Duration]:
    """Yield the durations told of what is asked for, by its name or by the clause before in its sentence."""
    named = {s.sentence for s in case.said.own if case.names & case.said.words(s.text)}
    for statement in case.said.own:
        if statement.aspect in NOT_YET or statement.sentence not in named:
            continue
        for (value, in_days), _ in _durations(statement.text):
            yield Duration(value, in_days, statement)


def _durations(text: str) -> Iterator[tuple[tuple[Decimal, bool], bool]]:
    """Yield the durations of a folded text, each with whether it is a limit (缩短至10分钟, 10分钟以内)."""
    for match in TAKEN.finditer(text):
        if CHANGED.search(match["before"]):
            continue
        parts = [(Decimal(part["number"]), part["unit"]) for part in PART.finditer(match["time"])]
        clock = all(unit in SECONDS for _, unit in parts)
        length = sum((number * SECONDS.get(unit, 1) for number, unit in parts), Decimal(0))
        yield (length, not clock), bool(match["within"] or LIMIT.search(match["before"]))
