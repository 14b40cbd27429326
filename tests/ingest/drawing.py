"""Hypothesis strategies for tables as offices make them."""

from __future__ import annotations

from hypothesis import strategies as st

from reportgen.text import fold
from tests.ingest.writing import LEFT, UP, Made, made

COMMON = "完成新建改造道路公里项目开工建设推进工作计划医院学校，。、；：（）"
RARE = "碶垟𠮷𬴊㛃䶮"  # beyond GB 2312, some beyond the basic plane
WIDE = "１２３ＡＢ％／～"
PLAIN = "0123456789.%ABab-+~()<&\"'"
CHARS = st.sampled_from(COMMON * 3 + RARE + WIDE + PLAIN)
NAMES = (
    "项目名称",
    "主要内容",
    "牵头区领导",
    "牵头单位",
    "配合单位",
    "三季度工作计划",
    "8月份完成情况",
    "存在问题",
    "备注",
)
NEEDED = ("主要内容", "8月份完成情况")


def texts(*, least: int = 0, most: int = 24, lines: bool = True) -> st.SearchStrategy[str]:
    """Draw the text of a cell: no spaces at its ends, perhaps several lines."""
    line = st.text(CHARS, min_size=max(least, 1), max_size=most)
    several = st.lists(line, min_size=1, max_size=3).map("\n".join) if lines else line
    return several if least else st.one_of(several, several, several, st.just(""))


@st.composite
def tables(draw: st.DrawFn, *, lines: bool = True, empties: bool = True) -> Made:
    """Draw a table of numbered projects, merged over their items, under a header of one or two rows."""
    names = [name for name in NAMES if name in (*NEEDED, "项目名称", "牵头单位") or draw(st.booleans())]
    header = _header(names, draw(st.booleans()))
    rows: list[list[str]] = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        for at in range(draw(st.integers(1, 4))):
            first = [str(number), draw(texts(least=2, most=9, lines=lines))] if at == 0 else [UP, UP]
            cells = [draw(_named(name, lines, empties)) for name in names[1:]]
            rows.append([*first, *cells])
    return made([*header, *rows], header=len(header))


def _named(name: str, lines: bool, empties: bool) -> st.SearchStrategy[str]:
    """Draw the text of a column: short names in one line for people and units, longer texts elsewhere."""
    if name == "牵头区领导":
        return st.text(st.sampled_from("甲乙丙丁戊"), min_size=2, max_size=3)
    if name == "牵头单位":
        return st.text(st.sampled_from("甲乙丙丁𠮷碶"), min_size=1, max_size=3).map(lambda office: f"区{office}局")
    drawn = texts(least=2 if name in NEEDED or not empties else 0, lines=lines)
    # A target of figures and letters alone may be the next number (A01) where its row has lost its first cells.
    return drawn.filter(lambda text: not fold(text).isascii()) if name == "主要内容" else drawn


def _header(names: list[str], two_levels: bool) -> list[list[str]]:
    """Set plan and progress, or project and target, under one spanning cell, as the real table does."""
    single = ["序号", *names]
    if not two_levels:
        return [single]
    pairs = [("三季度工作计划", "工作计划及完成情况"), ("项目名称", "目标任务")]
    upper, lower = single.copy(), [UP] * len(single)
    for name, over in pairs:
        if name in single and single.index(name) + 1 < len(single):
            at = single.index(name)
            if single[at + 1] not in (*NEEDED,):
                continue
            upper[at : at + 2] = [over, LEFT]
            lower[at : at + 2] = single[at : at + 2]
    return [upper, lower] if set(lower) != {UP} else [single]
