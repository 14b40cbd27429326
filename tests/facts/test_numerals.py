"""Written numerals have exact values, or none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts.words import numerals


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", "12"),
        ("1,200", "1200"),
        ("1.50", "1.5"),
        ("零", "0"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("两百", "200"),
        ("一百二十", "120"),
        ("一千零八", "1008"),
        ("两千三百", "2300"),
        ("一万二", "12000"),
        ("一千二百三十万", "12300000"),
        ("一亿两千万", "120000000"),
        ("八十五点五", "85.5"),
        ("一点〇五", "1.05"),
        ("百", "100"),
        ("千万", "10000000"),
    ],
)
def test_numeral_has_its_value(word: str, value: str) -> None:
    """Arabic and Chinese numerals give the number that is read out."""
    assert numerals.number(word) == Decimal(value)


@pytest.mark.parametrize("word", ["", "十百", "万百", "三河", "1,20", "1.", "点五", "一二点"])
def test_malformed_numeral_has_none(word: str) -> None:
    """What is not a numeral gives None and no error."""
    assert numerals.number(word) is None


@pytest.mark.parametrize(
    ("word", "ends"),
    [
        ("两三", (2, 3)),
        ("三五", (3, 5)),
        ("十七八", (17, 18)),
        ("三四十", (30, 40)),
        ("两三百", (200, 300)),
        ("一百二三十", (120, 130)),
    ],
)
def test_guess_gives_both_ends(word: str, ends: tuple[int, int]) -> None:
    """Neighbouring digits are a guess between two numbers."""
    assert numerals.guess(word) == ends


@pytest.mark.parametrize("word", ["二十", "一二三", "五三", "二八", "三百二"])
def test_other_numerals_are_no_guess(word: str) -> None:
    """A plain numeral, falling digits and digits far apart are no guess."""
    assert numerals.guess(word) is None


@given(st.integers(1, 99_999_999))
def test_chinese_numeral_is_read_back(count: int) -> None:
    """Any number written out in Chinese numerals is read back as itself."""
    import cn2an

    assert numerals.number(cn2an.an2cn(str(count))) == count


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿点0123456789.,", max_size=14))
def test_no_string_of_numerals_fails(word: str) -> None:
    """Numerals in any order give a finite number or None."""
    value = numerals.number(word)
    assert value is None or value.is_finite()
    numerals.guess(word)
