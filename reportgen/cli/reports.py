"""What the commands print about a table, its verdicts, one verdict, and an evaluation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from reportgen.cli import console
from reportgen.cli.console import short
from reportgen.records import TITLES, Check, Item, Outcome, Status, Table, Verdict

if TYPE_CHECKING:
    from reportgen import evaluate
    from reportgen.labels import Labels

OUTCOMES = {
    Outcome.MET: "达到",
    Outcome.LIKELY: "可望达到",
    Outcome.SHORT: "不足",
    Outcome.MISSED: "未达到",
    Outcome.SILENT: "未反映",
}
SOURCES = {"target": "年度目标", "plan": "本期计划"}
SHOWN_WIDTHS = {"project": 16, "target": 40, "lead_unit": 16, "progress": 40}  # widths on the terminal
ANSWER = 32
QUOTED = ("target", "plan", "progress", "rate", "status", "problem", "next_step", "note")


def show_table(table: Table) -> None:
    """Print what was understood of a table, and the audit."""
    due = table.period.plan_due or "未写明"
    sizes = f"{len(table.whole_projects)}个项目，{len(table.items)}个子项"
    click.echo(f"{table.period.month}：{sizes}，截至{table.period.as_of}，计划期限{due}。")
    console.heading("栏目")
    console.table(("栏目", "表头"), ((column.name, short(column.header, 60)) for column in table.columns))
    console.heading("子项")
    names = tuple(column.name for column in table.columns if column.name in SHOWN_WIDTHS)
    console.table(("项次", *names), ((str(item.no), *_typed(item, names)) for item in table.items))
    if table.audit:
        console.heading(f"审核（{len(table.audit)}条）")
        rows = ((note.severity.value, table.place(note.where), str(note.no or ""), note.text) for note in table.audit)
        console.table(("程度", "位置", "项次", "内容"), rows)


def _typed(item: Item, names: Sequence[str]) -> Iterator[str]:
    return (short(getattr(item, name).text, SHOWN_WIDTHS[name]) for name in names)


def show_verdicts(verdicts: Sequence[Verdict], words: Labels) -> None:
    """Print a verdict a line, and the totals."""
    rows = (
        (str(verdict.item.no), status(verdict, words), short(verdict.item.target.text, 32), verdict.reason)
        for verdict in verdicts
    )
    console.table(("项次", "判定", "主要内容", "情况说明"), rows)
    click.echo(totals(verdicts, words))


def status(verdict: Verdict, words: Labels) -> str:
    return words.marked(verdict.status) + (words.marked("review") if verdict.needs_review else "")


def totals(verdicts: Sequence[Verdict], words: Labels) -> str:
    """Count the items in one line."""
    counts = Counter(verdict.status for verdict in verdicts)
    review = sum(verdict.needs_review for verdict in verdicts)
    parts = "，".join(f"{words.word(status)}{words.count(counts[status])}" for status in Status)
    return f"共{words.count(len(verdicts))}：{parts}；{words.word('review')}{words.count(review)}。"


def show_explanation(verdict: Verdict, words: Labels, headers: Mapping[str, str]) -> None:
    """Print one verdict so that an officer can read it aloud; `headers` are the columns' as typed."""
    click.secho(f"{words.number(verdict.item.no)}　{short(verdict.item.target.text, 72)}", bold=True)
    click.echo(f"判定　{status(verdict, words)}")
    click.echo(f"说明　{verdict.reason}")
    if verdict.probabilities:
        click.echo(f"可能　{_probabilities(verdict.probabilities, words)}（规则与先例合看）")
    if verdict.question:
        click.echo(f"核实　{verdict.question}")
    if verdict.checks:
        console.heading("要求")
        console.table(("出处", "要求", "期限", "所报", "核对", "情况"), map(_check, verdict.checks))
    if verdict.findings:
        console.heading("依据（★ 据以判定）")
        decide = set(verdict.deciding)
        rows = (("★" if it in decide else "", it.rule, it.title, it.text) for it in verdict.findings)
        console.table(("", "规则", "名称", "说明"), rows)
    console.heading("原文")
    spans = [span for finding in verdict.findings for span in finding.spans]
    for name in QUOTED:
        cell = getattr(verdict.item, name)
        if cell.text:
            console.quotation(headers.get(name, TITLES[name]), cell, spans)


def _probabilities(probabilities: Mapping[Status, float], words: Labels) -> str:
    """Tell how likely each status is, the likeliest first; nothing is certain, and what is below 1% is left out."""
    ranked = sorted(probabilities.items(), key=lambda told: -told[1])
    return "、".join(
        f"{words.word(status)}{f'{share:.0%}' if share < 0.99 else '99%以上'}"
        for status, share in ranked
        if share >= 0.01
    )


def _check(check: Check) -> tuple[str, ...]:
    asked = check.requirement
    answers = "、".join(dict.fromkeys(short(span.text, ANSWER) for span in check.answers))
    ahead = "" if check.forecast is None else f"（推算到期{check.forecast:.0f}%）"
    return SOURCES[asked.source], asked.span.text, f"{asked.due}", answers, OUTCOMES[check.outcome], check.text + ahead


def show_evaluation(evaluation: evaluate.Evaluation) -> None:
    """Print the rates, the confusion table and the precision of each rule."""
    unmarked = evaluation.unmarked
    click.echo(f"{len(evaluation.outcomes)} cases, {len(unmarked.outcomes)} of them not marked for review")
    rates = (
        ("strict", f"{evaluation.strict:.1%}", f"{unmarked.strict:.1%}"),
        ("acceptable", f"{evaluation.acceptable:.1%}", f"{unmarked.acceptable:.1%}"),
        ("recall of behind", f"{evaluation.behind_recall:.1%}", f"{unmarked.behind_recall:.1%}"),
        ("marked for review", f"{evaluation.reviewed:.1%}", ""),
    )
    console.heading("Rates")
    console.table(("", "all", "not marked"), rates)
    console.heading("Confusion")
    rows = ((label, *(str(count) for count in row.values())) for label, row in evaluation.confusion.items())
    console.table(("label", *Status), rows)
    console.heading("Precision of the rules that decided")
    counts = evaluation.precision.items()
    precision = ((rule, f"{right}", f"{of}", f"{right / of:.0%}") for rule, (right, of) in counts)
    console.table(("rule", "right", "of", ""), precision)
    wrong = [outcome for outcome in evaluation.outcomes if not outcome.strict]
    if wrong:
        console.heading("Judged otherwise than labelled")
        console.table(("case", "label", "judged", "", "reason"), map(_wrong, wrong))


def _wrong(outcome: evaluate.Outcome) -> tuple[str, ...]:
    verdict = outcome.verdict
    excuse = "acceptable" if outcome.acceptable else ""
    return str(outcome.key), outcome.label.value, verdict.status.value, excuse, verdict.reason
