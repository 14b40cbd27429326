"""Which files a month's tables are read from: found by their names in the office's folder, or given one by one."""

from __future__ import annotations

import logging
import os
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from reportgen.errors import InputError, NoInputError
from reportgen.text import fold
from reportgen.workspace import MONTH, Workspace

MONTHLY_FILE = re.compile(rf"{MONTH.pattern}\.[A-Za-z0-9]+")
SUFFIX = re.compile(r"\.[A-Za-z0-9]+")
# A single digit is a month before 月, behind a dot, and where the year and it stand apart: 民生实事2025-2 is a copy.
FILE_MONTH = re.compile(
    r"(?<!\d)(20\d\d)(?:[-_.年]?(1[0-2]|0[1-9]|[1-9](?=月))|\.([1-9])|(?<![^\W_]\d{4})[-_]([1-9]))(?![-_.]?\d)"
)
FILE_DAY = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(1[0-2]|0[1-9])\2([0-3]\d)(?!\d)")
MONTHS = re.compile(r"(?<!\d)(20\d\d)年?\d{1,2}月?[-—–~至到](1[0-2]|0?[1-9])月")  # 2025年1-8月
REPORTED = re.compile(r"(?<!\d)(20\d\d)[-_.年]?(\d\d?)?\D?.*报送?(1[0-2]|0?[1-9])月(?!\d)")  # 2025年9月5日报送8月
PART = re.compile(r"(?<!\d)(20\d\d)年?(第?[一二三四1-4]季|上半年|下半年)")
LONGEST_AGO = 2  # months, in which reports are sent
LAST_OF_PART = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
APART = re.compile(r"(?<!\d)(20\d\d)年?\D*?(?:\d\d?月?[-—–~至到])?(1[0-2]|0?[1-9])月(?!\d)")  # 2025年民生实事8月份台账
OF_OTHER_TIME = re.compile(r"(?<!\d)\d\d?月(?:\d\d?[日号]|份?(?:工作|重点)?(?:计划|安排|打算|会))")
SHORT_YEAR = re.compile(
    r"(?<!\d)(?=2\d年)|(?<![\d.])(?=2\d\.(?:1[0-2]|0?[1-9])(?:月|$|[)\]_-]|\.[a-z]))"
)  # 25年8月, 25.8
IN_HANZI = re.compile(r"二[〇零○o0]二[〇零○o0一二三四五六七八九](?=年)|(?<=年)(?:十[一二]?|[一二三四五六七八九])(?=月)")
DIGITS = {hanzi: digit for digits in ("〇一二三四五六七八九", "零", "○", "o") for digit, hanzi in enumerate(digits)}
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
    """Read year and month from a file name such as 2025-08.txt or 202508进展.xlsx; its folders do not count.

    Of several months it is the one that is reported, else the last; a day counts that ends its month, others may tell
    when the file was sent.
    """
    text = _in_digits(name)
    if (match := REPORTED.search(text)) and (reported := _reported(*match.groups())):
        return reported
    if match := MONTHS.search(text) or FILE_MONTH.search(text) or APART.search(OF_OTHER_TIME.sub("", text)):
        return int(match[1]), int(next(filter(None, match.groups()[1:])))
    if (match := FILE_DAY.search(text)) and int(match[4]) == monthrange(int(match[1]), int(match[3]))[1]:
        return int(match[1]), int(match[3])
    part = file_part(name)
    return part[::2] if part else None


def _reported(year: str, sent: str | None, month: str) -> tuple[int, int] | None:
    """Give the month that was reported in another, not long before: 2026年1月报12月 is of 2025."""
    behind = (int(sent or month) - int(month)) % 12
    return (int(year) - (int(month) > int(sent or month)), int(month)) if behind <= LONGEST_AGO else None


def file_part(name: str) -> tuple[int, int, int] | None:
    """Read from a file name a quarter or half of a year: the year, its first month and its last."""
    match = PART.search(_in_digits(name))
    if match is None:
        return None
    if match[2].endswith("半年"):
        first, size = (1 if match[2].startswith("上") else 7), 6
    else:
        first, size = LAST_OF_PART[match[2][-2]] - 2, 3
    return int(match[1]), first, first + size - 1


def _in_digits(name: str) -> str:
    """Fold a file's name, its year and month in digits: 25年8月 and 二〇二五年八月 are 2025年8月."""
    text = SHORT_YEAR.sub("20", fold(PurePath(name).name).lower())
    return IN_HANZI.sub(lambda match: _number(match[0]), text)


def _number(hanzi: str) -> str:
    """Write a year of four signs, or a month, in digits."""
    if hanzi.startswith("十"):
        return f"1{DIGITS[hanzi[1]] if len(hanzi) > 1 else 0}"
    return "".join(f"{DIGITS.get(sign, sign)}" for sign in hanzi)


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
