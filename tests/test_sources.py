"""sources: the files of a month are found by the months that their names tell, and none is passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import sources, workspace
from reportgen.errors import InputError, NoInputError
from tests.conftest import SOUND


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / "inputs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_the_newest_month_is_found_by_name(root: Path) -> None:
    """Without a month the latest file name counts, not the latest change."""
    put(root, "2025-09.txt", "2024-12.xlsx", "2025-10.csv", "2025-08.docx")
    put(root, "notes.txt", "2025-13.txt", ".2025-11.swp", "2026-01")
    assert sources.find(workspace.open(root), None) == ("2025-10", (root / "inputs" / "2025-10.csv",))


def test_all_files_of_a_month_belong_to_it(root: Path) -> None:
    """2025-08.* and the folder 2025-08/ together are the month's returns; marks that systems leave there are not."""
    put(root, "2025-08.xlsx", "2025-08/b.docx", "2025-08/a.csv", "2025-08/~$a.csv", "2025-08/.DS_Store")
    put(root, "2025-08/desktop.ini", "2025-08/Thumbs.db")
    assert names(sources.find(workspace.open(root), "2025-08")[1]) == ["a.csv", "b.docx", "2025-08.xlsx"]


def test_a_month_without_input_is_told(root: Path) -> None:
    """The error names the folder, the month and how to name the file."""
    put(root, "2025-08.txt")
    with pytest.raises(NoInputError, match=r"2025-07.*2025-07\.xlsx"):
        sources.find(workspace.open(root), "2025-07")


def test_an_office_without_inputs_is_told(tmp_path: Path) -> None:
    """An empty or missing inputs folder is no fault of the program."""
    (tmp_path / "reportgen.toml").write_text(SOUND, encoding="utf-8")
    with pytest.raises(NoInputError):
        sources.find(workspace.open(tmp_path), None)


def test_a_file_named_twice_is_read_once(root: Path) -> None:
    """Neither a repeated name nor a folder that holds the file doubles its items."""
    put(root, "a.txt", "b.txt")
    folder = root / "inputs"
    twice = [folder / "b.txt", folder, folder / ".." / "inputs" / "a.txt"]
    assert names(sources.expand(twice)) == ["b.txt", "a.txt"]


def test_inputs_that_are_not_there_are_refused(root: Path) -> None:
    """A missing file and an empty folder are named."""
    with pytest.raises(InputError, match="no such file"):
        sources.expand([root / "inputs" / "none.txt"])
    with pytest.raises(InputError, match="no file in this folder"):
        sources.expand([root / "inputs"])


def test_files_of_one_name_are_named_with_their_folders(tmp_path: Path) -> None:
    """As many folders as tell two files apart go before their names; a file alone in its name has none."""
    files = [tmp_path / name for name in ("甲/8月.xlsx", "乙/8月.xlsx", "9月.xlsx", "丙/乙/8月.xlsx")]
    assert list(sources.named(files).values())[2:] == ["9月.xlsx", "丙/乙/8月.xlsx"]
    assert len(set(sources.named(files).values())) == len(files)


def test_a_link_has_the_name_that_it_is_given(tmp_path: Path) -> None:
    """A link names the month itself, not the file that it leads to."""
    (tmp_path / "data.csv").touch()
    link = tmp_path / "2025-08.csv"
    link.symlink_to("data.csv")
    assert sources.named([link]) == {link: "2025-08.csv"}


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("2025-08.txt", (2025, 8)),
        ("202508进展.xlsx", (2025, 8)),
        ("2025年8月民生实事.docx", (2025, 8)),
        ("2025_08_汇总.csv", (2025, 8)),
        ("2025-09-05报送.xlsx", None),  # the day of sending, not the month told
        ("民生实事2025.xlsx", None),
        ("20250805.xlsx", None),
        ("2025-9.csv", (2025, 9)),
        ("2025.9", (2025, 9)),
        ("2025-09 终稿.csv", (2025, 9)),
        ("民生实事2025-2.csv", None),  # a second copy
        ("民生实事_2025-2.csv", (2025, 2)),
        ("民生实事2025.8.xlsx", (2025, 8)),
        ("2025.8.5.xlsx", None),
        ("进展20250831.xlsx", (2025, 8)),  # a month's last day, up to which is reported
        ("2025-02-28.xlsx", (2025, 2)),
        ("进展25年8月.xlsx", (2025, 8)),
        ("2025年1-8月.xlsx", (2025, 8)),
        ("2025年1月至10月进展.xlsx", (2025, 10)),
        ("2025年三季度.xlsx", (2025, 9)),
        ("2025年第1季度.xlsx", (2025, 3)),
        ("2025年上半年.xlsx", (2025, 6)),
        ("2025年9月5日报送8月.xlsx", (2025, 8)),  # the month that is reported, not that of sending
        ("202509报8月.xlsx", (2025, 8)),
        ("20260105上报12月进展.xlsx", (2025, 12)),
        ("2025年8月报送9月计划.xlsx", (2025, 8)),  # still to come
        ("2025年8月报表.xlsx", (2025, 8)),
        ("二〇二五年八月.xlsx", (2025, 8)),
        ("二零二五年十一月进展.xlsx", (2025, 11)),
        ("2025年民生实事8月份台账.xlsx", (2025, 8)),
        ("2025年民生实事1-8月进展.xlsx", (2025, 8)),
        ("2025年民生实事8月进展9月计划.xlsx", (2025, 8)),
        ("2025年民生实事5月20日.xlsx", None),
        ("2025年民生实事9月工作计划.xlsx", None),
        ("民生实事25.5.xlsx", (2025, 5)),
        ("民生实事（25.08）.xlsx", (2025, 8)),
        ("投资25.5亿元.xlsx", None),
        ("民生实事25.5.12.xlsx", None),
    ],
)
def test_the_month_in_a_file_name(name: str, month: tuple[int, int] | None) -> None:
    """A file name tells the month where it names one, not where it names a day."""
    assert sources.file_month(name) == month


@pytest.mark.parametrize("name", ["2025-9.csv", "2025年9月.csv", "2025-09 终稿.csv", "202509.csv", "2025年9月/甲.csv"])
@pytest.mark.parametrize("month", [None, "2025-09"])
def test_a_month_is_found_by_any_name_that_tells_it(root: Path, name: str, month: str | None) -> None:
    """What reading takes for the month in a name, building does too: the newest month is not passed over."""
    put(root, "2025-08.csv", name)
    found, paths = sources.find(workspace.open(root), month)
    assert (found, paths) == ("2025-09", (root / "inputs" / name,))


def test_a_name_that_is_the_month_wins(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Beside 2025-09.csv a draft of the month is not merged with it, and is named."""
    put(root, "2025-09.csv", "2025-09 初稿.csv")
    assert names(sources.find(workspace.open(root), None)[1]) == ["2025-09.csv"]
    assert "2025-09 初稿.csv not used" in caplog.text


def test_of_two_names_for_a_month_the_office_chooses(root: Path) -> None:
    """Two drafts are neither merged nor chosen between."""
    put(root, "2025-09 初稿.csv", "2025-09 终稿.csv")
    with pytest.raises(InputError, match=r"inputs: 2025-09 初稿\.csv, 2025-09 终稿\.csv are all named for 2025-09"):
        sources.find(workspace.open(root), None)


def test_what_tells_no_month_is_named(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file whose name tells no month is not passed over without a word."""
    put(root, "2025-08.csv", "九月.csv", ".hidden", "~$2025-08.csv")
    sources.find(workspace.open(root), None)
    assert [record.getMessage() for record in caplog.records] == [
        f"{root / 'inputs'}: 九月.csv not used, for the name tells no month"
    ]
    with pytest.raises(NoInputError, match=r"no table for 2025-09 \(九月\.csv: the name tells no month\)"):
        sources.find(workspace.open(root), "2025-09")


@pytest.mark.parametrize("name", ["2025-09.csv", "2025-09/甲.csv"])
def test_a_link_that_leads_nowhere_is_an_error(root: Path, name: str) -> None:
    """A month whose table is on a share that is away is not taken for one that has none; other months go on."""
    put(root, "2025-08.csv", "2025-09/乙.csv" if "/" in name else "2025-08.txt")
    (root / "inputs" / name).symlink_to("/away/table.csv")
    with pytest.raises(InputError, match=rf"{name}: this link leads to /away/table\.csv, which is not there"):
        sources.find(workspace.open(root), None)
    assert sources.find(workspace.open(root), "2025-08")[0] == "2025-08"
