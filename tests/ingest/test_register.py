"""Units split, known by their aliases, suggested and never replaced."""

from __future__ import annotations

import pytest

from reportgen.ingest.columns import register
from reportgen.norms import UnitNorms
from reportgen.records import Cell

UNITS = UnitNorms(
    source="test",
    names={"云湖区民政局": ("区民政局",), "云湖区财政局": ("区财政局",), "云湖区残疾人联合会": ("区残联",)},
    collective=("各街道", "各镇(街道)"),
    gathering=("各", "有关"),
    endings=("局",),
    sure=(),
    rarer=(),
    surnames="",
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("区交通局、区交警大队", ("区交通局", "区交警大队")),
        ("区交通局，区交警大队/各街道", ("区交通局", "区交警大队", "各街道")),
        ("区交通局 区交警大队", ("区交通局", "区交警大队")),
        ("区 残 联", ("区残联",)),
        ("各镇（街道、园区）、区民政局", ("各镇（街道、园区）", "区民政局")),
        ("区民政局\n区财政局", ("区民政局", "区财政局")),
        ("/", ()),
        ("", ()),
    ],
)
def test_names_are_split(typed: str, names: tuple[str, ...]) -> None:
    """Names part at 、，/ and blanks, not inside brackets; letters spread over the cell are one name."""
    assert register.split(Cell(text=typed)) == names


def test_an_alias_decides() -> None:
    """区残联 is its full name; a name that no list holds stays itself."""
    assert register.canonical("区残联", UNITS) == "云湖区残疾人联合会"
    assert register.canonical("区某局", UNITS) == "区某局"


def test_a_suggestion_never_replaces() -> None:
    """A misspelt name is unknown and gets a suggestion; the name itself comes back untouched."""
    assert register.unknown(("区民政居", "区残联", "各街道"), UNITS) == ("区民政居",)
    assert register.suggest("云湖区民政居", UNITS) == "云湖区民政局"
    assert register.canonical("云湖区民政居", UNITS) == "云湖区民政居"


def test_an_office_without_a_register_is_asked_nothing() -> None:
    """Where no names are kept no name is unknown."""
    assert register.unknown(("区民政局",), UNITS.model_copy(update={"names": {}})) == ()


def test_a_units_ending_behind_a_word_for_several_names_many() -> None:
    """有关局 is no unit of its own, nor one that the register lacks; what ends as no unit does names none."""
    assert register.collective("有关局", UNITS)
    assert not register.collective("各项任务", UNITS)
    assert register.unknown(("有关局", "区某局"), UNITS) == ("区某局",)
