"""Make the READMEs' pictures anew: the briefing's first page, and a finding as a terminal shows it.

Each picture holds the text that it was drawn from, so that a test can tell when it is out of date.
"""

from __future__ import annotations

import io
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngInfo
from rich.console import Console
from rich.text import Text
from weasyprint import HTML

from reportgen import workspace
from reportgen.render import fonts, theme

ROOT = Path(__file__).parents[1]
REPORTGEN = Path(sys.executable).with_name("reportgen")
TABLE = "inputs/2025-08.txt"
PAGE, FINDING = ROOT / "docs" / "page-1.png", ROOT / "docs" / "finding.png"
# AR PL UMing has Latin letters of half a hanzi's width, as a terminal does.
FACE = "AR PL UMing CN"
SHEET = """<style>
@font-face {{{{ font-family: terminal; src: url("{face}") }}}}
@page {{{{ size: 300mm 200mm; margin: 4mm }}}}
pre {{{{ font: 11pt/1.5 terminal }}}}
</style><pre>{{code}}</pre>"""
SHADES, EDGE = 16, 8
TEXT = "Text"  # the key in a picture under which its text stands


def main() -> None:
    """Take both pictures."""
    with TemporaryDirectory() as folder:
        briefing, sheet = build(Path(folder)), Path(folder) / "finding.pdf"
        save(picture(briefing, 1.1), PAGE, page_text(briefing))
        printed = finding()
        HTML(string=as_html(printed)).write_pdf(sheet)
        save(trimmed(picture(sheet, 1.3)), FINDING, printed)


def build(folder: Path) -> Path:
    """Make the example month's briefing in an office of its own, which remembers no other month; give its PDF."""
    shutil.copy(ROOT / workspace.SETTINGS, folder)
    subprocess.run([REPORTGEN, "--quiet", "-C", folder, "build", ROOT / TABLE], check=True)
    return next(folder.glob("outputs/*/briefing.pdf"))


def page_text(pdf: Path) -> str:
    """Read the first page's text; where its lines break and its letters stand does not count."""
    text: str = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    return "".join(text.split())


def finding() -> str:
    """Explain an item as a terminal shows it, with the signs that underline."""
    return on_a_terminal([str(REPORTGEN), "explain", TABLE, "3"])


def text_of(path: Path) -> str:
    """Read the text from which a picture was drawn; empty where it holds none."""
    with Image.open(path) as image:
        return str(image.info.get(TEXT, ""))


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


def save(image: Image.Image, path: Path, text: str) -> None:
    told = PngInfo()
    told.add_itxt(TEXT, text, zip=True)
    image.quantize(SHADES).save(path, optimize=True, pnginfo=told)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
