"""Typefaces: made-up font files stand for the office's and the free ones."""

from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from reportgen.errors import InputError, SettingsError
from reportgen.render import fonts, theme, theme_parts
from reportgen.render.faces import Face
from reportgen.render.fonts import Text

TEMPLATES = Path(__file__).parents[2] / "templates" / "briefing"


def make_font(
    file: Path, family: str, characters: str, style: str = "Regular", *, blank: str = "", cff: bool = False
) -> Path:
    """Make a font file that draws a stroke for every character, and nothing for those that are `blank`."""
    builder = FontBuilder(1000, isTTF=not cff)
    characters += blank
    names = [".notdef", *(f"u{ord(char):04X}" for char in characters)]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): f"u{ord(char):04X}" for char in characters})
    drawn = {name for name in names[1:] if chr(int(name[1:], 16)) not in blank}
    if cff:
        outlines = {name: _drawing(T2CharStringPen(1000, None), name in drawn).getCharString() for name in names}
        builder.setupCFF(family.replace(" ", ""), {}, outlines, {})
    else:
        builder.setupGlyf({name: _drawing(TTGlyphPen(None), name in drawn).glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": style})
    builder.setupOS2()
    builder.setupPost()
    builder.save(file)
    return file


def _drawing(pen: Any, draws: bool) -> Any:
    if draws:
        pen.moveTo((100, 300))
        for corner in ((900, 300), (900, 400), (100, 400)):
            pen.lineTo(corner)
        pen.closePath()
    return pen


@pytest.fixture
def roles() -> theme.Theme:
    loaded = theme.load(TEMPLATES / "theme.toml")
    faces = {
        "body": theme_parts.Face(
            word="仿宋_GB2312", word_wide="仿宋", stack=("仿宋_GB2312", "Free Fang", "Gap Filler")
        ),
        "title": theme_parts.Face(word="方正小标宋简体", word_wide="方正小标宋_GBK", stack=("Free Song",), bold=True),
    }
    return loaded.model_copy(update={"faces": faces})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_font(tmp_path / "fang.ttf", "Free Fang", "云湖区新")
    make_font(tmp_path / "gaps.ttf", "Gap Filler", "云湖区碶")
    make_font(tmp_path / "song-bold.ttf", "Free Song", "云", "Bold")
    make_font(tmp_path / "song.ttf", "Free Song", "云湖")
    return tmp_path


def test_stack_follows_the_theme_then_everything_else(roles: theme.Theme, folder: Path) -> None:
    """The theme's families come first in its order, and other faces stay as the last resort."""
    found = fonts.resolve(roles, (folder,), machine=())
    names = [face.path.name for face in found.stacks["body"]]
    assert names[:2] == ["fang.ttf", "gaps.ttf"]
    assert [face.origin for face in found.stacks["body"]] == ["stack", "stack", "other", "other"]
    assert sorted(names) == ["fang.ttf", "gaps.ttf", "song-bold.ttf", "song.ttf"]


def test_stand_ins_come_last_of_the_theme_and_are_told(
    roles: theme.Theme, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A family of another kind prints only what the stack lacks, and a role that has nothing else says so."""
    changed = {
        "body": roles.faces["body"].model_copy(update={"stand_ins": ("Free Song",)}),
        "title": roles.faces["title"].model_copy(update={"stack": ("Absent",), "stand_ins": ("Free Song",)}),
    }
    found = fonts.resolve(roles.model_copy(update={"faces": changed}), (folder,), machine=())
    assert [face.origin for face in found.stacks["body"]] == ["stack", "stack", "stand-in", "other"]
    assert found.stacks["title"][0].origin == "stand-in"
    assert found.files("title")[0] == folder / "song-bold.ttf"
    assert [record.getMessage() for record in caplog.records] == [
        "方正小标宋简体 is printed in Free Song, which stands in for it"
    ]


def test_office_face_wins_over_the_free_one(
    roles: theme.Theme, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A face that is installed on the machine is used if the theme puts it first."""
    file = make_font(tmp_path_factory.mktemp("machine") / "office.ttf", "仿宋_GB2312", "云")
    installed = Face(file, 0, ("FangSong_GB2312", "仿宋_GB2312"), bold=False)
    found = fonts.resolve(roles, (folder,), machine=(installed,))
    assert found.files("body")[:2] == (file, folder / "fang.ttf")


def test_weight_is_told_by_the_style_name(roles: theme.Theme, folder: Path) -> None:
    """Of two files with the same family the bold one serves a bold role."""
    found = fonts.resolve(roles, (folder,), machine=())
    assert found.files("title")[0] == folder / "song-bold.ttf"


def test_face_of_a_collection_gets_a_file_of_its_own(roles: theme.Theme, folder: Path) -> None:
    """A face that is not its collection's first is taken out, glyphs and all, and found again the next time."""
    collection = TTCollection()
    collection.fonts = [TTFont(folder / "song.ttf"), TTFont(folder / "fang.ttf")]
    collection.save(folder / "both.ttc")
    (folder / "fang.ttf").unlink()
    first = fonts.resolve(roles, (folder,), machine=()).stacks["body"][0]
    assert first.index == 0
    assert first.path.suffix == ".otf"
    assert first.characters == {ord(char) for char in "云湖区新"}
    assert fonts.resolve(roles, (folder,), machine=()).stacks["body"][0] == first


def test_no_face_at_all_is_an_error_of_settings(roles: theme.Theme, tmp_path: Path) -> None:
    """Without any Chinese typeface the run stops and says what gets them, in an office without a checkout too."""
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    with pytest.raises(SettingsError, match=r"a folder of font files .*Debian: fonts-arphic-ukai .*`make fonts`"):
        fonts.resolve(roles, (tmp_path,), machine=())


def test_missing_glyph_stops_with_character_and_place(roles: theme.Theme, folder: Path) -> None:
    """A character that no face of the stack has is named with its code and the place of its cell."""
    found = fonts.resolve(roles, (folder,), machine=())
    found.check([Text("body", "云湖区\n新\u3000碶\u200b", "第6行第3列")])
    with pytest.raises(InputError, match=r"^第7行第3列: .*喆 \(U\+5586\)"):
        found.check([Text("body", "云湖", "第6行第3列"), Text("body", "云喆", "第7行第3列")])


@pytest.mark.parametrize("cff", [False, True])
def test_a_face_that_leaves_a_letter_blank_does_not_print_it(roles: theme.Theme, tmp_path: Path, *, cff: bool) -> None:
    """Of the faces that list a letter the first that draws it is taken; where none does, it is refused as missing."""
    make_font(tmp_path / "fang.ttf", "Free Fang", "云王", blank="䶮𡗗 \u3000\u3164", cff=cff)
    make_font(tmp_path / "gaps.ttf", "Gap Filler", "䶮", blank="𡗗")
    make_font(tmp_path / "song.ttf", "Free Song", "云")
    found = fonts.resolve(roles, (tmp_path,), machine=())
    face = found.face("body", "䶮")
    assert face is not None
    assert face.family == "Gap Filler"
    assert found.missing("body", "王䶮 \u3000\u3164") == ()
    with pytest.raises(InputError, match=r"U\+215D7"):
        found.check([Text("body", "王𡗗", "第6行第3列")])
    # Pango, too, must not ask the first for it.
    assert "unicode-range: U+20-20, U+3000-3000, U+3164-3164, U+4E91-4E91, U+738B-738B" in found.font_faces()


def test_common_characters_without_a_face_are_no_fault_of_the_text(roles: theme.Theme, folder: Path) -> None:
    """Where figures or common hanzi cannot be printed, the machine's faces are blamed, and not the cell."""
    found = fonts.resolve(roles, (folder,), machine=())
    with pytest.raises(SettingsError, match=r"仿宋_GB2312, first Free Fang, lack .*2 \(U\+0032\).*make fonts"):
        found.check([Text("body", "云20", "表.txt, 第3行第3列")])


def test_substitutes_tell_what_the_first_face_lacks(roles: theme.Theme, folder: Path) -> None:
    """Only the characters printed by a later face are listed, each with that face."""
    found = fonts.resolve(roles, (folder,), machine=())
    told = found.substitutes([Text("body", "新碶", ""), Text("title", "云", ""), Text("body", "街", "")])
    assert {role: {char: face.family for char, face in chars.items()} for role, chars in told.items()} == {
        "body": {"碶": "Gap Filler"}
    }
    assert found.missing("body", "新碶街街") == ("街",)


def test_only_needed_faces_are_declared(roles: theme.Theme, folder: Path) -> None:
    """The style sheet declares the first face of each role and those that the texts need, by file."""
    found = fonts.resolve(roles, (folder,), machine=())
    plain = found.needed([Text("body", "云湖", "")])
    assert plain.family("body") == '"body-fang"'
    both = found.needed([Text("body", "新碶", "")])
    assert both.family("body") == '"body-fang", "body-gaps"'
    assert (folder / "gaps.ttf").as_uri() in both.font_faces()
    assert (folder / "song.ttf").as_uri() not in both.font_faces()


@pytest.mark.parametrize("char", "中〔〕“”—…·●▲■①，。Aa1%")
def test_word_names_the_gb2312_face(char: str, roles: theme.Theme, folder: Path) -> None:
    """Characters of GB2312, its punctuation and ASCII stay in the office's usual face."""
    assert fonts.resolve(roles, (folder,), machine=()).word_face("body", char) == "仿宋_GB2312"


def test_signs_of_symbol_fonts_are_printed_by_plain_ones(roles: theme.Theme, folder: Path) -> None:
    """What Word keeps in the private use area, and ballot signs, need no glyph of their own: others print instead."""
    found = fonts.resolve(roles, (folder,), machine=())
    make_font(folder / "signs.ttf", "Signs", "√●")
    found = fonts.resolve(roles, (folder,), machine=())
    assert found.missing("body", "云\uf0fc\uf0b7✅\ufe0f") == ()
    assert found.missing("body", "\uf8ff") == ("\uf8ff",)


def test_only_pictographs_are_printed_as_lost(roles: theme.Theme, folder: Path) -> None:
    """A picture that no face has gives way to 〓; letters, parts of hanzi, signs for letters and usual ones do not."""
    found = fonts.resolve(roles, (folder,), machine=())
    assert found.lost_signs([Text("body", "云🚧👍🏽", ""), Text("title", "🏗云", "")]) == {
        ord("🚧"): "〓",
        ord("👍"): "〓",
        ord("🏽"): "",
        ord("🏗"): "〓",
    }
    assert found.lost_signs([Text("body", "喆𫖯⻔⼈㇏㎡℃①●※\uf8ff", "")]) == {}


@pytest.mark.parametrize("char", "𠅤𬱖𫖯")
def test_word_names_a_face_beyond_the_basic_plane(char: str, roles: theme.Theme, folder: Path) -> None:
    """Hanzi of the supplementary planes are in neither of the usual faces."""
    assert fonts.resolve(roles, (folder,), machine=()).word_face("body", char) == "SimSun-ExtB"


@pytest.mark.parametrize("char", "碶喆堃〇㎡")
def test_word_names_the_wide_face(char: str, roles: theme.Theme, folder: Path) -> None:
    """Characters outside GB2312 go to the face that has them, or Word would replace them silently."""
    found = fonts.resolve(roles, (folder,), machine=())
    assert found.word_face("body", char) == "仿宋"
    assert found.word_face("title", char) == "方正小标宋_GBK"
