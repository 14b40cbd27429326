"""Files ▶ Table: the returns of all joined, their projects gathered, the audit added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.errors import InputError
from reportgen.ingest import audit, files, merge, ordering
from reportgen.ingest.audit import reading
from reportgen.ingest.columns import cut_names
from reportgen.ingest.columns.body import Sheet
from reportgen.ingest.columns.notices import is_notice
from reportgen.ingest.columns.refusals import NoProjects
from reportgen.ingest.columns.vocabulary import vocabulary
from reportgen.ingest.files import File
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import Norms
from reportgen.records import TITLES, Cell, Column, Item, Project, Table


def table(
    grids: Sequence[Grid], norms: Norms, *, month: str | None = None, columns: Mapping[str, str] | None = None
) -> Table:
    """Read the grids of one or more files as one table of projects; InputError says what stands in the way."""
    by_file: dict[str, list[Grid]] = {}
    for grid in grids:
        by_file.setdefault(grid.file, []).append(grid)
    held, notices = _held(by_file, norms, month, columns or {})
    period = merge.one_period({name: file.period for name, file in held.items()})
    items, questions = merge.merge([items for file in held.values() for items in file.returns])
    told = list(held.values())
    read = Table(tuple(held), period, _columns(told[0].sheets[0]), projects(items))
    whole = replace(read, projects=projects(cut_names.mended(items, norms.units)))
    of_reading = (*reading.queries(told, columns or {}), *map(reading.notice, notices))
    return replace(read, audit=(*of_reading, *questions, *audit.audit(whole, norms)))


def _held(
    given: Mapping[str, Sequence[Grid]], norms: Norms, month: str | None, columns: Mapping[str, str]
) -> tuple[dict[str, File], list[Cell]]:
    """Read each file, and give the first line of each that only lies beside the others."""
    held: dict[str, File] = {}
    notices: list[Cell] = []
    faults: list[InputError] = []
    words = vocabulary(norms.columns, columns)
    for name, grids in given.items():
        try:
            held[name] = files.read(grids, norms, month, columns)
        except InputError as error:
            if not is_notice(grids, words):
                raise (_among(error) if len(given) > 1 else error) from None
            faults.append(error)
            notices.append(next(cell for grid in grids for row in grid.rows for cell in row))
    if not held:
        raise faults[0]
    return held, notices


def _among(error: InputError) -> InputError:
    """Tell of a file that holds no projects, one of several, what else can be done."""
    told = f"{str(error).rstrip('.')}; if this is no return, take the file away."
    return InputError(told) if isinstance(error, NoProjects) else error


def _columns(sheet: Sheet) -> tuple[Column, ...]:
    known = {*TITLES, "no", "due"}
    return tuple(
        Column(head.name if head.name in known else "extra", head.title, head.index + 1) for head in sheet.layout.heads
    )


# --- projects ---------------------------------------------------------------------------------------


def projects(items: Sequence[Item]) -> tuple[Project, ...]:
    """Gather neighbouring items of one project; where the table names no projects, each number is one."""
    gathered: list[list[Item]] = []
    for item in items:
        if gathered and ordering.same_project(gathered[-1][-1], item):
            gathered[-1].append(item)
        else:
            gathered.append([item])
    return tuple(
        Project(first.project_no, first.project.text or first.target.text, (first, *others))
        for first, *others in gathered
    )
