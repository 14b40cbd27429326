"""What all tests share."""

from pathlib import Path

import pytest

from reportgen import norms as norms_module
from reportgen.norms import Norms

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def norms() -> Norms:
    """The norms that travel with the project."""
    return norms_module.load(ROOT / "templates" / "norms.toml")
