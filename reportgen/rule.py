"""The register of rules: one function, one rule, its examples and its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from reportgen.facts.reading import Reading
from reportgen.norms import Norms
from reportgen.records import Cell, Check, Finding, Item, Period, Span, Status, Unplaced

FAMILIES = {"D": Status.DONE, "T": Status.ON_TRACK, "B": Status.BEHIND, "Q": None}
FIELDS = {"目标": "target", "计划": "plan", "进展": "progress", "问题": "problem", "完成率": "rate", "状态": "status"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a rule found: the words it rests on, a sentence fit to print, and of a doubt what to ask the unit."""

    spans: tuple[Span, ...]
    text: str
    question: str = ""

    @classmethod
    def of(cls, check: Check, text: str, question: str = "") -> Evidence:
        """Rest on what a check was asked by, and on all that answers it."""
        return cls((check.requirement.span, *check.answers), text, question)

    @classmethod
    def of_answers(cls, checks: Iterable[Check], text: str) -> Evidence:
        """Rest on all that answers some checks."""
        return cls(tuple(span for check in checks for span in check.answers), text)


Judgement = Callable[[Reading, Norms], Iterator[Evidence]]


@dataclass(frozen=True, slots=True)
class Example:
    """One line of a rule's docstring: an item on which the rule must fire, or must not."""

    fires: bool
    item: Item
    period: Period
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the rulebook. `sources` name the keys of the norms that its figures or phrases come from, if any."""

    code: str
    title: str
    status: Status | None
    sources: tuple[str, ...]
    judgement: Judgement
    meaning: str
    examples: tuple[Example, ...]

    def findings(self, reading: Reading, norms: Norms) -> tuple[Finding, ...]:
        found = self.judgement(reading, norms)
        return tuple([Finding(self.code, self.title, self.status, e.spans, e.text, e.question) for e in found])


REGISTER: dict[str, Rule] = {}


def rule(code: str, title: str, *, source: str | tuple[str, ...]) -> Callable[[Judgement], Judgement]:
    """Enter a function in the register; its docstring gives its meaning and its examples.

    `source` names the keys of the norms that bear on the rule; none where it goes by no figure or phrase of its own.

    ValueError on a code that is taken or malformed, a missing example of either kind, a source that is no key of norms.
    """

    sources = (source,) if isinstance(source, str) else source

    def enter(judgement: Judgement) -> Judgement:
        meaning, examples = _documented(judgement.__doc__ or "")
        if not re.fullmatch(r"[DTBQ][1-4]\d\d", code) or code in REGISTER:
            raise ValueError(f"rule {code}: the code is malformed or taken")
        if {example.fires for example in examples} != {True, False}:
            raise ValueError(f"rule {code}: give an example that fires (中) and one that does not (不中)")
        if unknown := [name for name in sources if not Norms.has(name)]:
            raise ValueError(f"rule {code}: {'、'.join(unknown)} is no key of the norms")
        REGISTER[code] = Rule(code, title, FAMILIES[code[0]], sources, judgement, meaning, examples)
        return judgement

    return enter


def _documented(docstring: str) -> tuple[str, tuple[Example, ...]]:
    lines = [line.strip() for line in docstring.strip().splitlines() if line.strip()]
    told = " ".join(line for line in lines if not re.match(r"不?中：", line))
    return told, tuple(_example(line) for line in lines if re.match(r"不?中：", line))


def _example(line: str) -> Example:
    head, _, body = line.partition("：")
    values = dict(part.strip().split(" ", 1) for part in body.split("｜"))
    as_of = date.fromisoformat(values.pop("截至", "2025-08-31"))
    due = values.pop("期限", None)
    deadline = values.pop("完成时限", None)
    unplaced = values.pop("未归栏", "").strip()
    item = Item(no=1, deadline=date.fromisoformat(deadline) if deadline else None)
    if unplaced:
        item = replace(item, unplaced=Unplaced((Cell(text=unplaced),), texts=frozenset({"progress"})))
    for key, text in values.items():
        cell = Cell(text=text.strip())
        item = replace(item, **{FIELDS[key]: cell})  # type: ignore[arg-type]  # the names are those of Cell fields
    period = Period(as_of, plan_due=date.fromisoformat(due) if due else None)
    return Example(head == "中", item, period, line)
