"""The line itself: from a month's tables to its delivery."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar

from reportgen import briefing, deliver, export, ingest, judge, labels, norms, provenance
from reportgen.render import fonts, page, pdf, theme, word, workbook
from reportgen.records import Table, Verdict
from reportgen.workspace import Workspace

log = logging.getLogger(__name__)

Given = ParamSpec("Given")
Made = TypeVar("Made")


@dataclass
class Stages:
    """Runs the stages one by one: announces, times and logs each."""

    announce: Callable[[str], None] = lambda _: None
    seconds: dict[str, float] = field(default_factory=dict)

    def __call__(self, name: str, stage: Callable[Given, Made], *args: Given.args, **kwargs: Given.kwargs) -> Made:
        self.announce(name)
        begun = time.perf_counter()
        made = stage(*args, **kwargs)
        self.seconds[name] = round(time.perf_counter() - begun, 3)
        log.info("%-9s %7.3f s", name, self.seconds[name])
        return made


@dataclass(frozen=True, slots=True)
class Delivery:
    """A month's published folder, and what it tells."""

    folder: Path
    table: Table
    verdicts: tuple[Verdict, ...]


def judged(
    paths: Sequence[Path],
    rulebook: Path,
    columns: Mapping[str, str],
    month: str | None = None,
    run: Stages | None = None,
) -> tuple[Table, tuple[Verdict, ...]]:
    """Read a month's tables and judge every item: the first half of the line."""
    run = run or Stages()
    rules = norms.load(rulebook)
    table = run("ingest", ingest.read, paths, rules, month=month, columns=columns)
    return table, run("judge", judge.judge_table, table, rules)


def build(office: Workspace, paths: Sequence[Path], month: str | None, run: Stages) -> Delivery:
    """Make a month's briefing, ledger and verdicts, and publish them together."""
    words, look = labels.load(office.briefing / "labels.toml"), theme.load(office.briefing / "theme.toml")
    table, verdicts = judged(paths, office.norms, office.settings.columns, month, run)
    composed = run("briefing", briefing.compose, table, verdicts, office.settings, words)
    drawn = run("page", page.render, composed, words, office.briefing)
    faces = run("fonts", fonts.resolve, look, office.font_folders)
    delivery = Delivery(office.outputs / table.period.month, table, verdicts)
    with deliver.staged(delivery.folder) as folder:
        run("word", word.write, drawn, look, faces, folder / "briefing.docx")
        run("pdf", pdf.write, drawn, look, faces, folder / "briefing.pdf")
        run("workbook", workbook.write, table, verdicts, folder / "ledger.xlsx", labels=words)
        (folder / "verdicts.json").write_text(export.dumps(export.verdicts(table, verdicts)), encoding="utf-8")
        deliver.seal(folder, provenance.facts(office, paths, table, faces, run.seconds))
    return delivery
