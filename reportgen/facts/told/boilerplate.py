"""Boilerplate: what any report may say beside what it tells (各项工作有序推进), and so tells nothing."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.facts.told.asides import tells
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.topics import names
from reportgen.norms import Norms


def without_boilerplate(said: Sequence[Statement], asked: str, norms: Norms) -> tuple[Statement, ...]:
    """Leave out boilerplate, unless the words that are `asked` (folded) name it or nothing else tells a fact."""
    if not any(says(norms.phrases.boilerplate, statement.text) for statement in said):
        return tuple(said)  # the usual case
    named = names(asked, norms.matching)
    full = tuple(s for s in said if not tells(norms.phrases.boilerplate, s.text, named, norms))
    return full if any(s.certain or s.aspect for s in full) else tuple(said)
