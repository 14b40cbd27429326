"""The office's words and formats (labels.toml): status words, marks, numbers, dates, units of counting."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from reportgen import tomlfile
from reportgen.records import Column
from reportgen.tomlfile import Section
from reportgen.typography import one_line, quoted

CALLED = ("lead_unit", "lead_leader")  # the columns that sentences call by their heads
NOUN = re.compile(r"[\u3400-\u9fff]{3,8}")
DIGITS = "零一二三四五六七八九"
Word = Annotated[str, Field(min_length=1)]
Count = Annotated[int, Field(ge=1)]


def _using(*names: str) -> AfterValidator:
    """Allow a format these placeholders only, each without attributes or conversions."""

    def check(pattern: str) -> str:
        used = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
        if unknown := sorted(used - set(names)):
            raise ValueError(f"{{{unknown[0]}}} is not known here; use {', '.join(f'{{{name}}}' for name in names)}")
        return pattern

    return AfterValidator(check)


class StatusLabel(Section):
    """The printed word of a status and the mark that tells it apart without colour."""

    word: Word
    mark: Word


class Statuses(Section):
    """The three statuses and the mark beside them."""

    done: StatusLabel
    on_track: StatusLabel
    behind: StatusLabel
    review: StatusLabel


class Formats(Section):
    """How dates, numbers and titles are written."""

    date: Annotated[Word, _using("year", "month", "day")]
    day: Annotated[Word, _using("month", "day")]
    month: Annotated[Word, _using("year", "month")]
    past_month: Annotated[Word, _using("month")]
    number: Annotated[Word, _using("numbers")]
    span: Annotated[Word, _using("first", "last")]
    planned: Annotated[Word, _using("words")]
    targeted: Annotated[Word, _using("words")]
    done_share: Annotated[Word, _using("share")]
    plan: Word
    quarter_plan: Annotated[Word, _using("quarter")]
    issue: Annotated[Word, _using("number", "year")]
    document_number: Annotated[Word, _using("prefix", "year", "number")]
    title: Annotated[Word, _using("month", "subject")]
    share_digits: Annotated[int, Field(ge=0, le=2)]


class Annexes(Section):
    """How the annexes are numbered and called."""

    label: Annotated[Word, _using("number")]
    ledger: Annotated[Word, _using("month", "subject")]
    behind: Annotated[Word, _using("month", "subject")]
    review: Annotated[Word, _using("month", "subject")]


class Promises(Section):
    """What became of a promise."""

    kept: Word
    put_off: Word
    broken: Word
    untold: Word
    open: Word


class Headers(Section):
    """The heads of columns that the briefing adds to the source's own."""

    no: Word
    project: Word
    item: Word
    question: Word
    lead_leader: Word
    lead_unit: Word
    plan: Word
    target: Word
    progress: Word
    ground: Word
    cause: Word
    promise: Word
    coming: Word = "下步安排"
    status: Word
    checked_status: Word
    reason: Word
    checked_reason: Word
    total: Word
    items: Word
    spoken: tuple[Word, ...] = ()

    @property
    def together(self) -> str:
        """Tell how several units share an item: 共同牵头 where they are called 牵头单位."""
        return "共同牵头" if "牵头" in self.lead_unit else "共同负责"

    def as_typed(self, columns: Iterable[Column]) -> Headers:
        """Call units and leaders as the source's own columns do, where a sentence can take the word (责任单位)."""
        heads = [(column.name, one_line(column.header)) for column in columns if column.name in CALLED]
        typed = {name: head for name, head in heads if NOUN.fullmatch(head) and head.endswith(self.spoken)}
        named = [name for name, _ in heads]
        return self.model_copy(update={name: head for name, head in typed.items() if named.count(name) == 1})

    def judged(self, columns: Collection[Column]) -> tuple[str, str]:
        """Head the status and the reason; by other words where the source has a column of its own for them."""
        status = self.checked_status if any(column.name == "status" for column in columns) else self.status
        taken = self.reason in {one_line(column.header) for column in columns}
        return status, self.checked_reason if taken else self.reason


class Names(Section):
    """How an item's short name is made from its target."""

    longest: Annotated[int, Field(ge=8)]
    more: Word
    nameless: Word
    explaining: tuple[Word, ...]


class Limits(Section):
    """How much is said one by one."""

    listed: Count
    named: Count
    fact: Count
    quote: Count
    bars: Count


class Labels(Section):
    """All of labels.toml, and the writing of dates and numbers by it. The templates see it as `labels`."""

    unit: Word
    project_unit: Word
    status: Statuses
    formats: Formats
    annexes: Annexes
    promises: Promises
    headers: Headers
    names: Names
    limits: Limits

    def as_typed(self, columns: Iterable[Column]) -> Labels:
        """Give the labels with the words by which a table's own columns call units and leaders."""
        return self.model_copy(update={"headers": self.headers.as_typed(columns)})

    def word(self, status: str) -> str:
        """Give a status's word: 已完成."""
        return self._label(status).word

    def marked(self, status: str) -> str:
        """Give a status's mark and word: ●已完成."""
        label = self._label(status)
        return label.mark + label.word

    def _label(self, status: str) -> StatusLabel:
        label: StatusLabel = getattr(self.status, status)
        return label

    def promise(self, outcome: str) -> str:
        """Tell what became of a promise: 已兑现."""
        words: str = getattr(self.promises, outcome)
        return words

    def date(self, day: datetime.date) -> str:
        """Write a date in full, without padding: 2025年9月5日."""
        return self.formats.date.format(year=day.year, month=day.month, day=day.day)

    def day(self, day: datetime.date, beside: datetime.date | None = None) -> str:
        """Write a date of the year that is clear from the context: 9月5日; in full if `beside` is of another."""
        if beside is not None and beside.year != day.year:
            return self.date(day)
        return self.formats.day.format(month=day.month, day=day.day)

    def month(self, day: datetime.date) -> str:
        """Write a month: 2025年8月份."""
        return self.formats.month.format(year=day.year, month=day.month)

    def past_month(self, day: datetime.date) -> str:
        """Write a month of the year that is clear from the context: 7月份."""
        return self.formats.past_month.format(month=day.month)

    def quoted(self, text: str) -> str:
        """Put text in quotation marks; nothing stays nothing."""
        return quoted(text) if text else ""

    def plan(self, start: datetime.date | None, due: datetime.date) -> str:
        """Name the plan of a stretch of days: 三季度计划 for a quarter, else 本期计划."""
        quarter, rest = divmod(due.month, 3)
        if start is None or rest or start != datetime.date(due.year, due.month - 2, 1):
            return self.formats.plan
        return self.formats.quarter_plan.format(quarter=self.ordinal(quarter))

    def count(self, number: int) -> str:
        """Write a number of items: 6项."""
        return f"{number}{self.unit}"

    def numbers(self, numbers: Iterable[int]) -> str:
        """Name items by number, in rising order, three and more in a row as a span: 第2、5至8项."""
        runs = (
            [number for _, number in run] for _, run in groupby(enumerate(sorted(numbers)), lambda at: at[1] - at[0])
        )
        spans = (self._span(run) for run in runs)
        return self.formats.number.format(numbers="、".join(spans))

    def _span(self, run: Sequence[int]) -> str:
        if len(run) > 2:
            return self.formats.span.format(first=run[0], last=run[-1])
        return "、".join(str(number) for number in run)

    def number(self, number: int) -> str:
        """Name one item by its number: 第3项."""
        return self.numbers((number,))

    def ordinal(self, number: int) -> str:
        """Write 1 to 99 as headings count: 一, 十二, 二十."""
        tens, ones = divmod(number, 10)
        return ("" if not tens else "十" if tens == 1 else f"{DIGITS[tens]}十") + (DIGITS[ones] if ones else "")


def load(path: Path) -> Labels:
    """Read labels.toml; SettingsError names the file, line and key of a mistake."""
    return tomlfile.load(path, Labels)
