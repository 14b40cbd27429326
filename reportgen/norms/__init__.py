"""The office's norms: thresholds, phrases, ladders and aliases, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from reportgen import tomlfile
from reportgen.norms.judging import Implied, MatchingNorms, PhraseNorms, Service
from reportgen.norms.ladders import (
    ACCEPTED,
    AWARD,
    BUILT,
    CONSTRUCTION,
    FACADE,
    FINISH,
    FOUNDATION,
    FRAME,
    IN_USE,
    INFILL,
    INSTALLED,
    PILE,
    START,
    TOPPED,
    Ladder,
    Size,
    Step,
)
from reportgen.norms.language import BoundWords, DateNorms, Festival, QuantityNorms, ScopeWords, Season, Term, YearWords
from reportgen.norms.precedents import PrecedentNorms
from reportgen.norms.section import Section, Word
from reportgen.norms.tables import AuditNorms, ColumnName, ColumnNorms, HistoryNorms, UnitNorms
from reportgen.norms.thresholds import Thresholds

__all__ = [
    "ACCEPTED",
    "AWARD",
    "BUILT",
    "CONSTRUCTION",
    "FACADE",
    "FINISH",
    "FOUNDATION",
    "FRAME",
    "INFILL",
    "INSTALLED",
    "IN_USE",
    "PILE",
    "START",
    "TOPPED",
    "AuditNorms",
    "BoundWords",
    "ColumnName",
    "ColumnNorms",
    "DateNorms",
    "Festival",
    "HistoryNorms",
    "Implied",
    "Ladder",
    "MatchingNorms",
    "Norms",
    "PhraseNorms",
    "PrecedentNorms",
    "QuantityNorms",
    "ScopeWords",
    "Season",
    "Section",
    "Service",
    "Size",
    "Step",
    "Term",
    "Thresholds",
    "UnitNorms",
    "Word",
    "YearWords",
    "load",
]


class Norms(Section):
    """All of norms.toml."""

    thresholds: Thresholds
    precedents: PrecedentNorms
    phrases: PhraseNorms
    ladders: tuple[Ladder, ...]
    matching: MatchingNorms
    quantities: QuantityNorms
    dates: DateNorms
    columns: ColumnNorms
    units: UnitNorms
    audit: AuditNorms
    history: HistoryNorms

    @model_validator(mode="after")
    def _names_what_there_is(self) -> Norms:
        """Let each ladder go by a name of its own, and what names a ladder and its step name such as there are."""
        tomlfile.refuse(self._faults())
        return self

    def _faults(self) -> Iterator[PydanticCustomError]:
        names = [ladder.name for ladder in self.ladders]
        for at, name in enumerate(names):
            if name in names[:at]:
                yield tomlfile.fault(["ladders", at, "name"], f"{name!r} is an earlier ladder's; give this one its own")
        if CONSTRUCTION not in names:
            told = (
                f"the program asks for the ladder {CONSTRUCTION!r}, which is not here; give that ladder its name again"
            )
            yield tomlfile.fault(["ladders"], told)
        for at, implied in enumerate(self.matching.implied):
            yield from self._unknown(["matching", "implied", at], implied)
        for at, term in enumerate(self.dates.terms):
            if term.ladder or term.step:
                yield from self._unknown(["dates", "terms", at], term)

    def _unknown(self, key: tomlfile.Key, named: Implied | Term) -> Iterator[PydanticCustomError]:
        """Tell that there is no such ladder, or no such step on it."""
        ladder = self.ladders_by_name.get(named.ladder)
        if ladder is None:
            told = f"there is no ladder {named.ladder!r}; name one of {', '.join(self.ladders_by_name)}"
            yield tomlfile.fault([*key, "ladder"], told)
        elif named.step not in ladder.ranks:
            told = f"the ladder {ladder.name} has no step {named.step!r}; name one of {', '.join(ladder.ranks)}"
            yield tomlfile.fault([*key, "step"], told)

    @cached_property
    def by_rules_alone(self) -> Norms:
        """The same norms, but that precedents do not bear on a verdict."""
        return self.model_copy(update={"precedents": self.precedents.model_copy(update={"weigh": False})})

    @cached_property
    def ladders_by_name(self) -> dict[str, Ladder]:
        """Each ladder by its name."""
        return {ladder.name: ladder for ladder in self.ladders}


def load(path: Path) -> Norms:
    """Read and check norms.toml; SettingsError names the file, the line, the key and what to do."""
    return tomlfile.load(path, Norms)
