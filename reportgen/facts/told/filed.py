"""Filed: what came in (受理431件), told beside what of it was settled (其中办结376件)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from reportgen.facts.told.progress import Progress
from reportgen.facts.words.phrases import any_of, ends_with, pattern, says
from reportgen.facts.words.statements import Statement
from reportgen.records import Quantity, Requirement
from reportgen.text import CLAUSE_MARKS, fold


def settled_of(quantity: Quantity, statement: Statement, said: Progress) -> Decimal | None:
    """How many are settled of what came in (受理131人，发放58人); None where no number tells it next."""
    before, noun = statement.before(quantity.span), fold(quantity.noun)
    words = said.norms.matching
    if not ends_with(words.filed, before.removesuffix(noun)) and not pattern(words.filed).match(noun):
        return None
    same = (s for s in said.statements if s.sentence is statement.sentence)
    after = ((s, q) for s in same for q in s.counted if q.unit == quantity.unit and q.span.start > quantity.span.start)
    return next((q.value for s, q in after if _settled(words.settled).search(s.before(q.span))), None)


@lru_cache(maxsize=8)
def _settled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(phrases)})[^{CLAUSE_MARKS}\d]{{0,8}}$")


def filed_beside(requirement: Requirement, quantity: Quantity, statement: Statement, said: Progress) -> bool:
    """Tell whether a number of what came in says nothing of what is asked; what is to be handled counts it too."""
    only_filed = settled_of(quantity, statement, said) is not None
    whole = requirement.in_all
    return only_filed and not says(said.norms.matching.handled, requirement.words + (whole.noun if whole else ""))
