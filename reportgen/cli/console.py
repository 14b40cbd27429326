"""How tables look: ruled on a terminal, aligned lines elsewhere, with the words of the evidence marked."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from reportgen.records import Cell, Span

LOOSE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")  # spaces beside hanzi are there for looks
OPEN, CLOSE = "「", "」"


def on_terminal() -> bool:
    return sys.stdout.isatty()


def heading(text: str) -> None:
    """Print the heading of a part."""
    click.echo()
    click.secho(text, bold=True)


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under headers."""
    lines = [tuple(row) for row in rows]
    if on_terminal():
        _ruled(headers, lines)
    else:
        _aligned([tuple(headers), *lines])


def _ruled(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD)
    for header in headers:
        grid.add_column(header, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    Console().print(grid)


def _aligned(lines: Sequence[Sequence[str]]) -> None:
    """Align by the width that hanzi take, which is two columns each."""
    from rich.cells import cell_len

    widths = [max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def short(text: str, width: int) -> str:
    """Cut a text to one line of so many columns."""
    from rich.cells import cell_len, set_cell_size

    line = LOOSE.sub("", " ".join(text.split()))
    return line if cell_len(line) <= width else set_cell_size(line, width - 2).rstrip() + "…"


def quotation(name: str, cell: Cell, spans: Iterable[Span]) -> None:
    """Print a cell's text as typed, the words of the spans underlined, or in 「」 where nothing can be underlined."""
    click.echo(f"{name}（{cell.address}）")
    text = "".join(_mark(part) if quoted else part for part, quoted in marked(cell, spans))
    click.echo("\n".join(f"  {line}" for line in text.splitlines()))


def _mark(words: str) -> str:
    return click.style(words, underline=True, bold=True) if on_terminal() else OPEN + words + CLOSE


def marked(cell: Cell, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """Cut a cell's text at the edges of the spans that quote it, and tell which parts they quote."""
    here = sorted((span.start, span.end) for span in spans if span.address == cell.address)
    done = 0
    for start, end in _merged(here):
        if start > done:
            yield cell.text[done:start], False
        yield cell.text[start:end], True
        done = end
    if done < len(cell.text):
        yield cell.text[done:], False


def _merged(ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join ranges that touch or overlap; they come sorted."""
    start = end = -1
    for begin, finish in ranges:
        if begin > end:
            if end > start:
                yield start, end
            start, end = begin, finish
        else:
            end = max(end, finish)
    if end > start:
        yield start, end
