"""Deadlines: what the days of an item ask for by themselves, where it has no plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportgen.facts.asked.asking import Asking, due_day
from reportgen.facts.asked.requirements import requirements
from reportgen.facts.words.clauses import statements
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Aspect, Cell, Item, Milestone, Requirement


def asked_by_days(
    day: date | None, end: Requirement | None, targets: Sequence[Statement], asking: Asking
) -> tuple[Requirement, ...]:
    """What a plan would ask by a day: the `end` of the works, else what the target dates, else all of it by `day`."""
    if end is not None:
        return (end,)
    return _dated(targets, asking) or _by_own_day(day, targets, asking)


def end_of_works(item: Item, as_of: date, norms: Norms) -> Requirement | None:
    """Ask for the last step that the header of the item's own day names (计划竣工时间, 计划开工/竣工时间)."""
    if item.due is None:
        return None
    for header, cell in item.extra:
        if cell.blank or not (_of_time(header, norms) or _tells(item.due, cell, as_of, norms)):
            continue
        last = re.split("[/、及与和]", header)[-1]  # of 计划开工/竣工时间 the end
        named = statements(Cell(text=last), as_of, norms)
        steps = [step for statement in named for step in statement.milestones if _ends(step, norms)]
        if steps:
            whole = statements(replace(cell, text=f"{header}：{cell.text}"), as_of, norms)[0]
            step = replace(max(steps, key=lambda step: step.rank), aspect=Aspect.REACHED, span=whole.span)
            return Requirement("plan", whole.span, whole.text, item.due, frozenset(), milestone=step)
    return None


def _of_time(header: str, norms: Norms) -> bool:
    return mentions(norms.matching.days, header)


def _tells(day: date, cell: Cell, as_of: date, norms: Norms) -> bool:
    """Tell a cell that names this day, whatever heads it: 竣工(计划) over 2025年10月."""
    return any(moment.end == day for statement in statements(cell, as_of, norms) for moment in statement.moments)


def _ends(step: Milestone, norms: Norms) -> bool:
    ladder = ladder_named(step.ladder, norms)
    return ladder.paced and step.rank > ladder.begun


def _dated(targets: Sequence[Statement], asking: Asking) -> tuple[Requirement, ...]:
    """Ask for what the sentences of a target date before the year's end (6月底前全部开工，完成总工程量40%)."""
    end = asking.period.year_due

    def early(statement: Statement) -> bool:
        changed = says(asking.norms.phrases.adjusted, statement.text)  # 年中调整为2400盏
        return not changed and due_day(statement, end, asking) < end

    sentences = {statement.sentence for statement in targets if early(statement)}
    told = [statement for statement in targets if statement.sentence in sentences]
    # What stands in such a sentence before its day is asked by the year's end.
    dated = [s for at, s in enumerate(told) if any(early(t) and t.sentence is s.sentence for t in told[: at + 1])]
    asked = requirements(dated, asking)
    return tuple(one for one in asked if one.due < asking.period.year_due)


def _by_own_day(day: date | None, targets: Sequence[Statement], asking: Asking) -> tuple[Requirement, ...]:
    """Ask for the targets themselves by the item's own day."""
    if day is None or day >= asking.period.year_due:
        return ()
    asked = requirements(targets, replace(asking, source="target", due=day, targets=()))
    return tuple(replace(one, source="plan") for one in asked)
