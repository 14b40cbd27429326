"""Folded text that keeps a way back to the typed characters, and its cuts into clauses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.records import Address, Cell, Span

SENTENCE_END = re.compile(r"[。;!?\n]|(?<=[^\d])(?=\(?\d{1,2}[.、)](?!\d))|(?=[一二三四五六七]是)")
CLAUSE_END = re.compile(r",")


def fold(text: str) -> str:
    """Fold for matching: NFKC, white space out. Folding twice is folding once."""
    return _fold(text)[0]


def _fold(text: str) -> tuple[str, tuple[int, ...]]:
    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for letter in unicodedata.normalize("NFKC", char):
            if not letter.isspace():
                letters.append(letter)
                offsets.append(offset)
    return "".join(letters), tuple(offsets)


@dataclass(frozen=True, slots=True)
class Folded:
    """A cell's folded text, with the offset in the typed text of each folded character."""

    address: Address
    typed: str
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Quote the typed words behind the folded `text[start:end]` (not empty)."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return Span(self.address, first, last, self.typed[first:last])

    def whole(self) -> Span:
        return self.span(0, len(self.text))


def folded(cell: Cell) -> Folded:
    """Fold a cell's text, keeping the way back."""
    text, offsets = _fold(cell.text)
    return Folded(cell.address, cell.text, text, offsets)
