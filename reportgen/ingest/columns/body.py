"""What is read of a table's body so far: its rows, what was left out of it, and what stands above the next row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportgen.ingest.columns import joining
from reportgen.ingest.columns.asides import LeftOut
from reportgen.ingest.columns.headers import Header
from reportgen.ingest.columns.layout import Layout
from reportgen.ingest.columns.profile import Profile
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell, Unplaced
from reportgen.text import fold


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid with its columns settled."""

    grid: Grid
    header: Header
    layout: Layout


@dataclass(frozen=True, slots=True)
class Line:
    """One row as the grid has it, its filled cells, the row that follows it, if any, and whether none of several
    filled cells follows.
    """

    row: Sequence[Cell]
    cells: tuple[Cell, ...]
    following: Sequence[Cell]
    behind_all: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the body: a cell for every column, the heading line that it stands under, and what is told `below` it.

    Those are rows of one cell each that begin with a label (存在问题：…), with the cells that their labels tell.
    """

    cells: tuple[Cell, ...]
    heading: Cell | None = None
    unplaced: Unplaced = field(default_factory=Unplaced)
    below: tuple[tuple[Cell, Mapping[str, Cell]], ...] = ()


@dataclass(slots=True)
class Body:
    """The rows read so far; tables that go on after a page break go on here."""

    rows: list[Row] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    above: tuple[Cell, ...] = ()
    unclear: frozenset[int] = frozenset()  # columns of the last row that are left empty for what may stand there
    doubts: list[str] = field(default_factory=list)  # of rows some of whose cells are put in no column
    heading: Cell | None = None
    told: Mapping[str, Cell] = field(default_factory=dict)  # of all rows, above the header: 责任领导：…
    led: dict[Cell, Mapping[str, Cell]] = field(default_factory=dict)  # who leads, in the rows of headings
    over: str = ""  # the number of the heading, where its parts have numbers of their own
    divided: bool = False  # rows that hold but a name head those below them
    adds_targets: bool = False  # rows that hold but a target belong to the item above

    @property
    def number(self) -> str:
        """The first cell of the last row: its number, where the table has any."""
        return fold(self.above[0].text) if self.above else ""

    def next_page(self, heading: Cell | None, told: Mapping[str, Cell]) -> Body:
        """Begin a table that may go on with this one; what is told above it holds in place of what was told here."""
        if heading or told:
            return Body(above=self.above, heading=heading or self.heading, told=told, led=self.led)
        return Body(above=self.above, heading=self.heading, told=self.told, led=self.led)

    def stand_under(self, heading: Cell, line: LeftOut, number: str = "") -> None:
        """Put the rows to come under a heading; its line is no item, and nothing reaches down past it.

        Where its parts have numbers of their own, a row with the next `number` is none of them.
        """
        self.heading, self.above, self.over = heading, (), number
        self.left_out.append(line)

    def join_target(self, cell: Cell, known: Profile) -> None:
        """Join a further target to that of the last row."""
        last = self.rows[-1]
        cells = list(last.cells)
        cells[known.target] = joining.joined([cells[known.target], cell])
        self.rows[-1] = replace(last, cells=tuple(cells))
