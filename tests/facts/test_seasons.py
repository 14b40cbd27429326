"""Named stretches of the year fall where the calendar puts them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen import norms
from reportgen.facts.words import seasons

WORDS = norms.load(Path(__file__).parents[2] / "templates" / "norms.toml").dates


@pytest.mark.parametrize(
    ("word", "year", "first"),
    [
        ("春节", 2024, "2024-02-10"),
        ("春节", 2025, "2025-01-29"),
        ("春节", 2026, "2026-02-17"),
        ("元宵节", 2025, "2025-02-12"),
        ("清明节", 2025, "2025-04-04"),
        ("端午节", 2025, "2025-05-31"),
        ("中秋节", 2025, "2025-10-06"),
        ("国庆节", 2027, "2027-10-01"),
        ("暑期", 2025, "2025-07-01"),
    ],
)
def test_festival_falls_on_its_day(word: str, year: int, first: str) -> None:
    """Festivals follow the lunar calendar, seasons the norms."""
    assert next(seasons.named(word, year, WORDS))[0] == date.fromisoformat(first)


def test_unknown_years_have_no_festivals() -> None:
    """Beyond the holiday calendar a festival has no day, and nothing fails."""
    assert list(seasons.named("春节", 1800, WORDS)) == []


def test_season_may_end_in_the_next_year() -> None:
    """The heating season runs from November to March."""
    assert next(seasons.named("供暖季", 2025, WORDS)) == (date(2025, 11, 15), date(2026, 3, 15))


def test_day_past_the_month_is_its_last() -> None:
    """9月31日 and 2月30日 are meant as the month's last day."""
    assert seasons.day(2025, 9, 31) == date(2025, 9, 30)
    assert seasons.day(2024, 2, 30) == date(2024, 2, 29)


def test_working_days_know_make_up_days() -> None:
    """Three working days after 26 September 2025 pass over the weekend of work on the 28th and the holiday."""
    assert seasons.working_days_after(date(2025, 9, 26), 3) == date(2025, 9, 30)
    assert seasons.working_days_after(date(2025, 9, 30), 1) == date(2025, 10, 9)
