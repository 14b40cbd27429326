"""The main job, and how to have it done unattended."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.session import Session, keep_log, month_option, pass_session

if TYPE_CHECKING:
    from reportgen.pipeline import Delivery

CRONTAB = """\
# crontab -e: at 07:30 on the 5th of each month; cron mails whatever went wrong
30 7 5 * * {cron}
"""
SERVICE = """\
# ~/.config/systemd/user/reportgen.service
[Unit]
Description=Briefing on the livelihood projects

[Service]
Type=oneshot
ExecStart={systemd}
"""
TIMER = """\
# ~/.config/systemd/user/reportgen.timer; then: systemctl --user enable --now reportgen.timer
# A user's timers rest while the user is logged out, unless told otherwise, once: loginctl enable-linger
[Unit]
Description=Briefing on the livelihood projects, monthly

[Timer]
OnCalendar=*-*-05 07:30
Persistent=true

[Install]
WantedBy=timers.target
"""


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(path_type=Path))
@month_option
@click.option("--review-copy", is_flag=True, help="Write briefing.review.docx too, with the evidence as comments.")
@pass_session
def build(session: Session, inputs: tuple[Path, ...], month: str | None, review_copy: bool) -> None:
    """Write a month's briefing: Word, PDF, ledger, verdicts.

    Takes inputs/<month>.* or, without --month, the newest month. Several INPUTs, or a folder, are merged.
    """
    from reportgen import deliver, ingest, pipeline, sources

    office = session.office()
    keep_log(office.state)
    if inputs:
        month, paths = month or ingest.folder_month(inputs), sources.expand(inputs)
    else:
        month, paths = sources.find(office, month)
    with deliver.locked(office.state), _progress(session) as announce:
        delivery = pipeline.build(office, paths, month, pipeline.Stages(announce), review_copy=review_copy)
    _tell(session, delivery)


def _tell(session: Session, delivery: Delivery) -> None:
    """Print where the files are, and the totals."""
    from reportgen.cli import reports

    names = sorted(path.name for path in delivery.folder.iterdir() if path.is_file())
    session.say(f"{delivery.folder}: {', '.join(names)}")
    session.say(reports.totals(delivery.verdicts, delivery.words))
    session.tell_what_is_the_samples()


@contextmanager
def _progress(session: Session) -> Iterator[Callable[[str], None]]:
    """Show the stage at work, on a terminal."""
    if session.quiet or session.verbosity or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update


@click.command()
@pass_session
def schedule(session: Session) -> None:
    """Print a crontab line and a systemd timer for this office."""
    office = session.office()
    own = Path(sys.executable).with_name("reportgen")
    program = [str(own)] if own.exists() else [sys.executable, "-m", "reportgen"]
    command = [*program, "--quiet", "--workspace", str(office.root.resolve()), "build", "--month", "last"]
    # Both read % as a sign of their own.
    click.echo(CRONTAB.format(cron=shlex.join(command).replace("%", r"\%")))
    click.echo(SERVICE.format(systemd=" ".join(_systemd_word(word) for word in command)))
    click.echo(TIMER, nl=False)


def _systemd_word(word: str) -> str:
    escaped = word.replace("\\", r"\\").replace('"', r"\"").replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if escaped != word or " " in word else word


COMMANDS = (build, schedule)
