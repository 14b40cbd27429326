"""Pages that are shown on their side, turned so that their letters stand upright."""

from __future__ import annotations

import io
import math
from collections import Counter
from typing import Any

SAMPLE = 500  # letters, which are enough to tell how a page stands


def upright(document: Any) -> bytes | None:  # pypdfium2 has no types
    """Give a document anew with its pages turned; None where all stand upright."""
    wrong = {page: wanted for page in document if (wanted := _wanted(page)) not in (None, page.get_rotation())}
    if not wrong:
        return None
    for page, wanted in wrong.items():
        page.set_rotation(wanted)
    turned = io.BytesIO()
    document.save(turned)
    return turned.getvalue()


def _wanted(page: Any) -> int | None:
    """Tell how a page has to be turned for most of its letters to stand upright, None where it has no letters."""
    from pypdfium2 import raw

    text = page.get_textpage()
    letters = (at for at in range(min(text.count_chars(), SAMPLE)) if chr(raw.FPDFText_GetUnicode(text, at)).strip())
    angles = Counter(round(math.degrees(raw.FPDFText_GetCharAngle(text, at)) / 90) * 90 for at in letters)
    return -angles.most_common(1)[0][0] % 360 if angles else None
