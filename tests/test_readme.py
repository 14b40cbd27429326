"""README: every command shown there gives the output shown, in both languages.

REWRITE_GOLDEN=1 puts the present output in place of the old. A line of … alone stands for any lines.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from reportgen import labelled
from reportgen.cli.main import commands
from reportgen.norms import ColumnName
from reportgen.records import Status

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
READMES = ("README.md", "README.zh-CN.md")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what the commands of the README need, so that they change nothing here."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("cases", "unseen", "untouched"):
        shutil.copytree(ROOT / "tests" / "data" / name, folder / "tests" / "data" / name)
    shutil.copy(ROOT / "reportgen.toml", folder)
    (folder / "outputs").mkdir()
    return folder


def source(checkout: Path) -> list[Path]:
    """List the files that git would see."""
    ignored = (checkout / "outputs", checkout / ".reportgen")
    return sorted(path for path in checkout.rglob("*") if not any(map(path.is_relative_to, ignored)))


def run(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    ended = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in ended.stdout.splitlines())


def alike(shown: str, printed: str) -> bool:
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line + "\n") for line in shown.splitlines())
    return re.fullmatch(pattern, printed) is not None


@pytest.mark.parametrize("name", READMES)
def test_the_commands_print_what_is_shown(name: str, checkout: Path) -> None:
    """Each `$ command` of a console block gives the output below it, and leaves nothing in the checkout but outputs."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert blocks
    before = source(checkout)
    for block in blocks:
        now = []
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            printed = run(command, checkout)
            now.append(f"$ {command}\n{shown if alike(shown, printed) else printed}")
        text = text.replace(block, "".join(now))
    assert source(checkout) == before
    if os.environ.get("REWRITE_GOLDEN"):
        (ROOT / name).write_text(text, encoding="utf-8")
    assert text == (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_shown(name: str) -> None:
    """No command is left out of the README, and none is told of that does not exist."""
    text = (ROOT / name).read_text(encoding="utf-8")
    told = set(re.findall(r"(?:`|^\$ )reportgen (?:-C \S+ )?([a-z]+)\b", text, re.MULTILINE))
    assert told == set(commands.commands)


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    """Each link to a file of the project names one that is there."""
    links = LINK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_labelled_cases_shown_are_read(name: str) -> None:
    """The case and the labels that the page shows are such as evaluate takes."""
    case, truth = re.findall(r"(?<=```json\n)(.*?)(?=```)", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert labelled.LabelledCase.model_validate_json(case).label is Status.BEHIND
    assert [told.no for told in labelled.Truth.model_validate_json(truth).items] == [1, 3]


def test_every_column_name_is_told() -> None:
    """The office's guide and its settings name each column that [columns] may name."""
    names = set(get_args(ColumnName))
    guide = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\| `([a-z_]+)` (?=\| [^`|]+)", guide)) >= names
    settings = (ROOT / "reportgen.toml").read_text(encoding="utf-8")
    assert names <= set(re.findall(r"([a-z_]+) [一-鿿]", settings))
