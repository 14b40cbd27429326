"""Paragraphs and cells of a document ▶ their text as Word shows it once all changes are accepted.

What is struck out is not what the table says, though nobody has deleted it: it is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.ingest.formats import word_symbols
from reportgen.ingest.formats.grid import Why
from reportgen.ingest.formats.numbering import Numbering
from reportgen.ingest.formats.ooxml import Element, attribute, local, prop, switched, val
from reportgen.ingest.formats.word_fields import Fields
from reportgen.ingest.formats.word_styles import HIDDEN, RAISED, STRUCK, Looks

DROPPED = frozenset(
    {"del", "moveFrom", "drawing", "pict", "object", "rt", "rPr", "pPr", "tcPr", "trPr", "tblPr", "tblGrid", "sdtPr",
     "sdtEndPr", "sectPr", "delText", "delInstrText", "annotation", ""}
)  # fmt: skip
BREAKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
WRAPS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
POWERS = {"2": "²", "3": "³"}
NOTE_MARK = re.compile(r"[\[(（【]?\d{1,2}[\])）】]?|[\u2460-\u2473*※#]")


def parts(element: Element, kind: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, looking through what may wrap them."""
    for child in element:
        if local(child) == kind:
            yield child
        elif local(child) in WRAPS:
            yield from parts(child, kind)


@dataclass(slots=True)
class Text:
    """The text of a document while it is read from its beginning to its end; `unread` holds what was left out."""

    looks: Looks
    numbering: Numbering
    unread: list[tuple[Why, str]] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    last: str = ""  # the letter that was read last

    def cell(self, cell: Element) -> str:
        """Give a cell's text; where a text box is all that it holds, that of the box."""
        self.fields, self.last = Fields(), ""
        if _unfilled(cell):
            return ""
        text = "\n".join(self._lines(cell)).strip("\n")
        if text.strip():
            return text
        box = next(cell.iter("{*}txbxContent"), None)
        return text if box is None else "\n".join(self._lines(box)).strip("\n")

    def line(self, paragraph: Element) -> str:
        """Give the text of a paragraph outside of tables."""
        self.fields, self.last = Fields(), ""
        return self.paragraph(paragraph)

    def paragraph(self, paragraph: Element, before: str = "") -> str:
        """Give a paragraph's text with its automatic number, which is not stored in the text."""
        return self.numbering.next(paragraph) + before + self._words(paragraph)

    def _words(self, paragraph: Element) -> str:
        return self._inline(paragraph, val(prop(paragraph, "pPr"), "pStyle"))

    def _lines(self, element: Element) -> Iterator[str]:
        before = ""
        for child in element:
            kind = local(child)
            if kind == "p" and _runs_on(child):
                before += self._words(child)
            elif kind == "p":
                yield self.paragraph(child, before)
                before = ""
            elif kind == "tbl":
                for row in parts(child, "tr"):
                    yield "\t".join(self.cell(cell) for cell in parts(row, "tc"))
            elif kind not in DROPPED and not (kind == "sdt" and _is_placeholder(child)):
                yield from self._lines(branch(child))
        if before:
            yield before

    def _inline(self, element: Element, style: str) -> str:
        """Give the text in an element whose paragraph has this style."""
        return "".join([self._piece(child, kind, style) for child in element if (kind := local(child)) not in DROPPED])

    def _piece(self, piece: Element, kind: str, style: str) -> str:
        if kind == "r":
            return self._run(piece, style)
        if kind == "t":
            return self._shown(self._typed(piece))
        if kind == "sup":
            return self._raised(self._inline(piece, style))
        if kind == "num":  # of a fraction
            return self._inline(piece, style) + self._shown("/")
        if kind == "sdt":
            return self._control(piece, style)
        if kind == "AlternateContent":
            return self._inline(branch(piece), style)
        leaf = self._leaf(piece, kind)
        return self._inline(piece, style) if leaf is None else leaf

    def _leaf(self, leaf: Element, kind: str) -> str | None:
        """Read what stands in a run; None for what only wraps other things."""
        if kind == "instrText":
            self.fields.type(leaf.text or "")
            return ""
        if kind in BREAKS:
            return self._shown(BREAKS[kind])
        if kind == "br":
            return self._shown("\n" if attribute(leaf, "type") in ("", "textWrapping") else "")
        if kind == "fldChar":
            return "".join(self._shown(text) for text in self.fields.mark(leaf))
        if kind in ("sym", "symEx"):
            font, code = attribute(leaf, "font") or "Wingdings", attribute(leaf, "char") or "0"
            return self._shown(self._sign(font, int(code, 16)))
        return None

    def _run(self, run: Element, style: str) -> str:
        """Read a run; one that is hidden shows nothing, one that is struck out is told."""
        last, look = self.last, self.looks.of_run(run, style)
        text = self._inline(run, style)
        if not look:
            return text
        if HIDDEN in look:
            self.last = last
            return ""
        if text.strip() and not look.isdisjoint(STRUCK):
            self.last = last
            self._leave_out("struck", text)
            return ""
        if RAISED in look:
            self.last = last
            return self._raised(text)
        return text

    def _control(self, control: Element, style: str) -> str:
        """Read a control: a box by its state, another by what was filled in."""
        box = prop(prop(control, "sdtPr"), "checkbox")
        if box is not None:
            return self._shown(word_symbols.MARKED if switched(box, "checked") else word_symbols.OPEN)
        return "" if _is_placeholder(control) else self._inline(control, style)

    def _typed(self, typed: Element) -> str:
        """Give typed text; in a font of signs its letters are signs."""
        text = typed.text or ""
        if not word_symbols.CODES.search(text):
            return text
        fonts = prop(prop(typed.getparent(), "rPr"), "rFonts")
        font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
        if not word_symbols.is_symbolic(font):
            return text
        return word_symbols.CODES.sub(lambda code: self._sign(font, ord(code[0])), text)

    def _sign(self, font: str, code: int) -> str:
        sign = word_symbols.shown(font, code)
        if not sign:
            self._leave_out("sign", f"{font} {code:04X}")
        return sign

    def _raised(self, text: str) -> str:
        """Keep a power behind a letter (m²); a number or a star behind other words only points to a note."""
        if text in POWERS and self.last.isascii() and self.last.isalpha():
            return POWERS[text]
        if NOTE_MARK.fullmatch(text):
            self._leave_out("raised", text)
            return ""
        return text

    def _shown(self, text: str) -> str:
        shown = self.fields.shown(text)
        self.last = shown[-1:] or self.last
        return shown

    def _leave_out(self, why: Why, words: str) -> None:
        """Note what was left out; runs of the same words are parted at random, and told as one."""
        if self.unread and why == self.unread[-1][0] == "struck":
            words = self.unread.pop()[1] + words
        self.unread.append((why, words))


def branch(element: Element) -> Element:
    """Of content in several forms, take the first that holds any text; give other elements as they are."""
    if local(element) != "AlternateContent":
        return element
    return next((branch for branch in element if any(_holds(inner) for inner in branch.iter())), element)


def _holds(element: Element) -> bool:
    return local(element) in ("t", "symEx", "sym")


def _runs_on(paragraph: Element) -> bool:
    """Tell a paragraph whose end was deleted: it runs on into the next one."""
    return prop(prop(prop(paragraph, "pPr"), "rPr"), "del") is not None


def _is_placeholder(control: Element) -> bool:
    """Tell a control that nobody has filled: it shows what to do with it."""
    return switched(prop(control, "sdtPr"), "showingPlcHdr") or False


def _unfilled(cell: Element) -> bool:
    """Tell a cell that stands whole in a control that nobody has filled."""
    wrap = cell.getparent()
    while wrap is not None and local(wrap) in WRAPS:
        if _is_placeholder(wrap):
            return True
        wrap = wrap.getparent()
    return False
