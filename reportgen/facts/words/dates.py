"""Moments: the days and stretches of days that a text names, resolved against the day that the table tells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from reportgen.facts.words import date_forms, numerals
from reportgen.facts.words.phrases import any_of, says
from reportgen.facts.words.seasons import Stretch
from reportgen.norms import DateNorms
from reportgen.records import Moment
from reportgen.text import CLAUSE_MARKS, SENTENCE_MARKS, Folded

YEARS = {"今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "来": 1, "翌": 1, "去": -1, "上": -1, "前": -2, "后": 2}
WITHIN = frozenset({"内"})
STOP = re.compile(f"[,{SENTENCE_MARKS}]")
SENTENCE_STOP = re.compile(f"[{SENTENCE_MARKS}]")
SPELT = re.compile(r"\d|季度|半年|月|年[底末初中内]")
REACH = 40  # letters of a clause that are looked at on either side of a date


def moments(folded: Folded, as_of: date, words: DateNorms) -> tuple[Moment, ...]:
    """Find the days and stretches that a text names, in order; what recurs (每月底) or is vague (近期) gives none.

    A month without a year is of the year of `as_of`, unless an earlier moment of its sentence, or the words, say
    otherwise. 国庆节前 gives the eve, 汛期后 the thirty days that follow, and 15天内 counts from `as_of`.
    """
    found: list[Moment] = []
    previous: tuple[int, date] | None = None
    for match in date_forms.grammar(words).finditer(folded.text):
        if match["recurring"]:
            continue
        if previous and SENTENCE_STOP.search(folded.text, previous[0], match.start()):
            previous = None
        if previous and _only_names_year(folded.text, previous[0], match):
            previous = None
        since = previous[1] if previous else None
        stretch = _resolve(match, _month_of(match, since, found) or as_of, since, words)
        if stretch is not None:
            start, end = stretch
            found.append(Moment(start, end, folded.span(*match.span()), _limits(match)))
            previous = match.end(), start
    return tuple(found)


def _month_of(match: re.Match[str], since: date | None, found: list[Moment]) -> date | None:
    """The day before it in its sentence, of whose month a day without one is (10月16日打压，22日完工)."""
    if since is None or not match["lone_day"]:
        return None
    return since if (found[-1].start.year, found[-1].start.month) == (found[-1].end.year, found[-1].end.month) else None


def _only_names_year(text: str, end: int, match: re.Match[str]) -> bool:
    """Tell whether the year before a day is one that something is of (2026年度参保11月1日启动), not that of the day."""
    between = text[end : match.start()]
    return text[:end].endswith("年度") and bool(between) and ":" not in between and STOP.search(between) is None


def _limits(match: re.Match[str]) -> bool:
    return bool(
        match["before"]
        or match["latest"]
        or match["to_day"]  # 7月28日至8月6日施工 is done with its last day
        or {match["year_part"], match["near_part"], match["near_quarter_part"]} & WITHIN
    )


def _resolve(match: re.Match[str], as_of: date, previous: date | None, words: DateNorms) -> Stretch | None:
    """Settle the year, then the days; None where there is no such day."""
    if match["span"] and not says(words.future, _clause(match)):
        return None
    try:
        year = _stated_year(match, as_of) or _likely_year(match, as_of, previous, words)
        return _moved(match, date_forms.stretch(match, year, as_of, words), as_of, words)
    except (ValueError, OverflowError):
        return None


def _stated_year(match: re.Match[str], as_of: date) -> int | None:
    if match["year_word"]:
        return as_of.year + YEARS[match["year_word"]]
    if not match["year"]:
        return None
    digits = int("".join(numerals.digit(letter) for letter in match["year"]))
    return digits if digits >= 100 else 2000 + digits


def _likely_year(match: re.Match[str], as_of: date, previous: date | None, words: DateNorms) -> int:
    """Choose the year of a bare month: its sentence's, else next or last year where words and distance say so."""
    year = as_of.year
    here = date_forms.stretch(match, year, as_of, words) if date_forms.yearly(match) else None
    if here is None:
        return year
    if previous and previous.year != year and here[0].month >= previous.month:
        return previous.year
    clause = _clause(match)
    coming, gone = says(words.future, clause), says(words.past, clause)
    limit = words.yearly_named if match["named"] else words.yearly
    if (as_of - here[1]).days > limit and (coming or (match["before"] and not gone)):
        return year + 1
    if (here[0] - as_of).days > words.yearly and gone and not coming:
        return year - 1
    return year


def _clause(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    begin = max(
        (stop.end() for stop in STOP.finditer(text, max(0, start - REACH), start)), default=max(0, start - REACH)
    )
    stop = STOP.search(text, end, end + REACH)
    return text[begin : stop.start() if stop else end + REACH]


def _moved(match: re.Match[str], stretch: Stretch | None, as_of: date, words: DateNorms) -> Stretch | None:
    """Move to the eve of a named stretch (国庆节前) or to the month that follows any stretch (汛期后).

    What has happened since (10月15日以后先后通水) has by the table's day.
    """
    if stretch is None:
        return None
    start, end = stretch
    if match["named"] and match["before"] and "前" in match["before"]:
        return start - timedelta(days=1), start - timedelta(days=1)
    if match["after"]:
        start, end = end + timedelta(days=1), end + timedelta(days=30)
        return start, min(end, as_of) if start <= as_of and says(words.past, _clause(match)) else end
    return stretch


def spelt(moment: Moment) -> bool:
    """Tell whether a day is given in numbers (6月15日), not by a season's name."""
    return SPELT.search(moment.span.text) is not None


@lru_cache(maxsize=8)
def _happens(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"[{CLAUSE_MARKS}]|$|{any_of(words)}")


def tells_when(moment: Moment, source: Folded, words: DateNorms) -> bool:
    """Tell whether a day is spelt, or a season's name followed by what happens then (秋季开学投用, not 新学期教材)."""
    return spelt(moment) or _happens(words.happens).match(source.text, source.past(moment.span)) is not None
