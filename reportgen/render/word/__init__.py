"""From the checked page to briefing.docx, in named styles only."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.render.word import letterhead as letterheads
from reportgen.render.word import package as packages
from reportgen.render.word.charts import Figure, attach_chart
from reportgen.render.word.document import Furniture, body
from reportgen.render.word.package import Properties
from reportgen.render.word.paragraphs import Look
from reportgen.render.word.review import Notes, comment_styles, comments_xml, evidence
from reportgen.render.word.sections import USUAL, empty_footer_xml, footer_xml
from reportgen.render.word.styles import styles_xml

if TYPE_CHECKING:
    from docx.opc.part import Part

    from reportgen.render.fonts import Fonts
    from reportgen.render.page import Page
    from reportgen.render.theme import Theme

__all__ = ["Properties", "evidence", "write"]


def write(
    page: Page,
    theme: Theme,
    fonts: Fonts,
    path: Path,
    about: Properties | None = None,
    notes: Notes | None = None,
    base: Path | None = None,
) -> None:
    """Write the page as a Word document.

    With `notes` it is a review copy that has them for comments; with `base` it begins with an office's letterhead.
    """
    about, notes = about or Properties(page.title), notes or {}
    head = letterheads.read(base, theme.sheet) if base else None
    look = Look(theme if head is None else theme.model_copy(update={"sheet": head.sheet}), fonts, frozenset(notes))
    texts = {node.cls: node.text for node in page.root.walk() if node.cls in theme.styles}
    styles = styles_xml(look.theme, texts, comment_styles() if notes else "")
    document = _plain(look, styles) if head is None else letterheads.prepared(head, styles)
    kinds = USUAL if head is None else head.footers
    footers = {turned: _footers(document, theme, kinds, landscape=turned) for turned in (False, True)}
    unnumbered = dict.fromkeys(USUAL, packages.attach(document, "footer-none", "footer", empty_footer_xml()))
    if notes:
        packages.attach(document, "comments", "comments", comments_xml(notes, about))
    packages.describe(document, about)
    figures = _charts(page, theme, document)
    if head is None:
        packages.save(document, body(page.root, look, Furniture(footers, unnumbered, figures)), path)
    else:
        furniture = Furniture(footers, unnumbered, figures, head.headers, head.title_page)
        text = body(head.without_masthead(page.root), look, furniture)
        packages.save(document, chain(head.blocks(), text), path, head.opening)


def _footers(document: Part, theme: Theme, kinds: Iterable[str], *, landscape: bool) -> dict[str, str]:
    turned = "-turned" if landscape else ""
    return {
        kind: packages.attach(
            document, f"footer-{kind}{turned}", "footer", footer_xml(theme, kind, landscape=landscape)
        )
        for kind in kinds
    }


def _plain(look: Look, styles: str) -> Part:
    """Make the document part of a package that has nothing but what the theme asks for."""
    document = packages.new()
    names = {name for face in look.fonts.names.values() for name in (face.word, face.word_wide, face.word_rare)}
    for name, content in (
        ("styles", styles),
        ("settings", packages.settings_xml()),
        ("fontTable", packages.font_table_xml(names)),
    ):
        packages.attach(document, name, name, content)
    packages.attach_theme(document, look.theme.faces[look.theme.styles["body"].face].word)
    return document


def _charts(page: Page, theme: Theme, document: Part) -> dict[str, Figure]:
    """Add the charts that the page shows; give each by its name."""
    figures = {node.get("data-chart"): node for node in page.root.walk() if node.tag == "figure"}
    return {
        name: attach_chart(document, 1 + 2 * at, page.charts[name], theme.figures[node.cls], theme)
        for at, (name, node) in enumerate(figures.items())
    }
