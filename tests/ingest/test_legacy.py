"""Old formats are converted by LibreOffice, or the user is told how to go on without it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import ingest
from reportgen.errors import InputError
from reportgen.ingest.formats import legacy
from tests import libreoffice
from tests.ingest import writing, writing_saved
from tests.ingest.tables import NORMS
from tests.ingest.test_forms import FLAT, words


def test_without_libreoffice_the_user_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal says what is missing and which format needs nothing."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(InputError, match=r"needs LibreOffice.*save the file as docx or install"):
        legacy.read(b"{\\rtf1 }", "a.rtf")


def test_a_conversion_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A converter that ends in error, or writes nothing, gives one sentence."""
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/false")
    with pytest.raises(InputError, match="LibreOffice cannot convert the file; open it, save it as docx"):
        legacy.read(b"{\\rtf1 }", "a.rtf")


Saver = Callable[[bytes, str, str], Path]


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Saver:
    """Let LibreOffice save a file in another form; skipped where it, or its part for that kind of file, is missing."""
    folder = tmp_path_factory.mktemp("saved")

    def saved(data: bytes, suffix: str, form: str) -> Path:
        if libreoffice.PROGRAM is None:
            pytest.skip("LibreOffice is not installed")
        source = folder / f"2025-08.{suffix}"
        source.write_bytes(data)
        result = libreoffice.convert(source, form, folder / suffix, folder / "profile")
        if result is None:
            pytest.skip(f"LibreOffice does not write {form} of {suffix} here")
        return result

    return saved


@pytest.mark.parametrize("form", ["doc", "rtf", "odt", "html", "pdf"])
def test_documents_that_libreoffice_saved_read_to_the_same_items(form: str, save: Saver) -> None:
    """The real table, saved as another kind of document, gives the same 37 items, number by number and cell by cell."""
    same_items(save(writing.docx(writing.restored(FLAT.read_text("utf-8"))), "docx", form))


@pytest.mark.parametrize("form", ["xls", "ods", "html", "pdf"])
def test_sheets_that_libreoffice_saved_read_to_the_same_items(form: str, save: Saver) -> None:
    """The same of a workbook; printed, its merged cells reach over pages on which their text is clipped away."""
    same_items(save(writing.printed(writing.restored(FLAT.read_text("utf-8"))), "xlsx", form))


def test_binary_workbooks_read_to_the_same_items(tmp_path: Path, save: Saver) -> None:
    """An .xlsb with its merges gives the same 37 items."""
    path = tmp_path / "2025-08.xlsb"
    path.write_bytes(writing_saved.xlsb(writing.restored(FLAT.read_text("utf-8"))))
    save(path.read_bytes(), "xlsb", "xlsx")  # skipped where the part for workbooks is missing
    same_items(path)


def same_items(path: Path) -> None:
    typed, found = (ingest.read([file], NORMS) for file in (FLAT, path))
    assert [(item.project_no, words(item)) for item in found.items] == [
        (item.project_no, words(item)) for item in typed.items
    ]
    assert found.period == typed.period
