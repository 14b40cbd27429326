"""The PDF, measured on the page against GB/T 9704-2012 (sizes in mm, from the top left of the sheet)."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from reportgen.errors import InputError
from reportgen.render import fonts as faces
from reportgen.render import page as templates
from reportgen.render import pdf, theme
from reportgen.render.fonts import Fonts
from reportgen.render.lines import NO_END, NO_START
from reportgen.render.theme import Theme
from tests.render import pdf_reading as reading
from tests.render import sample
from tests.render.pdf_reading import Printed, Sheet

ABOUT = pdf.About(
    "云湖区人民政府办公室",
    date(2025, 8, 31),
    (pdf.Attachment("2025-08.txt", "序号｜项目".encode(), "填报原表"),),
)
HAN = re.compile("[一-鿿]")


@pytest.fixture(scope="module")
def look() -> Theme:
    return theme.load(sample.TEMPLATES / "theme.toml")


@pytest.fixture(scope="module")
def fonts(look: Theme) -> Fonts:
    return faces.resolve(look, [Path("~/.cache/reportgen/fonts").expanduser()])


@pytest.fixture(scope="module")
def printed(look: Theme, fonts: Fonts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, printed once."""
    path = tmp_path_factory.mktemp("pdf") / "sample.pdf"
    pdf.write(sample.page(look), look, fonts, path, ABOUT)
    return path


@pytest.fixture(scope="module")
def pages(printed: Path) -> tuple[Sheet, ...]:
    return reading.sheets(printed)


def print_sample(text: str, look: Theme, fonts: Fonts, path: Path) -> tuple[Sheet, ...]:
    """Print other markup and read it back."""
    pdf.write(sample.page(look, text), look, fonts, path, ABOUT)
    return reading.sheets(path)


def body(sheet: Sheet) -> list[Printed]:
    """The lines of a page without its number."""
    return [line for line in sheet.lines if line.baseline < 263]


def test_sheets_are_a4(pages: tuple[Sheet, ...]) -> None:
    """Upright sheets are 210 by 297, those of the wide annex are the same, turned."""
    sizes = [(round(page.width), round(page.height)) for page in pages]
    assert set(sizes) == {(210, 297), (297, 210)}
    assert sizes[0] == sizes[-1] == (210, 297)


def test_a_full_page_has_22_lines(pages: tuple[Sheet, ...]) -> None:
    """The second page is full of text: 22 lines, 28.99 pt apart, from 44.3 to 259.0."""
    lines = body(pages[1])
    assert len(lines) == 22
    assert lines[0].baseline == pytest.approx(44.3, abs=0.1)
    assert lines[-1].baseline == pytest.approx(259.0, abs=0.1)
    steps = [after.baseline - before.baseline for before, after in pairwise(lines)]
    assert all(step == pytest.approx(28.99 * reading.MM, abs=0.11) for step in steps)


def test_type_stands_within_the_margins(pages: tuple[Sheet, ...]) -> None:
    """No letter of an upright page stands left of 28 or right of 184."""
    upright = [line for page in pages if page.width < 211 for line in body(page)]
    assert min(line.left for line in upright) >= 27.9
    assert max(line.right for line in upright) <= 184.3


def test_full_lines_are_flush(pages: tuple[Sheet, ...]) -> None:
    """Every line of a paragraph but the last ends at the right edge of the type area."""
    lines = body(pages[1])
    full = [line for line, after in pairwise(lines) if after.left < 30]
    assert len(full) > 10
    assert all(line.right == pytest.approx(184.0, abs=0.6) for line in full)


def test_28_hanzi_a_line(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """A paragraph of hanzi alone has 26 on its first line and 28 on the next."""
    text = sample.markup(0).replace("农村公路改造提升", "云湖" * 60)
    pages = print_sample(text, look, fonts, tmp_path / "han.pdf")
    lines = [line.text for page in pages for line in page.lines if "云湖云湖" in line.text]
    assert [len(line) for line in lines[1:4]] == [28, 28, 28]
    assert len(lines[0]) == 27  # 1. takes the width of one hanzi


def test_no_line_begins_or_ends_with_a_forbidden_mark(pages: tuple[Sheet, ...]) -> None:
    """Marks that must not stand at a line's end or start do not; no number, dash or ellipsis is parted."""
    for before, after in pairwise(body(pages[1])):
        assert after.text[0] not in NO_START
        assert before.text[-1] not in NO_END
        assert not (before.text[-1].isascii() and after.text[0].isascii())


@pytest.mark.parametrize(
    ("start", "role", "size"),
    [
        ("云湖民生实事简报", "biaosong", 42),
        ("第8期", "fangsong", 16),
        ("关于2025年8月份", "biaosong", 22),
        ("各街道办事处", "fangsong", 16),
        ("一、总体情况", "heiti", 16),
        ("截至2025年8月31日", "fangsong", 16),
        ("— 1 —".replace(" ", ""), "songti", 14),
    ],
)
def test_faces_and_sizes(pages: tuple[Sheet, ...], start: str, role: str, size: float) -> None:
    """Each part of the first page is set in its face and size."""
    line = pages[0].line(start)
    assert (line.role, round(line.size, 1)) == (role, size)
    assert {letter.role for letter in line.letters} == {role}


def test_second_level_headings_are_kaiti(pages: tuple[Sheet, ...]) -> None:
    """（一） is set in Kaiti, 1. in Fangsong."""
    lines = [line for page in pages for line in page.lines]
    assert next(line.role for line in lines if line.text.startswith("（一）")) == "kaiti"
    assert next(line.role for line in lines if line.text.startswith("1.农村")) == "fangsong"


def test_masthead_and_rule(printed: Path, pages: tuple[Sheet, ...]) -> None:
    """The name is red; the red rule is as wide as the type area, 4 mm below the line of issuer and date."""
    image = reading.picture(printed, 1)
    ink = reading.red(image)
    foot = int(80 / 25.4 * reading.DPI)
    top, _ = reading.extent(ink[foot:], 0)
    left, right = reading.extent(ink[foot:], 1)
    assert (left, right) == (pytest.approx(28.0, abs=0.3), pytest.approx(184.0, abs=0.3))
    issuer = pages[0].line("云湖区人民政府办公室")
    assert issuer.left == pytest.approx(28 + 16 * reading.MM, abs=0.2)
    assert issuer.right == pytest.approx(184 - 16 * reading.MM, abs=0.2)
    rule = 80 + top
    above = reading.dark(image)[: int((rule - 0.5) / 25.4 * reading.DPI)]
    assert rule - reading.extent(above, 0)[1] == pytest.approx(4.0, abs=0.5)
    coloured = {letter.colour for line in pages[0].lines for letter in line.letters} - {(0.0, 0.0, 0.0), (0.0,)}
    assert coloured == {(1.0, 0.0, 0.0)}


def test_a_long_issuer_leaves_the_date_its_place(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """Where issuer and date have no room on one line, the date stands at the right of the next."""
    long = sample.MASTHEAD.replace("云湖区人民政府办公室", "云湖区重点民生实事项目推进工作领导小组办公室")
    first = print_sample(sample.markup(1).replace(sample.MASTHEAD, long), look, fonts, tmp_path / "long.pdf")[0]
    issuer, day = first.line("云湖区重点"), first.line("2025年9月5日")
    assert day.baseline - issuer.baseline == pytest.approx(10.2, abs=0.15)
    assert day.right == pytest.approx(184 - 16 * reading.MM, abs=0.2)


def test_an_issuer_longer_than_a_line_stays_on_the_page(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """It goes on in the next line, which the date ends; over the date at the end, which stays whole, it does so too."""
    name = "某某市某某区人民政府民生实事项目工作领导小组办公室（区政府督查室）"
    text = sample.markup(1).replace("云湖区人民政府办公室", name)
    pages = print_sample(text, look, fonts, tmp_path / "longer.pdf")
    issuer, rest = pages[0].line("某某市某某区"), pages[0].line("（区政府督查室）2025年9月5日")
    assert (issuer.text, rest.baseline - issuer.baseline) == (name[:25], pytest.approx(10.2, abs=0.15))
    assert rest.left == pytest.approx(28 + 16 * reading.MM, abs=0.5 * 16 * reading.MM)
    assert rest.right == pytest.approx(184 - 16 * reading.MM, abs=0.2)
    (end,) = [page for page in pages[1:] if any(line.text == "2025年9月5日" for line in page.lines)]
    day = end.line("2025年9月5日")
    assert 184 - day.right == pytest.approx(2 * 156 / 28, abs=0.3)
    assert all(line.left >= 28 - 0.1 and line.right <= 184.3 for line in body(end))


def test_issuing_mark_of_a_circular(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """The mark of a 通报 stands 35 mm below the type area's top, its number two lines lower over the red rule."""
    head = (
        '<section class="masthead"><p class="issuing-mark">云湖区人民政府办公室通报</p>'
        '<p class="document-number">云政办〔2025〕8号</p></section>'
    )
    path = tmp_path / "circular.pdf"
    pages = print_sample(sample.markup(1).replace(sample.MASTHEAD, head), look, fonts, path)
    top, bottom = reading.extent(reading.red(reading.picture(path, 1)), 0)
    number = pages[0].line("云政办")
    assert top == pytest.approx(72.0, abs=1.0)
    assert number.left + number.right == pytest.approx(28 + 184, abs=0.5)
    assert bottom - number.baseline == pytest.approx(4 + 1.0 + 0.7, abs=0.6)


@pytest.mark.parametrize(("page", "edge"), [(1, 179.06), (2, 32.94), (3, 179.06)])
def test_page_numbers(printed: Path, pages: tuple[Sheet, ...], page: int, edge: float) -> None:
    """The number stands 7 mm below the type area, one character in: right on odd pages, left on even ones."""
    number = pages[page - 1].lines[-1]
    assert number.text == f"—{page}—"
    assert (number.right if page % 2 else number.left) == pytest.approx(edge, abs=0.4)
    foot = int(264 / 25.4 * reading.DPI)
    dots = reading.dark(reading.picture(printed, page))[foot:]
    column = int((number.left + 1.5) / 25.4 * reading.DPI)
    top, bottom = reading.extent(dots[:, column : column + 2], 0)
    assert 264 + (top + bottom) / 2 == pytest.approx(269.0, abs=0.5)


@pytest.mark.parametrize(("page", "first", "last"), [(5, 163.4, 179.1), (6, 32.9, 48.6)])
def test_page_numbers_of_turned_pages(printed: Path, page: int, first: float, last: float) -> None:
    """On a turned sheet the number is where it is on all others: its foot is the sheet's left edge."""
    margin = reading.dark(reading.picture(printed, page))[:, : int(34 / 25.4 * reading.DPI)]
    assert reading.extent(margin, 0) == (pytest.approx(first, abs=0.4), pytest.approx(last, abs=0.4))
    left, right = reading.extent(margin, 1)
    assert left > 25
    assert right < 31


def test_signature_and_date(pages: tuple[Sheet, ...]) -> None:
    """The name stands two characters from the right; the date begins two right of the name's beginning."""
    page = next(page for page in pages if any(line.text == "2025年9月5日" for line in page.lines))
    place = next(at for at, line in enumerate(page.lines) if line.text == "2025年9月5日")
    name, day = page.lines[place - 1], page.lines[place]
    cell = 156 / 28
    assert 184 - name.right == pytest.approx(2 * cell, abs=0.3)
    assert day.left - name.left == pytest.approx(2 * cell, abs=0.7)


def test_the_page_of_the_signature_has_text(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """However long the text is, note, signature and date stand on one page with at least a line of it (7.3.5.4)."""
    for lines in range(17, 26):
        text = sample.markup(0, sample.ledger(1, 1)).replace("<h3", f'<p class="body">{"云" * 28 * lines}</p><h3', 1)
        pages = print_sample(text.replace("农村公路", "云" * 28), look, fonts, tmp_path / f"{lines}.pdf")
        page = next(page for page in pages if any(line.text == "2025年9月5日" for line in page.lines[3:]))
        starts = [line.text[:3] for line in page.lines]
        assert "附件：" in starts
        assert starts.index("附件：") > 0


def test_attachment_note(pages: tuple[Sheet, ...]) -> None:
    """The second attachment's number stands under the first one's."""
    page = next(page for page in pages if any(line.text.startswith("附件：1.") for line in page.lines))
    first, second = page.line("附件：1."), page.line("2.2025")
    assert second.left == pytest.approx(first.letters[3].left, abs=0.3)


def test_closing_block_stands_at_the_foot_of_the_last_page(pages: tuple[Sheet, ...]) -> None:
    """Its last rule coincides with the foot of the type area; outer rules 0.35 mm, inner ones 0.25 mm."""
    strokes = sorted(set(pages[-1].strokes))
    assert strokes[-1][0] == pytest.approx(262.0, abs=0.5)
    levels = sorted({round(y, 1): width for y, width, _, _ in strokes}.items())
    assert [width for _, width in levels] == pytest.approx([0.35, 0.25, 0.25, 0.35], abs=0.02)
    assert min(left for _, _, left, _ in strokes) == pytest.approx(28.0, abs=0.3)
    assert max(right for *_, right in strokes) == pytest.approx(184.0, abs=0.3)
    first, wrapped = pages[-1].line("发："), pages[-1].line("位，各有关企业")
    assert wrapped.left == pytest.approx(first.letters[2].left, abs=0.3)


def test_closing_block_moves_where_the_page_is_full(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """Where it does not fit under the text, it stands at the foot of the next page, over nothing."""
    text = re.sub('<section class="annex.*?</section>', "", sample.markup(4), flags=re.DOTALL)
    for more in range(6):
        longer = text.replace("<h3", f'<p class="body">{"云" * 80 * more}</p><h3' if more else "<h3", 1)
        last = print_sample(longer, look, fonts, tmp_path / f"{more}.pdf")[-1]
        above = [line.baseline for line in last.lines if line.baseline < 224]
        assert last.line("报：").baseline == pytest.approx(231.4, abs=0.5)
        assert not above or max(above) < 224


ANNEX = re.compile('<section class="annex.*?</section>', re.DOTALL)


@pytest.mark.parametrize("lines", [4, 14, 20, 26, 36, 42])
def test_closing_block_stands_on_the_back_of_a_sheet(lines: int, look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """Where a theme asks for it, the closing block ends an even page: the text's own, if that has room, or the next."""
    text = ANNEX.sub("", sample.markup(0, sample.ledger(1, 1)))
    text = text.replace("<h3", f'<p class="body">{"云" * 28 * lines}</p><h3', 1)
    pages = print_sample(text, sample.duplex(look), fonts, tmp_path / "a.pdf")
    assert len(pages) % 2 == 0
    assert max(y for y, *_ in pages[-1].strokes) == pytest.approx(262.0, abs=0.5)
    assert [any("共印50份" in line.text for line in page.lines) for page in pages].index(True) == len(pages) - 1


def test_a_closing_block_after_an_empty_page_is_not_numbered(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """After a turned annex on an even page an empty page comes first; neither it nor the closing page has a number."""
    text = sample.markup(0, sample.ledger(1, 1)).replace('<section class="annex">', "<gone>")
    text = re.sub("<gone>.*?</section>", "", text, flags=re.DOTALL)
    text = text.replace("<h3", f'<p class="body">{"云" * 28 * 30}</p><h3', 1)
    *_, annex, empty, last = print_sample(text, sample.duplex(look), fonts, tmp_path / "a.pdf")
    assert annex.width > 290
    assert not empty.lines
    assert "共印50份" in last.lines[-1].text


def test_printing_on_one_side_needs_no_even_page(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """A theme that does not ask for it leaves the closing block on the last page, odd or even."""
    text = ANNEX.sub("", sample.markup(0, sample.ledger(1, 1)))
    text = text.replace("<h3", f'<p class="body">{"云" * 28 * 30}</p><h3', 1)
    pages, duplex = (print_sample(text, kind, fonts, tmp_path / "a.pdf") for kind in (look, sample.duplex(look)))
    assert (len(pages), len(duplex)) == (3, 4)
    assert any("共印50份" in line.text for line in pages[-1].lines)


@pytest.mark.parametrize("rows", [1, 4, 12, 13, 14, 15, 16, 17, 18, 30, 34])
def test_closing_block_never_stands_alone_after_a_table(rows: int, look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """However long the last annex is, some of its rows stand on the page of the closing block."""
    table = sample.ledger(1, rows).replace('class="ledger"', 'class="behind"')
    text = sample.markup(0, sample.ledger(1, 1)).replace('<p class="body">无。</p>', table)
    last = print_sample(text, look, fonts, tmp_path / "a.pdf")[-1]
    assert "共印50份" in last.lines[-2].text
    assert any("承诺" in line.text or "8月份完成情况" in line.text for line in last.lines)


def test_the_page_of_the_signature_has_more_than_one_line_of_text(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """Where the signature goes to a new page, it takes two lines of the text with it."""
    for lines in range(3, 25):
        text = ANNEX.sub("", sample.markup(0, sample.ledger(1, 1)))
        text = text.replace("<h3", f'<p class="body">{"云" * 28 * 26}</p><h3', 1)
        text = text.replace('<p class="attachment', f'<p class="body">{"云" * 28 * lines}</p><p class="attachment')
        for sheet in print_sample(text, look, fonts, tmp_path / "a.pdf"):
            told = [line.text for line in sheet.lines]
            if any(text.startswith("附件：") for text in told):
                assert [text.startswith("附件：") for text in told].index(True) >= 2


def test_long_table_repeats_heads_and_labels(pages: tuple[Sheet, ...]) -> None:
    """Every page of the annex has the header row; a project that goes on has its label again with （续）."""
    wide = [page for page in pages if page.width > 290]
    assert len(wide) == 3
    assert all(sum("项目名称" in line.text for line in page.lines) == 1 for page in wide)
    assert sum("（续）" in line.text for page in wide for line in page.lines) >= 2


def test_pages_of_a_long_table_are_filled(pages: tuple[Sheet, ...]) -> None:
    """All pages of the annex but the last end at the foot of the turned type area, 184 mm down."""
    *full, _ = [page for page in pages if page.width > 290]
    assert [max(y for y, *_ in page.strokes) for page in full] == pytest.approx([184.0] * len(full), abs=1)


def test_a_long_label_beside_short_rows_does_not_push_them_off_the_page(
    look: Theme, fonts: Fonts, tmp_path: Path
) -> None:
    """Where labels are higher than the rows they stand beside, pages still end where they were counted to end."""
    table = sample.ledger(40, 2, "开工。").replace("便利畅行工程", "云湖区便利畅行惠民提升工程项目")
    pages = print_sample(sample.markup(1, table), look, fonts, tmp_path / "labels.pdf")
    *full, last = [page for page in pages if page.width > 290]
    assert all(max(y for y, *_ in page.strokes) == pytest.approx(184.0, abs=1) for page in full)
    assert len(full) < 14
    assert last.strokes


def test_status_is_told_apart_in_grey(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """Status words are black; the grounds of done, on track and behind differ in a black-and-white copy."""
    cell = '<span class="on_track">▲按序时推进</span>'
    greys = []
    for mark in ("done", "on_track", "behind"):
        text = sample.markup(1, sample.ledger(1, 1)).replace(cell, f'<span class="{mark}">〇</span>')
        path = tmp_path / f"{mark}.pdf"
        pages = print_sample(text, look, fonts, path)
        at, sheet = next((at, page) for at, page in enumerate(pages, 1) if page.width > 290)
        letter = next(letter for line in sheet.lines for letter in line.letters if letter.text == "〇")
        assert set(letter.colour) == {0.0}
        line = next(line for line in sheet.lines if letter in line.letters)
        row, column = (int(mm / 25.4 * reading.DPI) for mm in (line.baseline + 2, letter.left))
        greys.append(reading.picture(path, at)[row, column].sum() / 765)
    done, on_track, behind = greys
    assert on_track == 1
    assert on_track - done > 0.05
    assert done - behind > 0.05


def test_rows_are_never_cut(pages: tuple[Sheet, ...]) -> None:
    """Each cell of the annex stands whole on one page: as many beginnings as ends on every page."""
    for page in (page for page in pages if page.width > 290):
        text = "".join(line.text for line in page.lines)
        assert text.count("招") == text.count("提") > 0


def test_a_cell_of_ten_thousand_characters_comes_out(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """A row taller than the page is cut between lines, and no letter is lost."""
    table = sample.ledger(1, 3, "云湖区" * 3333)
    pages = print_sample(sample.markup(1, table), look, fonts, tmp_path / "long.pdf")
    text = "".join(letter.text for page in pages for line in page.lines for letter in line.letters)
    assert len(re.findall("[云湖区]", text)) >= 3 * 3 * 3333
    assert all(line.baseline < 184 for page in pages if page.width > 290 for line in page.lines)
    assert all(any("项目名称" in line.text for line in page.lines) for page in pages if page.width > 290)


def test_only_the_roles_faces_are_embedded(pages: tuple[Sheet, ...], look: Theme) -> None:
    """No letter is printed with a face outside the roles' stacks; hanzi of the body are Fangsong."""
    assert {letter.role for page in pages for line in page.lines for letter in line.letters} <= set(look.faces)
    hanzi = [letter for line in body(pages[1]) for letter in line.letters if HAN.match(letter.text)]
    assert {letter.role for letter in hanzi} == {"fangsong"}


def test_a_letter_without_a_glyph_stops_the_run(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """A letter that no face of the stack has is told, and nothing is written."""
    text = sample.markup(1).replace("农村公路", "农村\U000f1234公路")
    with pytest.raises(InputError, match="F1234"):
        print_sample(text, look, fonts, tmp_path / "lost.pdf")
    assert not (tmp_path / "lost.pdf").exists()


# The last four are blank in AR PL UKai, which lists them.
RARE = "喆堃昇珺玥珅瑄璟翀旸甦祎垚犇骉頔赟晞昉祐镕玚鋆翯碶墺潵垟峧㙦𬱖𫖯𬭎𠅤䶮㖞䴙䲟"


def test_rare_names_are_printed_in_ink(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """Hanzi of names and places, beyond the basic plane too, are each drawn, none as a box or as blank paper."""
    path = tmp_path / "rare.pdf"
    pages = print_sample(sample.markup(1).replace("农村公路改造提升", RARE), look, fonts, path)
    lines = [(at, line) for at, page in enumerate(pages, 1) if page.width < 290 for line in page.lines]
    printed = [(at, line, letter) for at, line in lines for letter in line.letters if letter.text in RARE]
    assert {letter.text for _, _, letter in printed} == set(RARE)
    shapes = {
        letter.text: ink.tobytes()
        for at, line, letter in printed
        if (ink := reading.dark(reading.clip(path, at, line, letter))).mean() > 0.05
    }
    assert len(set(shapes.values())) == len(RARE)


def test_rare_letters_do_not_move_the_lines(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """A page whose every line has a letter of a substitute face still has its 22 lines, and rows stay as counted."""
    text = sample.markup(0, sample.ledger(12, 2, "新碶街道，" * 12))
    text = text.replace("<h3", f'<p class="body">{"新碶" * 14 * 60}</p><h3', 1)
    pages = print_sample(text, look, fonts, tmp_path / "a.pdf")
    full = next(page for page in pages if sum("碶" in line.text for line in page.lines) > 20)
    baselines = [line.baseline for line in body(full)]
    assert len(baselines) == 22
    assert (baselines[0], baselines[-1]) == (pytest.approx(44.3, abs=0.1), pytest.approx(259.0, abs=0.1))
    *wide, _ = [page for page in pages if page.width > 290]
    assert all(max(y for y, *_ in page.strokes) == pytest.approx(184.0, abs=0.6) for page in wide)


def test_a_sign_of_a_symbol_font_is_printed_by_a_plain_one() -> None:
    """A bullet from Word's Symbol font comes out as a mark that every face has."""
    made = templates.environment(sample.TEMPLATES)
    assert made.from_string("{{ text }}").render(text="\uf0b7已完成\uf0fc") == "●已完成√"


def test_a_rare_letter_is_printed_with_the_stack(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """碶 is not in the first face of Fangsong; a later face of the stack prints it, still in its place."""
    pages = print_sample(sample.markup(1).replace("农村公路", "新碶公路"), look, fonts, tmp_path / "rare.pdf")
    line = next(line for page in pages for line in page.lines if "新碶" in line.text)
    assert line.letters[line.text.index("碶")].role == "fangsong"


def test_same_page_same_bytes(look: Theme, fonts: Fonts, printed: Path, tmp_path: Path) -> None:
    """Printing the same page again gives the same file."""
    again = tmp_path / "again.pdf"
    pdf.write(sample.page(look), look, fonts, again, ABOUT)
    assert again.read_bytes() == printed.read_bytes()


def test_file_tells_of_itself(printed: Path) -> None:
    """Title, author, language and dates are set; it is tagged PDF/A-3u and carries the source table."""
    with pikepdf.open(printed) as file:
        assert file.docinfo["/Title"] == "关于2025年8月份民生实事项目进展情况的通报"
        assert file.docinfo["/Author"] == "云湖区人民政府办公室"
        assert str(file.docinfo["/CreationDate"]).startswith("D:20250831")
        assert file.Root.Lang == "zh-CN"
        assert file.Root.MarkInfo.Marked
        assert b'pdfaid:part="3"' in file.Root.Metadata.read_bytes()
        assert file.attachments["2025-08.txt"].get_file().read_bytes() == "序号｜项目".encode()
        assert file.attachments["2025-08.txt"].relationship == pikepdf.Name.Source


def test_bookmarks_follow_the_headings(printed: Path) -> None:
    """The navigation has the title with its headings below, and each annex with number and title."""
    with pikepdf.open(printed) as file, file.open_outline() as outline:
        (title,) = outline.root
        assert title.title.startswith("关于2025年8月份云湖区民生实事项目")
        assert [part.title for part in title.children] == [
            "一、总体情况",
            "附件1 2025年8月份民生实事项目进展情况表",
            "附件2 滞后事项清单",
        ]
        assert [part.title for part in title.children[0].children] == ["（一）已完成"]


def test_pictures_have_words(printed: Path) -> None:
    """The chart's figure in the structure tree has alternative text."""
    with pikepdf.open(printed) as file:
        figures = [
            item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        assert [str(figure.Alt) for figure in figures] == [sample.CHART.alt]


def test_no_letter_prints_as_a_box(printed: Path) -> None:
    """No page shows glyph 0, the box of a missing letter; every font is embedded as a subset."""
    with pikepdf.open(printed) as file:
        for page in file.pages:
            shown = [
                text
                for operands, operator in pikepdf.parse_content_stream(page, "Tj TJ")
                for operand in operands
                for text in (operand if str(operator) == "TJ" else [operand])
                if isinstance(text, pikepdf.String)
            ]
            codes = [bytes(text)[at : at + 2] for text in shown for at in range(0, len(bytes(text)), 2)]
            assert codes
            assert b"\0\0" not in codes
        fonts = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item]
        assert fonts
        assert all(re.match(r"/[A-Z]{6}\+", str(font.FontName)) and "/FontFile3" in font for font in fonts)


def test_turned_sheets_use_their_width(look: Theme, fonts: Fonts, tmp_path: Path) -> None:
    """A title of 24 letters stands on one centred line of a turned sheet, which is wider than the upright one."""
    title = "云湖区" * 8
    text = sample.markup(1, sample.ledger(1, 1)).replace("2025年8月份民生实事项目进展情况表</h1>", f"{title}</h1>")
    wide = next(page for page in print_sample(text, look, fonts, tmp_path / "wide.pdf") if page.width > 290)
    line = wide.line(title)
    assert line.left + line.right == pytest.approx(35 + 260, abs=0.5)
