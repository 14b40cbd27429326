"""The office's norms: thresholds, phrases, ladders and aliases, each with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from reportgen import tomlfile
from reportgen.text import fold


class Section(BaseModel):
    """A part of norms.toml. Unknown keys are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def __hash__(self) -> int:
        """Hash the values once: the patterns made of a part are kept by it, and looked up for each cell."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(tuple(getattr(self, name) for name in type(self).model_fields))


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is not a regular expression ({error})") from None
    return pattern


FIRST = re.compile(
    r"(?:\(\?<[!=][^)]*\))*(?:\((?:\?:)?(?P<group>[^()]*)\)|\[(?P<letters>[^]]*)\]|.)(?P<optional>[?*])?"
)


def _first_letters(word: str) -> Iterator[str]:
    """The letters with which a step's word can begin: after look-behinds, of each branch of a leading group.

    Where what comes first may be left out ((?:正式)?运营), so are the letters of what follows.
    """
    first = FIRST.match(word)
    assert first, word
    if first["group"] is not None:
        for branch in first["group"].split("|"):
            yield from _first_letters(branch)
    elif first["letters"] is not None:
        yield from first["letters"].replace(r"\d", "0123456789")
    else:
        yield first[0].removesuffix(first["optional"] or "")[-1]
    if first["optional"]:
        yield from _first_letters(word[first.end() :])


class Thresholds(Section):
    """Figures that decide; shares in %, points in percentage points."""

    source: str
    behind_points: Decimal
    built_points: Decimal
    small_from: Decimal
    forecast_likely: Decimal
    forecast_sure: Decimal
    rest_unsure: Decimal
    near_plan: Decimal
    about_met: Decimal
    stage_slack: Decimal
    floor_days: int
    stage_points: Decimal
    percent_gap: Decimal
    implausible_times: Decimal


Pattern = Annotated[str, AfterValidator(_compiles)]
Phrases = tuple[Pattern, ...]


class PhraseNorms(Section):
    """Regular expressions over folded text, by what they say."""

    source: str
    not_: Phrases = Field(alias="not")
    intended: Phrases
    under_way: Phrases
    weakly_under_way: Phrases
    partial: Phrases
    reached: Phrases
    whole_claims: Phrases
    clause_claims: Phrases
    ahead: Phrases
    slow: Phrases
    slip: Phrases
    blocked: Phrases
    cause: Phrases
    cured: Phrases
    vague: Phrases
    idle: Phrases
    recurring: Phrases
    from_then: Phrases
    begun_then: Phrases
    open_ended: Phrases
    rest: Phrases
    not_due: Phrases
    last_ones: Phrases
    share_of_works: Phrases
    adjusted: Phrases
    awaiting: Phrases
    still: Phrases
    making: Phrases
    whole_task: Phrases
    asks_for_all: Phrases
    to_the_end: Phrases
    ended: Phrases
    closing: Phrases
    few: Phrases
    all_targets: Phrases
    about_to: Phrases
    failed_tender: Phrases


Size = Literal["usual", "small", "line"]


class Step(Section):
    """One step of a ladder; `days` is the usual least time from the step before to the end of this one.

    `small` is the same for small works (many of a kind, renovations), `line` for roads, pipes and rivers, where it
    differs; 0 if they do without the step.
    `event`: the bare word says that it has happened. `parallel`: it goes on beside others and tells nothing of them.
    `begins`: under way means that it has happened (开工). `ends`: its words also end the steps before it (桩基完工).
    `soft`: in a target it asks for nothing that can be measured.
    """

    id: str
    title: str
    days: int
    words: Phrases
    small: int | None = None
    line: int | None = None
    event: bool = False
    parallel: bool = False
    soft: bool = False
    begins: bool = False
    ends: bool = False

    def least(self, size: Size) -> int:
        """The usual least days of the step for works of a size."""
        own = {"small": self.small, "line": self.line, "usual": None}[size]
        return self.days if own is None else own


IN_USE = "in_use"


class Ladder(Section):
    """The steps that a kind of project goes through, in order; `paced` if they spread over the year.

    `works` is the id of the step with which the thing itself begins; those before it only prepare it. `by_piece`: the
    things pass those steps one by one, so that each can be counted.
    """

    name: str
    title: str
    works: str
    source: str
    cues: tuple[str, ...]
    steps: tuple[Step, ...]
    paced: bool = True
    by_piece: bool = False

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each step, by its id."""
        return {step.id: rank for rank, step in enumerate(self.steps)}

    @cached_property
    def begun(self) -> int:
        """The rank of the first step that does not only prepare."""
        return self.ranks.get(self.works, len(self.steps))

    @cached_property
    def in_use(self) -> int | None:
        """The rank of the step at which the thing is used; None where there is none such."""
        return self.ranks.get(IN_USE)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All words of all steps, in groups named sRANK_N. At one place the longest word wins.

        Most letters begin no word, so a set of the letters that do is looked up first. The groups are empty and come
        behind their words, as only a word that stands bare is passed over at its first letter.
        """
        words = [(word, rank) for rank, step in enumerate(self.steps) for word in step.words]
        words.sort(key=lambda pair: -len(re.sub(r"\(\?[^)]*\)", "", pair[0])))
        groups = "|".join(f"(?:{word})(?P<s{rank}_{index}>)" for index, (word, rank) in enumerate(words))
        firsts = "".join(sorted({letter for word, _ in words for letter in _first_letters(word)}))
        return re.compile(f"(?=[{re.escape(firsts)}])(?:{groups})")


class Implied(Section):
    """Verbs of a target that ask for a certain step of a ladder."""

    ladder: str
    step: str
    words: Phrases


class MatchingNorms(Section):
    """What helps to tell which words answer which requirement."""

    source: str
    generic: tuple[str, ...]
    counted: tuple[str, ...]
    implied: tuple[Implied, ...]
    renovation: tuple[str, ...]
    levels: Phrases
    works: tuple[str, ...]
    running: tuple[str, ...]
    standing: Phrases
    occasions: tuple[str, ...]
    lines: Phrases
    averages: tuple[str, ...]
    accumulating: tuple[str, ...]
    joint: Phrases
    measures: tuple[str, ...]
    rises: Phrases
    falls: Phrases
    wholes: tuple[str, ...]
    bases: Phrases
    preparing: Phrases
    sweeping: tuple[str, ...]
    days: tuple[str, ...]
    tasks: tuple[str, ...]
    descriptors: Phrases
    sites: tuple[str, ...]
    not_sites: tuple[str, ...]
    batches: Phrases
    capacities: tuple[str, ...]
    small_units: tuple[str, ...]
    filled: tuple[str, ...]
    large: tuple[str, ...]
    linear: Phrases
    buildings: Phrases
    preparatory: Phrases
    filed: Phrases
    prepared: Phrases
    daily: Phrases
    actions: tuple[str, ...]
    persons: tuple[str, ...]
    totals: Phrases


ColumnName = Literal[
    "no",
    "project",
    "target",
    "measure",
    "amount",
    "plan",
    "progress",
    "rate",
    "status",
    "problem",
    "next_step",
    "note",
    "lead_leader",
    "lead_unit",
    "support_units",
    "due",
    "extra",
]


class ColumnNorms(Section):
    """Header words by canonical column, the best first.

    `total` words end the first cell of a row that sums others up; `region` words head the regions of a cross-table,
    `whole` words the columns that sum its regions up; `group` words end the headers of groups of projects, `funds`
    words tell of money; `states` are what units write in a column of status; `variants` pairs each other form of a
    letter with the usual one.
    """

    source: str
    names: dict[ColumnName, tuple[str, ...]]
    total: tuple[str, ...]
    region: tuple[str, ...]
    whole: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    variants: str = ""


class UnitNorms(Section):
    """The office's units: full name to the other names it goes by; words that name many; how units' names end.

    `reporting` lists the units whose items must stand in every month's table; `rarer` endings are too common among
    other words to tell a unit by.
    """

    source: str
    names: dict[str, tuple[str, ...]] = {}
    reporting: tuple[str, ...] = ()
    collective: tuple[str, ...]
    endings: tuple[str, ...]
    rarer: tuple[str, ...] = ()

    @cached_property
    def known(self) -> dict[str, str]:
        """Map every name of a unit to its full one, both folded."""
        named = reversed([(full, other) for full, others in self.names.items() for other in (full, *others)])
        return {fold(other): fold(full) for full, other in named}  # of two units with one name, the first

    @cached_property
    def many(self) -> frozenset[str]:
        """The words that name many units, folded."""
        return frozenset(map(fold, self.collective))


class AuditNorms(Section):
    """Words by which the audit knows what a clerk would query.

    A target that begins with `soft` words (behind `softened` ones) sets no bound; `wholes` are things too wide for a
    bare share; `newly` and `renewed` tell two natures of works; `hopes` bring in what is still to come.
    """

    source: str
    soft: tuple[str, ...]
    softened: tuple[str, ...]
    wholes: tuple[str, ...]
    newly: tuple[str, ...]
    renewed: tuple[str, ...]
    hopes: tuple[str, ...]


class HistoryNorms(Section):
    """When two targets of different months are one: how alike, of 100, and how far ahead of any other."""

    source: str
    alike: int
    apart: int


class BoundWords(Section):
    """Words that turn a number into a bound, by the bound that they make."""

    over: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


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


class QuantityNorms(Section):
    """What tells numbers that count from those that only name.

    Units are plain words, the longest of which wins; so do the words of `not_units`, that only begin like a unit.
    """

    source: str
    units: tuple[str, ...]
    not_units: tuple[str, ...]
    unit_families: tuple[tuple[str, ...], ...]
    more: tuple[str, ...]
    names: Phrases
    kept: tuple[str, ...]
    frames: tuple[str, ...]
    leading: Phrases
    links: tuple[str, ...]
    states: tuple[str, ...]
    shares: tuple[str, ...]
    changes: tuple[str, ...]
    before: BoundWords
    after: BoundWords
    scopes: ScopeWords
    years: YearWords


MonthDay = Annotated[str, Field(pattern=r"^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")]


class Season(Section):
    """A stretch of every year, from month-day to month-day; the end may lie in the next year."""

    words: tuple[str, ...]
    start: MonthDay
    end: MonthDay


class Festival(Section):
    """A stretch of `days` days that begins `offset` days after a holiday, named as the holiday calendar does."""

    words: tuple[str, ...]
    holiday: str
    days: int = 1
    offset: int = 0


class Term(Section):
    """Words after which a stretch of days is told, and the step that is reached at its end, if it ends one."""

    words: Phrases
    ladder: str = ""
    step: str = ""


class DateNorms(Section):
    """Stretches of the year that go by a name, and the words that tell what is to come from what was.

    `yearly`: a bare month more than so many days back, with a word of `future`, is next year's; `yearly_named`: the
    same for a named stretch (春节).
    """

    source: str
    future: Phrases
    past: Phrases
    yearly: int
    yearly_named: int
    seasons: tuple[Season, ...]
    festivals: tuple[Festival, ...]
    terms: tuple[Term, ...]


class Norms(Section):
    """All of norms.toml."""

    thresholds: Thresholds
    phrases: PhraseNorms
    ladders: tuple[Ladder, ...]
    matching: MatchingNorms
    quantities: QuantityNorms
    dates: DateNorms
    columns: ColumnNorms
    units: UnitNorms
    audit: AuditNorms
    history: HistoryNorms


def load(path: Path) -> Norms:
    """Read and check norms.toml; SettingsError names the file, the line, the key and what to do."""
    return tomlfile.load(path, Norms)
