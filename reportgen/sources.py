"""Which files a month's tables are read from: found by their names in the office's folder, or given one by one."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from reportgen.errors import InputError, NoInputError
from reportgen.text import fold
from reportgen.workspace import MONTH, Workspace

MONTHLY_FILE = re.compile(rf"{MONTH.pattern}\.[A-Za-z0-9]+")
SUFFIX = re.compile(r"\.[A-Za-z0-9]+")
# A single digit is a month before 月, and where the year and it are all of the name.
FILE_MONTH = re.compile(
    r"(?<!\d)(20\d\d)[-_.年]?(1[0-2]|0[1-9]|[1-9](?=月)|(?<=^\d{4}[-_.])[1-9](?=$|\.[a-z]))(?![-_.]?\d)"
)
NOT_TABLES = (".", "~$")  # hidden files, and the marks that office programs leave beside an open file
LEFT_BY_WINDOWS = ("desktop.ini", "thumbs.db")  # how it shows a folder
SHOWN = 5
log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Month:
    """What is there of a month: named by it alone (2025-08.xlsx, 2025-08/), or otherwise (2025年8月 终稿.xlsx)."""

    exact: list[Path] = field(default_factory=list)
    other: list[Path] = field(default_factory=list)


def file_month(name: str) -> tuple[int, int] | None:
    """Read year and month from a file name such as 2025-08.txt or 202508进展.xlsx; its folders do not count."""
    match = FILE_MONTH.search(fold(PurePath(name).name))
    return (int(match[1]), int(match[2])) if match else None


def find(office: Workspace, month: str | None) -> tuple[str, tuple[Path, ...]]:
    """Find the files of a month, or of the newest month: inputs/2025-08.* and all of inputs/2025-08/.

    Without these it is the one file or folder whose name tells the month otherwise. A day stands for its month, and is
    given back as it is.
    """
    months, rest = _by_month(office.inputs)
    besides = f" ({_listed(rest)}: the name tells no month)" if rest else ""
    if not months and month is None:
        raise NoInputError(
            f"{office.inputs}: there is no table here{besides}; save one as 2025-08.xlsx (or .docx, .txt …)."
        )
    if month is None and rest:
        log.warning("%s: %s not used, for the name tells no month", office.inputs, _listed(rest))
    month = month or max(months)
    if (name := month[:7]) not in months:
        raise NoInputError(
            f"{office.inputs}: there is no table for {name}{besides}; save it there as {name}.xlsx or so."
        )
    return month, expand(_chosen(office.inputs, name, months[name]))


def _chosen(folder: Path, name: str, month: _Month) -> list[Path]:
    """Choose among the names of a month: those that are the month alone, or the only one there is."""
    if not month.exact and len(month.other) > 1:
        raise InputError(
            f"{folder}: {_listed(month.other)} are all named for {name}; save the right one as {name}.xlsx or so, "
            f"or put those that belong together into a folder {name}."
        )
    if month.exact and month.other:
        log.warning("%s: %s not used, for there is %s", folder, _listed(month.other), _listed(month.exact))
    return month.exact or month.other


def _by_month(folder: Path) -> tuple[dict[str, _Month], list[Path]]:
    """Sort what is in a folder by the months that the names tell, and what tells none.

    A link that leads nowhere counts as the file it is named for: its share may only be away.
    """
    months, rest = dict[str, _Month](), list[Path]()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        exact = (MONTH if path.is_dir() else MONTHLY_FILE).fullmatch(path.name)
        told = file_month(path.name) if path.is_dir() or SUFFIX.fullmatch(path.suffix) else None
        if _is_a_mark(path.name):
            continue
        if exact:
            months.setdefault(path.name[:7], _Month()).exact.append(path)
        elif told:
            months.setdefault(f"{told[0]}-{told[1]:02}", _Month()).other.append(path)
        else:
            rest.append(path)
    return months, rest


def _is_a_mark(name: str) -> bool:
    """Tell whether a name is of what systems leave in a folder, which is no table."""
    return name.startswith(NOT_TABLES) or name.lower() in LEFT_BY_WINDOWS


def _listed(paths: Sequence[Path]) -> str:
    return ", ".join(path.name for path in paths[:SHOWN]) + (" …" if len(paths) > SHOWN else "")


def expand(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Put the files of a folder in the folder's place, in order of their names; a file named twice counts once."""
    expanded: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: {_absent(path)}")
        for table in _tables_in(path) if path.is_dir() else [path]:
            expanded.setdefault(table.resolve(), table)
    return tuple(expanded.values())


def _absent(path: Path) -> str:
    if path.is_symlink():
        return f"this link leads to {path.readlink()}, which is not there; mount its disk or share, or mend the link."
    return "there is no such file; check its name."


def _tables_in(folder: Path) -> list[Path]:
    """List the files of a folder and of the departments' folders in it; a link that leads nowhere is one to ask for."""
    within = (path for path in sorted(folder.rglob("*")) if path.is_file() or not path.exists())
    tables = [path for path in within if not any(map(_is_a_mark, path.relative_to(folder).parts))]
    if not tables:
        raise InputError(f"{folder}: there is no file in this folder; put the departments' tables there.")
    for path in tables:
        if not path.exists():
            raise InputError(f"{path}: {_absent(path)}")
    return tables


def named(files: Sequence[Path]) -> dict[Path, str]:
    """Name each file by as many of its folders as tell it from the others: 教育局/8月.xlsx, 交通局/8月.xlsx.

    A link is named as it is called itself.
    """
    parts = {path: Path(os.path.abspath(path)).parts for path in files}
    names: dict[Path, str] = {}
    for path, own in parts.items():
        others = [other for other in parts.values() if other != own]
        size = next(size for size in range(1, len(own) + 1) if all(other[-size:] != own[-size:] for other in others))
        names[path] = "/".join(own[-size:])
    return names
