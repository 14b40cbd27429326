"""What stands in a column's cells: the share of them that count, tell a state, a share, a day, a unit, a report."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.ingest.columns import duties, periods
from reportgen.ingest.columns.vocabulary import Vocabulary
from reportgen.norms import UnitNorms
from reportgen.records import Cell
from reportgen.text import fold

SAMPLE = 200  # rows that are enough to tell what a column holds
FEW = 3  # rows
SELDOM, MOSTLY, NEARLY_ALL = 0.2, 0.6, 0.8
SOME_YEAR = 2000
COUNTS = re.compile(r"(?<!第)\d[万亿]?余?[^\W\d_年月日号]")  # 120张, 3.5公里; not 2025年8月, 3号楼
SHARE = re.compile(r"[≥≤<>约]?\d+(?:\.\d+)?%")
DIGIT = re.compile(r"\d")
FIGURE = re.compile(r"[\d.,]+%?")
FIRST_FIGURE = re.compile(r"\d+(?:\.\d+)?")
SIZED = re.compile(r"[\d.,]+[万亿]?[^\W\d_年月日号]{1,3}")  # 300户
MEASURE = re.compile(r"[^\d%。,;、]{1,4}")  # 人次, 平方米
NUMBER = re.compile(r"\d{1,3}|[一二三四五六七八九十]{1,3}")
UNIT_LIST = re.compile(r"[^。;:%\d]{2,60}")
PARTS = re.compile(r"[、,/;]")
REPORT = re.compile(
    r"已|正在|正(?=[开推进施组办])|完成|完工|竣工|在建|开展|启动|进场|施工|开工|建成|投用|投入|验收|办结|累计|达到|运营|运行|上线|全部|招标|封顶"
)
NAME = re.compile(
    r"(?=.*[\u3400-\u9fff]{3})[^。;%]{4,24}"
)  # of a thing that is done: longer than a person's or a place's
PAST = re.compile(
    r"已|目前|截[至止]|累计|正在|剩余|其中|尚未|\d月\d{1,2}日|均"
)  # what a report says, and a plan seldom
YEAR = re.compile(r"20\d\d年?")
WORDED = re.compile(r"[\u3400-\u9fff]{4}")  # more than a figure with its unit
SHORTEST_REPORT = 6  # characters

Tests = Mapping[str, Callable[[str], bool]]


@dataclass(frozen=True, slots=True)
class Contents:
    """The folded texts of each column's filled cells, and tests of what they are; `offices` tells of units anywhere."""

    cells: Mapping[int, Sequence[str]] = field(default_factory=dict)
    tests: Tests = field(default_factory=dict)
    offices: bool = False
    found: dict[tuple[int, tuple[str, ...]], float] = field(default_factory=dict, compare=False)  # already counted

    def share(self, index: int, *kinds: str) -> float:
        """Tell the share of a column's filled cells that are of one of these kinds, 0 where none is filled."""
        if (index, kinds) not in self.found:
            cells = self.cells.get(index, ())
            fitting = sum(any(self.tests[kind](text) for kind in kinds) for text in cells)
            self.found[index, kinds] = fitting / len(cells) if cells else 0
        return self.found[index, kinds]

    def filled(self, index: int) -> float:
        """Tell the share of the rows in which a column is filled."""
        return len(self.cells.get(index, ())) / max(map(len, self.cells.values()), default=1)

    def nearer(self, index: int, one: int, other: int) -> bool:
        """Tell whether the figures of a column are mostly nearer to those of one column than to those of another."""
        columns = [self.cells.get(at, ()) for at in (index, one, other)]
        if len(columns[0]) < 2 or len(set(map(len, columns))) > 1:  # one row is no sign; cells of different rows
            return False
        firsts = [[FIRST_FIGURE.search(text) for text in texts] for texts in zip(*columns, strict=True)]
        told = [[float(match[0]) for match in row if match] for row in firsts if all(row)]
        return sum(abs(a - b) < abs(a - c) for a, b, c in told) > MOSTLY * len(columns[0])

    def holds(self, index: int, *kinds: str) -> bool:
        """Tell whether nearly all filled cells of a column are of one of these kinds."""
        return self.share(index, *kinds) >= NEARLY_ALL


def _whole(body: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Choose the flattened rows that have lost no cell: of those that begin with a number, or else of all, the longest.

    As rows also end early that are whole, those as long as a few others will do.
    """
    lengths = [max((at for at, cell in enumerate(row, 1) if not cell.blank), default=0) for row in body]
    numbered = [bool(row) and NUMBER.fullmatch(fold(row[0].text)) is not None for row in body]
    most = max(lengths, default=0)
    longest = [length == most for length in lengths]
    if any(map(operator.and_, numbered, longest)):
        enough = sorted(itertools.compress(lengths, numbered), reverse=True)[:FEW][-1]
        return [row for row, length, begins in zip(body, lengths, numbered, strict=True) if begins and length >= enough]
    return list(itertools.compress(body, longest)) if sum(longest) > 1 or any(numbered) else body


def contents(body: Sequence[Sequence[Cell]], words: Vocabulary, units: UnitNorms, *, flattened: bool) -> Contents:
    """Gather the first rows' cells; of flattened rows those only that no merge can have moved."""
    offices = any(fold(cell.text).endswith(units.endings) for row in body for cell in row)
    rows = _whole(body) if flattened else body
    cells: dict[int, list[str]] = {}
    for row in rows[:SAMPLE]:
        for index, cell in enumerate(row):
            if not cell.blank:
                cells.setdefault(index, []).append(fold(cell.text))
    return Contents(cells, _tests(words, units), offices)


def _tests(words: Vocabulary, units: UnitNorms) -> Tests:
    def unit(text: str) -> bool:
        names = PARTS.split(text) if UNIT_LIST.fullmatch(text) else [""]
        return all(name.endswith(units.endings) or name in units.collective for name in names)

    return {
        "counting": lambda text: COUNTS.search(text) is not None,
        "state": lambda text: text.rstrip("。") in words.states,
        "share": lambda text: SHARE.fullmatch(text) is not None,
        "digit": lambda text: DIGIT.search(text) is not None,
        "figure": lambda text: FIGURE.fullmatch(text) is not None,
        "measure": lambda text: MEASURE.fullmatch(text) is not None and not unit(text),
        "sized": lambda text: SIZED.fullmatch(text) is not None,
        "number": lambda text: NUMBER.fullmatch(text) is not None,
        "day": lambda text: periods.deadline(text, SOME_YEAR) is not None,
        "dated": lambda text: periods.certain_day(text, SOME_YEAR) is not None,
        "unit": unit,
        "duties": lambda text: duties.told(text, words.labels) is not None,
        "report": lambda text: len(text) >= SHORTEST_REPORT and REPORT.search(text) is not None,
        "name": lambda text: NAME.fullmatch(text) is not None and not unit(text),
        "year": lambda text: YEAR.fullmatch(text) is not None,
        "worded": lambda text: WORDED.search(text) is not None,
        "past": lambda text: PAST.search(text) is not None,
        "steps": lambda text: (
            len(text) >= SHORTEST_REPORT and bool(periods.stretches(text)) and bool(REPORT.search(text))
        ),
    }
