"""LibreOffice, which many offices read Word files with, opens the briefing without loss."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from reportgen.render import fonts, theme, word
from reportgen.render.theme import Theme
from tests import libreoffice, office
from tests.render import sample
from tests.render.docx_reading import Docx, W, rows, text_of

LOOK = theme.load(sample.TEMPLATES / "theme.toml")
MARKS = "，。：；、"

pytestmark = pytest.mark.skipif(libreoffice.PROGRAM is None, reason="LibreOffice is not installed")


# LibreOffice prints the empty pages that a section of its own page parity asks for, but leaves them out of a PDF.
WITH_EMPTY_PAGES = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'


def printed(folder: Path, markup: str = "", look: Theme = LOOK) -> tuple[Docx, list[str]]:
    """Write markup to a Word file; give it and the text of each page that LibreOffice makes of it."""
    made = sample.page(look, markup)
    path = folder / "briefing.docx"
    word.write(made, look, fonts.Fonts({}, look.faces), path, word.Properties(made.title, "云湖区", date(2025, 8, 31)))
    with pypdfium2.PdfDocument(libreoffice.convert(path, WITH_EMPTY_PAGES, folder, folder / "profile")) as document:
        pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    return Docx(path), pages


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> tuple[Docx, list[str]]:
    return printed(tmp_path_factory.mktemp("office"))


def test_every_paragraph_is_there(opened: tuple[Docx, list[str]]) -> None:
    """Whatever the file says can be read on the pages, charts apart."""
    docx, pages = opened
    text = "".join(pages)
    for paragraph in docx.paragraphs():
        for piece in text_of(paragraph).split("\n"):
            # A paragraph may go on over a page's number; its beginning and end stand whole.
            words = "".join(piece.split())
            assert words[:12] in text
            assert words[-12:] in text


def test_no_mark_is_lost_at_a_line_end(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Marks that would hang over the margin of a whole briefing are printed all the same."""
    root = office.make(tmp_path / "office")
    monkeypatch.chdir(root)
    built = office.call(capfd, "build", "--month", "2025-08")
    assert built.code == 0, built.err
    path = root / "outputs" / "2025-08" / "briefing.docx"
    written = "".join(text_of(paragraph) for paragraph in Docx(path).paragraphs())
    with pypdfium2.PdfDocument(libreoffice.convert(path, "pdf", tmp_path, tmp_path / "profile")) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    # What a table's head repeats on each page has none of these.
    assert {mark: text.count(mark) for mark in MARKS} == {mark: written.count(mark) for mark in MARKS}


def test_pages_are_numbered_in_sequence(opened: tuple[Docx, list[str]]) -> None:
    """Each page bears its number, upright and turned ones alike."""
    _, pages = opened
    assert all(f"—{number}—" in text for number, text in enumerate(pages, 1))


def test_closing_block_is_on_the_last_page(opened: tuple[Docx, list[str]]) -> None:
    """Recipients and copies stand on the last page only."""
    _, pages = opened
    assert "共印50份" in pages[-1]
    assert not any("共印50份" in text for text in pages[:-1])


def test_a_closing_block_after_an_empty_page_is_not_numbered(tmp_path: Path) -> None:
    """After a turned annex on an even page an empty page comes first; neither it nor the closing page has a number."""
    text = re.sub('<section class="annex">.*?</section>', "", sample.markup(0, sample.ledger(1, 1)), flags=re.DOTALL)
    longer = text.replace("<h3", f'<p class="body">{"云" * 28 * 30}</p><h3', 1)
    _, pages = printed(tmp_path, longer, sample.duplex(LOOK))
    *_, annex, empty, last = pages
    assert f"—{len(pages) - 2}—" in annex
    assert not empty
    assert "共印50份" in last
    assert "—" not in last


def test_heads_repeat_on_every_page_of_the_ledger(opened: tuple[Docx, list[str]]) -> None:
    """A page that a table runs over shows its heads again."""
    docx, pages = opened
    ledger = next(table for table in docx.body.iter(f"{W}tbl") if "配合单位" in rows(table)[0].values())
    heads = "".join("".join(text_of(next(ledger.iter(f"{W}tr"))).split()))
    holding = [text for text in pages if "便利畅行工程" in text]
    assert len(holding) > 1
    assert all(heads[:4] in text for text in holding)


def behind(count: int, words: str) -> str:
    """The sample with a second annex of so many rows, after a first one of a single row."""
    heads = (("no", "项次"), ("target", "任务"), ("lead_unit", "牵头单位"), ("plan", "计划要求"), ("progress", "情况"))
    head = "".join(f'<th class="{cls}">{text}</th>' for cls, text in heads)
    body = "".join(
        f"<tr><td>{no}</td><td>打通断头路</td><td>区住建局</td><td>{words}</td><td>{words}</td></tr>"
        for no in range(1, count + 1)
    )
    table = f'<table class="behind"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return sample.markup(0, sample.ledger(1, 1)).replace('<p class="body">无。</p>', table)


@pytest.mark.parametrize(("rows", "times"), [(10, 3), (5, 7), (5, 8)])
def test_a_table_stands_with_its_title_and_with_the_closing_block(rows: int, times: int, tmp_path: Path) -> None:
    """Where the closing block has no room below a table, it takes rows along, and the title keeps the others."""
    _, pages = printed(tmp_path, behind(rows, "完成征地，施工单位进场" * times))
    titled, *between, last = pages[pages.index(next(text for text in pages if text.startswith("附件2"))) :]
    assert "打通断头路" in titled
    assert not between
    assert "打通断头路" in last
    assert "共印50份" in last
    assert titled.count("打通断头路") + last.count("打通断头路") == rows
    assert all("牵头单位" in text for text in (titled, last))
