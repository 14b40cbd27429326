"""What is said of the items behind, one by one, the worst first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from reportgen.as_reported import due_day, open_first
from reportgen.briefing import silence
from reportgen.briefing.clauses import END, HANZI, cell_of, clause_around, plain, reported, without
from reportgen.briefing.entries import Speaker, units
from reportgen.briefing.names import OMITTED
from reportgen.briefing.records import BehindEntry, SharedGround
from reportgen.facts.words.ladders import ladder_named
from reportgen.facts.words.phrases import says
from reportgen.history import History
from reportgen.norms import Norms
from reportgen.records import Bound, Cell, Check, Item, Outcome, Promise, Span, Status, Verdict
from reportgen.text import fold

DIGIT = re.compile(r"\d")
DATED = re.compile("[月日季度年](?:底|末|初|内|上旬|中旬|下旬)?(?:之?前|内|底|末)|\\d月")  # by when, in its own words
CAUSE = re.compile(r"^(?:主要)?原因[是为在:：]+")  # the label says it already
SHARED = 3  # items behind whose common ground is said once


def behind(verdicts: Iterable[Verdict], past: History, speaker: Speaker) -> tuple[BehindEntry, ...]:
    """Tell of the items behind, the worst first: longest overdue, then year's target in danger, then largest shortfall.

    Those that are alike in all stand by number.
    """
    entries = [_behind(verdict, past, speaker) for verdict in verdicts if verdict.status is Status.BEHIND]
    return tuple(sorted(entries, key=_gravity))


def _gravity(entry: BehindEntry) -> tuple[int, bool, Decimal, int]:
    return -entry.overdue, not entry.year_at_risk, -entry.shortfall, entry.no


def _behind(verdict: Verdict, past: History, speaker: Speaker) -> BehindEntry:
    item, as_of = verdict.item, speaker.period.as_of
    asked = open_first(verdict)
    due = due_day(item, asked, speaker.period)
    named, coming = verdict.promise, verdict.coming
    promised = named.moment.end if named else None
    if named and _on_the_way(named, asked, speaker.norms):
        named, coming = None, named
    remarked = silence.remarked(item, speaker.classes)
    plan = speaker.quote(_asked(item, asked, "plan"))
    target = _whole(item, asked) or ("" if DIGIT.search(plan) else speaker.quote(_asked(item, asked, "target")))
    standing = speaker.quote(_in_full(verdict, _standing(verdict, asked, speaker), asked, speaker))
    later = speaker.quote(coming.span.text if coming else "")
    return BehindEntry(
        no=item.no,
        name=speaker.names[item.no],
        unit=units(item.lead_unit),
        leader=units(item.lead_leader),
        plan=plan,
        target=target,
        due=due,
        dated=bool(DATED.search(plan or target)),
        standing=standing,
        ground=_ground(verdict, asked),
        cause=speaker.quote(CAUSE.sub("", verdict.cause.text) if verdict.cause else ""),
        no_cause="" if verdict.cause else _no_problem(item, speaker.norms),
        promise=speaker.quote(named.span.text if named else ""),
        promised=promised,
        coming="" if later in standing else later,
        whole=_told_whole(item, standing) and not remarked,
        cause_untold=not (verdict.cause or verdict.tells_why or remarked),
        # A day that puts the item behind is told, though it be of a step on the way (明年1月进场).
        promise_untold=not (named or (verdict.tells_when and not coming) or remarked or any(c.promised for c in asked)),
        year_at_risk=_year_at_risk(verdict, asked),
        review=verdict.needs_review,
        missed_days=max(0, (as_of - due).days),
        overdue=max(0, (max(as_of, promised or as_of) - due).days),
        shortfall=max((shortfall(check) for check in asked), default=Decimal(1)),
        months=past.months_behind(verdict),
        before="、".join(speaker.month(month) for month in past.behind_in(item.no)),
    )


def _on_the_way(named: Promise, asked: Sequence[Check], norms: Norms) -> bool:
    """Tell whether a day is named only for a step before what is asked (进场, 到货), which promises no end of it."""
    step, goals = named.milestone, [check.requirement.milestone for check in asked]
    if step is None:
        return False
    ladder = ladder_named(step.ladder, norms)
    early = ladder.paced and step.rank <= ladder.begun
    before = (step.rank < goal.rank if goal and goal.ladder == step.ladder else early for goal in goals)
    return bool(goals) and all(before)


def _told_whole(item: Item, standing: str) -> bool:
    """Tell whether what is quoted is all that the unit reported, so that annex 1 holds no more of it."""
    beside = (item.problem, item.next_step, item.note)
    return plain(standing) == plain(item.progress.text) and all(cell.blank for cell in beside)


def _no_problem(item: Item, norms: Norms) -> str:
    """Give the words of a column of problems that says that there are none."""
    told = plain(item.problem.text)
    return told if not item.problem.blank and says(norms.phrases.nothing, fold(told)) else ""


def _year_at_risk(verdict: Verdict, asked: Sequence[Check]) -> bool:
    """Tell whether the steps that the year's target still needs take more time than is left, too."""
    of_year = [check for check in verdict.checks if not check.requirement.of_plan and check not in asked]
    return any(check.outcome is Outcome.SHORT and check.have is None for check in of_year)


def _asked(item: Item, asked: Sequence[Check], source: str) -> str:
    """Give the words of plan or target that ask for what is not met; where no check is open, all of the one it has."""
    if not asked:
        cell = item.target if item.plan.blank else item.plan
        return cell.text if cell is getattr(item, source) else ""
    spans = [check.requirement.span for check in asked if check.requirement.source == source]
    held = [cell_of(span, item) for span in spans]
    return excerpt(held[0], [span for span, cell in zip(spans, held, strict=True) if cell == held[0]]) if spans else ""


def _whole(item: Item, asked: Sequence[Check]) -> str:
    """Quote the target's clauses that give the number where the plan asks for all of it in words."""
    wanted = [check.requirement for check in asked if check.requirement.of_plan]
    numbers = [one.quantity.span for one in wanted if one.quantity and one.quantity.span.text not in one.span.text]
    clauses = (clause_around(cell_of(span, item).text, span.start, span.end) for span in numbers)
    return "，".join(dict.fromkeys(clauses))


def _standing(verdict: Verdict, asked: Sequence[Check], speaker: Speaker) -> str:
    """Give the words that tell where it stands; else what is told beside cause and promise.

    Words that would be cut off from what follows, or lean on what goes before (其余土建做完), stand in whole sentences.
    """
    progress = verdict.item.progress
    days = [day.span for day in (verdict.promise, verdict.coming) if day]
    there = [span for span in (verdict.cause, *days) if span and span.address == progress.address]
    standing = [span for span in verdict.standing if not any(_within(span, other) for other in there)]
    answers = [span for check in asked for span in check.answers if span.address == progress.address]
    if not standing and not there:
        return reported(verdict.item, speaker.labels)
    cut = excerpt(progress, standing, there) if standing else without(progress.text, there, answers)
    if says(speaker.norms.phrases.others, fold(cut)):
        whole = _whole_sentences(progress, standing or answers, (), speaker)
        return cut if whole.startswith(plain(cut)) else whole or cut
    return (OMITTED in cut and _whole_sentences(progress, standing, days, speaker)) or cut


def _in_full(verdict: Verdict, quote: str, asked: Sequence[Check], speaker: Speaker) -> str:
    """Give the whole report, where it fits and counts more of what is too few than the words chosen of it do.

    What is told beside the quote counts no more.
    """
    progress, units = verdict.item.progress.text, {check.requirement.unit for check in asked if check.too_few}
    beside = [verdict.cause, *(day.span for day in (verdict.promise, verdict.coming) if day)]
    rest = progress
    for part in (*map(plain, quote.split(OMITTED)), *(span.text for span in beside if span)):
        rest = rest.replace(part, "") if part else rest
    more = any(re.search(rf"\d{re.escape(unit)}", rest) for unit in units - {"", "%"})
    return progress if more and len(plain(progress)) <= speaker.labels.limits.quote else quote


def _whole_sentences(cell: Cell, spans: Collection[Span], days: Iterable[Span], speaker: Speaker) -> str:
    """The sentences in which some words stand, as far as a quote may hold them; nothing if a day stands in them."""
    begins, ends = _sentences(cell, spans) if spans else (0, 0)
    dated = any(day.address == cell.address and day.start < ends and begins < day.end for day in days)
    return "" if dated or ends - begins > speaker.labels.limits.quote else cell.text[begins:ends]


def _within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _ground(verdict: Verdict, asked: Sequence[Check]) -> str:
    """Tell why it counts as behind: the names of the deciding rules; else what the open checks or the verdict say."""
    titles = [finding.title for finding in verdict.deciding if finding.status is Status.BEHIND]
    grounds = titles or [check.text for check in asked if check.text]
    return "；".join(dict.fromkeys(map(plain, grounds))) or plain(verdict.reason)


def shared_ground(entries: Iterable[BehindEntry]) -> SharedGround:
    """Find the ground that most entries share, to be said once above them."""
    numbers: dict[str, list[int]] = {}
    for entry in entries:
        numbers.setdefault(entry.ground, []).append(entry.no)
    words = max(numbers, key=lambda words: len(numbers[words]), default="")
    if not words or len(numbers[words]) < SHARED:
        return SharedGround()
    return SharedGround(words, tuple(sorted(numbers[words])))


def _sentences(cell: Cell, spans: Collection[Span]) -> tuple[int, int]:
    """Where the sentences begin and end in which some words of a cell stand."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    begins = max((found.end() for found in END.finditer(cell.text, 0, first)), default=0)
    ends = next((found.start() for found in END.finditer(cell.text, last)), len(cell.text))
    return begins, ends


def excerpt(cell: Cell, spans: Iterable[Span], beside: Collection[Span] = ()) -> str:
    """Quote words of a cell from the first to the last; what is left out between them shows as …….

    So does what their first or last sentence says beyond them, but for words that are told `beside` the quote.
    """
    ordered = sorted(spans, key=lambda span: span.start)
    first = end = ordered[0].start
    quote = ""
    for span in ordered:
        if span.end <= end:
            continue
        between = cell.text[end : span.start]
        if quote:
            quote = plain(quote) + OMITTED if HANZI.search(between) else quote + between
        quote, end = quote + cell.text[max(span.start, end) : span.end], span.end
    begins, ends = _sentences(cell, ordered)
    before, after = (_untold(cell, stretch, beside) for stretch in ((begins, first), (end, ends)))
    return (OMITTED if before else "") + (plain(quote) + OMITTED if after else quote)


def _untold(cell: Cell, stretch: tuple[int, int], beside: Iterable[Span]) -> bool:
    """Tell whether a stretch of a cell has words that none of the spans holds."""
    held = {at for span in beside for at in range(span.start, span.end)}
    return any(HANZI.match(cell.text, at) for at in range(*stretch) if at not in held)


def shortfall(check: Check) -> Decimal:
    """Give the share that is missing, or too much under a ceiling; a step that is not reached is missing whole."""
    wanted = check.requirement.quantity
    if wanted is None or check.have is None or not check.need:
        return Decimal(1)
    missing = 1 - check.have / check.need
    return max(Decimal(0), -missing if wanted.bound is Bound.AT_MOST else missing)
