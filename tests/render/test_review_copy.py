"""The review copy has each verdict's evidence as a comment at its item; the clean copy has none."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from reportgen.records import Address, Finding, Item, Span, Status, Verdict
from reportgen.render import word
from tests.render import sample
from tests.render.docx_reading import Docx, W, get, text_of
from tests.render.test_word import ABOUT, FACES, LOOK

WORDS = Span(Address("a.txt", row=3, column=8), 0, 4, "项目完成")
FINDING = Finding("D102", "自述全部完成", Status.DONE, (WORDS,), "自述项目完成")


def verdict(no: int, *, question: str = "") -> Verdict:
    return Verdict(Item(no), Status.DONE, bool(question), (FINDING,), (FINDING,), "已完成。", question)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Docx:
    path = tmp_path_factory.mktemp("word") / "briefing.review.docx"
    notes = word.evidence([verdict(1), verdict(7, question="何时验收？")])
    word.write(sample.page(LOOK), LOOK, FACES, path, ABOUT, notes)
    return Docx(path)


def test_comment_tells_rule_words_and_question(review: Docx) -> None:
    """A comment has the rule with its sentence, the quoted words with their place, and the question."""
    comments = {get(comment, "id"): comment for comment in review.part("word/comments.xml")}
    texts = [text_of(paragraph) for paragraph in comments["7"].iter(f"{W}p")]
    assert texts == ["D102 自述全部完成：自述项目完成", "“项目完成”（第3行第8列）", "核实问题：何时验收？"]
    assert get(comments["7"], "author") == ABOUT.author
    assert get(comments["7"], "date") == "2025-08-31T00:00:00Z"


def test_comment_stands_at_the_status_of_its_item(review: Docx) -> None:
    """The marks of comment 7 are in the seventh row, around its status."""
    table = next(review.body.iter(f"{W}tbl"))
    marked = {
        get(start, "id"): (number, text_of(start.getparent()))
        for number, row in enumerate(table.iter(f"{W}tr"))
        for start in row.iter(f"{W}commentRangeStart")
    }
    assert marked == {"1": (1, "▲按序时推进"), "7": (7, "▲按序时推进")}
    ends = [get(end, "id") for end in table.iter(f"{W}commentRangeEnd")]
    references = [get(mark, "id") for mark in table.iter(f"{W}commentReference")]
    assert ends == references == ["1", "7"]


def test_review_copy_says_what_the_clean_copy_says(review: Docx, tmp_path: Path) -> None:
    """Apart from the comments both copies have the same text, and the clean one has no trace of a comment."""
    clean = tmp_path / "briefing.docx"
    word.write(sample.page(LOOK), LOOK, FACES, clean, ABOUT)
    assert text_of(Docx(clean).body) == text_of(review.body)
    with zipfile.ZipFile(clean) as archive:
        assert "word/comments.xml" not in archive.namelist()
        assert b"omment" not in archive.read("word/document.xml") + archive.read("word/styles.xml")


def test_review_copy_is_valid(review: Docx) -> None:
    """The schema finds no error."""
    assert [str(error) for error in OpenXmlValidator().validate(review.path).errors] == []
