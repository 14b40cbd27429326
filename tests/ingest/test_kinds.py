"""A file's kind is told by what it holds; its name does not count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import ingest
from reportgen.ingest.formats import kinds
from tests.ingest import writing
from tests.ingest.faults import TABLE
from tests.ingest.writing_pdf import pdf

KINDS: dict[str, tuple[Callable[[], bytes], str]] = {
    "workbook": (lambda: writing.xlsx(TABLE), "excel"),
    "old workbook": (lambda: writing.xls(TABLE), "xls"),
    "open workbook": (lambda: writing.ods(TABLE), "opendocument"),
    "document": (lambda: writing.docx(TABLE), "word"),
    "page": (lambda: writing.html(TABLE), "web"),
    "page behind scripts": (lambda: b"<script>" + b"var a=1;" * 9000 + b"</script>" + writing.html(TABLE), "web"),
    "page in capitals": (lambda: writing.html(TABLE).replace(b"<html>", b"<HTML>"), "web"),
    "page in UTF-16": (lambda: writing.html(TABLE).decode().encode("utf-16"), "web"),
    "web archive": (lambda: writing.mht(TABLE), "web"),
    "pdf": (lambda: pdf(TABLE), "pdf"),
    "csv": (lambda: writing.csv(TABLE), "delimited"),
    "csv in UTF-16": (lambda: writing.csv(TABLE, "utf-16"), "delimited"),
    "pipe text": (lambda: writing.pipe(TABLE), "delimited"),
    "rich text": (lambda: b"{\\rtf1 }", "legacy"),
    "open document in one file": (
        lambda: (
            b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            b'office:mimetype="application/vnd.oasis.opendocument.text"/>'
        ),
        "legacy",
    ),
    "Excel 2003 XML": (
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "legacy",
    ),
}


@pytest.mark.parametrize("form", KINDS)
def test_the_content_tells_the_kind(form: str) -> None:
    """Every form is known by its first bytes and parts."""
    data, kind = KINDS[form]
    assert kinds.kind(data()) == kind


@pytest.mark.parametrize("suffix", ["txt", "xls", "docx", "pdf", "", "报表"])
def test_a_wrong_suffix_does_not_matter(suffix: str, tmp_path: Path) -> None:
    """A workbook is read as one under any name: systems export pages as .xls and text as .doc."""
    path = tmp_path / f"2025-08.{suffix}"
    path.write_bytes(writing.xlsx(TABLE))
    (grid,) = ingest.open_grids(path)
    assert [[cell.text for cell in row] for row in grid.rows] == TABLE.shown()
    assert {cell.address.file for row in grid.rows for cell in row} == {path.name}
