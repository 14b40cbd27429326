"""Since: the day from which a number told counts, where the words name one."""

from __future__ import annotations

import re
from datetime import date

from reportgen.facts.checks.case import Case
from reportgen.facts.told.answers import Answer
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.numerals import TO
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement

LAST_MONTH = 12
MONTHS = re.compile(rf"(\d{{1,2}})月?{TO}(\d{{1,2}})月")


def counted_since(best: Answer, case: Case) -> date | None:
    """The first day of the months that a number is of (7-8月完成596批次), or that it was begun (9月14日启动)."""
    before = best.statement.source.before(best.span)[best.sentence.start :]
    months = [match for match in MONTHS.finditer(before) if 1 <= int(match[1]) <= int(match[2]) <= LAST_MONTH]
    if months:
        return date(case.period.as_of.year, int(months[-1][1]), 1)
    begun = (s for s in case.about if says(case.norms.phrases.begun_then, s.text) and not _of_the_rest(s, best, case))
    return min((m.start for s in begun for m in s.moments if m.end <= case.period.as_of), default=None)


def _of_the_rest(begun: Statement, best: Answer, case: Case) -> bool:
    """Tell whether works begin only behind the number that is there (完工9座，另3座8月中旬进场): they are of others."""
    works = any(ladder_named(step.ladder, case.norms).paced for step in begun.milestones)
    return works and begun.source is best.statement.source and begun.start > best.statement.start
