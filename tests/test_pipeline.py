"""pipeline: a month's tables go in, one delivery comes out, and the same input gives the same bytes."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

from reportgen import deliver, judge
from reportgen.norms import Norms
from reportgen.records import Item, Period, Verdict
from tests.office import DATA, call, everything, make
from tests.render.pdf_reading import sheets

FILES = {"briefing.docx", "briefing.pdf", "ledger.xlsx", "verdicts.json", "manifest.json"}
STAGES = ["ingest", "judge", "memory", "history", "briefing", "page", "fonts", "word", "pdf", "workbook"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return make(tmp_path / "office")


def manifest(folder: Path) -> dict[str, object]:
    facts: dict[str, object] = json.loads((folder / deliver.MANIFEST).read_text(encoding="utf-8"))
    return facts


def test_a_month_is_built_alike_twice(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """The manifest vouches for all five files, and a second run gives the same bytes but for its timings."""
    month = office / "outputs" / "2025-08"
    called = call(capfd, "-C", office, "build")
    assert (called.code, called.err) == (0, "")
    assert "共37项" in called.out
    first, facts = everything(month), manifest(month)
    assert set(first) == FILES
    assert facts["files"] == {name: deliver.fingerprint(month / name) for name in sorted(FILES - {"manifest.json"})}
    assert list(facts["timings"]) == STAGES

    again = call(capfd, "-C", office, "--quiet", "build", "--month", "2025-08")
    assert (again.code, again.out, again.err) == (0, "", "")
    second, later = everything(month), manifest(month)
    assert [name for name in first if name != "manifest.json" and first[name] != second[name]] == []
    assert {**facts, "timings": 0} == {**later, "timings": 0}


def test_the_verdicts_published_are_those_judged(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """verdicts.json is what judge --json prints, and each stage leaves a line in the log with -v."""
    judged = call(capfd, "judge", office / "inputs" / "2025-08.txt", "--json").out
    built = call(capfd, "-v", "-C", office, "build")
    assert [line.split()[1] for line in built.err.splitlines()] == STAGES
    assert (office / "outputs" / "2025-08" / "verdicts.json").read_text(encoding="utf-8") == judged


def test_the_briefing_calls_units_as_the_table_does(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """Where the table's column is called 责任单位, no unit is called 牵头单位."""
    table = office / "inputs" / "2025-08.txt"
    table.write_text(table.read_text(encoding="utf-8").replace("牵头单位", "责任单位"), encoding="utf-8")
    assert call(capfd, "-C", office, "build").code == 0
    word = zipfile.ZipFile(office / "outputs" / "2025-08" / "briefing.docx").read("word/document.xml").decode()
    assert "各责任单位报送的进展" in word
    assert "牵头单位" not in word


def test_a_picture_in_a_cell_costs_no_item(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """An emoji that no face has is printed as 〓 in Word and PDF alike, and told; in the data it stays as typed."""
    table = office / "inputs" / "2025-08.txt"
    words = table.read_text(encoding="utf-8")
    table.write_text(words.replace("力争10月份开工", "力争10月份开工🚧", 1), encoding="utf-8")
    built = call(capfd, "-C", office, "build")
    assert (built.code, built.err.count("\n")) == (0, 1)
    assert "no typeface has 🚧" in built.err
    month = office / "outputs" / "2025-08"
    audit = openpyxl.load_workbook(month / "ledger.xlsx")["审核"].iter_rows(values_only=True)
    assert [no for _, _, no, text in audit if "“🚧”没有字体" in str(text)] == [3]
    word = zipfile.ZipFile(month / "briefing.docx").read("word/document.xml").decode()
    pages = "".join(line.text for sheet in sheets(month / "briefing.pdf") for line in sheet.lines)
    assert ("开工〓" in word, "🚧" in word, "〓" in pages) == (True, False, True)
    assert "🚧" in (month / "verdicts.json").read_text(encoding="utf-8")


def test_an_item_that_the_program_fails_on_costs_no_other(
    capfd: pytest.CaptureFixture[str], office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The month is built with that item marked for review, and stderr names it and the fault."""
    judge_one = judge.judge

    def fails(item: Item, period: Period, norms: Norms) -> Verdict:
        if item.no == 5:
            raise ValueError("a step of no ladder")
        return judge_one(item, period, norms)

    monkeypatch.setattr(judge, "judge", fails)
    called = call(capfd, "-C", office, "build")
    assert called.code == 0
    assert "item 5 " in called.complaint
    assert "a step of no ladder" in called.complaint
    items = json.loads((office / "outputs" / "2025-08" / "verdicts.json").read_text(encoding="utf-8"))["items"]
    assert len(items) == 37
    assert items[4]["needs_review"]
    assert "程序未能判读" in items[4]["reason"]


def test_a_named_input_goes_to_its_own_month(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A table from elsewhere is published under the month it tells of."""
    shutil.copy(DATA / "2025-05.txt", office / "elsewhere-2025-05.txt")
    assert call(capfd, "-C", office, "build", office / "elsewhere-2025-05.txt", "--month", "2025-05").code == 0
    assert {path.name for path in (office / "outputs").iterdir()} == {"2025-05"}


def test_a_day_of_issue_left_from_an_earlier_month_is_told(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A date in the settings that lies before the table's own day is told in one sentence."""
    settings = office / "reportgen.toml"
    text = settings.read_text(encoding="utf-8").replace("date = 7", "date = 2025-08-05")
    settings.write_text(text, encoding="utf-8")
    told = call(capfd, "-C", office, "build")
    assert told.code == 0
    assert "2025-08-05 lies before 2025-08-31" in told.complaint


def test_a_day_of_issue_moved_past_the_set_one_is_told(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """The table tells of 9月7日, five days after its own day is too early, and the clerk hears of the day printed."""
    settings = office / "reportgen.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("date = 7", "date = 5"), encoding="utf-8")
    told = call(capfd, "-C", office, "build")
    assert told.code == 0
    assert "[issue] date says 2025-09-05, and the briefing is dated 2025-09-07" in told.complaint


def test_a_glyph_that_no_typeface_has_stops_the_run(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """The character and its cell are named, and nothing is published."""
    table = office / "inputs" / "2025-08.txt"
    text = table.read_text(encoding="utf-8").replace("项目完成。", "项目完成\U00010380。", 1)
    table.write_text(text, encoding="utf-8")
    called = call(capfd, "-C", office, "build")
    assert called.code == 3
    assert "U+10380" in called.complaint
    assert "2025-08.txt" in called.complaint
    assert not (office / "outputs").exists()


def test_a_review_copy_carries_the_evidence(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """With --review-copy a second Word file has a comment an item; the clean one has none."""
    assert call(capfd, "-C", office, "build", "--review-copy").code == 0
    comments = {}
    for name in ("briefing.docx", "briefing.review.docx"):
        with zipfile.ZipFile(office / "outputs" / "2025-08" / name) as package:
            parts = [part for part in package.namelist() if "comments" in part]
            comments[name] = b"".join(map(package.read, parts)).count(b"<w:comment ")
    assert comments == {"briefing.docx": 0, "briefing.review.docx": 37}


def test_a_letterhead_that_is_not_there_is_told(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    """A base_docx that is not there is a mistake in the settings, and told as what it is."""
    settings = office / "reportgen.toml"
    text = settings.read_text(encoding="utf-8").replace("[issue]", 'base_docx = "none.docx"\n[issue]')
    settings.write_text(text, encoding="utf-8")
    called = call(capfd, "-C", office, "build")
    assert called.code == 6
    assert "none.docx: there is no such file" in called.complaint
