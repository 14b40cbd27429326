"""Annex 1: the source's table in its order, with the verdicts added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.briefing.tables import Column, Group, Ledger, Row
from reportgen.labels import Labels
from reportgen.records import Cell, Item, Project, Table, Verdict
from reportgen.records import Column as SourceColumn
from reportgen.typography import printed

TO_CHECK = "待核对"

BESIDE = ("no", "project")  # what tells of a project, and so stands once beside its rows


def ledger(table: Table, verdicts: Mapping[int, Verdict], labels: Labels) -> Ledger:
    """Set the table for print: cells of the project once beside its rows, then the items' cells and verdicts."""
    columns, items = table.columns, table.items
    kept = {header for item in items for header, _ in item.extra}
    own = [column for column in columns if column.name not in BESIDE or (column.name == "no" and column.header in kept)]
    beside = [Column(column.name, printed(column.header)) for column in columns if column not in own]
    names = [column.name for column in columns]
    if "project" not in names and any(project.name for project in table.projects):
        beside.append(Column("project", labels.headers.project))
    status, reason = labels.headers.judged(columns)
    return Ledger(
        labels=tuple(beside),
        columns=tuple(Column(column.name, printed(column.header)) for column in own),
        groups=tuple(_group(project, beside, own, verdicts) for project in table.projects),
        numbered=[_number(project, item, own) for project in table.projects for item in project.items]
        != [str(item.no) for item in items],
        status_header=status,
        reason_header=reason,
    )


def _group(
    project: Project, beside: Sequence[Column], own: Sequence[SourceColumn], verdicts: Mapping[int, Verdict]
) -> Group:
    cells = {"no": "" if project.number is None else str(project.number), "project": printed(project.name)}
    return Group(
        labels=tuple(cells[column.name] for column in beside),
        rows=tuple(_row(item, own, verdicts[item.no]) for item in project.items),
    )


def _number(project: Project, item: Item, own: Sequence[SourceColumn]) -> str:
    """Give the number that the source itself gives an item: its own, or that of a project which is one item."""
    for column, text in zip(own, _texts(item, own), strict=True):
        if column.name == "no":
            return text
    return str(project.number) if len(project.items) == 1 else ""


def _row(item: Item, columns: Sequence[SourceColumn], verdict: Verdict) -> Row:
    return Row(
        no=item.no,
        cells=tuple(_texts(item, columns)),
        status=verdict.status,
        review=verdict.needs_review,
        reason=printed(verdict.reason),
    )


def _texts(item: Item, columns: Sequence[SourceColumn]) -> Iterator[str]:
    """Give a row's cells; those kept in `extra` are found by their header, in turn where it occurs twice.

    Cells that fit several columns of units stand in the first of them, to be checked.
    """
    unclear = item.unplaced.units if not item.unplaced.texts else frozenset[str]()
    extra: dict[str, list[Cell]] = {}
    for header, cell in item.extra:
        extra.setdefault(header, []).append(cell)
    for column in columns:
        held = extra.get(column.header)
        found: object = held.pop(0) if held else getattr(item, column.name, None)
        if column.name in unclear:
            yield f"{TO_CHECK}：{'、'.join(printed(cell.text) for cell in item.unplaced.cells)}"
            unclear = frozenset()
        else:
            yield printed(found.text) if isinstance(found, Cell) else ""
