"""Advance: a length driven or laid (累计掘进1286米，全长2140米，7月进尺92米), held against the days that are left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.words.roles import MONTH, a_day, bracketed
from reportgen.facts.words.statements import Number, Statement, by_sentence, numbers_in
from reportgen.facts.words.units import length_in, metres
from reportgen.norms import Norms
from reportgen.records import HUNDRED, Aspect, Check, Outcome, Scope

OF_A_MONTH = re.compile(
    r"(?:本月|当月|(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月份?)(?!底|末|初|前)[^\d,底末初前]{0,6}$"
)
IN_ALL = re.compile(r"(?:全长|总长|共计?|总|设计|全线)[^\d]{0,4}$")


def check_advance(case: Case) -> Check | None:
    """Forecast, for a thing asked for as a whole (隧道贯通), the length that is left; None where no pace is told."""
    wanted = case.goal
    if case.time_is_up or wanted is None or not wanted.made:
        return None
    told = [pair for group in by_sentence(case.about) for pair in _left(group, case)]
    if not told:
        return None
    statement, share = min(told, key=lambda pair: pair[1])
    enough = share >= case.norms.thresholds.forecast_likely
    outcome = Outcome.LIKELY if enough else Outcome.SHORT
    text = "按目前进度可达到" if enough else "按目前进度难以达到"
    doubtful = enough and share < case.norms.thresholds.forecast_sure
    return case.outcome(outcome, text, statement, forecast=share, doubtful=doubtful)


def _left(sentence: list[Statement], case: Case) -> Iterator[tuple[Statement, Decimal]]:
    """Yield the share of the length left that the pace told in a sentence gives by the due day, in %."""
    lengths = [
        number.worth(length)
        for number in numbers_in(sentence)
        if number.aspect is not Aspect.INTENDED and (length := _metres(number, case)) is not None
    ]
    paces = [pace for length in lengths if (pace := _pace(length, case.norms))]
    rest = next(((one.statement, one.value) for one in lengths if one.scope is Scope.REST), None)
    if rest is None:
        done = [length for length in lengths if not _pace(length, case.norms) and not _is_whole(length)]
        wholes = [length.value for length in lengths if _is_whole(length)] or _asked(case)
        if done and wholes:
            driven = max(done, key=lambda length: length.value)
            rest = driven.statement, max(wholes[0] - driven.value, Decimal(0))
    if rest is not None and paces:
        statement, left = rest
        yield statement, paces[0] * case.days_left * HUNDRED / left if left else HUNDRED


def _metres(number: Number, case: Case) -> Decimal | None:
    """How many metres a number tells; None of another unit."""
    return metres(number.value, number.unit, case.norms.matching)


def _pace(length: Number, norms: Norms) -> Decimal:
    """The metres of a day that a number of metres tells (7月进尺92米); 0 where it tells none."""
    of_a_month = OF_A_MONTH.search(length.before) is not None
    return length.value / MONTH if of_a_month else a_day(length, norms)


def _is_whole(length: Number) -> bool:
    behind_another = bracketed(length) or length.span != length.statement.quantities[0].span
    return behind_another and bool(IN_ALL.search(length.before))


def _asked(case: Case) -> list[Decimal]:
    """The one length that the target gives, in metres."""
    told = length_in(case.norms.matching).finditer(case.target_words)
    found = [metres(Decimal(match["number"]), match["unit"], case.norms.matching) for match in told]
    lengths = [length for length in found if length is not None]
    return lengths if len(lengths) == 1 else []
