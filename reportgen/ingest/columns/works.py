"""Which tables of a file tell of the works, and which of nothing but money or sums."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.ingest.columns import contents, headers, reporting
from reportgen.ingest.columns.body import Sheet
from reportgen.ingest.columns.headers import called
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.text import fold


def parted(found: Sequence[Sheet], words: Vocabulary) -> tuple[Sequence[Sheet], Sequence[tuple[Sheet, str]]]:
    """Keep the tables that tell of the works; those of money or of sums are passed over beside such only, and why."""
    passed: list[tuple[Sheet, str]] = []
    for beside, why in ((_of_money, "说的是资金"), (_of_sums, "是分类汇总")):
        others = [sheet for sheet in found if beside(sheet, words)]
        if len(others) < len(found):
            found = [sheet for sheet in found if sheet not in others]
            passed += [(sheet, why) for sheet in others]
    return found, passed


def _of_money(sheet: Sheet, words: Vocabulary) -> bool:
    """Tell a table that reports nothing but money, and what share of it is spent."""
    heads = sheet.layout.heads
    reports = called(heads, *reporting.TELLS)
    return any(words.funded(*head.texts) for head in heads) and all(
        words.funded(*head.texts) or words.of_path(head.texts) == "rate" for head in reports
    )


def _of_sums(sheet: Sheet, words: Vocabulary) -> bool:
    """Tell a table that only counts: 领域 | 项目数, 项目 | 子项数 | 完成率, or figures that no word names reports."""
    named, *others = (head for head in sheet.layout.heads if head.name != "no")
    rows = [row for row in sheet.grid.rows[sheet.header.body :] if headers.distinct(row)]
    cells = (row[head.index] for row in rows for head in others if head.index < len(row))
    reports = called(others, "progress")
    told = all(head.by_cells or words.of_path(head.texts) == "rate" for head in reports)
    sums = words.group(named.header) or told
    return sums and all(cell.blank or contents.FIGURE.fullmatch(fold(cell.text)) for cell in cells)
