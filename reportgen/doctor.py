"""Whether this machine can do the job: libraries, typefaces, room, and who is at work."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.errors import ReportgenError
from reportgen.workspace import Workspace

PYTHON = (3, 11)
ROOM = 200 * 1024 * 1024  # a month takes a few MB; typefaces 34
COMMON = "0123456789%，。；（）年月已完成"  # without which nothing can be printed
MARK = "碶〇㎡①—…·"  # beyond GB2312, and what fonts most often lack


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. Without an `essential` one the briefing cannot be made."""

    name: str
    sound: bool
    text: str
    essential: bool = True


def examine(office: Workspace) -> Iterator[Finding]:
    """Look at all that a run needs."""
    yield Finding("python", sys.version_info >= PYTHON, platform.python_version())
    yield from _libraries()
    yield from _typefaces(office)
    yield _office_program()
    yield from _room(office)
    yield _lock(office)


def _libraries() -> Iterator[Finding]:
    import ctypes.util

    try:
        import weasyprint

        yield Finding("weasyprint", True, f"{weasyprint.__version__}, Pango found")
    except (ImportError, OSError) as error:
        yield Finding("weasyprint", False, f"{error}; install Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0)")
    subset = ctypes.util.find_library("harfbuzz-subset")
    advice = subset or "not found: PDFs take longer (Debian: libharfbuzz-subset0)"
    yield Finding("harfbuzz-subset", subset is not None, advice, essential=False)


def _typefaces(office: Workspace) -> Iterator[Finding]:
    from reportgen.render import fonts, theme

    for folder in office.missing_font_folders:
        yield Finding("typefaces", False, f"{folder}: there is no such folder", essential=False)
    try:
        found = fonts.resolve(theme.load(office.briefing / "theme.toml"), office.font_folders)
    except ReportgenError as error:
        yield Finding("typefaces", False, str(error))
        return
    for role, stack in found.stacks.items():
        lost = "".join(found.missing(role, COMMON + MARK))
        names = ", ".join(dict.fromkeys(face.family for face in stack[:3]))
        wanted = stack[0].origin == "stack"
        faults = ("" if wanted else " (a substitute)") + (f"; lacks {lost}" if lost else "")
        text = f"{found.names[role].word}: {names}{faults}"
        yield Finding(f"typeface {role}", not faults, text, essential=bool({*lost} & {*COMMON}))


def _office_program() -> Finding:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    text = program or "not found: .doc and .wps cannot be read"
    return Finding("libreoffice", program is not None, text, essential=False)


def _room(office: Workspace) -> Iterator[Finding]:
    folder = office.outputs if office.outputs.exists() else office.root
    writable = os.access(folder, os.W_OK | os.X_OK)
    yield Finding("outputs", writable, f"{folder.resolve()} can{'' if writable else 'not'} be written")
    free = shutil.disk_usage(folder).free
    yield Finding("disk", free > ROOM, f"{free // 1024**2} MB free")


def _lock(office: Workspace) -> Finding:
    from reportgen import deliver
    from reportgen.errors import LockedError

    if not office.state.exists():  # nothing was ever built here, and looking must not leave a trace
        return Finding("lock", True, "free", essential=False)
    try:
        with deliver.locked(office.state):
            return Finding("lock", True, "free", essential=False)
    except LockedError as error:
        return Finding("lock", False, str(error), essential=False)
    except OSError as error:
        return Finding("lock", False, f"{error.filename}: {error.strerror}")
