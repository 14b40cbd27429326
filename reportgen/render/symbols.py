"""Characters that no typeface for text has, and the ones that an office prints in their stead.

Word keeps the signs of its fonts Symbol and Wingdings in the private use area, where they mean nothing elsewhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

INSTEAD = str.maketrans(
    {
        # Symbol and Wingdings (Microsoft's symbol encoding, U+F000 and the code in the font)
        "\uf02d": "－", "\uf052": "√", "\uf06c": "●", "\uf06e": "■", "\uf06f": "□", "\uf071": "□", "\uf072": "□",
        "\uf074": "◆", "\uf075": "◆", "\uf076": "◆", "\uf09f": "·", "\uf0a1": "○", "\uf0a7": "■", "\uf0a8": "□",
        "\uf0ab": "★", "\uf0b2": "☆", "\uf0b4": "×", "\uf0b7": "●", "\uf0b0": "°", "\uf0b1": "±", "\uf0b3": "≥",
        "\uf0a3": "≤", "\uf0d8": "▲", "\uf0e0": "→", "\uf0e8": "→", "\uf0fb": "×", "\uf0fc": "√", "\uf0fd": "×",
        "\uf0fe": "√",
        # emoji and ballot signs that stand for the plain ones
        "✅": "√", "✔": "√", "✓": "√", "☑": "√", "❌": "×", "✖": "×", "✗": "×", "✘": "×", "☒": "×", "⭐": "★", "∙": "·",
        "❗": "！", "❕": "！", "❓": "？", "❔": "？", "➕": "＋", "➖": "－",
        # lamps, which mean nothing in black
        "🔴": "〔红〕", "🟠": "〔橙〕", "🟡": "〔黄〕", "🟢": "〔绿〕", "🔵": "〔蓝〕",
        "🟥": "〔红〕", "🟧": "〔橙〕", "🟨": "〔黄〕", "🟩": "〔绿〕", "🟦": "〔蓝〕",
        "\ufe0e": "", "\ufe0f": "", "\u20e3": "",
    }
)  # fmt: skip
LOST = "〓"  # a printer's sign for a letter that the case has not got
TINTS = frozenset("🏻🏼🏽🏾🏿")  # of the sign before them
PARTS_OF_HANZI = (range(0x2E80, 0x3000), range(0x31C0, 0x31F0))  # signs by their category, and letters where they stand


def is_pictograph(char: str) -> bool:
    """Tell a sign that is a picture: no letter, and none that is written for some (㎡, ⼈)."""
    if char in TINTS:
        return True
    plain = unicodedata.category(char) == "So" and unicodedata.normalize("NFKC", char) == char
    return plain and not any(ord(char) in part for part in PARTS_OF_HANZI)


def lost(chars: Iterable[str]) -> dict[int, str]:
    """Put the sign for what is lost, or nothing for what only changes another, in the stead of some characters."""
    return {ord(char): "" if char in TINTS else LOST for char in chars}
