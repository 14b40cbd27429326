"""The golden briefings: made-up months of every kind, as the page's text."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from reportgen import labels, norms
from reportgen.briefing import compose
from reportgen.records import Table, Verdict
from reportgen.render import page
from reportgen.render.tree import Element
from tests import making

GOLDEN = Path(__file__).parent / "golden" / "briefing"
TEMPLATES = Path(__file__).parents[1] / "templates" / "briefing"
WORDS = labels.load(TEMPLATES / "labels.toml")
NORMS = norms.load(TEMPLATES.parent / "norms.toml")


def lines(element: Element) -> list[str]:
    """Write a page as text: a block a line, a table row a line with bars."""
    if element.tag in {"p", "h1", "h2", "h3", "figcaption"}:
        return [f"[{element.cls}] {element.text}".replace("\n", "⏎")]
    if element.tag == "tr":
        return [" | ".join(cell.text.replace("\n", "⏎") for cell in element.elements)]
    return [line for child in element.elements for line in lines(child)]


def briefing_text(notation: str, **sections: Mapping[str, object]) -> str:
    """Compose and fill in the briefing of a notation, with an office's settings."""
    return text_of(*making.month(notation), **sections)


def text_of(table: Table, verdicts: Sequence[Verdict], **sections: Mapping[str, object]) -> str:
    """Compose and fill in the briefing of a month, with an office's settings."""
    briefing = compose(table, verdicts, making.settings(**sections), WORDS, NORMS)
    return "\n".join(lines(page.render(briefing, WORDS, TEMPLATES).root)) + "\n"


@pytest.mark.parametrize("case", sorted(GOLDEN.glob("*.case")), ids=lambda path: path.stem)
def test_briefing_reads_as_agreed(case: Path) -> None:
    """A month's briefing says what was read and agreed; REWRITE_GOLDEN=1 writes it anew."""
    told, golden = briefing_text(case.read_text(encoding="utf-8")), case.with_suffix(".txt")
    if os.environ.get("REWRITE_GOLDEN"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
