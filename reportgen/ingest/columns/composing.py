"""Targets, plans and reports that several columns tell: 产前筛查 | 人次 | 2800 is 产前筛查2800人次."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from reportgen.ingest.columns import joining, reporting
from reportgen.ingest.columns.headers import Head
from reportgen.records import Cell
from reportgen.text import fold

BARE_SHARE = re.compile(r"[1-9]\d*(?:\.\d+)?")
ENDS_IN_FIGURE = re.compile(r"[\d%]$")
ENDS_IN_COUNT = re.compile(r"\d[万亿]?余?(?![年月日号级期楼路]|车道)[\u3400-\u9fff]{1,3}[。;]?$")  # 新建公园10个
COUNTED = re.compile(r"(\d+(?:\.\d+)?)([^\d。，,;；/]{0,4})")
NUMBER, OTHERWISE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?"), re.compile(r"[年月日号万亿%‰—~-]")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
OF_ONE = re.compile(r"0(?:\.\d+)?|1(?:\.0+)?")
OF_ASKED = re.compile(r"目标|任务|指标|计划|应")
SHARES, PERCENT = ("rate", "progress"), "%"
NONE = Cell()

Named = Mapping[str, Sequence[tuple[Head, Cell]]]  # by the canonical names of the columns


def fractions(heads: Sequence[Head], rows: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """Find the columns of shares that hold fractions: nothing above 1, and not 0 and 1 alone."""
    shares = [head.index for head in heads if _of_shares(head)]
    texts = {at: {fold(row[at].text) for row in rows if not row[at].blank} for at in shares}
    return frozenset(at for at in shares if texts[at] - {"0", "1"} and all(map(OF_ONE.fullmatch, texts[at])))


def composed(at: Named, fractions: Set[int]) -> dict[str, Cell]:
    """Give the cells of a row that are not told by the one cell of their column as it stands.

    In the columns of `fractions` 1 is all.
    """
    found = dict(_shares(at, fractions))
    if {"measure", "amount"} & at.keys() or len(at["progress"]) > 1:
        found |= _of_several(at)
    return found


def _shares(at: Named, fractions: Set[int]) -> Iterator[tuple[str, Cell]]:
    """Write the % behind a bare number that its header alone tells: 进度(%) over 95 is 95%, and 1 over 0.95 is 100%.

    0.95 may mean either where others are above 1.
    """
    for name in SHARES:
        for head, cell in at.get(name, ())[:1]:
            text = fold(cell.text)
            if head.index in fractions and OF_ONE.fullmatch(text):
                yield name, Cell(cell.address, f"{(Decimal(text) * 100).normalize():f}%")
            elif _of_shares(head) and BARE_SHARE.fullmatch(text):
                yield name, Cell(cell.address, f"{cell.text.strip()}%")


def _of_shares(head: Head) -> bool:
    """Tell a column of shares: 完成率, 进度(%)."""
    return head.name == "rate" or (head.name in SHARES and PERCENT in fold(head.header))


def _of_several(at: Named) -> dict[str, Cell]:
    """Compose target, plan and progress of several columns, with the measure and the amount that stand beside them."""
    measure = at["measure"][0][1] if "measure" in at else NONE
    told = [_measured(cell, measure) for _, cell in at["progress"]]
    summed = _added(at["progress"])
    progress = _measured(summed, measure) if summed else joining.joined(_not_said_twice(told))
    if "measure" not in at and "amount" not in at:
        return {"progress": progress}
    planned = {"plan": _measured(at["plan"][0][1], measure)} if "plan" in at else {}
    target_head, target = at["target"][0]
    if "amount" in at:
        target = _with_amount(target, *at["amount"][0], measure)
    if "project" in at and at["project"][0][0].path == target_head.path:
        target = joining.joined([at["project"][0][1], target], "，")
    return planned | {"target": target, "progress": progress}


def _measured(told: Cell, measure: Cell) -> Cell:
    """Write the measure behind a plan or report that ends in a figure."""
    text = fold(told.text)
    return _glued(told, measure) if ENDS_IN_FIGURE.search(text) and not text.endswith("%") else told


def _not_said_twice(told: Sequence[Cell]) -> list[Cell]:
    """Leave out a figure that other words of the row hold: 4862人次 beside 累计服务4862人次，签约4家."""
    texts = {cell: THOUSANDS.sub("", fold(cell.text)) for cell in told}
    figures = {cell: found for cell, text in texts.items() if (found := COUNTED.fullmatch(text))}
    words = [text for cell, text in texts.items() if cell not in figures]
    return [cell for cell in told if cell not in figures or not any(_holds(text, figures[cell]) for text in words)]


def _holds(words: str, figure: re.Match[str]) -> bool:
    """Tell whether words hold the same number of the same thing: 12家 in 建成12家食堂, not in 12月, 12万家 or 12所."""
    same = (match.end() for match in NUMBER.finditer(words) if Decimal(match[0]) == Decimal(figure[1]))
    return any(_counts(words[end:], figure[2]) for end in same)


def _counts(behind: str, measure: str) -> bool:
    """Tell whether what stands behind a number is its measure, or begins as that does (人次; 8个班次)."""
    behind = behind if measure.startswith("个") else behind.removeprefix("个")
    alike = not measure or behind[:1] == measure[0]
    return (bool(measure) and behind.startswith(measure)) or (alike and not OTHERWISE.match(behind))


def _added(told: Sequence[tuple[Head, Cell]]) -> Cell | None:
    """Add a month's figure to the sum up to it (1-7月累计 4个 | 8月 1个); None for what is no such figure."""
    figures = [COUNTED.fullmatch(fold(cell.text)) for _, cell in told if not cell.blank]
    measures = {figure and figure[2] for figure in figures}
    if not reporting.parted([head for head, _ in told]) or len(measures) != 1 or None in measures:
        return None
    total = sum(Decimal(figure[1]) for figure in figures if figure)
    return Cell(told[-1][1].address, f"{total}{measures.pop()}")


def _with_amount(target: Cell, head: Head, figure: Cell, measure: Cell) -> Cell:
    """Put the amount behind what is asked; what counts already needs none, and is joined by one that is asked too.

    Beside 新建公园10个 a 数量 of 3亩 is a size, a 目标值 of 30亩 a second target; 600盏 is told in 增设路灯600盏.
    """
    amount, asked = _measured(figure, measure), fold(target.text)
    counts = ENDS_IN_COUNT.search(asked)
    figured = COUNTED.fullmatch(fold(amount.text))
    told = fold(amount.text) in asked or (figured is not None and bool(figured[2]) and _holds(asked, figured))
    if told or (counts and not OF_ASKED.search(fold(head.words))):
        return target
    return joining.joined([target, amount], "，" if counts or ENDS_IN_FIGURE.search(asked) else "")


def _glued(figure: Cell, measure: Cell) -> Cell:
    return figure if figure.blank or measure.blank else Cell(figure.address, figure.text.strip() + measure.text.strip())
