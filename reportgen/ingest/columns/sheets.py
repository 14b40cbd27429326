"""Grids ▶ sheets: the header of each found and its columns settled, or the reason why the grid is no such table."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import InputError
from reportgen.ingest.columns import (
    abreast,
    contents,
    crosstab,
    cut_off,
    forms,
    headers,
    layout,
    learning,
    overlong,
    packed,
    pasted,
    repair,
    reporting,
    roles,
    stacked,
    unseen,
)
from reportgen.ingest.columns.body import Sheet
from reportgen.ingest.columns.contents import Contents
from reportgen.ingest.columns.headers import Head, Header
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid, unmerged
from reportgen.norms import Norms
from reportgen.records import Cell
from reportgen.text import fold

LABELS = 0.5  # share of the first body rows that begin with a header word, from which the table is a form
FORM_ROWS = 50
FORM = "this is the form of a single project (labels with their values); give one row a project."
LIKE = "none with words such as 项目名称, 主要内容, 完成情况"
TURNED = (
    "the labels stand in the first column, and each project in a column of its own; exchange rows and columns, "
    "or give the Word, Excel or web file that it was copied from."
)


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
    found: list[Sheet] = []
    told = list(unseen.tables(grids, words))
    passed = [Passed(grid, why) for grid, why in told if why]
    faults: list[InputError] = []
    for grid in itertools.chain.from_iterable(stacked.parts(grid, words) for grid, why in told if not why):
        try:
            unfolded = forms.unfold(pasted.unfold(grid, words, norms.units), words)
            read = _sheet(unfolded, norms, words, month, found[-1] if found else None)
        except layout.OtherMonth as error:
            passed.append(Passed(grid, "说的是其他月份"))
            faults.append(error)
            continue
        if isinstance(read, Sheet):
            found.append(read)
        elif grid.rows:
            passed.append(Passed(grid, "不像项目进展表"))
            faults.append(InputError(f"{grid.file}{grid.in_part}: {read}"))
    if not found:
        raise faults[0] if faults else InputError(f"{grids[0].file}: the table is empty; give one with projects.")
    for beside, why in ((_of_money, "说的是资金"), (_of_sums, "是分类汇总")):
        others = [sheet for sheet in found if beside(sheet, words)]
        if len(others) < len(found):  # beside tables that tell of the works
            found = [sheet for sheet in found if sheet not in others]
            passed += [Passed(sheet.grid, why) for sheet in others]
    _of_one_day(found)
    return tuple(found), tuple(passed)


def _of_money(sheet: Sheet, words: Vocabulary) -> bool:
    """Tell a table that reports nothing but money, and what share of it is spent."""
    heads = sheet.layout.heads
    reports = [head for head in heads if head.name in reporting.TELLS]
    return any(words.funded(*head.texts) for head in heads) and all(
        words.funded(*head.texts) or words.of_path(head.texts) == "rate" for head in reports
    )


def _of_sums(sheet: Sheet, words: Vocabulary) -> bool:
    """Tell a table that only counts the items of each class: 领域 | 项目数 | 完成数 | 完成率."""
    named, *others = (head for head in sheet.layout.heads if head.name != "no")
    rows = [row for row in sheet.grid.rows[sheet.header.body :] if headers.distinct(row)]
    cells = (row[head.index] for row in rows for head in others if head.index < len(row))
    return words.group(named.header) and all(cell.blank or contents.FIGURE.fullmatch(fold(cell.text)) for cell in cells)


def _of_one_day(found: Sequence[Sheet]) -> None:
    """Refuse a file whose tables tell several months while none was asked for."""
    first = found[0]
    for sheet in found[1:]:
        if sheet.layout.period.as_of != first.layout.period.as_of:
            raise InputError(
                f"{first.grid.file}:{first.grid.in_part} tells {first.layout.period.as_of} and{sheet.grid.in_part} "
                f"tells {sheet.layout.period.as_of}; give --month to choose."
            )


def _sheet(grid: Grid, norms: Norms, words: Vocabulary, month: str | None, before: Sheet | None) -> Sheet | str:
    """Settle one grid's columns, or say why it is not a table of projects."""
    if not grid.rows:
        return "the table is empty"
    if crossed := crosstab.unfold(grid, words, norms.units):
        return _with_period(*crossed, roles.settle(crossed[1].heads, words, Contents(offices=True)), month)
    found = headers.find(grid, words, norms.units)
    if found is None:
        if before and not stacked.begins(grid, words) and (going_on := _aligned(grid, before)):
            return Sheet(going_on, replace(before.header, start=0, body=0), before.layout)
        if before and not stacked.begins(grid, words):
            cut_off.check(grid, before.header)
        if _labelled(grid.rows, words):
            return TURNED if any(len(headers.distinct(row)) > 2 for row in grid.rows) else FORM
        seen = "、".join(fold(cell.text)[:12] for row in grid.rows[:3] for cell in headers.distinct(row))
        first = f"no header row was found in the first {headers.FIRST_ROWS} rows"
        return f"{first} (they begin {seen[:80]}), {LIKE}; {_map('progress', 'the column')}"
    overlong.check(grid, found)
    if not grid.flattened and _shifted(found, grid, words):
        return _sheet(unmerged(grid), norms, words, month, before)
    listed = abreast.unfold(grid, found)
    if listed is not grid:
        return _sheet(listed, norms, words, month, before)
    grid, found = crosstab.by_region(grid, found, words)
    header = replace(found, heads=_seen(found.heads, grid))
    body = grid.rows[header.body :]
    if fault := _no_list(header, body, words):
        return fault
    year = layout.known_year(header.heads, _above(grid, header), grid.file, month)
    heads = _settled(grid, header, norms, words, year)
    if missing := next((name for name in ("progress", "target") if name not in {head.name for head in heads}), None):
        seen = "、".join(fold(head.header) for head in header.heads if head.header)
        return f"no {missing} column among the header cells {seen}; {_map(missing)}"
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
    """List what stands above the header: titles, and the sheet's name."""
    return (*headers.lines_above(grid, header.start), Cell(text=grid.part))


EXAMPLES = {"progress": "最新动态", "target": "今年要办的事"}


def _map(name: str, column: str = "it") -> str:
    """Tell how a column that no vocabulary knows is named."""
    return f'name {column} in reportgen.toml under [columns], such as "{EXAMPLES[name]}" = "{name}".'


def _no_list(header: Header, body: Sequence[Sequence[Cell]], words: Vocabulary) -> str | None:
    """Tell cross-tables and forms, which have header words too."""
    region = any(fold(cell.text) in words.regions for cell in header.heads[0].path)
    if region and len(header.named("progress")) > 1:
        return f"{pasted.crosstab('the table')}; give one row a project."
    own = [row for row in body if row[0] not in header.heads[0].path]  # 序号 may be merged down into the items
    return FORM if _labelled(own, words) else None


def _labelled(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> bool:
    """Tell whether labels stand in the first column, not in the first row; a merged cell counts once."""
    firsts = [cell.text for cell in dict.fromkeys(row[0] for row in rows[:FORM_ROWS] if row)]
    return sum(map(words.exact, firsts)) >= max(forms.LEAST_LABELS, LABELS * len(firsts))


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
        if head.name in packed.NEVER_SPANNING:
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
