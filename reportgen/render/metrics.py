"""How wide letters are, read from the font files of a role's stack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.render.faces import advances


@dataclass(slots=True)
class Widths:
    """Letter widths of a role in em, each from the first file of its stack that has the letter.

    `foreign` gathers the letters that are not the first file's.
    """

    files: tuple[Path, ...]
    foreign: set[str] = field(default_factory=set)
    _known: dict[str, float] = field(default_factory=dict)

    def of(self, text: str) -> list[float]:
        """Give the width of each letter of a text."""
        known = self._known
        try:
            return [known[char] for char in text]
        except KeyError:
            for char in set(text) - known.keys():
                known[char] = self._measure(char)
            return [known[char] for char in text]

    def total(self, text: str) -> float:
        """Give the width of a text set without spacing."""
        return sum(self.of(text))

    def _measure(self, char: str) -> float:
        for number, file in enumerate(self.files):
            width = advances(file).get(ord(char))
            if width is not None:
                if number:
                    self.foreign.add(char)
                return width
        return 1.0


def widths(files: Sequence[Path]) -> Widths:
    """Make the widths of a stack of font files."""
    return Widths(tuple(files))
