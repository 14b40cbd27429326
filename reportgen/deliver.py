"""A month's files are published together, or the earlier ones stay as they are."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from reportgen.errors import LockedError

MANIFEST = "manifest.json"
KEPT = "kept"
OPEN_MARKS = (".", "~$")  # what Word and LibreOffice leave beside an open file
log = logging.getLogger(__name__)
LEFTOVER = re.compile(r"\.(?P<name>\d{4}-\d{2})\.(?P<kind>new|old)")
UNREMOVED = "%s: it is left over from an earlier run and cannot be removed (%s); remove it by hand"
AT_FDCWD = -100
RENAME_EXCHANGE = 2
DISK_FAULTS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}
NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}  # what file systems without it answer


@contextmanager
def locked(state: Path) -> Iterator[None]:
    """Hold the office's lock, or say at once that another run holds it."""
    from filelock import FileLock, Timeout

    state.mkdir(exist_ok=True)
    lock = FileLock(state / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise LockedError(f"{state / 'lock'}: another run is at work in this folder; wait until it ends.") from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a hidden folder beside `folder`, and put it in its place if the block ends well.

    Call it under the lock. Whatever a killed run left behind is put right first.
    """
    folder = folder.resolve()  # a link to another disk: the new files must lie there too
    folder.parent.mkdir(parents=True, exist_ok=True)
    recover(folder.parent)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "a file stands where a folder should", str(folder))
    new = folder.with_name(f".{folder.name}.new")
    new.mkdir()
    try:
        yield new
        _keep_edited(folder, new)
        _publish(new, folder)
    except Exception as error:
        if (fault := _disk_fault(error)) is None or fault.filename:
            raise
        place = _fuller(folder.parent) if fault.errno == errno.ENOSPC else folder.parent
        raise OSError(fault.errno, fault.strerror, str(place)) from error
    finally:
        _clear(new)


def _disk_fault(error: BaseException | None) -> OSError | None:
    """Find the fault of a disk that an error comes from: a writer may tell of it in an error of its own."""
    while error is not None and not (isinstance(error, OSError) and error.errno in DISK_FAULTS):
        error = error.__cause__ or error.__context__
    return error


def _fuller(outputs: Path) -> Path:
    """Tell which has less room: the deliveries' place, or that of temporary files, where typefaces are copied to."""
    return min(outputs, Path(tempfile.gettempdir()), key=lambda place: shutil.disk_usage(place).free)


def recover(outputs: Path) -> None:
    """Bring back a delivery that a killed run had moved aside, and clear away what it had begun."""
    for path in sorted(outputs.iterdir()) if outputs.is_dir() else ():
        found = LEFTOVER.fullmatch(path.name)
        if not found:
            continue
        if found["kind"] == "old" and not (outputs / found["name"]).exists():
            path.rename(outputs / found["name"])
        else:
            _clear(path)


def _clear(folder: Path) -> None:
    """Remove a folder that is no longer wanted, write-protected or not; tell of one that cannot be, and go on."""
    if not folder.is_dir():
        return
    _unprotect(folder)
    try:
        shutil.rmtree(folder)
    except OSError as error:
        # The error itself may name no more than the file within.
        log.warning(UNREMOVED, folder, f"{error.strerror or error}".lower())


def _unprotect(folder: Path) -> None:
    """Let files be removed from a folder and those within, as far as they are ours."""
    with suppress(OSError):
        folder.chmod(0o700)
    for path in (Path(within, name) for within, names, _ in os.walk(folder) for name in names):
        with suppress(OSError):
            if not path.is_symlink():
                path.chmod(0o700)


def seal(folder: Path, facts: Mapping[str, Any]) -> None:
    """Write the manifest: the facts given, and the size and hash of each file in the folder."""
    files = {path.name: fingerprint(path) for path in sorted(folder.iterdir()) if path.name != MANIFEST}
    text = json.dumps({**facts, "files": files}, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def fingerprint(path: Path) -> dict[str, str | int]:
    """Tell a file's size and SHA-256."""
    with path.open("rb") as file:
        return {"sha256": hashlib.file_digest(file, "sha256").hexdigest(), "size": path.stat().st_size}


def made(folder: Path) -> dict[str, Any]:
    """Read a delivery's manifest; one that is not there, or cannot be read, tells nothing."""
    try:
        facts = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def edited(folder: Path) -> tuple[Path, ...]:
    """Find the files of a delivery that someone changed, or added, since it was made."""
    files = made(folder).get("files", {})
    present = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(OPEN_MARKS))
    return tuple(
        path
        for path in present
        if path != folder / MANIFEST and files.get(path.relative_to(folder).as_posix()) != fingerprint(path)
    )


def _keep_edited(folder: Path, new: Path) -> None:
    """Carry over what the office wrote into the earlier delivery: nobody's work is lost to a second run."""
    # What is kept already comes first, so that it goes by the same name as before.
    for path in sorted(edited(folder), key=lambda path: (KEPT not in path.parts, path)):
        within = path.relative_to(folder)
        kept = new / (within if within.parts[0] == KEPT else KEPT / within)
        number = 1
        while kept.exists():
            number += 1
            kept = kept.with_name(f"{path.stem}-{number}{path.suffix}")
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, kept)
        if within.parts[0] != KEPT:
            log.warning("%s was changed by hand; that copy is now %s", path, folder / kept.relative_to(new))


def _publish(new: Path, folder: Path) -> None:
    for path in (*new.rglob("*"), new):
        _sync(path)
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        # Here only there is a moment without a delivery; `recover` ends it.
        old = folder.with_name(f".{folder.name}.old")
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        _clear(old)
    _sync(folder.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the file system can."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        if not path.is_dir():  # some network shares cannot sync a folder
            raise
    finally:
        os.close(descriptor)
