"""How the rules put their findings into words, from the words of the table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from reportgen.records import Check, Outcome, Requirement, Span
from reportgen.text import balanced, fold, fold_for_print

LONGEST = 22  # letters of a quotation
BRIEF = 14  # of one that stands beside two others
ROOM = 44  # of what asks and what answers, with their marks, in a sentence of 60
NARROW = 36  # the same beside a day
SENTENCE = 60  # of a reason fit to print
INNER_QUOTES = str.maketrans("“”", "‘’")
STRAIGHT = re.compile('"([^"]*)"?')
MARKS = ",;。、:"
DAY = r"\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[底初末])前?"
NUMBER = re.compile(
    rf"{DAY}|[A-Za-z]*\d[\d.,:]*(?:月?[-~—–至到]\d[\d.,]*)?(?:%|[^\W\d_a-zA-Z])?"
)  # with its unit, or a range
COUNT = re.compile(r"\d(?!\d*(?:[-~—–至到]\d+)?[年月日])")  # a digit of no day
OPEN, HOPED = "到期能否达到待核实", "到期有望达到"  # of what is doubted, and once it no longer is
UNVERIFIED = "，待核实"
DATED = re.compile(r"\d月|季度|年底|年内")


def settled(sentence: str) -> str:
    """Say of what is no longer doubted how it stands, where a sentence left it open."""
    return sentence.replace(OPEN, HOPED).replace(UNVERIFIED, "")


def asked(check: Check) -> str:
    """The words that ask, cut to the length of a quotation."""
    return shortened(check.requirement.span.text)


def reported(words: Span) -> str:
    """Quote words as the unit's own: 自报“…”."""
    return f"自报“{shortened(words.text)}”"


def shortened(text: str, limit: int = LONGEST) -> str:
    """Cut a quotation to the length that prints.

    The cut is at a mark, if one is near. If the number would be lost with the end, the middle is left out instead.
    Quotation marks in the text become inner ones, as the quotation itself stands in quotation marks.
    """
    text = _trimmed(text)
    if len(text) <= limit:
        return text
    kept = _head(text, limit)
    lost = any(map(str.isdigit, text[-8:])) or (COUNT.search(text) and not COUNT.search(kept))
    return _without_middle(text, limit) if lost else kept


def _head(text: str, limit: int) -> str:
    """Cut at the last mark in the second half of the limit; without one, at the limit, but never within a number."""
    at = max(text.rfind(mark, 0, limit) for mark in MARKS)
    if at >= limit // 2:
        return balanced(text[:at])
    begin, _ = _number_across(text, limit - 1)
    return balanced(text[:begin]) + "…"


def _number_across(text: str, at: int) -> tuple[int, int]:
    """The start and end of the number that a cut at `at` would split; (at, at) if it splits none."""
    spans = (found.span() for found in NUMBER.finditer(text))
    return next(((first, last) for first, last in spans if first < at < last), (at, at))


def _without_middle(text: str, limit: int) -> str:
    """Keep a list's first and last member (甲…丙), or else only the end; no number is split."""
    first, _, _ = text.partition("、")
    last = text.rpartition("、")[2]
    if len(first) + len(last) < limit:
        return balanced(f"{first}…{last}")
    _, end = _number_across(text, len(text) + 1 - limit)
    clause = max((text.find(mark, end, len(text) - limit // 2) + 1 for mark in MARKS), default=0)
    return "…" + balanced(text[max(end, clause) :])


@lru_cache(maxsize=1024)  # several rules quote the same words
def _trimmed(text: str) -> str:
    return balanced(STRAIGHT.sub(r"‘\1’", fold_for_print(text).strip(MARKS + "/").translate(INNER_QUOTES)))


def day(when: date) -> str:
    return f"{when.month}月{when.day}日"


def by(check: Check) -> str:
    """The day by which it is asked (9月30日前); nothing where the words that ask name a day themselves."""
    return "" if DATED.search(check.requirement.words) else f"{day(check.requirement.due)}前"


def source(requirement: Requirement) -> str:
    """Name the cell that asks: 计划, 年度目标."""
    return "计划" if requirement.of_plan else "年度目标"


def against(check: Check, room: int = ROOM) -> str:
    """Quote what was asked beside what was reported: “…”，报“…”."""
    return _beside([check], room)


def listed(checks: Iterable[Check]) -> str:
    """Quote several checks as “要求”，报“答复”, as many as fit; those with the same answer stand together."""
    groups: dict[tuple[str, ...], list[Check]] = {}
    for check in checks:
        answers = _answers(check)
        same = _trimmed(check.requirement.span.text) == "".join(answers)
        groups.setdefault(("",) if same else answers, []).append(check)
    told: list[str] = []
    for group in groups.values():
        words = _beside(group, ROOM - 1)  # 等 may follow
        if told and len("；".join([*told, words])) > ROOM:
            return "；".join(told).removesuffix("等") + "等"
        told.append(words)
    return "；".join(told)


def _answers(check: Check) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_trimmed(span.text) for span in check.answers))


def _beside(checks: list[Check], room: int) -> str:
    """Quote several things asked beside their one answer; room that one side leaves goes to the other."""
    answers, asks = _answers(checks[0]), [_trimmed(check.requirement.span.text) for check in checks]
    if asks[0] == "".join(answers):
        return _quotes(asks, max(LONGEST, room)) + "，所报相同"
    taken = sum(len(words) + len("“”") for words in (*asks, *answers))
    whole = _changed(checks[0]) or _of_whole(checks[0]) or _of_all(checks[0], room - taken)
    room -= len(whole)
    ask = _quotes(asks, max(room // 2, room - sum(len(answer) + 2 for answer in answers[:1])))
    return f"{ask}{whole}，报{_quotes(answers, room - len(ask))}" if answers else ask


def _quotes(texts: Iterable[str], room: int) -> str:
    """Quote several texts one by one, as many as fit with their marks; 等 stands for the rest."""
    told, each = "", list(dict.fromkeys(texts))
    for text in each:
        quote = f"“{shortened(text, room - 2)}”"
        full = room if text == each[-1] else room - 1  # 等 takes a place too
        if told and len(told + quote) > full:
            return told + "等"
        told += quote
    return told


def _of_whole(check: Check) -> str:
    """The annual number that a share is of (目标…), where the report gives a number and no share."""
    wanted = check.requirement
    rate = wanted.quantity is not None and wanted.quantity.unit == "%" and wanted.whole is not None
    if not rate or wanted.whole is None or check.have is None or any("%" in answer for answer in _answers(check)):
        return ""
    return f"（目标{fold_for_print(wanted.whole.span.text)}）"


def _changed(check: Check) -> str:
    """The number that a target was changed to (调整为…), so that less than the old one does not look too little."""
    number = _number_elsewhere(check)
    return f"（调整为{number}）" if number and not check.requirement.of_plan else ""


def _of_all(check: Check, room: int) -> str:
    """The target's number (目标…), where a plan asks for all in words, some is missing, and there is room."""
    number = _number_elsewhere(check)
    told = not number or check.outcome is Outcome.MET or any(number in answer for answer in _answers(check))
    words = "" if told else f"（目标{number}）"
    return words if len(words) <= room else ""


def _number_elsewhere(check: Check) -> str:
    """The number asked for, where it does not stand in the words that ask; else nothing."""
    wanted = check.requirement.quantity
    number = fold(wanted.span.text) if wanted else ""
    return "" if number in fold(check.requirement.span.text) else number


def with_met(sentence: str, met: Iterable[Check]) -> str:
    """Add to a sentence one thing more that is met, if there is room."""
    more = [words for check in met if (words := quoted([check])) not in sentence]
    longer = f"{sentence}；{more[0]}已达到" if more else sentence
    return longer if len(longer) <= SENTENCE else sentence


def quoted(checks: Iterable[Check]) -> str:
    """Quote the words that answer several checks, each once."""
    return _quotes((answer for check in checks for answer in _answers(check)), ROOM)
