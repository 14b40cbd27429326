"""The office's norms: thresholds, phrases, ladders and aliases, each with its source."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from reportgen import tomlfile
from reportgen.norms.judging import Implied, MatchingNorms, PhraseNorms, Thresholds
from reportgen.norms.ladders import FIRST, IN_USE, Ladder, Size, Step
from reportgen.norms.language import BoundWords, DateNorms, Festival, QuantityNorms, ScopeWords, Season, Term, YearWords
from reportgen.norms.section import Section, Word
from reportgen.norms.tables import AuditNorms, ColumnName, ColumnNorms, HistoryNorms, UnitNorms

__all__ = [
    "FIRST",
    "IN_USE",
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
    "QuantityNorms",
    "ScopeWords",
    "Season",
    "Section",
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
    phrases: PhraseNorms
    ladders: tuple[Ladder, ...]
    matching: MatchingNorms
    quantities: QuantityNorms
    dates: DateNorms
    columns: ColumnNorms
    units: UnitNorms
    audit: AuditNorms
    history: HistoryNorms

    @cached_property
    def ladders_by_name(self) -> dict[str, Ladder]:
        """Each ladder by its name."""
        return {ladder.name: ladder for ladder in self.ladders}


def load(path: Path) -> Norms:
    """Read and check norms.toml; SettingsError names the file, the line, the key and what to do."""
    return tomlfile.load(path, Norms)
