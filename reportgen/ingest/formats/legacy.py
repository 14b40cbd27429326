"""Formats that only LibreOffice reads (.doc, .wps, .rtf, .odt, .fodt, .xlsb, 2003 XML): converted, then read."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from importlib import import_module
from pathlib import Path

from reportgen.errors import InputError
from reportgen.ingest.formats.grid import Grid

PROGRAMS = ("soffice", "libreoffice")
PATIENCE = 120  # seconds; a cold start takes about ten
WORKBOOKS = re.compile(rb"xl/workbook\.bin|urn:schemas-microsoft-com:office:spreadsheet")


def read(data: bytes, file: str) -> tuple[Grid, ...]:
    """Convert to xlsx or docx in a folder of its own and read that."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    workbook = bool(WORKBOOKS.search(data))
    target = "xlsx" if workbook else "docx"
    if program is None:
        raise InputError(
            f"this old format needs LibreOffice, which is not installed here; save the file as {target} "
            "or install the package libreoffice."
        )
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        converted = _converted(program, data, target, Path(folder))
    reader = import_module(f"reportgen.ingest.formats.{'excel' if workbook else 'word'}")
    grids: tuple[Grid, ...] = reader.read(converted, file)
    return grids


def _converted(program: str, data: bytes, target: str, folder: Path) -> bytes:
    source = folder / "source"
    source.write_bytes(data)
    command = [
        program,
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={folder.as_uri()}/profile",
    ]
    try:
        subprocess.run(
            [*command, "--convert-to", target, "--outdir", str(folder), str(source)],
            check=True, capture_output=True, timeout=PATIENCE,
        )  # fmt: skip
        return (folder / f"source.{target}").read_bytes()
    except (subprocess.SubprocessError, OSError):
        raise InputError(f"LibreOffice cannot convert the file; open it, save it as {target} and run again.") from None
