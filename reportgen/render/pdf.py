"""The PDF: the page set in lines, laid out by WeasyPrint; the same input gives the same bytes."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any

from reportgen.render import accessible, charts, engine, markup, metrics
from reportgen.render.css import style_sheet
from reportgen.render.fonts import Fonts, Text
from reportgen.render.page import Page
from reportgen.render.theme import Theme
from reportgen.render.theme_parts import PT_PER_MM, Section
from reportgen.render.tree import Element


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
KIND = {"pdf_variant": "pdf/a-3u", "pdf_tags": True}


def write(page: Page, theme: Theme, fonts: Fonts, path: Path, about: About = NOBODY) -> None:
    """Write the page as a tagged PDF/A-3u that is PDF/UA-1 too."""
    texts = tuple(page_texts(page, theme))
    fonts.check(texts)
    widths = {role: metrics.widths(fonts.files(role)) for role in fonts.stacks}
    sections = markup.sections(page.root, theme, widths, _drawer(page, theme, fonts))
    with engine.patient_collector():
        css = engine.load().CSS(string=style_sheet(theme, fonts.needed(texts)), font_config=engine.fonts())
        kinds = [theme.sections[node.cls] for node in page.root.elements]
        _laid_out(sections, kinds, _Layout(page, about, css)).write_pdf(
            path,
            finisher=accessible.finish,
            **KIND,
            pdf_identifier=hashlib.sha256("".join(sections).encode()).digest()[:16],
            attachments=_attachments(about),
        )


@dataclass(frozen=True, slots=True)
class _Layout:
    """Lays sections out, from a page number on."""

    page: Page
    about: About
    css: Any

    def __call__(self, sections: Iterable[str], first: int = 1) -> Any:
        weasyprint = engine.load()
        # Pictures are in the page itself; an office's template can have nothing fetched, from a disk or a network.
        fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
        html = weasyprint.HTML(string=_html(self.page, self.about, "\n".join(sections)), url_fetcher=fetcher)
        side = "left" if first % 2 == 0 else "right"
        start = f"@page :first{{counter-set:page {first}}}html{{break-before:{side}}}" if first > 1 else ""
        return html.render(
            font_config=engine.fonts(),
            stylesheets=[self.css, weasyprint.CSS(string=start, font_config=engine.fonts())],
            **KIND,
        )


def _laid_out(sections: Sequence[str], kinds: Sequence[Section], layout: _Layout) -> Any:
    """Lay all sections out. What must stand on the back of the last sheet shares an even page, or has one to itself.

    Only the last part that begins a page is laid out twice for that.
    """
    *others, last = sections
    if not kinds[-1].even or not others:
        return layout(sections)
    cut = _last_part(kinds)
    before = layout(sections[:cut]).pages if cut else []
    part = layout(others[cut:], len(before) + 1).pages if others[cut:] else []
    count = len(before) + len(part)
    if count % 2:
        end = layout([last], count + 1)
        return end.copy([*before, *part, *end.pages])
    whole = layout(sections[cut:], len(before) + 1)
    if part and len(whole.pages) == len(part):
        return whole.copy([*before, *whole.pages])
    # With an empty page before it, neither page is numbered (GB/T 9704 7.5).
    end = layout(['<div class="plain leaf"></div>', f'<div class="plain">{last}</div>'], count + 1)
    return end.copy([*before, *part, *end.pages])


def _last_part(kinds: Sequence[Section]) -> int:
    """Find the first of the last sections that lie on the same kind of sheet without a new page between them."""
    begins = (at for at in range(1, len(kinds)) if kinds[at].new_page or kinds[at].landscape != kinds[at - 1].landscape)
    return max(begins, default=0)


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


def _attachments(about: About) -> list[Any]:
    embed = engine.load().Attachment
    # Without a day of its own an attachment would bear the clock's, and no two runs would be alike.
    day = about.day or date(1980, 1, 1)
    moment = datetime(day.year, day.month, day.day)
    return [
        embed(
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
    return f'<html lang="zh-CN"><head>{head}</head><body>{body}</body></html>'


def _drawer(page: Page, theme: Theme, fonts: Fonts) -> markup.Draw:
    """Make the function that draws a figure's chart."""

    def draw(figure: Element) -> markup.Picture:
        chart, look = page.charts[figure.get("data-chart")], theme.figures[figure.cls]
        drawn = charts.drawing(chart, look, fonts.family(look.face))
        svg = b64encode(charts.svg(drawn, page.templates).encode()).decode()
        return markup.Picture(f"data:image/svg+xml;base64,{svg}", chart.alt, drawn.height * PT_PER_MM)

    return draw
