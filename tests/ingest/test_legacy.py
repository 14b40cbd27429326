"""Old formats are converted by LibreOffice, or the user is told how to go on without it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reportgen.errors import InputError
from reportgen.ingest import kinds, legacy
from tests.ingest.faults import TABLE
from tests.ingest.writing import docx

OFFICE = next((found for name in legacy.PROGRAMS if (found := shutil.which(name))), None)


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


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_old_documents_come_back_whole(suffix: str, tmp_path: Path) -> None:
    """A table saved as an old document reads to the same cells."""
    source = tmp_path / "made.docx"
    source.write_bytes(docx(TABLE))
    profile = f"-env:UserInstallation={tmp_path.as_uri()}/profile"
    command = [str(OFFICE), "--headless", profile, "--convert-to", suffix, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    data = (tmp_path / f"made.{suffix}").read_bytes()
    assert kinds.kind(data) == "legacy"
    (grid,) = legacy.read(data, "made")
    assert [[cell.text for cell in row] for row in grid.rows] == TABLE.shown()
