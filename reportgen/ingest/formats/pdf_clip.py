"""What a PDF holds but is no text of its tables: text clipped away, invisible text, slanted watermarks.

Spreadsheets print a merged cell's text on every page that the cell reaches, and clip it away on all but one.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.errors import InputError

Bounds = tuple[float, float, float, float]  # left, bottom, right, top, as the page is stored
STRAIGHT = 2.0  # degrees
LARGER = 2.0  # times; superscripts are a little more than half as large as what they stand by
SLACK = 1.0  # points that a letter may stand out


@dataclass(slots=True)
class Clipping:
    """The clipping of one page's text objects, and the lines of which some letters were seen or cut off beside."""

    page: int
    areas: dict[int, Bounds | None] = field(default_factory=dict)
    lines: dict[tuple[Bounds, int], set[bool]] = field(default_factory=dict)

    def shows(self, textpage: Any, index: int) -> bool:
        """Tell whether a character is shown; InputError where others of its line are and it is not, or the reverse."""
        from pypdfium2 import raw

        text = raw.FPDFText_GetTextObject(textpage, index)
        angle = raw.FPDFText_GetCharAngle(textpage, index)
        if slanted(math.cos(angle), math.sin(angle)):
            return False
        if text and raw.FPDFTextObj_GetTextRenderMode(text) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            return False
        area = self._area(text) if text else None
        if area is None:
            return True
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        x, y = (left + right) / 2, (bottom + top) / 2
        if not area[1] - SLACK <= y <= area[3] + SLACK:
            return False
        shown: bool = area[0] - SLACK <= x <= area[2] + SLACK
        line = self.lines.setdefault((area, round(y)), set())
        line.add(shown)
        if len(line) > 1:
            raise InputError(
                f"page {self.page}: a text is cut off at the edge of its cell; give the Excel file, or wrap that text "
                "and print again."
            )
        return shown

    def _area(self, text: Any) -> Bounds | None:
        key = ctypes.cast(text, ctypes.c_void_p).value or 0
        if key not in self.areas:
            self.areas[key] = _area(text)
        return self.areas[key]


def _area(text: Any) -> Bounds | None:
    """Give what all clipping paths of an object leave open, each taken as the box around it; None without any."""
    from pypdfium2 import raw

    clip = raw.FPDFPageObj_GetClipPath(text)
    boxes = [_box(clip, at) for at in range(raw.FPDFClipPath_CountPaths(clip))]
    if not boxes:
        return None
    left, bottom, right, top = zip(*boxes, strict=True)
    return max(left), max(bottom), min(right), min(top)


def _box(clip: Any, at: int) -> Bounds:
    from pypdfium2 import raw

    xs, ys = [], []
    for number in range(raw.FPDFClipPath_CountPathSegments(clip, at)):
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, at, number), x, y)
        xs.append(x.value)
        ys.append(y.value)
    return min(xs, default=0), min(ys, default=0), max(xs, default=0), max(ys, default=0)


def slanted(x: float, y: float) -> bool:
    """Tell the direction of a watermark, which runs neither along the lines nor across them."""
    return STRAIGHT < math.degrees(math.atan2(y, x)) % 90 < 90 - STRAIGHT


def overprinted(chars: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether some letters of a cell stand over others, or are many times as large: a watermark across it."""
    sizes = [char["size"] for char in chars if char["text"].strip()]
    if sizes and max(sizes) > LARGER * min(sizes):
        return True
    ordered = sorted((char for char in chars if char["text"].strip()), key=_left)
    ends = (bisect_left(ordered, float(char["x1"]), key=_left) for char in ordered)
    return any(_over(ordered[at], other) for at, end in enumerate(ends) for other in ordered[at + 1 : end])


def _left(char: Mapping[str, Any]) -> float:
    return float(char["x0"])


def _over(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell two letters of one line that share more than half of the narrower one's width."""
    shared = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
    narrower = min(one["x1"] - one["x0"], other["x1"] - other["x0"])
    same_line = abs(one["top"] + one["bottom"] - other["top"] - other["bottom"]) < one["size"]
    return bool(same_line and shared > narrower / 2 > 0)


def unseen(char: Mapping[str, Any], hidden: Sequence[Mapping[str, Any]]) -> bool:
    """Tell a character of the other reading that stands where a hidden one does."""
    return any(
        char["text"] == other["text"]
        and abs(char["x0"] - other["x0"]) <= 2 * SLACK
        and abs(char["top"] + char["bottom"] - other["top"] - other["bottom"]) <= 4 * SLACK
        for other in hidden
    )
