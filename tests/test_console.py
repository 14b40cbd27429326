"""console: hanzi count two columns, and the words of the evidence are marked where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cli import console
from reportgen.records import Address, Cell, Span

HERE = Address("表.txt", "", 3, 2)
TEXT = "因方案多次调整，力争10月份开工。"


def spans(*ranges: tuple[int, int], text: str = TEXT, address: Address = HERE) -> list[Span]:
    return [Span(address, start, end, text[start:end]) for start, end in ranges]


def quoted(*ranges: tuple[int, int]) -> list[str]:
    return [part for part, is_quoted in console.marked(Cell(HERE, TEXT), spans(*ranges)) if is_quoted]


def test_words_of_several_spans_are_marked_once() -> None:
    """Spans that overlap or lie within each other are one stretch of marked words; their order does not matter."""
    assert quoted((8, 12), (0, 7), (1, 5), (10, 15)) == ["因方案多次调整", "力争10月份开"]


def test_words_of_another_cell_are_not_marked() -> None:
    """A span quotes the cell at its own address only."""
    other = spans((0, 7), address=Address("表.txt", "", 4, 2))
    assert list(console.marked(Cell(HERE, TEXT), other)) == [(TEXT, False)]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_marking_loses_no_character(text: str, ranges: list[tuple[int, int]]) -> None:
    """The parts of a marked text are the text, and a character is marked exactly if a span holds it."""
    within = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in ranges]
    within = [(start, end) for start, end in within if start < end]
    parts = list(console.marked(Cell(HERE, text), spans(*within, text=text)))
    assert "".join(part for part, _ in parts) == text
    flags = [flag for part, flag in parts for _ in part]
    assert flags == [any(start <= at < end for start, end in within) for at in range(len(text))]


def test_columns_align_by_the_width_of_hanzi(capsys: pytest.CaptureFixture[str]) -> None:
    """A hanzi takes two columns, so the second column begins under its header."""
    console.table(("项次", "说明"), [("1", "完成"), ("AED", "x")])
    assert capsys.readouterr().out == "项次  说明\n1     完成\nAED   x\n"


def test_a_cut_text_keeps_to_its_width() -> None:
    """Spaces beside hanzi and line ends go; what is longer than the width ends in an ellipsis."""
    assert console.short("牵 头\n区领导 AED 100台", 40) == "牵头区领导AED 100台"
    assert console.short("完成二十公里农村公路", 10) == "完成二十…"
