"""memory: earlier deliveries of the year are read; a damaged one is left out and told, never fatal."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from reportgen import export, history
from reportgen.history import FIRST
from reportgen.records import Status
from tests import making

ITEM = {"no": 1, "project": "大项", "target": "修路。", "status": "behind"}


def deliver(outputs: Path, month: str, **told: object) -> Path:
    """Put a month's verdicts.json where a delivery has it."""
    folder = outputs / month
    folder.mkdir(parents=True)
    record = {"month": month, "as_of": f"{month}-28", "items": [ITEM], **told}
    (folder / history.RECORD).write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_only_earlier_months_of_the_year_are_read(tmp_path: Path) -> None:
    """A month built again sees neither itself nor later ones, and last year's list is another list."""
    for month in ("2024-12", "2025-02", "2025-03", "2025-04", ".2025-01.new"):
        deliver(tmp_path, month)
    assert [month.month for month in history.load(tmp_path, "2025-04").months] == ["2025-02", "2025-03"]
    assert history.load(tmp_path, "2025-02").months == ()
    assert history.load(tmp_path / "none", "2025-02") == history.Memory()


def test_what_is_delivered_is_what_is_remembered(tmp_path: Path) -> None:
    """verdicts.json holds all that the months to come ask of it."""
    table, verdicts = making.month(
        "# 1 大项\nbehind | 修路。 | 开工。 | 力争10月份开工。 | 区甲局 | 甲 | 晚于计划\n"
        "  promise: 力争10月份开工 2025-10-31"
    )
    record = export.dumps(export.verdicts(table, verdicts, FIRST))
    folder = deliver(tmp_path, "2025-08")
    (folder / history.RECORD).write_text(record, encoding="utf-8")
    (month,) = history.load(tmp_path, "2025-09").months
    assert month.items == (history.standing(verdicts[0], table.projects[0]),)
    promise = verdicts[0].promise
    assert promise is not None
    assert month.items[0].promised == promise.moment.end


def test_files_of_earlier_versions_are_read(tmp_path: Path) -> None:
    """A record without the names that came later still tells targets and statuses."""
    deliver(tmp_path, "2025-03")
    (month,) = history.load(tmp_path, "2025-04").months
    assert month.items[0].status is Status.BEHIND
    assert month.items[0].promise == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it is not as expected"),
        ("{}", "month is not as expected"),
        ('{"month": "2025-03", "as_of": "2025-03-31", "items": [{"no": 1}]}', "items.0.project is not as expected"),
        ('{"month": "2025-02", "as_of": "2025-02-28", "items": []}', "it tells of 2025-02"),
        (None, "there is no such file"),
    ],
)
def test_a_damaged_month_is_left_out_and_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, text: str | None, told: str
) -> None:
    """One sentence says which file, what is wrong and what to do; the other months count."""
    deliver(tmp_path, "2025-02")
    record = deliver(tmp_path, "2025-03") / history.RECORD
    record.unlink() if text is None else record.write_text(text, encoding="utf-8")
    monkeypatch.setattr(logging.getLogger("reportgen"), "propagate", True)  # the commands turn it off
    memory = history.load(tmp_path, "2025-04")
    assert [month.month for month in memory.months] == ["2025-02"]
    (fault,) = memory.faults
    assert fault.startswith(f"{record}: {told}")
    assert fault.endswith("; the month is left out: build it anew.")
    assert fault in caplog.text
