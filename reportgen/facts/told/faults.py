"""Faults: numbers of complaints, and of faults that were found and mended, which nobody asked for."""

from __future__ import annotations

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Quantity, Requirement


def of_complaints(requirement: Requirement, statement: Statement, said: Progress) -> bool:
    """Tell whether a sentence counts complaints (受理投诉128件，办结121件), and nothing of the kind is asked for."""
    words = said.norms.matching.complaints
    told = mentions(words, statement.sentence.text) and not mentions(words, requirement.words)
    first = next((s for s in said.own if s.sentence is statement.sentence and s.counts), None)
    return told and first is not None and mentions(words, first.text)


def of_faults(requirement: Requirement, quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether a number is of faults found and mended (查出问题厕所90座，整改82座), which nobody asked for."""
    words, whole = norms.matching, requirement.in_all
    asked = requirement.words + requirement.number_of + (whole.noun if whole else "")
    if not mentions(words.mended, statement.near(quantity.span)) or mentions((*words.mended, *words.faulty), asked):
        return False  # as mostly
    before = statement.sentence.text[: statement.start - statement.sentence.start] + statement.before(quantity.span)
    return says(words.faults, before)
