"""Loose ends: clauses that answer nothing asked, and what they do to a verdict."""

from datetime import date

import pytest

from reportgen.facts.reading import Reading, read
from reportgen.norms import Norms
from reportgen.records import Address, Cell, Item, Outcome, Period

AUGUST = Period(date(2025, 8, 31), plan_due=date(2025, 9, 30))
DUE = Period(date(2025, 9, 30), plan_due=date(2025, 9, 30))


def reading(target: str, plan: str, progress: str, norms: Norms, period: Period = AUGUST) -> Reading:
    texts = {"target": target, "plan": plan, "progress": progress}
    cells = {name: Cell(Address("表.txt", "", 1, at), text) for at, (name, text) in enumerate(texts.items(), 1)}
    return read(Item(no=1, **cells), period, norms)


@pytest.mark.parametrize(
    ("plan", "progress", "loose"),
    [
        # a promise after the due day, a denial, works too far from the step: of what no answer tells
        ("完成土建和布展方案。", "土建已完成，布展方案定稿。展陈设计预计11月定稿。", "展陈设计预计11月定稿"),
        ("主体完工。", "食堂主体完工。外线工程尚未招标。", "外线工程尚未招标"),
        ("全部完工。", "2处食堂全部完工，正在采购桌椅。", ""),
        ("完成1处。", "1处完工，另1处尚未进场。", ""),
    ],
)
def test_what_answers_nothing_and_is_not_there_is_a_loose_end(
    plan: str, progress: str, loose: str, norms: Norms
) -> None:
    """Beside what is met, a clause that tells of something late, denied or far behind is kept; the other places of a
    plan that asks for some are not."""
    found = [span.text for _, span in reading("改造食堂2处。", plan, progress, norms).loose_ends]
    assert found == ([loose] if loose else [])


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        ("已建成32个，另有24个完成设备安装待通电。", "另有24个完成设备安装待通电"),
        ("已建成32个，另有8个完成设备安装待通电。", ""),
        ("已建成32个。", ""),
    ],
)
def test_words_in_favour_of_what_falls_short_are_kept(progress: str, words: str, norms: Norms) -> None:
    """Where what is not there yet would make up what is short, its words are kept; where it would not, none are."""
    found = [span.text for _, span in reading("新建充电桩80个。", "建成50个。", progress, norms).in_favour]
    assert found == ([words] if words else [])


@pytest.mark.parametrize(
    ("plan", "progress", "outcomes"),
    [
        ("沿江园进场施工。", "小公园建成6个。沿江园5月开工，正在铺装。", {Outcome.MET}),
        ("新增泊位700个。", "3处停车场已建成，共有泊位736个。另外2处正在平整场地。", {Outcome.LIKELY}),
        ("新增泊位700个。", "3处停车场已建成，共有泊位536个。另外2处正在平整场地。", {Outcome.MISSED}),
    ],
)
def test_what_a_clause_tells_as_there_is_not_missed(
    plan: str, progress: str, outcomes: set[Outcome], norms: Norms
) -> None:
    """On the due day, what a clause by name tells as there is doubted, whatever else was taken for the answer."""
    checks = reading("新建小公园6个、沿江园1处，停车场6处，新增泊位1500个。", plan, progress, norms, DUE).plan
    assert {check.outcome for check in checks} == outcomes, [(c.text, c.answers) for c in checks]
