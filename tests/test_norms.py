"""Norms: what norms.toml may say is checked value by value, and every mistake is told where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pydantic import ValidationError

from reportgen import norms, tomlfile
from reportgen.errors import SettingsError
from reportgen.workspace import builtin

BUILTIN = (builtin("templates") / "norms.toml").read_text(encoding="utf-8")
Written = Callable[[str, str], Path]
Mistakes = Callable[[str, str], list[tuple[str, str]]]
BY_COLUMN = (("columns", "names"), ("columns", "labels"))


def entry(key: str) -> str:
    """The first entry of a key in the built-in norms, over all of its lines."""
    found = re.search(rf"^{key} = .*\n(?:  .*\n|\]\n)*", BUILTIN, flags=re.MULTILINE)
    assert found
    return found[0]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write the built-in norms with another value for a key, the first of its name."""

    def write(key: str, value: str) -> Path:
        path = tmp_path / "norms.toml"
        path.write_text(BUILTIN.replace(entry(key), f"{key} = {value}\n", 1), encoding="utf-8")
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


def test_a_list_that_an_older_file_lacks_is_named() -> None:
    """Each list that judges or reads is missed, where some were silently empty; the office's own may be left out."""
    given = tomllib.loads(BUILTIN)
    with pytest.raises(ValidationError) as refused:
        norms.Norms.model_validate(_without_lists(given))
    missed = {error["loc"]: error["type"] for error in refused.value.errors()}
    lists = set(_lists(given))
    assert {key for key in lists if missed.get(key) != "missing"} == {("units", "reporting")}


def _lists(table: Mapping[str, object], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        if isinstance(value, list | str):
            yield (*above, key)
        elif isinstance(value, dict) and (*above, key) not in BY_COLUMN:
            yield from _lists(value, (*above, key))


def _without_lists(table: Mapping[str, object]) -> dict[str, object]:
    kept = {key: value for key, value in table.items() if not isinstance(value, list | str)}
    return {key: _without_lists(value) if isinstance(value, dict) else value for key, value in kept.items()}


def test_a_column_that_an_older_file_lacks_is_named(mistakes: Mistakes) -> None:
    """A column without header words would be read nowhere; one that has none on purpose has an empty list."""
    ((line, told),) = mistakes(entry("extra"), "")
    assert line == "[columns.names]"
    assert told == "columns.names.extra: this column is missing; add it, as in the file that comes with the program."


def test_no_line_is_too_long_to_read() -> None:
    """An office edits the file: a list of words goes on in further lines, so that a change shows as one of them."""
    lists = (line for line in BUILTIN.splitlines() if line.startswith('  "'))
    assert not [line for line in lists if len(line) > 120 and line.count('", "') > 0]


def test_letters_of_another_form_come_in_pairs(mistakes: Mistakes) -> None:
    """A letter too many among the forms of letters broke the program down."""
    ((line, told),) = mistakes('variants = "號号', 'variants = "號')
    assert line.startswith("variants = ")
    assert told.endswith("is not made of pairs; write each other form before the usual one.")


@pytest.fixture
def mistakes(tmp_path: Path) -> Mistakes:
    """Tell what is wrong with the built-in norms once a text in them is changed, each with the line that is named."""

    def told(sound: str, changed: str) -> list[tuple[str, str]]:
        assert sound in BUILTIN
        path = tmp_path / "norms.toml"
        path.write_text(BUILTIN.replace(sound, changed), encoding="utf-8")
        lines = path.read_text(encoding="utf-8").splitlines()
        places = [fault.removeprefix(f"{path}:").split(": ", 1) for fault in tomlfile.examine(path, norms.Norms)[1]]
        return [(lines[int(number) - 1].strip(), fault) for number, fault in places]

    return told


ASKED = ("start", "pile", "foundation", "frame", "topped", "infill", "finish", "built", "in_use")


@pytest.mark.parametrize("step", ASKED)
def test_a_step_that_the_program_asks_for_keeps_its_id(mistakes: Mistakes, step: str) -> None:
    """A step of construction by another id is refused, where the program went on without it or broke down."""
    told = [fault for _, fault in mistakes(f'{{ id = "{step}", ', f'{{ id = "{step}_", ')]
    wanted = f"ladders.0.steps: the program asks for the step {step!r}, which is not here; give that step its id again."
    assert wanted in told


def test_a_ladder_that_the_program_asks_for_keeps_its_name(mistakes: Mistakes) -> None:
    """Without a ladder of construction nothing is told of works; what else names it is told too, each at its line."""
    (first, told), *others = mistakes('name = "construction"', 'name = "building"')
    assert first == "[[ladders]]"
    assert told.startswith("ladders: the program asks for the ladder 'construction'")
    assert {fault.split(":")[0] for _, fault in others} == {"matching.implied.0.ladder", "dates.terms.1.ladder"}


def test_what_comes_by_the_piece_is_installed(mistakes: Mistakes) -> None:
    """A ladder whose things pass one by one has the step at which they are there; its own line is named."""
    ((line, told),) = mistakes('id = "installed", title = "安装"', 'id = "fitted", title = "安装"')
    assert (line, told.split(";")[0]) == (
        "steps = [",
        "ladders.1.steps: the program asks for the step 'installed', which is not here",
    )


@pytest.mark.parametrize(
    ("sound", "misspelt", "key"),
    [
        ('works = "issued"', 'works = "isued"', "ladders.4.works"),
        ('ladder = "policy", step = "issued"', 'ladder = "policy", step = "isued"', "matching.implied.1.step"),
        ('ladder = "policy", step = "issued"', 'ladder = "polcy", step = "issued"', "matching.implied.1.ladder"),
        (
            '{ ladder = "construction", step = "built", words = ["工期"]',
            '{ ladder = "construction", step = "bult", words = ["工期"]',
            "dates.terms.1.step",
        ),
        (
            '{ ladder = "construction", step = "built", words = ["工期"]',
            '{ ladder = "construction", words = ["工期"]',
            "dates.terms.1.step",
        ),
        (
            '{ ladder = "construction", step = "built", words = ["工期"]',
            '{ step = "built", words = ["工期"]',
            "dates.terms.1.ladder",
        ),
        ('{ id = "reviewed"', '{ id = "draft"', "ladders.4.steps.2.id"),
        ('on = "frame"', 'on = "frme"', "ladders.0.steps.17.on"),
        ('name = "policy"', 'name = "service"', "ladders.4.name"),
    ],
)
def test_what_names_a_step_names_one_that_there_is(mistakes: Mistakes, sound: str, misspelt: str, key: str) -> None:
    """A step or ladder that is misspelt, or two by one id, is told at its own line with what to do."""
    line, told = mistakes(sound, misspelt)[0]
    assert misspelt in line
    assert told.startswith(f"{key}: ")
    assert told.count("; ") == 1
