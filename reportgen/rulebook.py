"""The rulebook as the office may print it: every rule, what is in force for it, and its examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from reportgen import rules
from reportgen.norms import Norms
from reportgen.rule import REGISTER, Rule

FAMILIES = {"D": "done", "T": "on_track", "B": "behind", "Q": "review"}
SHOWN = 8

__all__ = ["Entry", "entries", "rules"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule. `status` is done, on_track, behind or review; `in_force` are its figures, phrases or steps."""

    code: str
    title: str
    status: str
    meaning: str
    source: str
    in_force: tuple[str, ...]
    basis: str
    examples: tuple[tuple[bool, str], ...]


def entries(norms: Norms) -> Iterator[Entry]:
    """List the rules in the order of their codes, with what these norms put in force."""
    for code in sorted(REGISTER):
        rule = REGISTER[code]
        examples = tuple((example.fires, example.text.partition("：")[2]) for example in rule.examples)
        yield Entry(code, rule.title, FAMILIES[code[0]], rule.meaning, rule.source, *_in_force(rule, norms), examples)


def _in_force(rule: Rule, norms: Norms) -> tuple[tuple[str, ...], str]:
    """Follow a rule's source into the norms: what it names there, and where the office has it from."""
    value: Any = norms
    basis = ""
    for name in rule.source.split("."):
        value = getattr(value, name)
        basis = getattr(value, "source", basis)
    return tuple(_shown(rule.source.rpartition(".")[2], value)), basis


def _shown(name: str, value: Any) -> Iterator[str]:
    match value:
        case BaseModel():
            for key, part in value:
                if isinstance(part, Decimal | int):
                    yield f"{key} = {part}"
        case tuple() if value and isinstance(value[0], str):
            more = f" 等{len(value)}条" if len(value) > SHOWN else ""
            yield "　".join(value[:SHOWN]) + more
        case tuple():
            for part in value:
                yield f"{part.title}：" + " → ".join(step.title for step in part.steps)
        case _:
            yield f"{name} = {value}"
