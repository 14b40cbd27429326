"""cli: every command, its output, its one sentence of complaint, and its exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from reportgen import deliver, pipeline
from reportgen.rulebook import spelt
from reportgen.rules import REGISTER
from reportgen.second_reading import CODE
from tests.office import DATA, SETTINGS, Called, call, everything, make
from tests.render.test_fonts import make_font

TABLE = DATA / "2025-08.txt"
HEAVY = ("weasyprint", "pandas", "lxml", "docx", "openpyxl", "pydantic", "jinja2", "rich", "fontTools")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return make(tmp_path / "office")


def refused(called: Called, code: int, *words: str) -> None:
    assert called.code == code
    assert called.out == ""
    for word in words:
        assert word in called.complaint


# --- judge, read, explain ------------------------------------------------------------------------


def test_judge_prints_the_promised_json(capfd: pytest.CaptureFixture[str]) -> None:
    """judge --json has the documented shape, counts from 1 in table order, and its totals add up."""
    judged = json.loads(call(capfd, "judge", TABLE, "--json").out)
    assert {"as_of", "month", "items", "totals"} <= set(judged)
    assert (judged["as_of"], judged["month"]) == ("2025-08-31", "2025-08")
    assert [item["no"] for item in judged["items"]] == list(range(1, 38))
    wanted = {"no", "project_no", "project", "target", "status", "needs_review", "reason", "findings"}
    assert all(wanted <= set(item) for item in judged["items"])
    totals = judged["totals"]
    assert totals["done"] + totals["on_track"] + totals["behind"] == totals["items"] == 37


def test_every_span_of_the_json_quotes_the_table(capfd: pytest.CaptureFixture[str]) -> None:
    """The words of each finding stand in the table's file as typed, at the line told."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    judged = json.loads(call(capfd, "judge", TABLE, "--json").out)
    spans = [span for item in judged["items"] for finding in item["findings"] for span in finding["spans"]]
    assert len(spans) > 37
    for span in spans:
        assert span["text"] in lines[span["row"] - 1]


def test_judge_prints_a_line_an_item(capfd: pytest.CaptureFixture[str]) -> None:
    """Without --json there is a header, a line an item, and the totals; stderr stays silent."""
    called = call(capfd, "judge", TABLE)
    assert (called.code, called.err) == (0, "")
    lines = called.out.splitlines()
    assert len(lines) == 1 + 37 + 1
    assert lines[-1].startswith("共37项：")


def test_read_prints_the_promised_json(capfd: pytest.CaptureFixture[str]) -> None:
    """read --json gives the period, the columns with their headers as typed, and each cell's text unchanged."""
    read = json.loads(call(capfd, "read", TABLE, "--json").out)
    assert {"month", "as_of", "plan_due", "columns", "items", "audit"} == set(read)
    assert read["plan_due"] == "2025-09-30"
    assert read["columns"]["progress"] == "8月份完成情况"
    text = TABLE.read_text(encoding="utf-8")
    assert all(item["progress"] in text and item["target"] in text for item in read["items"])
    assert {"severity", "where", "no", "text"} <= set(read["audit"][0])


def test_read_prints_csv_that_a_spreadsheet_opens(capfd: pytest.CaptureFixture[str]) -> None:
    """read --csv begins with a byte order mark and has a row an item."""
    out = call(capfd, "read", TABLE, "--csv").out
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out[1:])))
    assert len(rows) == 37
    assert rows[0]["target"] == "完成20公里农村公路改造提升。"


def test_explain_marks_the_words(capfd: pytest.CaptureFixture[str]) -> None:
    """explain shows the verdict, the rules with their sentences, and the words in the text they stand in."""
    out = call(capfd, "explain", TABLE, "3").out
    assert "■滞后" in out
    assert "B301" in out
    assert "「力争10月份开工」" in out


def test_explain_tells_the_figures_of_a_verdict(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """How far a share lies below the calendar, how far it may, and what the pace gives stand beside the check."""
    table = tmp_path / "2025-08.csv"
    rows = "1,解决1300人饮水,,解决700人\n2,抽检2800批次,抽检2200批次,已抽检1800批次\n"
    table.write_text(f"序号,主要内容,三季度工作计划,8月完成情况\n{rows}", encoding="utf-8")
    assert "低于时间进度13个百分点（允许8）" in call(capfd, "explain", table, "1").out
    assert "按目前进度可达到（推算到期92%）" in call(capfd, "explain", table, "2").out


def test_explain_of_an_item_that_is_not_there(capfd: pytest.CaptureFixture[str]) -> None:
    """The complaint tells how many items there are."""
    refused(call(capfd, "explain", TABLE, "38"), 2, "no item 38", "1 to 37")


def test_judging_needs_no_office(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside any office's folder the built-in norms serve, and a templates folder that stands there is not ours."""
    (tmp_path / "templates").mkdir()
    monkeypatch.chdir(tmp_path)
    assert call(capfd, "judge", TABLE).code == 0


def test_columns_are_mapped_by_the_settings(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A header that no vocabulary knows is found once [columns] names it."""
    table = office / "inputs" / "2025-08.txt"
    text = table.read_text(encoding="utf-8").replace("工作计划及完成情况", "甲乙丙")
    table.write_text(text.replace("8月份完成情况", "八月里要求办的"), encoding="utf-8")
    refused(call(capfd, "-C", office, "judge", table), 3, "八月里要求办的")
    (office / "reportgen.toml").write_text(SETTINGS + '[columns]\n"八月里要求办的" = "progress"\n', encoding="utf-8")
    assert call(capfd, "-C", office, "judge", table, "--month", "2025-08").code == 0


# --- evaluate, rules -----------------------------------------------------------------------------


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    lines = (
        {"id": "a", "target": "改造公路20公里", "progress": "项目完成。", "as_of": "2025-08-31", "label": "done"},
        {"id": "b", "target": "改造公路20公里", "progress": "项目完成。", "as_of": "2025-08-31", "label": "behind"},
    )
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def test_evaluate_prints_the_promised_json(capfd: pytest.CaptureFixture[str], cases: Path) -> None:
    """evaluate --json has the documented shape, and its rates are fractions of 1."""
    counted = json.loads(call(capfd, "evaluate", cases, "--json").out)
    assert {"n", "strict", "acceptable", "behind_recall", "confusion", "cases"} <= set(counted)
    assert (counted["n"], counted["strict"], counted["behind_recall"]) == (2, 0.5, 0.0)
    assert counted["confusion"]["behind"] == {"done": 1, "on_track": 0, "behind": 0}
    wanted = {"id", "label", "accept", "status", "needs_review", "reason"}
    assert [set(case) for case in counted["cases"]] == [wanted, wanted]


def test_evaluate_prints_the_figures(capfd: pytest.CaptureFixture[str], cases: Path) -> None:
    """The rates, the confusion, the precision of the rules, and the cases judged otherwise are shown."""
    out = call(capfd, "evaluate", cases).out
    for words in ("2 cases", "50.0%", "recall of behind", "Confusion", "Precision", "Judged otherwise"):
        assert words in out


def test_a_file_without_cases_is_refused(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """No rate is given of nothing."""
    (tmp_path / "none.jsonl").write_text("\n")
    refused(call(capfd, "evaluate", tmp_path / "none.jsonl"), 3, "no labelled cases")


def test_rules_print_every_rule(capfd: pytest.CaptureFixture[str]) -> None:
    """The rulebook names each rule of the register, what of the norms it goes by, and examples of both kinds."""
    out = call(capfd, "rules").out
    book = json.loads(call(capfd, "rules", "--json").out)["rules"]
    assert [rule["code"] for rule in book] == [*sorted(REGISTER), CODE]
    for rule in book:
        assert f"{rule['code']}　{rule['title']}" in out
        assert bool(rule["in_force"]) == bool(rule["basis"]) == bool(rule["source"])
        assert {fires for fires, _ in rule["examples"]} == ({True, False} if rule["code"] != CODE else set())
    figures = {rule["code"]: "".join(rule["in_force"]) for rule in book}
    assert re.findall(r"(\w+_points) = ", figures["B306"])[:2] == ["behind_points", "built_points"]
    assert not figures["Q401"]  # an empty cell is told by no list


# --- bad input: one sentence, the right code, nothing written --------------------------------------

NO_PROGRESS = "序号 | 项目名称 | 主要内容 | 牵头单位\n1 | 出行 | 修路20公里。 | 区交通局\n"
FAULTY: dict[str, bytes] = {
    "an empty file": b"",
    "only white space": b" \n\n",
    "a binary": bytes(range(256)) * 64,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "a broken zip": b"PK\x03\x04" + b"x" * 200,
    "prose": "今天开了一个会。\n会上没有表格。\n".encode(),
    "no progress column": NO_PROGRESS.encode(),
}


@pytest.mark.parametrize("content", FAULTY.values(), ids=FAULTY.keys())
def test_bad_input_is_refused(capfd: pytest.CaptureFixture[str], office: Path, content: bytes) -> None:
    """The complaint names the file, the exit code is 3, and the earlier delivery is untouched."""
    (office / "outputs" / "2025-08").mkdir(parents=True)
    (office / "outputs" / "2025-08" / "briefing.docx").write_text("earlier")
    before = everything(office / "outputs")
    (office / "inputs" / "2025-08.txt").write_bytes(content)
    refused(call(capfd, "-C", office, "build"), 3, "2025-08.txt")
    assert everything(office / "outputs") == before


def test_the_rulebook_is_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    """Patterns are printed as words that they stand for, without any sign of theirs."""
    lines = [line for line in call(capfd, "rules").out.splitlines() if line.startswith("  现行　")]
    phrases = [line for line in lines if " = " not in line]
    assert any("无法进场" in line and "资金未到位" in line for line in phrases)
    assert not [line for line in phrases if re.search(r"[\\\[\](){}|?*+^$<]", line)]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("滞后(?!原因)", "滞后"),
        (r"(?:推进|进展)(?:比?较|偏)?慢", "推进慢"),
        (r"仅(?:完成|建成)[^,。;]{0,6}\d", "仅完成…数"),
        (r"(?<![接招])待(?=(?:开|完)工)", "待"),
        (r"^[春秋]季学期$", "春季学期"),
        (r"(?:已|均|都)+完成(?:了)?|办结", "已完成"),
        (r"新\(改\)建", "新（改）建"),
    ],
)
def test_a_pattern_is_spelt_in_words(pattern: str, words: str) -> None:
    """The first of several words stands for all, … for any letters and 数 for a number."""
    assert spelt(pattern) == words


def test_a_missing_input_is_told(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A file that is not there, and a folder without files, are input that cannot be read."""
    refused(call(capfd, "judge", office / "none.txt"), 3, "none.txt", "no such file")
    (office / "empty").mkdir()
    refused(call(capfd, "-C", office, "build", office / "empty"), 3, "empty")


def test_a_month_without_input(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A month with no table has an exit code of its own, so that cron can tell it from a fault."""
    refused(call(capfd, "-C", office, "build", "--month", "2024-12"), 4, "2024-12")


def test_a_month_against_the_headers(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A month that the table's headers contradict is refused."""
    table = office / "inputs" / "2025-08.txt"
    refused(call(capfd, "-C", office, "build", table, "--month", "2025-07"), 3, "2025-08.txt")


def test_a_day_of_the_month(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A day given with --month is the table's own where it names only its month; a day that it names itself holds."""
    table = office / "2025-10.csv"
    named = {"截至10月25日完成情况": "2025-10-25", "10月底完成情况": "2025-10-31", "截至10月末完成情况": "2025-10-31"}
    for header, day in {"10月完成情况": "2025-10-20", **named}.items():
        table.write_text(f"序号,主要内容,{header}\n1,改造公路20公里,已完成12公里\n", encoding="utf-8")
        told = call(capfd, "judge", table, "--json", "--month", "2025-10-20")
        assert json.loads(told.out)["as_of"] == day
        assert (day in told.err) == (header in named)  # what is asked for in vain is told
    shutil.copy(table, office / "inputs")
    assert call(capfd, "-C", office, "build", "--month", "2025-10-20").code == 0
    assert (office / "outputs" / "2025-10" / "briefing.docx").exists()


def test_the_day_is_kept(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A day once named for a month holds for its later builds and verdicts, until another is named, which is told."""
    table = shutil.copy(DATA / "2025-05.txt", office / "inputs")

    def as_of() -> str:
        return json.loads((office / "outputs" / "2025-05" / "verdicts.json").read_text("utf-8"))["as_of"]

    first = call(capfd, "-C", office, "build", "--month", "2025-05-20")
    again = call(capfd, "-C", office, "build", "--month", "2025-05")
    assert (first.code, again.code, as_of()) == (0, 0, "2025-05-20")
    assert again.err == first.err  # the day of issue, moved by what the table tells
    assert json.loads(call(capfd, "-C", office, "judge", table, "--json").out)["as_of"] == "2025-05-20"
    other = call(capfd, "-C", office, "build", "--month", "2025-05-31")
    assert "2025-05-20" in other.complaint
    assert as_of() == "2025-05-31"


def test_the_day_that_the_office_sets(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """Tables that name only their month are judged as of the office's own day of it, the last one at the latest."""
    settings, table = office / "reportgen.toml", office / "进展.csv"
    for day, told in ((20, "2025-02-20"), (30, "2025-02-28")):
        settings.write_text(f"{SETTINGS}[table]\nday = {day}\n", encoding="utf-8")
        table.write_text("序号,主要内容,2025年2月份完成情况\n1,改造公路20公里,已完成12公里\n", encoding="utf-8")
        assert json.loads(call(capfd, "-C", office, "judge", table, "--json").out)["as_of"] == told


def test_a_deadline_beside_the_plan_holds(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A target whose own last day has passed is behind, whatever the plan asks; a promise after it is late; the
    briefing counts such items by their day, not by the year's end."""
    rows = (
        "改造公路20公里,6月底,区交通局,累计完成18公里,已完成19公里",
        "新建养老院1座,10月底,区民政局,主体封顶,主体已封顶，预计12月竣工",
        "发放补贴1000人,6月底,区民政局,做好复核,正在推进中",
        "提升环境卫生水平,6月底,区城管局,加强巡查,已开展巡查12次",
        "改造公厕20座,6月底,区城管局,做好收尾,20座全部完工",
        "培训1000人,12月底,区人社局,培训600人,培训700人",
    )
    table = office / "inputs" / "2025-08.csv"
    (office / "inputs" / "2025-08.txt").unlink()
    head = "序号,主要内容,完成时限,牵头单位,三季度工作计划,8月份完成情况"
    table.write_text("\n".join([head, *(f"{no},{row}" for no, row in enumerate(rows, 1))]), encoding="utf-8")
    items = json.loads(call(capfd, "-C", office, "judge", table, "--json").out)["items"]
    assert [item["status"] for item in items] == ["behind", "behind", "behind", "on_track", "done", "on_track"]
    assert "6月30日前“改造公路20公里”，报“已完成19公里”，到期未达到" in items[0]["reason"]
    assert "10月31日前“新建养老院1座”，报“预计12月竣工”，晚于期限" in items[1]["reason"]
    assert "6月30日已到" in items[3]["question"]
    assert call(capfd, "-C", office, "build").code == 0
    told = Document(str(office / "outputs" / "2025-08" / "briefing.docx"))
    text = "".join(paragraph.text for paragraph in told.paragraphs)
    assert "尚有1项未完成（按序时推进1项），另有3项已过完成时限、1项完成时限在年底以前（10月31日）" in text
    assert "年度目标：6月30日前“发放补贴1000人”。完成情况：“正在推进中”，已逾期62天" in text


def test_a_folder_given_alone_names_the_month(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A folder's name tells the month as a file's does, to every command; --month and the headers come first."""
    returns = office / "202510报送"
    returns.mkdir()
    (returns / "交通局.csv").write_text("序号,主要内容,完成情况\n1,改造公路20公里,已完成12公里\n", encoding="utf-8")
    for command in (["read"], ["judge"]):
        assert json.loads(call(capfd, *command, returns, "--json").out)["month"] == "2025-10"
        told = call(capfd, *command, returns, "--json", "--month", "2025-09").out
        assert json.loads(told)["month"] == "2025-09"
    assert call(capfd, "explain", returns, "1").code == 0
    assert call(capfd, "-C", office, "build", returns).code == 0
    assert (office / "outputs" / "2025-10" / "briefing.docx").exists()
    shutil.copy(TABLE, returns / "交通局.csv")
    refused(call(capfd, "judge", returns), 3, "2025-10", "speaks of 2025-08")


def test_own_products_are_no_tables(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """The briefing and the ledger that a build made are refused as input, where they would be judged once more."""
    assert call(capfd, "-C", office, "build", "--review-copy").code == 0
    for name in ("briefing.docx", "briefing.review.docx", "ledger.xlsx"):
        made = office / "outputs" / "2025-08" / name
        refused(call(capfd, "judge", made, "--month", "2025-08"), 3, name, "reportgen made this from a table")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--month", "2025-13"],
        ["build", "--month", "2025-02-30"],
        ["build", "--frobnicate"],
        ["frobnicate"],
        ["judge"],
        ["explain", "x.txt", "0"],
        ["explain", "x.txt", "three"],
    ],
    ids=" ".join,
)
def test_wrong_usage(capfd: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """Wrong usage is told in one line with the way to the help."""
    refused(call(capfd, *arguments), 2)


@pytest.mark.parametrize("no", ["three", "0", "-1", "1.5"])
def test_what_is_no_items_number_is_told(capfd: pytest.CaptureFixture[str], no: str) -> None:
    """The complaint says what is wanted, with an example."""
    refused(call(capfd, "explain", TABLE, "--", no), 2, f"'{no}' is no item's number; give one such as 3")


def test_global_options_may_stand_behind_the_command(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """-C, -q and -v mean the same before and behind the command; behind -- nothing is an option."""
    refused(call(capfd, "build", "--month", "2024-12", "-C", office), 4, str(office))
    refused(call(capfd, "build", "--month", "2024-12", f"--workspace={office}"), 4, str(office))
    assert "ingest" in call(capfd, "judge", TABLE, "-v").err
    refused(call(capfd, "judge", "--", "-q"), 3, "-q: there is no such file")
    refused(call(capfd, "build", "-C"), 2, "-C")


def test_no_command_shows_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    """A call without a command shows what there is, as wrong usage."""
    called = call(capfd)
    assert called.code == 2
    assert "Commands:" in called.err


# --- the office's folder, the lock, faults ----------------------------------------------------------


def test_a_held_lock(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """While another run is at work, build says so and changes nothing."""
    with deliver.locked(office / ".reportgen"):
        refused(call(capfd, "-C", office, "build"), 5, "another run")
    assert not (office / "outputs").exists()


def test_build_outside_an_office(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Without settings there is no office to build for."""
    refused(call(capfd, "-C", tmp_path, "build"), 6, "reportgen.toml")


def test_wrong_settings(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A misspelt key is named with its line."""
    (office / "reportgen.toml").write_text(SETTINGS.replace("copies", "copys"), encoding="utf-8")
    refused(call(capfd, "-C", office, "build"), 6, "reportgen.toml:7", "copys")


def test_a_log_that_cannot_be_written_is_told_once(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A full disk under the log costs no more than a line on stderr, and not that where only errors are asked for."""
    (office / ".reportgen").mkdir()
    (office / ".reportgen" / "log").symlink_to("/dev/full")
    refused(call(capfd, "-q", "-C", office, "build", "--month", "2024-12"), 4, "no table for 2024-12")
    told = call(capfd, "-v", "-C", office, "build", "--month", "2024-12").err.splitlines()
    assert len(told) == 2
    assert "log: no space left on device; this run is not logged any further." in "".join(told)


def test_a_fault_is_one_sentence_and_its_traceback_goes_to_the_log(
    capfd: pytest.CaptureFixture[str], office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback reaches a user; the office's log has it, and -vv shows it."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(pipeline, "build", fail)
    refused(call(capfd, "-C", office, "build"), 1, "ZeroDivisionError", "-vv")
    assert "Traceback" in (office / ".reportgen" / "log").read_text(encoding="utf-8")
    assert "Traceback" in call(capfd, "-vv", "-C", office, "build").err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(28, "No space left on device", "/x/briefing.pdf"), ("/x/briefing.pdf", "no space left")),
        (PermissionError(13, "Permission denied", "/x/outputs"), ("/x/outputs", "permission denied")),
        (MemoryError(), ("memory",)),
    ],
    ids=["disk full", "permission", "memory"],
)
def test_a_fault_of_the_machine(
    capfd: pytest.CaptureFixture[str],
    office: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    words: tuple[str, ...],
) -> None:
    """A full disk, a folder that cannot be written and too little memory are one sentence each."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "build", fail)
    refused(call(capfd, "-C", office, "build"), 1, *words)


def test_an_interrupt_is_tidy(capfd: pytest.CaptureFixture[str], office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the run with one sentence and the shell's usual code."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build", interrupted)
    called = call(capfd, "-C", office, "build")
    assert called.code == 130
    assert called.err.strip() == "reportgen: stopped; what was published before stays as it was."


def test_a_reader_that_has_gone_is_no_fault() -> None:
    """Output into a closed pipe ends quietly."""
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "reportgen", "judge", str(TABLE), "--json"]
    ended = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_help_answers_without_the_heavy_libraries() -> None:
    """Only click is imported for --help."""
    code = f"import sys; import reportgen.cli; print([name for name in {HEAVY} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"[]\n"


# --- check, doctor, init, schedule ------------------------------------------------------------------


def test_a_new_office_is_sound(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """init makes a folder with settings, templates, inputs and outputs, in which check finds nothing."""
    folder = tmp_path / "新办公室"
    assert call(capfd, "init", folder).code == 0
    assert {path.name for path in folder.iterdir()} == {"reportgen.toml", "templates", "inputs", "outputs"}
    checked = call(capfd, "-C", folder, "check")
    assert (checked.code, checked.err) == (0, "")
    assert "sound" in checked.out


@pytest.mark.parametrize("command", [("check",), ("build",)])
def test_what_was_left_of_the_sample_is_named(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    """An office that has not put in its own name or recipients is told so, and its folder still counts as sound."""
    call(capfd, "init", tmp_path / "office")
    settings = tmp_path / "office" / "reportgen.toml"
    told = settings.read_text(encoding="utf-8").replace("区民生实事项目工作专班办公室", "某县政府办公室")
    settings.write_text(told, encoding="utf-8")
    shutil.copy(tmp_path / "office/templates/example/2025-08.txt", tmp_path / "office/inputs")
    told_of = call(capfd, "-C", tmp_path / "office", *command)
    assert told_of.code == 0
    assert "closing.report, closing.send, closing.distribute" in told_of.out
    assert "office.name" not in told_of.out


def test_init_never_overwrites(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A folder that holds anything is refused."""
    before = everything(office)
    refused(call(capfd, "init", office), 2, "not empty")
    assert everything(office) == before


BROKEN = {
    "reportgen.toml": ("name =", "nmae =", "reportgen.toml:", "nmae"),
    "templates/norms.toml": ("behind_points = ", "behind_points = -x", "norms.toml", "TOML"),
    "templates/briefing/labels.toml": ('word = "滞后"', 'word = ""', "labels.toml:", "status.behind.word"),
    "templates/briefing/theme.toml": ("chars = 28", 'chars = "28"', "theme.toml:", "chars"),
    "templates/briefing/sections/opening.html.j2": ("{{", "{{ nothing.at_all }}{{", "opening.html.j2:", "nothing"),
    "templates/briefing/page.html.j2": ("{%", "{% frobnicate %}{%", "page.html.j2:", "frobnicate"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_check_names_file_and_line(capfd: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    """A mistake in any file that an office may edit is found before a month depends on it."""
    call(capfd, "init", tmp_path / "office")
    sound, broken, *words = BROKEN[name]
    path = tmp_path / "office" / name
    text = path.read_text(encoding="utf-8")
    assert sound in text
    path.write_text(text.replace(sound, broken, 1), encoding="utf-8")
    called = call(capfd, "-C", tmp_path / "office", "check")
    assert called.code == 6
    for word in words:
        assert word in called.out


def test_check_tells_every_mistake_at_once(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Mistakes in several files come one a line."""
    call(capfd, "init", tmp_path / "office")
    for name in ("reportgen.toml", "templates/briefing/labels.toml", "templates/briefing/theme.toml"):
        path = tmp_path / "office" / name
        path.write_text("misspelt = 1\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    lines = call(capfd, "-C", tmp_path / "office", "check").out.splitlines()
    assert sum("misspelt" in line for line in lines) == 3


def test_check_names_the_lists_that_an_older_file_lacks(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An office that keeps its norms over an update is told of each list that they lack, one sentence each."""
    call(capfd, "init", tmp_path / "office")
    path = tmp_path / "office" / "templates" / "norms.toml"
    gone = r"^(?:closing_share|opens|areas|per|rarer) = .*\n(?:  .*\n|\]\n)*"
    older = re.sub(gone, "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(older, encoding="utf-8")
    called = call(capfd, "-C", tmp_path / "office", "check")
    assert called.code == 6
    told = [line.rpartition(": ")[2] for line in called.out.splitlines()]
    lacking = ("thresholds.closing_share", "phrases.opens", "matching.areas", "quantities.per", "units.rarer")
    assert told == [f"{key} is missing; add it, as in the file that comes with the program." for key in lacking]
    built = call(capfd, "-C", tmp_path / "office", "build", next((path.parent / "example").iterdir()))
    assert (built.code, built.err.count("is missing;")) == (6, 1)  # nothing is judged by half of the norms


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('[office]\nbase_docx = "红头.docx"', "红头.docx: there is no such file; put it there, or mend base_docx"),
        ('[office]\nbase_docx = "~nobody/x.docx"', "x.docx: there is no such file"),
        ('[office]\nbase_docx = "inputs/2025-08.txt"', "2025-08.txt: this is no Word document"),
        (
            '[fonts]\nfolders = ["字体", "~/.cache/reportgen/fonts"]',
            "字体: there is no such folder; put the typefaces there",
        ),
    ],
)
def test_check_looks_for_what_the_settings_name(
    capfd: pytest.CaptureFixture[str], office: Path, setting: str, told: str
) -> None:
    """A letterhead or a folder of typefaces that is not there is told before a month depends on it."""
    table, _, line = setting.partition("\n")
    settings = SETTINGS.replace(table, f"{table}\n{line}") if table in SETTINGS else f"{SETTINGS}{setting}\n"
    (office / "reportgen.toml").write_text(settings, encoding="utf-8")
    checked = call(capfd, "-C", office, "check")
    assert checked.code == 6
    assert told in checked.out
    assert checked.out.count("\n") == 1


def test_typefaces_that_were_never_fetched_are_no_mistake(
    capfd: pytest.CaptureFixture[str], office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that the fetched ones go into may be missing: a machine may have faces of its own."""
    monkeypatch.setenv("HOME", str(office))
    assert call(capfd, "-C", office, "check").code == 0


def test_doctor_notes_a_missing_folder_of_typefaces(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """The faces may come from elsewhere, so that a folder that is not there is a note and no fault."""
    (office / "reportgen.toml").write_text(f'{SETTINGS}[fonts]\nfolders = ["字体"]\n', encoding="utf-8")
    told = json.loads(call(capfd, "-C", office, "doctor", "--json").out)["findings"]
    missing = [finding for finding in told if finding["text"].endswith("字体: there is no such folder")]
    assert [(finding["sound"], finding["essential"]) for finding in missing] == [(False, False)]


def test_doctor_looks_at_the_machine(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """Every thing that a run needs is listed with whether it is sound."""
    called = call(capfd, "-C", office, "doctor", "--json")
    found = {finding["name"]: finding for finding in json.loads(called.out)["findings"]}
    assert {"python", "weasyprint", "outputs", "disk", "lock"} <= set(found)
    assert called.code == (0 if all(it["sound"] for it in found.values() if it["essential"]) else 1)


def test_a_face_without_figures_is_a_fault_of_the_machine(
    capfd: pytest.CaptureFixture[str], office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the only face found lacks figures, build blames the typefaces (code 6) and no cell; doctor finds it too."""
    monkeypatch.setattr("reportgen.render.fonts.machine_faces", tuple)
    (office / "reportgen.toml").write_text(f'{SETTINGS}[fonts]\nfolders = ["faces"]\n', encoding="utf-8")
    (office / "faces").mkdir()
    make_font(office / "faces" / "only.ttf", "Only", "云湖区年月日完成")
    built = call(capfd, "-C", office, "build")
    assert built.code == 6
    assert "Only, lack common characters" in built.err.splitlines()[-1]
    assert call(capfd, "-C", office, "doctor").code == 1


def test_doctor_leaves_no_trace(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """Looking at a folder changes nothing in it."""
    before = everything(office)
    call(capfd, "-C", office, "doctor")
    assert everything(office) == before
    assert not (office / ".reportgen").exists()


def test_doctor_tells_a_held_lock(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A run at work is a note, not a fault."""
    with deliver.locked(office / ".reportgen"):
        called = call(capfd, "-C", office, "doctor")
    assert "another run" in called.out


def test_schedule_prints_both_forms(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The crontab line and the units name the program, the folder and last month; signs are escaped for each."""
    office = make(tmp_path / "50% 完成")
    out = call(capfd, "-C", office, "schedule").out
    cron = next(line for line in out.splitlines() if line.startswith("30 7 5"))
    assert r"50\% 完成" in cron
    assert "--quiet" in cron
    assert cron.endswith("build --month last")
    assert "50%% 完成" in next(line for line in out.splitlines() if line.startswith("ExecStart="))


def test_schedule_tells_how_a_users_timer_runs_unattended(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """systemd stops a user's timers at logout, so that the printed units say what to do about it, as a comment."""
    lines = call(capfd, "-C", office, "schedule").out.splitlines()
    assert [line[0] for line in lines if "loginctl enable-linger" in line] == ["#"]


def test_last_month_is_the_one_before_today(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """--month last looks for the month before today's."""
    today = date.today()
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    refused(call(capfd, "-C", office, "build", "--month", "last"), 4, f"{year}-{month:02}")
