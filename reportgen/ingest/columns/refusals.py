"""Grids that are no lists of projects: how each is told, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.errors import InputError
from reportgen.ingest.columns import forms, headers, pasted
from reportgen.ingest.columns.headers import Header, called
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
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
EXAMPLES = {"progress": "最新动态", "target": "今年要办的事"}


class NoProjects(InputError):
    """A grid is not a table of projects."""

    def __init__(self, grid: Grid, why: str) -> None:
        super().__init__(f"{grid.file}{grid.in_part}: {why}")


def headless(grid: Grid, words: Vocabulary) -> NoProjects:
    """Say what a grid without a header is, or how it begins."""
    if _labelled(grid.rows, words):
        return NoProjects(grid, TURNED if any(len(headers.distinct(row)) > 2 for row in grid.rows) else FORM)
    seen = "、".join(fold(cell.text)[:12] for row in grid.rows[:3] for cell in headers.distinct(row))
    first = f"no header row was found in the first {headers.FIRST_ROWS} rows"
    return NoProjects(grid, f"{first} (they begin {seen[:80]}), {LIKE}; {_map('progress', 'the column')}")


def check(grid: Grid, header: Header, words: Vocabulary) -> None:
    """Refuse cross-tables and forms, which have header words too."""
    region = any(fold(cell.text) in words.regions for cell in header.heads[0].path)
    if region and len(called(header.heads, "progress")) > 1:
        raise NoProjects(grid, f"{pasted.crosstab('the table')}; give one row a project.")
    # 序号 may be merged down into the items
    own = [row for row in grid.rows[header.body :] if row[0] not in header.heads[0].path]
    if _labelled(own, words):
        raise NoProjects(grid, FORM)


def without(name: str, grid: Grid, header: Header) -> NoProjects:
    """Say which column none of the header's is."""
    seen = "、".join(fold(head.header) for head in header.heads if head.header)
    return NoProjects(grid, f"no {name} column among the header cells {seen}; {_map(name)}")


def _map(name: str, column: str = "it") -> str:
    """Tell how a column that no vocabulary knows is named."""
    return f'name {column} in reportgen.toml under [columns], such as "{EXAMPLES[name]}" = "{name}".'


def _labelled(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> bool:
    """Tell whether labels stand in the first column, not in the first row; a merged cell counts once."""
    firsts = [cell.text for cell in dict.fromkeys(row[0] for row in rows[:FORM_ROWS] if row)]
    return sum(map(words.exact, firsts)) >= max(forms.LEAST_LABELS, LABELS * len(firsts))
