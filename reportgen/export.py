"""Tables and verdicts as plain data, in the shapes that the README promises."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from reportgen import history
from reportgen.evaluate import Evaluation, Outcome
from reportgen.history import History
from reportgen.records import TITLES, AuditNote, Finding, Item, Project, Span, Status, Table, Verdict

JSON = dict[str, Any]


def dumps(data: JSON) -> str:
    """Write data as JSON that a person can read too."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def table(table: Table) -> JSON:
    """Give the normalised table and its audit (`read --json`)."""
    return {
        **_period(table),
        "plan_due": _day(table.period.plan_due),
        "columns": {column.name: column.header for column in table.columns if column.name != "extra"},
        "items": [row(item, project) for project in table.projects for item in project.items],
        "audit": [_note(note) for note in table.audit],
    }


def row(item: Item, project: Project) -> JSON:
    """Give an item as typed, under canonical names; a continued row bears its project's name."""
    typed = {name: getattr(item, name).text for name in TITLES}
    return {
        "no": item.no,
        "project_no": item.project_no,
        **typed,
        "project": item.project.text or project.name,
        "due": _day(item.due),
        "deadline": _day(item.deadline),
        "extra": {header: cell.text for header, cell in item.extra},
    }


def csv_text(table: Table) -> str:
    """Write the items one a row; columns without a canonical name come last, under their own headers."""
    rows = [row(item, project) for project in table.projects for item in project.items]
    flat = [{name: value for name, value in cells.items() if name != "extra"} | cells["extra"] for cells in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(chain.from_iterable(flat))), restval="")
    writer.writeheader()
    writer.writerows(flat)
    return text.getvalue()


def verdicts(table: Table, verdicts: Sequence[Verdict], past: History) -> JSON:
    """Give a verdict an item with its findings, and the totals (`judge --json`, `verdicts.json`)."""
    projects = {item.no: project for project in table.projects for item in project.items}
    return {
        **_period(table),
        "previous_month": past.last.month if past.last else None,
        "items": [verdict_row(verdict, projects[verdict.item.no], past) for verdict in verdicts],
        "totals": totals(verdicts),
    }


def verdict_row(verdict: Verdict, project: Project, past: History) -> JSON:
    """Give one verdict with all its findings; `history.Standing` is what the months to come read of it."""
    deciding, told = set(verdict.deciding), history.standing(verdict, project)
    before = past.previous(told.no)
    return {
        "no": told.no,
        "project_no": verdict.item.project_no,
        "project": told.project,
        "target": told.target,
        "lead_unit": told.lead_unit,
        "status": told.status.value,
        "previous_status": before.status.value if before else None,
        "months_behind": past.months_behind(verdict),
        "needs_review": verdict.needs_review,
        "probabilities": _shares(verdict.probabilities) if verdict.probabilities else None,
        "reason": verdict.reason,
        "question": verdict.question,
        "progress": told.progress,
        "cause": verdict.cause.text if verdict.cause else "",
        "promise": told.promise,
        "promised": _day(told.promised),
        "findings": [finding_row(finding, decides=finding in deciding) for finding in verdict.findings],
    }


def _shares(probabilities: Mapping[Status, float]) -> JSON:
    return {status.value: round(share, 3) for status, share in probabilities.items()}


def finding_row(finding: Finding, *, decides: bool) -> JSON:
    """Give a finding and where its words stand."""
    return {
        "rule": finding.rule,
        "title": finding.title,
        "text": finding.text,
        "decides": decides,
        "spans": [_span(span) for span in finding.spans],
    }


def totals(verdicts: Sequence[Verdict]) -> JSON:
    """Count the items by status, and those marked for review."""
    counts = Counter(verdict.status for verdict in verdicts)
    return {
        "items": len(verdicts),
        **{status.value: counts[status] for status in Status},
        "needs_review": sum(verdict.needs_review for verdict in verdicts),
    }


def evaluation(evaluation: Evaluation) -> JSON:
    """Give the rates as fractions of 1, the counts behind them, and every case (`evaluate --json`)."""
    unmarked = evaluation.unmarked
    return {
        "n": len(evaluation.outcomes),
        "strict": evaluation.strict,
        "acceptable": evaluation.acceptable,
        "behind_recall": evaluation.behind_recall,
        "needs_review": evaluation.reviewed,
        "unmarked": {"n": len(unmarked.outcomes), "strict": unmarked.strict, "acceptable": unmarked.acceptable},
        "confusion": {label: dict(row) for label, row in evaluation.confusion.items()},
        "precision": {rule: {"right": right, "of": of} for rule, (right, of) in evaluation.precision.items()},
        "cases": [_case(outcome) for outcome in evaluation.outcomes],
    }


def _case(outcome: Outcome) -> JSON:
    verdict = outcome.verdict
    return {
        "no" if isinstance(outcome.key, int) else "id": outcome.key,
        "label": outcome.label.value,
        "accept": [status.value for status in outcome.accept or (outcome.label,)],
        "status": verdict.status.value,
        "needs_review": verdict.needs_review,
        "reason": verdict.reason,
    }


def _period(table: Table) -> JSON:
    return {"as_of": _day(table.period.as_of), "month": table.period.month}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span) -> JSON:
    address = span.address
    return {
        "where": str(address),
        "file": address.file,
        "part": address.part,
        "row": address.row,
        "column": address.column,
        "start": span.start,
        "end": span.end,
        "text": span.text,
    }


def _note(note: AuditNote) -> JSON:
    return {
        "kind": note.kind,
        "severity": note.severity.value,
        "where": str(note.where),
        "file": note.where.file,
        "no": note.no,
        "text": note.text,
    }
