"""Months after the first, from three made-up tables: what each briefing says of the ones before."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen import export, history, labels, pipeline, workspace
from reportgen.briefing import Briefing, compose
from reportgen.norms import Norms
from reportgen.records import Status
from reportgen.render import page
from tests import making
from tests.history.past import followed, month, standing, table, verdict
from tests.office import DATA, call, everything, make
from tests.test_briefing_cases import GOLDEN, TEMPLATES, WORDS, lines

MONTHS = ("2025-05", "2025-06", "2025-07")
TABLES = DATA / "months"
Tell = Callable[..., Briefing]


@pytest.fixture
def tell(tmp_path: Path, norms: Norms) -> Tell:
    """Compose a month's briefing in an office that has delivered the months named."""
    office = workspace.Workspace(tmp_path, making.settings(), TEMPLATES.parent)

    def told(name: str, *delivered: str) -> Briefing:
        for earlier in (*delivered, name):
            items, verdicts = pipeline.judged(office, [TABLES / f"{earlier}.csv"], norms, earlier)
            items, past = pipeline.followed(office, items, verdicts, norms)
            folder = office.outputs / earlier
            folder.mkdir(parents=True, exist_ok=True)
            record = export.dumps(export.verdicts(items, verdicts, past))
            (folder / history.RECORD).write_text(record, encoding="utf-8")
        return compose(items, verdicts, office.settings, WORDS, norms, past)

    return told


def text(briefing: Briefing) -> str:
    return "\n".join(lines(page.render(briefing, WORDS, TEMPLATES).root)) + "\n"


def body(briefing: Briefing) -> str:
    return text(briefing).split("[attachment-note]")[0]


@pytest.mark.parametrize("name", MONTHS)
def test_each_month_reads_as_agreed(tell: Tell, name: str) -> None:
    """The briefings of three months in a row say what was read and agreed; REWRITE_GOLDEN=1 writes them anew."""
    told, golden = text(tell(name, *MONTHS[: MONTHS.index(name)])), GOLDEN.parent / "months" / f"{name}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("status", "usual", "own"), [("behind", "滞后", "落后"), ("review", "待核实", "需核对")])
def test_headings_and_prose_have_the_offices_words(tell: Tell, status: str, usual: str, own: str) -> None:
    """What the office calls a status is said wherever the templates name it; only quotations say it otherwise."""
    briefing = tell("2025-07", *MONTHS[:2])
    statuses = WORDS.status.model_copy(update={status: labels.StatusLabel(word=own, mark="■")})
    headers = WORDS.headers.model_copy(update={"cause": f"{own}原因"})
    words = WORDS.model_copy(update={"status": statuses, "headers": headers})
    told = "\n".join(lines(page.render(briefing, words, TEMPLATES).root)).split("[attachment-note]")[0]
    assert f"、{own}事项" in told
    assert usual not in re.sub("“[^”]*”", "", told)


@pytest.mark.parametrize("name", MONTHS)
def test_prose_is_set_as_official_text(tell: Tell, name: str) -> None:
    """No half-width mark beside Chinese, no doubled mark, no empty list, quotes in pairs."""
    told = text(tell(name, *MONTHS[: MONTHS.index(name)]))
    assert not re.search(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", told)
    assert not re.search(r"[，。；：、]{2}|（）|None|项项", told)
    assert told.count("“") == told.count("”")


def test_the_first_month_tells_of_no_other(tell: Tell) -> None:
    """Without a month before there is no comparison, no trend and no section on promises."""
    briefing = tell("2025-05")
    assert briefing.changes is None
    assert briefing.followed is None
    assert set(briefing.charts) == {"status"}
    assert not re.search("相比|已连续|办理情况|原承诺|各月", body(briefing))


def test_a_gap_is_told_and_ends_the_row(tell: Tell) -> None:
    """July after May alone compares with May, says that June is missing, and counts no months in a row."""
    told = body(tell("2025-07", "2025-05"))
    assert "与5月份相比（6月份无通报记录），" in told
    assert "5月份通报的滞后事项办理情况" in told
    assert "连续" not in told


def test_a_month_built_again_sees_only_those_before_it(tell: Tell) -> None:
    """June built after July says what it said before July."""
    before = text(tell("2025-06", "2025-05"))
    tell("2025-07")
    assert text(tell("2025-06")) == before


def test_the_trend_counts_each_month_as_it_was_delivered(tell: Tell) -> None:
    """The trend has a bar a month, of all its items, and its words say the same numbers."""
    trend = tell("2025-07", "2025-05", "2025-06").charts["trend"]
    assert trend.categories == ("5月份", "6月份", "7月份")
    assert [sum(values) for values in zip(*trend.series.values(), strict=True)] == [16, 16, 16]
    for at, name in enumerate(trend.categories):
        told = "、".join(f"{word}{values[at]}项" for word, values in trend.series.items())
        assert f"{name}{told}" in trend.alt


statuses = st.sampled_from([status.value for status in Status])
pairs = st.lists(st.tuples(statuses | st.none(), statuses | st.none()), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs)
def test_every_item_changes_in_one_way(norms: Norms, moves: list[tuple[str | None, str | None]]) -> None:
    """Each item is in one group of changes, the groups add up to both months, and what was behind is followed."""
    items = [(f"第{WORDS.ordinal(at)}处工程建设。", was, now) for at, (was, now) in enumerate(moves, 1)]
    then = month("2025-07", *(standing(no, name, was) for no, (name, was, _) in enumerate(items, 1) if was))
    verdicts = [verdict(no, name, now) for no, (name, _, now) in enumerate((item for item in items if item[2]), 1)]
    past = followed(norms, (then,), *verdicts)
    briefing = compose(table(*verdicts), verdicts, making.settings(), WORDS, norms, past)
    changes = briefing.changes
    assert changes is not None
    names = ("done", "recovered", "reopened", "newly_behind", "still_behind", "same", "entered")
    grouped = [no for name in names for no in getattr(changes, name)]
    assert sorted(grouped) == list(range(1, len(verdicts) + 1))
    assert len(grouped) - len(changes.entered) + len(changes.left) == len(then.items)
    late = sum(item.status is Status.BEHIND for item in then.items)
    assert late == (len(briefing.followed.entries) if briefing.followed else 0)
    assert len(changes.still_behind) + len(changes.newly_behind) <= briefing.items.behind
    if verdicts:
        assert not re.search(r"[，。；：、]{2}|（）|None", body(briefing))


ROAD, BUS, MEAL = "新改建农村公路18公里。", "新建公交候车亭40座。", "新建老年食堂8家。"
PROMISED = {"promise": "力争8月底前开工", "promised": date(2025, 8, 31)}
LATE, LATE_BUS = standing(1, ROAD, "behind", **PROMISED), standing(2, BUS, "behind")
RARE = {
    "nothing changed": ((month("2025-07", standing(1, ROAD), standing(2, BUS)),), (verdict(1, ROAD), verdict(2, BUS))),
    "all still behind": (
        (month("2025-06", LATE), month("2025-07", LATE, LATE_BUS)),
        (verdict(1, ROAD, "behind", "招标中。"), verdict(2, BUS, "behind", "选址中。")),
    ),
    "all done at once": ((month("2025-07", LATE, LATE_BUS),), (verdict(1, ROAD, "done"), verdict(2, BUS, "done"))),
    "one item, recovered": ((month("2025-07", LATE),), (verdict(1, ROAD, progress="已开工。"),)),
    "one item, after a gap": ((month("2025-05", LATE),), (verdict(1, ROAD, "behind", "招标中。"),)),
    "behind again": (
        (month("2025-06", LATE), month("2025-07", standing(1, ROAD), standing(2, BUS, "done"))),
        (replace(verdict(1, ROAD, "behind", "停工。"), tells_why=True), verdict(2, BUS, "done")),
    ),
    "another list": ((month("2025-07", LATE, standing(2, BUS)),), (verdict(1, MEAL),)),
    "what was done is dropped": (
        (month("2025-07", standing(1, ROAD), standing(2, BUS, "done")),),
        (verdict(1, ROAD),),
    ),
    "one gone, one new": ((month("2025-07", LATE, standing(2, BUS)),), (verdict(1, BUS), verdict(2, MEAL))),
}


def test_rare_months_read_as_agreed(norms: Norms) -> None:
    """Months in which little is left to compare still read well; REWRITE_GOLDEN=1 writes them anew."""
    told = ""
    for name, (months, verdicts) in RARE.items():
        past = followed(norms, months, *verdicts)
        page_text = body(compose(table(*verdicts), verdicts, making.settings(), WORDS, norms, past))
        told += f"== {name}\n" + re.sub(
            r"\[level1\] .、工作要求.*", "", page_text.split("的情况通报如下：\n")[1], flags=re.S
        )
    golden = GOLDEN.parent / "months" / "rare.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_many_items_behind_are_followed_by_number(norms: Norms) -> None:
    """Where the list is long, the section gives results and numbers, and stays short."""
    count = WORDS.limits.listed + 6
    then = month("2025-07", *(standing(no, f"第{no}处工程建设。", "behind") for no in range(1, count + 1)))
    verdicts = [verdict(no, f"第{no}处工程建设。", "behind" if no % 2 else "on_track") for no in range(1, count)]
    past = followed(norms, (then,), *verdicts)
    told = body(compose(table(*verdicts), verdicts, making.settings(), WORDS, norms, past))
    section = told.split("办理情况\n")[1].split("[level1]")[0]
    assert "转为按序时推进14项：第2、4、6" in section
    assert "未再列入进展表1项：第30处工程建设（区甲局）" in section
    assert len(section) < 400


# --- delivered ------------------------------------------------------------------------------------


@pytest.fixture
def office(tmp_path: Path) -> Path:
    root = make(tmp_path / "year", table=None)
    for name in MONTHS:
        shutil.copy(TABLES / f"{name}.csv", root / "inputs")
    return root


def test_a_year_is_built_month_by_month(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """Each delivery names the earlier ones it rests on, and built again it has the same bytes."""
    for name in MONTHS:
        called = call(capfd, "-C", office, "build", "--month", name)
        assert (called.code, called.err) == (0, "")
    folder = office / "outputs" / "2025-07"
    facts = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    hashes = {
        name: json.loads((office / "outputs" / name / "manifest.json").read_text())["files"][history.RECORD]
        for name in MONTHS[:2]
    }
    assert facts["earlier_months"] == hashes
    assert facts["earlier_months_left_out"] == []

    with zipfile.ZipFile(folder / "briefing.docx") as package:
        charts = [package.read(name).decode() for name in package.namelist() if "charts/chart" in name]
        shown = package.read("word/document.xml").decode()
    (trend,) = (chart for chart in charts if "<c:v>5月份</c:v>" in chart)
    values = [re.findall(r"<c:v>(\d+)</c:v>", series) for series in re.findall(r"<c:val>.*?</c:val>", trend)]
    assert values == [["1", "3", "3"], ["7", "7", "10"], ["8", "6", "3"]]
    told = "各月进展情况（单位：项）。5月份已完成1项、按序时推进7项、滞后8项；6月份"
    assert f'descr="{told}' in shown
    with pikepdf.open(folder / "briefing.pdf") as file:
        figures = [it for it in file.objects if isinstance(it, pikepdf.Dictionary) and it.get("/S") == "/Figure"]
        assert [str(figure.Alt).startswith(told) for figure in figures] == [True, False]
    ledger = list(openpyxl.load_workbook(folder / "ledger.xlsx")["台账"].iter_rows(values_only=True))
    assert ledger[0][-2:] == ("上次通报状态", "连续滞后月数")
    assert ledger[2][-2:] == ("滞后", 3)
    assert ledger[8][-2:] == ("新列入", None)
    audit = list(openpyxl.load_workbook(folder / "ledger.xlsx")["审核"].iter_rows(values_only=True))
    assert any("更新农村应急广播终端" in str(row[3]) for row in audit)

    first = everything(folder)
    assert call(capfd, "-C", office, "-q", "build", "--month", "2025-07").code == 0
    again = everything(folder)
    assert [name for name in first if first[name] != again[name]] == ["manifest.json"]


def test_a_month_delivered_again_tells_which_later_ones_rest_on_it(
    capfd: pytest.CaptureFixture[str], office: Path
) -> None:
    """June built from a corrected table says that July rests on the earlier one; built alike, it says nothing.

    A copy that somebody keeps of a month is none to build anew.
    """
    for name in MONTHS:
        assert call(capfd, "-C", office, "-q", "build", "--month", name).code == 0
    shutil.copytree(office / "outputs" / "2025-07", office / "outputs" / "2025-07 备份")
    assert call(capfd, "-C", office, "build", "--month", "2025-06").err == ""
    table_file = office / "inputs" / "2025-06.csv"
    typed = table_file.read_text(encoding="utf-8")
    table_file.write_text(typed.replace("累计培训2610人次", "累计培训1200人次"), encoding="utf-8")
    called = call(capfd, "-C", office, "build", "--month", "2025-06")
    table_file.write_text(typed, encoding="utf-8")
    assert called.code == 0
    assert "2025-07: it was built on another delivery of 2025-06; build it anew: --month 2025-07." in called.complaint


def test_a_month_that_a_killed_run_moved_aside_is_remembered(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, office: Path
) -> None:
    """What stands beside its place when a month begins is put back first, and counts."""
    assert call(capfd, "-C", office, "-q", "build", "--month", "2025-05").code == 0
    root = make(tmp_path / "office", table=None)
    shutil.copy(TABLES / "2025-06.csv", root / "inputs")
    shutil.copytree(office / "outputs" / "2025-05", root / "outputs" / ".2025-05.old")
    assert call(capfd, "-C", root, "build").err == ""
    facts = json.loads((root / "outputs" / "2025-06" / "manifest.json").read_text(encoding="utf-8"))
    assert set(facts["earlier_months"]) == {"2025-05"}


def test_a_template_for_later_months_is_checked_too(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A mistake that only a month after the first would reach is told by check, with its file and line."""
    root = make(tmp_path / "office", table=None)
    shutil.copytree(TEMPLATES.parent, root / "templates")
    spoilt = root / "templates" / "briefing" / "sections" / "followed.html.j2"
    spoilt.write_text(spoilt.read_text(encoding="utf-8") + "{{ followed.promised.nothing }}\n", encoding="utf-8")
    called = call(capfd, "-C", root, "check")
    assert called.code == 6
    assert "followed.html.j2" in called.out + called.err


def test_judging_tells_the_earlier_status(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """Within an office that has delivered June, judge --json tells what each item was then."""
    assert call(capfd, "-C", office, "-q", "build", "--month", "2025-06").code == 0
    told = json.loads(call(capfd, "-C", office, "judge", office / "inputs" / "2025-07.csv", "--json").out)
    assert told["previous_month"] == "2025-06"
    items = {item["no"]: item for item in told["items"]}
    assert (items[3]["previous_status"], items[3]["status"]) == ("behind", "on_track")
    assert items[8]["previous_status"] is None


def test_a_damaged_month_does_not_keep_the_next_from_being_delivered(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """It is left out, in one sentence on stderr, in the log and in the manifest; exit code 0."""
    root = make(tmp_path / "office", table=None)
    shutil.copy(TABLES / "2025-06.csv", root / "inputs")
    damaged = root / "outputs" / "2025-05" / history.RECORD
    damaged.parent.mkdir(parents=True)
    damaged.write_text("{", encoding="utf-8")
    called = call(capfd, "-C", root, "build")
    assert called.code == 0
    assert str(damaged) in called.complaint
    facts = json.loads((root / "outputs" / "2025-06" / "manifest.json").read_text(encoding="utf-8"))
    assert [fault in called.err for fault in facts["earlier_months_left_out"]] == [True]
    assert "left out" in (root / ".reportgen" / "log").read_text(encoding="utf-8")
