"""The PDF that an office gets, measured on every page (official-format §F 39-44, 48, 50), as 简报 and as 通报."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise, takewhile
from pathlib import Path

import pytest

from reportgen import briefing, labels, norms, pipeline, workspace
from reportgen.render import fonts, page, pdf, theme
from reportgen.render.lines import NO_END, NO_START
from tests import making
from tests.render import pdf_reading as reading
from tests.render import sample
from tests.render.pdf_reading import Printed, Sheet

ROOT = Path(__file__).parents[2]
WORDS = labels.load(sample.TEMPLATES / "labels.toml")
LOOK = theme.load(sample.TEMPLATES / "theme.toml")
CELL = 156 / 28
PITCH = LOOK.sheet.pitch * 25.4 / 72  # mm from line to line
HAN = re.compile("[㐀-鿿]")


def printed(path: Path, kind: str) -> tuple[Sheet, ...]:
    rules = norms.load(ROOT / "templates" / "norms.toml")
    table, verdicts = pipeline.judged(workspace.unsettled(), [ROOT / "tests" / "data" / "2025-08.txt"], rules)
    office = making.settings(office={"kind": kind}, issue={"prefix": "云政办"})
    made = page.render(briefing.compose(table, verdicts, office, WORDS, rules), WORDS, sample.TEMPLATES)
    faces = fonts.resolve(LOOK, [Path("~/.cache/reportgen/fonts").expanduser()])
    pdf.write(made, LOOK, faces, path, pdf.About("云湖区", date(2025, 8, 31)))
    return reading.sheets(path)


@pytest.fixture(scope="module", params=["简报", "通报"])
def sheets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, ...]:
    return printed(tmp_path_factory.mktemp("pdf") / "briefing.pdf", request.param)


@pytest.fixture(scope="module")
def circular(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, ...]:
    return printed(tmp_path_factory.mktemp("pdf") / "circular.pdf", "通报")


def text_lines(sheet: Sheet) -> list[Printed]:
    """The lines of type of the body's size, without the page number."""
    return [line for line in sheet.lines if line.baseline < 263 and round(line.size) == 16]


def upright(sheets: tuple[Sheet, ...]) -> list[Sheet]:
    return [sheet for sheet in sheets if sheet.width < 211]


def test_pages_are_numbered_without_a_gap(sheets: tuple[Sheet, ...]) -> None:
    """Every page has its number, the upright ones where the standard has it.

    Not so the empty page before a 版记 that needs a sheet of its own, nor the page of that 版记 (GB/T 9704 7.5).
    """
    told = list(takewhile(lambda sheet: sheet.lines, sheets))
    assert len(sheets) - len(told) in (0, 2)
    assert not any(re.fullmatch(r"—\d+—", line.text) for sheet in sheets[len(told) :] for line in sheet.lines)
    for number, sheet in enumerate(told, 1):
        if sheet.width < 211:
            assert sheet.lines[-1].text == f"—{number}—"
            edge = sheet.lines[-1].right if number % 2 else sheet.lines[-1].left
            assert edge == pytest.approx(179.06 if number % 2 else 32.94, abs=0.4)


def test_lines_stand_on_the_grid(sheets: tuple[Sheet, ...]) -> None:
    """On every page each line of text is a whole number of lines below the first, whatever tables stand between."""
    for sheet in upright(sheets):
        for line in text_lines(sheet)[2 if sheet is sheets[0] else 0 :]:  # a masthead's two lines stand as they may
            steps = (line.baseline - 44.3) / (28.9906 * reading.MM)
            assert abs(steps - round(steps)) < 0.02, line.text


def test_no_page_of_text_ends_early(sheets: tuple[Sheet, ...]) -> None:
    """A page that only has text, and is followed by more of it, is filled with 22 lines, 21 before a heading.

    The closing takes the last line of the text with it where the page has no room for it.
    """
    for before, after in pairwise(upright(sheets)[1:]):
        lines, following = text_lines(before), text_lines(after)
        whole = len(lines) == len([line for line in before.lines if line.baseline < 263])
        if whole and following and not following[0].text.startswith("附件"):
            closed = any(line.text.startswith("附件：") for line in following[1:3])
            moved = round((following[-1].baseline - following[0].baseline) / PITCH) + 1
            assert len(lines) in (21, 22) or (closed and len(lines) + moved > 22)


def test_type_keeps_within_the_margins(sheets: tuple[Sheet, ...]) -> None:
    """No letter of a text stands left of 28 or right of 184."""
    lines = [line for sheet in upright(sheets) for line in sheet.lines if line.baseline < 263]
    assert min(line.left for line in lines) >= 27.7
    assert max(line.right for line in lines) <= 184.3


def test_lines_begin_and_end_as_they_may(sheets: tuple[Sheet, ...]) -> None:
    """No line of text begins or ends with a mark that must not; no number, —— or …… is parted."""
    for sheet in upright(sheets):
        for before, after in pairwise(text_lines(sheet)):
            assert after.text[0] not in NO_START
            assert before.text[-1] not in NO_END
            if after.left < 29:
                assert not (before.text[-1].isdigit() and after.text[0].isdigit())
                assert before.text[-1] + after.text[0] not in ("——", "……")


def test_no_line_is_blown_up(sheets: tuple[Sheet, ...]) -> None:
    """No full line is spread by more than a sixth of a character between its letters to be flush."""
    for line in (line for sheet in upright(sheets) for line in text_lines(sheet) if line.right > 183.4):
        gaps = [after.left - before.right for before, after in pairwise(line.letters)]
        assert sum(gaps) / len(gaps) < CELL / 6, line.text


def test_every_hanzi_of_the_text_is_fangsong_or_a_heading_face(sheets: tuple[Sheet, ...]) -> None:
    """Body hanzi are in Fangsong, headings in Heiti and Kaiti; nothing else is embedded than the roles' faces."""
    for sheet in upright(sheets):
        for line in text_lines(sheet):
            roles = {letter.role for letter in line.letters if HAN.match(letter.text)}
            assert roles <= {"fangsong"} or roles in ({"heiti"}, {"kaiti"}), line.text


def test_the_signature_has_text_above_it(sheets: tuple[Sheet, ...]) -> None:
    """The page of the signature and date has words of the text too."""
    page = next(sheet for sheet in upright(sheets)[1:] if any(line.text.startswith("附件：") for line in sheet.lines))
    starts = [line.text[:3] for line in page.lines]
    assert starts.index("附件：") > 0
    assert page.lines[-2].text.endswith("日")


def test_a_circular_has_its_number_under_the_mark(circular: tuple[Sheet, ...]) -> None:
    """云政办〔2025〕N号, centred, in hexagonal brackets, without zeros or 第 (7.2.5)."""
    number = next(line for line in circular[0].lines if "号" in line.text)
    assert re.fullmatch(r"云政办〔2025〕[1-9]\d*号", number.text)
    assert number.left + number.right == pytest.approx(28 + 184, abs=0.5)


def test_a_circular_leaves_room_for_the_seal(circular: tuple[Sheet, ...]) -> None:
    """The date stands four characters from the right, the name centred over it, three lines below the note."""
    page = next(sheet for sheet in upright(circular)[1:] if any(line.text.startswith("附件：") for line in sheet.lines))
    *_, note, name, day, _ = page.lines
    assert 184 - day.right == pytest.approx(4 * CELL, abs=0.3)
    assert name.left + name.right == pytest.approx(day.left + day.right, abs=0.6)
    assert name.baseline - note.baseline == pytest.approx(4 * 28.99 * reading.MM, abs=0.2)


def test_an_annex_begins_with_its_number_and_title(sheets: tuple[Sheet, ...]) -> None:
    """附件N stands flush on the first line in Heiti, the title centred on the third (7.3.7)."""
    page = next(sheet for sheet in upright(sheets) if sheet.lines[0].text.startswith("附件") and sheet.width < 211)
    number, title = page.lines[:2]
    assert re.fullmatch(r"附件\d?", number.text)
    assert (number.role, round(number.size)) == ("heiti", 16)
    assert number.left == pytest.approx(28, abs=0.3)
    assert title.baseline - number.baseline == pytest.approx(2 * 28.99 * reading.MM, abs=1.0)
    assert title.left + title.right == pytest.approx(28 + 184, abs=0.6)
