"""Sentences of who leads and who supports ▶ the units of each: 甲局牵头，乙局、丙局配合."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportgen.ingest.columns import register
from reportgen.ingest.columns.meanings import UNITS
from reportgen.records import Cell

VERB = 2  # letters of a label that is a verb too: 牵头, not 牵头单位
SHARED = "负责"  # leads by itself; beside a clause that leads it supports: 甲局牵头，乙局、丙局按职责分工负责
HOW = r"(?:共同|联合|具体|分别|积极|负责|按照?|各自|职责|分工)*"
TO_WHAT = r"(?:负责|落实|实施|抓总|推进|办理|做好|工作)*"
LONGEST_UNIT = 25  # characters

Duties = tuple[Sequence[str], Sequence[str]]  # the units that lead, and those that support


def told(text: str, labels: Mapping[str, str]) -> Duties | None:
    """Part a text made of such clauses, by the verbs among the labels; None for another, or where none leads."""
    verbs = tuple(label for label, name in labels.items() if name in UNITS and len(label) == VERB)
    held: list[tuple[str, tuple[str, ...]]] = []
    at = 0
    while at < len(text):
        clause = _clause(verbs).match(text, at)
        names = register.split(Cell(text=clause["names"])) if clause else ()
        if clause is None or not all(_names(name, verbs) for name in names):
            return None
        held.append((clause["verb"], names))
        at = clause.end()
    leading = [names for verb, names in held if labels[verb] == "lead_unit" and verb != SHARED]
    leading = leading or [names for verb, names in held if verb == SHARED]
    others = [name for _, names in held if names not in leading for name in names]
    return ([name for names in leading for name in names], others) if leading else None


@lru_cache(maxsize=8)
def _clause(verbs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:由|以)?(?P<names>[^。；;:：]+?){HOW}(?P<verb>{'|'.join(verbs)}){TO_WHAT}(?:[\s，,；;。、]+|$)"
    )


def _names(name: str, verbs: Sequence[str]) -> bool:
    """Tell a name from a clause that says more: 甲局负责方案制定."""
    return len(name) <= LONGEST_UNIT and not any(verb in name for verb in verbs)
