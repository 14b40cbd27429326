"""The rulebook as the office may print it: every rule, what is in force for it, and its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from reportgen import tomlfile
from reportgen.norms import Ladder, Norms, load
from reportgen.rules import REGISTER
from reportgen.second_reading import CODE, MEANING, TITLE

FAMILIES = {"D": "done", "T": "on_track", "B": "behind", "Q": "review"}
SHOWN = 8
# What a pattern's signs stand for, in the order in which they are taken out of it.
SIGNS = (
    (re.compile(r"\\\("), "（"),
    (re.compile(r"\\\)"), "）"),
    (re.compile(r"\[\^[^\]]*\]|\\w|(?<!\\)\."), "…"),
    (re.compile(r"\\d|#"), "数"),
    (re.compile(r"\[(.)[^\]]*\]"), r"\1"),
    (re.compile(r"([…数])(?:[?*+]|\{[\d,]+\})+"), r"\1"),
    (re.compile(r"[^()|](?:[?*]|\{0,\d+\})\??|[\^$]|\\(?=[.+*])"), ""),
    (re.compile(r"(?<=[^()|])(?:\+|\{\d+(?:,\d*)?\})\??"), ""),
)
GROUP = re.compile(
    r"\((?P<beside>\?<?[!=])?(?:\?:)?(?P<held>[^()]*)\)(?P<left_out>[?*]|\{0,\d+\})?(?:[+?]|\{[\d,]+\})*"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule. `status` is done, on_track, behind or review; `in_force` are its figures, phrases or steps.

    `source` names the keys of the norms that it goes by, and is empty for a rule that goes by none.
    """

    code: str
    title: str
    status: str
    meaning: str
    source: str
    in_force: tuple[str, ...]
    basis: str
    examples: tuple[tuple[bool, str], ...]


def entries(path: Path) -> Iterator[Entry]:
    """List the rules in the order of their codes, with what these norms put in force."""
    norms, text = load(path), path.read_text(encoding="utf-8-sig")
    for code in sorted(REGISTER):
        rule = REGISTER[code]
        examples = tuple((example.fires, example.text.partition("：")[2]) for example in rule.examples)
        followed = [_in_force(source, norms, text) for source in rule.sources]
        in_force = tuple(line for lines, _ in followed for line in lines)
        basis = "；".join(dict.fromkeys(basis for _, basis in followed))
        status, sources = FAMILIES[code[0]], "、".join(rule.sources)
        yield Entry(code, rule.title, status, rule.meaning, sources, in_force, basis, examples)
    # The one judgement that no rule of the register makes: it weighs what they found.
    in_force, basis = _in_force("precedents", norms, text)
    yield Entry(CODE, TITLE, "review", MEANING, "precedents", in_force, basis, ())


def _in_force(source: str, norms: Norms, text: str) -> tuple[tuple[str, ...], str]:
    """Follow a key into the norms: what it names there, and where the office has it from."""
    value: Any = norms
    basis = ""
    for name in source.split("."):
        value = getattr(value, value.field_of(name))
        basis = getattr(value, "source", basis)
    if isinstance(value, tuple) and not basis:
        basis = "；".join(dict.fromkeys(part.source for part in value))
    return tuple(_shown(source, value, text)), basis


def spelt(pattern: str) -> str:
    """Give words that a pattern stands for: the first of several, … for any letters, 数 for a number."""
    words = pattern
    for sign, stands_for in SIGNS:
        words = sign.sub(stands_for, words)
    while group := GROUP.search(words):
        first = "" if group["beside"] or group["left_out"] else group["held"].partition("|")[0]
        words = words[: group.start()] + first + words[group.end() :]
    return re.sub("…+", "…", words.partition("|")[0])


def _shown(source: str, value: Any, text: str) -> Iterator[str]:
    match value:
        case BaseModel():
            for key, part in value:
                yield from _shown(f"{source}.{key}", part, text)
        case (str(), *_):
            more = f" 等{len(value)}条" if len(value) > SHOWN else ""
            words = "　".join(dict.fromkeys(filter(None, map(spelt, value[:SHOWN]))))
            yield f"{source.rpartition('.')[2]}：{words}{more}"
        case (Ladder(), *_):
            for ladder in value:
                yield f"{ladder.title}：" + " → ".join(step.title for step in ladder.steps)
        case Decimal() | int():
            meaning = tomlfile.comment_of(text, source.split("."))
            yield f"{source.rpartition('.')[2]} = {value}" + (f"（{meaning}）" if meaning else "")
