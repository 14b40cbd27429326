"""What a PDF holds but does not show: text outside the area that it is clipped to.

Spreadsheets print a merged cell's text on every page that the cell reaches, and clip it away on all but one.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.errors import InputError

Bounds = tuple[float, float, float, float]  # left, bottom, right, top, as the page is stored
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


def unseen(char: Mapping[str, Any], hidden: Sequence[Mapping[str, Any]]) -> bool:
    """Tell a character of the other reading that stands where a hidden one does."""
    return any(
        char["text"] == other["text"]
        and abs(char["x0"] - other["x0"]) <= 2 * SLACK
        and abs(char["top"] + char["bottom"] - other["top"] - other["bottom"]) <= 4 * SLACK
        for other in hidden
    )
