"""Whatever form a table is written in, it reads back to the same cells: nothing lost, moved or made up."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings

from reportgen.errors import InputError
from reportgen.ingest.formats import kinds
from reportgen.ingest.formats.grid import Grid
from tests.ingest import writing
from tests.ingest.drawing import tables
from tests.ingest.writing import Made
from tests.ingest.writing_pdf import pdf

MODEST = settings(max_examples=40, deadline=None)


def grid(data: bytes) -> Grid:
    (found,) = import_module(f"reportgen.ingest.formats.{kinds.kind(data)}").read(data, "made")
    return found


def bare(rows: list[list[str]]) -> list[list[str]]:
    """Leave out white space, which page and cell widths fold."""
    return [["".join(text.split()) for text in row] for row in rows]


def shown(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


FORMS = {
    "xlsx": writing.xlsx,
    "xlsx with texts inline": writing.xlsx_inline,
    "xls": writing.xls,
    "ods": writing.ods,
    "docx": writing.docx,
    "html": writing.html,
    "html in gb2312": lambda table: writing.html(table, "gb2312"),
    "mht": writing.mht,
}


@pytest.mark.parametrize("form", FORMS)
@MODEST
@given(table=tables())
def test_merges_and_texts_come_back(form: str, table: Made) -> None:
    """Every position shows the text that its author saw there, character for character, line breaks and all."""
    assert shown(grid(FORMS[form](table))) == table.shown()


@pytest.mark.parametrize("form", FORMS)
@MODEST
@given(table=tables())
def test_merged_positions_hold_one_cell(form: str, table: Made) -> None:
    """Two positions hold the same Cell exactly where the author merged them."""
    covering = table.covering()
    found = grid(FORMS[form](table))
    ids = {(row, column): id(cell) for row, cells in enumerate(found.rows, 1) for column, cell in enumerate(cells, 1)}
    for place, merge in covering.items():
        assert ids[place] == ids[merge.top, merge.left]
    assert len(set(ids.values())) == len(set(covering.values()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@MODEST
@given(table=tables())
def test_csv_comes_back(encoding: str, delimiter: str, table: Made) -> None:
    """Every value of every record comes back as typed; merged positions are empty there."""
    typed = [
        [table.texts.get((row, column), "") for column in range(1, table.columns + 1)]
        for row in range(1, table.rows + 1)
    ]
    assert shown(grid(writing.csv(table, encoding, delimiter))) == typed


@MODEST
@given(table=tables(lines=False))
def test_pipe_text_keeps_every_value_in_order(table: Made) -> None:
    """Pipe text gives the typed values of each line in their order, with the column of the line as address."""
    found = grid(writing.pipe(table))
    covering = table.covering()
    assert found.flattened
    for row, cells in enumerate(found.rows, start=1):
        own = [
            table.texts[row, column]
            for column in range(1, table.columns + 1)
            if (covering[row, column].top, covering[row, column].left) == (row, column)
        ]
        assert [cell.text for cell in cells][: len(own)] == own
        assert not any(cell.text for cell in cells[len(own) :])
        assert [cell.address.column for cell in cells] == list(range(1, len(cells) + 1))


@pytest.mark.parametrize(
    ("lines", "borders", "whole_rows"),
    [(40, "closed", False), (17, "closed", False), (13, "open", False), (30, "closed", True)],
)
@settings(max_examples=25, deadline=None)
@given(table=tables(empties=False))
def test_pdf_comes_back_or_is_refused(lines: int, borders: str, whole_rows: bool, table: Made) -> None:
    """A ruled PDF shows the same texts again, rows cut by page edges joined; what cannot be told is refused by page."""
    try:
        found = grid(pdf(table, lines=lines, borders=borders, whole_rows=whole_rows))
    except InputError as error:
        refusal = str(error)
    else:
        assert bare(shown(found)) == bare(table.shown())
        return
    assert refusal.startswith("page ")
