"""matching: an item keeps its past though renumbered or reworded, and is never given another's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.history.matching import bare, match
from reportgen.norms import Norms
from tests.history.past import standing

ROAD, BUS, MEAL = "新改建农村公路18公里。", "新建公交候车亭40座。", "新建老年食堂8家。"


def test_renumbered_items_are_the_same(norms: Norms) -> None:
    """The words tell an item, not its number or its place."""
    before = [standing(1, ROAD), standing(2, BUS), standing(3, MEAL)]
    now = [standing(1, MEAL), standing(2, ROAD), standing(3, BUS)]
    assert match(now, before, norms.history) == {0: 2, 1: 0, 2: 1}


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (ROAD, "新改建农村公路20公里"),
        (ROAD, "新（改）建农村公路18公里以上。"),
        ("完成15所学校食堂“阳光厨房”改造。", "完成15所学校食堂“阳光厨房”智能化改造。"),
        ("组织65岁及以上老年人免费健康体检5.2万人。", "组织全区65周岁及以上老年人免费健康体检5.2万人以上。"),
    ],
)
def test_reworded_items_are_the_same(norms: Norms, before: str, now: str) -> None:
    """A number changed, a word added: the item is found again within its project."""
    assert match([standing(1, now), standing(2, BUS)], [standing(1, MEAL), standing(2, before)], norms.history) == {
        0: 1
    }


def test_other_items_of_a_project_are_not_mixed_up(norms: Norms) -> None:
    """What is only built alike is told as new and gone, not given a stranger's past."""
    assert match([standing(1, MEAL)], [standing(1, "新建健身步道8公里。")], norms.history) == {}


def test_what_could_be_either_is_neither(norms: Norms) -> None:
    """Of two old items equally like the new one, none is guessed."""
    before = [standing(1, "完成东片区雨污管网改造12公里。"), standing(2, "完成西片区雨污管网改造12公里。")]
    assert match([standing(1, "完成南片区雨污管网改造12公里。")], before, norms.history) == {}


def test_the_same_words_twice_keep_their_order_or_match_nothing(norms: Norms) -> None:
    """Equal targets of one unit match in turn; where one of them is gone, nobody can tell which."""
    pair = [standing(1, ROAD), standing(2, ROAD)]
    assert match(pair, pair, norms.history) == {0: 0, 1: 1}
    assert match(pair[:1], pair, norms.history) == {}
    told = [pair[0], replace(pair[1], lead_unit="区乙局")]
    assert match(told[1:], told, norms.history) == {0: 1}


def test_an_item_may_move_to_another_project_or_unit(norms: Norms) -> None:
    """Word for word the same target is the same item, whoever leads it now."""
    moved = replace(standing(1, ROAD), project="别的项", lead_unit="区乙局")
    assert match([moved], [standing(4, ROAD)], norms.history) == {0: 0}


def test_projects_without_targets_go_by_their_names(norms: Norms) -> None:
    """A table of projects only is matched by project."""
    before = [replace(standing(1, ""), project="修路"), replace(standing(2, ""), project="架桥")]
    assert match(before[::-1], before, norms.history) == {0: 1, 1: 0}


targets = st.lists(st.sampled_from([ROAD, BUS, MEAL, "新建老年食堂9家。", ""]), max_size=6)


@given(targets, targets)
def test_matching_is_one_to_one_and_the_same_both_ways(norms: Norms, one: list[str], other: list[str]) -> None:
    """No item has two pasts or shares one, and looking back finds the pairs that looking on does."""
    now, before = ([standing(no, target) for no, target in enumerate(held, 1)] for held in (one, other))
    found = match(now, before, norms.history)
    assert len(set(found.values())) == len(found)
    assert {old: new for new, old in found.items()} == match(before, now, norms.history)


def test_punctuation_and_width_are_no_change() -> None:
    """Commas, brackets and full-width digits are the same words; a decimal point is not a mark."""
    assert bare("新（改）建１８公里，。") == bare("新(改)建18公里")
    assert bare("1.5万人。") != bare("15万人。")
