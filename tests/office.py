"""Make a whole office folder for a test, and call the commands in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportgen.cli import main

DATA = Path(__file__).parent / "data"
# The day of issue is late enough for what the real table tells of, 9月7日.
SETTINGS = '[office]\nname = "云湖区人民政府办公室"\n[issue]\ndate = 7\nfirst_month = "2025-01"\n'
SETTINGS += "[closing]\ncopies = 20\n"


@dataclass(frozen=True)
class Called:
    """What a command left: its exit code, what it printed, and what it complained of."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one sentence on stderr."""
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("reportgen: "), self.err
        assert self.err.endswith(".\n"), self.err
        return self.err


def call(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> Called:
    """Run a command as the terminal would."""
    capfd.readouterr()
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    printed = capfd.readouterr()
    code = ended.value.code
    return Called(code if isinstance(code, int) else 1, printed.out, printed.err)


def make(root: Path, *, table: str | None = "2025-08.txt") -> Path:
    """Make an office folder with its settings and, unless told otherwise, the real table."""
    (root / "inputs").mkdir(parents=True)
    (root / "reportgen.toml").write_text(SETTINGS, encoding="utf-8")
    if table:
        shutil.copy(DATA / table, root / "inputs" / table)
    return root


def everything(folder: Path) -> dict[str, bytes]:
    """Give all files below a folder, so that a test can tell whether anything changed."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
