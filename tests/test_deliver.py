"""deliver: a delivery is whole at every instant, and nobody's work is lost."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from reportgen import deliver
from reportgen.errors import LockedError

FILES = ("briefing.docx", "ledger.xlsx")
TOUCHING_DISK = ("open", "os.", "shutil.", "ctypes.dlsym")


def publish(folder: Path, text: str) -> None:
    with deliver.staged(folder) as new:
        for name in FILES:
            (new / name).write_text(text)
        deliver.seal(new, {"month": folder.name})


def whole(folder: Path) -> str:
    """Give the text of a delivery whose files all agree with its manifest."""
    files = json.loads((folder / deliver.MANIFEST).read_text())["files"]
    assert files == {name: deliver.fingerprint(folder / name) for name in FILES}
    texts = {(folder / name).read_text() for name in FILES}
    assert len(texts) == 1
    return texts.pop()


def hidden(outputs: Path) -> list[str]:
    return [path.name for path in outputs.iterdir() if path.name.startswith(".")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path / "2025-08", "earlier")
    return tmp_path / "2025-08"


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(deliver, "_exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_second_delivery_takes_the_place_of_the_first(folder: Path) -> None:
    """The new files stand alone in the folder, and nothing is left beside it."""
    publish(folder, "later")
    assert whole(folder) == "later"
    assert {path.name for path in folder.iterdir()} == {*FILES, deliver.MANIFEST}
    assert hidden(folder.parent) == []


@pytest.mark.usefixtures("way")
def test_a_failed_run_changes_nothing(folder: Path) -> None:
    """An error while the files are made leaves the earlier delivery and no traces."""
    with pytest.raises(IsADirectoryError), deliver.staged(folder) as new:
        new.write_text("half")
    assert whole(folder) == "earlier"
    assert hidden(folder.parent) == []


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_full_disk_is_told_with_its_place(folder: Path, *, wrapped: bool) -> None:
    """Whoever writes when the disk is full, and however that is told, the error is the disk's and names a folder."""

    def write() -> None:
        try:
            Path("/dev/full").write_text("anything")
        except OSError as error:
            if wrapped:
                raise RuntimeError(error) from None
            raise

    with pytest.raises(OSError, match="No space left") as told, deliver.staged(folder):
        write()
    assert told.value.filename in (f"{folder.parent}", tempfile.gettempdir())
    assert whole(folder) == "earlier"


def killed_at(step: int, folder: Path) -> bool:
    """Publish in a child that kills itself when it touches the disk for that time; tell whether it got so far."""
    child = os.fork()
    if child == 0:
        steps = iter(range(step))

        def hook(event: str, _arguments: object) -> None:
            if event.startswith(TOUCHING_DISK) and event != "os.kill" and next(steps, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        publish(folder, "later")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_kill_at_any_instant_leaves_a_whole_delivery(tmp_path: Path, way: str) -> None:
    """Whatever a run was doing when it was killed, a whole delivery stands, at the latest once the next run began."""
    seen = []
    for step in range(500):
        folder = tmp_path / f"{step}" / "2025-08"
        publish(folder, "earlier")
        if not killed_at(step, folder):
            break
        if way == "exchange":
            assert whole(folder) in ("earlier", "later")
        deliver.recover(folder.parent)
        seen.append(whole(folder))
        assert hidden(folder.parent) == []
    assert seen == sorted(seen)
    assert {"earlier", "later"} == set(seen)
    assert len(seen) > 20


def test_a_month_moved_aside_comes_back_when_another_month_is_built(folder: Path) -> None:
    """Recovery puts right every month's folder, not only that of the month in hand."""
    folder.rename(folder.with_name(".2025-08.old"))
    publish(folder.with_name("2025-09"), "next")
    assert whole(folder) == "earlier"


def test_what_the_office_edited_is_kept(folder: Path) -> None:
    """A file changed by hand, and one put there by hand, survive any number of later runs."""
    (folder / "briefing.docx").write_text("edited once")
    (folder / "notes.txt").write_text("mine")
    publish(folder, "second")
    (folder / "briefing.docx").write_text("edited twice")
    publish(folder, "third")
    kept = {path.name: path.read_text() for path in (folder / deliver.KEPT).iterdir()}
    assert kept == {"briefing.docx": "edited once", "briefing-2.docx": "edited twice", "notes.txt": "mine"}
    assert (folder / "briefing.docx").read_text() == "third"


def test_marks_of_open_files_are_not_kept(folder: Path) -> None:
    """What Word and LibreOffice leave beside an open file is nobody's work."""
    (folder / "~$iefing.docx").write_text("")
    (folder / ".~lock.briefing.docx#").write_text("")
    publish(folder, "later")
    assert not (folder / deliver.KEPT).exists()


def test_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    """A month's folder that is a link to another place is replaced there."""
    (tmp_path / "elsewhere").mkdir()
    folder.rename(tmp_path / "elsewhere" / "2025-08")
    folder.symlink_to(tmp_path / "elsewhere" / "2025-08")
    publish(folder, "later")
    assert folder.is_symlink()
    assert whole(folder) == "later"
    assert hidden(tmp_path) == hidden(tmp_path / "elsewhere") == []


def test_recovery_touches_nothing_else(folder: Path) -> None:
    """Hidden files that are not ours stay as they are."""
    for name in (".notes.old", ".2025-08.txt", ".new"):
        (folder.parent / name).write_text("mine")
    publish(folder, "later")
    assert sorted(hidden(folder.parent)) == [".2025-08.txt", ".new", ".notes.old"]


@pytest.mark.usefixtures("way")
def test_a_write_protected_delivery_leaves_nothing_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A delivery whose folders were write-protected goes away as any other; what is linked to keeps its protection."""
    (folder / "within").mkdir()
    (folder.parent / "elsewhere").mkdir(mode=0o555)
    (folder / "within" / "link").symlink_to(folder.parent / "elsewhere")
    (folder / "within").chmod(0o555)
    folder.chmod(0o555)
    removed = shutil.rmtree

    def rmtree(path: Path) -> None:
        """Fail on write-protected folders, for root too."""
        for within in (path, path / "within"):
            if not within.stat().st_mode & 0o200:
                raise PermissionError(errno.EACCES, "Permission denied", "ledger.xlsx")
        removed(path)

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    publish(folder, "later")
    assert whole(folder) == "later"
    assert hidden(folder.parent) == []
    assert (folder.parent / "elsewhere").stat().st_mode & 0o777 == 0o555


def test_a_leftover_that_stays_stops_no_other_month(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What cannot be removed is told with its whole path, and is in the way of its own month alone."""
    left = folder.with_name(".2025-08.new")
    left.mkdir()

    def rmtree(_path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "ledger.xlsx")

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    publish(folder.with_name("2025-09"), "next")
    assert whole(folder.with_name("2025-09")) == "next"
    assert f"{left}: it is left over from an earlier run and cannot be removed (permission denied)" in caplog.text
    with pytest.raises(FileExistsError, match=rf"{left}"):
        publish(folder, "later")
    assert whole(folder) == "earlier"


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    """A file that stands where the month's folder belongs is never overwritten."""
    (tmp_path / "2025-08").write_text("not a folder")
    with pytest.raises(NotADirectoryError):
        publish(tmp_path / "2025-08", "later")
    assert (tmp_path / "2025-08").read_text() == "not a folder"


def test_a_held_lock_is_told_at_once(tmp_path: Path) -> None:
    """While one process holds the lock another is refused, and may have it afterwards."""
    code = (
        "import sys; from pathlib import Path; from reportgen import deliver\n"
        "with deliver.locked(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(LockedError, match="another run"), deliver.locked(tmp_path):
            pass
        other.communicate()
    with deliver.locked(tmp_path):
        pass


def test_a_killed_run_gives_up_its_lock(tmp_path: Path) -> None:
    """No lock outlives the process that held it."""
    child = os.fork()
    if child == 0:
        with deliver.locked(tmp_path):
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    with deliver.locked(tmp_path):
        pass
