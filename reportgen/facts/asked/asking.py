"""Asking: what a target or a plan is read against, and the days by which it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportgen.facts.words.dates import spelt, tells_when
from reportgen.facts.words.ladders import Leaning
from reportgen.facts.words.phrases import says
from reportgen.facts.words.seasons import day
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Moment, Period, Requirement

Source = Literal["target", "plan"]


@dataclass(frozen=True, slots=True)
class Asking:
    """What requirements are read against: the item's other texts, its period and the norms."""

    source: Source
    period: Period
    due: date
    background: Leaning  # the kinds of project that the item's texts as a whole point to
    norms: Norms
    targets: tuple[Requirement, ...] = ()


def heading_day(statement: Statement) -> date | None:
    """The day that heads all clauses of a sentence (下半年：补植补造，秋季造林1.2万亩)."""
    heads = [m.end for m in statement.moments if ":" in statement.source.text[statement.source.at(m.span) + 1 :][:7]]
    return heads[0] if heads else None


def due_day(statement: Statement, due: date, asking: Asking) -> date:
    """Take the day that the clause itself names, else that by which the clauses around it are `due`."""
    if asking.source == "target" and (long := LONG.search(statement.text)) and int(long[1]) > YEAR:
        return day(due.year + 1, due.month, due.day)  # 工期30个月 does not end with the year
    if not statement.moments and OF_YEAR.match(statement.text) and due < asking.due:
        return asking.period.year_due
    if not statement.moments or says(asking.norms.phrases.recurring, statement.text):
        return due
    earliest = asking.period.year_start if asking.source == "plan" else asking.period.as_of
    this_year = asking.period.year_start
    named = [
        m
        for m in statement.moments
        if (m.end >= earliest or (m.before and m.start >= this_year))
        and (m.before or tells_when(m, statement.source, asking.norms.dates))
        if spelt(m) or m.before or not _is_past(m, asking)
    ]
    told = [m for m in named if spelt(m)] or named
    last = max(told, key=lambda m: m.end, default=None)
    if last is None:
        return due
    # Of 主汛期(6月15日)前 and 9月开学 the narrowest is meant; of days apart (清淤4月底前、护坡10月底), the latest.
    within = [m for m in told if m.end >= last.start]
    within += [m for m in named if m not in told and last.start <= m.start and m.end <= last.end]
    return max(within, key=lambda m: (m.start - m.end, m.end)).end


def _is_past(season: Moment, asking: Asking) -> bool:
    """Tell whether a season lies before the plan's own period, and so only names a thing (秋季学期进校服务)."""
    start = asking.period.plan_start
    return asking.source == "plan" and start is not None and season.end < start


OF_YEAR = re.compile(r"全年(?!度?\w{0,4}(?:任务|目标|计划|指标))")  # 上半年50人，全年120人
LONG = re.compile(r"工期(?:约|为)?(\d{2})个月")
YEAR = 12  # months
