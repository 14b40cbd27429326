"""Make the READMEs' pictures anew: the briefing's first page, and a finding as a terminal shows it."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageChops
from rich.console import Console
from rich.text import Text
from weasyprint import HTML

from reportgen import workspace
from reportgen.render import fonts, theme

ROOT = Path(__file__).parents[1]
REPORTGEN = Path(sys.executable).with_name("reportgen")
PAGE, FINDING = ROOT / "docs" / "page-1.png", ROOT / "docs" / "finding.png"
# AR PL UMing has Latin letters of half a hanzi's width, as a terminal does.
FACE = "AR PL UMing CN"
SHEET = """<style>
@font-face {{{{ font-family: terminal; src: url("{face}") }}}}
@page {{{{ size: 300mm 200mm; margin: 4mm }}}}
pre {{{{ font: 11pt/1.5 terminal }}}}
</style><pre>{{code}}</pre>"""
SHADES, EDGE = 16, 8


def main() -> None:
    """Build the newest month and take both pictures."""
    with TemporaryDirectory() as folder:
        subprocess.run([REPORTGEN, "--quiet", "build"], cwd=ROOT, check=True)
        newest = max(path for path in (ROOT / "outputs").iterdir() if path.is_dir())
        save(picture(newest / "briefing.pdf", 1.1), PAGE)
        sheet = Path(folder) / "finding.pdf"
        printed = on_a_terminal([str(REPORTGEN), "explain", "inputs/2025-08.txt", "3"])
        HTML(string=as_html(printed)).write_pdf(sheet)
        save(trimmed(picture(sheet, 1.3)), FINDING)


def on_a_terminal(command: list[str]) -> str:
    """Run a command on a terminal of 100 columns; give what it prints."""
    ours, theirs = pty.openpty()
    subprocess.run(command, cwd=ROOT, stdout=theirs, env={**os.environ, "COLUMNS": "100"}, check=True)
    os.close(theirs)
    printed = b""
    while chunk := read(ours):
        printed += chunk
    return printed.decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    """Read what is left on a terminal; its end is an error on Linux."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def as_html(printed: str) -> str:
    console = Console(record=True, file=io.StringIO(), width=100)
    console.print(Text.from_ansi(printed.replace("──", "─")))  # the face draws that sign as wide as a hanzi
    return console.export_html(inline_styles=True, code_format=SHEET.format(face=terminal_face().as_uri()))


def terminal_face() -> Path:
    office = workspace.open(ROOT)
    found = fonts.resolve(theme.load(office.briefing / "theme.toml"), office.font_folders)
    return next(face.path for stack in found.stacks.values() for face in stack if FACE in face.families).absolute()


def picture(pdf: Path, scale: float) -> Image.Image:
    page = pypdfium2.PdfDocument(pdf)[0]
    image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return image


def trimmed(image: Image.Image) -> Image.Image:
    """Cut off the white around what is drawn."""
    left, top, right, bottom = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox() or (0,) * 4
    return image.crop((max(left - EDGE, 0), max(top - EDGE, 0), min(right + EDGE, image.width), bottom + EDGE))


def save(image: Image.Image, path: Path) -> None:
    image.quantize(SHADES).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
