"""The PDF: the page set in lines, laid out by WeasyPrint; the same input gives the same bytes."""

from __future__ import annotations

import gc
import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.render import markup, metrics
from reportgen.render.css import style_sheet
from reportgen.render.fonts import Fonts, Text
from reportgen.render.page import Page
from reportgen.render.theme import Theme
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

    author: str
    day: date
    attachments: tuple[Attachment, ...] = ()


def write(page: Page, theme: Theme, fonts: Fonts, about: About, path: Path) -> None:
    """Write the page as a tagged PDF/A-3u."""
    from weasyprint import CSS, HTML

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    texts = tuple(page_texts(page, theme))
    fonts.check(texts)
    widths = {role: metrics.widths(fonts.files(role)) for role in fonts.stacks}
    body = markup.document(page.root, theme, widths, _draw)
    configuration = _fonts()
    with _patient_collector():
        css = CSS(string=style_sheet(theme, fonts.needed(texts)), font_config=configuration)
        html = HTML(string=_html(page, about, body))
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
        if node.cls in theme.styles and node.tag == theme.styles[node.cls].tag:
            yield Text(theme.styles[node.cls].face, node.text.replace("\n", ""), node.cls)
        elif node.tag == "table":
            table = theme.tables[node.cls]
            for cell in node.walk():
                if cell.tag in {"th", "td"}:
                    face = table.head.face if cell.tag == "th" else table.cell.face
                    yield Text(face, cell.text.replace("\n", ""), f"{node.cls}: {cell.text[:12]}")


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

    return [Embedded(string=item.content, name=item.name, description=item.description, relationship=item.relationship, created=None, modified=None) for item in about.attachments]


def _html(page: Page, about: About, body: str) -> str:
    moment = f"{about.day:%Y-%m-%d}T00:00:00Z"
    return (
        f'<html lang="{page.lang}"><head><meta charset="utf-8"><title>{escape(page.title)}</title>'
        f'<meta name="author" content="{escape(about.author)}"><meta name="generator" content="reportgen">'
        f'<meta name="dcterms.created" content="{moment}"><meta name="dcterms.modified" content="{moment}">'
        f"</head><body>{body}</body></html>"
    )


def _draw(figure: Element) -> tuple[str, str]:
    return "", ""
