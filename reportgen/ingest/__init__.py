"""Any file to tables: the reader is chosen by content, not by suffix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen.errors import InputError
from reportgen.ingest import delimited
from reportgen.ingest.grid import Grid
from reportgen.norms import Norms
from reportgen.records import Table


def read(
    paths: Sequence[Path], norms: Norms, *, month: str | None = None, columns: Mapping[str, str] | None = None
) -> Table:
    """Read files, or the files of folders, and join their tables into one."""
    from reportgen.ingest import items

    grids = tuple(grid for path in paths for grid in open_grids(path))
    return items.table(grids, norms, month=month, columns=columns or {})


def open_grids(path: Path) -> tuple[Grid, ...]:
    """Read one file's tables; InputError names the file, what is wrong with it, and what to do."""
    try:
        return delimited.read(path.read_bytes(), path.name)
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
