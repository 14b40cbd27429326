"""What a delivery was made from: program, libraries, inputs, settings, templates, fonts."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.deliver import fingerprint, made
from reportgen.history import RECORD, History
from reportgen.records import Table
from reportgen.render.pdf import About, Attachment, page_texts
from reportgen.render.word import Properties
from reportgen.sources import named
from reportgen.workspace import MONTH, SETTINGS, Workspace

if TYPE_CHECKING:
    from reportgen.render.fonts import Fonts
    from reportgen.render.page import Page
    from reportgen.render.theme import Theme

EARLIER = "earlier_months"
LIBRARIES = ("weasyprint", "pydyf", "jinja2", "python-docx", "lxml", "xlsxwriter", "pydantic")


def facts(
    office: Workspace,
    paths: Sequence[Path],
    table: Table,
    past: History,
    printed: tuple[Page, Theme, Fonts],
    seconds: Mapping[str, float],
) -> dict[str, Any]:
    """Gather the manifest's facts. Two runs on the same input differ in `timings` only."""
    return {
        "month": table.period.month,
        "as_of": table.period.as_of.isoformat(),
        "program": {"reportgen": version("reportgen"), "python": platform.python_version()},
        "libraries": {name: version(name) for name in LIBRARIES},
        "inputs": {name: fingerprint(path) for path, name in named(paths).items()},
        EARLIER: {month.month: fingerprint(office.outputs / month.month / RECORD) for month in past.months},
        "earlier_months_left_out": list(past.faults),
        "settings": fingerprint(office.root / SETTINGS),
        "templates": digest(office.templates),
        "fonts": _faces(*printed),
        "timings": dict(seconds),
    }


def outdated(office: Workspace, month: str) -> tuple[str, ...]:
    """List the later months of the year whose briefing rests on another delivery of this month, or on none."""
    now = fingerprint(office.outputs / month / RECORD)
    others = (path.name for path in sorted(office.outputs.glob(f"{month[:4]}-*")) if MONTH.fullmatch(path.name))
    later = ((name, made(office.outputs / name)) for name in others if name > month)
    return tuple(name for name, facts in later if facts and facts.get(EARLIER, {}).get(month) != now)


def properties(office: Workspace, table: Table, page: Page) -> Properties:
    """Say what the Word document says of itself."""
    return Properties(page.title, office.settings.office.name, table.period.as_of)


def about(office: Workspace, table: Table, paths: Sequence[Path], evidence: bytes) -> About:
    """Say what the PDF says of itself, and carry the tables and verdicts inside it."""
    names = named(paths)
    sources = (Attachment(names[path].replace("/", "-"), path.read_bytes(), "source table") for path in paths)
    verdicts = Attachment("verdicts.json", evidence, "verdicts and their evidence", "Data")
    return About(office.settings.office.name, table.period.as_of, (*sources, verdicts))


def _faces(page: Page, theme: Theme, fonts: Fonts) -> dict[str, Any]:
    """Tell each role's faces, and which characters are printed by another than its first."""
    texts = tuple(page_texts(page, theme))
    instead = fonts.substitutes(texts)
    return {
        role: {
            "word": fonts.names[role].word,
            "printed": [f"{face.family} ({face.path.name})" for face in stack],
            "substitutes": {char: face.family for char, face in instead.get(role, {}).items()},
        }
        for role, stack in fonts.needed(texts).stacks.items()
    }


def digest(folder: Path) -> str:
    """Hash all files of a folder, names and contents."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(f"{path.relative_to(folder).as_posix()}\0{fingerprint(path)['sha256']}\n".encode())
    return total.hexdigest()
