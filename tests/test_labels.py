"""The office's words and formats: how they write numbers, and how a mistake in them is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen import labels
from reportgen.errors import SettingsError
from reportgen.records import Column
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
    ("typed", "called", "together"),
    [
        ({"lead_unit": "责任单位", "lead_leader": "分管领导"}, ("责任单位", "分管领导"), "共同负责"),
        ({"lead_unit": "牵头部门", "lead_leader": "责任人"}, ("牵头部门", "责任人"), "共同牵头"),
        # heads that no sentence can take, and a table without such columns
        ({"lead_unit": "谁牵头", "lead_leader": "挂联"}, ("牵头单位", "牵头领导"), "共同牵头"),
        ({"lead_unit": "单位（部门）"}, ("牵头单位", "牵头领导"), "共同牵头"),
    ],
)
def test_units_and_leaders_are_called_as_the_table_does(
    typed: dict[str, str], called: tuple[str, str], together: str
) -> None:
    """The heads of the table's own columns of units and leaders are the words for them, where they are nouns."""
    columns = [Column(name, header, at) for at, (name, header) in enumerate(typed.items(), 1)]
    headers = WORDS.as_typed(columns).headers
    assert (headers.lead_unit, headers.lead_leader, headers.together) == (*called, together)


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
