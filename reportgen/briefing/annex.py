"""Annex 1: the source's table in its order, with the verdicts added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.briefing.records import Column, Group, Ledger, Row
from reportgen.labels import Labels
from reportgen.records import Cell, Item, Project, Table, Verdict
from reportgen.records import Column as SourceColumn
from reportgen.typography import printed

PROJECT_COLUMNS = ("no", "project")


def ledger(table: Table, verdicts: Mapping[int, Verdict], labels: Labels) -> Ledger:
    """Set the table for print: cells of the project once beside its rows, then the items' cells and verdicts."""
    beside = tuple(column for column in table.columns if column.name in PROJECT_COLUMNS)
    own = tuple(column for column in table.columns if column.name not in PROJECT_COLUMNS)
    numbers = [project.number for project in table.projects]
    groups = tuple(
        Group(
            labels=tuple(_project_cell(project, column.name) for column in beside),
            rows=tuple(_row(item, own, verdicts[item.no]) for item in project.items),
        )
        for project in table.projects
    )
    has_status = any(column.name == "status" for column in own)
    return Ledger(
        labels=tuple(_column(column) for column in beside),
        columns=tuple(_column(column) for column in own),
        groups=groups,
        numbered=numbers != list(range(1, len(table.items) + 1)),
        status_header=labels.headers.checked_status if has_status else labels.headers.status,
    )


def _column(column: SourceColumn) -> Column:
    return Column(column.name, printed(column.header))


def _project_cell(project: Project, name: str) -> str:
    if name == "project":
        return printed(project.name)
    return "" if project.number is None else str(project.number)


def _row(item: Item, columns: tuple[SourceColumn, ...], verdict: Verdict) -> Row:
    extras = iter(item.extra)
    return Row(
        no=item.no,
        cells=tuple(_text(item, column.name, extras) for column in columns),
        status=verdict.status,
        review=verdict.needs_review,
        reason=printed(verdict.reason),
    )


def _text(item: Item, name: str, extras: Iterator[tuple[str, Cell]]) -> str:
    """Find the cell of a column; those that no field of the item holds stand in `extra`, in order."""
    cell = getattr(item, name, None)
    return printed(cell.text if isinstance(cell, Cell) else next(extras, ("", Cell()))[1].text)
