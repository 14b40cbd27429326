"""Characters that no typeface for text has, and the ones that an office prints in their stead.

Word keeps the signs of its fonts Symbol and Wingdings in the private use area, where they mean nothing elsewhere.
"""

from __future__ import annotations

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
        "\ufe0e": "", "\ufe0f": "",
    }
)  # fmt: skip
