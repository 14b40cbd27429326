"""Cases with their labels: lines of a .jsonl file, or the items of a table with a .truth.json beside it."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from reportgen import ingest
from reportgen.errors import InputError
from reportgen.ingest.columns.layout import OtherMonth
from reportgen.norms import Norms
from reportgen.records import Address, Cell, Item, Period, Status


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

    class Label(BaseModel):
        no: int
        label: Status
        accept: tuple[Status, ...] = ()

    items: tuple[Label, ...]
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item with what it is to be judged by, and its label. `key` is the id of a case, or the number of the item."""

    key: str | int
    item: Item
    period: Period
    label: Status
    accept: tuple[Status, ...]


def labelled(path: Path, norms: Norms) -> Iterator[Labelled]:
    """Read the labelled cases of a file: .jsonl, or a table with its .truth.json beside it (name either)."""
    if path.suffix == ".jsonl":
        return map(_item, _cases(path))
    if path.name.endswith(".truth.json"):
        truth, stem = path, path.name.removesuffix(".truth.json")
        tables = [p for p in sorted(path.parent.glob(f"{stem}.*")) if not p.name.endswith(".json")]
        if not tables:
            raise InputError(f"{path}: there is no table {stem}.* beside these labels; put it there.")
        return _items(tables[0], truth, norms)
    truth = path.with_name(path.stem + ".truth.json")
    if not truth.exists():
        raise InputError(f"{path}: there are no labels for this table; put them into {truth.name} beside it.")
    return _items(path, truth, norms)


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


def _item(case: LabelledCase) -> Labelled:
    def cell(column: int, text: str) -> Cell:
        return Cell(Address(file=case.id or "", row=1, column=column), text)

    item = Item(
        no=1, target=cell(1, case.target), plan=cell(2, case.plan), progress=cell(3, case.progress), due=case.due
    )
    return Labelled(case.id or case.target, item, Period(case.as_of), case.label, case.accept)


def _items(path: Path, labels: Path, norms: Norms) -> Iterator[Labelled]:
    try:
        truth = Truth.model_validate(json.loads(_read(labels)))
    except (json.JSONDecodeError, ValidationError) as error:
        raise InputError(f"{labels}: the labels are not as the README says ({error}); mend them.") from None
    try:
        table = ingest.read([path], norms, month=f"{truth.as_of}" if truth.as_of else None)
    except OtherMonth:
        raise InputError(f"{labels}: {path.name} does not tell of the month of as_of {truth.as_of}; mend it.") from None
    by_no = {told.no: told for told in truth.items}
    items = [item for item in table.items if item.no in by_no]
    if len(items) != len(by_no):
        raise InputError(
            f"{labels}: it labels {len(by_no)} items, but {path.name} has {len(items)} of them; make them agree."
        )
    for item in items:
        told = by_no[item.no]
        yield Labelled(item.no, item, table.period, told.label, told.accept)
