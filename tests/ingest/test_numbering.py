"""Automatic numbers are counted as Word counts them."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.ingest.formats.numbering import Level, Numbering, hanzi
from reportgen.ingest.formats.word_styles import Styles
from tests.ingest.writing import WORD


def paragraph(depth: int = 0, number: str = "1") -> etree._Element:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return etree.fromstring(f"<w:p {WORD}><w:pPr>{properties}</w:pPr></w:p>")


def test_levels_count_under_each_other() -> None:
    """An inner level begins anew under each outer number and shows both."""
    levels = {("a", 0): Level(pattern="%1."), ("a", 1): Level(pattern="%1.%2", start=1)}
    numbering = Numbering(lists={"1": "a"}, levels=levels)
    depths = [0, 1, 1, 0, 1]
    assert [numbering.next(paragraph(depth)) for depth in depths] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_bullets_and_unknown_lists_show_no_number() -> None:
    """Only numbers are text; numId 0 takes a number away."""
    numbering = Numbering(lists={"1": "a"}, levels={("a", 0): Level(written="bullet", pattern="-")})
    assert [numbering.next(paragraph(0, number)) for number in ("1", "0", "7")] == ["", "", ""]
    assert numbering.next(etree.fromstring(f"<w:p {WORD}/>")) == ""


ONE_LIST = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'


def part(content: str, kind: str = "numbering") -> etree._Element:
    return etree.fromstring(f"<w:{kind} {WORD}>{content}</w:{kind}>")


def style(name: str, properties: str) -> str:
    return f'<w:style w:styleId="{name}">{properties}</w:style>'


def test_a_list_that_begins_anew_counts_from_its_own_start() -> None:
    """A second list of the same kind goes on with the first, unless it says where it begins; then once."""
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    lists = (f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>{more}</w:num>'
             for at, more in enumerate(("", "", restart.format(1), restart.format(7)), start=1))  # fmt: skip
    numbering = Numbering.of(part(ONE_LIST + "".join(lists)), Styles())
    shown = [numbering.next(paragraph(number=number)) for number in "112334"]
    assert shown == ["1", "2", "3", "1", "2", "7"]


def test_numbers_of_styles_are_found_through_those_they_are_based_on() -> None:
    """A style, one based on it, and a paragraph that tells the level alone are numbered; so is a style of lists."""
    named = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = Styles.of(part(style("a", named) + style("b", '<w:basedOn w:val="a"/>'), "styles"))
    numbering = Numbering.of(part(f'{ONE_LIST}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'), styles)
    level = '<w:numPr><w:ilvl w:val="0"/></w:numPr>'
    properties = ['<w:pStyle w:val="a"/>', '<w:pStyle w:val="b"/>', f'<w:pStyle w:val="b"/>{level}', level]
    lines = (part(f"<w:pPr>{inside}</w:pPr>", "p") for inside in properties)
    assert [numbering.next(one) for one in lines] == ["1", "2", "3", ""]


def test_a_list_may_be_that_of_a_style() -> None:
    """An abstract list that only names a style of lists counts as the list of that style."""
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="lists"/></w:abstractNum>'
    lists = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{of}"/></w:num>' for at, of in ((1, 5), (2, 0)))
    styles = Styles.of(part(style("lists", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'), "styles"))
    numbering = Numbering.of(part(ONE_LIST + linked + lists), styles)
    assert [numbering.next(paragraph()) for _ in range(2)] == ["1", "2"]


HANZI = [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")]


@pytest.mark.parametrize(("number", "text"), HANZI)
def test_numbers_in_hanzi(number: int, text: str) -> None:
    """一 to 九十九 as they are spoken; larger ones stay in figures."""
    assert hanzi(number) == text
