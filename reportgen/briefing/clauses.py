"""Words of the table cut out for a sentence: clauses, and what is left of a report without some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportgen.briefing.names import OMITTED, ORDINAL
from reportgen.labels import Labels
from reportgen.records import Cell, Item, Span
from reportgen.typography import one_line

MARK = re.compile(r"[。；;!！?？\n]|[，,](?!\d)|(?<!\d),")
END = re.compile(r"[。；;！!？?\n]")
EXCEPT = re.compile("除[^，,。；;]{1,20}外$")  # goes on to what is so (除电梯外，其余都做完了)
HANZI = re.compile(r"[㐀-鿿]")
ENDS = "，。；：、"
SHARE = re.compile(r"\d+(?:\.\d+)?%")


def plain(text: str) -> str:
    """Set text for a sentence that goes on after it."""
    return one_line(text).rstrip(ENDS + ",;:")


def cell_of(span: Span, item: Item) -> Cell:
    """Find the cell that a span quotes; a cell of its own words where the row has none such."""
    told = (item.progress, item.rate, item.status, item.problem, item.next_step, item.note)
    cells = (*told, item.plan, item.target)
    quoted = (cell for cell in cells if cell.address == span.address and cell.text[span.start : span.end] == span.text)
    return next(quoted, Cell(span.address, span.text.rjust(span.end)))


def reported(item: Item, labels: Labels) -> str:
    """Give what the unit reported: its progress, or in want of words the share done."""
    text = item.rate.text if item.progress.blank else item.progress.text
    if item.progress.blank and item.rate.blank:
        return ""
    return labels.formats.done_share.format(share=plain(text)) if SHARE.fullmatch(plain(text)) else text


def clause_around(text: str, start: int, end: int) -> str:
    """Widen a stretch of typed text to its clause, set for print, without a leading ordinal."""
    cuts = [found.span() for found in MARK.finditer(text)]
    first = max((after for _, after in cuts if after <= start), default=0)
    ends = [*(before for before, _ in cuts if before >= end), len(text)]
    last = next(at for at in ends if at == len(text) or not EXCEPT.search(text[first:at]))
    return ORDINAL.sub("", plain(text[first:last]))


def without(text: str, spans: Sequence[Span], answers: Sequence[Span]) -> str:
    """Leave out the clauses that the spans hold, and sentences of other things than the answers, if there are any.

    A clause that holds more, such as the thing spoken of, stays; where nothing would be left, all clauses do. What is
    left out between two clauses shows as …….
    """
    near = [sentence for sentence in _cuts(text, END) if _touched(sentence, answers)] or [(0, len(text))]
    clauses = [clause for clause in _cuts(text, MARK) if any(start <= clause[0] < end for start, end in near)]
    told = [text[start:end] for start, end in clauses]
    kept = [at for at, words in enumerate(told) if not any(plain(words) in plain(span.text) for span in spans)]
    if not plain("".join(told[at] for at in kept)):
        return "".join(told)
    quote = told[kept[0]]
    for before, at in pairwise(kept):
        joined = clauses[before][1] == clauses[at][0]
        quote = (quote if joined else plain(quote) + OMITTED) + told[at]
    return quote


def _cuts(text: str, marks: re.Pattern[str]) -> list[tuple[int, int]]:
    ends = (found.end() for found in marks.finditer(text))
    return list(pairwise((0, *ends, len(text))))


def _touched(stretch: tuple[int, int], spans: Iterable[Span]) -> bool:
    return any(span.start < stretch[1] and stretch[0] < span.end for span in spans)
