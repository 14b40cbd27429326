"""The line itself: from a month's tables to its delivery."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from reportgen import deliver, export, history, ingest, judge, labels, norms, workspace
from reportgen.history import History
from reportgen.labels import Labels
from reportgen.norms import Norms
from reportgen.records import TITLES, Table, Verdict
from reportgen.workspace import Workspace

if TYPE_CHECKING:
    from reportgen.render.fonts import Fonts, Text
    from reportgen.render.page import Page
    from reportgen.render.theme import Theme

ASKED = "as_of_asked"  # the manifest's name for a day that --month named
NAMED = "%s: the table itself names %s as the day it tells of, and is judged as of it, not of %s."
REDATED = "%s: it was judged as of %s, and is now judged as of %s; --month %s judges it by the former day again."
EARLY = (
    "%s: [issue] date %s lies before %s, of which the briefing tells; write the day of this issue, or a number of days."
)
MOVED = (
    "%s: [issue] date says %s, and the briefing is dated %s, the last day of which the table tells; "
    "issue it no earlier, or write that day there."
)
OUTDATED = "%s: it was built on another delivery of %s; build it anew: --month %s."
UNPRINTED = "no typeface has %s; the briefing has 〓 in their place, and the audit in the workbook says where."
log = logging.getLogger(__name__)

Given = ParamSpec("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Delivery:
    """A month's published folder, and what it tells."""

    folder: Path
    table: Table
    verdicts: tuple[Verdict, ...]
    past: History
    words: Labels


@dataclass(frozen=True, slots=True)
class Stages:
    """Runs the stages one by one: announces, times and logs each."""

    announce: Callable[[str], None] = lambda _: None
    seconds: dict[str, float] = field(default_factory=dict)

    def __call__(self, name: str, stage: Callable[Given, Made], *args: Given.args, **kwargs: Given.kwargs) -> Made:
        self.announce(name)
        begun = time.perf_counter()
        made = stage(*args, **kwargs)
        self.seconds[name] = round(time.perf_counter() - begun, 3)
        log.info("%-8s %6.3f s", name, self.seconds[name])
        return made


def build(
    office: Workspace, paths: Sequence[Path], month: str | None, run: Stages, *, review_copy: bool = False
) -> Delivery:
    """Make a month's briefing, ledger and verdicts, and publish them together. Call it under the office's lock."""
    # Imported here, so that judging alone need not wait for them.
    from reportgen import briefing, provenance
    from reportgen.ingest import audit
    from reportgen.render import fonts, page, theme
    from reportgen.render.symbols import INSTEAD

    rules, words = norms.load(office.norms), labels.load(office.briefing / "labels.toml")
    look = theme.load(office.briefing / "theme.toml")
    deliver.recover(office.outputs)  # a month that a killed run had moved aside is to be remembered too
    table, verdicts = judged(office, paths, rules, month, run)
    table, past = followed(office, table, verdicts, rules, run)
    words = words.as_typed(table.columns)
    composed = run("briefing", briefing.compose, table, verdicts, office.settings, words, rules, past)
    _tell_of_day(office, composed.frame.date, table.period.as_of)
    drawn = run("page", page.render, composed, words, office.briefing)
    faces = run("fonts", fonts.resolve, look, office.font_folders)
    if signs := _lost_signs(table, (drawn, look, faces)):
        log.warning(UNPRINTED, " ".join(chr(code) for code, printed in signs.items() if printed))
        table = replace(table, audit=(*table.audit, *audit.unprinted(table, signs)))
        drawn = page.render(composed, words, office.briefing, INSTEAD | signs)
    delivery = Delivery(office.outputs / table.period.month, table, verdicts, past, words)
    earlier, asked = deliver.made(delivery.folder).get("as_of"), _asked(office, month, table)
    with deliver.staged(delivery.folder) as folder:
        _write(folder, delivery, office, paths, (drawn, look, faces), run, review_copy)
        facts = provenance.facts(office, paths, table, past, (drawn, look, faces), run.seconds)
        deliver.seal(folder, facts | {ASKED: asked})
    _tell_of_others(office, delivery, earlier)
    return delivery


def _lost_signs(table: Table, printed: tuple[Page, Theme, Fonts]) -> dict[int, str]:
    """Tell which pictographs cannot be printed, and what is instead; a cell with such a letter is an InputError."""
    from reportgen.render import pdf

    drawn, look, faces = printed
    cells = tuple(_cells(table, look.tables["ledger"].cell.face))
    signs = faces.lost_signs((*cells, *pdf.page_texts(drawn, look)))
    faces.check(replace(cell, words=cell.words.translate(signs)) for cell in cells)
    return signs


def _write(
    folder: Path,
    delivery: Delivery,
    office: Workspace,
    paths: Sequence[Path],
    printed: tuple[Page, Theme, Fonts],
    run: Stages,
    review_copy: bool,
) -> None:
    """Write the files of a delivery."""
    from reportgen import provenance
    from reportgen.render import pdf, word, workbook

    table, verdicts, past = delivery.table, delivery.verdicts, delivery.past
    evidence = export.dumps(export.verdicts(table, verdicts, past)).encode()
    (folder / "verdicts.json").write_bytes(evidence)
    properties, base = provenance.properties(office, table, printed[0]), office.base_docx
    run("word", word.write, *printed, folder / "briefing.docx", properties, base=base)
    if review_copy:
        notes = word.evidence(verdicts)
        run("review", word.write, *printed, folder / "briefing.review.docx", properties, notes, base)
    run("pdf", pdf.write, *printed, folder / "briefing.pdf", provenance.about(office, table, paths, evidence))
    run("workbook", workbook.write, table, verdicts, folder / "ledger.xlsx", labels=delivery.words, past=past)


def _tell_of_day(office: Workspace, issued: date, as_of: date) -> None:
    """Warn of a day of issue before the day that the briefing tells of, or after the one that the office has set."""
    from reportgen.briefing import frame

    settings, set_day = office.root / workspace.SETTINGS, frame.issue_date(as_of, office.settings)
    if issued < as_of:
        log.warning(EARLY, settings, issued, as_of)
    if issued > set_day:
        log.warning(MOVED, settings, set_day, issued)


def _tell_of_others(office: Workspace, delivery: Delivery, earlier: str | None) -> None:
    """Warn of a month that was judged as of an `earlier` day before, and of later months built on another delivery."""
    from reportgen import provenance

    period = delivery.table.period
    if earlier not in (None, f"{period.as_of}"):
        log.warning(REDATED, delivery.folder, earlier, period.as_of, earlier)
    for later in provenance.outdated(office, period.month):
        log.warning(OUTDATED, office.outputs / later, period.month, later)


def judged(
    office: Workspace, paths: Sequence[Path], rules: Norms, month: str | None = None, run: Stages | None = None
) -> tuple[Table, tuple[Verdict, ...]]:
    """Read a month's tables and judge every item: the first half of the line."""
    run = run or Stages()
    table = run("ingest", read, office, paths, rules, month)
    return table, run("judge", judge.judge_all, table.items, table.period, rules)


def read(office: Workspace, paths: Sequence[Path], rules: Norms, month: str | None) -> Table:
    """Read a month's tables: as of the day that they name, else `month` does, the last build did, or the office set."""

    def day_of(month: str) -> str:
        return _asked_before(office, month) or office.day_of(month)

    table = ingest.read(paths, rules, month=month, columns=office.settings.columns, day_of=day_of)
    if workspace.names_day(month) and month != f"{table.period.as_of}":
        log.warning(NAMED, "、".join(table.files), table.period.as_of, month)
    return table


def _asked(office: Workspace, month: str | None, table: Table) -> str | None:
    """Give the day that was asked for, now or before, if the table is judged by it."""
    told = month if workspace.names_day(month) else _asked_before(office, table.period.month)
    return told if told == f"{table.period.as_of}" else None


def _asked_before(office: Workspace, month: str) -> str | None:
    return deliver.made(office.outputs / month).get(ASKED)


def followed(
    office: Workspace, table: Table, verdicts: Sequence[Verdict], rules: Norms, run: Stages | None = None
) -> tuple[Table, History]:
    """Follow the items through the office's earlier months; the table's audit gains what differs from the last."""
    run = run or Stages()
    memory = run("memory", history.load, office.outputs, table.period.month)
    past = run("history", history.follow, memory, table, verdicts, rules)
    return replace(table, audit=(*table.audit, *history.queries(past, table, verdicts, rules))), past


def _cells(table: Table, role: str) -> Iterator[Text]:
    """Yield the texts of the source, so that a character that cannot be printed is told with its cell."""
    from reportgen.render.fonts import Text

    for item in table.items:
        for cell in (getattr(item, name) for name in TITLES):
            if cell.text:
                yield Text(role, cell.text, f"{cell.address.file}, {cell.address}")
