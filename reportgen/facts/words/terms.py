"""Terms: the days on which stretches told in days (供货期75天) end, reckoned from the day told before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from reportgen.facts.words.dates import SENTENCE_STOP
from reportgen.facts.words.ladders import step_named
from reportgen.facts.words.numerals import number
from reportgen.facts.words.phrases import any_of, says
from reportgen.norms import DateNorms, Ladder, Term
from reportgen.records import Aspect, Milestone, Moment
from reportgen.text import Folded

# 公告7月22日 is no term of months.
LASTING = (
    r"(?P<number>\d{1,3}|[一二两三四五六七八九十百]{1,4}|半)(?:余|多)?"
    r"(?P<unit>个?工作日|个?日历天|天|日|个?周|个?星期|个(?P<half>半)?多?月)"
)
AFTER = "后"
AT_LEAST = "不少于"  # of what has not begun (合同未签，生产周期不少于90天)
DOING = "的需要共约还"  # what may stand between it and the term
PASSED = re.compile(r"已[^,。;\d]{0,6}(\d{1,3})天")  # 须观测60天，已观测45天
DAYS = {"工作日": 1.4, "日历天": 1, "天": 1, "日": 1, "周": 7, "星期": 7, "月": 30}


A_DAY = r"(?<![月\d])"  # 10月25日完成 names a day, no stretch of them


@lru_cache(maxsize=8)
def _pattern(terms: tuple[Term, ...], *, behind: bool) -> re.Pattern[str]:
    """The words of each term in a group of its own (t0, t1, …), with the length that follows, or that they follow."""
    words = any_of(f"(?P<t{at}>{any_of(term.words)})" for at, term in enumerate(terms) if term.behind is behind)
    if behind:
        return re.compile(f"{A_DAY}{LASTING}(?<!\\d日)(?:{words})")
    return re.compile(f"(?:{words})(?:为|是|共|约|:|需|要|满)?{LASTING}")


@lru_cache(maxsize=8)
def _since(runs_from: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"日?已?(?:{any_of(runs_from)})")


def terms(
    source: Folded, told: Sequence[Moment], as_of: date, norms: DateNorms, ladders: tuple[Ladder, ...]
) -> Iterator[tuple[Moment, Milestone | None]]:
    """Yield the day on which each term ends, if it is still to come, and the step reached by it."""
    for match in (
        found for behind in (False, True) for found in _pattern(norms.terms, behind=behind).finditer(source.text)
    ):
        begin = as_of if AT_LEAST in match.group() else _begin(source, match, told, as_of, norms)
        length = _length(match)
        if begin is None or length is None:
            continue
        end = begin + length
        if end > as_of:
            span = source.span(*match.span())
            named = match.groupdict()
            term = next(term for at, term in enumerate(norms.terms) if named.get(f"t{at}"))
            yield Moment(end, end, span, runs=True), _step(term, match, source, ladders)


def _length(match: re.Match[str]) -> timedelta | None:
    """The days of a term (一个半月, 20个工作日)."""
    count = 0.5 if match["number"] == "半" else number(match["number"])
    if count is None:
        return None
    days = next(days for unit, days in DAYS.items() if match["unit"].endswith(unit))
    return timedelta(days=int((float(count) + (0.5 if match["half"] else 0)) * days))


def _begin(source: Folded, match: re.Match[str], told: Sequence[Moment], as_of: date, norms: DateNorms) -> date | None:
    """The day from which a term runs: the nearest day told before it in its sentence, or the one that it names itself.

    公示30天，自9月10日起. At best now, for what is still needed (复检还要20天), or comes after something (签订后75天).
    """
    at, text = match.start(), source.text
    start = max((stop.end() for stop in SENTENCE_STOP.finditer(text, 0, at)), default=0)
    stop = SENTENCE_STOP.search(text, match.end())
    end = stop.start() if stop else len(text)
    before = [moment.start for moment in told if start <= source.at(moment.span) < at]
    behind, runs = (m for m in told if match.end() <= source.at(m.span) < end), _since(norms.runs_from)
    since = (m.start for m in behind if runs.match(text, source.past(m.span)))
    if day := next(iter(before[::-1]), None) or next(since, None):
        return day
    clause = text[start:at].rpartition(",")[2]
    if clause.rstrip(DOING).endswith(AFTER):
        return as_of
    if "已" in clause or says(norms.each, clause + match.group()) or not _is_needed(text[start:at], match, norms):
        return None
    passed = PASSED.search(text, match.end(), end)
    return as_of - timedelta(days=int(passed[1])) if passed else as_of


def _is_needed(before: str, match: re.Match[str], norms: DateNorms) -> bool:
    """Tell whether a term is told as still needed, or goes on about what is to come."""
    *_, last, clause = ("", *before.split(","))
    return says(norms.needed, clause + match.group()) or ("已" not in last and says(norms.needed, last))


def _step(term: Term, match: re.Match[str], source: Folded, ladders: tuple[Ladder, ...]) -> Milestone | None:
    ladder = next((ladder for ladder in ladders if ladder.name == term.ladder), None)
    if ladder is None:
        return None
    made = ladder.makes(ladder.ranks[term.step])
    return step_named(term.step, ladder, source.span(*match.span()), Aspect.INTENDED, made=made)
