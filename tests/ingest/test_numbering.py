"""Automatic numbers are counted as Word counts them."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.ingest.formats.numbering import Level, Numbering, hanzi
from tests.ingest.writing import WORD


def paragraph(depth: int = 0, number: str = "1") -> etree._Element:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return etree.fromstring(f"<w:p {WORD}><w:pPr>{properties}</w:pPr></w:p>")


def test_levels_count_under_each_other() -> None:
    """An inner level begins anew under each outer number and shows both."""
    levels = {("a", 0): Level(pattern="%1."), ("a", 1): Level(pattern="%1.%2", start=1)}
    numbering = Numbering({"1": "a"}, levels)
    depths = [0, 1, 1, 0, 1]
    assert [numbering.next(paragraph(depth)) for depth in depths] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_bullets_and_unknown_lists_show_no_number() -> None:
    """Only numbers are text; numId 0 takes a number away."""
    numbering = Numbering({"1": "a"}, {("a", 0): Level(written="bullet", pattern="-")})
    assert [numbering.next(paragraph(0, number)) for number in ("1", "0", "7")] == ["", "", ""]
    assert numbering.next(etree.fromstring(f"<w:p {WORD}/>")) == ""


HANZI = [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")]


@pytest.mark.parametrize(("number", "text"), HANZI)
def test_numbers_in_hanzi(number: int, text: str) -> None:
    """一 to 九十九 as they are spoken; larger ones stay in figures."""
    assert hanzi(number) == text
