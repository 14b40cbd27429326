"""The Word file is set as the standard has it, in named styles, and is valid (official-format §F)."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from reportgen.render import fonts, theme, word
from reportgen.render.theme import Theme
from reportgen.render.tree import Element
from reportgen.render.word.measures import fitted_size
from reportgen.render.word.paragraphs import Look, block
from tests.render import sample
from tests.render.docx_reading import Docx, W, get, rows, style_of, text_of, val

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TEMPLATES = Path(__file__).parents[2] / "templates" / "briefing"
LOOK = theme.load(TEMPLATES / "theme.toml")
FACES = fonts.Fonts({}, LOOK.faces)
ABOUT = word.Properties("关于2025年8月份民生实事项目进展情况的通报", "云湖区人民政府办公室", date(2025, 8, 31))


def write(path: Path, markup: str = "", look: Theme = LOOK) -> Docx:
    word.write(sample.page(look, markup), look, FACES, path, ABOUT)
    return Docx(path)


@pytest.fixture(scope="module")
def docx(tmp_path_factory: pytest.TempPathFactory) -> Docx:
    return write(tmp_path_factory.mktemp("word") / "briefing.docx")


def numbers(attributes: dict[str, str]) -> dict[str, int]:
    return {name: int(text) for name, text in attributes.items() if re.fullmatch(r"-?\d+", text)}


# --- the sheet (1-6, 30, 31) --------------------------------------------------------------------


def test_paper_and_margins_are_those_of_the_standard(docx: Docx) -> None:
    """A4, margins of 37, 26, 35 and 28 mm; upright sheets have lines of 28.95 pt, none has a grid of characters."""
    for section in docx.body.iter(f"{W}sectPr"):
        paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        grid = section.find(f"{W}docGrid")
        assert paper is not None
        assert margins is not None
        assert grid is not None
        turned = get(paper, "orient") == "landscape"
        assert (get(grid, "type"), get(grid, "linePitch")) == ("" if turned else "lines", "579")
        edges = [int(get(margins, edge)) for edge in ("top", "right", "bottom", "left")]
        if turned:
            assert (get(paper, "w"), get(paper, "h")) == ("16838", "11906")
            assert edges == [1587, 2098, 1474, 1984]
        else:
            assert (get(paper, "w"), get(paper, "h")) == ("11906", "16838")
            assert edges == [2098, 1474, 1984, 1587]
        assert abs(int(get(margins, "footer")) - 1446) <= 40


def test_sections_follow_the_page(docx: Docx) -> None:
    """Upright text, a turned annex, an upright annex: three sections, each on a new page."""
    sections = list(docx.body.iter(f"{W}sectPr"))
    papers = [section.find(f"{W}pgSz") for section in sections]
    assert [get(paper, "orient") for paper in papers if paper is not None] == ["", "landscape", ""]
    assert {val(section, "type") for section in sections} == {"nextPage"}


def test_page_numbers_stand_outside_on_odd_and_even_pages(docx: Docx) -> None:
    """— N — in 宋体 14 pt, one character from the right on odd pages, from the left on even ones."""
    assert docx.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    for kind, side in (("default", "right"), ("even", "left")):
        footer = docx.part(f"word/footer-{kind}.xml")
        paragraph = footer.find(f"{W}p")
        assert paragraph is not None
        code = footer.find(f".//{W}instrText")
        assert code is not None
        assert str(code.text).strip() == "PAGE"
        assert text_of(paragraph) == "— 1 —"
        assert docx.effective(paragraph, "pPr", "jc") == {"val": side}
        assert docx.effective(paragraph, "pPr", "ind") == {side: "280"}
        assert docx.effective(paragraph, "pPr", "spacing")["line"] == "280"
        assert docx.effective(paragraph, "rPr", "sz") == {"val": "28"}
        assert docx.effective(paragraph, "rPr", "rFonts")["eastAsia"] == "宋体"


@pytest.mark.parametrize(("kind", "top"), [("default", 210 - 26 - 60), ("even", 28)])
def test_turned_pages_are_numbered_where_upright_ones_are(docx: Docx, kind: str, top: float) -> None:
    """The number of a landscape page reads downwards at the left edge, below on odd pages, above on even ones."""
    footer = docx.part(f"word/footer-{kind}-turned.xml")
    place = footer.find(f".//{W}tblpPr")
    direction = val(footer.findall(f".//{W}tc")[0], "tcPr/textDirection")
    assert place is not None
    assert (direction, get(place, "vertAnchor"), get(place, "horzAnchor")) == ("tbRl", "page", "page")
    assert int(get(place, "tblpY")) == pytest.approx(top * 56.693, abs=2)
    right = int(get(place, "tblpX")) + int(val_width(footer))
    assert (right - 140) / 56.693 == pytest.approx(28.0, abs=0.1)  # the middle of the number, from the edge


def val_width(footer: Any) -> str:
    return get(footer.find(f".//{W}gridCol"), "w")


def footers_of(docx: Docx, section: Any) -> list[str]:
    targets = {key.get("Id"): key.get("Target") for key in docx.part("word/_rels/document.xml.rels")}
    return sorted(str(targets[str(footer.get(RELATION))]) for footer in section.iter(f"{W}footerReference"))


def test_each_section_has_its_own_footers(docx: Docx) -> None:
    """Upright and turned sections refer to different footers, odd and even."""
    named = [footers_of(docx, section) for section in docx.body.iter(f"{W}sectPr")]
    upright, turned = ["footer-default.xml", "footer-even.xml"], ["footer-default-turned.xml", "footer-even-turned.xml"]
    assert named == [upright, turned, upright]


# --- text (7-14) --------------------------------------------------------------------------------


def test_body_fills_22_lines_of_28_characters(docx: Docx) -> None:
    """The line and letter spacing give 22 lines of 28 hanzi, and not one more."""
    body = docx.paragraphs("body")[0]
    spacing = numbers(docx.effective(body, "pPr", "spacing"))
    assert 22 * spacing["line"] <= 12756 < 23 * spacing["line"]
    assert (spacing["before"], spacing["after"]) == (0, 0)
    assert docx.effective(body, "pPr", "spacing")["lineRule"] == "exact"
    size, tight = (int(docx.effective(body, "rPr", name)["val"]) for name in ("sz", "spacing"))
    assert 28 * (size * 10 + tight) <= 8845 < 29 * (size * 10 + tight)
    assert (size, tight) == (32, -5)


def test_body_is_indented_two_characters_and_justified(docx: Docx) -> None:
    """The first line begins two characters in; both edges are flush; marks may hang, as Word has them."""
    body = docx.paragraphs("body")[0]
    assert docx.effective(body, "pPr", "ind") == {"left": "0", "right": "0", "firstLine": "630"}
    assert docx.effective(body, "pPr", "jc") == {"val": "both"}
    assert docx.effective(body, "pPr", "overflowPunct") == {"val": "1"}


@pytest.mark.parametrize(
    ("style", "face", "size"),
    [
        ("body", "仿宋_GB2312", 32),
        ("level1", "黑体", 32),
        ("level2", "楷体_GB2312", 32),
        ("level3", "仿宋_GB2312", 32),
        ("title", "方正小标宋简体", 44),
        ("annex-number", "黑体", 32),
    ],
)
def test_faces_and_sizes_per_role(docx: Docx, style: str, face: str, size: int) -> None:
    """Each level has its face, named for all scripts, at its size, and none is bold."""
    paragraph = docx.paragraphs(style)[0]
    assert docx.effective(paragraph, "rPr", "rFonts") == dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), face)
    assert docx.effective(paragraph, "rPr", "sz") == {"val": str(size)}
    assert docx.styles[style].find(f"{W}rPr/{W}b") is None


def test_no_theme_face_and_no_leftover_of_other_offices(docx: Docx) -> None:
    """Nothing refers to a theme's fonts, and python-docx's Calibri, blue Title and Japanese theme are gone."""
    with zipfile.ZipFile(docx.path) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if not name.endswith(".xlsx"))
    assert not re.search(r"(asciiTheme|eastAsiaTheme|hAnsiTheme|Calibri|Cambria|ＭＳ|MS Mincho|4F81BD|365F91)", text)
    assert 'w:eastAsia="zh-CN"' in text


def test_only_named_styles_are_used(docx: Docx) -> None:
    """Paragraphs and runs carry no size, colour or weight of their own."""
    names = docx.style_names()
    for paragraph in docx.paragraphs():
        assert style_of(paragraph) in names
    for letters in docx.body.iter(f"{W}rPr"):
        assert {str(child.tag) for child in letters} <= {f"{W}rStyle", f"{W}rFonts"}


def test_hanzi_beyond_gb2312_ask_for_a_face_that_has_them(tmp_path: Path) -> None:
    """碶 is in none of the GB2312 faces: its run, and no other, names the GBK one."""
    docx = write(tmp_path / "a.docx", sample.markup().replace("进展情况的通报</h1>", "新碶街道的通报</h1>"))
    title = docx.paragraphs("title")[0]
    faces = {text_of(run): val(run, "rPr/rFonts") or run.find(f"{W}rPr/{W}rFonts") for run in title.iter(f"{W}r")}
    wide = faces["碶"]
    assert wide is not None
    assert get(wide, "eastAsia") == "方正小标宋_GBK"
    assert {get(face, "eastAsia") for text, face in faces.items() if text != "碶" and face is not None} <= {""}


# --- title, masthead, signature (16-27) ---------------------------------------------------------


def test_title_is_one_paragraph_in_lines(docx: Docx) -> None:
    """One centred paragraph without indent, off the grid, its lines split by breaks."""
    (title,) = docx.paragraphs("title")
    assert text_of(title).count("\n") == 1
    assert docx.effective(title, "pPr", "jc") == {"val": "center"}
    assert docx.effective(title, "pPr", "snapToGrid") == {"val": "0"}
    assert set(docx.effective(title, "pPr", "ind").values()) == {"0"}
    assert numbers(docx.effective(title, "pPr", "spacing"))["before"] == 2 * 579


def test_addressee_stands_flush_one_line_below_the_title(docx: Docx) -> None:
    """主送 begins at the edge and ends with a colon."""
    (addressee,) = docx.paragraphs("addressee")
    assert text_of(addressee).endswith("：")
    assert set(docx.effective(addressee, "pPr", "ind").values()) == {"0"}
    (title,) = docx.paragraphs("title")
    after, before = (numbers(docx.effective(block, "pPr", "spacing")) for block in (title, addressee))
    assert after["after"] + before["before"] == 579


def test_masthead_name_is_red_and_fits(docx: Docx) -> None:
    """The name is red, centred, of 26 pt or more, and not wider than the type area."""
    (name,) = docx.paragraphs("masthead-name")
    size = int(docx.effective(name, "rPr", "sz")["val"])
    assert docx.effective(name, "rPr", "color") == {"val": "FF0000"}
    assert size >= 52
    assert size * 10 * len(text_of(name)) <= 8845


def test_long_masthead_name_is_shrunk_to_fit() -> None:
    """A name of fourteen characters is set smaller, to half a point."""
    style = LOOK.styles["masthead-name"]
    assert fitted_size(LOOK.sheet, style, "云湖") == style.size
    assert fitted_size(LOOK.sheet, style, "云" * 14) == 31.5


def test_red_rule_is_as_wide_as_the_type_area(docx: Docx) -> None:
    """The rule is the issuer line's lower border: red, 2 pt, 4 mm below, without indents that would shorten it."""
    (issuer,) = docx.paragraphs("issuer")
    rule = docx.styles["issuer"].find(f"{W}pPr/{W}pBdr/{W}bottom")
    assert rule is not None
    assert [get(rule, name) for name in ("color", "sz", "space")] == ["FF0000", "16", "10"]
    below_letters = (int(docx.effective(issuer, "pPr", "spacing")["line"]) / 20 - 16) / 2
    assert (below_letters + 10) / 72 * 25.4 == pytest.approx(4.0, abs=0.2)
    assert set(docx.effective(issuer, "pPr", "ind").values()) == {"0"}
    stops = [(get(stop, "val"), int(get(stop, "pos"))) for stop in issuer.iter(f"{W}tab") if get(stop, "pos")]
    assert stops == [("left", 315), ("right", 8845 - 315)]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("云" * 18, ["\t{}\t2025年9月5日"]),
        ("云" * 22, ["\t{}", "\t\t2025年9月5日"]),
        ("云" * 33, ["\t" + "云" * 26, "\t" + "云" * 7 + "\t2025年9月5日"]),
        ("云" * 48, ["\t" + "云" * 26, "\t" + "云" * 22, "\t\t2025年9月5日"]),
    ],
)
def test_a_long_issuer_and_the_date_keep_to_their_edges(name: str, lines: list[str]) -> None:
    """What has no room on a line begins the next, at the tab stop of its edge."""
    sides = (Element("span", "left", children=(name,)), Element("span", "right", children=("2025年9月5日",)))
    made = block(Element("p", "issuer", children=sides), Look(LOOK, FACES), 8845)
    for mark, sign in (("<w:tab/>", "\t"), ("<w:br/>", "\n")):
        made = made.replace(mark, sign)
    assert re.sub("<[^>]+>", "", made).split("\n") == [line.format(name) for line in lines]


def test_only_the_masthead_and_its_rule_are_red(docx: Docx) -> None:
    """No other style is red."""
    red = [key for key, style in docx.styles.items() if b"FF0000" in etree.tostring(style)]
    assert sorted(red) == ["document-number", "issuer", "issuing-mark", "masthead-name"]


def test_date_begins_two_characters_right_of_the_signature(docx: Docx) -> None:
    """Name two characters from the right; the date's first letter two right of the name's."""
    (name,), (day,) = docx.paragraphs("signature"), docx.paragraphs("date")

    def start(paragraph: Any) -> float:
        right = int(docx.effective(paragraph, "pPr", "ind")["right"])
        width = sum(157.5 if char.isascii() else 315 for char in text_of(paragraph))
        return 8845 - right - width

    assert start(day) - start(name) == pytest.approx(630, abs=10)


def test_attachment_lines_hang_by_their_labels(docx: Docx) -> None:
    """附件： begins two characters in, and 1. and 2. stand below each other."""
    first, second = docx.paragraphs("attachment-note")
    step = 315
    assert numbers(docx.effective(first, "pPr", "ind"))["left"] == 6 * step
    assert numbers(docx.effective(first, "pPr", "ind"))["hanging"] == 4 * step
    assert numbers(docx.effective(second, "pPr", "ind"))["left"] == 6 * step
    assert numbers(docx.effective(second, "pPr", "ind"))["hanging"] == step


def test_headings_appear_in_the_navigation_pane(docx: Docx) -> None:
    """Title, headings and annexes have outline levels."""
    levels = {key: docx.effective(docx.paragraphs(key)[0], "pPr", "outlineLvl").get("val") for key in (
        "title", "level1", "level2", "annex-number")}  # fmt: skip
    assert levels == {"title": "0", "level1": "1", "level2": "2", "annex-number": "1"}


# --- tables (29, 32) ----------------------------------------------------------------------------


def tables(docx: Docx) -> list[Any]:
    return list(docx.body.iter(f"{W}tbl"))


def test_header_rows_repeat_and_rows_stay_whole(docx: Docx) -> None:
    """The head is a real header row, and no row may be cut."""
    ledger = tables(docx)[0]
    head, *others = ledger.iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, *others))
    assert not any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in others)


def test_heads_end_their_lines_as_in_the_pdf(docx: Docx) -> None:
    """Where the lines of a head end is written out, the first line the shorter one: no program parts its words."""
    heads = [text_of(cell) for cell in next(tables(docx)[0].iter(f"{W}tr")).iter(f"{W}tc")]
    assert "牵头\n领导" in heads
    assert "牵头单位" in heads


def test_every_width_is_told_twice_and_adds_up(docx: Docx) -> None:
    """WPS goes by the cells, Word by the grid: both have the same widths, as wide as the type area."""
    for table in tables(docx):
        columns = [int(get(column, "w")) for column in table.iter(f"{W}gridCol")]
        assert sum(columns) in (8845, 12756)
        for row in table.iter(f"{W}tr"):
            at = 0
            for cell in row.iter(f"{W}tc"):
                span = int(val(cell, "tcPr/gridSpan") or 1)
                width = cell.find(f"{W}tcPr/{W}tcW")
                assert width is not None
                assert int(get(width, "w")) == sum(columns[at : at + span])
                at += span
            assert at == len(columns)


def test_every_row_of_the_page_is_there(docx: Docx) -> None:
    """Twenty items give twenty rows under the head."""
    assert len(rows(tables(docx)[0])) == 1 + 4 * 5


def test_rows_of_a_long_table_are_told_their_height(docx: Docx) -> None:
    """Rows of a table cut into pages have the height they were counted with, so that pages end where they should."""
    heights = [row.find(f"{W}trPr/{W}trHeight") for row in tables(docx)[0].iter(f"{W}tr")]
    assert all(get(height, "hRule") == "atLeast" for height in heights)
    assert all(0 < int(get(height, "val")) < 8845 for height in heights)


def test_status_cells_have_a_ground_and_black_letters(tmp_path: Path) -> None:
    """A cell that begins with a mark has its ground; no letter of the text or the tables is coloured (§F 24)."""
    cell = '<span class="on_track">▲按序时推进</span>'
    markup = sample.markup(1, sample.ledger(1, 1)).replace(cell, '<span class="behind">■滞后</span>')
    docx = write(tmp_path / "a.docx", markup)
    grounds = {
        text_of(cell): get(shade, "fill")
        for cell in docx.body.iter(f"{W}tc")
        if (shade := cell.find(f"{W}tcPr/{W}shd")) is not None
    }
    assert grounds == {"■滞后": LOOK.marks["behind"].ground}
    coloured = [key for key, style in docx.styles.items() if style.find(f"{W}rPr/{W}color") is not None]
    assert sorted(coloured) == ["issuing-mark", "masthead-name"]


def test_label_stands_again_where_a_project_crosses_a_page(docx: Docx) -> None:
    """A row that begins a page within a project shows the project's name with （续）, and its number; no other does."""
    labels = [
        (row.find(f".//{W}pageBreakBefore") is not None, *(text_of(cell) for cell in list(row.iter(f"{W}tc"))[:2]))
        for row in list(tables(docx)[0].iter(f"{W}tr"))[1:]
    ]
    assert {label for begins, _, label in labels if not begins} == {"便利畅行工程", ""}
    assert {label for begins, _, label in labels if begins} == {"便利畅行工程（续）"}
    shown = [number for _, number, label in labels if label]
    assert len(shown) > len(set(shown))  # some number stands again with the label
    assert all(number.isdigit() for number in shown)


def test_row_taller_than_a_page_may_be_cut(tmp_path: Path) -> None:
    """A cell of ten thousand characters comes out whole, in a row that Word may break."""
    docx = write(tmp_path / "a.docx", sample.markup(1, sample.ledger(1, 3, "长" * 10_000)))
    assert sum(text_of(row).count("长") for row in docx.body.iter(f"{W}tr")) == 30_000
    assert [row.find(f"{W}trPr/{W}cantSplit") is None for row in tables(docx)[0].iter(f"{W}tr")] == [
        False, True, True, True]  # fmt: skip


def test_closing_block_hangs_at_the_foot_of_the_last_page(docx: Docx) -> None:
    """The last table floats at the type area's lower edge, ruled 0.35 mm outside and 0.25 mm inside."""
    closing = tables(docx)[-1]
    place = closing.find(f"{W}tblPr/{W}tblpPr")
    assert place is not None
    assert [get(place, name) for name in ("vertAnchor", "tblpYSpec", "horzAnchor", "tblpX")] == [
        "margin",
        "bottom",
        "page",
        "1587",
    ]
    borders = docx.styles["table-closing"].find(f"{W}tblPr/{W}tblBorders")
    assert borders is not None
    assert [val_size(borders, side) for side in ("top", "bottom", "insideH")] == ["8", "8", "6"]
    assert val_kind(borders, "insideV") == "nil"
    paragraph = next(closing.iter(f"{W}p"))
    assert docx.effective(paragraph, "rPr", "sz") == {"val": "28"}
    margin: Any = docx.styles["table-closing"].find(f"{W}tblPr/{W}tblCellMar/{W}left")
    indent = numbers(docx.effective(paragraph, "pPr", "ind"))
    assert int(get(margin, "w")) + indent["left"] - indent.get("hanging", 0) == 280
    assert indent["right"] == 280


@pytest.mark.parametrize(("lines", "kinds"), [(2, ["nextPage"]), (30, ["nextPage", "evenPage"])])
def test_closing_block_ends_an_even_page(lines: int, kinds: list[str], tmp_path: Path) -> None:
    """After an odd page it begins a section of its own, on the next even page; on an even one with room it stays."""
    markup = re.sub('<section class="annex.*?</section>', "", sample.markup(0), flags=re.DOTALL)
    longer = markup.replace("<h3", f'<p class="body">{"云" * 28 * lines}</p><h3', 1)
    docx = write(tmp_path / "a.docx", longer, sample.duplex(LOOK))
    assert [val(section, "type") for section in docx.body.iter(f"{W}sectPr")] == kinds


def test_a_closing_block_after_an_empty_page_is_not_numbered(tmp_path: Path) -> None:
    """After a turned even page it begins the next even one without a number; after an odd page it has one."""
    markup = re.sub('<section class="annex">.*?</section>', "", sample.markup(0, sample.ledger(1, 1)), flags=re.DOTALL)
    for lines, footers in ((2, ["footer-default.xml", "footer-even.xml"]), (30, ["footer-none.xml"] * 2)):
        longer = markup.replace("<h3", f'<p class="body">{"云" * 28 * lines}</p><h3', 1)
        docx = write(tmp_path / "a.docx", longer, sample.duplex(LOOK))
        *_, last = docx.body.iter(f"{W}sectPr")
        assert val(last, "type") == "evenPage"
        assert footers_of(docx, last) == footers
    assert not text_of(docx.part("word/footer-none.xml"))


def val_size(borders: Any, side: str) -> str:
    return get(borders.find(f"{W}{side}"), "sz")


def val_kind(borders: Any, side: str) -> str:
    return get(borders.find(f"{W}{side}"), "val")


# --- the file -----------------------------------------------------------------------------------


def test_file_is_valid(docx: Docx) -> None:
    """The schema and its rules find no error."""
    result = OpenXmlValidator().validate(docx.path)
    assert [str(error) for error in result.errors] == []


def test_same_page_gives_the_same_bytes(docx: Docx, tmp_path: Path) -> None:
    """Two runs write identical files, with sorted names and no time of day."""
    assert write(tmp_path / "again.docx").path.read_bytes() == docx.path.read_bytes()
    with zipfile.ZipFile(docx.path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_tell_title_office_and_day(docx: Docx) -> None:
    """Title, author, language, and the day of the table rather than of the run."""
    import docx as python_docx

    core = python_docx.Document(str(docx.path)).core_properties
    assert (core.title, core.author, core.language) == (ABOUT.title, ABOUT.author, "zh-CN")
    assert core.created is not None
    assert core.created.date() == ABOUT.day


def test_text_is_escaped(tmp_path: Path) -> None:
    """Marks of markup in the text stay text."""
    docx = write(tmp_path / "a.docx", sample.markup().replace("无。", "&lt;w:p&gt; &amp; “引号” ]]&gt;"))
    assert text_of(docx.paragraphs("body")[-1]) == "<w:p> & “引号” ]]>"
