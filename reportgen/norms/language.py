"""Words of number, scope and time."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from reportgen import tomlfile
from reportgen.norms.section import Days, Number, Phrases, Section, Words


class BoundWords(Section):
    """Words that turn a number into a bound, by the bound that they make."""

    over: Words
    at_least: Words
    at_most: Words
    near: Words
    about: Words


class ScopeWords(Section):
    """What tells the stretch or share that a number speaks of; `none` only looks like it (公共 is not 共).

    A number after a word of `compared` is a difference, and so no more than a part of what was done.
    """

    none: Phrases
    cumulative: Phrases
    month: Phrases
    compared: Phrases
    part: Phrases
    rest: Phrases


class YearWords(Section):
    """What tells which years a number is of; a year in figures is read as 今年 or 往年 before."""

    this: Phrases
    earlier: Phrases
    several: Phrases
    total: Phrases


class SizeNorms(Section):
    """How many of one unit another holds (1公里 is 1000米)."""

    unit: str
    holds: Number
    of: str


class QuantityNorms(Section):
    """What tells numbers that count from those that only name.

    Units are plain words, the longest of which wins; so do the words of `not_units`, that only begin like a unit.
    """

    source: str
    units: Words
    not_units: Words
    unit_families: tuple[Words, ...]
    same_units: tuple[Words, ...]
    sizes: tuple[SizeNorms, ...]
    per: Words
    rounds: Words
    rounds_hold: Words
    more: Words
    names: Phrases
    kept: Words
    frames: Words
    leading: Phrases
    links: Words
    states: Words
    shares: Words
    changes: Words
    before: BoundWords
    after: BoundWords
    scopes: ScopeWords
    years: YearWords

    @cached_property
    def alike(self) -> dict[str, frozenset[str]]:
        """For each unit those of all families that it is in."""
        units = {unit for family in self.unit_families for unit in family}
        return {one: frozenset(u for f in self.unit_families if one in f for u in f) for one in units}


MonthDay = Annotated[
    str, tomlfile.written(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", "a day of the year; write it as 03-05")
]


class Season(Section):
    """A stretch of every year, from month-day to month-day; the end may lie in the next year."""

    words: Words
    start: MonthDay
    end: MonthDay
    only_bounds: bool = False  # names a time only as its bound (供暖前), as the word means other things too


class Festival(Section):
    """A stretch of `days` days that begins `offset` days after a holiday, named as the holiday calendar does."""

    words: Words
    holiday: str
    days: Annotated[Days, Field(ge=1)] = 1
    offset: Annotated[int, Field(ge=-366, le=366)] = 0


class Term(Section):
    """Words after which a stretch of days is told, and the step that is reached at its end, if it ends one.

    `behind`: the words follow the stretch (3天铺完).
    """

    words: Phrases
    ladder: str = ""
    step: str = ""
    behind: bool = False


class DateNorms(Section):
    """Stretches of the year that go by a name, and the words that tell what is to come from what was.

    `yearly`: a bare month more than so many days back, with a word of `future`, is next year's; `yearly_named`: the
    same for a named stretch (春节). A longer stretch than `longest_promise` days (下半年) promises no day, one of more
    than `longest_time` days does not even tell when. Days that are still `needed` run from now, unless `each` thing
    takes so many; others from a day told before them or with `runs_from`. The name of a season
    tells when, if it is followed by what `happens` then.
    """

    source: str
    events: Words
    future: Phrases
    past: Phrases
    yearly: Days
    yearly_named: Days
    longest_promise: Days
    longest_time: Days
    needed: Phrases
    each: Phrases
    runs_from: Phrases
    happens: Phrases
    seasons: tuple[Season, ...]
    festivals: tuple[Festival, ...]
    terms: tuple[Term, ...]

    @model_validator(mode="after")
    def _in_order(self) -> DateNorms:
        if self.longest_promise > self.longest_time:
            raise tomlfile.fault(["longest_promise"], "this is above longest_time; set it no higher")
        return self
