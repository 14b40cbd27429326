"""Any file to tables: the reader is chosen by content, not by suffix."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from reportgen import sources, workspace
from reportgen.errors import InputError
from reportgen.ingest.formats import kinds
from reportgen.ingest.formats.grid import Grid
from reportgen.norms import Norms
from reportgen.records import Table

FILE_LIMIT = 200_000_000  # bytes
LONGEST_CELL = 100_000  # characters; a sheet's cell holds a third of that at most
log = logging.getLogger(__name__)
Reader = Callable[[bytes, str], tuple[Grid, ...]]


def read(
    paths: Sequence[Path],
    norms: Norms,
    *,
    month: str | None = None,
    columns: Mapping[str, str] | None = None,
    day_of: Callable[[str], str] | None = None,
) -> Table:
    """Read files, or the files of folders, and join their tables into one.

    `day_of` gives the day (2025-08-20) of a month that neither the table nor `month` tells more of than its name.
    """
    from reportgen.ingest import items

    names = sources.named(sources.expand(paths))
    with _collector_at_rest():
        grids = tuple(grid for path, name in names.items() for grid in open_grids(path, name))
        table = items.table(grids, norms, month=month, columns=columns or {})
        day = day_of(table.period.month) if day_of and not workspace.names_day(month) else ""
        if day and day < f"{table.period.as_of}":  # only the reading tells the month; few offices have another day
            table = items.table(grids, norms, month=day, columns=columns or {})
    for name in names.values():
        if name not in table.files:
            log.warning("%s not used, for it is a text without a table", name)
    if not table.items:
        raise InputError(f"{'、'.join(table.files)}: the table has a header but no rows; give the filled one.")
    return table


def folder_month(paths: Sequence[Path]) -> str | None:
    """Read the month in the name of a folder that is given alone, as a file's name tells it, or None."""
    if len(paths) != 1 or not paths[0].is_dir():
        return None
    named = sources.file_month(paths[0].absolute().name)
    return f"{named[0]}-{named[1]:02}" if named else None


def open_grids(path: Path, name: str = "") -> tuple[Grid, ...]:
    """Read one file's tables; InputError names the file, what is wrong with it, and what to do.

    `name` is what the table calls the file, where its own name does not tell it from another's.
    """
    try:
        data = _bytes(path)
        reader: Reader = import_module(f"reportgen.ingest.formats.{kinds.kind(data)}").read
        grids = reader(data, name or path.name)
        _check_cells(grids)
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
    if not any(grid.rows for grid in grids):
        raise InputError(f"{path}: the file holds no cell with text in it; give the one with the table.")
    return grids


def _check_cells(grids: Sequence[Grid]) -> None:
    """Refuse a cell that no table has: its checks would take hours."""
    for cell in (cell for grid in grids for row in grid.rows for cell in row):
        if len(cell.text) > LONGEST_CELL:
            raise InputError(f"{cell.address} holds {len(cell.text)} characters; give the table without that cell.")


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking the growing table again and again: a fifth of the time of a large one."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError("this is a folder; name a file in it.")
        if not path.is_file():
            raise InputError("there is no such file; check the name.")
        if path.stat().st_size > FILE_LIMIT:
            raise InputError(f"the file has more than {FILE_LIMIT // 1_000_000} MB; copy the table into a new file.")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"the file cannot be opened ({error.strerror}); check its permissions and disk.") from None
    if not data.strip():
        raise InputError("the file is empty; give the one with the table.")
    return data
