"""Columns ▶ roles: which of several columns is judged, and which period the table speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportgen.errors import InputError
from reportgen.ingest import periods
from reportgen.ingest.headers import Head
from reportgen.ingest.vocabulary import EITHER, Vocabulary
from reportgen.records import Cell, Period
from reportgen.text import fold

COMPOSED = frozenset({"target", "progress"})  # roles that several columns may fill together
BEFORE = re.compile(r"上(?:个?月|期|季度?|年)|去年|同期")
SELDOM, MOSTLY = 0.2, 0.6  # shares of the cells of a column
SENDING = ("上报", "填报", "报送", "填表", "打印", "制表")


class OtherMonth(InputError):
    """A table speaks of another month than the one asked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns with their final names, each name once but for those in COMPOSED and `extra`."""

    heads: tuple[Head, ...]
    period: Period

    def named(self, name: str) -> tuple[Head, ...]:
        return tuple(head for head in self.heads if head.name == name)


def settle(
    heads: Sequence[Head], words: Vocabulary, *, offices: bool, counting: Mapping[int, float] | None = None
) -> tuple[Head, ...]:
    """Give every column its final name but for the plans.

    `offices` tells whether units stand in the rows, `counting` the share of a column's cells that count something.
    """
    heads = _measured(heads, offices)
    heads = _counting_target(_things(heads, words), words, counting or {})
    heads = _reported(heads)
    heads = _latest(heads)
    return _once(_led(heads, words))


def _rename(heads: Sequence[Head], changes: dict[int, str]) -> tuple[Head, ...]:
    return tuple(replace(head, name=changes.get(head.index, head.name)) for head in heads)


def _measured(heads: Sequence[Head], offices: bool) -> tuple[Head, ...]:
    """单位 is an office where offices stand in the rows and no other column holds them, else a measure."""
    measure = [head for head in heads if head.name == "measure"]
    if measure and offices and not any(head.name == "lead_unit" for head in heads):
        return _rename(heads, {measure[0].index: "lead_unit"})
    if not measure:
        return tuple(heads)
    figures = [head.index for head in heads if head.name in ("target", EITHER) and head.index > measure[0].index]
    return _rename(heads, dict.fromkeys(figures[:1], "amount"))


def _things(heads: Sequence[Head], words: Vocabulary) -> tuple[Head, ...]:
    """Tell projects from targets: 目标任务 is what the other columns leave it; the finest project is the project."""
    heads = _yearly(heads)
    has = {head.name for head in heads}
    either = [head.index for head in heads if head.name == EITHER]
    if "target" in has:
        heads = _rename(heads, dict.fromkeys(either, "project"))
    elif "project" in has or len(either) == 1:
        heads = _rename(heads, dict.fromkeys(either, "target"))
    else:
        heads = _rename(heads, {index: "project" if index == either[0] else "target" for index in either})
    targets = [head for head in heads if head.name == "target"]
    projects = [head for head in heads if head.name == "project"]
    if not targets and projects:
        return _rename(heads, {projects[-1].index: "target"} | {head.index: "extra" for head in projects[:-2]})
    if not projects and len(targets) > 1 and targets[0].path == targets[1].path:
        heads = _rename(heads, {targets[0].index: "project"})
        targets = targets[1:]  # one header over two columns: the thing and what is asked of it
    best = min(targets, key=lambda head: words.rank(head.words), default=None)
    spare = [head for head in targets if best and head.path != best.path]
    return _rename(heads, {head.index: "extra" for head in [*spare, *projects[:-1]]})


def _counting_target(heads: tuple[Head, ...], words: Vocabulary, counting: Mapping[int, float]) -> tuple[Head, ...]:
    """Take the project for the target where it counts what is to be done and the column loosely named so does not."""
    targets = [head.index for head in heads if head.name == "target" and not words.exact(head.header)]
    projects = [head.index for head in heads if head.name == "project"]
    if len(targets) != 1 or len(projects) != 1 or counting.get(targets[0], 1) > SELDOM:
        return heads
    if counting.get(projects[0], 0) < MOSTLY:
        return heads
    return _rename(heads, {projects[0]: "target", targets[0]: "project"})


def _yearly(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Take a plan of the whole year for the target where no column holds one."""
    if any(head.name in ("target", EITHER) for head in heads):
        return tuple(heads)
    yearly = [head.index for head in heads if head.name == "plan" and head.stretch and head.stretch.whole_year]
    return _rename(heads, dict.fromkeys(yearly[:1], "target"))


def _led(heads: Sequence[Head], words: Vocabulary) -> tuple[Head, ...]:
    """Of several columns of lead units the best named one leads: 责任单位 before 建设单位; the others support it."""
    leads = [head for head in heads if head.name == "lead_unit"]
    best = min(leads, key=lambda head: words.rank(head.words), default=None)
    other = "extra" if any(head.name == "support_units" for head in heads) else "support_units"
    return _rename(heads, {head.index: other for head in leads if head != best})


def _reported(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Take the rate, else the unit's own status, for the progress where no other column tells it."""
    for name in ("progress", "rate", "status"):
        if found := [head.index for head in heads if head.name == name]:
            return _rename(heads, dict.fromkeys(found, "progress"))
    return tuple(heads)


def _latest(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Keep the progress columns of the latest period, of those the ones that sum up from the year's beginning."""
    progress = [head for head in heads if head.name == "progress"]
    last = max((_end(head) for head in progress), default=(0, 0))
    kept = [head for head in progress if _end(head) in (last, (0, 0)) and not BEFORE.search(fold(head.words))]
    sums = [head for head in kept if _sums_up(head)]
    stay = {head.index for head in sums or kept or progress}
    return _rename(heads, {head.index: "extra" for head in progress if head.index not in stay})


def _end(head: Head) -> tuple[int, int]:
    """Order a column by the end of its stretch; one without tells nothing against being the latest."""
    stretch = head.stretch
    return (stretch.year or 0, stretch.last) if stretch else (0, 0)


def _sums_up(head: Head) -> bool:
    stretch = head.stretch
    return "累计" in head.words or (stretch is not None and stretch.first == 1 and stretch.last > 1)


def _once(heads: Sequence[Head]) -> tuple[Head, ...]:
    seen: set[str] = set()
    changes: dict[int, str] = {}
    for head in heads:
        if head.name in seen and head.name not in COMPOSED | {"plan"}:
            changes[head.index] = "extra"
        seen.add(changes.get(head.index, head.name))
    return _rename(heads, changes)


# --- the period -----------------------------------------------------------------------------------


def layout(heads: Sequence[Head], titles: Sequence[Cell], file: str, month: str | None) -> Layout:
    """Settle the period and the plan that is judged in it; InputError where month and headers disagree."""
    year = _year(heads, titles, file, month)
    as_of = _as_of(heads, titles, file, month, year)
    plans = [(head, head.stretch) for head in heads if head.name == "plan"]
    due = [(head, stretch) for head, stretch in plans if not stretch or stretch.start(year) <= as_of]
    chosen = max(due, key=lambda plan: plan[1].end(year) if plan[1] else date.min, default=None)
    others = {head.index: "extra" for head, _ in plans if not chosen or head != chosen[0]}
    stretch = chosen[1] if chosen else None
    if stretch is None or stretch.whole_year:
        return Layout(_rename(heads, others), Period(as_of))
    return Layout(_rename(heads, others), Period(as_of, stretch.start(year), stretch.end(year)))


def _year(heads: Sequence[Head], titles: Sequence[Cell], file: str, month: str | None) -> int:
    named = periods.file_month(file)
    years = [
        int(month[:4]) if month else None,
        named[0] if named else None,
        *(head.stretch.year for head in heads if head.stretch),
        *(periods.any_year(cell.text) for cell in titles),
        periods.file_year(file),
    ]
    year = next((year for year in years if year), None)
    if year is None:
        raise InputError(f"{file}: no header, title or file name tells the year; give --month (--month 2025-08).")
    return year


def _as_of(heads: Sequence[Head], titles: Sequence[Cell], file: str, month: str | None, year: int) -> date:
    stretch, words = _told(heads, titles)
    wanted, asked = month, f"the month asked for ({month})"
    if not wanted and (named := periods.file_month(file)):
        wanted, asked = f"{named[0]}-{named[1]:02}", f"the file name ({named[0]}-{named[1]:02})"
    if stretch is None:
        if wanted is None:
            raise InputError(
                f"{file}: no header, title or file name tells the month; give --month, such as --month {year}-08."
            )
        return periods.Stretch(None, int(wanted[5:]), int(wanted[5:])).end(int(wanted[:4]))
    as_of = stretch.end(year)
    if wanted and stretch.spans and f"{stretch.start(year):%Y-%m}" <= wanted <= f"{as_of:%Y-%m}":
        return periods.Stretch(None, int(wanted[5:]), int(wanted[5:])).end(int(wanted[:4]))
    if wanted and f"{as_of:%Y-%m}" != wanted:
        raise OtherMonth(
            f"{file}: {asked} and the table disagree: 「{words}」 speaks of {as_of:%Y-%m}; "
            "give the month of the table or the table of the month."
        )
    return as_of


def _told(heads: Sequence[Head], titles: Sequence[Cell]) -> tuple[periods.Stretch | None, str]:
    """Find the stretch that the table reports: in its progress header, a title, else a column kept aside."""
    names = ("progress", "rate", "status")
    told = [head.words for head in heads if head.name in names]
    shares = [head.words for head in heads if head.name == "rate"]
    lines = [cell.text for cell in titles if not any(word in fold(cell.text) for word in SENDING)]
    aside = [head.words for head in heads if head.name == "extra"]
    yearly: tuple[periods.Stretch | None, str] = (None, "")
    for text in [*told, *lines, *aside]:
        found = periods.stretches(text)
        parts = [stretch for stretch in found if not stretch.whole_year]
        if parts:
            return parts[-1], fold(text)
        if "全年" in fold(text) and found and not yearly[0] and text not in shares:  # 占全年任务比例 tells no day
            yearly = found[-1], fold(text)
    return yearly
