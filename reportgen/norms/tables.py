"""What the tables of offices are read by: names of columns and units, queries, likeness of items."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from reportgen import tomlfile
from reportgen.norms.section import Section, Word, Words
from reportgen.text import fold

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

Letters = Annotated[str, tomlfile.written("(?:..)*", "made of pairs; write each other form before the usual one")]


class ColumnNorms(Section):
    """Header words by canonical column, the best first.

    `total` words end the first cell of a row that sums others up; `samples` words begin a cell of a row that is
    made up, `filling` words one that tells how to fill the form, `hints` words begin or end its cells; `region`
    words head the regions of a cross-table, `whole` words the columns that sum its regions up; `group` words end
    the headers of groups of projects, `counts` words those of their numbers; `funds` words tell of money, `steps`
    words of months or quarters below them; `states` are what units write in a column of status; `ticks` mark one of
    several columns of them, and `unticked` do not, but those in both mark it where no other does; `variants` pairs
    each other form of a letter with the usual one; `leads` words in brackets mark the unit of a list that leads,
    `led_by` words behind 同志 the leader in a project's name; `labels` are those by which one cell holds what several
    columns would.
    """

    source: str
    names: dict[ColumnName, Words]
    total: Words
    samples: Words
    filling: Words
    hints: Words
    region: Words
    whole: Words
    group: Words
    counts: Words
    funds: Words
    steps: Words
    states: Words
    ticks: Words
    unticked: Words
    variants: Letters
    leads: Words
    led_by: Words
    labels: dict[ColumnName, Words]

    @cached_property
    def by_label(self) -> dict[str, str]:
        """Map each label to the canonical name of the column that it stands for."""
        return {label: name for name, labels in self.labels.items() for label in labels}

    @model_validator(mode="after")
    def _has_all_columns(self) -> ColumnNorms:
        """Let no column go without a list of its own, which may be empty."""
        told = "this column is missing; add it, as in the file that comes with the program"
        tomlfile.refuse(
            tomlfile.fault(["names", name], told) for name in get_args(ColumnName) if name not in self.names
        )
        return self


class UnitNorms(Section):
    """The office's units: full name to the other names it goes by; words that name many; how units' names end.

    A unit's ending behind a `gathering` word (有关街道) names many, too.
    `names` and `reporting` are the office's own, and may be left out: no other names, no unit that must report.
    `reporting` lists the units whose items must stand in every month's table; `rarer` endings are too common among
    other words to tell a unit by; by `sure` ones a unit is known among targets and reports, and a person there by the
    letter of `surnames` that a name begins with.
    """

    source: str
    names: dict[Word, Words] = Field(default_factory=dict)
    reporting: Words = ()
    collective: Words
    gathering: Words
    endings: Words
    sure: Words
    rarer: Words
    surnames: str

    @cached_property
    def known(self) -> dict[str, str]:
        """Map every name of a unit to its full one, both folded."""
        bidden = [(unit, unit) for unit in self.reporting]
        named = reversed([(full, other) for full, others in self.names.items() for other in (full, *others)] + bidden)
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
    soft: Words
    softened: Words
    wholes: Words
    newly: Words
    renewed: Words
    hopes: Words


class HistoryNorms(Section):
    """When two targets of different months are one: how alike, of 100, and how far ahead of any other."""

    source: str
    alike: Annotated[int, Field(ge=0, le=100)]
    apart: Annotated[int, Field(ge=0, le=100)]
