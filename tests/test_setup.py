"""The files that set a machine up: locks, Makefile, scripts."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from reportgen import provenance

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-fonts.lock")
# Where a library's name is not its module's.
MODULES = {"msoffcrypto-tool": "msoffcrypto", "openxml-audit": "openxml_audit", "python-docx": "docx"}
OURS = {"reportgen", "tests", "docs"}
COMPANIONS = {"markupsafe", "pydantic_core"}  # parts of the interfaces of jinja2 and pydantic
PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)( ;.*)?$")


def pinned(lock: str) -> dict[str, list[str]]:
    """Read a lock file: the hashes of every requirement, by name and marker."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    requirements = (line.split(" --hash=") for line in re.sub(r" +--hash", " --hash", text).splitlines() if line)
    return {head.strip(): [one.strip() for one in hashes] for head, *hashes in requirements}


def plain(name: str) -> str:
    return re.split(r"[^A-Za-z0-9_.-]", name)[0].lower().replace("_", "-").replace(".", "-")


def imported(folder: Path) -> set[str]:
    """Name the libraries that the Python files of a folder import, wherever in them."""
    nodes = [node for file in folder.rglob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    plainly = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    sources = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.split(".")[0].lower() for name in plainly | sources} - OURS - COMPANIONS - set(sys.stdlib_module_names)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_library_has_hashes(lock: str) -> None:
    """A lock names exact versions only, each with its sha256 hashes."""
    requirements = pinned(lock)
    assert requirements
    assert [head for head in requirements if not PINNED.match(head)] == []
    assert [head for head, hashes in requirements.items() if not hashes or any(len(one) != 71 for one in hashes)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_address(lock: str) -> None:
    """No index, file or other address of the machine that made a lock stands in it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"https?:|file:|--(?:extra-)?index|--find-links|--trusted|(?<!\w)/\w+/", text) == []


def test_locks_cover_what_the_project_asks_for() -> None:
    """Every dependency is in the lock, and the developer's lock holds the same versions and more."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run, dev = pinned(LOCKS[0]), pinned(LOCKS[1])
    extras = project["optional-dependencies"]
    assert {plain(name) for name in (*project["dependencies"], *extras["pdf"])} <= {plain(head) for head in run}
    assert {plain(name) for name in extras["dev"]} <= {plain(head) for head in dev}
    assert {head.split(" ")[0] for head in run} <= {head.split(" ")[0] for head in dev}


@pytest.mark.parametrize("target", ["briefing", "test", "check", "golden", "pictures", "bench", "fonts", "setup"])
def test_make_knows_the_targets(target: str) -> None:
    """Every target that the README names can be planned by make."""
    planned = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert planned.returncode == 0, planned.stderr
    assert planned.stdout.strip()


@pytest.mark.parametrize("target", ["check", "test"])
def test_checks_are_run_before_the_tests(target: str) -> None:
    """Both commands of a developer run the linter, the types, the import contracts and the checks of templates."""
    planned = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert all(f".venv/bin/{tool}\n" in planned for tool in ("ruff check .", "mypy", "lint-imports", "reportgen check"))


def test_ci_runs_the_one_test_command() -> None:
    """CI runs what the README tells developers to run, as its last step, and stops at the first failure."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert lines[-1] == "make test"
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_sound(script: Path) -> None:
    """Every script parses, may be executed, and stops at its first failure."""
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert os.access(script, os.X_OK)
    assert "\nset -euo pipefail\n" in script.read_text(encoding="utf-8")


def test_the_wheel_of_the_readme_holds_what_an_office_needs(tmp_path: Path) -> None:
    """The command shown makes, without network, a wheel with the settings, the templates and the example."""
    command = re.search(r"`\.venv/bin/(pip wheel .*?) -w dist \.`", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert command
    pip = [sys.executable, "-m", *command[1].split(), "--no-index", "--quiet", "-w", str(tmp_path), str(ROOT)]
    subprocess.run(pip, check=True)
    held = zipfile.ZipFile(next(tmp_path.glob("reportgen-*.whl"))).namelist()
    assert {"reportgen/reportgen.toml", "reportgen/templates/norms.toml"} <= set(held)
    assert "reportgen/templates/example/2025-08.txt" in held


def fake(folder: Path, name: str, body: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def shell(script: str, path: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a script where only the shell's own tools and the faked ones are on PATH."""
    for tool in ("bash", "dirname", "env", "id", "mktemp", "rm", "tail", "uname"):
        if not (path / tool).exists():
            (path / tool).symlink_to(
                next(place for place in (Path("/usr/bin") / tool, Path("/bin") / tool) if place.exists())
            )
    command = [str(ROOT / "scripts" / script), *args]
    return subprocess.run(command, env={"PATH": str(path)}, capture_output=True, text=True, check=False)


def test_without_python_setup_says_what_to_install(tmp_path: Path) -> None:
    """Where no Python is new enough the one sentence names the version and how to give another."""
    fake(tmp_path, "python3", "exit 1")
    ended = shell("python.sh", tmp_path)
    assert ended.returncode == 1
    assert "no Python 3.11 or newer" in ended.stderr
    assert "PYTHON=" in ended.stderr


def test_newest_python_that_makes_environments_is_taken(tmp_path: Path) -> None:
    """A newer Python that does not start, or lacks ensurepip, gives way to an older one."""
    fake(tmp_path, "python3.14", "exit 127")
    fake(tmp_path, "python3.13", 'case "$2" in *ensurepip*) exit 1;; esac')
    fake(tmp_path, "python3.12", "exit 0")
    fake(tmp_path, "python3.11", "exit 0")
    assert shell("python.sh", tmp_path).stdout.strip() == str(tmp_path / "python3.12")


def test_ordinary_user_is_told_the_exact_command(tmp_path: Path) -> None:
    """Without root and sudo, setup ends with the command that installs what is missing."""
    fake(tmp_path, "apt-get", "exit 100")
    fake(tmp_path, "id", "echo 1000")
    fake(tmp_path, "fc-list", "exit 0")
    fake(tmp_path, "python", 'case "$*" in *libpango*) exit 1;; esac')
    ended = shell("native.sh", tmp_path, str(tmp_path / "python"))
    assert ended.returncode == 1
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0"
        in ended.stderr
    )


def test_machine_without_apt_is_told_what_it_lacks(tmp_path: Path) -> None:
    """Where there is no apt-get, the missing packages are named all the same."""
    ended = shell("apt.sh", tmp_path, "libpango-1.0-0")
    assert ended.returncode == 1
    assert "lacks libpango-1.0-0" in ended.stderr


def test_fonts_that_are_there_are_not_fetched(tmp_path: Path) -> None:
    """With all files in the folder the script ends at once, without any tool that could fetch."""
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    script = (ROOT / "scripts" / "fonts.sh").read_text(encoding="utf-8")
    for name in re.findall(r"[\w-]+\.(?:otf|ttc|ttf)\b", script):
        (fonts / name).write_bytes(b"x")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "mkdir").symlink_to("/bin/mkdir")
    ended = shell("fonts.sh", tools, str(fonts), "no-python")
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_project_asks_for_what_it_imports() -> None:
    """Every dependency of a run is imported by the program; what it and its tests import is asked for by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run, pdf, dev = (
        {MODULES.get(plain(name), plain(name)) for name in names}
        for names in (project["dependencies"], *(project["optional-dependencies"][extra] for extra in ("pdf", "dev")))
    )
    program, tests = imported(ROOT / "reportgen"), imported(ROOT / "tests")
    assert run <= program
    assert program <= run | pdf
    assert tests <= run | pdf | dev


def test_the_manifest_names_libraries_that_users_have() -> None:
    """Every library whose version the manifest tells is in the lock of a run, not only in that of the tests."""
    locked = {plain(name) for name in re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements.lock").read_text())}
    assert {plain(name) for name in provenance.LIBRARIES} <= locked
