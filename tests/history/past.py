"""Make past months and this one from a line an item, so that a test shows what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from reportgen import history, judge
from reportgen.history import History, Memory, Month, Standing
from reportgen.norms import Norms
from reportgen.records import Address, Cell, Item, Period, Project, Status, Table, Verdict

ENDS = {"2025-05": date(2025, 5, 31), "2025-06": date(2025, 6, 30), "2025-07": date(2025, 7, 31)}
NOW = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))


def standing(no: int, target: str, status: str = "on_track", **told: Any) -> Standing:
    """Make an item of an earlier month; all are of one project."""
    return replace(Standing(no, "大项", target, Status(status), "区甲局"), **told)


def month(name: str, *items: Standing) -> Month:
    return Month(name, ENDS[name], items)


def verdict(no: int, target: str, status: str = "on_track", progress: str = "", plan: str = "") -> Verdict:
    """Make an item of this month with the status given, whatever its texts say."""
    cells = {
        name: Cell(Address("表.txt", "", no, at), text)
        for at, (name, text) in enumerate(zip(("target", "plan", "progress"), (target, plan, progress), strict=True))
    }
    item = Item(no, 1, Cell(text="大项"), **cells, lead_unit=Cell(text="区甲局"))
    return Verdict(item, Status(status), False, (), (), "")


def judged(norms: Norms, no: int, target: str, plan: str, progress: str) -> Verdict:
    """Judge an item of this month by its texts."""
    return judge.judge(verdict(no, target, progress=progress, plan=plan).item, NOW, norms)


def table(*verdicts: Verdict) -> Table:
    project = Project(1, "大项", tuple(verdict.item for verdict in verdicts))
    return Table(("表.txt",), NOW, (), (project,))


def followed(norms: Norms, months: tuple[Month, ...], *verdicts: Verdict) -> History:
    """Follow this month's items through the months given."""
    return history.follow(Memory(months), table(*verdicts), verdicts, norms)
