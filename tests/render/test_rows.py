"""Rows measured and split at page ends: nothing lost, nothing too high, labels standing again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import SettingsError
from reportgen.render import paging, rows, theme
from reportgen.render.paging import CONTINUED
from reportgen.render.rows import Part
from reportgen.render.tree import Vocabulary, parse
from reportgen.render.typeset import Setter
from tests.render import sample

LOOK = theme.load(sample.TEMPLATES / "theme.toml")
LEDGER = LOOK.tables["ledger"]
PAGE, HEAD = 440.0, 40.0


class Square:
    """Letter widths without a font: every letter is one em wide."""

    foreign = frozenset[str]()

    def of(self, text: str) -> list[float]:
        return [1.0] * len(text)

    def total(self, text: str) -> float:
        return float(len(text))


SETTER = Setter.of(LOOK, defaultdict[str, Any](Square))


def parts(*groups: Sequence[str], used: float = HEAD, rest: float = 0.0, top: float = HEAD) -> list[Part]:
    """Split a ledger of projects, each a list of progress texts, into the parts that stand on one page."""
    bodies = "".join(
        "<tbody>"
        + "".join(
            "<tr>"
            + (f'<td rowspan="{len(texts)}">{no}</td><td rowspan="{len(texts)}">便利</td>' if at == 0 else "")
            + f"<td>{text}</td></tr>"
            for at, text in enumerate(texts)
        )
        + "</tbody>"
        for no, texts in enumerate(groups, 1)
    )
    head = '<tr><th class="no">号</th><th class="project">项目</th><th class="progress">完成情况</th></tr>'
    table = f'<table class="ledger"><thead>{head}</thead>{bodies}</table>'
    markup = f'<article><section class="annex">{table}</section></article>'
    node = parse(markup, Vocabulary.of(LOOK)).elements[0].elements[0]
    grid = rows.grid(node, LEDGER, 200.0)
    bodies_set = rows.groups(node, "tbody", grid, SETTER)
    return paging.paginate(bodies_set, grid, SETTER, used=used, page=PAGE, head=top, rest=rest)


def pages(found: list[Part]) -> list[list[Part]]:
    """Gather the parts by page."""
    sheets: list[list[Part]] = [[]]
    for part in found:
        if part.new_page:
            sheets.append([])
        sheets[-1].append(part)
    return sheets


def words(found: list[Part], column: int) -> str:
    """Read a column from top to bottom."""
    return "".join(
        line.text
        for part in found
        for row in part.rows
        for cell in row.cells
        if cell.column == column
        for line in cell.lines
    )


def test_a_short_table_is_one_part_a_project() -> None:
    """Where all fits on the page, projects stay whole and no page begins."""
    found = parts(["开工", "开工"], ["开工"])
    assert [len(part.rows) for part in found] == [2, 1]
    assert not any(part.new_page for part in found)


def test_a_project_that_goes_on_has_its_label_again() -> None:
    """The rest of a project begins the next page with its number, and its label marked as continued."""
    first, second = parts(["长" * 260, "长" * 260])
    assert second.new_page
    assert [cell.node.text for cell in second.rows[0].cells][:2] == ["1", f"便利{CONTINUED}"]
    assert [cell.rows for cell in first.rows[0].cells] == [1, 1, 1]


def test_a_label_is_marked_once_however_long_the_project() -> None:
    """On the third page the label bears the mark once, not twice."""
    found = parts(["长" * 250] * 4)
    labels = [part.rows[0].cells[1].node.text for part in found]
    assert labels == ["便利", *[f"便利{CONTINUED}"] * 3]


def test_a_row_that_the_next_page_holds_is_not_cut() -> None:
    """A row stands whole on the next page rather than in pieces on two."""
    found = parts(["短"], ["长" * 300], used=PAGE - 100)
    assert words(found, 2).count("短") == 1
    assert [part.new_page for part in found] == [False, True]


def height(sheet: list[Part]) -> float:
    return sum(row.height for part in sheet for row in part.rows)


def test_a_page_is_filled_where_the_next_row_does_not_fit() -> None:
    """What a page leaves free is shared out among its rows, each as much; the last page is left as it falls."""
    first, *_, last = pages(parts(*[["长" * 110]] * 9))
    assert HEAD + height(first) == pytest.approx(PAGE, abs=2)
    (air,) = {row.air for part in first for row in part.rows}
    assert air > 0
    assert all(row.air == 0 for part in last for row in part.rows)


def test_rows_are_not_blown_up_to_fill_a_page() -> None:
    """Where the next row needs much more room than is left, the page stays free at its foot: rows grow by a quarter."""
    first, _ = pages(parts(["短"], ["长" * 420]))
    assert height(first) < PAGE / 4
    for sheet in pages(parts(*[["长" * 150]] * 9))[:-1]:
        assert height(sheet) <= 1.25 * sum(row.height - row.air for part in sheet for row in part.rows) + 0.01


@pytest.mark.parametrize("count", range(4, 40))
def test_the_last_page_is_not_left_with_a_single_row(count: int) -> None:
    """However many rows there are, the last page takes some of the page before rather than one row alone."""
    sheets = pages(parts(*[["开工"]] * (count * 2), ["长" * 30]))
    assert len(sheets) == 1 or sum(len(part.rows) for part in sheets[-1]) > 2


@pytest.mark.parametrize(("count", "held"), [(11, [5, 4, 2]), (12, [5, 5, 2]), (13, [5, 5, 3])])
def test_a_page_is_not_emptied_for_a_last_one_that_the_closing_block_fills(count: int, held: list[int]) -> None:
    """With a closing block below it the last page needs two rows, where five fill a page; alone it takes three."""
    sheets = pages(parts(*[["长" * 60]] * count, rest=0.3 * PAGE))
    assert [sum(len(part.rows) for part in sheet) for sheet in sheets] == held


def test_a_row_taller_than_the_page_is_cut_between_lines() -> None:
    """A text of ten thousand letters goes on over the pages, whole and in order."""
    text = "".join(chr(0x4E00 + at) for at in range(10000))
    found = parts([text])
    assert words(found, 2) == text
    assert len(pages(found)) > 10


def test_a_header_that_fills_the_page_is_refused() -> None:
    """Rows below it would be cut for ever; the sentence says what to make smaller."""
    with pytest.raises(SettingsError, match=r"header of the table 情况表 leaves no room .* make its letters"):
        parts(["字" * 30], top=PAGE - 10.0, used=PAGE - 10.0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 900), min_size=1, max_size=7), min_size=1, max_size=6),
    st.floats(HEAD, PAGE - 60),
)
def test_pages_hold_all_and_never_too_much(groups: list[list[int]], used: float) -> None:
    """Every letter appears once and in order; no page is higher than the type area."""
    texts = [
        ["".join(chr(0x4E00 + (no + at) % 500) for at in range(length)) for no, length in enumerate(group)]
        for group in groups
    ]
    found = parts(*texts, used=used)
    assert words(found, 2) == "".join(text for group in texts for text in group)
    for number, sheet in enumerate(pages(found)):
        top = HEAD if number else used
        assert top + sum(row.height for part in sheet for row in part.rows) <= PAGE


@pytest.mark.parametrize("span", [2, 3])
def test_spans_end_with_their_part(span: int) -> None:
    """No cell spans beyond the rows of its part."""
    for part in parts(*[["长" * 120] * span] * 5):
        for at, row in enumerate(part.rows):
            assert all(at + cell.rows <= len(part.rows) for cell in row.cells)
