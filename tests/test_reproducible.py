"""The same input gives the same files, byte for byte, whatever machine, folder, clock or language the run has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import office

FILES = ("briefing.docx", "briefing.review.docx", "briefing.pdf", "ledger.xlsx", "verdicts.json")


def built(root: Path, **environment: str) -> dict[str, bytes]:
    """Build the real table in a folder, in a process of its own."""
    folder = office.make(root)
    command = [str(Path(sys.executable).with_name("reportgen")), "--quiet", "build", "--review-copy"]
    subprocess.run(command, cwd=folder, env={**os.environ, **environment}, check=True, timeout=300)
    return {name: (folder / "outputs" / "2025-08" / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("one") / "office", TZ="Asia/Shanghai", PYTHONHASHSEED="1")


def test_another_folder_zone_and_language(here: dict[str, bytes], tmp_path: Path) -> None:
    """In a folder with a Chinese name, on the other side of the world, in the C locale, every file is the same."""
    there = built(tmp_path / "文件夹", TZ="America/New_York", LC_ALL="C", PYTHONHASHSEED="77")
    assert [name for name in FILES if here[name] != there[name]] == []
