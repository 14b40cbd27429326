"""Floors: how high a building stands, where plan and progress tell it by floors (施工至9层, 共17层)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from reportgen.facts.checks.case import Case
from reportgen.facts.words.ladders import days_between
from reportgen.facts.words.numerals import number
from reportgen.facts.words.phrases import RESPECTIVELY
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.units import FLOOR
from reportgen.norms import FRAME, TOPPED
from reportgen.records import HUNDRED, NOT_YET, Aspect, Check, Milestone, Outcome
from reportgen.text import fold

NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
UP_TO = rf"(?:至|到)(?:地上|第)*(?P<floor>{NUMERAL})层"
SLAB = rf"(?:地上|第)?(?P<slab>{NUMERAL})层(?:顶板|楼板|结构|楼面|梁板|施工)"
RISING = re.compile(rf"(?<!地下)(?<!负)(?P<floor>{NUMERAL})层(?:墙?柱|剪力墙)")  # stands on the floor below
DONE = rf"(?:主体|结构|砌体|施工|完成|浇筑)(?:地上|第)?(?P<done>{NUMERAL})层(?=以上|$|[,、。;(])"
REACHED = re.compile(f"{UP_TO}|{SLAB}|{DONE}")
WHOLE = re.compile(rf"\((?:地上|共|总高|高|均为?|总)*(?P<floor>{NUMERAL})层\)")
HEIGHT = re.compile(rf"(?:地上|总高|共)(?P<floor>{NUMERAL})层")
EACH = re.compile(rf"(?P<floor>{NUMERAL})层")
TOPS = frozenset((FRAME, TOPPED))  # steps that stand when the last floor does


def check_floors(case: Case) -> Check | None:
    """Hold the floor reached against the floor asked for; None where either is not told, or of several buildings."""
    share = case.requirement.quantity
    asked = _asked(case.requirement.words, case.goal, case.about) or _whole_height(case)
    if asked is None and share is not None and share.unit == "%":
        asked = _storeys(case)
    if asked is None or len([part for part in case.parts if part.sited]) > 1:
        return None
    if share is not None and share.unit == "%":
        asked = ceil(asked * share.value / HUNDRED)  # 主体完成60% of five floors
    stand = (s for s in case.about if s.aspect not in NOT_YET)
    told = [(statement, floor) for statement in stand for floor in _told(statement)]
    if not told:
        return _from_the_ground(case, asked)
    statement, here = max(told, key=lambda pair: pair[1])
    if here >= asked:
        return case.met(statement)
    if case.time_is_up:
        return case.missed(statement)
    enough = (asked - here) * case.norms.thresholds.floor_days <= case.days_left
    text = "剩余时间内可达到" if enough else "后续楼层所需时间超过剩余时间"
    return case.outcome(Outcome.LIKELY if enough else Outcome.SHORT, text, statement)


def names_floor(words: str) -> bool:
    """Tell whether words ask for a floor by its number (施工至地上八层)."""
    return bool(_floors(REACHED, words))


def _from_the_ground(case: Case, asked: int) -> Check | None:
    """Hold the days up to the first floor, and those of all floors, against the days left; None if they fit."""
    goal, here = case.goal, case.here
    if goal is None or here is None or here.rank >= goal.rank or case.time_is_up:
        return None
    frame = case.ladder.ranks.get(FRAME, goal.rank) if goal.step in TOPS else goal.rank
    first = replace(goal, rank=max(frame, here.rank), aspect=Aspect.UNDER_WAY)
    days = days_between(here, first, case.size, case.norms) + asked * case.norms.thresholds.floor_days
    if days <= case.days_left:
        return None
    return case.outcome(Outcome.SHORT, "后续楼层所需时间超过剩余时间", here.said)


def _storeys(case: Case) -> int | None:
    """The height that is told beside the floor reached (砌体施工至四层(共五层)), of which a share is asked for."""
    told = (statement.text for statement in case.report if _told(statement))
    return max((floor for text in told for floor in _floors(WHOLE, text)), default=None)


def _whole_height(case: Case) -> int | None:
    """The height that the target gives elsewhere (建筑面积1.1万平方米，地上9层), where the top is asked for."""
    step = case.goal
    if step is None or step.step not in TOPS:
        return None
    return max(_floors(HEIGHT, case.target_words), default=None)


def floors_left(clauses: Sequence[Statement], words: str, goal: Milestone) -> int | None:
    """Count the floors that one building lacks of those asked for; None where its height or floor is not told."""
    asked = _asked(words, goal, clauses)
    told = [floor for clause in clauses for floor in _told(clause)]
    return max(asked - max(told), 0) if asked is not None and told else None


def _asked(words: str, step: Milestone | None, about: Sequence[Statement]) -> int | None:
    """The floor asked for: named in the plan, or the whole height where the top is asked for."""
    named = _floors(REACHED, words)
    if named or step is None or step.step not in TOPS:
        return max(named, default=None)
    texts = (words, *(statement.text for statement in about))
    return max((floor for text in texts for floor in _floors(WHOLE, text)), default=None)


def _told(statement: Statement) -> list[int]:
    """The floors reached; of several buildings told in one clause (分别施工至14层、11层) the lowest."""
    text = WHOLE.sub("", statement.text)
    if RESPECTIVELY in text and EACH.search(text):
        return [min(_floors(EACH, text))]
    return [*_floors(REACHED, text), *(floor - 1 for floor in _floors(RISING, text))]


def _floors(pattern: re.Pattern[str], text: str) -> list[int]:
    if FLOOR not in text:
        return []
    found = (match.groupdict() for match in pattern.finditer(fold(text)))
    values = (number(groups.get("floor") or groups.get("slab") or groups.get("done") or "") for groups in found)
    return [int(value) for value in values if value is not None]
