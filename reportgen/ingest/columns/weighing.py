"""What speaks for a reading of a packed header: the words that span others, their order, and the cells below."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.ingest.columns import naming, periods
from reportgen.ingest.columns.contents import MOSTLY, SELDOM, Contents
from reportgen.ingest.columns.header_words import BY_THEN, OF_NOW, UNIT_NOUN
from reportgen.ingest.columns.meanings import EITHER, RESPONSIBLE
from reportgen.ingest.columns.naming import Path
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.records import Cell
from reportgen.text import fold

NEEDED = {  # what must stand in some cells at least of a column of this name
    **dict.fromkeys(("lead_unit", "support_units"), ("unit",)),
    **dict.fromkeys(("amount",), ("digit",)),
    "rate": ("figure",),
    "no": ("number",),
    "due": ("day", "steps"),
}
BARRED = {  # what cannot stand in most of them
    **dict.fromkeys(("plan", "problem", "next_step"), ("unit",)),
    **dict.fromkeys(("target", "project", "progress"), ("unit", "dated")),
    **dict.fromkeys(("lead_leader", "lead_unit", "status"), ("counting", "report", "figure")),
    "measure": ("digit",),
}
FAINTLY = {"target": ("past",), "project": ("past",), "plan": ("past",)}  # what hardly stands in most of them
FILLED = frozenset({"project", "target", "progress"})  # without these a row tells nothing
FAULT = 3  # points that a column weighs whose cells do not fit its name
LONE = 2  # and a cell that spans but one
AGAIN = 3  # and a word that stands twice under one cell
BROKEN = 2  # and a run of months or quarters that is parted
FOREIGN = -3  # under 责任单位, what names neither units nor leaders; under 类别, what is told of one project

IN_TIME = frozenset({"target", "amount", "plan", "progress", "rate", "status"})  # what stands under 8月
KIN = {  # what else stands under a word of this name
    "progress": frozenset({"plan", "rate", "status", "amount", "measure"}),
    "target": frozenset({"amount", "measure", "due"}),
    "problem": frozenset({"next_step"}),
    "next_step": frozenset({"problem"}),
}
NEITHER = frozenset({"problem", "next_step", None})  # may stand under what is reported, or beside it
NAMES, UNTOLD = frozenset({"project", EITHER}), frozenset({"no", "extra", None})
WORDED = frozenset({"target", "plan", "progress"})
REPORTED = frozenset({"plan", "progress"})

OF_WORKS = re.compile(r"工程|形象|施工|部位|节点|工作量")  # no money

Spans = Mapping[Cell, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Scales:
    """What the readings of one header are weighed by: the words, the cells below, and the month if it is known."""

    words: Vocabulary
    held: Contents
    month: tuple[int, int] | None = None  # as (2025, 8)
    names: dict[Path, str | None] = field(default_factory=dict, compare=False)  # already worked out

    def name(self, path: Path) -> str | None:
        """Name a column by the cells over it."""
        if path not in self.names:
            self.names[path] = naming.named(path, self.words)
        return self.names[path]

    def points(self, tree: Sequence[Path]) -> int:
        """Weigh a reading: the more points, the likelier."""
        return self.spoken(tree) - FAULT * self.faults(tree) - self._odd(tree)

    def spoken(self, tree: Sequence[Path]) -> int:
        """Weigh a reading by the words of the header alone."""
        spans = _spans(tree)
        announced = sum(self._announced(upper, lowers) for upper, lowers in spans.items())
        return announced - BROKEN * _broken(tree) + _alike(spans)

    def _announced(self, upper: Cell, lowers: Sequence[Cell]) -> int:
        """Weigh a spanning cell: does it announce what stands under it, each word once, in order and in its time."""
        points = sum(self._announces(upper.text, lower.text) for lower in lowers)
        again = len(lowers) - len({fold(cell.text) for cell in lowers})
        points -= LONE * (len(lowers) == 1) + AGAIN * again
        return points - _out_of_order(lowers) - _out_of_time(upper, lowers)

    def _announces(self, upper: str, lower: str) -> int:
        """Weigh one cell under another: 2 for what is announced, 1 for what goes with it, -1 for what is foreign."""
        told, name = self._told(upper), self._says(lower)
        if naming.TIMES.search(fold(upper)):
            return 2 if naming.BEGINS.search(fold(lower)) or naming.ENDS.search(fold(lower)) else FOREIGN
        if told and told <= RESPONSIBLE:
            return 2 if name in RESPONSIBLE else 0 if name is None else FOREIGN
        if self.words.name(upper) == "rate" and name not in (*REPORTED, "rate", None):
            return FOREIGN
        if self.words.funded(upper):
            return self._of_money(name, lower)
        if self.words.group(upper) and not self.words.group(lower) and name not in UNTOLD:
            return 0 if name in NAMES else FOREIGN  # a class (类别) asks and reports nothing: its projects do
        if _mere_time(lower):
            return 2 if told & REPORTED else 0 if told & {"target", EITHER} else -1
        if name in told:
            return 2 + _share_words(upper, lower)
        if name in frozenset[str]().union(*(KIN.get(one, ()) for one in told)):
            return 1 + _share_words(upper, lower)
        if name in NEITHER and told & REPORTED:
            return 0
        return (-2 if told == {"project"} else -1 if told and told != {"extra"} else 0) + _share_words(upper, lower)

    def _of_money(self, name: str | None, lower: str) -> int:
        """Weigh a cell under 投资(万元): 年度计划 and 累计完成 stand there, a 完成率 may, 工程量 does not."""
        if OF_WORKS.search(fold(lower)):
            return -1
        return 2 if name in REPORTED or self.words.funded(lower) else 1 if name in IN_TIME else 0

    def _says(self, lower: str) -> str | None:
        """Name a spanned cell by its own words; 单位 and 领导 are no more than those who are responsible."""
        return "lead_unit" if UNIT_NOUN.fullmatch(fold(lower)) else self.words.name(lower)

    def _told(self, upper: str) -> frozenset[str]:
        """Give the names that a spanning cell announces; a mere time announces what is asked and reported in it."""
        if _mere_time(upper):
            return IN_TIME
        if UNIT_NOUN.fullmatch(fold(upper)):
            return RESPONSIBLE
        told = self.words.names(upper)
        if any(stretch.whole_year for stretch in periods.stretches(upper)) and "plan" in told:
            told |= {"target"}
        told |= RESPONSIBLE if told & RESPONSIBLE else REPORTED if "rate" in told else frozenset()
        if self._in_steps(upper):
            told |= {"plan"}
        return told | {"project", "target"} if EITHER in told else told

    def _in_steps(self, upper: str) -> bool:
        """Tell a word that announces months or quarters: 年度分解目标."""
        return any(word in fold(upper) for word in self.words.steps)

    def faults(self, tree: Sequence[Path]) -> int:
        """Count the columns whose cells do not fit the name that a reading of the header gives them."""
        return sum(self._misfit(index, path) for index, path in enumerate(tree))

    def _misfit(self, index: int, path: Path) -> int:
        """Count what is wrong with a column: words below money, texts below units, a report of a time to come."""
        name, held = self.name(path), self.held
        if not held.cells.get(index):
            return name in FILLED and not any(periods.stretches(cell.text) for cell in path)
        unpaid = self._funded(path) and held.share(index, "figure", "sized") < SELDOM
        if name is None:
            return int(unpaid)
        lacking = name in NEEDED and held.share(index, *NEEDED[name]) < SELDOM
        barred = name in BARRED and held.share(index, *BARRED[name]) >= MOSTLY
        return unpaid + (lacking or barred) + (name in ("progress", "rate", "status") and self._to_come(path))

    def _odd(self, tree: Sequence[Path]) -> int:
        """Count the columns that look odd: reports below a plan, bare figures where another of the name has words, and
        a time that spans nothing while other cells do.
        """
        names = [None if self._funded(path) else self.name(path) for path in tree]
        past = sum(self.held.share(at, *FAINTLY.get(name or "", ())) >= MOSTLY for at, name in enumerate(names))
        worded = {name for at, name in enumerate(names) if self.held.share(at, "worded") >= MOSTLY}
        bare = [at for at, name in enumerate(names) if name in worded & WORDED]
        times = sum(len(path) == 1 and _mere_time(path[0].text) for path in tree)
        return past + times + 2 * sum(self.held.share(at, "figure") >= MOSTLY for at in bare)

    def _funded(self, path: Path) -> bool:
        return self.words.funded(*(cell.text for cell in path))

    def _to_come(self, path: Path) -> bool:
        """Tell a column of a time behind the month of the table: no report stands in it yet."""
        told = naming.stretch(path)
        return self.month is not None and told is not None and (told.year or self.month[0], told.first) > self.month


def _mere_time(text: str) -> bool:
    """Tell a header cell that names a stretch of time and nothing else: 一季度, 10—11月."""
    timeless = periods.without(text)
    return timeless in ("", BY_THEN) or bool(OF_NOW.fullmatch(timeless))


def _share_words(upper: str, lower: str) -> bool:
    """Tell cells that have two letters in common: 责任落实 over 责任单位, 年度目标 over 目标值."""
    above, below = periods.without(upper), periods.without(lower)
    return any(below[at : at + 2] in above for at in range(len(below) - 1))


def _spans(tree: Sequence[Path]) -> Spans:
    """Give what stands under each spanning cell, in order."""
    spans: dict[Cell, dict[Cell, None]] = {}
    for path in tree:
        for upper, lower in itertools.pairwise(path):
            spans.setdefault(upper, {})[lower] = None
    return {upper: tuple(lowers) for upper, lowers in spans.items()}


def _out_of_time(upper: Cell, lowers: Sequence[Cell]) -> int:
    """Count the times (一季度, 二季度) that do not lie in the one that the cell above them names (9月末)."""
    spanned = next(iter(periods.stretches(upper.text)), None)
    told = (found[-1] for cell in lowers if (found := periods.stretches(cell.text)))
    return sum(not spanned.first <= one.first <= one.last <= spanned.last for one in told) if spanned else 0


def _out_of_order(lowers: Sequence[Cell]) -> int:
    """Count the times (4月, 5月) under one cell that stand behind a later one."""
    ends = [found[-1].last for cell in lowers if (found := periods.stretches(cell.text))]
    return sum(after < before for before, after in itertools.pairwise(ends))


def _broken(tree: Sequence[Path]) -> int:
    """Count where a run of times (一季度, 二季度 | 三季度) is parted between cells that name no time themselves."""
    parted = 0
    for one, other in itertools.pairwise(tree):
        mere = len(one) == len(other) > 1 and _mere_time(one[-1].text) and _mere_time(other[-1].text)
        if mere and one[-2] != other[-2] and not all(periods.stretches(path[-2].text) for path in (one, other)):
            parted += periods.stretches(one[-1].text)[-1].last < periods.stretches(other[-1].text)[-1].first
    return parted


def _alike(spans: Spans) -> int:
    """Count the words that stand at the same place under cells that follow each other: 计划 under 三季度 and 四季度."""
    told = [[fold(cell.text) for cell in lowers] for lowers in spans.values()]
    return sum(
        one == other for left, right in itertools.pairwise(told) for one, other in zip(left, right, strict=False)
    )
