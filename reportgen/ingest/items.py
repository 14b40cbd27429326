"""Files ▶ Table: the returns of all joined, their projects gathered, the audit added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.ingest import audit, files, merge
from reportgen.ingest.audit import reading
from reportgen.ingest.columns import cut_names
from reportgen.ingest.columns.body import Sheet
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import Norms
from reportgen.records import TITLES, Column, Item, Project, Table
from reportgen.text import fold


def table(
    grids: Sequence[Grid], norms: Norms, *, month: str | None = None, columns: Mapping[str, str] | None = None
) -> Table:
    """Read the grids of one or more files as one table of projects; InputError says what stands in the way."""
    names = tuple(dict.fromkeys(grid.file for grid in grids))
    held = [files.read([grid for grid in grids if grid.file == name], norms, month, columns or {}) for name in names]
    period = merge.one_period({name: file.period for name, file in zip(names, held, strict=True)})
    items, questions = merge.merge([items for file in held for items in file.returns])
    read = Table(names, period, _columns(held[0].sheets[0]), projects(items))
    whole = replace(read, projects=projects(cut_names.mended(items, norms.units)))
    return replace(read, audit=(*reading.queries(held, columns or {}), *questions, *audit.audit(whole, norms)))


def _columns(sheet: Sheet) -> tuple[Column, ...]:
    known = {*TITLES, "no", "due"}
    return tuple(
        Column(head.name if head.name in known else "extra", head.header, head.index + 1) for head in sheet.layout.heads
    )


# --- projects ---------------------------------------------------------------------------------------


def projects(items: Sequence[Item]) -> tuple[Project, ...]:
    """Gather neighbouring items of one project; where the table names no projects, each number is one."""
    gathered: list[list[Item]] = []
    for item in items:
        if gathered and _same_project(gathered[-1][-1], item):
            gathered[-1].append(item)
        else:
            gathered.append([item])
    return tuple(
        Project(first.project_no, first.project.text or first.target.text, (first, *others))
        for first, *others in gathered
    )


def _same_project(one: Item, other: Item) -> bool:
    if one.project.text or other.project.text:
        return (one.project_no, fold(one.project.text)) == (other.project_no, fold(other.project.text))
    return one.project_no == other.project_no is not None
