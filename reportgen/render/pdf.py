"""The PDF: the page set in lines, laid out by WeasyPrint; the same input gives the same bytes."""

from __future__ import annotations

import gc
import hashlib
import logging
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.render import charts, markup, metrics
from reportgen.render.css import style_sheet
from reportgen.render.fonts import Fonts, Text
from reportgen.render.page import Page
from reportgen.render.theme import PT_PER_MM, Theme
from reportgen.render.tree import Element

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

# Many objects live until the end of the layout; collecting them over and over only costs time.
PATIENT = (200_000, 50, 100)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to carry inside the PDF: the source table, or data made from it."""

    name: str
    content: bytes
    description: str
    relationship: str = "Source"


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of itself."""

    author: str = ""
    day: date | None = None
    attachments: tuple[Attachment, ...] = ()


NOBODY = About()


def write(page: Page, theme: Theme, fonts: Fonts, path: Path, about: About = NOBODY) -> None:
    """Write the page as a tagged PDF/A-3u."""
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    _list_pages_once()
    texts = tuple(page_texts(page, theme))
    fonts.check(texts)
    widths = {role: metrics.widths(fonts.files(role)) for role in fonts.stacks}
    body = markup.document(page.root, theme, widths, _drawer(page, theme, fonts))
    configuration = _fonts()
    with _patient_collector():
        css = CSS(string=style_sheet(theme, fonts.needed(texts)), font_config=configuration)
        # Pictures are in the page itself; an office's template can have nothing fetched, from a disk or a network.
        html = HTML(string=_html(page, about, body), url_fetcher=URLFetcher(allowed_protocols=("data",)))
        html.write_pdf(
            path,
            stylesheets=[css],
            font_config=configuration,
            pdf_variant="pdf/a-3u",
            pdf_tags=True,
            pdf_identifier=hashlib.sha256(body.encode()).digest()[:16],
            attachments=_attachments(about),
        )


def page_texts(page: Page, theme: Theme) -> Iterator[Text]:
    """Yield the words of the page by the role that prints them."""
    for node in page.root.walk():
        if node.tag == "figure":
            chart = page.charts[node.get("data-chart")]
            yield Text(theme.figures[node.cls].face, "".join((*chart.categories, *chart.series)), chart.title)
        elif node.cls in theme.styles and node.tag == theme.styles[node.cls].tag:
            yield Text(theme.styles[node.cls].face, node.text.replace("\n", ""), node.cls)
        elif node.tag == "table":
            table = theme.tables[node.cls]
            for cell in node.walk():
                if cell.tag in {"th", "td"}:
                    face = table.head.face if cell.tag == "th" else table.cell.face
                    yield Text(face, cell.text.replace("\n", ""), f"{node.cls}: {cell.text[:12]}")


@lru_cache(maxsize=1)
def _list_pages_once() -> None:
    """Let pydyf keep its list of pages: it makes the list anew for every tagged box, so time grows with its square."""
    from weasyprint.pdf import pydyf

    listed = pydyf.PDF.page_references.fget

    def page_references(pdf: Any) -> tuple[bytes, ...]:
        known: tuple[int, tuple[bytes, ...]] = getattr(pdf, "listed_pages", (0, ()))
        count = len(pdf.pages["Kids"])
        if known[0] != count:
            pdf.listed_pages = known = (count, listed(pdf))
        return known[1]

    pydyf.PDF.page_references = property(page_references)


@lru_cache(maxsize=1)
def _fonts() -> FontConfiguration:
    """Keep one configuration a process: making one reads all fonts of the machine."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@contextmanager
def _patient_collector() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*PATIENT)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _attachments(about: About) -> list[Any]:
    from weasyprint import Attachment as Embedded

    # Without a day of its own an attachment would bear the clock's, and no two runs would be alike.
    day = about.day or date(1980, 1, 1)
    moment = datetime(day.year, day.month, day.day)
    return [
        Embedded(
            string=file.content,
            name=file.name,
            description=file.description,
            relationship=file.relationship,
            created=moment,
            modified=moment,
        )
        for file in about.attachments
    ]


def _html(page: Page, about: About, body: str) -> str:
    facts = {"author": about.author, "generator": "reportgen"}
    if about.day:
        facts |= dict.fromkeys(("dcterms.created", "dcterms.modified"), f"{about.day.isoformat()}T00:00:00Z")
    metas = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in facts.items() if value)
    head = f'<meta charset="utf-8"><title>{escape(page.title)}</title>{metas}'
    return f'<html lang="{page.lang}"><head>{head}</head><body>{body}</body></html>'


def _drawer(page: Page, theme: Theme, fonts: Fonts) -> markup.Draw:
    """Make the function that draws a figure's chart."""

    def draw(figure: Element) -> markup.Picture:
        chart, look = page.charts[figure.get("data-chart")], theme.figures[figure.cls]
        drawn = charts.drawing(chart, look, fonts.family(look.face))
        svg = b64encode(charts.svg(drawn, page.templates).encode()).decode()
        return markup.Picture(f"data:image/svg+xml;base64,{svg}", chart.alt, drawn.height * PT_PER_MM)

    return draw
