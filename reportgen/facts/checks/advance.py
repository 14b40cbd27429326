"""Advance: a length driven or laid (累计掘进1286米，全长2140米，7月进尺92米), held against the days that are left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from reportgen.facts.checks.case import Case
from reportgen.facts.words.roles import MONTH, a_day, bracketed
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.units import length_in, metres
from reportgen.norms import Norms
from reportgen.records import HUNDRED, Aspect, Check, Outcome, Quantity, Scope

OF_A_MONTH = re.compile(
    r"(?:本月|当月|(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月份?)(?!底|末|初|前)[^\d,底末初前]{0,6}$"
)
IN_ALL = re.compile(r"(?:全长|总长|共计?|总|设计|全线)[^\d]{0,4}$")


def check_advance(case: Case) -> Check | None:
    """Forecast, for a thing asked for as a whole (隧道贯通), the length that is left; None where no pace is told."""
    wanted = case.goal
    if case.time_is_up or wanted is None or not wanted.made:
        return None
    told = [pair for group in _sentences(case) for pair in _left(group, case)]
    if not told:
        return None
    statement, share = min(told, key=lambda pair: pair[1])
    enough = share >= case.norms.thresholds.forecast_likely
    outcome = Outcome.LIKELY if enough else Outcome.SHORT
    text = "按目前进度可达到" if enough else "按目前进度难以达到"
    doubtful = enough and share < case.norms.thresholds.forecast_sure
    return case.outcome(outcome, text, statement, forecast=share, doubtful=doubtful)


def _sentences(case: Case) -> Iterator[list[Statement]]:
    for _, group in groupby(case.about, key=lambda statement: statement.sentence):
        yield list(group)


def _left(sentence: list[Statement], case: Case) -> Iterator[tuple[Statement, Decimal]]:
    """Yield the share of the length left that the pace told in a sentence gives by the due day, in %."""
    lengths = [
        (s, replace(q, value=length))
        for s in sentence
        for q, aspect in s.quantities
        if aspect is not Aspect.INTENDED and (length := metres(q.value, q.unit, case.norms.matching)) is not None
    ]
    paces = [pace for s, q in lengths if (pace := _pace(s, q, case.norms))]
    rest = next(((s, q.value) for s, q in lengths if q.scope is Scope.REST), None)
    if rest is None:
        done = [(s, q.value) for s, q in lengths if not _pace(s, q, case.norms) and not _is_whole(s, q)]
        wholes = [q.value for s, q in lengths if _is_whole(s, q)] or _asked(case)
        if done and wholes:
            statement, driven = max(done, key=lambda pair: pair[1])
            rest = statement, max(wholes[0] - driven, Decimal(0))
    if rest is not None and paces:
        statement, left = rest
        yield statement, paces[0] * case.days_left * HUNDRED / left if left else HUNDRED


def _pace(statement: Statement, quantity: Quantity, norms: Norms) -> Decimal:
    """The metres of a day that a number of metres tells (7月进尺92米); 0 where it tells none."""
    of_a_month = OF_A_MONTH.search(statement.before(quantity.span)) is not None
    return quantity.value / MONTH if of_a_month else a_day(quantity, statement, norms)


def _is_whole(statement: Statement, quantity: Quantity) -> bool:
    return bool(IN_ALL.search(statement.before(quantity.span))) and (
        bracketed(quantity, statement) or quantity.span != statement.quantities[0][0].span
    )


def _asked(case: Case) -> list[Decimal]:
    """The one length that the target gives, in metres."""
    told = length_in(case.norms.matching).finditer(case.target_words)
    found = [metres(Decimal(match["number"]), match["unit"], case.norms.matching) for match in told]
    lengths = [length for length in found if length is not None]
    return lengths if len(lengths) == 1 else []
