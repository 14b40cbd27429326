"""The earlier months as they were delivered: outputs/*/verdicts.json is the memory."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from reportgen.history.records import Memory, Month

RECORD = "verdicts.json"
FOLDER = re.compile(r"\d{4}-\d{2}")
MONTH = TypeAdapter(Month)
log = logging.getLogger(__name__)


def load(outputs: Path, month: str) -> Memory:
    """Read the deliveries of the months before this one in its year.

    One that cannot be read is left out and told, for it must not keep this month from being delivered.
    """
    months, faults = [], []
    for folder in sorted(outputs.iterdir()) if outputs.is_dir() else ():
        if FOLDER.fullmatch(folder.name) and folder.name[:4] == month[:4] and folder.name < month:
            try:
                months.append(_read(folder))
            except (OSError, ValueError) as error:
                faults.append(f"{folder / RECORD}: {_why(error)}; the month is left out: build it anew.")
    for fault in faults:
        log.warning(fault)
    return Memory(tuple(months), tuple(faults))


def _read(folder: Path) -> Month:
    month = MONTH.validate_json((folder / RECORD).read_bytes())
    if not month.month == folder.name == f"{month.as_of:%Y-%m}":
        raise ValueError(f"it tells of {month.month}, as of {month.as_of}")
    return month


def _why(error: OSError | ValueError) -> str:
    """Say in a few words why a record cannot be read."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        return f"{place or 'it'} is not as expected ({first['msg']})"
    return str(error.strerror if isinstance(error, OSError) else error)
