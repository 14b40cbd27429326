"""Documents are read as Word shows them once all changes are accepted."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats import word
from reportgen.ingest.formats.grid import Grid
from tests.ingest.faults import ROWS, TABLE
from tests.ingest.tables import read as read_table
from tests.ingest.writing import LEFT, OFFICE, RELATIONS, UP, WORD, document, docx, made, word_table, zipped


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def line(runs: str) -> str:
    return f"<w:p>{runs}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def one(content: str) -> str:
    """The text of a lone cell with this content."""
    (found,) = word.read(
        document(
            table(cell(content) + cell(line(run("另")))),
        ),
        "a.docx",
    )
    return found.rows[0][0].text


def test_tracked_changes_are_accepted() -> None:
    """Inserted and moved-in text counts, deleted and moved-out text does not."""
    content = line(
        run("完成")
        + f'<w:del w:id="1"><w:r><w:delText>8</w:delText></w:r></w:del><w:ins w:id="2">{run("9")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run("旧")}</w:moveFrom><w:moveTo w:id="4">{run("公里")}</w:moveTo>'
    )
    assert one(content) == "完成9公里"


def test_deleted_rows_are_gone() -> None:
    """A row whose deletion is tracked is not part of the table."""
    deleted = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell(line(run("旧")))}</w:tr>'
    data = document(f"<w:tbl>{deleted}<w:tr>{cell(line(run('新')))}</w:tr></w:tbl>")
    assert texts(word.read(data, "a.docx")[0]) == [["新"]]


def test_text_boxes_fields_and_hidden_text_are_left_out() -> None:
    """Only what stands in the cell itself is its text: no text box, field code, hidden text or reading aid."""
    box = f"<w:r><w:pict><w:txbxContent>{line(run('框'))}</w:txbxContent></w:pict></w:r>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
    ruby = f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby></w:r>"
    assert one(line(run("甲") + box + field + hidden + ruby)) == "甲字"


def test_breaks_tabs_and_paragraphs_are_kept() -> None:
    """Line breaks and paragraphs part lines; tabs and hyphens that do not break stay."""
    marked = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>716</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>"
    assert one(line(marked) + line(run("丙"))) == "甲\n乙\t716-1\n丙"


def test_content_controls_and_links_are_looked_through() -> None:
    """Forms wrap rows, cells and runs in controls; the text is the same."""
    link = line(f"<w:hyperlink>{run('甲')}</w:hyperlink>")
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell(link)}</w:sdtContent></w:sdt>"
    data = document(f"<w:sdt><w:sdtContent>{table(control + cell(line(run('乙'))))}</w:sdtContent></w:sdt>")
    assert texts(word.read(data, "a.docx")[0]) == [["甲", "乙"]]


def test_a_nested_table_stays_in_its_cell() -> None:
    """A small table within a cell is lines of that cell, its cells parted by tabs."""
    inner = table(cell(line(run("一"))) + cell(line(run("二"))))
    rows = [cell(line(run(text))) + cell(line(run(text))) for text in "甲乙"]
    outer = table(*rows, cell(line(run("丙"))) + cell(inner))
    (found,) = word.read(document(outer), "a.docx")
    assert found.rows[2][1].text == "一\t二"


def test_a_frame_around_the_table_is_looked_through() -> None:
    """A table of one cell that holds the real one is no table of its own."""
    (found,) = word.read(document(table(cell(line(run(ROWS[0][0])) + word_table(TABLE)))), "a.docx")
    assert texts(found) == TABLE.shown()
    assert [title.text for title in found.titles] == ["序号"]


def test_a_long_list_in_a_cell_does_not_take_the_place_of_the_table() -> None:
    """A table of items stays the table, though one of its cells holds a list with more cells than itself."""
    listed = word_table(made([["序号", "路名", "进度"], *([str(at), "某路", "完成"] for at in range(1, 13))]))
    rows = ["".join(cell(line(run(text))) for text in row) for row in ROWS]
    last = "".join(cell(line(run(text))) for text in ROWS[1][:5]) + cell(line(run("明细：")) + listed)
    (found,) = word.read(document(table(*rows, last)), "a.docx")
    assert texts(found)[:-1] == ROWS
    assert found.rows[-1][5].text.startswith("明细：\n序号\t路名\t进度\n1\t某路")


def test_a_table_in_a_text_box_is_read_once() -> None:
    """Half of a table may stand in a box, which programs store in two forms; so may a table among the blocks."""
    twice = "<w:AlternateContent><w:Choice>{0}</w:Choice><w:Fallback>{0}</w:Fallback></w:AlternateContent>"
    upper, lower, last = (table(cell(line(run(text)))) for text in "甲乙丙")
    box = line(f"<w:r>{twice.format(f'<w:drawing><w:txbxContent>{lower}</w:txbxContent></w:drawing>')}</w:r>")
    found = word.read(document(upper + box + twice.format(last)), "a.docx")
    assert [texts(grid) for grid in found] == [[["甲"]], [["乙"]], [["丙"]]]


def test_a_document_that_takes_in_another_file_is_refused() -> None:
    """What stands in the other file may be half of the items; Word puts it in when it saves."""
    with pytest.raises(InputError, match="takes in another file"):
        word.read(document(table(cell(line(run("甲")))) + "<w:altChunk/>"), "a.docx")


def test_a_span_of_nothing_is_one_column() -> None:
    """Some programs write gridSpan 0, which Word reads as 1."""
    rows = [cell(line(run("甲")), '<w:gridSpan w:val="0"/>') + cell(line(run("乙"))), cell(line(run("丙"))) * 2]
    assert texts(word.read(document(table(*rows)), "a.docx")[0]) == [["甲", "乙"], ["丙", "丙"]]


@pytest.mark.parametrize("name", [run("二"), "<w:del><w:r><w:delText>二</w:delText></w:r></w:del>"])
def test_a_merge_that_began_in_a_deleted_row_begins_below_it(name: str) -> None:
    """The project's name heads its other rows, be it deleted with the first or not; they do not fall to that above."""
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell(line(name), down)}{cell(line(run("旧")))}</w:tr>'
    first = f"<w:tr>{cell(line(run('一')), down)}{cell(line(run('甲')))}</w:tr>"
    rest = "".join(f"<w:tr>{cell(line(''), on)}{cell(line(run(text)))}</w:tr>" for text in "乙丙")
    (found,) = word.read(document(f"<w:tbl>{first}{gone}{rest}</w:tbl>"), "a.docx")
    assert texts(found) == [["一", "甲"], ["二", "乙"], ["二", "丙"]]


def test_styles_and_numbers_are_found_by_whatever_name() -> None:
    """Word on the web calls its parts document2.xml and numbering2.xml; the relations tell which is which."""
    numbering = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    counted = line('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = table(*(cell(counted) + cell(line(run(text))) for text in "甲乙"))
    relation = f'<Relationships xmlns="{RELATIONS}"><Relationship Type="{OFFICE}/{{}}" Target="{{}}"/></Relationships>'
    parts = {
        "_rels/.rels": relation.format("officeDocument", "/word/document2.xml"),
        "word/document2.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        "word/_rels/document2.xml.rels": relation.format("numbering", "numbering2.xml"),
        "word/numbering2.xml": numbering,
    }
    assert texts(word.read(zipped(parts), "a.docx")[0]) == [["1", "甲"], ["2", "乙"]]


def test_a_table_over_several_columns_of_a_row_is_its_rows() -> None:
    """The items of a project may lie as a table of their own beside its name, in a cell over their columns."""
    inner = table(*("".join(cell(line(run(text))) for text in pair) for pair in ("乙丙", "丁戊")))
    first = "".join(cell(line(run(text))) for text in "甲一二")
    (found,) = word.read(
        document(table(first, cell(line(run("子"))) + cell(inner, '<w:gridSpan w:val="2"/>'))), "a.docx"
    )
    assert texts(found) == [["甲", "一", "二"], ["子", "乙", "丙"], ["子", "丁", "戊"]]
    assert found.rows[1][0] is found.rows[2][0]


def test_automatic_numbers_are_read() -> None:
    """序号 cells often hold nothing but an automatic number: it is counted as Word counts it."""
    numbering = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbered = line('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>')
    rows = [cell(numbered) + cell(line(run(text))) for text in "甲乙丙"]
    (found,) = word.read(document(table(*rows), numbering=numbering), "a.docx")
    assert texts(found) == [["一、", "甲"], ["二、", "乙"], ["三、", "丙"]]


def test_rows_may_begin_further_in() -> None:
    """gridBefore leaves out columns at a row's start; the cells keep their columns."""
    second = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(line(run("丙")))}</w:tr>'
    data = document(f"<w:tbl><w:tr>{cell(line(run('甲')))}{cell(line(run('乙')))}</w:tr>{second}</w:tbl>")
    assert texts(word.read(data, "a.docx")[0]) == [["甲", "乙"], ["", "丙"]]


def test_a_vertical_merge_ends_where_another_begins() -> None:
    """Two merges, one under the other in the same column, stay two."""
    merged = made([["甲", "一"], [UP, "二"], ["乙", "三"], [UP, "四"], ["丙", LEFT]])
    assert texts(word.read(docx(merged), "a.docx")[0]) == merged.shown()


def test_lines_around_tables_become_titles_and_notes() -> None:
    """Text before a table is its title, text after the last its notes; several tables are numbered."""
    upper, lower = table(cell(line(run("甲")))), table(cell(line(run("乙"))))
    body = line(run("表一")) + upper + line(run("表二")) + lower + line(run("注"))
    first, second = word.read(document(body), "a.docx")
    assert [[cell.text for cell in found.titles] for found in (first, second)] == [["表一"], ["表二"]]
    assert [cell.text for cell in second.notes] == ["注"]
    assert str(second.rows[0][0].address) == "第2张表第1行第1列"
    assert str(word.read(docx(TABLE), "a.docx")[0].rows[1][2].address) == "第2行第3列"


def test_a_table_that_goes_on_after_a_line_keeps_its_columns_though_some_are_empty() -> None:
    """备注 may stay empty in the second part: the rows go on under the header all the same, and none is lost."""
    header = ["序号", "年度目标", "8月份完成情况", "备注"]
    parts = [[header, ["1", "修路20公里。", "16公里。", "好"]], [["2", "建食堂5家。", "2家。", ""]]]
    tables = "<w:p/>".join(word_table(made(part)) for part in parts)
    items = read_table(*word.read(document(f"{tables}<w:p/>"), "2025-08.docx")).items
    assert [(item.target.text, item.progress.text) for item in items] == [
        ("修路20公里。", "16公里。"), ("建食堂5家。", "2家。")
    ]  # fmt: skip


def test_a_numbered_line_above_each_of_several_tables_is_their_project() -> None:
    """一、教育 over one table and 二、卫生 over the next head their rows; a lone line over one table does not."""
    header = ["序号", "年度目标", "8月份完成情况"]
    parts = [[header, ["1", "建学校2所。", "1所。"]], [header, ["2", "建医院1家。", "主体完工。"]]]
    first, second = (word_table(made(part)) for part in parts)
    both = document(f"{line(run('一、教育'))}{first}{line(run('二、卫生'))}{second}<w:p/>")
    alone = document(f"{line(run('一、总体情况'))}{first}<w:p/>")
    found = [read_table(*word.read(data, "2025-08.docx")).items for data in (both, alone)]
    assert [[item.project.text for item in items] for items in found] == [["一、教育", "二、卫生"], [""]]
