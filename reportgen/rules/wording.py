"""How the rules put their findings into words, from the words of the table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reportgen.records import Check
from reportgen.text import fold

LONGEST = 22
INNER_QUOTES = str.maketrans('“”"', "‘’‘")
ROOM = 48


def asked(check: Check) -> str:
    """The words that ask, cut to a length that prints."""
    return shortened(check.requirement.span.text)


def answered(check: Check) -> str:
    """The words that answer."""
    return "、".join(dict.fromkeys(shortened(span.text) for span in check.answers))


def shortened(text: str) -> str:
    """Cut a quotation to the length that prints: at a mark, else from the front where the number stands at the end.

    Quotation marks in it become inner ones, as it will stand in quotation marks itself.
    """
    text = fold(text).strip(",;。、:").translate(INNER_QUOTES)
    if len(text) <= LONGEST:
        return text
    at = max(text.rfind(mark, 0, LONGEST) for mark in ",;、:")
    if at >= LONGEST // 2:
        return text[:at]
    if any(letter.isdigit() for letter in text[-8:]):
        return "…" + text[1 - LONGEST :].lstrip("0123456789.%")
    return text[: LONGEST - 1].rstrip("0123456789.") + "…"


def day(when: date) -> str:
    return f"{when.month}月{when.day}日"


def against(check: Check) -> str:
    """What was asked beside what was reported."""
    if not check.answers:
        return f"“{asked(check)}”"
    if asked(check) == answered(check):
        return f"“{asked(check)}”，所报相同"
    return f"“{asked(check)}”，报“{answered(check)}”"


def listed(checks: Iterable[Check]) -> str:
    """Several checks as “要求…”，报“…”；, as many as there is room for."""
    told: list[str] = []
    for check in checks:
        words = against(check)
        if told and len("；".join([*told, words])) > ROOM:
            return "；".join(told) + "等"
        if words not in told:
            told.append(words)
    return "；".join(told)


def quoted(checks: Iterable[Check]) -> str:
    """The words that answer several checks, each once."""
    return "；".join(dict.fromkeys(shortened(span.text) for check in checks for span in check.answers))
