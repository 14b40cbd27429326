"""The name of a column by all header cells over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.ingest.columns import meanings, periods
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.records import Cell
from reportgen.text import fold

TIMES = re.compile(r"(?:时间|工期|时限|期限|年限|周期|起止)$")
BEGINS = re.compile(r"开工|开始|启动|起$|进场")
ENDS = re.compile(r"完|竣|止|结束|终|建成")

Path = tuple[Cell, ...]  # the header cells over one column, top to bottom


def named(path: Path, words: Vocabulary) -> str | None:
    """Name a column: what stands under a time (工期: 开工, 竣工) is a day, what is asked under 三季度 a plan."""
    if not path:
        return None
    texts = [cell.text for cell in path]
    if any(TIMES.search(fold(text)) for text in texts[:-1]):
        return "due" if ENDS.search(fold(texts[-1])) else "extra"
    name = words.of_path(texts)
    if name is None or periods.stretches(texts[-1]):
        return name
    return meanings.timed(name, stretch(path), fold(texts[-1]))


def stretch(path: Sequence[Cell]) -> periods.Stretch | None:
    """Tell the stretch of time that the lowest header cell to name one names."""
    for cell in reversed(path):
        if found := periods.stretches(cell.text):
            return found[-1]
    return None
