"""What the Word file says is written as an official document is (official-format §F 15-18, 25, 26, 28, 33-37).

Checked on the file that an office gets: from the real table, and from the golden months.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from reportgen import briefing, labels, norms, pipeline, workspace
from reportgen.render import page, theme, word
from reportgen.render.fonts import Fonts, in_gb2312
from tests import making
from tests.render import sample
from tests.render.docx_reading import Docx, W, get, rows, style_of, text_of

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "golden" / "briefing").glob("*.case"))
WORDS = labels.load(sample.TEMPLATES / "labels.toml")
LOOK = theme.load(sample.TEMPLATES / "theme.toml")
HAN = "㐀-䶿一-鿿"
REAL = ROOT / "tests" / "data" / "2025-08.txt"
SHARE = re.compile(r"([已按滞][^，。；、]{1,5}?)(\d+)项，占([\d.]+)%")


@cache
def composed(source: Path) -> briefing.Briefing:
    rules = norms.load(ROOT / "templates" / "norms.toml")
    if source.suffix == ".case":
        return briefing.compose(*making.month(source.read_text(encoding="utf-8")), making.settings(), WORDS, rules)
    table, verdicts = pipeline.judged(workspace.unsettled(), [source], rules)
    return briefing.compose(table, verdicts, making.settings(), WORDS, rules)


@pytest.fixture(scope="module", params=[REAL, *CASES], ids=lambda path: path.stem)
def docx(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Docx:
    made = page.render(composed(request.param), WORDS, sample.TEMPLATES)
    path = tmp_path_factory.mktemp("word") / "briefing.docx"
    word.write(made, LOOK, Fonts({}, LOOK.faces), path, word.Properties(made.title, "云湖区", date(2025, 8, 31)))
    return Docx(path)


def texts(docx: Docx, *styles: str) -> list[str]:
    return [text_of(paragraph) for paragraph in docx.paragraphs() if not styles or style_of(paragraph) in styles]


def test_headings_count_from_one_without_gaps(docx: Docx) -> None:
    """一、二、三、 of the first level; （一）（二） begin anew under each."""
    first, second = 0, 0
    for paragraph in docx.paragraphs():
        text = text_of(paragraph)
        if style_of(paragraph) == "level1":
            first, second = first + 1, 0
            assert text.startswith(f"{WORDS.ordinal(first)}、")
        elif style_of(paragraph) == "level2":
            second += 1
            assert first
            assert text.startswith(f"（{WORDS.ordinal(second)}）")


def test_numbered_entries_count_from_one(docx: Docx) -> None:
    """1. 2. 3. begin anew under each heading."""
    count = 0
    for paragraph in docx.paragraphs():
        if style_of(paragraph) in {"level1", "level2"}:
            count = 0
        elif style_of(paragraph) == "level3":
            count += 1
            assert text_of(paragraph).startswith(f"{count}.")


def test_title_is_broken_as_the_rule_says(docx: Docx) -> None:
    """At most 20 characters a line, none of three or fewer at the end, no line that begins with a joining word."""
    (title,) = texts(docx, "title")
    broken = title.split("\n")
    assert "通报" in title
    assert title[-1] not in "。，；"
    assert all(len(line) <= 20 for line in broken)
    assert len(broken[-1]) >= 3
    assert all(line[0] not in "的和与及、》）" for line in broken)
    assert len(broken) == 1 or len({len(line) for line in broken}) > 1


@pytest.mark.parametrize(
    ("pattern", "style"),
    [
        ("[一二三四五六七八九十]+、", "level1"),
        ("（[一二三四五六七八九十]+）", "level2"),
        (r"\d+\.(?!\d)|（\d+）", "level3"),
    ],
)
def test_numbered_paragraphs_are_set_by_their_level(docx: Docx, pattern: str, style: str) -> None:
    """Whatever begins with 一、, （一） or 1. is set in the style of that level, annexes' lines apart (§F 12-14)."""
    styles = {style_of(found) for found in docx.paragraphs() if re.match(pattern, text_of(found))}
    cells = {name for name in styles if name.split("-")[0] in LOOK.tables}
    assert styles - cells <= {style, "attachment-note"}


def test_masthead_lines_have_their_form(docx: Docx) -> None:
    """第N期; the issuer's line ends with the whole date (§F 21, 22)."""
    assert all(re.fullmatch(r"第\d+期", text) for text in texts(docx, "issue"))
    day = r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日"
    assert all(re.search(f"{day}$", text) for text in texts(docx, "issuer"))


def test_hanzi_beyond_gb2312_are_in_runs_of_their_own(docx: Docx) -> None:
    """Every run's letters are all in the face that it asks for, and no run asks for another without need (§F 11)."""
    for run in docx.body.iter(f"{W}r"):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        asked = "" if fonts is None else get(fonts, "eastAsia")
        letters = text_of(run).replace("\n", "")
        if letters:
            assert {not in_gb2312(char) for char in letters} == {bool(asked)}, letters


def test_dates_are_whole_and_unpadded(docx: Docx) -> None:
    """2025年9月5日, never 09月, 05日 or 25年."""
    for text in texts(docx):
        assert not re.search(r"年0\d月|月0\d日|(?<!\d)\d{2}年\d+月", text), text


def test_annex_titles_are_those_of_the_note(docx: Docx) -> None:
    """Each annex that the note names is there, under the same title, on a new page after its number."""
    note = [re.sub(r"^(附件：)?(\d+\.)?", "", text) for text in texts(docx, "attachment-note")]
    titles = [text.replace("\n", "") for text in texts(docx, "annex-title")]
    assert note == titles
    assert all(text[-1] not in "。，；" for text in note)
    assert len(texts(docx, "annex-number")) == len(titles)


def test_no_half_width_mark_stands_beside_a_hanzi(docx: Docx) -> None:
    """Marks within Chinese text are full-width; letters and digits are not."""
    for text in texts(docx):
        assert not re.search(f"[{HAN}][,;:!?()]|[,;:!?()][{HAN}]", text), text
        assert not re.search("[０-９Ａ-Ｚａ-ｚ]", text), text


def test_quotation_marks_pair(docx: Docx) -> None:
    """Every “ has its ”, and there is no straight quotation mark."""
    for text in texts(docx):
        depth = 0
        for char in re.findall("[“”]", text):
            depth += 1 if char == "“" else -1
            assert depth in (0, 1), text
        assert depth == 0, text
        assert '"' not in text, text


def test_no_spaces_are_used_to_set_text(docx: Docx) -> None:
    """No run of spaces, and no more than two empty paragraphs on end."""
    assert not any(re.search(r"[ 　]{2,}", text) for text in texts(docx))
    empty = 0
    for child in docx.body:
        blank = child.tag == f"{W}p" and not text_of(child) and child.find(f".//{W}drawing") is None
        empty = empty + 1 if blank else 0
        assert empty <= 2


def test_counts_and_shares_agree(docx: Docx) -> None:
    """The parts told in the overview add up to the whole, each share is that of its count, and shares make 100."""
    told = SHARE.findall("".join(texts(docx, "body")))
    if not told:
        pytest.skip("all items stand alike")
    counts = [int(count) for _, count, _ in told]
    (total,) = {sum(counts)}
    for _, count, share in told:
        assert abs(100 * int(count) / total - float(share)) < 0.11
    assert sum(round(float(share) * 10) for _, _, share in told) == 1000


def test_every_item_stands_in_the_ledger_once(docx: Docx) -> None:
    """The ledger's rows are as many as the items that the overview counts."""
    head, *ledger = rows(next(table for table in docx.body.iter(f"{W}tbl") if "进度状态" in rows(table)[0].values()))
    at = next(column for column, text in head.items() if text in {"进度状态", "核定状态"})
    assert all(row[at][0] in "●▲■" for row in ledger)
    told = SHARE.findall("".join(texts(docx, "body")))
    assert not told or len(ledger) == sum(int(count) for _, count, _ in told)
