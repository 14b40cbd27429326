"""Whether an office's settings, norms, words, look and templates are sound, before a month depends on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from reportgen import briefing, history, labels, norms, pipeline, tomlfile
from reportgen.errors import ReportgenError
from reportgen.render import page, template_check, theme
from reportgen.render.tree import Vocabulary
from reportgen.render.word import letterhead
from reportgen.workspace import SETTINGS, Settings, Workspace, builtin, open, templates_of, unsettled

EXAMPLE, BEFORE = Path("example/2025-08.txt"), "2025-07"


def mistakes(root: Path) -> tuple[str, ...]:
    """Tell all that is wrong in an office's folder, one sentence a mistake, with its file and line."""
    templates = templates_of(root)
    found = (*_in_tables(root / SETTINGS, templates), *_in_templates(templates / "briefing"))
    return found or (*_in_files(open(root)), *_in_rendering(open(root)))


def left_as_sample(root: Path) -> tuple[str, ...]:
    """Name the settings of who issues and who receives that still say what the sample says."""
    path, sample = root / SETTINGS, builtin(SETTINGS)
    if path.samefile(sample):
        return ()
    own, given = (tomlfile.load(file, Settings) for file in (path, sample))
    pairs = {
        "office.name": (own.office.name, given.office.name),
        "closing.report": (own.closing.report, given.closing.report),
        "closing.send": (own.closing.send, given.closing.send),
        "closing.distribute": (own.closing.distribute, given.closing.distribute),
    }
    return tuple(name for name, (one, other) in pairs.items() if one and one == other)


def _in_tables(settings: Path, templates: Path) -> Iterator[str]:
    files: tuple[tuple[Path, type[BaseModel]], ...] = (
        (settings, Settings),
        (templates / "norms.toml", norms.Norms),
        (templates / "briefing" / "labels.toml", labels.Labels),
        (templates / "briefing" / "theme.toml", theme.Theme),
    )
    for path, model in files:
        yield from tomlfile.examine(path, model)[1]


def _in_templates(folder: Path) -> Iterator[str]:
    """Check the templates against the theme; where that is wrong, its own mistakes come first."""
    look = tomlfile.examine(folder / "theme.toml", theme.Theme)[0]
    if look is not None:
        context = {"briefing": briefing.Briefing, "labels": labels.Labels}
        yield from template_check.mistakes(folder, Vocabulary.of(look), context)


def _in_files(office: Workspace) -> Iterator[str]:
    """Look for what the settings name: the letterhead, and the folders of typefaces."""
    for folder in office.missing_font_folders:
        yield f"{folder}: there is no such folder; put the typefaces there, or mend [fonts] folders in {SETTINGS}."
    try:
        if office.base_docx is not None:
            letterhead.read(office.base_docx, theme.load(office.briefing / "theme.toml").sheet)
    except ReportgenError as error:
        yield str(error)


def _in_rendering(office: Workspace) -> Iterator[str]:
    """Set the page of a made-up month in which every section occurs, as the first and as the second of its kind."""
    try:
        words, rules = labels.load(office.briefing / "labels.toml"), norms.load(office.norms)
        table, verdicts = pipeline.judged(unsettled(), [builtin("templates") / EXAMPLE], rules)
        before = replace(history.month_of(table, verdicts), month=BEFORE, as_of=date.fromisoformat(f"{BEFORE}-31"))
        for memory in (history.Memory(), history.Memory((before,))):
            past = history.follow(memory, table, verdicts, rules)
            composed = briefing.compose(table, verdicts, office.settings, words, rules, past)
            page.render(composed, words, office.briefing)
    except ReportgenError as error:
        yield str(error)
