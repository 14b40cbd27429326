"""Commands that read and judge tables, and print what they found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.session import Session, json_option, month_option, pass_session, print_json
from reportgen.errors import InputError, UsageError

if TYPE_CHECKING:
    from reportgen.labels import Labels
    from reportgen.norms import Norms
    from reportgen.records import Table, Verdict
    from reportgen.workspace import Workspace

several_inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path(path_type=Path))


@click.command()
@several_inputs
@month_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV (UTF-8 with a mark, as Excel wants it).")
@pass_session
def read(session: Session, inputs: tuple[Path, ...], month: str | None, as_json: bool, as_csv: bool) -> None:
    """Show the table as it was understood, and what to query in it."""
    from reportgen import export, ingest, norms, pipeline, sources
    from reportgen.cli import reports

    place = session.place()
    month, paths = month or ingest.folder_month(inputs), sources.expand(inputs)
    table = pipeline.read(place, paths, norms.load(place.norms), month)
    if as_json:
        print_json(export.table(table))
    elif as_csv:
        click.echo(export.csv_text(table).encode("utf-8-sig"), nl=False)
    else:
        reports.show_table(table)


@click.command()
@several_inputs
@month_option
@json_option
@pass_session
def judge(session: Session, inputs: tuple[Path, ...], month: str | None, as_json: bool) -> None:
    """Show a verdict an item with its reason."""
    from reportgen import export, pipeline
    from reportgen.cli import reports

    place = session.place()
    table, verdicts, rules, words = _judged(place, inputs, month)
    if as_json:
        table, past = pipeline.followed(place, table, verdicts, rules)
        print_json(export.verdicts(table, verdicts, past))
    else:
        reports.show_verdicts(verdicts, words)


def _item_number(_context: click.Context, _argument: click.Parameter, value: str) -> int:
    if not value.isdecimal() or int(value) == 0:
        raise click.BadParameter(f"{value!r} is no item's number; give one such as 3")
    return int(value)


@click.command()
@click.argument("source", metavar="INPUT", type=click.Path(path_type=Path))
@click.argument("no", callback=_item_number)
@month_option
@pass_session
def explain(session: Session, source: Path, no: int, month: str | None) -> None:
    """Show what the verdict on item NO rests on, word for word."""
    from reportgen.cli import reports

    table, verdicts, _, words = _judged(session.place(), (source,), month)
    found = next((verdict for verdict in verdicts if verdict.item.no == no), None)
    if found is None:
        raise UsageError(f"{source}: there is no item {no}; its items are 1 to {len(verdicts)}.")
    reports.show_explanation(found, words, {column.name: column.header for column in table.columns})


@click.command()
@click.argument("cases", nargs=-1, required=True, metavar="CASES...", type=click.Path(path_type=Path))
@click.option("--rules-only", is_flag=True, help="Leave the precedents out, as for cases that they were learned from.")
@json_option
@pass_session
def evaluate(session: Session, cases: tuple[Path, ...], rules_only: bool, as_json: bool) -> None:
    """Judge labelled cases and count how often the verdict is right.

    CASES are .jsonl files, or tables with their .truth.json beside them.
    """
    from reportgen import evaluate as evaluating
    from reportgen import export, norms
    from reportgen.cli import reports

    known = norms.load(session.place().norms)
    evaluation = evaluating.evaluate(cases, known.by_rules_alone if rules_only else known)
    if not evaluation.outcomes:
        raise InputError(f"{', '.join(map(str, cases))}: there are no labelled cases here; give some.")
    if as_json:
        print_json(export.evaluation(evaluation))
    else:
        reports.show_evaluation(evaluation)


def _judged(
    place: Workspace, inputs: Sequence[Path], month: str | None
) -> tuple[Table, tuple[Verdict, ...], Norms, Labels]:
    from reportgen import ingest, labels, norms, pipeline, sources

    month, paths = month or ingest.folder_month(inputs), sources.expand(inputs)
    rules, words = norms.load(place.norms), labels.load(place.briefing / "labels.toml")
    return *pipeline.judged(place, paths, rules, month), rules, words


COMMANDS = (read, judge, explain, evaluate)
