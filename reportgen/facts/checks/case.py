"""One requirement with all that it is held against."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cached_property

from reportgen.facts.told.answers import Answer, rates
from reportgen.facts.told.countable import answers, usable
from reportgen.facts.told.parts import Part, parts
from reportgen.facts.told.position import position, prospect, steps_told
from reportgen.facts.told.progress import Progress
from reportgen.facts.told.promises import promises
from reportgen.facts.told.tallies import counts
from reportgen.facts.words.ladders import begins, days_between, ladder_named, on_ladder
from reportgen.facts.words.phrases import holds_only_others, mentions, says
from reportgen.facts.words.statements import Number, Statement
from reportgen.norms import FOUNDATION, FRAME, INFILL, PILE, TOPPED, Ladder, Norms, Size
from reportgen.records import HUNDRED, Bound, Check, Milestone, Outcome, Period, Promise, Quantity, Requirement, Span
from reportgen.text import fold

FOUNDED = frozenset((PILE, FOUNDATION))  # which no renovation has
RAISED = FOUNDED | {FRAME, TOPPED, INFILL}
CLAUSES = re.compile("[,。;]")
SEASON = timedelta(days=80)  # as long as a quarter, at least
NEXT_MONTH = 31  # days that are looked ahead where the table names no period of its plan


@dataclass(frozen=True)  # without slots, so that what is looked at often is worked out once
class Case:
    """One requirement with all that it is held against."""

    requirement: Requirement
    said: Progress
    period: Period
    target_words: str  # the whole target, folded
    planless: bool  # nothing but the calendar tells how far it should be
    beside: tuple[Statement, ...]  # what the cells of problems and next steps say

    @cached_property
    def norms(self) -> Norms:
        return self.said.norms

    @cached_property
    def goal(self) -> Milestone | None:
        """The step asked for, if one is."""
        return self.requirement.milestone

    @property
    def wanted(self) -> Milestone:
        """The step asked for; AssertionError where none is."""
        assert self.goal is not None
        return self.goal

    @cached_property
    def ladder(self) -> Ladder:
        """The ladder of the step asked for; AssertionError where none is."""
        return ladder_named(self.wanted.ladder, self.norms)

    @cached_property
    def begins(self) -> bool:
        """Tell whether no more than the beginning of the works is asked for (开工)."""
        return self.goal is not None and begins(self.goal, self.norms)

    @cached_property
    def asks_preparation(self) -> bool:
        """Tell whether no more than a preparation of the works is asked for."""
        return self.goal is not None and self.ladder.prepares(self.goal.rank)

    @cached_property
    def all_words(self) -> str:
        """The words that ask, with those of the whole target."""
        return self.target_words + self.requirement.words

    @cached_property
    def names(self) -> frozenset[str]:
        """All that names what is asked for: its own words, and those before them that they go on about."""
        return self.requirement.topic | self.said.words(self.requirement.words)

    @cached_property
    def own_names(self) -> frozenset[str]:
        """What the words that ask name beside the step."""
        words, step = self.requirement.words, self.goal
        return self.said.words(words.replace(fold(step.span.text), " ", 1) if step else words)

    @cached_property
    def need(self) -> Decimal:
        """The number asked for: a share of the annual number is worked out, an estimate (约) allowed for."""
        quantity, whole = self.requirement.quantity, self.requirement.whole
        if quantity is None:
            return Decimal(0)
        value = quantity.value
        if quantity.unit == "%" and whole is not None:
            value = whole.value * value / HUNDRED
        return value * self.norms.thresholds.about_met / HUNDRED if quantity.bound is Bound.ABOUT else value

    @cached_property
    def about(self) -> tuple[Statement, ...]:
        """The statements that speak of the requirement, or of nothing in particular."""
        return self.said.about(self.requirement)

    @cached_property
    def report(self) -> tuple[Statement, ...]:
        """Those of the statements about the requirement that stand in the progress itself."""
        return tuple(filter(self.said.of_its_own, self.about))

    def may_count(self, told: Quantity) -> bool:
        """Tell whether a number may count, by its unit and size, what is asked for."""
        return answers(told, self.requirement, self.said)

    def clause_of(self, words: Span) -> Statement | None:
        """The statement about the requirement in which some words begin."""
        same = (s for s in self.about if s.span.address == words.address)
        return next((s for s in same if s.span.start <= words.start < s.span.end), None)

    @cached_property
    def counts(self) -> list[Answer]:
        """The numbers that count what is asked for, the best first."""
        return counts(self.requirement, self.usable, self.said)

    @cached_property
    def rates(self) -> list[Answer]:
        """The percentages that tell how far the thing has come, the best first."""
        return rates(self.requirement, self.said)

    @cached_property
    def usable(self) -> tuple[Number, ...]:
        """The numbers that may count what is asked for, in order."""
        return tuple(usable(self.requirement, self.said))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts that the progress tells of, in order."""
        return parts(self.requirement, self.said)

    @cached_property
    def steps(self) -> list[Milestone]:
        """The steps told of the requirement, on its ladder."""
        return steps_told(self.requirement, self.said)

    @cached_property
    def here(self) -> Milestone | None:
        """The furthest step that stands reached or under way."""
        return position(self.steps, self.requirement, self.norms)

    @cached_property
    def ahead(self) -> Milestone | None:
        """The step that is told to be still to do, if one is."""
        return prospect(self.steps)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """The days that the progress names for what is not done yet."""
        return promises(self.requirement, self.said, self.period.as_of)

    @property
    def time_is_up(self) -> bool:
        """Tell whether the due day has come, or has passed."""
        return self.days_left <= 0

    @property
    def days_left(self) -> int:
        return (self.requirement.due - self.period.as_of).days

    @property
    def small(self) -> bool:
        """Tell whether the works are small ones, each of which is soon done: many of a kind, or a renovation."""
        if says(self.norms.matching.large, self.all_words):
            return False
        target = self._own_target
        own = "" if says(self.norms.matching.new_works, target) else self.requirement.words
        words, counted = self.norms.matching, self.requirement.in_all
        if self._ready_made:
            return True
        if counted is not None and counted.unit in words.small_units and not counted.noun.endswith(words.capacities):
            if counted.value >= self.norms.thresholds.small_from:
                return True
            kept = target if own and not self._tells_of(RAISED) else ""  # what rises anew is no renovation
            return says(words.renovation, kept + own + fold(counted.span.text + counted.noun))
        return says(words.renovation, target + own) and not self._tells_of(FOUNDED)

    def _tells_of(self, steps: frozenset[str]) -> bool:
        """Tell whether the report names any of some steps, whatever it says of them."""
        return any(step.step in steps for statement in self.about for step in statement.milestones)

    def on_ladder(self, steps: Iterable[Milestone]) -> tuple[Milestone, ...]:
        """Those of some steps that stand on the ladder of the one asked for; none where none is asked for."""
        return on_ladder(steps, self.ladder) if self.goal else ()

    def lie_beyond(self, steps: Iterable[Milestone]) -> bool:
        """Tell whether some of the steps stand on the ladder of the one asked for, and all those lie beyond it."""
        named = self.on_ladder(steps)
        return self.goal is not None and bool(named) and all(step.rank > self.goal.rank for step in named)

    def days_from(self, here: Milestone) -> int:
        """The usual least days from a step to the one asked for; AssertionError where none is asked for."""
        return days_between(here, self.wanted, self.size, self.norms)

    def tells_preparation(self, text: str) -> bool:
        """Tell whether a folded text is of what goes before (遴选, 培训, 排查), where not that is asked."""
        words = self.norms.matching
        before = (*words.groundwork, *words.preparatory, *words.prepared)
        return holds_only_others(before, text, self.all_words)

    @cached_property
    def _own_target(self) -> str:
        """The clauses of the target that name what is asked for (of 改造候车亭、新建首末站 one), else all of it."""
        clauses = [clause for clause in CLAUSES.split(self.target_words) if self.names & self.said.words(clause)]
        return "，".join(clauses) or self.target_words

    @property
    def _ready_made(self) -> bool:
        """Tell whether what is bought needs no installing (救护车20辆)."""
        return self.goal is not None and self.ladder.by_piece and mentions(self.norms.matching.ready, self.all_words)

    @property
    def things(self) -> Quantity | None:
        """How many pieces are asked for, of one kind only."""
        counted = [r.in_all for r in self.said.requirements if r.in_all]
        return counted[0] if counted and not self.said.counts_several else None

    @property
    def size(self) -> Size:
        """The size of the works, by which their steps take their time."""
        words, counted = self.all_words, self.requirement.in_all
        by_piece = counted is not None and counted.unit in self.norms.matching.small_units
        if not by_piece and says(self.norms.matching.linear, words) and not says(self.norms.matching.buildings, words):
            return "line"
        return "small" if self.small else "usual"

    @property
    def later(self) -> bool:
        """Tell whether a plan asks this by a day beyond the period that is judged (12月底前全部完成, in August)."""
        horizon = self.period.plan_due or self.period.as_of + timedelta(days=NEXT_MONTH)
        return self.requirement.of_plan and self.requirement.due > horizon

    @property
    def to_come(self) -> bool:
        """Tell whether it is asked by a day beyond the period that is judged, as all is that a target asks."""
        return not self.requirement.of_plan or self.later

    def met(self, *answers: Statement | Answer | Span, have: Decimal | None = None, doubtful: bool = False) -> Check:
        """Say that what is asked for is there."""
        return self.outcome(Outcome.MET, "已达到", *answers, have=have, doubtful=doubtful)

    def missed(self, *answers: Statement | Answer | Span, have: Decimal | None = None, doubtful: bool = False) -> Check:
        """Say that it is not there on its day, or after it."""
        return self.outcome(Outcome.MISSED, "到期未达到", *answers, have=have, doubtful=doubtful)

    def outcome(
        self,
        outcome: Outcome,
        text: str,
        *answers: Statement | Answer | Span,
        have: Decimal | None = None,
        forecast: Decimal | None = None,
        doubtful: bool = False,
    ) -> Check:
        """Answer the requirement; a number is quoted with the stretch of words in which it stands."""
        spans = tuple(_quoted(answer) for answer in answers)
        need = self.need if self.requirement.quantity else None
        return Check(self.requirement, outcome, spans, text, have, need, forecast, doubtful=doubtful)


def _quoted(answer: Statement | Answer | Span) -> Span:
    match answer:
        case Answer():
            return answer.piece
        case Statement():
            return answer.span
        case Span():
            return answer


def whole_of(case: Case) -> Decimal:
    """How many of the things there are in all, as far as target and plan tell."""
    whole = case.requirement.in_all
    return whole.value if whole else Decimal(0)
