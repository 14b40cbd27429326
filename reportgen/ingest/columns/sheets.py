"""Grids ▶ sheets: the header of each found and its columns settled, or the reason why the grid is no such table."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import InputError
from reportgen.ingest.columns import (
    abreast,
    below,
    broken,
    captions,
    contents,
    crosstab,
    cut_off,
    forms,
    hanging,
    headers,
    layout,
    learning,
    linked,
    overlong,
    paired,
    paragraphs,
    pasted,
    periods,
    refusals,
    repair,
    roles,
    stacked,
    titles,
    turned,
    unseen,
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
    found: list[Sheet] = []
    faults: list[InputError] = []
    apart = [works.without_sums(grid, words, norms.units) for grid, why in told if not why]
    passed += [Passed(grid, works.OF_SUMS) for _, sums in apart for grid in sums]
    parts = itertools.chain.from_iterable(stacked.parts(grid, words) for grid, _ in apart)
    lists = [unfolded for grid in parts if (unfolded := _unfolded(grid, norms, words)).rows]
    joined = linked.joined(lists, words, norms.units)
    over_all = titles.first_lines(joined[0]) if joined else ()
    for grid in joined:
        try:
            dated = replace(grid, over_all=over_all)
            found.append(_sheet(dated, norms, words, month, found[-1] if found else None))
        except (layout.OtherMonth, refusals.NoProjects) as error:
            if grid is joined[0] and isinstance(error, layout.OtherMonth):
                over_all = ()
            passed.append(Passed(grid, PASSED_OVER[type(error)]))
            faults.append(error)
    if not found:
        raise faults[0] if faults else InputError(f"{grids[0].file}: the table is empty; give one with projects.")
    of_works, others = works.parted(found, words)
    _check_day(of_works)
    return tuple(of_works), (*passed, *(Passed(sheet.grid, why) for sheet, why in others))


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
    """Give the list that lines, a list on its side, or forms make."""
    lists = broken.mended(pasted.unfold(paragraphs.unfold(grid, words), words, norms.units), words)
    return captions.lifted(forms.unfold(turned.unfold(lists, words), words), words)


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
            return _listed(*crosstab.by_region(*paired.unfold(grid, header, words), words), norms, words, month)
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
    year = layout.known_year(header.heads, _above(grid, header), grid.file, month)
    heads = _settled(grid, header, norms, words, year)
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
    settled = layout.layout(heads, _above(grid, header), grid.file, month)
    return Sheet(grid, replace(header, heads=heads), settled)


def _above(grid: Grid, header: Header) -> tuple[Cell, ...]:
    """List what stands above the header: titles, the sheet's name, and where no title tells a time the file's lines."""
    above = headers.lines_above(grid, header.start)
    dated = any(periods.stretches(cell.text) for cell in above)
    return (*above, Cell(text=grid.part), *(() if dated else grid.over_all))


def _settled(grid: Grid, header: Header, norms: Norms, words: Vocabulary, year: int | None) -> tuple[Head, ...]:
    """Settle the roles; where empty cells were not written, under the one reading of the header that every row fits."""
    body = grid.rows[header.body :]
    held = contents.contents(body, words, norms.units, flattened=grid.flattened)
    settled = roles.settle(header.heads, words, held, year)
    if not grid.gaps or _fits(settled, body, norms):
        return settled
    unplaced = Contents(offices=held.offices)
    readings = [roles.settle(heads, words, unplaced, year) for heads in _widened(header.heads)]
    fitting = [heads for heads in readings if _fits(heads, body, norms)]
    if len(fitting) != 1:
        line = grid.rows[header.start][0].address.row
        raise InputError(
            f"{grid.file}, line {line}: empty cells were not written, and the rows fit the header's "
            f"{header.width} columns in {'several ways' if fitting else 'no way'}; {pasted.ASK}."
        )
    return fitting[0]


def _widened(heads: Sequence[Head]) -> Iterator[tuple[Head, ...]]:
    """Let each header cell that may span columns span two, in turn."""
    for at, head in enumerate(heads):
        if head.name in hanging.NEVER_SPANNING | hanging.SELDOM_SPANNING:
            continue
        wide = [*heads[: at + 1], head, *heads[at + 1 :]]
        yield tuple(replace(one, index=index) for index, one in enumerate(wide))


def _fits(heads: Sequence[Head], body: Sequence[Sequence[Cell]], norms: Norms) -> bool:
    names = {head.name for head in heads}
    if not {"target", "progress"} <= names:
        return False
    known = learning.learn(heads, body, norms.units, norms.columns.states, flattened=True, gaps=True)
    try:
        for row in filter(headers.distinct, body):
            repair.place(row, known, "")
    except InputError:
        return False
    return True
