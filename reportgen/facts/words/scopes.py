"""What stretch or share of the whole each number speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportgen.facts.words.phrases import any_of
from reportgen.norms import ScopeWords
from reportgen.records import Scope
from reportgen.text import SENTENCE_MARKS

# A rate in brackets, 188个(83.6%), only restates the number before it.
RATES = frozenset({"%", "‰", "百分点"})


@lru_cache(maxsize=8)
def _marks(words: ScopeWords) -> re.Pattern[str]:
    kinds = {scope.value: getattr(words, scope.value) for scope in Scope if scope not in (Scope.PLAIN, Scope.STOCK)}
    stops = {"open": r"\(", "close": r"\)", "clause": ",", "sentence": f"[{SENTENCE_MARKS}]"}
    groups = [
        f"(?P<{kind}>{any_of(patterns)})"
        for kind, patterns in {"none": words.none, "compared": words.compared, **kinds}.items()
    ]
    return re.compile(any_of([*groups, *(f"(?P<{kind}>{stop})" for kind, stop in stops.items())]))


def scopes(text: str, numbers: Sequence[tuple[int, str]], words: ScopeWords) -> list[Scope]:
    """Tell the scope of each number (start, unit) of a text.

    累计 and 本月 reach to the end of the sentence, 剩余 to the end of the clause, and 其中 as far as its unit is kept;
    numbers in brackets are parts of the one before.
    """
    reach = Reach()
    found: list[Scope] = []
    marks = _marks(words).finditer(text)
    mark = next(marks, None)
    for start, unit in numbers:
        while mark and mark.start() < start:
            kind = mark.lastgroup or ""
            if kind == "sentence":
                reach = Reach()
            elif found or kind != "part":  # 已完成全年任务。其中新建6座 divides no number
                reach.enter(kind)
            mark = next(marks, None)
        found.append(reach.scope(unit))
    return found


@dataclass(slots=True)
class Reach:
    """How far the scope words passed so far still reach."""

    wide: Scope = Scope.PLAIN
    narrow: Scope = Scope.PLAIN
    part_unit: str | None = None
    crossed: bool = False
    counted: bool = False
    compared: bool = False
    bracket: Scope | None = None

    def enter(self, kind: str) -> None:
        """Take in the next mark: a scope word, a bracket or a stop."""
        if kind == "clause":
            self.crossed, self.counted, self.compared = True, False, False
            if self.narrow is Scope.REST:
                self.narrow = Scope.PLAIN
        elif kind == "compared":
            self.compared = True
        elif kind == "open":
            self.bracket = Scope.PART if self.counted else Scope.PLAIN
        elif kind == "close":
            self.bracket = None
        elif kind in ("part", "rest") and self.bracket is None:
            self.narrow, self.part_unit, self.crossed = Scope(kind), None, False
        elif kind in ("cumulative", "month") and self.bracket is None:
            self.wide, self.narrow = Scope(kind), Scope.PLAIN
        elif kind != "none":
            self.bracket = Scope(kind)

    def scope(self, unit: str) -> Scope:
        """Tell the scope of a number that stands here."""
        if self.bracket is not None:
            return Scope.PLAIN if unit in RATES else self.bracket
        self.counted = self.counted or unit not in RATES
        if self.compared and unit not in RATES:
            return Scope.PART
        if self.narrow is Scope.PART and self.crossed and unit != self.part_unit:
            self.narrow = Scope.PLAIN
        self.part_unit = unit if self.part_unit is None else self.part_unit
        return self.wide if self.narrow is Scope.PLAIN else self.narrow
