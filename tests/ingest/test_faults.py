"""Every faulty file is refused in one sentence that says where, what and what to do; nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import ingest
from reportgen.errors import InputError
from tests.ingest.faults import FAULTS, TABLE
from tests.ingest.tables import NORMS
from tests.ingest.writing import xlsx


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_in_one_sentence(fault: str, tmp_path: Path) -> None:
    """The error names the file and the fault, ends in one full stop, and has the exit code of bad input."""
    data, words = FAULTS[fault]
    path = tmp_path / "2025-08.dat"
    path.write_bytes(data())
    with pytest.raises(InputError) as refused:
        ingest.read([path], NORMS)
    sentence = str(refused.value)
    assert "2025-08.dat" in sentence
    assert words in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 400
    assert refused.value.exit_code == 3
    assert list(tmp_path.iterdir()) == [path]


def test_the_list_is_long_enough() -> None:
    """At least sixty kinds of faulty file are refused."""
    assert len(FAULTS) >= 60


def test_the_table_behind_the_faults_is_sound(tmp_path: Path) -> None:
    """Without its fault the same table is read, so that each refusal is due to the fault."""
    path = tmp_path / "2025-08.dat"
    path.write_bytes(xlsx(TABLE))
    assert len(ingest.read([path], NORMS).items) == 3


def test_places_that_hold_no_file_are_refused(tmp_path: Path) -> None:
    """A missing file and an empty folder are told apart."""
    with pytest.raises(InputError, match="no such file"):
        ingest.open_grids(tmp_path / "2025-08.xlsx")
    with pytest.raises(InputError, match="no file in this folder"):
        ingest.read([tmp_path], NORMS)
    with pytest.raises(InputError, match="this is a folder"):
        ingest.open_grids(tmp_path)


def test_a_file_beyond_all_measure_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than the limit is refused by its size alone."""
    monkeypatch.setattr(ingest, "FILE_LIMIT", 1_000_000)
    path = tmp_path / "2025-08.xlsx"
    path.write_bytes(bytes(1_000_001))
    with pytest.raises(InputError, match="more than 1 MB"):
        ingest.open_grids(path)
