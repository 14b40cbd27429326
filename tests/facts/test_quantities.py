"""What the reader of numbers takes from a phrase, and that it takes nothing else."""

from __future__ import annotations

import re
import time
import timeit
import tomllib
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import norms
from reportgen.facts.words.quantities import quantities
from reportgen.records import Bound, Cell, Quantity, Scope
from reportgen.text import folded

ROOT = Path(__file__).parents[2]
WORDS = norms.load(ROOT / "templates" / "norms.toml").quantities
CORPUS = tomllib.loads((Path(__file__).parent / "corpus" / "quantities.toml").read_text(encoding="utf-8"))
PHRASES = [(phrase, expected) for section in CORPUS.values() for phrase, expected in section.items()]


def read(text: str) -> tuple[Quantity, ...]:
    return quantities(folded(Cell(text=text)), WORDS)


def told(quantity: Quantity) -> str:
    """Write a quantity as the corpus does."""
    words = [f"{quantity.value:f}", quantity.unit or "-"]
    words += [quantity.bound.value] * (quantity.bound is not Bound.EXACT)
    words += [quantity.scope.value] * (quantity.scope is not Scope.PLAIN)
    words += [f"noun:{quantity.noun}"] * bool(quantity.noun)
    words += [f"of:{quantity.of}"] * bool(quantity.of)
    return " ".join(words)


@pytest.mark.parametrize(("phrase", "expected"), PHRASES, ids=[phrase for phrase, _ in PHRASES])
def test_phrase_is_read_as_a_careful_reader_does(phrase: str, expected: list[str]) -> None:
    """Each phrase of the corpus gives the value, unit, bound, scope and noun written beside it."""
    assert [told(quantity) for quantity in read(phrase)] == expected


def test_corpus_is_broad() -> None:
    """The corpus holds at least 250 phrases, a fair part of which have no quantity at all."""
    assert len(PHRASES) >= 250
    assert sum(not expected for _, expected in PHRASES) >= 40


NUMBER_LIKE = (
    "0123456789.,%、，。；（）()-—～至零一二两三十百千万亿半几数余多成第年月日路号岁个人次公里㎡①②½"
    "其中累计剩余约超近的共在完成率Kk“”/ \n"
)
LETTERS = st.text(st.sampled_from(NUMBER_LIKE) | st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=400, deadline=None)
@given(LETTERS)
def test_any_text_is_read_and_quoted(text: str) -> None:
    """No text makes the reader fail; every span quotes its cell; quantities stand in order and apart."""
    found = read(text)
    for quantity in found:
        assert quantity.span.text == text[quantity.span.start : quantity.span.end]
        assert quantity.value.is_finite()
    for one, following in pairwise(found):
        assert one.span.start < following.span.start


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([phrase for phrase, _ in PHRASES]), st.sampled_from(["１２３４５６７８９０％．，（）：；", ""]))
def test_width_and_spaces_change_nothing(phrase: str, wide: str) -> None:
    """Full-width forms and blanks between the letters leave every reading as it was."""
    narrow = "1234567890%.,():;"
    typed = " ".join(phrase.translate(str.maketrans(narrow, wide)) if wide else phrase)
    assert [told(quantity) for quantity in read(typed)] == [told(quantity) for quantity in read(phrase)]


@pytest.mark.parametrize(
    ("digits", "written"),
    [
        ("完成12所学校改造", "完成十二所学校改造"),
        ("新增床位120张", "新增床位一百二十张"),
        ("培训3500人次", "培训三千五百人次"),
        ("完成总工程量的85%", "完成总工程量的百分之八十五"),
        ("主体完成70%", "主体完成七成"),
        ("植树1.2万株", "植树一点二万株"),
    ],
)
def test_chinese_numerals_count_like_digits(digits: str, written: str) -> None:
    """A number in Chinese numerals gives the quantity that its digits give."""
    (one,), (other,) = read(digits), read(written)
    assert (one.value, one.unit, one.noun, one.of) == (other.value, other.unit, other.noun, other.of)


def test_values_are_exact() -> None:
    """Values are decimals: 0.1万 is 1000, not nearly so."""
    (quantity,) = read("补助0.1万元")
    assert quantity.value == Decimal(1000)
    assert str(quantity.value) == "1000"


@pytest.mark.parametrize("pattern", ["一", "1-", "1,", "百分之", "1至", "累计", "“", "前三季度", "新增12个"])
def test_time_grows_with_length_only(pattern: str) -> None:
    """Eight times the text takes about eight times as long: nothing is read in the square of its length."""
    short, long = (pattern * (length // len(pattern)) for length in (2_000, 16_000))
    read(short)
    spent = [
        min(timeit.repeat(lambda text=text: read(text), timer=time.process_time, number=1, repeat=3))
        for text in (short, long)
    ]
    assert spent[1] < 24 * max(spent[0], 0.001)


def written_out(phrase: str) -> str:
    """Write the whole numbers before measure words in Chinese numerals."""
    for quantity in reversed(read(phrase)):
        digits = re.match(r"\d+(?![\d.,．，~～-])", quantity.span.text)
        if digits and quantity.unit not in ("", "%"):
            start = quantity.span.start
            phrase = phrase[:start] + cn2an.an2cn(digits[0]) + phrase[start + digits.end() :]
    return phrase


COUNTED = [(phrase, expected) for phrase, expected in PHRASES if written_out(phrase) != phrase]


@pytest.mark.parametrize(("phrase", "expected"), COUNTED, ids=[phrase for phrase, _ in COUNTED])
def test_phrase_in_chinese_numerals_says_the_same(phrase: str, expected: list[str]) -> None:
    """The corpus is read alike with its numbers written in Chinese numerals: 20公里 and 二十公里."""
    assert [told(quantity) for quantity in read(written_out(phrase))] == expected
