"""As reported: the unit's own words for where an item stands, why it is late, and by when it will be there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportgen.facts.reading import Reading
from reportgen.facts.telling import gives_reason, names_problem, tells_when, tells_why
from reportgen.facts.words.phrases import pattern
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import BEGUN, Aspect, Check, Finding, Item, Outcome, Period, Promise, Span, Status, Verdict
from reportgen.text import folded


def standing(reading: Reading, findings: Sequence[Finding], promise: Promise | None) -> tuple[Span, ...]:
    """The unit's own words that tell where the item stands, as far as the verdict rests on them.

    Words of a plan, which are not told as the promise, stand with what their sentence tells to be done.
    """
    address, told = reading.item.progress.address, reading.statements
    spans = dict.fromkeys(span for finding in findings for span in finding.spans if span.address == address)
    done = [
        told[near].span
        for at, one in enumerate(told)
        if any(map(one.span.overlaps, spans)) and not (promise and one.span.overlaps(promise.span))
        for near in _done_beside(at, told)
    ]
    return tuple(dict.fromkeys((*done, *spans)))


def _done_beside(at: int, told: Sequence[Statement]) -> list[int]:
    """Find the clause about what is done or under way beside one about a plan: the last before, else the next."""
    if not _planned(at, told):
        return []
    same = [place for place, one in enumerate(told) if one.sentence is told[at].sentence]
    done = [place for place in same if told[place].aspect in BEGUN and not _planned(place, told)]
    return [place for place in done if place < at][-1:] or done[:1]


def _planned(at: int, told: Sequence[Statement]) -> bool:
    """Tell whether a clause is about a plan, or goes on with the next day of one (预计9月初公示，9月20日前招标)."""
    one = told[at]
    goes_on = at > 0 and one.moments and told[at - 1].sentence is one.sentence
    return one.aspect is Aspect.INTENDED or bool(goes_on and _planned(at - 1, told))


def cause(reading: Reading, norms: Norms, status: Status) -> Span | None:
    """The unit's own words for the cause of a delay; failing that, for an item behind, its whole cell of problems.

    Of an item behind an aside (因上级资金7月中旬才到位) may tell it, too.
    """
    for statement in reading.statements:
        match = pattern(norms.phrases.cause).search(statement.text)
        if match:
            return statement.source.span(statement.start + match.start(), statement.start + match.end())
    if status is not Status.BEHIND:
        return None
    if names_problem(reading.item, norms):
        return folded(reading.item.problem).whole()
    report = folded(reading.item.progress)
    aside = pattern(norms.phrases.cause).search(report.text)
    return report.span(*aside.span()) if aside else None


def last_promise(reading: Reading, deciding: Sequence[Finding]) -> Promise | None:
    """The last day that the unit promises; for an item behind, only from the sentences that put it behind."""
    rests = {span for finding in deciding for span in finding.spans}
    about = {s.span for s in reading.statements if any(map(s.sentence.holds, rests))}
    promises = [promise for promise in reading.promises if not deciding or promise.span in about]
    return max(promises, key=lambda promise: promise.moment.end, default=None)


def _about_what_is_open(reading: Reading, deciding: Sequence[Finding], norms: Norms) -> Reading:
    """Leave out of a reading what can tell neither cause nor day of what is open.

    That are sentences about other things, which are met, and clauses about what goes on, unless they give a reason.
    """
    checks = (*reading.plan, *reading.target)
    met = {span for check in checks if check.outcome is Outcome.MET for span in check.answers}
    near = {span for finding in deciding for span in finding.spans}
    near |= {span for check in checks if check.outcome.failed for span in check.answers}
    kept = tuple(
        one
        for one in reading.statements
        if (any(map(one.sentence.holds, near)) or not any(map(one.sentence.holds, met)))
        and (one.moments or one.aspect is not Aspect.UNDER_WAY or gives_reason(one.text, norms))
    )
    return replace(reading, statements=kept)


def with_delay(verdict: Verdict, reading: Reading) -> Verdict:
    """Add to a verdict whether the report tells of what is open why it is late and when it comes.

    Of an item behind, a day of a step on the way is told apart from a promise.
    """
    open_ = _about_what_is_open(reading, verdict.deciding, reading.norms)
    told = replace(verdict, tells_why=tells_why(open_, reading.norms), tells_when=tells_when(open_, reading.norms))
    return _with_coming(told, reading.period) if told.status is Status.BEHIND else told


def _with_coming(verdict: Verdict, period: Period) -> Verdict:
    """Take a day by the due one, on which no more than a step before what is asked is to be there, for no promise."""
    promise, asked = verdict.promise, open_first(verdict)
    if promise is None or promise.milestone is None or promise.moment.end > due_day(verdict.item, asked, period):
        return verdict
    step, goals = promise.milestone, [check.requirement.milestone for check in asked]
    before = all(goal is None or (goal.ladder == step.ladder and goal.rank > step.rank) for goal in goals)
    return replace(verdict, promise=None, coming=promise) if before and goals else verdict


def open_first(verdict: Verdict) -> tuple[Check, ...]:
    """Give the failed checks that fall due first: the plan's, where both plan and target are open.

    Where none failed, they are those whose own words the verdict rests on, such as what was not answered at all.
    """
    rests = {span for finding in verdict.deciding for span in finding.spans}
    failed = [check for check in verdict.checks if check.outcome.failed]
    checks = failed or [check for check in verdict.checks if check.requirement.span in rests]
    first = min((check.requirement.due for check in checks), default=None)
    return tuple(check for check in checks if check.requirement.due == first)


def due_day(item: Item, asked: Sequence[Check], period: Period) -> date:
    """Give the day by which the open checks ask; without one, that of the item, its plan or the year."""
    if asked:
        return asked[0].requirement.due
    of_plan = None if item.plan.blank else period.plan_due
    return item.due or of_plan or period.year_due
