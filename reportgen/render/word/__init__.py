"""From the checked page to briefing.docx, in named styles only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.render.word import package as packages
from reportgen.render.word.charts import Figure, attach_chart
from reportgen.render.word.document import body
from reportgen.render.word.package import Properties
from reportgen.render.word.paragraphs import Look
from reportgen.render.word.review import Notes, comment_styles, comments_xml, evidence
from reportgen.render.word.sections import FOOTERS, footer_xml
from reportgen.render.word.styles import styles_xml

if TYPE_CHECKING:
    from docx.opc.part import Part

    from reportgen.render.fonts import Fonts
    from reportgen.render.page import Page
    from reportgen.render.theme import Theme

__all__ = ["Properties", "evidence", "write"]


def write(
    page: Page, theme: Theme, fonts: Fonts, path: Path, about: Properties | None = None, notes: Notes | None = None
) -> None:
    """Write the page as a Word document; with `notes`, as a review copy that has them for comments."""
    about, notes = about or Properties(page.title), notes or {}
    package, document = packages.new()
    texts = {node.cls: node.text for node in page.root.walk() if node.cls in theme.styles}
    names = {name for face in fonts.names.values() for name in (face.word, face.word_wide)}
    for name, content in (
        ("styles", styles_xml(theme, texts, comment_styles() if notes else "")),
        ("settings", packages.settings_xml()),
        ("fontTable", packages.font_table_xml(names)),
    ):
        packages.attach(document, name, name, content)
    packages.attach_theme(document, theme.faces[theme.styles["body"].face].word)
    footers = {kind: packages.attach(document, f"footer-{kind}", "footer", footer_xml(theme, kind)) for kind in FOOTERS}
    if notes:
        packages.attach(document, "comments", "comments", comments_xml(notes, about))
    packages.describe(package, about)
    look = Look(theme, fonts, frozenset(notes))
    packages.save(package, document, body(page.root, look, footers, _charts(page, theme, document)), path)


def _charts(page: Page, theme: Theme, document: Part) -> dict[str, Figure]:
    """Add the charts that the page shows; give each by its name."""
    figures = {node.get("data-chart"): node for node in page.root.walk() if node.tag == "figure"}
    return {
        name: attach_chart(document, 1 + 2 * at, page.charts[name], theme.figures[node.cls], theme)
        for at, (name, node) in enumerate(figures.items())
    }
