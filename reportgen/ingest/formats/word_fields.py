"""Fields of a document ▶ what they show: results, ticked boxes, and equations that are drawn from their code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.ingest.formats.numbering import circled
from reportgen.ingest.formats.ooxml import Element, attribute, prop, switched, val
from reportgen.ingest.formats.word_symbols import MARKED, OPEN

EQUATION = re.compile(r"\s*EQ\b", re.IGNORECASE)
FRACTION = re.compile(r"\\f\s*\(([^(),;]+)[,;]([^(),;]+)\)\s*", re.IGNORECASE)
# Letters over one another: a number in a circle, or a word below its reading. The last one is the word.
OVERLAID = re.compile(r"\\o(?:\s*\\a[lcrd])?\s*\((.*)[,;]([^(),;]+)\)\s*", re.IGNORECASE | re.DOTALL)
CIRCLES = frozenset("○〇◯")


@dataclass(slots=True)
class Field:
    """A field that is open: its code is typed until the result begins."""

    form: str = ""  # what a box or a list of a form shows
    code: str = ""
    begun: bool = False
    filled: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open where the text is read, the innermost last."""

    open: list[Field] = field(default_factory=list)

    def shown(self, text: str) -> str:
        """Give the text back where it is seen; inside a code it is a part of that."""
        for one in reversed(self.open):
            if not one.begun:
                one.code += text
                return ""
            one.filled = one.filled or bool(text)
        return text

    def type(self, code: str) -> None:
        """Take a piece of the code of the innermost field."""
        if self.open and not self.open[-1].begun:
            self.open[-1].code += code

    def mark(self, mark: Element) -> Iterator[str]:
        """Open a field, begin its result, or end it and give what it shows without one."""
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self.open.append(Field(_form(prop(mark, "ffData"))))
        elif self.open and kind == "separate":
            self.open[-1].begun = True
        elif self.open and kind == "end":
            ended = self.open.pop()
            if not ended.filled:
                yield ended.form or equation(ended.code)


def equation(code: str) -> str:
    """Write an equation field in one line; empty for other fields, and the code itself where it says something else."""
    if not EQUATION.match(code):
        return ""
    if found := FRACTION.search(code):
        return f"{found[1].strip()}/{found[2].strip()}"
    if found := OVERLAID.search(code):
        word = found[2].strip()
        return circled(int(word)) if found[1].strip() in CIRCLES and word.isdecimal() else word
    return code.strip()


def _form(data: Element | None) -> str:
    if (box := prop(data, "checkBox")) is not None:
        ticked = switched(box, "checked")
        return MARKED if (switched(box, "default") if ticked is None else ticked) else OPEN
    if (choices := prop(data, "ddList")) is not None:
        entries = [attribute(entry, "val") for entry in choices.iterfind("{*}listEntry")]
        chosen = int(val(choices, "result") or val(choices, "default") or 0)
        return entries[chosen] if chosen < len(entries) else ""
    return ""
