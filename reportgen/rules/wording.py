"""How the rules put their findings into words, from the words of the table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reportgen.records import Check
from reportgen.text import fold

LONGEST = 26
ROOM = 48


def asked(check: Check) -> str:
    """The words that ask, cut to a length that prints."""
    return shortened(check.requirement.span.text)


def answered(check: Check) -> str:
    """The words that answer."""
    return "、".join(dict.fromkeys(shortened(span.text) for span in check.answers))


def shortened(text: str) -> str:
    """Cut a quotation at a mark within the length that prints, else at that length with an ellipsis."""
    text = fold(text).strip(",;。、:")
    if len(text) <= LONGEST:
        return text
    at = max(text.rfind(mark, 0, LONGEST) for mark in ",;、:")
    return text[:at] if at >= LONGEST // 2 else text[: LONGEST - 1] + "…"


def day(when: date) -> str:
    return f"{when.month}月{when.day}日"


def listed(checks: Iterable[Check]) -> str:
    """Several checks as 要求…，现为…；, as many as there is room for."""
    told: list[str] = []
    for check in checks:
        words = f"{asked(check)}，现为{answered(check)}" if check.answers else asked(check)
        if told and len("；".join([*told, words])) > ROOM:
            return "；".join(told) + "等"
        if words not in told:
            told.append(words)
    return "；".join(told)
