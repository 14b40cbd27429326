"""Which ladder of steps a text climbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.facts.statements import Statement
from reportgen.norms import Ladder

CUE_WEIGHT = 2  # a cue names the kind of project, a step may stand on several ladders
Leaning = Mapping[str, float]


def leaning(texts: Sequence[Sequence[Statement]], ladders: tuple[Ladder, ...]) -> Leaning:
    """Weigh for each ladder, by name, what an item's texts say for it; they come weightiest first."""
    return {
        ladder.name: sum(_evidence(text, ladder) / order for order, text in enumerate(texts, 2)) for ladder in ladders
    }


def choose_ladder(text: Sequence[Statement], background: Leaning, ladders: tuple[Ladder, ...]) -> Ladder:
    """Choose the kind of project that a text points to, and the rest of its item behind it."""
    return max(ladders, key=lambda ladder: _evidence(text, ladder) + background.get(ladder.name, 0.0))


def _evidence(text: Sequence[Statement], ladder: Ladder) -> int:
    words = "".join(statement.text for statement in text)
    steps = {step.rank for statement in text for step in statement.milestones if step.ladder == ladder.name}
    return CUE_WEIGHT * sum(cue in words for cue in ladder.cues) + len(steps)
