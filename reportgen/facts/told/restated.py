"""Restated: what a report only says again of the task before it reports (目标任务：新建公园6个。进展情况：建成4个)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.text import HANZI, SENTENCE_MARKS, Folded

SHORTEST = 5  # letters of a head that says the task again
BEGIN = rf"(?:^|(?<=[{SENTENCE_MARKS}]))"
BRIEF = f"[^{SENTENCE_MARKS},:\\d]"
LABELLED = re.compile(rf"{BEGIN}(?:\d{{1,2}}[.、])?{BRIEF}{{0,6}}(?:目标|任务|计划|要求){BRIEF}{{0,2}}:")
REPORTS = re.compile(rf"(?<=[{SENTENCE_MARKS}]){BRIEF}{{0,6}}(?:进展|完成|进度|落实|推进){BRIEF}{{0,4}}:")
SENTENCE_MARK, CLAUSE_MARK = re.compile(f"[{SENTENCE_MARKS}]"), re.compile(r"(?:^|,)(?:\d{1,2}[.、])?")
NUMBER = re.compile(rf"\d+(?:\.\d+)?[万亿]?[{HANZI}]?")


def without_restated(source: Folded, asked: Sequence[str]) -> Folded:
    """The text of a report without what says again, to the letter, what the texts that ask say.

    That is what stands behind a label, and a head (新建公园6个：建成4个): of one that names one of several things
    only the number, so that it still tells which.
    """
    out = list(_stretches(source.text, asked))
    if not out:
        return source
    kept = [at for at in range(len(source.text)) if not any(start <= at < end for start, end in out)]
    text = "".join(source.text[at] for at in kept)
    return (
        replace(source, text=text, offsets=tuple(source.offsets[at] for at in kept)) if text.strip("。;,.") else source
    )


def _stretches(text: str, asked: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find the stretches of a folded text that say again what is asked."""
    for label in LABELLED.finditer(text):
        report = REPORTS.search(text, label.end())
        end = report.start() if report else _past_sentence(text, label.end())
        if _again(text[label.end() : end], asked, least=1):
            yield label.start(), end
    begin = 0
    for sentence in SENTENCE_MARK.split(text):
        head, colon, _ = sentence.partition(":")
        starts = [mark.end() for mark in CLAUSE_MARK.finditer(head)] if colon else []
        if (first := next((at for at in starts if _again(head[at:], asked)), None)) is not None:
            yield from ((begin + start, begin + end) for start, end in _said_again(head, first, asked))
        begin += len(sentence) + 1


def _said_again(head: str, first: int, asked: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find what to leave out of a head from its `first` letter on: all with its colon, or its numbers."""
    if head[first:] in map(_plain, asked):
        yield first, len(head) + 1
    else:
        yield from (number.span() for number in NUMBER.finditer(head, first))


def _past_sentence(text: str, start: int) -> int:
    found = SENTENCE_MARK.search(text, start)
    return found.end() if found else len(text)


def _again(words: str, asked: Sequence[str], least: int = SHORTEST) -> bool:
    told = _plain(words)
    return len(told) >= least and any(told in text for text in asked)


def _plain(text: str) -> str:
    return text.strip("。;,.")
