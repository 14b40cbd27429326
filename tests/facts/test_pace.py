"""Pace: how much of the time has passed, and what prepares the works."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportgen.norms import Norms
from reportgen.records import Period

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(DAYS, st.integers(0, 400), st.integers(0, 400))
def test_the_share_of_the_time_that_has_passed(start: date, before: int, after: int) -> None:
    """It rises from day to day, is all on the due day and after it, and never less than none."""
    due = start + timedelta(days=before)
    passed = [Period(start + timedelta(days=day)).elapsed(due, since=start) for day in range(before + 2)]
    assert passed == sorted(passed)
    assert passed[-2:] == [1, 1]
    assert Period(start - timedelta(days=after + 1)).elapsed(due, since=start) == 0


def test_the_year_passes_by_its_days() -> None:
    """Without a due day it is the year that passes, leap years in 366 days."""
    assert Period(date(2025, 12, 31)).elapsed() == 1
    assert Period(date(2024, 6, 30)).elapsed() * 366 == 182


def test_a_step_prepares_the_works_or_makes_them(norms: Norms) -> None:
    """Of a kind of project that spreads over the year each step is one of the two; of another none is either."""
    for ladder in norms.ladders:
        for rank in range(len(ladder.steps)):
            assert ladder.prepares(rank) + ladder.makes(rank) == ladder.paced
            assert not ladder.prepares(rank) or rank < ladder.ranks[ladder.works]
