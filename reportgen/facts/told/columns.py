"""Columns: what a report itself says of problems and next steps, to be read as if it stood in their own columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Sentence, Statement
from reportgen.norms import Norms


def parted(said: Sequence[Statement], norms: Norms) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Part the clauses of a cell into those that report, and those behind 下一步 or 存在问题：, in order.

    The latter last to the end of their sentence, and go on behind a semicolon, up to a clause that tells what happened.
    """
    report, beside = list[Statement](), list[Statement]()
    apart: Sentence | None = None
    for clause in said:
        if apart is not None and clause.sentence is not apart:
            apart = clause.sentence if _follows(clause.sentence, apart) else None
        if says(norms.phrases.beside_report, clause.text):
            apart = clause.sentence
        elif apart is not None and says(norms.phrases.happened, clause.text):
            apart = None
        (report if apart is None else beside).append(clause)
    if not report or not beside:
        return tuple(said), ()
    column = replace(beside[0].source)  # the same text, yet another object: these clauses are not the report's own
    return tuple(report), tuple(replace(clause, source=column) for clause in beside)


def _follows(sentence: Sentence, before: Sentence) -> bool:
    """True where a semicolon ends the sentence before."""
    return sentence.source.text[before.end : before.end + 1] == ";"
