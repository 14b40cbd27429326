"""What the Briefing record holds: counts that add up, order, and everything in it once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.briefing import Briefing, compose, frame, late, tallies
from reportgen.judge import judge
from reportgen.records import Address, Bound, Cell, Check, Outcome, Quantity, Requirement, Span, Status
from reportgen.render import page
from tests import making
from tests.test_briefing_cases import GOLDEN, NORMS, TEMPLATES, WORDS, briefing_text, text_of

WIDE = "第三方对全部完工户逐户查验并随机抽取五十户复验，四十八户一次验收合格，"
SPAN = Span(Cell().address, 0, 1, "甲")
STATUSES = [status.value for status in Status]


def composed(notation: str, **sections: dict[str, object]) -> Briefing:
    table, verdicts = making.month(notation)
    return compose(table, verdicts, making.settings(**sections), WORDS, NORMS)


def projects(sizes: list[list[str]]) -> str:
    """Write a notation with the given statuses, project by project."""
    lines = []
    for number, statuses in enumerate(sizes, 1):
        lines.append(f"# {number} 大项{number}")
        lines += [
            f"{status} | 建设甲类设施。 | 开工。 | 已开工。 | 区{number % 7}局 | 甲 | 已开工" for status in statuses
        ]
    return "\n".join(lines)


months = st.lists(st.lists(st.sampled_from(STATUSES), min_size=1, max_size=5), min_size=1, max_size=40)


@given(st.lists(st.integers(0, 900), min_size=1, max_size=6), st.integers(0, 2))
def test_shares_sum_to_a_hundred(counts: list[int], digits: int) -> None:
    """Shares add up to 100 exactly and none is off by a whole step."""
    shared = tallies.largest_remainder(counts, digits)
    assert sum(shared) == (100 if sum(counts) else 0)
    step = Decimal(1).scaleb(-digits)
    assert all(
        abs(share - Decimal(100 * count) / max(1, sum(counts))) < step
        for count, share in zip(counts, shared, strict=True)
    )


@settings(max_examples=25, deadline=None)
@given(months)
def test_counts_add_up(statuses: list[list[str]]) -> None:
    """Totals by item, by project, by unit and by leader, and the lists, count the same items."""
    briefing, items = composed(projects(statuses)), sum(map(len, statuses))
    assert briefing.items.total == items == sum(line.tally.total for line in briefing.by_unit.lines)
    assert briefing.by_unit.total == briefing.items
    assert briefing.projects.total == len(statuses)
    assert briefing.projects.behind == sum("behind" in group for group in statuses)
    assert briefing.projects.done == sum(set(group) == {"done"} for group in statuses)
    for listing in (briefing.done, briefing.on_track):
        listed = [entry.no for share in listing.shares for entry in share.entries]
        listed += [no for charge in listing.charges for no in charge.numbers]
        assert len(set(listed)) == len(listed) == listing.count
    assert sum((briefing.done.count, briefing.on_track.count, len(briefing.behind))) == items


@settings(max_examples=15, deadline=None)
@given(months)
def test_every_item_stands_once_in_the_annex(statuses: list[list[str]]) -> None:
    """Annex 1 holds every item of the input once, in the order of the table."""
    briefing = composed(projects(statuses))
    assert [row.no for group in briefing.ledger.groups for row in group.rows] == list(
        range(1, briefing.items.total + 1)
    )


def test_worst_comes_first() -> None:
    """Items behind stand by the longest overdue, then the largest shortfall, then their number."""
    briefing = composed(
        """# 1 大项
behind | 甲 | 完成10个 | 完成4个 | 区甲局 | | 少
  open: 完成10个 2025-09-30 4/10
behind | 乙 | 开工 | 计划11月开工 | 区甲局 | | 迟
  open: 开工 2025-09-30
  promise: 计划11月开工 2025-11-30
behind | 丙 | 完成10个 | 完成1个 | 区甲局 | | 少
  open: 完成10个 2025-09-30 1/10
behind | 丁 | 完成10个 | 完成1个 | 区甲局 | | 少
  open: 完成10个 2025-09-30 1/10
"""
    )
    assert [entry.no for entry in briefing.behind] == [2, 3, 4, 1]
    assert [entry.overdue for entry in briefing.behind] == [61, 0, 0, 0]


def test_first_named_unit_counts() -> None:
    """An item with several lead units counts for the first one and is noted."""
    briefing = composed("# 1 大项\ndone | 甲 | | 完成 | 区乙局、区甲局 | | 完成\ndone | 甲 | | 完成 | | | 完成")
    assert [line.name for line in briefing.by_unit.lines] == ["区乙局"]
    assert (briefing.by_unit.joint, briefing.by_unit.unnamed) == (1, 1)


def test_words_for_many_units_are_not_asked_as_one() -> None:
    """Beside a unit 各镇街 is no further one to put right what is behind; alone it is all there is to name."""
    row = "behind | 甲 | 开工 | 招标 | {} | | 迟\n"
    briefing = composed("# 1 大项\n" + row.format("区甲局、有关乡镇") + row.format("各镇街"))
    assert [(one.unit, one.numbers) for one in briefing.demands.behind] == [("区甲局", (1,)), ("各镇街", (2,))]


def test_register_joins_a_units_names() -> None:
    """A unit that the table spells in two ways is counted once, under its full name."""
    table, verdicts = making.month(
        "# 1 大项\ndone | 甲 | | 完成 | 区卫健局 | | 完成\ndone | 甲 | | 完成 | 区卫生健康局 | | 完成"
    )
    named = NORMS.units.model_copy(update={"names": {"区卫生健康局": ("区卫健局",)}})
    briefing = compose(table, verdicts, making.settings(), WORDS, NORMS.model_copy(update={"units": named}))
    assert [(line.name, line.tally.total) for line in briefing.by_unit.lines] == [("区卫生健康局", 2)]


def test_promise_of_the_year_is_not_overdue() -> None:
    """A day that has passed counts as overdue; one that is still to come does not."""
    briefing = composed(
        "as_of 2025-10-31\n# 1 大项\nbehind | 甲 | 开工 | 招标 | 区甲局 | | 迟\n  open: 开工 2025-09-30"
    )
    assert briefing.behind[0].missed_days == 31
    assert not composed("# 1 大项\nbehind | 甲 | 开工 | 招标 | 区甲局 | | 迟").behind[0].missed_days


@pytest.mark.parametrize("case", sorted(GOLDEN.glob("*.case")), ids=lambda path: path.stem)
def test_every_number_of_the_prose_is_in_the_record(case: Path) -> None:
    """Each numeral outside the tables stands in the Briefing, as a value or in a text that it quotes."""
    notation = case.read_text(encoding="utf-8")
    known = set(re.findall(r"\d+(?:\.\d+)?", repr(composed(notation)))) | {
        str(number)
        for number in range(1, 10)  # the numbers of clauses and annexes
    }
    prose = [line for line in briefing_text(notation).splitlines() if line.startswith("[")]
    told = {number for line in prose for number in re.findall(r"\d+(?:\.\d+)?", line)}
    assert told <= known


@pytest.mark.parametrize("case", sorted(GOLDEN.glob("*.case")), ids=lambda path: path.stem)
def test_headings_are_numbered_without_a_gap(case: Path) -> None:
    """Level 1 headings count 一、二、三 whatever is left out, and no heading stands over nothing."""
    lines = briefing_text(case.read_text(encoding="utf-8")).splitlines()
    heads = [line for line in lines if line.startswith("[level1]")]
    assert [head.split(" ")[1].split("、")[0] for head in heads] == [
        WORDS.ordinal(at) for at in range(1, len(heads) + 1)
    ]
    followers = [after for line, after in pairwise(lines) if line.startswith(("[level1]", "[level2]"))]
    assert not any(line.startswith(("[level1]", "[attachment")) for line in followers)


@pytest.mark.parametrize("case", sorted(GOLDEN.glob("*.case")), ids=lambda path: path.stem)
def test_prose_is_set_as_official_text(case: Path) -> None:
    """No half-width mark beside Chinese, no padded date, no doubled mark, quotes in pairs, no empty list."""
    text = briefing_text(case.read_text(encoding="utf-8"))
    assert not re.search(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", text)
    assert not re.search(r"年0\d月|月0\d日|[，。；：、]{2}|（）|None", text)
    assert text.count("“") == text.count("”")


def test_two_hundred_projects_stay_short() -> None:
    """Many items are gathered by lead unit, and every number still stands in the text."""
    notation = projects([[STATUSES[(number + at) % 3] for at in range(3)] for number in range(200)])
    briefing = composed(notation)
    assert not briefing.done.shares
    assert len(briefing.done.charges) == 7
    body = briefing_text(notation).split("[annex-number]")[0]
    assert "具体情况见附件1" in body
    assert "共200个，分解为600项任务" in body
    assert "至" in body
    assert body.count("未报滞后原因") == WORDS.limits.listed
    assert sum(len(charge.numbers) for charge in briefing.behind_rest) == len(briefing.behind) - WORDS.limits.listed
    assert not briefing.charts or len(briefing.charts["status"].categories) <= WORDS.limits.bars


def test_many_questions_go_to_an_annex() -> None:
    """Where many items must be verified, an annex asks each question once, and the text refers to it."""
    rows = "on_track | 建设甲类设施。 | 开工。 | | 区甲局 | | 未报\n  question: 请补报。\n" * 30
    text = briefing_text("# 1 大项\n" + rows)
    assert "附件2所列30项任务" in text
    assert text.count("请补报。") == 30


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "报“已开工”，能否按期达到，请核实；报“3期”，能否按期达到，请核实",
            "报“已开工”，能否按期达到；报“3期”，能否按期达到？",
        ),
        ("与目标相差悬殊，请核实数字", "与目标相差悬殊，请核实数字。"),
        ("前后两个数不同，请核实。", "前后两个数不同，请核实。"),
        ("请补报完成数量。", "请补报完成数量。"),
    ],
)
def test_questions_do_not_each_say_verify(question: str, asked: str) -> None:
    """What asks 是否 ends as a question, without 请核实; what only states something asks to verify it."""
    briefing = composed(f"# 1 大项\non_track | 甲 | 乙 | 丙 | 区甲局 | | 丁\n  question: {question}")
    assert [query.question for query in briefing.review] == [asked]


@pytest.mark.parametrize(("month", "number"), [("2025-01", "第1期"), ("2025-08", "第8期"), ("2026-02", "第14期")])
def test_issue_number_rolls(month: str, number: str) -> None:
    """The issue number rises by one a month from the first, over the end of the year too."""
    day = date.fromisoformat(f"{month}-28")
    assert frame.issue(day, making.settings(), WORDS) == number


def test_month_before_the_first_issue_has_no_number() -> None:
    """A month before the first issue bears no number, and neither does any where no first month is set."""
    assert frame.issue(date(2024, 12, 31), making.settings(), WORDS) == ""
    assert frame.issue(date(2025, 8, 31), making.settings(issue={"first_month": ""}), WORDS) == ""


def test_notice_is_framed_as_one() -> None:
    """A 通报 bears its document number, its addressees, and who printed it when; no issue line."""
    text = briefing_text(
        "# 1 大项\ndone | 甲 | | 完成 | 区甲局 | | 完成",
        office={"kind": "通报", "addressees": ("各街道", "区级有关部门")},
        issue={"prefix": "云政督"},
        closing={"report": (), "distribute": (), "copy_to": ("区委办公室",), "copies": None},
    )
    assert "[document-number] 云政督〔2025〕8号" in text
    assert "[addressee] 各街道、区级有关部门：" in text
    assert "抄送：区委办公室。\n云湖区人民政府办公室 | 2025年9月5日印发\n" in text
    assert "[issue]" not in text
    assert "共印" not in text


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=40), st.text(alphabet="<>&{}%#\"'甲乙，。1", max_size=40))
def test_typed_text_never_breaks_the_page(target: str, progress: str) -> None:
    """Whatever is typed in a cell, markup and template signs included, prints as text."""
    table, verdicts = making.month("# 1 大项\nbehind | 甲 | 乙 | 丙 | 区甲局 | | 丁")
    item = replace(verdicts[0].item, target=Cell(text=target), progress=Cell(text=progress))
    table = replace(table, projects=(replace(table.projects[0], items=(item,)),))
    briefing = compose(table, [replace(verdicts[0], item=item)], making.settings(), WORDS, NORMS)
    root = page.render(briefing, WORDS, TEMPLATES).root
    assert [cell.text for row in root.walk() if row.tag == "tr" for cell in row.elements].count("■滞后") >= 1


def test_only_units_and_leaders_with_items_behind_have_their_count_marked() -> None:
    """In the tables by unit and by leader a number behind above 0 bears the mark that colours its cell, a 0 none."""
    briefing = composed(projects([["behind", "done"], ["done"], ["on_track"]]))
    root = page.render(briefing, WORDS, TEMPLATES).root
    tables = [node for node in root.walk() if node.tag == "table" and node.cls == "summary"]
    counts = [row.elements[-1] for table in tables for row in table.walk() if row.tag == "tr"]
    marked = {(cell.text, tuple(span.cls for span in cell.elements)) for cell in counts if cell.tag == "td"}
    assert marked == {("1", ("behind",)), ("0", ())}


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (date(2025, 9, 5), date(2025, 9, 12)),
        (date(2025, 9, 12), date(2025, 10, 12)),
        (date(2025, 12, 20), date(2026, 1, 12)),
    ],
)
def test_report_back_is_the_next_such_day(issued: date, expected: date) -> None:
    """Units report back on the next day of the month with the set number."""
    assert frame.report_date(issued, 12) == expected


@pytest.mark.parametrize(
    ("marked", "lines"),
    [
        ("关于2025年8月份｜民生实事项目｜进展情况的通报", ("关于2025年8月份民生实事项目", "进展情况的通报")),
        ("关于8月份｜实事｜进展的通报", ("关于8月份实事进展的通报",)),
        (
            "关于2025年8月份｜云湖区人民政府十大类重点民生实事｜项目进展情况的通报",
            ("关于2025年8月份", "云湖区人民政府十大类重点民生实事", "项目进展情况的通报"),
        ),
        (
            "关于2025年8月份云湖区和星河镇｜重点民生实事项目｜以及重点工程｜进展情况和存在问题的通报",
            ("关于2025年8月份云湖区和星河镇", "重点民生实事项目以及重点工程", "进展情况和存在问题的通报"),
        ),
    ],
)
def test_title_breaks_at_its_marks(marked: str, lines: tuple[str, ...]) -> None:
    """A long title breaks where marked only, the longer line first, of three the middle one is not the shortest."""
    assert frame.title_lines(marked) == lines


def test_title_keeps_its_words() -> None:
    """Whatever the break, no word of the title is lost."""
    briefing = composed("# 1 大项\ndone | 甲 | | 完成 | 区甲局 | | 完成")
    assert "".join(briefing.frame.title) == "关于2025年8月份民生实事项目进展情况的通报"


def test_the_title_of_an_annex_breaks_before_its_month() -> None:
    """The title of an upright annex, too long for a line, breaks before the month; that of the wide one does not."""
    made = composed("# 1 大项\nbehind | 甲 | 开工 | 招标 | 区甲局 | | 迟")
    assert made.annex("behind").lines == ("民生实事项目滞后事项清单", "（2025年8月份）")
    assert len(made.annex("ledger").lines) == 1


def test_what_was_not_reported_is_told_beside_the_totals() -> None:
    """Items that count as on track though nothing was reported of them are told where the totals are."""
    table, (one, other) = making.month(f"# 1 大项\n{ROW}on_track | 乙 | 开工 | | 区甲局 | | 迟\n")
    judged = [judge(verdict.item, table.period, NORMS) for verdict in (one, other)]
    assert judged[1].reason == "未报送本期完成情况，暂列按序时推进"
    assert "1项所报情况待核实，其中1项未报进展，暂列按序时推进。" in text_of(table, [one, judged[1]])


def test_nothing_left_to_ask_leaves_no_demands() -> None:
    """When all is done and nothing is doubtful, there are no demands and no such section."""
    assert not composed("# 1 大项\ndone | 甲 | | 完成 | 区甲局 | | 完成").has("demands")


@pytest.mark.parametrize(
    ("words", "beside", "quote"),
    [
        (("甲处已招标", "乙处已开工"), (), "……甲处已招标；乙处已开工……"),
        (("甲处已招标", "丙处立项"), (), "……甲处已招标……丙处立项"),
        (("甲处已招标", "丙处立项"), ("因方案调整",), "甲处已招标……丙处立项"),
        (("乙处已开工", "已开工"), (), "乙处已开工……"),
        (("乙处已开工", "已开工"), ("丙处立项",), "乙处已开工"),
    ],
)
def test_quotes_show_what_they_leave_out(words: tuple[str, ...], beside: tuple[str, ...], quote: str) -> None:
    """…… stands for words left out within a sentence, before, between and after the quote, but told elsewhere."""
    cell = Cell(text="前期已清;因方案调整,甲处已招标;乙处已开工,丙处立项。后续另报")
    spans, told = ([making.span(cell, one) for one in part] for part in (words, beside))
    assert late.excerpt(cell, spans, told) == quote


def test_a_ground_that_several_share_is_said_once() -> None:
    """Three items behind for one reason have it said above them with their numbers; another keeps its own."""
    row = "behind | {} | 开工 | 招标 | 区甲局 | | {}\n"
    shared = "".join(row.format(name, "时间不够") for name in "甲乙丙")
    text = briefing_text(f"# 1 大项\n{shared}{row.format('丁', '公告流标')}")
    assert "第1至3项的判定依据均为：时间不够。" in text
    assert text.count("时间不够") == 1 + 3  # the ledger tells each item's reason
    assert "判定依据：公告流标。" in text
    two = briefing_text(f"# 1 大项\n{row.format('甲', '时间不够') * 2}")
    assert two.count("判定依据：时间不够。") == 2


@pytest.mark.parametrize(("remark", "told"), [("", True), ("A类", True), ("因台风停工", False)])
def test_nobody_is_said_to_be_silent_who_may_have_told(remark: str, told: bool) -> None:
    """未报 is said only where no cell that nothing was read from may hold the cause or the day."""
    table, verdicts = making.month("# 1 大项\nbehind | 甲 | 开工 | 招标 | 区甲局 | | 迟")
    item = replace(verdicts[0].item, extra=(("其他", Cell(text=remark)),))
    table = replace(table, projects=(replace(table.projects[0], items=(item,)),))
    briefing = compose(table, [replace(verdicts[0], item=item)], making.settings(), WORDS, NORMS)
    text = page.render(briefing, WORDS, TEMPLATES).root.text
    assert ("未报滞后原因" in text) is told
    assert ("见附件1" in text) is not told


@pytest.mark.parametrize("header", ["实事类别", "所属领域", "归口"])
def test_a_column_of_classes_tells_no_cause(header: str) -> None:
    """Short names that repeat over the rows, or stand under 类别, do not pass for the cause or the day."""
    table, verdicts = making.month("# 1 大项\n" + "behind | 甲 | 开工 | 招标 | 区甲局 | | 迟\n" * 2)
    items = tuple(replace(one.item, extra=((header, Cell(text="城市更新建设")),)) for one in verdicts)
    table = replace(table, projects=(replace(table.projects[0], items=items),))
    told = [replace(one, item=item) for one, item in zip(verdicts, items, strict=True)]
    text = page.render(compose(table, told, making.settings(), WORDS, NORMS), WORDS, TEMPLATES).root.text
    assert text.count("未报滞后原因和承诺时间") == 2
    assert "见附件1" not in text


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        ("设备到货", "未报滞后原因和承诺时间。"),
        ("方案通过后已开工3处", "未报滞后原因和承诺时间。"),
        ("施工许可证已办理", "未报滞后原因和承诺时间。"),
        ("截至9月5日完成3处", "未报滞后原因和承诺时间。"),
        ("配电改造10月中旬完成后安装", ""),
        ("待供电部门接火", "未报承诺时间。"),
        ("伏休结束后组织船只再行安装", "未报承诺时间。"),
        ("正在办理消防备案", "未报承诺时间。"),
        ("用地手续仍未办结", "未报承诺时间。"),
        ("剩余2处10月底前建成", "未报滞后原因。"),
        ("桩基检测中，河边公园等施工中", "未报滞后原因和承诺时间。"),
    ],
)
def test_a_unit_is_not_called_silent_on_what_its_progress_tells(progress: str, said: str) -> None:
    """未报 is said of a cause only where no clause tells one or what is waited for, of a day where none is to come."""
    table, (made,) = making.month(f"# 1 大项\nbehind | 甲 | 开工 | {progress} | 区甲局 | | 迟")
    read = judge(made.item, table.period, NORMS)
    verdict = replace(made, tells_why=read.tells_why, tells_when=read.tells_when)
    lines = text_of(table, [verdict]).splitlines()
    entry = next(line for line in lines if "判定依据" in line or "完成情况：" in line)
    assert (re.search("未报[^。]*。", entry) or [""])[0] == said


def test_what_is_told_of_another_thing_is_no_cause_and_no_day() -> None:
    """A day in a sentence about what is met does not pass for the one of what is behind, in the text and annex 2."""
    row = "behind | 建设养老院，新建站点2家。 | 1.养老院进行施工图设计。2.新建站点2家，设备进场。 | {} | 区甲局 | | 迟"
    report = "养老院项目目前正在进行第四次公告。甲站已正式运营。乙站设备已进场，计划10月开始运营。"
    table, (made,) = making.month(f"# 1 大项\n{row.format(report)}")
    text = text_of(table, [judge(made.item, table.period, NORMS)])
    assert "未报滞后原因和承诺时间。" in text
    assert "见附件1" not in text


def test_a_plan_without_numbers_is_told_beside_the_target() -> None:
    """A plan that only asks for all of the target is quoted with the target's own words, each as what it is."""
    row = "behind | 新建端口5000个 | 全部完成 | 2860个 | 区甲局 | | 迟\n  open: 全部完成 2025-12-31\n"
    text = briefing_text(
        f"as_of 2025-11-30\nplan_due 2025-12-31\n# 1 大项\n{row}  open: 新建端口5000个 2025-12-31 2860/5000"
    )
    assert "计划要求：12月31日前“全部完成”（年度目标“新建端口5000个”）。" in text


def test_a_plan_for_all_of_a_number_is_told_with_the_number() -> None:
    """An entry quoting what was done out of all of the target names its number, not only the plan's day."""
    row = "behind | 适配500件,无障碍改造120户。 | 8月底全部完成。 | 适配537件,无障碍改造88户。 | 区甲局 | | 迟"
    table, (made,) = making.month(f"# 1 大项\n{row}")
    text = text_of(table, [judge(made.item, table.period, NORMS)])
    assert "“8月底全部完成”（年度目标“无障碍改造120户”）。完成情况：“适配537件，无障碍改造88户”" in text


@pytest.mark.parametrize(("report", "dated"), [("招标", 5), ("截至9月8日完成招标", 8), ("截至12月8日完成招标", 5)])
def test_an_issue_is_dated_after_what_it_quotes(report: str, dated: int) -> None:
    """Where a report tells up to a day after the usual one of issue, the briefing bears that; a far one is a slip."""
    made = composed(f"# 1 大项\non_track | 甲 | 开工 | {report} | 区甲局 | | 迟")
    assert made.frame.date == date(2025, 9, dated)
    assert made.demands.report_by > made.frame.date


ROW = "on_track | 甲 | 开工 | 招标 | 区甲局 | | 迟\n"


def test_a_project_whose_rows_stand_apart_is_one() -> None:
    """Rows under one number and name are one project, in the text and the chart, wherever they stand in the table."""
    made = composed(f"# 1 大项\n{ROW}# 2 小项\n{ROW}# 1 大项\n{ROW}")
    assert (made.projects.total, made.items.total) == (2, 3)
    assert made.charts["status"].categories == ("大项", "小项")
    assert len(made.ledger.groups) == 3


def test_classes_of_items_are_not_counted_as_projects() -> None:
    """Where the table has a column of classes (实事类别) and none of projects, the items are what is counted."""
    columns = "columns no=序号 project=实事类别 target=主要内容 plan=三季度计划 progress=8月份完成情况"
    made = composed(f"{columns}\n# 1 教育\n{ROW}{ROW}# 2 交通\n{ROW}")
    assert made.projects == made.items
    assert made.charts["status"].title.startswith("各实事类别进展情况")


def test_what_falls_due_in_a_later_year_is_not_asked_for_in_this_one() -> None:
    """The year's end counts the items that fall due by then, and names how many do not."""
    table, (first, second) = making.month("# 1 大项\n" + "on_track | 乙 | 开工 | 招标 | 区甲局 | | 迟\n" * 2)
    later = replace(second, item=replace(second.item, deadline=date(2026, 6, 30)))
    assert "全年目标12月31日到期，尚有1项未完成（按序时推进1项），另有1项期限在以后年度。" in text_of(
        table, [first, later]
    )


def test_what_falls_due_is_counted_by_status() -> None:
    """Items open at a day add up from those on track and those behind, so that no count contradicts another."""
    rows = "behind | 甲 | 开工 | 招标 | 区甲局 | | 迟\n" + "on_track | 乙 | 开工 | 招标 | 区甲局 | | 迟\n" * 2
    text = briefing_text(f"# 1 大项\n{rows}  open: 开工 2025-09-30")
    assert "所列工作尚有2项未报全部完成（按序时推进1项、滞后1项）；全年目标12月31日到期，尚有3项未完成" in text


@pytest.mark.parametrize(
    ("asked", "have", "need", "share"),
    [
        (Quantity(Decimal(60), "%", "", SPAN), 300, 600, "0.5"),  # 60 % of 1000
        (Quantity(Decimal(600), "人", "", SPAN), 450, 600, "0.25"),
        (Quantity(Decimal(30), "微克", "", SPAN, Bound.AT_MOST), 33, 30, "0.1"),
        (Quantity(Decimal(600), "人", "", SPAN), None, 600, "1"),
    ],
)
def test_what_is_missing_is_reckoned_in_one_measure(asked: Quantity, have: int | None, need: int, share: str) -> None:
    """What is told is held against the number that is enough, in its unit; a ceiling by what exceeds it."""
    requirement = Requirement("plan", SPAN, "甲", date(2025, 9, 30), quantity=asked)
    told = None if have is None else Decimal(have)
    check = Check(requirement, Outcome.SHORT, (SPAN,), "", have=told, need=Decimal(need))
    assert late.shortfall(check) == Decimal(share)


def told_of(notation: str, problem: str = "") -> str:
    """Write the paragraph on the one item of a notation that is behind, with what its column of problems says."""
    table, (verdict,) = making.month(f"# 1 大项\n{notation}")
    item = replace(verdict.item, problem=Cell(text=problem))
    table = replace(table, projects=(replace(table.projects[0], items=(item,)),))
    lines = text_of(table, [replace(verdict, item=item)]).splitlines()
    return next(line for line in lines if "计划要求：" in line)


def test_a_day_on_the_way_is_no_promise() -> None:
    """A day by the due one, on which no more than a step before is to be there, is not told as the promised one."""

    def told(plan: str, day: str) -> str:
        progress = f"完成立项，预计{day}前发布招标公告。"
        cells = (Cell(Address(row=2, column=at), text) for at, text in enumerate(("建设体育馆。", plan, progress), 1))
        target, planned, reported = cells
        table, _ = making.month("# 1 大项\nbehind | 甲 | 乙 | 丙 | 区甲局 | | 丁")
        item = replace(table.items[0], target=target, plan=planned, progress=reported)
        table = replace(table, projects=(replace(table.projects[0], items=(item,)),))
        text = text_of(table, [judge(item, table.period, NORMS)])
        return next(line for line in text.splitlines() if "计划要求：" in line)

    assert "下步安排：“预计9月20日前发布招标公告”。未报滞后原因和承诺时间。" in told("主体结顶。", "9月20日")
    assert "承诺时间：“预计10月20日前发布招标公告”。未报滞后原因。" in told("发布招标公告。", "10月20日")


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("“完成50%”判为未达到，而另报“公园等施工中”，请核实", "“完成50%”判为未达到，而另报“公园等施工中”，请核实。"),
        ("报“施工图设计”，是否确已达到，请核实", "报“施工图设计”，是否确已达到？"),
        ("年底将至，能否完成请核实", "年底将至，能否完成？"),
        ("报“是否开工；待定”", "报“是否开工；待定”，请核实。"),
        ("报“3场”；报“5场”，是否为累计数，请核实", "报“3场”，请核实；报“5场”，是否为累计数？"),
        ("请补报完成情况", "请补报完成情况。"),
    ],
)
def test_every_question_asks_something(question: str, printed: str) -> None:
    """What is printed of an item to be verified ends in a request or a question, in each of its parts."""
    row = f"on_track | 甲 | 开工 | 招标 | 区甲局 | | 迟\n  question: {question}"
    assert composed(f"# 1 大项\n{row}").review[0].question == printed


def test_words_of_a_plan_do_not_stand_for_what_was_done() -> None:
    """Days that were only planned, and are past, are told with what was done, which is not cut."""
    report = "完成发改立项，预计9月10日左右进行预公示，9月20日前网上发布招标文件，全部文件须经区交易中心逐一审查备案。"
    row = f"behind | 新建驿站。 | 完成总工程量的70%。 | {report} | 区甲局 | | 迟"
    table, (made,) = making.month(f"as_of 2025-09-30\n# 1 大项\n{row}")
    text = text_of(table, [judge(made.item, table.period, NORMS)])
    assert f"完成情况：“{report.rstrip('。')}”" in text


def test_a_problem_that_is_denied_is_not_called_untold() -> None:
    """Where the column of problems says that there are none, that is told, and not called a cause."""
    row = "behind | 建设驿站。 | 开工。 | 招标。 | 区甲局 | | 迟\n  open: 开工 2025-09-30\n  stands: 招标"
    assert "存在问题填“暂无”。未报承诺时间。" in told_of(row, "暂无")
    assert "未报滞后原因和承诺时间。" in told_of(row)


def test_items_whose_year_is_at_risk_come_first_and_say_so() -> None:
    """Of items not overdue those come first of which the year's target, too, needs more time than is left."""
    row = "behind | {0}馆开工。 | 进场施工。 | 编制方案。 | 区甲局 | | 迟\n"
    row += "  open: 进场施工 2025-09-30\n  stands: 编制方案\n"
    text = briefing_text("# 1 大项\n" + row.format("甲") + row.format("乙") + "  open: 乙馆开工 2025-12-31\n")
    first, second = (line for line in text.splitlines() if line.startswith("[level3]") and "计划要求" in line)
    assert "乙馆" in first
    assert "年度目标按期完成难度也较大。" in first
    assert "甲馆" in second
    assert "年度目标完成难度" not in second
    assert "其次按年度目标完成难度" in text


def test_all_units_that_lead_an_item_are_asked_to_catch_up() -> None:
    """The demands name each of several lead units with the items behind, the lists only the first."""
    text = briefing_text(
        "# 1 大项\nbehind | 建站。 | 开工。 | 招标。 | 区甲局、区乙局 | | 迟\n"
        "behind | 建馆。 | 开工。 | 招标。 | 区乙局 | | 迟"
    )
    assert "区乙局（第1、2项）、区甲局（第1项）要对照差距" in text


@pytest.mark.parametrize(
    ("progress", "standing", "quote"),
    [
        # what turns the sense, and a number that answers, are not cut off
        (f"{WIDE}2户扶手松动，当天就整改好了。", "2户扶手松动", f"{WIDE}2户扶手松动，当天就整改好了"),
        (f"{WIDE}设备安装1508户，补贴已预拨70%。", "补贴已预拨70%", f"{WIDE}设备安装1508户，补贴已预拨70%"),
        # a sentence that is too long for a quote is cut
        (f"开工。{'甲' * 40}，改造乙，{'丙' * 40}。", "改造乙", "……改造乙……"),
    ],
)
def test_a_laggard_is_quoted_in_whole_sentences(progress: str, standing: str, quote: str) -> None:
    """No quote ends within a sentence that it could hold."""
    row = f"behind | 改造420户。 | 完成验收。 | {progress} | 区甲局 | | 迟\n  open: 完成验收 2025-09-30"
    assert f"完成情况：“{quote}”" in briefing_text(f"# 1 大项\n{row}\n  stands: {standing}")


def test_a_laggard_is_told_by_all_its_numbers() -> None:
    """Where the report fits a quote, and counts more of the things asked for than what was chosen, all of it stands."""
    progress = "已投用683个。地下停车场520个车位完工，人防验收约在9月22日"
    row = f"behind | 新增车位2500个。 | 新增1200个。 | {progress}。 | 区甲局 | | 少"
    table, (made,) = making.month(f"# 1 大项\n{row}")
    text = text_of(table, [judge(made.item, table.period, NORMS)])
    assert f"完成情况：“{progress}”。" in text


@pytest.mark.parametrize(
    ("plan", "progress", "label"),
    [
        ("硬质铺装全部完成。", "苗木未到，计划10月15日起进场。", "下步安排"),
        ("安装60台。", "供应商缺货，首批40台10月20日左右到货。", "下步安排"),
        ("项目开工。", "正在审核预算，力争10月份开工。", "承诺时间"),
        ("全部装好。", "设备10月中旬才能装好。", "承诺时间"),
    ],
)
def test_a_step_on_the_way_is_no_promise(plan: str, progress: str, label: str) -> None:
    """A late day for entering or delivery is a next step; only one for what is asked is a promised time."""
    table, (made,) = making.month(f"# 1 大项\nbehind | 建设公园6个。 | {plan} | {progress} | 区甲局 | | 迟")
    text = text_of(table, [judge(made.item, table.period, NORMS)])
    assert re.search(f"{label}：“[^”]*10月", text)


def test_a_day_that_puts_an_item_behind_is_not_untold() -> None:
    """An item that is behind by a day it names is not said to name none, though it be of a step on the way."""
    table, (made,) = making.month(
        "# 1 大项\nbehind | 建设公园6个。 | 硬质铺装全部完成。 | 计划10月15日起进场。 | 区甲局 | | 迟"
    )
    text = text_of(table, [judge(made.item, table.period, NORMS)])
    assert "10月15日" in text
    assert "承诺时间。" not in text


def test_a_cause_told_as_an_aside_is_quoted() -> None:
    """因上级资金7月中旬才到位 tells nothing of how far an item is, and yet why it is late."""
    progress = "完成培训446人次。因上级资金7月中旬才到位，总体进度偏慢。"
    table, (made,) = making.month(f"# 1 大项\nbehind | 培训1500人次。 | 培训1200人次。 | {progress} | 区甲局 | | 迟")
    text = text_of(table, [judge(made.item, table.period, NORMS)])
    assert "滞后原因：“因上级资金7月中旬才到位”" in text


def test_what_leans_on_a_day_told_beside_it_keeps_it() -> None:
    """The rest (其余) is quoted with what it is the rest of, though that names the day."""
    progress = "甲镇：电梯排产到10月20日才能发货，其余土建、装修做完。"
    row = f"behind | 建中心3家。 | 两家竣工。 | {progress} | 区甲局 | | 迟\n  open: 两家竣工 2025-09-30"
    row += "\n  stands: 其余土建、装修做完\n  promise: 甲镇：电梯排产到10月20日才能发货 2025-10-20"
    assert f"完成情况：“{progress.rstrip('。')}”" in briefing_text(f"# 1 大项\n{row}")


def test_the_annex_points_to_the_row_that_may_tell() -> None:
    """Where a cause or a day may stand in what is not quoted, text and annex 2 name the row of annex 1 to look in.

    Where all is quoted, annex 2 points to the quote beside it.
    """
    row = "# 1 大项\nbehind | 建站。 | 开工。 | {} | 区甲局 | | 迟\n  open: 开工 2025-09-30\n  stands: 招标"
    for report, place in (("招标。月底再议。", "附件1第1项"), ("招标。", "完成情况")):
        table, (verdict,) = making.month(row.format(report))
        text = text_of(table, [replace(verdict, tells_when=True)])
        pointer = "" if place == "完成情况" else f"所报内容中涉及承诺时间的，见{place}。"
        assert f"| 未报 | 见{place}\n" in text
        assert f"未报滞后原因。{pointer}\n" in text


def test_targets_of_the_last_year_are_named_with_it() -> None:
    """Told in the January behind it, the year of the targets and of their last day is written out."""
    table, verdicts = making.month(
        """as_of 2026-01-10
plan_due
# 1 大项
behind | 完成10个 | | 完成4个 | 区甲局 | | 少
  open: 完成10个 2025-12-31 4/10
"""
    )
    text = text_of(replace(table, period=replace(table.period, year=2025)), verdicts)
    assert "2025年民生实事项目共1项。截至2026年1月10日" in text
    assert "2025年12月31日前“完成10个”" in text


def test_names_that_a_line_break_cuts_are_counted_whole() -> None:
    """A leader and a unit stand once, however their cells break; offices are no leaders."""
    table, verdicts = making.month(
        """# 1 大项
done | 甲 | | 完成 | 区民政局 | 区委常委、常务副区长李明 | 完成
done | 乙 | | 完成 | 区民政⏎局 | 李明 | 完成
done | 丙 | | 完成 | 区民政局 | 欧阳⏎文静 | 完成
"""
    )
    names = ("lead_unit", "lead_leader")
    cells = [{name: Cell(text=getattr(one.item, name).text.replace("⏎", "\n")) for name in names} for one in verdicts]
    broken = [replace(one, item=one.item.holding(held)) for one, held in zip(verdicts, cells, strict=True)]
    briefing = compose(table, broken, making.settings(), WORDS, NORMS)
    assert [(line.name, line.tally.total) for line in briefing.by_unit.lines] == [("区民政局", 3)]
    assert [(line.name, line.tally.total) for line in briefing.by_leader.lines] == [("李明", 2), ("欧阳文静", 1)]
