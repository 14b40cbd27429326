"""The text of a page's elements as a browser shows it, and what is left out of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from reportgen.ingest.formats import web_fields
from reportgen.ingest.formats.grid import Why
from reportgen.ingest.formats.web_fields import FIELDS
from reportgen.ingest.formats.web_looks import Looks
from reportgen.ingest.formats.web_tree import name

SPACE = re.compile(r"[ \t\n\r\f]+")
UNSHOWN = frozenset({"script", "style", "head", "title", "template", "noscript", "rt", "rp", "datalist"})
BLOCKS = frozenset(
    {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "pre", "blockquote", "dd", "dt"}
)
BREAK = "\x0b"  # stands for a line break until white space is folded
NEXT_CELL = "\x1f"  # parts nested cells till then
NOTE = re.compile(r"[\[(（〔]?(?:注?\d{1,2}|[\u2460-\u2473]|\*+|[†‡])[\])）〕]?")
MEASURE, POWER = re.compile(r"[A-Za-z米里]$"), frozenset("23")


@dataclass(slots=True)
class Words:
    """What an element says, while it is read, and the words in it that are struck out or number a note."""

    looks: Looks
    pieces: list[str] = field(default_factory=list)
    unread: list[tuple[Why, str]] = field(default_factory=list)
    has_fields: bool = False

    @property
    def text(self) -> str:
        text = shown("".join(self.pieces))
        return "" if self.has_fields and web_fields.only_boxes(text) else text

    def add(self, element: Element) -> None:
        """Add what stands in an element, whatever its own look."""
        self.pieces.append(element.text or "")
        for child in element:
            self._child(child)
            self.pieces.append(child.tail or "")

    def leave_out(self, why: Why, element: Element) -> None:
        """Keep aside what an element says."""
        inner = Words(self.looks)
        inner.add(element)
        if inner.text:
            self.unread.append((why, inner.text))

    def _child(self, child: Element) -> None:
        kind, look = name(child), self.looks.of(child)
        if not kind or kind in UNSHOWN or look.hidden or look.invisible:
            return
        if look.struck:
            self.leave_out("struck", child)
        elif look.raised and self._numbers_note(child):
            self.leave_out("raised", child)
        elif kind in FIELDS:
            self.has_fields = True
            self.pieces.append(web_fields.value(child).replace("\n", BREAK))
        else:
            edge = BREAK if kind in BLOCKS else ""
            self.pieces.append(BREAK if kind == "br" else edge)
            self.add(child)
            self.pieces.append(NEXT_CELL if kind in ("td", "th") else edge)

    def _numbers_note(self, raised: Element) -> bool:
        """Tell the number of a note (20¹公里) from a power (km²)."""
        words = "".join(raised.itertext()).strip()
        measured = words in POWER and MEASURE.search("".join(self.pieces[-4:]).rstrip())
        return NOTE.fullmatch(words) is not None and not measured


def shown(text: str) -> str:
    """Fold white space: a break between two wide characters of the source is nothing, other runs are one space."""
    folded = SPACE.sub(lambda run: _space(text, run), text)
    lines = (line.strip(" ").rstrip(NEXT_CELL).replace(NEXT_CELL, "\t") for line in re.split(f"{BREAK}+", folded))
    return "\n".join(lines).strip("\n")


def _space(text: str, run: re.Match[str]) -> str:
    around = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    wide = all(char and unicodedata.east_asian_width(char) in "WF" for char in around)
    return "" if wide and "\n" in run[0] else " "
