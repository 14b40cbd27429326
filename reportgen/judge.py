"""All rules over one reading, and the one small function that settles the verdict."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence

from reportgen.as_reported import cause, last_promise, standing, with_delay
from reportgen.facts.quoting import quotable
from reportgen.facts.reading import Reading, read
from reportgen.norms import Norms
from reportgen.records import Check, Finding, Item, Outcome, Period, Status, Verdict
from reportgen.rules import REGISTER
from reportgen.rules.wording import SENTENCE
from reportgen.second_reading import Ruling, second_reading

PROVISIONAL = "暂列按序时推进"
NO_REASON = f"所报内容不足以判定，{PROVISIONAL}"
UNREAD = f"程序未能判读本项，{PROVISIONAL}"
QUOTE = re.compile("“[^”]*”")
ONLY_WORDS = re.compile("自报“[^”]*”(?:；自报“[^”]*”)*")
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
    ruling = second_reading(ruled(findings), reading, norms)
    status, deciding, doubts = ruling.status, ruling.deciding, ruling.doubts
    promise = last_promise(reading, deciding if status is Status.BEHIND else ())
    verdict = Verdict(
        item=item,
        status=status,
        needs_review=ruling.review,
        findings=ruling.findings,
        deciding=deciding,
        reason=_concluded(_reason(deciding), status, reading) if deciding else _provisional(_reason(doubts)),
        question=_question(doubts, findings) if ruling.review else "",
        checks=(*reading.plan, *reading.target),
        cause=cause(reading, norms, status),
        standing=standing(reading, deciding or doubts, promise),
        promise=promise,
        probabilities=ruling.probabilities,
    )
    return with_delay(verdict, reading)


def ruled(findings: tuple[Finding, ...]) -> Ruling:
    """Put together what the rules say of an item."""
    status, deciding = settle(findings)
    doubts = tuple(finding for finding in findings if finding.status is None)
    return Ruling(findings, status, deciding, doubts, review=bool(doubts) or not deciding or _collide(findings))


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


def _concluded(reason: str, status: Status, reading: Reading) -> str:
    """Add to the mere words of an item behind what they bear on: a quote alone tells nobody why it is."""
    open_ = (name for name, checks in (("本期计划", reading.plan), ("年度目标", reading.target)) if _unmet(checks))
    asks = next(open_, "") if status is Status.BEHIND and ONLY_WORDS.fullmatch(reason) else ""
    longer = f"{reason}，{asks}尚未达到"
    return longer if asks and len(longer) <= SENTENCE else reason


def _unmet(checks: Iterable[Check]) -> bool:
    return any(check.outcome is not Outcome.MET for check in checks)


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
