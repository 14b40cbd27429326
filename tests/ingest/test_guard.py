"""Hostile files are refused before anything of them is opened."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.ingest.formats import guard
from tests.ingest.faults import TABLE
from tests.ingest.writing import xlsx, zipped


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["<!DOCTYPE x>", "<!doctype x>", "<!ENTITY a 'b'>"])
def test_declarations_are_found_in_any_encoding(encoding: str, mark: str) -> None:
    """Office programs declare nothing; whoever does wants entities expanded or files fetched."""
    with pytest.raises(InputError, match="declares a document type"):
        guard.undeclared(f"<?xml version='1.0'?>{mark}<x/>".encode(encoding))


def test_entities_are_never_expanded() -> None:
    """Even the parser itself leaves entities alone."""
    root = guard.xml(b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>")
    assert "".join(root.itertext()) == "&e;"


def test_a_large_sound_archive_is_opened() -> None:
    """A table that packs well is no bomb: the limit counts only beyond a hundred megabytes."""
    assert guard.archive(zipped({"a": bytes(50_000_000)})).namelist() == ["a"]
    assert "xl/workbook.xml" in guard.archive(xlsx(TABLE)).namelist()
