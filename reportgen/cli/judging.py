"""Commands that read and judge tables, and print what they found."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli import console
from reportgen.cli.console import short
from reportgen.cli.session import Session, json_option, month_option, pass_session, print_json
from reportgen.errors import UsageError
from reportgen.records import Check, Item, Outcome, Status, Table, Verdict

if TYPE_CHECKING:
    from reportgen.labels import Labels

OUTCOMES = {
    Outcome.MET: "达到",
    Outcome.LIKELY: "可望达到",
    Outcome.SHORT: "不足",
    Outcome.MISSED: "未达到",
    Outcome.SILENT: "未反映",
}
SOURCES = {"target": "年度目标", "plan": "本期计划"}
SHOWN = {"project": 16, "target": 40, "lead_unit": 16, "progress": 40}  # columns of the terminal given to each
QUOTED = ("target", "plan", "progress", "rate", "status", "problem", "next_step", "note")

input_argument = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path(path_type=Path))


@click.command()
@input_argument
@month_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV (UTF-8 with a mark, as Excel wants it).")
@pass_session
def read(session: Session, inputs: tuple[Path, ...], month: str | None, as_json: bool, as_csv: bool) -> None:
    """Show the table as it was understood, and what to query in it."""
    from reportgen import export, ingest, norms, workspace

    place = session.place()
    table = ingest.read(workspace.expand(inputs), norms.load(place.norms), month=month, columns=place.settings.columns)
    if as_json:
        print_json(export.table(table))
    elif as_csv:
        click.echo(_csv(export.table(table)["items"]).encode("utf-8-sig"), nl=False)
    else:
        _show_table(table)


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Write the items one a row; unknown columns come last, under their own headers."""
    plain = [{name: value for name, value in row.items() if name != "extra"} | row["extra"] for row in rows]
    names = dict.fromkeys(chain.from_iterable(plain))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(names), restval="")
    writer.writeheader()
    writer.writerows(plain)
    return text.getvalue()


def _show_table(table: Table) -> None:
    due = table.period.plan_due
    click.echo(f"{table.period.month}：截至{table.period.as_of}，计划期限{due or '未写明'}，", nl=False)
    click.echo(f"{len(table.projects)}个项目，{len(table.items)}项。")
    console.heading("栏目")
    console.table(("栏目", "表头"), ((column.name, short(column.header, 60)) for column in table.columns))
    console.heading("子项")
    names = tuple(column.name for column in table.columns if column.name in SHOWN)
    console.table(("项次", *names), ((str(item.no), *_typed(item, names)) for item in table.items))
    if table.audit:
        console.heading(f"疑问（{len(table.audit)}条）")
        rows = ((note.severity.value, str(note.where), str(note.no or ""), note.text) for note in table.audit)
        console.table(("程度", "位置", "项次", "内容"), rows)


def _typed(item: Item, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(short(getattr(item, name).text, SHOWN[name]) for name in names)


@click.command()
@input_argument
@month_option
@json_option
@pass_session
def judge(session: Session, inputs: tuple[Path, ...], month: str | None, as_json: bool) -> None:
    """Show a verdict an item with its reason."""
    from reportgen import export

    table, verdicts, words = _judged(session, inputs, month)
    if as_json:
        print_json(export.verdicts(table, verdicts))
        return
    rows = (
        (str(verdict.item.no), _status(verdict, words), short(verdict.item.target.text, 32), verdict.reason)
        for verdict in verdicts
    )
    console.table(("项次", "判定", "主要内容", "情况说明"), rows)
    click.echo(totals_line(verdicts, words))


@click.command()
@click.argument("source", metavar="INPUT", type=click.Path(path_type=Path))
@click.argument("no", type=click.IntRange(min=1))
@month_option
@pass_session
def explain(session: Session, source: Path, no: int, month: str | None) -> None:
    """Show what item NO's verdict rests on: requirements, facts, findings, and the very words."""
    table, verdicts, words = _judged(session, (source,), month)
    found = next((verdict for verdict in verdicts if verdict.item.no == no), None)
    if found is None:
        raise UsageError(f"{source}: there is no item {no}; its items are 1 to {len(verdicts)}.")
    _explain(found, words, {column.name: column.header for column in table.columns})


def _explain(verdict: Verdict, words: Labels, headers: Mapping[str, str]) -> None:
    item = verdict.item
    click.secho(f"{words.number(item.no)}　{short(item.target.text, 72)}", bold=True)
    click.echo(f"判定　{_status(verdict, words)}")
    click.echo(f"说明　{verdict.reason}")
    if verdict.question:
        click.echo(f"核实　{verdict.question}")
    console.heading("要求")
    console.table(("出处", "要求", "期限", "结果", "核对"), (_check(check) for check in verdict.checks))
    console.heading("依据（★ 为判定所据）")
    rows = (("★" if finding in verdict.deciding else "", finding.rule, finding.title, finding.text) for finding in verdict.findings)
    console.table(("", "规则", "名称", "说明"), rows)
    console.heading("原文")
    spans = [span for finding in verdict.findings for span in finding.spans]
    for name in QUOTED:
        cell = getattr(item, name)
        if cell.text:
            console.quotation(headers.get(name, name), cell, spans)


def _check(check: Check) -> tuple[str, ...]:
    asked = check.requirement
    return SOURCES[asked.source], asked.span.text, asked.due.isoformat(), OUTCOMES[check.outcome], check.text


@click.command()
@click.argument("cases", nargs=-1, required=True, metavar="CASES...", type=click.Path(path_type=Path))
@json_option
@pass_session
def evaluate(session: Session, cases: tuple[Path, ...], as_json: bool) -> None:
    """Judge labelled cases and count how often the verdict is right.

    CASES are .jsonl files, or tables with their .truth.json beside them.
    """
    ...


def _judged(session: Session, inputs: Sequence[Path], month: str | None) -> tuple[Table, tuple[Verdict, ...], Labels]:
    from reportgen import labels, pipeline, workspace

    place = session.place()
    words = labels.load(place.briefing / "labels.toml")
    table, verdicts = pipeline.judged(workspace.expand(inputs), place.norms, place.settings.columns, month)
    return table, verdicts, words


def _status(verdict: Verdict, words: Labels) -> str:
    return words.marked(verdict.status) + (f"（{words.word('review')}）" if verdict.needs_review else "")


def totals_line(verdicts: Sequence[Verdict], words: Labels) -> str:
    """Count the items in one line."""
    counts = Counter(verdict.status for verdict in verdicts)
    review = sum(verdict.needs_review for verdict in verdicts)
    parts = [f"{words.word(status)}{words.count(counts[status])}" for status in Status]
    return f"共{words.count(len(verdicts))}：{'，'.join(parts)}；其中{words.word('review')}{words.count(review)}。"


COMMANDS = (read, judge, explain, evaluate)
