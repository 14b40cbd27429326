"""Papers: what is told before the title or the certificate that is asked for is given (参训230人 of 取证200人)."""

from __future__ import annotations

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.phrases import mentions, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import OPEN, Quantity, Requirement


def awaits_title(requirement: Requirement, statement: Statement, said: Progress) -> bool:
    """Tell whether the sentence goes on to an appraisal that is to come, where a title is asked for (创建宁静小区)."""
    words = said.norms.matching
    if not mentions(words.titled, requirement.words):
        return False
    after = (s for s in said.own if s.sentence is statement.sentence and s.start > statement.start)
    return any(s.aspect in OPEN and mentions(words.appraised, s.text) for s in after)


def only_taught(requirement: Requirement, quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether a number is of those taught (参训230人), where they are to get a certificate (取证200人)."""
    words = norms.matching
    if quantity.unit not in words.persons or not says(words.certified, requirement.all_words):
        return False
    near = statement.near(quantity.span)
    return not statement.claims and mentions(words.taught, near) and not says(words.certified, near)


def awaits_paper(requirement: Requirement, quantity: Quantity, statement: Statement, said: Progress) -> bool:
    """Tell whether a number is of those taught, and nobody is told to have got the certificate asked for."""
    if not only_taught(requirement, quantity, statement, said.norms):
        return False
    return not any(says(said.norms.matching.certified, s.text) and s.aspect not in OPEN for s in said.own)
