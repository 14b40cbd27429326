"""Signs: what has no more than its sign up, where that it is open is asked for and fewer are told as open."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reportgen.facts.checks.case import Case
from reportgen.facts.told.answers import Answer
from reportgen.facts.told.parts import Part
from reportgen.facts.words.phrases import says
from reportgen.facts.words.roles import steps_near
from reportgen.norms import IN_USE
from reportgen.records import Milestone
from reportgen.text import fold


def only_signed(told: Answer | Part, case: Case) -> bool:
    """Tell whether a number is of signs, and one beside it counts fewer that are open (12个挂牌，开餐的10个)."""
    signs = case.norms.phrases.signs
    if not tells_sign(_words(told, case), case):
        return False
    others = ((part.quantity, _words(part, case)) for part in case.parts)
    fewer = (words for quantity, words in others if quantity and told.quantity and quantity.value < told.quantity.value)
    return any(not says(signs, word) for words in fewer for word in words)


def tells_sign(steps: Collection[str], case: Case) -> bool:
    """Tell whether the words of some steps are of signs alone, where more than a sign is asked for (开餐)."""
    signs, goal = case.norms.phrases.signs, case.goal
    beyond = goal is not None and goal.step == IN_USE and not says(signs, fold(goal.span.text))
    return beyond and bool(steps) and all(says(signs, words) for words in steps)


def _words(told: Answer | Part, case: Case) -> list[str]:
    """The words of the steps beside a number, or of a part, that reach the one asked for."""
    steps: Iterable[Milestone] = told.steps if isinstance(told, Part) else steps_near(told)
    return [fold(step.span.text) for step in case.on_ladder(steps) if case.goal and step.reaches(case.goal)]
