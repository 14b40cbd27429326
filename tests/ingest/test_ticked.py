"""States that have a column each, of which one is ticked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.ingest.formats.grid import Grid
from reportgen.records import Table
from tests.ingest.tables import named, read, ruled, typed

MADE = [ruled, lambda text: typed("".join(f"{line} |\n" for line in text.split("\n")))]
LIST = """序号 | 项目名称 | 年度目标 | 8月份进展 | {heads}
1 | 公园 | 建10个公园。 | 已建成10个。 | {yes} | {no} | {no}
2 | 道路 | 修5条路。 | 已修好1条。 | {no} | {no} | {yes}
3 | 学校 | 建1所学校。 | 主体封顶。 | {no} | {yes} | {no}
4 | 食堂 | 建3个食堂。 | 已选址。 | {no} | {no} | {no}"""


def states(table: Table) -> list[str]:
    return ["" if item.status.blank else item.status.text for item in table.items]


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize(("yes", "no"), [("√", ""), ("✓", "/"), ("●", "○"), ("○", ""), ("是", "否"), ("■", "□")])
@pytest.mark.parametrize("heads", ["已完成 | 按序时推进 | 滞后", "已完成 | 正常推进 | 未启动"])
def test_a_tick_is_the_word_over_it(heads: str, yes: str, no: str, made: Callable[[str], Grid]) -> None:
    """已完成 | 按序时 | 滞后 with a tick in one of them is the state of the item, none where none is ticked."""
    done, going, behind = heads.split(" | ")
    table = read(made(LIST.format(heads=heads, yes=yes, no=no)))
    assert states(table) == [done, behind, going, ""]
    assert [item.progress.text for item in table.items][1] == "已修好1条。"


def test_states_under_one_header_keep_its_name_and_their_places() -> None:
    """Under 进展状态 the column is called so; a line over all columns, a sum and an item with two ticks stay."""
    table = read(
        ruled(
            """序号 | 年度目标 | 8月份进展 | 进展状态 | ← | ← | 备注
↑ | ↑ | ↑ | 已完成 | 按序时 | 滞后 | ↑
一、城建 | ← | ← | ← | ← | ← | ←
1 | 建10个公园。 | 已建成10个。 | √ |  |  |
二、教育 | ← | ← | ← | ← | ← | ←
2 | 修5条路。 | 已修好1条。 |  | √ | √ | 待定
合计 |  |  | 1 | 1 | 1 |"""
        )
    )
    assert named(table)["status"] == "进展状态"
    assert states(table) == ["已完成", "按序时、滞后"]
    assert str(table.items[1].status.address) == "Sheet1!E6"
    assert (table.items[1].note.text, table.items[1].project.text) == ("待定", "二、教育")


@pytest.mark.parametrize("cells", ["10 | 8 | 2", "已建成10个 |  | ", " |  | "])
def test_columns_that_hold_no_ticks_stay(cells: str) -> None:
    """Figures or words under 已完成 | 正在推进 | 滞后 are no ticks."""
    text = f"序号 | 年度目标 | 8月份进展 | 已完成 | 推进中 | 滞后\n1 | 建10个公园。 | 已建成10个。 | {cells}"
    assert "进度状态" not in named(read(ruled(text))).values()
    assert states(read(ruled(text))) != ["已完成"]
