"""Line breaking: nothing forbidden at a line's ends, nothing parted, full lines flush."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.render.lines import NO_END, NO_START, Line, Measure, split

SIZE = 16.0
WIDTH = 156 * 72 / 25.4
BODY = Measure(WIDTH, WIDTH - 31.58, tightest=-0.22, usual=-0.207, justify=True)


def widths(text: str) -> list[float]:
    """Give hanzi one em and ASCII half."""
    return [SIZE / 2 if char.isascii() else SIZE for char in text]


def broken(text: str, measure: Measure = BODY) -> list[str]:
    """Break a text and quote its lines."""
    return [text[line.start : line.end] for line in split(text, widths(text), measure)]


def right_edge(text: str, line: Line, room: float) -> float:
    """Tell how far a line falls short of its room."""
    letters = widths(text)[line.start : line.end]
    return room - sum(letters) - line.spacing * (len(letters) - 1)


def test_a_full_line_has_28_hanzi_and_the_first_26() -> None:
    """The type area holds 28 hanzi a line, the first line two fewer."""
    assert [len(line) for line in broken("云" * 80)] == [26, 28, 26]


def test_full_lines_are_flush() -> None:
    """Whatever is on a line but the last, its last letter ends at the right edge."""
    text = "截至8月底，37个子项中已完成12个，占32.4%；《实施方案》“按序时”推进20个，滞后5个。" * 6
    lines = split(text, widths(text), BODY)
    rooms = [BODY.first, *[BODY.width] * len(lines)]
    assert all(abs(right_edge(text, line, room)) < 0.01 for line, room in zip(lines[:-1], rooms, strict=False))


@pytest.mark.parametrize(
    "kept",
    ["10～15", "1.5万人次", "48.25%", "716-1", "——", "……", "张·三", "15:40", "2025年", "1—8月", "100～150"],
)
@pytest.mark.parametrize("before", range(20, 29))
def test_never_parted(kept: str, before: int) -> None:
    """Numbers, ranges, dashes, ellipses and names with a dot stand on one line wherever they fall."""
    whole = kept.removesuffix("人次").removesuffix("月")
    lines = broken("云" * before + kept + "湖" * 30)
    assert any(whole in line for line in lines)


@pytest.mark.parametrize("before", range(15, 27))
def test_dates_stay_whole(before: int) -> None:
    """A date is parted only where its line would gape."""
    lines = broken("云" * before + "2025年9月10日" + "湖" * 30)
    assert any("2025年9月10日" in line for line in lines) or before in {20, 21}


@pytest.mark.parametrize("kept", ["第27项", "4000名", "2期", "1.5万人次", "37个"])
@pytest.mark.parametrize("before", range(22, 27))
def test_numbers_stand_with_what_they_count(kept: str, before: int) -> None:
    """A number and its measure word stand on one line."""
    measured = kept.removesuffix("次")
    assert any(measured in line for line in broken("云" * before + kept + "湖" * 30))


TEXT = st.text(alphabet="云湖区，。、；：（）《》“”—…～·/%0123456789.-年月日 ab", min_size=1, max_size=120)


@settings(max_examples=150, deadline=None)
@given(TEXT, st.sampled_from([BODY, Measure(60.0, 60.0), Measure(33.0, 33.0)]))
def test_nothing_is_lost_or_misplaced(text: str, measure: Measure) -> None:
    """Lines hold all letters in order; only spaces at line ends go; forbidden marks stand where no break is better."""
    lines = split(text, widths(text), measure)
    assert all(line.end > line.start or text[line.start : line.end + 1].isspace() for line in lines)
    for line, following in pairwise(lines):
        assert line.end <= following.start
        assert not text[line.end : following.start].strip(" ")
    assert (lines[0].start, lines[-1].end) == (0, len(text)) or text[lines[-1].end :].isspace()


PHRASES = ["云湖区", "《实施方案》", "“一老一小”", "（含现场会3次）", "完成率48.25%", "3～5个", "比上月——提高", "等……"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), min_size=10, max_size=60))
def test_forbidden_marks(phrases: list[str]) -> None:
    """No line of running text begins or ends with a mark that must not stand there, and no number is parted."""
    lines = broken("，".join(phrases) + "。")
    for line, following in pairwise(lines):
        assert following[0] not in NO_START
        assert line[-1] not in NO_END
        assert not (line[-1].isascii() and following[0].isascii())
