"""Files that lie beside the returns of a month and are none: a covering letter, a word on what was sent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.ingest.columns import headers
from reportgen.ingest.columns.labelled import LABEL
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid

COUNTED = re.compile(r"^\s*[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）.、．](?!\d)|\s|$)", re.MULTILINE)
OF_WORKS = re.compile(r"累计|[建落]成|[完竣开动]工|在建|封顶|施工|招标|投用|验收|办结|[\d.]+[%％]")
LONGEST_LABEL = 10  # letters with which a line may begin


def is_notice(grids: Sequence[Grid], words: Vocabulary) -> bool:
    """Tell lines of text that count nothing, label nothing, speak of no works and begin with no header word.

    Whatever else cannot be read stays an error, so that no return is lost: a table under words that nobody knows, or
    a report in paragraphs, may be all that a department has sent, and a note of it among others is soon passed over.
    """
    rows = [headers.distinct(row) for grid in grids for row in grid.rows]
    text = "\n".join(cell.text for cells in rows for cell in cells)
    labels = (label[1] for label in LABEL.finditer(f"{text}\n") if not label[0].endswith("\n"))  # 各责任单位：
    return (
        all(len(cells) <= 1 for cells in rows)
        and len(COUNTED.findall(text)) <= 1
        and not OF_WORKS.search(text)
        and not any(_heads(label, words) for label in labels)
        and not any(_begins_a_header(line.strip(), words) for line in text.split("\n"))
    )


def _heads(label: str, words: Vocabulary) -> bool:
    """Tell the name of a column that an item has; 联系人 and 单位：万元 stand anywhere."""
    return words.name(label) not in (None, "extra", "measure")


def _begins_a_header(line: str, words: Vocabulary) -> bool:
    begins = (line[:size] for size in range(2, LONGEST_LABEL + 1))
    return any(words.exact(label) and _heads(label, words) for label in begins)
