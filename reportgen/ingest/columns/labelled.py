"""Cells with labels inside: 进展情况：… 存在问题：… 下步打算：… in one cell ▶ the cells that they would be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.records import Cell
from reportgen.text import fold

LABEL = re.compile(r"(?:^|(?<=[\s。；;，,、)）]))[（(【\[]?(?:\d[.、．])?([\u3400-\u9fff]{2,10})[】\])）]?\s*[:：]\s*")
MARKED = re.compile(r"\s*[【\[]([\u3400-\u9fff]{2,8})[】\]]\s*")
PLAINLY = 4  # letters of a label that is no word of the report (进展情况；not 完成)
ENDS_STATE = re.compile(r"[\s。；;，,]")
# What a cell under each header may hold by labels.
INSIDE: Mapping[str, frozenset[str]] = {
    "progress": frozenset({"progress", "problem", "next_step", "status"}),
    "problem": frozenset({"problem", "next_step"}),
    "lead_unit": frozenset({"lead_unit", "support_units", "lead_leader"}),
}


def parted(cells: Mapping[str, Cell], words: Vocabulary) -> dict[str, Cell]:
    """Give the cells that labels inside others hold; those that have a column with something in it stay where they are.

    Each bears the address of the cell it was typed in, without its label.
    """
    found: dict[str, Cell] = {}
    for own, inside in INSIDE.items():
        cell = cells.get(own)
        if cell is None or cell.blank:
            continue
        free = {name for name in inside if name == own or cells.get(name, Cell()).blank}
        parts = _parts(cell.text, own, free, words)
        begins = LABEL.match(cell.text)
        if parts.keys() - {own} or (parts and begins and len(begins[1]) >= PLAINLY):
            found |= {name: replace(cell, text=text) for name, text in parts.items()}
    return found


def _parts(text: str, own: str, free: set[str], words: Vocabulary) -> dict[str, str]:
    """Part a text by its labels; what stands before the first is of the cell's own column."""
    marked = MARKED.match(text) if "status" in free else None
    if marked and marked[1] in words.states:
        return {"status": marked[1], own: text[marked.end() :]}
    labels = [(match, words.name(fold(match[1]))) for match in LABEL.finditer(text)]
    labels = [(match, name) for match, name in labels if name in free]
    if not labels:
        return {}
    found: dict[str, list[str]] = {own: [text[: labels[0][0].start()]]}
    ends = [match.start() for match, _ in labels[1:]] + [len(text)]
    for (match, name), end in zip(labels, ends, strict=True):
        part = text[match.end() : end]
        if name == "status" and (stop := ENDS_STATE.search(part.strip())):
            part, rest = part.strip()[: stop.start()], part.strip()[stop.end() :]
            found[own].append(rest)
        found.setdefault(name or own, []).append(part)
    joined = {name: " ".join(part.strip() for part in parts if part.strip()) for name, parts in found.items()}
    return {name: part for name, part in joined.items() if part}
