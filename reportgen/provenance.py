"""What a delivery was made from: program, libraries, inputs, settings, templates, fonts."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.deliver import fingerprint
from reportgen.records import Table
from reportgen.workspace import SETTINGS, Workspace

if TYPE_CHECKING:
    from reportgen.render.fonts import Fonts

LIBRARIES = ("weasyprint", "pydyf", "jinja2", "python-docx", "lxml", "xlsxwriter", "openpyxl", "pydantic")


def facts(
    office: Workspace, paths: Sequence[Path], table: Table, fonts: Fonts, seconds: Mapping[str, float]
) -> dict[str, Any]:
    """Gather the manifest's facts; only `timings` differ between two runs on the same input."""
    return {
        "month": table.period.month,
        "as_of": table.period.as_of.isoformat(),
        "program": {"reportgen": version("reportgen"), "python": platform.python_version()},
        "libraries": {name: version(name) for name in LIBRARIES},
        "inputs": {path.name: fingerprint(path) for path in paths},
        "settings": fingerprint(office.root / SETTINGS),
        "templates": digest(office.templates),
        "fonts": {},
        "timings": dict(seconds),
    }


def digest(folder: Path) -> str:
    """Hash all files of a folder, names and contents."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(f"{path.relative_to(folder).as_posix()}\0{fingerprint(path)['sha256']}\n".encode())
    return total.hexdigest()
