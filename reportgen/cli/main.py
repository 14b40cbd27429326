"""The group of commands, and what becomes of an error: one sentence and an exit code."""

from __future__ import annotations

import logging
import os
import re
import signal
import sys
import traceback
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NoReturn

import click

from reportgen.cli import judging, making, office
from reportgen.cli.session import Session, set_up_log
from reportgen.errors import ReportgenError

INTERRUPTED = 130
BROKEN_PIPE = 141
GLOBAL = re.compile(r"-q|--quiet|-v+|--verbose|--workspace=.*", re.DOTALL)
LOGGED = "Log a line a stage; -vv adds the traceback of a fault of the program or the machine (exit code 1)."
FOLDER = click.Path(path_type=Path)
log = logging.getLogger("reportgen")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("-C", "--workspace", "folder", metavar="DIR", type=FOLDER, help="The office's folder.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors (for cron).")
@click.option("-v", "--verbose", "verbosity", count=True, help=LOGGED)
@click.version_option(package_name="reportgen", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context, folder: Path | None, quiet: bool, verbosity: int) -> None:
    """Judge a month's table of livelihood projects and write the briefing about it.

    Exit codes: 0 done; 1 a fault of the program or the machine; 2 wrong usage; 3 the input cannot be read or is
    not such a table; 4 no input for that month; 5 another run holds the lock; 6 settings or templates are wrong.
    """
    set_up_log(quiet, verbosity)
    context.obj = Session(folder, quiet, verbosity)


for group in (making, judging, office):
    for command in group.COMMANDS:
        commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit."""
    try:
        set_up_log(quiet=False, verbosity=0)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stop by systemd is as tidy as Ctrl-C
        with commands.make_context("reportgen", _hoisted(sys.argv[1:] if arguments is None else arguments)) as context:
            commands.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
    except (Exception, KeyboardInterrupt) as error:
        sys.exit(_report(error))
    sys.exit(0)


def _hoisted(arguments: Sequence[str]) -> list[str]:
    """Let the global options stand behind the command as well."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument in ("-C", "--workspace"):
            # One without its folder stays where it is, for click to complain of.
            folder = list(islice(waiting, 1))
            (first if folder else rest).extend([argument, *folder])
        elif GLOBAL.fullmatch(argument):
            first.append(argument)
        else:
            rest.append(argument)
    return first + rest


def _report(error: BaseException) -> int:
    """Say in one sentence what went wrong, and tell the exit code."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return error.exit_code
    code, sentence = _sentence(error)
    log.error(sentence)
    if code == 1:
        log.debug("".join(traceback.format_exception(error)))
    return code


def _sentence(error: BaseException) -> tuple[int, str]:
    match error:
        case ReportgenError():
            code, sentence = error.exit_code, str(error)
        case KeyboardInterrupt():
            code, sentence = INTERRUPTED, "stopped; what was published before stays as it was."
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "reportgen"
            code, sentence = error.exit_code, f"{error.format_message().rstrip('.')}; see `{command} --help`."
        case OSError(strerror=str(fault)):
            where = f"{error.filename}: " if error.filename else ""
            code, sentence = 1, f"{where}{fault.lower()}; see to that and run again."
        case MemoryError():
            code, sentence = 1, "there is not enough memory for this table; close other programs, or split the table."
        case _:
            fault = f"{type(error).__name__}: {error}"
            code, sentence = 1, f"this is a fault of the program ({fault}); run again with -vv and report it."
    return code, sentence
