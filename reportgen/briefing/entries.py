"""What is said of single items: done and on track in lists, behind and to be verified one by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.briefing import silence
from reportgen.briefing.decisive import END, HANZI, cell_of, clause_around, decisive, plain, reported, without
from reportgen.briefing.names import OMITTED, Register, lead_unit, listed_names, short_names, shortened
from reportgen.briefing.records import BehindEntry, Charge, Entry, Listing, Query, Share, SharedGround
from reportgen.history import History
from reportgen.labels import Labels
from reportgen.norms import Norms
from reportgen.records import Bound, Cell, Check, Item, Outcome, Period, Span, Status, Table, Verdict

DIGIT = re.compile(r"\d")
CAUSE = re.compile(r"^(?:主要)?原因[是为在:：]+")  # the label says it already
VERIFY, WHETHER = re.compile(r"，请核实(?=；|$)"), re.compile(r"[能是]否[^，；。]*$")
SHARED = 3  # items behind whose common ground is said once
OPEN = frozenset({Outcome.SHORT, Outcome.MISSED})
AGAIN = r"((?:截至目前|目前|累计|已)*){}(?:项目|工程|任务)?(?=完成|\d)"
VERB, LONG_NAME = 2, 4  # characters of the verb that a name begins with (推进, 新增), and of a name that tells itself


@dataclass(frozen=True, slots=True)
class Speaker:
    """What the sentences need beside the verdict: words, period, norms, each item's short name, columns of classes."""

    labels: Labels
    period: Period
    norms: Norms
    names: Mapping[int, str]
    classes: frozenset[str]

    @classmethod
    def of(cls, table: Table, labels: Labels, norms: Norms) -> Speaker:
        """Name all items of a table."""
        names = short_names(table.projects, labels.names)
        return cls(labels, table.period, norms, names, silence.classes(table, norms))

    @property
    def register(self) -> Register:
        """The units' full names, each with its other ones."""
        return self.norms.units.names

    def month(self, name: str) -> str:
        """Write a month of this year: 7月份."""
        return self.labels.past_month(date.fromisoformat(f"{name}-01"))


def charges(verdicts: Iterable[Verdict], register: Register) -> tuple[Charge, ...]:
    """Gather item numbers by first-named lead unit: most items first, then in the order of the table."""
    numbers: dict[str, list[int]] = {}
    for verdict in verdicts:
        numbers.setdefault(lead_unit(verdict.item.lead_unit, register), []).append(verdict.item.no)
    gathered = [Charge(unit, tuple(held)) for unit, held in numbers.items()]
    return tuple(sorted(gathered, key=lambda charge: -len(charge.numbers)))


def listing(verdicts: Iterable[Verdict], status: Status, speaker: Speaker) -> Listing:
    """List the items of a status by lead unit, in the order of the table; where they are many, by number only."""
    chosen = tuple(verdict for verdict in verdicts if verdict.status is status)
    if len(chosen) > speaker.labels.limits.listed:
        return Listing(status, len(chosen), (), charges(chosen, speaker.register))
    shares: dict[str, list[Entry]] = {}
    for verdict in chosen:
        shares.setdefault(lead_unit(verdict.item.lead_unit, speaker.register), []).append(_entry(verdict, speaker))
    return Listing(status, len(chosen), tuple(Share(unit, tuple(held)) for unit, held in shares.items()), ())


def _entry(verdict: Verdict, speaker: Speaker) -> Entry:
    item, name = verdict.item, speaker.names[verdict.item.no]
    partners = "、".join(listed_names(item.lead_unit)[1:])
    fact = _unnamed(
        decisive(verdict, speaker.labels, speaker.period.as_of), name.removesuffix(speaker.labels.names.more)
    )
    return Entry(item.no, name, partners, fact, verdict.needs_review)


def _unnamed(fact: str, name: str) -> str:
    """Leave the item's own name, with or without its verb, out of a fact that says it again before its number."""
    for again in (name, name[VERB:]):
        if len(again) >= LONG_NAME and (found := re.match(AGAIN.format(re.escape(again)), fact)):
            return found[1] + fact[found.end() :]
    return fact


def _sentence(question: str) -> str:
    """Set a question as a sentence; that it is to be verified stands above all of them."""
    sentence = VERIFY.sub("", plain(question))
    if sentence.endswith(("？", "！")):
        return sentence
    return sentence + ("？" if WHETHER.search(sentence) else "。")


def units(cell: Cell) -> str:
    """Write the units, or the persons, of a cell one after the other."""
    return "、".join(listed_names(cell))


def behind(verdicts: Iterable[Verdict], past: History, speaker: Speaker) -> tuple[BehindEntry, ...]:
    """Tell of the items behind, the worst first: longest overdue, then largest shortfall, then by number."""
    entries = [_behind(verdict, past, speaker) for verdict in verdicts if verdict.status is Status.BEHIND]
    return tuple(sorted(entries, key=lambda entry: (-entry.overdue, -entry.shortfall, entry.no)))


def _behind(verdict: Verdict, past: History, speaker: Speaker) -> BehindEntry:
    item, as_of, limit = verdict.item, speaker.period.as_of, speaker.labels.limits.quote
    asked = _first_due([check for check in verdict.checks if check.outcome in OPEN] or _decided(verdict))
    due = _due(item, asked, speaker.period)
    promised = verdict.promise.moment.end if verdict.promise else None
    remarked = silence.remarked(item, speaker.classes)

    def words(source: str) -> str:
        return shortened(plain(_asked(item, asked, source)), limit)

    plan = words("plan")
    return BehindEntry(
        no=item.no,
        name=speaker.names[item.no],
        unit=units(item.lead_unit),
        leader=units(item.lead_leader),
        plan=plan,
        target=_whole(item, asked) or ("" if DIGIT.search(plan) else words("target")),
        due=due,
        standing=shortened(plain(_standing(verdict, asked, speaker.labels)), limit),
        ground=_ground(verdict, asked),
        cause=shortened(plain(CAUSE.sub("", verdict.cause.text) if verdict.cause else ""), limit),
        promise=shortened(plain(verdict.promise.span.text if verdict.promise else ""), limit),
        promised=promised,
        cause_untold=not (verdict.cause or verdict.tells_why or remarked),
        promise_untold=not (verdict.promise or verdict.tells_when or remarked),
        review=verdict.needs_review,
        missed_days=max(0, (as_of - due).days),
        overdue=max(0, (max(as_of, promised or as_of) - due).days),
        shortfall=max((shortfall(check) for check in asked), default=Decimal(1)),
        months=past.months_behind(verdict),
        before="、".join(speaker.month(month) for month in past.behind_in(item.no)),
    )


def _decided(verdict: Verdict) -> list[Check]:
    """Find the checks whose own words the verdict rests on, such as what was not answered at all."""
    rests = {span for finding in verdict.deciding for span in finding.spans}
    return [check for check in verdict.checks if check.requirement.span in rests]


def _first_due(checks: Sequence[Check]) -> tuple[Check, ...]:
    """Keep the checks that fall due first: the plan's, where both plan and target are open."""
    first = min((check.requirement.due for check in checks), default=None)
    return tuple(check for check in checks if check.requirement.due == first)


def _due(item: Item, asked: Sequence[Check], period: Period) -> date:
    if asked:
        return asked[0].requirement.due
    of_plan = None if item.plan.blank else period.plan_due
    return item.due or of_plan or period.year_due


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
    wanted = [check.requirement for check in asked if check.requirement.source == "plan"]
    numbers = [one.quantity.span for one in wanted if one.quantity and one.quantity.span.text not in one.span.text]
    clauses = (clause_around(cell_of(span, item).text, span.start, span.end) for span in numbers)
    return "，".join(dict.fromkeys(clauses))


def _standing(verdict: Verdict, asked: Sequence[Check], labels: Labels) -> str:
    """Give the words that tell where it stands; else what is told beside cause and promise."""
    progress = verdict.item.progress
    told = [verdict.cause, verdict.promise.span if verdict.promise else None]
    there = [span for span in told if span and span.address == progress.address]
    standing = [span for span in verdict.standing if not any(_within(span, other) for other in there)]
    if standing:
        return excerpt(progress, standing, there)
    answers = [span for check in asked for span in check.answers if span.address == progress.address]
    return without(progress.text, there, answers) if there else reported(verdict.item, labels)


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
    begins = max((found.end() for found in END.finditer(cell.text, 0, first)), default=0)
    ends = next((found.start() for found in END.finditer(cell.text, end)), len(cell.text))
    before, after = (_untold(cell, stretch, beside) for stretch in ((begins, first), (end, ends)))
    return (OMITTED if before else "") + (plain(quote) + OMITTED if after else quote)


def _untold(cell: Cell, stretch: tuple[int, int], beside: Iterable[Span]) -> bool:
    """Tell whether a stretch of a cell has words that none of the spans holds."""
    held = {at for span in beside for at in range(span.start, span.end)}
    return any(HANZI.match(cell.text, at) for at in range(*stretch) if at not in held)


def shortfall(check: Check) -> Decimal:
    """Give the share that is missing, or too much under a ceiling; a step that is not reached is missing whole."""
    wanted, whole = check.requirement.quantity, check.requirement.whole
    if wanted is None or check.have is None or not wanted.value:
        return Decimal(1)
    by_number = wanted.unit == "%" and whole is not None and not any("%" in span.text for span in check.answers)
    asked = whole.value * wanted.value / 100 if by_number and whole is not None else wanted.value
    missing = 1 - check.have / asked
    return max(Decimal(0), -missing if wanted.bound is Bound.AT_MOST else missing)


def queries(verdicts: Iterable[Verdict], speaker: Speaker) -> tuple[Query, ...]:
    """Tell of the items to be verified, in the order of the table."""
    return tuple(
        Query(
            no=verdict.item.no,
            name=speaker.names[verdict.item.no],
            unit=units(verdict.item.lead_unit),
            status=verdict.status,
            question=_sentence(verdict.question),
        )
        for verdict in verdicts
        if verdict.needs_review
    )
