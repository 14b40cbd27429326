"""The traits by which an item is like others: short pieces of its words, and how its numbers and days stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from reportgen.facts.reading import Reading
from reportgen.facts.words.statements import Statement
from reportgen.text import fold

NUMERAL = re.compile(r"\d+(?:\.\d+)?")
NUMBER = re.compile(r"(\d+(?:\.\d+)?)(万|亿)?([^\d,。;、.]?)")  # with the letter behind, which stands for its unit
SCALES = {"": 1.0, "万": 1e4, "亿": 1e8}
MONTH = re.compile(r"(?:(\d{4})年)?(1[0-2]|0?[1-9])月")
SHARES = (0.25, 0.5, 0.7, 0.8, 0.9, 0.97, 1.0)  # bounds between the classes of a share of what is asked
DAYS = (1, 11, 32, 93)  # and of the days left: overdue, ten days, a month, a quarter


def traits(reading: Reading) -> set[str]:
    """List what is counted of an item: the pieces of its words, each with the cell they stand in, and its measures.

    The words of a report are those that were read: without asides, boilerplate, and what only says the task again.
    """
    item, period = reading.item, reading.period
    target, plan, report = fold(item.target.text), fold(item.plan.text), _joined(reading.report)
    elsewhere = {item.problem.address, item.next_step.address}
    beside = _joined(told for told in reading.statements if told.source.address in elsewhere)
    found = {*pieces("报", report), *pieces("计", plan), *pieces("旁", beside, 2), *pieces("目", target, 2)}
    due = min(reading.due, item.deadline or reading.due)
    left, share = bisect_right(DAYS, (due - period.as_of).days), _least_share(plan, report)
    found |= {f"#余{left}", f"#计{share}", f"#计{share}余{left}", f"#目{_least_share(target, report)}"}
    for name, text in (("报", report), ("计", plan), ("旁", beside)):
        found.update(f"#{name}{when}" for when in _months(text, period.as_of, due))
    return found


def pieces(name: str, text: str, longest: int = 3) -> Iterator[str]:
    """Cut a text into all its pieces of one letter up to `longest`, whatever the numbers in it are."""
    bare = f"^{NUMERAL.sub('0', text)}$" if text else ""  # its beginning and end tell something too
    for length in range(1, longest + 1):
        for at in range(len(bare) - length + 1):
            yield name + bare[at : at + length]


def _joined(statements: Iterable[Statement]) -> str:
    return ",".join(statement.text for statement in statements)


def _least_share(asking: str, report: str) -> str:
    """Class the least share that the report's numbers are of those asked, each taken by the letter behind it."""
    asked = list(_numbers(asking))
    told: dict[str, float] = {}
    for value, unit in _numbers(report):
        told[unit] = max(value, told.get(unit, value))
    shares = [told[unit] / value if value else 1.0 for value, unit in asked if unit in told]
    return str(bisect_right(SHARES, min(shares))) if shares else "无" if asked else "空"


def _numbers(text: str) -> Iterator[tuple[float, str]]:
    for digits, scale, unit in NUMBER.findall(text):
        yield float(digits) * SCALES[scale], unit


def _months(text: str, as_of: date, due: date) -> Iterator[str]:
    """Tell of each month that is named whether it is past, the present one, in time or too late."""
    now, last = (as_of.year, as_of.month), (due.year, due.month)
    for year, month in MONTH.findall(text):
        named = (int(year or as_of.year), int(month))
        yield "往月" if named < now else "本月" if named == now else "期内" if named <= last else "逾期"
