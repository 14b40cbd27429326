"""follow: rows of months, promises, and what a clerk would query, from what earlier months told."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen import history
from reportgen.history import Fulfilment
from reportgen.norms import Norms
from tests.history.past import followed, judged, month, standing, table, verdict

ROAD, BUS = "新改建农村公路18公里。", "新建公交候车亭40座。"


@pytest.mark.parametrize(
    ("statuses", "count"),
    [
        ({"2025-05": "behind", "2025-06": "behind", "2025-07": "behind"}, 4),
        ({"2025-05": "behind", "2025-06": "on_track", "2025-07": "behind"}, 2),
        ({"2025-05": "behind", "2025-07": "behind"}, 2),
        ({"2025-05": "behind", "2025-06": "behind"}, 1),
        ({"2025-07": "done"}, 1),
    ],
)
def test_months_behind_are_counted_in_a_row(norms: Norms, statuses: dict[str, str], count: int) -> None:
    """A month on track, or one that is not on record, ends the row."""
    months = tuple(month(name, standing(1, ROAD, status)) for name, status in statuses.items())
    late = verdict(1, ROAD, "behind")
    assert followed(norms, months, late).months_behind(late) == count
    assert followed(norms, months, verdict(1, ROAD)).months_behind(verdict(1, ROAD)) == 0


def test_months_that_are_not_on_record_are_named(norms: Norms) -> None:
    """A gap between the last month on record and this one is told."""
    past = followed(norms, (month("2025-05", standing(1, ROAD)),), verdict(1, ROAD))
    assert (past.last and past.last.month, past.missing) == ("2025-05", ("2025-07", "2025-06"))


def test_an_item_is_followed_through_each_rewording(norms: Norms) -> None:
    """Words that change a little each month, and differ much in the end, are still one item."""
    words = (
        "完成学校食堂改造15所。",
        "完成学校食堂改造提升15所。",
        "完成学校食堂智能化改造提升15所。",
        "完成中小学校食堂智能化改造提升15所。",
    )
    names = ("2025-05", "2025-06", "2025-07")
    months = tuple(month(name, standing(1, text, "behind")) for name, text in zip(names, words[:3], strict=True))
    late = verdict(1, words[3], "behind")
    assert followed(norms, months, late).months_behind(late) == 4


def test_items_come_and_go(norms: Norms) -> None:
    """Last month's items that are gone are told; those gone before are not told again."""
    months = (month("2025-06", standing(1, "旧事。"), standing(2, ROAD)), month("2025-07", standing(1, ROAD)))
    past = followed(norms, months, verdict(1, BUS))
    assert [item.target for item in past.left] == [ROAD]
    assert past.previous(1) is None


STATIONS = "新建社区卫生服务站5家。"
DAY = {"promised": date(2025, 8, 31)}
PROMISED = {"promise": "力争8月底前开工", **DAY}


@pytest.mark.parametrize(
    ("progress", "promise", "outcome", "later"),
    [
        ("已于8月20日开工。", PROMISED, Fulfilment.KEPT, ""),
        ("正在进行施工招标。", PROMISED, Fulfilment.BROKEN, ""),
        ("正在进行施工招标,力争10月底前开工。", PROMISED, Fulfilment.PUT_OFF, "力争10月底前开工"),
        ("资金筹措中。", PROMISED, Fulfilment.UNTOLD, ""),
        ("正在进行施工招标。", {"promise": "力争9月底前开工", "promised": date(2025, 9, 30)}, Fulfilment.OPEN, ""),
        ("完成12公里。", {"promise": "8月底完成12公里", "promised": date(2025, 8, 31)}, Fulfilment.KEPT, ""),
        ("主线已开工,支线力争8月底前开工。", {"promise": "支线力争8月底前开工", **DAY}, Fulfilment.UNTOLD, ""),
        ("完成9公里。", {"promise": "8月底完成12公里", "promised": date(2025, 8, 31)}, Fulfilment.BROKEN, ""),
    ],
)
def test_promises_are_held_against_the_report(
    norms: Norms, progress: str, promise: dict[str, object], outcome: Fulfilment, later: str
) -> None:
    """A promise is kept if its step is reached, put off if a later day is named, broken if its day has passed.

    One that the report only says once more is not kept.
    """
    months = (month("2025-07", standing(1, ROAD, "behind", **promise)),)
    pledge = followed(norms, months, judged(norms, 1, ROAD, "项目开工。", progress)).pledges[1]
    assert (pledge.outcome, pledge.later) == (outcome, later)


@pytest.mark.parametrize(
    ("progress", "outcome"),
    [
        ("2家已投用,2家装修完成。东渚站另行安排。", Fulfilment.UNTOLD),
        ("2家已投用,2家装修完成。东渚站新址尚未确定。", Fulfilment.BROKEN),
        ("2家已投用。东渚站进场装修。", Fulfilment.KEPT),
    ],
)
def test_a_promise_for_one_place_is_kept_there(norms: Norms, progress: str, outcome: Fulfilment) -> None:
    """What is done elsewhere does not keep a promise that was made as the report spoke of one place."""
    told = "2家已投用。东渚站因业主不同意,正在重新选点,力争8月底前进场装修。"
    before = standing(1, STATIONS, "behind", progress=told, promise="力争8月底前进场装修", **DAY)
    now = judged(norms, 1, STATIONS, "5家全部投用。", progress)
    assert followed(norms, (month("2025-07", before),), now).pledges[1].outcome is outcome


def test_a_promise_stands_until_its_day(norms: Norms) -> None:
    """A promise not repeated still counts; one whose day passed before last month's report is not told again."""
    silent = standing(1, ROAD, "behind")
    early = month("2025-06", standing(1, ROAD, "behind", **PROMISED))
    assert followed(norms, (early, month("2025-07", silent)), verdict(1, ROAD, "behind")).pledges[1].words
    gone = month("2025-06", standing(1, ROAD, "behind", promise="7月中旬开工", promised=date(2025, 7, 20)))
    assert followed(norms, (gone, month("2025-07", silent)), verdict(1, ROAD, "behind")).pledges == {}


def test_only_items_behind_have_promises_to_keep(norms: Norms) -> None:
    """What an item on track expected was never named in a briefing."""
    months = (month("2025-07", standing(1, ROAD, "on_track", **PROMISED)),)
    assert followed(norms, months, verdict(1, ROAD, "behind")).pledges == {}


def test_what_a_clerk_would_query_since_last_month(norms: Norms) -> None:
    """A count lower than last month, a target worded anew, an item come or gone are queried."""
    before = month(
        "2025-07",
        standing(1, "培训人员1000人。", progress="累计培训820人。"),
        standing(2, "新改建农村公路20公里。"),
        standing(3, "旧事一件。"),
    )
    verdicts = (judged(norms, 1, "培训人员1000人", "", "累计培训790人。"), verdict(2, ROAD), verdict(3, BUS))
    now = table(*verdicts)
    notes = tuple(history.queries(followed(norms, (before,), *verdicts), now, verdicts, norms))
    assert [(note.kind, note.no) for note in notes] == [
        ("progress_fell", 1),
        ("target_changed", 2),
        ("item_entered", 3),
        ("item_left", None),
    ]
    assert "7月的820人降为790人" in notes[0].text


@pytest.mark.parametrize(
    ("target", "before", "now"),
    [
        ("培训人员1000人。", "累计培训820人。", "累计培训900人。"),
        ("抽检2800批次。", "7月份抽检312批次。", "8月份抽检220批次。"),
        ("改造危房100户。", "已改造60户,剩余40户。", "已改造80户,剩余20户。"),
        ("PM2.5平均浓度控制在28微克/立方米以下。", "PM2.5均值31.2微克/立方米。", "PM2.5均值29.8微克/立方米。"),
        ("改造管网32公里。", "力争8月底完成15公里。", "完成改造11.2公里。"),
        ("打通断头路。", "尚有2户未签约。", "尚有1户未签约。"),
    ],
)
def test_what_may_well_fall_is_not_queried(norms: Norms, target: str, before: str, now: str) -> None:
    """Growth, a month's own figure, what is left to do and a level that should fall are no ground for a query."""
    then = month("2025-07", standing(1, target, progress=before))
    verdicts = (judged(norms, 1, target, "", now),)
    assert tuple(history.queries(followed(norms, (then,), *verdicts), table(*verdicts), verdicts, norms)) == ()


@pytest.mark.parametrize(
    ("plan", "day", "promise"),
    [("主体结顶。", "9月20日", ""), ("发布招标公告。", "10月20日", "预计10月20日前发布招标公告")],
)
def test_only_what_the_briefing_calls_a_promise_is_remembered(norms: Norms, plan: str, day: str, promise: str) -> None:
    """A day of a step on the way, which the briefing tells as 下步安排, is no promise for the months to come."""
    late = judged(norms, 1, "建设体育馆。", plan, f"完成立项，预计{day}前发布招标公告。")
    held = history.standing(late, table(late).projects[0])
    assert (held.status.value, held.promise, bool(held.promised)) == ("behind", promise, bool(promise))
