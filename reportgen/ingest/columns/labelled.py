"""Cells with labels inside: 进展情况：… 存在问题：… 下步打算：… in one cell ▶ the cells that they would be."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from reportgen.ingest.columns.meanings import UNITS
from reportgen.norms import ColumnNorms
from reportgen.records import Cell
from reportgen.text import fold

# A label stands at the beginning or behind a stop, perhaps with a number of its own: （一）进展情况：
LABEL = re.compile(
    r"(?:^|(?<=[\s。；;，,、)）】]))[（(]?(?:[一二三四五\d][)）、.．])?[【\[]?([\u3400-\u9fff]{2,10})[】\]]?\s*[:：]\s*"
)
COLON = re.compile("[:：]")
MARKED = re.compile(r"\s*[【\[]([\u3400-\u9fff]{2,8})[】\]]\s*")
STATE = re.compile(r"[\u3400-\u9fff]{2,8}")
ENDS_STATE = re.compile(r"[\s。；;，,]")
ENDS = "，,、；; \t\n"
# What a cell under each header may hold by labels.
INSIDE: Mapping[str, frozenset[str]] = {
    "progress": frozenset({"progress", "problem", "next_step", "status"}),
    "problem": frozenset({"problem", "next_step"}),
    "lead_unit": UNITS,
}

Parts = dict[str, str]


def parted(cells: Mapping[str, Cell], norms: ColumnNorms) -> dict[str, Cell]:
    """Give the cells that labels inside others hold; each bears the address of the cell that it was typed in.

    A cell is parted by labels of the norms only, of which none stands in it twice, and where each of the columns that
    they name is empty: else a label may be of one of several things (城东进展：…城西进展：…).
    """
    found: dict[str, Cell] = {}
    for own, inside in INSIDE.items():
        cell = cells.get(own)
        if cell is None or cell.blank:
            continue
        parts = _marked(cell.text, own, norms.states) if "status" in inside else {}
        if not parts and COLON.search(cell.text):  # few cells hold a label
            text = _apart(cell.text, norms.by_label) if inside == UNITS else cell.text
            parts = _parts(text, own, norms.by_label, norms.states)
        if parts and all(name in inside and (name == own or cells.get(name, Cell()).blank) for name in parts):
            found |= {name: replace(cell, text=text) for name, text in parts.items()}
    return found


def told_below(cell: Cell, norms: ColumnNorms) -> dict[str, Cell]:
    """Give what a row of one cell tells of the item above it, if it begins with a label: 存在问题：…下步打算：…."""
    named = {label: name for label, name in norms.by_label.items() if name in INSIDE["problem"]}
    parts = _parts(cell.text, "", named, norms.states)
    return {name: replace(cell, text=text) for name, text in parts.items() if name} if not parts.get("") else {}


def _apart(text: str, named: Mapping[str, str]) -> str:
    """Part units from the label right behind them, where a PDF has lost the end of the line: 主责：甲局协同：乙局."""
    labels = "|".join(label for label, name in named.items() if name in UNITS)
    begins = re.match(rf"(?:{labels})\s*[:：]", text)
    return re.sub(rf"(?<=[\u3400-\u9fff)）])(?:{labels})(?=\s*[:：])", r" \g<0>", text) if begins else text


def _marked(text: str, own: str, states: Collection[str]) -> Parts:
    """Part a state in front of a report off: 【已完成】建成10个."""
    marked = MARKED.match(text)
    if marked is None or marked[1] not in states or "【" in text[marked.end() :]:
        return {}
    return {"status": marked[1], own: text[marked.end() :]}


def _parts(text: str, own: str, named: Mapping[str, str], states: Collection[str]) -> Parts:
    """Part a text by its labels; what stands before the first is of the cell's own column."""
    known = [(match, name) for match in LABEL.finditer(text) if (name := named.get(fold(match[1])))]
    names = [name for _, name in known]
    units = own == "lead_unit" and len(known) < len(COLON.findall(text))  # 监督单位：… would stand among the others
    first = known[0][0].start() if known else 0
    if (
        not known
        or units
        or len(set(names)) < len(names)
        or (own in names and (names[0] != own or text[:first].strip()))
    ):
        return {}
    parts = {own: text[:first].strip(ENDS)}
    ends = [match.start() for match, _ in known[1:]] + [len(text)]
    for (match, name), end in zip(known, ends, strict=True):
        part = text[match.end() : end].strip()
        if name == "status":
            stop = ENDS_STATE.search(part)
            part, rest = (part[: stop.start()], part[stop.end() :].strip()) if stop else (part, "")
            if part not in states and not STATE.fullmatch(part):
                return {}
            parts[own] = " ".join(filter(None, (parts[own], rest)))
        parts[name or own] = part.strip(ENDS) if own == "lead_unit" else part
    return parts
