"""The traits of an item."""

from dataclasses import replace
from datetime import date

import pytest

from reportgen.facts.reading import Reading, read
from reportgen.norms import Norms
from reportgen.precedents import traits
from reportgen.records import Period
from tests.precedents.items import AUGUST, item, reading


def measures(one: Reading) -> set[str]:
    """The traits that are no pieces of words."""
    return {trait for trait in traits(one) if trait.startswith("#")}


def test_the_same_words_typed_otherwise_have_the_same_traits(norms: Norms) -> None:
    """Full width, blanks and line breaks change nothing."""
    plain = reading(norms, target="新建驿站10座", plan="建成8座", progress="已建成6座,2座在建(收尾)")
    other = reading(norms, target="新建驿站１０座", plan="建成 8座", progress="已建成6座，\n2座在建（收尾）")
    assert traits(plain) == traits(other)


def test_a_task_said_again_adds_no_trait(norms: Norms) -> None:
    """A report that begins by the words of its plan has the traits of what it reports."""
    texts = {"target": "新建驿站10座", "plan": "建成驿站8座并投用"}
    plain = reading(norms, **texts, progress="已建成6座，2座在建")
    again = reading(norms, **texts, progress="本期计划：建成驿站8座并投用。完成情况：已建成6座，2座在建")
    assert traits(again) == traits(plain)


def test_a_piece_knows_its_cell_and_no_number(norms: Norms) -> None:
    """尚未 of a report is not 尚未 of a plan, and 3座 is as good as 12座."""
    found = traits(reading(norms, progress="尚未建成3座"))
    assert "报尚未" in found
    assert "计尚未" not in found
    assert found == traits(reading(norms, progress="尚未建成12座"))


@pytest.mark.parametrize(
    ("plan", "progress", "trait"),
    [
        ("建成8座", "建成8座", "#计7"),
        ("建成8座", "建成6座", "#计3"),
        ("建成8座、培训100人", "建成8座，培训20人", "#计0"),
        ("发放1.5万元", "发放15000元", "#计7"),
        ("建成8座", "培训100人", "#计无"),
        ("主体封顶", "建成6座", "#计空"),
    ],
)
def test_the_least_share_of_what_is_asked(norms: Norms, plan: str, progress: str, trait: str) -> None:
    """A number answers one of its unit; the least share counts, and none is told apart from nothing asked."""
    assert trait in measures(reading(norms, target="新建驿站", plan=plan, progress=progress))


@pytest.mark.parametrize(
    ("progress", "trait"),
    [
        ("7月开工", "#报往月"),
        ("8月开工", "#报本月"),
        ("9月开工", "#报期内"),
        ("10月开工", "#报逾期"),
        ("2026年1月开工", "#报逾期"),
    ],
)
def test_months_stand_to_the_day_and_the_due_day(norms: Norms, progress: str, trait: str) -> None:
    """A month is past, present, in time or too late."""
    assert trait in measures(reading(norms, target="新建驿站", progress=progress))


@pytest.mark.parametrize(
    ("due", "trait"),
    [
        (date(2025, 8, 31), "#余0"),
        (date(2025, 9, 5), "#余1"),
        (date(2025, 9, 30), "#余2"),
        (date(2025, 11, 30), "#余3"),
        (None, "#余4"),
    ],
)
def test_the_days_left(norms: Norms, due: date | None, trait: str) -> None:
    """The days until the plan falls due are told in classes; without one, those until the year's end."""
    assert trait in measures(reading(norms, Period(date(2025, 8, 31), plan_due=due), target="驿站", progress="开工"))


def test_an_own_last_day_counts_if_it_is_the_earlier_one(norms: Norms) -> None:
    """A target whose last day has passed is overdue, however long its plan still runs."""
    late = replace(item(target="新建驿站", progress="开工"), deadline=date(2025, 6, 30))
    assert "#余0" in measures(read(late, AUGUST, norms))
