"""Stretches of time in headers, titles and file names."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.ingest.columns import periods


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("三季度工作计划", date(2025, 7, 1), date(2025, 9, 30)),
        ("Q3目标", date(2025, 7, 1), date(2025, 9, 30)),
        ("首季应办到", date(2025, 1, 1), date(2025, 3, 31)),
        ("八月份完成情况", date(2025, 8, 1), date(2025, 8, 31)),
        ("第四季度计划目标", date(2025, 10, 1), date(2025, 12, 31)),
        ("8月份完成情况", date(2025, 8, 1), date(2025, 8, 31)),
        ("１０月完成情况", date(2025, 10, 1), date(2025, 10, 31)),
        ("2月底", date(2025, 2, 1), date(2025, 2, 28)),
        ("1-11月推进情况", date(2025, 1, 1), date(2025, 11, 30)),
        ("1—6月份", date(2025, 1, 1), date(2025, 6, 30)),
        ("截至6月底进展", date(2025, 1, 1), date(2025, 6, 30)),
        ("截至10月15日", date(2025, 1, 1), date(2025, 10, 15)),
        ("截至2024年3月", date(2024, 1, 1), date(2024, 3, 31)),
        ("统计截止时间：2025年8月25日", date(2025, 1, 1), date(2025, 8, 25)),
        ("数据截至：2025/8/25", date(2025, 1, 1), date(2025, 8, 25)),
        ("截止日期：2025-08-25", date(2025, 1, 1), date(2025, 8, 25)),
        ("（数据更新至8月25日）", date(2025, 1, 1), date(2025, 8, 25)),
        ("截至八月二十五日", date(2025, 1, 1), date(2025, 8, 25)),
        ("完成情况（7月26日—8月25日）", date(2025, 8, 1), date(2025, 8, 25)),
        ("1月1日至8月25日", date(2025, 1, 1), date(2025, 8, 25)),
        ("9.10进展", date(2025, 9, 1), date(2025, 9, 10)),
        ("后5个月工作计划", date(2025, 8, 1), date(2025, 12, 31)),
        ("前10个月完成情况", date(2025, 1, 1), date(2025, 10, 31)),
        ("上半年", date(2025, 1, 1), date(2025, 6, 30)),
        ("2024年度目标", date(2024, 1, 1), date(2024, 12, 31)),
        ("三季度计划（2022年）", date(2022, 7, 1), date(2022, 9, 30)),
        ("(2022年度)下半年工作安排", date(2022, 7, 1), date(2022, 12, 31)),
        ("25年8月民生实事进展", date(2025, 8, 1), date(2025, 8, 31)),
        ("民生实事进展（2024.08）", date(2024, 8, 1), date(2024, 8, 31)),
        ("2024-8民生实事进展", date(2024, 8, 1), date(2024, 8, 31)),
        ("202408民生实事进展", date(2024, 8, 1), date(2024, 8, 31)),
    ],
)
def test_words_name_a_stretch(words: str, start: date, end: date) -> None:
    """The first and last day that the words name, in their own year or the table's."""
    (found,) = periods.stretches(words)
    assert (found.start(2025), found.end(2025)) == (start, end)


@pytest.mark.parametrize("words", ["2025年13月", "截至9月31日", "截至2月30日", "截至8月32日", "截至2025.2.29"])
def test_no_calendar_has_some_months_and_days(words: str) -> None:
    """Such words are told, and the stretch that they name ends with its month."""
    assert periods.impossible(f"民生实事（{words}）进展", 2025) == words
    assert periods.stretches(words)[-1].end(2025).year == 2025


@pytest.mark.parametrize("words", ["2025.9.5", "20250905", "电话2025081234", "工期25年8个月", "2025-2027行动"])
def test_days_and_other_numbers_are_no_months(words: str) -> None:
    """A day in figures tells when a table was written, and a longer number nothing."""
    assert periods.stretches(words) == ()


@pytest.mark.parametrize("title", ["25年8月进展", "2025.8进展", "202508进展"])
def test_a_title_in_figures_tells_the_year(title: str) -> None:
    """The year need not be followed by 年."""
    assert periods.any_year(title) == 2025


def test_a_header_without_its_time() -> None:
    """What is left of a header names its column."""
    assert periods.without("三季度 工作计划") == "工作计划"
    assert periods.without("2025年8月份") == ""
    assert periods.without("三季度计划（2022年）") == "计划"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025年9月30日", date(2025, 9, 30)),
        ("2025-09-30", date(2025, 9, 30)),
        ("2025/9/30", date(2025, 9, 30)),
        ("9月15日前", date(2025, 9, 15)),
        ("9月底前", date(2025, 9, 30)),
        ("2026年3月", date(2026, 3, 31)),
        ("三季度", date(2025, 9, 30)),
        ("年底前完成", date(2025, 12, 31)),
        ("2月30日", None),
        ("分期实施", None),
        ("3月招标，9月完工", None),
        ("", None),
    ],
)
def test_a_deadline_is_one_day(typed: str, day: date | None) -> None:
    """A cell that names one day or stretch is a deadline; a narrative or an impossible day is none."""
    assert periods.day(typed, 2025) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025.10.31", date(2025, 10, 31)),
        ("2025-10-31 00:00:00", date(2025, 10, 31)),
        ("2025/10/31 0:00", date(2025, 10, 31)),
        ("11.30", date(2025, 11, 30)),
        ("10-31", date(2025, 10, 31)),
        ("8月31号", date(2025, 8, 31)),
        ("2025.10", date(2025, 10, 31)),
        ("2025-9", date(2025, 9, 30)),
        ("10月底前", date(2025, 10, 31)),
        ("十二月底前", date(2025, 12, 31)),
        ("10月中旬", date(2025, 10, 20)),
        ("2025年9月下旬", date(2025, 9, 30)),
        ("三季度末", date(2025, 9, 30)),
        ("2025年第三季度末", date(2025, 9, 30)),
        ("上半年", date(2025, 6, 30)),
        ("2025年底", date(2025, 12, 31)),
        ("2026年底前", date(2026, 12, 31)),
        ("年内", date(2025, 12, 31)),
        ("今年底", date(2025, 12, 31)),
        ("2025年", date(2025, 12, 31)),
        ("3月至10月", date(2025, 10, 31)),
        ("2024年3月-2025年12月", date(2025, 12, 31)),
        ("2025.3-2025.12", date(2025, 12, 31)),
        ("力争12月底前", date(2025, 12, 31)),
        ("截至2025年10月31日之前", date(2025, 10, 31)),
        ("9月30日前全部建成并投入使用", date(2025, 9, 30)),
        ("2025.10月底", date(2025, 10, 31)),
        ("202510", date(2025, 10, 31)),
        ("20251015", date(2025, 10, 15)),
        ("25年10月", date(2025, 10, 31)),
        ("约2025.10（暂定）", date(2025, 10, 31)),
        ("10月中下旬", date(2025, 10, 31)),
        ("6月底前开工", None),
        ("6月底前招标，12月底前完工", None),
        ("每月底前", None),
        ("长期坚持", None),
        ("9月31日", None),
        ("2025", None),
        ("65%", None),
        ("3.5公里", None),
    ],
)
def test_a_column_of_deadlines_tells_days_in_many_forms(typed: str, day: date | None) -> None:
    """What is to be done by then may stand beside the day; a day of beginning, of a step or of every month is none."""
    assert periods.deadline(typed, 2025) == day


def test_what_sums_up_to_december_is_not_the_whole_year() -> None:
    """推进情况(截至12月25日) tells the day that is reported; 全年 and 2025年度 tell none."""
    whole = {words: periods.stretches(words)[0].whole_year for words in ("截至12月25日", "1-12月", "全年", "2025年度")}
    assert whole == {"截至12月25日": False, "1-12月": False, "全年": True, "2025年度": True}
