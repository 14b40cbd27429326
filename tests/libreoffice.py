"""LibreOffice for the tests, with the typefaces of the project whatever the machine's own are."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from reportgen import workspace
from reportgen.ingest.formats import legacy
from reportgen.render import fonts, theme
from tests.conftest import ROOT

PROGRAM = next((found for name in legacy.PROGRAMS if (found := shutil.which(name))), None)


def convert(source: Path, form: str, folder: Path, profile: Path) -> Path | None:
    """Let LibreOffice save a file in another form, into a folder; None where it does not write that form here."""
    settings = profile.with_suffix(".fonts.conf")
    settings.write_text(_fontconfig(), encoding="utf-8")
    command = [str(PROGRAM), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", form, "--outdir", str(folder), str(source)]
    faces = os.environ | {"FONTCONFIG_FILE": str(settings)}
    subprocess.run(command, check=False, capture_output=True, timeout=180, env=faces)
    made = folder / f"{source.stem}.{form.partition(':')[0]}"
    return made if made.exists() else None


def _fontconfig() -> str:
    """Settings that add the project's folders of typefaces, and give the office's faces by those that stand in."""
    office = workspace.open(ROOT)
    look = theme.load(ROOT / "templates" / "briefing" / "theme.toml")
    found = fonts.resolve(look, office.font_folders)
    folders = "".join(f"<dir>{escape(str(folder.absolute()))}</dir>" for folder in office.font_folders)
    stand_ins = "".join(_instead(found.names[role].word, stack[0].family) for role, stack in found.stacks.items())
    machine = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    return f"<fontconfig>{machine}{folders}{stand_ins}</fontconfig>"


def _instead(wanted: str, family: str) -> str:
    test = f'<test name="family"><string>{escape(wanted)}</string></test>'
    edit = f'<edit name="family" mode="assign" binding="strong"><string>{escape(family)}</string></edit>'
    return f"<match>{test}{edit}</match>"
