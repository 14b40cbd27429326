"""The text of a page's elements as a browser shows it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from reportgen.ingest.formats.web_tree import name

SPACE = re.compile(r"[ \t\n\r\f]+")
UNSHOWN = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "rt", "rp", "del", "select", "textarea"}
)
BLOCKS = frozenset(
    {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "pre", "blockquote", "dd", "dt"}
)
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
BREAK = "\x0b"  # stands for a line break until white space is folded
NEXT_CELL = "\x1f"  # parts nested cells till then


def hidden(element: Element) -> bool:
    return bool(HIDDEN.search(element.get("style", ""))) or element.get("hidden") is not None


def text(element: Element) -> str:
    """Give what an element says."""
    return shown("".join([element.text or "", *_pieces(element)]))


def _pieces(element: Element) -> Iterator[str]:
    """Give the text of an element as a browser shows it; nested cells are parted by tabs."""
    for child in element:
        kind = name(child)
        if kind == "br":
            yield BREAK
        elif kind in ("td", "th"):
            yield from (child.text or "", *_pieces(child), NEXT_CELL)
        elif kind and kind not in UNSHOWN and not hidden(child):
            edge = BREAK if kind in BLOCKS else ""
            yield from (edge, child.text or "", *_pieces(child), edge)
        yield child.tail or ""


def shown(text: str) -> str:
    """Fold white space: a break between two wide characters of the source is nothing, other runs are one space."""
    folded = SPACE.sub(lambda run: _space(text, run), text)
    lines = (line.strip(" ").rstrip(NEXT_CELL).replace(NEXT_CELL, "\t") for line in re.split(f"{BREAK}+", folded))
    return "\n".join(lines).strip("\n")


def _space(text: str, run: re.Match[str]) -> str:
    around = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    wide = all(char and unicodedata.east_asian_width(char) in "WF" for char in around)
    return "" if wide and "\n" in run[0] else " "
