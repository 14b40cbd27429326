"""What must hold of every verdict."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import ingest
from reportgen.judge import judge, settle
from reportgen.norms import Norms
from reportgen.records import Address, Cell, Finding, Item, Period, Status, Table
from reportgen.rules import REGISTER
from reportgen.rules.wording import SENTENCE
from reportgen.text import balanced
from tests.conftest import ROOT

AUGUST = Period(date(2025, 8, 31), date(2025, 7, 1), date(2025, 9, 30))
# Letters that make up progress texts, so that random ones come near to real ones.
LETTERS = (
    "已完成未拟正在计划预计力争开工竣工招标设计施工验收投用新增培训项目全部其余除外滞后流标公告"
    "0123456789.%万千百十个家人名公里月日底前年季度，。；：、（）“”()1.2.一是 \n"
)


@pytest.fixture(scope="module")
def table(norms: Norms) -> Table:
    return ingest.read([ROOT / "inputs" / "2025-08.txt"], norms)


MADE = sorted((ROOT / "tests" / "data" / "made").glob("*.txt"))


def finding(status: Status | None) -> Finding:
    return Finding("D101", "试", status, (), "试")


KINDS = (Status.DONE, Status.ON_TRACK, Status.BEHIND, None)
COMBINATIONS = tuple(chain.from_iterable(combinations(KINDS, size) for size in range(len(KINDS) + 1)))


@pytest.mark.parametrize("kinds", COMBINATIONS)
def test_settle_every_combination(kinds: tuple[Status | None, ...]) -> None:
    """Behind outweighs done, done outweighs on track, doubts never decide, and order changes nothing."""
    weightiest = next((status for status in (Status.BEHIND, Status.DONE) if status in kinds), Status.ON_TRACK)
    for order in (kinds, kinds[::-1]):
        status, deciding = settle([finding(kind) for kind in order])
        assert status is weightiest
        assert all(found.status is status for found in deciding)
        assert bool(deciding) is (status in kinds)


def test_spans_quote_their_cells(table: Table, norms: Norms) -> None:
    """Every span of every finding quotes the cell that it names, letter for letter."""
    for item in table.items:
        cells = {cell.address: cell.text for cell in (item.target, item.plan, item.progress)}
        verdict = judge(item, table.period, norms)
        spans = [span for found in verdict.findings for span in found.spans]
        assert spans
        assert all(cells[span.address][span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("path", [ROOT / "inputs" / "2025-08.txt", *MADE], ids=lambda path: path.stem)
def test_reasons_are_fit_to_print(path: Path, norms: Norms) -> None:
    """A reason has at most 60 letters, closes what it opens and says nothing twice; a doubtful one asks a question."""
    made = ingest.read([path], norms)
    for item in made.items:
        verdict = judge(item, made.period, norms)
        quotes = re.findall("“([^”]*)”", verdict.reason)
        assert 0 < len(verdict.reason) <= SENTENCE
        assert len(quotes) == verdict.reason.count("“") == verdict.reason.count("”")
        told = [tuple(re.findall("“[^”]*”", sentence)) for sentence in verdict.reason.split("；")]
        assert len(set(told)) == len(told)
        assert all(quote == balanced(quote) for quote in quotes)
        assert bool(verdict.question) is verdict.needs_review
        assert verdict.needs_review or "待核实" not in verdict.reason


def test_a_reason_says_nothing_twice(norms: Norms) -> None:
    """Two rules that rest on the same words give one sentence."""
    item = Item(no=1, target=Cell(text="完成老旧小区改造6个。"), progress=Cell(text="有序推进中。"))
    assert judge(item, Period(date(2025, 8, 31)), norms).reason.count("有序推进中") == 1


def test_reason_numbers_stand_in_the_table(table: Table, norms: Norms) -> None:
    """No number is printed in a reason that the item's own cells or the plan's day do not hold."""
    due = table.period.plan_due
    assert due is not None
    for item in table.items:
        known = "".join(cell.text for cell in (item.target, item.plan, item.progress)) + f"{due.month}月{due.day}日"
        reason = judge(item, table.period, norms).reason
        numbers = "".join(letter if letter.isdigit() else " " for letter in reason).split()
        assert all(number in known for number in numbers), (item.no, reason)


def test_silence_is_never_quietly_green(norms: Norms) -> None:
    """An item without a report is not done, and is marked for review."""
    for text in ("", "/", "-", "——", " "):
        item = Item(no=1, target=Cell(text="建公厕20座。"), plan=Cell(text="完成10座。"), progress=Cell(text=text))
        verdict = judge(item, AUGUST, norms)
        assert verdict.status is not Status.DONE
        assert verdict.needs_review


@pytest.mark.parametrize("mark", ["/", "—", "－"])
def test_a_mark_for_nothing_is_found_to_say_nothing(mark: str, norms: Norms) -> None:
    """What an office puts into a cell without a report is no vague report."""
    cells = {"target": Cell(text="新建驿站8个。"), "plan": Cell(text="建成6个。")}
    empty, marked = (judge(Item(no=1, **cells, progress=Cell(text=text)), AUGUST, norms) for text in ("", mark))
    assert [finding.text for finding in marked.findings] == [finding.text for finding in empty.findings]


def test_rule_order_changes_nothing(table: Table, norms: Norms, monkeypatch: pytest.MonkeyPatch) -> None:
    """The verdicts are the same whatever the order in which the rules were registered."""
    before = [judge(item, table.period, norms) for item in table.items]
    turned = dict(reversed(REGISTER.items()))
    monkeypatch.setattr("reportgen.judge.REGISTER", turned)
    assert [judge(item, table.period, norms) for item in table.items] == before


@given(st.integers(1, 90))
@settings(max_examples=8, deadline=None)
def test_overdue_stays_overdue(norms: Norms, days: int) -> None:
    """A milestone that was missed is still missed on a later day."""
    item = Item(
        no=1, target=Cell(text="开工建设体育馆。"), plan=Cell(text="6月底前开工。"), progress=Cell(text="正在招标。")
    )
    for as_of in (date(2025, 7, 5), date(2025, 7, 5) + timedelta(days=days)):
        codes = {found.rule for found in judge(item, Period(as_of), norms).findings}
        assert "B302" in codes


@given(st.text(LETTERS, max_size=80), st.text(LETTERS, max_size=60), st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_a_rule_raise(norms: Norms, progress: str, plan: str, target: str) -> None:
    """Whatever stands in the cells, the judge gives a verdict whose spans quote them."""
    item = Item(
        no=1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text=progress), rate=Cell(text=plan)
    )
    for found in judge(item, AUGUST, norms).findings:
        assert all(span.text in (target + "\0" + plan + "\0" + progress) for span in found.spans)


@pytest.fixture(scope="module")
def written(norms: Norms) -> list[Item]:
    """The items of several tables, whose cells are mixed below."""
    return [item for path in MADE[:12] for item in ingest.read([path], norms).items]


@given(mix=st.data())
@settings(max_examples=250, deadline=None)
def test_no_mix_of_cells_makes_a_rule_raise(norms: Norms, written: list[Item], mix: st.DataObject) -> None:
    """A report that answers another target and plan than its own is judged all the same."""
    asked, planned, told = (mix.draw(st.sampled_from(written)) for _ in range(3))
    judge(replace(asked, plan=planned.plan, progress=told.progress), AUGUST, norms)


def test_a_total_in_a_unit_that_nothing_asks_for_is_read(norms: Norms) -> None:
    """A sum of other things than those asked for answers nothing and troubles nothing."""
    target, plan = Cell(text="困难家庭适老化改造260户。"), Cell(text="签约率达98%，启动拆除。")
    told = Cell(text="后塘片区共607户，已签约601户，签约率99%，腾空率95.2%。")
    assert judge(Item(no=1, target=target, plan=plan, progress=told), AUGUST, norms).checks


@pytest.mark.parametrize(
    ("problem", "cause"),
    [
        ("征地有三户没谈拢", "征地有三户没谈拢"),
        ("暂无。", None),
        ("/", None),
        ("下一步加快施工图设计，压茬办理后续手续", None),
        ("加快办理，因管线迁改受阻", "因管线迁改受阻"),
    ],
)
def test_what_hinders_is_the_cause_of_a_delay(problem: str, cause: str | None, norms: Norms) -> None:
    """Of an item behind the column of problems tells the cause, whatever its words; that there are none is no cause."""
    item = Item(
        no=1,
        target=Cell(text="建设消防站。"),
        plan=Cell(text="开工建设。"),
        progress=Cell(text="完成立项。"),
        problem=Cell(text=problem),
    )
    verdict = judge(item, AUGUST, norms)
    assert verdict.status is Status.BEHIND
    assert (verdict.cause.text if verdict.cause else None) == cause


def test_a_promise_of_another_cell_is_not_that_of_a_sentence(norms: Norms) -> None:
    """Sentences of two cells that stand at the same letters are two: a promise goes only with the words beside it."""

    def promised(progress: str, next_step: str) -> bool:
        cells = (Cell(Address(row=2, column=at), text) for at, text in enumerate((progress, next_step), 1))
        told, ahead = cells
        item = Item(no=1, target=Cell(text="建成公厕20座"), plan=Cell(text="建成20座"), progress=told, next_step=ahead)
        verdict = judge(item, replace(AUGUST, plan_due=AUGUST.as_of), norms)
        assert verdict.status is Status.BEHIND
        return verdict.promise is not None

    assert promised("建成9座，12月底前全部完工", "抓紧施工")
    assert not promised("一共建成9座公厕", "12月底全部完工")


def test_a_rate_that_only_a_plan_asks_for_keeps_an_item_open(norms: Norms) -> None:
    """What the target counts is there, but the plan asks for next year's rate, and that still falls short."""
    item = Item(
        1,
        target=Cell(text="参保率稳定在96%以上，做好2026年度参保缴费工作。"),
        plan=Cell(text="2026年度参保缴费完成70%以上。"),
        progress=Cell(text="2025年度参保率96.8%。2026年度已缴费11.3万人，占应参保人数的58.4%，12月为集中征缴高峰。"),
    )
    period = Period(date(2025, 11, 30), date(2025, 10, 1), date(2025, 12, 31))
    assert judge(item, period, norms).status is Status.ON_TRACK
