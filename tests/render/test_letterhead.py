"""A briefing on an office's letterhead keeps the letterhead's headers, lines, margins and styles."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt
from openxml_audit import OpenXmlValidator

from reportgen.errors import SettingsError
from reportgen.render import word
from tests.render import sample
from tests.render.docx_reading import Docx, W, get, style_of, text_of, val
from tests.render.test_word import ABOUT, FACES, LOOK


def made(folder: Path, base: Path) -> Docx:
    path = folder / "briefing.docx"
    word.write(sample.page(LOOK), LOOK, FACES, path, ABOUT, base=base)
    return Docx(path)


@pytest.fixture(scope="module")
def letterhead(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A letterhead with a first page's header, a title, wide upper margin, and its own style for the text."""
    head = docx.Document()
    section = head.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(50), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "云湖区人民政府办公室"
    head.add_heading("云湖区督查专报", 0)
    own = head.styles.add_style(LOOK.styles["body"].name, WD_STYLE_TYPE.PARAGRAPH)
    own.font.size = Pt(15)
    path = tmp_path_factory.mktemp("head") / "letterhead.docx"
    head.save(str(path))
    return path


@pytest.fixture(scope="module")
def briefing(letterhead: Path, tmp_path_factory: pytest.TempPathFactory) -> Docx:
    return made(tmp_path_factory.mktemp("word"), letterhead)


def test_letterhead_stands_first_and_replaces_the_masthead(briefing: Docx) -> None:
    """Its own line comes before the title, and the page's masthead is left out."""
    texts = [text_of(paragraph) for paragraph in briefing.paragraphs()]
    assert texts[0] == "云湖区督查专报"
    assert texts[1].startswith("关于2025年8月份")
    assert not briefing.paragraphs("masthead-name")


def test_first_page_keeps_its_header(briefing: Docx) -> None:
    """The first section refers to the letterhead's header, and the page is numbered all the same."""
    first = next(briefing.body.iter(f"{W}sectPr"))
    assert first.find(f"{W}titlePg") is not None
    assert {get(header, "type") for header in first.iter(f"{W}headerReference")} >= {"first"}
    assert {get(footer, "type") for footer in first.iter(f"{W}footerReference")} == {"default", "even", "first"}


def test_margins_are_the_letterheads_and_lines_stay_as_high(briefing: Docx) -> None:
    """The upper margin is 50 mm; the lines of the grid do not shrink to 22."""
    first = next(briefing.body.iter(f"{W}sectPr"))
    margins, grid = first.find(f"{W}pgMar"), first.find(f"{W}docGrid")
    assert margins is not None
    assert grid is not None
    assert int(get(margins, "top")) == pytest.approx(50 * 56.7, abs=5)
    assert 579 <= int(get(grid, "linePitch")) < 610


def test_the_offices_own_style_wins(briefing: Docx) -> None:
    """A style that the letterhead has by the same name keeps its look, and ours are added beside."""
    assert val(briefing.styles["body"], "rPr/sz") == "30"
    assert {style_of(paragraph) for paragraph in briefing.paragraphs()} <= set(briefing.styles)
    names = list(briefing.style_names().values())
    assert len(names) == len(set(names))


def test_result_is_valid(briefing: Docx) -> None:
    """The schema finds no error."""
    assert [str(error) for error in OpenXmlValidator().validate(briefing.path).errors] == []


def test_blank_letterhead_keeps_the_masthead(tmp_path: Path) -> None:
    """A file without a line of its own gives styles and headers only."""
    docx.Document().save(str(tmp_path / "blank.docx"))
    assert made(tmp_path, tmp_path / "blank.docx").paragraphs("masthead-name")


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    """The complaint names the file and what to give instead."""
    (tmp_path / "head.docx").write_bytes(b"not a zip")
    with pytest.raises(SettingsError, match=r"head\.docx: this is no Word document; give base_docx a \.docx file"):
        made(tmp_path, tmp_path / "head.docx")


def test_margins_that_leave_no_room_are_refused(letterhead: Path, tmp_path: Path) -> None:
    """A letterhead's margins are held against the same bound as those of the theme, and the file is named."""
    head = docx.Document(str(letterhead))
    head.sections[0].left_margin = Mm(179)
    head.save(str(tmp_path / "narrow.docx"))
    with pytest.raises(SettingsError, match=r"narrow\.docx: the margins leave 5 by .* make them smaller in that file"):
        made(tmp_path, tmp_path / "narrow.docx")
