"""Filed: what came in (受理431件), told beside what of it was settled (其中办结376件)."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.facts.words.phrases import ends_with, pattern, says
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import Quantity, Requirement
from reportgen.text import fold


def settled_of(quantity: Quantity, statement: Statement, norms: Norms) -> Decimal | None:
    """How many are settled of what came in (受理131人，发放58人); None where no number tells it next."""
    before, noun = statement.before(quantity.span), fold(quantity.noun)
    if not ends_with(norms.matching.filed, before.removesuffix(noun)) and not pattern(norms.matching.filed).match(noun):
        return None
    rest = statement.source.text[statement.source.past(quantity.span) : statement.sentence.end]
    settled = pattern(norms.matching.settled).pattern
    told = re.search(rf"(?:{settled})[^,。;\d]{{0,8}}(?P<number>\d+)(?={re.escape(quantity.unit)})", rest)
    return Decimal(told["number"]) if told else None


def filed_beside(requirement: Requirement, quantity: Quantity, statement: Statement, norms: Norms) -> bool:
    """Tell whether a number of what came in says nothing of what is asked; what is to be handled counts it too."""
    only_filed = settled_of(quantity, statement, norms) is not None
    whole = requirement.in_all
    return only_filed and not says(norms.matching.handled, requirement.words + (whole.noun if whole else ""))
