"""Characters of symbol fonts, which a document stores as the code of another letter ▶ what is seen."""

from __future__ import annotations

import re
from collections.abc import Mapping

MARKED = "☑"
OPEN = "□"
PRIVATE = range(0xF000, 0xF100)  # where Word moves the codes of symbol fonts to
CODES = re.compile(r"[^\s\u0100-\uefff\uf100-\U0010ffff]")  # the letters that such a font makes signs of
FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": {
        **{0x6C: "●", 0x6E: "■", 0x6F: OPEN, 0x71: OPEN, 0x72: OPEN, 0x77: "◆", 0xA7: "▪", 0xA8: OPEN, 0xD8: "➢"},
        **{0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: MARKED},
        **{code: chr(0x2460 + code - 0x81) for code in range(0x81, 0x8B)},
        **{code: chr(0x2460 + code - 0x8C) for code in range(0x8C, 0x96)},
    },
    "wingdings 2": {
        **{0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: MARKED, 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: OPEN},
        **{code: chr(0x2460 + code - 0x6A) for code in range(0x6A, 0x74)},
        **{code: chr(0x2460 + code - 0x75) for code in range(0x75, 0x7F)},
    },
    "webdings": {0x61: "✓", 0x63: OPEN, 0x67: "■", 0x72: "✗"},
    "symbol": {
        **{code: chr(code) for code in b"%()+,./0123456789:<=>"},
        **{0x2D: "-", 0x6D: "μ", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷"},
        **{0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xD6: "√"},
    },
}


def is_symbolic(font: str) -> bool:
    """Tell a font whose letters are signs."""
    return font.lower() in FONTS


def shown(font: str, code: int) -> str:
    """Give the sign of a code in a font, empty where it is not known; other fonts have letters at their own codes."""
    low = code - PRIVATE.start if code in PRIVATE else code
    if is_symbolic(font):
        return FONTS[font.lower()].get(low, "")
    return "" if code in PRIVATE else chr(code)
