"""What the reader of dates takes from a phrase, against the day that the table tells."""

from __future__ import annotations

import time
import timeit
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import norms
from reportgen.facts.words.dates import moments
from reportgen.records import Cell, Moment
from reportgen.text import folded

ROOT = Path(__file__).parents[2]
WORDS = norms.load(ROOT / "templates" / "norms.toml").dates
CORPUS = tomllib.loads((Path(__file__).parent / "corpus" / "dates.toml").read_text(encoding="utf-8"))
PHRASES = [(day, phrase, expected) for day, section in CORPUS.items() for phrase, expected in section.items()]


def read(text: str, as_of: date) -> tuple[Moment, ...]:
    return moments(folded(Cell(text=text)), as_of, WORDS)


def told(moment: Moment) -> str:
    """Write a moment as the corpus does."""
    stretch = f"{moment.start}" if moment.start == moment.end else f"{moment.start}..{moment.end}"
    return stretch + " before" * moment.before


@pytest.mark.parametrize(("day", "phrase", "expected"), PHRASES, ids=[f"{day} {phrase}" for day, phrase, _ in PHRASES])
def test_phrase_names_the_days_a_careful_reader_sees(day: str, phrase: str, expected: list[str]) -> None:
    """Each phrase of the corpus gives the days written beside it, or none."""
    assert [told(moment) for moment in read(phrase, date.fromisoformat(day))] == expected


def test_corpus_is_broad() -> None:
    """The corpus holds at least 120 phrases, some of which name no day."""
    assert len(PHRASES) >= 120
    assert sum(not expected for _, _, expected in PHRASES) >= 15


DATE_LIKE = (
    "0123456789./-—～至到零〇一二三四五六七八九十年月日号旬上中下底末初前后内季度本次明今去国庆春节汛期开学"
    "力争预计已第半周天个 \n（）①,。"
)
LETTERS = st.text(st.sampled_from(DATE_LIKE) | st.characters(codec="utf-8"), max_size=40)


@settings(max_examples=400, deadline=None)
@given(LETTERS, st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_any_text_is_read_and_quoted(text: str, as_of: date) -> None:
    """No text and no day makes the reader fail; every span quotes its cell; no stretch ends before it starts."""
    for moment in read(text, as_of):
        assert moment.span.text == text[moment.span.start : moment.span.end]
        assert moment.start <= moment.end


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_full_dates_need_no_table(as_of: date, month: int, number: int) -> None:
    """A date with its year is that day whatever day the table tells."""
    (moment,) = read(f"{as_of.year}年{month}月{number}日前完成", as_of)
    assert (moment.start, moment.end, moment.before) == (date(as_of.year, month, number),) * 2 + (True,)


@pytest.mark.parametrize("pattern", ["1", "一", "9月", "前三季度", "1-", "2025年", "每月", "国庆节"])
def test_time_grows_with_length_only(pattern: str) -> None:
    """Eight times the text takes about eight times as long: nothing is read in the square of its length."""
    as_of = date(2025, 8, 31)
    short, long = (pattern * (length // len(pattern)) for length in (2_000, 16_000))
    read(short, as_of)
    spent = [
        min(timeit.repeat(lambda text=text: read(text, as_of), timer=time.process_time, number=1, repeat=3))
        for text in (short, long)
    ]
    assert spent[1] < 24 * max(spent[0], 0.001)
