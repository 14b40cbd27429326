"""What every command shares: the office's folder, how much is said, and where it is said."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from reportgen.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])

LOG_SIZE = 1_000_000
LOG_LINE = "%(asctime)s %(levelname)s %(message)s"


@dataclass(frozen=True)
class Session:
    """The global options of one call."""

    folder: Path | None = None
    quiet: bool = False
    verbosity: int = 0

    @property
    def root(self) -> Path:
        return self.folder or Path()

    def office(self) -> Workspace:
        """Open the office's folder: the one named, or the current one."""
        from reportgen import workspace

        return workspace.open(self.root)

    def place(self) -> Workspace:
        """Open the office's folder if one was named or is the current one; else what comes with the program."""
        from reportgen import workspace

        named = self.folder or Path(workspace.SETTINGS).exists()
        return self.office() if named else workspace.unsettled()

    def say(self, text: str) -> None:
        """Print a line of what was done, unless told to be quiet."""
        if not self.quiet:
            click.echo(text)

    def tell_what_is_the_samples(self) -> None:
        """Name who issues and who receives, where the settings still say what the sample says."""
        from reportgen import check, workspace

        if left := check.left_as_sample(self.root):
            self.say(f"{workspace.SETTINGS}: still as in the sample: {', '.join(left)}; put in the office's own.")


pass_session = click.make_pass_decorator(Session, ensure=True)


def set_up_log(quiet: bool, verbosity: int) -> None:
    """Send errors and warnings to stderr; with -v a line a stage too, with -vv tracebacks."""
    levels = (logging.WARNING, logging.INFO, logging.DEBUG)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("reportgen: %(message)s"))
    handler.setLevel(logging.ERROR if quiet else levels[min(verbosity, 2)])
    logger = logging.getLogger("reportgen")
    logger.handlers[:] = [handler]
    logger.setLevel(logging.DEBUG)
    logger.propagate = False


def keep_log(state: Path) -> None:
    """Keep the log lines of this run in the office's folder as well."""
    from logging.handlers import RotatingFileHandler

    class Log(RotatingFileHandler):
        """Tells once that a line cannot be written, and gives up: the run itself may still go well."""

        def handleError(self, _record: logging.LogRecord) -> None:
            logger.removeHandler(self)
            fault = sys.exception()
            told = fault.strerror if isinstance(fault, OSError) and fault.strerror else f"{fault}"
            logger.warning("%s: %s; this run is not logged any further.", self.baseFilename, told.lower())

    logger = logging.getLogger("reportgen")
    state.mkdir(exist_ok=True)
    handler = Log(state / "log", maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter(LOG_LINE))
    logger.addHandler(handler)


def print_json(data: dict[str, Any]) -> None:
    """Print JSON as UTF-8, whatever the terminal's own encoding."""
    from reportgen import export

    click.echo(export.dumps(data).encode(), nl=False)


def json_option(command: Command) -> Command:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, as the README documents it.")(command)


def month_option(command: Command) -> Command:
    told = "The month that the table tells of, or a day in it (YYYY-MM-DD) where it names none; `last` for last month."
    return click.option("--month", metavar="YYYY-MM", callback=_month, help=told)(command)


def _month(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Check a month. `last` is the month before today's: only the commands may look at the clock."""
    from reportgen.workspace import month_of

    if value == "last":
        return f"{date.today().replace(day=1) - timedelta(days=1):%Y-%m}"
    return month_of(value) if value else None
