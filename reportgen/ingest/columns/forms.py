"""Forms ▶ tables: labels with their values beside them, or behind them in one cell, give a row for each form."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.ingest.columns.captions import LABEL
from reportgen.ingest.columns.joining import joined
from reportgen.ingest.columns.meanings import THINGS
from reportgen.ingest.columns.profile import HANZI_NUMBER
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.ingest.formats.grid import Grid
from reportgen.records import Cell
from reportgen.text import fold

LEAST_LABELS = 3
NUMBER, NAME = "序号", "项目名称"  # the labels of what a heading tells
MOST_ROWS = 60  # a form stands on a page or two
BEGINS = re.compile(rf"(?:^|(?<=\s))({LABEL})\s*[:：]\s*")
BULLETS = " \t\u3000-–—•·●▪■◆*+"  # that may stand before the first label of a line
HEADED = re.compile(rf"\s*(?:民生)?(?:实事)?项目\s*(\d{{1,3}}|{HANZI_NUMBER})\s*[:：、]\s*(\S.*\S)\s*$")

Pair = tuple[Cell, Cell]  # a label and its value
Row = Sequence[Cell]
Key = tuple[str, int]  # what a label says, and how often the form has said it before


def unfold(grid: Grid, words: Vocabulary) -> Grid:
    """Give ruled forms as a header and a row each; a grid that is no form comes back as it is."""
    if grid.flattened or (len(grid.rows) > MOST_ROWS and not _begins_with_labels(grid.rows[:MOST_ROWS], words)):
        return grid
    beginning = _apart(grid.rows[:MOST_ROWS], words)
    labels_alone = _labels_alone(beginning, words)
    if not tells(list(_pairs(beginning, words)), words, more_than=labels_alone):
        return grid
    return listed(grid, list(_pairs(_apart(grid.rows, words), words)), words)


def _begins_with_labels(rows: Sequence[Row], words: Vocabulary) -> bool:
    """Tell whether labels stand in the first column; a long list has too many cells to name each."""
    labels = (row[0] for row in rows if words.exact(row[0].text) or within(row[0], words))
    return len(list(itertools.islice(labels, LEAST_LABELS))) == LEAST_LABELS


def tells(pairs: Sequence[Pair], words: Vocabulary, *, more_than: int = 0) -> bool:
    """Tell a form: enough of its labels are words of the norms, of which one reports, and one names a thing."""
    known = [name for label, value in pairs if value.text.strip() and (name := words.name(label.text))]
    enough = max(LEAST_LABELS, more_than + 1) <= len(known) and len(pairs) <= 2 * len(known)
    return enough and "progress" in known and bool(THINGS & set(known))


def listed(grid: Grid, pairs: Sequence[Pair], words: Vocabulary) -> Grid:
    """Give a header of all labels, and a row for each form: one begins where the first label is said again.

    A text without a label is a title in front, else it stands under an empty header, so that nothing is lost.
    """
    titles = [value for label, value in pairs[:1] if not label.text.strip()]
    held = [_by_label(form) for form in _forms(pairs[len(titles) :], words)]
    header: dict[Key, Cell] = {}
    for form in held:
        for key, same in form.items():
            header.setdefault(key, same[0][0])
    rows = (tuple(joined([value for _, value in form.get(key, ())] or [Cell()]) for key in header) for form in held)
    return replace(grid, rows=(tuple(header.values()), *rows), titles=(*grid.titles, *titles))


def _forms(pairs: Sequence[Pair], words: Vocabulary) -> list[Sequence[Pair]]:
    """Part the pairs of several forms at the label with which the first begins, where each part is a form.

    A part may report nothing behind its labels.
    """
    first = next(fold(label.text) for label, _ in pairs if label.text.strip())
    starts = [at for at, (label, _) in enumerate(pairs) if fold(label.text) == first]
    parts = [pairs[start:end] for start, end in itertools.pairwise([0, *starts[1:], len(pairs)])]
    return parts if all(tells([(label, label) for label, _ in part], words) for part in parts) else [pairs]


def _by_label(form: Sequence[Pair]) -> dict[Key, list[Pair]]:
    """Gather what stands beside each label; another one of the same words is another label."""
    keys: dict[Cell, Key] = {}
    held: dict[Key, list[Pair]] = {}
    for label, value in form:
        cell = label if label.text.strip() else Cell(value.address)
        times = sum(key[0] == fold(cell.text) for key in keys.values())
        key = keys.setdefault(cell, (fold(cell.text), times))
        held.setdefault(key, []).append((cell, value))
    return held


def _apart(rows: Sequence[Row], words: Vocabulary) -> Sequence[Row]:
    """Part each label from the value behind it in one cell (编号：1), where most cells are made so."""
    runs = [[next(run) for _, run in itertools.groupby(row, key=id)] for row in rows]
    made = {cell: parts for row in runs for cell in row if (parts := within(cell, words))}
    filled = {cell for row in runs for cell in row if cell.text.strip()}
    if len(made) < LEAST_LABELS or 2 * len(made) < len(filled):
        return rows
    return [
        [part for cell in row for part in (itertools.chain(*made[cell]) if cell in made else [cell])] for row in runs
    ]


def within(cell: Cell, words: Vocabulary) -> list[Pair]:
    """Give the labels inside a cell or a line that begins with one, each with the value behind it."""
    found = [match for match in BEGINS.finditer(cell.text) if words.name(match[1])]
    if not found or cell.text[: found[0].start()].strip(BULLETS):
        return []
    ends = [*(match.start() for match in found[1:]), len(cell.text)]
    return [
        (replace(cell, text=match[1]), replace(cell, text=cell.text[match.end() : end].strip()))
        for match, end in zip(found, ends, strict=True)
    ]


def _pairs(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> Iterator[Pair]:
    """Pair the cells of each row; a label alone in its row has its value in the next one."""
    waiting: Cell | None = None
    for row in rows:
        runs = [next(run) for _, run in itertools.groupby(row, key=id)]  # a merged cell is the very same one
        names = [words.name(cell.text) for cell in runs]
        in_turn = len(runs) % 2 == 0 and not any(words.exact(cell.text) for cell in runs[1::2])
        if len(runs) == 1:
            if waiting is None and (headed := HEADED.match(runs[0].text)):
                yield from _of_heading(runs[0], headed)
            elif waiting is None and names[0]:
                waiting = runs[0]
            elif runs[0].text.strip():
                yield waiting or Cell(), runs[0]
                waiting = None
            continue
        if waiting is not None:
            yield waiting, Cell()
            waiting = None
        yield from _beside(runs, names, in_turn)


def _of_heading(cell: Cell, headed: re.Match[str]) -> Iterator[Pair]:
    """Pair the number and the name of a project that head its form in one cell (项目3：长者饭堂)."""
    for label, value in zip((NUMBER, NAME), headed.groups(), strict=True):
        yield Cell(cell.address, label), Cell(cell.address, value)


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


def _labels_alone(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> int:
    """Count the labels that another label follows: those of a list's header."""
    beside = (pair for row in rows for pair in itertools.pairwise(row))
    return sum(a is not b and words.exact(a.text) and words.exact(b.text) for a, b in beside)
