"""A border that was dragged in some rows is one with that of the others."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats import borders, web, word
from reportgen.records import Item
from tests.ingest.tables import read
from tests.ingest.test_word import cell, line, run, table
from tests.ingest.writing import document

HEAD = ["序号", "年度目标", "责任领导", "责任单位", "8月份完成情况"]
FIRST = ["1", "修路20公里。", "王某某", "区交通局", "已修16公里。"]
SECOND = ["2", "建食堂5家。", "李某某", "区民政局", "已建2家。"]
WIDTHS = [500, 3000, 900, 1400, 3400]
Row = tuple[Sequence[str], Sequence[int]]  # texts, and how many columns of the grid each spans


def docx(rows: Sequence[Row], widths: Sequence[int] = ()) -> bytes:
    written = [
        "".join(cell(line(run(text)), f'<w:gridSpan w:val="{span}"/>') for text, span in zip(*row, strict=True))
        for row in rows
    ]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in written)
    return document(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>")


def html(rows: Sequence[Row]) -> bytes:
    written = ("".join(f"<td colspan={span}>{text}</td>" for text, span in zip(*row, strict=True)) for row in rows)
    return f"<meta charset=utf-8><table>{''.join(f'<tr>{row}</tr>' for row in written)}</table>".encode()


def texts(items: Sequence[Item]) -> list[list[str]]:
    return [[item.target.text, item.lead_leader.text, item.lead_unit.text, item.progress.text] for item in items]


def dragged(behind: int, rows: Sequence[int]) -> list[Row]:
    """The table with a thin column behind one, which is a part of that in these rows, of the next one in the others."""
    made = []
    for at, values in enumerate((HEAD, FIRST, SECOND)):
        wide = behind if at in rows else behind + 1
        made.append((values, [2 if column == wide else 1 for column in range(1, len(values) + 1)]))
    return made


@pytest.mark.parametrize("rows", [[1], [2], [1, 2], [0]])
@pytest.mark.parametrize("behind", [1, 2, 3, 4])
def test_a_dragged_border_moves_no_cell_into_another_column(behind: int, rows: list[int]) -> None:
    """Wherever a border was dragged a hair, in one row or in all, each cell keeps its column, and its number too."""
    made = dragged(behind, rows)
    widths = [*WIDTHS[:behind], 15, *WIDTHS[behind:]]
    for (grid,) in (word.read(docx(made, widths), "2025-08.docx"), web.read(html(made), "2025-08.html")):
        assert texts(read(grid).items) == [FIRST[1:], SECOND[1:]]
        assert [cell.address.column for cell in grid.rows[1]] == [1, 2, 3, 4, 5]


def test_a_merge_goes_on_beside_a_dragged_border() -> None:
    """A leader merged over two rows stays one cell, though the border behind was dragged in the second."""
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        [(HEAD[1], 1, ""), (HEAD[2], 1, ""), (HEAD[4], 2, "")],
        [(FIRST[1], 1, ""), (FIRST[2], 1, down), (FIRST[4], 2, "")],
        [(SECOND[1], 1, ""), ("", 2, on), (SECOND[4], 1, "")],
    ]
    cells = [
        "".join(cell(line(run(text)), f'<w:gridSpan w:val="{span}"/>{merge}') for text, span, merge in row)
        for row in rows
    ]
    (grid,) = word.read(document(table(*cells)), "2025-08.docx")
    assert [[cell.text for cell in row] for row in grid.rows[1:]] == [
        [FIRST[1], FIRST[2], FIRST[4]], [SECOND[1], FIRST[2], SECOND[4]]
    ]  # fmt: skip


NARROW: list[Row] = [
    (HEAD, [1, 1, 1, 2, 1]),
    (FIRST, [1, 1, 1, 2, 1]),
    (["2", "建食堂5家。", "李某某和区民政局", "已建2家。"], [1, 1, 2, 2]),
]


def test_a_border_between_two_others_is_that_which_is_clearly_nearer() -> None:
    """Where a row has fewer cells, only the widths tell under which border its own stands."""
    (grid,) = word.read(docx(NARROW, [500, 3000, 900, 1385, 15, 3400]), "2025-08.docx")
    (_, second) = read(grid).items
    assert (second.lead_unit.text, second.progress.text) == ("李某某和区民政局", "已建2家。")


@pytest.mark.parametrize("widths", [[], [500, 3000, 900, 700, 700, 3400]])
def test_an_item_whose_cell_stands_under_two_headers_is_refused(widths: list[int]) -> None:
    """Where nothing tells whose a cell is, the row is named; it was read into both columns."""
    (grid,) = word.read(docx(NARROW, widths), "2025-08.docx")
    with pytest.raises(InputError, match=r"row 3: .* stands under a part of 「责任单位」 and beyond it; draw"):
        read(grid)


def test_a_row_of_signatures_may_be_divided_anywhere() -> None:
    """A remark that is parted in the midst of a column is no item, and the others are read."""
    signed: Row = (["填表人：某某", "审核人：某某"], [4, 2])
    (grid,) = word.read(docx([NARROW[0], NARROW[1], signed]), "2025-08.docx")
    assert texts(read(grid).items) == [FIRST[1:]]


def test_borders_that_a_row_uses_side_by_side_stay_two() -> None:
    """Columns that some row tells apart are columns, however thin; two borders that no row uses both are one."""
    assert borders.straight([{0, 1, 3}, {0, 2, 3}]) == {0: 0, 1: 1, 2: 1, 3: 2}
    assert borders.straight([{0, 1, 3}, {0, 2, 3}, {1, 2}], [0, 10, 10.1, 20]) == {0: 0, 1: 1, 2: 2, 3: 3}


def test_a_border_that_may_be_either_of_two_stays_by_itself() -> None:
    """Without widths, or in the middle, it is neither; nearer to one it is that one."""
    rows = [{0, 1, 3, 4}, {0, 2, 4}]
    apart = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4}
    assert borders.straight(rows) == borders.straight(rows, [0, 10, 15, 20, 30]) == apart
    assert borders.straight(rows, [0, 10, 19, 20, 30]) == {0: 0, 1: 1, 2: 2, 3: 2, 4: 3}


@pytest.mark.parametrize("seed", range(40))
def test_no_cell_is_lost_or_moved_past_another(seed: int) -> None:
    """Whatever the rows, each keeps all its cells in their order, and laying them straight twice changes nothing."""
    chance = random.Random(seed)
    rows = [{0, 12, *chance.sample(range(1, 12), chance.randint(0, 6))} for _ in range(chance.randint(1, 5))]
    numbers = borders.straight(rows, sorted(chance.uniform(0, 100) for _ in range(13)))
    laid = [[numbers[border] for border in sorted(row)] for row in rows]
    assert all(left < right for row in laid for left, right in pairwise(row))
    assert [list(map(borders.straight(laid).get, row)) for row in laid] == laid
