"""What is quoted of the report: no tail of a list, no half of a short clause."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.reading import Reading
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.subjects import BEGINS, NAME
from reportgen.records import Aspect, Check, Milestone, Outcome, Span
from reportgen.text import CLOSING, LISTED, OPENING, balanced, fold

WHOLE_CLAUSE = 22  # letters of a clause that is quoted whole
WITH_WHOLE = 30  # of a part that is quoted with what it is a part of
OTHERS = re.compile("其余|剩余|另")
PART = re.compile("其中|其余")
PLACE = re.compile(f"(?![{''.join(sorted(BEGINS))}剩另尚还]){NAME}{{2,12}}")
AS_TOLD = re.compile("(?:已经?|均|都|全部|目前|正在?|进入|开始|完成|通过)+$")
BRACKET = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
AND_MORE = re.compile(r"等\d")
NUMBER = re.compile(r"(?<![\d.])[-\d]")  # where one begins


def quotable(reading: Reading) -> Reading:
    """Widen the words that answer to what can stand in quotation marks by itself."""
    counted = {check.requirement.quantity.value for check in reading.target if check.requirement.quantity}
    plan, target = (_widened(checks, reading.statements, counted) for checks in (reading.plan, reading.target))
    same = plan == reading.plan and target == reading.target
    return reading if same else replace(reading, plan=plan, target=target)


def _widened(checks: Iterable[Check], told: Sequence[Statement], counted: Container[Decimal]) -> tuple[Check, ...]:
    return tuple(_quoted(_with_places(check, told, counted), told) for check in checks)


def _quoted(check: Check, told: Sequence[Statement]) -> Check:
    answers = _telling_first(check, told)
    return check if answers == check.answers else replace(check, answers=answers)


def _with_places(check: Check, told: Sequence[Statement], counted: Container[Decimal]) -> Check:
    places = _other_places(check, told, counted)
    return replace(check, answers=(*check.answers, *places)) if places else check


def _other_places(check: Check, told: Sequence[Statement], counted: Container[Decimal]) -> tuple[Span, ...]:
    """Give the clauses that tell of the other places, where a sentence names as many as are asked for in all.

    What is met by the words about one of them (甲站已投用，乙站、丙站进入装修) is met by those about the others too.
    """
    goal = check.requirement.milestone
    if goal is None or check.outcome is not Outcome.MET or check.have is not None:
        return ()
    same = [one for one in told if any(map(one.sentence.holds, check.answers))]
    named = [_places(one, goal) for one in same]
    return tuple(one.span for one in same) if all(named) and sum(map(len, named)) in counted else ()


def _places(statement: Statement, goal: Milestone) -> list[str]:
    """The names that a clause begins with, of places which it tells without a number to be at a step or beyond."""
    there = any(step.ladder == goal.ladder and step.rank >= goal.rank for step in statement.milestones)
    if statement.quantities or not there:
        return []
    names = LISTED.split(AS_TOLD.sub("", statement.before(statement.milestones[0].span)))
    return names if all(map(PLACE.fullmatch, names)) else []


def _telling_first(check: Check, told: Sequence[Statement]) -> tuple[Span, ...]:
    """Widen the answers; first comes what decides, as there may be no room for more: a denial, then the number."""
    giving = tuple(span for span in check.answers if _gives_number(span, check))
    rest = (span for span in check.answers if span not in giving)
    spans = *_against(check, told), *(giving or _number_beside(check, told)), *rest
    return tuple(dict.fromkeys(_out_of_bracket(_whole(span, told), check, told) for span in spans))


def _out_of_bracket(quoted: Span, check: Check, told: Sequence[Statement]) -> Span:
    """Begin the quote behind a bracket that it leaves open, where the number stands in it (2673剂次(其中首针1421人)."""
    if not BRACKET.search(quoted.text):
        return quoted
    head = balanced(quoted.text)
    if not quoted.text.startswith(head) or _counts(head, check) or not _gives_number(quoted, check):
        return quoted
    sources = (statement.source for statement in told if statement.span.overlaps(quoted))
    source = next(source for source in sources if quoted.text in source.typed)
    return source.span(source.at(quoted) + len(fold(head)) + 1, source.past(quoted))


def _number_beside(check: Check, told: Sequence[Statement]) -> tuple[Span, ...]:
    """Give the words that count what is there, where what answers only claims it (220户已完成，其中验收158户)."""
    if check.have is None:
        return ()
    near = [one for one in told if any(map(one.sentence.holds, check.answers))]
    return tuple(piece for one in near for piece in one.pieces if _gives_number(piece, check))[:1]


def _gives_number(answer: Span, check: Check) -> bool:
    """Tell whether an answer gives the very number that is held against the one asked for, and no late day decides."""
    wanted = check.requirement.quantity
    if wanted is None or check.have is None or check.promised:
        return False
    return not OTHERS.search(fold(answer.text)) and _counts(answer.text, check)


def _counts(text: str, check: Check) -> bool:
    """Tell whether a text holds the number that is held against the one asked for, with its measure."""
    wanted, words = check.requirement.quantity, fold(text)
    number = f"{check.have}{wanted.unit if wanted else ''}"
    return any(words.startswith(number, at.start()) for at in NUMBER.finditer(words))


def _against(check: Check, told: Sequence[Statement]) -> tuple[Span, ...]:
    """Give the words that deny what is missed though all that answers claims it (全部完成 beside 设备暂不能启用)."""
    if check.outcome is not Outcome.MISSED:
        return ()
    claiming = [statement for statement in told if statement.span in check.answers]
    if not claiming or not all(one.claims for one in claiming):
        return ()
    return tuple(statement.span for statement in told if statement.aspect is Aspect.NOT)[-1:]


def _whole(span: Span, told: Sequence[Statement]) -> Span:
    """Give the clause that the words stand in, if it is short; else of a list that is counted, all members."""
    for at, statement in enumerate(told):
        if span == statement.span or span in statement.pieces:
            short = span == statement.span or len(statement.text) <= WHOLE_CLAUSE
            return _with_whole(at, told) if short else _list_of(span, statement)
    return span


def _with_whole(at: int, told: Sequence[Statement]) -> Span:
    """Begin the quote of a part (其中204个) with the clause that tells the whole, if both are short.

    So is a stretch of time (工期60天) quoted with the clause before it, whose day it is reckoned from.
    """
    part, whole = told[at], told[at - 1] if at else None
    goes_on = PART.match(part.text) or any(moment.runs for moment in part.moments)
    if whole is None or whole.sentence is not part.sentence or not goes_on:
        return part.span
    source = part.source
    both = source.span(source.at(whole.span), source.past(part.span))
    return both if len(both.text) <= WITH_WHOLE else part.span


def _list_of(last: Span, statement: Statement) -> Span:
    """Begin with the first member where the words count the members of a list that they end (甲、乙、丙三家)."""
    at = statement.pieces.index(last)
    counted = (int(q.value) for q in statement.quantities if last.start <= q.span.start < last.end and q.value > 1)
    first = at + 1 - next((number for number in counted if number <= at + 1), 1)
    first = 0 if AND_MORE.search(fold(last.text)) else first
    source, begin = statement.source, statement.pieces[first]
    return source.span(source.at(begin), source.past(last)) if first < at else last
