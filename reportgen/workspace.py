"""One office: its settings in reportgen.toml, and its folders."""

from __future__ import annotations

import calendar
import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from reportgen import tomlfile
from reportgen.errors import SettingsError, UsageError
from reportgen.norms import ColumnName, Word
from reportgen.tomlfile import Section, written

SETTINGS = "reportgen.toml"
MONTH = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])")
FETCHED_FONTS = "~/.cache/reportgen/fonts"  # by scripts/fonts.sh; a machine with faces of its own does without it
LONGEST_WAIT = 366  # days
Words = Annotated[str, written(r"[^\x00-\x1f\x7f]*", "one line of letters that a document can hold")]


def _day_or_count(value: object) -> object:
    """Take a day as TOML or between quotes, or a number of days."""
    try:
        taken = datetime.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        taken = None
    if isinstance(taken, datetime.date) or (type(taken) is int and abs(taken) <= LONGEST_WAIT):
        return taken
    raise ValueError(f"{value!r} is neither a day such as 2025-09-05 nor a number of days, {LONGEST_WAIT} at most")


class Office(Section):
    """Who issues the briefing, and under which name. Empty `issuer` and `signature` stand for `name`.

    `base_docx` is a Word file in the workspace whose letterhead the briefing takes over.
    """

    name: Annotated[Words, Field(min_length=1)]
    masthead: Words = "民生实事项目进展通报"
    kind: Literal["简报", "通报"] = "简报"
    subject: Words = "民生实事项目"
    scope: Words = "全区"
    issuer: Words = ""
    signature: Words = ""
    addressees: tuple[Words, ...] = ()
    base_docx: Words = ""


class TableSettings(Section):
    """The day of the month as of which a table is judged that names only its month."""

    day: Annotated[int, Field(ge=1, le=31)] = 31


class Issue(Section):
    """The number and the day of the issue. An integer `date` counts days from the day the table speaks of."""

    first_month: Annotated[str, written(rf"(?:{MONTH.pattern})?", "a month; write it as 2025-01")] = ""
    first_number: Annotated[int, Field(ge=1)] = 1
    prefix: Words = ""
    date: Annotated[datetime.date | int, BeforeValidator(_day_or_count)] = 5


class Closing(Section):
    """Who receives the briefing, as the closing block lists them."""

    report: tuple[Words, ...] = ()
    send: tuple[Words, ...] = ()
    distribute: tuple[Words, ...] = ()
    copy_to: tuple[Words, ...] = ()
    copies: Annotated[int, Field(ge=1)] | None = None


class ReportBack(Section):
    """By which day of the month, and to whom, the units named report. Empty `to` stands for the office."""

    day: Annotated[int, Field(ge=1, le=28)] = 10
    to: Words = ""


class Fonts(Section):
    """Folders of font files to prefer over the machine's own, relative to the workspace."""

    folders: tuple[Words, ...] = (FETCHED_FONTS,)


class Settings(Section):
    """All of reportgen.toml. `columns` maps a header as the office types it to a canonical column."""

    office: Office
    table: TableSettings = TableSettings()
    issue: Issue = Issue()
    closing: Closing = Closing()
    report_back: ReportBack = ReportBack()
    columns: Mapping[Word, ColumnName] = Field(default_factory=dict)
    fonts: Fonts = Fonts()


@dataclass(frozen=True, slots=True)
class Workspace:
    """An office's folder, its settings, and the templates it uses."""

    root: Path
    settings: Settings
    templates: Path

    @property
    def inputs(self) -> Path:
        return self.root / "inputs"

    @property
    def outputs(self) -> Path:
        return self.root / "outputs"

    @property
    def norms(self) -> Path:
        return self.templates / "norms.toml"

    @property
    def briefing(self) -> Path:
        """The folder of the briefing's wording and look."""
        return self.templates / "briefing"

    @property
    def state(self) -> Path:
        """The folder for what the program itself keeps between runs: its lock and its log."""
        return self.root / ".reportgen"

    def day_of(self, month: str) -> str:
        """The day as of which the office's tables tell of a month."""
        last = calendar.monthrange(int(month[:4]), int(month[5:]))[1]
        return f"{month}-{min(self.settings.table.day, last):02}"

    @property
    def base_docx(self) -> Path | None:
        name = self.settings.office.base_docx
        return self._at(name) if name else None

    @property
    def font_folders(self) -> tuple[Path, ...]:
        return tuple(map(self._at, self.settings.fonts.folders))

    @property
    def missing_font_folders(self) -> tuple[Path, ...]:
        """The folders of typefaces that the office names and that are not there."""
        named = (self._at(folder) for folder in self.settings.fonts.folders if folder != FETCHED_FONTS)
        return tuple(folder for folder in named if not folder.is_dir())

    def _at(self, name: str) -> Path:
        return self.root / os.path.expanduser(name)  # Path's own fails where ~ names nobody


def open(root: Path) -> Workspace:
    """Open an office's folder: its own `templates/` win over those that come with the program."""
    if not (root / SETTINGS).exists():
        raise SettingsError(
            f"{root.resolve()}: there is no {SETTINGS} here; name the office's folder with --workspace, "
            "or make one with `reportgen init`."
        )
    return Workspace(root, tomlfile.load(root / SETTINGS, Settings), templates_of(root))


def templates_of(root: Path) -> Path:
    """Find an office's own templates, or those that come with the program."""
    own = root / "templates"
    return own if own.is_dir() else builtin("templates")


def unsettled() -> Workspace:
    """Stand in for an office where only its norms and column names matter, and there is none."""
    return Workspace(Path(), Settings(office=Office(name="本单位")), builtin("templates"))


def builtin(name: str) -> Path:
    """Find what comes with the program: in the wheel beside the code, in a checkout above it."""
    package = Path(str(files("reportgen")))
    return package / name if (package / name).exists() else package.parent / name


def month_of(text: str) -> str:
    """Check a month such as 2025-08, or a day in it such as 2025-08-20."""
    if not MONTH.fullmatch(text) and not _is_day(text):
        raise UsageError(f"{text!r} is not a month; write it as 2025-08, or a day in it as 2025-08-20.")
    return text


def names_day(month: str | None) -> bool:
    """Tell whether what is asked for is a day, not a month or nothing."""
    return month is not None and not MONTH.fullmatch(month)


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return MONTH.match(text) is not None
