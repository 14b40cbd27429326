"""The theme: the standard's measures, and mistakes told with their line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen.errors import SettingsError
from reportgen.render import blocks, css, theme
from reportgen.render.theme import Theme
from tests.render import sample

FILE = sample.TEMPLATES / "theme.toml"


@pytest.fixture(scope="module")
def look() -> Theme:
    return theme.load(FILE)


def test_type_area_of_the_standard(look: Theme) -> None:
    """The type area is 156 by 225 mm, of 22 lines and 28 characters."""
    sheet = look.sheet
    assert sheet.text_width == pytest.approx(442.205, abs=0.001)
    assert sheet.text_height == pytest.approx(637.795, abs=0.001)
    assert sheet.pitch == pytest.approx(28.991, abs=0.001)
    assert sheet.cell == pytest.approx(15.793, abs=0.001)


@pytest.mark.parametrize(
    ("name", "face", "size"),
    [
        ("title", "biaosong", 22),
        ("body", "fangsong", 16),
        ("level1", "heiti", 16),
        ("level2", "kaiti", 16),
        ("level3", "fangsong", 16),
        ("annex-number", "heiti", 16),
        ("issuing-mark", "biaosong", 42),
    ],
)
def test_faces_and_sizes_of_the_standard(look: Theme, name: str, face: str, size: float) -> None:
    """Each level has the face and size that GB/T 9704 gives it, and none is bold."""
    style = look.styles[name]
    assert (style.face, style.size, style.bold) == (face, size, False)


def test_red_is_for_the_masthead_alone(look: Theme) -> None:
    """No other paragraph is coloured."""
    coloured = {name for name, style in look.styles.items() if style.colour != "000000"}
    assert coloured == {"masthead-name", "issuing-mark"}


def test_statuses_have_different_fills(look: Theme) -> None:
    """The chart's fills differ in grey: dark, light, hatched."""
    done, on_track, behind = look.figures["chart"].fills
    assert behind.pattern == "hatch"
    assert _grey(on_track.colour) - _grey(done.colour) > 60


def _grey(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return 0.3 * red + 0.59 * green + 0.11 * blue


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("size = 42.0", 'size = "42"', r"theme\.toml:\d+: styles\.masthead-name\.size"),
        ("lines = 22", "lines = 0", r"theme\.toml:\d+: sheet\.lines"),
        ('align = "justify"', 'align = "both"', r"styles\.body\.align"),
        ("[page_number]", "[page_numbers]", r"page_number"),
        ('face = "songti"', 'face = "fansong"', r":20: page_number\.face: \[faces\] does not have 'fansong'"),
        ('colour = "FF0000"', 'colour = "red"', r"colour"),
    ],
)
def test_mistakes_name_the_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    """A wrong value, a misspelt key and an unknown face are told with the file and the key."""
    path = tmp_path / "theme.toml"
    shutil.copy(FILE, path)
    path.write_text(FILE.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        theme.load(path)


def test_lines_are_never_higher_than_the_type_area(look: Theme) -> None:
    """22 lines of the height that the style sheet writes fit into the type area."""
    assert css.on_grid(look.sheet.pitch) * look.sheet.lines <= look.sheet.text_height
    assert css.on_grid(look.sheet.pitch) == pytest.approx(look.sheet.pitch, abs=0.0001)


@pytest.mark.parametrize(
    ("name", "day", "insets"),
    [
        ("云湖区人民政府办公室", "2025年9月5日", (2.0, 4.0)),  # 10 and 6 characters wide
        ("办公室", "2025年9月5日", (7.0, 2.0)),  # the date is the longer one
    ],
)
def test_signature_over_date(look: Theme, name: str, day: str, insets: tuple[float, float]) -> None:
    """The date begins two characters right of the name; the lower right inset of the two is two characters."""
    above = blocks.place(look.styles["signature"], name, day).right
    below = blocks.place(look.styles["date"], day, name).right
    assert (above, below) == insets
    assert (below + blocks.ems(day)) - (above + blocks.ems(name)) == -2


@pytest.mark.parametrize("length", [27, 29, 60])
def test_a_date_under_a_name_of_several_lines_stands_at_the_right(look: Theme, length: int) -> None:
    """Where the name fills more than a line, the date has its two characters from the right, and room."""
    assert blocks.place(look.styles["date"], "2025年9月5日", "云" * length, 28).right == 2


def test_sealed_signature_is_centred_over_its_date(look: Theme) -> None:
    """With a seal the date stands four characters from the right and the name centred above it."""
    name, day = "云湖区人民政府", "2025年9月5日"
    above = blocks.place(look.styles["sealed-signature"], name, day).right
    below = blocks.place(look.styles["sealed-date"], day, name).right
    assert below == 4
    assert above + blocks.ems(name) / 2 == below + blocks.ems(day) / 2


def test_attachment_note_hangs_behind_its_label(look: Theme) -> None:
    """Wrapped lines begin under the attachment's name, and the second number under the first."""
    style = look.styles["attachment-note"]
    assert blocks.place(style, "附件：1.情况表") == blocks.Place(2, 6, 0)
    assert blocks.place(style, "2.清单") == blocks.Place(5, 6, 0)
    assert blocks.place(style, "附件：情况表") == blocks.Place(2, 5, 0)
