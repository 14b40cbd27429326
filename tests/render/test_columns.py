"""Column widths: fitted to the texts, the same for both writers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.render import columns, theme
from reportgen.render.tree import Element, Vocabulary, parse
from tests.render import sample

LOOK = theme.load(sample.TEMPLATES / "theme.toml")
LEDGER = LOOK.tables["ledger"]


def table(heads: str, *rows: str) -> Element:
    """A ledger from `class 表头` pairs and rows of cells, both parted by |."""
    head = "".join(f'<th class="{part.split()[0]}">{part.split()[1]}</th>' for part in heads.split("|"))
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    markup = f'<table class="ledger"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    article = f'<article><section class="body">{markup}</section></article>'
    return parse(article, Vocabulary.of(LOOK)).elements[0].elements[0]


def test_the_longer_text_has_the_wider_column() -> None:
    """Room goes to the column that makes the rows tall."""
    made = table("no 序号|target 主要内容|progress 完成情况", f"1|{'短' * 10}|{'长' * 200}")
    no, target, progress = columns.widths(made, LEDGER, 225)
    assert progress > 3 * target > 3 * no


def test_short_tables_stand_on_one_line() -> None:
    """Where all fits on one line no cell is broken, whatever the theme's width."""
    made = table("no 序号|lead_unit 牵头单位", "1|云湖区生态湿地建设管理办公室")
    no, unit = columns.widths(made, LEDGER, 156)
    assert unit >= 14 * 10.5 * 25.4 / 72
    assert no + unit == pytest.approx(156)


def test_short_words_are_not_parted_in_a_narrow_column() -> None:
    """However many columns share the width, 已完成 with its mark and a unit's short name stand on one line."""
    more = "".join(f"|extra 栏目{'一二三四五六七'[at]}" for at in range(7))
    row = f"{'长' * 60}|{'长' * 60}{'|长长长长长长长长长长' * 7}|●已完成|区教育局|{'长' * 50}"
    heads = f"target 主要内容|progress 完成情况{more}|status 进度状态|lead_unit 牵头单位|reason 情况说明"
    found = columns.widths(table(heads, row, row.replace("●已完成", "▲按序时推进<br/>？待核实")), LEDGER, 225)
    room = [width - 2 * LEDGER.padding[1] for width in found]
    assert min(room[-3:-1]) >= 4 * 10.5 * 25.4 / 72


def test_heads_over_several_columns_do_not_count() -> None:
    """The class of a column is that of its own head, not of one that spans several."""
    markup = (
        '<article><section class="body"><table class="ledger"><thead>'
        '<tr><th class="no" rowspan="2">序号</th><th colspan="2">工作计划及完成情况</th></tr>'
        '<tr><th class="plan">计划</th><th class="progress">完成</th></tr></thead>'
        "<tbody><tr><td>1</td><td>开工</td><td>开工</td></tr></tbody></table></section></article>"
    )
    made = parse(markup, Vocabulary.of(LOOK)).elements[0].elements[0]
    assert columns.names(made, LEDGER) == ("no", "plan", "progress")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text("云湖区12，", max_size=300), min_size=4, max_size=4), min_size=1, max_size=8))
def test_widths_fill_the_room(rows: list[list[str]]) -> None:
    """Whatever the texts, the columns fill the width and none vanishes."""
    heads = "no 序号|target 主要内容|plan 计划|progress 完成情况"
    found = columns.widths(table(heads, *("|".join(row) for row in rows)), LEDGER, 156)
    assert sum(found) == pytest.approx(156)
    assert min(found) > 3
