"""What is said of single items: done and on track in lists, to be verified one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.briefing import silence
from reportgen.briefing.clauses import plain
from reportgen.briefing.decisive import asks_to_begin, decisive
from reportgen.briefing.names import Register, lead_unit, lead_units, listed_names, short_names, shortened
from reportgen.briefing.records import Charge, Entry, Listing, Query, Share
from reportgen.labels import Labels
from reportgen.norms import Norms
from reportgen.records import Cell, Period, Status, Table, Verdict

WHETHER = re.compile(r"(?:[能是]否|何时)[^，；。]*$")
VERIFY = re.compile(r"([能是]否[^，；。]*?)，?请核实$")
PARTS, QUOTE, ASKS = re.compile("；(?![^“]*”)"), re.compile("“[^”]*”"), re.compile("请|[能是]否")
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

    def quote(self, text: str) -> str:
        """Set reported words for print, shortened to what a quote may take."""
        return shortened(plain(text), self.labels.limits.quote)

    def month(self, name: str) -> str:
        """Write a month of this year: 7月份."""
        return self.labels.past_month(date.fromisoformat(f"{name}-01"))


def charges(verdicts: Iterable[Verdict], register: Register, *, joint: bool = False) -> tuple[Charge, ...]:
    """Gather item numbers by the first-named lead unit, or by each one: most items first, then in the table's order."""
    numbers: dict[str, list[int]] = {}
    for verdict in verdicts:
        leads = lead_units(verdict.item.lead_unit, register)
        for unit in leads if joint else leads[:1]:
            numbers.setdefault(unit, []).append(verdict.item.no)
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
    begun = verdict.status is Status.DONE and asks_to_begin(verdict)
    return Entry(item.no, name, partners, fact, verdict.needs_review, begun)


def _unnamed(fact: str, name: str) -> str:
    """Leave the item's own name, with or without its verb, out of a fact that says it again before its number."""
    for again in (name, name[VERB:]):
        if len(again) >= LONG_NAME and (found := re.match(AGAIN.format(re.escape(again)), fact)):
            return found[1] + fact[found.end() :]
    return fact


def _sentence(question: str) -> str:
    """Set a question as a sentence of which each part asks something; 请核实 is not said behind 是否."""
    sentence = "；".join(map(_request, PARTS.split(plain(question))))
    if sentence.endswith(("？", "！")):
        return sentence
    return sentence + ("？" if WHETHER.search(sentence) else "。")


def _request(part: str) -> str:
    """End a part of a question in what it asks; of one that only states something, to verify it."""
    part = VERIFY.sub(r"\1", part)
    return part if ASKS.search(QUOTE.sub("", part)) else f"{part}，请核实"


def units(cell: Cell) -> str:
    """Write the units, or the persons, of a cell one after the other."""
    return "、".join(listed_names(cell))


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
