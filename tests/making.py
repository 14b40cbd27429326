"""Make tables and verdicts from a short notation, so that a test shows what it is about.

as_of 2025-08-31              the day of the table; also: plan_due DAY, columns NAME=HEADER …
# 1 便民出行                   a project's number and name; its items follow
done | TARGET | PLAN | PROGRESS | UNITS | LEADERS | REASON
  open: WORDS DAY [HAVE/WANTED]   words of plan or target that are not met, and their due day
  met: WORDS ANSWER [HAVE/WANTED]  words of target or plan, and the words of the progress that meet them
  stands: WORDS                    words of the progress
  cause: WORDS                     words of the progress
  promise: WORDS DAY               words of the progress, and the day they name
  question: TEXT                   marks the item for review
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from reportgen.records import (
    Address,
    Cell,
    Check,
    Column,
    Item,
    Moment,
    Outcome,
    Period,
    Project,
    Promise,
    Quantity,
    Requirement,
    Span,
    Status,
    Table,
    Verdict,
)
from reportgen.text import fold
from reportgen.workspace import Settings

HEADERS = {
    "no": "序号",
    "project": "项目名称",
    "target": "主要内容",
    "lead_leader": "牵头区领导",
    "lead_unit": "牵头单位",
    "plan": "三季度工作计划",
    "progress": "8月份完成情况",
}
FIELDS = ("target", "plan", "progress", "lead_unit", "lead_leader")


MONTH = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


@dataclass
class _Reader:
    period: Period = MONTH
    headers: dict[str, str] = field(default_factory=lambda: dict(HEADERS))
    projects: list[Project] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)

    def line(self, line: str) -> None:
        word, _, rest = line.strip().partition(" ")
        if line.startswith("  "):
            self.verdicts[-1] = _with(self.verdicts[-1], word.rstrip(":"), rest.strip())
        elif word == "as_of":
            self.period = replace(self.period, as_of=date.fromisoformat(rest))
        elif word == "plan_due":
            self.period = replace(self.period, plan_due=date.fromisoformat(rest) if rest else None)
        elif word == "columns":
            self.headers = dict(pair.split("=") for pair in rest.split())
        elif word == "#":
            number, _, name = rest.partition(" ")
            self.projects.append(Project(int(number), name, ()))
        elif word:
            self.item(line)

    def item(self, line: str) -> None:
        status, *texts, reason = (part.strip() for part in line.split("|"))
        no, project = len(self.verdicts) + 1, self.projects[-1]
        cells = {
            name: Cell(Address("表.txt", "", no + 2, at), text)
            for at, (name, text) in enumerate(zip(FIELDS, texts, strict=True), 1)
        }
        item = replace(Item(no, project.number, Cell(text=project.name)), **cells)
        self.projects[-1] = replace(project, items=(*project.items, item))
        self.verdicts.append(Verdict(item, Status(status), False, (), (), reason))


def month(notation: str) -> tuple[Table, tuple[Verdict, ...]]:
    """Make a table and its verdicts from the notation above."""
    reader = _Reader()
    for line in notation.splitlines():
        reader.line(line)
    columns = tuple(Column(name, header, at) for at, (name, header) in enumerate(reader.headers.items()))
    return Table(("表.txt",), reader.period, columns, tuple(reader.projects)), tuple(reader.verdicts)


def span(cell: Cell, words: str) -> Span:
    """Quote words of a cell."""
    start = cell.text.index(words)
    return Span(cell.address, start, start + len(words), words)


def _with(verdict: Verdict, what: str, rest: str) -> Verdict:
    item = verdict.item
    if what == "question":
        return replace(verdict, needs_review=True, question=rest)
    if what == "stands":
        return replace(verdict, standing=(*verdict.standing, span(item.progress, rest)))
    if what == "cause":
        return replace(verdict, cause=span(item.progress, rest))
    if what == "promise":
        words, day = rest.split()
        where, end = span(item.progress, words), date.fromisoformat(day)
        return replace(verdict, promise=Promise(Moment(end.replace(day=1), end, where), None, where))
    check = {"open": _open, "met": _met}[what]
    return replace(verdict, checks=(*verdict.checks, check(item, rest)))


def _open(item: Item, rest: str) -> Check:
    words, day, *numbers = rest.split()
    requirement, have = _asked(item, words, date.fromisoformat(day), numbers)
    need = requirement.quantity.value if requirement.quantity else None
    return Check(requirement, Outcome.SHORT, (), "按目前进度到期难以达到", have=have, need=need)


def _met(item: Item, rest: str) -> Check:
    words, answer, *numbers = rest.split()
    requirement, have = _asked(item, words, date(2025, 12, 31), numbers)
    return Check(requirement, Outcome.MET, (span(item.progress, answer),), "已达到", have=have)


def _asked(item: Item, words: str, due: date, numbers: Sequence[str]) -> tuple[Requirement, Decimal | None]:
    source: Literal["target", "plan"] = "target" if words in item.target.text else "plan"
    cell = item.target if source == "target" else item.plan
    have, _, wanted = (numbers or [""])[0].partition("/")
    asked = re.search(r"[\d.]+[万千]?\w{0,2}", words)
    quantity = Quantity(Decimal(wanted), "", "", span(cell, asked[0])) if wanted and asked else None
    return Requirement(source, span(cell, words), fold(words), due, quantity=quantity), Decimal(have) if have else None


def settings(**sections: Mapping[str, object]) -> Settings:
    """Make an office's settings; sections given replace the defaults."""
    office = {"name": "云湖区人民政府办公室", "masthead": "民生实事简报", "subject": "民生实事项目"}
    defaults: dict[str, Mapping[str, object]] = {
        "office": office,
        "issue": {"first_month": "2025-01", "date": 5},
        "closing": {"report": ("区委、区政府领导",), "distribute": ("各街道", "区级有关部门"), "copies": 60},
        "report_back": {"day": 12, "to": "区政府办公室督查科"},
    }
    merged = {name: {**defaults.get(name, {}), **sections.get(name, {})} for name in {*defaults, *sections}}
    return Settings.model_validate(merged)
