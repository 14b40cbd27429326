"""Files and folders become one table."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from reportgen import ingest
from reportgen.errors import InputError
from tests.ingest.faults import ROWS
from tests.ingest.tables import NORMS
from tests.ingest.writing import csv, docx, made, xlsx


def test_a_folder_of_returns_is_one_table(tmp_path: Path) -> None:
    """The departments' files, each in its own form, are joined; lock files of office programs are passed over."""
    folder = tmp_path / "2025-08"
    folder.mkdir()
    writers = {"1.xlsx": xlsx, "2.docx": docx, "3.csv": csv}
    for (name, write), row in zip(writers.items(), ROWS[1:], strict=True):
        (folder / name).write_bytes(write(made([ROWS[0], row, ["9", *row[1:2], f"{name}另", *row[3:]]])))
    (folder / "~$1.xlsx").write_bytes(b"lock")
    (folder / ".DS_Store").write_bytes(b"\0")
    table = ingest.read([folder], NORMS, month="2025-08")
    assert table.files == ("1.xlsx", "2.docx", "3.csv")
    assert {row[2] for row in ROWS[1:]} <= {item.target.text for item in table.items}


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    """Each department's 2025-08.xlsx in a folder of its own is a return of its own, named with the folder."""
    for unit, row in zip(("教育局", "交通局", "民政局"), ROWS[1:], strict=True):
        (tmp_path / "2025-08" / unit).mkdir(parents=True)
        (tmp_path / "2025-08" / unit / "2025-08.xlsx").write_bytes(xlsx(made([ROWS[0], row])))
    table = ingest.read([tmp_path / "2025-08"], NORMS)
    assert table.files == ("交通局/2025-08.xlsx", "教育局/2025-08.xlsx", "民政局/2025-08.xlsx")
    assert len({item.target.address.file for item in table.items}) == len(table.items) == 3
    assert table.place(table.items[0].target.address).startswith("教育局/2025-08.xlsx ")


def test_one_bad_file_of_several_is_named(tmp_path: Path) -> None:
    """The sentence says which of the files cannot be read."""
    good, bad = tmp_path / "2025-08-甲.xlsx", tmp_path / "2025-08-乙.xlsx"
    good.write_bytes(xlsx(made(ROWS)))
    bad.write_bytes(b"\x89PNG")
    with pytest.raises(InputError, match=r"2025-08-乙.xlsx: this is a picture"):
        ingest.read([good, bad], NORMS)


NOTICE = """关于报送2025年8月民生实事进展情况的通知
各责任单位：
请于9月5日前将进展情况表报送区政府督查室，牵头单位、完成情况逐项填写。
联系人：周小满，电话：0000-1234567"""


def test_a_notice_beside_the_returns_is_left_out_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A covering letter is no return; the audit asks, and a warning names it."""
    (tmp_path / "甲.xlsx").write_bytes(xlsx(made(ROWS)))
    (tmp_path / "通知.txt").write_text(NOTICE, encoding="utf-8")
    table = ingest.read([tmp_path], NORMS, month="2025-08")
    assert (table.files, len(table.items)) == (("甲.xlsx",), len(ROWS) - 1)
    (note,) = (note for note in table.audit if note.kind == "file_left_out")
    assert note.text == "通知.txt是文字说明（关于报送2025年8月民生实事进展情况的通知），没有项目，未读入，请确认。"
    assert caplog.messages == ["通知.txt not used, for it is a text without a table"]


def test_a_notice_alone_is_refused(tmp_path: Path) -> None:
    """Where nothing else is there, the sentence says that no table was found."""
    (tmp_path / "通知.txt").write_text(NOTICE, encoding="utf-8")
    with pytest.raises(InputError, match=r"通知.txt, line 1: no table of projects"):
        ingest.read([tmp_path], NORMS, month="2025-08")


@pytest.mark.parametrize(
    "text",
    [
        "一、公园建设\n本月进展顺利。\n二、道路建设\n本月进展顺利。",
        "我局承担的公园项目三个全部建成。",
        "公园建设\n牵头单位：区住建局",
        "序号\n公园\n进展顺利",
    ],
)
def test_a_report_in_words_among_the_returns_is_refused(tmp_path: Path, text: str) -> None:
    """What a department may have sent as its report is not lost for a note among others."""
    (tmp_path / "甲.xlsx").write_bytes(xlsx(made(ROWS)))
    (tmp_path / "乙.txt").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"乙.txt"):
        ingest.read([tmp_path], NORMS, month="2025-08")


def test_a_table_without_projects_among_the_returns_is_refused(tmp_path: Path) -> None:
    """It may be a return under words that nobody knows; the sentence says what to do if it is not."""
    (tmp_path / "甲.xlsx").write_bytes(xlsx(made(ROWS)))
    (tmp_path / "乙.xlsx").write_bytes(xlsx(made([["姓名", "电话"], ["周小满", "0000-1"], ["林牧之", "0000-2"]])))
    with pytest.raises(InputError, match=r"乙.xlsx .*; if this is no return, take the file away\.$"):
        ingest.read([tmp_path], NORMS, month="2025-08")


def test_the_collector_runs_again_after_reading(tmp_path: Path) -> None:
    """The garbage collector rests while a file is read, whether that succeeds or not, and no longer."""
    path = tmp_path / "2025-08.xlsx"
    for data in (xlsx(made(ROWS)), b"PK\x03\x04"):
        path.write_bytes(data)
        try:
            ingest.open_grids(path)
        except InputError:
            assert data == b"PK\x03\x04"
        assert gc.isenabled()
