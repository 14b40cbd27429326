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
from reportgen.records import HUNDRED, Aspect, Check, Item, Outcome, Period, Promise, Requirement, Span
from reportgen.text import fold

VERB = 3  # pairs of letters that name no more than what is to be done (设点接待)


@dataclass(frozen=True)  # without slots, so that what many rules ask is worked out once
class Reading:
    """All that the rules may look at for one item."""

    item: Item
    period: Period
    statements: tuple[Statement, ...]
    target: tuple[Check, ...]
    plan: tuple[Check, ...]
    promises: tuple[Promise, ...]
    due: date
    clash: tuple[Span, ...] = ()  # a number and the parts that do not add up to it
    misreckoned: tuple[Span, ...] = ()  # a rate, the whole and the number that it is not of
    loose_ends: tuple[tuple[Requirement, Span], ...] = ()  # what is asked, and a clause that tells it is not there yet
    in_favour: tuple[tuple[Requirement, Span], ...] = ()  # what fell short, and words in its favour

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
        """Whether all that the target measurably asks for stands, and no rest is told of what else it asks."""
        hard = self.hard_target
        soft = (check for check in self.target if not check.requirement.measurable)
        open_ = any(c.doubtful or c.outcome in (Outcome.SHORT, Outcome.MISSED) for c in soft)
        return bool(hard) and all(c.outcome is Outcome.MET for c in hard) and not open_

    @cached_property
    def plan_met(self) -> bool:
        return bool(self.hard_plan) and all(check.outcome is Outcome.MET for check in self.hard_plan)

    @cached_property
    def plan_sure(self) -> bool:
        """Whether all that the plan measurably asks for stands, or will by all that is told."""
        return bool(self.hard_plan) and all(check.sure for check in self.hard_plan)

    @property
    def says_nothing(self) -> bool:
        """Whether the report holds neither a number nor a day nor a step that was reached."""
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
    """Read one item: requirements of target and plan, and their checks against the progress."""
    words = fold(item.target.text + item.plan.text)
    said, beside, rate = (
        [s for cell in cells for s in without_asides(statements(cell, period.as_of, norms), words, norms)]
        for cells in ((item.progress, item.status), (item.problem, item.next_step), (item.rate,))
    )
    targets, plans = (statements(cell, period.read_on, norms) for cell in (item.target, item.plan))
    plans = tuple(in_units_of(targets, plans, norms))
    said, beside = (list(in_units_of((*targets, *plans), cells, norms)) for cells in (said, beside))
    told = said + beside
    background = leaning((targets, plans, told + rate), norms.ladders)
    end = end_of_works(item, period.read_on, norms)
    last = item.deadline or max(period.year_due, item.due or period.year_due)
    asked = _asked(targets, end, said, Asking("target", period, last, background, norms))
    asked = adjusted_by(asked, told, norms)
    due = period.plan_due or item.due or period.year_due
    planned = _planned(item, targets, plans, end, told, Asking("plan", period, due, background, norms, asked))
    case = partial(Case, period=period, target_words=fold(item.target.text), planless=not planned, beside=tuple(beside))
    everywhere = sites((*targets, *plans), told, norms)
    reported = progress(asked, said, sites((*targets, *plans), said, norms) if beside else everywhere, norms)
    target = _checked([as_lodged(case(one, reported)) for one in asked], rate)
    heard = progress(planned or asked, told, everywhere, norms, asked)
    cases = [as_lodged(case(one, heard)) for one in planned or asked]
    held = zip(_checked(cases, rate), cases, strict=True) if planned else ()
    checked = tuple(without_laggards(answer, one, asked) for answer, one in held)
    plan = on_schedule(tuple(zip(cases, overtaken(checked, told, period, norms), strict=False)), period)
    target = tuple(_as_planned(answer, plan, alone=len(target) == 1) for answer in target)
    if not planned:
        target = tuple(_by_the_year(answer, one) for answer, one in zip(target, cases, strict=True))
    promised = tuple(dict.fromkeys(promise for case in cases for promise in case.promises))
    standing = list(zip(cases, plan or target, strict=True))
    now = falling_due(plan or target, period)
    against = loose_ends([(case, check) for case, check in standing if check in now]), in_favour(standing)
    faults = clash(said), misreckoned(said, norms)
    return Reading(item, period, tuple(told + rate), target, plan, promised, due, *faults, *against)


def _as_planned(told: Check, plan: Sequence[Check], *, alone: bool) -> Check:
    """Answer a step of the target that no words name by the plan's same step of all that is there (秋季学期投用).

    What no more than a number tells, and too small a one for the plan, does not meet the target. What asks for no step
    is there where the only thing that the plan asks is, and names nothing else (6月底前落实).
    """
    own = told.requirement
    short = (c for c in plan if c.have is not None and c.outcome is not Outcome.MET and told.answers == c.answers)
    if told.outcome is Outcome.MET and own.quantity is None and any(short):
        return replace(told, outcome=Outcome.LIKELY, text="其余部分尚未完成")
    going = told.text == GOING_ON
    if own.quantity is not None or not (going or told.outcome is Outcome.SILENT):
        return told
    wanted, only = own.milestone, plan[0] if alone and len(plan) == 1 else None
    met = only is not None and only.text in (THERE, HAPPENED)
    if only is not None and met and _asks_the_same(only.requirement, own):
        return replace(only, requirement=own)
    if wanted is None or going:
        return told
    sure = (check for check in plan if check.outcome is Outcome.MET)
    same = (check for check in sure if not check.requirement.topic or check.requirement.topic & told.requirement.topic)
    steps = ((check, check.requirement.milestone) for check in same if check.requirement.quantity is None)
    there = next((check for check, step in steps if step is not None and step.is_at(wanted)), None)
    return replace(there, requirement=told.requirement) if there is not None else told


def _asks_the_same(planned: Requirement, own: Requirement) -> bool:
    """Tell whether a plan names nothing else than a target does, or no more than its verb (9月底前投保)."""
    return planned.topic <= own.topic or len(planned.topic) <= VERB


def _planned(
    item: Item,
    targets: Sequence[Statement],
    plans: Sequence[Statement],
    end: Requirement | None,
    told: Sequence[Statement],
    asking: Asking,
) -> tuple[Requirement, ...]:
    """List what the plan asks for, or what the item's days ask by themselves; nothing where it says: not yet due."""
    if says(asking.norms.phrases.not_due, fold(item.plan.text)):
        return ()
    return requirements(plans, asking) or adjusted_by(asked_by_days(item.due, end, targets, asking), told, asking.norms)


def _checked(cases: Sequence[Case], rate: Sequence[Statement]) -> tuple[Check, ...]:
    """Check each requirement; the rate that a column gives for the whole item tells only where the text does not."""
    return tuple(_by_rate(case, told, rate) if rate else told for case in cases if (told := check(case)))


def _by_the_year(told: Check, case: Case) -> Check:
    """Let a day beyond the year that any cell names outweigh how far a target is that no plan parts."""
    if told.outcome in (Outcome.MET, Outcome.MISSED):
        return told
    late = late_promise(case)
    return replace(late, have=told.have) if late is not None else told


def _by_rate(case: Case, told: Check, rate: Sequence[Statement]) -> Check:
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
    """Tell whether a plan counts nothing, or something else than the annual number that a rate is of."""
    asked, whole = requirement.quantity, requirement.whole
    return asked is None or (asked.unit != "%" and (whole is None or asked.unit != whole.unit))


def _placed(case: Case) -> bool:
    """Tell whether the text says where some of the things stand, which one rate for all does not outweigh."""
    return any(part.sited or part.clauses[0].milestones for part in case.parts)


def _held_against(claim: Check, rate: Sequence[Statement]) -> Check:
    """Doubt a claim of completion that the unit's own rate does not bear out."""
    told = [share.value for statement in rate for share in statement.shares]
    if not told or told[0] >= HUNDRED:
        return claim
    return replace(claim, outcome=Outcome.LIKELY, text="自述已完成，但完成率不足", doubtful=True)


def _asked(
    targets: Sequence[Statement], end: Requirement | None, said: Sequence[Statement], asking: Asking
) -> tuple[Requirement, ...]:
    """List what a target asks for; beside the `end` of the works by a day, sizes ask for nothing unless counted."""
    asked = requirements(targets, asking)
    if end is None:
        return asked
    counts = (statement for statement in said if not statement.milestones)  # 8幢主体封顶 counts no flats
    units = {quantity.unit for statement in counts for quantity, _ in statement.quantities}
    counted = (one for one in asked if one.milestone or _in_units(one, units, asking.norms))
    return (replace(end, source="target"), *(replace(one, due=end.due) for one in counted))


def _in_units(requirement: Requirement, units: Collection[str], norms: Norms) -> bool:
    quantity = requirement.quantity
    return quantity is not None and any(same_unit(quantity.unit, unit, norms) for unit in units)
