"""Tables as offices keep them, by writers who had not seen the program, read as a person checked.

REWRITE_GOLDEN=1 writes the present readings; read the difference. An item whose cells fit several columns says which.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen import ingest
from reportgen.records import Item, Table
from tests.ingest.tables import NORMS, ROOT

DATA = ROOT / "tests" / "data" / "readings"
GOLDEN = ROOT / "tests" / "golden" / "readings"
FIELDS = (
    *("project", "target", "lead_leader", "lead_unit", "support_units", "plan", "progress"),
    *("rate", "status", "problem", "next_step"),
)


def month(path: Path) -> str:
    return path.stem[-len("2025-08") :]


def shown(table: Table) -> str:
    lines = [f"{table.period.as_of} {table.period.plan_due or ''}".strip(), " | ".join(FIELDS)]
    return "\n".join([*lines, *map(_line, table.items)]) + "\n"


def _line(item: Item) -> str:
    told = " | ".join(" ".join(getattr(item, field).text.split()) for field in FIELDS)
    unclear = sorted(item.unplaced.columns)
    return f"{told} || {' '.join(unclear)}" if unclear else told


@pytest.mark.parametrize("path", sorted(DATA.iterdir()), ids=lambda path: path.name)
def test_a_table_is_read_as_a_person_reads_it(path: Path) -> None:
    """Period, and every cell of every item in its column, merges put back."""
    got, golden = shown(ingest.read([path], NORMS, month=month(path))), GOLDEN / f"{path.name}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(DATA.iterdir()), ids=lambda path: path.name)
def test_what_is_left_open_is_told(path: Path) -> None:
    """Each cell that stands in no column is named in the audit with its item."""
    table = ingest.read([path], NORMS, month=month(path))
    told = {note.no for note in table.audit if note.kind == "cell_unplaced"}
    assert told == {item.no for item in table.items if item.unplaced.columns}
