"""Labelled cases judged, and how often the verdicts agree with the labels."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from reportgen import ingest
from reportgen.errors import InputError
from reportgen.ingest.columns.layout import OtherMonth
from reportgen.judge import judge_all
from reportgen.norms import Norms
from reportgen.records import Address, Cell, Item, Period, Status, Verdict


def _last_day(value: object) -> object:
    """Take a month (2020-12) as its last day."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}", value):
        year, month = int(value[:4]), int(value[5:])
        return f"{value}-{monthrange(year, month)[1]}" if 1 <= month <= 12 else value
    return value


class LabelledCase(BaseModel):
    """One line of a .jsonl file of cases. `due`: the day by which the plan asks; `accept`: all labels that hold."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    target: str
    progress: str
    as_of: Annotated[date, BeforeValidator(_last_day)]
    label: Status
    plan: str = ""
    due: date | None = None
    accept: tuple[Status, ...] = ()
    id: str | None = None


class Truth(BaseModel):
    """The labels of a table's items, in a .truth.json beside the table."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    class Labelled(BaseModel):
        no: int
        label: Status
        accept: tuple[Status, ...] = ()

    items: tuple[Labelled, ...]
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case with its label and the verdict on it. `key` is its id, or the number of the item."""

    key: str | int
    label: Status
    accept: tuple[Status, ...]
    verdict: Verdict

    @property
    def strict(self) -> bool:
        return self.verdict.status is self.label

    @property
    def acceptable(self) -> bool:
        return self.verdict.status in (self.accept or (self.label,))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcomes, and the rates over them as fractions of 1 (0 of 0 is 1)."""

    outcomes: tuple[Outcome, ...]

    @property
    def strict(self) -> float:
        return _rate(outcome.strict for outcome in self.outcomes)

    @property
    def acceptable(self) -> float:
        return _rate(outcome.acceptable for outcome in self.outcomes)

    @property
    def behind_recall(self) -> float:
        """Of the cases labelled behind, the share that is judged so."""
        return _rate(outcome.strict for outcome in self.outcomes if outcome.label is Status.BEHIND)

    @property
    def reviewed(self) -> float:
        return _rate(outcome.verdict.needs_review for outcome in self.outcomes)

    @property
    def unmarked(self) -> Evaluation:
        """The evaluation of those verdicts that are not marked for review."""
        return Evaluation(tuple(outcome for outcome in self.outcomes if not outcome.verdict.needs_review))

    @property
    def confusion(self) -> dict[Status, dict[Status, int]]:
        pairs = Counter((outcome.label, outcome.verdict.status) for outcome in self.outcomes)
        return {label: {status: pairs[label, status] for status in Status} for label in Status}

    @property
    def precision(self) -> dict[str, tuple[int, int]]:
        """For each rule that decided: how often its status was acceptable, of how often."""
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for outcome in self.outcomes:
            for code in {finding.rule for finding in outcome.verdict.deciding}:
                total[code] += 1
                right[code] += outcome.acceptable
        return {code: (right[code], total[code]) for code in sorted(total)}


def _rate(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 1.0


def evaluate(paths: Sequence[Path], norms: Norms) -> Evaluation:
    """Judge the labelled cases of all files: .jsonl, or a table with its .truth.json beside it (name either)."""
    return Evaluation(tuple(outcome for path in paths for outcome in _outcomes(path, norms)))


def _outcomes(path: Path, norms: Norms) -> list[Outcome]:
    if path.suffix == ".jsonl":
        return [_judged(case, norms) for case in _cases(path)]
    if path.name.endswith(".truth.json"):
        truth, stem = path, path.name.removesuffix(".truth.json")
        tables = [p for p in sorted(path.parent.glob(f"{stem}.*")) if not p.name.endswith(".json")]
        if not tables:
            raise InputError(f"{path}: there is no table {stem}.* beside these labels; put it there.")
        return _table_outcomes(tables[0], truth, norms)
    truth = path.with_name(path.stem + ".truth.json")
    if not truth.exists():
        raise InputError(f"{path}: there are no labels for this table; put them into {truth.name} beside it.")
    return _table_outcomes(path, truth, norms)


def _cases(path: Path) -> list[LabelledCase]:
    cases = []
    for number, line in enumerate(_read(path).splitlines(), 1):
        if line.strip():
            try:
                cases.append(LabelledCase.model_validate_json(line))
            except ValidationError as error:
                first = error.errors()[0]
                key = ".".join(str(part) for part in first["loc"]) or "line"
                raise InputError(f"{path}, line {number}: {key}: {first['msg']}; mend that line.") from None
    return cases


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the cases cannot be read ({error}); give a UTF-8 file.") from None


def _judged(case: LabelledCase, norms: Norms) -> Outcome:
    def cell(column: int, text: str) -> Cell:
        return Cell(Address(file=case.id or "", row=1, column=column), text)

    item = Item(
        no=1, target=cell(1, case.target), plan=cell(2, case.plan), progress=cell(3, case.progress), due=case.due
    )
    (verdict,) = judge_all([item], Period(case.as_of), norms)
    return Outcome(case.id or case.target, case.label, case.accept, verdict)


def _table_outcomes(path: Path, labels: Path, norms: Norms) -> list[Outcome]:
    try:
        truth = Truth.model_validate(json.loads(_read(labels)))
    except (json.JSONDecodeError, ValidationError) as error:
        raise InputError(f"{labels}: the labels are not as the README says ({error}); mend them.") from None
    try:
        table = ingest.read([path], norms, month=f"{truth.as_of}" if truth.as_of else None)
    except OtherMonth:
        raise InputError(f"{labels}: {path.name} does not tell of the month of as_of {truth.as_of}; mend it.") from None
    by_no = {labelled.no: labelled for labelled in truth.items}
    judged = judge_all((item for item in table.items if item.no in by_no), table.period, norms)
    if len(judged) != len(by_no):
        raise InputError(
            f"{labels}: it labels {len(by_no)} items, but {path.name} has {len(judged)} of them; make them agree."
        )
    labelled = ((verdict, by_no[verdict.item.no]) for verdict in judged)
    return [Outcome(label.no, label.label, label.accept, verdict) for verdict, label in labelled]
