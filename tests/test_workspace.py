"""workspace: an office's settings are checked key by key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen import tomlfile, workspace
from reportgen.errors import SettingsError, UsageError
from tests.conftest import SOUND


def test_an_office_needs_only_its_name(root: Path) -> None:
    """Every other setting has a default, and the built-in templates serve."""
    office = workspace.open(root)
    assert office.settings.office.name == "云湖区人民政府办公室"
    assert office.norms.is_file()


@pytest.mark.parametrize(
    ("written", "read"), [("5", 5), ("2025-09-08", date(2025, 9, 8)), ('"2025-09-08"', date(2025, 9, 8))]
)
def test_the_day_of_issue_is_a_date_or_a_count(root: Path, written: str, read: date | int) -> None:
    """A day may be written as TOML's date or between quotes; a number counts days."""
    (root / "reportgen.toml").write_text(f"{SOUND}[issue]\ndate = {written}\n", encoding="utf-8")
    assert workspace.open(root).settings.issue.date == read


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('first_month = "2025-1"', "issue.first_month: '2025-1' is not a month; write it as 2025-01."),
        ('date = "2025-13-05"', "issue.date: '2025-13-05' is neither a day such as 2025-09-05 nor a number of days"),
        ("date = 2025.5", "issue.date: 2025.5 is neither a day"),
        ("date = true", "issue.date: true is neither a day"),
        ("date = 100000", "issue.date: 100000 is neither a day such as 2025-09-05 nor a number of days, 366 at most"),
        (
            "first_number = 1.5",
            "issue.first_number: a whole number, without quotation marks, is wanted here",
        ),
        ('prefix = "甲\\t乙"', r"issue.prefix: '甲\t乙' is not one line of letters that a document can hold"),
    ],
)
def test_a_wrong_value_is_told_in_words(root: Path, written: str, told: str) -> None:
    """What is wanted is told by an example, in one sentence under the key's own name, and not by a pattern."""
    (root / "reportgen.toml").write_text(f"{SOUND}[issue]\n{written}\n", encoding="utf-8")
    _, mistakes = tomlfile.examine(root / "reportgen.toml", workspace.Settings)
    assert len(mistakes) == 1
    assert told in mistakes[0]


def test_own_templates_win(root: Path) -> None:
    """A templates folder in the office's folder is used instead of the built-in one."""
    (root / "templates").mkdir()
    assert workspace.open(root).templates == root / "templates"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "office"),
        ('[office]\nname = ""', ":2: office.name"),
        ('[office]\nname = "甲"\nmasthed = "乙"', ":3: office.masthed"),
        ('[office]\nname = "甲"\n[issue]\nfirst_month = "2025-13"', ":4: issue.first_month"),
        ('[office]\nname = "甲"\n\n[closing]\nreport = ["乙", 3]', ":5: closing.report"),
        ('[office]\nname = "甲"\n[closing]\ncopies = "60"', ":4: closing.copies"),
        ('[office]\nname = "甲"\n[report_back]\nday = 31', ":4: report_back.day"),
        ('[office]\nname = "甲\\u0000乙"', ":2: office.name"),
        ('[office]\nname = "甲"\nmasthead = "乙\\n丙"', ":3: office.masthead"),
        ("[office\n", ":1: this is not valid TOML"),
        ('[office]\nname = "甲"\nmasthead = [\n', ":3: this is not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(root: Path, text: str, told: str) -> None:
    """One sentence names the file, the line, the key, and what is wrong."""
    (root / "reportgen.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        workspace.open(root)
    assert told in str(caught.value)
    assert "reportgen.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_mistakes_are_found_at_once(root: Path) -> None:
    """`examine` tells every mistake, not only the first."""
    (root / "reportgen.toml").write_text("[office]\nname = 3\nx = 1\n[issue]\nfirst_number = 0\n", encoding="utf-8")
    assert len(tomlfile.examine(root / "reportgen.toml", workspace.Settings)[1]) == 3


def test_settings_in_another_encoding_are_refused(root: Path) -> None:
    """A file saved as GBK is told to be saved as UTF-8; one with a byte order mark is read."""
    (root / "reportgen.toml").write_bytes(SOUND.encode("gbk"))
    with pytest.raises(SettingsError, match="UTF-8"):
        workspace.open(root)
    (root / "reportgen.toml").write_text(SOUND, encoding="utf-8-sig")
    workspace.open(root)


def test_a_folder_without_settings_is_no_office(tmp_path: Path) -> None:
    """The error names the folder and both ways on."""
    with pytest.raises(SettingsError, match=r"--workspace.*init"):
        workspace.open(tmp_path)


@pytest.mark.parametrize(
    "text", ["2025-8", "2025", "2025-00", "2025-13", "2025-08-32", "20250831", "八月", "", "3025-08"]
)
def test_what_is_not_a_month_is_refused(text: str) -> None:
    """A month is written as 2025-08, a day in it as 2025-08-20, and neither in any other way."""
    with pytest.raises(UsageError, match="2025-08"):
        workspace.month_of(text)


def test_a_line_is_found_for_dotted_and_quoted_keys() -> None:
    """Keys within tables, dotted keys, quoted keys and arrays of tables lead to their lines."""
    text = '[a]\nb.c = 1\n"d e" = 2\n[[f]]\ng = 1\n[h.i]\nj = 1\n'
    keys = (("a", "b", "c"), ("a", "d e"), ("f", 0, "g"), ("h", "i", "j"), ("h", "i", "missing"), ("none",))
    assert [tomlfile.line_of(text, key) for key in keys] == [2, 3, 5, 7, 6, 0]


def test_a_line_is_found_within_lists_of_tables() -> None:
    """The second table of a name, and the second table within a list, have lines of their own."""
    text = "[[f]]\ng = 1\n[[f]]\ng = 2\nh = [\n  { i = 1 },\n  { i = 2 },\n]\nj = 1\n"
    keys = (("f",), ("f", 0, "g"), ("f", 1, "g"), ("f", 1, "h"), ("f", 1, "h", 1, "i"), ("f", 1, "j"), ("f", 1, "k"))
    assert [tomlfile.line_of(text, key) for key in keys] == [1, 2, 4, 5, 7, 9, 3]
