"""All rules over one reading, and the one small function that settles the verdict."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from reportgen.facts.quoting import quotable
from reportgen.facts.reading import Reading, read
from reportgen.facts.telling import gives_reason, names_problem, tells_when, tells_why
from reportgen.facts.words.phrases import pattern
from reportgen.facts.words.statements import Statement
from reportgen.norms import Norms
from reportgen.records import BEGUN, Aspect, Check, Finding, Item, Outcome, Period, Promise, Span, Status, Verdict
from reportgen.rules import REGISTER
from reportgen.rules.wording import SENTENCE
from reportgen.text import folded

PROVISIONAL = "暂列按序时推进"
NO_REASON = f"所报内容不足以判定，{PROVISIONAL}"
UNREAD = f"程序未能判读本项，{PROVISIONAL}"
QUOTE = re.compile("“[^”]*”")
ASK_READER = "本项须人工判读，请对照原表核定"
FAULT = "item %d is marked for review, as the program failed on it (%s: %s); read it yourself, and report the fault."
log = logging.getLogger(__name__)


def judge_all(items: Iterable[Item], period: Period, norms: Norms) -> tuple[Verdict, ...]:
    """Judge every item. One that the program fails on is told in the log and left to the reader, marked for review.

    A month's briefing must not be lost for one cell: the others hold without it.
    """
    return tuple(_judged_or_left(item, period, norms) for item in items)


def _judged_or_left(item: Item, period: Period, norms: Norms) -> Verdict:
    try:
        return judge(item, period, norms)
    except MemoryError:
        raise
    except Exception as fault:  # whatever it is, it is a fault of the program in this one item
        log.warning(FAULT, item.no, type(fault).__name__, fault)
        log.debug("", exc_info=fault)
        return Verdict(item, Status.ON_TRACK, True, (), (), UNREAD, ASK_READER)


def judge(item: Item, period: Period, norms: Norms) -> Verdict:
    """Judge one item: every rule looks at its reading, and `settle` decides."""
    reading = quotable(read(item, period, norms))
    findings = tuple(f for code in sorted(REGISTER) for f in REGISTER[code].findings(reading, norms))
    status, deciding = settle(findings)
    doubts = tuple(finding for finding in findings if finding.status is None)
    review = bool(doubts) or not deciding or _collide(findings)
    open_ = _about_what_is_open(reading, deciding, norms)
    promise = _promise(reading, deciding if status is Status.BEHIND else ())
    verdict = Verdict(
        item=item,
        status=status,
        needs_review=review,
        findings=findings,
        deciding=deciding,
        reason=_reason(deciding) if deciding else _provisional(_reason(doubts)),
        question=_question(doubts, findings) if review else "",
        checks=(*reading.plan, *reading.target),
        cause=_cause(reading, norms, status),
        standing=_standing(reading, deciding or doubts, promise),
        promise=promise,
        tells_why=tells_why(open_, norms),
        tells_when=tells_when(open_, norms),
    )
    return _with_coming(verdict, period) if status is Status.BEHIND else verdict


def settle(findings: Sequence[Finding]) -> tuple[Status, tuple[Finding, ...]]:
    """Settle the status: behind outweighs done, done outweighs on track.

    With nothing found the item is on track, for want of evidence against it; the caller marks it for review.
    """
    for status in (Status.BEHIND, Status.DONE, Status.ON_TRACK):
        deciding = tuple(finding for finding in findings if finding.status is status)
        if deciding:
            return status, deciding
    return Status.ON_TRACK, ()


def _collide(findings: Sequence[Finding]) -> bool:
    found = {finding.status for finding in findings}
    return Status.BEHIND in found and Status.DONE in found


def _reason(findings: Sequence[Finding]) -> str:
    """The first finding's sentence, and further ones that quote something new, as far as there is room."""
    reason = ""
    for finding in findings:
        if finding.text in reason or (reason and _quotes_no_more(finding.text, reason)):
            continue
        longer = f"{reason}；{finding.text}" if reason else finding.text
        if reason and len(longer) > SENTENCE:
            break
        reason = longer
    return reason or NO_REASON


def _quotes_no_more(sentence: str, other: str) -> bool:
    """True where all that a sentence quotes stands in the other sentence too."""
    return all(quote in other for quote in QUOTE.findall(sentence))


def _provisional(reason: str) -> str:
    """Add to a reason that nothing decided, so that the status holds only until verified (暂列按序时推进)."""
    longer = f"{reason}，{PROVISIONAL}"
    return longer if len(longer) <= SENTENCE and reason != NO_REASON else reason


def _question(doubts: Sequence[Finding], findings: Sequence[Finding]) -> str:
    """The questions of the first two doubts; of two that quote the same words, only the first one's."""
    if doubts:
        first, *second = dict.fromkeys(doubt.question for doubt in doubts[:2])
        if second and first in second[0]:
            return second[0]
        return "；".join((first, *(one for one in second if not (QUOTE.search(one) and _quotes_no_more(one, first)))))
    return f"{findings[0].text}，请核实" if findings else "请补报本期完成情况"


def _standing(reading: Reading, findings: Sequence[Finding], promise: Promise | None) -> tuple[Span, ...]:
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


def _cause(reading: Reading, norms: Norms, status: Status) -> Span | None:
    """The unit's own words for the cause of a delay; failing that, for an item behind, its whole cell of problems."""
    for statement in reading.statements:
        match = pattern(norms.phrases.cause).search(statement.text)
        if match:
            return statement.source.span(statement.start + match.start(), statement.start + match.end())
    named = status is Status.BEHIND and names_problem(reading.item, norms)
    return folded(reading.item.problem).whole() if named else None


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


def _promise(reading: Reading, deciding: Sequence[Finding]) -> Promise | None:
    """The last day that the unit promises; for an item behind, only from the sentences that put it behind."""
    rests = {span for finding in deciding for span in finding.spans}
    about = {s.span for s in reading.statements if any(map(s.sentence.holds, rests))}
    promises = [promise for promise in reading.promises if not deciding or promise.span in about]
    return max(promises, key=lambda promise: promise.moment.end, default=None)


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
