"""Grades: the grade of water that is asked for (稳定达到Ⅲ类), held against the grades that the report tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.facts.checks.case import Case
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Statement
from reportgen.records import NOT_YET, Check, Outcome
from reportgen.text import LISTED

# GB 3838-2002 grades surface water from I, the best, to V; what is worse is 劣V类.
GRADES = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
WORSE = 6
GRADED = "类"  # stands in every grade
GRADE = re.compile(r"(?P<worse>劣)?(?:(?P<grade>III|II|IV|I|V)|(?P<hanzi>[一二三四五])(?=类水))类(?![型别])")


@dataclass(frozen=True, slots=True)
class GradeTold:
    """A grade, the clause that tells it and of how many waters."""

    grade: int
    statement: Statement
    waters: int


def check_grade(case: Case) -> Check | None:
    """Hold the worst grade told against the one asked for; None where no grade of water is asked for or told."""
    asked, number = _grade(case.requirement.words), case.requirement.quantity
    if number is not None and number.unit == "%":
        return None  # the share of waters that hold a grade
    asked = min(asked, WORSE - 1) if asked else None  # 消除劣V类 asks for V
    if asked is None or not says(case.norms.matching.waters, case.all_words):
        return None
    told = _of_its_time(case)
    if not told:
        return None
    worst = max(told, key=lambda one: one.grade)
    if worst.grade > asked:
        return _not_held(worst, case)
    if number is not None and sum(one.waters for one in told) < number.value:
        return case.outcome(Outcome.LIKELY, "部分已达到", worst.statement, doubtful=True)
    if not case.requirement.of_plan and not case.period.in_last_month:
        return case.outcome(Outcome.LIKELY, "目前达到，年底前须保持", worst.statement)
    return case.met(worst.statement)


def _not_held(worst: GradeTold, case: Case) -> Check:
    """Say of a grade that is worse than asked what the time that is left makes of it."""
    if case.time_is_up:
        return case.missed(worst.statement)
    if case.to_come:
        return case.outcome(Outcome.LIKELY, "尚未达到年度要求", worst.statement, doubtful=True)
    return case.outcome(Outcome.SHORT, "未达到要求", worst.statement)


def _of_its_time(case: Case) -> list[GradeTold]:
    """The grades told of what is asked: of the mean where a mean is, else of the single months."""
    stand = (s for s in case.said.own if s.aspect not in NOT_YET)
    told = [one for statement in stand for one in _told(statement)]
    mean = mentions(case.norms.matching.averages, case.requirement.words)
    same = [one for one in told if mentions(case.norms.matching.averages, one.statement.text) is mean]
    return same or told


def _told(statement: Statement) -> list[GradeTold]:
    found, start = list[GradeTold](), 0
    for match in GRADE.finditer(statement.text):
        named = [name for name in LISTED.split(statement.text[start : match.start()]) if name]
        found.append(GradeTold(_rank(match), statement, max(len(named), 1)))
        start = match.end()
    return found


def _grade(text: str) -> int | None:
    match = GRADE.search(text) if GRADED in text else None
    return None if match is None else _rank(match)


def _rank(match: re.Match[str]) -> int:
    return WORSE if match["worse"] else GRADES[match["grade"] or match["hanzi"]]
