"""Commands about the office's own folder, its rulebook and the machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from reportgen.cli.session import Session, json_option, pass_session, print_json
from reportgen.errors import SettingsError, UsageError


@click.command()
@pass_session
@click.pass_context
def check(context: click.Context, session: Session) -> None:
    """Tell every mistake in the settings and the templates, and what of the sample was left in them."""
    from reportgen import check as checking

    found = checking.mistakes(session.root)
    for sentence in found:
        click.echo(sentence)
    if found:
        context.exit(SettingsError.exit_code)
    session.say("The settings and the templates are sound.")
    session.tell_what_is_the_samples()


@click.command()
@json_option
@pass_session
@click.pass_context
def doctor(context: click.Context, session: Session, as_json: bool) -> None:
    """Check that this machine can do the job."""
    from dataclasses import asdict

    from reportgen import doctor as examining
    from reportgen.cli import console

    found = tuple(examining.examine(session.place()))
    if as_json:
        print_json({"findings": [asdict(finding) for finding in found]})
    else:
        words = {(True, True): "ok", (True, False): "ok", (False, False): "note", (False, True): "FAULT"}
        console.table(("", "what", "found"), ((words[it.sound, it.essential], it.name, it.text) for it in found))
    if not all(finding.sound for finding in found if finding.essential):
        context.exit(1)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@pass_session
def init(session: Session, folder: Path) -> None:
    """Make a new office folder, ready for its first table."""
    from reportgen import workspace

    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{folder}: this folder is not empty; name a new one.")
    shutil.copytree(workspace.builtin("templates"), folder / "templates")
    shutil.copy(workspace.builtin(workspace.SETTINGS), folder)
    for name in ("inputs", "outputs"):
        (folder / name).mkdir()
    own = f"put the office's own name, scope (全区) and recipients (报, 送, 发) into {workspace.SETTINGS}"
    session.say(f"{folder}: ready; {own}, and a month's table into inputs/.")


@click.command()
@json_option
@pass_session
def rules(session: Session, as_json: bool) -> None:
    """Print the rulebook: sources, what is in force, examples."""
    from dataclasses import asdict

    from reportgen import labels, rulebook

    place = session.place()
    words, entries = labels.load(place.briefing / "labels.toml"), tuple(rulebook.entries(place.norms))
    if as_json:
        print_json({"rules": [asdict(entry) for entry in entries]})
        return
    for entry in entries:
        click.secho(f"{entry.code}　{entry.title}　{words.marked(entry.status)}", bold=True)
        click.echo(f"  {entry.meaning}")
        click.echo(f"  依据　{entry.source}：{entry.basis}" if entry.source else "  依据　规则本身，不引用阈值和用语")
        for line in entry.in_force:
            click.echo(f"  现行　{line}")
        for fires, text in entry.examples:
            click.echo(f"  {'中　' if fires else '不中'}　{text}")
        click.echo()


COMMANDS = (rules, check, doctor, init)
