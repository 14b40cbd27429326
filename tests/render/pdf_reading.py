"""A printed PDF read back as lines of letters, strokes and ink, in mm from the top left of the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
import pypdfium2

MM = 25.4 / 72
DPI = 300


@dataclass(frozen=True)
class Letter:
    """A letter: its text, its role (the family of its font), and where its box begins and ends."""

    text: str
    role: str
    size: float
    left: float
    right: float
    colour: tuple[float, ...]


@dataclass(frozen=True)
class Printed:
    """A line of letters on one baseline."""

    baseline: float
    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def left(self) -> float:
        return self.letters[0].left

    @property
    def right(self) -> float:
        return self.letters[-1].right

    @property
    def role(self) -> str:
        return self.letters[0].role

    @property
    def size(self) -> float:
        return self.letters[0].size


@dataclass(frozen=True)
class Sheet:
    """A page: its size, its lines from the top, and its horizontal strokes as (y, thickness, left, right)."""

    width: float
    height: float
    lines: tuple[Printed, ...]
    strokes: tuple[tuple[float, float, float, float], ...]

    def line(self, start: str) -> Printed:
        """Find the line that begins with these words."""
        return next(line for line in self.lines if line.text.startswith(start))


def sheets(path: Path) -> tuple[Sheet, ...]:
    """Read every page."""
    with pdfplumber.open(path) as pdf:
        return tuple(_sheet(page) for page in pdf.pages)


def _sheet(page: Any) -> Sheet:
    rows: dict[float, list[Letter]] = defaultdict(list)
    for char in page.chars:
        if char["text"].strip() and char["upright"]:
            role = char["fontname"].split("+")[-1].split("-")[0]
            box = (char["x0"] * MM, char["x1"] * MM)
            baseline = round((float(page.height) - char["matrix"][5]) * MM, 1)
            rows[baseline].append(Letter(char["text"], role, char["size"], *box, char["non_stroking_color"]))
    lines = (Printed(at, tuple(sorted(row, key=lambda letter: letter.left))) for at, row in sorted(rows.items()))
    return Sheet(page.width * MM, page.height * MM, tuple(lines), tuple(_strokes(page)))


def _strokes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    for line in page.lines:
        if abs(line["top"] - line["bottom"]) < 0.01:
            yield line["top"] * MM, line["linewidth"] * MM, line["x0"] * MM, line["x1"] * MM


def picture(path: Path, page: int) -> np.ndarray[Any, Any]:
    """Print a page (from 1) at 300 dpi as rows of red, green, blue."""
    drawn = pypdfium2.PdfDocument(path)[page - 1].render(scale=DPI / 72).to_pil().convert("RGB")
    return np.asarray(drawn).astype(int)


def clip(path: Path, page: int, line: Printed, letter: Letter) -> np.ndarray[Any, Any]:
    """Cut one letter out of a printed page: a square on its baseline."""
    edge = letter.right - letter.left
    top, left = line.baseline - 0.88 * edge, letter.left
    rows, columns = (slice(*(int(mm / 25.4 * DPI) for mm in (start, start + edge))) for start in (top, left))
    return picture(path, page)[rows, columns]


def red(image: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Tell which dots are red."""
    return (image[:, :, 0] > 200) & (image[:, :, 1] < 90) & (image[:, :, 2] < 90)


def dark(image: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Tell which dots are dark."""
    return image.sum(axis=2) < 400


def extent(dots: np.ndarray[Any, Any], axis: int) -> tuple[float, float]:
    """Tell in mm where dots begin and end: axis 0 is from the top, 1 from the left."""
    found = np.where(dots.any(axis=1 - axis))[0]
    return found[0] * 25.4 / DPI, (found[-1] + 1) * 25.4 / DPI
