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
from reportgen.facts.checks.case import Case
from reportgen.facts.checks.grants import as_lodged
from reportgen.facts.checks.in_favour import in_favour
from reportgen.facts.checks.in_time import late_promise
from reportgen.facts.checks.lagging import without_laggards
from reportgen.facts.checks.loose_ends import loose_ends
from reportgen.facts.checks.outcomes import check
from reportgen.facts.checks.remaining import only_prepared
from reportgen.facts.checks.schedule import falling_due, on_schedule, overtaken
from reportgen.facts.checks.services import THERE
from reportgen.facts.checks.unanswered import GOING_ON, HAPPENED
from reportgen.facts.told.asides import without_asides
from reportgen.facts.told.progress import progress
from reportgen.facts.words.clauses import statements
from reportgen.facts.words.ladders import leaning
from reportgen.facts.words.phrases import pattern, says
from reportgen.facts.words.sites import sites
from reportgen.facts.words.sizes import in_units_of
from reportgen.facts.words.statements import Statement
from reportgen.facts.words.sums import clash, misreckoned
from reportgen.facts.words.units import same_unit
from reportgen.norms import Norms
from reportgen.records import HUNDRED, Aspect, Cell, Check, Item, Outcome, Period, Promise, Requirement, Span
from reportgen.text import fold

VERB = 3  # pairs of letters that name no more than what is to be done (设点接待)


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
        return tuple(s for s in self.statements if s.source.address == self.item.progress.address)

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
    found = _checked([as_lodged(case(one, own)) for one in asked], texts.rate)
    cases = [as_lodged(case(one, every)) for one in planned or asked]  # unplanned, the target by all cells
    plan = _plan_checked(cases, asked, texts, period) if planned else ()
    target = _as_planned(found, plan) if planned else tuple(map(_by_the_year, found, cases))
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

    def reported(*cells: Cell) -> tuple[Statement, ...]:
        read_in = (statements(cell, period.as_of, norms) for cell in cells)
        return tuple(statement for said in read_in for statement in without_asides(said, words, norms))

    targets = statements(item.target, period.read_on, norms)
    plans = tuple(in_units_of(targets, statements(item.plan, period.read_on, norms), norms))
    said = in_units_of((*targets, *plans), reported(item.progress, item.status), norms)
    beside = in_units_of((*targets, *plans), reported(item.problem, item.next_step), norms)
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
    told = _checked(cases, texts.rate)
    kept = tuple(without_laggards(check, case, asked) for check, case in zip(told, cases, strict=True))
    stages = overtaken(kept, texts.told, period, cases[0].norms)
    return on_schedule(tuple(zip(cases, stages, strict=True)), period)


def _as_planned(target: Sequence[Check], plan: Sequence[Check]) -> tuple[Check, ...]:
    """Answer the target by the plan, where that tells better how far it is."""
    only = plan[0] if len(target) == len(plan) == 1 else None
    return tuple(_by_the_plan(told, plan, only) for told in target)


def _by_the_plan(told: Check, plan: Sequence[Check], only: Check | None) -> Check:
    """Answer by the plan what the target asks for without a number; `only` is the one plan of a single target."""
    if told.requirement.quantity is not None:
        return told
    if _too_few_for_the_plan(told, plan):
        return replace(told, outcome=Outcome.LIKELY, text="其余部分尚未完成")
    if told.outcome is not Outcome.SILENT and told.text != GOING_ON:
        return told
    met = only if only is not None and _there_with(only, told.requirement) else _same_step(told, plan)
    return replace(met, requirement=told.requirement) if met is not None else told


def _too_few_for_the_plan(told: Check, plan: Sequence[Check]) -> bool:
    """True where a target is met by words whose number is too small for the plan."""
    short = (check for check in plan if check.have is not None and check.outcome is not Outcome.MET)
    return told.outcome is Outcome.MET and any(check.answers == told.answers for check in short)


def _there_with(only: Check, own: Requirement) -> bool:
    """True where the only thing planned is there, and names what the target does (6月底前落实) or a verb (投保)."""
    planned = only.requirement
    return only.text in (THERE, HAPPENED) and (planned.topic <= own.topic or len(planned.topic) <= VERB)


def _same_step(told: Check, plan: Sequence[Check]) -> Check | None:
    """Find the plan's met check for the step that the target asks for, where no clause names the target's.

    The plan's must be of all that is there: 秋季学期投用, without a number.
    """
    wanted = told.requirement.milestone
    if wanted is None or told.text == GOING_ON:
        return None
    met = (one for one in plan if one.outcome is Outcome.MET and one.requirement.quantity is None)
    same = (one for one in met if not one.requirement.topic or one.requirement.topic & told.requirement.topic)
    steps = ((one, one.requirement.milestone) for one in same)
    return next((one for one, step in steps if step is not None and step.is_at(wanted)), None)


def _of_plan(item: Item, texts: Texts, end: Requirement | None, asking: Asking) -> tuple[Requirement, ...]:
    """List what the plan asks for; failing that, what the item's days ask. Nothing where the plan says: not yet due."""
    if says(asking.norms.phrases.not_due, fold(item.plan.text)):
        return ()
    by_days = partial(asked_by_days, item.due, end, texts.targets, asking)
    return requirements(texts.plans, asking) or adjusted_by(by_days(), texts.told, asking.norms)


def _checked(cases: Sequence[Case], rate: Sequence[Statement]) -> tuple[Check, ...]:
    """Check each requirement, with the item's column of rates where the text alone does not tell."""
    return tuple(_by_rate(case, check(case), rate) if rate else check(case) for case in cases)


def _by_the_year(told: Check, case: Case) -> Check:
    """Without a plan, a promised day after the year's end decides over the pace."""
    if told.outcome in (Outcome.MET, Outcome.MISSED):
        return told
    late = late_promise(case)
    return replace(late, have=told.have) if late is not None else told


def _by_rate(case: Case, told: Check, rate: Sequence[Statement]) -> Check:
    """Check once more with the rate of a column (完成率60%), where that can tell more than the text did."""
    if case.said.counts_several:
        return told  # one rate for all does not tell which of several things is there
    alone = sum(requirement.measurable for requirement in case.said.requirements) == 1
    if alone and told.outcome is Outcome.MET and told.have is None and not case.requirement.of_plan:
        return told if case.begins else _held_against(told, rate)
    if told.have or told.outcome in (Outcome.MET, Outcome.MISSED) or only_prepared(case):
        return told
    if case.requirement.of_plan and (_of_other_unit(case.requirement) or _placed(case)):
        return told
    return check(replace(case, said=case.said.joined_by(rate)))


def _of_other_unit(requirement: Requirement) -> bool:
    """True where the plan asks for no number, or counts in another unit than the annual number that a rate is of."""
    asked, whole = requirement.quantity, requirement.whole
    return asked is None or (asked.unit != "%" and (whole is None or asked.unit != whole.unit))


def _placed(case: Case) -> bool:
    """True where the text says where some of the things stand; one rate for all does not outweigh that."""
    return any(part.sited or part.clauses[0].milestones for part in case.parts)


def _held_against(claim: Check, rate: Sequence[Statement]) -> Check:
    """Doubt a claim of completion where the unit's own rate is below 100%."""
    told = [share.value for statement in rate for share in statement.shares]
    if not told or told[0] >= HUNDRED:
        return claim
    return replace(claim, outcome=Outcome.LIKELY, text="自述已完成，但完成率不足", doubtful=True)


def _of_target(texts: Texts, end: Requirement | None, asking: Asking) -> tuple[Requirement, ...]:
    """List what a target asks for; with an `end` of the works by a day, only the numbers that the report counts."""
    asked = requirements(texts.targets, asking)
    if end is None:
        return asked
    counts = (statement for statement in texts.said if not statement.milestones)  # 8幢主体封顶 counts no flats
    units = {quantity.unit for statement in counts for quantity, _ in statement.quantities}
    counted = (one for one in asked if one.milestone or _in_units(one, units, asking.norms))
    return (replace(end, source="target"), *(replace(one, due=end.due) for one in counted))


def _in_units(requirement: Requirement, units: Collection[str], norms: Norms) -> bool:
    quantity = requirement.quantity
    return quantity is not None and any(same_unit(quantity.unit, unit, norms) for unit in units)
