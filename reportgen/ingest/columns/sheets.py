"""Grids ▶ sheets: the header of each found and its columns settled, or the reason why the grid is no such table."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportgen.errors import InputError
from reportgen.ingest.columns import (
    abreast,
    below,
    broken,
    captions,
    crosstab,
    cut_off,
    forms,
    headers,
    layout,
    linked,
    overlong,
    paired,
    paragraphs,
    pasted,
    periods,
    refusals,
    roles,
    stacked,
    ticked,
    titles,
    turned,
    unseen,
    unwritten,
    works,
)
from reportgen.ingest.columns.body import Sheet
from reportgen.ingest.columns.contents import Contents
from reportgen.ingest.columns.headers import Head, Header
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid, unmerged
from reportgen.norms import Norms
from reportgen.records import Cell

PASSED_OVER = {layout.OtherMonth: "说的是其他月份", refusals.NoProjects: "不像项目进展表"}


@dataclass(frozen=True, slots=True)
class Passed:
    """A grid that was not read, and why, in words to print."""

    grid: Grid
    why: str


def sheets(
    grids: Sequence[Grid], norms: Norms, words: Vocabulary, month: str | None
) -> tuple[tuple[Sheet, ...], tuple[Passed, ...]]:
    """Settle the columns of one file's grids, and tell which hold no projects or those of another month.

    A grid without a header goes on under the one before it. Where none can be read, InputError says why the first
    cannot.
    """
    told = list(unseen.tables(grids, words))
    passed = [Passed(grid, why) for grid, why in told if why and not _idle(grid, norms, words, month)]
    apart = [works.without_sums(grid, words, norms.units) for grid, why in told if not why]
    passed += [Passed(grid, works.OF_SUMS) for _, sums in apart for grid in sums]
    parts = itertools.chain.from_iterable(stacked.parts(grid, words) for grid, _ in apart)
    lists = [unfolded for grid in parts if (unfolded := _unfolded(grid, norms, words)).rows]
    joined = linked.joined(lists, words, norms.units)
    settled = _settled(joined, norms, words, month)
    if not settled.found:
        empty = InputError(f"{grids[0].file}: the table is empty; give one with projects.")
        raise settled.faults[0] if settled.faults else empty
    of_works, others = works.parted(settled.found, words)
    _check_day(of_works)
    return tuple(of_works), (*passed, *settled.passed, *(Passed(sheet.grid, why) for sheet, why in others))


@dataclass(slots=True)
class Settled:
    """Sheets whose columns are settled, grids passed over, why, and what is wrong with those that tell no time."""

    found: list[Sheet] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    faults: list[InputError] = field(default_factory=list)
    undated: list[InputError] = field(default_factory=list)


def _settled(grids: Sequence[Grid], norms: Norms, words: Vocabulary, month: str | None) -> Settled:
    """Settle the columns of grids; one that tells no year has that of the others, where these tell but one."""
    settled = _each(grids, norms, words, month)
    years = {sheet.layout.period.as_of.year for sheet in settled.found}
    if settled.undated and len(years) == 1:
        settled = _each([replace(grid, year=max(years)) for grid in grids], norms, words, month)
    if settled.undated:
        raise settled.undated[0]
    return settled


def _each(grids: Sequence[Grid], norms: Norms, words: Vocabulary, month: str | None) -> Settled:
    """Settle the columns of grids one after the other."""
    settled = Settled()
    found = settled.found
    over_all = titles.first_lines(grids[0]) if grids else ()
    for grid in grids:
        try:
            dated = replace(grid, over_all=over_all)
            found.append(_sheet(dated, norms, words, month, found[-1] if found else None))
        except layout.Undated as error:
            settled.undated.append(InputError(f"{grid.file}{grid.in_part}: {error}"))
        except (layout.OtherMonth, refusals.NoProjects) as error:
            if grid is grids[0] and isinstance(error, layout.OtherMonth):
                over_all = ()
            settled.passed.append(Passed(grid, PASSED_OVER[type(error)]))
            settled.faults.append(error)
    return settled


def _idle(grid: Grid, norms: Norms, words: Vocabulary, month: str | None) -> bool:
    """Tell a sheet left out, so hidden, that lists no projects: choices for the cells of others, codes, an empty form.

    Pages and documents hide no such things.
    """
    if grid.rows[0][0].address.style == "text":
        return False
    try:
        sheet = _sheet(_unfolded(grid, norms, words), norms, words, month, None)
    except InputError as error:
        return isinstance(error, refusals.NoProjects)
    return not any(map(headers.distinct, sheet.grid.rows[sheet.header.body :]))


def _unfolded(grid: Grid, norms: Norms, words: Vocabulary) -> Grid:
    """Give the list that lines, a list on its side, or forms make; the classes of sums may read as labels."""
    lists = broken.mended(pasted.unfold(paragraphs.unfold(grid, words), words, norms.units), words)
    sums = any(works.counts_projects(row, words) for row in lists.rows[: headers.FIRST_ROWS])
    return captions.lifted(lists if sums else forms.unfold(turned.unfold(lists, words), words), words)


def _check_day(found: Sequence[Sheet]) -> None:
    """Refuse a file whose tables tell several months while none was asked for."""
    first = found[0]
    for sheet in found[1:]:
        if sheet.layout.period.as_of != first.layout.period.as_of:
            raise InputError(
                f"{first.grid.file}:{first.grid.in_part} tells {first.layout.period.as_of} and{sheet.grid.in_part} "
                f"tells {sheet.layout.period.as_of}; give --month to choose."
            )


def _sheet(grid: Grid, norms: Norms, words: Vocabulary, month: str | None, before: Sheet | None) -> Sheet:
    """Settle the columns of a grid, rewritten until nothing changes; NoProjects says why it has none."""
    while True:
        if crossed := crosstab.unfold(grid, words, norms.units):
            return _with_period(*crossed, roles.settle(crossed[1].heads, words, Contents(offices=True)), month)
        header = headers.find(grid, words, norms.units, month)
        if header is None:
            if going_on := _going_on(grid, words, before):
                return going_on
            raise refusals.headless(grid, words)
        rewritten = _rewritten(grid, header, words)
        if rewritten is grid:
            listed = ticked.unfold(*crosstab.by_region(*paired.unfold(grid, header, words), words), words)
            return _listed(*listed, norms, words, month)
        grid = rewritten


def _going_on(grid: Grid, words: Vocabulary, before: Sheet | None) -> Sheet | None:
    """Read a grid without a header under that of the one before, where it has its columns."""
    if before is None or stacked.begins(grid, words):
        return None
    if aligned := _aligned(grid, before):
        return Sheet(aligned, replace(before.header, start=0, body=0), before.layout)
    cut_off.check(grid, before.header)
    return None


def _rewritten(grid: Grid, header: Header, words: Vocabulary) -> Grid:
    """Give up places that cells have lost, part lists side by side, and give labelled rows below items columns.

    Other grids come back as they are.
    """
    overlong.check(grid, header)
    if not grid.flattened and _shifted(header, grid, words):
        return unmerged(grid)
    apart = abreast.unfold(grid, header)
    return apart if apart is not grid else below.unfold(grid, header, words)


def _listed(grid: Grid, found: Header, norms: Norms, words: Vocabulary, month: str | None) -> Sheet:
    """Settle the columns of a list of projects."""
    header = replace(found, heads=_seen(found.heads, grid))
    refusals.check(grid, header, words)
    year = layout.known_year(header.heads, _above(grid, header), grid.file, month) or grid.year
    heads = unwritten.settle(grid, header, norms, words, year)
    names = {head.name for head in heads}
    if missing := next((name for name in ("progress", "target") if name not in names), None):
        raise refusals.without(missing, grid, header)
    return _with_period(grid, header, heads, month)


def _aligned(grid: Grid, before: Sheet) -> Grid | None:
    """Give a table that goes on under the one before it, columns that are empty here put back; None for another."""
    wanted, own = _columns(before.grid), _columns(grid)
    if len(own) == before.header.width == len(wanted):
        return grid
    if not grid.width == before.grid.width > 0 or len(wanted) != before.header.width or not set(own) <= set(wanted):
        return None
    places = [own.index(column) if column in own else None for column in wanted]
    rows = (tuple(Cell() if at is None else row[at] for at in places) for row in grid.rows)
    return replace(grid, rows=tuple(rows))


def _columns(grid: Grid) -> tuple[int, ...]:
    """Give the number of each column: what a cell that no merge covers says."""
    return tuple(max(cell.address.column for cell in column) for column in zip(*grid.rows, strict=False))


def _shifted(found: Header, grid: Grid, words: Vocabulary) -> bool:
    """Tell a header whose lower row has lost the places of its cells: it ends early, or begins under 序号."""
    lower = grid.rows[found.start + 1 : found.body]
    first = [words.name(cell.text) for cell in found.heads[0].path]
    under_no = len(first) > 1 and first[0] == "no" and first[-1] not in (None, "no")
    return under_no or any(row[-1].address.row in grid.short for row in lower)


def _seen(heads: Sequence[Head], grid: Grid) -> tuple[Head, ...]:
    """Keep a hidden column aside where a column that can be seen has its role."""
    seen = {head.name for head in heads if head.index not in grid.unseen}
    hidden = [head.index for head in heads if head.index in grid.unseen and head.name in seen]
    return tuple(replace(head, name="extra") if head.index in hidden else head for head in heads)


def _with_period(grid: Grid, header: Header, heads: tuple[Head, ...], month: str | None) -> Sheet:
    settled = layout.layout(heads, _above(grid, header), grid.file, month, grid.year)
    return Sheet(grid, replace(header, heads=heads), settled)


def _above(grid: Grid, header: Header) -> tuple[Cell, ...]:
    """List what stands above the header: titles, the sheet's name, and where no title tells a time the file's lines."""
    above = headers.lines_above(grid, header.start)
    dated = any(periods.stretches(cell.text) for cell in above)
    return (*above, Cell(text=grid.part), *(() if dated else grid.over_all))
