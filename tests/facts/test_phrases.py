"""Phrases: what a list of the norms matches, and an empty one."""

from datetime import date

import pytest

from reportgen.facts.words.phrases import ends_with, longest_of, mentions, pattern, says, tells_all
from reportgen.judge import judge
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Period

PERIOD = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))
ITEM = Item(
    no=1,
    target=Cell(text="新建公厕20座，改造甲林、乙河2个农贸市场，培训护理员1200人次，签约率达到90%以上。"),
    plan=Cell(text="9月底前完成18座，甲林市场开业，每季度培训300人次。"),
    progress=Cell(
        text="已建成公厕15座，其余5座正在施工，供货期45天；8月10日甲林市场开工，乙河市场待审批。"
        "累计培训2期，每期约450人次，签约率86.5%；8路、K5路等公交线路已开通。国庆节前完成3座。"
    ),
    problem=Cell(text="因征迁受阻，进度较慢。"),
)


def test_an_empty_list_matches_nothing() -> None:
    """What a list of no phrases says stands in no text, not in every one."""
    assert not says((), "已完成")
    assert not ends_with((), "已完成")
    assert not mentions((), "已完成")
    assert not pattern((longest_of(()),)).search("")


@pytest.mark.parametrize("section", ["phrases", "matching", "quantities", "dates"])
def test_any_list_may_be_emptied(section: str, norms: Norms) -> None:
    """An office may empty a list of the norms: what its words say is then found nowhere, and all else is read."""
    part = getattr(norms, section)
    lists = [name for name, value in part if isinstance(value, tuple)]
    assert lists
    for name in lists:
        emptied = norms.model_copy(update={section: part.model_copy(update={name: ()})})
        assert len(judge(ITEM, PERIOD, emptied).checks) > 2, name


def test_without_words_of_slowness_nothing_admits_it(norms: Norms) -> None:
    """The rule on what is admitted to be slow finds nothing where no words for it are given."""
    mute = norms.model_copy(update={"phrases": norms.phrases.model_copy(update={"slow": ()})})
    assert "B305" in {found.rule for found in judge(ITEM, PERIOD, norms).findings}
    assert "B305" not in {found.rule for found in judge(ITEM, PERIOD, mute).findings}


@pytest.mark.parametrize("text", ["3个中心均已开业", "120户均已改造", "8月均已完成", "各站都建成了"])
def test_words_of_all_tell_of_all(text: str, norms: Norms) -> None:
    """均 and 都 tell of all, behind whatever number or noun they stand."""
    assert tells_all(text, norms.matching)


@pytest.mark.parametrize("text", ["日均接待600人次", "完成120个以上", "年均浓度37微克", "设在成都街"])
def test_a_letter_of_another_word_tells_not_of_all(text: str, norms: Norms) -> None:
    """日均, 120个以上 and 成都 hold a letter that elsewhere tells of all."""
    assert not tells_all(text, norms.matching)
