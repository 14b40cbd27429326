"""Cells and merges fill the rectangle of texts."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats.merged import Laid, Merge, grid
from reportgen.text import fold


def test_a_merge_holds_one_cell_everywhere() -> None:
    """All positions of a merge are the same object, so that its text is counted once."""
    texts = {(1, 1): "甲", (1, 3): "乙", (2, 3): "丙", (2, 2): "丁"}
    found = grid("a", "", Laid(texts, [Merge(1, 1, 2, 1), Merge(1, 2, 1, 2)]))
    assert found.rows[0][0] is found.rows[1][0]
    assert [[cell.text for cell in row] for row in found.rows] == [["甲", "", "乙"], ["甲", "丁", "丙"]]


def test_merges_end_with_the_texts() -> None:
    """A range merged down to the last row of the sheet ends where the texts end."""
    found = grid("a", "", Laid({(1, 1): "甲", (3, 2): "乙"}, [Merge(1, 1, 1_048_576, 1)]))
    assert [[cell.text for cell in row] for row in found.rows] == [["甲", ""], ["甲", ""], ["甲", "乙"]]


def test_merges_beyond_all_measure_are_refused() -> None:
    """Merges of millions of cells are stray, and would take the memory."""
    texts = {(1, 1): "甲", (100_000, 1): "乙", (1, 16_000): "丙"}
    with pytest.raises(InputError, match="merges more cells than a table has"):
        grid("a", "Sheet1", Laid(texts, [Merge(1, 1, 100_000, 16_000)]), "sheet")


def test_only_hidden_rows_that_are_kept_are_named() -> None:
    """Hidden rows without text say nothing."""
    assert grid("a", "", Laid({(2, 1): "甲"}, hidden={1, 2, 3})).hidden == frozenset({2})


def test_no_text_gives_no_rows() -> None:
    """A sheet of blanks is an empty grid."""
    assert grid("a", "", Laid({(1, 1): ""}, [Merge(1, 1, 2, 2)])).rows == ()


def test_a_cell_of_nothing_that_is_seen_is_empty() -> None:
    """Programs fill empty cells with a joint of no width; it is no text, and hides no unit from itself."""
    found = grid("a", "", Laid({(1, 1): "甲", (1, 2): "\u200b"}))
    assert [[cell.text for cell in row] for row in found.rows] == [["甲"]]
    assert fold("区\u00ad交\u200b通\ufeff局") == "区交通局"
