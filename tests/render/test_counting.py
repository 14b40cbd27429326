"""Word's rows are measured by counts of lines that agree with the lines as the PDF breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen.render.counting import even_room, lines
from reportgen.render.lines import COUNTED, DATE, Measure, split
from reportgen.render.word.counting import HALF_WIDE
from tests.render import sample
from tests.render.test_word import write

LETTERS = st.text("区交通局项目工程，。、；“”（）—～123.5%ABm ", max_size=80)


@settings(max_examples=150, deadline=None)
@given(text=LETTERS, half_ems=st.integers(min_value=4, max_value=40))
def test_lines_are_as_many_as_when_they_are_set(text: str, half_ems: int) -> None:
    """Counting gives as many lines as breaking, but for dates and counted things, which only breaking keeps whole."""
    assume(not DATE.search(text) and not COUNTED.search(text))
    room = half_ems / 2
    set_lines = split(text, [HALF_WIDE.get(char, 1.0) for char in text], Measure(room, room))
    assert lines(text, room) == max(1, len(set_lines))


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [("", 5.0, 1), ("项目开工", 4.0, 1), ("项目开工。", 4.0, 2), ("项目\n开工", 4.0, 2), ("12345678", 4.0, 1)],
)
def test_lines_of_cells(text: str, room: float, count: int) -> None:
    """An empty cell has a line; a stop takes its letter along; ASCII is half as wide; breaks count."""
    assert lines(text, room) == count


def test_short_heads_are_parted_evenly() -> None:
    """牵头领导 in room for three letters is set in two and two, not three and one."""
    assert even_room("牵头领导", 3.4) == pytest.approx(2.0, abs=0.5)
    assert lines("牵头领导", even_room("牵头领导", 3.4)) == 2


def test_one_line_keeps_its_room() -> None:
    """What fits on a line is not narrowed."""
    assert even_room("项目", 3.4) == 3.4


def test_short_centred_cells_are_narrowed_in_the_file(tmp_path: Path) -> None:
    """The paragraph of such a cell is indented from both sides alike."""
    docx = write(tmp_path / "a.docx", sample.markup(1, sample.ledger(1, 3, "长" * 200)))
    sides = [docx.effective(paragraph, "pPr", "ind") for paragraph in docx.paragraphs("ledger-cell-center")]
    assert any(sides)
    assert all(not side or side["left"] == side["right"] for side in sides)
