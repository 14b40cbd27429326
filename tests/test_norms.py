"""Norms: what norms.toml may say is checked value by value, and every mistake is told where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import norms
from reportgen.errors import SettingsError
from reportgen.workspace import builtin

BUILTIN = (builtin("templates") / "norms.toml").read_text(encoding="utf-8")
Written = Callable[[str, str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write the built-in norms with another value for a key, the first of its name."""

    def write(key: str, value: str) -> Path:
        lines = BUILTIN.splitlines()
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{key} = "))
        lines[at] = f"{key} = {value}"
        path = tmp_path / "norms.toml"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("behind_points", "-8"),
        ("behind_points", "800"),
        ("stage_points", "nan"),
        ("small_from", "0"),
        ("near_plan", "950"),
        ("forecast_likely", "200"),
        ("stage_slack", "0.5"),
        ("floor_days", "-7"),
        ("implausible_times", "0"),
        ("yearly", "9999"),
        ("alike", "800"),
        ("apart", "-1"),
    ],
)
def test_a_value_out_of_range_is_refused(written: Written, key: str, value: str) -> None:
    """Shares and points lie between 0 and 100, factors are no fractions, days are those of a year."""
    with pytest.raises(SettingsError, match=rf"norms\.toml:\d+: \w+\.{key}: "):
        norms.load(written(key, value))


@pytest.mark.parametrize(("key", "value"), [("behind_points", '"8"'), ("floor_days", '"7"'), ("near_plan", "true")])
def test_a_number_between_quotes_is_refused(written: Written, key: str, value: str) -> None:
    """What is not a number is told so, whether it was to be a whole one or a decimal."""
    with pytest.raises(SettingsError, match=rf"{key}: a (?:whole )?number, without quotation marks, is wanted here"):
        norms.load(written(key, value))


def test_a_decimal_is_the_one_that_is_written(written: Written) -> None:
    """1.3 is read as 1.3 and not as the nearest fraction of two."""
    assert str(norms.load(written("stage_slack", "1.3")).thresholds.stage_slack) == "1.3"


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("rest_unsure", "91", "rest_unsure: this is above forecast_likely"),
        ("forecast_sure", "89", "forecast_likely: this is above forecast_sure"),
        ("about_met", "94", "near_plan: this is above about_met"),
        ("longest_promise", "161", "longest_promise: this is above longest_time"),
    ],
)
def test_grades_of_one_scale_stand_in_order(written: Written, key: str, value: str, told: str) -> None:
    """A milder limit above a stricter one is refused, with both named."""
    with pytest.raises(SettingsError, match=rf"norms\.toml:\d+: \w+\.{told}"):
        norms.load(written(key, value))


@pytest.mark.parametrize(
    ("key", "value"), [("not", '["", "未"]'), ("not", '["(?:未)?"]'), ("slow", '["慢|"]'), ("generic", '["", "工程"]')]
)
def test_what_would_be_found_everywhere_is_refused(written: Written, key: str, value: str) -> None:
    """Neither an empty phrase or word nor one that may match nothing is taken: it would mark every item."""
    with pytest.raises(SettingsError, match=rf"\.{key}\.0: .*everywhere"):
        norms.load(written(key, value))


def test_a_phrase_that_only_looks_round_itself_is_taken(written: Written) -> None:
    """A phrase may be an assertion, as long as something must stand there."""
    assert norms.load(written("not", '["(?<=尚)(?=未)"]')).phrases.not_ == ("(?<=尚)(?=未)",)
