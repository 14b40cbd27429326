"""Numbered paragraphs that tell their target first (1.新建公园6个。责任单位：…) ▶ lines of labels and values."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from reportgen.ingest.columns import forms, headings
from reportgen.ingest.columns.meanings import RESPONSIBLE
from reportgen.ingest.columns.profile import HANZI_NUMBER
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.records import Cell

MARK = re.compile(rf"\s*([(（]?)(?:(\d{{1,3}})|({HANZI_NUMBER}))[.、．)）](?!\d)\s*")
BEGINS = re.compile(r"(?:^|(?<=[\s。；;，,)）]))((?:[^\s:：()（）。；;，,]|[(（][^\s:：()（）]*[)）]){2,12})\s*[:：]")
TARGET = "主要内容"
STOPS = "。；;，,"

Parts = Sequence[Cell]  # what stands in a line before the first label, be it empty, and each label with its value


def labelled(lines: Sequence[Cell], words: Vocabulary) -> list[Cell]:
    """Give number, section and target of each numbered paragraph a label, and every label a line of its own.

    Nothing comes back where a paragraph does not report: a number may count what one of them says.
    """
    parted = [_parted(line, words) for line in lines]
    items = _items(parted)
    told: list[list[Cell]] = [[]]
    section: Cell | None = None
    for at, (before, *labels) in enumerate(parted):
        if at in items:
            told.append(_heading(before, section))
        elif at + 1 in items and _heads(before, parted[at + 1][0]) and not labels:
            section = before
        elif before.text:
            told[-1].append(before)
        told[-1] += labels
    title, *paragraphs = told
    reports = (any(name == "progress" for cell in told for name in _names(cell, words)) for told in paragraphs)
    return [*title, *(cell for told in paragraphs for cell in told)] if all(reports) else []


def _parted(line: Cell, words: Vocabulary) -> Parts:
    """Part a line at its labels, which stand behind a stop."""
    found = [match for match in BEGINS.finditer(line.text) if words.name(match[1])]
    ends = [*(match.start() for match in found), len(line.text)]
    parts = [line.text[: ends[0]].strip()]
    for match, end in zip(found, ends[1:], strict=True):
        part = line.text[match.start() : end].strip()
        parts.append(part.rstrip(STOPS) if words.name(match[1]) in RESPONSIBLE else part)
    return [replace(line, text=part) for part in parts]


def _items(parted: Sequence[Parts]) -> Container[int]:
    """Find the numbered lines that labels follow, all marked as the first is."""
    marks: dict[int, tuple[bool, bool]] = {}
    for at, (before, *labels) in enumerate(parted):
        mark, below = _mark(before), parted[at + 1 : at + 2]
        if mark and (labels or any(not first.text for first, *_ in below)):
            marks[at] = mark
    first = next(iter(marks.values()), None)
    return {at for at, mark in marks.items() if mark == first}


def _mark(line: Cell) -> tuple[bool, bool] | None:
    """Tell how a line is numbered: in brackets, in hanzi."""
    mark = MARK.match(line.text)
    return (bool(mark[1]), bool(mark[3])) if mark else None


def _heads(line: Cell, item: Cell) -> bool:
    """Tell the heading of a section, numbered otherwise than what it heads."""
    return headings.is_heading(line) and _mark(line) != _mark(item)


def _heading(line: Cell, section: Cell | None) -> list[Cell]:
    """Label what a numbered line tells, and the section that it stands in."""
    mark = MARK.match(line.text)
    number, target = (mark[2] or mark[3], line.text[mark.end() :]) if mark else ("", line.text)
    over = [replace(section, text=f"{forms.NAME}：{section.text}")] if section else []
    return [replace(line, text=f"{forms.NUMBER}：{number}"), *over, replace(line, text=f"{TARGET}：{target}")]


def _names(cell: Cell, words: Vocabulary) -> list[str | None]:
    return [words.name(label.text) for label, _ in forms.within(cell, words)]
