"""Items followed through the months: their past, what became of their promises, and what a clerk would query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from reportgen.facts.reading import read
from reportgen.facts.words.clauses import statements
from reportgen.facts.words.sites import sites
from reportgen.facts.words.statements import numbers_in
from reportgen.history.matching import bare, match
from reportgen.history.records import Fulfilment, History, Memory, Month, Pledge, Standing, month_of
from reportgen.ingest.audit.notes import HINT, QUERY, note, quoted
from reportgen.norms import HistoryNorms, Norms
from reportgen.records import (
    NOT_YET,
    Address,
    AuditNote,
    Cell,
    Outcome,
    Period,
    Quantity,
    Scope,
    Status,
    Table,
    Verdict,
)
from reportgen.text import fold

Thread = dict[str, Standing]  # one item's standings by month, the oldest first
SUMS = frozenset({Scope.PLAIN, Scope.CUMULATIVE})


def follow(memory: Memory, table: Table, verdicts: Sequence[Verdict], norms: Norms) -> History:
    """Tell what the earlier months say of each item of this one."""
    month, verdict_of = table.period.month, {verdict.item.no: verdict for verdict in verdicts}
    if not memory.months:
        return History(month, faults=memory.faults)
    threads = _threads((*memory.months, month_of(table, verdicts)), norms.history)
    last = memory.months[-1]
    past = {
        thread[month].no: {name: held for name, held in thread.items() if name != month}
        for thread in threads
        if month in thread
    }
    known = {no: list(thread.values()) for no, thread in past.items() if last.month in thread}
    pledges = {no: _pledge(verdict_of[no], held, last, table.period, norms) for no, held in known.items()}
    return History(
        month=month,
        months=memory.months,
        faults=memory.faults,
        past=past,
        pledges={no: pledge for no, pledge in pledges.items() if pledge},
        left=tuple(thread[last.month] for thread in threads if month not in thread and last.month in thread),
    )


def _threads(months: Iterable[Month], norms: HistoryNorms) -> list[Thread]:
    """Follow items from month to month, each by the words it had when last seen."""
    threads: list[Thread] = []
    for month in months:
        seen = [next(reversed(thread.values())) for thread in threads]
        found = match(month.items, seen, norms)
        for at, item in enumerate(month.items):
            if at in found:
                threads[found[at]][month.month] = item
            else:
                threads.append({month.month: item})
    return threads


# --- promises -------------------------------------------------------------------------------------


def _pledge(verdict: Verdict, past: Sequence[Standing], last: Month, period: Period, norms: Norms) -> Pledge | None:
    """Find the newest promise that still stood when the last month was told, of an item then behind."""
    if past[-1].status is not Status.BEHIND:
        return None
    for held in reversed(past):
        if held.status is Status.BEHIND and held.promised and held.promised > last.as_of:
            places = _places(held, last.as_of, norms)
            return Pledge(held.promise, *_kept(held.promise, held.promised, places, verdict, period, norms))
    return None


def _places(held: Standing, as_of: date, norms: Norms) -> str:
    """The places that the report spoke of as it made its promise (东渚站重新选点，6月底前进场), by name."""
    said = statements(Cell(text=held.progress), as_of, norms)
    spoken = sites(statements(Cell(text=held.target), as_of, norms), said, norms)
    told = [here for statement, here in zip(said, spoken.told, strict=True) if fold(held.promise) in statement.text]
    return "、".join(sorted(told[0])) if told else ""


def _kept(words: str, day: date, places: str, verdict: Verdict, period: Period, norms: Norms) -> tuple[Fulfilment, str]:
    """Read the promise as a plan of its own, which this month's report answers; give a later promise's words too."""
    item = verdict.item
    checks = read(replace(item, plan=Cell(text=places + words), due=day), Period(period.as_of), norms).plan
    outcomes = {check.outcome for check in checks}
    repeated = any(bare(words) in bare(cell.text) for cell in (item.progress, item.problem, item.next_step))
    if verdict.status is Status.DONE or (outcomes == {Outcome.MET} and not repeated):
        return Fulfilment.KEPT, ""
    later = [check.answers[-1].text for check in checks if check.promised and check.promised > day]
    if verdict.status is Status.BEHIND and verdict.promise and verdict.promise.moment.end > day:
        later = [verdict.promise.span.text]
    if later:
        return Fulfilment.PUT_OFF, later[-1]
    if day > period.as_of:
        return Fulfilment.OPEN, ""
    failed = any(outcome.failed for outcome in outcomes)
    return Fulfilment.BROKEN if failed and not repeated else Fulfilment.UNTOLD, ""


# --- what a clerk would query ---------------------------------------------------------------------


def queries(history: History, table: Table, verdicts: Sequence[Verdict], norms: Norms) -> Iterator[AuditNote]:
    """Query targets that changed and sums that fell since the last month, and items that came or went."""
    last = history.last
    if last is None:
        return
    when = f"{last.as_of.month}月"
    for verdict in verdicts:
        item, before = verdict.item, history.previous(verdict.item.no)
        if before is None:
            yield note("item_entered", HINT, item, item.target, f"{when}的表中没有本项。")
            continue
        if bare(before.target) != bare(item.target.text):
            text = f"目标与{when}的表不同，{when}为“{quoted(before.target)}”。"
            yield note("target_changed", QUERY, item, item.target, text, decisive=True)
        for had, has in _fallen(before, verdict, table.period.as_of, norms):
            text = f"完成数由{when}的{had.span.text}降为{has.span.text}。"
            yield note("progress_fell", QUERY, item, item.progress, text, decisive=True)
    for gone in history.left:
        text = f"{when}第{gone.no}项“{quoted(gone.target)}”未列入本表。"
        severity = HINT if gone.status is Status.DONE else QUERY  # what is done may well leave the list
        yield AuditNote("item_left", severity, Address(table.files[0]), None, text)


def _fallen(before: Standing, verdict: Verdict, as_of: date, norms: Norms) -> Iterator[tuple[Quantity, Quantity]]:
    """Pair the sums to date of what is asked for that are lower now; levels, rests and a month's figures may fall."""
    asked = {
        check.requirement.quantity.unit
        for check in verdict.checks
        if check.requirement.quantity and not check.requirement.level
    }
    had = {(count.noun, count.unit): count for count in _sums(Cell(text=before.progress), as_of, norms)}
    for has in _sums(verdict.item.progress, as_of, norms):
        was = had.get((has.noun, has.unit))
        if was and has.unit in asked and has.value < was.value:
            yield was, has


def _sums(cell: Cell, as_of: date, norms: Norms) -> Iterator[Quantity]:
    said = numbers_in(statements(cell, as_of, norms))
    return (one.quantity for one in said if one.scope in SUMS and one.aspect not in NOT_YET)
