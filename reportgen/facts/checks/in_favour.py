"""In favour: what a report says for what was read as missed or short, and was not taken for the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.facts.checks.case import Case
from reportgen.facts.checks.places import passes, steps_towards
from reportgen.facts.checks.signs import tells_sign
from reportgen.facts.told.countable import of_all_there_are
from reportgen.facts.told.prepared import prepares
from reportgen.facts.told.progress import SAME_TOPIC
from reportgen.facts.words.phrases import says
from reportgen.facts.words.statements import Statement, numbers_in
from reportgen.facts.words.topics import share
from reportgen.facts.words.units import same_unit
from reportgen.norms import BUILT, FINISH
from reportgen.records import NOT_YET, OPEN, Aspect, Check, Milestone, Outcome, Requirement, Span
from reportgen.text import fold


def told_as_there(case: Case, answers: Sequence[Span]) -> Statement | None:
    """Give a clause that names the thing itself and tells it as there, where the answers taken do not name it."""
    naming = _naming_beside(case, answers)
    if any(s.aspect in NOT_YET for s in naming):
        return None  # 空气检测合格 at one place, 空气检测拟8月上旬做 at another
    named = (s for s in naming if not case.said.sites.named(s))
    tells = _counts_enough if case.requirement.quantity else _tells_step
    return next((statement for statement in named if tells(statement, case)), None)


def finished_inside(case: Case) -> Statement | None:
    """The clause that tells all the things as fitted out (6个装修完毕), where they are asked to be built.

    None where a step up to that, or one of things told of by name, is still to do.
    """
    goal = case.goal
    if goal is None or goal.step != BUILT:
        return None
    steps = [(s, step) for s in case.report for step in case.on_ladder(s.milestones) if step.rank <= goal.rank]
    steps = [(s, step) for s, step in steps if step.made]
    done = [s for s, step in steps if step.step == FINISH and step.aspect is Aspect.REACHED]
    if any(step.aspect is not Aspect.REACHED for _, step in steps):
        return None
    if case.requirement.quantity is not None:
        done = [s for s in done if any(q.value >= case.need for q in s.counted if q.unit == case.requirement.unit)]
    return next(iter(done), None)


def in_favour(told: Sequence[tuple[Case, Check]]) -> tuple[tuple[Requirement, Span], ...]:
    """Pair all that fell short with words in its favour; where some of it has none, nothing is in favour."""
    failed = [(case, check) for case, check in told if check.outcome.failed]
    found = [(case.requirement, None if check.promised else _words_for(case, check)) for case, check in failed]
    pairs = tuple((requirement, span) for requirement, span in found if span is not None)
    return pairs if len(pairs) == len(found) else ()


def _words_for(case: Case, check: Check) -> Span | None:
    if check.answers and not any(_overlaps(s, check.answers) for s in case.report):
        return check.answers[0]  # it rests on another cell alone
    beside = [s for s in _untroubled(case) if not _overlaps(s, check.answers)]
    changed = (s for s in beside if says(case.norms.phrases.adjusted, s.text))  # 上半年相应调整为4个
    plain = (s for s in beside if not _of_some(s, case) and (_stands_there(s, case) or _comes_in_time(s, case)))
    several = len(case.said.requirements) > 1
    named = iter(_naming_beside(case, check.answers) if several else ())
    clause = next(changed, None) or next(plain, None) or _enough_with_open(case, check) or next(named, None)
    return clause.span if clause else None


def _untroubled(case: Case) -> list[Statement]:
    """The clauses that tell of no obstacle (发现溶洞), which are no words for anything."""
    return [statement for statement in case.report if not says(case.norms.phrases.trouble, statement.text)]


def _naming_beside(case: Case, answers: Sequence[Span]) -> list[Statement]:
    """The clauses that name the thing itself, where none of those that it was answered by does."""
    naming = [s for s in _untroubled(case) if _names(s, case) and not tells_sign(_steps_of(s, case), case)]
    return [] if any(_overlaps(statement, answers) for statement in naming) else naming


def _overlaps(statement: Statement, answers: Sequence[Span]) -> bool:
    return any(map(statement.span.overlaps, answers))


def _of_some(statement: Statement, case: Case) -> bool:
    """Tell whether a clause speaks of some of the things only: of places by name, or of a number of them."""
    unit = case.requirement.unit
    counted = any(same_unit(quantity.unit, unit, case.norms) for quantity in statement.quantities)
    return counted or bool(case.said.sites.named(statement))


def _names(statement: Statement, case: Case) -> bool:
    """Tell whether a clause shares a word with what is asked, beside the step, and no more with what else is."""
    asked, told = case.requirement, case.said.words(statement.text)
    others = (share(other.topic, told) for other in case.said.requirements if other.topic != asked.topic)
    return bool(told & (case.own_names | asked.topic)) and share(asked.topic, told) >= max(others, default=0)


def _counts_enough(statement: Statement, case: Case) -> bool:
    unit, need = case.requirement.unit, case.need
    return any(
        same_unit(number.unit, unit, case.norms)
        and number.value >= need
        and not of_all_there_are(number.quantity, case.requirement, case.norms)
        and number.aspect not in OPEN
        and not prepares(number, case.requirement, case.said)
        and not _falls_short(number.steps, case)
        for number in statement.numbers
    )


def _falls_short(steps: Sequence[Milestone], case: Case) -> bool:
    """Tell whether all steps named on the ladder of the one asked for lie before it."""
    wanted = case.goal
    named = case.on_ladder(steps)
    return wanted is not None and bool(named) and all(step.rank < wanted.rank for step in named)


def _steps_of(statement: Statement, case: Case) -> list[str]:
    """The words of the steps that a clause names, on the ladder of the one asked for."""
    return [fold(step.span.text) for step in case.on_ladder(statement.milestones)]


def _tells_step(statement: Statement, case: Case) -> bool:
    if says(case.norms.phrases.rest, statement.text):
        return False
    return _stands_there(statement, case) or _ends_the_thing(statement, case)


def _ends_the_thing(statement: Statement, case: Case) -> bool:
    """Tell whether a clause that names most of what is asked tells an end of it (冰场整平、围栏、照明完成)."""
    same = share(case.said.words(case.requirement.words), case.said.words(statement.text)) >= SAME_TOPIC
    return same and statement.aspect is Aspect.REACHED and says(case.norms.phrases.ended, statement.text)


def _stands_there(statement: Statement, case: Case) -> bool:
    """Tell whether a clause names the step asked for as reached, or one beyond it."""
    wanted = case.goal
    begun = (step for step in steps_towards(statement, case) if step.aspect not in NOT_YET)
    return wanted is not None and any(passes(step, replace(wanted, aspect=Aspect.REACHED)) for step in begun)


def _comes_in_time(statement: Statement, case: Case) -> bool:
    """Tell whether a clause promises the step asked for, or an end, by the due day."""
    days = (moment.end for moment in statement.moments)
    wanted, in_time = case.goal, any(case.period.as_of < day <= case.requirement.due for day in days)
    there = any(wanted is not None and step.rank >= wanted.rank for step in steps_towards(statement, case))
    return in_time and statement.aspect is not Aspect.NOT and (there or says(case.norms.phrases.ended, statement.text))


def _enough_with_open(case: Case, check: Check) -> Statement | None:
    """Give a clause that counts things not there yet, where all such with those that are come to what is asked."""
    if case.requirement.quantity is None or check.have is None or check.outcome is not Outcome.SHORT:
        return None
    open_ = (number for number in numbers_in(case.report) if number.aspect in OPEN)
    counted = [one for one in open_ if same_unit(one.unit, case.requirement.unit, case.norms)]
    enough = check.have + sum((one.value for one in counted), Decimal(0)) >= case.need
    return counted[0].statement if counted and enough else None
