"""Blocks are counted on their pages: none is lost, none is too high, headings go along with what they head."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportgen.render.flow import Flow

PAGE = 22.0
BLOCKS = st.lists(st.tuples(st.integers(1, 40), st.booleans()), max_size=30)


@given(BLOCKS)
def test_no_page_is_too_full(blocks: list[tuple[int, bool]]) -> None:
    """Whatever blocks come, what is used of a page is never more than the page."""
    flow = Flow(PAGE)
    for lines, keeps in blocks:
        flow.take([1.0] * lines, keeps=keeps and lines < 3)
        assert 0 <= flow.used <= PAGE


@given(st.lists(st.integers(1, 40), max_size=30))
def test_plain_lines_fill_their_pages(blocks: list[int]) -> None:
    """Lines without space between are as many pages as they fill."""
    flow = Flow(PAGE)
    for lines in blocks:
        flow.take([1.0] * lines)
    total = sum(blocks)
    assert flow.pages == max(1, -(-total // 22))
    assert (flow.pages - 1) * PAGE + flow.used == total


def test_a_heading_goes_along() -> None:
    """A heading on the last line moves to the next page with the first line of its text."""
    flow = Flow(PAGE)
    flow.take([1.0] * 21)
    flow.take([1.0], keeps=True)
    flow.take([1.0] * 2)
    assert (flow.pages, flow.used) == (2, 3.0)


def test_heads_are_repeated() -> None:
    """Rows that go over the page begin it under the heads that stand again."""
    flow = Flow(PAGE, used=20.0)
    flow.take([2.0, 2.0, 2.0], again=1.0)
    assert (flow.pages, flow.used) == (2, 5.0)


def test_what_begins_a_page_lacks_nothing_to_the_grid() -> None:
    """After a table the next line is moved to the grid, unless it begins a page, where it stands on it anyway."""
    flow = Flow(PAGE, used=3.4, off_grid=True)
    assert round(flow.to_grid(1.0, 0.1, 1.0), 6) == 0.6
    full = Flow(PAGE, used=21.2, off_grid=True)
    assert full.to_grid(1.0, 0.1, 1.0) == 0.0
