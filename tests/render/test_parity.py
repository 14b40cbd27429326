"""Word and PDF say what the page says: the same words in the same order, in styles of the same names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from reportgen import labels, norms
from reportgen.briefing import compose
from reportgen.render import columns, page, pdf, theme, word
from reportgen.render import fonts as faces
from reportgen.render.fonts import Fonts
from reportgen.render.page import Page
from reportgen.render.paging import CONTINUED
from reportgen.render.theme import Theme
from reportgen.render.tree import Element
from tests import making
from tests.render import sample
from tests.render.docx_reading import Docx, W, blocks, rows

CASES = Path(__file__).parents[1] / "golden" / "briefing"
WORDS = labels.load(sample.TEMPLATES / "labels.toml")
NORMS = norms.load(sample.TEMPLATES.parent / "norms.toml")
LOOK = theme.load(sample.TEMPLATES / "theme.toml")
DAY = date(2025, 8, 31)
PRINTABLE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs")), max_size=60
)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return faces.resolve(LOOK, [Path("~/.cache/reportgen/fonts").expanduser()])


def page_of(case: Path) -> Page:
    table, verdicts = making.month(case.read_text(encoding="utf-8"))
    return page.render(compose(table, verdicts, making.settings(), WORDS, NORMS), WORDS, sample.TEMPLATES)


def pages() -> list[object]:
    made = [pytest.param(case, id=case.stem) for case in sorted(CASES.glob("*.case"))]
    return [pytest.param(None, id="sample"), *made]


def page_named(case: Path | None) -> Page:
    return sample.page(LOOK) if case is None else page_of(case)


# --- Word ---------------------------------------------------------------------------------------


def told(root: Element, look: Theme) -> Iterator[tuple[str, str]]:
    """Yield (style name, text) of every block of the page; a table has its style's name only."""
    for section in root.elements:
        for node in section.elements:
            if node.tag == "table":
                yield look.tables[node.cls].name, ""
            elif node.tag == "figure":
                yield "图", ""
                yield from ((look.styles[child.cls].name, child.text) for child in node.elements)
            else:
                yield look.styles[node.cls].name, node.text


def joined(found: Iterator[tuple[str, str]], hanging: frozenset[str]) -> list[tuple[str, str]]:
    """Join the labelled lines that Word needs as paragraphs of their own."""
    together: list[tuple[str, str]] = []
    for name, text in found:
        if together and name in hanging and together[-1][0] == name:
            together[-1] = (name, f"{together[-1][1]}\n{text}")
        else:
            together.append((name, text))
    return together


def spread(table: Element) -> list[dict[int, str]]:
    """The page's table as texts by column, row by row; heads in one line, as their lines end where they have to."""
    return [
        {column: cell.text.replace("\n", "") if cell.tag == "th" else cell.text for column, cell in row}
        for group in table.elements
        for row in columns.placed(group.elements)
    ]


def without_repeats(found: list[dict[int, str]], wanted: list[dict[int, str]]) -> list[dict[int, str]]:
    """Take the labels that stand again on a new page out of Word's rows; anything else that is added stays."""
    kept, labels_above = [], dict[int, str]()
    for row, expected in zip(found, wanted, strict=True):
        again = {
            column
            for column, text in row.items()
            if column not in expected and text in (labels_above.get(column), f"{labels_above.get(column)}{CONTINUED}")
        }
        kept.append({column: text for column, text in row.items() if column not in again})
        labels_above |= expected
    return kept


@pytest.mark.parametrize("case", pages())
def test_word_says_what_the_page_says(case: Path | None, tmp_path: Path) -> None:
    """Blocks, their order, their styles' names, and every cell of every table."""
    made = page_named(case)
    path = tmp_path / "briefing.docx"
    word.write(made, LOOK, Fonts({}, LOOK.faces), path, word.Properties(made.title, "云湖区", DAY))
    docx = Docx(path)
    hanging = frozenset(style.name for style in LOOK.styles.values() if style.hang)
    assert joined(blocks(docx), hanging) == joined(told(made.root, LOOK), hanging)
    tables = [node for node in made.root.walk() if node.tag == "table"]
    for printed, table in zip(docx.body.iter(f"{W}tbl"), tables, strict=True):
        wanted = spread(table)
        assert without_repeats(rows(printed), wanted) == wanted


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=PRINTABLE, cell=PRINTABLE)
def test_word_says_any_text(text: str, cell: str, tmp_path: Path) -> None:
    """Whatever is typed comes out of a paragraph and of a cell as it went in."""
    filled = sample.markup(1, sample.ledger(2, 2, str(escape(cell)))).replace("无。", str(escape(text)))
    made = sample.page(LOOK, filled)
    path = tmp_path / "briefing.docx"
    word.write(made, LOOK, Fonts({}, LOOK.faces), path)
    docx = Docx(path)
    assert [found for name, found in blocks(docx) if name == LOOK.styles["body"].name][-1] == text.strip(" ")
    wanted = spread(next(node for node in made.root.walk() if node.tag == "table"))
    assert without_repeats(rows(next(docx.body.iter(f"{W}tbl"))), wanted) == wanted


# --- PDF ----------------------------------------------------------------------------------------


def printed_text(path: Path) -> str:
    """All pages' text in drawing order, without white space and page numbers."""
    number = LOOK.page_number
    with pypdfium2.PdfDocument(path) as document:
        texts = [sheet.get_textpage().get_text_bounded() for sheet in document]
    squeezed = ("".join(text.split()) for text in texts)
    pattern = f"{number.before.strip()}(\\d+){number.after.strip()}"
    return "".join(re.sub(f"{pattern}$|^{pattern}", "", text) for text in squeezed)


def words_of(root: Element) -> Iterator[str]:
    """Yield the page's texts in order, without white space."""
    for node in root.walk():
        if node.tag in {"p", "h1", "h2", "h3", "figcaption", "th", "td"}:
            yield "".join(node.text.split())


def repeats(made: Page) -> list[str]:
    """What the PDF may say again: heads of tables, labels on a new page; and what stands in charts."""
    heads = [node.text for node in made.root.walk() if node.tag == "th"]
    spanning = [node.text for node in made.root.walk() if node.tag == "td" and node.rowspan > 1]
    charted = [name for chart in made.charts.values() for name in (*chart.categories, *chart.series)]
    counts = [str(count) for chart in made.charts.values() for values in chart.series.values() for count in values]
    every = [*heads, *(text + CONTINUED for text in spanning), *spanning, *charted, *counts]
    return sorted({"".join(text.split()) for text in every} - {""}, key=len, reverse=True)


@pytest.mark.parametrize("case", pages())
def test_pdf_says_what_the_page_says(case: Path | None, fonts: Fonts, tmp_path: Path) -> None:
    """Every text of the page is printed once and in order, with nothing between but heads and labels that repeat."""
    made = page_named(case)
    pdf.write(made, LOOK, fonts, tmp_path / "briefing.pdf", pdf.About("云湖区", DAY))
    text = printed_text(tmp_path / "briefing.pdf")
    again = re.compile("|".join(map(re.escape, repeats(made))) or "(?!)")
    at = 0
    for words in words_of(made.root):
        place = text.find(words, at)
        assert place >= 0, f"{words!r} does not follow {text[max(0, at - 40) : at]!r}"
        assert again.sub("", text[at:place]) == ""
        at = place + len(words)
    assert again.sub("", text[at:]) == ""
