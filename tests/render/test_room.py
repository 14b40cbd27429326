"""Room: a theme that leaves none for the text is refused with the key to mend; one that is merely other is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import SettingsError
from reportgen.render import theme
from tests.render import sample

TEXT = (sample.TEMPLATES / "theme.toml").read_text(encoding="utf-8")


def load(folder: Path, part: str, **values: str) -> theme.Theme:
    """Load the built-in theme with other values in one of its parts."""
    before, header, after = TEXT.partition(f"[{part}]")
    assert header
    own, following, rest = after.partition("\n[")
    lines = own.split("\n")
    for key, value in values.items():
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{key} = "))
        lines[at] = f"{key} = {value}"
    path = folder / "theme.toml"
    path.write_text(before + header + "\n".join(lines) + following + rest, encoding="utf-8")
    return theme.load(path)


@pytest.mark.parametrize(
    ("part", "key", "value", "told"),
    [
        ("sheet", "left", "280.0", "sheet: the margins leave -96 by 225 mm for the text, of 90 by 90 at least"),
        ("sheet", "left", "179.0", "sheet: the margins leave 5 by 225 mm"),
        ("sheet", "width", "21.0", "sheet: the margins leave -33 by 225 mm"),
        ("sheet", "height", "150.0", "sheet: the margins leave 156 by 78 mm"),
        ("sheet", "lines", "1", "sheet.lines"),
        ("sheet", "lines", "50", "styles.issue.line: letters of 16 pt would overlap in lines of 12.8 pt"),
        ("sheet", "chars", "40", "sheet.chars: so many make the grid's cells 11.1 pt wide, .*; write about 28"),
        ("sheet", "chars", "14", "sheet.chars: so many make the grid's cells 31.6 pt wide"),
        ("page_number", "drop", "40.0", "page_number.drop: the number would stand below the sheet's edge"),
        ("styles.body", "size", "0.0", "styles.body.size"),
        ("styles.title", "size", "60.0", "styles.title.size: the type area's .* takes 7 letters of 60 pt, not 12"),
        ("styles.caption", "line", "9.0", "styles.caption.line: letters of 12 pt would overlap in lines of 9 pt"),
        ("styles.caption", "line", "150.0", "styles.caption.line: a page must hold 4 lines, and these are 150 pt high"),
        ("styles.signature", "right", "20.0", "styles.signature: indents of 22 characters take more than half"),
        ("styles.title", "before", "12.0", "styles.title: the lines before and after take more than half of a page"),
        ("styles.body", "face", '"none"', "styles.body.face: \\[faces\\] does not have 'none'"),
        ("figures.chart", "width", "160.0", "figures.chart.width: the chart is wider than the type area \\(156 mm\\)"),
        ("figures.chart", "label", "80.0", "figures.chart.label: the names take more than half of the chart"),
        ("tables.ledger", "rule", "100.0", "tables.ledger.rule"),
        ("tables.ledger", "padding", "[0.7, 40.0]", "tables.ledger.padding"),
        ("tables.ledger", "cell", '{ face = "fangsong", size = 24.0, line = 26.0 }', "tables.ledger.cell: .* not 20"),
        ("tables.ledger", "head", '{ face = "heiti", size = 12.0, line = 8.0 }', "tables.ledger.head: .* overlap"),
    ],
)  # fmt: skip
def test_what_leaves_no_room_is_refused(tmp_path: Path, part: str, key: str, value: str, told: str) -> None:
    """One sentence names the line, the key, what it comes to and what to do, before anything is drawn by it."""
    with pytest.raises(SettingsError, match=rf"theme\.toml:\d+: {told}"):
        load(tmp_path, part, **{key: value})


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("sheet", {"width": "297.0", "height": "210.0", "lines": "14", "chars": "42"}),  # A4 turned
        ("sheet", {"top": "30.0", "bottom": "30.0", "left": "25.0", "right": "25.0"}),
        ("sheet", {"lines": "25", "chars": "30"}),
        ("styles.body", {"size": "14.0"}),
        ("styles.body", {"size": "18.0"}),
        ("figures.chart", {"width": "140.0"}),
    ],
)
def test_other_measures_are_an_offices_own_affair(tmp_path: Path, part: str, values: dict[str, str]) -> None:
    """Sheets, margins, grids and sizes that offices use are taken."""
    load(tmp_path, part, **values)
