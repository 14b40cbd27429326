"""The text of a document's cells is what Word shows; what is left out of it is told."""

from __future__ import annotations

import pytest

from reportgen.ingest.formats import word
from tests.ingest.tables import read
from tests.ingest.test_word import cell, line, one, run, table
from tests.ingest.writing import WORD, document

STYLES = (
    f'<w:styles {WORD}><w:style w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="more"><w:basedOn w:val="secret"/></w:style></w:styles>'
)
STRUCK = "<w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r>"
EMOJI = '<w:symEx w:font="Emoji" w:char="2705"/>'
RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'


def mark(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def symbol(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def test_struck_out_text_is_left_out_and_told() -> None:
    """区住建局 that is struck out before 区交通局 is not the lead unit; the audit quotes it once, runs joined."""
    unit = line(STRUCK.format("区住") + STRUCK.format("建局") + run("区交通局"))
    rows = [["序号", "年度目标", "牵头单位", "8月份完成情况"], ["1", "修路20公里。", "", "已修16公里。"]]
    header, (no, target, _, progress) = ([cell(line(run(text))) for text in row] for row in rows)
    found = read(*word.read(document(table("".join(header), no + target + cell(unit) + progress)), "2025-08.docx"))
    assert [item.lead_unit.text for item in found.items] == ["区交通局"]
    (note,) = (note for note in found.audit if note.kind == "struck_out")
    assert (note.text, str(note.where)) == ("“区住建局”已用删除线划去，未读入，请确认。", "第2行第3列")


def test_text_that_a_style_hides_is_left_out() -> None:
    """A style of letters or of paragraphs hides as the run's own setting does, through styles that it is based on."""
    letters = '<w:r><w:rPr><w:rStyle w:val="more"/></w:rPr><w:t>密</w:t></w:r>'
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r>'
    whole = f'<w:pPr><w:pStyle w:val="secret"/></w:pPr>{run("密")}{shown}'
    content = cell(line(letters + run("甲")) + line(whole)) + cell(line(run("另")))
    (found,) = word.read(document(table(content), styles=STYLES), "a.docx")
    assert found.rows[0][0].text == "甲\n乙"


@pytest.mark.parametrize("inside", [True, False])
def test_a_control_that_nobody_filled_is_empty(inside: bool) -> None:
    """What a control says of itself (选择一项。) is no unit, be it within the cell or around it."""
    before, after = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"
    text = run("选择一项。")
    empty = cell(line(f"{before}{text}{after}")) if inside else before + cell(line(text)) + after
    (found,) = word.read(document(table(cell(line(run("甲"))) * 2, empty + cell(line(run("乙"))))), "a.docx")
    assert [cell.text for cell in found.rows[1]] == ["", "乙"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (symbol("Wingdings 2", "0052") + run("是") + symbol("Wingdings 2", "F0A3") + run("否"), "☑是□否"),
        (symbol("Wingdings", "00FE") + run("是") + symbol("Wingdings", "F0A8") + run("否"), "☑是□否"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>þ是¨否</w:t></w:r>', "☑是□否"),
        (mark("begin", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>") + mark("end") + run("是"), "☑是"),
        ('<w:sdt><w:sdtPr><w:checkbox><w:checked w:val="1"/></w:checkbox></w:sdtPr></w:sdt>' + run("是"), "☑是"),
        (symbol("Symbol", "F0B3") + run("85%"), "≥85%"),
        (symbol("Wingdings", "F081") + run("招标。"), "①招标。"),
        (symbol("宋体", "2713"), "✓"),
        ('<w:r><w:sym w:char="F0FE"/></w:r>', "☑"),
        (f"<w:r><w:AlternateContent><w:Choice>{EMOJI}</w:Choice></w:AlternateContent></w:r>", "✅"),
    ],
)
def test_boxes_and_signs_are_what_is_seen(content: str, text: str) -> None:
    """A ticked box stays ticked in whatever way it is stored, and signs are signs, not open boxes."""
    assert one(line(content)) == text


def test_a_sign_that_nobody_knows_is_told() -> None:
    """It was read as an open box, which says that something is not so."""
    (found,) = word.read(document(table(cell(line(symbol("Wingdings", "F04A") + run("好"))))), "a.docx")
    assert (found.rows[0][0].text, [(one.why, one.words.text) for one in found.unread]) == (
        "好", [("sign", "Wingdings F04A")]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("code_of", "text"),
    [
        (r"EQ \f(3,4)", "3/4"),
        (r"eq \o\ac(○,2)", "②"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(chǔ),储)', "储"),
        (r"EQ \r(2)", r"EQ \r(2)"),
        ("PAGE", ""),
    ],
)
def test_equation_fields_are_written_in_a_line(code_of: str, text: str) -> None:
    """Fractions, letters in circles and words with their reading have no text but their code."""
    assert one(line(run("甲") + mark("begin") + code(code_of) + mark("end") + run("乙"))) == f"甲{text}乙"


def test_a_fraction_is_no_number_of_its_parts() -> None:
    """¾ that is drawn as a formula is 3/4, not 34."""
    part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    formula = f'<m:oMath xmlns:m="math"><m:f>{part.format("num", 3)}{part.format("den", 4)}</m:f></m:oMath>'
    assert one(line(run("完成") + formula)) == "完成3/4"


def test_a_field_within_the_code_of_another_is_not_shown() -> None:
    """Of { = {REF a} + {REF b} } only the sum is seen."""
    inner = mark("begin") + code("REF a") + mark("separate") + run("18000") + mark("end")
    outer = mark("begin") + code("=") + inner + code("+ 1045") + mark("separate") + run("19045") + mark("end")
    assert one(line(run("培训") + outer + run("人次"))) == "培训19045人次"


def test_a_choice_of_a_form_is_read() -> None:
    """A drop-down list of a form shows the entry that was chosen, which is told in the field alone."""
    choices = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲局"/><w:listEntry w:val="乙局"/></w:ddList>'
    assert one(line(mark("begin", f"<w:ffData>{choices}</w:ffData>") + code("FORMDROPDOWN") + mark("end"))) == "乙局"


def test_a_raised_number_is_a_power_or_points_to_a_note() -> None:
    """m² stays a measure; the mark of a note makes no figure ten times as large, and is told."""
    content = cell(line(run("绿化1500m") + RAISED.format(2) + run("，培训19045") + RAISED.format(1) + run("人次")))
    (found,) = word.read(document(table(content)), "a.docx")
    assert found.rows[0][0].text == "绿化1500m²，培训19045人次"
    assert [(one.why, one.words.text) for one in found.unread] == [("raised", "1")]


def test_text_in_two_forms_and_in_a_box_that_fills_its_cell_is_read() -> None:
    """New programs store a text beside another form of it; a text box alone in a cell is what the cell says."""
    forms = "<w:AlternateContent><w:Choice>{}</w:Choice><w:Fallback>{}</w:Fallback></w:AlternateContent>"
    assert one(line(f"<w:r>{forms.format('<w:t>甲</w:t>', '<w:t>甲</w:t>')}</w:r>")) == "甲"
    box = f"<w:drawing><w:txbxContent>{line(run('已完成'))}</w:txbxContent></w:drawing>"
    assert one(line(f"<w:r>{forms.format(box, box)}</w:r>")) == "已完成"


def test_a_paragraph_whose_end_is_deleted_runs_on_and_counts_nothing() -> None:
    """区交 and 通局 are one word; a numbered paragraph that is deleted whole takes no number."""
    gone = "<w:rPr><w:del/></w:rPr>"
    assert one(line(f"<w:pPr>{gone}</w:pPr>{run('区交')}") + line(run("通局"))) == "区交通局"
    counted = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    numbering = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    lines = [
        f"<w:pPr>{counted}</w:pPr>{run('甲')}",
        f"<w:pPr>{counted}{gone}</w:pPr>",
        f"<w:pPr>{counted}</w:pPr>{run('乙')}",
    ]
    (found,) = word.read(document(table(cell("".join(map(line, lines)))), numbering=numbering), "a.docx")
    assert found.rows[0][0].text == "1.甲\n2.乙"
