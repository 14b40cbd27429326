"""What all tests share."""

import re
from pathlib import Path

import pytest

from reportgen import norms as norms_module
from reportgen.norms import Norms

ROOT = Path(__file__).parent.parent
# What the precedents were learned from, of tests/data, as the Makefile names it.
LEARNED = re.findall("^LEARNED := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()
SOUND = '[office]\nname = "云湖区人民政府办公室"\n'  # all that settings must tell


@pytest.fixture(scope="session")
def norms() -> Norms:
    """The norms that travel with the project."""
    return norms_module.load(ROOT / "templates" / "norms.toml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An office folder with no more than a name and a place for tables."""
    (tmp_path / "reportgen.toml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "inputs").mkdir()
    return tmp_path
