"""The office's words and formats: how they write numbers, and how a mistake in them is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen import labels
from reportgen.errors import SettingsError
from tests.test_briefing_cases import TEMPLATES, WORDS


@pytest.mark.parametrize(("number", "word"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五")])
def test_headings_count_in_hanzi(number: int, word: str) -> None:
    """Headings count in hanzi as documents do, 十一 without 一 before it."""
    assert WORDS.ordinal(number) == word


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((3,), "第3项"), ((5, 3), "第3、5项"), ((1, 2, 3, 7), "第1至3、7项"), ((1, 2, 4, 5), "第1、2、4、5项")],
)
def test_numbers_in_a_row_become_a_span(numbers: tuple[int, ...], words: str) -> None:
    """Three and more numbers in a row are written as a span, in rising order."""
    assert WORDS.numbers(numbers) == words


def test_dates_are_not_padded() -> None:
    """Dates stand in full without padding."""
    assert WORDS.date(date(2025, 9, 5)) == "2025年9月5日"
    assert WORDS.month(date(2025, 8, 31)) == "2025年8月份"


def test_plan_is_named_by_its_quarter() -> None:
    """The plan of a whole quarter bears its name; any other is this period's."""
    assert WORDS.plan(date(2025, 7, 1), date(2025, 9, 30)) == "三季度计划"
    assert WORDS.plan(date(2025, 8, 1), date(2025, 9, 30)) == "本期计划"
    assert WORDS.plan(None, date(2025, 9, 30)) == "本期计划"
    assert WORDS.plan(date(2025, 8, 1), date(2025, 8, 31)) == "本期计划"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('unit = "项"', 'unit = "项"\nunti = "项"', "unti"),
        ("{year}年{month}月{day}日", "{yaer}年{month}月{day}日", "{yaer} is not known here; use {year}"),
        ("share_digits = 1", 'share_digits = "1"', "share_digits"),
        ("longest = 24", "longest = 2", "longest"),
    ],
)
def test_mistake_names_its_key(old: str, new: str, told: str, tmp_path: Path) -> None:
    """A misspelt key or placeholder, or a wrong value, is told with the file, the line and the key."""
    text = (TEMPLATES / "labels.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "labels.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"labels\.toml") as caught:
        labels.load(path)
    assert told in str(caught.value)
