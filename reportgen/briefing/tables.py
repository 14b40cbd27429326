"""The briefing's tables and charts: counts, shares, annex 1, and the numbers to draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.records import Status


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of something stand where. `review` counts those to be verified, whatever their status."""

    done: int
    on_track: int
    behind: int
    review: int = 0

    @property
    def total(self) -> int:
        return self.done + self.on_track + self.behind


@dataclass(frozen=True, slots=True)
class Shares:
    """Percentages of the total that add up to 100 exactly."""

    done: Decimal
    on_track: Decimal
    behind: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a summary table."""

    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Items by lead unit or leader: the first named counts. `joint` items name several; `unnamed` name nobody."""

    lines: tuple[Line, ...]
    total: Tally
    joint: int
    unnamed: int

    def rows(self, total: str) -> tuple[tuple[str, Tally], ...]:
        """Give the table's rows, and last the sum under the name given."""
        return (*((line.name, line.tally) for line in self.lines), (total, self.total))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the annex table: its class in the theme and its printed head."""

    name: str
    header: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the annex table: the source's cells, then the verdict."""

    no: int
    cells: tuple[str, ...]
    status: Status
    review: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one project; `labels` are the cells that stand once beside all of them."""

    labels: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Annex 1: the source's table in its order. Columns of `labels` come first, then the rows' own.

    `numbered` tells whether the item's number has a column of its own.
    """

    labels: tuple[Column, ...]
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    numbered: bool
    status_header: str
    reason_header: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to draw as stacked bars: a value a category in each series. `alt` says it in words."""

    title: str
    alt: str
    categories: tuple[str, ...]
    series: Mapping[str, tuple[int, ...]]

    @property
    def longest(self) -> int:
        """The length of its longest bar, 1 at least."""
        return max(1, *map(sum, zip(*self.series.values(), strict=True)))
