"""The reading of an item: what is asked, what answers it, and what else the text says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from reportgen.facts.asked.asking import Asking
from reportgen.facts.asked.deadlines import asked_by_days, end_of_works
from reportgen.facts.asked.requirements import requirements
from reportgen.facts.asked.wholes import adjusted_by
from reportgen.facts.checks.by_plan import as_planned
from reportgen.facts.checks.by_rate import checked
from reportgen.facts.checks.case import Case
from reportgen.facts.checks.grants import as_lodged
from reportgen.facts.checks.in_favour import in_favour
from reportgen.facts.checks.in_time import late_promise
from reportgen.facts.checks.lagging import without_laggards
from reportgen.facts.checks.loose_ends import loose_ends
from reportgen.facts.checks.schedule import falling_due, on_schedule, overtaken
from reportgen.facts.told.asides import without_asides
from reportgen.facts.told.boilerplate import without_boilerplate
from reportgen.facts.told.columns import parted
from reportgen.facts.told.progress import progress
from reportgen.facts.told.restated import without_restated
from reportgen.facts.words.clauses import statements, statements_of
from reportgen.facts.words.ladders import leaning
from reportgen.facts.words.phrases import pattern, says
from reportgen.facts.words.sites import sites
from reportgen.facts.words.sizes import in_units_of
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.sums import clash, misreckoned
from reportgen.facts.words.units import same_unit
from reportgen.norms import Norms
from reportgen.records import Aspect, Cell, Check, Item, Outcome, Period, Promise, Requirement, Span
from reportgen.text import Folded, fold, folded


@dataclass(frozen=True, slots=True)
class Texts:
    """What the cells of an item say, their numbers in the units of what is asked."""

    targets: tuple[Statement, ...]
    plans: tuple[Statement, ...]
    said: tuple[Statement, ...]  # by the progress itself
    beside: tuple[Statement, ...]  # by problems and next steps
    rate: tuple[Statement, ...]

    @property
    def asking(self) -> tuple[Statement, ...]:
        return self.targets + self.plans

    @property
    def told(self) -> tuple[Statement, ...]:
        return self.said + self.beside


@dataclass(frozen=True, eq=False)  # by identity and without slots, so that what many rules ask is worked out once
class Reading:
    """All that the rules may look at for one item."""

    item: Item
    period: Period
    norms: Norms
    statements: tuple[Statement, ...]
    target: tuple[Check, ...]
    plan: tuple[Check, ...]
    promises: tuple[Promise, ...]
    due: date
    clash: tuple[Span, ...] = ()  # a number and the parts that do not add up to it
    misreckoned: tuple[Span, ...] = ()  # a rate, the whole and the number that it is not of
    held: tuple[tuple[Case, Check], ...] = ()  # what the plan asks, or else the target, and how it is answered

    @property
    def days_left(self) -> int:
        return (self.due - self.period.as_of).days

    @cached_property
    def report(self) -> tuple[Statement, ...]:
        """The statements of the progress itself."""
        own = self.statements[0].source if self.statements else None
        return tuple(s for s in self.statements if s.source is own and own.address == self.item.progress.address)

    @cached_property
    def hard_plan(self) -> tuple[Check, ...]:
        """What the plan measurably asks for."""
        return tuple(check for check in self.plan if check.requirement.measurable)

    @cached_property
    def hard_target(self) -> tuple[Check, ...]:
        """What the target measurably asks for."""
        return tuple(check for check in self.target if check.requirement.measurable)

    @cached_property
    def counted_target(self) -> tuple[Check, ...]:
        """What of the target a number answers."""
        return tuple(check for check in self.target if check.have is not None)

    @cached_property
    def target_met(self) -> bool:
        """True where all that the target measurably asks for is met, and the rest is neither short nor doubtful."""
        hard = self.hard_target
        soft = (check for check in self.target if not check.requirement.measurable)
        open_ = any(c.doubtful or c.outcome in (Outcome.SHORT, Outcome.MISSED) for c in soft)
        return bool(hard) and all(c.outcome is Outcome.MET for c in hard) and not open_

    @cached_property
    def plan_met(self) -> bool:
        return bool(self.hard_plan) and all(check.outcome is Outcome.MET for check in self.hard_plan)

    @cached_property
    def plan_sure(self) -> bool:
        """True where all that the plan measurably asks for is met, or surely will be."""
        return bool(self.hard_plan) and all(check.sure for check in self.hard_plan)

    @property
    def says_nothing(self) -> bool:
        """True where the report holds no number, no claim, no day and no step that was reached."""
        return not any(
            s.quantities or s.claims or s.moments or any(step.aspect is Aspect.REACHED for step in s.milestones)
            for s in self.report
        )

    @property
    def plan_now(self) -> tuple[Check, ...]:
        """What the plan asks for within the period that is judged, or first."""
        return falling_due(self.plan, self.period)

    @property
    def has_plan(self) -> bool:
        return bool(self.plan)

    @cached_property
    def plan_failed(self) -> bool:
        return any(check.outcome.failed for check in self.plan)

    @cached_property
    def loose_ends(self) -> tuple[tuple[Requirement, Span], ...]:
        """What is asked, each with a clause that tells it is not there yet."""
        now = falling_due([check for _, check in self.held], self.period)
        return loose_ends([(case, check) for case, check in self.held if check in now])

    @cached_property
    def in_favour(self) -> tuple[tuple[Requirement, Span], ...]:
        """What fell short, each with words in its favour."""
        return in_favour(self.held)

    def saying(self, phrases: tuple[str, ...]) -> tuple[tuple[Statement, Span], ...]:
        """The statements in which one of the phrases stands, each with the words."""
        found = []
        for statement in self.statements:
            match = pattern(phrases).search(statement.text)
            if match and match.end() > match.start():
                source = statement.source
                found.append((statement, source.span(statement.start + match.start(), statement.start + match.end())))
        return tuple(found)


def read(item: Item, period: Period, norms: Norms) -> Reading:
    """Read one item: what target and plan ask for, each checked against what the other cells tell."""
    texts = _texts(item, period, norms)
    asked, planned = _requirements(item, texts, period, norms)
    case = partial(Case, period=period, target_words=fold(item.target.text), planless=not planned, beside=texts.beside)
    own = progress(asked, texts.said, sites(texts.asking, texts.said, norms), norms)
    every = progress(planned or asked, texts.told, sites(texts.asking, texts.told, norms), norms, asked)
    found = checked([as_lodged(case(one, own)) for one in asked], texts.rate)
    cases = [as_lodged(case(one, every)) for one in planned or asked]  # unplanned, the target by all cells
    plan = _plan_checked(cases, asked, texts, period) if planned else ()
    target = as_planned(found, plan) if planned else tuple(map(_by_the_year, found, cases))
    return Reading(
        item,
        period,
        norms,
        statements=(*texts.told, *texts.rate),
        target=target,
        plan=plan,
        promises=tuple(dict.fromkeys(promise for one in cases for promise in one.promises)),
        due=_plan_due(item, period),
        clash=clash(texts.said),
        misreckoned=misreckoned(texts.said, norms),
        held=tuple(zip(cases, plan or target, strict=True)),
    )


def _texts(item: Item, period: Period, norms: Norms) -> Texts:
    """Read the cells of an item clause by clause, without asides."""
    words = fold(item.target.text + item.plan.text)

    def told(source: Folded) -> tuple[Statement, ...]:
        return tuple(without_asides(statements_of(source, period.as_of, norms), words, norms))

    def reported(*cells: Cell) -> tuple[Statement, ...]:
        return tuple(statement for cell in cells if not cell.blank for statement in told(folded(cell)))

    targets = statements(item.target, period.read_on, norms)
    plans = tuple(in_units_of(targets, statements(item.plan, period.read_on, norms), norms))
    asked = fold(item.target.text), fold(item.plan.text)
    progress_told = () if item.progress.blank else told(without_restated(folded(item.progress), asked))
    report, apart = parted(without_boilerplate(progress_told, words, norms), norms)
    said = in_units_of((*targets, *plans), (*report, *reported(item.status)), norms)
    beside = in_units_of((*targets, *plans), (*reported(item.problem, item.next_step), *apart), norms)
    return Texts(targets, plans, tuple(said), tuple(beside), reported(item.rate))


def _requirements(
    item: Item, texts: Texts, period: Period, norms: Norms
) -> tuple[tuple[Requirement, ...], tuple[Requirement, ...]]:
    """List what the target asks for, and what the plan does."""
    background = leaning((texts.targets, texts.plans, (*texts.told, *texts.rate)), norms.ladders)
    end = end_of_works(item, period.read_on, norms)
    last = item.deadline or max(period.year_due, item.due or period.year_due)
    of_target = _of_target(texts, end, Asking("target", period, last, background, norms))
    asked = adjusted_by(of_target, texts.told, norms)
    asking = Asking("plan", period, _plan_due(item, period), background, norms, asked)
    return asked, _of_plan(item, texts, end, asking)


def _plan_due(item: Item, period: Period) -> date:
    """The last day of what the plan asks for."""
    return period.plan_due or item.due or period.year_due


def _plan_checked(
    cases: Sequence[Case], asked: Sequence[Requirement], texts: Texts, period: Period
) -> tuple[Check, ...]:
    """Check what the plan asks for, each stage in the light of the others."""
    told = checked(cases, texts.rate)
    kept = tuple(without_laggards(check, case, asked) for check, case in zip(told, cases, strict=True))
    stages = overtaken(kept, texts.told, period, cases[0].norms)
    return on_schedule(tuple(zip(cases, stages, strict=True)), period)


def _of_plan(item: Item, texts: Texts, end: Requirement | None, asking: Asking) -> tuple[Requirement, ...]:
    """List what the plan asks for; failing that, what the item's days ask. Nothing where the plan says: not yet due."""
    if says(asking.norms.phrases.not_due, fold(item.plan.text)):
        return ()
    by_days = partial(asked_by_days, item.due, end, texts.targets, asking)
    return requirements(texts.plans, asking) or adjusted_by(by_days(), texts.told, asking.norms)


def _by_the_year(told: Check, case: Case) -> Check:
    """Without a plan, a promised day after the year's end decides over the pace."""
    if told.outcome in (Outcome.MET, Outcome.MISSED):
        return told
    late = late_promise(case)
    return replace(late, have=told.have) if late is not None else told


def _of_target(texts: Texts, end: Requirement | None, asking: Asking) -> tuple[Requirement, ...]:
    """List what a target asks for; with an `end` of the works by a day, only the numbers that the report counts."""
    asked = requirements(texts.targets, asking)
    if end is None:
        return asked
    counts = (statement for statement in texts.said if not statement.milestones)  # 8幢主体封顶 counts no flats
    units = {quantity.unit for statement in counts for quantity in statement.quantities}
    counted = (one for one in asked if one.milestone or _in_units(one, units, asking.norms))
    return (replace(end, source="target"), *(replace(one, due=end.due) for one in counted))


def _in_units(requirement: Requirement, units: Collection[str], norms: Norms) -> bool:
    quantity = requirement.quantity
    return quantity is not None and any(same_unit(quantity.unit, unit, norms) for unit in units)
