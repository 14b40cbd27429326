"""Forms ▶ tables: labels with their values beside them give a row, with several values beside them several rows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.ingest.columns.headers import distinct
from reportgen.ingest.columns.joining import joined
from reportgen.ingest.columns.meanings import THINGS
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell

LEAST_LABELS = 3
LEAST_TURNED = 3  # columns: the labels and two items
MOST_ROWS = 60  # a form stands on a page or two

Pair = tuple[Cell, Cell]  # a label and its value


def unfold(grid: Grid, words: Vocabulary) -> Grid:
    """Give a ruled form as a header and one row; a grid that is no form comes back as it is.

    A text without a label stands under an empty header, so that nothing is lost.
    """
    if grid.flattened or len(grid.rows) > MOST_ROWS:
        return grid
    if turned := _turned(grid, words):
        return turned
    pairs = list(_pairs(grid.rows, words))
    told = [words.name(label.text) for label, value in pairs if value.text.strip()]
    known = [name for name in told if name]
    is_form = len(known) >= LEAST_LABELS and 2 * len(known) >= len(pairs) and _labels_alone(grid, words) < len(known)
    if not is_form or "progress" not in known or not THINGS & set(known):
        return grid
    first = next(cell for row in grid.rows for cell in row if cell.text.strip())
    titles = [value for label, value in pairs if not label.text.strip() and value is first]
    held: dict[Cell, list[Cell]] = {}
    for label, value in pairs:
        if value not in titles:
            held.setdefault(label if label.text.strip() else value, []).append(value)
    header = tuple(label if [label] != values else replace(label, text="") for label, values in held.items())
    return replace(grid, rows=(header, tuple(map(joined, held.values()))), titles=(*grid.titles, *titles))


def _turned(grid: Grid, words: Vocabulary) -> Grid | None:
    """Turn a table whose first column holds the labels, and each other column an item."""
    above = next((at for at, row in enumerate(grid.rows) if len(distinct(row)) > 1), 0)
    rows = grid.rows[above:]
    names = {words.name(row[0].text) for row in rows}
    alone = all(words.exact(row[0].text) and not any(words.exact(cell.text) for cell in row[1:]) for row in rows)
    if not alone or len(rows) < LEAST_LABELS or len(rows[0]) < LEAST_TURNED or not THINGS & names:
        return None
    if "progress" not in names:
        return None
    titles = tuple(cell for row in grid.rows[:above] for cell in distinct(row))
    return replace(grid, rows=tuple(zip(*rows, strict=True)), titles=(*grid.titles, *titles))


def _pairs(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> Iterator[Pair]:
    """Pair the cells of each row; a label alone in its row has its value in the next one."""
    waiting: Cell | None = None
    for row in rows:
        runs = [next(run) for _, run in itertools.groupby(row, key=id)]  # a merged cell is the very same one
        names = [words.name(cell.text) for cell in runs]
        in_turn = len(runs) % 2 == 0 and not any(words.exact(cell.text) for cell in runs[1::2])
        if len(runs) == 1:
            if waiting is None and names[0]:
                waiting = runs[0]
            elif runs[0].text.strip():
                yield waiting or Cell(), runs[0]
                waiting = None
            continue
        if waiting is not None:
            yield waiting, Cell()
            waiting = None
        yield from _beside(runs, names, in_turn)


def _beside(runs: Sequence[Cell], names: Sequence[str | None], in_turn: bool) -> Iterator[Pair]:
    """Pair label and value in turn where labels stand at every other place, else each known label with what follows."""
    at = 0
    while at < len(runs):
        label = in_turn or names[at]
        if label and at + 1 < len(runs) and (in_turn or not names[at + 1]):
            yield runs[at], runs[at + 1]
            at += 2
        else:
            if runs[at].text.strip():
                yield (runs[at], Cell()) if label else (Cell(), runs[at])
            at += 1


def _labels_alone(grid: Grid, words: Vocabulary) -> int:
    """Count the labels that another label follows: those of a list's header."""
    beside = (pair for row in grid.rows for pair in itertools.pairwise(row))
    return sum(a is not b and words.exact(a.text) and words.exact(b.text) for a, b in beside)
