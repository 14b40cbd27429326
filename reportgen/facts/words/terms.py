"""Terms: the days on which stretches told in days (供货期75天) end, reckoned from the day told before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from reportgen.facts.words.dates import SENTENCE_STOP
from reportgen.facts.words.ladders import step_named
from reportgen.facts.words.numerals import number
from reportgen.facts.words.phrases import any_of
from reportgen.norms import Ladder, Term
from reportgen.records import Aspect, Milestone, Moment
from reportgen.text import Folded

# 公告7月22日 is no term of months.
LASTING = r"(?P<number>\d{1,3}|[一二两三四五六七八九十百]{1,4})个?(?P<unit>工作日|日历天|天|日|周|(?<=个)月)"
AFTER = "后"
AT_LEAST = "不少于"  # of what has not begun (合同未签，生产周期不少于90天)
DOING = "的需要共约还"  # what may stand between it and the term
DAYS = {"工作日": 1.4, "日历天": 1, "天": 1, "日": 1, "周": 7, "月": 30}


A_DAY = r"(?<![月\d])"  # 10月25日完成 names a day, no stretch of them


@lru_cache(maxsize=8)
def _pattern(terms: tuple[Term, ...], *, behind: bool) -> re.Pattern[str]:
    """The words of each term in a group of its own (t0, t1, …), with the length that follows, or that they follow."""
    words = any_of(f"(?P<t{at}>{any_of(term.words)})" for at, term in enumerate(terms) if term.behind is behind)
    if behind:
        return re.compile(f"{A_DAY}{LASTING}(?<!\\d日)(?:{words})")
    return re.compile(f"(?:{words})(?:为|是|共|约|:|需|要|满)?{LASTING}")


def terms(
    source: Folded, told: Sequence[Moment], as_of: date, norms: tuple[Term, ...], ladders: tuple[Ladder, ...]
) -> Iterator[tuple[Moment, Milestone | None]]:
    """Yield the day on which each term ends, if it is still to come, and the step reached by it."""
    if not told and AFTER not in source.text and AT_LEAST not in source.text:
        return  # reckoned from no day
    for match in (found for behind in (False, True) for found in _pattern(norms, behind=behind).finditer(source.text)):
        begin = as_of if AT_LEAST in match.group() else _begin(source, match.start(), told, as_of)
        length = number(match["number"])
        if begin is None or length is None:
            continue
        end = begin + timedelta(days=int(float(length) * DAYS[match["unit"]]))
        if end > as_of:
            span = source.span(*match.span())
            named = match.groupdict()
            term = next(term for at, term in enumerate(norms) if named.get(f"t{at}"))
            yield Moment(end, end, span, runs=True), _step(term, match, source, ladders)


def _begin(source: Folded, at: int, told: Sequence[Moment], as_of: date) -> date | None:
    """The nearest day told before a term, in its sentence; at best now, for what comes after something (签订后75天)."""
    stops = [stop.end() for stop in SENTENCE_STOP.finditer(source.text, 0, at)]
    start = stops[-1] if stops else 0
    first, last = source.offsets[start], source.offsets[at]
    before = [moment.start for moment in told if first <= moment.span.start < last]
    if before:
        return before[-1]
    return as_of if source.text[start:at].rpartition(",")[2].rstrip(DOING).endswith(AFTER) else None


def _step(term: Term, match: re.Match[str], source: Folded, ladders: tuple[Ladder, ...]) -> Milestone | None:
    ladder = next((ladder for ladder in ladders if ladder.name == term.ladder), None)
    if ladder is None:
        return None
    made = ladder.makes(ladder.ranks[term.step])
    return step_named(term.step, ladder, source.span(*match.span()), Aspect.INTENDED, made=made)
